// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <string>
#include <string_view>

namespace tocsin::filter {

// A range of a text in the units of QString.
struct Utf16Range {
    qsizetype position = 0;
    qsizetype length = 0;
};

// Why a text is no filter. The range is in bytes of its UTF-8; replacing it with `suggestion` (unless empty) is what the
// person most likely meant. A plain value.
struct Problem {
    size_t position = 0;
    size_t length = 0;
    QString message; // what is wrong, translated
    QString expected; // what could stand there, translated; may be empty
    std::string suggestion;

    [[nodiscard]] Utf16Range utf16(std::string_view text) const;
};

// A range of bytes as QString counts it.
[[nodiscard]] Utf16Range utf16Range(std::string_view text, size_t position, size_t length);

// The person's own words for a message: “…”, cut where they are long.
[[nodiscard]] QString inQuotes(std::string_view words);

} // namespace tocsin::filter
