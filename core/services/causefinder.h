// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ladder/ladder.h"
#include "core/streams/stream.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>

namespace tocsin::services {

// Finds out why a running stream does not come through: a client tells of name, network and TLS only that something was lost, so
// the rungs below the sign-in are tried once for each trouble, and what they say takes the place of the client's words. Never
// signs in. Lives on the main thread.
class CauseFinder final : public QObject
{
    Q_OBJECT
public:
    explicit CauseFinder(QObject *parent = nullptr);

    // Begins to look when this is a trouble that has not been looked at yet; forgets it when it is over.
    void note(const streams::StreamConfig &config, const streams::StreamStatus &status);
    // The status with the cause that was found.
    [[nodiscard]] streams::StreamStatus refined(const QString &uuid, streams::StreamStatus status) const;
    [[nodiscard]] bool isLooking(const QString &uuid) const;
    [[nodiscard]] std::optional<Error> cause(const QString &uuid) const;
    void forget(const QString &uuid);

Q_SIGNALS:
    void looked(const QString &uuid); // with a cause or without

private:
    struct Look {
        ErrorKind told = ErrorKind::Internal; // the client's kind of trouble
        std::unique_ptr<ladder::Ladder> ladder;
        std::optional<Error> cause;
    };
    std::map<QString, Look> m_looks; // by the stream's uuid
};

} // namespace tocsin::services
