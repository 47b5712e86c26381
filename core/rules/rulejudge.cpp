// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rulejudge.h"

#include <QDateTime>

#include <algorithm>
#include <cctype>

namespace tocsin::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMinutes = 60;
constexpr size_t kDate = 6; // digits of a superevent's day

bool isMock(const std::string &name)
{
    if (name.size() <= kDate + 2 || (name[0] != 'M' && name[0] != 'T') || name[1] != 'S')
        return false;
    for (size_t i = 2; i < kDate + 2; ++i) {
        if (std::isdigit(static_cast<unsigned char>(name[i])) == 0)
            return false;
    }
    return std::islower(static_cast<unsigned char>(name[kDate + 2])) != 0;
}

} // namespace

bool isTest(const Alert &alert)
{
    return alert.test || isMock(alert.event) || isMock(alert.name) || isMock(alert.id);
}

bool isQuiet(const QuietHours &quiet, const UtcTime &now)
{
    if (!quiet.isSet())
        return false;
    const QTime time = QDateTime::fromMSecsSinceEpoch(now.us / 1000).time();
    const int minute = time.hour() * kMinutes + time.minute();
    if (quiet.fromMinute < quiet.toMinute)
        return minute >= quiet.fromMinute && minute < quiet.toMinute;
    return minute >= quiet.fromMinute || minute < quiet.toMinute;
}

void RuleJudge::restore(const QString &rule, AlarmedEvent event)
{
    Memory &memory = m_memories[rule];
    if (!memory.lastWoke.isValid() || event.alarmed.us > memory.lastWoke.us)
        memory.lastWoke = event.alarmed;
    memory.events.restore(std::move(event));
}

void RuleJudge::forget(const QString &rule)
{
    m_memories.erase(rule);
}

QString RuleJudge::silencedBy(const Rule &rule, Memory &memory, const UtcTime &now) const
{
    if (isQuiet(rule.quiet, now) && !rule.always)
        return u"quiet hours"_s;
    if (rule.throttle.count() > 0 && memory.lastWoke.isValid() && now.us - memory.lastWoke.us < std::chrono::microseconds(rule.throttle).count())
        return u"throttle"_s;
    memory.lastWoke = now;
    return {};
}

std::optional<Decision> RuleJudge::judgeBy(const std::shared_ptr<const ReadyRule> &ready, const Alert &alert, const Situation &situation)
{
    const Rule &rule = ready->rule;
    if (isTest(alert) && !rule.tests)
        return std::nullopt;
    const auto passes = [&](const Alert &judged) { return !ready->filter || ready->filter->passes(judged, situation.now, situation.packet); };
    const bool takes = passes(alert) && (!rule.marked || (situation.isMarked && situation.isMarked()));
    Memory &memory = m_memories[rule.name];
    AlarmedEvent *known = memory.events.find(alert);
    Decision decision{.rule = ready, .kind = alert.retraction ? alarms::Kind::Retraction : alarms::Kind::News};
    if (alert.retraction) {
        // What has alarmed is taken back; or the rule asks for retractions itself, and would not take it otherwise.
        bool asks = false;
        if (takes && ready->filter) {
            Alert other = alert;
            other.retraction = false;
            asks = !passes(other);
        }
        const bool isTold = known && !known->retracted && rule.retractions;
        decision.alarms = !situation.history && (isTold || (asks && !(known && known->retracted)));
        if (known && !known->retracted) {
            known->retracted = true;
            decision.event = *known;
        }
        if (decision.alarms && !known) {
            AlarmedEvent &noted = memory.events.note(alert, std::nullopt, situation.now);
            noted.retracted = true;
            decision.event = noted;
        }
        if (!takes && !decision.alarms && !decision.event)
            return std::nullopt;
        if (decision.alarms)
            decision.silencedBy = isQuiet(rule.quiet, situation.now) && !rule.always ? u"quiet hours"_s : QString();
        else
            decision.held = situation.history ? u"history"_s : u"retraction"_s;
        return decision;
    }
    if (!takes)
        return std::nullopt;
    if (situation.history) {
        decision.held = u"history"_s;
        return decision;
    }
    const std::optional<double> measure = ready->measure ? ready->measure->value(alert, situation.now, situation.packet) : std::nullopt;
    const bool hasGrown = known && measure && known->measure && *measure > *known->measure;
    decision.alarms = !known || known->retracted || hasGrown;
    if (!decision.alarms && measure && !known->measure) {
        known->measure = measure; // it was not known before: what comes now is measured against this
        decision.event = *known;
    }
    if (decision.alarms) {
        decision.silencedBy = silencedBy(rule, memory, situation.now);
        decision.event = memory.events.note(alert, measure, situation.now);
    } else {
        decision.held = u"same event"_s;
    }
    return decision;
}

std::vector<Decision> RuleJudge::judge(const Alert &alert, const Situation &situation)
{
    std::vector<Decision> decisions;
    if (!alert.error.empty())
        return decisions; // nothing is known of it
    const RuleSet::Rules hearing = m_rules.hearing(alert.topic);
    for (const auto &ready : hearing) {
        if (std::optional<Decision> decision = judgeBy(ready, alert, situation))
            decisions.push_back(std::move(*decision));
    }
    if (!alert.retraction)
        return decisions;
    // Taken back on another topic than that which it came on.
    for (const auto &ready : m_rules.all()) {
        const bool isHeard = std::ranges::find(hearing, ready) != hearing.end();
        AlarmedEvent *known = isHeard || (isTest(alert) && !ready->rule.tests) ? nullptr : m_memories[ready->rule.name].events.find(alert);
        if (!known || known->retracted)
            continue;
        known->retracted = true;
        const bool alarms = ready->rule.retractions && !situation.history;
        decisions.push_back({.rule = ready, .alarms = alarms, .kind = alarms::Kind::Retraction,
                             .silencedBy = alarms && isQuiet(ready->rule.quiet, situation.now) && !ready->rule.always ? u"quiet hours"_s : QString(),
                             .held = alarms ? QString() : situation.history ? u"history"_s : u"retraction"_s, .event = *known});
    }
    return decisions;
}

} // namespace tocsin::rules
