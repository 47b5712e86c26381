// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"

#include <QString>

namespace tocsin::rules {

// What an alarm says in one line, with the units and words of the window: "S260914ab, retracted", "S260914ab: BNS 0.97,
// 310 deg², 41 Mpc". Only what is known; control characters of the packet are gone.
[[nodiscard]] QString factOf(const Alert &alert);

} // namespace tocsin::rules
