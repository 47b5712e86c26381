// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowalarms.h"

#include "core/alarms/alarmbook.h"
#include "core/alarms/alarmwords.h"
#include "ui/dialogs/alarmcheckdialog.h"
#include "ui/dialogs/alarmlogdialog.h"
#include "ui/mainwindow.h"
#include "ui/mainwindowactions.h"
#include "ui/mainwindowclosing.h"

#include <QAction>
#include <QApplication>
#include <QMenu>

#include <algorithm>
#include <chrono>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes kSilence{30};
const QString kWindow = u"window"_s;

QString clock(const UtcTime &time)
{
    return QString::fromStdString(time.iso()).mid(11, 5);
}

} // namespace

WindowAlarms::WindowAlarms(alarms::AlarmBook &book, AlarmBanner &banner, MainWindow &window)
    : QObject(&window), m_book(book), m_banner(banner), m_window(window), m_ringer(book)
{
    connect(&book, &alarms::AlarmBook::changed, this, &WindowAlarms::present);
    connect(&book, &alarms::AlarmBook::sounds, this, &WindowAlarms::handleSounds);
    connect(&book, &alarms::AlarmBook::trouble, this, [this](const Error &error) { Q_EMIT said(error.message + u' ' + error.remedy, true); });
    connect(&banner, &AlarmBanner::showWanted, this, &WindowAlarms::showRow);
    connect(&banner, &AlarmBanner::acknowledgeWanted, this, [this](qint64 number) { m_book.acknowledge(number, kWindow); });
    connect(&banner, &AlarmBanner::logWanted, this, &WindowAlarms::showLog);
    connect(&banner, &AlarmBanner::targetsRemovalWanted, this, &WindowAlarms::targetsRemovalWanted);
    connect(&m_ringer, &alarms::Ringer::showWanted, this, &WindowAlarms::handleShowWanted);
    connect(&m_ringer, &alarms::Ringer::checked, this, &WindowAlarms::handleChecked);
    connect(&m_ringer, &alarms::Ringer::trouble, this, [this](const Error &error) { Q_EMIT said(error.message + u' ' + error.remedy, true); });
    m_minute.setInterval(std::chrono::seconds(10));
    connect(&m_minute, &QTimer::timeout, this, &WindowAlarms::present);
    m_ringer.setHasWindow(true);
    wireActions();
    present();
}

void WindowAlarms::wireActions()
{
    const MainWindowActions &actions = m_window.actions();
    connect(actions.acknowledgeAlarm, &QAction::triggered, this, [this] {
        if (m_banner.alarm())
            m_book.acknowledge(m_banner.alarm()->number, kWindow);
    });
    connect(actions.acknowledgeAll, &QAction::triggered, this, [this] { m_book.acknowledgeAll(kWindow); });
    connect(actions.silenceAlarms, &QAction::triggered, this, &WindowAlarms::toggleSilence);
    connect(actions.alarmLog, &QAction::triggered, this, &WindowAlarms::showLog);
    connect(actions.testAlarm, &QAction::triggered, this, &WindowAlarms::raiseTestAlarm);
    connect(actions.checkAlarms, &QAction::triggered, this, &WindowAlarms::showCheck);
    connect(actions.acknowledgeAlarm, &QAction::changed, this, [this, action = actions.acknowledgeAlarm] {
        m_banner.setAcknowledgeKey(action->shortcut().toString(QKeySequence::NativeText)); // it may have been given another
    });
    m_banner.setAcknowledgeKey(actions.acknowledgeAlarm->shortcut().toString(QKeySequence::NativeText));
    connect(&m_window.status(), &WindowStatus::clicked, this, [this](WindowStatus::Item item) {
        if (item == WindowStatus::Item::Silenced)
            m_book.silenceUntil({});
    });
    m_window.closer().addTrayActions({actions.acknowledgeAll, actions.silenceAlarms});
}

// Newest first: what was raised last is what the banner says.
void WindowAlarms::present()
{
    const std::vector<alarms::Alarm> &open = m_book.open();
    const bool isSilenced = m_book.isSilenced();
    const QString silence = isSilenced ? tr("silenced until %1 UT").arg(clock(m_book.silencedUntil())) : QString();
    const std::optional<alarms::Alarm> before = m_banner.alarm();
    if (open.empty())
        m_banner.setAlarm({}, 0, {});
    else
        m_banner.setAlarm(open.front(), static_cast<int>(open.size()) - 1, silence);
    if (!open.empty() && open.front().kind == alarms::Kind::Retraction && (!before || before->number != open.front().number))
        Q_EMIT retractionShown(open.front().event);

    const MainWindowActions &actions = m_window.actions();
    actions.acknowledgeAlarm->setEnabled(!open.empty());
    actions.acknowledgeAll->setEnabled(!open.empty());
    actions.silenceAlarms->setText(isSilenced ? tr("End the silence") : tr("Silence alarms for 30 min"));
    QString left;
    if (isSilenced) {
        const auto minutes = static_cast<int>((m_book.silencedUntil().us - UtcTime::now().us) / 60'000'000 + 1);
        left = tr("alarms silenced, %n min left", nullptr, minutes);
        m_minute.start();
    } else {
        m_minute.stop();
    }
    m_window.status().setSilenced(left, tr("Until %1 UT only rules marked “always” sound. Click to end the silence.").arg(clock(m_book.silencedUntil())));
    showTray();
}

