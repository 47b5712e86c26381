// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/recover.h"
#include "core/archive/segmentfile.h"
#include "core/archive/sqlitedialect.h"

#include <QSqlDatabase>

#include <map>
#include <set>
#include <string>

namespace tocsin::archive {

// Reads all segment files and gives a row to every packet that has none; the second step of a recovery. Lives as long as
// the connection to the new index, on its thread.
class Reindex
{
public:
    Reindex(QSqlDatabase &db, const RecoverSettings &settings, RecoverReport &report, GoOn goOn);
    ~Reindex();

    [[nodiscard]] Outcome run();

private:
    // A stretch of a file that holds no record, between messages of the same lane: what is missing there is lost.
    struct Hole {
        int64_t lane = 0;
        int64_t stream = 0;
        int64_t from = 0;
        int64_t to = 0;
    };
    struct LaneSeen {
        int64_t stream = 0;
        int64_t next = 0; // behind the last one seen
        bool damageSince = false;
    };

    [[nodiscard]] Outcome exec(const QString &sql);
    [[nodiscard]] Result<int64_t> number(const QString &sql);
    [[nodiscard]] Outcome nameTheUnknown();
    [[nodiscard]] Outcome readFile(const QString &path);
    [[nodiscard]] Outcome readRecords(std::string_view bytes, int64_t segment);
    [[nodiscard]] Outcome take(const SegmentRecord &record, HotInsert::Where where);
    [[nodiscard]] Result<int64_t> segmentId(const QString &path);
    [[nodiscard]] Result<int64_t> laneId(const Lane &lane);
    [[nodiscard]] Result<int64_t> streamId(const StreamRef &stream);
    void note(std::map<int64_t, LaneSeen> &lanes, int64_t lane, int64_t stream, int64_t position);
    [[nodiscard]] Outcome noteGaps();
    [[nodiscard]] Outcome addGap(int64_t stream, int64_t lane, int64_t from, int64_t to);

    QSqlDatabase &m_db;
    const RecoverSettings &m_settings;
    RecoverReport &m_report;
    const GoOn m_goOn;
    qint64 m_bytes = 0; // of all files
    qint64 m_bytesDone = 0; // of the files behind us
    HotInsert m_insert;
    std::map<std::string, int64_t> m_lanes;
    std::map<std::string, int64_t> m_streams;
    std::vector<Hole> m_holes;
};

} // namespace tocsin::archive
