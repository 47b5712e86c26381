// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/actionrunner.h"

#include "core/streams/kafka/kafkasender.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::rules {

using namespace Qt::StringLiterals;
using streams::kafka::KafkaSender;

namespace {

constexpr int kThreads = 64; // each action of a rule may hang on its own

QString say(const char *text)
{
    return QCoreApplication::translate("rules", text);
}

} // namespace

ActionRunner::ActionRunner(ActionHelp help, Note note) : m_help(std::move(help)), m_note(std::move(note))
{
    m_pool.setMaxThreadCount(kThreads);
}

ActionRunner::~ActionRunner()
{
    stop();
    m_pool.waitForDone();
}

void ActionRunner::stop()
{
    m_stop.request_stop();
    const std::scoped_lock lock(m_mutex);
    for (auto &[place, row] : m_rows)
        row.waiting.clear();
}

size_t ActionRunner::waiting() const
{
    const std::scoped_lock lock(m_mutex);
    size_t count = 0;
    for (const auto &[place, row] : m_rows)
        count += row.waiting.size() + static_cast<size_t>(row.running);
    return count;
}

void ActionRunner::take(ActionWork work)
{
    RuleRun dropped;
    const bool isHere = work.action.kind == u"tag" || work.action.kind == u"log";
    const size_t room = isHere ? kMostWaitingHere : kMostWaiting;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_stop.stop_requested())
            return;
        const Place place{work.run.rule, work.run.place};
        Row &row = m_rows[place];
        row.most = work.action.kind == u"program" ? std::max(1, work.action.value(u"at_once"_s).toInt()) : 1;
        if (row.waiting.size() < room) {
            row.waiting.push_back(std::move(work));
            begin(place);
            return;
        }
        dropped = work.run;
    }
    dropped.state = RuleRun::State::Dropped;
    dropped.finished = UtcTime::now();
    dropped.result = say(QT_TRANSLATE_NOOP("rules", "left out: %1 of them were waiting")).arg(room);
    m_note(dropped);
}

void ActionRunner::begin(const Place &place)
{
    Row &row = m_rows[place];
    while (!row.waiting.empty() && row.running < row.most && !m_stop.stop_requested()) {
        ++row.running;
        m_pool.start([this, place, work = std::move(row.waiting.front())]() mutable { run(place, std::move(work)); });
        row.waiting.pop_front();
    }
}

void ActionRunner::run(const Place &place, ActionWork work)
{
    RuleRun run = work.run;
    if (!m_stop.stop_requested()) { // else it stays due
        run.state = RuleRun::State::Started;
        m_note(run);
        const ActionResult result = act(work);
        run.state = result.worked ? RuleRun::State::Done : m_stop.stop_requested() ? RuleRun::State::Unsure : RuleRun::State::Failed;
        run.finished = UtcTime::now();
        run.result = result.result;
        run.output = result.output;
        m_note(run);
    }
    const std::scoped_lock lock(m_mutex);
    --m_rows[place].running;
    begin(place);
}

ActionResult ActionRunner::act(const ActionWork &work)
{
    const QString &kind = work.action.kind;
    if (kind == u"program")
        return runProgram(work, m_help, m_stop.get_token());
    if (kind == u"log")
        return appendToLog(work, m_help);
    if (kind == u"webhook")
        return postToWebhook(work, m_help, m_stop.get_token());
    if (kind == u"mail")
        return sendMail(work, m_stop.get_token());
    if (kind == u"kafka")
        return sendToKafka(work);
    if (kind == u"tag" && m_help.tag)
        return m_help.tag(work);
    if (kind == u"target" && m_help.target)
        return m_help.target(work, m_stop.get_token());
    return {.result = say(QT_TRANSLATE_NOOP("rules", "this kind of action is not possible here"))};
}

Result<std::shared_ptr<KafkaSender>> ActionRunner::senderFor(const QString &stream)
{
    {
        const std::scoped_lock lock(m_senderMutex);
        if (const auto known = m_senders.find(stream); known != m_senders.end())
            return known->second;
    }
    const Result<streams::StreamConfig> config = m_help.stream ? m_help.stream(stream, m_stop.get_token()) : Error{.message = say(QT_TRANSLATE_NOOP("rules", "there are no streams here"))};
    if (!config)
        return config.error();
    Result<std::unique_ptr<KafkaSender>> made = KafkaSender::make(config.value());
    if (!made)
        return made.error();
    const std::scoped_lock lock(m_senderMutex);
    return m_senders.emplace(stream, std::move(made).value()).first->second;
}

ActionResult ActionRunner::sendToKafka(const ActionWork &work)
{
    const QString stream = work.action.text(u"stream"_s);
    std::string value;
    Headers headers;
    if (work.action.text(u"body"_s) == u"packet") {
        const Result<archive::StoredPacket> packet = packetOf(work, m_help);
        if (!packet)
            return {.result = say(QT_TRANSLATE_NOOP("rules", "the packet cannot be read: %1")).arg(packet.error().message)};
        value = packet.value().value;
        headers = packet.value().headers;
    } else {
        value = jsonOf(*work.alert).toStdString();
        headers.emplace_back("content-type", "application/json");
    }
    headers.emplace_back("tocsin-rule", work.run.rule.toStdString());
    const QString keyText = work.action.text(u"key"_s);
    const std::string key = keyText.isEmpty() ? std::string() : messageOf(work, u"key"_s).toStdString();
    const Result<std::shared_ptr<KafkaSender>> sender = senderFor(stream);
    if (!sender)
        return {.result = sender.error().message};
    const Result<int64_t> sent = sender.value()->send({.topic = work.action.text(u"topic"_s).toUtf8(), .key = key, .value = value, .headers = &headers}, limitOf(work.action), m_stop.get_token());
    if (!sent) {
        // The account, or the stream, may be another one the next time.
        const std::scoped_lock lock(m_senderMutex);
        m_senders.erase(stream);
        return {.result = sent.error().message + (sent.error().remedy.isEmpty() ? QString() : u' ' + sent.error().remedy)};
    }
    return {.worked = true, .result = say(QT_TRANSLATE_NOOP("rules", "offset %1")).arg(sent.value())};
}

} // namespace tocsin::rules
