// SPDX-License-Identifier: GPL-3.0-or-later
// What people do with rules in the window: write, try, rehearse, arm, remove them, take them from files and to files.
#include "ui/windowrules.h"

#include "core/domain/alert.h"
#include "core/filter/text.h"
#include "core/journal/consents.h"
#include "core/rules/actions/action.h"
#include "core/rules/rulecheck.h"
#include "core/rules/ruleengine.h"
#include "core/rules/ruletext.h"
#include "core/services/streammanager.h"
#include "core/vault/vault.h"
#include "ui/dialogs/askdialog.h"
#include "ui/dialogs/rehearsaldialog.h"
#include "ui/dialogs/ruledialog.h"
#include "ui/dialogs/rulesdialog.h"
#include "ui/models/alerttablemodel.h"
#include "ui/models/rehearsing.h"
#include "ui/models/rulewords.h"
#include "ui/theme/formats.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/filterrow.h"
#include "ui/windowaccounts.h"

#include <QDir>
#include <QFileDialog>
#include <QMainWindow>
#include <QSaveFile>

#include <nlohmann/json.hpp>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using rules::Rule;

namespace {

constexpr qint64 kLargestFile = 4 << 20;

Error fileTrouble(const QString &message, const QFileDevice &file)
{
    return {.message = message.arg(QDir::toNativeSeparators(file.fileName())), .remedy = WindowRules::tr("Choose another file."), .detail = file.errorString()};
}

} // namespace

void WindowRules::makeOfFilter(const QString &filter)
{
    make({.filter = filter.trimmed()});
}

Rule WindowRules::ruleLike(const Alert &alert)
{
    Rule rule;
    if (!alert.topic.empty())
        rule.topics << QString::fromStdString(alert.topic);
    QStringList parts;
    for (const auto &[key, value] : {std::pair("messenger", &alert.messenger), std::pair("message", &alert.message), std::pair("mission", &alert.mission)}) {
        if (!value->empty())
            parts << QString::fromStdString(std::string(key) + " = " + filter::quotedText(*value));
    }
    rule.filter = parts.join(u" and "_s);
    rule.tests = alert.test;
    return rule;
}

void WindowRules::makeLike(const Alert &alert)
{
    make(ruleLike(alert));
}

// A rule that is made wakes, unless somebody wants it otherwise: nobody looks for a rule to have nothing happen.
void WindowRules::make(Rule rule)
{
    if (rule.actions.empty())
        rule.actions = {{.kind = u"notify"_s}, {.kind = u"sound"_s}};
    openEditor(rule);
}

void WindowRules::edit(const QString &name)
{
    if (const Rule *rule = m_store.find(name))
        openEditor(*rule);
}

void WindowRules::duplicate(const QString &name)
{
    const Rule *rule = m_store.find(name);
    if (!rule)
        return;
    Rule copy = *rule;
    copy.label = tr("%1, copy").arg(rule->title());
    copy.name.clear();
    copy.enabled = false;
    copy.shipped = false;
    copy.rehearsed = {};
    openEditor(copy);
}

QStringList WindowRules::namesBut(const QString &name) const
{
    QStringList names;
    for (const Rule &rule : m_store.rules()) {
        if (rule.name != name)
            names << rule.name;
    }
    return names;
}

void WindowRules::openEditor(const Rule &rule)
{
    if (m_editor) {
        m_editor->raise();
        return;
    }
    RuleDialogContext context{.taken = namesBut(rule.name), .catalogue = m_parts.filter.catalogue(), .vault = m_parts.accounts.vault(), .vaultFile = m_parts.accounts.vaultFile()};
    if (const auto alert = chosenAlert(); alert && m_parts.engine)
        context.trialRow = formats::plain(alert->name.empty() ? alert->id : alert->name);
    for (const streams::StreamConfig &config : m_parts.manager.configs())
        context.streams << config.name;
    const QString before = rule.name;
    const auto submit = [this, before](const Rule &made) {
        const Outcome kept = before.isEmpty() ? m_store.add(made) : m_store.update(before, made);
        if (kept) {
            tellEngine();
            noteRehearsal(made.name);
            present();
            open(made.name);
        }
        return kept;
    };
    m_editor = new RuleDialog(rule, rules::actionKinds(), std::move(context), submit, m_page ? static_cast<QWidget *>(m_page) : m_window);
    connect(m_editor, &RuleDialog::trialWanted, this, &WindowRules::tryAction);
    connect(m_editor, &RuleDialog::rehearsalWanted, this, [this](const Rule &written) { rehearse(written, false); });
    m_editor->open();
}

std::shared_ptr<const Alert> WindowRules::chosenAlert() const
{
    const int row = m_parts.table.currentIndex().row();
    const AlertRecord *record = row < 0 ? nullptr : m_parts.model.recordAt(row);
    return record ? record->alert : nullptr;
}

// A person who tries an action on a restricted alert is asked like a rule that wants to send it.
void WindowRules::tryAction(const rules::Action &action)
{
    const std::shared_ptr<const Alert> alert = chosenAlert();
    if (!alert || !m_editor || !m_parts.engine)
        return;
    const auto run = [this, action, alert] {
        if (m_editor)
            m_parts.engine->tryAction(m_editor->rule(), action, alert, [self = QPointer(this)](const rules::RuleRun &done) {
                if (self)
                    self->showTrial(done);
            });
    };
    const QStringList destinations = rules::destinationsOf(action);
    if (alert->access != "restricted" || destinations.isEmpty() || !m_parts.journal)
        return run();
    journal::Consents(*m_parts.journal).missing(destinations, this, [this, action, run](const Result<QStringList> &missing) {
        if (missing && missing.value().isEmpty())
            return run();
        const QString where = missing ? rules::destinationLabel(missing.value().constFirst()) : QString();
        showTrial({.kind = action.kind, .state = rules::RuleRun::State::Failed, .finished = UtcTime::now(),
                   .result = missing ? tr("The selected alert is restricted, and nobody has allowed yet that such alerts go to %1. Select a public one.").arg(where) : missing.error().message});
    });
}

