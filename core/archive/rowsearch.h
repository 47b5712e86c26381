// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/archive/columnalerts.h"
#include "core/archive/columnfiles.h"
#include "core/archive/columnpass.h"
#include "core/archive/packetscan.h"
#include "core/archive/skyindex.h"

#include <QSqlDatabase>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace tocsin::archive {

using StreamNames = std::unordered_map<uint32_t, std::string>; // the number of a stream in the index -> its name
[[nodiscard]] Result<StreamNames> streamNames(QSqlDatabase &db);

// Finds the rows that pass a filter: over the column files as far as they reach, over the index behind them, and row by
// row where a filter wants more than a row has. Lives on the thread of its connection.
class RowSearch
{
public:
    RowSearch(QString folder, QSqlDatabase &db, Reader &reader);

    // Without a filter: all rows that are there.
    [[nodiscard]] Outcome run(const filter::Filter *filter, const UtcTime &now, bool newestFirst, const FindRows &take);
    // Ascending; of what has run: rows that only their packets could have judged, which are damaged or lost.
    [[nodiscard]] std::vector<int64_t> takeUnread();

private:
    void findWordNodes(const filter::Node &node);
    // Of a stretch only the rows near those that the sky index knows, where it knows all.
    [[nodiscard]] Outcome overStretch(ColumnPass *pass, const filter::Filter *filter, const UtcTime &now, int64_t first, size_t count,
                                      std::vector<int64_t> &rows);
    [[nodiscard]] Outcome overColumns(ColumnPass *pass, const filter::Filter *filter, const UtcTime &now, int64_t first, size_t count,
                                      std::vector<int64_t> &rows);
    [[nodiscard]] Outcome overIndex(int64_t after, const filter::Filter *filter, const UtcTime &now, std::vector<int64_t> &rows,
                                    const std::function<bool()> &goOn);
    // Rows that the columns leave open: by the keys and fields that the filter names, into `rows` and in order.
    [[nodiscard]] Outcome ask(const filter::Filter &filter, const UtcTime &now, std::span<const int64_t> asked, std::vector<int64_t> &rows);
    [[nodiscard]] Outcome askIndex(const filter::Filter &filter, const UtcTime &now, std::span<const int64_t> asked, std::vector<int64_t> &rows);
    [[nodiscard]] std::vector<int64_t> staleRows(int64_t first, size_t count) const;
    [[nodiscard]] Outcome askPackets(const filter::Filter &filter, const UtcTime &now, std::span<const std::shared_ptr<const Alert>> alerts,
                                     std::vector<int64_t> &rows);

    const QString m_folder;
    QSqlDatabase &m_db;
    Reader &m_reader;
    ColumnReader m_columns;
    StreamNames m_streams;
    std::vector<RowChanges::Range> m_stale; // rows whose columns are not believed
    ColumnPass::Words m_words;
    std::optional<SkyRows> m_sky; // rows outside of it cannot pass
    std::optional<ColumnAlerts> m_alerts; // of a filter that needs packets
    std::optional<PacketScan> m_packets;
    std::vector<ColumnPass::Verdict> m_verdicts;
    std::vector<uint32_t> m_there;
    std::vector<int64_t> m_unread;
};

} // namespace tocsin::archive
