// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace tocsin::services {

// A stretch of one partition in time: what the stored messages around its offsets say.
struct CoverageStretch {
    archive::Coverage what;
    int64_t fromUs = 0;
    int64_t toUs = 0;
    bool newest = false; // the last one of its partition: what came after it nobody knows here
};

// One topic of one stream.
struct CoverageBand {
    std::string streamUuid;
    std::string stream;
    std::string topic;
    std::vector<CoverageStretch> stretches; // by partition, then in order
};

// Tells the window what was received and missed in a stretch of time, for the ribbon. Reads on a thread of its own whenever it
// is asked: two steps in the index for each stretch, however many rows there are. Lives on the main thread; the archive
// outlives it.
class CoverageWatch final : public QObject
{
    Q_OBJECT
public:
    explicit CoverageWatch(archive::Archive &archive, QObject *parent = nullptr);
    ~CoverageWatch() override;

    void ask(int64_t sinceUs); // told() follows; questions that come meanwhile are one
    [[nodiscard]] const std::vector<CoverageBand> &last() const { return m_last; }

    // What ended before `sinceUs` is left out.
    [[nodiscard]] static Result<std::vector<CoverageBand>> read(archive::Reader &reader, int64_t sinceUs);

Q_SIGNALS:
    void told();

private:
    void run();

    archive::Archive &m_archive;
    std::vector<CoverageBand> m_last;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int64_t m_since = 0;
    bool m_asked = false;
    bool m_ending = false;
    std::thread m_thread; // last: starts when all else is there
};

} // namespace tocsin::services
