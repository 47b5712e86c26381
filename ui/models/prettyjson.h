// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace tocsin::ui {

// Text of a packet for reading, no longer than was allowed.
struct PrettyText {
    QString text;
    bool cut = false; // there is more
};

// JSON in lines, indented; every value stays as it was written, only very long strings are shortened and say so. What is
// broken stays as it is from there on. Pure; linear in what comes out.
[[nodiscard]] PrettyText prettyJson(std::string_view json, size_t mostBytes);

} // namespace tocsin::ui
