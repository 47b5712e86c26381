// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace tocsin::ui {

// One pixel in `line`: decoration.
[[nodiscard]] QWidget *makeHairline(QWidget *parent);

// Rows of the lists in dialogs (look.md 3): 30 high, and a selected row keeps the colour of its state's word. The view owns it.
class StateRowDelegate final : public QStyledItemDelegate
{
public:
    static constexpr int kHeight = 30;
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace tocsin::ui
