// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/sqlitearchive.h"

#include "core/archive/archivelimits.h"
#include "core/archive/sqlitereader.h"
#include "core/base/logging.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

namespace tocsin::archive {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kCommitPause = 20ms;
constexpr size_t kCommitMessages = 1'000;
constexpr size_t kGroupMessages = 4'000; // a group beyond this waits for the next commit
constexpr auto kMaintenancePause = 60s;
constexpr int64_t kMaintenanceBytes = 256ll << 20;
constexpr int kMostWriters = 256;
constexpr int64_t kDayUs = 86'400'000'000;

} // namespace

SqliteArchive::SqliteArchive(OpenFacts facts, const OpenSettings &settings)
    : m_facts(std::move(facts)), m_settings(settings), m_patience(settings.patience)
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
    // SQLite's own locks are too weak on a network file system for writers side by side: the first one is the only one.
    const bool alone = onNetworkFileSystem(m_facts.folder);
    // On a disk that is read-only nobody can take it, and nobody holds it.
    if (!m_gate.tryShare(gatePath(m_facts.folder)) && QFileInfo(gatePath(m_facts.folder)).isWritable())
        return Error{.kind = ErrorKind::Archive,
                     .message = QCoreApplication::translate("archive", "The archive in %1 is being recovered or compacted just now.").arg(m_facts.folder),
                     .remedy = QCoreApplication::translate("archive", "Start again when that is done.")};
    const int most = alone ? 1 : kMostWriters;
    int writer = 1;
    while (writer <= most && !m_writerLock.tryLock(writerLockPath(m_facts.folder, writer)))
        ++writer;
    if (!m_writerLock.isLocked() && alone && QFile::exists(writerLockPath(m_facts.folder, 1)))
        return Error{.kind = ErrorKind::Archive,
                     .message = QCoreApplication::translate("archive", "Another Tocsin uses the archive in %1; on a network file system only one may.").arg(m_facts.folder),
                     .remedy = QCoreApplication::translate("archive", "End the other one, or set TOCSIN_ARCHIVE to a local folder.")};
    if (!m_writerLock.isLocked())
        return Error{.kind = ErrorKind::Archive,
                     .message = QCoreApplication::translate("archive", "The archive in %1 cannot be written.").arg(m_facts.folder),
                     .remedy = QCoreApplication::translate("archive", "Check the rights of the folder, or choose another place with TOCSIN_ARCHIVE or --home.")};
    Result<OpenedIndex> index = openIndex(m_facts.folder, true);
    if (!index)
        return index.error();
    m_facts.journal = index.value().journal;
    m_facts.notice = index.value().notice;
    m_facts.writer = writer;
    const Outcome patient = m_patience.install(index.value().db);
    auto indexWriter = std::make_unique<IndexWriter>(std::move(index.value().db), m_facts.folder, writer, m_settings.clock);
    if (!patient)
        return patient;
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
    const Result<int64_t> last = indexWriter->lastRow();
    if (!last)
        return last.error();
    m_facts.rowsBefore = last.value();
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
    m_morePurging = true; // a new start looks at the quota at once
    std::deque<DecodedBatch> group;
    std::deque<Job> jobs;
    while (ok && waitForWork(group, jobs)) {
        for (const Job &job : jobs)
            job(m_writer.get());
        jobs.clear();
        if (!group.empty())
            commit(group);
        maintain();
    }
    // The column thread gets what nobody else wants of the processor: it may need a while to notice, and nobody waits for it
    // to have everything safe.
    if (m_columns)
        m_columns->stop();
    if (m_writer) {
        if (const Outcome closed = m_writer->closeSegments(); !closed)
            qCWarning(lcArchive).noquote() << "segments stay open:" << closed.error().message;
        m_writer.reset();
    }
    m_writerLock.unlock();
    m_gate.unlock();
    {
        const std::lock_guard lock(m_mutex);
        m_finished = true;
        jobs.swap(m_jobs);
    }
    for (const Job &job : jobs)
        job(nullptr);
    m_changed.notify_all();
    m_columns.reset();
}

