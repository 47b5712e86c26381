// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/filter/fieldcatalogue.h"
#include "core/rules/rule.h"
#include "ui/models/rulestate.h"

#include <QDialog>
#include <QStringList>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;

namespace tocsin::vault {
class Vault;
}

namespace tocsin::ui {

class AccountEditor;
class ConditionEditor;
class MessagePanel;
class OptionEditor;
class OptionForm;
class RuleActions;

// What the editor of a rule may offer; all of it may be empty.
struct RuleDialogContext {
    QStringList taken; // names of other rules
    filter::FieldCatalogue catalogue = {};
    QStringList streams; // names of Kafka streams
    QString trialRow; // the selected row in words
    vault::Vault *vault = nullptr; // outlives the dialog; null: there are no accounts
    QString vaultFile;
};

// One rule, to be made or changed: when it acts, how it wakes, what it does, and all of it said in a sentence. Nothing changes
// before it is saved. Secrets are accounts of the vault, never part of a rule. Opened with open(), deletes itself.
class RuleDialog final : public QDialog
{
    Q_OBJECT
public:
    // Keeps the rule; an error is shown and what was typed stays.
    using Submit = std::function<Outcome(const rules::Rule &)>;

    // A rule without a name is a new one. The kinds outlive the dialog.
    RuleDialog(const rules::Rule &rule, const std::vector<rules::ActionKind> &kinds, RuleDialogContext context, Submit submit, QWidget *parent);

    // As it stands in the form. Whoever changes what wakes has to rehearse again: it is off then.
    [[nodiscard]] rules::Rule rule() const;
    void showTrial(const RuleRun &run);

Q_SIGNALS:
    void rehearsalWanted(const tocsin::rules::Rule &rule);
    void trialWanted(const tocsin::rules::Action &action);

protected:
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] OptionEditor *makeSettingEditor(const options::OptionSpec &spec, QWidget *parent);
    [[nodiscard]] OptionEditor *makeActionEditor(const options::OptionSpec &spec, QWidget *parent);
    [[nodiscard]] QStringList accountsOf(const QString &kind) const;
    void addAccount(const QString &kind, AccountEditor *editor);
    [[nodiscard]] bool isAdding() const { return m_before.name.isEmpty(); }
    [[nodiscard]] bool losesRehearsal(const rules::Rule &rule) const;
    // Empty: it may be saved.
    [[nodiscard]] QString hindrance() const;
    void showHelp();
    void refresh();
    void trySubmit();

    const rules::Rule m_before;
    const std::vector<rules::ActionKind> &m_kinds;
    const RuleDialogContext m_context;
    const Submit m_submit;
    ConditionEditor *m_condition = nullptr;
    ConditionEditor *m_measure = nullptr;
    OptionForm *m_form;
    RuleActions *m_actions;
    QScrollArea *m_scroll;
    QLabel *m_sentence;
    MessagePanel *m_message;
    QPushButton *m_rehearse;
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace tocsin::ui
