// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/value.h"
#include "core/domain/alert.h"

#include <initializer_list>
#include <string_view>

namespace tocsin::decoders {

// What the formats' mappings have in common. All of them note what they refuse in `alert.problems`.

void note(Alert &alert, std::string problem);

// Text, or the digits of a number; the first of a list. "" and (where the sender writes it so) "null" are missing. Longer
// than 1,000 bytes is cut, with a note.
[[nodiscard]] Text textOf(Alert &alert, const Value &value, const char *what);

// Both or none: numbers only; RA within [-360, 720] is wrapped with a note, anything beyond and any impossible
// declination refuses the position with a note (contract, section 3).
void setPosition(Alert &alert, const Value &ra, const Value &dec);
void setPosition(Alert &alert, Number ra, Number dec);

// A finite number, else missing with a note.
[[nodiscard]] Number numberOf(Alert &alert, const Value &value, const char *what);

// The first of these that is a time in ISO text.
[[nodiscard]] UtcTime isoTime(Alert &alert, const Value &value, const char *what);
void setTime(Alert &alert, UtcTime time, const char *kind);

// Best class of a map from name to probability.
void setBestClass(Alert &alert, const Value &map);

// Only http and https addresses; others are refused with a note: nobody should be led elsewhere by a click.
[[nodiscard]] Text urlOf(Alert &alert, const Value &value, const char *what);

// Areas, distance and, where no position was measured, the densest pixel of a multi-order map (base64 text or bytes). A map
// that cannot be read is noted.
void setSkyMap(Alert &alert, const Value &map);

// "H1", "L1" -> "H1,L1".
[[nodiscard]] Text joined(const Value &list);

[[nodiscard]] std::string lower(std::string_view text);

} // namespace tocsin::decoders
