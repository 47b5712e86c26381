// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/streams/stream.h"

#include <QString>

#include <functional>
#include <vector>

namespace tocsin::services {

// The configuration file of the streams: JSON text with only the values that differ from the defaults and no
// secret; written beside and renamed. Secrets typed for the session stay in memory. Several programs may change the
// list: each change is made under a lock, to what the file holds at that moment. Main thread; owned by app.
class StreamStore
{
public:
    explicit StreamStore(QString file) : m_file(std::move(file)) {}

    // A missing file is an empty list; a broken one is an error and is never overwritten.
    Outcome load();
    // Reads the file again; true when the streams have changed. What cannot be read just now changes nothing.
    [[nodiscard]] bool refresh();
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
    using Streams = std::vector<streams::StreamConfig>;
    [[nodiscard]] Result<Streams> read() const;
    [[nodiscard]] Outcome change(const std::function<Outcome(Streams &)> &how);

    QString m_file;
    Streams m_streams;
};

} // namespace tocsin::services
