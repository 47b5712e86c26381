// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/expression.h"
#include "core/filter/units.h"

#include <cstdint>
#include <span>
#include <string_view>

// The one table of the language: checker, completion and help page are made from it. Texts for people: translate in
// context "filter".
namespace tocsin::filter {

// What a function takes.
enum class Takes : uint8_t { Place, Name, Text, Number, TextOrList, Several };

struct Function {
    std::string_view name;
    Kind kind; // of the node it becomes
    Takes takes;
    bool condition; // gives true, false or unknown; else a value
    const char *signature;
    const char *type; // of what it gives
    const char *meaning;
    const char *example;
};
[[nodiscard]] std::span<const Function> functions();
[[nodiscard]] const Function *findFunction(std::string_view name);

enum class OperatorRole : uint8_t { Comparison, List, Pattern, Logic, Arithmetic, Grouping };

struct Operator {
    std::string_view name;
    std::string_view other; // another spelling, may be empty
    OperatorRole role;
    const char *meaning;
    const char *example;
};
[[nodiscard]] std::span<const Operator> operators();

// A unit that may follow a number: one of it is numerator / denominator basic units.
struct UnitName {
    std::string_view name;
    Dimension dimension;
    double numerator;
    double denominator;
    const char *meaning;
    const char *example;
};
[[nodiscard]] std::span<const UnitName> units();
[[nodiscard]] const UnitName *findUnit(std::string_view name);

// Keys that are derived when a filter is judged, and the words true and false.
struct SpecialWord {
    std::string_view name;
    Kind kind;
    Type type;
    const char *unit;
    const char *meaning;
    const char *example;
};
[[nodiscard]] std::span<const SpecialWord> specialWords();
[[nodiscard]] const SpecialWord *findSpecialWord(std::string_view name); // true and false in any case

// The grammar as lines of code, for the help page; parser.cpp follows it rule by rule.
[[nodiscard]] const char *grammar();

// Other ways to write a literal, for the help page.
struct LiteralForm {
    const char *form;
    const char *meaning;
    const char *example;
};
[[nodiscard]] std::span<const LiteralForm> literalForms();

// Whole filters, for the help page.
struct Example {
    const char *text;
    const char *meaning;
};
[[nodiscard]] std::span<const Example> examples();

} // namespace tocsin::filter
