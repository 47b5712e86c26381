// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/motion.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>

#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLimitMs = 2'000;

struct State {
    Motion::Choice choice = Motion::Choice::Desktop;
    bool isAsked = false;
    bool desktopIsStill = false;
};

State &state()
{
    static State instance;
    return instance;
}

void askDesktop()
{
    if (std::exchange(state().isAsked, true))
        return;
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    QDBusMessage ask = QDBusMessage::createMethodCall(u"org.freedesktop.portal.Desktop"_s, u"/org/freedesktop/portal/desktop"_s, u"org.freedesktop.portal.Settings"_s, u"Read"_s);
    ask << u"org.gnome.desktop.interface"_s << u"enable-animations"_s;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(ask, kLimitMs), qApp);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, qApp, [](QDBusPendingCallWatcher *call) {
        call->deleteLater();
        if (call->isError() || call->reply().arguments().isEmpty())
            return;
        QVariant value = call->reply().arguments().constFirst();
        while (value.userType() == qMetaTypeId<QDBusVariant>())
            value = value.value<QDBusVariant>().variant();
        state().desktopIsStill = value.userType() == QMetaType::Bool && !value.toBool();
    });
}

} // namespace

void Motion::setChoice(Choice choice)
{
    state().choice = choice;
}

Motion::Choice Motion::choice()
{
    return state().choice;
}

bool Motion::isReduced()
{
    if (Theme::scheme() == Scheme::Red)
        return true;
    if (state().choice != Choice::Desktop)
        return state().choice == Choice::Reduced;
    askDesktop();
    return state().desktopIsStill;
}

} // namespace tocsin::ui
