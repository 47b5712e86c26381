// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/fieldcatalogue.h"
#include "core/filter/problem.h"
#include "core/filter/syntax.h"

#include <optional>
#include <string_view>

namespace tocsin::filter {

// The checker at work; lives while one filter is compiled. Its members are found by job: conditions and names in
// checker.cpp, what may be compared with what in comparisons.cpp, sums, units and functions of numbers in arithmetic.cpp,
// places on the sky in places.cpp. Every member returns false when it has set the problem.
class Checking
{
public:
    Checking(std::string_view text, const FieldCatalogue &catalogue, std::optional<Problem> &problem)
        : m_text(text), m_catalogue(catalogue), m_problem(problem)
    {
    }

    bool condition(const Syntax &syntax, Node &out);
    bool value(const Syntax &syntax, Node &out);

private:
    bool fail(const Syntax &at, const QString &message, const QString &expected = {}, std::string suggestion = {});
    bool fail(size_t begin, size_t end, const QString &message, const QString &expected = {}, std::string suggestion = {});

    // checker.cpp
    bool logic(const Syntax &syntax, Node &out);
    bool bareName(const Syntax &syntax, Node &out);
    bool call(const Syntax &syntax, const Function &function, Node &out);
    bool functionOf(const Syntax &syntax, Node &out, bool wantsCondition);
    bool presence(const Syntax &argument, Node &out);
    bool phrase(const Syntax &argument, Node &out);
    bool text(const Syntax &argument, Node &out);
    bool length(const Syntax &argument, Node &out);
    bool noCondition(const Syntax &syntax);
    bool noValue(const Syntax &syntax);

    // comparisons.cpp
    bool comparison(const Syntax &syntax, Node &out);
    bool membership(const Syntax &syntax, Node &out);
    bool match(const Syntax &syntax, Node &out);
    bool namesAreKnown(const Syntax &syntax);
    bool comparable(const Syntax &syntax, Node &left, Node &right, CompareOp op);
    // Makes a literal what the other side wants: text of a number, time of a text, number in the other's unit.
    bool literalFor(const Syntax &otherSyntax, const Node &other, const Syntax &literalSyntax, Node &literal, CompareOp op);
    bool mismatch(const Syntax &leftSyntax, const Node &left, const Syntax &rightSyntax, const Node &right);

    // arithmetic.cpp
    bool number(const Syntax &syntax, Node &out);
    bool numberValue(const Syntax &syntax, Node &out, std::string_view wantedBy);
    bool negation(const Syntax &syntax, Node &out);
    bool sum(const Syntax &syntax, Node &out);
    bool product(const Syntax &syntax, Node &out);
    bool timeSpan(const Syntax &syntax, Node &number);
    bool extreme(const Syntax &syntax, const Function &function, Node &out);
    bool sameUnit(const Syntax &leftSyntax, Node &left, const Syntax &rightSyntax, Node &right);
    bool adoptUnit(const Syntax &otherSyntax, const Node &other, const Syntax &literalSyntax, Node &literal);
    bool unitsDiffer(const Syntax &leftSyntax, const Unit &left, const Syntax &rightSyntax, const Unit &right);

    // places.cpp
    bool cone(const Syntax &syntax, Node &out);
    enum class Coordinate : uint8_t { Ra, Dec, Radius };
    bool degrees(const Syntax &syntax, Coordinate coordinate, double &out);
    bool sexagesimalDegrees(const Syntax &syntax, Coordinate coordinate, double &out);

    std::string_view m_text;
    const FieldCatalogue &m_catalogue;
    std::optional<Problem> &m_problem;
};

[[nodiscard]] inline bool isLiteral(const Node &node)
{
    return node.kind == Kind::Number || node.kind == Kind::Text || node.kind == Kind::Bool || node.kind == Kind::Time;
}
[[nodiscard]] inline bool isNumeric(const Node &node)
{
    return node.type == Type::Number || node.type == Type::Any;
}

// Puts `child` below a new node of this kind and carries up what is known of it.
void wrap(Node &child, Kind kind, Type type);
void carryUp(Node &parent);
[[nodiscard]] Node numberNode(double value, const Unit &unit);
// “a text”, “a number”, … for messages.
[[nodiscard]] QString described(Type type);

} // namespace tocsin::filter
