// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>
#include <stop_token>
#include <utility>
#include <variant>
#include <vector>

namespace tocsin::web {

// One question over HTTP. A plain value; its owner wipes what is secret in it.
struct Request {
    QUrl url;
    QByteArray method = "GET";
    std::vector<std::pair<QByteArray, QByteArray>> headers = {}; // beside Accept, Accept-Encoding and User-Agent
    std::optional<QByteArray> body = {};
    QByteArray bodyType = "application/json";
    std::chrono::milliseconds limit{20'000}; // for the whole answer
    qint64 mostBytes = 256 * 1024; // of the answer
};

// What came back, whatever its status: also a redirection, which nobody has followed. A plain value.
struct Reply {
    int status = 0;
    QString type; // of the content, in small letters, without what follows ";"
    QByteArray body;
    QUrl location; // where a redirection leads, made absolute
    std::chrono::seconds retryAfter{0}; // 0: not said; from seconds or a date, an hour at most
    std::optional<std::chrono::seconds> clockAhead; // our clock less the server's, where it said its own

    [[nodiscard]] bool isPage() const { return type == u"text/html" || type == u"application/xhtml+xml"; }
    [[nodiscard]] bool isRedirection() const { return status >= 300 && status < 400; }
};

// What may have become of a question that brought no answer.
enum class Sent {
    No, // nobody can have had it: no name, no connection, no TLS
    Maybe, // it may have arrived and worked: the answer was late, broke off or was too large
};

// A question without an answer: the error, and whether it may have worked all the same.
struct Failure {
    Error error;
    Sent sent = Sent::No;
};

// Asks and waits: no cookies, no redirection, no other server, within the question's bounds. Not on the main thread. No answer
// is an error; so is a request to stop (Interrupted). Whether the address may be asked at all is the caller's matter.
[[nodiscard]] std::variant<Reply, Failure> exchange(const Request &request, std::stop_token stop);

// What can be done about a server that is not reached.
[[nodiscard]] QString networkRemedy();
// Words for an answer that somebody on the way may have given in the server's place.
[[nodiscard]] Error askPortal(const QString &message);
[[nodiscard]] Error interrupted();

} // namespace tocsin::web
