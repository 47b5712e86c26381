// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tom/target.h"
#include "core/tom/tomclient.h"

#include <chrono>

namespace tocsin::tom {

// What became of a record at its TOM. A plain value.
struct Sent {
    TargetRecord record;
    bool strangersSee = false; // the TOM shows it without credentials
    bool isAway = false; // the TOM, or what is needed to ask it: others would fare likewise
};

// Does the job of one record: looks for what is there first (always by its exact name when an earlier try may have arrived), makes the
// target or adds the alias, asks as a stranger, sends the light curve; or removes what is there. Every way ends in a state, or queued
// with the time of the next try. Not on the main thread.
[[nodiscard]] Sent sendRecord(TomClient &client, const TomFacts &facts, TargetRecord claimed, double radiusArcsec);
// The same when there is nobody to ask: no account, no secret, no TOM.
[[nodiscard]] TargetRecord notSent(TargetRecord claimed, const Trouble &trouble);

// For people: what the TOM has already.
[[nodiscard]] QString whatIsThere(const Target &target);

// From a failed try to the next one.
[[nodiscard]] std::chrono::seconds pauseAfter(int tries, const Trouble &trouble);

} // namespace tocsin::tom
