// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/streammanager.h"

#include "core/archive/archive.h"
#include "core/base/logging.h"
#include "core/options/optiontable.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QFileSystemWatcher>

#include <algorithm>

namespace tocsin::services {

using streams::Assignment;
using streams::State;
using streams::StreamConfig;
using streams::StreamStatus;

namespace {

constexpr size_t kLogLines = 2'000;

const std::deque<streams::LogLine> kNoLog;

} // namespace

StreamManager::StreamManager(StreamStore &store, const streams::ConsumerContext &context, QObject *parent)
    : QObject(parent), m_store(store), m_context(context)
{
    qRegisterMetaType<streams::StreamStatus>();
    qRegisterMetaType<streams::LogLine>();
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
    const auto running = std::ranges::find(m_running, config.uuid, [](const Assignment &a) { return a.config.uuid; });
    if (running != m_running.end()) {
        running->config = config;
        if (!config.enabled)
            m_running.erase(running);
        regroup();
    }
    Q_EMIT configsChanged();
    return Done{};
}

Outcome StreamManager::remove(const QString &uuid)
{
    stop(uuid);
    if (const Outcome removed = m_store.remove(uuid); !removed)
        return removed;
    m_status.remove(uuid);
    m_logs.remove(uuid);
    Q_EMIT configsChanged();
    return Done{};
}

void StreamManager::followFile()
{
    if (m_watcher)
        return;
    // The folder: the file is written beside and renamed, so that a watch on itself would end with the first change.
    const QString folder = QFileInfo(m_store.file()).absolutePath();
    if (!QDir().mkpath(folder))
        return;
    m_watcher = new QFileSystemWatcher({folder}, this);
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, this, &StreamManager::takeFile);
}

void StreamManager::takeFile()
{
    const std::vector<StreamConfig> before = m_store.streams();
    if (m_stoppingAll || !QFileInfo::exists(m_store.file()) || !m_store.reload() || StreamStore::toText(before) == StreamStore::toText(m_store.streams()))
        return; // our own writing, or another file of the folder
    for (const StreamConfig &old : before) {
        const StreamConfig *now = m_store.find(old.uuid);
        if (!now || !now->enabled) {
            stop(old.uuid);
            continue;
        }
        const auto running = std::ranges::find(m_running, old.uuid, [](const Assignment &a) { return a.config.uuid; });
        if (running != m_running.end())
            running->config = *now;
    }
    regroup();
    Q_EMIT configsChanged();
    for (const StreamConfig &config : std::vector<StreamConfig>(m_store.streams())) {
        const bool added = std::ranges::find(before, config.uuid, &StreamConfig::uuid) == before.end();
        if (added && config.enabled && config.autostart)
            start(config.uuid);
    }
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
    setStatus(assignment.config.uuid, State::Connecting, {});
    regroup();
}

void StreamManager::stop(const QString &uuid)
{
    const auto removed = std::erase_if(m_running, [&](const Assignment &running) { return running.config.uuid == uuid; });
    if (removed == 0)
        return;
    regroup();
    setStatus(uuid, State::Stopped, {});
}

void StreamManager::startAutomatic()
{
    for (const StreamConfig &config : m_store.streams()) {
        if (config.enabled && config.autostart)
            start(config.uuid);
    }
}

void StreamManager::stopAll()
{
    m_stoppingAll = true;
    m_running.clear();
    regroup();
    if (m_clients.empty())
        QMetaObject::invokeMethod(this, &StreamManager::allStopped, Qt::QueuedConnection);
}

void StreamManager::regroup()
{
    // What each consumer key is to run now.
    std::vector<std::pair<QString, std::vector<Assignment>>> wanted;
    for (const Assignment &running : m_running) {
        const streams::StreamType *type = streams::findStreamType(running.config.type);
        if (!type) {
            setStatus(running.config.uuid, State::Stopped,
                      tr("This version does not know the stream type “%1”.").arg(running.config.type));
            continue;
        }
        if (waitForSecret(*type, running.config))
            continue;
        const QString key = type->id + u'\n' + type->consumerKey(running.config);
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
        std::vector<Assignment> ours;
        for (const Assignment &assignment : assignments) {
            if (takeLease(assignment.config.uuid, key)) {
                ours.push_back(assignment);
                continue;
            }
            setStatus(assignment.config.uuid, State::Stopped,
                      tr("Another Tocsin on this archive reads this stream; its alerts arrive from there."));
            Q_EMIT leasedElsewhere(assignment.config.uuid);
        }
        const streams::StreamType *type = streams::findStreamType(assignments.front().config.type);
        if (!ours.empty())
            clientFor(key, *type).consumer->setStreams(ours);
    }
    dropLeases();
}

bool StreamManager::waitForSecret(const streams::StreamType &type, const StreamConfig &config)
{
    const options::OptionSpec *secret = options::missingSecret(type.options, config.values);
    StreamStatus &status = m_status[config.uuid];
    const bool waited = status.state == State::NeedsSignIn && status.errorKind == ErrorKind::SignInRefused && !status.everConnected;
    if (!secret || waited)
        return secret != nullptr;
    const QString word = secret->key == u"password" ? tr("password") : options::optionLabel(*secret);
    status.errorKind = ErrorKind::SignInRefused;
    status.everConnected = false;
    setStatus(config.uuid, State::NeedsSignIn, word, tr("Enter it again: secrets are kept for one session only."));
    append(config.uuid, {.time = UtcTime::now(), .level = 4,
                         .text = tr("Sign-in needed: the %1 is not here. Secrets are kept for one session only; enter it again.").arg(word)});
    return true;
}

bool StreamManager::takeLease(const QString &uuid, const QString &key)
{
    const std::string lease = (uuid + u'\n' + key).toStdString();
    if (m_context.archive && !m_context.archive->takeLease(lease))
        return false;
    m_leases[uuid] = {key, lease};
    return true;
}

// A lease ends with its stream, but not before the consumer that may still be reading it.
void StreamManager::dropLeases()
{
    for (auto it = m_leases.begin(); it != m_leases.end();) {
        const bool stillReading = std::ranges::find(m_clients, it->consumerKey, &Client::key) != m_clients.end();
        if (isRunning(it.key()) || stillReading) {
            ++it;
            continue;
        }
        if (m_context.archive)
            m_context.archive->dropLease(it->lease);
        it = m_leases.erase(it);
    }
}

StreamManager::Client &StreamManager::clientFor(const QString &key, const streams::StreamType &type)
{
    const auto it = std::ranges::find(m_clients, key, &Client::key);
    if (it != m_clients.end())
        return *it;
    Client client{.key = key, .consumer = type.create(m_context), .stopping = false};
    streams::Consumer *consumer = client.consumer.get();
    connect(consumer, &streams::Consumer::statusChanged, this, &StreamManager::handleStatus);
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
        Q_EMIT allStopped();
        return;
    }
    // A stream may have been started again while its old consumer was ending.
    if (!m_running.empty())
        regroup();
}

void StreamManager::handleStatus(const QString &uuid, const StreamStatus &status)
{
    if (!isRunning(uuid))
        return; // a last word of a consumer whose stream was stopped meanwhile
    m_status.insert(uuid, status);
    Q_EMIT statusChanged(uuid);
}

void StreamManager::setStatus(const QString &uuid, State state, const QString &cause, const QString &remedy)
{
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
