// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/sqlitearchive.h"

#include "core/archive/sqlitereader.h"
#include "core/base/logging.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

namespace tocsin::archive {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kCommitPause = 20ms;
constexpr size_t kCommitMessages = 1'000;
constexpr size_t kGroupMessages = 4'000; // a group beyond this waits for the next commit
constexpr auto kRetryPause = 1s;
constexpr auto kMaintenancePause = 60s;
constexpr int64_t kMaintenanceBytes = 256ll << 20;
constexpr auto kCloseLimit = 3s;
constexpr int kMostWriters = 256;

} // namespace

SqliteArchive::SqliteArchive(OpenFacts facts, int64_t reserveBytes) : m_facts(std::move(facts)), m_reserveBytes(reserveBytes)
{
}

SqliteArchive::~SqliteArchive()
{
    close();
    if (m_thread.joinable())
        m_thread.join();
}

Outcome SqliteArchive::startWriting()
{
    m_thread = std::thread([this] { run(); });
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_opened; });
    return m_openOutcome;
}

Outcome SqliteArchive::open()
{
    int writer = 1;
    while (writer <= kMostWriters && !m_writerLock.tryLock(u"%1/writers/%2.lock"_s.arg(m_facts.folder).arg(writer)))
        ++writer;
    if (!m_writerLock.isLocked())
        return Error{.kind = ErrorKind::Archive,
                     .message = QCoreApplication::translate("archive", "The archive in %1 cannot be written.").arg(m_facts.folder),
                     .remedy = QCoreApplication::translate("archive", "Check the rights of the folder, or choose another place with TOCSIN_ARCHIVE or --home.")};
    Result<OpenedIndex> index = openIndex(m_facts.folder, true);
    if (!index)
        return index.error();
    m_facts.journal = index.value().journal;
    m_facts.notice = index.value().notice;
    auto indexWriter = std::make_unique<IndexWriter>(std::move(index.value().db), m_facts.folder, writer);
    if (const Outcome done = indexWriter->prepare(); !done)
        return done;
    const Result<int> left = indexWriter->settleDead(writer);
    if (!left)
        return left.error();
    if (left.value() > 0) {
        if (!m_facts.notice.isEmpty())
            m_facts.notice += u' ';
        m_facts.notice += QCoreApplication::translate(
            "archive", "Tocsin did not end properly last time. Everything that was stored is here; what was on its way is fetched again.");
    }
    m_writer = std::move(indexWriter);
    m_columns = std::make_unique<ColumnIndexer>(m_facts.folder);
    return Done{};
}

void SqliteArchive::run()
{
    Outcome outcome = open();
    const bool ok = outcome.ok();
    {
        const std::lock_guard lock(m_mutex);
        m_openOutcome = std::move(outcome);
        m_opened = true;
    }
    m_changed.notify_all();
    m_lastMaintenance = Clock::now() - kMaintenancePause; // once soon after the start
    std::deque<DecodedBatch> group;
    std::deque<Job> jobs;
    while (ok && waitForWork(group, jobs)) {
        for (const Job &job : jobs)
            job(*m_writer);
        jobs.clear();
        if (!group.empty())
            commit(group);
        maintain();
    }
    m_columns.reset();
    if (m_writer) {
        m_writer->closeSegments();
        m_writer.reset();
    }
    m_writerLock.unlock();
    {
        const std::lock_guard lock(m_mutex);
        m_finished = true;
    }
    m_changed.notify_all();
}

