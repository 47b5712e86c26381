// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace tocsin::ui {

// Paints a row of the streams dock: two lines for a stream (look.md 6), one for a topic. Owned by the list.
class StreamDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // Where a stream that needs a sign-in offers it; empty: it does not.
    [[nodiscard]] static QRect signInRect(const QRect &row, const QModelIndex &index);

private:
    void paintStream(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintTopic(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace tocsin::ui
