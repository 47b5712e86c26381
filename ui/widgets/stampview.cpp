// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stampview.h"

#include "ui/theme/formats.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kCrossGap = 0.05; // of the side
constexpr double kCrossArm = 0.12;
constexpr int kFarStep = 10; // pixels, with Shift

} // namespace

StampView::StampView(QWidget *parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

void StampView::setPicture(std::shared_ptr<const PacketInside> inside, size_t index)
{
    m_inside = std::move(inside);
    m_index = index;
    m_pixel.reset();
    const StampPicture *shown = picture();
    const QString name = !shown ? QString()
        : shown->error.isEmpty() ? tr("%1 image, %2 × %3 pixels").arg(title()).arg(shown->stamp.width).arg(shown->stamp.height)
                                 : tr("%1 image").arg(title());
    setAccessibleName(name);
    setAccessibleDescription(shown ? shown->error : QString());
    setToolTip(shown ? formats::plainTip(shown->error) : QString());
    setCursor(shown && shown->error.isEmpty() ? Qt::CrossCursor : Qt::ArrowCursor);
    update();
}

void StampView::setOwnLimits(bool own)
{
    m_own = own;
    update();
}

void StampView::setSide(int side)
{
    setFixedSize(side, side);
}

void StampView::setPixel(std::optional<QPoint> pixel)
{
    if (pixel == m_pixel)
        return;
    m_pixel = pixel;
    update();
}

void StampView::setReadout(const QString &text)
{
    if (text == accessibleDescription() || !picture() || !picture()->error.isEmpty())
        return;
    setAccessibleDescription(text);
    if (hasFocus()) {
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }
}

const StampPicture *StampView::picture() const
{
    return m_inside && m_index < m_inside->stamps.size() ? &m_inside->stamps[m_index] : nullptr;
}

QString StampView::title() const
{
    const std::string role = picture() ? picture()->role : std::string();
    if (role == "science")
        return tr("Science");
    if (role == "template")
        return tr("Template");
    if (role == "difference")
        return tr("Difference");
    return role.empty() ? tr("Image") : formats::plain(role);
}

int StampView::imageRow(int y) const
{
    return m_inside->topDown && !picture()->stamp.sky ? y : picture()->stamp.height - 1 - y;
}

QTransform StampView::toScreen() const
{
    const StampPicture &shown = *picture();
    const double width = shown.stamp.width;
    const double height = shown.stamp.height;
    QTransform turn;
    if (const auto &sky = shown.stamp.sky) {
        turn.rotate(-sky->yAngle()); // +y lies so far from north through east, which is left
        if (sky->isMirrored())
            turn.scale(-1, 1);
    }
    const QRectF turned = turn.mapRect(QRectF(-width / 2, -height / 2, width, height));
    double scale = std::min(this->width() / turned.width(), this->height() / turned.height());
    if (turn.isIdentity()) { // whole device pixels: all are of one size
        const double whole = std::floor(scale * devicePixelRatioF());
        if (whole >= 1)
            scale = whole / devicePixelRatioF();
    }
    QTransform all;
    all.translate(this->width() / 2.0, this->height() / 2.0);
    all.scale(scale, scale);
    all = turn * all;
    all.translate(-width / 2, -height / 2);
    return all;
}

std::optional<QPoint> StampView::pixelAt(const QPointF &place) const
{
    const StampPicture *shown = picture();
    if (!shown || !shown->error.isEmpty())
        return std::nullopt;
    const QPointF at = toScreen().inverted().map(place);
    const QPoint pixel(static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y())));
    if (!QRect(0, 0, shown->stamp.width, shown->stamp.height).contains(pixel))
        return std::nullopt;
    return QPoint(pixel.x(), imageRow(pixel.y()));
}

QPointF StampView::placeOf(const QPoint &pixel) const
{
    return picture() ? toScreen().map(QPointF(pixel.x() + 0.5, imageRow(pixel.y()) + 0.5)) : QPointF();
}

void StampView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &colours = Theme::palette();
    painter.fillRect(rect(), colours.sunken);
    if (const StampPicture *shown = picture(); shown && shown->error.isEmpty()) {
        paintPicture(painter);
        paintMarks(painter);
    } else if (shown) {
        painter.setPen(colours.text);
        painter.setFont(Theme::font(Theme::Font::Small));
        painter.drawText(rect().adjusted(6, 6, -6, -6), static_cast<int>(Qt::AlignCenter) | static_cast<int>(Qt::TextWordWrap), shown->error);
    }
    painter.setBrush(Qt::NoBrush);
    const double line = hasFocus() ? 2 : 1;
    painter.setPen(QPen(hasFocus() ? colours.focus : colours.lineStrong, line, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2));
}

