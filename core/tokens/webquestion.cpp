// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/webquestion.h"

#include "core/base/webaddress.h"
#include "core/tokens/log.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QEventLoop>
#include <QHostAddress>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslError>
#include <QTimer>

#include <algorithm>
#include <memory>

Q_LOGGING_CATEGORY(lcTokens, "tocsin.tokens", QtInfoMsg)

namespace tocsin::tokens {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBytes = 256 * 1024;
constexpr std::chrono::seconds kLongestPause{3'600};

QString say(const char *text)
{
    return QCoreApplication::translate("tokens", text);
}

Error unreached(ErrorKind kind, const QString &message)
{
    return {.kind = kind, .message = message, .remedy = networkRemedy(), .retriable = true};
}

Error interrupted()
{
    return {.kind = ErrorKind::Interrupted, .message = say(QT_TRANSLATE_NOOP("tokens", "Interrupted."))};
}

Error askPortal(const QString &message)
{
    return {.kind = ErrorKind::NoConnection,
            .message = message,
            .remedy = say(QT_TRANSLATE_NOOP("tokens", "Does this network want a sign-in of its own? Open any page in the browser to see. Else the address is wrong.")),
            .retriable = true};
}

std::optional<QDateTime> httpTime(const QByteArray &text)
{
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text.left(25)), u"ddd, dd MMM yyyy hh:mm:ss"_s);
    if (!time.isValid())
        return {};
    time.setTimeSpec(Qt::UTC);
    return time;
}

std::chrono::seconds pauseAsked(const QByteArray &text, const QDateTime &now)
{
    bool isNumber = false;
    qint64 seconds = text.trimmed().toLongLong(&isNumber);
    if (const std::optional<QDateTime> until = isNumber ? std::nullopt : httpTime(text))
        seconds = now.secsTo(*until);
    return std::clamp(std::chrono::seconds(seconds), std::chrono::seconds(0), kLongestPause);
}

Error certificateError(const QString &host, const QSslError &error)
{
    const bool isTime = error.error() == QSslError::CertificateExpired || error.error() == QSslError::CertificateNotYetValid;
    const QString shown = QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd HH:mm"_s) + u'Z';
    return {.kind = ErrorKind::TlsRefused,
            .message = isTime ? say(QT_TRANSLATE_NOOP("tokens", "The certificate of %1 is not valid at the time that the clock of this computer shows (%2).")).arg(host, shown)
                              : say(QT_TRANSLATE_NOOP("tokens", "The certificate of %1 is not trusted: %2.")).arg(host, error.errorString()),
            .remedy = isTime ? say(QT_TRANSLATE_NOOP("tokens", "Is this clock right? If so, only the people of the server can renew the certificate."))
                             : say(QT_TRANSLATE_NOOP("tokens", "Something between here and there may read along. Try another network, or ask whoever runs this one.")),
            .retriable = true};
}

// Without the reply's own words, which hold the whole address.
Error networkError(const QNetworkReply &reply, const std::optional<QSslError> &certificate)
{
    const QString host = reply.url().host();
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError:
        return unreached(ErrorKind::NameNotResolved, say(QT_TRANSLATE_NOOP("tokens", "The name %1 was not found.")).arg(host));
    case QNetworkReply::ConnectionRefusedError:
        return unreached(ErrorKind::NoConnection, say(QT_TRANSLATE_NOOP("tokens", "%1 refused the connection.")).arg(host));
    case QNetworkReply::SslHandshakeFailedError:
        return certificate ? certificateError(host, *certificate)
                           : unreached(ErrorKind::TlsRefused, say(QT_TRANSLATE_NOOP("tokens", "%1 and this program found no common encryption.")).arg(host));
    default:
        return unreached(ErrorKind::NoConnection, say(QT_TRANSLATE_NOOP("tokens", "The connection to %1 broke.")).arg(host));
    }
}

WebAnswer answerOf(QNetworkReply &reply, int status)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    WebAnswer answer{.status = status};
    answer.type = reply.header(QNetworkRequest::ContentTypeHeader).toString().section(u';', 0, 0).trimmed().toLower();
    answer.body = reply.readAll();
    answer.retryAfter = pauseAsked(reply.rawHeader("Retry-After"), now);
    if (const std::optional<QDateTime> theirs = httpTime(reply.rawHeader("Date")))
        answer.clockAhead = std::chrono::seconds(theirs->secsTo(now));
    return answer;
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
    return askPortal(say(QT_TRANSLATE_NOOP("tokens", "%1 answered with a web page in the place of what was asked.")).arg(url.host()));
}

QString networkRemedy()
{
    return say(QT_TRANSLATE_NOOP("tokens", "Is there a connection to the network, and is the address right?"));
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
        return interrupted();
    const QString host = question.url.host();
    if (const QString problem = addressProblem(question.url); !problem.isEmpty())
        return Error{.kind = ErrorKind::BadArgument,
                     .message = say(QT_TRANSLATE_NOOP("tokens", "The address %1 is not used.")).arg(question.url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)),
                     .remedy = problem};
    QNetworkRequest request(question.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Encoding", "identity"); // what comes is what is counted
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Tocsin/"_s + QCoreApplication::applicationVersion());
    if (!question.authorization.isEmpty())
        request.setRawHeader("Authorization", question.authorization);
    if (question.form)
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);

    // Of its own for each question: no connection, cookie or certificate decision is shared with another.
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(question.form ? network.post(request, *question.form) : network.get(request));
    reply->setReadBufferSize(kMostBytes + 1);
    QEventLoop loop;
    bool isLate = false;
    std::optional<QSslError> certificate;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QObject::connect(reply.get(), &QNetworkReply::sslErrors, &loop, [&](const QList<QSslError> &errors) { certificate = errors.value(0); });
    QObject::connect(reply.get(), &QNetworkReply::readyRead, &loop, [&] {
        if (reply->bytesAvailable() > kMostBytes)
            loop.quit();
    });
    QTimer patience;
    patience.setSingleShot(true);
    QObject::connect(&patience, &QTimer::timeout, &loop, [&] {
        isLate = true;
        loop.quit();
    });
    patience.start(question.limit);
    {
        const std::stop_callback stopped(stop, [&loop] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); });
        if (!reply->isFinished())
            loop.exec(QEventLoop::ExcludeUserInputEvents);
    }
    const bool isTooLong = reply->bytesAvailable() > kMostBytes;
    const bool isWhole = reply->isFinished() && !isLate;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    qCInfo(lcTokens) << "asked" << host << "status" << status << "error" << reply->error();
    if (!isWhole) {
        reply->disconnect(&loop);
        reply->abort();
    }
    if (stop.stop_requested())
        return interrupted();
    if (isTooLong)
        return askPortal(say(QT_TRANSLATE_NOOP("tokens", "The answer of %1 is larger than 256 kB.")).arg(host));
    if (!isWhole)
        return unreached(ErrorKind::NoConnection,
                         say(QT_TRANSLATE_NOOP("tokens", "%1 gave no whole answer within %2 s.")).arg(host).arg(std::max<qint64>(question.limit.count() / 1000, 1)));
    if (status == 0)
        return networkError(*reply, certificate);
    if (status >= 300 && status < 400)
        return askPortal(say(QT_TRANSLATE_NOOP("tokens", "%1 sends on to another address, which is not followed.")).arg(host));
    return answerOf(*reply, status);
}

} // namespace tocsin::tokens
