// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/skytext.h"

#include "core/decoders/mapping.h"

#include <array>

namespace tocsin::decoders {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// One of the marks that end a part; their length, 0 for none. `hours` is told by an "h" or a "d".
size_t markAt(std::string_view text, bool &hours)
{
    static constexpr std::array<std::string_view, 4> kSigns{"\xc2\xb0", "\xe2\x80\xb2", "\xe2\x80\xb3", "''"}; // degree, prime, double prime
    for (const std::string_view sign : kSigns) {
        if (text.starts_with(sign))
            return sign.size();
    }
    switch (text.front()) {
    case 'h':
    case 'H':
        hours = true;
        return 1;
    case 'd':
    case 'D':
        hours = false;
        return 1;
    case ':':
    case ' ':
    case 'm':
    case 's':
    case '\'':
    case '"':
        return 1;
    default:
        return 0;
    }
}

} // namespace

Number degreesIn(std::string_view text, bool hours)
{
    constexpr size_t kLongest = 60;
    if (text.size() > kLongest)
        return {};
    if (const Number plain = numberIn(text); plain.has())
        return plain;
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    std::array<double, 3> parts{};
    size_t count = 0;
    while (!text.empty()) {
        size_t length = 0;
        while (length < text.size() && (isDigit(text[length]) || text[length] == '.'))
            ++length;
        const Number part = length > 0 && isDigit(text.front()) ? numberIn(text.substr(0, length)) : Number();
        if (!part.has() || count == parts.size())
            return {};
        parts[count++] = part.value;
        text.remove_prefix(length);
        if (text.empty())
            break;
        const size_t mark = markAt(text, hours);
        if (mark == 0)
            return {};
        text.remove_prefix(mark);
        while (text.starts_with(' '))
            text.remove_prefix(1);
    }
    if (count < 2 || parts[1] >= 60 || parts[2] >= 60)
        return {};
    const double value = (parts[0] + parts[1] / 60 + parts[2] / 3600) * (hours ? 15 : 1);
    return negative ? -value : value;
}

} // namespace tocsin::decoders
