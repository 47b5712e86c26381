// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QLabel>

namespace tocsin::ui {

// A word in a small box (look.md 3): the stage of an alert; dashed for what is not real (TEST).
class TagLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit TagLabel(bool dashed, QWidget *parent = nullptr);
    void setTag(const QString &word, const QColor &colour); // empty: hidden
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const bool m_dashed;
    QColor m_colour;
};

} // namespace tocsin::ui
