// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ladder/ladder.h"
#include "core/streams/stream.h"

#include <QSignalSpy>

namespace tocsin::tests {

// A Kafka stream climbed to its end; what the rungs said. The test's own event loop turns meanwhile, so that its servers answer.
class Climbing
{
public:
    explicit Climbing(const streams::StreamConfig &config, int limitMs = 0)
    {
        QSignalSpy finished(&m_ladder, &ladder::Ladder::finished);
        m_ladder.climb(streams::findStreamType(config.type)->ladder(config), limitMs);
        m_ended = finished.wait(60'000);
    }
    [[nodiscard]] bool ended() const { return m_ended; }
    [[nodiscard]] bool holds() const { return m_ended && !m_ladder.failure(); }
    [[nodiscard]] const Error &problem() const
    {
        static const Error none;
        return m_ladder.failure() ? m_ladder.failure()->problem : none;
    }
    [[nodiscard]] QString failed() const { return m_ladder.failure() ? m_ladder.failure()->what : QString(); }
    [[nodiscard]] QString option() const { return m_ladder.failure() ? m_ladder.failure()->option : QString(); }
    [[nodiscard]] QString fact(const QString &what) const
    {
        for (const ladder::Rung &rung : m_ladder.rungs()) {
            if (rung.what == what)
                return rung.fact;
        }
        return {};
    }
    [[nodiscard]] ladder::RungState state(const QString &what) const
    {
        for (const ladder::Rung &rung : m_ladder.rungs()) {
            if (rung.what == what)
                return rung.state;
        }
        return ladder::RungState::Waiting;
    }
    [[nodiscard]] qint64 milliseconds() const { return m_ladder.milliseconds(); }
    // For people who read why a test failed.
    [[nodiscard]] QString story() const
    {
        QStringList lines;
        for (const ladder::Rung &rung : m_ladder.rungs())
            lines << QStringLiteral("%1 [%2] %3 ms: %4%5 %6 | %7").arg(rung.what).arg(static_cast<int>(rung.state)).arg(rung.milliseconds)
                         .arg(rung.fact, rung.problem.message, rung.problem.remedy, rung.problem.detail);
        return lines.join(u'\n');
    }

private:
    ladder::Ladder m_ladder;
    bool m_ended = false;
};

} // namespace tocsin::tests
