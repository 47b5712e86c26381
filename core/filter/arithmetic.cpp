// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of the checker: units, sums, products, time spans.
#include "core/filter/checking.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace tocsin::filter {

namespace {

QString plain(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Numeral numeralOf(std::string_view digits)
{
    const char *end = digits.data() + digits.size();
    uint64_t natural = 0;
    if (const auto read = std::from_chars(digits.data(), end, natural); read.ec == std::errc() && read.ptr == end)
        return Numeral::natural(natural);
    double real = 0;
    const auto read = std::from_chars(digits.data(), end, real);
    return read.ec == std::errc() ? Numeral(real) : Numeral();
}

bool isTimeSpan(const Unit &unit)
{
    return !unit.free && unit.dimension == Dimension{.time = 1};
}

// seconds to microseconds; nothing where that is no time any more.
std::optional<int64_t> shifted(int64_t us, double seconds)
{
    const double moved = static_cast<double>(us) + seconds * 1e6;
    if (!(std::abs(moved) < 9e18) || !(std::abs(seconds) < 9e12))
        return std::nullopt;
    return us + std::llround(seconds * 1e6);
}

} // namespace

bool Checking::number(const Syntax &syntax, Node &out)
{
    out.kind = Kind::Number;
    out.type = Type::Number;
    out.number = Numeral::natural(1);
    if (!syntax.unitAlone) {
        out.number = numeralOf(syntax.literal);
        out.text = std::string(syntax.literal);
        if (!out.number.has())
            return fail(syntax, QCoreApplication::translate("filter", "%1 is too large or too small for a number.").arg(inQuotes(syntax.source)));
    }
    if (!syntax.unit)
        return true;
    out.unit = Unit::of(syntax.unit->dimension);
    if (syntax.unit->numerator != 1 || syntax.unit->denominator != 1)
        out.number = Numeral(out.number.real * syntax.unit->numerator / syntax.unit->denominator);
    return true;
}

bool Checking::numberValue(const Syntax &syntax, Node &out, std::string_view wantedBy)
{
    if (!value(syntax, out))
        return false;
    if (isNumeric(out))
        return true;
    return fail(syntax, QCoreApplication::translate("filter", "%1 is %2, and %3 takes numbers.").arg(inQuotes(syntax.source), described(out.type), inQuotes(wantedBy)),
                QCoreApplication::translate("filter", "a number"));
}

bool Checking::negation(const Syntax &syntax, Node &out)
{
    if (!numberValue(syntax.children[0], out, "-"))
        return false;
    if (out.kind == Kind::Number) {
        out.number = out.number.negated();
        out.text = '-' + out.text;
        return true;
    }
    wrap(out, Kind::Negate, Type::Number);
    return true;
}

bool Checking::unitsDiffer(const Syntax &leftSyntax, const Unit &left, const Syntax &rightSyntax, const Unit &right)
{
    return fail(rightSyntax, QCoreApplication::translate("filter", "%1 is %2 and %3 is %4: the two do not go together.").arg(inQuotes(leftSyntax.source), described(left), inQuotes(rightSyntax.source), described(right)),
                QCoreApplication::translate("filter", "a value such as %1").arg(exampleOf(left)));
}

bool Checking::adoptUnit(const Syntax &otherSyntax, const Node &other, const Syntax &literalSyntax, Node &literal)
{
    if (!literal.unit.free) {
        if (other.unit.free)
            return fail(literalSyntax, QCoreApplication::translate("filter", "The unit of %1 is not known: write the number without a unit, as the packet has it.").arg(inQuotes(otherSyntax.source)),
                        QCoreApplication::translate("filter", "a number without a unit"), std::string(literalSyntax.literal));
        if (literal.unit.dimension != other.unit.dimension)
            return fail(literalSyntax, QCoreApplication::translate("filter", "%1 is %2 and %3 is %4: write a number such as %5.")
                            .arg(inQuotes(otherSyntax.source), described(other.unit), inQuotes(literalSyntax.source), described(literal.unit), exampleOf(other.unit)),
                        QCoreApplication::translate("filter", "a value such as %1").arg(exampleOf(other.unit)));
        if (other.unit.scale != 1)
            literal.number = Numeral(literal.number.real / other.unit.scale);
    }
    literal.unit = other.unit;
    return true;
}

bool Checking::sameUnit(const Syntax &leftSyntax, Node &left, const Syntax &rightSyntax, Node &right)
{
    const bool leftLiteral = left.kind == Kind::Number;
    const bool rightLiteral = right.kind == Kind::Number;
    if (leftLiteral && !rightLiteral)
        return adoptUnit(rightSyntax, right, leftSyntax, left);
    if (rightLiteral && !leftLiteral)
        return adoptUnit(leftSyntax, left, rightSyntax, right);
    const Unit &told = left.unit.free ? right.unit : left.unit;
    if (leftLiteral && left.unit.free != right.unit.free && !told.dimension.none()) {
        const Syntax &bare = left.unit.free ? leftSyntax : rightSyntax;
        return fail(bare, QCoreApplication::translate("filter", "%1 has no unit here: say one, as in %2.").arg(inQuotes(bare.source), exampleOf(told)),
                    QCoreApplication::translate("filter", "a number with a unit"));
    }
    if (!left.unit.free && !right.unit.free && left.unit.dimension != right.unit.dimension)
        return unitsDiffer(leftSyntax, left.unit, rightSyntax, right.unit);
    if (left.unit.free) {
        left.unit = right.unit;
    } else if (right.unit.free) {
        right.unit = left.unit;
    } else if (left.unit.scale != right.unit.scale) {
        // Both vary: one is brought to the other's unit when it is judged.
        const double factor = right.unit.scale / left.unit.scale;
        wrap(right, Kind::Multiply, Type::Number);
        right.spread = false;
        right.unit = left.unit;
        right.children.push_back(numberNode(factor, Unit::of({})));
    }
    return true;
}

// What is added to a time.
bool Checking::timeSpan(const Syntax &syntax, Node &number)
{
    if (number.unit.free) {
        const bool literal = number.kind == Kind::Number;
        return fail(syntax, literal ? QCoreApplication::translate("filter", "%1 needs a unit beside a time: %1 s, %1 h or %1 d.").arg(plain(syntax.source))
                                    : QCoreApplication::translate("filter", "The unit of %1 is not known: say it, as in %2.").arg(inQuotes(syntax.source), plain(syntax.source) + QStringLiteral(" * 1s")),
                    QCoreApplication::translate("filter", "a time span such as 6h"), literal ? std::string(syntax.source) + " s" : std::string(syntax.source) + " * 1s");
    }
    if (!isTimeSpan(number.unit))
        return fail(syntax, QCoreApplication::translate("filter", "%1 is %2, and beside a time there must be a time span.").arg(inQuotes(syntax.source), described(number.unit)),
                    QCoreApplication::translate("filter", "a time span such as 6h"));
    if (number.unit.scale != 1) {
        const double factor = number.unit.scale;
        wrap(number, Kind::Multiply, Type::Number);
        number.spread = false;
        number.unit = Unit::of({.time = 1});
        number.children.push_back(numberNode(factor, Unit::of({})));
    }
    return true;
}

bool Checking::sum(const Syntax &syntax, Node &out)
{
    const Syntax &leftSyntax = syntax.children[0];
    const Syntax &rightSyntax = syntax.children[1];
    Node left;
    Node right;
    if (!value(leftSyntax, left) || !value(rightSyntax, right))
        return false;
    const bool minus = syntax.kind == SyntaxKind::Subtract;
    const std::string_view name = minus ? "-" : "+";
    out.kind = minus ? Kind::Subtract : Kind::Add;
    if (left.type == Type::Time || right.type == Type::Time) {
        if (minus && (left.type == Type::Time || left.type == Type::Any) && (right.type == Type::Time || right.type == Type::Any)) {
            for (Node *side : {&left, &right}) {
                if (side->type == Type::Any)
                    wrap(*side, Kind::TimeOf, Type::Time);
            }
            out.type = Type::Number;
            out.unit = Unit::of({.time = 1});
            if (left.kind == Kind::Time && right.kind == Kind::Time) {
                out = numberNode((static_cast<double>(left.timeUs) - static_cast<double>(right.timeUs)) / 1e6, out.unit);
                return true;
            }
        } else {
            const bool swapped = !minus && right.type == Type::Time && left.type != Type::Time; // 6h + now
            if (swapped)
                std::swap(left, right);
            const Syntax &timeSyntax = swapped ? rightSyntax : leftSyntax;
            const Syntax &spanSyntax = swapped ? leftSyntax : rightSyntax;
            if (left.type != Type::Time || !isNumeric(right))
                return fail(syntax, QCoreApplication::translate("filter", "%1 is %2 and %3 is %4: “%5” makes nothing of them.")
                                .arg(inQuotes(timeSyntax.source), described(left.type), inQuotes(spanSyntax.source), described(right.type), plain(name)),
                            QCoreApplication::translate("filter", "a time and a time span, as in now - 6h"));
            if (!timeSpan(spanSyntax, right))
                return false;
            out.type = Type::Time;
            if (left.kind == Kind::Time && right.kind == Kind::Number) {
                const auto moved = shifted(left.timeUs, minus ? -right.number.real : right.number.real);
                if (!moved)
                    return fail(syntax, QCoreApplication::translate("filter", "%1 lies beyond all times.").arg(inQuotes(syntax.source)));
                out.kind = Kind::Time;
                out.timeUs = *moved;
                return true;
            }
        }
    } else {
        for (const auto &[node, at] : {std::pair{&left, &leftSyntax}, std::pair{&right, &rightSyntax}}) {
            if (!isNumeric(*node))
                return fail(*at, QCoreApplication::translate("filter", "%1 is %2, and %3 takes numbers.").arg(inQuotes(at->source), described(node->type), inQuotes(name)),
                            QCoreApplication::translate("filter", "a number"));
        }
        if (!sameUnit(leftSyntax, left, rightSyntax, right))
            return false;
        out.type = Type::Number;
        out.unit = left.unit;
        if (left.kind == Kind::Number && right.kind == Kind::Number) {
            out = numberNode(minus ? left.number.real - right.number.real : left.number.real + right.number.real, left.unit);
            return true;
        }
    }
    out.children.push_back(std::move(left));
    out.children.push_back(std::move(right));
    carryUp(out);
    return true;
}

bool Checking::product(const Syntax &syntax, Node &out)
{
    const bool divide = syntax.kind == SyntaxKind::Divide;
    Node left;
    Node right;
    if (!numberValue(syntax.children[0], left, divide ? "/" : "*") || !numberValue(syntax.children[1], right, divide ? "/" : "*"))
        return false;
    const Unit unit = divide ? quotient(left.unit, right.unit) : filter::product(left.unit, right.unit);
    if (left.kind == Kind::Number && right.kind == Kind::Number) {
        if (divide && right.number.real == 0)
            return fail(syntax, QCoreApplication::translate("filter", "%1 divides by zero.").arg(inQuotes(syntax.source)));
        out = numberNode(divide ? left.number.real / right.number.real : left.number.real * right.number.real, unit);
        return true;
    }
    out.kind = divide ? Kind::Divide : Kind::Multiply;
    out.type = Type::Number;
    out.unit = unit;
    out.children.push_back(std::move(left));
    out.children.push_back(std::move(right));
    carryUp(out);
    if (!unit.free && unit.dimension.none() && unit.scale != 1) {
        // Units that cancel leave a factor, as in mjd / 1s.
        wrap(out, Kind::Multiply, Type::Number);
        out.unit = Unit::of({});
        out.children.push_back(numberNode(unit.scale, Unit::of({})));
    }
    return true;
}

// min() and max(): all arguments in the unit of the first that has one.
bool Checking::extreme(const Syntax &syntax, const Function &function, Node &out)
{
    out.children.resize(syntax.children.size());
    bool times = false;
    for (size_t i = 0; i < syntax.children.size(); ++i) {
        if (!value(syntax.children[i], out.children[i]))
            return false;
        times = times || out.children[i].type == Type::Time;
    }
    for (size_t i = 0; i < syntax.children.size(); ++i) {
        Node &argument = out.children[i];
        if (times && argument.type == Type::Any)
            wrap(argument, Kind::TimeOf, Type::Time);
        if (times ? argument.type != Type::Time : !isNumeric(argument))
            return fail(syntax.children[i], QCoreApplication::translate("filter", "%1 is %2, and %3 takes numbers, or times only.").arg(inQuotes(syntax.children[i].source), described(argument.type), inQuotes(function.name)),
                        QCoreApplication::translate("filter", "a number"));
    }
    out.type = times ? Type::Time : Type::Number;
    if (times)
        return true;
    size_t lead = 0;
    for (size_t i = out.children.size(); i-- > 0;) {
        if (out.children[i].kind != Kind::Number)
            lead = i;
    }
    for (size_t i = 0; i < out.children.size(); ++i) {
        if (i != lead && !sameUnit(syntax.children[lead], out.children[lead], syntax.children[i], out.children[i]))
            return false;
    }
    out.unit = out.children[lead].unit;
    return true;
}

} // namespace tocsin::filter
