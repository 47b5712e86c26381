// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alertpager.h"
#include "ui/models/alertrecords.h"
#include "ui/models/alertsearch.h"
#include "ui/models/columnset.h"
#include "ui/models/rowsource.h"
#include "ui/models/showninstance.h"

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

class RowNotes;

// The rows of the archive as a table: in the order of their numbers or sorted, all of them or one for each event (RowList).
// Keeps every row's number and the alerts of those looked at lately (AlertRecords); finding, folding and sorting is
// AlertSearch's work, and the rows that are shown stay until it is done. A sorted list is a snapshot: what arrives is
// counted and waits. New alerts come from the feed: the first after a pause at once, then at most 30 times a second.
// Unseen is what came behind the row from which on somebody watches, without the archive's Seen mark: that row and the
// few marks are kept here, so that ten million unseen rows cost nothing. Main thread. alerttablemodel.cpp is what a view
// asks, alertarrangement.cpp the list and its order, alertarrivals.cpp what comes in.
class AlertTableModel final : public QAbstractTableModel, public RowSource
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
    [[nodiscard]] const AlertColumnSpec &column(int column) const override { return m_columns[static_cast<size_t>(column)]; }
    [[nodiscard]] int columnOf(const QString &id) const; // -1: none
    int addColumn(const filter::PacketPath &path); // the one that is there already, where it is
    void removeColumn(int column); // a field of a packet
    void setFormat(int column, const CellFormat &format);
    // Fields of packets are read for the columns in view only.
    void setInView(int column, bool inView);
    [[nodiscard]] QString cellAt(int row, int column) const override;
    [[nodiscard]] const PacketCell *packetAt(const AlertRecord &record, int column) const override;

    // Only rows that pass; null shows all. The newest that pass come first, while older ones are looked for; new alerts are
    // judged as they arrive, all of them each minute where the filter asks for the time.
    void setFilter(std::shared_ptr<const filter::Filter> filter);
    [[nodiscard]] std::shared_ptr<const filter::Filter> filter() const { return m_wantedFilter.value_or(m_filter); }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] double progress() const { return m_progress; } // of the step, 0 … 1
    [[nodiscard]] FoundRows::Step step() const { return m_step; } // while loading
    void judgeAnew(); // each minute; for tests
    // These rows were decoded anew in the archive, or went: they are read again, and judged and folded anew. The others stay
    // where they are.
    void readAgain(const std::vector<archive::RowChanges::Range> &ranges);
    // Rows that the filter could not judge: their packets are damaged or lost.
    [[nodiscard]] qint64 unreadRows() const { return static_cast<qint64>(m_unread.size()); }
    [[nodiscard]] qint64 totalRows() const { return static_cast<qint64>(m_total); }

    // By a column, or in the order of arrival. What is asked for: the rows come into it when the search is done.
    void setSort(const ColumnSort &sort);
    [[nodiscard]] const ColumnSort &sort() const { return m_wanted.sort; }
    [[nodiscard]] bool canSort(int column) const;
    [[nodiscard]] const ColumnSort &shownSort() const { return m_shown.sort; }
    [[nodiscard]] bool isSorted() const { return m_list.isSorted(); } // what is shown
    void setFolded(bool folded); // one row for each event, the newest
    [[nodiscard]] bool isFolded() const { return m_wanted.folded; }
    // A new order is on its way.
    [[nodiscard]] bool isArranging() const { return m_arranging || (m_fresh && isListed() && !m_wanted.isPlain()); }
    void cancelArranging(); // back to the order that is shown
    // Rows that pass and are not shown: they wait for arrangeAnew() in a sorted list, for the view to be let go of in a
    // folded one (setHeld()), where they would move the row of their event.
    [[nodiscard]] qint64 newRows() const { return static_cast<qint64>(m_later.size() + m_moves.size()); }
    void arrangeAnew();
    void setHeld(bool held);

    // Rows of the event that this row stands for, itself included; 1: it stands for itself, or is below another.
    [[nodiscard]] int foldSize(int row) const override;
    [[nodiscard]] bool isOpen(int row) const override { return m_list.isOpen(numberAt(row)); }
    [[nodiscard]] bool isBelow(int row) const override { return m_list.isBelow(row); } // an earlier row of an opened event
    [[nodiscard]] bool isLastBelow(int row) const override { return m_list.isLastBelow(row); }
    [[nodiscard]] int headOf(int row) const { return m_list.indexOf(m_list.headOf(row)); }
    // The row that stands for the event of this one in a folded list; else itself.
    [[nodiscard]] int64_t standInFor(int64_t number) const;
    void openEvent(int row); // the earlier rows come below when they are read
    void closeEvent(int row); // of the row or of the one that it is below

    // Of all rows, whether the filter shows them or not.
    [[nodiscard]] qint64 unseenRows() const { return std::max<qint64>(0, m_watched - static_cast<qint64>(m_seen.size())); }
    // From the row behind this one on, rows count as unseen until they are looked at. Without a call: from those on that
    // arrive after the first list; watchingSince() says where that is. Before the first list is there.
    void watchSince(int64_t row);
    // Arrived while the view is paused.
    [[nodiscard]] qint64 waitingRows() const { return static_cast<qint64>(m_waiting.size()); }
    void setPaused(bool paused);
    void stopSearch() { isArranging() ? cancelArranging() : m_search.stop(); } // what it has found so far stays

    [[nodiscard]] int64_t numberAt(int row) const { return m_list.at(row); }
    [[nodiscard]] int indexOf(int64_t number) const { return m_list.indexOf(number); } // -1: not shown
    [[nodiscard]] int firstFrom(int64_t number) const { return m_list.firstFrom(number); } // RowList::firstFrom()
    [[nodiscard]] const AlertRecord *recordAt(int row) const override;
    // Of any row in the archive, in the list or not.
    [[nodiscard]] const AlertRecord *recordOf(int64_t number) const; // null while it is being paged in
    [[nodiscard]] QString cellOf(int64_t number, int column) const;
    [[nodiscard]] bool isUnseen(int64_t number) const override { return number > m_since && !m_seen.contains(number); }
    // The nearest unseen row after (step 1) or before (-1) this one, around the ends; -1: none.
    [[nodiscard]] int unseenFrom(int row, int step) const;
    void setSeen(int64_t number);
    [[nodiscard]] int64_t watchedSince() const { return m_since; } // rows behind this one may be unseen
    void readSeen(); // somebody else said that rows are seen, or not any more
    void setMarks(const std::vector<int64_t> &numbers, uint8_t set, uint8_t clear);
    void learnMarks(const std::vector<int64_t> &numbers, uint8_t set, uint8_t clear); // the archive has them already
    [[nodiscard]] archive::Archive &archive() const { return m_archive; }
    [[nodiscard]] std::optional<archive::SortKey> sortKey() const; // of sort(); none: in the order of arrival

    void setNotes(const RowNotes *notes) { m_notes = notes; } // null: there are none; outlive this
    [[nodiscard]] QString noteOf(const Alert &alert) const override;
    void setInstances(const StreamInstances *instances) { m_instances = instances; } // of the streams; outlive this

