// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/streams/stream.h"

#include <QObject>
#include <QString>

#include <map>
#include <memory>
#include <vector>

namespace tocsin::services {

// Fetches what streams have missed, beside their live reading and also while they are stopped: a thread for each stream that
// fetches, one hole after another. Lives on the main thread; sink and archive outlive it.
class GapFetch final : public QObject
{
    Q_OBJECT
public:
    struct State {
        bool running = false;
        streams::FetchProgress progress; // of what is being fetched, or was fetched last
        std::vector<streams::Hole> holes; // being fetched or waiting
        Error error; // how the last one ended; message empty = well
    };

    explicit GapFetch(const streams::ConsumerContext &context, QObject *parent = nullptr);
    ~GapFetch() override;

    // Whether streams of this type can hand on what was missed at all.
    [[nodiscard]] static bool canFetch(const streams::StreamConfig &config);
    // No holes: all that the archive knows of. What is asked for while a fetch runs comes after it.
    void fetch(const streams::StreamConfig &config, std::vector<streams::Hole> holes = {});
    // Nothing was fetched, and why: told as the end of a fetch.
    void refuse(const QString &uuid, const Error &why);
    void cancel(const QString &uuid); // finished() follows soon; what came is stored
    void cancelAll();
    [[nodiscard]] bool isRunning() const; // any
    [[nodiscard]] State state(const QString &uuid) const;

    // What this stream has missed and may still be at its broker. Reads; not on the main thread.
    [[nodiscard]] static Result<std::vector<streams::Hole>> holesOf(const QString &uuid, archive::Archive &archive);

Q_SIGNALS:
    void changed(const QString &uuid);
    void finished(const QString &uuid);

private:
    struct Run;
    void work(const std::shared_ptr<Run> &run);
    void deliver(const std::shared_ptr<Run> &run);

    const streams::ConsumerContext m_context;
    std::map<QString, std::shared_ptr<Run>> m_runs;
    std::map<QString, State> m_states;
    std::map<QString, std::vector<streams::Hole>> m_after; // asked for while a cancelled fetch was still ending
};

} // namespace tocsin::services
