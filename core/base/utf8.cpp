// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"

namespace tocsin {

namespace {

bool isTail(std::string_view text, size_t at)
{
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
}

} // namespace

size_t utf8Sequence(std::string_view text, char32_t &character)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const size_t length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length < 2) {
        character = lead;
        return length;
    }
    character = lead & (0x7fu >> length);
    for (size_t i = 1; i < length; ++i) {
        if (!isTail(text, i))
            return 0;
        character = character << 6 | (static_cast<unsigned char>(text[i]) & 0x3f);
    }
    constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool sound = character >= kLeast[length] && character <= 0x10ffff && (character < 0xd800 || character > 0xdfff);
    return sound ? length : 0;
}

} // namespace tocsin
