// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts in the shape of the TOM Toolkit's GenericAlert (protocols.md 7.1), as its demonstration broker sends them.
#include "core/base/timescale.h"
#include "core/decoders/brokers/brokers.h"

#include <algorithm>
#include <array>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{
    FieldNote{"timestamp", "timestamp: ISO text, MJD or JD; month/day/year of the integration demo"},
    FieldNote{"id", "id"},
    FieldNote{"name", "name"},
    FieldNote{"ra", "ra"},
    FieldNote{"dec", "dec"},
    FieldNote{"mag", "mag"},
    FieldNote{"score", "score"},
    FieldNote{"url", "url"},
};

int digitsAt(std::string_view text, size_t at)
{
    const char a = text[at];
    const char b = text[at + 1];
    return a >= '0' && a <= '9' && b >= '0' && b <= '9' ? (a - '0') * 10 + (b - '0') : -1;
}

// "06/02/22 16:04:23": the demo writes months first.
UtcTime americanTime(std::string_view text)
{
    if (text.size() != 17 || text[2] != '/' || text[5] != '/' || text[8] != ' ')
        return {};
    const int year = digitsAt(text, 6);
    if (digitsAt(text, 0) < 0 || digitsAt(text, 3) < 0 || year < 0)
        return {};
    std::string iso = "2000-00-00T";
    iso.replace(2, 2, text, 6, 2).replace(5, 2, text, 0, 2).replace(8, 2, text, 3, 2).append(text, 9);
    return UtcTime::fromIso(iso);
}

class TomBroker final : public TreeFormat
{
public:
    const char *id() const override { return "tom-alert"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "Alert of the TOM Toolkit"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Alerts with the eight fields that the TOM Toolkit knows, from its demonstration broker and its like."); }
    std::span<const FieldNote> notes() const override { return kNotes; }

    bool fits(const Shape &shape, const Origin &origin) const override
    {
        constexpr size_t kMostMembers = 12;
        if (!origin.schema.empty() || shape.root().size() > kMostMembers)
            return false;
        static constexpr std::array<Name, 7> kAll{"id", "name", "timestamp", "ra", "dec", "mag", "score"};
        return std::ranges::all_of(kAll, [&](const Name &name) { return shape.has(name); });
    }

    void map(const Value &root, const Origin &, Alert &alert) const override
    {
        alert.format = id();
        alert.message = "other";
        alert.id = textOf(alert, root["id"], "id");
        alert.name = textOf(alert, root["name"], "name");
        alert.event = alert.name;
        setPositionFromText(alert, root["ra"], root["dec"]);
        alert.mag = numberFromText(alert, root["mag"], "mag");
        alert.score = numberFromText(alert, root["score"], "score");
        if (root["url"].isText())
            alert.url = urlOf(alert, root["url"], "url");
        const UtcTime time = timeOf(root["timestamp"]);
        setTime(alert, time, "message");
        if (!time.isValid() && !root["timestamp"].isNull())
            note(alert, "timestamp is no time");
        alert.test = flagOf(root["test"]).value_or(false);
    }

private:
    static UtcTime timeOf(const Value &value)
    {
        const auto text = value.text();
        if (text) {
            if (const UtcTime iso = UtcTime::fromIso(*text); iso.isValid())
                return iso;
            if (const UtcTime american = americanTime(*text); american.isValid())
                return american;
        }
        const auto plain = value.number();
        const Number number = text ? numberIn(*text) : plain ? Number(*plain) : Number();
        if (number.value > 2'300'000 && number.value < 2'600'000)
            return UtcTime::fromJd(number.value);
        if (number.value > 10'000 && number.value < 120'000)
            return timescale::fromMjd(number.value);
        return {};
    }
};

} // namespace

const TreeFormat &tomBroker()
{
    static const TomBroker format;
    return format;
}

} // namespace tocsin::decoders
