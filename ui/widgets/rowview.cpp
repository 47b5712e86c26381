// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowview.h"

#include "ui/widgets/alertdelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>

namespace tocsin::ui::rowview {

void setUp(QTableView &view)
{
    view.setSelectionBehavior(QTableView::SelectRows);
    view.setShowGrid(false);
    view.setWordWrap(false);
    view.setTabKeyNavigation(false);
    view.setMouseTracking(true);
    view.setHorizontalScrollMode(QTableView::ScrollPerPixel);
    view.setVerticalScrollMode(QTableView::ScrollPerItem);
    view.setFrameShape(QTableView::NoFrame);
    view.setCornerButtonEnabled(false);
    view.setEditTriggers(QTableView::NoEditTriggers);
    view.verticalHeader()->hide();
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

void fitRows(QTableView &view)
{
    const int height = AlertDelegate::rowHeight();
    view.verticalHeader()->setMinimumSectionSize(height);
    view.verticalHeader()->setDefaultSectionSize(height);
}

int step(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Down:
    case Qt::Key_J:
        return 1;
    case Qt::Key_Up:
    case Qt::Key_K:
        return -1;
    default:
        return 0;
    }
}

} // namespace tocsin::ui::rowview
