// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/webquestion.h"

#include "core/base/webaddress.h"
#include "core/tokens/log.h"
#include "core/web/exchange.h"

#include <QCoreApplication>
#include <QHostAddress>

Q_LOGGING_CATEGORY(lcTokens, "tocsin.tokens", QtInfoMsg)

namespace tocsin::tokens {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("tokens", text);
}

} // namespace

QString addressProblem(const QUrl &url)
{
    // Discovery documents may hold a query in an address; nothing of ours is added to it.
    const QString problem = webAddressProblem(url.adjusted(QUrl::RemoveQuery).toString());
    if (!problem.isEmpty())
        return problem;
    if (url.scheme() != u"https" && !QHostAddress(url.host()).isLoopback())
        return say(QT_TRANSLATE_NOOP("tokens", "Only https:// is used."));
    return {};
}

Error pageInstead(const QUrl &url)
{
    return web::askPortal(say(QT_TRANSLATE_NOOP("tokens", "%1 answered with a web page in the place of what was asked.")).arg(url.host()));
}

QString networkRemedy()
{
    return web::networkRemedy();
}

QByteArray formEncoded(std::string_view value)
{
    // With nothing to encode it is the same array, which holds somebody else's bytes.
    QByteArray encoded = QByteArray::fromRawData(value.data(), static_cast<qsizetype>(value.size())).toPercentEncoding();
    encoded.detach();
    return encoded;
}

Result<WebAnswer> ask(const WebQuestion &question, std::stop_token stop)
{
    if (stop.stop_requested())
        return web::interrupted();
    if (const QString problem = addressProblem(question.url); !problem.isEmpty())
        return Error{.kind = ErrorKind::BadArgument,
                     .message = say(QT_TRANSLATE_NOOP("tokens", "The address %1 is not used.")).arg(question.url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)),
                     .remedy = problem};
    web::Request request{.url = question.url, .body = question.form, .bodyType = "application/x-www-form-urlencoded", .limit = question.limit};
    if (question.form)
        request.method = "POST";
    if (!question.authorization.isEmpty())
        request.headers.emplace_back("Authorization", question.authorization);
    std::variant<web::Reply, web::Failure> answer = web::exchange(request, std::move(stop));
    if (const auto *failure = std::get_if<web::Failure>(&answer))
        return failure->error;
    auto &reply = std::get<web::Reply>(answer);
    if (reply.isRedirection())
        return web::askPortal(say(QT_TRANSLATE_NOOP("tokens", "%1 sends on to another address, which is not followed.")).arg(question.url.host()));
    return reply;
}

} // namespace tocsin::tokens
