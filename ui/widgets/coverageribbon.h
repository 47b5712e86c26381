// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/ribbonband.h"

#include <QWidget>

namespace tocsin::ui {

// What was received and missed of each topic, as bands over the last hours: told apart by pattern and shape, not by colour
// alone. The mouse and the arrow keys go from stretch to stretch; a click, Enter or Space fetches a missed one. Main thread.
class CoverageRibbon final : public QWidget
{
    Q_OBJECT
public:
    explicit CoverageRibbon(QWidget *parent = nullptr);

    void setBands(std::vector<RibbonBand> bands, qint64 sinceUs, qint64 nowUs);
    void setHours(int hours); // one of those that the menu offers; else nothing
    [[nodiscard]] int hours() const { return m_hours; }

    // For tests, and for the menu: where a stretch is painted; empty when it is not.
    [[nodiscard]] QRect stretchRect(int band, int stretch) const;
    [[nodiscard]] const std::vector<RibbonBand> &bands() const { return m_bands; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void fetchWanted(const QString &uuid, const tocsin::streams::Hole &hole);
    void fetchAllWanted(const QString &uuid);
    void stopWanted(const QString &uuid);
    void hoursChosen(int hours);
    void steppedTo(const QRect &area); // by key: what has to be in sight

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct At {
        int band = -1;
        int stretch = -1;
        friend bool operator==(const At &, const At &) = default;
    };
    [[nodiscard]] const RibbonStretch *stretchOf(const At &at) const;
    [[nodiscard]] At atPoint(const QPoint &point) const;
    [[nodiscard]] QRect bandRect(int band) const;
    [[nodiscard]] int xOf(qint64 us, const QRect &band) const;
    [[nodiscard]] int top() const; // of the first band
    [[nodiscard]] int legendHeight(int width) const;
    void paintBand(QPainter &painter, int band) const;
    void paintAxis(QPainter &painter) const;
    void paintLegend(QPainter &painter) const;
    void moveTo(const At &at);
    void step(int bands, int stretches);
    void activate(const At &at);
    void describe();

    std::vector<RibbonBand> m_bands;
    qint64 m_since = 0;
    qint64 m_now = 0;
    int m_hours = 12;
    At m_current;
    At m_pressed;
};

} // namespace tocsin::ui
