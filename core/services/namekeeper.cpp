// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/namekeeper.h"

#include "core/base/logging.h"
#include "core/triage/tables.h"
#include "core/triage/triage.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace tocsin::services {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kRest = 1s; // between writings of names, and after trouble
constexpr auto kPause = 20ms; // between stretches of stored rows: others want disk and processor too
constexpr int64_t kStretch = 200; // rows
constexpr auto kKeepSearched = 5s; // what an end in the middle costs
constexpr size_t kMostFound = 2'000;
// Of what is read from packets (core/triage/packetnames.cpp): a new one looks through the stored rows once more.
constexpr int64_t kNamesVersion = 1;
const QString kSearched = u"searched"_s;
const QString kWidened = u"widened"_s;

// Full packets of surveys name nothing but themselves, and are most of an archive.
bool mayTellNames(const Alert &alert)
{
    constexpr std::string_view kBare[] = {"ztf-avro", "lsst-avro", "elasticc", "atlas-avro", "pgir-avro", "winter-avro", "turbo-avro", "decat-avro", "ztf-json", "lsst-json"};
    return alert.record == 0 && std::ranges::none_of(kBare, [&alert](std::string_view format) { return alert.format.starts_with(format); });
}

void complain(const Error &error)
{
    if (error.kind != ErrorKind::Interrupted && error.kind != ErrorKind::NotFound)
        qCWarning(lcServices).noquote() << "names:" << error.message;
}

} // namespace

NameKeeper::NameKeeper(archive::Archive &archive, journal::Journal &journal, std::function<void()> told)
    : m_archive(archive), m_journal(journal), m_told(std::move(told)), m_thread([this] { run(); })
{
}

NameKeeper::~NameKeeper()
{
    stop();
}

void NameKeeper::keep(std::vector<triage::AliasLink> links)
{
    {
        const std::lock_guard lock(m_mutex);
        m_links.insert(m_links.end(), std::make_move_iterator(links.begin()), std::make_move_iterator(links.end()));
        m_idle = false;
    }
    m_changed.notify_all();
}

void NameKeeper::beginToEnd()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
}

void NameKeeper::stop()
{
    beginToEnd();
    if (m_thread.joinable())
        m_thread.join();
}

bool NameKeeper::isEnding() const
{
    const std::lock_guard lock(m_mutex);
    return m_ending;
}

void NameKeeper::run()
{
    triage::Triage triage(m_archive, m_journal, {});
    triage.setGoOn([this] { return !isEnding(); });
    auto rest = std::chrono::milliseconds(0);
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        // Links gather for a moment: one writing for many.
        m_changed.wait_for(lock, rest, [this] { return m_ending; });
        lock.unlock();
        if (write())
            m_widens = true;
        if (m_widens)
            m_widens = widen(triage);
        if (m_searches && !isEnding())
            m_searches = searchStored();
        lock.lock();
        const bool waits = m_links.empty() && !m_widens && !m_searches;
        m_idle = waits;
        if (waits)
            m_changed.wait(lock, [this] { return m_ending || !m_links.empty(); });
        rest = m_searches && m_links.empty() ? std::chrono::milliseconds(kPause) : std::chrono::milliseconds(kRest);
    }
    lock.unlock();
    (void)write();
    m_reader.reset();
}

bool NameKeeper::write()
{
    std::vector<triage::AliasLink> links;
    {
        const std::lock_guard lock(m_mutex);
        links = std::exchange(m_links, {});
    }
    if (links.empty())
        return false;
    const Outcome kept = m_journal.wait<Done>([links](QSqlDatabase &db) { return triage::writeAliases(db, links); });
    if (!kept)
        complain(kept.error());
    return kept.ok();
}

