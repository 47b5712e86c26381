// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/decoder.h"
#include "core/domain/alert.h"

#include <functional>
#include <optional>
#include <random>
#include <string>
#include <vector>

// Random filters, each as a text and as a slow function that says what the text means: values, units and three-valued logic
// written a second time, without the parser, the tree and the judge of core/filter.
namespace randomfilter {

using tocsin::Alert;
using tocsin::UtcTime;
using tocsin::decoders::FieldTree;

struct Row {
    const Alert *alert = nullptr;
    UtcTime now;
    const FieldTree *packet = nullptr; // null: not there
};

using Verdict = std::optional<bool>;

struct Condition {
    std::string text;
    std::function<Verdict(const Row &)> meaning;
};

class Maker
{
public:
    explicit Maker(unsigned seed) : m_random(seed) {}
    Condition condition(int depth);
    Alert alert();
    FieldTree packet();

    struct Value; // of the slow evaluator

private:
    struct Operand {
        std::string text;
        std::function<std::vector<Value>(const Row &)> meaning; // several: any of them
    };
    enum class Measure { Plain, Magnitude, Angle, Rate, Span };

    int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(m_random); }
    template <size_t N>
    const char *oneOf(const char *const (&texts)[N])
    {
        return texts[static_cast<size_t>(below(static_cast<int>(N)))];
    }
    std::string blank();
    std::string cased(std::string word);

    Condition logic(int depth);
    Condition comparison(Operand left, Operand right, bool ordered);
    Condition numbers();
    Condition texts();
    Condition ids();
    Condition times();
    Condition booleans();
    Condition presence();
    Condition list();
    Condition pattern();
    Condition cone();
    Condition word();
    Condition packets();

    Operand number(Measure measure, int depth);
    Operand numberLiteral(Measure measure);
    Operand textKey();
    Operand packetField();
    Operand time();

    std::mt19937 m_random;
};

} // namespace randomfilter