bool SqliteArchive::waitForWork(std::deque<DecodedBatch> &group, std::deque<Job> &jobs)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, m_morePurging ? 0s : kMaintenancePause, [this] { return m_closing || !m_queue.empty() || !m_jobs.empty(); });
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
    return !disk.isValid() || disk.bytesAvailable() >= m_settings.reserveBytes;
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
    bool stored = false;
    while (mayTry() && !(stored = commitOnce(group)))
        waitToRetry();
    if (!stored) {
        refuse(group);
        return;
    }
    m_lastCommit = Clock::now();
    for (DecodedBatch &batch : group) {
        if (const auto origin = batch.origin.lock())
            origin->committed(batch.receipt);
        m_bytesSinceMaintenance += static_cast<int64_t>(batch.bytes);
        m_queuedBytes -= batch.bytes;
    }
}

bool SqliteArchive::mayTry()
{
    if (m_patience.isOver())
        m_refusing = true;
    return !m_refusing;
}

// After a try that failed. What else there is to do goes on: marks and names, and the purge that may make room.
void SqliteArchive::waitToRetry()
{
    std::deque<Job> jobs;
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, m_settings.retryPause, [this] { return m_closing || !m_jobs.empty(); });
        m_refusing = m_closing; // one failure is enough then
        jobs.swap(m_jobs);
    }
    for (const Job &job : jobs)
        job(m_writer.get());
    maintain();
}

// Not stored and not acknowledged: the streams fetch it again at the next start.
void SqliteArchive::refuse(std::span<DecodedBatch> group)
{
    const std::string why = m_trouble.isEmpty() ? std::string("the archive is closed") : m_trouble.toStdString();
    for (const DecodedBatch &batch : group) {
        if (const auto origin = batch.origin.lock())
            origin->refused(batch.receipt, why);
        m_queuedBytes -= batch.bytes;
    }
}

// One segment a round, so that neither alerts nor the end of the program wait for it.
void SqliteArchive::maintain()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_closing)
            return;
    }
    if (!m_morePurging && Clock::now() - m_lastMaintenance < kMaintenancePause && m_bytesSinceMaintenance < kMaintenanceBytes)
        return;
    m_lastMaintenance = Clock::now();
    m_bytesSinceMaintenance = 0;
    m_morePurging = purge();
}

bool SqliteArchive::purge()
{
    const Result<IndexWriter::Sizes> sizes = m_writer->sizes();
    if (!sizes)
        return false;
    const Limits limits = decideLimits(m_facts.folder, true);
    const int64_t quota = m_facts.quotaBytes > 0 ? m_facts.quotaBytes : limits.bytes;
    // An index or marked packets above the quota do not take every other packet with them: half of it stays for those.
    const int64_t most = std::max(quota - sizes.value().index - sizes.value().kept - columnBytes(m_facts.folder), quota / 2);
    const bool tooMuch = sizes.value().segments - sizes.value().kept > most;
    if (!tooMuch && limits.days == 0)
        return false;
    IndexWriter::PurgeOrder order;
    if (!tooMuch) {
        // Our clock may run ahead by years: the brokers' stamps have to agree before anything goes.
        const Result<int64_t> newest = m_writer->newestStamp();
        if (!newest)
            return false;
        const QDateTime clock = m_settings.clock ? m_settings.clock() : QDateTime::currentDateTimeUtc();
        const int64_t now = std::min<int64_t>(clock.toMSecsSinceEpoch() * 1'000, newest.value() + kDayUs);
        order.storedBefore = now - limits.days * kDayUs;
    }
    const Result<IndexWriter::Purged> purged = m_writer->purgeOldest(order);
    if (!purged) {
        qCWarning(lcArchive).noquote() << "purge failed:" << purged.error().message;
        return false;
    }
    if (!purged.value().done)
        return false;
    if (tooMuch) {
        qCWarning(lcArchive) << "quota of" << quota << "bytes reached: removed the oldest" << purged.value().rows << "rows without a mark,"
                             << purged.value().bytes << "bytes";
        m_facts.purged->rows += purged.value().rows;
        m_facts.purged->bytes += purged.value().bytes;
    } else {
        qCInfo(lcArchive) << "older than" << limits.days << "days: removed" << purged.value().rows << "rows without a mark," << purged.value().bytes << "bytes";
    }
    return true;
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
        if (m_opened && m_openOutcome.ok() && !m_finished) {
            m_jobs.push_back(std::move(job));
            m_changed.notify_all();
            return;
        }
    }
    job(nullptr);
}

