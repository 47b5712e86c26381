// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QDeadlineTimer>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>

namespace tocsin::ladder {

enum class RungState { Waiting, Running, Held, Failed, Skipped };

// One rung of the way to the first record, as it is shown. A plain value.
struct Rung {
    QString what; // translated: "Name", "TCP", "TLS", …
    RungState state = RungState::Waiting;
    QString fact; // one line
    qint64 milliseconds = -1; // -1: not known
    Error problem = {}; // when it failed
    QString option = {}; // key of the stream's option that the remedy is about; may be empty
};

// What a rung is given while it is tried: how long it may take, and whether anybody still waits for it. On the climbing thread.
class Climb
{
public:
    Climb(int limitMs, std::shared_ptr<const std::atomic<bool>> cancelled) : m_limitMs(limitMs), m_deadline(limitMs), m_cancelled(std::move(cancelled)) {}

    [[nodiscard]] bool over() const { return m_deadline.hasExpired() || *m_cancelled; }
    [[nodiscard]] int left() const { return static_cast<int>(m_deadline.remainingTime()); }
    [[nodiscard]] int limitMs() const { return m_limitMs; }
    // The same climb with less time.
    [[nodiscard]] Climb within(int ms) const { return {std::min(ms, left()), m_cancelled}; }
    // Turns this thread's event loop until `done` is true; false when the time is over or the climb was given up.
    [[nodiscard]] bool waitFor(const std::function<bool()> &done) const;

private:
    int m_limitMs;
    QDeadlineTimer m_deadline;
    std::shared_ptr<const std::atomic<bool>> m_cancelled;
};

// How trying a rung ended. A plain value.
struct RungEnd {
    RungState state = RungState::Held;
    QString fact;
    Error problem = {};
    QString option = {};

    static RungEnd held(const QString &fact) { return {RungState::Held, fact}; }
    static RungEnd skipped(const QString &fact) { return {RungState::Skipped, fact}; }
    static RungEnd failed(const Error &problem, const QString &option = {}) { return {RungState::Failed, {}, problem, option}; }
};

// A rung to be tried. What the rungs of one ladder share lives in their functions, and ends on the climbing thread.
struct Step {
    QString what;
    int limitMs = 5'000;
    bool signsIn = true; // false: touches nothing but the network; can be tried again and again without locking an account
    std::function<RungEnd(const Climb &)> go;
};

} // namespace tocsin::ladder
