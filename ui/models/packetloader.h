// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/compare/alertchanges.h"
#include "core/compare/revisions.h"
#include "core/decoders/decoder.h"
#include "ui/models/fieldnodes.h"
#include "ui/models/packetinside.h"
#include "ui/models/prettyjson.h"

#include <QObject>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace tocsin::ui {

// All that the alert pane shows of one row.
struct LoadedPacket {
    static constexpr size_t kMostRaw = 256 << 10;

    qint64 row = 0;
    std::shared_ptr<const Alert> alert;
    archive::StoredPacket packet;
    decoders::FieldTree fields; // null where it could not be decoded
    std::shared_ptr<const FieldNodes> nodes = {}; // points into `fields`; null where they are null
    PrettyText raw; // for people; empty where the bytes are no text
    bool rawIsJson = false;
    bool hasImages = false; // PacketInside follows with them
    bool hasLight = false;
    qint64 badAt = -1; // the byte that the decoder stumbled over, where it says so
    Error error = {}; // the packet could not be read; message empty = it could
};

// The same row beside the revision before it.
struct ComparedPacket {
    std::shared_ptr<const LoadedPacket> packet;
    compare::Revisions revisions; // of the event, as far as they were looked at
    std::vector<compare::AlertChange> changes; // of the known keys
    decoders::FieldTree before; // null: there is no revision before, or it could not be decoded
    compare::TreeChanges tree;
    std::shared_ptr<const FieldNodes> nodes = {}; // with marks; null where there is nothing to compare
};

// Reads and decodes the packet of a row on a thread of its own, and compares it with the revision before it. Only the newest
// question is answered: first by the alert, then by its packet, then by its stamps and light curve, then by what changed.
// Lives on the main thread; the archive outlives it.
class PacketLoader final : public QObject
{
    Q_OBJECT
public:
    explicit PacketLoader(archive::Archive &archive, QObject *parent = nullptr);
    ~PacketLoader() override;
    void load(qint64 row);
    // Large packets take their time to be freed: not on the main thread.
    void drop(std::shared_ptr<const void> packet);
    // Makes what is shown of `packet`; null `before`: nothing to compare with. Pure.
    [[nodiscard]] static std::shared_ptr<const ComparedPacket> compared(const std::shared_ptr<const LoadedPacket> &packet, compare::Revisions revisions,
                                                                        decoders::FieldTree before, const std::function<bool()> &cancelled = {});

Q_SIGNALS:
    void alertRead(const std::shared_ptr<const tocsin::Alert> &alert);
    void loaded(const std::shared_ptr<const tocsin::ui::LoadedPacket> &packet);
    void insideRead(const std::shared_ptr<const tocsin::ui::PacketInside> &inside); // where it has images or light
    void comparedRead(const std::shared_ptr<const tocsin::ui::ComparedPacket> &packet);

private:
    void run();
    void answer(archive::Reader &reader, qint64 row);
    void compareIt(archive::Reader &reader, const std::shared_ptr<const LoadedPacket> &packet);
    template <typename Packet> void hand(std::shared_ptr<const Packet> packet, void (PacketLoader::*signal)(const std::shared_ptr<const Packet> &));
    [[nodiscard]] bool isStale() const { return m_newer; }

    archive::Archive &m_archive;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    qint64 m_asked = 0;
    bool m_ending = false;
    std::vector<std::shared_ptr<const void>> m_dropped;
    std::atomic<bool> m_newer{false}; // another question, or the end
    std::thread m_thread; // last: starts when all else is there
};

} // namespace tocsin::ui
