// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/checker.h"

#include "core/filter/checking.h"
#include "core/filter/lexer.h"
#include "core/filter/names.h"
#include "core/filter/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::filter {

namespace {

constexpr uint8_t kWordCost = 30;

struct TypeOfMember {
    Type operator()(Text Alert::*) const { return Type::Text; }
    Type operator()(bool Alert::*) const { return Type::Truth; }
    Type operator()(std::optional<bool> Alert::*) const { return Type::Truth; }
    Type operator()(UtcTime Alert::*) const { return Type::Time; }
    Type operator()(std::vector<std::string> Alert::*) const { return Type::Texts; }
    template <typename T>
    Type operator()(T) const
    {
        return Type::Number;
    }
};

QString plain(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

Type typeOf(const AlertField &field)
{
    return std::visit(TypeOfMember{}, field.member);
}

void carryUp(Node &parent)
{
    for (const Node &child : parent.children) {
        parent.needsPacket = parent.needsPacket || child.needsPacket;
        parent.usesNow = parent.usesNow || child.usesNow;
        parent.cost = std::max(parent.cost, child.cost);
    }
}

void wrap(Node &child, Kind kind, Type type)
{
    Node parent;
    parent.kind = kind;
    parent.type = type;
    parent.unit = type == Type::Number ? child.unit : Unit{};
    parent.spread = child.spread;
    parent.children.push_back(std::move(child));
    carryUp(parent);
    child = std::move(parent);
}

Node numberNode(double value, const Unit &unit)
{
    Node node;
    node.kind = Kind::Number;
    node.type = Type::Number;
    node.number = Numeral(value);
    node.unit = unit;
    return node;
}

QString described(Type type)
{
    switch (type) {
    case Type::Truth:
        return QCoreApplication::translate("filter", "true or false");
    case Type::Number:
        return QCoreApplication::translate("filter", "a number");
    case Type::Text:
        return QCoreApplication::translate("filter", "a text");
    case Type::Time:
        return QCoreApplication::translate("filter", "a time");
    case Type::Texts:
        return QCoreApplication::translate("filter", "a list of texts");
    case Type::Any:
        break;
    }
    return QCoreApplication::translate("filter", "a packet field");
}

bool Checking::fail(size_t begin, size_t end, const QString &message, const QString &expected, std::string suggestion)
{
    if (!m_problem)
        m_problem = Problem{begin, end - begin, message, expected, std::move(suggestion)};
    return false;
}

bool Checking::fail(const Syntax &at, const QString &message, const QString &expected, std::string suggestion)
{
    return fail(at.begin, at.end, message, expected, std::move(suggestion));
}

bool Checking::condition(const Syntax &syntax, Node &out)
{
    switch (syntax.kind) {
    case SyntaxKind::And:
    case SyntaxKind::Or:
    case SyntaxKind::Not:
        return logic(syntax, out);
    case SyntaxKind::Compare:
        return comparison(syntax, out);
    case SyntaxKind::In:
        return membership(syntax, out);
    case SyntaxKind::Match:
        return match(syntax, out);
    case SyntaxKind::Name:
        return bareName(syntax, out);
    case SyntaxKind::Call:
        return functionOf(syntax, out, true);
    default:
        return noCondition(syntax);
    }
}

bool Checking::value(const Syntax &syntax, Node &out)
{
    switch (syntax.kind) {
    case SyntaxKind::Number:
        return number(syntax, out);
    case SyntaxKind::Text:
        out.kind = Kind::Text;
        out.type = Type::Text;
        out.text = textValue(syntax.literal);
        return true;
    case SyntaxKind::Time: {
        const UtcTime time = UtcTime::fromIso(syntax.literal);
        if (!time.isValid())
            return fail(syntax, QCoreApplication::translate("filter", "%1 is no time: there is no such day or hour.").arg(inQuotes(syntax.source)),
                        QCoreApplication::translate("filter", "a time such as 2026-03-01 or 2026-03-01T04:05:06Z"));
        out.kind = Kind::Time;
        out.type = Type::Time;
        out.timeUs = time.us;
        return true;
    }
    case SyntaxKind::Sexagesimal:
        return fail(syntax, QCoreApplication::translate("filter", "%1 is a place on the sky or an angle in sexagesimal form, which only sky functions take.").arg(inQuotes(syntax.source)),
                    QCoreApplication::translate("filter", "degrees such as 187.7; for a time span, 1h + 30m; or cone(12h30m49s, +12d23m28s, 2deg)"));
    case SyntaxKind::Name:
        return resolve(syntax, m_catalogue, out, m_problem);
    case SyntaxKind::Call:
        return functionOf(syntax, out, false);
    case SyntaxKind::Negate:
        return negation(syntax, out);
    case SyntaxKind::Add:
    case SyntaxKind::Subtract:
        return sum(syntax, out);
    case SyntaxKind::Multiply:
    case SyntaxKind::Divide:
        return product(syntax, out);
    default:
        return noValue(syntax);
    }
}

bool Checking::logic(const Syntax &syntax, Node &out)
{
    out.kind = syntax.kind == SyntaxKind::And ? Kind::And : syntax.kind == SyntaxKind::Or ? Kind::Or : Kind::Not;
    out.children.reserve(syntax.children.size());
    for (const Syntax &child : syntax.children) {
        if (!condition(child, out.children.emplace_back()))
            return false;
    }
    carryUp(out);
    // Kleene's “and” and “or” do not mind the order: what costs little may spare the packet.
    std::ranges::stable_sort(out.children, {}, &Node::cost);
    return true;
}

bool Checking::bareName(const Syntax &syntax, Node &out)
{
    if (!resolve(syntax, m_catalogue, out, m_problem))
        return false;
    if (out.type == Type::Truth || (out.type == Type::Any && m_catalogue.mayBe(out.path, FieldType::Bool)))
        return true;
    const std::string instead = "has(" + std::string(syntax.source) + ')';
    if (out.kind == Kind::Now)
        return noCondition(syntax);
    return fail(syntax, QCoreApplication::translate("filter", "%1 is not true or false and cannot stand alone: %2 asks whether it is there.").arg(inQuotes(syntax.source), plain(instead)),
                QCoreApplication::translate("filter", "a comparison with it, or has(…)"), instead);
}

bool Checking::noCondition(const Syntax &syntax)
{
    return fail(syntax, QCoreApplication::translate("filter", "%1 is a value, not a condition: compare it with something.").arg(inQuotes(syntax.source)),
                QCoreApplication::translate("filter", "a condition such as mag < 19.5"));
}

bool Checking::noValue(const Syntax &syntax)
{
    return fail(syntax, QCoreApplication::translate("filter", "%1 is a condition, where a value is wanted.").arg(inQuotes(syntax.source)),
                QCoreApplication::translate("filter", "a key, a number or a text"));
}

bool Checking::functionOf(const Syntax &syntax, Node &out, bool wantsCondition)
{
    const std::string &name = syntax.path.front().name;
    const Function *function = findFunction(name);
    if (!function) {
        Problem problem = unknownFunction(syntax);
        if (findAlertField(name) || findSpecialWord(name)) {
            problem.suggestion.clear();
            problem.message = QCoreApplication::translate("filter", "%1 is a key, not a function.").arg(inQuotes(name));
        }
        if (!m_problem)
            m_problem = std::move(problem);
        return false;
    }
    if (wantsCondition != function->condition)
        return wantsCondition ? noCondition(syntax) : noValue(syntax);
    const size_t wanted = function->takes == Takes::Place ? 3 : function->takes == Takes::Several ? 2 : 1;
    const bool fits = function->takes == Takes::Several ? syntax.children.size() >= wanted : syntax.children.size() == wanted;
    if (!fits)
        return fail(syntax, QCoreApplication::translate("filter", "%1 takes other values: %2.").arg(inQuotes(syntax.source), QString::fromUtf8(function->signature)), QString::fromUtf8(function->signature));
    if (!call(syntax, *function, out))
        return false;
    carryUp(out);
    return true;
}

bool Checking::call(const Syntax &syntax, const Function &function, Node &out)
{
    out.kind = function.kind;
    out.type = Type::Truth;
    switch (function.kind) {
    case Kind::Cone:
        return cone(syntax, out);
    case Kind::Has:
        return presence(syntax.children[0], out.children.emplace_back());
    case Kind::Word:
        return phrase(syntax.children[0], out);
    case Kind::Lower:
        return text(syntax.children[0], out);
    case Kind::Len:
        return length(syntax.children[0], out);
    case Kind::Abs: {
        Node &argument = out.children.emplace_back();
        if (!numberValue(syntax.children[0], argument, function.name))
            return false;
        out.type = Type::Number;
        out.unit = argument.unit;
        out.spread = argument.spread;
        return true;
    }
    default:
        return extreme(syntax, function, out);
    }
}

bool Checking::presence(const Syntax &argument, Node &out)
{
    const bool name = argument.kind == SyntaxKind::Name && !(argument.path.size() == 1 && findSpecialWord(argument.path[0].name) && findSpecialWord(argument.path[0].name)->kind == Kind::Bool);
    if (!name)
        return fail(argument, QCoreApplication::translate("filter", "has() asks for a key or a packet field, and %1 is neither.").arg(inQuotes(argument.source)),
                    QCoreApplication::translate("filter", "a name, as in has(mag)"));
    return resolve(argument, m_catalogue, out, m_problem);
}

bool Checking::phrase(const Syntax &argument, Node &out)
{
    if (argument.kind != SyntaxKind::Text)
        return fail(argument, QCoreApplication::translate("filter", "word() searches for a text in quotes, and %1 is none.").arg(inQuotes(argument.source)),
                    QCoreApplication::translate("filter", "a text, as in word(\"kilonova\")"), argument.kind == SyntaxKind::Name ? quotedText(argument.source) : std::string());
    Node literal;
    if (!value(argument, literal))
        return false;
    out.phrase = std::make_shared<const Phrase>(literal.text);
    out.text = std::move(literal.text);
    out.needsPacket = true;
    out.cost = kWordCost;
    if (out.phrase->words().empty())
        return fail(argument, QCoreApplication::translate("filter", "%1 holds no word.").arg(inQuotes(argument.source)), QCoreApplication::translate("filter", "letters or digits, as in word(\"kilonova\")"));
    return true;
}

bool Checking::text(const Syntax &argument, Node &out)
{
    Node &child = out.children.emplace_back();
    if (!value(argument, child))
        return false;
    if (child.type != Type::Text && child.type != Type::Texts && child.type != Type::Any)
        return fail(argument, QCoreApplication::translate("filter", "%1 is %2, and lower() takes a text.").arg(inQuotes(argument.source), described(child.type)), QCoreApplication::translate("filter", "a text"));
    out.type = child.type == Type::Texts ? Type::Texts : Type::Text;
    out.spread = child.spread;
    return true;
}

bool Checking::length(const Syntax &argument, Node &out)
{
    Node &child = out.children.emplace_back();
    if (!value(argument, child))
        return false;
    if (child.type != Type::Text && child.type != Type::Texts && child.type != Type::Any)
        return fail(argument, QCoreApplication::translate("filter", "%1 is %2, and len() takes a text or a list.").arg(inQuotes(argument.source), described(child.type)),
                    QCoreApplication::translate("filter", "a text or a list"));
    out.type = Type::Number;
    out.unit = Unit::of({});
    // The list of an alert is counted as a whole; a packet's may stand inside another list.
    out.spread = child.spread && !(child.kind == Kind::Key && child.type == Type::Texts);
    return true;
}

std::optional<Node> check(std::string_view text, const Syntax &root, const FieldCatalogue &catalogue, std::optional<Problem> &problem)
{
    Node node;
    if (!Checking(text, catalogue, problem).condition(root, node))
        return std::nullopt;
    return node;
}

} // namespace tocsin::filter
