// SPDX-License-Identifier: GPL-3.0-or-later
// Any JSON object, and any Avro record that no other format knows: a default mapping by the usual names of fields.
#include "core/decoders/format.h"

#include <array>
#include <cmath>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{
    FieldNote{"timestamp", "timestamp, time, datetime, date_obs, trigger_time …, jd, mjd"},
    FieldNote{"id", "id, alert_id, alertId, candid, diaSourceId, ivorn, uuid, trigger_id …"},
    FieldNote{"name", "name, object_name, objectId, oid, event_name, target …"},
    FieldNote{"ra", "ra, ra_deg, raj2000, meanra"},
    FieldNote{"dec", "dec, decl, dec_deg, decj2000, meandec"},
    FieldNote{"mag", "mag, magnitude, magpsf"},
    FieldNote{"score", "score, drb, rb, reliability"},
    FieldNote{"url", "url, link"},
};

// Objects inside which the names are looked for after the packet itself.
constexpr std::array kInside{"candidate", "alert", "event", "data", "diaSource", "target", "source", "object"};

// Looks names up as they stand and, where there is none, in any case: senders write RA, Dec and objectid. The packet is
// gone through once.
class Finder
{
public:
    explicit Finder(const Value &root)
    {
        m_levels.push_back(membersOf(root));
        for (const char *inside : kInside) {
            if (const Value object = look(m_levels.front(), inside, true); object.isObject())
                m_levels.push_back(membersOf(object));
        }
    }

    // By the order of the levels (the packet first), then of the names; a name in its own case before the same in another.
    template <size_t N>
    [[nodiscard]] Value find(const std::array<const char *, N> &names, std::string *found = nullptr) const
    {
        for (const std::vector<Member> &level : m_levels) {
            for (const char *name : names) {
                if (const Value value = look(level, name, false); !value.isNull()) {
                    if (found)
                        *found = name;
                    return value;
                }
            }
        }
        return {};
    }

private:
    struct Member {
        std::string_view name;
        std::string lowered;
        Value value;
    };

    static std::vector<Member> membersOf(const Value &object)
    {
        constexpr size_t kLongestName = 24; // of those looked for
        std::vector<Member> members;
        if (!object.isObject())
            return members;
        object.forEach([&](std::string_view name, const Value &value) {
            if (name.size() <= kLongestName && !value.isNull())
                members.push_back({name, lower(name), value});
        });
        return members;
    }

    static Value look(const std::vector<Member> &members, std::string_view name, bool object)
    {
        const std::string lowered = lower(name);
        const Member *best = nullptr;
        for (const Member &member : members) {
            if (member.lowered != lowered || member.value.isObject() != object)
                continue;
            if (member.name == name)
                return member.value;
            if (!best)
                best = &member;
        }
        return best ? best->value : Value();
    }

    std::vector<std::vector<Member>> m_levels;
};

// Numbers of time: Julian dates, or seconds, milliseconds, microseconds since 1970, told apart by their size.
UtcTime timeFromNumber(double value)
{
    if (!std::isfinite(value))
        return {};
    if (value > 2'300'000 && value < 2'600'000)
        return UtcTime::fromJd(value);
    if (value > 10'000 && value < 120'000)
        return UtcTime::fromJd(value + 2'400'000.5);
    if (value >= 1e8 && value < 1e11)
        return UtcTime::fromUs(static_cast<int64_t>(std::llround(value * 1e6)));
    if (value >= 1e11 && value < 1e14)
        return UtcTime::fromMs(static_cast<int64_t>(value));
    if (value >= 1e14 && value < 1e17)
        return UtcTime::fromUs(static_cast<int64_t>(value));
    return {};
}

void mapPlain(const Value &root, Alert &alert)
{
    static constexpr std::array<const char *, 14> kIds{"id", "alert_id", "alertId", "candid", "diaSourceId", "ivorn", "uuid", "_id",
                                                       "trigger_id", "trigger_num", "event_id", "notice_id", "message_id", "identifier"};
    static constexpr std::array<const char *, 12> kNames{"name", "object_name", "objectId", "object_id", "oid", "objid", "event_name", "target_name",
                                                         "target", "designation", "source_name", "superevent_id"};
    static constexpr std::array<const char *, 7> kRas{"ra", "ra_deg", "raj2000", "ramean", "meanra", "right_ascension", "target_ra"};
    static constexpr std::array<const char *, 8> kDecs{"dec", "decl", "dec_deg", "decj2000", "decmean", "meandec", "declination", "target_dec"};
    static constexpr std::array<const char *, 4> kMags{"mag", "magnitude", "magpsf", "brightness"};
    static constexpr std::array<const char *, 5> kScores{"score", "drb", "rb", "reliability", "real_bogus"};
    static constexpr std::array<const char *, 15> kTimes{"timestamp", "time", "datetime", "date_obs", "dateobs", "obs_time", "trigger_time", "event_time",
                                                         "observation_time", "observation_start", "alert_datetime", "date", "isotime", "jd", "mjd"};
    static constexpr std::array<const char *, 4> kUrls{"url", "link", "alert_url", "href"};
    const Finder finder(root);
    alert.message = "other";
    alert.id = textOf(alert, finder.find(kIds), "id");
    alert.name = textOf(alert, finder.find(kNames), "name");
    alert.event = alert.name;
    setPosition(alert, finder.find(kRas), finder.find(kDecs));
    alert.mag = numberOf(alert, finder.find(kMags), "mag");
    alert.score = numberOf(alert, finder.find(kScores, &alert.scoreKind), "score");
    if (!alert.score.has() || alert.scoreKind == "score")
        alert.scoreKind.clear();
    const Value time = finder.find(kTimes);
    if (const auto number = time.number()) {
        setTime(alert, timeFromNumber(*number), "message");
        if (!alert.timestamp.isValid())
            note(alert, "the time is no time");
    } else {
        setTime(alert, isoTime(alert, time, "the time"), "message");
    }
    const Value url = finder.find(kUrls);
    if (url.isText())
        alert.url = urlOf(alert, url, "url");
    if (root["test"].boolean().value_or(false))
        alert.test = true;
    if (root["retraction"].boolean().value_or(false))
        alert.retraction = true;
    if (alert.id.empty() && alert.name.empty() && !alert.hasPosition() && !alert.timestamp.isValid())
        note(alert, "no field of this packet is known");
}

class PlainJson final : public TreeFormat
{
public:
    const char *id() const override { return "json"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "Plain JSON"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Any JSON object; fields are found by their usual names."); }
    std::span<const FieldNote> notes() const override { return kNotes; }
    bool fits(const Shape &shape, const Origin &origin) const override { return shape.root().isObject() && origin.schema.empty(); }
    void map(const Value &root, const Origin &, Alert &alert) const override
    {
        alert.format = id();
        mapPlain(root, alert);
    }
};

class PlainAvro final : public TreeFormat
{
public:
    const char *id() const override { return "avro"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "Avro"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Any Avro container; fields are found by their usual names."); }
    std::span<const FieldNote> notes() const override { return kNotes; }
    bool fits(const Shape &shape, const Origin &origin) const override { return shape.root().isObject() && !origin.schema.empty(); }
    void map(const Value &root, const Origin &, Alert &alert) const override
    {
        alert.format = id();
        mapPlain(root, alert);
    }
};

} // namespace

Family plainFamily()
{
    static const PlainAvro avro;
    static const PlainJson json;
    static const std::array<const TreeFormat *, 2> trees{&avro, &json};
    return {.trees = trees};
}

} // namespace tocsin::decoders
