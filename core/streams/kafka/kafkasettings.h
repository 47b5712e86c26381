// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/ladder/proxy.h"
#include "core/options/optionspec.h"
#include "core/streams/kafka/kafkaclient.h"
#include "core/streams/kafka/tokenfeed.h"

#include "core/streams/stream.h"

#include <chrono>
#include <optional>

namespace tocsin::streams::kafka {

// A client's configuration and what we keep beside it. Moved into rd_kafka_new().
struct ClientSettings {
    ConfHandle conf;
    std::chrono::milliseconds refresh{60'000}; // of our own topic list
    bool storesOffsets = false; // a group was named: commit there as a courtesy
    QString servers; // for messages
    bool wantsTokens = false; // signs in by OAUTHBEARER
    bool writes = false; // a producer; else a consumer
    std::optional<ladder::ProxyAddress> proxy; // that leads to the servers
};

// Why this property of librdkafka may not stand among a stream's further properties, with the option to use instead; empty
// when it may. They are written to files and exported, and Tocsin's promises rest on some of them.
[[nodiscard]] QString refusedProperty(const QString &name);

// librdkafka's settings from a stream's options (reliability B). A refusal carries librdkafka's own words in
// `message` and the option's key in `detail`.
[[nodiscard]] Result<ClientSettings> clientSettings(const options::OptionValues &values);

// Where the tokens of this stream come from: its account, or the SciToken of this computer where none is named; null: it signs
// in without tokens. An error where its account was not asked yet.
[[nodiscard]] Result<tokens::TokenSourcePtr> tokenSource(const StreamConfig &config);
[[nodiscard]] bool usesTokens(const options::OptionValues &values);

// The proxy of the stream's option, or else of the environment.
[[nodiscard]] std::optional<ladder::ProxyAddress> proxyOf(const options::OptionValues &values);

// Creates the client and whatever it needs beside it; `settings` is used up. Callbacks find `user` by ClientParts::userOf().
[[nodiscard]] Result<ClientHandle> makeClient(ClientSettings &settings, void *user, const tokens::TokenSourcePtr &source,
                                              TokenFeed::Want first = TokenFeed::Want::Kept);
// The same with the source that the stream itself names.
[[nodiscard]] Result<ClientHandle> makeClient(ClientSettings &settings, void *user, const StreamConfig &config);

} // namespace tocsin::streams::kafka
