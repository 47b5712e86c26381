// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/alertnotes.h"

#include "core/base/logging.h"
#include "core/triage/tables.h"
#include "core/watch/coincidencerows.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <utility>

namespace tocsin::services {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kFirstReading = 10s; // that alerts wait for lists of millions
constexpr auto kFilesRest = 300ms; // after the last change of a file
constexpr size_t kMostPairs = 10'000; // whose batches never came to be kept
constexpr size_t kMostLinks = 200'000;

} // namespace

AlertNotes::AlertNotes(archive::Archive &archive, journal::Journal &journal, archive::CommitListener &next, QString watchFolder, QObject *parent)
    : QObject(parent), m_archive(archive), m_journal(journal), m_next(next), m_watchFolder(std::move(watchFolder)),
      m_names(archive, journal, [this] { readJudgements(); })
{
    m_filesRest.setSingleShot(true);
    m_filesRest.setInterval(kFilesRest);
    connect(&m_filesRest, &QTimer::timeout, this, [this] {
        if (lookAtFiles())
            listsChanged();
    });
    (void)lookAtFiles();
    connect(&m_files, &QFileSystemWatcher::directoryChanged, &m_filesRest, qOverload<>(&QTimer::start));
    connect(&m_files, &QFileSystemWatcher::fileChanged, &m_filesRest, qOverload<>(&QTimer::start));
    connect(&m_journal, &journal::Journal::changed, this, [this] {
        {
            const std::lock_guard lock(m_mutex);
            m_wantJudgements = true;
        }
        m_changed.notify_all();
    });
    m_thread = std::thread([this] { run(); });
}

AlertNotes::~AlertNotes()
{
    stop();
}

void AlertNotes::beginToEnd()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_names.beginToEnd();
}

void AlertNotes::stop()
{
    beginToEnd();
    if (m_thread.joinable())
        m_thread.join();
    m_names.stop();
}

// What is there of them: files that are replaced fall out of the watch. False: they are as they were; other files lie beside them.
bool AlertNotes::lookAtFiles()
{
    if (m_watchFolder.isEmpty())
        return false;
    QStringList paths{QFileInfo(m_watchFolder).path(), m_watchFolder, watch::coincidenceFile(m_watchFolder)};
    const QStringList watched = m_files.files() + m_files.directories();
    paths.erase(std::remove_if(paths.begin(), paths.end(), [&watched](const QString &path) { return watched.contains(path) || !QFileInfo::exists(path); }), paths.end());
    if (!paths.isEmpty())
        m_files.addPaths(paths);
    QStringList state;
    QFileInfoList files = QDir(m_watchFolder).entryInfoList(QDir::Files, QDir::Name);
    files << QFileInfo(watch::coincidenceFile(m_watchFolder));
    for (const QFileInfo &file : std::as_const(files)) {
        if (file.exists())
            state << u"%1 %2 %3"_s.arg(file.fileName()).arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch());
    }
    return std::exchange(m_filesState, state) != state;
}

void AlertNotes::listsChanged()
{
    {
        const std::lock_guard lock(m_mutex);
        m_wantLists = true;
    }
    m_changed.notify_all();
}

void AlertNotes::judgementsChanged()
{
    readJudgements();
}

std::shared_ptr<const triage::AliasIndex> AlertNotes::aliases() const
{
    const std::lock_guard lock(m_mutex);
    return m_aliases ? m_aliases : std::make_shared<const triage::AliasIndex>();
}

void AlertNotes::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        const bool lists = std::exchange(m_wantLists, false);
        const bool judgements = std::exchange(m_wantJudgements, false);
        lock.unlock();
        if (lists)
            readLists();
        if (judgements)
            readJudgements();
        lock.lock();
        m_isRead = true;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_ending || m_wantLists || m_wantJudgements; });
    }
}

void AlertNotes::readLists()
{
    QStringList problems;
    std::shared_ptr<const watch::WatchIndex> index;
    std::unique_ptr<watch::CoincidenceJudge> judge;
    if (!m_watchFolder.isEmpty()) {
        index = watch::Watchlists(m_watchFolder).index(&problems);
        judge = judgeOf(problems);
    }
    for (const QString &problem : problems)
        qCWarning(lcServices).noquote() << problem;
    const auto sources = static_cast<qint64>(index ? index->size() : 0);
    {
        const std::lock_guard lock(m_mutex);
        m_watch = std::move(index);
        m_newJudge = std::move(judge);
        m_hasNewJudge = true;
        ++m_generation;
    }
    Q_EMIT watching(sources, problems);
}

// It remembers the stored rows that may still have a mate.
std::unique_ptr<watch::CoincidenceJudge> AlertNotes::judgeOf(QStringList &problems)
{
    const Result<std::vector<watch::Coincidence>> list = watch::readCoincidences(watch::coincidenceFile(m_watchFolder));
    if (!list) {
        problems.push_back(list.error().message);
        return nullptr;
    }
    if (list.value().empty())
        return nullptr;
    auto judge = std::make_unique<watch::CoincidenceJudge>(list.value());
    if (const Result<std::unique_ptr<archive::Reader>> reader = m_archive.reader()) {
        const UtcTime since = UtcTime::fromUs(UtcTime::now().us - std::chrono::microseconds(judge->longest() + 1h).count());
        const Outcome read = watch::rememberStored(*reader.value(), *judge, list.value(), since, [this] {
            const std::lock_guard lock(m_mutex);
            return !m_ending;
        });
        if (!read)
            problems.push_back(read.error().message);
    }
    return judge;
}

