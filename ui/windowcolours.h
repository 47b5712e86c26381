// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/rowcolours.h"

#include <QWidget>

namespace tocsin::ui {

class AlertTable;
class AlertTableModel;
class MainWindowProfile;

// Ties the colour rules to the table, the strip beside it and the profile. Owned by the window, as all of them.
class WindowColours final : public QObject
{
    Q_OBJECT
public:
    WindowColours(archive::Archive &archive, AlertTable &table, AlertTableModel &model, MainWindowProfile &profile, QWidget *window);

    [[nodiscard]] QWidget *area() const { return m_area; } // the table with its strip, to be put into the window
    [[nodiscard]] int stripWidth() const { return m_strip->sizeHint().width(); } // of the area, beside the table
    void restore(); // what the profile keeps, else the shipped rules
    void edit(const QString &proposed = {});
    // The person's own, without those that rules bring.
    [[nodiscard]] const ColourRules &rules() const { return m_own; }
    // What rules with the action “colour” ask for: it goes before the person's own.
    void setByRules(const QList<ColourRule> &rules);

Q_SIGNALS:
    void changed(); // something to keep
    void said(const QString &text); // for the status bar
    void failed(const tocsin::Error &error);

private:
    void sayUnread();
    void use(); // m_own and m_byRules

    MainWindowProfile &m_profile;
    QWidget *m_window;
    QWidget *m_area;
    RowColours m_colours;
    ColourRules m_own;
    QList<ColourRule> m_byRules;
    qint64 m_unread = 0; // rows that the rules could not judge, as they were said last
    QWidget *m_strip;
};

} // namespace tocsin::ui
