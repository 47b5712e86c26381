// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tom/tomreply.h"

#include "core/base/webaddress.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace tocsin::tom {

using namespace Qt::StringLiterals;
using Kind = Trouble::Kind;

namespace {

constexpr qsizetype kLongestText = 300;

QString say(const char *text)
{
    return QCoreApplication::translate("tom", text);
}

QString clipped(QString text)
{
    text = text.simplified();
    return text.size() > kLongestText ? text.left(kLongestText) + u'…' : text;
}

// Words of any depth: {"aliases": {"0": {"name": ["…"]}}} is about "aliases".
QString wordsIn(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    QStringList words;
    if (value.isArray()) {
        for (const QJsonValue &each : value.toArray())
            words << wordsIn(each);
    } else if (value.isObject()) {
        for (const QJsonValue &each : value.toObject())
            words << wordsIn(each);
    }
    words.removeAll(QString());
    return words.join(u' ');
}

QMap<QString, QString> fieldsIn(const QJsonDocument &json)
{
    QMap<QString, QString> fields;
    if (!json.isObject()) {
        fields.insert(QString(), clipped(wordsIn(json.isArray() ? QJsonValue(json.array()) : QJsonValue())));
        return fields;
    }
    const QJsonObject object = json.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const bool isWhole = it.key() == u"non_field_errors" || it.key() == u"detail";
        fields.insert(isWhole ? QString() : it.key(), clipped(wordsIn(it.value())));
    }
    return fields;
}

// What a JSON reply says in words; of a page nothing.
QString detailIn(const web::Reply &reply)
{
    if (reply.isPage())
        return {};
    const QJsonDocument json = QJsonDocument::fromJson(reply.body);
    return clipped(wordsIn(json.object().value(u"detail"_s)));
}

Trouble refusedFields(const QJsonDocument &json, const QString &host)
{
    Trouble trouble{.kind = Kind::Refused, .error = {.kind = ErrorKind::BadArgument}, .fields = fieldsIn(json)};
    QStringList parts;
    for (auto it = trouble.fields.cbegin(); it != trouble.fields.cend(); ++it)
        parts << (it.key().isEmpty() ? it.value() : it.key() + u": "_s + it.value());
    trouble.error.message = say(QT_TRANSLATE_NOOP("tom", "%1 did not take it: %2")).arg(host, clipped(parts.join(u"; "_s)));
    trouble.error.remedy = say(QT_TRANSLATE_NOOP("tom", "Change what is named and send it again."));
    return trouble;
}

Trouble signInTrouble(const web::Reply &reply, const QString &host)
{
    const QString detail = detailIn(reply);
    return {.kind = Kind::SignIn,
            .error = {.kind = ErrorKind::SignInRefused,
                      .message = detail.isEmpty() ? say(QT_TRANSLATE_NOOP("tom", "%1 refused this account.")).arg(host)
                                                  : say(QT_TRANSLATE_NOOP("tom", "%1 refused this account: %2")).arg(host, detail),
                      .remedy = say(QT_TRANSLATE_NOOP("tom", "Your profile page there shows the token and renews it; give it with: tocsin accounts renew NAME"))}};
}

Trouble notPermitted(const web::Reply &reply, const QString &host)
{
    const QString detail = detailIn(reply);
    return {.kind = Kind::NotPermitted,
            .error = {.kind = ErrorKind::NotAuthorised,
                      .message = detail.isEmpty() ? say(QT_TRANSLATE_NOOP("tom", "%1 does not permit this account to do that.")).arg(host)
                                                  : say(QT_TRANSLATE_NOOP("tom", "%1 does not permit this account to do that: %2")).arg(host, detail),
                      .remedy = say(QT_TRANSLATE_NOOP("tom", "Ask the people of the TOM for the right, or to set OPEN_URLS = ['/api/*'] where the whole site is locked."))}};
}

bool isSignInPage(const QUrl &url)
{
    return url.path().contains(u"login");
}

// A redirection is never followed: the token would go along, and a POST would become a GET.
Trouble sentOn(const web::Reply &reply, const QUrl &asked)
{
    if (reply.status == 302 && isSignInPage(reply.location))
        return notPermitted(reply, asked.host());
    const QUrl there = reply.location.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    const bool isOpen = there.scheme() == u"http" && asked.scheme() == u"https";
    return {.kind = Kind::Refused,
            .error = {.kind = ErrorKind::BadArgument,
                      .message = say(QT_TRANSLATE_NOOP("tom", "%1 sends on to %2, which is not followed.")).arg(asked.host(), there.toString()),
                      .remedy = isOpen ? say(QT_TRANSLATE_NOOP("tom", "Over http:// everybody on the way could read the token. Ask the people of the TOM for an address with https://."))
                                       : say(QT_TRANSLATE_NOOP("tom", "Give the account the address that the TOM has now."))}};
}

