// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/colourrules.h"
#include "ui/models/rowmarks.h"

#include <QObject>
#include <QTimer>

#include <unordered_map>

namespace tocsin::ui {

class AlertTableModel;

// Which row has which colour, and where in the archive the notable ones are: colour rules, retracted, unreadable and marked
// rows. Rows in sight are judged as they are painted; all others by RowMarks. Main thread; model and archive outlive it.
class RowColours final : public QObject
{
    Q_OBJECT
public:
    // Rows of one kind for the strip beside the scroll bar.
    struct Kind {
        enum What { Unreadable, Retracted, Watched, Rule, Marked } what = Rule;
        int rule = -1;
        const std::vector<int64_t> *rows = nullptr; // ascending; valid until the next marksChanged()
    };

    RowColours(archive::Archive &archive, AlertTableModel &model, QObject *parent = nullptr);

    void setRules(ColourRules rules);
    [[nodiscard]] const ColourRules &rules() const { return m_rules; }
    [[nodiscard]] int ruleOf(const Alert &alert) const; // -1: none
    // Rows that only their packets could have judged, which are damaged or lost: by this rule, by any.
    [[nodiscard]] qint64 unreadOf(int rule) const;
    [[nodiscard]] qint64 unreadRows() const;
    [[nodiscard]] std::vector<Kind> kinds() const; // in the order of their rank; the first is painted over the others

Q_SIGNALS:
    void rulesChanged(); // rows look different
    void marksChanged();
    void failed(const tocsin::Error &error);

private:
    void ask();
    void take(const MarkedRows &rows, bool all);

    AlertTableModel &m_model;
    RowMarks m_marks;
    ColourRules m_rules;
    MarkedRows m_found;
    quint64 m_ticket = 0;
    QTimer m_minute; // rules that ask for the time
    QTimer m_askSoon; // many reasons to ask in a row are one
    mutable std::unordered_map<int64_t, int> m_known; // rows that were painted lately
};

} // namespace tocsin::ui
