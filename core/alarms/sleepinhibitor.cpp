// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/sleepinhibitor.h"

#include "core/base/logging.h"

#include <QCoreApplication>
#include <QPointer>

#include <QtDBus/QDBusError>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusObjectPath>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>
#include <QtDBus/QDBusServiceWatcher>

#include <algorithm>
#include <chrono>
#include <utility>

namespace tocsin::alarms {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kLimitMs = 3'000;
constexpr auto kFirstAgain = 2s; // a service that has just started is not ready yet
constexpr auto kLastAgain = 60s; // a desktop that starts late is found

const QString kLogind = u"org.freedesktop.login1"_s;
const QString kLogindPath = u"/org/freedesktop/login1"_s;
const QString kManager = u"org.freedesktop.login1.Manager"_s;

// What desktops offer beside logind, in the order of how much it does.
enum class Answer { Cookie, Handle };
struct Desktop {
    const char *by;
    const char *service;
    const char *path;
    const char *interface;
    const char *letGo; // with the cookie
    Answer answer;
};
constexpr Desktop kDesktops[] = {
    {"portal", "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Inhibit", "Close", Answer::Handle},
    {"power manager", "org.freedesktop.PowerManagement", "/org/freedesktop/PowerManagement/Inhibit", "org.freedesktop.PowerManagement.Inhibit", "UnInhibit", Answer::Cookie},
    {"screen saver", "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "UnInhibit", Answer::Cookie},
};
constexpr uint kPortalSuspendAndIdle = 4 | 8;

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

Error nobody(const QString &detail)
{
    return {.kind = ErrorKind::NotFound,
            .message = QCoreApplication::translate("alarms", "Nothing keeps this computer awake: neither logind nor the desktop gave leave."),
            .remedy = QCoreApplication::translate("alarms", "Turn automatic sleep off in the power settings while a rule is armed. After a sleep, alarms are caught up with."),
            .detail = detail,
            .retriable = true};
}

} // namespace

SleepInhibitor::SleepInhibitor(QObject *parent) : QObject(parent)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &SleepInhibitor::take);
    connect(&m_system, &BusLink::opened, this, &SleepInhibitor::watchLogind);
}

SleepInhibitor::~SleepInhibitor()
{
    if (m_grip)
        letGo(*m_grip);
}

void SleepInhibitor::hold(const QString &why)
{
    m_why = why;
    if (std::exchange(m_isWanted, true))
        return;
    m_pause = kFirstAgain;
    take();
}

void SleepInhibitor::release()
{
    if (!std::exchange(m_isWanted, false))
        return;
    m_again.stop();
    setGrip({});
}

void SleepInhibitor::setGrip(std::optional<Grip> grip)
{
    if (m_grip)
        letGo(*m_grip);
    m_grip = std::move(grip);
    const QString by = m_grip ? m_grip->by : QString();
    if (std::exchange(m_heldBy, by) != by)
        Q_EMIT changed();
}

void SleepInhibitor::take()
{
    if (!m_isWanted || m_grip || std::exchange(m_isTaking, true))
        return;
    askLogind(m_why, [this](Result<Grip> got) {
        m_isTaking = false;
        if (!got) {
            if (!m_isWanted)
                return;
            m_again.start(std::chrono::milliseconds(m_pause));
            m_pause = std::min<std::chrono::milliseconds>(m_pause * 3, kLastAgain);
            Q_EMIT trouble(got.error());
            return;
        }
        if (m_isWanted)
            setGrip(std::move(got).value());
        else
            letGo(got.value());
    });
}

