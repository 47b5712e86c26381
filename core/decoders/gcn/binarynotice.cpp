// SPDX-License-Identifier: GPL-3.0-or-later
// GCN's classic notices as 160 bytes (protocols.md 3.5): 40 big-endian words. The first nine mean the same in nearly all types
// (GCN's socket packet definition document); what differs is in the tables here.
#include "core/base/timescale.h"
#include "core/decoders/gcn/gcn.h"
#include "core/decoders/gcn/noticetext.h"
#include "core/decoders/gcn/noticetypes.h"
#include "core/decoders/gcn/senders.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace tocsin::decoders {

namespace {

constexpr size_t kWords = 40;
constexpr size_t kBytes = 4 * kWords;
constexpr int32_t kNone = std::numeric_limits<int32_t>::min();

constexpr std::array kNotes{
    FieldNote{"timestamp", "words 5 (TJD) and 6 (hundredths of a second; of GECAM ten-thousandths)"},
    FieldNote{"id", "word 4, the trigger number"},
    FieldNote{"name", "the target of Swift's pointings, words 22 to 38"},
    FieldNote{"ra", "word 7, in 1/10,000 degree (1/100 of BATSE's)"},
    FieldNote{"dec", "word 8, likewise"},
    FieldNote{"error_radius", "word 11, where the type has it"},
    FieldNote{"far", "word 11 of gravitational-wave notices"},
    FieldNote{"alert_type", "word 0, the type"},
    FieldNote{"test", "word 0; flags of words 12 and 18"},
    FieldNote{"retraction", "word 0; a flag of word 18, where that is the status of the solution"},
};

enum class Group { Other, Batse, Hete, Integral, Swift, Fermi, Agile, Amon, Lvc };

constexpr bool within(int32_t type, int32_t first, int32_t last)
{
    return type >= first && type <= last;
}

Group groupOf(int32_t type)
{
    if (type == 1 || type == 2 || type == 11 || within(type, 21, 25))
        return Group::Batse;
    if (within(type, 40, 44))
        return Group::Hete;
    if (within(type, 51, 56))
        return Group::Integral;
    if (type == 46 || type == 47 || within(type, 60, 99) || type == 103 || type == 133 || within(type, 140, 141))
        return Group::Swift;
    if (within(type, 100, 109))
        return Group::Agile;
    if (within(type, 110, 131) || type == 144 || type == 146)
        return Group::Fermi;
    if (within(type, 150, 154) || type == 163 || type == 164)
        return Group::Lvc;
    if (type == 149 || within(type, 157, 158) || within(type, 169, 176))
        return Group::Amon;
    return Group::Other;
}

// Where the types have a radius in word 11; others have something else there, or nobody says.
double errorUnit(int32_t type)
{
    constexpr std::array tenThousandths{27, 29, 34, 37, 39, 45, 58, 61, 67, 69, 78, 81, 82, 84, 97, 98, 99, 100, 101, 102, 108, 109, 111, 112, 115, 118,
                                        119, 120, 121, 122, 123, 124, 127, 128, 131, 134, 135, 136, 157, 158, 169, 171, 172, 173, 174, 176};
    if (std::ranges::find(tenThousandths, type) != tenThousandths.end())
        return 1e4;
    if (within(type, 53, 56))
        return 3600; // INTEGRAL: seconds of arc
    return groupOf(type) == Group::Batse ? 100 : 0;
}

// Times, rates or annuli: words 7 and 8 are no position.
bool hasNoPosition(int32_t type)
{
    constexpr std::array types{3, 4, 31, 52, 59, 60, 62, 89, 110, 116};
    return std::ranges::find(types, type) != types.end();
}

// Where word 18 holds the status of the solution, with a bit for "definitely no burst". Elsewhere it is something else: counts of
// an image, a part of the attitude.
bool hasStatus(int32_t type)
{
    constexpr std::array types{61, 63, 64, 65, 66, 67, 81, 82, 84, 98, 99, 111, 112, 114, 115, 117, 118, 119, 120, 121, 122, 123, 124, 127, 128};
    return std::ranges::find(types, type) != types.end();
}

// What word 6 counts of a second: hundredths, of GECAM ten-thousandths.
struct Tick {
    double perSecond;
    int8_t digits;
};
Tick tickOf(int32_t type)
{
    return type == 188 || type == 189 ? Tick{1e4, 4} : Tick{100, 2};
}

std::array<int32_t, kWords> wordsOf(std::string_view bytes)
{
    std::array<int32_t, kWords> words{};
    for (size_t i = 0; i < kWords; ++i) {
        uint32_t word = 0;
        for (size_t j = 0; j < 4; ++j)
            word = word << 8 | static_cast<unsigned char>(bytes[4 * i + j]);
        words[i] = static_cast<int32_t>(word);
    }
    return words;
}

// Text is stored word by word with its bytes turned round. Empty: not only printable ASCII, up to a NUL.
std::string textAt(const std::array<int32_t, kWords> &words, size_t first)
{
    std::string text;
    for (size_t i = first; i + 1 < kWords; ++i) {
        auto word = static_cast<uint32_t>(words[i]);
        for (int j = 0; j < 4; ++j, word >>= 8) {
            const auto c = static_cast<char>(word & 0xff);
            if (c == '\0')
                return text;
            if (c < ' ' || c > '~')
                return {};
            text += c;
        }
    }
    return text;
}

size_t textPlace(int32_t type)
{
    const Group group = groupOf(type);
    if (group == Group::Lvc || type == 160 || type == 161)
        return 29;
    return group == Group::Swift ? 22 : 0;
}

class BinaryNotice final : public ByteFormat
{
public:
    const char *id() const override { return "gcn-classic-binary"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "GCN classic notice, binary"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Notices of NASA's GCN in packets of 160 bytes."); }
    std::span<const FieldNote> notes() const override { return kNotes; }
    const char *notRead() const override
    {
        return QT_TRANSLATE_NOOP("decoders", "Intensities, significances, detector settings and most flags; all 40 words are in the packet.");
    }

    bool fitsBytes(std::string_view bytes, const Origin &) const override
    {
        if (bytes.size() != kBytes)
            return false;
        const auto words = wordsOf(bytes);
        constexpr int32_t mostTypes = 1'000;
        // Years 1990 to 2050. The packet ends with a line end in most types, but not in all.
        return !noticeTypeName(words[0]).empty() || (within(words[0], 1, mostTypes) && within(words[5], 8'000, 30'000));
    }

    bool read(std::string_view bytes, TreeBudget &, std::vector<FieldTree> &records, std::vector<std::string> &, std::string &error) const override
    {
        if (bytes.size() != kBytes) {
            error = "a binary notice of GCN has 160 bytes, this has " + std::to_string(bytes.size());
            return false;
        }
        const auto words = wordsOf(bytes);
        FieldTree tree = FieldTree::object();
        const std::string_view name = noticeTypeName(words[0]);
        tree["notice"] = name.empty() ? FieldTree() : FieldTree(std::string(name));
        tree["packet_type"] = words[0];
        tree["serial"] = words[1];
        if (const size_t place = textPlace(words[0]); place > 0) {
            if (const std::string text = textAt(words, place); text.size() > 3)
                tree["text"] = text;
        }
        tree["words"] = words;
        records.push_back(std::move(tree));
        return true;
    }

    bool isLifeSign(const Value &root, const Origin &) const override { return isAliveType(static_cast<int64_t>(root["packet_type"].number().value_or(0))); }

    void map(const Value &root, const Origin &, Alert &alert) const override
    {
        std::array<int32_t, kWords> words{};
        size_t count = 0;
        root["words"].forEach([&](std::string_view, const Value &word) {
            if (count < kWords)
                words[count++] = static_cast<int32_t>(word.number().value_or(0));
        });
        const int32_t type = words[0];
        const Group group = groupOf(type);
        const std::string_view name = noticeTypeName(type);
        alert.format = id();
        alert.message = type == 4 ? "other" : "notice";
        alert.alertTypeRaw = std::string(name);
        alert.alertType = stageOfNotice(name);
        setSender(alert, senderOf(name));
        if (name.empty())
            note(alert, "notice type " + std::to_string(type) + " is not known");
        mapIdentity(root, words, group, alert);
        mapFlags(words, group, alert);
        mapTime(words, group, alert);
        mapPosition(words, group, alert);
        if (group == Group::Lvc && words[11] < 0 && words[11] != kNone)
            alert.far = std::pow(10.0, words[11] / 1e4);
        if ((type == 111 || type == 118 || type == 119) && !gbmClass(words[23] & 0xffff).empty()) {
            alert.classification = std::string(gbmClass(words[23] & 0xffff));
            alert.classificationScore = (words[23] >> 16 & 0xffff) / 255.0;
        }
    }

private:
    static void mapIdentity(const Value &root, const std::array<int32_t, kWords> &words, Group group, Alert &alert)
    {
        const auto trigger = static_cast<uint32_t>(words[4]);
        const std::string_view text = root["text"].text().value_or(std::string_view());
        uint32_t number = trigger;
        if (group == Group::Swift)
            number = trigger & 0xffffff; // the segment of the observation is above it
        else if (group == Group::Integral || group == Group::Hete)
            number = trigger & 0xffff; // the number of the message is above it
        if (group == Group::Lvc) {
            // Word 4 is a date; the superevent begins the name of its map.
            if (const std::string_view superevent = text.substr(0, text.find('/')); isSuperevent(superevent))
                alert.event = std::string(superevent);
        } else if (number != 0 && words[4] != kNone && words[4] != -1) {
            alert.id = std::to_string(number);
            if (words[4] != std::numeric_limits<int32_t>::max()) // stands for no number
                alert.event = eventKey(alert.mission, alert.id);
        }
        if (group == Group::Integral || group == Group::Hete)
            alert.revision = std::to_string(trigger >> 16);
        else if (within(words[0], 110, 119) && words[20] > 0)
            alert.revision = std::to_string(words[20]);
        if (words[0] == 83 || words[0] == 103)
            alert.name = Text(trimmed(text));
        // GCN's own reader of CALET's packets puts the address together so.
        if ((words[0] == 160 || words[0] == 161) && !text.empty() && text.find_first_of("/\\?#") == std::string_view::npos)
            alert.url = "http://cgbm.calet.jp/cgbm_trigger/flight/" + alert.id + '/' + std::string(text);
    }

    static void mapFlags(const std::array<int32_t, kWords> &words, Group group, Alert &alert)
    {
        const auto flags = static_cast<uint32_t>(words[18]);
        const auto bit = [](uint32_t word, int number) { return (word >> number & 1) != 0; };
        alert.test = isTestType(words[0]);
        if (group == Group::Hete)
            alert.test = alert.test || bit(static_cast<uint32_t>(words[9]), 3);
        else if (group == Group::Integral)
            alert.test = alert.test || bit(static_cast<uint32_t>(words[12]), 31);
        else if (group != Group::Batse)
            alert.test = alert.test || bit(flags, 30);
        if (group == Group::Amon || group == Group::Lvc)
            alert.test = alert.test || bit(flags, 1);
        alert.test = alert.test || isMockSuperevent(alert.event);
        if (alert.test)
            alert.alertTense = "test";
        alert.retraction = words[0] == 164 || ((hasStatus(words[0]) || group == Group::Amon) && bit(flags, 5));
        if (alert.retraction)
            alert.alertType = "retraction";
    }

    static void mapTime(const std::array<int32_t, kWords> &words, Group group, Alert &alert)
    {
        if (words[5] == 0 && words[6] == 0)
            return;
        const Tick tick = tickOf(words[0]);
        const UtcTime time = within(words[5], 1, 60'000) ? timescale::fromTjd(words[5], words[6] / tick.perSecond, tick.digits) : UtcTime{};
        if (!time.isValid())
            return note(alert, "words 5 and 6 are no time");
        setTime(alert, time, group == Group::Lvc ? "merger" : isPointingType(words[0]) ? "exposure-start" : "trigger");
    }

    static void mapPosition(const std::array<int32_t, kWords> &words, Group group, Alert &alert)
    {
        const int32_t type = words[0];
        const size_t place = type == 51 ? 14 : 7;
        const int32_t ra = words[place];
        const int32_t dec = words[place + 1];
        // 0, 0 is what stands there when there is no position.
        if (hasNoPosition(type) || group == Group::Lvc || ra == kNone || dec == kNone || (ra == 0 && dec == 0))
            return;
        const double unit = group == Group::Batse ? 100 : 1e4;
        setPosition(alert, Number(ra / unit), Number(dec / unit));
        if (!alert.hasPosition())
            return;
        if (group == Group::Batse || group == Group::Hete)
            note(alert, "the position is of the equinox of its date");
        if (isPointingType(type))
            alert.positionKind = "pointing";
        if (const double errorUnits = errorUnit(type); errorUnits > 0 && words[11] != kNone && words[11] != 0)
            setError(alert, words[11] / errorUnits, {}, std::nullopt);
    }
};

} // namespace

const ByteFormat &binaryNotice()
{
    static const BinaryNotice format;
    return format;
}

} // namespace tocsin::decoders
