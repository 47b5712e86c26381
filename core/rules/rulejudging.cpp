// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine's thread does with rows: judges them in their order, and has written down what comes of them.
#include "core/rules/ruleengine.h"

#include "core/archive/storedfields.h"
#include "core/rules/rulebatch.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::rules {

using namespace std::chrono_literals;

namespace {

constexpr size_t kMostRows = 2'000; // of a hole, at once
constexpr auto kKeep = 1s; // how often the position is written when nothing else is

QString say(const char *text)
{
    return QCoreApplication::translate("rules", text);
}

} // namespace

bool RuleEngine::judgeNew()
{
    std::deque<std::shared_ptr<const Alert>> committed;
    std::vector<Begun> begun;
    std::vector<int64_t> again;
    {
        const std::lock_guard lock(m_mutex);
        again.swap(m_again);
        committed.swap(m_committed);
        begun.swap(m_begun);
    }
    for (const Begun &each : begun)
        m_lanes.begin(each.stream, each.form, each.when);
    RuleBatch batch;
    batch.isDue = !begun.empty();
    judgeAgain(again, batch);
    for (const auto &alert : committed) {
        if (m_settings.keepsNothing) {
            judge(alert, batch);
            continue;
        }
        if (alert->row <= m_judged)
            continue;
        // Rows of other programs, or those that did not fit.
        if (alert->row > m_judged + 1 && (!keep(batch) || !judgeHole(alert->row - 1)))
            return false;
        judge(alert, batch);
        m_judged = alert->row;
    }
    if (!keep(batch))
        return false;
    if (m_settings.keepsNothing || isEnding())
        return true;
    archive::Reader *source = reader();
    const Result<int64_t> last = source ? source->lastRow() : Result<int64_t>(Error{});
    if (!last)
        return false;
    // Not those that come from our own archive in a moment.
    {
        const std::lock_guard lock(m_mutex);
        if (!m_committed.empty())
            return true;
    }
    return judgeHole(last.value());
}

bool RuleEngine::judgeHole(int64_t upTo)
{
    while (m_judged < upTo && !isEnding()) {
        archive::Reader *source = reader();
        if (!source)
            return false;
        Alerts alerts;
        archive::Selection selection;
        selection.afterRow = m_judged;
        selection.untilRow = upTo;
        const Outcome read = source->forEach(selection, [&](const Alert &alert) {
            alerts.push_back(std::make_shared<Alert>(alert));
            return alerts.size() < kMostRows;
        });
        if (!read) {
            complain(say(QT_TRANSLATE_NOOP("rules", "The rules cannot read the archive: %1")).arg(read.error().message));
            return false;
        }
        RuleBatch batch;
        for (const auto &alert : alerts) {
            judge(alert, batch);
            m_judged = alert->row;
        }
        if (alerts.size() < kMostRows)
            m_judged = upTo;
        if (!keep(batch))
            return false;
    }
    return true;
}

bool RuleEngine::isMarked(int64_t row)
{
    archive::Reader *source = reader();
    if (!source)
        return false;
    const Result<std::vector<int64_t>> rows = source->revisions(row);
    const Result<std::vector<uint8_t>> marks = rows ? source->marks(rows.value()) : rows.error();
    return marks && std::ranges::any_of(marks.value(), [](uint8_t mark) { return (mark & (archive::Starred | archive::Pinned)) != 0; });
}

void RuleEngine::judgeAgain(const std::vector<int64_t> &rows, RuleBatch &batch)
{
    for (const int64_t row : rows) {
        // What is not judged yet is judged by what it says in memory: once more after that.
        if (row > m_judged) {
            const std::lock_guard lock(m_mutex);
            m_again.push_back(row);
            continue;
        }
        const Result<std::shared_ptr<const Alert>> alert = alertOf(row);
        if (!alert || !alert.value())
            continue; // gone meanwhile
        Alert before = *alert.value();
        before.coincidence.clear();
        judge(alert.value(), batch, &before);
    }
}

void RuleEngine::judge(const std::shared_ptr<const Alert> &alert, RuleBatch &batch, const Alert *before)
{
    constexpr int64_t kDay = 86'400'000'000; // us
    const UtcTime moment = m_settings.clock();
    // A row that is asked about again lies behind its lane's place for that reason alone.
    const UtcTime came = alert->brokerTime.isValid() ? alert->brokerTime : alert->received;
    const bool history = before ? came.isValid() && came.us < moment.us - kDay : m_lanes.isHistory(*alert, moment);
    const PassingPackets::Packet packet = m_settings.keepsNothing ? m_passing.take(alert) : nullptr;
    if (m_judge.rules().isEmpty())
        return;
    const auto record = static_cast<size_t>(alert->record);
    PassingFields passing(packet, record);
    std::optional<archive::StoredFields> stored;
    if (archive::Reader *source = reader())
        stored.emplace(*source, alert->row, record);
    filter::PacketFields *fields = stored ? static_cast<filter::PacketFields *>(&*stored) : &passing;
    for (const Decision &decision : m_judge.judge(*alert, {.now = moment, .history = history, .packet = fields, .isMarked = [&] { return isMarked(alert->row); }})) {
        if (before && (!decision.rule->filter || decision.rule->filter->passes(*before, moment, fields)))
            continue;
        batch.add(alert, decision, {.now = moment, .history = history, .demo = m_settings.demo, .packet = packet}, m_consents);
    }
}

bool RuleEngine::keep(RuleBatch &batch)
{
    const auto steady = std::chrono::steady_clock::now();
    if (batch.isEmpty() && (m_kept == m_judged || steady < m_nextKeep))
        return true;
    batch.entry.judged = m_judged;
    batch.entry.lanes = m_lanes.takeMoved();
    const Result<std::vector<int64_t>> numbers = m_ledger.keep(batch.entry);
    if (numbers) {
        m_kept = m_judged;
        m_nextKeep = steady + kKeep;
        complain({});
    } else {
        // Nobody sleeps through an alarm because a disk is full: done all the same, and may be done again after a restart.
        complain(say(QT_TRANSLATE_NOOP("rules", "What the rules do cannot be written down: %1")).arg(numbers.error().message));
    }
    if (!batch.starred.empty())
        m_archive.setMarks(batch.starred, archive::Starred, 0, [](const Outcome &) {});
    if (!batch.pinned.empty())
        m_archive.setMarks(batch.pinned, archive::Pinned, 0, [](const Outcome &) {});
    for (const QString &event : batch.withdrawn)
        m_dispatch.withdraw(event);
    for (size_t i = 0; i < batch.works.size(); ++i) {
        ActionWork &work = batch.works[i];
        if (numbers)
            work.run.number = numbers.value()[i];
        if (work.run.state == RuleRun::State::Due || work.run.state == RuleRun::State::Held)
            m_dispatch.take(std::move(work));
    }
    batch = {};
    return true;
}

} // namespace tocsin::rules
