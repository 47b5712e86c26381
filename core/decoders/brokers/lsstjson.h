// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/format.h"

namespace tocsin::decoders {

// A difference source of Rubin as brokers write it in JSON, under its names of all versions; Fink's bear a prefix ("r:").
void mapLsstSource(const Value &source, std::string_view prefix, Alert &alert);
// One point of its light curve; `forced`: measured where nothing was found.
[[nodiscard]] LightPoint lsstPoint(const Value &source, std::string_view prefix, bool forced);
void addLsstPoints(const Value &list, std::string_view prefix, bool forced, Inside &out);

// The object of a source: 0 means none.
[[nodiscard]] Text lsstId(Alert &alert, const Value &value, const char *what);

} // namespace tocsin::decoders
