// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/streams/kafka/rdkafkahandles.h"
#include "core/tokens/claims.h"
#include "core/tokens/token.h"

#include <chrono>
#include <mutex>
#include <optional>
#include <thread>

namespace tocsin::streams::kafka {

// Keeps one client of librdkafka in tokens (OAUTHBEARER): the first at once, without which it connects nowhere, the next when
// librdkafka asks, at 80 % of a token's life. A thread of its own serves the queue of those questions, so that neither a reader
// that holds back nor a slow provider keeps the other waiting. What a file gives is looked at again as soon as it changes.
// Owned by ClientParts; the other members may be called from any thread.
class TokenFeed final
{
public:
    using Want = tokens::TokenSource::Want;

    // `client` was made with its SASL queue enabled and outlives end(). `first`: Renewed when the broker refused the last one.
    TokenFeed(rd_kafka_t *client, tokens::TokenSourcePtr source, Want first);
    ~TokenFeed();
    TokenFeed(const TokenFeed &) = delete;
    TokenFeed &operator=(const TokenFeed &) = delete;

    // Returns when the client is asked no more.
    void end();

    struct State {
        bool given = false; // there was a token
        UtcTime expires; // of the last
        std::optional<Error> trouble; // why there is no newer one; the old one may live on
        UtcTime nextTry; // with trouble; not valid: not by itself
        int number = 0; // of tokens given and of tries that gave none
    };
    [[nodiscard]] State state() const;
    // The broker refused the token; `text` is librdkafka's.
    [[nodiscard]] Error refusal(const QString &text, const QString &servers) const;
    // Whether the token has run out and no other has come: then there is nothing to sign in with.
    [[nodiscard]] bool isEmpty() const;

private:
    void run(const std::stop_token &stop);
    void ask(const std::stop_token &stop, Want want);
    [[nodiscard]] std::optional<Error> hand(const tokens::Token &token);
    void fail(const Error &why);
    [[nodiscard]] bool waitForQuestion(const std::stop_token &stop);

    using Clock = std::chrono::steady_clock;

    rd_kafka_t *const m_client;
    const tokens::TokenSourcePtr m_source;
    const Want m_first;
    QueueHandle m_questions; // goes before the client does
    // the thread's own
    Clock::time_point m_notBefore = Clock::now();
    std::chrono::seconds m_pause{0};
    vault::SecretBytes m_last;
    bool m_stale = false; // the source has nothing newer than what the client holds
    bool m_final = false; // asking again is of no use but after news

    mutable std::mutex m_mutex;
    State m_state;
    tokens::Claims m_claims; // of the last token
    std::jthread m_thread; // last
};

} // namespace tocsin::streams::kafka
