// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/kafkaerrors.h"

#include "core/streams/kafka/kafkaclient.h"
#include "core/streams/kafka/proxyroute.h"
#include "core/streams/kafka/tokenfeed.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace tocsin::streams::kafka {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("streams", text);
}

} // namespace

Error explain(rd_kafka_resp_err_t code, const QString &text, const QString &servers)
{
    Error error{.detail = text, .retriable = true};
    const auto is = [&text](const char *part) { return text.contains(QLatin1String(part), Qt::CaseInsensitive); };
    switch (code) {
    case RD_KAFKA_RESP_ERR__RESOLVE:
        error.kind = ErrorKind::NameNotResolved;
        error.message = say(QT_TRANSLATE_NOOP("streams", "The name of the server %1 was not found.")).arg(servers);
        error.remedy = say(QT_TRANSLATE_NOOP("streams", "Check the spelling and the network."));
        return error;
    case RD_KAFKA_RESP_ERR__SSL:
        error.kind = ErrorKind::TlsRefused;
        if (is("certificate verify failed") || is("certificate could not be verified")) {
            error.message = say(QT_TRANSLATE_NOOP("streams", "The certificate of %1 was not accepted.")).arg(servers);
            error.remedy = say(QT_TRANSLATE_NOOP("streams", "Either its issuer is unknown here (give the CA file), or it is for another host name or out of date."));
        } else {
            error.message = say(QT_TRANSLATE_NOOP("streams", "The TLS handshake with %1 was refused.")).arg(servers);
            error.remedy = say(QT_TRANSLATE_NOOP("streams", "Check whether this port speaks TLS, and the CA file."));
        }
        return error;
    case RD_KAFKA_RESP_ERR__AUTHENTICATION:
    case RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED:
    case RD_KAFKA_RESP_ERR_UNSUPPORTED_SASL_MECHANISM:
        if (static const QRegularExpression handshake(u"SASL (\\S+) mechanism handshake failed: (?:.*supported mechanisms: ?(.*))?"_s); handshake.match(text).hasMatch()) {
            const QRegularExpressionMatch match = handshake.match(text);
            Error mechanism = otherMechanism(servers, match.captured(1), match.captured(2).split(u',', Qt::SkipEmptyParts));
            mechanism.detail = text;
            return mechanism;
        }
        error.kind = ErrorKind::SignInRefused;
        error.retriable = false;
        error.message = say(QT_TRANSLATE_NOOP("streams", "%1 refused this user or password.")).arg(servers);
        error.remedy = say(QT_TRANSLATE_NOOP("streams", "Check user, password and mechanism."));
        return error;
    case RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED:
        error.kind = ErrorKind::NotAuthorised;
        error.retriable = false;
        error.message = say(QT_TRANSLATE_NOOP("streams", "This user may not read a topic at %1.")).arg(servers);
        error.remedy = say(QT_TRANSLATE_NOOP("streams", "Ask the broker's people for the right, or leave the topic out."));
        return error;
    case RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED:
        error.kind = ErrorKind::NotAuthorised;
        error.retriable = false;
        error.message = say(QT_TRANSLATE_NOOP("streams", "This user may not use the consumer group at %1.")).arg(servers);
        error.remedy = say(QT_TRANSLATE_NOOP("streams", "Many brokers want group names that begin with the user name; or leave the group empty."));
        return error;
    case RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART:
    case RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC:
    case RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION:
        error.kind = ErrorKind::UnknownTopic;
        error.message = say(QT_TRANSLATE_NOOP("streams", "%1 has no such topic now.")).arg(servers);
        error.remedy = say(QT_TRANSLATE_NOOP("streams", "Nothing may have been sent there yet; Tocsin looks again each minute."));
        return error;
    default:
        break;
    }
    error.kind = ErrorKind::NoConnection;
    if (is("SSL") || is("connecting to a SSL listener")) {
        error.kind = ErrorKind::TlsRefused;
        error.message = say(QT_TRANSLATE_NOOP("streams", "%1 and this stream do not agree on TLS.")).arg(servers);
        error.remedy = say(QT_TRANSLATE_NOOP("streams", "Change “Security”: the port may be plain where TLS is asked, or the other way round."));
    } else if (is("refused")) {
        error.message = say(QT_TRANSLATE_NOOP("streams", "%1 does not accept connections.")).arg(servers);
        error.remedy = say(QT_TRANSLATE_NOOP("streams", "Check host and port; the broker may be down."));
    } else if (is("timed out") || code == RD_KAFKA_RESP_ERR__TIMED_OUT) {
        error.message = say(QT_TRANSLATE_NOOP("streams", "%1 does not answer.")).arg(servers);
        error.remedy = say(QT_TRANSLATE_NOOP("streams", "A firewall may be in between."));
    } else {
        error.message = say(QT_TRANSLATE_NOOP("streams", "The connection to %1 was lost.")).arg(servers);
    }
    return error;
}

