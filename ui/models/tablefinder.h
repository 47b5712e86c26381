// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"
#include "ui/models/newestjob.h"
#include "ui/models/rowbits.h"
#include "ui/models/rowwalk.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace tocsin::ui {

class AlertTableModel;

// Finds a text in all shown rows, also those that are not in memory, in their order, and hides none. The archive is asked on
// a thread of its own; which of the hits are shown, and where, is told by a walk through the table's rows. New rows are
// judged as they arrive. Main thread; model and archive outlive it.
class TableFinder final : public QObject
{
    Q_OBJECT
public:
    enum class Wrapped { No, AtEnd, AtStart }; // at which end of the table the way to the row went around

    TableFinder(archive::Archive &archive, AlertTableModel &model, QObject *parent = nullptr);

    // An empty text ends it. `names`: spellings of the event that the text names, and of its other names.
    void find(const QString &text, bool matchCase, const std::vector<std::string> &names = {});
    [[nodiscard]] bool isActive() const { return m_filter.has_value(); }
    [[nodiscard]] bool isRunning() const; // hits may still be missing
    [[nodiscard]] double progress() const { return m_progress; } // of the search, 0 … 1
    [[nodiscard]] qint64 count() const { return m_hits.count(); }
    [[nodiscard]] qint64 placeOf(int row) const; // 1 for the first hit; 0: this row is none
    // Goes to the next hit behind this row (step 1) or before it (-1); -1 stands for "nowhere yet". found() follows, at once
    // or when all hits are known.
    void seek(int row, int step);

Q_SIGNALS:
    void changed(); // hits, progress
    void found(int row, tocsin::ui::TableFinder::Wrapped wrapped);
    void foundNone();
    void failed(const tocsin::Error &error);

private:
    void search(bool again);
    void freshen();
    void walk();
    void handleInserted(int first, int last);
    void answerSeek();

    struct Seek {
        int64_t from = 0; // number of the row; 0: nowhere
        int step = 1;
    };

    AlertTableModel &m_model;
    std::optional<filter::Filter> m_filter;
    NumberSet m_numbers; // hits in the archive
    RowBits m_hits; // in the table
    int64_t m_searched = 0; // the archive's last row that the search has judged
    bool m_searching = false;
    bool m_stale = false; // the list was made anew while it is being filled
    double m_progress = 0;
    std::optional<Seek> m_seek;
    RowWalk m_walk;
    QTimer m_rest;
    NewestJob m_job; // last: its thread ends before the rest goes
};

} // namespace tocsin::ui
