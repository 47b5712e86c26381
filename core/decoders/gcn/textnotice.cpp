// SPDX-License-Identifier: GPL-3.0-or-later
// GCN's classic notices as text (protocols.md 3.3): one format of lines for all missions since 1993, each with keys of its own.
#include "core/decoders/gcn/gcn.h"
#include "core/decoders/gcn/noticefacts.h"
#include "core/decoders/gcn/noticetext.h"
#include "core/decoders/gcn/senders.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tocsin::decoders {

namespace {

constexpr size_t kPeek = 4'096;
constexpr double kSecondsPerYear = 365.25 * 86'400;

constexpr std::array kNotes{
    FieldNote{"timestamp", "…_DATE (TJD) and …_TIME of the trigger, event, discovery or exposure; else NOTICE_DATE"},
    FieldNote{"id", "TRIGGER_NUM before the comma, RUN_NUM_EVENT_NUM, EVENT_ID_NUM, SRC_ID_NUM, TRANS_NUM, EVENT_TRIG_NUM, TGT_NUM, REF_NUM"},
    FieldNote{"name", "EVENT_NAME, SOURCE_NAME, TGT_NAME, SOURCE_OBJ; the superevent"},
    FieldNote{"ra", "GRB_RA, SRC_RA, EVENT_RA, CNTRPART_RA, POINT_RA …, the number of the (J2000) line"},
    FieldNote{"dec", "…_DEC, likewise"},
    FieldNote{"error_radius", "…_ERROR, in degrees"},
    FieldNote{"error_containment", "…_ERROR, where it names a percentage"},
    FieldNote{"error_systematic", "…_ERROR: “plus systematic”, “statistical only”"},
    FieldNote{"mag", "GRB_MAG, with its error"},
    FieldNote{"band", "FILTER"},
    FieldNote{"flux", "INTENSITY, …_FLUX, GRB_INTEN where it has a unit of flux, with its error"},
    FieldNote{"far", "FAR, per second"},
    FieldNote{"classification", "the greatest of PROB_…, MOST_LIKELY, SRC_CLASS"},
    FieldNote{"url", "EVENTPAGE_URL, LC_URL, SKYMAP_FITS_URL …"},
    FieldNote{"revision", "REVISION, SEQUENCE_NUM, RECORD_NUM, what follows TRIGGER_NUM"},
    FieldNote{"alert_type", "NOTICE_TYPE; COMMENTS that speak of a retraction or of no burst at all"},
    FieldNote{"test", "NOTICE_TYPE, TITLE, TEST_MPOS and COMMENTS that say so; superevents MS… and TS…"},
    FieldNote{"instruments", "by the NOTICE_TYPE; the observatories of COMMENTS"},
    FieldNote{"issued", "NOTICE_DATE"},
};

template <typename Keys>
std::string_view firstOf(const Value &root, const Keys &keys)
{
    for (const char *key : keys) {
        if (const std::string_view text = noticeValue(root, key); !text.empty())
            return text;
    }
    return {};
}

// "4 = gstlal" -> "gstlal".
Text meaningIn(std::string_view value)
{
    const size_t equals = value.find('=');
    return Text(trimmed(equals == std::string_view::npos ? value : value.substr(equals + 1)).substr(0, 200));
}

std::string_view sourceOfFile(std::string_view file)
{
    file = trimmed(file.substr(0, file.find('.')));
    const size_t bins = file.rfind('_');
    const bool counted = bins != std::string_view::npos && bins + 1 < file.size() && file.find_first_not_of("0123456789", bins + 1) == std::string_view::npos;
    return file.substr(0, std::min<size_t>(counted ? bins : file.size(), 200));
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
        return mayBeText(beginning) && hasLine(beginning, "TITLE:") && (hasLine(beginning, "NOTICE_TYPE:") || hasLine(beginning, "NOTICE_DATE:"));
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
        const std::string_view type = noticeValue(root, "NOTICE_TYPE");
        const std::string_view title = noticeValue(root, "TITLE");
        const std::string comments = commentsOf(root);
        alert.alertTypeRaw = textOf(alert, root["NOTICE_TYPE"], "NOTICE_TYPE");
        mapSender(root, type, title, alert);
        mapIdentity(root, alert);
        mapStage(root, type, title, comments, alert);
        alert.issued = noticeDate(noticeValue(root, "NOTICE_DATE"));
        if (!alert.issued.isValid() && !root["NOTICE_DATE"].isNull())
            note(alert, "NOTICE_DATE is no time");
        mapNoticeTime(root, alert);
        mapNoticePlace(root, alert);
        mapRate(root, alert);
        mapClasses(root, alert);
        mapObservatories(comments, alert);
        mapBrightness(root, alert);
        for (const char *key : {"EVENTPAGE_URL", "LC_URL", "LIGHT_CURVE", "IMAGE_URL", "SKYMAP_FITS_URL", "SKYMAP_URL", "LOC_URL", "HEALPIX_URL", "URL"}) {
            // Old notices name files without their server.
            if (const std::string_view url = noticeValue(root, key); alert.url.empty() && lower(url.substr(0, 4)) == "http")
                alert.url = urlOf(alert, root[key].isArray() ? root[key].first() : root[key], key);
        }
    }

private:
    static void mapSender(const Value &root, std::string_view type, std::string_view title, Alert &alert)
    {
        // The counterpart's telescope is who saw it.
        const std::string_view telescope = noticeValue(root, "TELESCOPE");
        Sender sender = telescope.empty() ? Sender{} : senderOf(telescope);
        if (!*sender.mission)
            sender = senderOf(type);
        if (!*sender.mission)
            sender = senderOf(title);
        if (!*sender.mission)
            sender = senderOf(noticeValue(root, "MISSION"));
        setSender(alert, sender);
    }