Result<std::unique_ptr<Reader>> SqliteArchive::reader()
{
    return openSqliteReader(m_facts);
}

void SqliteArchive::renameStream(const std::string &uuid, const std::string &name)
{
    post([uuid, name](IndexWriter *writer) {
        if (!writer)
            return;
        // The next message of the stream carries the new name as well.
        if (const Outcome done = writer->renameStream(uuid, name); !done)
            qCWarning(lcArchive).noquote() << "rows keep their stream's old name:" << done.error().message;
    });
}

void SqliteArchive::setMarks(std::vector<int64_t> rows, uint8_t set, uint8_t clear, std::function<void(Outcome)> done)
{
    post([rows = std::move(rows), set, clear, done = std::move(done)](IndexWriter *writer) {
        Outcome outcome = writer ? writer->setMarks(rows, set, clear)
                                 : Outcome(Error{.kind = ErrorKind::Archive, .message = QCoreApplication::translate("archive", "The archive is closed.")});
        if (done)
            done(std::move(outcome));
    });
}

void SqliteArchive::replaceAlerts(std::vector<Redecoded> messages, std::function<void(Result<Replacement>)> done)
{
    post([this, messages = std::move(messages), done = std::move(done)](IndexWriter *writer) {
        if (!writer || !spaceLeft()) {
            done(Error{.kind = ErrorKind::Archive,
                       .message = writer ? QCoreApplication::translate("archive", "The disk is nearly full: rows stay as they are.")
                                         : QCoreApplication::translate("archive", "The archive is closed.")});
            return;
        }
        Result<IndexWriter::Replaced> replaced = writer->replaceAlerts(messages);
        if (!replaced) {
            done(replaced.error());
            return;
        }
        if (CommitListener *listener = m_listener.load(); listener && !replaced.value().added.empty())
            listener->alertsCommitted(std::move(replaced.value().added), 0, 0, 0);
        done(replaced.value().report);
    });
}

void SqliteArchive::annotate(std::vector<Annotation> annotations, std::function<void(Result<int64_t>)> done)
{
    post([this, annotations = std::move(annotations), done = std::move(done)](IndexWriter *writer) {
        if (writer && spaceLeft())
            done(writer->annotate(annotations));
        else
            done(Error{.kind = ErrorKind::Archive,
                       .message = writer ? QCoreApplication::translate("archive", "The disk is nearly full: rows stay as they are.")
                                         : QCoreApplication::translate("archive", "The archive is closed.")});
    });
}

void SqliteArchive::setRegistry(const std::string &streamUuid, const std::string &registry, std::function<void()> done)
{
    post([streamUuid, registry, done = std::move(done)](IndexWriter *writer) {
        if (!writer)
            return;
        // The next message of the stream carries it as well.
        if (const Outcome set = writer->setRegistry(streamUuid, registry); !set)
            qCWarning(lcArchive).noquote() << "stored packets keep their stream's old registry:" << set.error().message;
        if (done)
            done();
    });
}

Outcome SqliteArchive::setLimits(const Limits &limits)
{
    if (const Outcome done = writeLimits(m_facts.folder, limits); !done)
        return done;
    // Looked at now, not in a minute.
    post([this](IndexWriter *writer) { m_morePurging = m_morePurging || writer; });
    return Done{};
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

void SqliteArchive::close(std::chrono::steady_clock::time_point deadline)
{
    std::unique_lock lock(m_mutex);
    m_closing = true;
    // A locked index may take half of the time; the rest is for saying so and for closing.
    const auto now = Clock::now();
    m_patience.endBy(now + std::max<Clock::duration>(0s, (deadline - now) / 2));
    m_changed.notify_all();
    if (m_thread.joinable())
        m_changed.wait_until(lock, deadline, [this] { return m_finished; });
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
    if (settings.quotaBytes == 0)
        (void)decideLimits(settings.place, !settings.readOnly);
    auto opened = std::make_unique<SqliteArchive>(std::move(facts), settings);
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
