// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/segmentfile.h"
#include "core/archive/sqlitedialect.h"
#include "core/archive/sqliteschema.h"
#include "core/base/error.h"
#include "core/domain/packet.h"

#include <QDateTime>

#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace tocsin::archive {

// Writes groups of batches: first the raw bytes to segment files, synced; then rows, memberships, positions, gaps and
// segment sizes in ONE transaction. A group is written as a whole or not at all. Lives on the archive's thread and owns
// the one writing connection.
class IndexWriter
{
public:
    struct Written {
        std::vector<std::shared_ptr<const Alert>> alerts; // new rows, in row order, with their numbers
        std::vector<uint32_t> streams; // the number of each one's stream
        std::vector<std::shared_ptr<const Alert>> replayed; // of replays, with the numbers of the rows there are
        uint64_t messages = 0; // that came, heartbeats included
        uint64_t replays = 0; // of them, there already
        uint64_t gaps = 0;
    };

    struct Purged {
        bool done = false; // false: there was nothing to remove
        int64_t rows = 0;
        int64_t bytes = 0; // that were freed
    };

    // `clock` tells the hour of new segments; empty = the system's.
    IndexWriter(QSqlDatabase db, QString folder, int writer, std::function<QDateTime()> clock = {});
    ~IndexWriter();

    [[nodiscard]] Outcome prepare();
    [[nodiscard]] Result<Written> write(std::span<DecodedBatch> group);
    [[nodiscard]] Outcome renameStream(const std::string &uuid, const std::string &name);
    [[nodiscard]] Outcome setRegistry(const std::string &uuid, const std::string &registry);
    struct Replaced {
        Replacement report;
        std::vector<std::shared_ptr<const Alert>> added; // of its rows, further records, with their numbers
    };
    // See Archive::replaceAlerts(); one transaction.
    [[nodiscard]] Result<Replaced> replaceAlerts(std::span<const Redecoded> messages);
    [[nodiscard]] Outcome setMarks(std::span<const int64_t> rows, uint8_t set, uint8_t clear);
    // See Archive::annotate(); one transaction. How many rows changed.
    [[nodiscard]] Result<int64_t> annotate(std::span<const Annotation> annotations);
    struct PurgeOrder {
        int64_t storedBefore = std::numeric_limits<int64_t>::max(); // only what was received before this moment, us
    };
    // Removes the oldest closed segment with its unmarked rows; marked packets move to a kept segment first. A segment
    // whose marked packets cannot be copied stays; where its file is gone, the marked rows stay without their packets.
    // Of kept segments those come first in which rows have lost their mark.
    [[nodiscard]] Result<Purged> purgeOldest(const PurgeOrder &order);
    // The broker's stamp of the newest row, else when it came.
    [[nodiscard]] Result<int64_t> newestStamp();
    struct Sizes {
        int64_t segments = 0; // bytes, as the index knows them
        int64_t kept = 0; // of them, packets that were marked
        int64_t index = 0; // in pages that are in use
    };
    [[nodiscard]] Result<Sizes> sizes();
    [[nodiscard]] Result<int64_t> lastRow();
    // Segments of this writer are complete: nothing will be appended to them.
    [[nodiscard]] Outcome closeSegments();
    // Cuts what dead writers left behind their last commit and closes their segments; returns how many were open.
    [[nodiscard]] Result<int> settleDead(int ownWriter);

private:
    struct Segment {
        int64_t id = 0;
        int64_t size = 0; // as committed
        SegmentFile file;
    };
    struct Row; // one packet of the group on its way

    [[nodiscard]] Result<int64_t> laneId(const LanePtr &lane);
    [[nodiscard]] Result<int64_t> streamId(const StreamRefPtr &stream);
    [[nodiscard]] Result<Segment *> segmentFor(int64_t stream, const QString &name);
    [[nodiscard]] Result<bool> isReplay(int64_t lane, const Packet &packet);
    [[nodiscard]] Outcome exec(const QString &sql);
    [[nodiscard]] Outcome writeRows(std::span<DecodedBatch> group, std::vector<Row> &rows, Written &written);
    [[nodiscard]] Outcome replaceOne(RowReplace &rows, const Redecoded &message, std::vector<int64_t> &touched, Replaced &replaced);
    [[nodiscard]] Outcome noteChanges(std::vector<int64_t> &rows);
    [[nodiscard]] Outcome noteReplay(const Row &row, Written &written);
    [[nodiscard]] Outcome writeMembership(int64_t row, int64_t stream);
    // Of every further stream that wants the packet; `owner` is the stream that the row belongs to.
    [[nodiscard]] Outcome writeMemberships(int64_t row, int64_t owner, const Packet &packet);
    [[nodiscard]] Outcome writePositions(const DecodedBatch &batch);
    [[nodiscard]] Outcome writeFilled(const DecodedBatch &batch); // gaps shrink
    [[nodiscard]] Outcome writeGaps(const DecodedBatch &batch, Written &written);
    [[nodiscard]] Outcome closeOldHours(const QString &hour);
    struct Candidate {
        qlonglong id = 0; // 0 = there is none
        int64_t stream = 0;
        QString path;
        int64_t size = 0;
    };
    [[nodiscard]] Result<Candidate> oldestToPurge(const PurgeOrder &order);
    [[nodiscard]] Result<int64_t> receivedAt(qlonglong segment, const QString &order);
    [[nodiscard]] QString segmentPath(int64_t stream, const QString &name) const;
    [[nodiscard]] QString hour() const;
    void giveUp(); // after a failure: open segments are cut to what is committed

    QSqlDatabase m_db;
    const QString m_folder;
    const int m_writer;
    const std::function<QDateTime()> m_clock;
    HotInsert m_hot;
    std::unique_ptr<QSqlQuery> m_position;
    std::unique_ptr<QSqlQuery> m_gap;
    std::unique_ptr<QSqlQuery> m_membership;
    std::unique_ptr<QSqlQuery> m_segmentSize;
    std::unique_ptr<QSqlQuery> m_rowsOf;
    std::unordered_map<const Lane *, std::pair<LanePtr, int64_t>> m_laneByPointer; // keeps the lane alive: addresses stay unique
    std::unordered_map<std::string, int64_t> m_laneByKey;
    struct KnownStream {
        int64_t id = 0;
        std::string name;
        std::string registry;
    };
    std::unordered_map<std::string, KnownStream> m_streams; // by uuid
    std::unordered_map<int64_t, int64_t> m_highest; // lane -> highest offset stored
    std::map<std::pair<int64_t, QString>, std::unique_ptr<Segment>> m_segments; // stream, name
    std::set<int64_t> m_damaged; // segments that a purge must leave alone
    QString m_hour;
};

} // namespace tocsin::archive