// False: nothing is left of it. Those that come from other programs of this home are taken along.
bool NameKeeper::widen(triage::Triage &triage)
{
    using New = std::pair<std::vector<triage::AliasLink>, triage::Progress>;
    const Result<New> read = m_journal.wait<New>([](QSqlDatabase &db) -> Result<New> {
        triage::Progress progress;
        Result<std::vector<triage::AliasLink>> links = triage::readNewLinks(db, progress);
        if (!links)
            return links.error();
        return New{std::move(links.value()), progress};
    });
    if (!read) {
        complain(read.error());
        return false;
    }
    if (read.value().first.empty())
        return false;
    m_told();
    const Result<int64_t> changed = triage.widen(read.value().first);
    if (!changed) {
        complain(changed.error());
        return false; // with the next link, or when the program begins again
    }
    const Outcome kept = m_journal.wait<Done>([progress = read.value().second](QSqlDatabase &db) { return triage::writeProgress(db, kWidened, progress); });
    if (!kept)
        complain(kept.error());
    return false;
}

// One stretch of them; false: nothing is left.
bool NameKeeper::searchStored()
{
    if (!m_reader) {
        Result<std::unique_ptr<archive::Reader>> opened = m_archive.reader();
        if (!opened) {
            complain(opened.error());
            return false;
        }
        m_reader = std::move(opened.value());
    }
    // A work of this version that has come to its end once is not begun again: what is stored since was read as it came.
    constexpr int64_t kDone = std::numeric_limits<int64_t>::max();
    if (m_searched < 0) {
        const Result<triage::Progress> before = m_journal.wait<triage::Progress>([](QSqlDatabase &db) { return triage::readProgress(db, kSearched); });
        if (!before) {
            complain(before.error());
            return false;
        }
        m_searched = before.value().version == kNamesVersion ? before.value().place : 0;
        m_searchKept = std::chrono::steady_clock::now();
    }
    if (m_searched == kDone)
        return false;
    const Result<int64_t> last = m_reader->lastRow();
    if (!last) {
        complain(last.error());
        return false;
    }
    const int64_t first = m_searched + 1;
    std::vector<int64_t> rows(static_cast<size_t>(std::clamp<int64_t>(last.value() - first + 1, 0, kStretch)));
    std::iota(rows.begin(), rows.end(), first);
    const Result<std::vector<std::shared_ptr<const Alert>>> alerts = m_reader->alerts(rows);
    if (!alerts) {
        complain(alerts.error());
        return false;
    }
    std::vector<int64_t> telling;
    for (const auto &alert : alerts.value()) {
        if (alert->error.empty() && mayTellNames(*alert))
            telling.push_back(alert->row);
    }
    std::unordered_map<int64_t, std::string> packets;
    if (Result<std::vector<archive::StoredMessage>> messages = m_reader->messages(telling)) {
        for (archive::StoredMessage &message : messages.value())
            packets.emplace(message.row, std::move(message.raw.value));
    }
    for (const auto &alert : alerts.value()) {
        const auto packet = packets.find(alert->row);
        if (!alert->error.empty())
            continue;
        for (triage::AliasLink &link : triage::linksIn(*alert, packet == packets.end() ? std::string_view() : std::string_view(packet->second)))
            m_found.push_back(std::move(link));
    }
    const bool ended = rows.empty() || rows.back() >= last.value();
    m_searched = ended ? kDone : rows.back();
    // Now and then, not with each stretch: whoever shows something of the journal reads it again.
    if (!ended && !isEnding() && m_found.size() < kMostFound && std::chrono::steady_clock::now() - m_searchKept < kKeepSearched)
        return true;
    const Outcome kept = m_journal.wait<Done>([links = m_found, progress = triage::Progress{.place = m_searched, .version = kNamesVersion}](QSqlDatabase &db) -> Outcome {
        if (const Outcome written = triage::writeAliases(db, links); !written)
            return written;
        return triage::writeProgress(db, kSearched, progress);
    });
    if (!kept)
        complain(kept.error());
    m_searchKept = std::chrono::steady_clock::now();
    m_widens = m_widens || !m_found.empty();
    m_found.clear();
    return kept.ok() && !ended;
}

} // namespace tocsin::services
