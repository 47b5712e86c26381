// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/streammodel.h"

#include "core/options/optiontable.h"
#include "core/services/streammanager.h"
#include "ui/models/coveragewords.h"
#include "ui/models/streamwords.h"
#include "ui/theme/formats.h"

#include <QTimer>

#include <algorithm>
#include <limits>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using streams::State;
using streams::StreamConfig;
using streams::StreamStatus;

namespace {

// A broker with hundreds of topics would push the other streams out of sight.
constexpr int kUnfoldUpTo = 8;

bool listens(State state)
{
    return state == State::Live || state == State::Quiet || state == State::CatchingUp;
}

bool isDemo(const StreamConfig &config)
{
    return config.type == u"demo"_s;
}

QString shownName(const StreamConfig &config)
{
    return config.label.isEmpty() ? config.name : config.label;
}

} // namespace

StreamModel::StreamModel(services::StreamManager &manager, QObject *parent)
    : QAbstractListModel(parent), m_manager(manager), m_ticker(new QTimer(this))
{
    connect(&manager, &services::StreamManager::configsChanged, this, &StreamModel::reload);
    connect(&manager, &services::StreamManager::statusChanged, this, &StreamModel::takeStatus);
    connect(&manager.fetches(), &services::GapFetch::changed, this, &StreamModel::tick);
    // Ages ("heartbeat 3 s") go on when nothing arrives.
    m_ticker->setInterval(1000);
    connect(m_ticker, &QTimer::timeout, this, &StreamModel::tick);
    m_ticker->start();
    reload();
}

int StreamModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    int rows = 0;
    for (const Entry &entry : m_entries)
        rows += 1 + entry.shownTopics;
    return rows;
}

int StreamModel::find(const QString &uuid) const
{
    const auto it = std::ranges::find(m_entries, uuid, [](const Entry &entry) { return entry.config.uuid; });
    return it == m_entries.end() ? -1 : static_cast<int>(it - m_entries.begin());
}

int StreamModel::firstLine(int entry) const
{
    int line = 0;
    for (int i = 0; i < entry; ++i)
        line += 1 + m_entries[static_cast<size_t>(i)].shownTopics;
    return line;
}

StreamModel::Place StreamModel::placeOf(int row) const
{
    int line = 0;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        const int lines = 1 + m_entries[i].shownTopics;
        if (row < line + lines)
            return {static_cast<int>(i), row - line - 1};
        line += lines;
    }
    return {};
}

void StreamModel::reload()
{
    beginResetModel();
    std::vector<Entry> next;
    for (const StreamConfig &config : m_manager.configs()) {
        const int known = find(config.uuid);
        Entry entry = known >= 0 ? m_entries[static_cast<size_t>(known)] : Entry{};
        entry.config = config;
        entry.instance = shownInstance(config);
        entry.status = m_manager.status(config.uuid);
        entry.transient = false;
        next.push_back(std::move(entry));
    }
    // Streams that are not stored (the demo) stay until the program ends, so that they can be started again.
    for (const Entry &entry : m_entries) {
        if (entry.transient)
            next.push_back(entry);
    }
    m_entries = std::move(next);
    for (Entry &entry : m_entries) {
        const auto topics = static_cast<int>(entry.status.topics.size());
        if (!entry.foldedByPerson)
            entry.folded = topics > kUnfoldUpTo;
        entry.shownTopics = entry.folded ? 0 : topics;
    }
    endResetModel();
    Q_EMIT totalsChanged();
}

void StreamModel::takeStatus(const QString &uuid)
{
    int at = find(uuid);
    if (at < 0) {
        const StreamConfig *config = m_manager.find(uuid);
        if (!config)
            return;
        const int line = rowCount();
        beginInsertRows({}, line, line);
        Entry entry;
        entry.config = *config;
        entry.instance = shownInstance(*config);
        entry.transient = true;
        m_entries.push_back(std::move(entry));
        endInsertRows();
        at = static_cast<int>(m_entries.size()) - 1;
    }
    Entry &entry = m_entries[static_cast<size_t>(at)];
    entry.status = m_manager.status(uuid);
    entry.history.take(entry.status.messages, UtcTime::now().us);
    const auto topics = static_cast<int>(entry.status.topics.size());
    if (!entry.foldedByPerson)
        entry.folded = topics > kUnfoldUpTo;
    setTopicLines(at, entry.folded ? 0 : topics);
    const int first = firstLine(at);
    Q_EMIT dataChanged(index(first), index(first + entry.shownTopics));
    Q_EMIT totalsChanged();
}

