// SPDX-License-Identifier: GPL-3.0-or-later
// GCN's classic notices as text (protocols.md 3.3): one format of lines for all missions since 1993, each with keys of its own.
#include "core/base/timescale.h"
#include "core/decoders/gcn/gcn.h"
#include "core/decoders/gcn/noticetext.h"
#include "core/decoders/gcn/senders.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace tocsin::decoders {

namespace {

constexpr size_t kPeek = 4'096;
constexpr double kSecondsPerYear = 365.25 * 86'400;

constexpr std::array kNotes{
    FieldNote{"timestamp", "…_DATE (TJD) and …_TIME of the trigger, event, discovery or exposure; else NOTICE_DATE"},
    FieldNote{"id", "TRIGGER_NUM before the comma, RUN_NUM_EVENT_NUM, EVENT_ID_NUM, SRC_ID_NUM, EVENT_TRIG_NUM, TGT_NUM"},
    FieldNote{"name", "EVENT_NAME, SOURCE_NAME, TGT_NAME; the superevent"},
    FieldNote{"ra", "GRB_RA, SRC_RA, EVENT_RA, CNTRPART_RA, POINT_RA …, the number of the (J2000) line"},
    FieldNote{"dec", "…_DEC, likewise"},
    FieldNote{"error_radius", "…_ERROR, in degrees"},
    FieldNote{"error_containment", "…_ERROR, where it names a percentage"},
    FieldNote{"error_systematic", "…_ERROR: “plus systematic”, “statistical only”"},
    FieldNote{"far", "FAR, per second"},
    FieldNote{"classification", "the greatest of PROB_…, MOST_LIKELY, SRC_CLASS"},
    FieldNote{"url", "EVENTPAGE_URL, LC_URL, SKYMAP_FITS_URL …"},
    FieldNote{"revision", "REVISION, SEQUENCE_NUM, RECORD_NUM, what follows TRIGGER_NUM"},
    FieldNote{"alert_type", "NOTICE_TYPE; COMMENTS that speak of a retraction"},
    FieldNote{"test", "NOTICE_TYPE, TITLE and COMMENTS that say so; superevents MS… and TS…"},
    FieldNote{"instruments", "by the NOTICE_TYPE; the observatories of COMMENTS"},
    FieldNote{"issued", "NOTICE_DATE"},
};

struct PositionKeys {
    const char *ra;
    const char *dec;
    std::array<const char *, 5> errors; // the first that is there
    const char *kind;
};
constexpr std::array kPositions{
    PositionKeys{"GRB_RA", "GRB_DEC", {"GRB_ERROR"}, "measured"},
    PositionKeys{"SRC_RA", "SRC_DEC", {"SRC_ERROR", "SRC_ERROR90", "SRC_ERROR68", "SRC_ERROR95", "SRC_ERROR50"}, "measured"},
    PositionKeys{"CNTRPART_RA", "CNTRPART_DEC", {"CNTRPART_ERROR"}, "measured"},
    PositionKeys{"EVENT_RA", "EVENT_DEC", {"EVENT_ERROR"}, "measured"},
    PositionKeys{"EVT_RA", "EVT_DEC", {"EVT_ERROR"}, "measured"},
    PositionKeys{"TRANS_RA", "TRANS_DEC", {"TRANS_ERROR"}, "measured"},
    PositionKeys{"OBJECT_RA", "OBJECT_DEC", {"OBJECT_ERROR"}, "measured"},
    PositionKeys{"BURST_RA", "BURST_DEC", {"BURST_ERROR"}, "measured"},
    PositionKeys{"SXC_CNTR_RA", "SXC_CNTR_DEC", {"SXC_MAX_SIZE"}, "measured"},
    PositionKeys{"WXM_CNTR_RA", "WXM_CNTR_DEC", {"WXM_MAX_SIZE"}, "measured"},
    PositionKeys{"NEXT_POINT_RA", "NEXT_POINT_DEC", {}, "pointing"},
    PositionKeys{"CURR_POINT_RA", "CURR_POINT_DEC", {}, "pointing"},
    PositionKeys{"POINT_RA", "POINT_DEC", {}, "pointing"},
};

struct TimeKeys {
    const char *date;
    const char *time;
    const char *kind;
};
constexpr std::array kTimes{
    TimeKeys{"GRB_DATE", "GRB_TIME", "trigger"},
    TimeKeys{"TRIGGER_DATE", "TRIGGER_TIME", "trigger"},
    TimeKeys{"DISCOVERY_DATE", "DISCOVERY_TIME", "trigger"},
    TimeKeys{"EVENT_DATE", "EVENT_TIME", "trigger"},
    TimeKeys{"EVT_DATE", "EVT_TIME", "trigger"},
    TimeKeys{"SRC_DATE", "SRC_TIME", "trigger"},
    TimeKeys{"TRANS_DATE", "TRANS_TIME", "trigger"},
    TimeKeys{"IMG_START_DATE", "IMG_START_TIME", "exposure-start"},
    TimeKeys{"SPEC_START_DATE", "SPEC_START_TIME", "exposure-start"},
    TimeKeys{"LC_START_DATE", "LC_START_TIME", "exposure-start"},
    TimeKeys{"OBS_START_DATE", "OBS_START_TIME", "exposure-start"},
    TimeKeys{"SLEW_DATE", "SLEW_TIME", "exposure-start"},
    TimeKeys{"START_DATE", "START_TIME", "exposure-start"},
    TimeKeys{"OBS_DATE", "OBS_TIME", "exposure-start"},
};

// "0.3091 [dn]" and the like as they stand; of a key that came more than once, the first.
std::string_view textIn(const Value &root, const char *key)
{
    const Value value = root[key];
    return (value.isArray() ? value.first() : value).text().value_or(std::string_view());
}

template <typename Keys>
std::string_view firstOf(const Value &root, const Keys &keys)
{
    for (const char *key : keys) {
        if (const std::string_view text = textIn(root, key); !text.empty())
            return text;
    }
    return {};
}

bool contains(std::string_view text, std::string_view word)
{
    return text.find(word) != std::string_view::npos;
}

// Degrees of the J2000 line: "282.306d {+18h 49m 13s} (J2000),". The lines of other equinoxes follow it.
std::optional<double> degreesIn(std::string_view value)
{
    std::string_view found;
    for (size_t at = 0; at < value.size();) {
        const std::string_view line = nextLine(value, at);
        if (contains(line, "J2000")) {
            found = line;
            break;
        }
        if (found.empty() && !contains(line, "current") && !contains(line, "1950"))
            found = line;
    }
    std::string_view rest;
    const auto number = leadingNumber(found, rest);
    // What is cut off in the number would pass for another one.
    if (!number || !(rest.starts_with('d') || trimmed(rest).starts_with("[deg")))
        return std::nullopt;
    return number;
}

std::string_view decimalsOf(std::string_view number)
{
    number = trimmed(number.substr(0, number.find_first_not_of(" 0123456789.")));
    const size_t point = number.find('.');
    return point == std::string_view::npos ? std::string_view() : number.substr(point + 1);
}

// "20412 TJD;   103 DOY;   24/04/12 (yy/mm/dd)": the day by its number where that is sent, else by the calendar.
UtcTime dayIn(std::string_view date)
{
    std::string_view rest;
    const auto day = leadingNumber(date, rest);
    if (day && contains(rest, "TJD"))
        return std::abs(*day) < 1e8 && std::floor(*day) == *day ? timescale::fromTjd(static_cast<int64_t>(*day), 0, 0) : UtcTime{};
    const size_t slash = date.find('/');
    if (slash == std::string_view::npos || slash < 2 || date.size() < slash + 6 || date[slash + 3] != '/')
        return {};
    const size_t begin = date.find_last_not_of("0123456789", slash - 1) + 1;
    std::string year(date.substr(begin, slash - begin));
    if (year.size() == 2)
        year = (year[0] == '9' ? "19" : "20") + year;
    return UtcTime::fromIso(year + '-' + std::string(date.substr(slash + 1, 2)) + '-' + std::string(date.substr(slash + 4, 2)));
}

// "20026 SOD {05:33:46.89} UT": the clock face has more digits than the seconds of the day.
UtcTime instantIn(std::string_view date, std::string_view time)
{
    std::string_view rest;
    std::string_view afterHour;
    std::string_view afterMinute;
    double seconds = leadingNumber(time, rest).value_or(-1);
    std::string_view decimals = decimalsOf(time);
    const size_t brace = time.find('{');
    const std::string_view face = brace == std::string_view::npos ? time : time.substr(brace + 1);
    const auto hour = leadingNumber(face, afterHour);
    const auto minute = afterHour.starts_with(':') ? leadingNumber(afterHour.substr(1), afterMinute) : std::nullopt;
    const auto second = afterMinute.starts_with(':') ? leadingNumber(afterMinute.substr(1), rest) : std::nullopt;
    if (hour && minute && second) {
        seconds = *hour * 3600 + *minute * 60 + *second;
        decimals = decimalsOf(afterMinute.substr(1));
    } else if (afterHour.starts_with(':')) {
        seconds = -1; // a clock face that is cut off
    }
    const UtcTime day = dayIn(date);
    if (!day.isValid() || !(seconds >= 0 && seconds < 86'401))
        return {};
    return UtcTime::fromUs(day.us + std::llround(seconds * 1e6), static_cast<int8_t>(std::min<size_t>(decimals.size(), 6)));
}

// "Fri 12 Apr 24 05:34:35 UT"; two digits of a year are of 1990 … 2089.
UtcTime noticeDate(std::string_view text)
{
    constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    std::array<std::string_view, 5> word;
    size_t words = 0;
    for (size_t at = 0; at < text.size() && words < word.size(); ++words) {
        at = std::min(text.find_first_not_of(' ', at), text.size());
        const size_t end = std::min(text.find(' ', at), text.size());
        word[words] = text.substr(at, end - at);
        at = end;
    }
    const size_t month = word[2].size() == 3 ? months.find(word[2]) : std::string_view::npos;
    int day = 0;
    int year = 0;
    const auto whole = [](std::string_view digits, int &out) {
        const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
        return wrong == std::errc() && end == digits.data() + digits.size();
    };
    if (words < 5 || month == std::string_view::npos || month % 3 != 0 || !whole(word[1], day) || !whole(word[3], year) || day < 1 || day > 31
        || year < 0 || year > 9999)
        return {};
    if (word[3].size() <= 2)
        year += year < 90 ? 2000 : 1900;
    const auto padded = [](int number, size_t size) {
        std::string digits = std::to_string(number);
        return digits.size() < size ? std::string(size - digits.size(), '0') + digits : digits;
    };
    return UtcTime::fromIso(padded(year, 4) + '-' + padded(static_cast<int>(month / 3) + 1, 2) + '-' + padded(day, 2) + 'T' + std::string(word[4]));
}

// "4 = gstlal" -> "gstlal".
Text meaningIn(std::string_view value)
{
    const size_t equals = value.find('=');
    return Text(trimmed(equals == std::string_view::npos ? value : value.substr(equals + 1)).substr(0, 200));
}

// All lines of COMMENTS, in lower case.
std::string commentsOf(const Value &root)
{
    constexpr size_t most = 100'000;
    std::string all;
    for (const char *key : {"COMMENTS", "COMMENT"}) {
        const Value value = root[key];
        const auto add = [&](const Value &line) {
            if (const auto text = line.text(); text && all.size() < most)
                all += lower(text->substr(0, most)) + '\n';
        };
        if (value.isArray())
            value.forEach([&](std::string_view, const Value &line) { add(line); });
        else
            add(value);
    }
    return all;
}

class TextNotice final : public ByteFormat
{
public:
    const char *id() const override { return "gcn-classic-text"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "GCN classic notice, text"); }
    const char *help() const override
    {
        return QT_TRANSLATE_NOOP("decoders", "Notices of NASA's GCN as lines of keys and values, of all missions since 1993; a file may hold several.");
    }
    std::span<const FieldNote> notes() const override { return kNotes; }
    const char *notRead() const override
    {
        return QT_TRANSLATE_NOOP("decoders", "Positions of other equinoxes, Sun and Moon, detector settings and the comments stay in the packet.");
    }

    bool fitsBytes(std::string_view bytes, const Origin &) const override
    {
        const std::string_view beginning = bytes.substr(0, kPeek);
        const size_t first = beginning.find_first_not_of(" \t\r\n");
        if (first == std::string_view::npos || std::string_view("{[<").find(beginning[first]) != std::string_view::npos)
            return false;
        return hasLine(beginning, "TITLE:") && (hasLine(beginning, "NOTICE_TYPE:") || hasLine(beginning, "NOTICE_DATE:"));
    }

    bool read(std::string_view bytes, TreeBudget &budget, std::vector<FieldTree> &records, std::vector<std::string> &problems,
              std::string &error) const override
    {
        return readNotices(bytes, budget, records, problems, error);
    }

    void map(const Value &root, const Origin &, Alert &alert) const override
    {
        alert.format = id();
        alert.message = "notice";
        const std::string_view type = textIn(root, "NOTICE_TYPE");
        const std::string_view title = textIn(root, "TITLE");
        const std::string comments = commentsOf(root);
        alert.alertTypeRaw = textOf(alert, root["NOTICE_TYPE"], "NOTICE_TYPE");
        mapSender(root, type, title, alert);
        mapIdentity(root, alert);
        mapStage(root, type, title, comments, alert);
        alert.issued = noticeDate(textIn(root, "NOTICE_DATE"));
        if (!alert.issued.isValid() && !root["NOTICE_DATE"].isNull())
            note(alert, "NOTICE_DATE is no time");
        mapTime(root, alert);
        mapPosition(root, alert);
        mapRate(root, alert);
        mapClasses(root, alert);
        mapObservatories(comments, alert);
        mapBrightness(root, alert);
        for (const char *key : {"EVENTPAGE_URL", "LC_URL", "LIGHT_CURVE", "IMAGE_URL", "SKYMAP_FITS_URL", "SKYMAP_URL", "LOC_URL", "HEALPIX_URL", "URL"}) {
            // Old notices name files without their server.
            if (const std::string_view url = textIn(root, key); alert.url.empty() && lower(url.substr(0, 4)) == "http")
                alert.url = urlOf(alert, root[key].isArray() ? root[key].first() : root[key], key);
        }
    }

private:
    static void mapSender(const Value &root, std::string_view type, std::string_view title, Alert &alert)
    {
        // The counterpart's telescope is who saw it.
        const std::string_view telescope = textIn(root, "TELESCOPE");
        Sender sender = telescope.empty() ? Sender{} : senderOf(telescope);
        if (!*sender.mission)
            sender = senderOf(type);
        if (!*sender.mission)
            sender = senderOf(title);
        if (!*sender.mission)
            sender = senderOf(textIn(root, "MISSION"));
        setSender(alert, sender);
    }

    static void mapIdentity(const Value &root, Alert &alert)
    {
        const auto beforeComma = [](std::string_view text) { return trimmed(text.substr(0, text.find_first_of(",\n"))); };
        const std::string_view run = beforeComma(textIn(root, "RUN_NUM"));
        const std::string_view event = beforeComma(textIn(root, "EVENT_NUM"));
        constexpr std::array keys{"TRIGGER_NUM", "TRIGGER_NUMBER", "EVENT_ID_NUM", "SRC_ID_NUM", "EVENT_TRIG_NUM", "EVENT_NUM", "EVENT_ID", "TGT_NUM"};
        const std::string_view trigger = firstOf(root, keys);
        FieldTree id;
        if (!run.empty() && !event.empty())
            id = std::string(run) + '_' + std::string(event);
        else if (const std::string_view number = beforeComma(trigger); !number.empty())
            id = std::string(number);
        alert.id = textOf(alert, Value(&id), "the trigger number");
        // Super-Kamiokande writes a word before the number.
        const size_t blank = alert.id.find(' ');
        if (blank != Text::npos && alert.id.find_first_of("0123456789") > blank)
            alert.id = Text(trimmed(std::string_view(alert.id).substr(blank)));
        for (const char *key : {"EVENT_NAME", "SOURCE_NAME", "SRC_NAME", "OBJECT_NAME", "TGT_NAME"}) {
            if (alert.name.empty())
                alert.name = Text(trimmed(textOf(alert, root[key], key)));
        }
        if (alert.name.empty() && isSuperevent(alert.id))
            alert.name = alert.id;
        alert.event = isSuperevent(alert.id) ? alert.id : eventKey(alert.mission, alert.id);
        for (const char *key : {"REVISION", "SEQUENCE_NUM", "RECORD_NUM"}) {
            if (alert.revision.empty())
                alert.revision = textOf(alert, root[key], key);
        }
        if (alert.revision.empty()) {
            // "100001, Sequence_Num: 0"; a segment is a part of Swift's observation and no revision.
            const std::string tail = lower(trigger.substr(std::min(trigger.find(','), trigger.size())));
            const size_t colon = tail.find(':');
            if (colon != std::string::npos && (contains(tail, "seq") || contains(tail, "sub")))
                alert.revision = Text(trimmed(std::string_view(tail).substr(colon + 1)).substr(0, 20));
        }
    }

    static void mapStage(const Value &root, std::string_view type, std::string_view title, const std::string &comments, Alert &alert)
    {
        const std::string words = ' ' + lower(type.substr(0, 200)) + ' ';
        const auto says = [&](std::string_view word) { return contains(words, word); };
        alert.test = says(" test") || says("-test") || contains(lower(title.substr(0, 200)), " test") || contains(comments, "this is a test")
            || contains(comments, "test notice") || contains(comments, "test event") || isMockSuperevent(alert.id);
        if (alert.test)
            alert.alertTense = "test";
        alert.retraction = stageOfNotice(type) == std::string_view("retraction") || contains(comments, "is a retraction") || contains(comments, "has been retracted");
        const std::string_view revision = alert.revision;
        if (alert.retraction)
            alert.alertType = "retraction";
        else if (const char *stage = stageOfNotice(type); *stage)
            alert.alertType = stage;
        else if (alert.messenger == "neutrino" && !root["REVISION"].isNull())
            alert.alertType = revision == "0" ? "initial" : "update";
    }

    static void mapTime(const Value &root, Alert &alert)
    {
        const auto isThere = [&](const TimeKeys &keys) { return !textIn(root, keys.date).empty() && !textIn(root, keys.time).empty(); };
        // The date of an event stands beside the observation of its counterpart, which is what the notice reports.
        const TimeKeys *keys = !root["CNTRPART_RA"].isNull() && isThere(kTimes.back()) ? &kTimes.back() : nullptr;
        if (!keys)
            keys = std::ranges::find_if(kTimes, isThere);
        if (keys == kTimes.end())
            return setTime(alert, alert.issued, "message");
        const UtcTime instant = instantIn(textIn(root, keys->date), textIn(root, keys->time));
        if (!instant.isValid())
            note(alert, std::string(keys->date) + " and " + keys->time + " are no time");
        setTime(alert, instant, alert.messenger == "gw" ? "merger" : keys->kind);
    }

    static void mapPosition(const Value &root, Alert &alert)
    {
        for (const PositionKeys &keys : kPositions) {
            const std::string_view ra = textIn(root, keys.ra);
            const std::string_view dec = textIn(root, keys.dec);
            if (ra.empty() && dec.empty() && root[keys.ra].isNull() && root[keys.dec].isNull())
                continue;
            const auto raDegrees = degreesIn(ra);
            const auto decDegrees = degreesIn(dec);
            if (!raDegrees || !decDegrees) {
                if (!contains(lower(ra.substr(0, 100)), "undefined"))
                    note(alert, std::string(keys.ra) + " and " + keys.dec + " are no position");
                continue;
            }
            setPosition(alert, Number(*raDegrees), Number(*decDegrees));
            if (alert.hasPosition())
                alert.positionKind = keys.kind;
            for (const char *key : keys.errors) {
                if (const std::string_view error = key ? textIn(root, key) : std::string_view(); !error.empty()) {
                    mapError(key, error, alert);
                    break;
                }
            }
            dropPlaceholder(alert);
            if (!alert.hasPosition())
                setError(alert, {}, {}, std::nullopt);
            return;
        }
    }

    // "69.22 [arcmin radius, stat-only, 90% containment]"
    static void mapError(std::string_view key, std::string_view value, Alert &alert)
    {
        std::string_view rest;
        const auto number = leadingNumber(value, rest);
        const std::string words = lower(rest.substr(0, 300));
        const double scale = contains(words, "arcsec") ? 3600 : contains(words, "arcmin") ? 60 : contains(words, "deg") ? 1 : 0;
        if (!number || scale == 0) {
            if (!contains(lower(value.substr(0, 100)), "undefined"))
                note(alert, std::string(key) + " is no radius");
            return;
        }
        const double diameter = key.ends_with("_MAX_SIZE") ? 2 : 1; // HETE gives the side of a box
        Number containment;
        if (const size_t percent = words.find('%'); percent != std::string::npos) {
            const size_t begin = words.find_last_not_of("0123456789.", percent - (percent > 0 ? 1 : 0));
            containment = numberIn(std::string_view(words).substr(begin + 1, percent - begin - 1)).value / 100;
        } else if (const size_t digits = key.find_first_of("0123456789"); digits != std::string_view::npos) {
            containment = numberIn(key.substr(digits)).value / 100; // SRC_ERROR68
        }
        if (containment.has() && !(containment.value > 0 && containment.value <= 1))
            containment = {};
        std::optional<bool> systematic;
        if (contains(words, "plus systematic") || contains(words, "plus sys") || contains(words, "stat+sys") || contains(words, "combined") || contains(words, "and systematic"))
            systematic = true;
        else if (contains(words, "statistical only") || contains(words, "stat-only") || contains(words, "stat only"))
            systematic = false;
        setError(alert, *number / scale / diameter, containment, systematic);
    }

    static void mapRate(const Value &root, Alert &alert)
    {
        for (const char *key : {"FAR", "ANN_RATE"}) {
            const std::string_view value = textIn(root, key);
            if (value.empty() || alert.far.has())
                continue;
            std::string_view rest;
            const auto rate = leadingNumber(value, rest);
            const std::string unit = lower(rest.substr(0, rest.find(']')));
            if (rate && contains(unit, "hz"))
                alert.far = *rate;
            else if (rate && (contains(unit, "yr") || contains(unit, "year")))
                alert.far = *rate / kSecondsPerYear;
            else if (rate && contains(unit, "day"))
                alert.far = *rate / 86'400;
            else
                note(alert, std::string(key) + " is no rate");
        }
    }

    static void mapClasses(const Value &root, Alert &alert)
    {
        alert.group = meaningIn(textIn(root, "GROUP_TYPE"));
        alert.search = meaningIn(textIn(root, "SEARCH_TYPE"));
        alert.pipeline = meaningIn(textIn(root, "PIPELINE_TYPE"));
        const auto probability = [&](const char *key) {
            std::string_view rest;
            const auto number = leadingNumber(textIn(root, key), rest);
            return number && *number >= 0 && *number <= 1 ? Number(*number) : Number();
        };
        alert.pBns = probability("PROB_BNS");
        alert.pNsbh = probability("PROB_NSBH");
        alert.pBbh = probability("PROB_BBH");
        alert.pTerrestrial = probability("PROB_TERRES");
        alert.hasNs = probability("PROB_NS");
        alert.hasRemnant = probability("PROB_REMNANT");
        Number gap = probability("PROB_MassGap");
        FieldTree classes = FieldTree::object();
        double sum = 0;
        const auto add = [&](const char *name, const Number &number) {
            if (number.has()) {
                classes[name] = number.value;
                sum += number.value;
            }
        };
        add("BNS", alert.pBns);
        add("NSBH", alert.pNsbh);
        add("BBH", alert.pBbh);
        add("Terrestrial", alert.pTerrestrial);
        // A class beside the others until 2020, a property of its own since.
        constexpr double rounding = 0.03;
        if (gap.has() && gap.value > 0 && sum + gap.value <= 1 + rounding)
            add("MassGap", gap);
        else
            alert.hasMassGap = gap;
        if (!classes.empty()) {
            setBestClass(alert, Value(&classes));
            alert.classificationBy = alert.pipeline;
            return;
        }
        // Fermi-GBM: "97% GRB"
        const std::string_view likely = textIn(root, "MOST_LIKELY");
        std::string_view rest;
        if (const auto percent = leadingNumber(likely, rest); percent && rest.starts_with('%')) {
            alert.classification = Text(trimmed(rest.substr(1)).substr(0, 200));
            alert.classificationScore = *percent / 100;
        } else {
            alert.classification = textOf(alert, root["SRC_CLASS"], "SRC_CLASS");
        }
    }

    // "LIGO-Hanford Observatory contributed to this candidate event."
    static void mapObservatories(const std::string &comments, Alert &alert)
    {
        if (alert.messenger != "gw" || !contains(comments, "contributed"))
            return;
        Text list;
        for (const auto &[name, code] : {std::pair{"ligo-hanford observatory contributed", "H1"}, {"ligo-livingston observatory contributed", "L1"},
                                         {"virgo observatory contributed", "V1"}, {"kagra observatory contributed", "K1"}}) {
            if (!contains(comments, name))
                continue;
            if (!list.empty())
                list += ',';
            list += code;
        }
        if (!list.empty())
            alert.instruments = list;
    }

    static void mapBrightness(const Value &root, Alert &alert)
    {
        std::string_view rest;
        if (const auto mag = leadingNumber(textIn(root, "GRB_MAG"), rest); mag && *mag > -30 && *mag < 40)
            alert.mag = *mag;
        for (const char *key : {"INTENSITY", "SRC_FLUX", "EVENT_FLUX", "GRB_FLUX", "GRB_INTEN"}) {
            const auto flux = leadingNumber(textIn(root, key), rest);
            const size_t open = rest.find('[');
            const size_t close = rest.find(']', open);
            if (!flux || open == std::string_view::npos || close == std::string_view::npos)
                continue;
            const std::string_view unit = rest.substr(open + 1, close - open - 1);
            if (!contains(unit, "erg") && !contains(unit, "Crab"))
                continue;
            alert.flux = *flux;
            alert.fluxUnit = Text(trimmed(unit).substr(0, 100));
            if (const size_t sign = rest.find("+/-"); sign < open) {
                std::string_view after;
                if (const auto error = leadingNumber(rest.substr(sign + 3), after))
                    alert.fluxError = *error;
            }
            return;
        }
    }
};

} // namespace

const ByteFormat &textNotice()
{
    static const TextNotice format;
    return format;
}

} // namespace tocsin::decoders
