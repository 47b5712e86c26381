// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/decoder.h"
#include "core/domain/alertfields.h"
#include "core/filter/packetpath.h"

#include <string>

namespace tocsin::archive {

// What a row is sorted by.
struct SortValue {
    enum class Kind : uint8_t { Missing, Number, Text } kind = Kind::Missing;
    double number = 0;
    std::string text; // UTF-8, as it was sent
};

[[nodiscard]] SortValue sortValue(const Alert &alert, const AlertField &field);
// The first value at the path; null: there is no packet.
[[nodiscard]] SortValue sortValue(const decoders::FieldTree *packet, const filter::PacketPath &path);

} // namespace tocsin::archive
