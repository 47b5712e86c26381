// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ladder/rungs.h"

#include <QObject>

#include <vector>

namespace tocsin::ladder {

// Tries the rungs of a connection one after the other, each bounded in time, until one does not hold: name, TCP, TLS, sign-in,
// rights, first record. The kind of stream makes the steps (streams::StreamType::ladder). Lives on the main thread; the steps run
// on a thread of their own, which a climb that is given up leaves behind until its step ends.
class Ladder final : public QObject
{
    Q_OBJECT
public:
    explicit Ladder(QObject *parent = nullptr);
    ~Ladder() override;

    // Gives up what is being climbed. `limitMs` for every rung, 0: each its own.
    void climb(std::vector<Step> steps, int limitMs = 0);
    void cancel();
    [[nodiscard]] bool isClimbing() const { return m_run != nullptr; }
    [[nodiscard]] const std::vector<Rung> &rungs() const { return m_rungs; }
    // The rung that did not hold; null: none so far.
    [[nodiscard]] const Rung *failure() const;
    // All rungs together.
    [[nodiscard]] qint64 milliseconds() const;

    // Waits up to `ms` for the threads of all climbs, also those that were given up; false when one still runs.
    static bool waitForAll(int ms);

Q_SIGNALS:
    void changed(int rung);
    void finished(); // not after cancel()

private:
    struct Run;
    void take(int rung, const Rung &now);

    std::vector<Rung> m_rungs;
    std::shared_ptr<Run> m_run;
};

} // namespace tocsin::ladder