Q_SIGNALS:
    void countsChanged();
    void lookedAt(qint64 number); // it was unseen
    void arrived(const std::vector<std::shared_ptr<const tocsin::Alert>> &alerts); // shown, filtered out or waiting
    void arrivedUnseen(); // more than the feed could carry: the archive has them
    void marksChanged(const std::vector<int64_t> &numbers, uint8_t set, uint8_t clear); // by somebody here
    void recordsChanged(const std::vector<int64_t> &numbers); // what recordOf() and isUnseen() say, in the list or not
    void rowsDecodedAnew(); // some of them, anywhere
    void orderChanged(); // what sort() and isFolded() say
    void watchingSince(qint64 row); // to be given to watchSince() the next time
    void failed(const tocsin::Error &error);

private:
    using Alerts = std::vector<std::shared_ptr<const Alert>>;
    struct Order {
        bool folded = false;
        ColumnSort sort;
        [[nodiscard]] bool isPlain() const { return !folded && sort.column.isEmpty(); }
        friend bool operator==(const Order &, const Order &) = default;
    };

    // alerttablemodel.cpp
    void handleLoaded(const std::vector<int64_t> &numbers);
    void handleSeenListed(const std::vector<int64_t> &rows);
    void tellChanged(const std::vector<int64_t> &numbers);
    void usePacketColumns();
    void alignByValues(int column, const std::vector<int64_t> &numbers);

    // alertarrangement.cpp
    [[nodiscard]] bool isListed() const { return m_since != std::numeric_limits<int64_t>::max(); }
    void reload();
    void arrange();
    void ask();
    void handleFound(const FoundRows &found);
    void handlePiece(const FoundRows &found);
    void handleWhole(ArrangedRows &whole);
    void handleAgain(ArrangedRows &whole);
    void handleFailed();
    void reset(ArrangedRows whole);
    void removeAllBut(const std::vector<int64_t> &numbers);
    void insertNumbers(std::span<const int64_t> numbers);
    void handleEventRead(int64_t row, const std::vector<AlertRecord> &earlier);
    void openBelow(int64_t head, std::vector<int64_t> below);
    void closeBelow(int64_t head);

    // alertarrivals.cpp
    void handleReady();
    void takeNew();
    void append(Alerts alerts);
    void noteUnread(const std::vector<int64_t> &rows);
    void show(Alerts alerts);
    void insert(const Alerts &alerts);
    void insertFolded(const Alerts &alerts);
    void count(const Alerts &alerts);
    void countWatched();
    void beginToWatch();

    const RowNotes *m_notes = nullptr;
    archive::Archive &m_archive;
    services::AlertFeed &m_feed;
    AlertPager m_pager;
    AlertSearch m_search;
    mutable AlertRecords m_records; // asks for what it has not
    std::vector<AlertColumnSpec> m_columns = alertTableColumns();

    RowList m_list; // what is shown
    std::optional<EventFold> m_fold; // where that is folded
    Order m_shown;
    Order m_wanted;
    std::vector<int64_t> m_later; // ascending; pass, and are not in a sorted list
    Alerts m_moves; // wait until a held view is let go of
    bool m_held = false;
    int64_t m_foundTo = 0; // the search has judged all rows up to this one
    std::shared_ptr<const filter::Filter> m_filter;
    std::optional<std::shared_ptr<const filter::Filter>> m_wantedFilter; // until the first list is there
    bool m_loading = false;
    bool m_fresh = false; // nothing has been found yet: the rows of the former filter are still shown
    bool m_arranging = false; // the same rows in another order
    bool m_complete = false; // all that pass have been found
    bool m_again = false; // all rows are being judged anew
    bool m_againLater = false; // when the view is no longer paused
    bool m_inPieces = false; // what was asked last
    FoundRows::Step m_step = FoundRows::Step::Finding;
    double m_progress = 0;
    std::vector<int64_t> m_unread; // ascending
    std::vector<int64_t> m_unreadLately; // of these, judged as they arrived while others are being looked for
    Alerts m_whileListing; // arrived after the question was asked
    std::vector<int64_t> m_lately; // shown while all are being judged anew
    quint64 m_ticket = 0;
    QTimer m_minute;

    size_t m_total = 0;
    int64_t m_countedTo = 0; // rows up to this one are in m_total
    bool m_recount = false; // alerts went by uncounted
    int64_t m_since = std::numeric_limits<int64_t>::max(); // nothing is unseen before the first list is there
    int64_t m_askedSince = -1; // what watchSince() said
    qint64 m_watched = 0; // rows behind m_since
    std::set<int64_t> m_seen; // of these; what people looked at, so they are few
    std::vector<int64_t> m_seenRead; // by the archive, ascending
    Alerts m_waiting; // paused
    bool m_paused = false;
    QTimer m_flush;
    QElapsedTimer m_sinceFlush;
    const StreamInstances *m_instances = nullptr; // null: all are real
};

} // namespace tocsin::ui
