// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rehearsal.h"

#include "core/archive/storedfields.h"
#include "core/rules/rulecheck.h"
#include "core/rules/rulejudge.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace tocsin::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr int64_t kDayUs = 86'400'000'000;
constexpr size_t kLast = 10;
constexpr int kMostNights = 1'000; // without hits

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

// What can be asked of the archive beforehand; null: each row is looked at.
std::shared_ptr<const filter::Filter> beforehand(const ReadyRule &ready)
{
    if (!ready.filter || ready.filter->usesNow())
        return nullptr;
    if (!ready.rule.retractions)
        return std::make_shared<const filter::Filter>(*ready.filter);
    auto compiled = filter::Filter::compile('(' + ready.filter->text() + ") or retraction", filter::FieldCatalogue());
    auto *filter = std::get_if<filter::Filter>(&compiled);
    return filter ? std::make_shared<const filter::Filter>(std::move(*filter)) : nullptr;
}

} // namespace

Result<Rehearsal> rehearse(archive::Archive &archive, const Rule &rule, const UtcTime &since, const archive::GoOn &goOn)
{
    if (const Outcome checked = checkRule(rule); !checked)
        return checked.error();
    Rule alone = rule;
    alone.enabled = true;
    RuleJudge judge;
    judge.setRules(RuleSet({alone}));
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

    Rehearsal rehearsal;
    std::map<QDate, Rehearsal::Night> nights;
    UtcTime first;
    UtcTime newest;
    archive::Selection selection;
    selection.arrivedSince = since;
    selection.decodedOnly = true;
    selection.now = UtcTime::now();
    selection.untilRow = std::max<int64_t>(1, lastRow.value());
    selection.filter = beforehand(*judge.rules().all().front());
    bool isStopped = false;
    const auto isMarked = [&beside](int64_t row) {
        const Result<std::vector<int64_t>> revisions = beside.revisions(row);
        const Result<std::vector<uint8_t>> marks = revisions ? beside.marks(revisions.value()) : revisions.error();
        return marks && std::ranges::any_of(marks.value(), [](uint8_t mark) { return (mark & (archive::Starred | archive::Pinned)) != 0; });
    };
    int64_t seen = 0;
    const Outcome read = rows.value()->forEach(selection, [&](const Alert &alert) {
        if (goOn && ++seen % 256 == 1 && !goOn(static_cast<double>(alert.row) / static_cast<double>(selection.untilRow))) {
            isStopped = true;
            return false;
        }
        const UtcTime came = arrivalOf(alert);
        if (!first.isValid() || came.us < first.us)
            first = came;
        if (!newest.isValid() || came.us > newest.us)
            newest = came;
        archive::StoredFields fields(beside, alert.row, static_cast<size_t>(alert.record));
        for (const Decision &decision : judge.judge(alert, {.now = came, .packet = &fields, .isMarked = [&] { return isMarked(alert.row); }})) {
            Rehearsal::Night &night = nights[nightOf(came)];
            ++night.hits;
            ++rehearsal.hits;
            if (decision.alarms && decision.silencedBy.isEmpty()) {
                ++night.alarms;
                ++rehearsal.alarms;
            }
            rehearsal.last.push_back(std::make_shared<Alert>(alert));
            if (rehearsal.last.size() > kLast)
                rehearsal.last.erase(rehearsal.last.begin());
        }
        return true;
    });
    if (!read)
        return read.error();
    if (isStopped)
        return Error{.kind = ErrorKind::Interrupted, .message = QCoreApplication::translate("rules", "The rehearsal was ended.")};

    // Nights without a hit count as well: that is what people want to know.
    if (const Result<archive::Info> info = beside.info(); info && info.value().oldest.isValid()) {
        first = since.isValid() && since.us > info.value().oldest.us ? since : info.value().oldest;
        newest = info.value().newest;
    }
    if (first.isValid() && newest.isValid()) {
        const QDate end = nightOf(newest);
        for (QDate night = std::max(nightOf(first), end.addDays(-kMostNights)); night <= end; night = night.addDays(1))
            nights[night];
    }
    for (auto &[night, counts] : nights) {
        counts.night = night;
        rehearsal.nights.push_back(counts);
    }
    return rehearsal;
}

} // namespace tocsin::rules