void StampView::paintPicture(QPainter &painter)
{
    const StampPicture &shown = *picture();
    QImage image = m_own ? shown.own : shown.shared;
    image.setColorTable(Palette::imageRamp(Theme::scheme()));
    const QTransform place = toScreen();
    const QRectF pixels(0, 0, shown.stamp.width, shown.stamp.height);
    if (shown.stamp.missing > 0) { // seen through what is transparent
        const QPolygonF outline = place.map(QPolygonF(pixels));
        QPainterPath path;
        path.addPolygon(outline);
        painter.fillPath(path, Theme::palette().base);
        painter.fillPath(path, QBrush(Theme::palette().lineStrong, Qt::BDiagPattern));
    }
    painter.save();
    painter.setTransform(place, true);
    const bool upright = m_inside->topDown && !shown.stamp.sky;
    if (upright) { // the image has FITS' order: turned over
        painter.translate(0, pixels.height());
        painter.scale(1, -1);
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(pixels, image);
    painter.restore();
}

void StampView::paintLabel(QPainter &painter, const QString &text, const QRectF &place, Qt::Alignment where)
{
    // Above pixels of any brightness: on a plate of the window's own colours.
    const QRectF needed = painter.fontMetrics().boundingRect(text).adjusted(-3, -1, 3, 1);
    QRectF plate(QPointF(), needed.size());
    plate.moveTopRight(place.topRight());
    if (where & Qt::AlignBottom)
        plate.moveBottomLeft(place.bottomLeft());
    painter.fillRect(plate, Theme::palette().base);
    painter.setPen(Theme::palette().text);
    painter.drawText(plate, Qt::AlignCenter, text);
}

void StampView::paintMarks(QPainter &painter)
{
    const StampPicture &shown = *picture();
    const auto &sky = shown.stamp.sky;
    const QTransform place = toScreen();
    QPointF source(shown.stamp.width / 2.0, shown.stamp.height / 2.0);
    if (sky && sky->refSky && QRectF(0.5, 0.5, shown.stamp.width, shown.stamp.height).contains(sky->refX, sky->refY))
        source = {sky->refX - 0.5, shown.stamp.height - (sky->refY - 0.5)};
    const QPointF middle = place.map(source);
    const double side = width();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const auto &[colour, wide] : {std::pair(Theme::palette().base, 3.0), std::pair(Theme::palette().mark, 1.0)}) {
        painter.setPen(QPen(colour, wide, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(middle + QPointF(kCrossGap * side, 0), middle + QPointF((kCrossGap + kCrossArm) * side, 0));
        painter.drawLine(middle - QPointF(0, kCrossGap * side), middle - QPointF(0, (kCrossGap + kCrossArm) * side));
    }
    if (m_pixel) {
        const QPolygonF box = place.map(QPolygonF(QRectF(m_pixel->x(), imageRow(m_pixel->y()), 1, 1)));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Theme::palette().base, 3));
        painter.drawPolygon(box);
        painter.setPen(QPen(Theme::palette().focus, 1));
        painter.drawPolygon(box);
    }
    painter.setFont(Theme::font(Theme::Font::Small));
    const QRectF inner = QRectF(rect()).adjusted(3, 3, -3, -3);
    if (sky) {
        //: on an image: north is up, east is left
        paintLabel(painter, tr("N up"), inner, Qt::AlignTop);
        const double scale = std::hypot(place.m11(), place.m12()) / sky->arcsecPerPixel(); // logical pixels an arcsecond
        double bar = 0;
        for (const double arcsec : {1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0}) {
            if (arcsec * scale <= side / 3)
                bar = arcsec;
        }
        if (bar > 0) {
            const double high = painter.fontMetrics().height() + 6;
            const QRectF line(inner.left() + 3, inner.bottom() - 4, bar * scale, 2);
            paintLabel(painter, formats::angle(bar / 3600), inner.adjusted(0, 0, 0, 2 - high + painter.fontMetrics().height() - 4), Qt::AlignBottom);
            painter.fillRect(line.adjusted(-1, -1, 1, 1), Theme::palette().base);
            painter.fillRect(line, Theme::palette().text);
        }
    }
}

void StampView::mouseMoveEvent(QMouseEvent *event)
{
    Q_EMIT pixelChosen(pixelAt(event->position()));
}

void StampView::mousePressEvent(QMouseEvent *event)
{
    Q_EMIT pixelChosen(pixelAt(event->position()));
}

void StampView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (!hasFocus())
        Q_EMIT pixelChosen(std::nullopt);
}

void StampView::keyPressEvent(QKeyEvent *event)
{
    constexpr std::array kKeys = {std::pair(Qt::Key_Left, QPoint(-1, 0)), std::pair(Qt::Key_Right, QPoint(1, 0)), std::pair(Qt::Key_Up, QPoint(0, -1)),
                                  std::pair(Qt::Key_Down, QPoint(0, 1))};
    const StampPicture *shown = picture();
    if (!shown || !shown->error.isEmpty())
        return QWidget::keyPressEvent(event);
    if (event->key() == Qt::Key_Escape && m_pixel) {
        Q_EMIT pixelChosen(std::nullopt);
        return;
    }
    const auto *key = std::ranges::find(kKeys, event->key(), [](const auto &entry) { return static_cast<int>(entry.first); });
    if (key == kKeys.end())
        return QWidget::keyPressEvent(event);
    const QSize size(shown->stamp.width, shown->stamp.height);
    if (!m_pixel) {
        Q_EMIT pixelChosen(QPoint(size.width() / 2, size.height() / 2));
        return;
    }
    // As it is seen: the picture may be turned and mirrored.
    QPointF step = toScreen().inverted().map(QLineF({0, 0}, key->second)).p2() - toScreen().inverted().map(QPointF(0, 0));
    const bool along = std::abs(step.x()) >= std::abs(step.y());
    const int far = event->modifiers().testFlag(Qt::ShiftModifier) ? kFarStep : 1;
    const int rowsDown = imageRow(1) > imageRow(0) ? 1 : -1;
    QPoint next = *m_pixel;
    if (along)
        next.rx() += step.x() > 0 ? far : -far;
    else
        next.ry() += (step.y() > 0 ? far : -far) * rowsDown;
    Q_EMIT pixelChosen(QPoint(std::clamp(next.x(), 0, size.width() - 1), std::clamp(next.y(), 0, size.height() - 1)));
}

} // namespace tocsin::ui
