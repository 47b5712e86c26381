// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/archive/columnfiles.h"

#include <QThread>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

// What the benchmarks of the archive and of the table fill an archive with.
namespace tocsin::bench {

// Detections as a survey sends them: near each other in time, all over the sky, with small JSON packets.
inline DecodedBatch detections(int64_t first, int count, std::mt19937_64 &random)
{
    static const auto lane = std::make_shared<Lane>(Lane{"kafka:bench", "ztf", 0, 0});
    static const auto stream = std::make_shared<StreamRef>(StreamRef{"u-1", "ztf", "public", false});
    std::uniform_real_distribution<double> unit(0, 1);
    DecodedBatch batch;
    auto memory = std::make_shared<std::vector<std::string>>();
    memory->reserve(static_cast<size_t>(count));
    for (int i = 0; i < count; ++i) {
        auto alert = std::make_shared<Alert>();
        const int64_t number = first + i;
        alert->id = std::to_string(3'500'000'000'000'000'000 + number);
        alert->name = "ZTF26" + std::to_string(number % 400'000);
        alert->event = alert->name;
        alert->ra = 360 * unit(random);
        alert->dec = std::asin(2 * unit(random) - 1) * 57.29577951308232;
        alert->positionKind = "measured";
        alert->mag = static_cast<float>(15 + 6 * unit(random));
        alert->score = static_cast<float>(unit(random));
        alert->scoreKind = "drb";
        alert->band = number % 2 ? "ztf-g" : "ztf-r";
        alert->messenger = "optical";
        alert->message = "detection";
        alert->mission = "ZTF";
        alert->timestamp = UtcTime::fromUs(1'790'000'000'000'000 + number * 3'000);
        alert->received = alert->timestamp;
        alert->stream = stream->name;
        alert->topic = lane->topic;
        alert->partition = 0;
        alert->offset = number;
        alert->format = "json";
        memory->push_back("{\"id\":\"" + alert->id + "\",\"drb\":" + std::to_string(alert->score.value) + ",\"note\":\"bench\",\"list\":[1,2,3]}");
        DecodedPacket decoded;
        decoded.packet.lane = lane;
        decoded.packet.stream = stream;
        decoded.packet.position = number;
        decoded.packet.value = memory->back();
        decoded.packet.received = alert->received;
        decoded.packet.brokerTime = alert->timestamp;
        decoded.alerts.push_back(std::move(alert));
        batch.bytes += decoded.packet.value.size();
        batch.packets.push_back(std::move(decoded));
    }
    batch.keepAlive = memory;
    return batch;
}

constexpr int kBatch = 4'000;

// `make(first, count, random)` gives the next batch. Returns when all is stored.
template <typename Make>
void fill(archive::Archive &archive, int64_t rows, const Make &make, uint64_t seed = 1)
{
    std::mt19937_64 random(seed);
    for (int64_t first = 0; first < rows; first += kBatch) {
        while (archive.queuedBytes() > (8u << 20))
            QThread::msleep(1);
        archive.append(make(first, static_cast<int>(std::min<int64_t>(kBatch, rows - first)), random));
    }
    while (archive.queuedBytes() > 0)
        QThread::msleep(1);
}

inline void waitForColumns(const QString &place, int64_t rows)
{
    for (archive::ColumnReader columns; !columns.open(place) || columns.complete() < rows;)
        QThread::msleep(5);
}

} // namespace tocsin::bench
