// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/buslink.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace tocsin::alarms {

// Tells when the computer comes back from sleep: logind says so, and where there is none the clock that goes on in sleep
// (CLOCK_BOOTTIME) has run ahead of the one that does not (CLOCK_MONOTONIC). Main thread.
class ResumeWatch final : public QObject
{
    Q_OBJECT
public:
    // How long this computer has slept since it started.
    using Slept = std::function<std::chrono::milliseconds()>;

    explicit ResumeWatch(QObject *parent = nullptr, Slept slept = sleptSinceStart, std::chrono::milliseconds look = std::chrono::seconds(5));

    [[nodiscard]] static std::chrono::milliseconds sleptSinceStart();

Q_SIGNALS:
    void resumed(); // once for each sleep

private Q_SLOTS:
    void handlePrepare(bool isGoingToSleep);

private:
    void look();

    BusLink m_system{BusLink::Bus::System};
    const Slept m_slept;
    std::chrono::milliseconds m_last;
    bool m_isAsleep = false; // logind's word
    QTimer m_look;
};

} // namespace tocsin::alarms
