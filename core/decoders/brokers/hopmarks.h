// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/decoder.h"

namespace tocsin::decoders {

// What the headers of SCiMMA's hop say of any alert (protocols.md 2.3): `_test` is a mark whatever its value, `_id` 16 bytes
// that number the message.
void setHopMarks(const Input &input, Alert &alert);

// "01234567-89ab-…" of 16 bytes; empty for anything else.
[[nodiscard]] std::string uuidText(std::string_view bytes);

} // namespace tocsin::decoders
