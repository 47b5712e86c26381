// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/decoder.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

// Values of the slow evaluator: simple, slow, and written without looking at core/filter.
namespace randomfilter {

using tocsin::decoders::FieldTree;
using Verdict = std::optional<bool>;

// A plain value; long double holds every 64-bit integer.
struct Value {
    enum Kind { Missing, Number, Text, Bool, Time, Other } kind = Missing;
    long double number = 0;
    bool whole = false; // an integer with all its digits
    std::string text;
    bool flag = false;
};
using Values = std::vector<Value>;

Value numberValue(double value);
Value wholeValue(long double value);
Value textValue(const std::string &text);
Value boolValue(bool flag);
Value timeValue(int64_t us);

// True when the test holds for one of them.
Verdict any(const Values &values, const std::function<Verdict(const Value &)> &test);
Verdict compared(const Value &a, const std::string &op, const Value &b);
Value numberOfText(const Value &value); // the number in the text of an id

// All values at a path; nullptr stands for what is not there.
std::vector<const FieldTree *> reached(const FieldTree *tree, const std::vector<std::string> &steps);
void flatten(const FieldTree *tree, Values &out);

} // namespace randomfilter
