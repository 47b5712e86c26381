// SPDX-License-Identifier: GPL-3.0-or-later
// GCN circulars as text, the way they are mailed and archived, and as the JSON that SCiMMA's hop makes of it: a header of
// TITLE, NUMBER, SUBJECT, DATE and FROM, an empty line, the body.
#include "core/decoders/gcn/gcn.h"
#include "core/decoders/gcn/noticetext.h"

#include <algorithm>
#include <array>

namespace tocsin::decoders {

namespace {

constexpr size_t kPeek = 4'096;
constexpr size_t kMostHeaders = 50;

constexpr std::array kNotes{
    FieldNote{"timestamp", "DATE"},
    FieldNote{"id", "NUMBER"},
    FieldNote{"name", "EVENT, where there is one; never the subject"},
    FieldNote{"subject", "SUBJECT"},
    FieldNote{"retraction", "a SUBJECT that says so"},
    FieldNote{"issued", "EDITED ON, else DATE"},
};

// "98/04/03 07:10:15 GMT"; two digits of a year are of 1990 … 2089.
UtcTime circularDate(std::string_view text)
{
    text = trimmed(text);
    for (const std::string_view zone : {"GMT", "UT", "UTC"}) {
        if (text.ends_with(zone))
            text = trimmed(text.substr(0, text.size() - zone.size()));
    }
    if (text.size() >= 17 && text[2] == '/' && text[5] == '/') {
        const std::string century = text[0] == '9' ? "19" : "20";
        return UtcTime::fromIso(century + std::string(text.substr(0, 2)) + '-' + std::string(text.substr(3, 2)) + '-' + std::string(text.substr(6, 2)) + 'T'
                                + std::string(trimmed(text.substr(8))));
    }
    return UtcTime::fromIso(text);
}

UtcTime dateOf(Alert &alert, const Value &value, const char *what)
{
    if (value.isNull())
        return {};
    const UtcTime time = circularDate(value.text().value_or(std::string_view()));
    if (!time.isValid())
        note(alert, std::string(what) + " is no time");
    return time;
}

void mapCircular(const Value &root, Alert &alert)
{
    const Value header = root["header"];
    alert.format = "gcn-circular-text";
    alert.message = "circular";
    alert.id = Text(trimmed(textOf(alert, header["number"], "NUMBER")));
    for (const char *key : {"event", "eventid", "event_id"}) {
        if (alert.name.empty())
            alert.name = textOf(alert, header[key], key);
    }
    alert.event = alert.id.empty() ? Text() : "gcn-circular " + alert.id; // as the JSON form: its editions belong together
    alert.subject = textOf(alert, header["subject"], "SUBJECT");
    setTime(alert, dateOf(alert, header["date"], "DATE"), "message");
    alert.issued = dateOf(alert, header["edited on"], "EDITED ON");
    if (!alert.issued.isValid())
        alert.issued = alert.timestamp;
    const std::string subject = lower(alert.subject);
    if (subject.find("retraction") != std::string::npos || subject.find("retracted") != std::string::npos) {
        alert.retraction = true;
        alert.alertType = "retraction";
    }
    if (!alert.id.empty() && std::ranges::all_of(alert.id, [](char c) { return c >= '0' && c <= '9'; }))
        alert.url = "https://gcn.nasa.gov/circulars/" + alert.id;
}

class CircularText final : public ByteFormat
{
public:
    const char *id() const override { return "gcn-circular-text"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "GCN circular, text"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Circulars as they are mailed and kept in the archive."); }
    std::span<const FieldNote> notes() const override { return kNotes; }
    const char *notRead() const override { return QT_TRANSLATE_NOOP("decoders", "The text itself: positions and magnitudes in it are not looked for."); }

    bool fitsBytes(std::string_view bytes, const Origin &) const override
    {
        const std::string_view beginning = bytes.substr(0, kPeek);
        return mayBeText(beginning) && hasLine(beginning, "TITLE:") && hasLine(beginning, "SUBJECT:") && (hasLine(beginning, "NUMBER:") || hasLine(beginning, "FROM:"));
    }

    bool read(std::string_view bytes, TreeBudget &budget, std::vector<FieldTree> &records, std::vector<std::string> &problems,
              std::string &error) const override
    {
        bool mended = false;
        const std::string text = cleanText(bytes, mended);
        if (!budget.spend(text.size())) {
            error = "the circular is too long";
            return false;
        }
        FieldTree header = FieldTree::object();
        size_t at = 0;
        std::string last;
        while (at < text.size()) {
            const std::string_view line = nextLine(text, at);
            const size_t colon = line.substr(0, 40).find(':');
            if (trimmed(line).empty()) {
                if (!header.empty())
                    break;
            } else if (line.front() == ' ' || line.front() == '\t') {
                // A long subject goes on in the next line.
                if (!last.empty())
                    header[last] = header[last].get<std::string>() + ' ' + std::string(trimmed(line));
            } else if (colon != std::string_view::npos && header.size() < kMostHeaders) {
                last = lower(trimmed(line.substr(0, colon)));
                if (last == "title")
                    header = FieldTree::object(); // a mail's own header was before it
                header[last] = std::string(trimmed(line.substr(colon + 1)));
            } else {
                last.clear();
            }
        }
        FieldTree circular = FieldTree::object();
        circular["header"] = std::move(header);
        circular["body"] = at < text.size() ? text.substr(at) : std::string();
        records.push_back(std::move(circular));
        if (mended)
            problems.emplace_back("bytes that are no UTF-8 were read as Latin-1");
        return true;
    }

    void map(const Value &root, const Origin &, Alert &alert) const override { mapCircular(root, alert); }
};

class CircularHeader final : public TreeFormat
{
public:
    const char *id() const override { return "hop-circular"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "GCN circular from Hopskotch"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Circulars as SCiMMA's hop writes them: a header and a body."); }
    std::span<const FieldNote> notes() const override { return kNotes; }
    const char *notRead() const override { return m_text.notRead(); }

    bool fits(const Shape &shape, const Origin &) const override
    {
        return shape.has("header") && shape.has("body") && shape.root()["body"].isText() && !shape.root()["header"]["subject"].isNull();
    }
    void map(const Value &root, const Origin &, Alert &alert) const override
    {
        mapCircular(root, alert);
        alert.format = id();
    }

private:
    CircularText m_text;
};

} // namespace

const ByteFormat &circularText()
{
    static const CircularText format;
    return format;
}

const TreeFormat &circularHeader()
{
    static const CircularHeader format;
    return format;
}

} // namespace tocsin::decoders
