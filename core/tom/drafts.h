// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/decoder.h"
#include "core/domain/alert.h"
#include "core/domain/inside.h"
#include "core/tom/target.h"

namespace tocsin::tom {

// A target as an alert would make it: name by the survey's custom, other names as aliases, tags, the packet's light curve; and
// what speaks against it. Pure. `inside` and `fields` are of the alert's packet; null: it is not at hand.
[[nodiscard]] Draft draftOf(const Alert &alert, const Inside *inside = nullptr, const decoders::FieldTree *fields = nullptr);

// What no name is looked up for but by names: the error is larger than a minute of arc, or nobody measured the place.
[[nodiscard]] bool isPlaceTooUncertain(const Draft &draft);

// Aliases without those that are the name, or another alias, as TOMs compare them.
[[nodiscard]] QStringList tidyAliases(const QString &name, const QStringList &aliases);

} // namespace tocsin::tom
