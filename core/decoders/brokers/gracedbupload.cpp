// SPDX-License-Identifier: GPL-3.0-or-later
// What pipelines send to GraceDB over Kafka (protocols.md 5.3): the envelope of an upload, and pings.
#include "core/decoders/brokers/brokers.h"

#include <array>
#include <cmath>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{
    FieldNote{"timestamp", "_producer_timestamp (seconds since 1970)"},
    FieldNote{"id", "graceid"},
    FieldNote{"name", "graceid"},
    FieldNote{"pipeline", "pipeline"},
    FieldNote{"subject", "the name of eventFile"},
    FieldNote{"test", "the first letter of graceid, group"},
};

class GraceDbUpload final : public TreeFormat
{
public:
    const char *id() const override { return "gracedb-upload"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "GraceDB upload"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Candidates on their way from a search pipeline to GraceDB; pings of the same topics make no row."); }
    std::span<const FieldNote> notes() const override { return kNotes; }
    const char *notRead() const override { return QT_TRANSLATE_NOOP("decoders", "The event file with times, masses and false alarm rate (combined_far); it stays in the packet."); }

    bool fits(const Shape &shape, const Origin &origin) const override
    {
        if (!origin.schema.empty() || !shape.has("type"))
            return false;
        return isPing(shape.root()) || (shape.has("eventFile") && shape.has("pipeline"));
    }

    bool isLifeSign(const Value &root, const Origin &) const override { return isPing(root); }

    void map(const Value &root, const Origin &, Alert &alert) const override
    {
        alert.format = id();
        alert.message = "upload";
        alert.messenger = "gw";
        alert.mission = "LVK";
        alert.access = "restricted";
        alert.id = textOf(alert, root["graceid"], "graceid");
        alert.name = alert.id;
        alert.event = alert.id;
        alert.pipeline = textOf(alert, root["pipeline"], "pipeline");
        alert.group = textOf(alert, root["group"], "group");
        alert.search = textOf(alert, root["search"], "search");
        alert.alertTypeRaw = textOf(alert, root["type"], "type");
        alert.subject = textOf(alert, root["eventFile"], "eventFile"); // a name to look at, never a path
        const Number stamp = numberFromText(alert, root["_producer_timestamp"], "_producer_timestamp");
        if (stamp.value > 0 && stamp.value < 2.5e11) {
            alert.issued = UtcTime::fromUs(std::llround(stamp.value * 1e6), decimalsOf(root["_producer_timestamp"]));
            setTime(alert, alert.issued, "message");
        }
        alert.test = alert.id.starts_with('M') || alert.id.starts_with('T') || lower(alert.group) == "test";
        if (alert.test)
            alert.alertTense = "test";
    }

private:
    static bool isPing(const Value &root) { return root["type"].text() == "ping" && root["timestamp"].isNumber() && root["client"].isText(); }
};

} // namespace

const TreeFormat &graceDbUpload()
{
    static const GraceDbUpload format;
    return format;
}

} // namespace tocsin::decoders
