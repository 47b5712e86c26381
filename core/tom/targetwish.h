// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tom/target.h"

// What a change of mind makes of a record: taken back, wanted after all, left by its account. Pure; what comes waits in the outbox
// where a TOM has to be asked. `now` is when somebody said so.
namespace tocsin::tom::wish {

// The job that takes back what another one does, and the one that it took back.
[[nodiscard]] Job removalOf(Job job);
[[nodiscard]] Job wantedOf(Job job);

// Nobody sends these just now.
[[nodiscard]] TargetRecord takenBack(TargetRecord record, const UtcTime &now);
[[nodiscard]] TargetRecord restored(TargetRecord record, const TargetRecord &before, const UtcTime &now);
[[nodiscard]] TargetRecord left(TargetRecord record, const UtcTime &now);
// It was being sent, and this came of it, when the person came to want `job`.
[[nodiscard]] TargetRecord reconsidered(TargetRecord sent, Job job, const UtcTime &now);

} // namespace tocsin::tom::wish
