// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tom/retractions.h"

#include "core/archive/archive.h"
#include "core/filter/filter.h"

#include <QSet>

#include <algorithm>
#include <span>

namespace tocsin::tom {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kAtOnce = 1'000;

std::shared_ptr<const filter::Filter> onlyRetractions()
{
    auto compiled = filter::Filter::compile("retraction", filter::FieldCatalogue());
    return std::make_shared<const filter::Filter>(std::get<filter::Filter>(std::move(compiled)));
}

} // namespace

Result<QMap<QString, Retraction>> retractionsOf(archive::Reader &reader, const QStringList &events, const std::function<bool()> &cancelled)
{
    QSet<QString> wanted(events.begin(), events.end());
    wanted.remove(QString());
    QMap<QString, Retraction> found;
    if (wanted.isEmpty())
        return found;
    const Result<std::vector<int64_t>> rows = reader.rowNumbers({.decodedOnly = true, .filter = onlyRetractions(), .now = UtcTime::now()}, cancelled ? cancelled : [] { return false; });
    if (!rows)
        return rows.error();
    for (size_t begin = 0; begin < rows.value().size(); begin += kAtOnce) {
        const std::span<const int64_t> some = std::span(rows.value()).subspan(begin, std::min(kAtOnce, rows.value().size() - begin));
        const Result<std::vector<std::shared_ptr<const Alert>>> alerts = reader.alerts(some);
        if (!alerts)
            return alerts.error();
        for (const std::shared_ptr<const Alert> &alert : alerts.value()) {
            const QString event = QString::fromStdString(alert->event);
            if (!wanted.contains(event))
                continue;
            Retraction &retraction = found[event];
            retraction.name = QString::fromStdString(alert->name.empty() ? alert->event : alert->name);
            if (!retraction.received.isValid() || alert->received.us > retraction.received.us)
                retraction.received = alert->received;
        }
    }
    return found;
}

} // namespace tocsin::tom
