// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/archivewatch.h"

#include <algorithm>

namespace tocsin::services {

ArchiveWatch::ArchiveWatch(archive::Archive &archive, QObject *parent)
    : QObject(parent), m_archive(archive), m_thread([this] { run(); })
{
    qRegisterMetaType<News>();
}

ArchiveWatch::~ArchiveWatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void ArchiveWatch::ask()
{
    {
        const std::lock_guard lock(m_mutex);
        m_asked = true;
    }
    m_changed.notify_all();
}

void ArchiveWatch::setLimits(const archive::Limits &limits)
{
    {
        const std::lock_guard lock(m_mutex);
        m_newLimits = limits;
        m_asked = true;
    }
    m_changed.notify_all();
}

ArchiveWatch::News ArchiveWatch::read(archive::Reader &reader)
{
    News news;
    Result<archive::Info> info = reader.info();
    if (!info) {
        news.error = info.error();
        return news;
    }
    news.known = true;
    news.info = std::move(info.value());
    if (news.info.gaps > 0) {
        if (Result<std::vector<archive::StoredGap>> gaps = reader.gaps())
            news.gaps = std::move(gaps.value());
        std::erase_if(news.gaps, [](const archive::StoredGap &gap) { return gap.why == "skipped"; });
        std::ranges::sort(news.gaps, std::ranges::greater(), [](const archive::StoredGap &gap) { return gap.noticed.us; });
        if (news.gaps.size() > kMostGaps)
            news.gaps.resize(kMostGaps);
    }
    return news;
}

void ArchiveWatch::run()
{
    std::unique_ptr<archive::Reader> reader;
    for (;;) {
        std::optional<archive::Limits> limits;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_asked || m_ending; });
            if (m_ending)
                return;
            m_asked = false;
            limits.swap(m_newLimits);
        }
        News news;
        const Outcome set = limits ? m_archive.setLimits(*limits) : Outcome(Done{});
        if (!reader) {
            Result<std::unique_ptr<archive::Reader>> made = m_archive.reader();
            if (made)
                reader = std::move(made.value());
            else
                news.error = made.error();
        }
        if (reader)
            news = read(*reader);
        if (!set)
            news.error = set.error();
        QMetaObject::invokeMethod(
            this,
            [this, given = std::move(news)] {
                m_last = given;
                Q_EMIT told(m_last);
            },
            Qt::QueuedConnection);
    }
}

} // namespace tocsin::services
