// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/schemadoctor.h"

#include "core/base/logging.h"
#include "core/decoders/decoder.h"
#include "core/decoders/schemadiff.h"
#include "core/decoders/schemastore.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace tocsin::services {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using decoders::SchemaStore;

namespace {

constexpr auto kLookPause = 500ms; // rows that wait come in every commit
constexpr auto kRetryPause = 5s; // the archive was busy
constexpr auto kTellPause = 1s; // how far decodeAgain() is
constexpr size_t kMostVersions = 50; // packets that are looked at in one go
constexpr size_t kMostKnown = 1'000;

} // namespace

SchemaDoctor::SchemaDoctor(archive::Archive &archive, QString memoryFile, SchemaFetch::Settings settings, QObject *parent)
    : QObject(parent), m_archive(archive), m_memoryFile(std::move(memoryFile)), m_fetch(settings), m_thread([this] { run(); })
{
    connect(&m_fetch, &SchemaFetch::fetched, this, [this](const SchemaKey &key, const QByteArray &answer) {
        {
            const std::lock_guard lock(m_mutex);
            m_work.fetched.push_back({key, answer.toStdString()});
        }
        m_changed.notify_all();
    });
    connect(&m_fetch, &SchemaFetch::failed, this, &SchemaDoctor::handleFailed);
}

SchemaDoctor::~SchemaDoctor()
{
    stop();
}

void SchemaDoctor::stop()
{
    m_fetch.stop();
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void SchemaDoctor::sawSchema(const StreamRefPtr &stream, const std::shared_ptr<const decoders::AvroSchema> &schema, const std::string &version)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_known.size() >= kMostKnown)
            m_known.clear(); // they are told once more, and are no news
        if (!m_known.emplace(stream->uuid, schema).second)
            return;
        m_work.seen.push_back({stream, schema, version});
    }
    m_changed.notify_all();
}

void SchemaDoctor::sawVersion(const StreamRefPtr &stream, const std::string &topic, const std::string &format, std::string packet)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_work.versions.size() >= kMostVersions)
            return; // a flood of versions is no news
        m_work.versions.push_back({stream, topic, format, std::move(packet)});
    }
    m_changed.notify_all();
}

// At once: the rows that wait are found in the archive later, and without an archive never.
void SchemaDoctor::schemaWanted(const StreamRefPtr &stream, uint32_t schema)
{
    if (stream->registry.empty())
        return;
    SchemaKey key{stream->registry, schema};
    {
        const std::lock_guard lock(m_mutex);
        if (m_asked.size() >= kMostKnown)
            m_asked.clear();
        if (!m_asked.insert(key).second)
            return;
    }
    tell([this, key = std::move(key)] { m_fetch.want(key); });
}

void SchemaDoctor::look()
{
    {
        const std::lock_guard lock(m_mutex);
        m_work.look = true;
    }
    m_changed.notify_all();
}

void SchemaDoctor::setMappings(Mappings mappings)
{
    const std::lock_guard lock(m_mutex);
    m_mappings = std::move(mappings);
}

void SchemaDoctor::decodeAgain(std::vector<int64_t> rows)
{
    {
        const std::lock_guard lock(m_mutex);
        m_work.again.insert(m_work.again.end(), rows.begin(), rows.end());
        m_enough = false;
    }
    m_changed.notify_all();
}

void SchemaDoctor::stopDecodingAgain()
{
    const std::lock_guard lock(m_mutex);
    m_enough = true;
}

void SchemaDoctor::putAside(const std::string &streamUuid, const std::string &survey)
{
    {
        const std::lock_guard lock(m_mutex);
        m_work.aside.emplace_back(streamUuid, survey);
    }
    m_changed.notify_all();
    std::erase_if(m_news, [&](const SchemaChange &change) { return change.streamUuid == streamUuid && change.is.survey == survey; });
    Q_EMIT newsChanged();
}

template <typename Call> void SchemaDoctor::tell(Call call)
{
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

bool SchemaDoctor::ending()
{
    const std::lock_guard lock(m_mutex);
    return m_ending;
}

void SchemaDoctor::run()
{
    SchemaMemory memory(m_memoryFile);
    if (std::vector<SchemaChange> news = memory.news(); !news.empty()) {
        tell([this, news = std::move(news)] {
            m_news = news;
            Q_EMIT newsChanged();
        });
    }
    for (;;) {
        Work work;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_ending || !m_work.empty(); });
            const auto isUrgent = [this] { return m_ending || !m_work.seen.empty() || !m_work.versions.empty() || !m_work.fetched.empty() || !m_work.aside.empty() || !m_work.again.empty(); };
            m_changed.wait_until(lock, m_notBefore, isUrgent);
            if (m_ending)
                break;
            work = std::exchange(m_work, {});
        }
        learn(work, memory);
        for (Fetched &fetched : work.fetched) {
            keep(fetched);
            work.look = true;
        }
        if (!work.again.empty())
            decodeRows(std::move(work.again));
        if (work.look)
            decodeWaiting();
    }
    m_reader.reset();
}

