// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/archivefollower.h"

#include "core/base/logging.h"

#include <algorithm>
#include <chrono>
#include <span>

namespace tocsin::services {

using namespace std::chrono_literals;
using options::StartAt;

namespace {

constexpr auto kPause = 200ms;
constexpr size_t kMostRows = 5'000; // at once

} // namespace

ArchiveFollower::ArchiveFollower(archive::Archive &archive, Told told, CaughtUp caughtUp)
    : m_archive(archive), m_told(std::move(told)), m_caughtUp(std::move(caughtUp)), m_thread([this] { run(); })
{
}

ArchiveFollower::~ArchiveFollower()
{
    stop();
    m_thread.join();
}

void ArchiveFollower::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_ended.notify_all();
}

void ArchiveFollower::follow(const std::string &streamUuid, const StartAt &start)
{
    {
        const std::lock_guard lock(m_mutex);
        m_asked.push_back({streamUuid, start});
    }
    m_ended.notify_all();
}

bool ArchiveFollower::isEnding() const
{
    const std::lock_guard lock(m_mutex);
    return m_ending;
}

void ArchiveFollower::run()
{
    std::unique_ptr<archive::Reader> reader;
    QString complaint;
    for (;;) {
        if (!reader) {
            Result<std::unique_ptr<archive::Reader>> opened = m_archive.reader();
            if (opened)
                reader = std::move(opened.value());
            else if (std::exchange(complaint, opened.error().message) != opened.error().message)
                qCWarning(lcServices).noquote() << "following the archive:" << opened.error().message;
        }
        if (reader && !(catchUp(*reader) && tellNew(*reader)))
            reader.reset(); // busy, or whatever it was: opened anew
        std::unique_lock lock(m_mutex);
        m_ended.wait_for(lock, kPause, [this] { return m_ending || !m_asked.empty(); });
        if (m_ending)
            return;
        if (!reader && m_ended.wait_for(lock, kPause, [this] { return m_ending; }))
            return;
    }
}

Result<std::vector<int64_t>> ArchiveFollower::rowsBefore(archive::Reader &reader, const Asked &asked) const
{
    archive::Selection selection;
    selection.anyStream = {asked.uuid};
    selection.untilRow = m_last;
    selection.ofOthers = true;
    switch (asked.start.kind) {
    case StartAt::Kind::Live:
    case StartAt::Kind::Resume:
    case StartAt::Kind::Recent:
        return std::vector<int64_t>();
    case StartAt::Kind::Earliest:
        break;
    case StartAt::Kind::Time:
        selection.arrivedSince = asked.start.time;
        break;
    case StartAt::Kind::Last:
        selection.lastPerPartition = asked.start.count;
        break;
    }
    if (m_last == 0)
        return std::vector<int64_t>();
    return reader.rowNumbers(selection, [this] { return isEnding(); });
}

bool ArchiveFollower::catchUp(archive::Reader &reader)
{
    std::vector<Asked> asked;
    {
        const std::lock_guard lock(m_mutex);
        if (m_catching.empty())
            asked = m_asked;
    }
    if (!asked.empty()) {
        if (m_live.empty()) {
            const Result<int64_t> newest = reader.lastRow();
            if (!newest)
                return false;
            m_last = newest.value();
        }
        // A message that two of them share is told once.
        std::vector<int64_t> history;
        for (const Asked &one : asked) {
            const Result<std::vector<int64_t>> rows = rowsBefore(reader, one);
            if (!rows)
                return false;
            history.insert(history.end(), rows.value().begin(), rows.value().end());
        }
        std::ranges::sort(history);
        const auto twice = std::ranges::unique(history);
        history.erase(twice.begin(), twice.end());
        m_history = std::move(history);
        m_historyTold = 0;
        m_catching = asked;
        const std::lock_guard lock(m_mutex);
        m_asked.erase(m_asked.begin(), m_asked.begin() + static_cast<std::ptrdiff_t>(asked.size()));
    }
    while (m_historyTold < m_history.size()) {
        if (isEnding())
            return true;
        const std::span rows = std::span<const int64_t>(m_history).subspan(m_historyTold, std::min(kMostRows / 10, m_history.size() - m_historyTold));
        Result<std::vector<std::shared_ptr<const Alert>>> alerts = reader.alerts(rows);
        if (!alerts)
            return false;
        m_historyTold += rows.size();
        if (!alerts.value().empty())
            m_told(std::move(alerts.value()));
    }
    m_history = {};
    m_historyTold = 0;
    if (isEnding())
        return true;
    for (const Asked &one : std::exchange(m_catching, {})) {
        if (std::ranges::find(m_live, one.uuid) == m_live.end())
            m_live.push_back(one.uuid);
        if (m_caughtUp)
            m_caughtUp(one.uuid);
    }
    return true;
}

bool ArchiveFollower::tellNew(archive::Reader &reader)
{
    if (m_live.empty())
        return true;
    const Result<int64_t> newest = reader.lastRow();
    if (!newest)
        return false;
    while (m_last < newest.value() && !isEnding()) {
        std::vector<std::shared_ptr<const Alert>> alerts;
        archive::Selection selection;
        selection.anyStream = m_live;
        selection.afterRow = m_last;
        selection.untilRow = newest.value();
        selection.ofOthers = true;
        const Outcome read = reader.forEach(selection, [&](const Alert &alert) {
            m_last = alert.row;
            alerts.push_back(std::make_shared<Alert>(alert));
            return alerts.size() < kMostRows;
        });
        const bool all = read && alerts.size() < kMostRows;
        if (!alerts.empty() && !isEnding())
            m_told(std::move(alerts));
        if (!read)
            return false;
        if (all)
            m_last = newest.value();
    }
    return true;
}

} // namespace tocsin::services
