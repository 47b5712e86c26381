// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace tocsin::ui {

// A line of text that can be changed and reads like one that cannot: a hairline below it says so, the focus frames it. What is too
// long shows both its ends until it has the focus, and all of it as tooltip.
class QuietEdit final : public QLineEdit
{
    Q_OBJECT
public:
    static constexpr int kInset = 6; // of the text from the left edge, at text scale 1

    explicit QuietEdit(QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] bool isElided() const;
};

} // namespace tocsin::ui
