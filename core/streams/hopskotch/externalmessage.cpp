// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/hopskotch/externalmessage.h"

#include "core/base/webaddress.h"
#include "core/streams/hopskotch/httpscram.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

#include <nlohmann/json.hpp>

namespace tocsin::streams::hopskotch {

using namespace Qt::StringLiterals;

namespace {

using Json = nlohmann::json;

QString say(const char *text)
{
    return QCoreApplication::translate("streams", text);
}

Error broken(ErrorKind kind, const char *why, bool retriable = false)
{
    return {.kind = kind, .message = say(why), .retriable = retriable};
}

struct Answer {
    int status = 0;
    QByteArray body;
    QByteArray challenge; // WWW-Authenticate
    QByteArray proof; // Authentication-Info
};

// One GET on a network manager of this thread; ends with the patience, the size or the stop, whichever comes first.
Result<Answer> get(QNetworkAccessManager &network, const QUrl &url, const QByteArray &authorization, const ExternalLimits &limits, const QDeadlineTimer &deadline,
                   const std::stop_token &stop)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    for (const auto attribute : {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::AuthenticationReuseAttribute})
        request.setAttribute(attribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept-Encoding", "identity"); // what comes is what is counted
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Tocsin/"_s + QCoreApplication::applicationVersion());
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    reply->setReadBufferSize(limits.mostBytes + 1);
    QEventLoop loop;
    bool tooLarge = false;
    const auto judge = [&] {
        tooLarge = reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > limits.mostBytes || reply->bytesAvailable() > limits.mostBytes;
        if (tooLarge)
            loop.quit();
    };
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QObject::connect(reply.get(), &QNetworkReply::metaDataChanged, &loop, judge);
    QObject::connect(reply.get(), &QNetworkReply::readyRead, &loop, judge);
    QTimer::singleShot(std::max<qint64>(0, deadline.remainingTime()), &loop, &QEventLoop::quit);
    const std::stop_callback ended(stop, [&loop] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); });
    if (!stop.stop_requested() && !reply->isFinished())
        loop.exec(QEventLoop::ExcludeUserInputEvents);
    if (stop.stop_requested())
        return broken(ErrorKind::Interrupted, QT_TRANSLATE_NOOP("streams", "it was given up"));
    if (tooLarge)
        return broken(ErrorKind::Undecodable, QT_TRANSLATE_NOOP("streams", "it is larger than 64 MiB"));
    if (!reply->isFinished())
        return broken(ErrorKind::TimeLimit, QT_TRANSLATE_NOOP("streams", "there was no whole answer in time"), true);
    Answer answer{.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), .body = reply->readAll(),
                  .challenge = reply->rawHeader("WWW-Authenticate"), .proof = reply->rawHeader("Authentication-Info")};
    if (answer.status == 0)
        return broken(reply->error() == QNetworkReply::SslHandshakeFailedError ? ErrorKind::TlsRefused : ErrorKind::NoConnection,
                      reply->error() == QNetworkReply::SslHandshakeFailedError ? QT_TRANSLATE_NOOP("streams", "the certificate of its server is not trusted")
                                                                               : QT_TRANSLATE_NOOP("streams", "its server does not answer"),
                      true);
    return answer;
}

Result<Answer> signedGet(QNetworkAccessManager &network, const QUrl &url, const ExternalSignIn &signIn, const ExternalLimits &limits, const QDeadlineTimer &deadline,
                         const std::stop_token &stop)
{
    const QByteArray scheme = signIn.mechanism.toUtf8();
    ScramClient scram(scheme == "SCRAM-SHA-256" ? QCryptographicHash::Sha256 : QCryptographicHash::Sha512, signIn.user, signIn.password);
    Result<Answer> asked = get(network, url, scheme + " data=" + scram.first().toBase64(), limits, deadline, stop);
    if (!asked || asked.value().status != 401)
        return asked; // a server that gives it to whoever asks
    const QByteArray challenge = asked.value().challenge;
    const QByteArray session = scramField(challenge, "sid");
    const QByteArray serverFirst = QByteArray::fromBase64(scramField(challenge, "data"));
    if (!challenge.toLower().startsWith(scheme.toLower()) || session.isEmpty() || serverFirst.isEmpty())
        return broken(ErrorKind::SignInRefused, QT_TRANSLATE_NOOP("streams", "its server refused this user or password"));
    const Result<QByteArray> final = scram.final(serverFirst);
    if (!final)
        return final.error();
    Result<Answer> answer = get(network, url, scheme + " sid=" + session + ",data=" + final.value().toBase64(), limits, deadline, stop);
    // A server that does not know the password is not the one that was meant.
    if (answer && answer.value().status / 100 == 2 && !scram.proves(QByteArray::fromBase64(scramField(answer.value().proof, "data"))))
        return broken(ErrorKind::SignInRefused, QT_TRANSLATE_NOOP("streams", "its server could not prove that it knows the password"));
    return answer;
}

