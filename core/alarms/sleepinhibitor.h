// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/buslink.h"
#include "core/base/error.h"

#include <QObject>
#include <QTimer>

#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusUnixFileDescriptor>

#include <chrono>
#include <functional>
#include <optional>

class QDBusServiceWatcher;

namespace tocsin::alarms {

// Keeps the computer from falling asleep by itself while an alarm may come: logind's inhibitor where it is given (block,
// sleep and idle; a lid that is closed or a person who asks still puts it to sleep), else what the desktop offers: its portal,
// power manager or screen saver. Taken again when logind starts anew, tried again now and then when refused. Main thread.
class SleepInhibitor final : public QObject
{
    Q_OBJECT
public:
    explicit SleepInhibitor(QObject *parent = nullptr);
    ~SleepInhibitor() override; // lets go

    void hold(const QString &why);
    void release();
    [[nodiscard]] bool isWanted() const { return m_isWanted; }
    // Who keeps it awake ("logind"); empty: nobody does.
    [[nodiscard]] QString heldBy() const { return m_heldBy; }
    // Could it, if it were asked to? Takes one and lets it go, or says who holds it now.
    void check(QObject *context, std::function<void(Result<QString>)> done);

Q_SIGNALS:
    void changed(); // heldBy()
    void trouble(const tocsin::Error &error); // nobody keeps the computer awake

private:
    // An inhibitor that somebody gave us, as it is given back.
    struct Grip {
        QString by;
        QDBusUnixFileDescriptor file; // logind's
        BusLink::Bus bus = BusLink::Bus::Session;
        QDBusMessage letGo; // the others'; not a call: nothing to do
    };
    using Taken = std::function<void(Result<Grip>)>;

    void take();
    void askLogind(const QString &why, const Taken &taken);
    void askDesktop(const QString &why, size_t which, const Taken &taken);
    void letGo(Grip &grip);
    void watchLogind(QDBusConnection bus);
    void setGrip(std::optional<Grip> grip);

    BusLink m_system{BusLink::Bus::System};
    BusLink m_session{BusLink::Bus::Session};
    QDBusServiceWatcher *m_watcher = nullptr;
    QString m_why;
    bool m_isWanted = false;
    bool m_isTaking = false;
    std::optional<Grip> m_grip;
    QString m_heldBy;
    QTimer m_again;
    std::chrono::milliseconds m_pause{0}; // before the next try
};

} // namespace tocsin::alarms