void WindowRules::showTrial(const rules::RuleRun &run)
{
    if (m_editor)
        m_editor->showTrial({run.finished, rules::kindLabel(run), run.state == rules::RuleRun::State::Done, run.result.isEmpty() ? rules::stateLabel(run.state) : run.result, run.output, run.row});
}

void WindowRules::remove(const QString &name)
{
    const Rule *rule = m_store.find(name);
    if (!rule)
        return;
    auto *ask = new AskDialog(tr("Remove “%1”?").arg(rule->title()),
                              rule->shipped ? tr("It came with Tocsin and stays away once it is removed. Switched off it does nothing, too.") : tr("What it has done stays in the log."), m_page);
    ask->addAnswer(1, tr("Remove rule"), false);
    ask->addCancel();
    connect(ask, &AskDialog::answered, this, [this, name] {
        report(m_store.remove(name));
        present();
    });
    ask->open();
}

void WindowRules::setEnabled(const QString &name, bool enabled)
{
    report(m_store.setEnabled(name, enabled));
    present();
    if (const Rule *rule = m_store.find(name); rule && rule->enabled == enabled)
        Q_EMIT said(enabled ? tr("“%1” is on").arg(rule->title()) : tr("“%1” is off").arg(rule->title()), false);
}

void WindowRules::rehearse(const Rule &rule, bool arms)
{
    if (!m_rehearsing)
        m_rehearsing = new Rehearsing(m_parts.archive, m_parts.journal, this);
    QWidget *above = m_editor ? static_cast<QWidget *>(m_editor) : m_page ? static_cast<QWidget *>(m_page) : m_window;
    auto *dialog = new RehearsalDialog(rule.title(), rulewords::sentence(rule, rules::actionKinds()), arms, above);
    m_rehearsal = dialog;
    connect(dialog, &RehearsalDialog::wanted, m_rehearsing, [this, rule](const UtcTime &since) { m_rehearsing->start(rule, since); });
    connect(dialog, &RehearsalDialog::stopWanted, m_rehearsing, &Rehearsing::stop);
    connect(m_rehearsing, &Rehearsing::advanced, dialog, &RehearsalDialog::setProgress);
    connect(m_rehearsing, &Rehearsing::done, dialog, [this, dialog, rule](const RehearsalResult &result) {
        dialog->setResult(result);
        m_rehearsed = rule;
        m_rehearsedAt = UtcTime::now();
        noteRehearsal(rule.name);
    });
    connect(m_rehearsing, &Rehearsing::failed, dialog, &RehearsalDialog::setFailed);
    connect(dialog, &RehearsalDialog::rowWanted, this, &WindowRules::rowWanted);
    connect(dialog, &RehearsalDialog::armWanted, this, [this, name = rule.name] { setEnabled(name, true); });
    dialog->open();
    dialog->begin();
}

// Of the rule as it is kept: what is still being written is noted when it is saved as it was rehearsed.
void WindowRules::noteRehearsal(const QString &name)
{
    const Rule *kept = m_store.find(name);
    if (!kept || !m_rehearsedAt.isValid() || !rules::hearTheSame(*kept, m_rehearsed))
        return;
    report(m_store.noteRehearsal(Rule(*kept), m_rehearsedAt));
    present();
}

void WindowRules::importFile()
{
    auto *dialog = new QFileDialog(m_page, tr("Import rules"), {}, tr("Rules (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &WindowRules::readFile);
    dialog->open();
}

void WindowRules::readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return report(fileTrouble(tr("%1 could not be read."), file));
    if (file.size() > kLargestFile)
        return report(Error{.message = tr("%1 is too large for a file of rules.").arg(path), .remedy = tr("Choose another file.")});
    const auto read = rules::rulesFromText(file.readAll());
    if (!read)
        return report(read.error());
    QString last;
    for (Rule rule : read.value()) {
        rule.enabled = false;
        rule.shipped = false;
        rule.rehearsed = {};
        if (m_store.find(rule.name))
            rule.name = rulewords::freeName(rule.name, namesBut({}));
        if (const Outcome added = m_store.add(rule); !added) {
            present();
            return report(added);
        }
        last = rule.name;
    }
    present();
    if (m_page) {
        m_page->select(last);
        m_page->say(true, tr("%n rule(s) imported, switched off", nullptr, static_cast<int>(read.value().size())), tr("Look at each of them, then arm it."));
    }
}

void WindowRules::exportRule(const QString &name)
{
    const Rule *rule = m_store.find(name);
    if (!rule)
        return;
    auto *dialog = new QFileDialog(m_page, tr("Export rule"), rule->name + u".json"_s, tr("Rules (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this, copy = *rule](const QString &path) {
        QSaveFile file(path);
        const QByteArray text = QByteArray::fromStdString(rules::ruleToJson(copy).dump(2)) + '\n';
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
            return report(fileTrouble(tr("%1 could not be written."), file));
        if (m_page)
            m_page->say(true, tr("The rule was written"), QDir::toNativeSeparators(path));
    });
    dialog->open();
}

} // namespace tocsin::ui
