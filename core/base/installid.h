// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tocsin {

// Eight letters that tell this installation from the same person's others: part of consumer group names (decisions 17). The
// same on every start; says nothing of the machine. Any thread.
[[nodiscard]] QString installId();

} // namespace tocsin
