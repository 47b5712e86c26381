// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/newestjob.h"

#include <QMetaObject>

#include <utility>

namespace tocsin::ui {

NewestJob::NewestJob(archive::Archive &archive, QObject *parent) : QObject(parent), m_archive(archive), m_thread([this] { run(); })
{
}

NewestJob::~NewestJob()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void NewestJob::ask(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_ticket;
        m_job = std::move(job);
    }
    m_changed.notify_all();
}

void NewestJob::cancel()
{
    const std::lock_guard lock(m_mutex);
    ++m_ticket;
    m_job.reset();
}

bool NewestJob::isStale(quint64 ticket)
{
    const std::lock_guard lock(m_mutex);
    return m_ending || ticket != m_ticket;
}

void NewestJob::run()
{
    std::unique_ptr<archive::Reader> reader;
    for (;;) {
        Job job;
        quint64 ticket = 0;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_ending || m_job; });
            if (m_ending)
                return;
            job = *std::exchange(m_job, std::nullopt);
            ticket = m_ticket;
        }
        const auto tell = [this, ticket](std::function<void()> answer) {
            QMetaObject::invokeMethod(
                this,
                [this, ticket, answer = std::move(answer)] {
                    if (!isStale(ticket))
                        answer();
                },
                Qt::QueuedConnection);
        };
        const auto answer = [&]() -> Outcome {
            if (!reader) {
                Result<std::unique_ptr<archive::Reader>> opened = m_archive.reader();
                if (!opened)
                    return opened.error();
                reader = std::move(opened.value());
            }
            return job({*reader, [this, ticket] { return isStale(ticket); }, tell});
        };
        if (const Outcome done = answer(); !done && !isStale(ticket))
            tell([this, error = done.error()] { Q_EMIT failed(error); });
    }
}

} // namespace tocsin::ui
