// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/streams/stream.h"

#include <QString>

#include <vector>

namespace tocsin::services {

// The configuration file of the streams: JSON text with only the values that differ from the defaults and no
// secret; written beside and renamed. Secrets typed for the session stay in memory. Main thread; owned by app.
class StreamStore
{
public:
    explicit StreamStore(QString file) : m_file(std::move(file)) {}

    // A missing file is an empty list; a broken one is an error and is never overwritten.
    Outcome load();
    // Again, after another process wrote the file; secrets of this session stay with their streams. A broken file changes nothing.
    Outcome reload();
    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] const std::vector<streams::StreamConfig> &streams() const { return m_streams; }
    [[nodiscard]] const streams::StreamConfig *find(const QString &nameOrUuid) const;
    // Checks names and options, gives a uuid where none is, saves.
    Outcome add(streams::StreamConfig config);
    Outcome update(const streams::StreamConfig &config);
    Outcome remove(const QString &uuid);

    [[nodiscard]] static QString toText(const std::vector<streams::StreamConfig> &streams);
    [[nodiscard]] static Result<std::vector<streams::StreamConfig>> fromText(const QString &text);

private:
    Outcome save(std::vector<streams::StreamConfig> next);

    QString m_file;
    std::vector<streams::StreamConfig> m_streams;
    bool m_broken = false;
};

} // namespace tocsin::services
