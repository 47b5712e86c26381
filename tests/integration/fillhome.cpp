// SPDX-License-Identifier: GPL-3.0-or-later
// fillhome HOME COUNT [retracted or nowhere]: puts known alerts into the archive of a home, for tests that look at the program from outside. Row n
// has the id n, the name SN2026-n (each tenth, from 4 on: S260914a), magnitude 15 + n / 100, and a time n minutes after
// 2026-09-14 03:00 UT; `retracted`: those of S260914a are of one event, and the last row, just now, takes it back;
// `nowhere`: the last row tells no place.
#include "core/archive/archive.h"
#include "core/base/places.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace tocsin;

namespace {

DecodedBatch batchOf(int count, bool isRetracted, bool isNowhere)
{
    const auto stream = std::make_shared<StreamRef>(StreamRef{"u-known", "known", "public", false});
    const auto lane = std::make_shared<Lane>(Lane{"kafka:known", "known.night", 0, 0});
    const UtcTime start = UtcTime::fromIso("2026-09-14T03:00:00Z");
    auto memory = std::make_shared<std::vector<std::string>>();
    for (int row = 1; row <= count; ++row)
        memory->push_back("{\"id\": " + std::to_string(row) + ", \"note\": \"known to the test that reads it\"}");
    DecodedBatch batch;
    for (int row = 1; row <= count; ++row) {
        DecodedPacket decoded;
        decoded.packet.lane = lane;
        decoded.packet.position = row;
        decoded.packet.value = (*memory)[static_cast<size_t>(row) - 1];
        decoded.packet.headers = {{"sender", "fillhome"}};
        decoded.packet.stream = stream;
        decoded.packet.brokerTime = UtcTime::fromUs(start.us + row * 60'000'000ll);
        decoded.packet.received = isRetracted && row == count ? UtcTime::now() : decoded.packet.brokerTime;
        auto alert = std::make_shared<Alert>();
        alert->id = std::to_string(row);
        alert->name = row % 10 == 4 ? "S260914a" : "SN2026-" + std::to_string(row);
        if (isRetracted && row % 10 == 4) {
            alert->event = alert->name;
            alert->retraction = row == count;
        }
        alert->classification = "SN";
        alert->classificationScore = 0.5;
        if (!isNowhere || row < count) {
            alert->ra = row / 2.0;
            alert->dec = -row / 4.0;
            alert->positionKind = "measured";
        }
        alert->mag = 15 + row / 100.0;
        alert->band = "r";
        alert->score = 0.75;
        alert->timestamp = decoded.packet.brokerTime;
        alert->stream = stream->name;
        alert->topic = lane->topic;
        alert->partition = 0;
        alert->offset = row;
        alert->brokerTime = decoded.packet.brokerTime;
        alert->received = decoded.packet.received;
        decoded.alerts.push_back(std::move(alert));
        batch.packets.push_back(std::move(decoded));
    }
    batch.keepAlive = memory;
    return batch;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const bool isRetracted = argc == 4 && std::strcmp(argv[3], "retracted") == 0;
    const bool isNowhere = argc == 4 && std::strcmp(argv[3], "nowhere") == 0;
    if (argc != 3 && !isRetracted && !isNowhere)
        return 2;
    const Places places = Places::resolve(QString::fromLocal8Bit(argv[1]));
    Result<std::unique_ptr<archive::Archive>> opened = archive::openSqliteArchive({.place = places.archive});
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
        return 1;
    }
    opened.value()->append(batchOf(std::atoi(argv[2]), isRetracted, isNowhere));
    opened.value()->close();
    return 0;
}