void StreamModel::setTopicLines(int at, int count)
{
    Entry &entry = m_entries[static_cast<size_t>(at)];
    const int first = firstLine(at) + 1;
    if (count > entry.shownTopics) {
        beginInsertRows({}, first + entry.shownTopics, first + count - 1);
        entry.shownTopics = count;
        endInsertRows();
    } else if (count < entry.shownTopics) {
        beginRemoveRows({}, first + count, first + entry.shownTopics - 1);
        entry.shownTopics = count;
        endRemoveRows();
    }
}

void StreamModel::setFolded(const QString &uuid, bool folded)
{
    const int at = find(uuid);
    if (at < 0)
        return;
    Entry &entry = m_entries[static_cast<size_t>(at)];
    entry.folded = folded;
    entry.foldedByPerson = true;
    setTopicLines(at, folded ? 0 : static_cast<int>(entry.status.topics.size()));
    const QModelIndex line = index(firstLine(at));
    Q_EMIT dataChanged(line, line);
}

void StreamModel::tick()
{
    if (m_entries.empty())
        return;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CauseRole, RateRole, BinsRole, Qt::AccessibleTextRole});
}

QVariant StreamModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.model() != this)
        return {};
    const Place place = placeOf(index.row());
    if (place.entry < 0)
        return {};
    const Entry &entry = m_entries[static_cast<size_t>(place.entry)];
    switch (role) {
    case UuidRole:
        return entry.config.uuid;
    case IsTopicRole:
        return place.topic >= 0;
    case LastTopicRole:
        return place.topic == entry.shownTopics - 1;
    default:
        break;
    }
    return place.topic < 0 ? streamData(entry, role) : topicData(entry, place.topic, role);
}

QVariant StreamModel::streamData(const Entry &entry, int role) const
{
    const StreamStatus &status = entry.status;
    switch (role) {
    case Qt::DisplayRole:
        return shownName(entry.config);
    case StateRole:
        return static_cast<int>(status.state);
    case StateWordRole:
        return streams::stateWord(status.state);
    case CauseRole:
        return causeLine(entry);
    case RateRole:
        return listens(status.state) || status.state == State::Stale || status.state == State::Degraded
            ? streamwords::rate(status.perSecond)
            : QStringLiteral("—");
    case BinsRole:
        return QVariant::fromValue(entry.history.bins(UtcTime::now().us));
    case InstanceRole:
        return entry.instance.isReal() ? QString() : instanceWord(entry.instance);
    case ShownInstanceRole:
        return QVariant::fromValue(entry.instance);
    case RunningRole:
        return m_manager.isRunning(entry.config.uuid);
    case EnabledRole:
        return entry.config.enabled;
    case FoldableRole:
        return !status.topics.empty();
    case FoldedRole:
        return entry.folded;
    case Qt::AccessibleTextRole: {
        QStringList said{shownName(entry.config)};
        if (!entry.instance.isReal())
            said << instanceWord(entry.instance);
        said << streams::stateWord(status.state);
        if (const QString cause = causeLine(entry); !cause.isEmpty())
            said << cause;
        said << streamData(entry, RateRole).toString();
        return said.join(u", "_s);
    }
    case Qt::ToolTipRole: {
        const QString cause = causeLine(entry);
        QStringList lines{shownName(entry.config), streams::stateWord(status.state) + (cause.isEmpty() ? QString() : u" · "_s + cause)};
        if (const QString since = streamwords::since(status, UtcTime::now()); !since.isEmpty())
            lines << since;
        if (!status.remedy.isEmpty())
            lines << status.remedy;
        if (status.heartbeats > 0)
            lines << tr("%Ln heartbeat(s)", nullptr, static_cast<int>(std::min<qint64>(status.heartbeats, std::numeric_limits<int>::max())))
                    + (status.heartbeatDelay < 0 ? QString() : tr(", the last %1 s after the broker had it").arg(status.heartbeatDelay, 0, 'f', 1));
        if (entry.folded)
            lines << tr("%n topic(s), folded", nullptr, static_cast<int>(status.topics.size()));
        return formats::plainTip(lines.join(u'\n'));
    }
    default:
        return {};
    }
}

QVariant StreamModel::topicData(const Entry &entry, int topic, int role) const
{
    if (topic >= static_cast<int>(entry.status.topics.size()))
        return {};
    const streams::TopicStatus &status = entry.status.topics[static_cast<size_t>(topic)];
    const UtcTime now = UtcTime::now();
    switch (role) {
    case Qt::DisplayRole:
        return status.topic;
    case StateRole:
        return static_cast<int>(status.state);
    case StateWordRole:
        return streams::stateWord(status.state);
    case RateRole:
        return streamwords::topicRate(status, now);
    case Qt::AccessibleTextRole:
        return tr("Topic %1, %2, %3").arg(status.topic, streams::stateWord(status.state), streamwords::topicRate(status, now));
    case Qt::ToolTipRole: {
        QStringList lines{status.topic, streams::stateWord(status.state),
                          tr("%Ln message(s)", nullptr, static_cast<int>(std::min<qint64>(status.messages, INT_MAX)))};
        if (status.lag >= 0)
            lines << tr("%1 left at the broker").arg(streamwords::count(status.lag));
        return formats::plainTip(lines.join(u'\n'));
    }
    default:
        return {};
    }
}

