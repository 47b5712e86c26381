// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/domain/packet.h"

#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace tocsin::tests {

// What tests of the archive put into it, and those who listen.

inline StreamRefPtr stream(const char *uuid = "u-1", const char *name = "gcn")
{
    return std::make_shared<StreamRef>(StreamRef{uuid, name, "public", false});
}

inline LanePtr lane(int partition = 0, int generation = 0)
{
    return std::make_shared<Lane>(Lane{"kafka:abc", "night", partition, generation});
}

class Origin final : public BatchOrigin
{
public:
    void committed(uint64_t) override { ++commits; }
    void refused(uint64_t, const std::string &) override { ++refusals; }
    std::atomic<int> commits{0};
    std::atomic<int> refusals{0};
};

class Listener final : public archive::CommitListener
{
public:
    void alertsCommitted(std::vector<std::shared_ptr<const Alert>> alerts, uint64_t, uint64_t again, uint64_t) override
    {
        for (const auto &alert : alerts)
            lastRow = alert->row;
        rows += static_cast<int>(alerts.size());
        replays += static_cast<int>(again);
    }
    void alertsReplayed(const std::vector<std::shared_ptr<const Alert>> &alerts) override { replayedRow = alerts.front()->row; }
    void archiveTrouble(const QString &message) override { trouble = !message.isEmpty(); }
    std::atomic<int> rows{0};
    std::atomic<int> replays{0};
    std::atomic<int64_t> lastRow{0};
    std::atomic<int64_t> replayedRow{0};
    std::atomic<bool> trouble{false};
};

// `count` messages from `first` on, one alert each.
inline DecodedBatch batchOf(const LanePtr &where, int64_t first, int count, const std::shared_ptr<Origin> &origin = {}, const StreamRefPtr &who = stream(),
                     size_t size = 100)
{
    DecodedBatch batch;
    batch.receipt = 1;
    batch.origin = origin;
    auto memory = std::make_shared<std::vector<std::string>>();
    for (int i = 0; i < count; ++i)
        memory->push_back("message " + std::to_string(first + i) + std::string(size, '.'));
    for (int i = 0; i < count; ++i) {
        DecodedPacket decoded;
        decoded.packet.lane = where;
        decoded.packet.position = first + i;
        decoded.packet.value = (*memory)[static_cast<size_t>(i)];
        decoded.packet.key = "key";
        decoded.packet.headers = {{"sender", "rig"}};
        decoded.packet.stream = who;
        decoded.packet.brokerTime = UtcTime::fromMs(1'790'000'000'000 + first + i);
        decoded.packet.received = UtcTime::fromMs(1'790'000'001'000);
        auto alert = std::make_shared<Alert>();
        alert->id = std::to_string(first + i);
        alert->name = "Object " + std::to_string(first + i);
        alert->stream = who->name;
        alert->topic = where->topic;
        alert->partition = where->partition;
        alert->offset = first + i;
        alert->brokerTime = decoded.packet.brokerTime;
        alert->received = decoded.packet.received;
        decoded.alerts.push_back(std::move(alert));
        batch.bytes += decoded.packet.value.size();
        batch.packets.push_back(std::move(decoded));
    }
    batch.positions.push_back({who, where, first + count, 7, 8});
    batch.keepAlive = memory;
    return batch;
}

} // namespace tocsin::tests
