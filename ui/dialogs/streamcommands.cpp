// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/streamcommands.h"

#include "core/services/signin.h"
#include "core/services/streammanager.h"
#include "ui/dialogs/askdialog.h"
#include "ui/dialogs/namedialog.h"
#include "ui/dialogs/streamdialog.h"
#include "ui/dialogs/streamlogdialog.h"
#include "ui/models/streammodel.h"
#include "ui/windowaccounts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using streams::StreamConfig;

StreamCommands::StreamCommands(services::StreamManager &manager, archive::Archive &archive, StreamModel &model, WindowAccounts &accounts, QWidget *window)
    : QObject(window), m_manager(manager), m_archive(archive), m_model(model), m_accounts(accounts), m_window(window)
{
}

QString StreamCommands::shownName(const QString &uuid) const
{
    const StreamConfig *config = m_model.config(uuid);
    if (!config)
        return {};
    return config->label.isEmpty() ? config->name : config->label;
}

QStringList StreamCommands::namesBut(const QString &uuid) const
{
    QStringList names;
    for (const StreamConfig &config : m_manager.configs()) {
        if (config.uuid != uuid)
            names << config.name;
    }
    return names;
}

void StreamCommands::add(const QString &type)
{
    openDialog({}, type);
}

void StreamCommands::edit(const QString &uuid)
{
    if (m_model.config(uuid) && !m_model.isTransient(uuid))
        openDialog(uuid);
}

void StreamCommands::signIn(const QString &uuid)
{
    const StreamConfig *config = m_model.config(uuid);
    const QString account = config ? services::namedAccount(*config) : QString();
    if (!account.isEmpty() && m_accounts.knows(account))
        m_accounts.open(account);
    else
        edit(uuid);
}

void StreamCommands::openDialog(const QString &uuid, const QString &type)
{
    const StreamConfig *known = uuid.isEmpty() ? nullptr : m_model.config(uuid);
    const auto submit = [this](const StreamConfig &config) {
        return config.uuid.isEmpty() ? m_manager.add(config) : m_manager.update(config);
    };
    auto *dialog = new StreamDialog(known ? *known : StreamConfig{}, namesBut(uuid), submit, m_window, &m_archive, {m_accounts.vault(), m_accounts.vaultFile()});
    if (!type.isEmpty())
        dialog->chooseType(type);
    dialog->setSignIn(m_manager.signIn());
    if (const QString secret = m_model.missingSecret(uuid); !secret.isEmpty())
        dialog->focusOn(secret);
    dialog->open();
}

void StreamCommands::rename(const QString &uuid)
{
    const StreamConfig *config = m_model.config(uuid);
    if (!config || m_model.isTransient(uuid))
        return;
    auto *dialog = new NameDialog(
        tr("Rename %1").arg(config->name), tr("Rename"), config->name,
        [taken = namesBut(uuid)](const QString &name) { return StreamDialog::nameProblem(name, taken); },
        tr("Its alerts in the archive stay with it."), m_window);
    connect(dialog, &NameDialog::named, this, [this, uuid](const QString &name) {
        const StreamConfig *before = m_model.config(uuid);
        if (!before)
            return;
        StreamConfig after = *before;
        after.name = name;
        if (const Outcome outcome = m_manager.update(after); !outcome)
            Q_EMIT said(outcome.error().message, true);
    });
    dialog->open();
}

bool StreamCommands::canStart(const QString &uuid) const
{
    const StreamConfig *config = m_model.config(uuid);
    return config && config->enabled && !m_manager.isRunning(uuid);
}

bool StreamCommands::canStop(const QString &uuid) const
{
    return m_manager.isRunning(uuid);
}

void StreamCommands::start(const QString &uuid)
{
    if (!canStart(uuid))
        return;
    if (m_model.isTransient(uuid))
        m_manager.startTransient({.config = *m_model.config(uuid), .startOverride = {}, .untilEnd = false});
    else
        m_manager.start(uuid);
}

void StreamCommands::stop(const QString &uuid)
{
    m_manager.stop(uuid);
}

void StreamCommands::startAll()
{
    for (const QString &uuid : m_model.uuids())
        start(uuid);
}

void StreamCommands::stopAllStreams()
{
    for (const QString &uuid : m_model.uuids())
        stop(uuid);
}

