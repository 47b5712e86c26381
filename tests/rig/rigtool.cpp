// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests do at a broker: make, grow, cut and delete topics, produce numbered alerts, ask for ends.
//   rigtool SERVERS create TOPIC PARTITIONS | delete TOPIC | grow TOPIC PARTITIONS | cut TOPIC PARTITION OFFSET
//   rigtool SERVERS ends TOPIC                         a line "partition begin end" each
//   rigtool SERVERS produce TOPIC COUNT [key=value …]  first=, size=, codec=, rate=, partition=, stamp= (ms of the first),
//                                                      header=NAME=VALUE, file=PATH (same bytes each), key=TEXT
#include <librdkafka/rdkafka.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace {

constexpr int kTimeoutMs = 20'000;

[[noreturn]] void die(const std::string &what)
{
    std::fprintf(stderr, "rigtool: %s\n", what.c_str());
    std::exit(1);
}

rd_kafka_t *open(const std::string &servers, const std::string &codec)
{
    char error[512];
    rd_kafka_conf_t *conf = rd_kafka_conf_new();
    const auto set = [&](const char *key, const std::string &value) {
        if (rd_kafka_conf_set(conf, key, value.c_str(), error, sizeof error) != RD_KAFKA_CONF_OK)
            die(error);
    };
    set("bootstrap.servers", servers);
    set("compression.codec", codec);
    set("linger.ms", "5");
    set("enable.idempotence", "true"); // a retry must not change the order
    set("queue.buffering.max.messages", "200000");
    set("message.max.bytes", "10485760");
    rd_kafka_t *client = rd_kafka_new(RD_KAFKA_PRODUCER, conf, error, sizeof error);
    if (!client)
        die(error);
    return client;
}

// Waits for the result of an admin call and dies unless every part of it is well.
template <typename Results>
void finish(rd_kafka_queue_t *queue, Results results)
{
    rd_kafka_event_t *event = rd_kafka_queue_poll(queue, kTimeoutMs);
    if (!event)
        die("no answer");
    if (rd_kafka_event_error(event))
        die(rd_kafka_event_error_string(event));
    results(event);
    rd_kafka_event_destroy(event);
}

void checkTopics(const rd_kafka_topic_result_t **results, size_t count)
{
    for (size_t i = 0; i < count; ++i) {
        if (rd_kafka_topic_result_error(results[i]))
            die(rd_kafka_topic_result_error_string(results[i]) ? rd_kafka_topic_result_error_string(results[i]) : "refused");
    }
}

void ends(rd_kafka_t *client, const std::string &topic)
{
    const rd_kafka_metadata_t *metadata = nullptr;
    rd_kafka_topic_t *handle = rd_kafka_topic_new(client, topic.c_str(), nullptr);
    if (const auto error = rd_kafka_metadata(client, 0, handle, &metadata, kTimeoutMs))
        die(rd_kafka_err2str(error));
    for (int p = 0; p < metadata->topics[0].partition_cnt; ++p) {
        int64_t low = 0;
        int64_t high = 0;
        if (const auto error = rd_kafka_query_watermark_offsets(client, topic.c_str(), p, &low, &high, kTimeoutMs))
            die(rd_kafka_err2str(error));
        std::printf("%d %lld %lld\n", p, static_cast<long long>(low), static_cast<long long>(high));
    }
    rd_kafka_metadata_destroy(metadata);
    rd_kafka_topic_destroy(handle);
}

// A plain JSON alert whose number can be told from its id, filled up to `size` bytes.
std::string alertText(long long number, size_t size)
{
    char head[256];
    std::snprintf(head, sizeof head, "{\"id\": \"rig-%lld\", \"name\": \"RIG%lld\", \"ra\": %.5f, \"dec\": %.5f, \"mag\": %.2f, \"time\": \"2026-09-14T22:%02lld:%02lldZ\", \"filler\": \"",
                  number, number, static_cast<double>(number % 36000) / 100.0, static_cast<double>(number % 17000) / 100.0 - 85.0,
                  15.0 + static_cast<double>(number % 600) / 100.0, (number / 60) % 60, number % 60);
    std::string text = head;
    if (text.size() + 2 < size)
        text.append(size - text.size() - 2, 'x');
    return text + "\"}";
}

