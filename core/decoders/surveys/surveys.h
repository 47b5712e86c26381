// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/format.h"

namespace tocsin::decoders {

[[nodiscard]] const SchemaFormat &ztfAvro();
[[nodiscard]] const SchemaFormat &elasticcAlert();
[[nodiscard]] const SchemaFormat &lsstAvro();
[[nodiscard]] const SchemaFormat &babamulLsst();
[[nodiscard]] const SchemaFormat &atlasAvro();
[[nodiscard]] const SchemaFormat &pgirAvro();
[[nodiscard]] const SchemaFormat &winterAvro();
[[nodiscard]] const SchemaFormat &turboAvro();
[[nodiscard]] const SchemaFormat &decatAvro();
[[nodiscard]] const SchemaFormat &desirtAvro();

// What brokers and pipelines say of survey objects.
[[nodiscard]] const TreeFormat &elasticcClassification();
[[nodiscard]] const TreeFormat &ampelReport();

} // namespace tocsin::decoders
