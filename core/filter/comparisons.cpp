// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions of the checker that compare: =, <, in, ~.
#include "core/filter/checking.h"
#include "core/filter/lexer.h"
#include "core/filter/names.h"
#include "core/filter/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>

namespace tocsin::filter {

namespace {

constexpr uint8_t kTextCost = 1;
constexpr uint8_t kPatternCost = 10;

bool isEquality(CompareOp op)
{
    return op == CompareOp::Equal || op == CompareOp::NotEqual;
}

// The digits of a literal, as it was written where it was.
std::string spelled(const Node &literal)
{
    if (!literal.text.empty())
        return literal.text;
    std::array<char, 32> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), literal.number.real);
    return {buffer.data(), end.ptr};
}

bool isNumberText(std::string_view text)
{
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return !text.empty() && read.ec == std::errc() && read.ptr == text.data() + text.size();
}

// What other languages call missing.
bool meansMissing(std::string_view name)
{
    return name == "null" || name == "NULL" || name == "None" || name == "none" || name == "nan" || name == "NaN" || name == "nil";
}

} // namespace

// Names that mean nothing, where the other side tells what was meant.
bool Checking::namesAreKnown(const Syntax &syntax)
{
    for (size_t i = 0; i < 2 && i < syntax.children.size(); ++i) {
        const Syntax &side = syntax.children[i];
        const Syntax &other = syntax.children[1 - i];
        if (side.kind != SyntaxKind::Name || side.path.size() != 1 || side.path[0].name == "fields" || isKnownName(side, m_catalogue) || !m_catalogue.named(side.path).empty())
            continue;
        if (meansMissing(side.path[0].name) && other.kind == SyntaxKind::Name) {
            const std::string instead = (syntax.op == CompareOp::NotEqual ? "has(" : "not has(") + std::string(other.source) + ')';
            return fail(syntax, QCoreApplication::translate("filter", "%1 is no value here: has() asks whether something is there.").arg(inQuotes(side.source)), {}, instead);
        }
        Node known;
        std::optional<Problem> ignored;
        if (other.kind == SyntaxKind::Name && resolve(other, m_catalogue, known, ignored) && (known.type == Type::Text || known.type == Type::Texts))
            return fail(side, QCoreApplication::translate("filter", "%1 is no key: a text stands in quotes.").arg(inQuotes(side.source)), QCoreApplication::translate("filter", "a text in quotes"), quotedText(side.source));
    }
    return true;
}

bool Checking::comparison(const Syntax &syntax, Node &out)
{
    if (!namesAreKnown(syntax))
        return false;
    out.kind = Kind::Compare;
    out.op = syntax.op;
    out.children.resize(2);
    if (!value(syntax.children[0], out.children[0]) || !value(syntax.children[1], out.children[1]))
        return false;
    if (!comparable(syntax, out.children[0], out.children[1], syntax.op))
        return false;
    carryUp(out);
    if (out.children[0].type == Type::Text && out.cost < kTextCost)
        out.cost = kTextCost;
    return true;
}

bool Checking::comparable(const Syntax &syntax, Node &left, Node &right, CompareOp op)
{
    const Syntax &leftSyntax = syntax.children[0];
    const Syntax &rightSyntax = syntax.children[1];
    const bool time = left.type == Type::Time || right.type == Type::Time;
    for (Node *side : {&left, &right}) {
        if (time && side->type == Type::Any)
            wrap(*side, Kind::TimeOf, Type::Time);
    }
    if (isLiteral(right) && !isLiteral(left)) {
        if (!literalFor(leftSyntax, left, rightSyntax, right, op))
            return false;
    } else if (isLiteral(left) && !isLiteral(right)) {
        if (!literalFor(rightSyntax, right, leftSyntax, left, op))
            return false;
    } else if (isLiteral(left)) {
        // Two literals: a quoted time beside a time.
        if (left.type == Type::Time && right.type == Type::Text && !literalFor(leftSyntax, left, rightSyntax, right, op))
            return false;
        if (right.type == Type::Time && left.type == Type::Text && !literalFor(rightSyntax, right, leftSyntax, left, op))
            return false;
    }
    // A text that is ordered beside a number is read as one.
    for (auto [one, other] : {std::pair{&left, &right}, std::pair{&right, &left}}) {
        if (one->type == Type::Text && other->kind == Kind::Number && !isEquality(op) && other->unit.free)
            wrap(*one, Kind::NumberOf, Type::Number);
    }
    const bool any = left.type == Type::Any || right.type == Type::Any;
    const bool texts = (left.type == Type::Texts && right.type == Type::Text) || (left.type == Type::Text && right.type == Type::Texts);
    if (left.type != right.type && !any && !texts)
        return mismatch(leftSyntax, left, rightSyntax, right);
    if ((left.type == Type::Truth || right.type == Type::Truth) && !isEquality(op))
        return fail(syntax.opBegin, syntax.opEnd, QCoreApplication::translate("filter", "True and false have no order: “%1” makes nothing of them.").arg(QString::fromUtf8(textOf(op))), QCoreApplication::translate("filter", "= or !="), "=");
    if (isNumeric(left) && isNumeric(right) && (left.type == Type::Number || right.type == Type::Number || (!left.unit.free && !right.unit.free)))
        return sameUnit(leftSyntax, left, rightSyntax, right);
    return true;
}

