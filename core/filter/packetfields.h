// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/decoder.h"

namespace tocsin::filter {

// The packet of one alert, decoded only when a filter asks for it. Written by the callers, who bound the work; one thread
// at a time. The tree must stay as it is while a filter is judged.
class PacketFields
{
public:
    virtual ~PacketFields() = default;
    // Null when it cannot be had; then packet fields stay unknown.
    [[nodiscard]] virtual const decoders::FieldTree *tree() = 0;
};

} // namespace tocsin::filter
