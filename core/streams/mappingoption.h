// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fieldmapping.h"
#include "core/options/optionspec.h"

namespace tocsin::streams {

// The option `mapping` that every type of stream has: which field of its packets becomes which key of an alert
// (core/domain/fieldmapping.h), as JSON text.
[[nodiscard]] options::OptionSpec mappingOption();

// The mapping that a stream's values hold; null when they hold none, or one that cannot be read (the check says why).
[[nodiscard]] std::shared_ptr<const FieldMapping> mappingOf(const options::OptionValues &values);

} // namespace tocsin::streams
