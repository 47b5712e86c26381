// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/kafkasender.h"

#include "core/streams/kafka/kafkasettings.h"
#include "core/streams/kafka/onkafka.h"

#include <QCoreApplication>

#include <array>

namespace tocsin::streams::kafka {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPollMs = 50;
constexpr auto kMostMessage = "10485760"; // bytes; brokers have their own, smaller limits

QString say(const char *text)
{
    return QCoreApplication::translate("streams", text);
}

// Of one message; lives while send() waits for it.
struct Report {
    bool came = false;
    rd_kafka_resp_err_t error = RD_KAFKA_RESP_ERR_NO_ERROR;
    int64_t offset = -1;
};

void takeReport(rd_kafka_t *, const rd_kafka_message_t *message, void *)
{
    auto *report = static_cast<Report *>(message->_private);
    report->came = true;
    report->error = message->err;
    report->offset = message->offset;
}

Error refused(rd_kafka_resp_err_t code, const QString &topic)
{
    switch (code) {
    case RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED:
        return {.kind = ErrorKind::NotAuthorised, .message = say(QT_TRANSLATE_NOOP("streams", "You may not write to the topic %1.")).arg(topic),
                .remedy = say(QT_TRANSLATE_NOOP("streams", "Ask its owner for the right to write, or choose another account."))};
    case RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART:
    case RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC:
        return {.kind = ErrorKind::UnknownTopic, .message = say(QT_TRANSLATE_NOOP("streams", "There is no topic %1.")).arg(topic),
                .remedy = say(QT_TRANSLATE_NOOP("streams", "Look at the name, or have the topic made."))};
    case RD_KAFKA_RESP_ERR__MSG_TIMED_OUT:
    case RD_KAFKA_RESP_ERR__TIMED_OUT:
        return {.kind = ErrorKind::TimeLimit, .message = say(QT_TRANSLATE_NOOP("streams", "No server took the message in time.")),
                .remedy = say(QT_TRANSLATE_NOOP("streams", "“tocsin check” tells where it ends.")), .retriable = true};
    case RD_KAFKA_RESP_ERR__PURGE_QUEUE:
    case RD_KAFKA_RESP_ERR__PURGE_INFLIGHT:
        return {.kind = ErrorKind::Interrupted, .message = say(QT_TRANSLATE_NOOP("streams", "It was not sent any more."))};
    case RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE:
        return {.kind = ErrorKind::BadArgument, .message = say(QT_TRANSLATE_NOOP("streams", "The message is larger than the topic takes."))};
    default:
        return {.kind = ErrorKind::Internal, .message = say(QT_TRANSLATE_NOOP("streams", "The server refused the message: %1.")).arg(QString::fromUtf8(rd_kafka_err2str(code))), .retriable = true};
    }
}

} // namespace

Result<std::unique_ptr<KafkaSender>> KafkaSender::make(const StreamConfig &config)
{
    const StreamConfig kafka = asKafka(config);
    Result<ClientSettings> settings = clientSettings(kafka.values);
    if (!settings)
        return settings.error();
    ClientSettings &ready = settings.value();
    ready.writes = true;
    rd_kafka_conf_t *conf = ready.conf.get();
    char text[512] = {};
    for (const auto &[name, value] : {std::pair{"acks", "all"}, {"enable.idempotence", "true"}, {"message.max.bytes", kMostMessage}, {"linger.ms", "0"}, {"compression.type", "gzip"}}) {
        if (rd_kafka_conf_set(conf, name, value, text, sizeof text) != RD_KAFKA_CONF_OK)
            return Error{.kind = ErrorKind::BadArgument, .message = QString::fromUtf8(text)};
    }
    rd_kafka_conf_set_dr_msg_cb(conf, takeReport);
    std::unique_ptr<KafkaSender> sender(new KafkaSender);
    Result<ClientHandle> client = makeClient(ready, nullptr, kafka);
    if (!client)
        return client.error();
    sender->m_client = std::move(client).value();
    return sender;
}

Result<int64_t> KafkaSender::send(const Message &message, std::chrono::milliseconds limit, std::stop_token stop)
{
    const std::scoped_lock lock(m_mutex);
    rd_kafka_t *client = m_client.get();
    const QString topic = QString::fromUtf8(message.topic);
    rd_kafka_headers_t *headers = nullptr;
    if (message.headers && !message.headers->empty()) {
        headers = rd_kafka_headers_new(message.headers->size());
        for (const auto &[name, value] : *message.headers)
            rd_kafka_header_add(headers, name.data(), static_cast<ssize_t>(name.size()), value.data(), static_cast<ssize_t>(value.size()));
    }
    Report report;
    std::array<rd_kafka_vu_t, 6> parts{};
    parts[0].vtype = RD_KAFKA_VTYPE_TOPIC;
    parts[0].u.cstr = message.topic.constData();
    parts[1].vtype = RD_KAFKA_VTYPE_MSGFLAGS;
    parts[1].u.i = RD_KAFKA_MSG_F_COPY;
    parts[2].vtype = RD_KAFKA_VTYPE_VALUE;
    parts[2].u.mem = {const_cast<char *>(message.value.data()), message.value.size()}; // copied
    parts[3].vtype = RD_KAFKA_VTYPE_KEY;
    parts[3].u.mem = {message.key.empty() ? nullptr : const_cast<char *>(message.key.data()), message.key.size()};
    parts[4].vtype = RD_KAFKA_VTYPE_OPAQUE;
    parts[4].u.ptr = &report;
    parts[5].vtype = RD_KAFKA_VTYPE_HEADERS;
    parts[5].u.headers = headers;
    if (const ErrorHandle error{rd_kafka_produceva(client, parts.data(), headers ? parts.size() : parts.size() - 1)}) {
        if (headers)
            rd_kafka_headers_destroy(headers);
        return refused(rd_kafka_error_code(error.get()), topic);
    }
    const auto deadline = std::chrono::steady_clock::now() + limit;
    while (!report.came) {
        rd_kafka_poll(client, kPollMs);
        if (report.came || (!stop.stop_requested() && std::chrono::steady_clock::now() < deadline))
            continue;
        // Its report must have come before `report` goes.
        const bool tooLate = !stop.stop_requested();
        rd_kafka_purge(client, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT);
        while (!report.came)
            rd_kafka_poll(client, kPollMs);
        if (report.error != RD_KAFKA_RESP_ERR_NO_ERROR && tooLate)
            return refused(RD_KAFKA_RESP_ERR__TIMED_OUT, topic);
    }
    if (report.error != RD_KAFKA_RESP_ERR_NO_ERROR)
        return refused(report.error, topic);
    return report.offset;
}

} // namespace tocsin::streams::kafka
