// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rulebatch.h"

#include "core/rules/fact.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::rules {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("rules", text);
}

// What the alarm itself is made of: notification and sound are one.
bool isBell(const Action &action)
{
    return action.kind == u"notify" || action.kind == u"sound";
}

// Beyond what the program does in its own table.
bool goesOut(const ActionKind &kind)
{
    return kind.leaves || kind.id == u"program" || kind.id == u"log";
}

void end(RuleRun &run, RuleRun::State state, const QString &result)
{
    run.state = state;
    run.finished = run.made;
    run.result = result;
}

} // namespace

void RuleBatch::add(const std::shared_ptr<const Alert> &alert, const Decision &decision, const Terms &terms, journal::Consents &consents)
{
    const Rule &rule = decision.rule->rule;
    if (decision.event)
        entry.events.emplace_back(rule.name, *decision.event);
    const bool isTakenBack = decision.kind == alarms::Kind::Retraction;
    if (isTakenBack && decision.event && !decision.event->event.empty() && !terms.history) {
        if (const QString event = QString::fromStdString(decision.event->event); !withdrawn.contains(event))
            withdrawn << event;
    }
    ActionWork work{.rule = std::make_shared<const Rule>(rule),
                    .run = {.rule = rule.name, .row = alert->row, .fact = factOf(*alert), .retraction = isTakenBack, .history = terms.history, .silencedBy = decision.silencedBy, .made = terms.now},
                    .alert = alert,
                    .packet = terms.packet};
    if (decision.alarms && std::ranges::any_of(rule.actions, isBell)) {
        work.run.kind = u"alarm"_s;
        work.run.place = -1;
        entry.runs.push_back(work.run);
        works.push_back(work);
    }
    for (size_t i = 0; i < rule.actions.size(); ++i) {
        const Action &action = rule.actions[i];
        if (!findActionKind(action.kind) || isBell(action) || action.kind == u"colour" || (!action.isForEach() && !decision.alarms))
            continue;
        if (action.kind == u"mark") {
            (action.text(u"mark"_s) == u"pin" ? pinned : starred).push_back(alert->row);
            continue;
        }
        work.action = action;
        work.run.kind = action.kind;
        work.run.place = static_cast<int>(i);
        addAction(work, terms, consents);
    }
}

void RuleBatch::addAction(const ActionWork &model, const Terms &terms, journal::Consents &consents)
{
    ActionWork work = model;
    RuleRun &run = work.run;
    const ActionKind &kind = *findActionKind(work.action.kind);
    if (kind.wakes && !work.action.isForEach() && !run.silencedBy.isEmpty()) {
        end(run, RuleRun::State::Silenced, run.silencedBy == u"throttle" ? say(QT_TRANSLATE_NOOP("rules", "throttled")) : say(QT_TRANSLATE_NOOP("rules", "quiet hours")));
    } else if (terms.demo && goesOut(kind)) {
        end(run, RuleRun::State::Dropped, say(QT_TRANSLATE_NOOP("rules", "the demo's alerts go nowhere")));
    } else if (work.alert->access == "restricted" && kind.leaves) {
        const Result<QStringList> missing = consents.missing(destinationsOf(work.action));
        if (!missing || !missing.value().isEmpty()) {
            QStringList where;
            for (const QString &each : missing ? missing.value() : destinationsOf(work.action))
                where << destinationLabel(each);
            run.state = RuleRun::State::Held;
            run.result = say(QT_TRANSLATE_NOOP("rules", "a restricted alert: not sent to %1 until it is allowed (tocsin rules allow %2)")).arg(where.join(u", "_s), run.rule);
        }
    }
    entry.runs.push_back(run);
    works.push_back(std::move(work));
}

} // namespace tocsin::rules
