// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/avroreader.h"

namespace tocsin::decoders {

[[nodiscard]] const Decoder &ztfAvro();
// The shape of ZTF's schema, which other surveys write too.
[[nodiscard]] bool isZtfSchema(const AvroSchema &schema);
// The plan for a schema; made once and remembered.
[[nodiscard]] std::shared_ptr<const AvroPlan> ztfPlan(const std::shared_ptr<const AvroSchema> &schema);
// Reads one record; false and the reader's error when it is broken. `mission` stays empty when it is not one of ZTF.
[[nodiscard]] bool readZtf(AvroReader &reader, const AvroPlan &plan, Alert &alert);

} // namespace tocsin::decoders
