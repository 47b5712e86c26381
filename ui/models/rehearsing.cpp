// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rehearsing.h"

#include "core/rules/fact.h"
#include "core/rules/rehearsal.h"

#include <ranges>

namespace tocsin::ui {

using rules::Rule;

namespace {

UtcTime arrivalOf(const Alert &alert)
{
    return alert.brokerTime.isValid() ? alert.brokerTime : alert.received;
}

// Rows that were looked at: those that arrived since then.
Result<qint64> rowsSince(archive::Reader &reader, const UtcTime &since, const std::function<bool()> &stale)
{
    if (!since.isValid()) {
        const Result<archive::Info> info = reader.info();
        return info ? Result<qint64>(info.value().rows) : info.error();
    }
    archive::Selection selection;
    selection.arrivedSince = since;
    const Result<std::vector<int64_t>> rows = reader.rowNumbers(selection, stale);
    return rows ? Result<qint64>(static_cast<qint64>(rows.value().size())) : rows.error();
}

RehearsalResult resultOf(const rules::Rehearsal &rehearsal, qint64 judged)
{
    RehearsalResult result;
    result.judged = judged;
    for (const rules::Rehearsal::Night &night : rehearsal.nights)
        result.nights.push_back({night.night.toString(Qt::ISODate), night.hits, night.alarms});
    for (const auto &alert : std::views::reverse(rehearsal.last))
        result.last.push_back({alert->row, arrivalOf(*alert), QString::fromStdString(alert->name.empty() ? alert->id : alert->name), rules::factOf(*alert)});
    return result;
}

} // namespace

Rehearsing::Rehearsing(archive::Archive &archive, QObject *parent) : QObject(parent), m_archive(archive), m_job(archive)
{
    connect(&m_job, &NewestJob::failed, this, &Rehearsing::failed);
}

void Rehearsing::start(const Rule &rule, const UtcTime &since)
{
    m_job.ask([this, rule, since](const NewestJob::Call &call) -> Outcome {
        const Result<qint64> judged = rowsSince(call.reader, since, call.stale);
        if (!judged)
            return judged.error();
        const qint64 rows = judged.value();
        const Result<rules::Rehearsal> found = rules::rehearse(m_archive, rule, since, [&](double fraction) {
            call.tell([this, fraction, rows] { Q_EMIT advanced(fraction, static_cast<qint64>(static_cast<double>(rows) * fraction)); });
            return !call.stale();
        });
        if (!found)
            return found.error();
        call.tell([this, result = resultOf(found.value(), rows)] { Q_EMIT done(result); });
        return Done{};
    });
}

void Rehearsing::stop()
{
    m_job.cancel();
}

} // namespace tocsin::ui
