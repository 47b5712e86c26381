// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/format.h"

namespace tocsin::decoders {

[[nodiscard]] const SchemaFormat &ztfAvro();

} // namespace tocsin::decoders
