// SPDX-License-Identifier: GPL-3.0-or-later
// What a KafkaWorker says of itself: errors, log lines, and the status of each stream.
#include "core/streams/kafka/kafkasession.h"
#include "core/base/logging.h"
#include "core/streams/kafka/kafkaerrors.h"
#include "core/streams/kafka/onkafka.h"
#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <algorithm>

namespace tocsin::streams::kafka {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds kProbePause = 2s;

constexpr auto kStoringIsSlow = 4s; // from reading a message to its commit

QString say(const char *text)
{
    return QCoreApplication::translate("streams", text);
}

} // namespace

void KafkaWorker::handleError(rd_kafka_t *client, int code, const char *reason)
{
    const QString text = QString::fromUtf8(reason);
    const auto error = static_cast<rd_kafka_resp_err_t>(code);
    if (const TokenFeed *feed = ClientParts::of(client).feed.get()) {
        // takeTokens() tells what is missing. With its token a connection ends, which is told of as if all were lost; a broker that
        // is really gone is told of in other words when it is asked again.
        if (text.startsWith(u"Failed to acquire SASL OAUTHBEARER token"_s) || error == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN)
            return;
        if (error == RD_KAFKA_RESP_ERR__AUTHENTICATION && feed->isEmpty())
            return; // the old token, once more
        m_tokenRefused = m_tokenRefused || error == RD_KAFKA_RESP_ERR__AUTHENTICATION;
    }
    log(4, text, topicIn(text));
    // Coordinators are a courtesy: reading goes by our own positions.
    if (error == RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED || error == RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET)
        return;
    Error next = explain(client, error, text, m_servers);
    if (!tellsMore(next, m_trouble))
        return;
    if (m_trouble.message.isEmpty())
        m_troubleSince = UtcTime::now();
    // Only here: who asks once gives up.
    if (next.retriable && next.kind != ErrorKind::UnknownTopic)
        next.remedy = QStringList{next.remedy, say(QT_TRANSLATE_NOOP("streams", "Tocsin keeps trying."))}.join(u' ').trimmed();
    const bool sameKind = m_trouble.kind == next.kind && !m_trouble.message.isEmpty();
    m_trouble = std::move(next);
    if (!sameKind) {
        for (const auto &run : m_runs)
            run->changed = true;
    }
}

bool KafkaWorker::takeTokens(Session &session)
{
    const TokenFeed *feed = ClientParts::of(session.client.get()).feed.get();
    if (!feed)
        return false;
    const TokenFeed::State now = feed->state();
    const bool isNew = now.number != session.tokens;
    session.tokens = now.number;
    if (isNew && now.trouble)
        log(4, QStringList{now.trouble->message, now.trouble->remedy}.join(u' ').trimmed());
    if (!now.trouble || !feed->isEmpty())
        return false; // as long as the old one lives nothing is amiss
    if (isNew || m_trouble.message.isEmpty()) {
        if (m_trouble.message.isEmpty())
            m_troubleSince = UtcTime::now();
        m_trouble = *now.trouble;
        m_nextTry = now.nextTry;
        if (m_trouble.retriable && m_trouble.kind != ErrorKind::SignInRefused)
            m_trouble.remedy = QStringList{m_trouble.remedy, say(QT_TRANSLATE_NOOP("streams", "Tocsin keeps trying."))}.join(u' ').trimmed();
        for (const auto &run : m_runs)
            run->changed = true;
    }
    // A client without any token connects nowhere; one with an old token would be refused again and again.
    return now.given;
}

void KafkaWorker::handleLog(int level, const char *facility, const char *text)
{
    const QString said = QString::fromUtf8(text);
    log(level, QLatin1String(facility) + u": "_s + said, topicIn(said));
}

// The topic of ours that librdkafka's words name; empty: none. The longest, where one name is part of another.
std::string KafkaWorker::topicIn(const QString &text) const
{
    const auto names = [&text](const std::string &topic) {
        static const QRegularExpression letter(u"[A-Za-z0-9._-]"_s);
        const QString name = QString::fromStdString(topic);
        const qsizetype at = text.indexOf(name);
        const qsizetype end = at + name.size();
        return at >= 0 && !(at > 0 && letter.match(text[at - 1]).hasMatch()) && !(end < text.size() && letter.match(text[end]).hasMatch());
    };
    std::string found;
    for (const auto &run : m_runs) {
        for (const auto &[topic, read] : run->topics) {
            if (topic.size() > found.size() && names(topic))
                found = topic;
        }
        for (const auto &[topic, why] : run->missing) {
            if (topic.size() > found.size() && names(topic))
                found = topic;
        }
    }
    return found;
}

void KafkaWorker::logTo(const StreamRun &run, int level, const QString &text)
{
    Q_EMIT logged(run.assignment.config.uuid, {.time = UtcTime::now(), .level = level, .text = text});
}

