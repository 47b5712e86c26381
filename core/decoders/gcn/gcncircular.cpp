// SPDX-License-Identifier: GPL-3.0-or-later
// GCN circulars as JSON (protocols.md 3.7). A circular has no position: coordinates are only in its text.
#include "core/decoders/gcn/gcn.h"

#include <array>
#include <cmath>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{
    FieldNote{"timestamp", "createdOn"}, FieldNote{"id", "circularId"},       FieldNote{"name", "eventId"},
    FieldNote{"subject", "subject"},     FieldNote{"revision", "version"},    FieldNote{"messenger", "eventType, the first known"},
    FieldNote{"issued", "editedOn, else createdOn"},
};

constexpr double kLastMs = 253'402'300'799'999.0; // the end of the year 9999

UtcTime timeFromMs(Alert &alert, const Value &value, const char *what)
{
    const auto ms = value.number();
    if (!ms) {
        if (!value.isNull())
            note(alert, std::string(what) + " is no number of milliseconds");
        return {};
    }
    if (!(*ms >= 0 && *ms <= kLastMs)) {
        note(alert, std::string(what) + " is no time");
        return {};
    }
    return UtcTime::fromMs(static_cast<int64_t>(*ms));
}

class GcnCircular final : public TreeFormat
{
public:
    const char *id() const override { return "gcn-circular"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "GCN circular"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Reports of observers, written by people, from NASA's GCN."); }
    std::span<const FieldNote> notes() const override { return kNotes; }

    bool fits(const Shape &shape, const Origin &) const override
    {
        return shape.has("circularId") && (shape.has("subject") || shape.has("body"));
    }

    void map(const Value &root, const Origin &, Alert &alert) const override
    {
        alert.format = id();
        alert.message = "circular";
        alert.id = textOf(alert, root["circularId"], "circularId");
        alert.name = textOf(alert, root["eventId"], "eventId");
        alert.event = "gcn-circular " + alert.id; // its editions belong together; it is no revision of what it is about
        alert.subject = textOf(alert, root["subject"], "subject");
        alert.revision = textOf(alert, root["version"], "version");
        setTime(alert, timeFromMs(alert, root["createdOn"], "createdOn"), "message");
        alert.issued = timeFromMs(alert, root["editedOn"], "editedOn");
        if (!alert.issued.isValid())
            alert.issued = alert.timestamp;
        bool digits = !alert.id.empty();
        for (const char c : alert.id)
            digits = digits && c >= '0' && c <= '9';
        if (digits)
            alert.url = "https://gcn.nasa.gov/circulars/" + alert.id;
        root["eventType"].forEach([&](std::string_view, const Value &item) {
            const std::string type = lower(item.text().value_or(std::string_view()));
            if (type == "retraction") {
                alert.retraction = true;
                alert.alertType = "retraction";
            }
            if (alert.messenger.empty())
                alert.messenger = messengerOf(type);
        });
    }

private:
    static const char *messengerOf(const std::string &type)
    {
        if (type == "gw")
            return "gw";
        if (type == "neutrino")
            return "neutrino";
        if (type == "grb" || type == "gamma-ray transient" || type == "sgr")
            return "gamma";
        if (type == "x-ray transient")
            return "x-ray";
        if (type == "frb" || type == "radio transient")
            return "radio";
        if (type == "sn" || type == "nova" || type == "optical transient" || type == "kilonova")
            return "optical";
        return "";
    }
};

} // namespace

const TreeFormat &gcnCircular()
{
    static const GcnCircular format;
    return format;
}

} // namespace tocsin::decoders
