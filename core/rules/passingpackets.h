// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/filter/packetfields.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>

namespace tocsin {
struct DecodedPacket;
}

namespace tocsin::rules {

// The packets of a run that keeps no archive, until rules have judged their alerts. Given on the router's thread and taken, in
// the same order, on the engine's; once a batch is given the router waits while there are too many, as at a full queue.
class PassingPackets
{
public:
    using Packet = std::shared_ptr<const archive::StoredPacket>;
    static constexpr size_t kMostBytes = 64 << 20;

    explicit PassingPackets(size_t mostBytes = kMostBytes) : m_mostBytes(mostBytes) {}
    void give(const DecodedPacket &packet);
    // Ten seconds at the most, for an engine that hangs must not hold up what people read.
    void waitForRoom();
    // That of the alert; null: it is not here. Those before it are dropped, for nobody asked for them.
    [[nodiscard]] Packet take(const std::shared_ptr<const Alert> &alert);
    // Nobody waits any more.
    void endSoon();

private:
    struct Entry {
        std::shared_ptr<const Alert> alert;
        Packet packet;
        size_t bytes = 0; // of the packet, at its first alert
    };

    const size_t m_mostBytes;
    std::mutex m_mutex;
    std::condition_variable m_room;
    std::deque<Entry> m_entries;
    size_t m_bytes = 0;
    bool m_ending = false;
};

// The fields of such a packet for a filter, decoded when they are asked for. On one thread, for one alert.
class PassingFields final : public filter::PacketFields
{
public:
    PassingFields(PassingPackets::Packet packet, size_t record) : m_packet(std::move(packet)), m_record(record) {}
    [[nodiscard]] const decoders::FieldTree *tree() override;

private:
    const PassingPackets::Packet m_packet; // may be null
    const size_t m_record;
    bool m_asked = false;
    std::optional<decoders::FieldTree> m_tree;
};

} // namespace tocsin::rules
