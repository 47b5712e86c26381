// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/functions.h"
#include "core/filter/lexer.h"

#include <span>
#include <string_view>

namespace tocsin::filter {

// What the grammar wants after some tokens; the reader forgives what is wrong before, since people write from both ends.
struct Situation {
    enum class Wants : uint8_t { Operand, Operator, ListBegin, Nothing } wants = Wants::Operand;
    const Function *inside = nullptr; // the function whose argument is wanted
    std::string_view compared; // the name before the “=”, “<”, “in (” whose other side is wanted; empty = none
    bool equality = false; // that was =, != or in
    bool afterComparison = false; // the operand just read was the other side
    bool afterNumber = false; // a unit may follow
    bool afterNot = false; // “x not …”: only “in” can follow
};

[[nodiscard]] Situation situationAfter(std::span<const Token> tokens, std::string_view text);

// The token from which on a path stands that ends with the last one: fields . candidate . dr
[[nodiscard]] size_t pathBegin(std::span<const Token> tokens);

} // namespace tocsin::filter
