// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/rules/eventmemory.h"
#include "core/rules/lanewatch.h"
#include "core/rules/rulerun.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace tocsin::journal {
class Journal;
}

namespace tocsin::rules {

// The tables of the rules in the journal. Called from any thread but the main one where it waits; the journal outlives it.
class RuleLedger
{
public:
    explicit RuleLedger(journal::Journal &journal) : m_journal(journal) {}

    // What the rules knew when they ran last.
    struct Standing {
        std::optional<int64_t> judged; // none: never ran in this home
        std::vector<WatchedLane> lanes;
        std::vector<std::pair<QString, AlarmedEvent>> events; // with their rules; of the last 30 days
        std::vector<RuleRun> open; // due, started or held
    };
    [[nodiscard]] Result<Standing> standing();

    // What comes of a stretch of rows: all of it is kept, or nothing.
    struct Entry {
        int64_t judged = 0;
        std::vector<WatchedLane> lanes;
        std::vector<std::pair<QString, AlarmedEvent>> events;
        std::vector<RuleRun> runs;
    };
    // Gives the runs their numbers, in their order.
    [[nodiscard]] Result<std::vector<int64_t>> keep(const Entry &entry);

    // Told soon, by whoever runs it; kept when the journal comes to it.
    void note(const RuleRun &run);
    // The last runs, newest first; rule empty: of all.
    [[nodiscard]] Result<std::vector<RuleRun>> runs(const QString &rule, int most);
    void runs(const QString &rule, int most, QObject *context, std::function<void(Result<std::vector<RuleRun>>)> done);
    // A rule has another name, or is gone: what it has alarmed for goes with it.
    void rename(const QString &from, const QString &to);

private:
    journal::Journal &m_journal;
};

} // namespace tocsin::rules
