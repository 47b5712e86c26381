// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/format.h"

namespace tocsin::decoders {

// A detection of ZTF as brokers write it in JSON: the same facts under the names of ZTF, ALeRCE, Pitt-Google or Fink, whose
// names bear a prefix ("i:"). One table in ztfjson.cpp says which name is which.
void mapZtfDetection(const Value &detection, std::string_view prefix, Alert &alert);

// Mission, name, link and what else follows from the name of a ZTF object.
void setZtfObject(Alert &alert, const Value &name);

// One point of a light curve from such a detection, a limit or a forced measurement.
[[nodiscard]] LightPoint ztfPoint(const Value &detection, std::string_view prefix);
// All of a list, up to what may be kept.
void addZtfPoints(const Value &list, std::string_view prefix, Inside &out);

} // namespace tocsin::decoders