bool Checking::literalFor(const Syntax &otherSyntax, const Node &other, const Syntax &literalSyntax, Node &literal, CompareOp op)
{
    if (other.type == Type::Time && literal.kind == Kind::Text) {
        const UtcTime time = UtcTime::fromIso(literal.text);
        if (!time.isValid())
            return fail(literalSyntax, QCoreApplication::translate("filter", "%1 is no time, and %2 is one.").arg(inQuotes(literalSyntax.source), inQuotes(otherSyntax.source)),
                        QCoreApplication::translate("filter", "a time such as 2026-03-01, 2026-03-01T04:05:06Z or now - 6h"));
        literal.kind = Kind::Time;
        literal.type = Type::Time;
        literal.timeUs = time.us;
        return true;
    }
    const bool text = other.type == Type::Text || other.type == Type::Texts;
    if (text && literal.kind == Kind::Number) {
        if (!literal.unit.free)
            return fail(literalSyntax, QCoreApplication::translate("filter", "%1 is %2 and takes no unit.").arg(inQuotes(otherSyntax.source), described(other.type)), {}, std::string(literalSyntax.literal));
        // Ids: the digits as they were written, never through a double.
        if (isEquality(op) || other.type == Type::Texts) {
            literal.text = spelled(literal);
            literal.kind = Kind::Text;
            literal.type = Type::Text;
        }
        return true;
    }
    if (other.type == Type::Number && literal.kind == Kind::Text) {
        const bool digits = isNumberText(literal.text);
        return fail(literalSyntax, QCoreApplication::translate("filter", "%1 is %2 and %3 a text.").arg(inQuotes(otherSyntax.source), described(other.type), inQuotes(literalSyntax.source)),
                    QCoreApplication::translate("filter", "a number such as %1").arg(exampleOf(other.unit)), digits ? literal.text : std::string());
    }
    return true;
}

bool Checking::mismatch(const Syntax &leftSyntax, const Node &left, const Syntax &rightSyntax, const Node &right)
{
    QString expected;
    switch (left.type) {
    case Type::Time:
        expected = QCoreApplication::translate("filter", "a time such as now - 6h or 2026-03-01");
        break;
    case Type::Text:
    case Type::Texts:
        expected = QCoreApplication::translate("filter", "a text in quotes");
        break;
    case Type::Truth:
        expected = QCoreApplication::translate("filter", "true or false");
        break;
    default:
        expected = QCoreApplication::translate("filter", "a number such as %1").arg(exampleOf(left.unit));
    }
    return fail(rightSyntax, QCoreApplication::translate("filter", "%1 is %2 and %3 is %4: the two do not go together.").arg(inQuotes(leftSyntax.source), described(left.type), inQuotes(rightSyntax.source), described(right.type)), expected);
}

