// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/rowsource.h"
#include "ui/models/showninstance.h"
#include "ui/widgets/foundmarks.h"

#include <QStyledItemDelegate>

namespace tocsin::ui {

class RowColours;

// Paints a row's cells as look.md 4 lays down: one dress a row (selection, hover, unreadable, retracted, plain), the test
// hatch over any of them, glyphs, muted companions and aligned numbers. Main thread; owned by the view.
class AlertDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    AlertDelegate(const RowSource &rows, QObject *parent);

    void setHoverRow(int row) { m_hover = row; }
    void setColours(const RowColours *colours) { m_colours = colours; } // null: no rules; outlives this
    void setInstances(const StreamInstances *instances) { m_instances = instances; } // null: all are real; outlives this
    void setLook(bool focused) { m_focused = focused; }
    void setFound(const FoundMarks &found) { m_found = found; } // marked wherever a search looks
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index) override;
    // For those who choose the row height: line height + 5, 22 at text scale 1.
    [[nodiscard]] static int rowHeight();
    // What a column must have at the present text scale: the widest number of its format, and its title; of a text as much
    // as tells it from its neighbours.
    [[nodiscard]] static int leastWidth(const AlertColumnSpec &column, bool sorted = false);
    // Where the count of a folded event stands in the Name cell.
    [[nodiscard]] static QRect pillRect(const QRect &cell, int rows);

Q_SIGNALS:
    // A number or a time does not fit: it is never cut, so that its column has to have this width.
    void roomWanted(int column, int pixels) const;

private:
    struct Dress;
    [[nodiscard]] Dress dressOf(const AlertRecord &record, bool selected, int row) const;
    void paintBackground(QPainter *painter, const QRect &rect, const Dress &dress) const;
    void paintFlags(QPainter *painter, const QRect &rect, const AlertRecord &record, const Dress &dress) const;
    void paintName(QPainter *painter, const QRect &rect, const Alert &alert, const Dress &dress, int row) const;
    void paintPill(QPainter *painter, const QRect &pill, int rows, bool open, const Dress &dress) const;
    void paintBelow(QPainter *painter, const QRect &cell, const Alert &alert, const Dress &dress, int row) const;
    void paintState(QPainter *painter, const QRect &rect, const Alert &alert, const Dress &dress) const;
    void paintStream(QPainter *painter, const QRect &rect, const Alert &alert, const Dress &dress) const;
    void paintNumber(QPainter *painter, const QRect &rect, const Alert &alert, const Dress &dress, int column) const;
    void paintValue(QPainter *painter, const QRect &rect, const QString &text, int column, bool right) const;

    const RowSource &m_rows;
    const RowColours *m_colours = nullptr;
    const StreamInstances *m_instances = nullptr;
    int m_hover = -1;
    bool m_focused = false;
    FoundMarks m_found;
};

} // namespace tocsin::ui
