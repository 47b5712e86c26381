// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/packet.h"
#include "core/streams/kafka/kafkaclient.h"
#include "core/streams/stream.h"

#include <chrono>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string_view>

namespace tocsin::streams::kafka {

// Writes messages with the servers and the account of a stream, each to an end: it is there for good on all replicas
// (acks=all, idempotent), or not. From any thread, one message at a time.
class KafkaSender
{
public:
    // The config has its account's secret or tokens in it. Connects at the first message.
    [[nodiscard]] static Result<std::unique_ptr<KafkaSender>> make(const StreamConfig &config);

    struct Message {
        QByteArray topic;
        std::string_view key; // empty: none
        std::string_view value;
        const Headers *headers = nullptr;
    };
    // The offset it got. An error says why, and `retriable` that it may work later.
    [[nodiscard]] Result<int64_t> send(const Message &message, std::chrono::milliseconds limit, std::stop_token stop);

private:
    KafkaSender() = default;
    std::mutex m_mutex;
    ClientHandle m_client;
};

} // namespace tocsin::streams::kafka
