// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/fieldpick.h"
#include "core/decoders/walk.h"

#include <algorithm>
#include <charconv>
#include <exception>

namespace tocsin::decoders {

std::span<const Decoder *const> all()
{
    return FormatList::instance().all;
}

std::string waitingText(uint32_t schema)
{
    return std::string(kWaitingBegin) + std::to_string(schema) + " of the stream's schema registry; the packet is kept and is read once the schema is known";
}

std::optional<uint32_t> waitsForSchema(const Alert &alert)
{
    if (!alert.error.starts_with(kWaitingBegin))
        return std::nullopt;
    uint32_t schema = 0;
    const char *begin = alert.error.data() + kWaitingBegin.size();
    const auto [end, wrong] = std::from_chars(begin, alert.error.data() + alert.error.size(), schema);
    return wrong == std::errc() && end != begin ? std::optional(schema) : std::nullopt;
}

bool isHeartbeatTopic(std::string_view topic)
{
    return topic.ends_with("heartbeat");
}

Decoded decode(const Input &input, const Wanted &wanted)
{
    Decoded out;
    if (!wanted.format.empty() && std::ranges::none_of(all(), [&](const Decoder *decoder) { return wanted.format == decoder->id(); })) {
        out.error = "there is no format “" + std::string(wanted.format.substr(0, 100)) + "”";
        return out;
    }
    Wanted exact = wanted;
    if (wanted.pick && input.value.size() > kMostPickedBytes) {
        exact.pick = nullptr;
        exact.fields = true;
    }
    try {
        Walk(exact, out).packet(input);
    } catch (const std::exception &exception) {
        // Only memory can run out here; a packet must never end the program.
        out.error = std::string("the packet could not be held: ") + exception.what();
    }
    if (!out.error.empty() || out.heartbeat) {
        out.alerts.clear();
        out.trees.clear();
        out.insides.clear();
        out.heartbeat = out.heartbeat && out.error.empty();
    }
    if (exact.pick)
        out.alerts.clear();
    if (!exact.pick && !exact.fields)
        out.trees.clear();
    if (!exact.inside)
        out.insides.clear();
    return out;
}

} // namespace tocsin::decoders