Error explain(rd_kafka_t *client, rd_kafka_resp_err_t code, const QString &text, const QString &servers)
{
    if (const ProxyRoute *route = ClientParts::of(client).route.get()) {
        const bool isLost = code == RD_KAFKA_RESP_ERR__TRANSPORT || code == RD_KAFKA_RESP_ERR__RESOLVE || code == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN
            || code == RD_KAFKA_RESP_ERR__TIMED_OUT;
        if (const std::optional<Error> trouble = route->trouble(); trouble && isLost) // of librdkafka's words only the errno is ours
            return *trouble;
        // librdkafka takes the end of a connection within the handshake for a plain listener; here it is the proxy that went.
        if (isLost && text.contains(u"Disconnected"_s))
            return explain(code, {}, servers);
    }
    const TokenFeed *feed = ClientParts::of(client).feed.get();
    const bool signsIn = code == RD_KAFKA_RESP_ERR__AUTHENTICATION || code == RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED;
    if (!feed || !signsIn || text.contains(u"mechanism handshake failed"_s))
        return explain(code, text, servers);
    // librdkafka hands our own words back when there was no token.
    const TokenFeed::State state = feed->state();
    return text.startsWith(u"Failed to acquire SASL OAUTHBEARER token"_s) && state.trouble ? *state.trouble : feed->refusal(text, servers);
}

Error otherMechanism(const QString &servers, const QString &mechanism, const QStringList &offered)
{
    Error error{.kind = ErrorKind::SignInRefused,
                .message = say(QT_TRANSLATE_NOOP("streams", "%1 lets nobody in by %2.")).arg(servers, mechanism),
                .remedy = say(QT_TRANSLATE_NOOP("streams", "Choose another mechanism; user and password were not asked for."))};
    if (!offered.isEmpty())
        error.remedy = say(QT_TRANSLATE_NOOP("streams", "Choose one of the mechanisms it offers: %1. User and password were not asked for.")).arg(offered.join(u", "_s));
    return error;
}

Error topicProblem(rd_kafka_resp_err_t code, const QString &topic, const QString &servers)
{
    Error error = explain(code, {}, servers);
    error.message = (error.kind == ErrorKind::NotAuthorised ? say(QT_TRANSLATE_NOOP("streams", "This user may not read %1"))
                                                            : say(QT_TRANSLATE_NOOP("streams", "%1 does not exist there")))
                        .arg(topic);
    return error;
}

bool tellsMore(const Error &next, const Error &now)
{
    if (now.message.isEmpty())
        return true;
    // "lost" is what every other failure ends in; the first cause stays.
    const auto weight = [](const Error &error) {
        if (error.kind != ErrorKind::NoConnection)
            return 2;
        return error.detail.contains(QLatin1String("brokers are down")) ? 0 : 1;
    };
    return weight(next) >= weight(now);
}

void ClientComplaint::take(rd_kafka_t *client, int code, const char *reason, void *opaque)
{
    ClientParts::userOf<ClientComplaint>(opaque).note(client, code, reason);
}

void ClientComplaint::note(rd_kafka_t *client, int code, const char *reason)
{
    const Error error = explain(client, static_cast<rd_kafka_resp_err_t>(code), QString::fromUtf8(reason), servers);
    const TokenFeed *feed = ClientParts::of(client).feed.get();
    noToken = noToken || (feed && feed->isEmpty());
    if (tellsMore(error, first) || noToken)
        first = error;
}

Error ClientComplaint::orSilence() const
{
    return first.message.isEmpty() ? explain(RD_KAFKA_RESP_ERR__TIMED_OUT, {}, servers) : first;
}

} // namespace tocsin::streams::kafka
