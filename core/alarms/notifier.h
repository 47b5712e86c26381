// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/alarm.h"
#include "core/alarms/buslink.h"
#include "core/base/error.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <map>

class QDBusServiceWatcher;

namespace tocsin::alarms {

// Open alarms as notifications of the desktop (org.freedesktop.Notifications 1.2): critical, so that they stay; one each,
// shown again in place when the alarm repeats, taken away when it is acknowledged. Asks the service what it can do. Every
// question has a time limit; a service that hangs or is missing is named and asked again the next time. Main thread.
class Notifier final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kLimitMs = 3'000;

    explicit Notifier(QObject *parent = nullptr);
    ~Notifier() override; // takes its notifications away: nobody would hear their buttons

    // Without a window there is nothing to show; buttons are for Acknowledge alone then.
    void setCanShow(bool can) { m_canShow = can; }
    void show(const Alarm &alarm);
    void close(int64_t number);
    // All but these.
    void keepOnly(const std::function<bool(int64_t number)> &isOpen);
    // Who shows them and whether with buttons ("dunst 1.9"), or why there is none.
    void check(QObject *context, std::function<void(Result<QString>)> done);

Q_SIGNALS:
    void shown(qint64 number); // the desktop has it
    void showWanted(qint64 number, const QString &activationToken);
    void acknowledgeWanted(qint64 number);
    void trouble(const tocsin::Error &error);

private Q_SLOTS:
    void handleAction(uint id, const QString &key);
    void handleToken(uint id, const QString &token);
    void handleClosed(uint id, uint reason);

private:
    struct Shown {
        Alarm alarm;
        uint id = 0; // of the service; 0: not there
        bool isAsking = false;
        bool isStale = false; // something newer is to be said when the answer is there
        bool isOver = false; // acknowledged meanwhile
        bool isLost = false; // was shown by a service that has ended
        QString token;
    };

    void handleOpened(QDBusConnection bus);
    void handleOwner(const QString &owner);
    void askAbilities(QDBusConnection bus);
    void send(int64_t number);
    void sendOn(QDBusConnection bus, int64_t number);
    void handleSent(int64_t number, uint id, const Error *error);
    void withdraw(uint id);
    [[nodiscard]] std::map<int64_t, Shown>::iterator byId(uint id);

    BusLink m_link{BusLink::Bus::Session};
    QDBusServiceWatcher *m_watcher = nullptr;
    std::map<int64_t, Shown> m_shown; // by the alarm's number
    QStringList m_abilities; // of the service, once known
    bool m_knowsAbilities = false;
    bool m_canShow = false;
};

} // namespace tocsin::alarms
