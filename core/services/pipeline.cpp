// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/pipeline.h"

#include "core/decoders/decoder.h"
#include "core/services/packetdecoding.h"

#include <algorithm>
#include <chrono>

namespace tocsin::services {

Pipeline::Pipeline(archive::Archive &archive, Limits limits, Gate gate)
    : m_archive(archive), m_limits(limits), m_gate(std::move(gate)), m_thread([this] { run(); })
{
}

Pipeline::~Pipeline()
{
    close();
}

bool Pipeline::hasRoom() const
{
    return m_queue.empty() || (m_bytes < m_limits.bytes && m_packets < m_limits.packets);
}

bool Pipeline::offer(Batch &batch)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_closing || !hasRoom())
            return false;
        m_bytes += batch.bytes;
        m_packets += batch.packets.size();
        m_queue.push_back(std::move(batch));
    }
    m_filled.notify_one();
    return true;
}

bool Pipeline::waitForRoom(int ms)
{
    std::unique_lock lock(m_mutex);
    return m_drained.wait_for(lock, std::chrono::milliseconds(ms), [this] { return m_closing || hasRoom(); })
        && !m_closing;
}

void Pipeline::close(std::chrono::steady_clock::time_point deadline)
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
        m_deadline = deadline;
    }
    m_filled.notify_all();
    m_drained.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Pipeline::run()
{
    for (;;) {
        Batch batch;
        bool late = false;
        {
            std::unique_lock lock(m_mutex);
            m_filled.wait(lock, [this] { return m_closing || !m_queue.empty(); });
            if (m_queue.empty())
                return;
            batch = std::move(m_queue.front());
            m_queue.pop_front();
            m_bytes -= batch.bytes;
            m_packets -= batch.packets.size();
            late = m_closing && std::chrono::steady_clock::now() >= m_deadline;
        }
        m_drained.notify_all();
        if (late) {
            if (const auto origin = batch.origin.lock())
                origin->refused(batch.receipt, "there was no time left at the end");
            continue;
        }
        handOn(std::move(batch));
    }
}

void Pipeline::handOn(Batch batch)
{
    const std::weak_ptr<BatchOrigin> giver = batch.origin;
    const uint64_t receipt = batch.receipt;
    DecodedBatch decoded = decode(std::move(batch));
    if (m_gateShut) {
        // Part of it at most is kept. Were it acknowledged as a whole, the broker would hold offsets beyond the rows.
        if (const auto origin = giver.lock())
            origin->refused(receipt, {});
        decoded.origin.reset();
        if (decoded.packets.empty())
            return;
    }
    // The archive is behind: hold here, so that our queue fills and the consumers hold back in turn. The
    // archive wakes nobody; a short wait costs less than a lock shared with its thread.
    for (;;) {
        std::unique_lock lock(m_mutex);
        if (m_closing || m_archive.queuedBytes() < m_limits.archiveBytes)
            break;
        m_filled.wait_for(lock, std::chrono::milliseconds(5), [this] { return m_closing; });
    }
    m_archive.append(std::move(decoded));
}

namespace {

constexpr size_t kMostVersions = 1'000; // texts come from packets
constexpr size_t kKindWithin = 300; // bytes
constexpr size_t kMostVersioned = 8u << 20; // bytes

// A small message makes an alert many times its size: back-pressure counts both. The texts of an alert are guessed.
constexpr size_t kAlertBytes = sizeof(Alert) + 512;

} // namespace

void Pipeline::tellSchema(const DecodedPacket &packet, const std::shared_ptr<const decoders::AvroSchema> &schema)
{
    SchemaListener *listener = m_schemas.load(std::memory_order_relaxed);
    if (!listener || packet.alerts.empty() || !packet.packet.stream)
        return;
    const Alert &first = *packet.alerts.front();
    if (const auto waits = first.error.empty() ? std::nullopt : decoders::waitsForSchema(first))
        listener->schemaWanted(packet.packet.stream, *waits);
    if (!schema)
        tellVersion(packet, *listener);
    if (!schema || (schema == m_lastSchema && packet.packet.stream == m_lastStream))
        return;
    m_lastSchema = schema;
    m_lastStream = packet.packet.stream;
    const size_t space = first.format.rfind(' ');
    listener->sawSchema(m_lastStream, schema, space == std::string::npos ? std::string() : first.format.substr(space + 1));
}

// JSON whose sender writes a version into it. VOEvent's is that of the standard, and says nothing of the fields.
void Pipeline::tellVersion(const DecodedPacket &packet, SchemaListener &listener)
{
    const Alert &first = *packet.alerts.front();
    const std::string_view value = packet.packet.value;
    if (first.format.find(' ') == std::string::npos || !first.error.empty() || value.empty() || value.front() != '{' || value.size() > kMostVersioned
        || first.format.starts_with("voevent"))
        return;
    const std::string_view topic = packet.packet.lane ? std::string_view(packet.packet.lane->topic) : std::string_view();
    m_version.assign(packet.packet.stream->uuid).append(1, '\n').append(topic).append(1, '\n').append(first.format);
    // Several kinds on one topic: by the beginning of the packet, which names its kind.
    if (const size_t kind = value.substr(0, kKindWithin).find("\"$schema\""); kind != std::string_view::npos)
        m_version.append(1, '\n').append(value.substr(kind, value.find(',', kind) - kind), 0, kKindWithin);
    if (m_toldVersions.contains(m_version))
        return;
    if (m_toldVersions.size() >= kMostVersions)
        m_toldVersions.clear();
    m_toldVersions.insert(m_version);
    listener.sawVersion(packet.packet.stream, std::string(topic), std::string(first.format), std::string(value));
}

DecodedBatch Pipeline::decode(Batch batch)
{
    DecodedBatch decoded;
    decoded.receipt = batch.receipt;
    decoded.origin = std::move(batch.origin);
    decoded.gaps = std::move(batch.gaps);
    decoded.keepAlive = std::move(batch.keepAlive);
    decoded.bytes = batch.bytes;
    decoded.packets.reserve(batch.packets.size());
    bool cut = m_gateShut;
    for (Packet &packet : batch.packets) {
        if (cut)
            break;
        std::shared_ptr<const decoders::AvroSchema> schema;
        DecodedPacket result = decodePacket(std::move(packet), decoded.gaps, &schema);
        tellSchema(result, schema);
        if (AlertNoter *noter = m_noter.load(std::memory_order_relaxed))
            noter->note(result);
        Verdict verdict = Verdict::Keep;
        if (m_gate)
            verdict = m_gate(result);
        if (verdict != Verdict::Keep) {
            m_gateShut = true;
            cut = true;
        }
        if (verdict == Verdict::Refuse)
            continue;
        decoded.bytes += sizeof(DecodedPacket) + result.alerts.size() * kAlertBytes;
        decoded.packets.push_back(std::move(result));
    }
    if (!cut) {
        decoded.positions = std::move(batch.positions);
        decoded.filled = std::move(batch.filled);
    } else {
        // Nothing is committed beyond the last packet kept: each lane's position moves back to it.
        decoded.gaps.clear();
        for (LanePosition &position : batch.positions) {
            const auto last = std::find_if(decoded.packets.rbegin(), decoded.packets.rend(),
                                           [&](const DecodedPacket &p) { return p.packet.lane == position.lane; });
            if (last == decoded.packets.rend())
                continue;
            position.next = last->packet.position + 1;
            position.lastStampUs = UtcTime::kNone; // unknown: the check for a topic made anew is skipped once
            position.lastHash = 0;
            decoded.positions.push_back(position);
        }
    }
    return decoded;
}

} // namespace tocsin::services