// When a stream changes between connected and each kind of not: since when, why, and when it is tried again.
void KafkaWorker::logState(const StreamRun &run, State before)
{
    const auto kind = [](State state) { return state == State::CatchingUp || state == State::Quiet ? State::Live : state; };
    const StreamStatus &now = run.status;
    if (kind(now.state) == kind(before))
        return;
    QString text = stateWord(now.state);
    if (!now.cause.isEmpty() && now.state != State::CatchingUp)
        text += u": "_s + now.cause;
    if (!now.remedy.isEmpty())
        text += u' ' + now.remedy;
    if (now.nextTry.isValid())
        text += u' ' + say(QT_TRANSLATE_NOOP("streams", "Next try at %1 UT.")).arg(QString::fromStdString(now.nextTry.iso()).mid(11, 8));
    logTo(run, 6, text);
}

void KafkaWorker::log(int level, const QString &plain, const std::string &topic)
{
    const QString text = m_mask.masked(plain);
    qCDebug(lcKafka, "%s", qPrintable(text)); // people read it in the stream's own log
    for (const auto &run : m_runs) {
        if (topic.empty() || run->rules.matches(QString::fromStdString(topic)))
            logTo(*run, level, text);
    }
}

void KafkaWorker::publish(Session *session, bool force)
{
    const auto now = Clock::now();
    if (!force && now - m_lastPublish < 250ms)
        return;
    m_lastPublish = now;
    if (session) {
        if (session->waker) {
            std::vector<PartitionId> behind;
            for (const auto &[id, reading] : session->readings) {
                if (!reading.atEnd)
                    behind.push_back(id);
            }
            session->waker->setBehind(std::move(behind));
        }
        // While there is trouble the topic list is the probe that tells when it is over.
        const TokenFeed *feed = ClientParts::of(session->client.get()).feed.get();
        if (!m_trouble.message.isEmpty() && m_trouble.retriable && now - session->probed > kProbePause && !(feed && feed->isEmpty())) {
            session->probed = now;
            m_nextTry = UtcTime::fromUs(UtcTime::now().us + std::chrono::microseconds(kProbePause).count());
            if (session->listed) // else it asks by itself
                session->scout->lookNow();
        }
    }
    for (const auto &run : m_runs)
        judge(*run, session);
}

