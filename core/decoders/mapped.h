// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/value.h"
#include "core/domain/fieldmapping.h"

namespace tocsin::decoders {

// What plain JSON and Avro say of a packet without any of the usual names. A mapping knows better.
inline constexpr const char *kNothingKnown = "no field of this packet is known";

// Writes what the mapping names over what the format found; a key whose pointers lead nowhere becomes missing. What cannot be
// used is noted in `alert.problems`.
void applyMapping(const FieldMapping &mapping, const Value &record, Alert &alert);

// The value that a JSON pointer leads to; absent when it leads nowhere.
[[nodiscard]] Value valueAt(const Value &root, const FieldMapping::Pointer &pointer);

// A number of time told apart by its size: Julian dates, or seconds, milliseconds, microseconds, nanoseconds since 1970.
[[nodiscard]] UtcTime timeBySize(double value);

} // namespace tocsin::decoders