Trouble later(const web::Reply &reply, const QString &host)
{
    return {.kind = Kind::Busy,
            .error = {.kind = ErrorKind::TimeLimit,
                      .message = reply.retryAfter.count() > 0 ? say(QT_TRANSLATE_NOOP("tom", "%1 wants to be asked again in %2 s (HTTP %3).")).arg(host).arg(reply.retryAfter.count()).arg(reply.status)
                                                              : say(QT_TRANSLATE_NOOP("tom", "%1 wants to be asked again later (HTTP %2).")).arg(host).arg(reply.status),
                      .retriable = true},
            .retryAfter = reply.retryAfter};
}

Trouble broken(const web::Reply &reply, const QString &host, bool writes)
{
    return {.kind = writes ? Kind::Unsure : Kind::Away,
            .error = {.kind = ErrorKind::TimeLimit,
                      .message = say(QT_TRANSLATE_NOOP("tom", "%1 broke off with an error of its own (HTTP %2).")).arg(host).arg(reply.status),
                      .remedy = writes ? say(QT_TRANSLATE_NOOP("tom", "Whether it worked is looked up before anything is sent again.")) : say(QT_TRANSLATE_NOOP("tom", "Tell the people of the TOM when it goes on.")),
                      .retriable = true},
            .retryAfter = reply.retryAfter};
}

Trouble notATom(const web::Reply &reply, const QUrl &asked)
{
    return {.kind = Kind::Refused,
            .error = {.kind = ErrorKind::NotFound,
                      .message = say(QT_TRANSLATE_NOOP("tom", "There is no TOM Toolkit at %1 (HTTP %2).")).arg(asked.adjusted(QUrl::RemoveQuery | QUrl::RemoveUserInfo).toString()).arg(reply.status),
                      .remedy = say(QT_TRANSLATE_NOOP("tom", "Give the account the address of the TOM's front page."))}};
}

} // namespace

Trouble troubleIn(const web::Reply &reply, const QUrl &asked, bool writes)
{
    const QString host = asked.host();
    const QJsonDocument json = reply.isPage() ? QJsonDocument() : QJsonDocument::fromJson(reply.body);
    switch (reply.status) {
    case 301:
    case 302:
    case 303:
    case 307:
    case 308:
        return sentOn(reply, asked);
    case 400:
        if (!json.isNull())
            return refusedFields(json, host);
        return {.kind = Kind::Refused,
                .error = {.kind = ErrorKind::BadArgument,
                          .message = say(QT_TRANSLATE_NOOP("tom", "The TOM does not answer under the name %1 (HTTP 400).")).arg(host),
                          .remedy = say(QT_TRANSLATE_NOOP("tom", "Use the name that its own pages have; its people know it as ALLOWED_HOSTS."))}};
    case 401:
        return signInTrouble(reply, host);
    case 403:
        return notPermitted(reply, host);
    case 404:
        if (json.isNull())
            return notATom(reply, asked);
        return {.kind = Kind::NotThere,
                .error = {.kind = ErrorKind::NotFound,
                          .message = say(QT_TRANSLATE_NOOP("tom", "%1 has no such target, or does not show it to this account.")).arg(host),
                          .remedy = say(QT_TRANSLATE_NOOP("tom", "Look for it on the pages of the TOM."))}};
    case 408:
    case 425:
    case 429:
    case 503:
        return later(reply, host);
    default:
        break;
    }
    if (reply.status >= 500)
        return broken(reply, host, writes);
    if (reply.status >= 200 && reply.status < 300) {
        // Somebody on the way, most likely: a network with a sign-in of its own.
        return {.kind = writes ? Kind::Unsure : Kind::Away,
                .error = web::askPortal(say(QT_TRANSLATE_NOOP("tom", "%1 answered with a page in the place of what was asked.")).arg(host))};
    }
    return {.kind = Kind::Refused,
            .error = {.kind = ErrorKind::NotFound,
                      .message = say(QT_TRANSLATE_NOOP("tom", "%1 did not take the question (HTTP %2).")).arg(host).arg(reply.status),
                      .remedy = say(QT_TRANSLATE_NOOP("tom", "Is this the address of a TOM Toolkit?"))}};
}

Trouble troubleIn(const web::Failure &failure, bool writes)
{
    if (writes && failure.sent == web::Sent::Maybe)
        return {.kind = Kind::Unsure, .error = failure.error};
    return {.kind = failure.error.kind == ErrorKind::Interrupted ? Kind::Interrupted : Kind::Away, .error = failure.error};
}

} // namespace tocsin::tom
