// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/decoders/decoder.h"
#include "ui/models/prettyjson.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace tocsin::ui {

// All that the alert pane shows of one row.
struct LoadedPacket {
    static constexpr size_t kMostRaw = 256 << 10;

    qint64 row = 0;
    std::shared_ptr<const Alert> alert;
    archive::StoredPacket packet;
    decoders::FieldTree fields; // null where it could not be decoded
    PrettyText raw; // for people; empty where the bytes are no text
    bool rawIsJson = false;
    qint64 badAt = -1; // the byte that the decoder stumbled over, where it says so
    Error error = {}; // the packet could not be read; message empty = it could
};

// Reads and decodes the packet of a row on a thread of its own. Only the newest question is answered. Lives on the main
// thread; the archive outlives it.
class PacketLoader final : public QObject
{
    Q_OBJECT
public:
    explicit PacketLoader(archive::Archive &archive, QObject *parent = nullptr);
    ~PacketLoader() override;
    void load(qint64 row);

Q_SIGNALS:
    void loaded(const std::shared_ptr<const tocsin::ui::LoadedPacket> &packet);

private:
    void run();
    [[nodiscard]] static std::shared_ptr<const LoadedPacket> read(archive::Reader &reader, qint64 row);

    archive::Archive &m_archive;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    qint64 m_asked = 0;
    bool m_ending = false;
    std::thread m_thread; // last: starts when all else is there
};

} // namespace tocsin::ui
