// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/ringer.h"
#include "ui/widgets/alarmbanner.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QWidget;

namespace tocsin::alarms {
class AlarmBook;
}

namespace tocsin::ui {

class AlarmCheckDialog;
class AlarmLogDialog;
class MainWindow;

// The alarms of the window: banner, log, check, tray, the raised window and what rings beside it. Owned by the window; the
// book outlives it. Main thread.
class WindowAlarms final : public QObject
{
    Q_OBJECT
public:
    WindowAlarms(alarms::AlarmBook &book, AlarmBanner &banner, MainWindow &window);

    // How many rules that may wake somebody are on.
    void setArmed(int rules);
    // So many targets were made from the event of this retraction: the banner offers their removal.
    void setTargets(const QString &event, int count) { m_banner.setTargets(event, count); }
    [[nodiscard]] alarms::Ringer &ringer() { return m_ringer; }
    void showLog();
    void showCheck();
    void raiseTestAlarm();

Q_SIGNALS:
    void rowWanted(qint64 row);
    void targetsRemovalWanted(const QString &event);
    // A retraction is shown: whoever knows of targets from this event says so by setTargets().
    void retractionShown(const QString &event);
    void said(const QString &message, bool bad); // for the status bar

private:
    void wireActions();
    void present();
    void showRow(qint64 row);
    void handleSounds(const alarms::Alarm &alarm, bool again);
    void handleShowWanted(qint64 number, const QString &activationToken);
    void handleChecked();
    void toggleSilence();
    void showTray();

    alarms::AlarmBook &m_book;
    AlarmBanner &m_banner;
    MainWindow &m_window;
    alarms::Ringer m_ringer;
    QPointer<AlarmLogDialog> m_log;
    QPointer<AlarmCheckDialog> m_check;
    QTimer m_minute; // the silence's rest is shown in minutes
    bool m_checkIsOurs = false; // somebody asked: the answer is shown whatever it is
};

} // namespace tocsin::ui
