// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <librdkafka/rdkafka.h>

#include <QStringList>

namespace tocsin::streams::kafka {

// librdkafka's error as one that names the cause for people: what happened, what to do. `text` is librdkafka's own.
[[nodiscard]] Error explain(rd_kafka_resp_err_t code, const QString &text, const QString &servers);
// The same for a client that may sign in by tokens: why there is none, or what is wrong with the one that was refused.
[[nodiscard]] Error explain(rd_kafka_t *client, rd_kafka_resp_err_t code, const QString &text, const QString &servers);

// The broker lets nobody in by this mechanism; `offered` may be empty.
[[nodiscard]] Error otherMechanism(const QString &servers, const QString &mechanism, const QStringList &offered);
// What a topic that is named cannot give, and why: the same words in the stream's row and on the ladder.
[[nodiscard]] Error topicProblem(rd_kafka_resp_err_t code, const QString &topic, const QString &servers);

// Whether `next` tells more than `now`: "all brokers down" and other followers never replace the cause they follow.
[[nodiscard]] bool tellsMore(const Error &next, const Error &now);

// What a client that is asked only a few questions complains of: the words that tell most. For rd_kafka_conf_set_error_cb()
// with this as the client's user; filled during rd_kafka_poll() on the asking thread.
struct ClientComplaint {
    Error first;
    QString servers;
    bool noToken = false; // there is nothing to sign in with
    static void take(rd_kafka_t *client, int code, const char *reason, void *opaque);
    void note(rd_kafka_t *client, int code, const char *reason);
    // A refused sign-in or certificate does not heal by waiting.
    [[nodiscard]] bool isFinal() const { return noToken || first.kind == ErrorKind::SignInRefused || first.kind == ErrorKind::TlsRefused; }
    // The complaint, or that there was no answer.
    [[nodiscard]] Error orSilence() const;
};

} // namespace tocsin::streams::kafka
