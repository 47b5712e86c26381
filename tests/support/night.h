// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/services/alertfeed.h"
#include "ui/models/alertcells.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

namespace tocsin::tests {

// An archive in a folder of its own, a feed behind it, and a way to let alerts arrive.
struct Night {
    QTemporaryDir folder;
    services::AlertFeed feed;
    std::unique_ptr<archive::Archive> store;
    int64_t next = 0;

    Night()
    {
        store = std::move(archive::openSqliteArchive({.place = folder.filePath(QStringLiteral("archive"))}).value());
        store->setListener(&feed);
    }
    ~Night() { store->close(); }

    // All that arrived is in the archive, and nobody has it in memory.
    void settle()
    {
        const auto reader = std::move(store->reader().value());
        QTRY_COMPARE(reader->lastRow().value(), next);
        (void)feed.drain();
    }

    // Turns over a bit in every stored packet that has this text; afterwards they cannot be read.
    void damage(const QByteArray &text) const
    {
        int damaged = 0;
        QDirIterator segments(folder.path(), {QStringLiteral("*.seg")}, QDir::Files, QDirIterator::Subdirectories);
        while (segments.hasNext()) {
            QFile file(segments.next());
            QVERIFY(file.open(QIODevice::ReadWrite));
            const QByteArray bytes = file.readAll();
            for (qsizetype at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) {
                file.seek(at);
                file.putChar(static_cast<char>(text[0] ^ 1));
                ++damaged;
            }
        }
        QVERIFY(damaged > 0);
    }

    void arrive(int count, const std::function<void(Alert &)> &change = {}, const std::string &value = "{\"id\": \"1\"}")
    {
        static const auto stream = std::make_shared<StreamRef>(StreamRef{"u-1", "ztf", "public", false});
        static const auto lane = std::make_shared<Lane>(Lane{"kafka:x", "ztf_night", 0, 0});
        DecodedBatch batch;
        auto memory = std::make_shared<std::string>(value);
        for (int i = 0; i < count; ++i) {
            DecodedPacket decoded;
            decoded.packet.lane = lane;
            decoded.packet.position = next;
            decoded.packet.value = *memory;
            decoded.packet.stream = stream;
            decoded.packet.brokerTime = UtcTime::now();
            decoded.packet.received = decoded.packet.brokerTime;
            auto alert = std::make_shared<Alert>();
            alert->id = std::to_string(next);
            alert->name = "ZTF26" + std::to_string(next);
            alert->stream = "ztf";
            alert->topic = "ztf_night";
            alert->messenger = "optical";
            alert->brokerTime = decoded.packet.brokerTime;
            alert->received = decoded.packet.received;
            if (change)
                change(*alert);
            decoded.alerts.push_back(std::move(alert));
            batch.packets.push_back(std::move(decoded));
            ++next;
        }
        batch.keepAlive = memory;
        store->append(std::move(batch));
    }
};

// Rows of one event, by its number.
inline void ofEvent(Alert &alert, int event)
{
    alert.event = std::to_string(event); // a literal before it makes GCC 12 see an overlap
}

inline int columnOf(ui::CellKind kind)
{
    for (size_t i = 0; i < ui::alertTableColumns().size(); ++i) {
        if (ui::alertTableColumns()[i].kind == kind)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace tocsin::tests
