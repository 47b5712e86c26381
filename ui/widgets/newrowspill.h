// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace tocsin::ui {

// "412 new, press End": floats over the lower edge of the table and takes no focus. Main thread; owned by the table.
class NewRowsPill final : public QPushButton
{
    Q_OBJECT
public:
    explicit NewRowsPill(QWidget *parent);

    void setCount(qint64 count);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace tocsin::ui