void produce(rd_kafka_t *client, const std::string &topic, long long count, std::map<std::string, std::string> options)
{
    const auto number = [&](const char *key, long long otherwise) { return options.contains(key) ? std::atoll(options[key].c_str()) : otherwise; };
    const long long first = number("first", 0);
    const long long rate = number("rate", 0);
    const long long stamp = number("stamp", 0);
    const auto partition = static_cast<int32_t>(number("partition", RD_KAFKA_PARTITION_UA));
    std::string same;
    if (options.contains("file")) {
        std::ifstream file(options["file"], std::ios::binary);
        if (!file)
            die("no file " + options["file"]);
        same.assign(std::istreambuf_iterator<char>(file), {});
    }
    const auto begin = std::chrono::steady_clock::now();
    for (long long i = 0; i < count; ++i) {
        const std::string value = same.empty() ? alertText(first + i, static_cast<size_t>(number("size", 300))) : same;
        const std::string key = options.contains("key") ? options["key"] : std::to_string(first + i);
        rd_kafka_headers_t *headers = nullptr;
        if (options.contains("header")) {
            const std::string header = options["header"];
            const size_t equals = header.find('=');
            headers = rd_kafka_headers_new(1);
            rd_kafka_header_add(headers, header.c_str(), static_cast<ssize_t>(equals), header.c_str() + equals + 1, -1);
        }
        for (;;) {
            const auto error = rd_kafka_producev(client, RD_KAFKA_V_TOPIC(topic.c_str()), RD_KAFKA_V_PARTITION(partition), RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY),
                                                 RD_KAFKA_V_VALUE(const_cast<char *>(value.data()), value.size()), RD_KAFKA_V_KEY(key.data(), key.size()),
                                                 RD_KAFKA_V_TIMESTAMP(stamp == 0 ? 0 : stamp + i), RD_KAFKA_V_HEADERS(headers), RD_KAFKA_V_END);
            if (error == RD_KAFKA_RESP_ERR_NO_ERROR)
                break;
            if (error != RD_KAFKA_RESP_ERR__QUEUE_FULL)
                die(rd_kafka_err2str(error));
            rd_kafka_poll(client, 10);
        }
        rd_kafka_poll(client, 0);
        if (rate > 0)
            std::this_thread::sleep_until(begin + std::chrono::microseconds((i + 1) * 1'000'000 / rate));
    }
    if (rd_kafka_flush(client, 60'000) != RD_KAFKA_RESP_ERR_NO_ERROR)
        die("not everything could be delivered");
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 4)
        die("SERVERS VERB TOPIC …");
    const std::string verb = argv[2];
    const std::string topic = argv[3];
    const auto argument = [&](int i) { return i < argc ? std::atoll(argv[i]) : 0LL; };
    std::map<std::string, std::string> options;
    for (int i = 5; i < argc; ++i) {
        if (const char *equals = std::strchr(argv[i], '='))
            options[std::string(argv[i], static_cast<size_t>(equals - argv[i]))] = equals + 1;
    }
    rd_kafka_t *client = open(argv[1], options.contains("codec") ? options["codec"] : "none");
    rd_kafka_queue_t *queue = rd_kafka_queue_new(client);
    char error[512];
    if (verb == "create") {
        rd_kafka_NewTopic_t *made = rd_kafka_NewTopic_new(topic.c_str(), static_cast<int>(argument(4)), 1, error, sizeof error);
        if (!made)
            die(error);
        rd_kafka_CreateTopics(client, &made, 1, nullptr, queue);
        finish(queue, [](rd_kafka_event_t *event) {
            size_t count = 0;
            const rd_kafka_topic_result_t **results = rd_kafka_CreateTopics_result_topics(rd_kafka_event_CreateTopics_result(event), &count);
            checkTopics(results, count);
        });
        rd_kafka_NewTopic_destroy(made);
    } else if (verb == "delete") {
        rd_kafka_DeleteTopic_t *gone = rd_kafka_DeleteTopic_new(topic.c_str());
        rd_kafka_DeleteTopics(client, &gone, 1, nullptr, queue);
        finish(queue, [](rd_kafka_event_t *event) {
            size_t count = 0;
            const rd_kafka_topic_result_t **results = rd_kafka_DeleteTopics_result_topics(rd_kafka_event_DeleteTopics_result(event), &count);
            checkTopics(results, count);
        });
        rd_kafka_DeleteTopic_destroy(gone);
    } else if (verb == "grow") {
        rd_kafka_NewPartitions_t *more = rd_kafka_NewPartitions_new(topic.c_str(), static_cast<size_t>(argument(4)), error, sizeof error);
        if (!more)
            die(error);
        rd_kafka_CreatePartitions(client, &more, 1, nullptr, queue);
        finish(queue, [](rd_kafka_event_t *event) {
            size_t count = 0;
            const rd_kafka_topic_result_t **results = rd_kafka_CreatePartitions_result_topics(rd_kafka_event_CreatePartitions_result(event), &count);
            checkTopics(results, count);
        });
        rd_kafka_NewPartitions_destroy(more);
    } else if (verb == "cut") {
        rd_kafka_topic_partition_list_t *list = rd_kafka_topic_partition_list_new(1);
        rd_kafka_topic_partition_list_add(list, topic.c_str(), static_cast<int32_t>(argument(4)))->offset = argument(5);
        rd_kafka_DeleteRecords_t *records = rd_kafka_DeleteRecords_new(list);
        rd_kafka_DeleteRecords(client, &records, 1, nullptr, queue);
        finish(queue, [](rd_kafka_event_t *) {});
        rd_kafka_DeleteRecords_destroy(records);
        rd_kafka_topic_partition_list_destroy(list);
    } else if (verb == "ends") {
        ends(client, topic);
    } else if (verb == "produce") {
        produce(client, topic, argument(4), options);
    } else {
        die("no verb " + verb);
    }
    rd_kafka_queue_destroy(queue);
    rd_kafka_destroy(client);
    return 0;
}
