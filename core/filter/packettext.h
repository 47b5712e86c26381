// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/decoder.h"

#include <string>
#include <string_view>

namespace tocsin::filter {

// The text at one of textFields(), through objects only; null: there is none.
[[nodiscard]] const std::string *packetText(const decoders::FieldTree &packet, std::string_view path);

} // namespace tocsin::filter
