// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rulewatch.h"

#include "core/journal/journal.h"
#include "core/rules/actions/action.h"

#include <algorithm>

namespace tocsin::ui {

using rules::Rule;
using State = rules::RuleRun::State;

namespace {

constexpr int kMostRuns = 500;

} // namespace

RuleWatch::RuleWatch(journal::Journal &journal, QObject *parent) : QObject(parent), m_ledger(journal), m_consents(journal)
{
    connect(&journal, &journal::Journal::changed, this, &RuleWatch::ask);
    ask();
}

void RuleWatch::setRules(const std::vector<Rule> &rules)
{
    if (rules == m_rules)
        return;
    m_rules = rules;
    askConsents();
}

void RuleWatch::ask()
{
    m_ledger.runs({}, kMostRuns, this, [this](const Result<std::vector<rules::RuleRun>> &runs) {
        if (!runs)
            return Q_EMIT failed(runs.error());
        take(runs.value());
    });
}

void RuleWatch::take(const std::vector<rules::RuleRun> &runs)
{
    m_runs = runs;
    askConsents();
    const bool isFirst = !m_failed;
    if (isFirst)
        m_failed.emplace(); // what went wrong before this window was there stands on the page
    // By run, since most are known long before they fail. Oldest first; of one action that fails with every alert the last is enough.
    QHash<QString, rules::RuleRun> news;
    for (auto run = m_runs.rbegin(); run != m_runs.rend(); ++run) {
        if (run->state != State::Failed || m_failed->contains(run->number))
            continue;
        m_failed->insert(run->number);
        if (!isFirst)
            news.insert(run->rule, *run);
    }
    for (const rules::RuleRun &run : std::as_const(news))
        Q_EMIT wentWrong(run.rule, RuleRun{run.finished, rules::kindLabel(run), false, run.result, run.output, run.row});
}

QStringList RuleWatch::destinationsOf(const rules::RuleRun &run) const
{
    const auto rule = std::ranges::find(m_rules, run.rule, &Rule::name);
    if (rule == m_rules.end() || run.place < 0 || run.place >= static_cast<int>(rule->actions.size()))
        return {};
    const rules::Action &action = rule->actions[static_cast<size_t>(run.place)];
    return action.kind == run.kind ? rules::destinationsOf(action) : QStringList();
}

void RuleWatch::askConsents()
{
    QStringList all;
    for (const rules::RuleRun &run : m_runs) {
        if (run.state == State::Held)
            all << destinationsOf(run);
    }
    all.removeDuplicates();
    if (all.isEmpty())
        return present({});
    m_consents.missing(all, this, [this](const Result<QStringList> &missing) {
        if (!missing)
            return Q_EMIT failed(missing.error());
        present(missing.value());
    });
}

void RuleWatch::present(const QStringList &missing)
{
    m_states.clear();
    for (const rules::RuleRun &run : m_runs) {
        RuleState &state = m_states[run.rule];
        if (!state.lastHit.isValid())
            state.lastHit = run.made;
        if (run.state == State::Done || run.state == State::Failed || run.state == State::Dropped || run.state == State::Unsure)
            state.runs.push_back({run.finished.isValid() ? run.finished : run.made, rules::kindLabel(run), run.state == State::Done,
                                  run.result.isEmpty() ? rules::stateLabel(run.state) : run.result, run.output, run.row});
        if (run.state != State::Held)
            continue;
        for (const QString &destination : destinationsOf(run)) {
            if (!missing.contains(destination))
                continue;
            auto known = std::ranges::find(state.waiting, destination, &RuleWaiting::destination);
            if (known == state.waiting.end())
                known = state.waiting.insert(known, {destination, rules::destinationLabel(destination), 0});
            ++known->rows;
        }
    }
    Q_EMIT changed();
}

std::vector<RuleWaiting> RuleWatch::waiting() const
{
    std::vector<RuleWaiting> all;
    for (const RuleState &state : m_states) {
        for (const RuleWaiting &each : state.waiting) {
            if (m_putOff.contains(each.destination))
                continue;
            const auto known = std::ranges::find(all, each.destination, &RuleWaiting::destination);
            if (known == all.end())
                all.push_back(each);
            else
                known->rows += each.rows;
        }
    }
    std::ranges::sort(all, {}, &RuleWaiting::destination);
    return all;
}

void RuleWatch::allow(const QString &destination)
{
    m_consents.allow({destination}, this, [this](const Result<int> &allowed) {
        if (!allowed)
            return Q_EMIT failed(allowed.error());
        askConsents();
    });
}

void RuleWatch::putOff(const QString &destination)
{
    m_putOff.insert(destination);
    Q_EMIT changed();
}

} // namespace tocsin::ui
