// SPDX-License-Identifier: GPL-3.0-or-later
// Any JSON object, and any Avro record that no other format knows: a default mapping by the usual names of fields. And what
// has no fields at all: plain text, or bytes whose sender says that they are nothing else.
#include "core/base/utf8.h"
#include "core/decoders/brokers/brokers.h"
#include "core/decoders/mapped.h"

#include <algorithm>
#include <array>
#include <list>

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
constexpr std::array<Name, 8> kInside{"candidate", "alert", "event", "data", "diaSource", "target", "source", "object"};

// Looks names up as they stand and, where there is none, in any case: senders write RA, Dec and objectid.
class Finder
{
public:
    explicit Finder(const Value &root)
    {
        addLevel(root);
        for (const Name &inside : kInside) {
            if (const Value object = look(m_levels.front(), inside, true); object.isObject())
                addLevel(object);
        }
    }

    // By the order of the levels (the packet first), then of the names; a name in its own case before the same in another.
    template <size_t N>
    [[nodiscard]] Value find(const std::array<Name, N> &names, std::string *found = nullptr) const
    {
        for (const Shape &level : m_levels) {
            for (const Name &name : names) {
                if (const Value value = look(level, name, false); !value.isNull()) {
                    if (found)
                        *found = name.text();
                    return value;
                }
            }
        }
        return {};
    }

private:
    void addLevel(const Value &object) { m_levels.emplace_back(object); }

    static Value look(const Shape &level, const Name &name, bool object)
    {
        Value best;
        bool exact = false;
        // From the last to the first: the one that stays is the first.
        level.forEachAlike(name, [&](std::string_view key, const Value &value) {
            if (value.isNull() || value.isObject() != object || (exact && key != name.text()))
                return;
            exact = key == name.text();
            best = value;
        });
        return best;
    }

    std::list<Shape> m_levels; // which stay where they are
};

void mapPlain(const Value &root, Alert &alert)
{
    static constexpr std::array<Name, 14> kIds{"id", "alert_id", "alertId", "candid", "diaSourceId", "ivorn", "uuid", "_id",
                                                       "trigger_id", "trigger_num", "event_id", "notice_id", "message_id", "identifier"};
    static constexpr std::array<Name, 12> kNames{"name", "object_name", "objectId", "object_id", "oid", "objid", "event_name", "target_name",
                                                         "target", "designation", "source_name", "superevent_id"};
    static constexpr std::array<Name, 7> kRas{"ra", "ra_deg", "raj2000", "ramean", "meanra", "right_ascension", "target_ra"};
    static constexpr std::array<Name, 8> kDecs{"dec", "decl", "dec_deg", "decj2000", "decmean", "meandec", "declination", "target_dec"};
    static constexpr std::array<Name, 4> kMags{"mag", "magnitude", "magpsf", "brightness"};
    static constexpr std::array<Name, 5> kScores{"score", "drb", "rb", "reliability", "real_bogus"};
    static constexpr std::array<Name, 15> kTimes{"timestamp", "time", "datetime", "date_obs", "dateobs", "obs_time", "trigger_time", "event_time",
                                                         "observation_time", "observation_start", "alert_datetime", "date", "isotime", "jd", "mjd"};
    static constexpr std::array<Name, 4> kUrls{"url", "link", "alert_url", "href"};
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
        setTime(alert, timeBySize(*number), "message");
        if (!alert.timestamp.isValid())
            note(alert, "the time is no time");
    } else {
        setIsoTime(alert, time, "the time", "message");
    }
    const Value url = finder.find(kUrls);
    if (url.isText())
        alert.url = urlOf(alert, url, "url");
    alert.test = flagOf(anyOf(root, {"test", "is_test", "isTest"})).value_or(false);
    alert.retraction = flagOf(anyOf(root, {"retraction", "retracted"})).value_or(false);
    if (alert.id.empty() && alert.name.empty() && !alert.hasPosition() && !alert.timestamp.isValid())
        note(alert, kNothingKnown);
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

constexpr std::array kBlobNotes{FieldNote{"message_id", "header _id"}};

// hop takes a name that it does not know for a blob.
bool isBlobHint(std::string_view hint)
{
    static constexpr std::array<std::string_view, 6> kOthers{"json", "voevent", "gcntextnotice", "circular", "avro", "external"};
    return !hint.empty() && std::ranges::find(kOthers, hint) == kOthers.end();
}

bool isText(std::string_view bytes)
{
    for (size_t at = 0; at < bytes.size();) {
        char32_t character = 0;
        const size_t length = utf8Sequence(bytes.substr(at), character);
        if (length == 0 || (character < 0x20 && character != '\t' && character != '\r' && character != '\n'))
            return false;
        at += length;
    }
    return true;
}

class Blob final : public ByteFormat
{
public:
    const char *id() const override { return "blob"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "Text or bytes"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Messages without structure, as hop sends them; the whole stays in the packet."); }
    std::span<const FieldNote> notes() const override { return kBlobNotes; }

    // Only where the sender says so: bytes that nobody knows are told as such. And what begins like JSON or XML is that, maybe
    // broken, whatever is said of it.
    bool fitsBytes(std::string_view bytes, const Origin &origin) const override
    {
        return isBlobHint(origin.hint) && std::string_view("{[<").find(bytes.front()) == std::string_view::npos;
    }

    bool read(std::string_view bytes, TreeBudget &budget, std::vector<FieldTree> &records, std::vector<std::string> &, std::string &error) const override
    {
        if (!budget.spend(bytes.size())) {
            error = "the text is too long";
            return false;
        }
        FieldTree content;
        if (isText(bytes))
            content = std::string(bytes);
        else
            content = FieldTree::binary(std::vector<uint8_t>(bytes.begin(), bytes.end()));
        records.push_back(FieldTree{{"content", std::move(content)}});
        return true;
    }

    void map(const Value &, const Origin &, Alert &alert) const override
    {
        alert.format = id();
        alert.message = "other";
    }
};

} // namespace

Family plainFamily()
{
    static const PlainAvro avro;
    static const PlainJson json;
    static const Blob blob;
    static const std::array<const ByteFormat *, 1> bytes{&blob};
    static const std::array<const TreeFormat *, 2> trees{&avro, &json};
    return {.bytes = bytes, .trees = trees};
}

} // namespace tocsin::decoders
