// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <utility>

class QPainter;
class QRect;

namespace tocsin::ui {

// What the find bar looks for, as marks on the text of a cell: quiet, and filled in the row one stands on. A plain value;
// an empty text marks nothing.
struct FoundMarks {
    QString text;
    bool matchCase = false;

    // Position and length of each place in what is shown of `whole`; where its part is cut away, the sign that says so.
    [[nodiscard]] QList<std::pair<qsizetype, qsizetype>> in(const QString &shown, const QString &whole) const;
    // Paints the text in one line from the left edge, with the painter's font and pen, cut where there is no room.
    void paint(QPainter *painter, const QRect &rect, const QString &whole, Qt::TextElideMode elide, bool current) const;
};

} // namespace tocsin::ui