bool SqliteArchive::waitForWork(std::deque<DecodedBatch> &group, std::deque<Job> &jobs)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, kMaintenancePause, [this] { return m_closing || !m_queue.empty() || !m_jobs.empty(); });
    if (!m_queue.empty() && !m_closing) {
        // After a pause the first batch is committed at once; in a flow the commits come every 20 ms.
        m_changed.wait_until(lock, m_lastCommit + kCommitPause, [this] { return m_closing || m_queuedMessages >= kCommitMessages; });
    }
    jobs.swap(m_jobs);
    size_t messages = 0;
    while (!m_queue.empty() && (messages == 0 || messages + m_queue.front().packets.size() <= kGroupMessages)) {
        messages += m_queue.front().packets.size();
        group.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    m_queuedMessages -= messages;
    return !(m_closing && group.empty() && jobs.empty());
}

bool SqliteArchive::spaceLeft() const
{
    const QStorageInfo disk(m_facts.folder);
    return !disk.isValid() || disk.bytesAvailable() >= m_reserveBytes;
}

void SqliteArchive::say(const QString &trouble)
{
    if (trouble == m_trouble)
        return;
    m_trouble = trouble;
    if (!trouble.isEmpty())
        qCWarning(lcArchive).noquote() << trouble;
    if (CommitListener *listener = m_listener.load())
        listener->archiveTrouble(trouble);
}

bool SqliteArchive::commitOnce(std::span<DecodedBatch> group)
{
    if (!spaceLeft()) {
        say(QCoreApplication::translate("archive", "The disk is nearly full: nothing is stored until there is space again. Nothing is lost; free some space."));
        return false;
    }
    Result<IndexWriter::Written> written = m_writer->write(group);
    if (!written) {
        qCInfo(lcArchive).noquote() << "commit failed:" << written.error().detail;
        say(written.error().message + u' ' + written.error().remedy);
        return false;
    }
    say(QString());
    std::vector<ColumnIndexer::Stored> stored;
    stored.reserve(written.value().alerts.size());
    for (size_t i = 0; i < written.value().alerts.size(); ++i)
        stored.push_back({written.value().alerts[i], written.value().streams[i]});
    m_columns->offer(std::move(stored));
    if (CommitListener *listener = m_listener.load()) {
        if (!written.value().replayed.empty())
            listener->alertsReplayed(written.value().replayed);
        listener->alertsCommitted(std::move(written.value().alerts), written.value().messages, written.value().replays, written.value().gaps);
    }
    return true;
}

void SqliteArchive::commit(std::deque<DecodedBatch> &queue)
{
    std::vector<DecodedBatch> group(std::make_move_iterator(queue.begin()), std::make_move_iterator(queue.end()));
    queue.clear();
    while (!commitOnce(group)) {
        std::unique_lock lock(m_mutex);
        if (m_changed.wait_for(lock, kRetryPause, [this] { return m_closing; })) {
            // Not stored and not acknowledged: the streams fetch it again at the next start.
            lock.unlock();
            for (const DecodedBatch &batch : group) {
                if (const auto origin = batch.origin.lock())
                    origin->refused(batch.receipt, m_trouble.toStdString());
                m_queuedBytes -= batch.bytes;
            }
            return;
        }
    }
    m_lastCommit = Clock::now();
    for (DecodedBatch &batch : group) {
        if (const auto origin = batch.origin.lock())
            origin->committed(batch.receipt);
        m_bytesSinceMaintenance += static_cast<int64_t>(batch.bytes);
        m_queuedBytes -= batch.bytes;
    }
}

void SqliteArchive::maintain()
{
    if (Clock::now() - m_lastMaintenance < kMaintenancePause && m_bytesSinceMaintenance < kMaintenanceBytes)
        return;
    m_lastMaintenance = Clock::now();
    m_bytesSinceMaintenance = 0;
    const Result<int64_t> segments = m_writer->segmentBytes();
    if (!segments)
        return;
    int64_t excess = segments.value() + QFileInfo(m_facts.folder + u"/index.sqlite"_s).size() - m_facts.quotaBytes;
    // Index pages that a purge frees are used again, so the file does not shrink: only segments count towards the goal.
    while (excess > 0) {
        const Result<int64_t> freed = m_writer->purgeOldest();
        if (!freed) {
            qCWarning(lcArchive).noquote() << "purge failed:" << freed.error().message;
            return;
        }
        if (freed.value() == 0)
            return;
        excess -= freed.value();
    }
}

