// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/problem.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tocsin::filter {

enum class TokenKind : uint8_t {
    Number,
    Text, // with its quotes
    Time, // 2026-03-01…
    Sexagesimal, // 12h30m49s, 12:30:49, 12°23'28"
    Degrees, // the sign °
    Name, // also and, or, not, in
    Symbol,
    End,
};

struct Token {
    TokenKind kind = TokenKind::End;
    size_t begin = 0; // bytes
    size_t end = 0;
    std::string_view source;

    [[nodiscard]] bool isSymbol(std::string_view symbol) const { return kind == TokenKind::Symbol && source == symbol; }
};

// Cuts a text into tokens, up to the first thing that is none (then `problem` is set); the last one is always End.
[[nodiscard]] std::vector<Token> tokensOf(std::string_view text, std::optional<Problem> &problem);

// The text between the quotes of a Text token: with the escapes of the language read, or as a pattern, where backslashes
// belong to PCRE.
[[nodiscard]] std::string textValue(std::string_view source);
[[nodiscard]] std::string patternValue(std::string_view source);

struct Sexagesimal {
    enum class Form : uint8_t { Hours, Degrees, Colons } form = Form::Colons;
    double value = 0; // hours or degrees; never negative, the sign stands before the token
    bool sound = false; // minutes and seconds below 60
};
[[nodiscard]] Sexagesimal sexagesimalValue(std::string_view source);

} // namespace tocsin::filter
