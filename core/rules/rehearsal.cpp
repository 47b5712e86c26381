// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rehearsal.h"

#include "core/archive/storedfields.h"
#include "core/rules/rulecheck.h"
#include "core/rules/rulejudge.h"
#include "core/rules/ruletext.h"

#include <QCoreApplication>

#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <span>

namespace tocsin::rules {

using namespace Qt::StringLiterals;
using FilterPtr = std::shared_ptr<const filter::Filter>;

namespace {

constexpr int64_t kDayUs = 86'400'000'000;
constexpr size_t kLast = 10;
constexpr int kMostNights = 1'000; // without hits
constexpr size_t kAtOnce = 512; // rows between two questions whether to go on

UtcTime arrivalOf(const Alert &alert)
{
    return alert.brokerTime.isValid() ? alert.brokerTime : alert.received.isValid() ? alert.received : alert.timestamp;
}

QDate nightOf(const UtcTime &time)
{
    const int64_t shifted = time.us - kDayUs / 2;
    const int64_t day = shifted >= 0 ? shifted / kDayUs : -((kDayUs - 1 - shifted) / kDayUs);
    return QDate(1970, 1, 1).addDays(day);
}

Error ended()
{
    return {.kind = ErrorKind::Interrupted, .message = QCoreApplication::translate("rules", "The rehearsal was ended.")};
}

QString arrivedSince(const UtcTime &since)
{
    return u"(broker_time >= %1 or not has(broker_time) and received >= %1)"_s.arg(QString::fromStdString(since.iso()));
}

FilterPtr compiled(const QString &text)
{
    auto made = filter::Filter::compile(text.toStdString(), filter::FieldCatalogue());
    auto *filter = std::get_if<filter::Filter>(&made);
    return filter ? std::make_shared<const filter::Filter>(std::move(*filter)) : nullptr;
}

// What can be asked of the archive's columns beforehand; null: each row is looked at. Retractions come along, on whatever topic,
// for what is taken back may alarm anew.
FilterPtr beforehand(const ReadyRule &ready, const UtcTime &since)
{
    QStringList takes;
    if (const QString topics = topicConditionOf(ready.rule); !topics.isEmpty() && !ready.hasAll)
        takes << topics;
    if (ready.filter && !ready.filter->usesNow())
        takes << u'(' + ready.rule.filter + u')';
    QStringList all;
    if (since.isValid())
        all << arrivedSince(since);
    if (!takes.isEmpty())
        all << u'(' + takes.join(u" and "_s) + u" or retraction)"_s;
    return all.isEmpty() ? nullptr : compiled(all.join(u" and "_s));
}

// One rehearsal of one rule; on one thread.
class Rehearsing
{
public:
    Rehearsing(archive::Reader &beside, const Rule &rule, const QStringList &notAllowed) : m_beside(beside), m_rule(rule), m_mayNotSend(!notAllowed.isEmpty())
    {
        Rule alone = rule;
        alone.enabled = true;
        m_judge.setRules(RuleSet({alone}));
        alone.tests = true;
        m_ofTests.setRules(RuleSet({alone}));
    }

    [[nodiscard]] const ReadyRule &ready() const { return *m_judge.rules().all().front(); }

    void take(const Alert &alert)
    {
        const UtcTime came = arrivalOf(alert);
        archive::StoredFields fields(m_beside, alert.row, static_cast<size_t>(alert.record));
        const Situation situation{.now = came, .packet = &fields, .isMarked = [&] { return isMarked(alert.row); }};
        if (isTest(alert) && !m_rule.tests) {
            if (!m_ofTests.judge(alert, situation).empty())
                ++m_nights[nightOf(came)].tests;
            return;
        }
        for (const Decision &decision : m_judge.judge(alert, situation))
            note(alert, came, decision);
    }

