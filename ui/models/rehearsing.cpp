// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rehearsing.h"

#include "core/journal/consents.h"
#include "core/rules/actions/action.h"
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

// Where restricted alerts may not go yet.
QStringList notAllowed(const Rule &rule, journal::Journal *journal)
{
    const QStringList destinations = rules::destinationsOf(rule);
    if (destinations.isEmpty() || !journal)
        return destinations;
    const Result<QStringList> missing = journal::Consents(*journal).missing(destinations);
    return missing ? missing.value() : destinations;
}

RehearsalResult resultOf(const rules::Rehearsal &rehearsal, qint64 judged)
{
    RehearsalResult result;
    result.judged = judged;
    for (const rules::Rehearsal::Night &night : rehearsal.nights)
        result.nights.push_back({night.night.toString(Qt::ISODate), night.hits, night.alarms, night.tests});
    for (const auto &[alert, alarms, why] : std::views::reverse(rehearsal.last))
        result.last.push_back({alert->row, arrivalOf(*alert), QString::fromStdString(alert->name.empty() ? alert->id : alert->name), rules::factOf(*alert), alarms, rules::whyLabel(why)});
    return result;
}

} // namespace

Rehearsing::Rehearsing(archive::Archive &archive, journal::Journal *journal, QObject *parent) : QObject(parent), m_archive(archive), m_journal(journal), m_job(archive)
{
    connect(&m_job, &NewestJob::failed, this, &Rehearsing::failed);
}

void Rehearsing::start(const Rule &rule, const UtcTime &since)
{
    m_job.ask([this, rule, since](const NewestJob::Call &call) -> Outcome {
        const Result<int64_t> judged = rules::rowsSince(call.reader, since, [&](double) { return !call.stale(); });
        if (!judged)
            return judged.error();
        const qint64 rows = judged.value();
        const Result<rules::Rehearsal> found = rules::rehearse(m_archive, rule, since, [&](double fraction) {
            call.tell([this, fraction, rows] { Q_EMIT advanced(fraction, static_cast<qint64>(static_cast<double>(rows) * fraction)); });
            return !call.stale();
        }, notAllowed(rule, m_journal));
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
