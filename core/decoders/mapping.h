// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/value.h"
#include "core/domain/alert.h"

#include <initializer_list>
#include <string_view>

namespace tocsin::decoders {

// What the formats' mappings have in common. All of them note what they refuse in `alert.problems`.

void note(Alert &alert, std::string problem);

// What nobody can mean, whatever the format: rates and errors below zero, probabilities of a merger outside 0 … 1. Removed, with a note.
void refuseImpossible(Alert &alert);

// Text, or the digits of a number; the first of a list. "" and (where the sender writes it so) "null" are missing. Longer
// than 1,000 bytes is cut, with a note.
[[nodiscard]] Text textOf(Alert &alert, const Value &value, std::string_view what);

// Both or none: numbers only; RA within [-360, 720] is wrapped with a note, anything beyond and any impossible
// declination refuses the position with a note (contract, section 3).
void setPosition(Alert &alert, const Value &ra, const Value &dec);
void setPosition(Alert &alert, Number ra, Number dec);

// A finite number, else missing with a note.
[[nodiscard]] Number numberOf(Alert &alert, const Value &value, std::string_view what);

// A number, or text that is a decimal number and nothing else ("45,5" is none).
[[nodiscard]] Number numberFromText(Alert &alert, const Value &value, std::string_view what);
// The same of plain text, and of either: missing, without a note, when it is no finite number.
[[nodiscard]] Number numberIn(std::string_view text);
[[nodiscard]] Number numberIn(const Value &value);

// Radius in degrees, as sent; containment 0 … 1 or missing.
void setError(Alert &alert, Number degrees, Number containment, std::optional<bool> systematic);

// 0, 0 with a radius of 0 or of half the sky is what senders write who have no position: removed, with a note.
void dropPlaceholder(Alert &alert);

// Flux in nJy as it was sent and, where it is positive, the AB magnitude of it (protocols.md 0.4).
void setNanoJansky(Alert &alert, Number flux, Number error);

// A time in ISO text, also with blanks around it, a comma for the point, small letters or no separators at all.
[[nodiscard]] UtcTime isoTime(Alert &alert, const Value &value, std::string_view what);
void setTime(Alert &alert, UtcTime time, const char *kind);
// Both at once, and a date or a time without seconds is as coarse as it is.
void setIsoTime(Alert &alert, const Value &value, std::string_view what, const char *kind);

// Best class of a map from name to probability.
void setBestClass(Alert &alert, const Value &map);

// Only http and https addresses; others are refused with a note: nobody should be led elsewhere by a click.
[[nodiscard]] Text urlOf(Alert &alert, const Value &value, std::string_view what);

// Areas, distance and, where no position was measured, the densest pixel of a HEALPix map (base64 text or bytes, gzip too). A map
// that cannot be read is noted.
void setSkyMap(Alert &alert, const Value &map);

// "H1", "L1" -> "H1,L1".
[[nodiscard]] Text joined(const Value &list);

[[nodiscard]] std::string lower(std::string_view text);

} // namespace tocsin::decoders