    static void mapIdentity(const Value &root, Alert &alert)
    {
        const auto beforeComma = [](std::string_view text) { return trimmed(text.substr(0, text.find_first_of(",\n"))); };
        const std::string_view run = beforeComma(noticeValue(root, "RUN_NUM"));
        const std::string_view event = beforeComma(noticeValue(root, "EVENT_NUM"));
        constexpr std::array keys{"TRIGGER_NUM",    "TRIGGER_NUMBER", "EVENT_ID_NUM", "SRC_ID_NUM", "TRANS_NUM",
                                  "EVENT_TRIG_NUM", "EVENT_NUM",      "EVENT_ID",     "TGT_NUM",    "REF_NUM"};
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
        if (alert.name.empty()) // "BLLac_86400.png": the source and the bins of its light curve
            alert.name = Text(sourceOfFile(noticeValue(root, "SOURCE_OBJ")));
        constexpr size_t withoutLetter = 7; // "S190426": the day of a superevent
        if (alert.name.empty() && isSuperevent(alert.id) && alert.id.size() > withoutLetter)
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
            || contains(comments, "test notice") || contains(comments, "test event") || isMockSuperevent(alert.id)
            || contains(lower(noticeValue(root, "TEST_MPOS").substr(0, 100)), "test"); // INTEGRAL
        if (alert.test)
            alert.alertTense = "test";
        alert.retraction = stageOfNotice(type) == std::string_view("retraction") || contains(comments, "is a retraction") || contains(comments, "has been retracted")
            || contains(comments, "definitely not a grb");
        const std::string_view revision = alert.revision;
        if (alert.retraction)
            alert.alertType = "retraction";
        else if (const char *stage = stageOfNotice(type); *stage)
            alert.alertType = stage;
        else if (alert.messenger == "neutrino" && !root["REVISION"].isNull())
            alert.alertType = revision == "0" ? "initial" : "update";
    }

    static void mapRate(const Value &root, Alert &alert)
    {
        for (const char *key : {"FAR", "ANN_RATE"}) {
            const std::string_view value = noticeValue(root, key);
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
        alert.group = meaningIn(noticeValue(root, "GROUP_TYPE"));
        alert.search = meaningIn(noticeValue(root, "SEARCH_TYPE"));
        alert.pipeline = meaningIn(noticeValue(root, "PIPELINE_TYPE"));
        const auto probability = [&](const char *key) {
            std::string_view rest;
            const auto number = leadingNumber(noticeValue(root, key), rest);
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
        const std::string_view likely = noticeValue(root, "MOST_LIKELY");
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
        if (const auto mag = leadingNumber(noticeValue(root, "GRB_MAG"), rest); mag && *mag > -30 && *mag < 40) {
            alert.mag = *mag;
            alert.magError = errorIn(rest);
            // "10, White"
            const std::string_view filter = noticeValue(root, "FILTER");
            const size_t name = filter.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
            if (name < filter.size() && filter.size() - name <= 20 && !alert.mission.empty())
                alert.band = lower(alert.mission) + '-' + std::string(trimmed(filter.substr(name)));
        }
        for (const char *key : {"INTENSITY", "SRC_FLUX", "EVENT_FLUX", "CURR_FLUX", "GRB_FLUX", "GRB_INTEN"}) {
            const auto flux = leadingNumber(noticeValue(root, key), rest);
            const size_t open = rest.find('[');
            const size_t close = rest.find(']', open);
            if (!flux || open == std::string_view::npos || close == std::string_view::npos)
                continue;
            const std::string_view unit = rest.substr(open + 1, close - open - 1);
            if (!contains(unit, "erg") && !contains(unit, "Crab") && !contains(unit, "ph/"))
                continue;
            alert.flux = *flux;
            alert.fluxUnit = Text(trimmed(unit).substr(0, 100));
            alert.fluxError = errorIn(rest.substr(0, open));
            return;
        }
    }

    // " +/- 0.50", " +- 13.00"
    static Number errorIn(std::string_view text)
    {
        for (const std::string_view sign : {"+/-", "+-"}) {
            if (const size_t at = text.find(sign); at != std::string_view::npos) {
                std::string_view after;
                const auto error = leadingNumber(text.substr(at + sign.size()), after);
                return error && *error >= 0 ? Number(*error) : Number();
            }
        }
        return {};
    }
};

} // namespace

const ByteFormat &textNotice()
{
    static const TextNotice format;
    return format;
}

} // namespace tocsin::decoders
