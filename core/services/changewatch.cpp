// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/changewatch.h"

#include <algorithm>
#include <chrono>

namespace tocsin::services {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr auto kLook = 400ms;
constexpr auto kMostPatience = 5s; // with column files that nobody keeps

} // namespace

ChangeWatch::ChangeWatch(archive::Archive &archive, QObject *parent) : QObject(parent), m_archive(archive), m_thread([this] { run(); })
{
}

ChangeWatch::~ChangeWatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_ended.notify_all();
    m_thread.join();
}

void ChangeWatch::run()
{
    std::unique_ptr<archive::Reader> reader;
    int64_t told = -1;
    Clock::time_point since = Clock::time_point::max(); // that there is something to tell
    for (;;) {
        if (!reader) {
            if (Result<std::unique_ptr<archive::Reader>> opened = m_archive.reader())
                reader = std::move(opened.value());
        }
        Result<archive::RowChanges> changes = reader ? reader->changesAfter(told) : Result<archive::RowChanges>(Error{});
        if (!changes) {
            reader.reset(); // busy, or whatever it was: opened anew
        } else if (told < 0) {
            told = changes.value().last;
        } else if (changes.value().last > told) {
            since = std::min(since, Clock::now());
            if (changes.value().settled >= changes.value().last || Clock::now() - since > kMostPatience) {
                told = changes.value().last;
                since = Clock::time_point::max();
                QMetaObject::invokeMethod(this, [this, all = std::move(changes.value())] { Q_EMIT changed(all); }, Qt::QueuedConnection);
            }
        }
        std::unique_lock lock(m_mutex);
        if (m_ended.wait_for(lock, kLook, [this] { return m_ending; }))
            return;
    }
}

} // namespace tocsin::services
