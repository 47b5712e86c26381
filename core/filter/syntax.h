// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/expression.h"
#include "core/filter/functions.h"

#include <string>
#include <string_view>
#include <vector>

namespace tocsin::filter {

enum class SyntaxKind : uint8_t { Number, Text, Time, Sexagesimal, Name, Call, Negate, Add, Subtract, Multiply, Divide, Compare, In, Match, And, Or, Not };

// What was written, before names are found and types are checked. Made by the parser, read by the checker; views into the
// person's text.
struct Syntax {
    SyntaxKind kind = SyntaxKind::Name;
    size_t begin = 0; // bytes
    size_t end = 0;
    std::string_view source; // with the parentheses around it
    std::string_view literal; // the token of a literal alone, without sign, unit and parentheses
    const UnitName *unit = nullptr; // of a Number
    bool unitAlone = false; // the “yr” of 1/yr
    bool inParentheses = false;
    bool inverse = false; // “not in”, “!~”
    CompareOp op = CompareOp::Equal;
    size_t opBegin = 0;
    size_t opEnd = 0;
    int depth = 1;
    PacketPath path; // of a Name: all its steps
    std::vector<Syntax> children;
};

[[nodiscard]] const char *textOf(CompareOp op);

} // namespace tocsin::filter
