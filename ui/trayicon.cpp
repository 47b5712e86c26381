// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trayicon.h"

#include "ui/theme/theme.h"

#include <QImage>
#include <QPainter>
#include <QPixmap>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSize = 64; // the desktop makes it smaller
constexpr int kRing = 5; // what is left of the disc
constexpr int kMostNumber = 9; // two figures would be too small to be read

// The desktop's tray lies beside a window that must not dazzle.
QPixmap reddened(const QPixmap &picture)
{
    QImage image = picture.toImage().convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x)
            line[x] = qRgba(qGray(line[x]), 0, 0, qAlpha(line[x]));
    }
    return QPixmap::fromImage(image);
}

void paintNumber(QPainter &painter, const TrayState &state)
{
    const Palette &p = Theme::palette();
    const QString number = state.number > kMostNumber ? QString::number(kMostNumber) + u'+' : QString::number(state.number);
    const QRect disc(kSize * 5 / 16, kSize * 5 / 16, kSize * 11 / 16, kSize * 11 / 16);
    painter.setPen(QPen(p.base, 3)); // stands out from the icon
    painter.setBrush(p.*state.colour);
    painter.drawEllipse(disc.adjusted(2, 2, -2, -2));
    if (state.isSilent) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(p.base);
        painter.drawEllipse(disc.adjusted(2 + kRing, 2 + kRing, -2 - kRing, -2 - kRing));
    }
    QFont font = Theme::font(Theme::Font::Strong);
    font.setPixelSize(disc.height() * ((number.size() > 1 ? 9 : 12) - (state.isSilent ? 1 : 0)) / 16);
    painter.setFont(font);
    painter.setPen(state.isSilent ? p.*state.colour : p.base);
    painter.drawText(disc, Qt::AlignCenter, number);
}

void paintGlyph(QPainter &painter, const TrayState &state)
{
    const int size = kSize * 5 / 8;
    const QRect corner(kSize - size, kSize - size, size, size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::palette().base);
    painter.drawEllipse(corner);
    const int glyph = size * 3 / 4;
    painter.drawPixmap(corner.center().x() - glyph / 2, corner.center().y() - glyph / 2, Theme::glyph(state.glyph, glyph, Theme::palette().*state.colour, 1));
}

} // namespace

QIcon trayIcon(const QIcon &program, const TrayState &state)
{
    QPixmap picture(kSize, kSize);
    picture.fill(Qt::transparent);
    QPixmap own = program.pixmap(kSize, kSize);
    own.setDevicePixelRatio(1);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(picture.rect(), Theme::scheme() == Scheme::Red ? reddened(own) : own);
    if (state.number > 0 && state.colour)
        paintNumber(painter, state);
    else if (!state.glyph.isEmpty() && state.colour)
        paintGlyph(painter, state);
    painter.end();
    return QIcon(picture);
}

} // namespace tocsin::ui
