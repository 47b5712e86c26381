// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/fileintake.h"

#include "core/decoders/decoder.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace tocsin::services {

using namespace Qt::StringLiterals;

namespace {

// The name as it may stand in a row: no folder, no control characters, at most 100 bytes.
std::string rowName(const QString &path)
{
    QString name = QFileInfo(path).fileName();
    name.removeIf([](QChar c) { return !c.isPrint(); });
    while (name.toUtf8().size() > 100)
        name.chop(1);
    return name.toStdString();
}

Result<QByteArray> readBounded(const QString &path)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (!info.exists())
        return Error{.kind = ErrorKind::NotFound, .message = FileIntake::tr("%1 is not there.").arg(name)};
    if (!info.isFile())
        return Error{.kind = ErrorKind::BadArgument, .message = FileIntake::tr("%1 is no file.").arg(name),
                     .remedy = FileIntake::tr("Drop the files themselves.")};
    if (info.size() > FileIntake::kMostBytes)
        return Error{.kind = ErrorKind::BadArgument, .message = FileIntake::tr("%1 is larger than 64 MiB.").arg(name),
                     .remedy = FileIntake::tr("One alert is never that large; split the file.")};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{.kind = ErrorKind::NotFound, .message = FileIntake::tr("%1 cannot be read: %2").arg(name, file.errorString())};
    return file.read(FileIntake::kMostBytes + 1);
}

} // namespace

// Reads, hands over and waits for the archive's answer, one file after the other. Owns its thread.
class FileIntake::Worker final : public BatchOrigin, public std::enable_shared_from_this<Worker>
{
public:
    Worker(streams::BatchSink &sink, FileIntake &owner) : m_sink(sink), m_owner(owner) {}

    void start() { m_thread = std::thread([this] { run(); }); }
    void end()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ending = true;
        }
        m_changed.notify_all();
        if (m_thread.joinable())
            m_thread.join();
    }
    void add(const QStringList &paths)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_paths.insert(m_paths.end(), paths.cbegin(), paths.cend());
        }
        m_changed.notify_all();
    }
    bool busy() const
    {
        const std::lock_guard lock(m_mutex);
        return !m_paths.empty() || m_reading || !m_waiting.empty();
    }

    void committed(uint64_t receipt) override { answer(receipt, {}); }
    void refused(uint64_t receipt, const std::string &why) override { answer(receipt, QString::fromStdString(why)); }

private:
    void run()
    {
        for (;;) {
            QString path;
            {
                std::unique_lock lock(m_mutex);
                m_changed.wait(lock, [this] { return m_ending || !m_paths.empty(); });
                if (m_ending)
                    return;
                path = m_paths.front();
                m_paths.pop_front();
                m_reading = true;
            }
            handOver(path);
            const std::lock_guard lock(m_mutex);
            m_reading = false;
        }
    }

    void handOver(const QString &path)
    {
        Report report;
        report.name = QFileInfo(path).fileName();
        const Result<QByteArray> read = readBounded(path);
        if (!read) {
            report.error = read.error();
            tell(report);
            return;
        }
        auto bytes = std::make_shared<QByteArray>(read.value());
        const std::string_view view(bytes->constData(), static_cast<size_t>(bytes->size()));
        // What will become of it: counted here, because the archive answers for batches, not for alerts.
        const decoders::Decoded decoded = decoders::decode({.value = view, .key = {}, .headers = {}, .topic = {}});
        report.alerts = static_cast<qint64>(decoded.alerts.size());
        report.undecoded = decoded.error.empty() ? 0 : 1;

        Packet packet;
        const QByteArray hash = QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex();
        packet.lane = std::make_shared<Lane>(
            Lane{.source = "file:" + hash.toStdString(), .topic = rowName(path), .partition = -1, .generation = 0});
        packet.position = 0;
        packet.value = view;
        packet.received = UtcTime::now();
        packet.stream = streamRef();
        Batch batch;
        batch.origin = weak_from_this();
        batch.packets.push_back(std::move(packet));
        batch.bytes = view.size();
        batch.keepAlive = std::move(bytes);
        {
            const std::lock_guard lock(m_mutex);
            batch.receipt = ++m_lastReceipt;
            m_waiting.emplace(batch.receipt, report);
        }
        const uint64_t receipt = batch.receipt;
        while (!m_sink.offer(batch)) {
            m_sink.waitForRoom(100);
            const std::lock_guard lock(m_mutex);
            if (m_ending) {
                m_waiting.erase(receipt);
                return;
            }
        }
    }

    void answer(uint64_t receipt, const QString &refusal)
    {
        Report report;
        {
            const std::lock_guard lock(m_mutex);
            const auto it = m_waiting.find(receipt);
            if (it == m_waiting.end())
                return;
            report = it->second;
            m_waiting.erase(it);
        }
        report.stored = refusal.isEmpty();
        if (!report.stored)
            report.error = {.kind = ErrorKind::Archive,
                            .message = FileIntake::tr("%1 could not be stored: %2").arg(report.name, refusal)};
        tell(report);
    }

    void tell(const Report &report)
    {
        const std::lock_guard lock(m_mutex);
        if (m_ending)
            return; // the owner may be gone
        QMetaObject::invokeMethod(&m_owner, [owner = &m_owner, report] { Q_EMIT owner->finished(report); }, Qt::QueuedConnection);
    }

    streams::BatchSink &m_sink;
    FileIntake &m_owner;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<QString> m_paths;
    std::map<uint64_t, Report> m_waiting;
    uint64_t m_lastReceipt = 0;
    bool m_reading = false;
    bool m_ending = false;
    std::thread m_thread;
};

FileIntake::FileIntake(streams::BatchSink &sink, QObject *parent)
    : QObject(parent), m_worker(std::make_shared<Worker>(sink, *this))
{
    qRegisterMetaType<Report>();
    m_worker->start();
}

FileIntake::~FileIntake()
{
    m_worker->end();
}

void FileIntake::take(const QStringList &paths)
{
    m_worker->add(paths.mid(0, kMostFiles));
    if (paths.size() > kMostFiles) {
        Report report;
        report.name = tr("%n file(s)", nullptr, static_cast<int>(paths.size() - kMostFiles));
        report.error = {.kind = ErrorKind::BadArgument,
                        .message = tr("Only %1 files are taken at once; %n were left out.", nullptr,
                                      static_cast<int>(paths.size() - kMostFiles))
                                       .arg(kMostFiles)};
        Q_EMIT finished(report);
    }
}

bool FileIntake::isBusy() const
{
    return m_worker->busy();
}

StreamRefPtr FileIntake::streamRef()
{
    static const auto ref = std::make_shared<const StreamRef>(StreamRef{.uuid = "file", .name = "file"});
    return ref;
}

} // namespace tocsin::services