// Shown while it has something to say; kept there with a hidden window it says that, too.
void WindowAlarms::showTray()
{
    const auto open = static_cast<int>(m_book.open().size());
    const bool isSilenced = m_book.isSilenced();
    TrayState state{.isNeeded = open > 0 || isSilenced || m_ringer.armed() > 0};
    if (open > 0) {
        state.number = open;
        state.isSilent = isSilenced;
        state.colour = isSilenced ? &Palette::warn : &Palette::bad;
        state.tip = tr("Tocsin: %n open alarm(s). %1", nullptr, open).arg(alarms::plainLine(m_book.open().front().title));
    } else if (isSilenced) {
        state.glyph = u"pause"_s;
        state.colour = &Palette::warn;
        state.tip = tr("Tocsin: alarms are silenced until %1 UT").arg(clock(m_book.silencedUntil()));
    } else if (m_ringer.armed() > 0) {
        state.tip = tr("Tocsin: %n rule(s) armed", nullptr, m_ringer.armed());
    }
    m_window.closer().setTrayState(state);
}

void WindowAlarms::handleSounds(const alarms::Alarm &alarm, bool again)
{
    present();
    m_banner.blink();
    if (alarm.notifies && !again)
        m_window.raiseAgain(); // also minimised or kept in the tray
    QApplication::alert(&m_window);
}

void WindowAlarms::showRow(qint64 row)
{
    m_window.raiseAgain();
    if (row > 0)
        Q_EMIT rowWanted(row);
}

void WindowAlarms::handleShowWanted(qint64 number, const QString &activationToken)
{
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken.toUtf8()); // Wayland lets nobody come forward without
    const auto found = std::ranges::find(m_book.open(), number, &alarms::Alarm::number);
    showRow(found == m_book.open().end() ? 0 : found->row);
}

void WindowAlarms::toggleSilence()
{
    if (m_book.isSilenced())
        return m_book.silenceUntil({});
    m_book.silenceUntil(UtcTime::fromUs(UtcTime::now().us + std::chrono::microseconds(kSilence).count()));
}

void WindowAlarms::setArmed(int rules)
{
    m_ringer.setArmed(rules);
    showTray();
}

void WindowAlarms::raiseTestAlarm()
{
    m_book.raise(alarms::testAlarm());
}

void WindowAlarms::showLog()
{
    if (!m_log) {
        m_log = new AlarmLogDialog(m_book, &m_window);
        connect(m_log, &AlarmLogDialog::showWanted, this, &WindowAlarms::showRow);
    }
    m_log->show();
    m_log->raise();
    m_log->activateWindow();
}

void WindowAlarms::showCheck()
{
    if (!m_check) {
        m_check = new AlarmCheckDialog(&m_window);
        connect(m_check, &AlarmCheckDialog::againWanted, this, &WindowAlarms::showCheck);
        connect(m_check, &AlarmCheckDialog::testWanted, this, &WindowAlarms::raiseTestAlarm);
    }
    m_check->setRunning();
    m_check->show();
    m_check->raise();
    m_checkIsOurs = true;
    m_ringer.check();
}

void WindowAlarms::handleChecked()
{
    std::vector<alarms::CheckPart> parts = m_ringer.lastCheck();
    const bool hasTray = m_window.closer().hasTray();
    parts.push_back({.id = alarms::CheckPart::Id::Tray,
                     .name = tr("Tray"),
                     .works = hasTray,
                     .fact = hasTray ? tr("An icon shows the state, also while the window is closed.") : tr("This desktop has no tray."),
                     .remedy = hasTray ? QString() : tr("Leave the window open or minimised; GNOME shows trays with the extension AppIndicator.")});
    parts.push_back({.id = alarms::CheckPart::Id::Window,
                     .name = tr("Window"),
                     .works = true,
                     .fact = tr("The banner and the entry in the task bar flash in any case.")});
    if (m_check)
        m_check->setParts(parts);
    if (std::exchange(m_checkIsOurs, false))
        return;
    // Made when a rule was armed: only what is missing is said.
    QStringList missing;
    for (const alarms::CheckPart &part : parts) {
        if (!part.works)
            missing << part.name;
    }
    if (!missing.isEmpty())
        Q_EMIT said(tr("Alarms cannot use all they need here. Missing: %1. The menu Alarms, Check, says what to do.").arg(missing.join(u", "_s)), true);
}

} // namespace tocsin::ui
