// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/alarm.h"
#include "core/rules/eventmemory.h"
#include "core/rules/ruleset.h"

#include <functional>
#include <map>

namespace tocsin::rules {

// What one rule says of one alert that it takes. A plain value.
struct Decision {
    std::shared_ptr<const ReadyRule> rule;
    bool alarms = false; // else: only what it does for every alert
    alarms::Kind kind = alarms::Kind::News;
    QString silencedBy; // "quiet hours", "throttle": alarms, and wakes nobody
    QString held = {}; // why it does not alarm: "same event", "retraction" (not heard, or known already), "history"
    std::optional<AlarmedEvent> event; // as it is remembered from now on; to be kept
};

// What is known of the alert that is judged.
struct Situation {
    UtcTime now;
    bool history = false;
    filter::PacketFields *packet = nullptr;
    std::function<bool()> isMarked = {}; // asked only by rules that want to know
};

// Judges alerts by rules, in the order of rows: who takes it, and whether that is news. The same for what comes in and for a
// rehearsal. On one thread; does nothing else.
class RuleJudge
{
public:
    void setRules(RuleSet rules) { m_rules = std::move(rules); }
    [[nodiscard]] const RuleSet &rules() const { return m_rules; }
    void restore(const QString &rule, AlarmedEvent event);
    void forget(const QString &rule);

    // Whoever takes it, in their order; an alert that is taken back also tells those that have alarmed for its event.
    [[nodiscard]] std::vector<Decision> judge(const Alert &alert, const Situation &situation);

private:
    struct Memory {
        EventMemory events;
        UtcTime lastWoke; // for the throttle
    };
    [[nodiscard]] std::optional<Decision> judgeBy(const std::shared_ptr<const ReadyRule> &ready, const Alert &alert, const Situation &situation);
    [[nodiscard]] QString silencedBy(const Rule &rule, Memory &memory, const UtcTime &now) const;

    RuleSet m_rules;
    std::map<QString, Memory> m_memories; // by rule
};

// A test, by what the packet says or by its superevent's number (MS… and TS…).
[[nodiscard]] bool isTest(const Alert &alert);
// Whether the hour is one of those, in local time.
[[nodiscard]] bool isQuiet(const QuietHours &quiet, const UtcTime &now);

} // namespace tocsin::rules
