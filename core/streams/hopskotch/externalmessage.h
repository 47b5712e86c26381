// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/packet.h"

#include <QByteArray>
#include <QNetworkProxy>
#include <QString>
#include <QUrl>

#include <chrono>
#include <stop_token>

namespace tocsin::streams::hopskotch {

// A message that was too large for the broker: what stands on Kafka for it, and what the broker's own HTTP server gives
// (protocols 2.5). Plain values and functions; what blocks says so.

// Where the placeholder says the message is; nothing when the packet is none, or one that tests.
[[nodiscard]] std::optional<QUrl> placeOf(const Packet &packet);

struct ExternalMessage {
    QByteArray value;
    Headers headers;
    QByteArray key;
};
// From the server's answer (BSON).
[[nodiscard]] std::optional<ExternalMessage> readExternal(const QByteArray &answer);

struct ExternalSignIn {
    QString user; // empty: without
    QString password;
    QString mechanism; // SCRAM-SHA-256 or -512; anything else is not offered to a web server
};
struct ExternalLimits {
    std::chrono::milliseconds patience{20'000}; // for a whole answer
    qint64 mostBytes = 64LL << 20; // as any packet (decisions 19)
    QNetworkProxy proxy{QNetworkProxy::DefaultProxy}; // the stream's, else the system's
};

// Fetches `place` when it lies at the server that the broker has announced, and nowhere else (reliability 72): https (or this
// machine), no redirection, no cookies, bounded; signs in by HTTP SCRAM only when asked to. Blocks; never on the main thread.
[[nodiscard]] Result<ExternalMessage> fetchExternal(const QUrl &place, const QUrl &announced, const ExternalSignIn &signIn, const ExternalLimits &limits,
                                                    std::stop_token stop);

} // namespace tocsin::streams::hopskotch
