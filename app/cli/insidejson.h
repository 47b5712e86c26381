// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/inside.h"

#include <string>

namespace tocsin::app {

// What `decode --inside` says of a packet: {"light": […], "stamps": [{"role", "bytes"}…], "map": {"bytes"} or null, "problems": […]}.
[[nodiscard]] std::string insideJson(const Inside &inside);

} // namespace tocsin::app
