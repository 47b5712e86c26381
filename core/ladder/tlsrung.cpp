// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ladder/certificates.h"
#include "core/ladder/reach.h"
#include "core/ladder/revocation.h"

#include <QCoreApplication>
#include <QFile>
#include <QSslCipher>
#include <QSslConfiguration>

namespace tocsin::ladder {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("ladder", text);
}

QString protocolName(QSsl::SslProtocol protocol)
{
    return protocol == QSsl::TlsV1_3 ? u"TLS 1.3"_s : protocol == QSsl::TlsV1_2 ? u"TLS 1.2"_s : u"TLS"_s;
}

Error noTls(const Server &server)
{
    return {.kind = ErrorKind::TlsRefused,
            .message = say(QT_TRANSLATE_NOOP("ladder", "%1 does not speak TLS, and this stream asks for it.")).arg(server.name()),
            .remedy = say(QT_TRANSLATE_NOOP("ladder", "Take the broker's port for TLS, or choose a “Security” without it."))};
}

// A handshake that ended without a word on the certificate.
Error refusal(const Server &server, const QString &text)
{
    const auto is = [&text](const char *part) { return text.contains(QLatin1String(part), Qt::CaseInsensitive); };
    Error error{.kind = ErrorKind::TlsRefused, .detail = text};
    if (is("protocol version") || is("unsupported protocol") || is("version too low")) {
        error.message = say(QT_TRANSLATE_NOOP("ladder", "%1 speaks only versions of TLS that are not safe any more (before 1.2).")).arg(server.name());
        error.remedy = say(QT_TRANSLATE_NOOP("ladder", "Tell the broker's people; Tocsin does not go below TLS 1.2."));
    } else if (is("certificate required") || is("bad certificate") || is("handshake failure")) {
        error.message = say(QT_TRANSLATE_NOOP("ladder", "%1 refused the TLS handshake: %2.")).arg(server.name(), text);
        error.remedy = say(QT_TRANSLATE_NOOP("ladder", "It may want a certificate of the client, which Tocsin cannot give; ask its people for a sign-in by password."));
    } else {
        error.message = say(QT_TRANSLATE_NOOP("ladder", "%1 broke off the TLS handshake.")).arg(server.name());
        error.remedy = say(QT_TRANSLATE_NOOP("ladder", "Check port and “Security”: this may not be a port for TLS."));
    }
    return error;
}

struct Handshake {
    Server *server = nullptr;
    QList<QSslError> errors;
    QSslCertificate certificate;
    QMetaObject::Connection connection;

    [[nodiscard]] bool isOver() const { return server->socket->isEncrypted() || server->socket->state() != QAbstractSocket::ConnectedState; }
};

void judge(Handshake &handshake, const Reach &reach, const RevocationLists *lists, const SpeaksPlain &speaksPlain, int waitedMs, const Climb &climb)
{
    Server &server = *handshake.server;
    if (server.socket->isEncrypted()) {
        if (lists)
            server.problem = lists->problemOf(server.socket->peerCertificateChain(), server.socket->sslConfiguration().caCertificates(), server.name());
        return;
    }
    const QString text = server.socket->errorString();
    if (!handshake.errors.isEmpty()) {
        server.problem = certificateProblem(handshake.certificate, handshake.errors, {server.name(), server.host, reach.caFile, ClockEvidence::here()});
    } else if (!handshake.isOver()) {
        server.problem = silence(server, waitedMs);
    } else if (text.contains(u"wrong version number") || text.contains(u"packet length too long") || (speaksPlain && speaksPlain(server, climb))) {
        server.problem = noTls(server);
    } else {
        server.problem = refusal(server, text);
    }
}

