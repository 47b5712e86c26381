// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QWidget>

namespace tocsin::tests {

// The part of a window that has this accessible name; null: none has.
template <typename T>
T *named(const QWidget *window, const QString &name)
{
    for (T *each : window->findChildren<T *>()) {
        if (each->accessibleName() == name)
            return each;
    }
    return nullptr;
}

inline QPushButton *button(const QWidget *window, const QString &text)
{
    for (auto *each : window->findChildren<QPushButton *>()) {
        if (each->text() == text)
            return each;
    }
    return nullptr;
}

} // namespace tocsin::tests
