// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/consents.h"
#include "core/rules/actions/action.h"
#include "core/rules/rulejudge.h"
#include "core/rules/ruleledger.h"

namespace tocsin::rules {

// What comes of a stretch of rows: what is written down first, and what is done then. A value; on the engine's thread.
class RuleBatch
{
public:
    // What is known of the alert beside the decision.
    struct Terms {
        UtcTime now;
        bool history = false;
        bool demo = false; // nothing leaves the program, nothing is started
        std::shared_ptr<const archive::StoredPacket> packet = {}; // where no archive keeps it
    };
    // Makes of a decision what it asks for.
    void add(const std::shared_ptr<const Alert> &alert, const Decision &decision, const Terms &terms, journal::Consents &consents);
    [[nodiscard]] bool isEmpty() const { return entry.runs.empty() && entry.events.empty() && starred.empty() && pinned.empty() && !isDue; }

    RuleLedger::Entry entry;
    std::vector<ActionWork> works; // beside entry.runs
    QStringList withdrawn; // events
    std::vector<int64_t> starred;
    std::vector<int64_t> pinned;
    bool isDue = false; // there is something to keep beside rows

private:
    void addAction(const ActionWork &model, const Terms &terms, journal::Consents &consents);
};

} // namespace tocsin::rules