RungEnd shakeHands(Reach &reach, const SpeaksPlain &speaksPlain, const Climb &climb)
{
    const std::vector<Server *> asked = reach.alive();
    std::optional<RevocationLists> lists;
    if (!reach.crlFile.isEmpty()) {
        Result<RevocationLists> read = RevocationLists::read(reach.crlFile);
        if (!read)
            return RungEnd::failed(read.error(), u"crl"_s);
        lists = std::move(read).value();
    }
    std::vector<Handshake> handshakes;
    handshakes.reserve(asked.size());
    for (Server *server : asked) {
        if (!prepareTls(*server->socket, server->host, reach.caFile))
            return RungEnd::failed({.kind = ErrorKind::TlsRefused,
                                    .message = say(QT_TRANSLATE_NOOP("ladder", "The CA file %1 holds no certificate that can be read.")).arg(reach.caFile),
                                    .remedy = say(QT_TRANSLATE_NOOP("ladder", "Give a file of certificates in PEM."))},
                                   u"ca"_s);
        Handshake &handshake = handshakes.emplace_back();
        handshake.server = server;
        handshake.connection = QObject::connect(server->socket.get(), &QSslSocket::sslErrors, server->socket.get(), [&handshake](const QList<QSslError> &errors) {
            handshake.errors = errors;
            handshake.certificate = handshake.server->socket->peerCertificate();
        });
        server->socket->startClientEncryption();
    }
    // Time is left for a second look.
    const Climb first = climb.within(std::max(1, climb.left() * 4 / 5));
    (void)first.waitFor([&] { return std::ranges::all_of(handshakes, &Handshake::isOver); });
    for (Handshake &handshake : handshakes) {
        QObject::disconnect(handshake.connection);
        judge(handshake, reach, lists ? &*lists : nullptr, speaksPlain, first.limitMs(), climb);
    }
    const std::vector<Server *> alive = reach.alive();
    if (alive.empty()) {
        const Error problem = asked.front()->problem.value_or(Error{});
        const QList<QSslError> &errors = handshakes.front().errors;
        const bool good = handshakes.front().server->socket->isEncrypted(); // but for what the lists say
        return RungEnd::failed(problem, good ? u"crl"_s : errors.isEmpty() ? u"security"_s : certificateOption(errors));
    }
    const QSslSocket &socket = *alive.front()->socket;
    const QSslCertificate certificate = socket.peerCertificate();
    return RungEnd::held(say(QT_TRANSLATE_NOOP("ladder", "%1, valid to %2, issued by %3"))
                             .arg(protocolName(socket.sessionProtocol()), certificate.expiryDate().toUTC().toString(u"yyyy-MM-dd"_s), issuerName(certificate)));
}

} // namespace

Error silence(const Server &server, int waitedMs)
{
    return {.kind = ErrorKind::TimeLimit,
            .message = say(QT_TRANSLATE_NOOP("ladder", "%1 accepted the connection and then said nothing for %2 s.")).arg(server.name()).arg((waitedMs + 500) / 1000),
            .remedy = say(QT_TRANSLATE_NOOP("ladder", "Check the port: something else may listen there, or a firewall holds the answer back.")),
            .retriable = true};
}

bool prepareTls(QSslSocket &socket, const QString &host, const QString &caFile)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (caFile.isEmpty()) {
        configuration.setCaCertificates(QSslConfiguration::systemCaCertificates());
    } else {
        QFile file(caFile);
        const QList<QSslCertificate> certificates = file.open(QIODevice::ReadOnly) ? QSslCertificate::fromDevice(&file) : QList<QSslCertificate>();
        if (certificates.isEmpty())
            return false;
        configuration.setCaCertificates(certificates);
    }
    socket.setSslConfiguration(configuration);
    socket.setPeerVerifyName(host);
    return true;
}

Step tlsStep(const ReachPtr &reach, SpeaksPlain speaksPlain)
{
    return {.what = u"TLS"_s, .signsIn = false, .go = [reach, speaksPlain = std::move(speaksPlain)](const Climb &climb) { return shakeHands(*reach, speaksPlain, climb); }};
}

} // namespace tocsin::ladder
