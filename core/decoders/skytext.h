// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"

#include <string_view>

namespace tocsin::decoders {

// Degrees of an angle that somebody wrote as text: a decimal number, or "12:30:49.4", "12 30 49.4", "12h30m49.4s",
// "-12d23m28s", "+12°23'28\"". `hours`: three parts are hours, minutes and seconds of them (right ascension); an "h" or "d" in
// the text wins. A decimal number is degrees in any case. Missing when it is nothing of that. Pure function.
[[nodiscard]] Number degreesIn(std::string_view text, bool hours);

} // namespace tocsin::decoders
