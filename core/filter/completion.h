// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/fieldcatalogue.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin::filter {

enum class CandidateKind : uint8_t { Key, PacketField, Function, Operator, Unit, Value };

// One thing that may stand at the cursor.
struct Candidate {
    std::string text; // to be written, as it is
    CandidateKind kind = CandidateKind::Key;
    QString type; // translated, may be empty
    QString unit;
    QString meaning; // translated, may be empty
    QString sample; // a value seen
};

// What may be written at the cursor. A plain value.
struct Completion {
    size_t position = 0; // the range that a candidate replaces, in bytes
    size_t length = 0;
    std::vector<Candidate> candidates; // the likeliest first
};

// Reads what stands before the cursor and offers what the grammar takes there: fields where a value is wanted, operators
// after one, units after a number, values seen after “key =”. A pure function.
[[nodiscard]] Completion complete(std::string_view text, size_t cursor, const FieldCatalogue &catalogue);

inline constexpr size_t kMostCandidates = 200;

} // namespace tocsin::filter