bool Checking::membership(const Syntax &syntax, Node &out)
{
    const Syntax &operandSyntax = syntax.children[0];
    out.kind = Kind::In;
    Node &operand = out.children.emplace_back();
    if (!value(operandSyntax, operand))
        return false;
    auto choices = std::make_shared<Choices>();
    bool time = false;
    std::vector<Node> elements(syntax.children.size() - 1);
    for (size_t i = 0; i < elements.size(); ++i) {
        const Syntax &element = syntax.children[i + 1];
        const bool bare = element.kind == SyntaxKind::Name && element.path.size() == 1 && !isKnownName(element, m_catalogue);
        if (bare && (operand.type == Type::Text || operand.type == Type::Texts || operand.type == Type::Any))
            return fail(element, QCoreApplication::translate("filter", "%1 is no key: a text stands in quotes.").arg(inQuotes(element.source)), QCoreApplication::translate("filter", "a text in quotes"), quotedText(element.source));
        if (!value(element, elements[i]))
            return false;
        if (!isLiteral(elements[i]))
            return fail(element, QCoreApplication::translate("filter", "%1 varies, and a list holds fixed values.").arg(inQuotes(element.source)), QCoreApplication::translate("filter", "a number, a text or a time"),
                        {});
        time = time || elements[i].type == Type::Time;
    }
    if (time && operand.type == Type::Any)
        wrap(operand, Kind::TimeOf, Type::Time);
    for (size_t i = 0; i < elements.size(); ++i) {
        const Syntax &at = syntax.children[i + 1];
        Node &element = elements[i];
        if (!literalFor(operandSyntax, operand, at, element, CompareOp::Equal))
            return false;
        const bool fits = element.type == operand.type || operand.type == Type::Any || (operand.type == Type::Texts && element.type == Type::Text);
        if (!fits)
            return mismatch(operandSyntax, operand, at, element);
        if (element.type == Type::Number && operand.kind != Kind::Number && !adoptUnit(operandSyntax, operand, at, element))
            return false;
        switch (element.kind) {
        case Kind::Number:
            choices->numbers.push_back(element.number);
            break;
        case Kind::Time:
            choices->timesUs.push_back(element.timeUs);
            break;
        case Kind::Bool:
            (element.flag ? choices->hasTrue : choices->hasFalse) = true;
            break;
        default:
            choices->texts.push_back(std::move(element.text));
        }
    }
    std::ranges::sort(choices->texts);
    out.choices = std::move(choices);
    carryUp(out);
    if (operand.type == Type::Text && out.cost < kTextCost)
        out.cost = kTextCost;
    if (syntax.inverse)
        wrap(out, Kind::Not, Type::Truth);
    out.spread = false;
    return true;
}

bool Checking::match(const Syntax &syntax, Node &out)
{
    const Syntax &operandSyntax = syntax.children[0];
    const Syntax &patternSyntax = syntax.children[1];
    out.kind = Kind::Match;
    out.flag = syntax.inverse;
    Node &operand = out.children.emplace_back();
    if (!value(operandSyntax, operand))
        return false;
    if (operand.type != Type::Text && operand.type != Type::Texts && operand.type != Type::Any)
        return fail(operandSyntax, QCoreApplication::translate("filter", "%1 is %2, and “~” searches in text.").arg(inQuotes(operandSyntax.source), described(operand.type)), QCoreApplication::translate("filter", "a text such as name or topic"));
    if (patternSyntax.kind != SyntaxKind::Text)
        return fail(patternSyntax, QCoreApplication::translate("filter", "The pattern %1 must stand in quotes.").arg(inQuotes(patternSyntax.source)), QCoreApplication::translate("filter", "a pattern in quotes, as in topic ~ \"^gcn\""),
                    patternSyntax.kind == SyntaxKind::Name ? quotedText(patternSyntax.source) : std::string());
    out.text = patternValue(patternSyntax.literal);
    std::optional<Regex::Wrong> wrong;
    out.regex = Regex::compile(out.text, wrong);
    if (wrong) {
        const size_t quote = static_cast<size_t>(patternSyntax.literal.data() - m_text.data());
        const size_t at = std::min(quote + 1 + wrong->position, quote + patternSyntax.literal.size() - 1);
        return fail(at, at + 1, QCoreApplication::translate("filter", "The pattern is wrong: %1.").arg(QString::fromStdString(wrong->message)),
                    QCoreApplication::translate("filter", "a regular expression (PCRE); \\ before . ( ) [ ] * + ? takes them as they are"));
    }
    carryUp(out);
    out.cost = std::max(out.cost, kPatternCost);
    return true;
}

} // namespace tocsin::filter
