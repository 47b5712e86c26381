// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/archivefollower.h"

#include "core/base/logging.h"

#include <algorithm>
#include <chrono>

namespace tocsin::services {

using namespace std::chrono_literals;

namespace {

constexpr auto kPause = 200ms;
constexpr size_t kMostRows = 5'000; // at once

} // namespace

ArchiveFollower::ArchiveFollower(archive::Archive &archive, int64_t afterRow, Told told)
    : m_archive(archive), m_last(afterRow), m_told(std::move(told)), m_thread([this] { run(); })
{
}

ArchiveFollower::~ArchiveFollower()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_ended.notify_all();
    m_thread.join();
}

void ArchiveFollower::follow(const std::string &streamName)
{
    const std::lock_guard lock(m_mutex);
    m_streams.insert(streamName);
}

void ArchiveFollower::run()
{
    const Result<std::unique_ptr<archive::Reader>> opened = m_archive.reader();
    if (!opened) {
        qCWarning(lcServices).noquote() << opened.error().message;
        return;
    }
    archive::Reader &reader = *opened.value();
    for (;;) {
        std::set<std::string, std::less<>> streams;
        {
            std::unique_lock lock(m_mutex);
            if (m_ended.wait_for(lock, kPause, [this] { return m_ending; }))
                return;
            streams = m_streams;
        }
        const Result<int64_t> newest = reader.lastRow();
        if (!newest)
            continue; // a busy archive: asked again
        if (m_last < 0)
            m_last = newest.value();
        while (m_last < newest.value()) {
            std::vector<std::shared_ptr<const Alert>> alerts;
            size_t seen = 0;
            archive::Selection selection;
            selection.afterRow = m_last;
            const Outcome read = reader.forEach(selection, [&](const Alert &alert) {
                m_last = alert.row;
                if (streams.contains(alert.stream))
                    alerts.push_back(std::make_shared<Alert>(alert));
                return ++seen < kMostRows;
            });
            if (!read || seen == 0)
                break;
            if (!alerts.empty())
                m_told(std::move(alerts));
        }
    }
}

} // namespace tocsin::services