void SchemaDoctor::learn(Work &work, SchemaMemory &memory)
{
    bool news = false;
    for (const auto &[stream, survey] : work.aside)
        memory.putAside(stream, survey);
    for (const Seen &seen : work.seen) {
        decoders::SchemaShape shape = decoders::shapeOf(*seen.schema);
        if (shape.version.empty())
            shape.version = seen.version;
        if (const auto change = memory.saw(seen.stream->uuid, seen.stream->name, shape, UtcTime::now())) {
            qCInfo(lcServices).noquote() << QString::fromStdString(seen.stream->name) << "sends another version of" << QString::fromStdString(shape.survey);
            news = true;
        }
    }
    for (const SeenVersion &seen : work.versions) {
        const decoders::Decoded decoded = decoders::decode({.value = seen.packet, .topic = seen.topic}, {.fields = true});
        if (decoded.trees.empty() || decoded.alerts.front()->format != seen.format)
            continue;
        const decoders::SchemaShape shape = decoders::shapeOf(decoded.trees.front(), seen.format, seen.topic);
        if (memory.saw(seen.stream->uuid, seen.stream->name, shape, UtcTime::now())) {
            qCInfo(lcServices).noquote() << QString::fromStdString(seen.stream->name) << "sends another version of" << QString::fromStdString(shape.survey);
            news = true;
        }
    }
    if (!news)
        return;
    tell([this, all = memory.news()] {
        m_news = all;
        Q_EMIT newsChanged();
    });
}

void SchemaDoctor::keep(Fetched &fetched)
{
    const Outcome added = SchemaStore::instance().add(fetched.key.registry, fetched.key.id, fetched.answer);
    if (added || added.error().kind == ErrorKind::Internal) { // it is there, kept or not
        if (!added)
            qCWarning(lcServices).noquote() << added.error().message;
        tell([this, key = fetched.key] {
            m_failures.erase(key);
            m_fetch.accept(key);
        });
        return;
    }
    tell([this, key = fetched.key, error = added.error()] { m_fetch.refuse(key, error); });
}

archive::Reader *SchemaDoctor::reader()
{
    if (!m_reader) {
        if (Result<std::unique_ptr<archive::Reader>> opened = m_archive.reader())
            m_reader = std::move(opened.value());
    }
    return m_reader.get();
}

Result<Redecoding> SchemaDoctor::decode(const std::vector<int64_t> &rows, const archive::GoOn &goOn)
{
    Mappings mappings;
    {
        const std::lock_guard lock(m_mutex);
        mappings = m_mappings;
    }
    const auto mappingOf = [&mappings](const std::string &uuid) {
        const auto it = mappings.find(uuid);
        return it == mappings.end() ? nullptr : it->second;
    };
    Result<Redecoding> done = redecode(m_archive, *m_reader, rows, mappingOf, goOn);
    if (done)
        m_unreadable.insert(done.value().unread.begin(), done.value().unread.end());
    return done;
}

void SchemaDoctor::decodeRows(std::vector<int64_t> rows)
{
    auto told = Clock::now();
    const auto goOn = [&](double fraction) {
        if (Clock::now() - told > kTellPause) {
            told = Clock::now();
            tell([this, fraction] { Q_EMIT decodingAgain(fraction); });
        }
        const std::lock_guard lock(m_mutex);
        return !m_ending && !m_enough;
    };
    Result<Redecoding> done = Error{.kind = ErrorKind::Archive, .message = QCoreApplication::translate("services", "The archive cannot be read just now.")};
    if (reader())
        done = decode(rows, goOn);
    if (ending())
        return;
    DecodedAgain result{.rows = std::move(rows), .done = done ? std::move(done.value()) : Redecoding(), .stopped = done ? Error() : done.error()};
    tell([this, result = std::move(result)] { Q_EMIT decodedAgain(result); });
}

void SchemaDoctor::decodeWaiting()
{
    const auto began = Clock::now();
    std::vector<WaitingSchema> left;
    bool again = false;
    SchemaStore::instance().lookAgain();
    Result<std::vector<archive::WaitingRows>> waiting = std::vector<archive::WaitingRows>();
    if (archive::Reader *from = reader())
        waiting = from->waiting();
    if (!waiting) {
        again = true;
        m_reader.reset();
    }
    for (archive::WaitingRows &one : waiting ? waiting.value() : std::vector<archive::WaitingRows>()) {
        std::erase_if(one.rows, [this](int64_t row) { return m_unreadable.contains(row); });
        if (one.rows.empty() || ending())
            continue;
        if (!SchemaStore::instance().byId(one.registry, one.schema)) {
            left.push_back({one.stream, {one.registry, one.schema}, static_cast<int64_t>(one.rows.size())});
            continue;
        }
        const Result<Redecoding> done = decode(one.rows, [this](double) { return !ending(); });
        if (done && done.value().rows > 0)
            tell([this, count = done.value().rows] { Q_EMIT redecoded(count); });
        if (!done && !ending()) {
            qCInfo(lcServices).noquote() << "rows that wait for schema" << one.schema << "stay:" << done.error().message;
            again = true;
        }
    }
    const auto cost = Clock::now() - began;
    m_notBefore = Clock::now() + (again ? kRetryPause : std::max<Clock::duration>(kLookPause, 10 * cost));
    if (again)
        look();
    tell([this, left = std::move(left)] { takeWaiting(left); });
}

void SchemaDoctor::takeWaiting(std::vector<WaitingSchema> waiting)
{
    m_waiting = std::move(waiting);
    for (WaitingSchema &one : m_waiting) {
        if (!one.key.registry.empty())
            m_fetch.want(one.key);
        if (const auto it = m_failures.find(one.key); it != m_failures.end())
            std::tie(one.lastError, one.nextTry) = it->second;
    }
    Q_EMIT waitingChanged();
}

void SchemaDoctor::handleFailed(const SchemaKey &key, const Error &error, const UtcTime &nextTry)
{
    m_failures[key] = {error, nextTry};
    for (WaitingSchema &one : m_waiting) {
        if (one.key == key)
            std::tie(one.lastError, one.nextTry) = m_failures[key];
    }
    Q_EMIT waitingChanged();
}

} // namespace tocsin::services
