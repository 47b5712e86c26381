// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/placelookup.h"

#include "core/filter/filter.h"
#include "core/filter/text.h"
#include "core/triage/names.h"
#include "ui/models/findcondition.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kMostCompared = 4'000; // rows whose times are read one by one
constexpr int64_t kFirstStretch = 600'000'000; // 10 min
constexpr int64_t kEndOfTime = 253'402'300'799'000'000; // 9999-12-31 23:59:59

// One question to the archive. Lives on the lookup's thread as long as that.
class Search
{
public:
    Search(const NewestJob::Call &call, const NumberSet &shown, const triage::AliasIndex *aliases) : m_call(call), m_shown(shown), m_aliases(aliases) {}

    Result<FoundPlace> find(const PlaceReading &reading)
    {
        FoundPlace place{.reading = reading};
        const Result<int64_t> row = reading.kind == PlaceReading::Kind::Row ? Result<int64_t>(reading.row)
            : reading.kind == PlaceReading::Kind::Time                      ? from(reading.time, place.alert)
                                                                            : named(reading.name);
        if (!row)
            return row.error();
        if (row.value() > 0 && !place.alert) {
            const int64_t number = row.value();
            Result<std::vector<std::shared_ptr<const Alert>>> alerts = m_call.reader.alerts(std::span(&number, 1));
            if (!alerts)
                return alerts.error();
            if (!alerts.value().empty())
                place.alert = alerts.value().front();
        }
        place.shown = place.alert && m_shown.has(place.alert->row);
        return place;
    }

private:
    // The newest shown row that passes; else the newest one at all; 0: none.
    Result<int64_t> newest(const std::string &condition)
    {
        int64_t hidden = 0;
        int64_t found = 0;
        const Outcome done = rows(condition, true, [&](const std::vector<int64_t> &some) {
            if (hidden == 0 && !some.empty())
                hidden = some.back();
            for (auto it = some.rbegin(); it != some.rend() && found == 0; ++it)
                found = m_shown.has(*it) ? *it : 0;
            return found == 0;
        });
        if (!done)
            return done.error();
        return found > 0 ? found : hidden;
    }

    Result<int64_t> named(const QString &name)
    {
        const QString sign = u"GCN "_s;
        const std::string text = filter::quotedText(name.toStdString());
        std::string exact = "id = " + text + " or name = " + text;
        if (name.startsWith(sign, Qt::CaseInsensitive))
            exact.append(" or (message = \"circular\" and id = ").append(filter::quotedText(name.mid(sign.size()).toStdString())).append(")");
        const std::string begin = "(?i)^" + literalPattern(name);
        const auto like = [](const std::string &pattern) {
            return "id ~ \"" + pattern + "\" or name ~ \"" + pattern + '"';
        };
        const std::string bytes = name.toStdString();
        const std::vector<std::string> spellings = m_aliases ? m_aliases->spellingsOf(bytes) : triage::spellingsOf(bytes);
        for (const std::string &condition : {exact, triage::anyOfNames(spellings), like(begin + "$"), like(begin)}) {
            const Result<int64_t> row = newest(condition);
            if (!row || row.value() > 0)
                return row;
        }
        return int64_t{0};
    }

    // Looks at one stretch of time after the other, longer ones while there is nothing, shorter ones where there is much.
    Result<int64_t> from(const UtcTime &time, std::shared_ptr<const Alert> &earliest)
    {
        std::optional<int64_t> hidden;
        int64_t begin = time.us;
        int64_t length = kFirstStretch;
        while (begin < kEndOfTime) {
            std::vector<int64_t> some;
            bool tooMany = false;
            const int64_t end = length < kEndOfTime - begin ? begin + length : kEndOfTime;
            const Outcome done = rows(between(begin, end), false, [&](const std::vector<int64_t> &found) {
                for (const int64_t row : found) {
                    if (m_shown.has(row))
                        some.push_back(row);
                    else if (!hidden)
                        hidden = row;
                }
                tooMany = some.size() > kMostCompared && length > 1;
                return !tooMany;
            });
            if (!done)
                return done.error();
            if (tooMany) {
                length = std::max<int64_t>(1, length / 16);
                continue;
            }
            if (!some.empty())
                return firstOf(some, earliest);
            begin = end;
            length *= 16;
        }
        return hidden.value_or(0);
    }

    // By the time that the table shows.
    static std::string between(int64_t begin, int64_t end)
    {
        static const QString condition = u"(timestamp >= %1 and timestamp < %2) or (not has(timestamp) and broker_time >= %1 and broker_time < %2)"_s;
        return condition.arg(QString::fromStdString(UtcTime::fromUs(begin).iso()), QString::fromStdString(UtcTime::fromUs(end).iso())).toStdString();
    }

    Result<int64_t> firstOf(const std::vector<int64_t> &some, std::shared_ptr<const Alert> &earliest)
    {
        Result<std::vector<std::shared_ptr<const Alert>>> alerts = m_call.reader.alerts(some);
        if (!alerts)
            return alerts.error();
        const auto timeOf = [](const std::shared_ptr<const Alert> &alert) {
            return alert->timestamp.isValid() ? alert->timestamp.us : alert->brokerTime.us;
        };
        if (alerts.value().empty())
            return int64_t{0};
        earliest = *std::ranges::min_element(alerts.value(), {}, timeOf);
        return earliest->row;
    }

    template <typename Take>
    Outcome rows(const std::string &condition, bool newestFirst, const Take &take)
    {
        auto compiled = filter::Filter::compile(condition, {});
        const auto *filter = std::get_if<filter::Filter>(&compiled);
        if (!filter)
            return Done{}; // a text that no condition can hold is no name
        bool enough = false;
        const Outcome done = m_call.reader.findRows(filter, UtcTime::now(), newestFirst, [&](const std::vector<int64_t> &found, double) {
            enough = !take(found);
            return !enough && !m_call.stale();
        });
        return enough ? Outcome(Done{}) : done;
    }

    const NewestJob::Call &m_call;
    const NumberSet &m_shown;
    const triage::AliasIndex *const m_aliases; // may be null
};

} // namespace

PlaceLookup::PlaceLookup(archive::Archive &archive, QObject *parent) : QObject(parent), m_job(archive)
{
    connect(&m_job, &NewestJob::failed, this, &PlaceLookup::failed);
}

void PlaceLookup::find(std::vector<PlaceReading> readings, std::shared_ptr<const NumberSet> shown)
{
    m_job.ask([this, readings = std::move(readings), shown = std::move(shown), aliases = m_aliases](const NewestJob::Call &call) -> Outcome {
        std::optional<FoundPlace> best;
        for (const PlaceReading &reading : readings) {
            Result<FoundPlace> place = Search(call, *shown, aliases.get()).find(reading);
            if (!place)
                return place.error();
            if (!best || place.value().alert)
                best = std::move(place.value());
            if (best->alert)
                break;
        }
        if (best)
            call.tell([this, place = std::move(*best)] { Q_EMIT found(place); });
        return Done{};
    });
}

} // namespace tocsin::ui
