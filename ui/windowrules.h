// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/rulestore.h"
#include "ui/models/colourrules.h"
#include "ui/models/rulestate.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

class QMainWindow;

namespace tocsin {
struct Alert;
}

namespace tocsin::alarms {
class AlarmBook;
}

namespace tocsin::archive {
class Archive;
}

namespace tocsin::journal {
class Journal;
}

namespace tocsin::rules {
class RuleEngine;
struct RuleRun;
}

namespace tocsin::services {
class StreamManager;
}

namespace tocsin::ui {

class AlertTable;
class AlertTableModel;
class MessagePanel;
class FilterRow;
class MainWindowActions;
class RehearsalDialog;
class Rehearsing;
class RuleDialog;
class RuleWatch;
class RulesDialog;
class WindowAccounts;
class WindowStatus;

// What WindowRules works with; all of it outlives it.
struct RuleParts {
    MainWindowActions &actions;
    AlertTable &table;
    AlertTableModel &model;
    FilterRow &filter;
    WindowStatus &status;
    WindowAccounts &accounts;
    services::StreamManager &manager;
    archive::Archive &archive;
    QString file; // of the rules
    journal::Journal *journal = nullptr; // null: nothing is known of what rules do
    alarms::AlarmBook *alarms = nullptr; // null: nothing sounds
    rules::RuleEngine *engine = nullptr; // null: rules do nothing here
};

// The rules in the window: their page, editor and rehearsal, and what the status bar says of them. Other programs may change
// the same file. Main thread; owned by the window.
class WindowRules final : public QObject
{
    Q_OBJECT
public:
    WindowRules(const RuleParts &parts, QMainWindow *window);

    void open(const QString &name = {});
    // Restricted rows wait for an answer: hidden while there is no question. The window puts it over the table.
    [[nodiscard]] MessagePanel *banner() const { return m_banner; }
    void makeOfFilter(const QString &filter);
    void makeLike(const Alert &alert);
    // What an alert is, as a rule for its like: topic, kind of message and messenger.
    [[nodiscard]] static rules::Rule ruleLike(const Alert &alert);

    // Rules that are on and may wake somebody.
    [[nodiscard]] int armed() const { return m_armed; }
    // What rules that are on want of the colours of rows, in their order.
    [[nodiscard]] QList<ColourRule> colours() const;

Q_SIGNALS:
    void armedChanged(int rules);
    void coloursChanged(const QList<tocsin::ui::ColourRule> &rules);
    void said(const QString &text, bool bad);
    void rowWanted(qint64 row);

private:
    // windowrules.cpp
    void look();
    void present();
    void showQuestion();
    void handleWrong(const QString &rule, const RuleRun &run);
    void report(const Outcome &outcome); // on the page, else in the status bar
    void tellEngine(); // that the file has changed
    [[nodiscard]] bool isSilenced() const;
    [[nodiscard]] RuleState stateOf(const rules::Rule &rule) const;
    // windowrulescommands.cpp
    void make(rules::Rule rule);
    void edit(const QString &name);
    void duplicate(const QString &name);
    void remove(const QString &name);
    void setEnabled(const QString &name, bool enabled);
    void importFile();
    void readFile(const QString &file);
    void exportRule(const QString &name);
    void rehearse(const rules::Rule &rule, bool arms);
    void noteRehearsal(const QString &name);
    void tryAction(const rules::Action &action);
    void showTrial(const rules::RuleRun &run);
    void openEditor(const rules::Rule &rule);
    [[nodiscard]] std::shared_ptr<const Alert> chosenAlert() const;
    [[nodiscard]] QStringList namesBut(const QString &name) const;

    const RuleParts m_parts;
    QMainWindow *const m_window;
    rules::RuleStore m_store;
    Error m_broken; // the file cannot be read; empty message: it can
    RuleWatch *m_watch = nullptr;
    MessagePanel *m_banner;
    int m_armed = 0;
    QList<ColourRule> m_colours; // as they were told last
    QString m_asked; // the destination in the banner
    bool m_wasSilenced = false; // as it was said last
    QTimer m_again; // the file may have been changed by others
    QPointer<RulesDialog> m_page;
    QPointer<RuleDialog> m_editor;
    QPointer<RehearsalDialog> m_rehearsal;
    rules::Rule m_rehearsed; // the last one, as it stood then
    UtcTime m_rehearsedAt; // not valid: none was
    Rehearsing *m_rehearsing = nullptr; // made at the first need
};

} // namespace tocsin::ui
