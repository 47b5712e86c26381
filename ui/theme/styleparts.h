// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRect>
#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionHeader;
class QStyleOptionTab;
class QWidget;

// What the style draws its controls from, in the colours of the palette. Main thread.
namespace tocsin::ui::styleparts {

inline constexpr int kRadius = 4;
inline constexpr int kSortRoom = 12; // beside a title

[[nodiscard]] bool has(const QStyleOption *option, QStyle::StateFlag flag);
// One pixel inside the rectangle, so that its edge falls on whole pixels.
void roundedBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &edge, qreal width = 1, qreal radius = kRadius);
void drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget);
void drawIconAndWord(const QStyleOptionButton *button, QPainter *painter, bool primary);
// What one writes into.
void drawField(const QStyleOption *option, QPainter *painter);
void drawToolButton(const QStyleOption *option, QPainter *painter);
void drawHeader(const QStyleOption *option, QPainter *painter);
void drawTab(const QStyleOptionTab *tab, QPainter *painter);
// How much is left is not known: a piece that goes to and fro. Each picture asks for the next one, so that nothing runs
// while the bar is out of sight.
void drawBusy(QPainter *painter, const QRect &room, const QWidget *widget);
void drawCheck(const QStyleOption *option, QPainter *painter, bool round);
// Eight pixels wide, after the word; up is ascending.
void drawSortTriangle(const QStyleOptionHeader &header, const QRect &label, QPainter *painter);

} // namespace tocsin::ui::styleparts
