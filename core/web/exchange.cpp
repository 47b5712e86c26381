// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/web/exchange.h"

#include "core/base/logging.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QEventLoop>
#include <QIODevice>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslError>
#include <QTimer>

#include <algorithm>
#include <memory>

Q_LOGGING_CATEGORY(lcWeb, "tocsin.web", QtInfoMsg)

namespace tocsin::web {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kLongestPause{3'600};

QString say(const char *text)
{
    return QCoreApplication::translate("tokens", text);
}

Error unreached(ErrorKind kind, const QString &message)
{
    return {.kind = kind, .message = message, .remedy = networkRemedy(), .retriable = true};
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

Reply replyOf(QNetworkReply &reply, int status)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Reply answer{.status = status};
    answer.type = reply.header(QNetworkRequest::ContentTypeHeader).toString().section(u';', 0, 0).trimmed().toLower();
    answer.body = reply.readAll();
    const QUrl location = QUrl::fromEncoded(reply.rawHeader("Location"));
    answer.location = location.isEmpty() ? QUrl() : reply.url().resolved(location);
    answer.retryAfter = pauseAsked(reply.rawHeader("Retry-After"), now);
    if (const std::optional<QDateTime> theirs = httpTime(reply.rawHeader("Date")))
        answer.clockAhead = std::chrono::seconds(theirs->secsTo(now));
    return answer;
}

QNetworkRequest networkRequest(const Request &request)
{
    QNetworkRequest made(request.url);
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    made.setRawHeader("Accept", "application/json");
    made.setRawHeader("Accept-Encoding", "identity"); // what comes is what is counted
    made.setHeader(QNetworkRequest::UserAgentHeader, u"Tocsin/"_s + QCoreApplication::applicationVersion());
    if (request.body) {
        made.setHeader(QNetworkRequest::ContentTypeHeader, request.bodyType);
        made.setHeader(QNetworkRequest::ContentLengthHeader, request.body->size());
        made.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    }
    for (const auto &[name, value] : request.headers)
        made.setRawHeader(name, value);
    return made;
}

// Whether the server can have had the question by then.
Sent sentBefore(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
        return Sent::No;
    default:
        return Sent::Maybe;
    }
}

// A body that can be read once. QNetworkAccessManager by itself sends a question again whose connection closes before the answer,
// whatever its method: a second target, a refresh token used twice. From a device that cannot go back it does not.
class OnceDevice final : public QIODevice
{
public:
    explicit OnceDevice(const QByteArray &body) : m_body(body) { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    [[nodiscard]] bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; }
    [[nodiscard]] bool atEnd() const override { return m_at == m_body.size(); }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_body.size() - m_at + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        if (atEnd())
            return -1;
        const qint64 size = std::min<qint64>(most, m_body.size() - m_at);
        std::copy_n(m_body.constData() + m_at, size, data);
        m_at += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray &m_body; // the question's, which outlives it
    qint64 m_at = 0;
};

} // namespace

QString networkRemedy()
{
    return say(QT_TRANSLATE_NOOP("tokens", "Is there a connection to the network, and is the address right?"));
}

Error askPortal(const QString &message)
{
    return {.kind = ErrorKind::NoConnection,
            .message = message,
            .remedy = say(QT_TRANSLATE_NOOP("tokens", "Does this network want a sign-in of its own? Open any page in the browser to see. Else the address is wrong.")),
            .retriable = true};
}

Error interrupted()
{
    return {.kind = ErrorKind::Interrupted, .message = say(QT_TRANSLATE_NOOP("tokens", "Interrupted."))};
}

std::variant<Reply, Failure> exchange(const Request &request, std::stop_token stop)
{
    if (stop.stop_requested())
        return Failure{.error = interrupted()};
    const QString host = request.url.host();
    // Of its own for each question: no connection, cookie or certificate decision is shared with another.
    QNetworkAccessManager network;
    std::unique_ptr<OnceDevice> body;
    if (request.body)
        body = std::make_unique<OnceDevice>(*request.body);
    const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(networkRequest(request), request.method, body.get()));
    reply->setReadBufferSize(request.mostBytes + 1);
    QEventLoop loop;
    bool isLate = false;
    std::optional<QSslError> certificate;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QObject::connect(reply.get(), &QNetworkReply::sslErrors, &loop, [&](const QList<QSslError> &errors) { certificate = errors.value(0); });
    QObject::connect(reply.get(), &QNetworkReply::readyRead, &loop, [&] {
        if (reply->bytesAvailable() > request.mostBytes)
            loop.quit();
    });
    QTimer patience;
    patience.setSingleShot(true);
    QObject::connect(&patience, &QTimer::timeout, &loop, [&] {
        isLate = true;
        loop.quit();
    });
    patience.start(request.limit);
    {
        const std::stop_callback stopped(stop, [&loop] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); });
        if (!reply->isFinished())
            loop.exec(QEventLoop::ExcludeUserInputEvents);
    }
    const bool isTooLong = reply->bytesAvailable() > request.mostBytes;
    const bool isWhole = reply->isFinished() && !isLate;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    qCInfo(lcWeb) << "asked" << host << "status" << status << "error" << reply->error();
    if (!isWhole) {
        reply->disconnect(&loop);
        reply->abort();
    }
    if (stop.stop_requested())
        return Failure{interrupted(), Sent::Maybe};
    if (isTooLong)
        return Failure{askPortal(say(QT_TRANSLATE_NOOP("tokens", "The answer of %1 is larger than %2 kB.")).arg(host).arg(request.mostBytes / 1024)), Sent::Maybe};
    if (!isWhole)
        return Failure{unreached(ErrorKind::NoConnection,
                                 say(QT_TRANSLATE_NOOP("tokens", "%1 gave no whole answer within %2 s.")).arg(host).arg(std::max<qint64>(request.limit.count() / 1000, 1))),
                       Sent::Maybe};
    if (status == 0)
        return Failure{networkError(*reply, certificate), sentBefore(reply->error())};
    return replyOf(*reply, status);
}

} // namespace tocsin::web
