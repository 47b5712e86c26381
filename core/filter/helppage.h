// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tocsin::filter {

// The whole language on one page in Markdown, translated; made from functions.h, alertFields() and the shipped fields of
// packets. docs/filter.md is its English text.
[[nodiscard]] QString helpPage();

} // namespace tocsin::filter
