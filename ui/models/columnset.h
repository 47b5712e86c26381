// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alertcolumns.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace tocsin::ui {

// How one column is shown. A plain value.
struct ColumnState {
    QString id;
    bool shown = true;
    int width = 0; // pixels at text scale 1; 0: as the format asks
    QString format; // formatWord(); empty: the default

    friend bool operator==(const ColumnState &, const ColumnState &) = default;
};

// What the rows are sorted by; no column: the order of arrival.
struct ColumnSort {
    QString column;
    bool descending = false;

    friend bool operator==(const ColumnSort &, const ColumnSort &) = default;
};

// Columns in their order and what goes with them. What is not listed is hidden.
struct ColumnArrangement {
    QList<ColumnState> columns; // empty: the program's own
    ColumnSort sort;

    friend bool operator==(const ColumnArrangement &, const ColumnArrangement &) = default;
};

// An arrangement with a name, and the streams that it is for.
struct ColumnSet {
    QString name;
    ColumnArrangement arrangement;
    QStringList streams;
};

[[nodiscard]] QJsonObject toJson(const ColumnSet &set);
[[nodiscard]] ColumnSet columnSetOf(const QJsonObject &json); // what is not understood is left out
// What versions before the sets have kept.
[[nodiscard]] QList<ColumnState> columnsOf(const QByteArray &bytes);

} // namespace tocsin::ui
