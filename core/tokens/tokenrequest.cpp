// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/tokenrequest.h"

#include "core/tokens/claims.h"
#include "core/tokens/log.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

namespace tocsin::tokens {

using namespace Qt::StringLiterals;
using Json = nlohmann::json;
using vault::SecretBytes;

namespace {

constexpr std::chrono::seconds kClockSlack{120};
constexpr int64_t kLongestLife = 10LL * 366 * 86'400; // seconds: larger ones are nonsense

QString say(const char *text)
{
    return QCoreApplication::translate("tokens", text);
}

std::string textOf(const Json &object, const char *key)
{
    const auto it = object.is_object() ? object.find(key) : object.end();
    return object.is_object() && it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

// As a number, or as the text of one (seen at some providers).
int64_t numberOf(const Json &object, const char *key)
{
    const auto it = object.find(key);
    if (it == object.end())
        return 0;
    const double number = it->is_number() ? it->get<double>() : it->is_string() ? QString::fromStdString(it->get<std::string>()).toDouble() : 0;
    return number > 0 && number < static_cast<double>(kLongestLife) ? static_cast<int64_t>(number) : 0;
}

Json parsed(const QByteArray &body)
{
    return Json::parse(body.constData(), body.constData() + body.size(), nullptr, false);
}

// A token says when it ends by the clock of its server; we say it by ours, which may be wrong: what counts is how long it lives.
UtcTime endOf(const Json &answer, const Token &token, const Claims &claims, const std::optional<std::chrono::seconds> &clockAhead)
{
    int64_t seconds = numberOf(answer, "expires_in");
    if (seconds == 0 && claims.expires.isValid()) {
        const int64_t begin = claims.issued.isValid() ? claims.issued.us : token.issued.us - (clockAhead ? clockAhead->count() * 1'000'000 : 0);
        seconds = (claims.expires.us - begin) / 1'000'000;
    }
    return seconds > 0 ? UtcTime::fromUs(token.issued.us + seconds * 1'000'000) : UtcTime();
}

Error noToken(const QString &host)
{
    return {.kind = ErrorKind::NoConnection,
            .message = say(QT_TRANSLATE_NOOP("tokens", "The answer of %1 holds no token.")).arg(host),
            .remedy = say(QT_TRANSLATE_NOOP("tokens", "Is it the token address of the provider?"))};
}

} // namespace

QString clockTrouble(const std::optional<std::chrono::seconds> &ahead, const QString &host)
{
    if (!ahead || (*ahead < kClockSlack && *ahead > -kClockSlack))
        return {};
    const int minutes = static_cast<int>(std::abs(ahead->count()) / 60);
    return (ahead->count() > 0 ? QCoreApplication::translate("tokens", "The clock of this computer is %n minute(s) ahead of that of %1.", nullptr, minutes)
                               : QCoreApplication::translate("tokens", "The clock of this computer is %n minute(s) behind that of %1.", nullptr, minutes))
        .arg(host);
}

Error refusal(const QString &host, const WebAnswer &answer, const QString &code)
{
    if (answer.status == 429 || answer.status >= 500)
        return {.kind = ErrorKind::NoConnection,
                .message = say(QT_TRANSLATE_NOOP("tokens", "%1 is in trouble (it answered %2).")).arg(host).arg(answer.status),
                .remedy = say(QT_TRANSLATE_NOOP("tokens", "Nothing is wrong here; it is asked again after a pause.")),
                .retriable = true};
    Error error{.kind = ErrorKind::SignInRefused, .detail = code};
    if (const QString clock = clockTrouble(answer.clockAhead, host); !clock.isEmpty() && code != u"invalid_client") {
        error.message = clock + u' ' + say(QT_TRANSLATE_NOOP("tokens", "It refused the request (%1).")).arg(code.isEmpty() ? QString::number(answer.status) : code);
        error.remedy = say(QT_TRANSLATE_NOOP("tokens", "Set the clock first, then try again."));
    } else if (code == u"invalid_client" || (code.isEmpty() && answer.status == 401)) {
        error.message = say(QT_TRANSLATE_NOOP("tokens", "%1 does not accept this client ID with this secret.")).arg(host);
        error.remedy = say(QT_TRANSLATE_NOOP("tokens", "Compare the client ID and give the account its secret again; a credential may also have been disabled over there."));
    } else if (code == u"invalid_grant") {
        error.message = say(QT_TRANSLATE_NOOP("tokens", "The sign-in at %1 has ended.")).arg(host);
        error.remedy = say(QT_TRANSLATE_NOOP("tokens", "Sign in again with this account; others are not touched."));
    } else if (code == u"invalid_scope") {
        error.kind = ErrorKind::NotAuthorised;
        error.message = say(QT_TRANSLATE_NOOP("tokens", "%1 does not give the scope that the account asks for.")).arg(host);
        error.remedy = say(QT_TRANSLATE_NOOP("tokens", "Correct the account's scope, or leave it empty."));
    } else if (code == u"access_denied") {
        error.message = say(QT_TRANSLATE_NOOP("tokens", "The sign-in was declined at %1.")).arg(host);
        error.remedy = say(QT_TRANSLATE_NOOP("tokens", "Begin again if that was not meant."));
    } else {
        error.message = say(QT_TRANSLATE_NOOP("tokens", "%1 refused the request (%2).")).arg(host, code.isEmpty() ? QString::number(answer.status) : code);
        error.remedy = say(QT_TRANSLATE_NOOP("tokens", "Compare the account's addresses and its client ID with what the provider says."));
    }
    return error;
}

FormReply postForm(const QUrl &endpoint, const Client &client, const Form &form, std::chrono::milliseconds limit, std::stop_token stop)
{
    WebQuestion question{.url = endpoint, .form = QByteArray(), .limit = limit};
    const auto put = [&question](const QByteArray &name, const QByteArray &value) {
        QByteArray &body = *question.form;
        body += (body.isEmpty() ? "" : "&") + name + '=' + value;
    };
    for (const auto &[name, value] : form)
        put(name, formEncoded(value.view()));
    const QByteArray id = formEncoded(client.id.toStdString());
    if (client.proof == Client::Proof::Basic) {
        QByteArray pair = id + ':' + formEncoded(client.secret.view()); // RFC 6749 2.3.1: each is encoded before
        question.authorization = "Basic " + pair.toBase64();
        vault::wipe(pair);
    } else {
        put("client_id", id);
        if (client.proof == Client::Proof::Form)
            put("client_secret", formEncoded(client.secret.view()));
    }
    FormReply reply{.answer = ask(question, std::move(stop))};
    vault::wipe(*question.form);
    vault::wipe(question.authorization);
    if (!reply.answer)
        return reply;
    const WebAnswer &answer = reply.answer.value();
    if (answer.isPage()) {
        reply.answer = answer.status >= 500 ? refusal(endpoint.host(), answer, {}) : pageInstead(endpoint);
        return reply;
    }
    if (answer.status >= 400)
        reply.code = QString::fromStdString(textOf(parsed(answer.body), "error")).left(60);
    return reply;
}

TokenReply requestToken(const QUrl &endpoint, const Client &client, const Form &form, std::chrono::milliseconds limit, std::stop_token stop)
{
    const QString host = endpoint.host();
    FormReply asked = postForm(endpoint, client, form, limit, std::move(stop));
    TokenReply reply{.code = asked.code};
    if (!asked.answer) {
        reply.error = asked.answer.error();
        return reply;
    }
    WebAnswer &answer = asked.answer.value();
    reply.retryAfter = answer.retryAfter;
    reply.clockAhead = answer.clockAhead;
    if (answer.status != 200) {
        reply.error = refusal(host, answer, asked.code);
        qCInfo(lcTokens) << host << "refused with" << asked.code;
        return reply;
    }
    const Json json = parsed(answer.body);
    vault::wipe(answer.body);
    const auto secretOf = [&json](const char *key) { return SecretBytes(std::string_view(textOf(json, key))); };
    reply.token.value = secretOf("access_token");
    const std::string type = textOf(json, "token_type");
    const bool isBearer = type.empty() || QString::fromStdString(type).compare(u"bearer", Qt::CaseInsensitive) == 0;
    if (reply.token.value.isEmpty() || !isBearer) {
        reply.error = noToken(host);
        return reply;
    }
    const Claims claims = readClaims(reply.token.value).value_or(Claims());
    reply.token.issued = UtcTime::now();
    reply.token.expires = endOf(json, reply.token, claims, reply.clockAhead);
    reply.token.principal = claims.subject;
    reply.scopeStated = json.contains("scope");
    reply.token.scope = reply.scopeStated ? QString::fromStdString(textOf(json, "scope")) : claims.scope;
    reply.refreshToken = secretOf("refresh_token");
    reply.idToken = secretOf("id_token");
    reply.granted = true;
    return reply;
}

} // namespace tocsin::tokens