void AlertNotes::readJudgements()
{
    const std::lock_guard reading(m_reading);
    using Both = std::pair<std::shared_ptr<const triage::Judgements>, std::shared_ptr<const triage::AliasIndex>>;
    std::shared_ptr<const triage::AliasIndex> known;
    {
        const std::lock_guard lock(m_mutex);
        known = m_aliases;
    }
    const Result<Both> read = m_journal.wait<Both>([known](QSqlDatabase &db) -> Result<Both> {
        const Result<std::shared_ptr<const triage::AliasIndex>> aliases = triage::readAliases(db, known);
        if (!aliases)
            return aliases.error();
        const Result<std::shared_ptr<const triage::Judgements>> judgements = triage::readJudgements(db, *aliases.value());
        if (!judgements)
            return judgements.error();
        return Both{judgements.value(), aliases.value()};
    });
    if (!read) {
        qCWarning(lcServices).noquote() << "judgements:" << read.error().message;
        return;
    }
    const std::lock_guard lock(m_mutex);
    m_judgements = read.value().first;
    m_aliases = read.value().second;
    ++m_generation;
}

// On the router's thread.
void AlertNotes::takeNews()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, m_seen < 0 ? kFirstReading : 0s, [this] { return m_ending || m_isRead; });
    m_seen = m_generation;
    m_watchNow = m_watch;
    m_judgementsNow = m_judgements;
    m_aliasesNow = m_aliases;
    if (std::exchange(m_hasNewJudge, false))
        m_judge = std::move(m_newJudge);
}

void AlertNotes::note(const DecodedPacket &packet)
{
    if (m_seen != m_generation.load(std::memory_order_relaxed) || m_seen < 0)
        takeNews();
    for (const std::shared_ptr<Alert> &alert : packet.alerts) {
        if (!alert->error.empty())
            continue;
        if (m_watchNow && alert->hasPosition()) {
            if (auto hit = m_watchNow->match(alert->ra.value, alert->dec.value)) {
                alert->watch = std::move(hit->name);
                alert->watchSep = hit->separation;
            }
        }
        if (m_judgementsNow)
            m_judgementsNow->note(*alert);
        if (m_judge && !m_judge->isEmpty()) {
            if (const auto mate = m_judge->judge(alert, [&packet](const Alert &one) { return watch::regionIn(packet.packet, one.record); })) {
                alert->coincidence = watch::coincidenceName(*mate);
                const std::lock_guard lock(m_pairsMutex);
                if (m_pairs.size() >= kMostPairs)
                    m_pairs.clear();
                m_pairs[alert.get()] = {alert, mate};
                m_havePairs = true;
            }
        }
    }
    learn(packet);
}

void AlertNotes::learn(const DecodedPacket &packet)
{
    if (packet.alerts.size() != 1 || !packet.alerts.front()->error.empty() || m_learned.size() >= kMostLinks)
        return;
    std::vector<triage::AliasLink> links;
    for (triage::AliasLink &link : triage::linksIn(*packet.alerts.front(), packet.packet.value)) {
        if (m_learned.knows(link) || (m_aliasesNow && m_aliasesNow->knows(link)))
            continue;
        m_learned.add(link);
        links.push_back(std::move(link));
    }
    if (!links.empty())
        m_names.keep(std::move(links));
}

// The earlier one of two has its row by now: the archive keeps what the router hands it in that order.
void AlertNotes::alertsCommitted(std::vector<std::shared_ptr<const Alert>> alerts, uint64_t messages, uint64_t replays, uint64_t gaps)
{
    std::vector<archive::Annotation> annotations;
    std::vector<int64_t> rows;
    if (m_havePairs) {
        const std::lock_guard lock(m_pairsMutex);
        for (const auto &alert : alerts) {
            const auto pair = alert->coincidence.empty() ? m_pairs.end() : m_pairs.find(alert.get());
            if (pair == m_pairs.end())
                continue;
            if (const Alert &mate = *pair->second.second; mate.row > 0) {
                annotations.push_back({.row = mate.row, .coincidence = watch::coincidenceName(*alert)});
                rows.push_back(mate.row);
            }
            m_pairs.erase(pair);
        }
        m_havePairs = !m_pairs.empty();
    }
    m_next.alertsCommitted(std::move(alerts), messages, replays, gaps);
    if (annotations.empty())
        return;
    m_archive.annotate(std::move(annotations), [told = m_coincided, rows = std::move(rows)](const Result<int64_t> &kept) {
        if (!kept)
            qCWarning(lcServices).noquote() << "coincidences:" << kept.error().message;
        else if (told)
            told(rows);
    });
}

} // namespace tocsin::services
