// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rowwork.h"

#include <QMetaObject>

#include <utility>

namespace tocsin::ui {

RowWork::RowWork(archive::Archive &archive, QObject *parent) : QObject(parent), m_archive(archive), m_thread([this] { work(); })
{
}

RowWork::~RowWork()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void RowWork::run(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_job = std::move(job);
    }
    m_changed.notify_all();
}

bool RowWork::isStale()
{
    const std::lock_guard lock(m_mutex);
    return m_ending || m_job;
}

void RowWork::work()
{
    std::unique_ptr<archive::Reader> reader;
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_ending || m_job; });
            if (m_ending)
                return;
            job = std::exchange(m_job, nullptr);
        }
        Result<Answer> answer = Answer();
        if (!reader) {
            Result<std::unique_ptr<archive::Reader>> opened = m_archive.reader();
            if (opened)
                reader = std::move(opened.value());
            else
                answer = opened.error();
        }
        if (reader)
            answer = job(*reader, [this] { return isStale(); });
        if (isStale())
            continue;
        QMetaObject::invokeMethod(
            this,
            [this, answer] {
                if (!answer)
                    Q_EMIT failed(answer.error());
                else if (answer.value())
                    answer.value()();
            },
            Qt::QueuedConnection);
    }
}

} // namespace tocsin::ui
