// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/hopskotch/announcedserver.h"

#include "core/ladder/proxy.h"
#include "core/streams/kafka/kafkaerrors.h"
#include "core/streams/kafka/kafkasettings.h"
#include "core/streams/kafka/kafkastream.h"
#include "core/streams/kafka/rdkafkahandles.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <nlohmann/json.hpp>

#include <map>

namespace tocsin::streams::hopskotch {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kAskLimit(10);
constexpr std::chrono::minutes kAnnouncementHolds(30); // as long as hop's own clients believe it
constexpr char kTopic[] = "sys.metadata";
constexpr int kSliceMs = 100; // ends so soon when it is stopped
constexpr qint64 kMostMessages = 10'000;

// `LargeMessageUploadEndpoint` of a message; empty: it has none.
QString endpointIn(const rd_kafka_message_t &message)
{
    const char *text = static_cast<const char *>(message.payload);
    const auto root = nlohmann::json::parse(text, text + message.len, nullptr, false);
    if (!root.is_object() || !root.contains("LargeMessageUploadEndpoint") || !root["LargeMessageUploadEndpoint"].is_string())
        return {};
    return QString::fromStdString(root["LargeMessageUploadEndpoint"].get<std::string>());
}

std::vector<int32_t> partitionsOf(rd_kafka_t *client, const kafka::ClientComplaint &complaint, const QDeadlineTimer &deadline, const std::stop_token &stop)
{
    const kafka::TopicHandle topic(rd_kafka_topic_new(client, kTopic, nullptr));
    std::vector<int32_t> partitions;
    while (topic && !deadline.hasExpired() && !stop.stop_requested() && !complaint.isFinal()) {
        const struct rd_kafka_metadata *raw = nullptr;
        rd_kafka_metadata(client, 0, topic.get(), &raw, kSliceMs);
        rd_kafka_poll(client, 0);
        const kafka::MetadataHandle metadata(raw);
        if (!metadata || metadata->topic_cnt != 1)
            continue;
        for (int p = 0; p < metadata->topics[0].partition_cnt; ++p)
            partitions.push_back(metadata->topics[0].partitions[p].id);
        break;
    }
    return partitions;
}

QNetworkProxy proxyOf(const QString &option)
{
    if (option == kafka::kNoProxy)
        return {QNetworkProxy::NoProxy};
    const Result<ladder::ProxyAddress> proxy = ladder::parseProxy(option);
    if (!proxy)
        return {QNetworkProxy::DefaultProxy};
    return {proxy.value().kind == ladder::ProxyAddress::Kind::Http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy, proxy.value().host, proxy.value().port};
}

} // namespace

Result<QUrl> announcedServer(const StreamConfig &config, std::chrono::milliseconds limit, std::stop_token stop)
{
    const QDeadlineTimer deadline(limit);
    Result<kafka::ClientSettings> settings = kafka::clientSettings(config.values);
    if (!settings)
        return settings.error();
    kafka::ClientComplaint complaint{.first = {}, .servers = settings.value().servers};
    rd_kafka_conf_set_error_cb(settings.value().conf.get(), &kafka::ClientComplaint::take);
    Result<kafka::ClientHandle> made = kafka::makeClient(settings.value(), &complaint, config);
    if (!made)
        return made.error();
    rd_kafka_t *client = made.value().get();
    const std::vector<int32_t> partitions = partitionsOf(client, complaint, deadline, stop);
    const kafka::PartitionList list(rd_kafka_topic_partition_list_new(static_cast<int>(partitions.size())));
    std::map<int32_t, bool> open;
    for (const int32_t partition : partitions) {
        rd_kafka_topic_partition_list_add(list.get(), kTopic, partition)->offset = RD_KAFKA_OFFSET_BEGINNING;
        open[partition] = true;
    }
    if (!open.empty())
        rd_kafka_assign(client, list.get());
    QString endpoint;
    for (qint64 seen = 0; !open.empty() && seen < kMostMessages && !deadline.hasExpired() && !stop.stop_requested();) {
        const kafka::MessageHandle message(rd_kafka_consumer_poll(client, kSliceMs));
        if (!message)
            continue;
        ++seen;
        if (message->err != RD_KAFKA_RESP_ERR_NO_ERROR)
            open.erase(message->partition); // its end, or nothing to be had from it
        else if (const QString said = endpointIn(*message); !said.isEmpty())
            endpoint = said;
    }
    if (stop.stop_requested())
        return Error{.kind = ErrorKind::Interrupted, .message = QCoreApplication::translate("streams", "it was given up")};
    if (endpoint.isEmpty())
        return Error{.kind = ErrorKind::NotFound, .message = QCoreApplication::translate("streams", "the broker announces no server for large messages")};
    return QUrl(endpoint, QUrl::StrictMode);
}

Result<ExternalMessage> ExternalFetcher::fetch(const StreamConfig &config, const QUrl &place, const std::stop_token &stop)
{
    const auto now = std::chrono::steady_clock::now();
    if (m_announced.isEmpty() || now - m_announcedAt > kAnnouncementHolds) {
        const Result<QUrl> announced = announcedServer(config, kAskLimit, stop);
        if (!announced)
            return announced.error();
        m_announced = announced.value();
        m_announcedAt = now;
    }
    const auto text = [&config](const QString &key) { return config.values.value(kafka::kafkaOptions(), key).toString(); };
    const bool signsIn = text(u"security"_s).startsWith(u"SASL");
    return fetchExternal(place, m_announced, {.user = signsIn ? text(u"user"_s) : QString(), .password = text(u"password"_s), .mechanism = text(u"mechanism"_s)},
                         {.proxy = proxyOf(text(u"proxy"_s))}, stop);
}

} // namespace tocsin::streams::hopskotch