void StreamCommands::setEnabled(const QString &uuid, bool enabled)
{
    const StreamConfig *config = m_model.config(uuid);
    if (!config)
        return;
    StreamConfig changed = *config;
    changed.enabled = enabled;
    if (const Outcome outcome = m_manager.update(changed); !outcome)
        Q_EMIT said(outcome.error().message, true);
}

void StreamCommands::remove(const QString &uuid)
{
    const StreamConfig *config = m_model.config(uuid);
    if (!config || m_model.isTransient(uuid))
        return;
    const QString name = shownName(uuid);
    auto *dialog = new AskDialog(tr("Remove the stream %1?").arg(name),
                                 tr("It stops and its settings go. The alerts that it brought stay in the archive."), m_window);
    dialog->addCancel();
    dialog->addAnswer(1, tr("Remove stream"), false);
    connect(dialog, &AskDialog::answered, this, [this, uuid, name] {
        const Outcome outcome = m_manager.remove(uuid);
        if (outcome)
            Q_EMIT said(tr("%1 was removed; its alerts stay.").arg(name), false);
        else
            Q_EMIT said(outcome.error().message, true);
    });
    dialog->open();
}

void StreamCommands::showLog(const QString &uuid)
{
    if (!m_model.config(uuid))
        return;
    for (auto *open : m_window->findChildren<StreamLogDialog *>()) {
        if (open->uuid() == uuid) {
            open->raise();
            open->activateWindow();
            return;
        }
    }
    auto *dialog = new StreamLogDialog(m_manager, uuid, shownName(uuid), m_window);
    dialog->show();
}

void StreamCommands::copyStatus(const QString &uuid)
{
    QGuiApplication::clipboard()->setText(m_model.statusText(uuid));
    Q_EMIT said(tr("The status of %1 was copied.").arg(shownName(uuid)), false);
}

void StreamCommands::fillGaps(const QString &uuid)
{
    m_manager.fetchGaps(uuid);
}

void StreamCommands::fillMenu(QMenu &menu, const QString &uuid)
{
    const StreamConfig *config = m_model.config(uuid);
    if (!config)
        return;
    const bool stored = !m_model.isTransient(uuid);
    const auto entry = [&](const QString &text, bool enabled, auto &&what) {
        menu.addAction(text, this, what)->setEnabled(enabled);
    };
    const QString secret = m_model.missingSecret(uuid);
    if (stored && m_model.status(uuid).state == streams::State::NeedsSignIn && !services::namedAccount(*config).isEmpty()) {
        entry(tr("Sign in…"), true, [this, uuid] { signIn(uuid); });
        menu.addSeparator();
    } else if (stored && !secret.isEmpty() && services::namedAccount(*config).isEmpty()) {
        entry(secret == u"password"_s ? tr("Enter password…") : tr("Enter secret…"), true, [this, uuid] { edit(uuid); });
        menu.addSeparator();
    }
    entry(tr("Start"), canStart(uuid), [this, uuid] { start(uuid); });
    entry(tr("Stop"), canStop(uuid), [this, uuid] { stop(uuid); });
    menu.addSeparator();
    if (stored) {
        entry(tr("Edit stream"), true, [this, uuid] { edit(uuid); });
        entry(tr("Rename…"), true, [this, uuid] { rename(uuid); });
        if (config->enabled)
            entry(tr("Disable"), true, [this, uuid] { setEnabled(uuid, false); });
        else
            entry(tr("Enable"), true, [this, uuid] { setEnabled(uuid, true); });
        menu.addSeparator();
    }
    if (services::GapFetch::canFetch(*config)) {
        services::GapFetch &fetches = m_manager.fetches();
        if (fetches.state(uuid).running)
            entry(tr("Stop fetching"), true, [&fetches, uuid] { fetches.cancel(uuid); });
        else
            entry(tr("Fill all gaps"), m_model.missingSecret(uuid).isEmpty() || !services::namedAccount(*config).isEmpty(), [this, uuid] { fillGaps(uuid); });
    }
    entry(tr("Log…"), true, [this, uuid] { showLog(uuid); });
    entry(tr("Copy status"), true, [this, uuid] { copyStatus(uuid); });
    if (stored) {
        menu.addSeparator();
        entry(tr("Remove…"), true, [this, uuid] { remove(uuid); });
    }
}

} // namespace tocsin::ui
