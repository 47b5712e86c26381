// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/passingpackets.h"

#include "core/archive/storedfields.h"
#include "core/domain/packet.h"

#include <chrono>
#include <ranges>

namespace tocsin::rules {

using namespace std::chrono_literals;

namespace {

constexpr auto kPatience = 10s;

} // namespace

void PassingPackets::give(const DecodedPacket &packet)
{
    if (packet.alerts.empty())
        return;
    const Packet kept = [&packet] {
        auto copy = std::make_shared<archive::StoredPacket>();
        copy->value = packet.packet.value;
        copy->key = packet.packet.key;
        copy->headers = packet.packet.headers;
        copy->topic = packet.packet.lane ? packet.packet.lane->topic : std::string();
        copy->registry = packet.packet.stream ? packet.packet.stream->registry : std::string();
        return copy;
    }();
    const size_t bytes = kept->value.size() + kept->key.size();
    const std::lock_guard lock(m_mutex);
    m_bytes += bytes;
    for (const auto &alert : packet.alerts)
        m_entries.push_back({.alert = alert, .packet = kept, .bytes = alert == packet.alerts.front() ? bytes : 0});
}

PassingPackets::Packet PassingPackets::take(const std::shared_ptr<const Alert> &alert)
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::ranges::find(m_entries, alert, &Entry::alert);
    if (found == m_entries.end())
        return {};
    Packet packet = found->packet;
    for (const Entry &passed : std::ranges::subrange(m_entries.begin(), found + 1))
        m_bytes -= passed.bytes;
    m_entries.erase(m_entries.begin(), found + 1);
    m_room.notify_all();
    return packet;
}

void PassingPackets::waitForRoom()
{
    std::unique_lock lock(m_mutex);
    m_room.wait_for(lock, kPatience, [this] { return m_ending || m_bytes <= m_mostBytes; });
}

void PassingPackets::endSoon()
{
    const std::lock_guard lock(m_mutex);
    m_ending = true;
    m_room.notify_all();
}

const decoders::FieldTree *PassingFields::tree()
{
    if (!std::exchange(m_asked, true) && m_packet)
        m_tree = archive::treeOf(*m_packet, m_record);
    return m_tree ? &*m_tree : nullptr;
}

} // namespace tocsin::rules
