// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/colourrules.h"

#include <QDialog>
#include <QHash>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace tocsin::ui {

class FieldNote;
class FilterBox;

// The colour rules, to be edited: order, names, conditions, colours. Opened with open(), deletes itself; nothing changes
// before the person says so.
class ColourRulesDialog final : public QDialog
{
    Q_OBJECT
public:
    // `proposed`: a condition for a new rule, already chosen; may be empty.
    ColourRulesDialog(const ColourRules &rules, const QString &proposed, QWidget *parent);
    // By condition: how many rows it could not judge.
    void setUnread(const QHash<QString, qint64> &unread);

Q_SIGNALS:
    void applied(const tocsin::ui::ColourRules &rules);

private:
    void fill(const QList<ColourRule> &rules, int current);
    void showRule();
    void takeEdits();
    void check();
    void add(const QString &condition);
    void move(int step);
    void remove();
    [[nodiscard]] int current() const;
    void present(int row);

    QList<ColourRule> m_rules;
    QHash<QString, qint64> m_unread;
    QListWidget *m_list;
    QLineEdit *m_name;
    FilterBox *m_condition;
    FieldNote *m_note;
    QComboBox *m_colour;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_remove;
    QPushButton *m_ok;
    bool m_filling = false;
};

} // namespace tocsin::ui
