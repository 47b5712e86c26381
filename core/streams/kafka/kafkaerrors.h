// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <librdkafka/rdkafka.h>

namespace tocsin::streams::kafka {

// librdkafka's error as one that names the cause for people: what happened, what to do. `text` is librdkafka's own.
[[nodiscard]] Error explain(rd_kafka_resp_err_t code, const QString &text, const QString &servers);

// Whether `next` tells more than `now`: "all brokers down" and other followers never replace the cause they follow.
[[nodiscard]] bool tellsMore(const Error &next, const Error &now);

} // namespace tocsin::streams::kafka