QString StreamModel::causeLine(const Entry &entry) const
{
    QStringList parts{streamwords::cause(entry.status, entry.config.enabled, UtcTime::now()),
                      coveragewords::fetching(m_manager.fetches().state(entry.config.uuid))};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

ShownInstance StreamModel::leastRealInstance() const
{
    ShownInstance least;
    for (const Entry &entry : m_entries) {
        if (entry.config.enabled)
            least = leastReal(least, entry.instance);
    }
    return least;
}

StreamInstances StreamModel::instances() const
{
    StreamInstances all;
    for (const Entry &entry : m_entries)
        all[entry.config.name.toStdString()] = entry.instance;
    return all;
}

StreamModel::Totals StreamModel::totals() const
{
    Totals totals;
    for (const Entry &entry : m_entries) {
        ++totals.configured;
        (isDemo(entry.config) ? totals.demo : totals.real) = true;
        const StreamStatus &status = entry.status;
        switch (status.state) {
        case State::Live:
        case State::Quiet:
        case State::CatchingUp:
            ++totals.listening;
            break;
        case State::Connecting:
            ++totals.connecting;
            break;
        case State::Stale:
        case State::Degraded:
        case State::Missing:
            ++totals.troubled;
            break;
        case State::NeedsSignIn:
            ++totals.needSignIn;
            break;
        case State::Stopped:
            ++totals.stopped;
            break;
        }
        if (status.state == State::Stopped)
            continue;
        totals.perSecond += status.perSecond;
        if (status.lag >= 0) {
            totals.lag += status.lag;
            totals.lagKnown = true;
        } else {
            totals.lagComplete = false;
        }
    }
    return totals;
}

QModelIndex StreamModel::indexOf(const QString &uuid) const
{
    const int at = find(uuid);
    return at < 0 ? QModelIndex() : index(firstLine(at));
}

const StreamConfig *StreamModel::config(const QString &uuid) const
{
    const int at = find(uuid);
    return at < 0 ? nullptr : &m_entries[static_cast<size_t>(at)].config;
}

StreamStatus StreamModel::status(const QString &uuid) const
{
    const int at = find(uuid);
    return at < 0 ? StreamStatus{} : m_entries[static_cast<size_t>(at)].status;
}

bool StreamModel::isTransient(const QString &uuid) const
{
    const int at = find(uuid);
    return at >= 0 && m_entries[static_cast<size_t>(at)].transient;
}

QString StreamModel::missingSecret(const QString &uuid) const
{
    const StreamConfig *stream = config(uuid);
    const streams::StreamType *type = stream ? streams::findStreamType(stream->type) : nullptr;
    const options::OptionSpec *secret = type ? options::missingSecret(type->options, stream->values) : nullptr;
    return secret ? secret->key : QString();
}

QStringList StreamModel::uuids() const
{
    QStringList all;
    for (const Entry &entry : m_entries)
        all << entry.config.uuid;
    return all;
}

QString StreamModel::statusText(const QString &uuid) const
{
    const int at = find(uuid);
    if (at < 0)
        return {};
    const Entry &entry = m_entries[static_cast<size_t>(at)];
    const StreamStatus &status = entry.status;
    QStringList lines{shownName(entry.config) + u" ("_s + entry.config.type + u")"_s,
                      streams::stateWord(status.state) + u": "_s + causeLine(entry)};
    if (!status.remedy.isEmpty())
        lines << status.remedy;
    if (status.nextTry.isValid())
        lines << tr("next try at %1").arg(QString::fromStdString(status.nextTry.iso()));
    if (status.since.isValid())
        lines << tr("since %1").arg(QString::fromStdString(status.since.iso()));
    lines << tr("%1 messages, %2, %3, %4 heartbeats")
                 .arg(streamwords::count(status.messages), streamwords::bytes(status.bytes), streamwords::rate(status.perSecond),
                      streamwords::count(status.heartbeats));
    lines << (status.lag < 0 ? tr("lag not known") : tr("lag %1").arg(streamwords::count(status.lag)));
    for (const streams::TopicStatus &topic : status.topics)
        lines << u"  "_s + topic.topic + u": "_s + streams::stateWord(topic.state) + u", "_s + streamwords::count(topic.messages);
    return lines.join(u'\n');
}

} // namespace tocsin::ui
