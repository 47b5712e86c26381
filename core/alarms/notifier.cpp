// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/notifier.h"

#include "core/alarms/alarmwords.h"
#include "core/base/logging.h"

#include <QCoreApplication>
#include <QPointer>

#include <QtDBus/QDBusError>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>
#include <QtDBus/QDBusServiceWatcher>

#include <utility>

namespace tocsin::alarms {

using namespace Qt::StringLiterals;

namespace {

const QString kService = u"org.freedesktop.Notifications"_s;
const QString kPath = u"/org/freedesktop/Notifications"_s;

QDBusMessage question(const QString &method)
{
    return QDBusMessage::createMethodCall(kService, kPath, kService, method);
}

Error errorOf(const QDBusError &error)
{
    const bool isSlow = error.type() == QDBusError::NoReply || error.type() == QDBusError::Timeout || error.type() == QDBusError::TimedOut;
    const QString detail = error.name() + u": "_s + error.message();
    if (isSlow)
        return {.kind = ErrorKind::TimeLimit,
                .message = QCoreApplication::translate("alarms", "The desktop's notification service does not answer."),
                .remedy = QCoreApplication::translate("alarms", "Start it again, or sign in to the desktop again; sound and window work without it."),
                .detail = detail,
                .retriable = true};
    return {.kind = ErrorKind::NotFound,
            .message = QCoreApplication::translate("alarms", "This desktop shows no notifications: no notification service runs."),
            .remedy = QCoreApplication::translate("alarms", "Start one (for example dunst or notification-daemon); sound and window work without it."),
            .detail = detail,
            .retriable = true};
}

} // namespace

Notifier::Notifier(QObject *parent) : QObject(parent)
{
    connect(&m_link, &BusLink::opened, this, &Notifier::handleOpened);
}

Notifier::~Notifier()
{
    for (const auto &[number, shown] : m_shown)
        withdraw(shown.id);
}

void Notifier::handleOpened(QDBusConnection bus)
{
    for (auto &[number, shown] : m_shown)
        shown.id = 0; // those of another bus
    m_knowsAbilities = false;
    bus.connect(kService, kPath, kService, u"ActionInvoked"_s, this, SLOT(handleAction(uint, QString)));
    bus.connect(kService, kPath, kService, u"ActivationToken"_s, this, SLOT(handleToken(uint, QString)));
    bus.connect(kService, kPath, kService, u"NotificationClosed"_s, this, SLOT(handleClosed(uint, uint)));
    delete m_watcher;
    m_watcher = new QDBusServiceWatcher(kService, bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &owner) { handleOwner(owner); });
}

// A new service knows nothing of what the old one showed.
void Notifier::handleOwner(const QString &owner)
{
    m_knowsAbilities = false;
    std::vector<int64_t> again;
    for (auto &[number, shown] : m_shown) {
        shown.isLost = std::exchange(shown.id, 0) != 0 || shown.isLost;
        if (shown.isLost && !owner.isEmpty())
            again.push_back(number);
    }
    for (const int64_t number : again)
        send(number);
}

void Notifier::show(const Alarm &alarm)
{
    Shown &shown = m_shown[alarm.number];
    shown.alarm = alarm;
    shown.isOver = false;
    send(alarm.number);
}

void Notifier::send(int64_t number)
{
    Shown &shown = m_shown.at(number);
    shown.isStale = shown.isAsking;
    if (std::exchange(shown.isAsking, true))
        return;
    m_link.use([guard = QPointer<Notifier>(this), number](const Result<QDBusConnection> &bus) {
        if (!guard)
            return;
        if (!bus)
            return guard->handleSent(number, 0, &bus.error());
        if (guard->m_knowsAbilities)
            return guard->sendOn(bus.value(), number);
        auto *watcher = new QDBusPendingCallWatcher(bus.value().asyncCall(question(u"GetCapabilities"_s), kLimitMs), guard);
        connect(watcher, &QDBusPendingCallWatcher::finished, guard, [guard, number, bus = bus.value()](QDBusPendingCallWatcher *call) {
            call->deleteLater();
            const QDBusPendingReply<QStringList> reply = *call;
            if (reply.isError()) {
                const Error error = errorOf(reply.error());
                return guard->handleSent(number, 0, &error);
            }
            guard->m_abilities = reply.value();
            guard->m_knowsAbilities = true;
            guard->sendOn(bus, number);
        });
    });
}

