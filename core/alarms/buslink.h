// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <QtDBus/QDBusConnection>

#include <chrono>
#include <functional>
#include <vector>

namespace tocsin::alarms {

// A connection to D-Bus of our own, made on a thread beside: signing in at a bus blocks, and a bus may hang or may have to be
// started first. Made anew when it was lost. Lives on the main thread.
class BusLink final : public QObject
{
    Q_OBJECT
public:
    enum class Bus { Session, System };
    static constexpr std::chrono::milliseconds kLimit{3'000};

    explicit BusLink(Bus bus, QObject *parent = nullptr);
    ~BusLink() override;

    // At once where there is a connection, else when there is one or the time is over.
    void use(std::function<void(Result<QDBusConnection>)> what);

Q_SIGNALS:
    void opened(const QDBusConnection &bus); // a new one: signals are to be asked for again

private:
    void connectAside();
    void take(const QString &name, bool isThere);
    void tell(const Result<QDBusConnection> &result);

    const Bus m_bus;
    QString m_name; // of the connection; empty: none
    bool m_isTrying = false;
    std::vector<std::function<void(Result<QDBusConnection>)>> m_waiting;
    QTimer m_limit;
};

} // namespace tocsin::alarms
