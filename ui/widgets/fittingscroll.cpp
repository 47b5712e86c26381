// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fittingscroll.h"

#include "ui/theme/theme.h"

#include <QEvent>

#include <algorithm>

namespace tocsin::ui {

FittingScroll::FittingScroll(QWidget *content, int leastWidth, int leastHeight) : m_leastWidth(leastWidth), m_leastHeight(leastHeight)
{
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Base);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

// No further than needed; what is higher than the place shows its lower end.
void FittingScroll::bringIntoSight(const QRect &area)
{
    const int half = area.height() / 2;
    ensureVisible(area.center().x(), area.top() + half, 0, std::min(area.height() - half, viewport()->height() / 2));
}

QSize FittingScroll::sizeHint() const
{
    const int wide = std::max(width(), m_leastWidth);
    return {wide, widget()->hasHeightForWidth() ? widget()->heightForWidth(wide) : widget()->sizeHint().height()};
}

QSize FittingScroll::minimumSizeHint() const
{
    return {0, std::min(Theme::scaled(m_leastHeight), sizeHint().height())};
}

bool FittingScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize))
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

// A content without a layout says so here that it wants another size.
bool FittingScroll::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::viewportEvent(event);
}

} // namespace tocsin::ui
