// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QFont>
#include <QIcon>
#include <QPixmap>
#include <QString>

class QAbstractButton;

namespace tocsin::ui {

// The look of the whole program (look.md): colours, fonts, shapes. One state for the process, main thread only; a change
// reaches every widget through QApplication's palette and font. install() once, after QApplication is made.
struct Theme {
    enum class Font { Page, PageSmall, Heading, Subheading, Strong, Body, Medium, Small, SmallStrong, SmallBold, TinyStrong, Mono, MonoField };

    static void install();
    static void setScheme(Scheme scheme); // System asks the desktop
    [[nodiscard]] static Scheme scheme(); // Light, Dark or Red: what is shown
    static void setTextScale(double scale); // 0.8 … 2

    [[nodiscard]] static const Palette &palette();
    [[nodiscard]] static QFont font(Font font);
    // Pixels at the text scale.
    [[nodiscard]] static int scaled(int pixels);
    // Grows with every change; caches of what was drawn with older colours or fonts are stale.
    [[nodiscard]] static int generation();

    // One of our shapes in one colour, remembered.
    [[nodiscard]] static QPixmap glyph(const QString &name, int size, const QColor &colour, qreal ratio);
    // The same as an icon that follows palette and state.
    [[nodiscard]] static QIcon icon(const QString &name);
    // The one filled button of a surface.
    static void setPrimary(QAbstractButton *button, bool on);
    [[nodiscard]] static bool isPrimary(const QWidget *button);
};

} // namespace tocsin::ui
