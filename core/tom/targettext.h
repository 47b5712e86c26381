// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tom/target.h"

#include <QByteArray>

namespace tocsin::tom {

// Drafts and targets as the journal keeps them: JSON, unknown members are left out when it is read.
[[nodiscard]] QByteArray textOf(const Draft &draft);
[[nodiscard]] Draft draftFrom(const QByteArray &text);
[[nodiscard]] QByteArray textOf(const Target &target);
[[nodiscard]] Target targetFrom(const QByteArray &text);

} // namespace tocsin::tom
