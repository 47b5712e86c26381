// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cellfilter.h"

#include <functional>

class QMenu;

namespace tocsin::ui {

// What a menu offers on one value of an alert, wherever it is shown. A plain value; whoever shows the menu outlives it.
struct ValueActions {
    CellFilter filter;
    QString whyNoColumn; // empty: it can be one
    std::function<void(const QString &condition)> narrow; // joins it to the filter
    std::function<void()> addColumn;
    std::function<void(const QString &condition)> copy;

    // What cannot be done is grey, and a line below says why.
    void addTo(QMenu &menu) const;
};

// A line that only says something; nothing where there is nothing to say.
void addReason(QMenu &menu, const QString &why);

} // namespace tocsin::ui
