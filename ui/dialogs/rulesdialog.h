// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/rules/rule.h"
#include "ui/dialogs/ruledetails.h"
#include "ui/models/rulestate.h"

#include <QDialog>
#include <QHash>

#include <vector>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace tocsin::ui {

// The rules in their order, each with what it waits for, what it did last and what went wrong. Says what is wanted; its owner
// does it and tells the rules anew. Opened with open(), deletes itself; main thread.
class RulesDialog final : public QDialog
{
    Q_OBJECT
public:
    // The kinds outlive the dialog.
    RulesDialog(const std::vector<rules::ActionKind> &kinds, QWidget *parent);

    void setRules(const std::vector<rules::Rule> &rules, const QHash<QString, RuleState> &states);
    void select(const QString &name);
    [[nodiscard]] QString current() const;
    // What came of what was asked last.
    void say(bool good, const QString &title, const QString &text, const QString &detail = {}) { m_details->say(good, title, text, detail); }
    void showError(const Error &error) { say(false, error.message, error.remedy, error.detail); }

Q_SIGNALS:
    void newWanted();
    void editWanted(const QString &name);
    void duplicateWanted(const QString &name);
    void removeWanted(const QString &name);
    void enabledWanted(const QString &name, bool enabled);
    void placeWanted(const QString &name, int place); // from 0
    void rehearsalWanted(const QString &name, bool arms);
    void importWanted();
    void exportWanted(const QString &name);
    void allowWanted(const QString &destination);
    void refuseWanted(const QString &destination);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();
    void put(const rules::Rule &rule);
    void fillDetails();
    void handleTick(QTreeWidgetItem *item);
    void move(int step);
    void handleDropped();
    [[nodiscard]] const rules::Rule *currentRule() const;
    [[nodiscard]] bool hasToRehearse(const rules::Rule &rule) const;

    const std::vector<rules::ActionKind> &m_kinds;
    std::vector<rules::Rule> m_rules;
    QHash<QString, RuleState> m_states;
    bool m_filling = false;

    QLabel *m_intro;
    QTreeWidget *m_list;
    QLabel *m_none;
    RuleDetails *m_details;
    QPushButton *m_new;
    QPushButton *m_import;
    QPushButton *m_export;
    QPushButton *m_rehearse;
    QPushButton *m_arm;
    QPushButton *m_close;
};

} // namespace tocsin::ui
