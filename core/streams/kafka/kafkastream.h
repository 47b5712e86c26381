// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/stream.h"

namespace tocsin::streams::kafka {

// Apache Kafka as a stream type: options, consumer key, consumer, topic list.
[[nodiscard]] StreamType kafkaStreamType();

// In the option `proxy`: none, whatever the environment says.
inline constexpr QStringView kNoProxy = u"direct";

// The option table alone, for the URL parser and the settings.
[[nodiscard]] const std::vector<options::OptionSpec> &kafkaOptions();

// A stream from `kafka://[USER@]HOST[:9092][,HOST…]/TOPIC[,TOPIC…]?key=value&…` (contract, section 2). Own
// parser: QUrl refuses host lists. The stream's name is the URL without the query; the error names the position.
[[nodiscard]] Result<StreamConfig> streamFromKafkaUrl(const QString &url);

} // namespace tocsin::streams::kafka
