// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/options/optionspec.h"
#include "core/streams/kafka/rdkafkahandles.h"

#include <chrono>

namespace tocsin::streams::kafka {

// A client's configuration and what we keep beside it. Moved into rd_kafka_new().
struct ClientSettings {
    ConfHandle conf;
    std::chrono::milliseconds refresh{60'000}; // of our own topic list
    bool storesOffsets = false; // a group was named: commit there as a courtesy
    QString servers; // for messages
};

// Why this property of librdkafka may not stand among a stream's further properties, with the option to use instead; empty
// when it may. They are written to files and exported, and Tocsin's promises rest on some of them.
[[nodiscard]] QString refusedProperty(const QString &name);

// librdkafka's settings from a stream's options (reliability B). A refusal carries librdkafka's own words in
// `message` and the option's key in `detail`.
[[nodiscard]] Result<ClientSettings> clientSettings(const options::OptionValues &values);

// Creates the client; `settings` is used up.
[[nodiscard]] Result<ClientHandle> makeClient(ClientSettings &settings, void *opaque);

} // namespace tocsin::streams::kafka
