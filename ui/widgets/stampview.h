// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/packetinside.h"

#include <QTransform>
#include <QWidget>

namespace tocsin::ui {

// One stamp in a square: nearest neighbour, north up where its header says how it lies, pixels without data hatched, a cross
// open towards the source. Mouse or arrow keys choose a pixel; who reads it out is the page. Main thread.
class StampView final : public QWidget
{
    Q_OBJECT
public:
    explicit StampView(QWidget *parent = nullptr);
    // `index` of a picture of `inside`, which is kept until the next call; null: nothing.
    void setPicture(std::shared_ptr<const PacketInside> inside, size_t index);
    void setOwnLimits(bool own);
    void setSide(int side);
    // None: no pixel is chosen. x and y as in FITS, from 0.
    void setPixel(std::optional<QPoint> pixel);
    void setReadout(const QString &text); // of the chosen pixel, for assistive technology
    [[nodiscard]] const StampPicture *picture() const;
    [[nodiscard]] QString title() const; // Science, Template, Difference
    [[nodiscard]] std::optional<QPoint> pixelAt(const QPointF &place) const;
    [[nodiscard]] QPointF placeOf(const QPoint &pixel) const; // its middle

Q_SIGNALS:
    void pixelChosen(std::optional<QPoint> pixel);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QTransform toScreen() const; // from image pixels, the first row on top
    [[nodiscard]] int imageRow(int y) const;
    void paintPicture(QPainter &painter);
    void paintMarks(QPainter &painter);
    void paintLabel(QPainter &painter, const QString &text, const QRectF &place, Qt::Alignment where);

    std::shared_ptr<const PacketInside> m_inside;
    size_t m_index = 0;
    bool m_own = false;
    std::optional<QPoint> m_pixel;
};

} // namespace tocsin::ui
