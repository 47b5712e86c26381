// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alertpager.h"
#include "ui/models/alertrecords.h"
#include "ui/models/alertsearch.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <vector>

namespace tocsin::services {
class AlertFeed;
}

namespace tocsin::ui {

// The rows of the archive as a table, in the order of their numbers. Keeps every row's number (8 bytes) and the alerts of
// the newest and of those looked at lately; others are paged in by AlertPager and show an ellipsis until they are there.
// New alerts come from the feed: the first after a pause at once, then at most 30 times a second. Main thread.
// Unseen is what came behind the row from which on somebody watches, without the archive's Seen mark: that row and the
// few marks are kept here, so that ten million unseen rows cost nothing.
class AlertTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    AlertTableModel(archive::Archive &archive, services::AlertFeed &feed, QObject *parent = nullptr);
    ~AlertTableModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // Those of alertTableColumns(), and behind them fields of packets that a person has added.
    [[nodiscard]] const AlertColumnSpec &column(int column) const { return m_columns[static_cast<size_t>(column)]; }
    [[nodiscard]] int columnOf(const QString &id) const; // -1: none
    int addColumn(const filter::PacketPath &path); // the one that is there already, where it is
    void removeColumn(int column); // a field of a packet
    void setFormat(int column, const CellFormat &format);
    // Fields of packets are read for the columns in view only.
    void setInView(int column, bool inView);
    // The whole cell as text, "…" while it is being read.
    [[nodiscard]] QString cellAt(int row, int column) const;
    [[nodiscard]] const PacketCell *packetAt(const AlertRecord &record, int column) const; // null while it is being read

    // Only rows that pass; null shows all. The newest that pass come first, while older ones are looked for; new alerts are
    // judged as they arrive, all of them each minute where the filter asks for the time.
    void setFilter(std::shared_ptr<const filter::Filter> filter);
    [[nodiscard]] std::shared_ptr<const filter::Filter> filter() const { return m_wantedFilter.value_or(m_filter); }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] double progress() const { return m_progress; } // while loading, 0 … 1
    void judgeAnew(); // each minute; for tests
    [[nodiscard]] qint64 totalRows() const { return static_cast<qint64>(m_total); }
    // Of all rows, whether the filter shows them or not.
    [[nodiscard]] qint64 unseenRows() const { return std::max<qint64>(0, m_watched - static_cast<qint64>(m_seen.size())); }
    // From the row behind this one on, rows count as unseen until they are looked at. Without a call: from those on that
    // arrive after the first list; watchingSince() says where that is. Before the first list is there.
    void watchSince(int64_t row);
    // Arrived while the view is paused.
    [[nodiscard]] qint64 waitingRows() const { return static_cast<qint64>(m_waiting.size()); }
    void setPaused(bool paused);

    [[nodiscard]] int64_t numberAt(int row) const { return m_rows[static_cast<size_t>(row)]; }
    [[nodiscard]] int indexOf(int64_t number) const; // -1: not shown
    [[nodiscard]] int firstFrom(int64_t number) const; // the first row with this number or a greater one; rowCount(): none
    // Null while it is being paged in.
    [[nodiscard]] const AlertRecord *recordAt(int row) const;
    [[nodiscard]] bool isUnseen(int64_t number) const { return number > m_since && !m_seen.contains(number); }
    // The nearest unseen row after (step 1) or before (-1) this one, around the ends; -1: none.
    [[nodiscard]] int unseenFrom(int row, int step) const;
    void setSeen(int row);
    void setMark(const QList<int> &rows, bool on);

Q_SIGNALS:
    void countsChanged();
    void arrived(const std::vector<std::shared_ptr<const tocsin::Alert>> &alerts); // shown, filtered out or waiting
    void arrivedUnseen(); // more than the feed could carry: the archive has them
    void marksChanged();
    void watchingSince(qint64 row); // to be given to watchSince() the next time
    void failed(const tocsin::Error &error);

private:
    void handleReady();
    void takeNew();
    void append(std::vector<std::shared_ptr<const Alert>> alerts);
    void show(std::vector<std::shared_ptr<const Alert>> alerts);
    void insert(const std::vector<std::shared_ptr<const Alert>> &alerts);
    void insertNumbers(const std::vector<int64_t> &numbers);
    void removeAllBut(const std::vector<int64_t> &numbers);
    void count(const std::vector<std::shared_ptr<const Alert>> &alerts);
    void countWatched();
    void beginToWatch();
    [[nodiscard]] bool isListed() const { return m_since != std::numeric_limits<int64_t>::max(); }
    void reload();
    void search(bool again);
    void handleFound(const FoundRows &found);
    void handleListed(const std::vector<int64_t> &rows);
    void handlePiece(const FoundRows &found);
    void handleAgain(const std::vector<int64_t> &rows);
    void reset(const std::vector<int64_t> &rows);
    void handleLoaded(const std::vector<int64_t> &numbers);
    void usePacketColumns();
    void alignByValues(int column, const std::vector<int64_t> &numbers);

    archive::Archive &m_archive;
    services::AlertFeed &m_feed;
    AlertPager m_pager;
    AlertSearch m_search;
    mutable AlertRecords m_records; // asks for what it has not
    std::vector<AlertColumnSpec> m_columns = alertTableColumns();
    std::vector<int64_t> m_rows; // shown, ascending
    size_t m_total = 0;
    std::vector<std::shared_ptr<const Alert>> m_waiting; // paused
    std::vector<std::shared_ptr<const Alert>> m_whileListing; // arrived after the question was asked
    int64_t m_since = std::numeric_limits<int64_t>::max(); // nothing is unseen before the first list is there
    int64_t m_askedSince = -1; // what watchSince() said
    qint64 m_watched = 0; // rows behind m_since
    std::set<int64_t> m_seen; // of these; what people looked at, so they are few
    std::shared_ptr<const filter::Filter> m_filter;
    std::optional<std::shared_ptr<const filter::Filter>> m_wantedFilter; // until the first list is there
    bool m_loading = false;
    bool m_fresh = false; // nothing has been found yet: the rows of the former filter are still shown
    bool m_again = false; // all rows are being judged anew
    bool m_recount = false; // alerts went by uncounted
    double m_progress = 0;
    std::vector<int64_t> m_lately; // shown while all are being judged anew
    bool m_paused = false;
    quint64 m_ticket = 0;
    QTimer m_flush;
    QTimer m_minute;
    QElapsedTimer m_sinceFlush;
};

} // namespace tocsin::ui
