// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/streammanager.h"

#include "core/archive/archive.h"
#include "core/base/logging.h"
#include "core/options/optiontable.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QPointer>

#include <algorithm>

namespace tocsin::services {

using streams::Assignment;
using streams::State;
using streams::StreamConfig;
using streams::StreamStatus;

namespace {

constexpr size_t kLogLines = 2'000;
constexpr auto kLeasePause = std::chrono::seconds(3);

const std::deque<streams::LogLine> kNoLog;

} // namespace

StreamManager::StreamManager(StreamStore &store, const streams::ConsumerContext &context, QObject *parent)
    : QObject(parent), m_store(store), m_context(context), m_fetches(context)
{
    qRegisterMetaType<streams::StreamStatus>();
    qRegisterMetaType<streams::LogLine>();
    m_leaseTimer.setInterval(kLeasePause);
    connect(&m_leaseTimer, &QTimer::timeout, this, &StreamManager::askForLeases);
    connect(&m_fetches, &GapFetch::finished, this, &StreamManager::handleEnd);
    connect(&m_causes, &CauseFinder::looked, this, &StreamManager::handleLooked);
}

StreamManager::~StreamManager() = default;

const StreamConfig *StreamManager::find(const QString &nameOrUuid) const
{
    if (const StreamConfig *stored = m_store.find(nameOrUuid))
        return stored;
    // Transient streams are not in the store, but they have a status, a log and a name.
    const auto it = std::ranges::find_if(m_running, [&](const Assignment &running) {
        return running.config.uuid == nameOrUuid || running.config.name == nameOrUuid;
    });
    return it == m_running.end() ? nullptr : &it->config;
}

StreamStatus StreamManager::status(const QString &uuid) const
{
    return m_status.value(uuid);
}

const std::deque<streams::LogLine> &StreamManager::log(const QString &uuid) const
{
    const auto it = m_logs.constFind(uuid);
    return it == m_logs.constEnd() ? kNoLog : *it;
}

Outcome StreamManager::add(StreamConfig config)
{
    const QString name = config.name;
    if (const Outcome stored = m_store.add(std::move(config)); !stored)
        return stored;
    Q_EMIT configsChanged();
    if (const StreamConfig *added = m_store.find(name); added && added->enabled && added->autostart)
        start(added->uuid);
    return Done{};
}

Outcome StreamManager::update(const StreamConfig &config)
{
    const StreamConfig *before = m_store.find(config.uuid);
    const bool renamed = before && before->name != config.name;
    if (const Outcome stored = m_store.update(config); !stored)
        return stored;
    if (renamed && m_context.archive)
        m_context.archive->renameStream(config.uuid.toStdString(), config.name.toStdString());
    follow(config);
    Q_EMIT configsChanged();
    return Done{};
}

void StreamManager::follow(const StreamConfig &config)
{
    const auto running = std::ranges::find(m_running, config.uuid, [](const Assignment &a) { return a.config.uuid; });
    if (running == m_running.end())
        return;
    if (!config.enabled) {
        stop(config.uuid);
        return;
    }
    StreamConfig next = config;
    keepSignIn(next, running->config);
    running->config = std::move(next);
    m_refused.remove(config.uuid);
    regroup();
}

Outcome StreamManager::remove(const QString &uuid)
{
    stop(uuid);
    m_fetches.cancel(uuid);
    if (const Outcome removed = m_store.remove(uuid); !removed)
        return removed;
    m_status.remove(uuid);
    m_logs.remove(uuid);
    Q_EMIT configsChanged();
    return Done{};
}

bool StreamManager::isRunning(const QString &uuid) const
{
    return std::ranges::any_of(m_running, [&](const Assignment &running) { return running.config.uuid == uuid; });
}

void StreamManager::start(const QString &uuid)
{
    const StreamConfig *config = m_store.find(uuid);
    if (!config || !config->enabled || isRunning(uuid))
        return;
    startTransient({.config = *config, .startOverride = {}, .untilEnd = false});
}

void StreamManager::startTransient(const Assignment &assignment)
{
    if (m_stoppingAll)
        return;
    m_running.push_back(assignment);
    m_refused.remove(assignment.config.uuid);
    Q_EMIT begins(assignment.config);
    setStatus(assignment.config.uuid, State::Connecting, {});
    regroup();
}

void StreamManager::stop(const QString &uuid)
{
    const auto removed = std::erase_if(m_running, [&](const Assignment &running) { return running.config.uuid == uuid; });
    if (removed == 0)
        return;
    m_waiting.remove(uuid);
    regroup();
    setStatus(uuid, State::Stopped, {});
}

void StreamManager::startAutomatic()
{
    for (const StreamConfig &config : m_store.streams()) {
        if (config.enabled && config.autostart)
            start(config.uuid);
    }
    watchStore();
}

void StreamManager::watchStore()
{
    if (m_watcher)
        return;
    m_watcher = std::make_unique<QFileSystemWatcher>();
    // The folder too: who saves writes beside and renames, and then the file that was watched is gone.
    const QString folder = QFileInfo(m_store.file()).path();
    if (QDir().mkpath(folder)) // nobody writes where nothing can be written
        m_watcher->addPath(folder);
    if (QFileInfo::exists(m_store.file()))
        m_watcher->addPath(m_store.file());
    connect(m_watcher.get(), &QFileSystemWatcher::directoryChanged, this, &StreamManager::handleStoreChange);
    connect(m_watcher.get(), &QFileSystemWatcher::fileChanged, this, &StreamManager::handleStoreChange);
}

void StreamManager::handleStoreChange()
{
    if (!m_watcher->files().contains(m_store.file()) && QFileInfo::exists(m_store.file()))
        m_watcher->addPath(m_store.file());
    const std::vector<StreamConfig> before = m_store.streams();
    if (m_stoppingAll || !m_store.refresh())
        return;
    const std::vector<StreamConfig> now = m_store.streams();
    for (const StreamConfig &old : before) {
        const auto it = std::ranges::find(now, old.uuid, &StreamConfig::uuid);
        if (it == now.end()) {
            stop(old.uuid);
            m_status.remove(old.uuid);
            m_logs.remove(old.uuid);
        } else if (!(*it == old)) {
            follow(*it);
        }
    }
    Q_EMIT configsChanged();
    for (const StreamConfig &config : now) {
        if (config.enabled && config.autostart && std::ranges::find(before, config.uuid, &StreamConfig::uuid) == before.end())
            start(config.uuid);
    }
}

void StreamManager::stopAll()
{
    m_stoppingAll = true;
    m_running.clear();
    m_waiting.clear();
    m_leaseTimer.stop();
    m_fetches.cancelAll();
    regroup();
    QMetaObject::invokeMethod(this, &StreamManager::handleEnd, Qt::QueuedConnection);
}

void StreamManager::handleEnd()
{
    if (!m_stoppingAll || m_ended || !m_clients.empty() || m_fetches.isRunning())
        return;
    m_ended = true;
    Q_EMIT allStopped();
}

void StreamManager::regroup()
{
    // What each consumer key is to run now.
    std::vector<std::pair<QString, std::vector<Assignment>>> wanted;
    // Told at the end: who hears it may change what runs.
    std::vector<std::pair<QString, QString>> refused;
    QStringList followed;
    for (const Assignment &running : m_running) {
        const streams::StreamType *type = streams::findStreamType(running.config.type);
        if (!type) {
            refused.emplace_back(running.config.uuid, tr("This version does not know the stream type “%1”.").arg(running.config.type));
            continue;
        }
        if (m_waiting.contains(running.config.uuid))
            continue; // askForLeases() asks again
        if (!takeLease(running.config.uuid)) {
            followed.push_back(running.config.uuid);
            continue;
        }
        if (waitForAccount(running.config) || waitForSecret(*type, running.config))
            continue;
        const QString key = type->consumerKey(running.config); // kinds that stand on the same client may share it
        auto it = std::ranges::find(wanted, key, [](const auto &entry) { return entry.first; });
        if (it == wanted.end())
            it = wanted.insert(wanted.end(), {key, {}});
        it->second.push_back(running);
    }
    for (Client &client : m_clients) {
        const bool needed = std::ranges::any_of(wanted, [&](const auto &entry) { return entry.first == client.key; });
        if (!needed && !client.stopping) {
            client.stopping = true;
            client.consumer->stop();
        }
    }
    for (const auto &[key, assignments] : wanted) {
        const bool ending = std::ranges::any_of(m_clients, [&](const Client &client) { return client.key == key && client.stopping; });
        if (ending)
            continue; // handleStopped() comes back here
        std::vector<Assignment> ready;
        for (const Assignment &assignment : assignments) {
            if (!endsElsewhere(assignment.config.uuid, key))
                ready.push_back(assignment);
        }
        if (ready.empty())
            continue;
        Client &client = clientFor(key, *streams::findStreamType(ready.front().config.type));
        client.streams.clear();
        for (const Assignment &assignment : ready)
            client.streams.push_back(assignment.config.uuid);
        client.consumer->setStreams(ready);
    }
    dropLeases();
    for (const QString &uuid : followed) {
        m_waiting.insert(uuid);
        if (!m_leaseTimer.isActive())
            m_leaseTimer.start();
        refused.emplace_back(uuid, tr("Another Tocsin on this archive reads this stream; its alerts arrive from there."));
    }
    for (const auto &[uuid, why] : refused)
        setStatus(uuid, State::Stopped, why);
    for (const QString &uuid : followed)
        Q_EMIT leasedElsewhere(uuid);
}

const StreamConfig *StreamManager::findRunning(const QString &uuid) const
{
    const auto running = std::ranges::find(m_running, uuid, [](const Assignment &a) { return a.config.uuid; });
    return running == m_running.end() ? find(uuid) : &running->config;
}

void StreamManager::fetchGaps(const QString &uuid, std::vector<streams::Hole> holes)
{
    const StreamConfig *config = findRunning(uuid);
    if (!config || m_stoppingAll)
        return;
    if (!m_signIn || !lacksSignIn(*config))
        return m_fetches.fetch(*config, std::move(holes));
    m_signIn(*config, [self = QPointer<StreamManager>(this), uuid, holes = std::move(holes)](const Result<StreamConfig> &answer) {
        if (!self || self->m_stoppingAll)
            return;
        if (answer)
            self->m_fetches.fetch(answer.value(), holes);
        else
            self->m_fetches.refuse(uuid, answer.error());
    });
}

bool StreamManager::waitForAccount(const StreamConfig &config)
{
    if (!m_signIn || !lacksSignIn(config) || m_refused.contains(config.uuid))
        return false;
    if (m_asked.contains(config.uuid))
        return true;
    m_asked.insert(config.uuid);
    // From the loop: who is told may change what runs.
    QMetaObject::invokeMethod(this, [this, config] {
        setStatus(config.uuid, State::Connecting, tr("reading the account “%1”").arg(namedAccount(config)));
        m_signIn(config, [self = QPointer<StreamManager>(this), uuid = config.uuid, account = namedAccount(config)](const Result<StreamConfig> &answer) {
            if (self)
                self->handleSignIn(uuid, account, answer);
        });
    }, Qt::QueuedConnection);
    return true;
}

void StreamManager::handleSignIn(const QString &uuid, const QString &account, const Result<StreamConfig> &answer)
{
    m_asked.remove(uuid);
    const auto running = std::ranges::find(m_running, uuid, [](const Assignment &a) { return a.config.uuid; });
    if (running == m_running.end())
        return; // stopped meanwhile
    if (namedAccount(running->config) == account) {
        if (answer)
            keepSignIn(running->config, answer.value());
        else
            m_refused.insert(uuid, answer.error());
    }
    regroup();
}

bool StreamManager::waitForSecret(const streams::StreamType &type, const StreamConfig &config)
{
    const options::OptionSpec *secret = options::missingSecret(type.options, config.values);
    StreamStatus &status = m_status[config.uuid];
    const bool waited = status.state == State::NeedsSignIn && status.errorKind == ErrorKind::SignInRefused && !status.everConnected;
    // An account of tokens that cannot be had, too: without them the stream would only be refused over there.
    const bool lacks = secret || (m_refused.contains(config.uuid) && lacksSignIn(config));
    if (!lacks || waited)
        return lacks;
    const QString word = !secret ? QString() : secret->key == u"password" ? tr("password") : options::optionLabel(*secret);
    status.errorKind = ErrorKind::SignInRefused;
    status.everConnected = false;
    if (const auto refused = m_refused.constFind(config.uuid); refused != m_refused.constEnd()) {
        setStatus(config.uuid, State::NeedsSignIn, refused->message, refused->remedy);
        append(config.uuid, {.time = UtcTime::now(), .level = 4, .text = refused->message + u' ' + refused->remedy});
        return true;
    }
    setStatus(config.uuid, State::NeedsSignIn, word, tr("Enter it again, or give the stream an account that keeps it: what is typed is kept for one session only."));
    append(config.uuid, {.time = UtcTime::now(), .level = 4,
                         .text = tr("Sign-in needed: the %1 is not here. What is typed is kept for one session only; enter it again, or give the stream an account.").arg(word)});
    return true;
}

// After an edit that changes the consumer key: a client that is stopping may still be reading the stream.
bool StreamManager::endsElsewhere(const QString &uuid, const QString &key) const
{
    return std::ranges::any_of(m_clients, [&](const Client &client) { return client.stopping && client.key != key && client.streams.contains(uuid); });
}

// A stream has one reader among all processes on the archive, whatever client it needs.
bool StreamManager::takeLease(const QString &uuid)
{
    if (!m_leases.contains(uuid) && m_context.archive && !m_context.archive->takeLease(uuid.toStdString()))
        return false;
    m_leases.insert(uuid);
    return true;
}

void StreamManager::askForLeases()
{
    QStringList taken;
    for (Assignment &running : m_running) {
        const QString uuid = running.config.uuid;
        if (!m_waiting.contains(uuid) || !takeLease(uuid))
            continue;
        m_waiting.remove(uuid);
        running.startOverride = QStringLiteral("resume"); // where the other one committed last, so that nothing is missed
        taken.push_back(uuid);
    }
    if (m_waiting.isEmpty())
        m_leaseTimer.stop();
    if (taken.isEmpty())
        return;
    for (const QString &uuid : taken)
        setStatus(uuid, State::Connecting, {});
    regroup();
    for (const QString &uuid : taken)
        Q_EMIT leaseTaken(uuid);
}

// A lease ends with its stream, but not before the consumer that may still be reading it.
void StreamManager::dropLeases()
{
    m_leases.removeIf([this](const QString &uuid) {
        if (isRunning(uuid) || std::ranges::any_of(m_clients, [&](const Client &client) { return client.stopping && client.streams.contains(uuid); }))
            return false;
        if (m_context.archive)
            m_context.archive->dropLease(uuid.toStdString());
        return true;
    });
}

StreamManager::Client &StreamManager::clientFor(const QString &key, const streams::StreamType &type)
{
    const auto it = std::ranges::find(m_clients, key, &Client::key);
    if (it != m_clients.end())
        return *it;
    Client client{.key = key, .consumer = type.create(m_context)};
    streams::Consumer *consumer = client.consumer.get();
    connect(consumer, &streams::Consumer::statusChanged, this,
            [this, key](const QString &uuid, const StreamStatus &status) { handleStatus(key, uuid, status); });
    connect(consumer, &streams::Consumer::topicAppeared, this, &StreamManager::topicAppeared);
    connect(consumer, &streams::Consumer::logged, this, &StreamManager::append);
    connect(consumer, &streams::Consumer::stopped, this, [this, key] { handleStopped(key); }, Qt::QueuedConnection);
    m_clients.push_back(std::move(client));
    return m_clients.back();
}

void StreamManager::handleStopped(const QString &key)
{
    const auto it = std::ranges::find(m_clients, key, &Client::key);
    if (it == m_clients.end())
        return;
    m_clients.erase(it);
    dropLeases();
    if (m_clients.empty() && m_stoppingAll) {
        handleEnd();
        return;
    }
    // A stream may have been started again while its old consumer was ending.
    if (!m_running.empty())
        regroup();
}

void StreamManager::handleStatus(const QString &key, const QString &uuid, const StreamStatus &status)
{
    const auto client = std::ranges::find(m_clients, key, &Client::key);
    if (!isRunning(uuid) || client == m_clients.end() || client->stopping || !client->streams.contains(uuid))
        return; // a last word of a consumer that has lost the stream meanwhile
    const auto running = std::ranges::find(m_running, uuid, [](const Assignment &assignment) { return assignment.config.uuid; });
    if (running != m_running.end())
        m_causes.note(running->config, status);
    m_told.insert(uuid, status);
    m_status.insert(uuid, m_causes.refined(uuid, status));
    Q_EMIT statusChanged(uuid);
}

void StreamManager::handleLooked(const QString &uuid)
{
    if (!isRunning(uuid) || !m_told.contains(uuid))
        return;
    if (const std::optional<Error> cause = m_causes.cause(uuid))
        append(uuid, {.time = UtcTime::now(), .level = 4, .text = QStringList{cause->message, cause->remedy, cause->detail}.join(u' ').trimmed()});
    m_status.insert(uuid, m_causes.refined(uuid, m_told.value(uuid)));
    Q_EMIT statusChanged(uuid);
}

void StreamManager::setStatus(const QString &uuid, State state, const QString &cause, const QString &remedy)
{
    m_causes.forget(uuid);
    m_told.remove(uuid);
    StreamStatus status = m_status.value(uuid);
    status.state = state;
    status.cause = cause;
    status.remedy = remedy;
    status.since = UtcTime::now();
    status.nextTry = {};
    status.perSecond = 0;
    if (state == State::Stopped)
        status.lag = -1;
    m_status.insert(uuid, status);
    Q_EMIT statusChanged(uuid);
}

void StreamManager::append(const QString &uuid, const streams::LogLine &line)
{
    auto &lines = m_logs[uuid];
    lines.push_back(line);
    if (lines.size() > kLogLines)
        lines.pop_front();
    Q_EMIT logged(uuid, line);
}

} // namespace tocsin::services
