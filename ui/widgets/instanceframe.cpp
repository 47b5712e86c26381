// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/instanceframe.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace tocsin::ui {

using streams::Instance;

namespace {

constexpr int kWidth = 4;
constexpr int kRight = 14; // air between the tag and the window's edge

QString explanation(const ShownInstance &instance)
{
    switch (instance.instance) {
    case Instance::Production:
        return QCoreApplication::translate("instanceframe", "Real streams and the real archive.");
    case Instance::Playground:
        return QCoreApplication::translate("instanceframe", "A stream brings alerts of a playground: rehearsals, not the sky.");
    case Instance::Test:
        return QCoreApplication::translate("instanceframe", "A stream brings test alerts: drills, not the sky.");
    case Instance::Mock:
        return instance.isNight ? QCoreApplication::translate("instanceframe", "An invented night in an archive of its own; nothing here is real.")
                                : QCoreApplication::translate("instanceframe", "A stream brings invented alerts.");
    }
    return {};
}

// Pieces along one side: as long as `piece`, one each `step`.
void paintPieces(QPainter &painter, const QRect &side, int piece, int step, const QColor &colour)
{
    const bool across = side.width() > side.height();
    const int length = across ? side.width() : side.height();
    for (int at = 0; at < length; at += step) {
        const int size = std::min(piece, length - at);
        painter.fillRect(across ? QRect(side.left() + at, side.top(), size, side.height()) : QRect(side.left(), side.top() + at, side.width(), size), colour);
    }
}

// 45 degrees, lines of 3 each 7, in one phase over the whole window so that corners join.
void paintHatch(QPainter &painter, const QRectF &side, const QColor &colour, double line, double step)
{
    painter.save();
    painter.setClipRect(side);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, line / std::sqrt(2.0), Qt::SolidLine, Qt::FlatCap));
    const double first = std::floor((side.left() + side.top()) / step) * step;
    for (double sum = first; sum < side.right() + side.bottom() + step; sum += step)
        painter.drawLine(QPointF(sum - side.top() + 1, side.top() - 1), QPointF(sum - side.bottom() - 1, side.bottom() + 1));
    painter.restore();
}

} // namespace

InstanceTag::InstanceTag(QWidget *parent) : QWidget(parent)
{
    setInstance({});
}

void InstanceTag::setInstance(const ShownInstance &instance)
{
    m_instance = instance;
    setAccessibleName(instanceWord(instance));
    setToolTip(explanation(instance));
    updateGeometry();
    update();
}

QSize InstanceTag::sizeHint() const
{
    const QFontMetrics metrics(Theme::font(Theme::Font::TinyStrong));
    return {metrics.horizontalAdvance(instanceWord(m_instance)) + 10 + kRight, metrics.height() + 6};
}

void InstanceTag::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(instanceframe::colour(m_instance));
    const QRectF box(0, 2, width() - kRight, height() - 4);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(Theme::palette().onInst);
    painter.setFont(Theme::font(Theme::Font::TinyStrong));
    painter.drawText(box, Qt::AlignCenter, instanceWord(m_instance));
}

namespace instanceframe {

QColor colour(const ShownInstance &instance)
{
    const Palette &colours = Theme::palette();
    switch (instance.instance) {
    case Instance::Production:
        return colours.instProduction;
    case Instance::Playground:
        return colours.instPlayground;
    case Instance::Test:
        return colours.instTest;
    case Instance::Mock:
        return colours.instMock;
    }
    return {};
}

QMargins margins(const ShownInstance &instance)
{
    return instance.isReal() ? QMargins(0, kWidth, 0, 0) : QMargins(kWidth, kWidth, kWidth, kWidth);
}

void paint(QPainter &painter, const QRect &window, const ShownInstance &instance)
{
    const QColor ink = colour(instance);
    const QRect top(0, 0, window.width(), kWidth);
    if (instance.isReal()) {
        painter.fillRect(top, ink);
        return;
    }
    for (const QRect &side : {top, QRect(0, window.height() - kWidth, window.width(), kWidth), QRect(0, 0, kWidth, window.height()),
                              QRect(window.width() - kWidth, 0, kWidth, window.height())}) {
        if (instance.instance == Instance::Playground)
            paintPieces(painter, side, 18, 26, ink);
        else if (instance.instance == Instance::Test)
            paintHatch(painter, side, ink, 3, 7);
        else
            paintPieces(painter, side, 3, 7, ink);
    }
}

void paintMark(QPainter &painter, const QRectF &box, const ShownInstance &instance)
{
    const QColor ink = colour(instance);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (instance.instance == Instance::Test) {
        paintHatch(painter, box.adjusted(1, 1, -1, -1), ink, 2, 4);
        painter.setPen(QPen(ink, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    } else if (instance.instance == Instance::Playground) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        const double bar = box.height() / 5;
        for (int i = 0; i < 3; ++i)
            painter.drawRect(QRectF(box.left(), box.top() + 2 * bar * i, box.width(), bar));
    } else if (instance.instance == Instance::Mock) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        const double dot = box.width() / 4.2;
        for (int i = 0; i < 9; ++i)
            painter.drawEllipse(QPointF(box.left() + dot / 2 + (i % 3) * (box.width() - dot) / 2, box.top() + dot / 2 + (i / 3) * (box.height() - dot) / 2), dot / 2, dot / 2);
    } else {
        painter.fillRect(QRectF(box.left(), box.top(), box.width(), box.height() / 3), ink);
    }
    painter.restore();
}

} // namespace instanceframe
} // namespace tocsin::ui