void SleepInhibitor::askLogind(const QString &why, const Taken &taken)
{
    m_system.use([guard = QPointer<SleepInhibitor>(this), why, taken](const Result<QDBusConnection> &bus) {
        if (!guard)
            return;
        if (!bus)
            return guard->askDesktop(why, 0, taken);
        QDBusMessage question = QDBusMessage::createMethodCall(kLogind, kLogindPath, kManager, u"Inhibit"_s);
        question << u"sleep:idle"_s << u"Tocsin"_s << why << u"block"_s;
        auto *watcher = new QDBusPendingCallWatcher(bus.value().asyncCall(question, kLimitMs), guard);
        connect(watcher, &QDBusPendingCallWatcher::finished, guard, [guard, why, taken](QDBusPendingCallWatcher *call) {
            call->deleteLater();
            const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *call;
            if (reply.isError() || !reply.value().isValid()) {
                qCInfo(lcServices) << "logind gives no inhibitor:" << reply.error().message();
                return guard->askDesktop(why, 0, taken);
            }
            taken(Grip{.by = u"logind"_s, .file = reply.value(), .bus = BusLink::Bus::System});
        });
    });
}

void SleepInhibitor::askDesktop(const QString &why, size_t which, const Taken &taken)
{
    if (which >= std::size(kDesktops))
        return taken(nobody({}));
    m_session.use([guard = QPointer<SleepInhibitor>(this), why, which, taken](const Result<QDBusConnection> &bus) {
        if (!guard)
            return;
        if (!bus)
            return taken(nobody(bus.error().message));
        const Desktop &desktop = kDesktops[which];
        QDBusMessage question = QDBusMessage::createMethodCall(text(desktop.service), text(desktop.path), text(desktop.interface), u"Inhibit"_s);
        if (desktop.answer == Answer::Handle)
            question << QString() << kPortalSuspendAndIdle << QVariantMap{{u"reason"_s, why}};
        else
            question << u"Tocsin"_s << why;
        auto *watcher = new QDBusPendingCallWatcher(bus.value().asyncCall(question, kLimitMs), guard);
        connect(watcher, &QDBusPendingCallWatcher::finished, guard, [guard, why, which, taken](QDBusPendingCallWatcher *call) {
            call->deleteLater();
            const Desktop &asked = kDesktops[which];
            if (call->isError() || call->reply().arguments().isEmpty())
                return guard->askDesktop(why, which + 1, taken);
            const QVariant answer = call->reply().arguments().constFirst();
            Grip grip{.by = text(asked.by), .bus = BusLink::Bus::Session};
            if (asked.answer == Answer::Handle)
                grip.letGo = QDBusMessage::createMethodCall(text(asked.service), answer.value<QDBusObjectPath>().path(), u"org.freedesktop.portal.Request"_s, text(asked.letGo));
            else
                grip.letGo = QDBusMessage::createMethodCall(text(asked.service), text(asked.path), text(asked.interface), text(asked.letGo)) << answer.toUInt();
            taken(std::move(grip));
        });
    });
}

void SleepInhibitor::letGo(Grip &grip)
{
    grip.file = {}; // closed by the last copy
    if (grip.letGo.type() != QDBusMessage::MethodCallMessage)
        return;
    m_session.use([message = grip.letGo](const Result<QDBusConnection> &bus) {
        if (bus)
            (void)bus.value().send(message);
    });
}

// When logind starts anew, what it gave is worth nothing.
void SleepInhibitor::watchLogind(QDBusConnection bus)
{
    delete m_watcher;
    m_watcher = new QDBusServiceWatcher(kLogind, bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, [this] {
        if (m_grip && m_grip->bus == BusLink::Bus::System)
            setGrip({});
        m_pause = kFirstAgain;
        take(); // one that comes late is found so, too
    });
}

void SleepInhibitor::check(QObject *context, std::function<void(Result<QString>)> done)
{
    if (m_grip)
        return done(m_heldBy);
    askLogind(QCoreApplication::translate("alarms", "A test of the alarms"), [this, guard = QPointer<QObject>(context), done = std::move(done)](Result<Grip> got) {
        if (got)
            letGo(got.value());
        if (guard)
            done(got ? Result<QString>(got.value().by) : Result<QString>(got.error()));
    });
}

} // namespace tocsin::alarms
