// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace tocsin {

// The one reader of UTF-8 that came from outside (RFC 3629): the length of the well-formed sequence at the start of `text`,
// which must not be empty, and its character; 0 when it is none. Any thread.
[[nodiscard]] size_t utf8Sequence(std::string_view text, char32_t &character);

} // namespace tocsin
