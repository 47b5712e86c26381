// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/options/optionspec.h"

#include <string>

namespace tocsin::streams {

// The option `registry`: where the schemas are that a stream's packets name by number (protocols.md 8).
[[nodiscard]] options::OptionSpec registryOption();

// The address that a stream's values hold, without a slash at its end; empty when they hold none, or one that must not be used.
[[nodiscard]] std::string registryOf(const options::OptionValues &values);

} // namespace tocsin::streams
