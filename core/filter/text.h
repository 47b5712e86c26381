// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tocsin::filter {

// Takes the first character off `text`; what is no UTF-8 counts as U+FFFD, byte by byte. `text` must not be empty.
[[nodiscard]] char32_t takeCharacter(std::string_view &text);
void appendCharacter(std::string &out, char32_t character);

// Where the first byte that is no UTF-8 stands; npos when there is none.
[[nodiscard]] size_t firstBrokenByte(std::string_view text);

[[nodiscard]] size_t characterCount(std::string_view text);

// lower(): character by character, after Unicode. The result lies in `buffer`, or is `text` itself when nothing changes.
[[nodiscard]] std::string_view lowered(std::string_view text, std::string &buffer);

// A text as a literal of the language, and the path of a packet field as one writes it: what “only this value” makes.
[[nodiscard]] std::string quotedText(std::string_view text);
[[nodiscard]] bool isPlainName(std::string_view name);

} // namespace tocsin::filter
