// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/buslink.h"

#include <QCoreApplication>
#include <QPointer>

#include <atomic>
#include <thread>
#include <utility>

namespace tocsin::alarms {

using namespace Qt::StringLiterals;

BusLink::BusLink(Bus bus, QObject *parent) : QObject(parent), m_bus(bus)
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(kLimit);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        tell(Error{.kind = ErrorKind::TimeLimit,
                   .message = QCoreApplication::translate("alarms", "The desktop's message bus (D-Bus) does not answer."),
                   .remedy = QCoreApplication::translate("alarms", "Sign in to the desktop again; sound and window work without it."),
                   .retriable = true});
    });
}

BusLink::~BusLink()
{
    if (!m_name.isEmpty())
        QDBusConnection::disconnectFromBus(m_name);
}

void BusLink::use(std::function<void(Result<QDBusConnection>)> what)
{
    if (!m_name.isEmpty()) {
        const QDBusConnection bus(m_name);
        if (bus.isConnected())
            return what(bus);
        QDBusConnection::disconnectFromBus(std::exchange(m_name, {}));
    }
    m_waiting.push_back(std::move(what));
    if (!m_limit.isActive())
        m_limit.start();
    connectAside();
}

void BusLink::connectAside()
{
    static std::atomic<int> number{0};
    if (std::exchange(m_isTrying, true))
        return;
    std::thread([guard = QPointer<BusLink>(this), bus = m_bus, name = u"tocsin-alarms-%1"_s.arg(++number)] {
        const bool isThere = QDBusConnection::connectToBus(bus == Bus::Session ? QDBusConnection::SessionBus : QDBusConnection::SystemBus, name).isConnected();
        QMetaObject::invokeMethod(qApp, [guard, name, isThere] {
            if (guard)
                guard->take(name, isThere);
            else
                QDBusConnection::disconnectFromBus(name);
        }, Qt::QueuedConnection);
    }).detach();
}

void BusLink::take(const QString &name, bool isThere)
{
    m_isTrying = false;
    if (!isThere) {
        QDBusConnection::disconnectFromBus(name);
        tell(Error{.kind = ErrorKind::NotFound,
                   .message = m_bus == Bus::Session ? QCoreApplication::translate("alarms", "There is no session bus (D-Bus) here.")
                                                    : QCoreApplication::translate("alarms", "There is no system bus (D-Bus) here."),
                   .remedy = QCoreApplication::translate("alarms", "Start Tocsin from a desktop session; sound and window work without it."),
                   .retriable = true});
        return;
    }
    m_name = name;
    const QDBusConnection bus(name);
    Q_EMIT opened(bus);
    tell(bus);
}

void BusLink::tell(const Result<QDBusConnection> &result)
{
    m_limit.stop();
    for (const auto &what : std::exchange(m_waiting, {}))
        what(result);
}

} // namespace tocsin::alarms
