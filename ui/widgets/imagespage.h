// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/packetinside.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QScrollArea;

namespace tocsin::ui {

class StampView;

// The stamps of a packet beside each other, in as many lines as the pane asks for; below them how they are drawn, and what
// stands in the pixel that is pointed at, in all of them. Main thread.
class ImagesPage final : public QWidget
{
    Q_OBJECT
public:
    explicit ImagesPage(QWidget *parent = nullptr);
    // Null: nothing. Returns what it showed before, to be freed elsewhere.
    std::shared_ptr<const PacketInside> setInside(std::shared_ptr<const PacketInside> inside);
    [[nodiscard]] const QList<StampView *> &views() const { return m_views; }
    [[nodiscard]] QString readout() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void choose(std::optional<QPoint> pixel);
    [[nodiscard]] QString wordsOf(const QPoint &pixel) const;
    void arrange();
    void sayLimits();

    std::shared_ptr<const PacketInside> m_inside;
    QScrollArea *m_area;
    QWidget *m_place; // of the stamps
    QLabel *m_limits;
    QCheckBox *m_own;
    QLabel *m_readout;
    QLabel *m_problems;
    QList<StampView *> m_views;
};

} // namespace tocsin::ui
