// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"

#include "core/base/logging.h"
#include "core/journal/journalfile.h"

#include <QSqlQuery>

#include <chrono>

namespace tocsin::journal {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kLook{300}; // how soon the writing of others is noticed

qlonglong number(QSqlDatabase &db, const QString &sql)
{
    QSqlQuery query(db);
    return query.exec(sql) && query.next() ? query.value(0).toLongLong() : -1;
}

} // namespace

Journal::Journal(QString file, QObject *parent) : QObject(parent), m_file(std::move(file))
{
    m_thread = std::thread([this] { runThread(); });
}

Journal::~Journal()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_filled.notify_one();
    m_thread.join();
}

void Journal::push(Job job)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_filled.notify_one();
}

void Journal::runThread()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_filled.wait_for(lock, kLook, [this] { return m_ending || !m_jobs.empty(); });
        if (m_jobs.empty() && m_ending)
            break;
        if (m_jobs.empty()) {
            lock.unlock();
            lookAround();
            lock.lock();
            continue;
        }
        const Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        runJob(job);
        lock.lock();
    }
    if (m_db)
        closeJournal(*m_db);
}

Outcome Journal::open()
{
    if (m_db)
        return Done{};
    const Result<QSqlDatabase> opened = openJournal(m_file);
    if (!opened)
        return opened.error();
    m_db = opened.value();
    m_version = number(*m_db, u"PRAGMA data_version"_s);
    m_written = number(*m_db, u"SELECT total_changes()"_s);
    return Done{};
}

void Journal::runJob(const Job &job)
{
    Outcome kept = open();
    if (kept)
        kept = run(*m_db, u"BEGIN IMMEDIATE"_s);
    if (kept) {
        const bool isGood = job.work(*m_db);
        kept = run(*m_db, isGood ? u"COMMIT"_s : u"ROLLBACK"_s);
        if (!kept)
            (void)run(*m_db, u"ROLLBACK"_s);
        const qlonglong written = number(*m_db, u"SELECT total_changes()"_s);
        if (std::exchange(m_written, written) != written)
            Q_EMIT changed();
    }
    if (!kept) // whoever asked says it to people
        qCInfo(lcServices) << "journal:" << kept.error().message << kept.error().detail;
    job.tell(kept ? std::nullopt : std::optional<Error>(kept.error()));
}

void Journal::lookAround()
{
    if (!m_db || m_file.isEmpty())
        return;
    const qlonglong version = number(*m_db, u"PRAGMA data_version"_s);
    if (version >= 0 && std::exchange(m_version, version) != version)
        Q_EMIT changed();
}

} // namespace tocsin::journal
