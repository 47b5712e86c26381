// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/packetdecoding.h"

#include "core/decoders/decoder.h"

#include <QByteArray>
#include <QCryptographicHash>

namespace tocsin::services {

namespace {

constexpr size_t kMostBytes = 64u << 20; // decisions.md 19
constexpr size_t kKeptOfTooLarge = 1u << 20;

// What every alert of a packet inherits from its transport.
void stamp(Alert &alert, const Packet &packet, int64_t record)
{
    if (packet.stream) {
        alert.stream = packet.stream->name;
        if (packet.stream->access != "public")
            alert.access = packet.stream->access;
    }
    if (packet.lane) {
        alert.topic = packet.lane->topic;
        if (packet.lane->partition >= 0)
            alert.partition = packet.lane->partition;
    }
    if (packet.position >= 0)
        alert.offset = packet.position;
    alert.record = record;
    // Where the transport says nothing, what an envelope inside the message said stands.
    if (!packet.messageId.empty())
        alert.messageId = packet.messageId;
    if (packet.brokerTime.isValid())
        alert.brokerTime = packet.brokerTime;
    alert.received = packet.received;
}

// Of a message beyond every limit the first bytes are kept, its length and its checksum; the rest is a gap that is said.
DecodedPacket cutTooLarge(Packet packet, std::vector<Gap> &gaps)
{
    const QByteArray sum
        = QCryptographicHash::hash(QByteArrayView(packet.value.data(), static_cast<qsizetype>(packet.value.size())), QCryptographicHash::Sha256).toHex();
    auto alert = std::make_shared<Alert>();
    alert->message = "other";
    alert->error = "the message has " + std::to_string(packet.value.size()) + " bytes, more than 64 MiB; its first MiB is kept, SHA-256 " + sum.toStdString();
    Gap gap;
    gap.stream = packet.stream;
    gap.lane = packet.lane;
    gap.from = packet.position;
    gap.to = packet.position + 1;
    gap.why = Gap::Why::TooLarge;
    gap.detail = std::to_string(packet.value.size()) + " bytes, SHA-256 " + sum.toStdString();
    gap.noticed = UtcTime::now();
    gaps.push_back(std::move(gap));
    stamp(*alert, packet, 0);
    packet.value = packet.value.substr(0, kKeptOfTooLarge);
    DecodedPacket cut;
    cut.packet = std::move(packet);
    cut.alerts.push_back(std::move(alert));
    return cut;
}

} // namespace

DecodedPacket decodePacket(Packet packet, std::vector<Gap> &gaps, std::shared_ptr<const decoders::AvroSchema> *schema)
{
    if (packet.value.size() > kMostBytes)
        return cutTooLarge(std::move(packet), gaps);
    DecodedPacket result;
    decoders::Decoded out = decoders::decode({.value = packet.value,
                                              .key = packet.key,
                                              .headers = packet.headers,
                                              .topic = packet.lane ? std::string_view(packet.lane->topic) : std::string_view()},
                                             {.registry = packet.stream ? std::string_view(packet.stream->registry) : std::string_view(),
                                              .mapping = packet.stream ? packet.stream->mapping.get() : nullptr});
    if (schema)
        *schema = std::move(out.schema);
    result.heartbeat = out.heartbeat;
    result.alerts = std::move(out.alerts);
    if (!out.error.empty() || (result.alerts.empty() && !out.heartbeat)) {
        // I6: what cannot be read becomes a row with its bytes and the reason.
        auto unreadable = std::make_shared<Alert>();
        unreadable->message = "other";
        unreadable->format = out.format;
        unreadable->error = out.error.empty() ? "no alert found" : out.error;
        result.alerts.assign(1, std::move(unreadable));
    }
    int64_t record = 0;
    for (const auto &alert : result.alerts)
        stamp(*alert, packet, record++);
    result.packet = std::move(packet);
    return result;
}

} // namespace tocsin::services
