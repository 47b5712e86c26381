// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/resumewatch.h"

#include <ctime>
#include <utility>

namespace tocsin::alarms {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kNap = 2s; // the two clocks are not read in one moment

std::chrono::nanoseconds read(clockid_t clock)
{
    timespec now = {};
    ::clock_gettime(clock, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

} // namespace

ResumeWatch::ResumeWatch(QObject *parent, Slept slept, std::chrono::milliseconds look) : QObject(parent), m_slept(std::move(slept)), m_last(m_slept())
{
    connect(&m_system, &BusLink::opened, this, [this](QDBusConnection bus) {
        bus.connect(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, this, SLOT(handlePrepare(bool)));
    });
    m_system.use([](const Result<QDBusConnection> &) {}); // without a bus the clocks tell
    m_look.setInterval(look);
    connect(&m_look, &QTimer::timeout, this, &ResumeWatch::look);
    m_look.start();
}

std::chrono::milliseconds ResumeWatch::sleptSinceStart()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(read(CLOCK_BOOTTIME) - read(CLOCK_MONOTONIC));
}

void ResumeWatch::handlePrepare(bool isGoingToSleep)
{
    if (std::exchange(m_isAsleep, isGoingToSleep) && !isGoingToSleep) {
        m_last = m_slept(); // the clocks need not say it again
        Q_EMIT resumed();
    }
}

void ResumeWatch::look()
{
    const auto slept = m_slept();
    if (slept - std::exchange(m_last, slept) < kNap)
        return;
    m_isAsleep = false; // nor logind, a moment later
    Q_EMIT resumed();
}

} // namespace tocsin::alarms