void KafkaWorker::judge(StreamRun &run, Session *session)
{
    const auto now = Clock::now();
    const StreamStatus before = run.status;
    StreamStatus &status = run.status;
    status.perSecond = run.rate.update(now);
    qint64 lag = 0;
    bool lagKnown = session && session->listed && m_trouble.message.isEmpty();
    bool behind = false;
    bool reading = false;
    bool asking = session && session->answered != session->asked; // what fits, or where a partition begins, is not known yet
    std::map<std::string, qint64> topicLag;
    if (session) {
        for (const auto &[id, partition] : session->readings) {
            const auto want = std::ranges::find(partition.wants, &run, &Want::run);
            if (want == partition.wants.end() || want->done)
                continue;
            reading = true;
            if (partition.atEnd)
                continue;
            behind = true;
            int64_t low = 0;
            int64_t high = 0;
            if (rd_kafka_get_watermark_offsets(session->client.get(), id.first.c_str(), id.second, &low, &high) != RD_KAFKA_RESP_ERR_NO_ERROR
                || high < 0) {
                lagKnown = false;
            } else if (high > want->next) {
                lag += high - want->next;
                topicLag[id.first] += high - want->next;
            }
        }
        for (const std::set<PartitionId> *open : {&session->unresolved, &session->undecided}) {
            for (const PartitionId &id : *open)
                asking = asking || run.rules.matches(QString::fromStdString(id.first));
        }
    }
    status.lag = lagKnown ? lag : -1;
    status.topics.clear();
    const StreamRun::Topic *silent = nullptr;
    for (auto &[name, topic] : run.topics) {
        topic.status.perSecond = topic.rate.update(now);
        topic.status.lag = topicLag[name];
        topic.status.state = run.missing.contains(name) ? State::Missing : topicLag[name] > 0 ? State::CatchingUp
            : topic.beats.hasStopped(now)                                                                         ? State::Stale
            : topic.status.lastMessage.isValid() && UtcTime::now().us - topic.status.lastMessage.us < 300'000'000 ? State::Live
                                                                                                                     : State::Quiet;
        if (topic.status.state == State::Stale && (!silent || topic.status.lastMessage.us < silent->status.lastMessage.us))
            silent = &topic;
        status.topics.push_back(topic.status);
    }
    for (const auto &[name, why] : run.missing) {
        if (!run.topics.contains(name))
            status.topics.push_back({.topic = QString::fromStdString(name), .state = State::Missing});
    }
    // What the stream's kind takes calmly is told, but is no trouble.
    std::map<std::string, rd_kafka_resp_err_t> missing;
    std::optional<Error> calm;
    for (const auto &[name, why] : run.missing) {
        if (const auto words = calmTopic(run.assignment.config.type, why, QString::fromStdString(name)); !words)
            missing.insert({name, why});
        else if (!calm || words->kind == ErrorKind::NotAuthorised)
            calm = words;
    }
    const bool readsNone = std::ranges::all_of(run.topics, [&run](const auto &entry) { return run.missing.contains(entry.first); });
    status.cause.clear();
    status.remedy.clear();
    status.nextTry = m_nextTry;
    if (!m_trouble.message.isEmpty()) {
        status.cause = m_trouble.message;
        status.remedy = m_trouble.remedy;
        status.errorKind = m_trouble.kind;
        status.state = m_trouble.kind == ErrorKind::SignInRefused || m_trouble.kind == ErrorKind::NotAuthorised ? State::NeedsSignIn
            : m_trouble.kind == ErrorKind::UnknownTopic                                                       ? State::Missing
            : m_trouble.kind == ErrorKind::BadArgument                                                        ? State::Degraded
                                                                                                              : State::Stale;
    } else if (!session || !session->listed) {
        status.state = State::Connecting;
    } else if (!reading && asking && status.messages == 0) {
        status.state = State::Connecting;
    } else if (!missing.empty()) {
        // The worst of them is told, the others stand in the list of topics.
        const auto worst = std::ranges::find(missing, RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED, [](const auto &entry) { return entry.second; });
        const auto &[topic, why] = worst != missing.end() ? *worst : *missing.begin();
        const QString name = QString::fromStdString(topic);
        const Error error = topicProblem(why, name, m_servers);
        const bool went = error.kind != ErrorKind::NotAuthorised && run.gone.contains(topic);
        status.errorKind = error.kind;
        status.state = !readsNone ? State::Degraded : error.kind == ErrorKind::NotAuthorised ? State::NeedsSignIn : State::Missing;
        status.cause = went ? say(QT_TRANSLATE_NOOP("streams", "%1 is gone from the broker")).arg(name) : error.message;
        status.remedy = error.remedy;
    } else if (calm && readsNone) {
        status.state = calm->kind == ErrorKind::NotAuthorised ? State::Missing : State::Quiet;
        status.errorKind = calm->kind;
        status.cause = calm->message;
        status.remedy = calm->remedy;
    } else if (run.topics.empty()) {
        status.state = State::Missing;
        status.errorKind = ErrorKind::UnknownTopic;
        status.cause = say(QT_TRANSLATE_NOOP("streams", "No topic fits yet"));
        status.remedy = say(QT_TRANSLATE_NOOP("streams", "Tocsin looks again each minute."));
    } else if (silent) {
        status.state = State::Stale;
        status.errorKind = ErrorKind::NoConnection;
        status.cause = say(QT_TRANSLATE_NOOP("streams", "No heartbeat since %1 UT, where one comes every %2 s"))
                           .arg(QString::fromStdString(silent->status.lastMessage.iso()).mid(11, 8))
                           .arg(std::chrono::round<std::chrono::seconds>(*silent->beats.interval()).count());
    } else if (const auto waits = m_ledger->longestWait(); waits > kStoringIsSlow) {
        status.state = State::Degraded;
        status.cause = say(QT_TRANSLATE_NOOP("streams", "Storing is %1 s behind: the disk, or who reads the output, is slow"))
                           .arg(std::chrono::duration_cast<std::chrono::seconds>(waits).count());
        status.remedy = say(QT_TRANSLATE_NOOP("streams", "Nothing is lost; reading goes on as fast as it can be stored."));
    } else if (behind && lag > 0) {
        status.state = State::CatchingUp;
        status.cause = (run.history ? say(QT_TRANSLATE_NOOP("streams", "history, %1 left")) : say(QT_TRANSLATE_NOOP("streams", "%1 left"))).arg(QLocale().toString(lag));
    } else if (behind && status.messages == 0) {
        status.state = State::Connecting;
    } else {
        run.history = run.history && behind;
        const bool recent = status.lastMessage.isValid() && UtcTime::now().us - status.lastMessage.us < 300'000'000;
        status.state = recent ? State::Live : State::Quiet;
    }
    // A bounded run is over when every partition has been read and all of it is durable.
    if (run.assignment.untilEnd && session && session->listed && !reading && !asking && batchIsEmpty() && m_ledger->outstanding() == 0
        && !run.topics.empty())
        status.finished = true;
    if (status.state != before.state) {
        status.since = UtcTime::now();
        logState(run, before.state);
    }
    const bool told = status.state != before.state || status.cause != before.cause || status.finished != before.finished
        || status.nextTry.us != before.nextTry.us || status.messages != before.messages || status.lag != before.lag || std::abs(status.perSecond - before.perSecond) > 1e-3;
    if (run.changed || told) {
        run.changed = false;
        Q_EMIT statusChanged(run.assignment.config.uuid, status);
    }
}

} // namespace tocsin::streams::kafka
