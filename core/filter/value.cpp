// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/value.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace tocsin::filter {

namespace {

Truth orderTruth(std::partial_ordering order, CompareOp op)
{
    if (order == std::partial_ordering::unordered)
        return Truth::Unknown;
    switch (op) {
    case CompareOp::Equal:
        return truthOf(order == 0);
    case CompareOp::NotEqual:
        return truthOf(order != 0);
    case CompareOp::Less:
        return truthOf(order < 0);
    case CompareOp::LessEqual:
        return truthOf(order <= 0);
    case CompareOp::Greater:
        return truthOf(order > 0);
    default:
        return truthOf(order >= 0);
    }
}

} // namespace

Value Value::of(const Numeral &number)
{
    Value value;
    if (number.has()) {
        value.kind = Kind::Number;
        value.number = number;
    }
    return value;
}

Value Value::of(std::string_view text)
{
    Value value;
    value.kind = Kind::Text;
    value.text = text;
    return value;
}

Value Value::of(bool flag)
{
    Value value;
    value.kind = Kind::Bool;
    value.flag = flag;
    return value;
}

Value Value::time(int64_t us)
{
    Value value;
    value.kind = Kind::Time;
    value.timeUs = us;
    return value;
}

Numeral numberOf(std::string_view text)
{
    const char *end = text.data() + text.size();
    const bool below = text.starts_with('-');
    uint64_t natural = 0;
    if (const auto read = std::from_chars(text.data() + (below ? 1 : 0), end, natural); read.ec == std::errc() && read.ptr == end)
        return Numeral::natural(natural, below);
    double real = 0;
    const auto read = std::from_chars(text.data(), end, real);
    return read.ec == std::errc() && read.ptr == end && std::isfinite(real) ? Numeral(real) : Numeral();
}

Truth compared(const Value &left, CompareOp op, const Value &right)
{
    if (left.kind != right.kind)
        return Truth::Unknown;
    switch (left.kind) {
    case Value::Kind::Number:
        return orderTruth(compare(left.number, right.number), op);
    case Value::Kind::Text:
        return orderTruth(left.text <=> right.text, op);
    case Value::Kind::Time:
        return orderTruth(left.timeUs <=> right.timeUs, op);
    case Value::Kind::Bool:
        if (op == CompareOp::Equal || op == CompareOp::NotEqual)
            return truthOf((left.flag == right.flag) == (op == CompareOp::Equal));
        return Truth::Unknown;
    default:
        return Truth::Unknown;
    }
}

Truth isAmong(const Value &value, const Choices &choices)
{
    const bool texts = !choices.texts.empty();
    const bool numbers = !choices.numbers.empty();
    const bool times = !choices.timesUs.empty();
    const bool bools = choices.hasTrue || choices.hasFalse;
    bool found = false;
    bool others = false; // elements of another type leave it open
    switch (value.kind) {
    case Value::Kind::Text:
        found = std::ranges::binary_search(choices.texts, value.text, std::less<>());
        others = numbers || times || bools;
        break;
    case Value::Kind::Number:
        found = std::ranges::any_of(choices.numbers, [&](const Numeral &one) { return compare(one, value.number) == 0; });
        others = texts || times || bools;
        break;
    case Value::Kind::Time:
        found = std::ranges::find(choices.timesUs, value.timeUs) != choices.timesUs.end();
        others = texts || numbers || bools;
        break;
    case Value::Kind::Bool:
        found = value.flag ? choices.hasTrue : choices.hasFalse;
        others = texts || numbers || times;
        break;
    default:
        return Truth::Unknown;
    }
    return found ? Truth::True : others ? Truth::Unknown : Truth::False;
}

Truth matches(const Value &value, const Regex &regex, bool inverse)
{
    if (value.kind != Value::Kind::Text)
        return Truth::Unknown;
    const std::optional<bool> found = regex.find(value.text);
    return found ? truthOf(*found != inverse) : Truth::Unknown;
}

} // namespace tocsin::filter