void SqliteArchive::append(DecodedBatch batch)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_opened && m_openOutcome.ok() && !m_closing) {
            m_queuedBytes += batch.bytes;
            m_queuedMessages += batch.packets.size();
            m_queue.push_back(std::move(batch));
            m_changed.notify_all();
            return;
        }
    }
    if (const auto origin = batch.origin.lock())
        origin->refused(batch.receipt, "the archive is closed");
}

void SqliteArchive::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_changed.notify_all();
}

Result<std::unique_ptr<Reader>> SqliteArchive::reader()
{
    return openSqliteReader(m_facts);
}

void SqliteArchive::renameStream(const std::string &uuid, const std::string &name)
{
    post([uuid, name](IndexWriter &writer) { (void)writer.renameStream(uuid, name); });
}

void SqliteArchive::setMarks(std::vector<int64_t> rows, uint8_t set, uint8_t clear, std::function<void(Outcome)> done)
{
    post([rows = std::move(rows), set, clear, done = std::move(done)](IndexWriter &writer) {
        Outcome outcome = writer.setMarks(rows, set, clear);
        if (done)
            done(std::move(outcome));
    });
}

void SqliteArchive::setListener(CommitListener *listener)
{
    m_listener = listener;
}

QString SqliteArchive::leasePath(const std::string &stream) const
{
    const QByteArray hash = QCryptographicHash::hash(QByteArray::fromStdString(stream), QCryptographicHash::Sha256).toHex().first(32);
    return m_facts.folder + u"/leases/"_s + QString::fromLatin1(hash) + u".lock"_s;
}

bool SqliteArchive::takeLease(const std::string &stream)
{
    const std::lock_guard lock(m_mutex);
    FileLock &lease = m_leases[stream];
    return lease.isLocked() || lease.tryLock(leasePath(stream));
}

void SqliteArchive::dropLease(const std::string &stream)
{
    const std::lock_guard lock(m_mutex);
    m_leases.erase(stream);
}

void SqliteArchive::close()
{
    std::unique_lock lock(m_mutex);
    m_closing = true;
    m_changed.notify_all();
    if (m_thread.joinable())
        m_changed.wait_for(lock, kCloseLimit, [this] { return m_finished; });
    m_leases.clear();
}

Result<std::unique_ptr<Archive>> openSqliteArchive(const OpenSettings &settings)
{
    OpenFacts facts;
    facts.folder = settings.place;
    if (!settings.readOnly && !QDir().mkpath(settings.place))
        return Error{.kind = ErrorKind::Archive,
                     .message = QCoreApplication::translate("archive", "The archive's folder %1 cannot be made.").arg(settings.place),
                     .remedy = QCoreApplication::translate("archive", "Choose another place with TOCSIN_ARCHIVE or --home.")};
    facts.quotaBytes = settings.quotaBytes;
    if (facts.quotaBytes <= 0) {
        // decisions.md 6; what the archive has already counts as free, or it would shrink as it grows.
        const QStorageInfo disk(settings.place);
        const int64_t free = disk.isValid() ? disk.bytesAvailable() : 0;
        facts.quotaBytes = std::min<int64_t>(20'000'000'000, (free + folderBytes(settings.place)) / 10);
    }
    auto opened = std::make_unique<SqliteArchive>(std::move(facts), settings.reserveBytes);
    if (settings.readOnly) {
        // A reader says whether there is anything to read.
        const Result<std::unique_ptr<Reader>> probe = opened->reader();
        if (!probe)
            return probe.error();
    } else if (const Outcome done = opened->startWriting(); !done) {
        return done.error();
    }
    return std::unique_ptr<Archive>(std::move(opened));
}

} // namespace tocsin::archive
