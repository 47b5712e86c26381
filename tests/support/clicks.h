// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QPushButton>
#include <QTest>

namespace tocsin::tests {

// The visible button of this text in a window of this class; null: there is none.
template <typename Window>
QPushButton *buttonOf(const QString &text)
{
    for (QWidget *each : QApplication::allWidgets()) {
        auto *button = qobject_cast<QPushButton *>(each);
        if (button && button->isVisible() && button->text() == text && qobject_cast<Window *>(button->window()))
            return button;
    }
    return nullptr;
}

template <typename Window>
Window *shown()
{
    for (QWidget *each : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<Window *>(each); window && window->isVisible())
            return window;
    }
    return nullptr;
}

} // namespace tocsin::tests
