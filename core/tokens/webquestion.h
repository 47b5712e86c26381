// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/web/exchange.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>
#include <stop_token>

namespace tocsin::tokens {

// One question to a provider: a form to POST, or a GET. A plain value; its owner wipes the form.
struct WebQuestion {
    QUrl url;
    std::optional<QByteArray> form = {};
    QByteArray authorization = {}; // the whole header
    std::chrono::milliseconds limit{20'000}; // for the whole answer
};

using WebAnswer = web::Reply;

// Asks and waits: no cookies, no redirection, no other server, 256 kB at most, in bounded time. Not on the main thread. No
// answer at all, or one that cannot be the provider's own, is an error; so is a request to stop (Interrupted).
[[nodiscard]] Result<WebAnswer> ask(const WebQuestion &question, std::stop_token stop);

// Why tokens must not be fetched from there; empty: they may. Only https, or http to a literal address of this machine.
[[nodiscard]] QString addressProblem(const QUrl &url);
// A web page in the place of an answer: a network with a sign-in of its own, most likely.
[[nodiscard]] Error pageInstead(const QUrl &url);
// What can be done about a server that is not reached.
[[nodiscard]] QString networkRemedy();

// The value of a parameter as application/x-www-form-urlencoded has it.
[[nodiscard]] QByteArray formEncoded(std::string_view value);

} // namespace tocsin::tokens
