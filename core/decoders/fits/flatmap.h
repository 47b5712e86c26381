// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/fits/bytestream.h"
#include "core/decoders/fits/fits.h"
#include "core/decoders/fits/skymap.h"

namespace tocsin::decoders {

// Areas and best pixel of a map whose pixels are all of one size. The levels are found by selection in two passes over the
// stream of a large map (four for double precision), each over the next bits of the values: as exact as sorting, in a few
// megabytes.
// `dataAt`: where the table's rows begin in the stream. Empty text: read; else what is wrong with the map.
[[nodiscard]] std::string readFlatMap(ByteStream &stream, uint64_t dataAt, const FitsUnit &unit, const FitsTable &table, SkyMapFacts &facts);

} // namespace tocsin::decoders
