// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace tocsin::ui {

// As high as what is in it, and lower only where there is no room; as wide as its place. What is in it does not scroll
// sideways. Main thread.
class FittingScroll final : public QScrollArea
{
public:
    // No lower than `least`, at text scale 1.
    FittingScroll(QWidget *content, int leastWidth, int leastHeight);
    void bringIntoSight(const QRect &area); // of the content
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    const int m_leastWidth;
    const int m_leastHeight;
};

} // namespace tocsin::ui
