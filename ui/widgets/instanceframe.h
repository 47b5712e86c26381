// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMargins>

class QColor;
class QLabel;
class QPainter;
class QRect;
class QString;
class QWidget;

// The frame that says which world the window shows (look.md 5): a plain line for production, dots on all four sides
// for the demo; the word stands beside the menu bar. Pure functions for the window's paint event.
namespace tocsin::ui {

enum class Instance { Production, Demo };

namespace instanceframe {

[[nodiscard]] QString word(Instance instance);
[[nodiscard]] QMargins margins(Instance instance);
void paint(QPainter &painter, const QRect &window, Instance instance);
// The filled tag at the right end of the menu bar.
[[nodiscard]] QWidget *makeTag(Instance instance, QWidget *parent);

} // namespace instanceframe
} // namespace tocsin::ui
