// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/value.h"

namespace tocsin::decoders {

// When and where, out of the tree of a classic text notice: every mission has keys of its own for it. Pure functions.

// "Fri 12 Apr 24 05:34:35 UT"; two digits of a year are of 1990 … 2089.
[[nodiscard]] UtcTime noticeDate(std::string_view text);

// The trigger's time, the exposure's, or the message's own (`alert.issued`).
void mapNoticeTime(const Value &root, Alert &alert);

// Position, what kind it is of, and its error circle.
void mapNoticePlace(const Value &root, Alert &alert);

} // namespace tocsin::decoders
