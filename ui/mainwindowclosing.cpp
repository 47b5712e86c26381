// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindowclosing.h"

#include "core/services/streammanager.h"
#include "ui/dialogs/askdialog.h"
#include "ui/mainwindowprofile.h"

#include <QEvent>
#include <QMainWindow>
#include <QMenu>
#include <QSystemTrayIcon>
#include <QTimer>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kKey = u"close"_s;
const QString kQuit = u"quit"_s;
const QString kTray = u"tray"_s;

} // namespace

MainWindowClosing::MainWindowClosing(services::StreamManager &manager, MainWindowProfile &profile, QMainWindow *window)
    : QObject(window), m_manager(manager), m_profile(profile), m_window(window), m_limit(new QTimer(this))
{
    m_window->installEventFilter(this);
    m_limit->setSingleShot(true);
    m_limit->setInterval(kMostMs);
    connect(m_limit, &QTimer::timeout, this, &MainWindowClosing::finish);
    connect(&manager, &services::StreamManager::allStopped, this, [this] {
        if (m_closing)
            finish();
    });
}

MainWindowClosing::~MainWindowClosing()
{
    delete m_tray; // before its menu
}

bool MainWindowClosing::hasTray() const
{
    return m_trayAnswer.value_or(QSystemTrayIcon::isSystemTrayAvailable());
}

// The icon is painted in the window's colours.
bool MainWindowClosing::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::PaletteChange && m_tray)
        showTray();
    return QObject::eventFilter(watched, event);
}

bool MainWindowClosing::mayClose()
{
    if (m_done)
        return true;
    if (m_closing || m_asking)
        return false;
    const QString answer = m_profile.text(kKey);
    if (!m_manager.anyRunning() || answer == kQuit)
        quit();
    else if (answer == kTray && hasTray())
        keepInTray();
    else
        ask();
    return m_done;
}

void MainWindowClosing::ask()
{
    m_asking = true;
    enum Answer { Quit, Keep };
    const bool canKeep = hasTray();
    const QString text = canKeep
        ? tr("Streams are running. Kept in the tray they go on receiving and storing; after quitting, reading goes on later "
             "where it left off.")
        : tr("Streams are running. After quitting they stop; reading goes on later where it left off.");
    // Where there is no tray the one question is whether to quit, and it says so.
    auto *dialog = new AskDialog(canKeep ? tr("Close Tocsin?") : tr("Quit Tocsin?"), text, m_window);
    dialog->offerToRemember(canKeep ? tr("Do so from now on") : tr("Quit without asking from now on"));
    dialog->addCancel();
    dialog->addAnswer(Quit, tr("Quit"), false);
    if (canKeep)
        dialog->addAnswer(Keep, tr("Keep in the tray"), true);
    connect(dialog, &AskDialog::answered, this, [this](int answer, bool remember) {
        if (remember) {
            m_profile.setText(kKey, answer == Keep ? kTray : kQuit);
            Q_EMIT remembered();
        }
        if (answer == Keep)
            keepInTray();
        else
            quit();
    });
    connect(dialog, &QDialog::finished, this, [this] { m_asking = false; });
    dialog->open();
}

void MainWindowClosing::makeTray()
{
    if (m_tray)
        return;
    m_tray = new QSystemTrayIcon(m_window->windowIcon(), this);
    m_trayMenu = std::make_unique<QMenu>(); // no child of the window, which may be hidden
    m_trayMenu->addAction(tr("Show window"), this, &MainWindowClosing::showWanted);
    m_trayMenu->addActions(m_trayActions);
    m_trayMenu->addSeparator();
    m_trayMenu->addAction(tr("Quit"), this, &MainWindowClosing::quit);
    m_tray->setContextMenu(m_trayMenu.get());
    connect(m_tray, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT showWanted();
    });
}

void MainWindowClosing::addTrayActions(const QList<QAction *> &actions)
{
    m_trayActions << actions;
}

void MainWindowClosing::setTrayState(const TrayState &state)
{
    m_trayState = state;
    showTray();
}

// Also where there is no tray yet: Qt puts the icon into one that comes later.
void MainWindowClosing::showTray()
{
    const bool isWanted = !m_done && (m_isInTray || m_trayState.isNeeded);
    if (!isWanted) {
        if (m_tray)
            m_tray->hide();
        return;
    }
    makeTray();
    m_tray->setToolTip(m_trayState.tip.isEmpty() ? tr("Tocsin is listening") : m_trayState.tip);
    m_tray->setIcon(trayIcon(m_window->windowIcon(), m_trayState));
    m_tray->show();
}

void MainWindowClosing::keepInTray()
{
    m_isInTray = true;
    showTray();
    m_window->hide();
    Q_EMIT keptInTray();
}

void MainWindowClosing::leaveTray()
{
    m_isInTray = false;
    showTray();
}

void MainWindowClosing::quit()
{
    if (m_closing || m_done)
        return;
    m_closing = true;
    Q_EMIT closing();
    m_limit->start();
    m_manager.stopAll(); // allStopped() follows
}

void MainWindowClosing::finish()
{
    if (m_done)
        return;
    m_done = true;
    m_limit->stop();
    leaveTray();
    Q_EMIT done();
}

} // namespace tocsin::ui
