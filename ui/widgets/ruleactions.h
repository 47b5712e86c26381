// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/rule.h"
#include "ui/models/rulestate.h"
#include "ui/widgets/optionform.h"

#include <QWidget>

#include <vector>

class QLabel;
class QListWidget;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace tocsin::ui {

class MessagePanel;

// What a rule does: its actions in order, each with the form that its kind describes, and a trial of one of them. Main thread;
// owned by its dialog, the kinds outlive it.
class RuleActions final : public QWidget
{
    Q_OBJECT
public:
    RuleActions(const std::vector<rules::ActionKind> &kinds, OptionForm::MakeEditor makeEditor, QWidget *parent);

    void setActions(const std::vector<rules::Action> &actions);
    [[nodiscard]] const std::vector<rules::Action> &actions() const { return m_actions; }
    // Which action is wrong first; -1: none is.
    [[nodiscard]] int firstWrong() const;
    // Shows what is wrong with it; true when nothing is.
    bool showAllProblems();
    // The row that a trial takes, in words; empty: none is selected, there is no trial.
    void setTrialRow(const QString &row);
    void showTrial(const RuleRun &run);
    [[nodiscard]] QList<QWidget *> fields() const; // tab order

Q_SIGNALS:
    void changed();
    void trialWanted(const tocsin::rules::Action &action);
    void fieldsChanged(); // another form is shown

private:
    void add(const QString &kind);
    void removeCurrent();
    void moveCurrent(int step);
    void fill(int current);
    void present(int row);
    void showCurrent();
    void take();
    [[nodiscard]] bool isWrong(int row) const;

    const std::vector<rules::ActionKind> &m_kinds;
    const OptionForm::MakeEditor m_makeEditor;
    std::vector<rules::Action> m_actions;
    QString m_trialRow;
    bool m_trying = false;

    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
    QLabel *m_help;
    QScrollArea *m_area;
    QVBoxLayout *m_below = nullptr; // of the list: what belongs to the current action
    OptionForm *m_form = nullptr; // of the current action
    QPushButton *m_try;
    MessagePanel *m_trial;
};

} // namespace tocsin::ui
