// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ladder/ladder.h"

#include <vector>

namespace tocsin::app {

// Climbs a connection ladder and prints a line a rung; the exit code is that of the rung that failed. Limit 0: the ladder's own.
int climbHere(std::vector<ladder::Step> steps, int limitMs);

} // namespace tocsin::app
