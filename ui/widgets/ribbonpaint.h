// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/ribbonband.h"

#include <QRect>

class QPainter;

// The patterns of the coverage ribbon (look.md 6): each kind has its own, so that none is told by colour alone.
namespace tocsin::ui::ribbon {

void paintStretch(QPainter &painter, const QRect &area, RibbonStretch::Kind kind);
void paintFocus(QPainter &painter, const QRect &area);
// One sample and word for each kind, as many in a line as have room; the height they take. Without a painter only that.
int paintLegend(QPainter *painter, const QRect &area);

} // namespace tocsin::ui::ribbon
