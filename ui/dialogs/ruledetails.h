// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/rule.h"
#include "ui/models/rulestate.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLayout;
class QPlainTextEdit;
class QPushButton;

namespace tocsin::ui {

class MessagePanel;

// What is known of one rule below the list of rules: what it does, what it did last, what went wrong and what waits for an
// answer. Says what is wanted; its owner does it. Main thread.
class RuleDetails final : public QWidget
{
    Q_OBJECT
public:
    explicit RuleDetails(QWidget *parent);

    // Null: none is selected. The kinds are only looked at.
    void setRule(const rules::Rule *rule, const RuleState &state, const std::vector<rules::ActionKind> &kinds);
    void setMovable(bool up, bool down);
    // What came of what was asked last; gone once another rule is shown.
    void say(bool good, const QString &title, const QString &text, const QString &detail);

Q_SIGNALS:
    void editWanted();
    void duplicateWanted();
    void removeWanted();
    void moveWanted(int step);
    void allowWanted(const QString &destination);
    void refuseWanted(const QString &destination);

private:
    [[nodiscard]] QWidget *makeRight();
    [[nodiscard]] QLayout *makeButtons();
    void showTrouble(const RuleState &state);
    void showWaiting(const RuleState &state);
    void showRight();

    QString m_shown; // the name of the rule
    QString m_destination; // that is asked about
    QLabel *m_title;
    QLabel *m_sentence;
    QLabel *m_last;
    QWidget *m_right; // what follows; takes no room while there is nothing
    MessagePanel *m_outcome; // of what was done last
    MessagePanel *m_trouble; // of the rule or its actions
    QPlainTextEdit *m_output; // of the action that went wrong
    MessagePanel *m_waiting; // for an answer
    QPushButton *m_allow;
    QPushButton *m_refuse;
    QPushButton *m_edit;
    QPushButton *m_duplicate;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
};

} // namespace tocsin::ui