    // What was counted so far, with the last rows; once, at the end.
    [[nodiscard]] Result<Rehearsal> takeResult()
    {
        std::vector<int64_t> rows;
        for (const Last &hit : m_last)
            rows.push_back(hit.row);
        Result<std::vector<std::shared_ptr<const Alert>>> alerts = m_beside.alerts(rows);
        if (!alerts)
            return alerts.error();
        for (auto &alert : alerts.value()) { // less those that were deleted meanwhile
            const auto hit = std::ranges::find(m_last, alert->row, &Last::row);
            m_result.last.push_back({.alert = std::move(alert), .alarms = hit->alarms, .why = hit->why});
        }
        for (auto &[night, counts] : m_nights) {
            counts.night = night;
            m_result.nights.push_back(counts);
        }
        return std::move(m_result);
    }
    void addNight(const QDate &night) { m_nights[night]; }

private:
    [[nodiscard]] bool isMarked(int64_t row)
    {
        const Result<std::vector<int64_t>> revisions = m_beside.revisions(row);
        const Result<std::vector<uint8_t>> marks = revisions ? m_beside.marks(revisions.value()) : revisions.error();
        return marks && std::ranges::any_of(marks.value(), [](uint8_t mark) { return (mark & (archive::Starred | archive::Pinned)) != 0; });
    }

    void note(const Alert &alert, const UtcTime &came, const Decision &decision)
    {
        Last hit{.row = alert.row, .alarms = m_rule.wakes() && decision.alarms && decision.silencedBy.isEmpty(),
                           .why = !decision.alarms ? decision.held : decision.silencedBy};
        if (hit.why.isEmpty() && !m_rule.wakes())
            hit.why = u"no alarm"_s;
        if (hit.alarms && m_mayNotSend && alert.access == "restricted") {
            hit.why = u"restricted"_s;
            hit.alarms = std::ranges::any_of(m_rule.actions, [](const Action &action) { return action.kind == u"notify" || action.kind == u"sound"; });
        }
        Rehearsal::Night &night = m_nights[nightOf(came)];
        ++night.hits;
        ++m_result.hits;
        night.alarms += hit.alarms ? 1 : 0;
        m_result.alarms += hit.alarms ? 1 : 0;
        m_last.push_back(std::move(hit));
        if (m_last.size() > kLast)
            m_last.pop_front();
    }

    struct Last {
        int64_t row = 0;
        bool alarms = false;
        QString why;
    };

