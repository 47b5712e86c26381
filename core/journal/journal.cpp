// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"

#include "core/base/logging.h"
#include "core/journal/journalfile.h"

#include <QSqlQuery>


namespace tocsin::journal {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kLook{300}; // how soon the writing of others is noticed
constexpr std::chrono::milliseconds kNewsRest{200}; // from one changed() to the next
constexpr size_t kTogether = 200; // jobs of one commit; other programs wait for it

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
        m_filled.wait_for(lock, m_hasNews ? untilNews() : kLook, [this] { return m_ending || !m_jobs.empty(); });
        if (m_jobs.empty() && m_ending)
            break;
        std::vector<Job> jobs;
        while (!m_jobs.empty() && jobs.size() < kTogether) {
            jobs.push_back(std::move(m_jobs.front()));
            m_jobs.pop_front();
        }
        lock.unlock();
        if (jobs.empty())
            lookAround();
        else
            runJobs(jobs);
        if (m_hasNews && untilNews().count() <= 0) {
            m_hasNews = false;
            m_nextNews = std::chrono::steady_clock::now() + kNewsRest;
            Q_EMIT changed();
        }
        lock.lock();
    }
    if (m_db)
        closeJournal(*m_db);
}

std::chrono::milliseconds Journal::untilNews() const
{
    return std::chrono::ceil<std::chrono::milliseconds>(m_nextNews - std::chrono::steady_clock::now());
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

// Each commit waits for the disk. What rules write down in a flood is kept together, so that neither an alarm nor a person waits
// behind it.
void Journal::runJobs(const std::vector<Job> &jobs)
{
    Outcome kept = open();
    if (kept)
        kept = run(*m_db, u"BEGIN IMMEDIATE"_s);
    if (kept) {
        for (const Job &job : jobs) {
            if (kept = runJob(job); !kept)
                break;
        }
        if (kept)
            kept = run(*m_db, u"COMMIT"_s);
        if (!kept)
            (void)run(*m_db, u"ROLLBACK"_s);
        const qlonglong written = number(*m_db, u"SELECT total_changes()"_s);
        m_hasNews |= std::exchange(m_written, written) != written;
    }
    if (!kept) // whoever asked says it to people
        qCInfo(lcServices) << "journal:" << kept.error().message << kept.error().detail;
    for (const Job &job : jobs)
        job.tell(kept ? std::nullopt : std::optional<Error>(kept.error()));
}

// An error: SQLite has taken back everything, as it does when the disk is full.
Outcome Journal::runJob(const Job &job)
{
    if (const Outcome begun = run(*m_db, u"SAVEPOINT job"_s); !begun)
        return begun;
    if (!job.work(*m_db)) {
        if (const Outcome back = run(*m_db, u"ROLLBACK TO job"_s); !back)
            return back;
    }
    return run(*m_db, u"RELEASE job"_s);
}

void Journal::lookAround()
{
    if (!m_db || m_file.isEmpty())
        return;
    const qlonglong version = number(*m_db, u"PRAGMA data_version"_s);
    if (version >= 0 && std::exchange(m_version, version) != version)
        m_hasNews = true;
}

} // namespace tocsin::journal