void Notifier::sendOn(QDBusConnection bus, int64_t number)
{
    const Shown &shown = m_shown.at(number);
    const Alarm &alarm = shown.alarm;
    const bool hasMarkup = m_abilities.contains(u"body-markup"_s);
    const auto escaped = [hasMarkup](const QString &text) { return hasMarkup ? text.toHtmlEscaped() : text; };
    QStringList actions;
    if (m_abilities.contains(u"actions"_s)) {
        if (m_canShow)
            actions << u"default"_s << QCoreApplication::translate("alarms", "Show") << u"show"_s << QCoreApplication::translate("alarms", "Show");
        actions << u"acknowledge"_s << QCoreApplication::translate("alarms", "Acknowledge");
    }
    QStringList when{arrivedAgo(alarm, UtcTime::now())};
    if (const QString often = repeats(alarm); !often.isEmpty())
        when << often;
    const QString title = alarm.test && alarm.rule.isEmpty() ? alarm.title : alarm.test ? QCoreApplication::translate("alarms", "Test: %1").arg(alarm.title) : alarm.title;
    QVariantMap hints{{u"urgency"_s, QVariant::fromValue<uchar>(2)},
                      {u"desktop-entry"_s, u"tocsin"_s},
                      {u"category"_s, u"x-tocsin.alarm"_s},
                      {u"suppress-sound"_s, true}, // we have our own
                      {u"resident"_s, true}}; // "Show" is not "I have understood"
    QDBusMessage message = question(u"Notify"_s);
    message << u"Tocsin"_s << shown.id << u"tocsin"_s << plainLine(title)
            << escaped(plainLine(alarm.fact, 500)) + u'\n' + escaped(when.join(u" · "_s)) << actions << hints << 0; // 0: stays
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message, kLimitMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, number](QDBusPendingCallWatcher *call) {
        call->deleteLater();
        const QDBusPendingReply<uint> reply = *call;
        const Error error = reply.isError() ? errorOf(reply.error()) : Error{};
        handleSent(number, reply.isError() ? 0 : reply.value(), reply.isError() ? &error : nullptr);
    });
}

void Notifier::handleSent(int64_t number, uint id, const Error *error)
{
    const auto found = m_shown.find(number);
    if (found == m_shown.end())
        return;
    Shown &shown = found->second;
    shown.isAsking = false;
    shown.isLost = false;
    shown.id = id;
    if (shown.isOver) {
        withdraw(id);
        m_shown.erase(found);
        return;
    }
    if (error) {
        shown.isStale = false;
        Q_EMIT trouble(*error);
        return;
    }
    Q_EMIT Notifier::shown(number);
    if (std::exchange(shown.isStale, false))
        send(number);
}

void Notifier::close(int64_t number)
{
    const auto found = m_shown.find(number);
    if (found == m_shown.end())
        return;
    if (found->second.isAsking) {
        found->second.isOver = true;
        return;
    }
    withdraw(found->second.id);
    m_shown.erase(found);
}

void Notifier::keepOnly(const std::function<bool(int64_t)> &isOpen)
{
    std::vector<int64_t> over;
    for (const auto &[number, shown] : m_shown) {
        if (!isOpen(number))
            over.push_back(number);
    }
    for (const int64_t number : over)
        close(number);
}

void Notifier::withdraw(uint id)
{
    if (id == 0)
        return;
    m_link.use([id](const Result<QDBusConnection> &bus) {
        if (bus)
            (void)bus.value().send(question(u"CloseNotification"_s) << id);
    });
}

std::map<int64_t, Notifier::Shown>::iterator Notifier::byId(uint id)
{
    auto found = m_shown.begin();
    while (found != m_shown.end() && (id == 0 || found->second.id != id))
        ++found;
    return found;
}

void Notifier::handleToken(uint id, const QString &token)
{
    if (const auto found = byId(id); found != m_shown.end())
        found->second.token = token;
}

void Notifier::handleAction(uint id, const QString &key)
{
    const auto found = byId(id);
    if (found == m_shown.end())
        return; // of another program
    const int64_t number = found->first;
    if (key == u"acknowledge")
        Q_EMIT acknowledgeWanted(number);
    else if (key == u"show" || key == u"default")
        Q_EMIT showWanted(number, found->second.token);
}

// Put away by the person: that is not an acknowledgement, and the next repetition shows it again.
void Notifier::handleClosed(uint id, uint)
{
    if (const auto found = byId(id); found != m_shown.end())
        found->second.id = 0;
}

void Notifier::check(QObject *context, std::function<void(Result<QString>)> done)
{
    m_link.use([context = QPointer<QObject>(context), done = std::move(done)](const Result<QDBusConnection> &bus) {
        if (!context)
            return;
        if (!bus)
            return done(bus.error());
        auto *watcher = new QDBusPendingCallWatcher(bus.value().asyncCall(question(u"GetServerInformation"_s), kLimitMs), context);
        connect(watcher, &QDBusPendingCallWatcher::finished, context, [done](QDBusPendingCallWatcher *call) {
            call->deleteLater();
            const QDBusPendingReply<QString, QString, QString, QString> reply = *call;
            if (reply.isError())
                return done(errorOf(reply.error()));
            done(plainLine(reply.argumentAt<0>() + u' ' + reply.argumentAt<2>(), 60));
        });
    });
}

} // namespace tocsin::alarms
