// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/streamlist.h"

#include "ui/models/streammodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/streamdelegate.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace tocsin::ui {

namespace {

constexpr int kLeastHeight = 110; // a stream and three of its topics, at text scale 1

}

StreamList::StreamList(StreamModel &model, QWidget *parent) : QListView(parent), m_streams(model)
{
    setModel(&model);
    setItemDelegate(new StreamDelegate(this));
    setAccessibleName(tr("Streams"));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setResizeMode(QListView::Adjust);
    setMouseTracking(true); // hover
    // As high as its lines, so that what follows stands right below the last one; lower where there is no room.
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &QWidget::updateGeometry);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &QWidget::updateGeometry);
    connect(&model, &QAbstractItemModel::modelReset, this, &QWidget::updateGeometry);
    // A changed stream is still the one that the person looks at.
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_current = currentUuid(); });
    connect(&model, &QAbstractItemModel::modelReset, this, &StreamList::restoreCurrent);
}

QSize StreamList::sizeHint() const
{
    int height = 2 * frameWidth();
    for (int row = 0; row < m_streams.rowCount(); ++row)
        height += sizeHintForRow(row);
    return {242, height}; // look.md 3: width of the dock
}

QSize StreamList::minimumSizeHint() const
{
    return {120, std::min(sizeHint().height(), Theme::scaled(kLeastHeight))};
}

void StreamList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

QString StreamList::currentUuid() const
{
    return currentIndex().data(StreamModel::UuidRole).toString();
}

void StreamList::select(const QString &uuid)
{
    const QModelIndex index = m_streams.indexOf(uuid);
    if (index.isValid()) {
        setCurrentIndex(index);
        scrollTo(index);
    }
}

void StreamList::restoreCurrent()
{
    select(m_current);
    if (!currentIndex().isValid())
        Q_EMIT currentStreamChanged(); // a reset drops it without a word
}

void StreamList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentStreamChanged();
}

void StreamList::toggleFold(const QModelIndex &index, bool fold)
{
    const QString uuid = index.data(StreamModel::UuidRole).toString();
    m_streams.setFolded(uuid, fold);
    select(uuid);
}

void StreamList::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    const bool topic = current.data(StreamModel::IsTopicRole).toBool();
    switch (event->key()) {
    case Qt::Key_Left:
        if (current.isValid())
            toggleFold(current, true);
        return;
    case Qt::Key_Right:
        if (current.isValid() && !topic)
            toggleFold(current, false);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current.isValid())
            Q_EMIT opened(currentUuid());
        return;
    default:
        QListView::keyPressEvent(event);
    }
}

void StreamList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    const QPoint at = byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    Q_EMIT menuWanted(index.data(StreamModel::UuidRole).toString(), at);
}

bool StreamList::isOnSignIn(const QPoint &at) const
{
    const QModelIndex index = indexAt(at);
    return index.isValid() && StreamDelegate::signInRect(visualRect(index), index).adjusted(-4, -4, 4, 4).contains(at);
}

void StreamList::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    viewport()->setCursor(isOnSignIn(event->position().toPoint()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void StreamList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && isOnSignIn(event->position().toPoint()))
        Q_EMIT signInWanted(indexAt(event->position().toPoint()).data(StreamModel::UuidRole).toString());
}

void StreamList::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && index.data(StreamModel::FoldableRole).toBool())
        toggleFold(index, !index.data(StreamModel::FoldedRole).toBool());
    else
        QListView::mouseDoubleClickEvent(event);
}

} // namespace tocsin::ui
