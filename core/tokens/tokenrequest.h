// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/token.h"
#include "core/tokens/webquestion.h"

#include <QList>

#include <utility>

namespace tocsin::tokens {

// Who asks. The secret goes as Basic or in the form (Google's desktop clients); a public client has none. A plain value.
struct Client {
    enum class Proof { None, Basic, Form };
    QString id;
    vault::SecretBytes secret = {};
    Proof proof = Proof::None;
};

// Names and values of a form, in order.
using Form = QList<std::pair<QByteArray, vault::SecretBytes>>;

// What a token endpoint said to one request: tokens, or what was wrong. A plain value.
struct TokenReply {
    bool granted = false;
    Token token = {};
    vault::SecretBytes refreshToken = {}; // empty: none was sent
    vault::SecretBytes idToken = {};
    bool scopeStated = false; // else the scope is the one asked for (RFC 6749 5.1)
    Error error = {}; // when not granted
    QString code = {}; // the provider's own: invalid_grant, slow_down …
    std::chrono::seconds retryAfter{0};
    std::optional<std::chrono::seconds> clockAhead;
};

// One POST (RFC 6749 3.2), told apart: no answer, a page, trouble over there (worth another try), and a refusal (not).
[[nodiscard]] TokenReply requestToken(const QUrl &endpoint, const Client &client, const Form &form, std::chrono::milliseconds limit, std::stop_token stop);
// The same for any endpoint whose answer on success has no meaning to us (RFC 7009) or another one (RFC 8628).
struct FormReply {
    Result<WebAnswer> answer;
    QString code = {}; // `error` of the JSON; empty: none
};
[[nodiscard]] FormReply postForm(const QUrl &endpoint, const Client &client, const Form &form, std::chrono::milliseconds limit, std::stop_token stop);
// In words, for a code at this status. `host`: who said it.
[[nodiscard]] Error refusal(const QString &host, const WebAnswer &answer, const QString &code);

// "The clock of this computer is 12 min ahead", where that is more than a little; else nothing.
[[nodiscard]] QString clockTrouble(const std::optional<std::chrono::seconds> &ahead, const QString &host);

} // namespace tocsin::tokens
