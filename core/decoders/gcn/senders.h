// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace tocsin::decoders {

// Who sends what, for the formats whose packets say it in words only: names of notice types, identifiers of VOEvents.

struct Sender {
    const char *mission = "";
    const char *instrument = "";
    const char *messenger = "";
};

// Of "SWIFT_BAT_GRB_POS_ACK", "Swift-BAT GRB Position", "ivo://nasa.gsfc.gcn/SWIFT#BAT_GRB_Pos_…"; empty: not known.
[[nodiscard]] Sender senderOf(std::string_view words);
void setSender(Alert &alert, const Sender &sender);

// What folds the notices of one trigger, whatever format they came in: "swift:1125809".
[[nodiscard]] Text eventKey(std::string_view mission, std::string_view id);

// MS… and TS… are mock and test superevents (product.md 2.2); S… is a real one.
[[nodiscard]] bool isSuperevent(std::string_view id);
[[nodiscard]] bool isMockSuperevent(std::string_view id);

// The stage that the name of a notice type tells: "FERMI_GBM_FIN_POS", "INTEGRAL Wakeup"; empty: it tells none.
[[nodiscard]] const char *stageOfNotice(std::string_view type);

// What Fermi-GBM's flight software took the trigger for, by its number; empty: no such number.
[[nodiscard]] std::string_view gbmClass(int64_t number);

// The words that GCN's senders use for the stage of an alert: "EarlyWarning", "Preliminary", "Initial" …; empty: none of them.
[[nodiscard]] const char *stageOf(std::string_view word);

} // namespace tocsin::decoders