    archive::Reader &m_beside;
    const Rule &m_rule;
    const bool m_mayNotSend;
    RuleJudge m_judge;
    RuleJudge m_ofTests; // the same rule, if it heard them
    std::map<QDate, Rehearsal::Night> m_nights;
    std::deque<Last> m_last;
    Rehearsal m_result;
};

// All rows, one after the other.
Outcome readAll(archive::Reader &rows, int64_t last, Rehearsing &rehearsing, const archive::GoOn &goOn)
{
    archive::Selection selection;
    selection.untilRow = std::max<int64_t>(1, last);
    bool isStopped = false;
    size_t seen = 0;
    const Outcome read = rows.forEach(selection, [&](const Alert &alert) {
        if (goOn && seen++ % kAtOnce == 0 && !goOn(static_cast<double>(alert.row) / static_cast<double>(selection.untilRow))) {
            isStopped = true;
            return false;
        }
        rehearsing.take(alert);
        return true;
    });
    return isStopped ? Outcome(ended()) : read;
}

// Rows that were found, ascending. Where most of a stretch was, the stretch is read: that costs half as much a row.
Outcome read(archive::Reader &beside, std::span<const int64_t> rows, const std::function<void(const Alert &)> &take)
{
    if (static_cast<size_t>(rows.back() - rows.front()) < 2 * rows.size()) {
        archive::Selection stretch;
        stretch.afterRow = rows.front() - 1;
        stretch.untilRow = rows.back();
        size_t next = 0;
        return beside.forEach(stretch, [&](const Alert &alert) {
            while (next < rows.size() && rows[next] < alert.row)
                ++next;
            if (next < rows.size() && rows[next] == alert.row)
                take(alert);
            return true;
        });
    }
    const Result<std::vector<std::shared_ptr<const Alert>>> alerts = beside.alerts(rows);
    if (!alerts)
        return alerts.error();
    for (const auto &alert : alerts.value())
        take(*alert);
    return Done{};
}

// Those that pass, in their order.
Outcome readFound(archive::Reader &rows, archive::Reader &beside, const filter::Filter &filter, Rehearsing &rehearsing, const archive::GoOn &goOn)
{
    Outcome trouble = Done{};
    const Outcome searched = rows.findRows(&filter, UtcTime::now(), false, [&](const std::vector<int64_t> &found, double fraction) {
        for (size_t first = 0; first < found.size(); first += kAtOnce) {
            const std::span some(found.data() + first, std::min(kAtOnce, found.size() - first));
            trouble = goOn && !goOn(fraction) ? Outcome(ended()) : read(beside, some, [&](const Alert &alert) { rehearsing.take(alert); });
            if (!trouble)
                return false;
        }
        if (found.empty() && goOn && !goOn(fraction))
            trouble = ended();
        return trouble.ok();
    });
    return trouble ? searched : trouble;
}

} // namespace

QString whyLabel(const QString &why)
{
    struct Word {
        const char16_t *word;
        const char *label;
    };
    static constexpr Word words[] = {
        {u"same event", QT_TRANSLATE_NOOP("rules", "Same event")},
        {u"throttle", QT_TRANSLATE_NOOP("rules", "Throttled")},
        {u"quiet hours", QT_TRANSLATE_NOOP("rules", "Quiet hours")},
        {u"retraction", QT_TRANSLATE_NOOP("rules", "Retraction, not heard")},
        {u"restricted", QT_TRANSLATE_NOOP("rules", "Restricted, waits to be allowed")},
        {u"no alarm", QT_TRANSLATE_NOOP("rules", "Wakes nobody")},
    };
    for (const Word &each : words) {
        if (why == QStringView(each.word))
            return QCoreApplication::translate("rules", each.label);
    }
    return why;
}

Result<int64_t> rowsSince(archive::Reader &reader, const UtcTime &since, const archive::GoOn &goOn)
{
    if (!since.isValid()) {
        const Result<archive::Info> info = reader.info();
        return info ? Result<int64_t>(info.value().rows) : info.error();
    }
    int64_t count = 0;
    const Outcome read = reader.findRows(compiled(arrivedSince(since)).get(), UtcTime::now(), false, [&](const std::vector<int64_t> &rows, double fraction) {
        count += static_cast<int64_t>(rows.size());
        return !goOn || goOn(fraction);
    });
    return read ? Result<int64_t>(count) : read.error();
}

Result<Rehearsal> rehearse(archive::Archive &archive, const Rule &rule, const UtcTime &since, const archive::GoOn &goOn, const QStringList &notAllowed)
{
    if (const Outcome checked = checkRule(rule); !checked)
        return checked.error();
    Result<std::unique_ptr<archive::Reader>> rows = archive.reader();
    if (!rows)
        return rows.error();
    Result<std::unique_ptr<archive::Reader>> packets = archive.reader(); // while the other one reads on
    if (!packets)
        return packets.error();
    archive::Reader &beside = *packets.value();
    const Result<int64_t> lastRow = beside.lastRow();
    if (!lastRow)
        return lastRow.error();

    Rehearsing rehearsing(beside, rule, notAllowed);
    const FilterPtr filter = beforehand(rehearsing.ready(), since);
    const Outcome read = filter ? readFound(*rows.value(), beside, *filter, rehearsing, goOn) : readAll(*rows.value(), lastRow.value(), rehearsing, goOn);
    if (!read)
        return read.error();

    // Nights without a hit count as well: that is what people want to know.
    if (const Result<archive::Info> info = beside.info(); info && info.value().oldest.isValid()) {
        const UtcTime first = since.isValid() && since.us > info.value().oldest.us ? since : info.value().oldest;
        const QDate end = nightOf(info.value().newest);
        for (QDate night = std::max(nightOf(first), end.addDays(-kMostNights)); night <= end; night = night.addDays(1))
            rehearsing.addNight(night);
    }
    return rehearsing.takeResult();
}

} // namespace tocsin::rules