QByteArray bytesOf(const Json &value)
{
    if (value.is_binary())
        return {reinterpret_cast<const char *>(value.get_binary().data()), static_cast<qsizetype>(value.get_binary().size())};
    return value.is_string() ? QByteArray::fromStdString(value.get_ref<const std::string &>()) : QByteArray();
}

} // namespace

std::optional<QUrl> placeOf(const Packet &packet)
{
    bool external = false;
    for (const auto &[name, value] : packet.headers) {
        if (name == "_test")
            return std::nullopt; // nobody waits for it
        if (name == "_format")
            external = QString::fromStdString(value).compare(u"external", Qt::CaseInsensitive) == 0;
    }
    if (!external)
        return std::nullopt;
    const Json root = Json::parse(packet.value, nullptr, false);
    if (!root.is_object() || !root.contains("url") || !root["url"].is_string())
        return std::nullopt;
    return QUrl(QString::fromStdString(root["url"].get<std::string>()), QUrl::StrictMode);
}

std::optional<ExternalMessage> readExternal(const QByteArray &answer)
{
    const Json root = Json::from_bson(answer.begin(), answer.end(), true, false);
    if (!root.is_object() || !root.contains("message") || !(root["message"].is_binary() || root["message"].is_string()))
        return std::nullopt;
    ExternalMessage message{.value = bytesOf(root["message"])};
    const Json metadata = root.value("metadata", Json::object());
    if (!metadata.is_object())
        return message;
    if (metadata.contains("key"))
        message.key = bytesOf(metadata["key"]);
    for (const Json &header : metadata.value("headers", Json::array())) {
        if (header.is_array() && header.size() == 2 && header[0].is_string())
            message.headers.emplace_back(header[0].get<std::string>(), bytesOf(header[1]).toStdString());
    }
    return message;
}

Result<ExternalMessage> fetchExternal(const QUrl &place, const QUrl &announced, const ExternalSignIn &signIn, const ExternalLimits &limits, std::stop_token stop)
{
    if (!place.isValid() || !webAddressProblem(place.toString()).isEmpty())
        return broken(ErrorKind::BadArgument, QT_TRANSLATE_NOOP("streams", "its address may not be used"));
    if (!announced.isValid() || !webAddressProblem(announced.toString()).isEmpty() || !isSameServer(place, announced))
        return broken(ErrorKind::NotAuthorised, QT_TRANSLATE_NOOP("streams", "it lies at a server that the broker has not announced"));
    const QDeadlineTimer deadline(limits.patience);
    QNetworkAccessManager network;
    network.setProxy(limits.proxy);
    const bool signs = !signIn.user.isEmpty() && signIn.mechanism.startsWith(u"SCRAM-");
    const Result<Answer> answer = signs ? signedGet(network, place, signIn, limits, deadline, stop) : get(network, place, {}, limits, deadline, stop);
    if (!answer)
        return answer.error();
    switch (const int status = answer.value().status) {
    case 200:
        break;
    case 401:
        return broken(ErrorKind::SignInRefused, QT_TRANSLATE_NOOP("streams", "its server refused this user or password"));
    case 403:
        return broken(ErrorKind::NotAuthorised, QT_TRANSLATE_NOOP("streams", "its server does not hand it out to this user"));
    case 404:
        return broken(ErrorKind::NotFound, QT_TRANSLATE_NOOP("streams", "its server has it no more"));
    default:
        return Error{.kind = ErrorKind::NoConnection, .message = say(QT_TRANSLATE_NOOP("streams", "its server answered %1")).arg(status), .retriable = status >= 500};
    }
    std::optional<ExternalMessage> message = readExternal(answer.value().body);
    if (!message)
        return broken(ErrorKind::Undecodable, QT_TRANSLATE_NOOP("streams", "what its server gave is no message"));
    return std::move(*message);
}

} // namespace tocsin::streams::hopskotch
