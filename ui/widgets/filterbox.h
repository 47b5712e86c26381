// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace tocsin::ui {

// The box of the filter language: knows where in it a character stands on the screen. Main thread.
class FilterBox final : public QLineEdit
{
    Q_OBJECT
public:
    explicit FilterBox(QWidget *parent = nullptr);
    // Pixels from the left edge to the place before this character; may lie outside where the text is scrolled.
    [[nodiscard]] int xOf(qsizetype position) const;
    // Replaces a piece of the text, as if typed: undo brings it back.
    void replace(qsizetype position, qsizetype length, const QString &text);
};

} // namespace tocsin::ui
