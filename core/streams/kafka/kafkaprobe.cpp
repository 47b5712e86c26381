// SPDX-License-Identifier: GPL-3.0-or-later
// Messages: kafka.apache.org/protocol, "Protocol Primitive Types", ApiVersions (Version: 0), SaslHandshake (Version: 1).
#include "core/streams/kafka/kafkaprobe.h"

#include <QDataStream>
#include <QtEndian>

#include <algorithm>

namespace tocsin::streams::kafka {

using ladder::Climb;
using ladder::Server;

namespace {

constexpr qint16 kSaslHandshake = 17;
constexpr qint16 kApiVersions = 18;
constexpr qint16 kUnsupportedMechanism = 33;
constexpr qint16 kIllegalSaslState = 34;
constexpr qint32 kLargestAnswer = 65'536;
constexpr int kTrialMs = 1'500; // a second look from another side

void putText(QDataStream &out, const QByteArray &text)
{
    out << static_cast<qint16>(text.size());
    out.writeRawData(text.constData(), static_cast<int>(text.size()));
}

QByteArray request(qint16 key, qint16 version, qint32 number, const QByteArray &body)
{
    QByteArray text;
    QDataStream out(&text, QIODevice::WriteOnly);
    out << qint32(0) << key << version << number;
    putText(out, "tocsin");
    out.writeRawData(body.constData(), static_cast<int>(body.size()));
    out.device()->seek(0);
    out << static_cast<qint32>(text.size() - 4);
    return text;
}

// The answer to request `number` without its length and number; empty: none came. `raw` is what came instead.
QByteArray answer(QSslSocket &socket, qint32 number, const Climb &climb, QByteArray *raw = nullptr)
{
    QByteArray came;
    const auto length = [&came] { return came.size() < 4 ? -1 : qFromBigEndian<qint32>(came.constData()); };
    (void)climb.waitFor([&] {
        came += socket.readAll();
        const qint32 size = length();
        return (size >= 0 && (size > kLargestAnswer || came.size() >= size + 4)) || socket.state() != QAbstractSocket::ConnectedState;
    });
    if (raw)
        *raw = came;
    if (length() < 4 || length() > kLargestAnswer || came.size() < length() + 4 || qFromBigEndian<qint32>(came.constData() + 4) != number)
        return {};
    return came.sliced(8, length() - 4);
}

} // namespace

Probe askWhoSpeaks(QSslSocket &socket, const Climb &climb)
{
    Probe probe;
    socket.write(request(kApiVersions, 0, 1, {}));
    QByteArray raw;
    const QByteArray reply = answer(socket, 1, climb, &raw);
    if (!reply.isEmpty())
        probe.speaks = Probe::Speaks::Kafka;
    else if (raw.startsWith(QByteArrayView("\x15\x03", 2))) // an alert of TLS
        probe.speaks = Probe::Speaks::Tls;
    else if (!raw.isEmpty())
        probe.speaks = Probe::Speaks::SomethingElse;
    else if (socket.state() == QAbstractSocket::ConnectedState)
        probe.speaks = Probe::Speaks::Nothing;
    return probe;
}

void askMechanisms(QSslSocket &socket, const QString &mechanism, Probe &probe, const Climb &climb)
{
    QByteArray body;
    QDataStream out(&body, QIODevice::WriteOnly);
    putText(out, mechanism.toUtf8());
    socket.write(request(kSaslHandshake, 1, 2, body));
    const QByteArray reply = answer(socket, 2, climb);
    if (reply.isEmpty())
        return;
    QDataStream in(reply);
    qint16 code = 0;
    qint32 count = 0;
    in >> code >> count;
    for (qint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        qint16 size = 0;
        in >> size;
        QByteArray name(std::max<qint16>(0, size), '\0');
        if (in.readRawData(name.data(), static_cast<int>(name.size())) == name.size())
            probe.mechanisms.push_back(QString::fromUtf8(name));
    }
    probe.mechanisms.sort();
    if (code == 0)
        probe.signIn = Probe::SignIn::Offered;
    else if (code == kUnsupportedMechanism)
        probe.signIn = Probe::SignIn::OtherMechanisms;
    else if (code == kIllegalSaslState)
        probe.signIn = Probe::SignIn::NotHere;
}

bool speaksTls(const Server &server, const Climb &climb)
{
    const Climb trial = climb.within(kTrialMs);
    const auto socket = ladder::connectAgain(server, trial);
    if (!socket)
        return false;
    socket->setPeerVerifyMode(QSslSocket::VerifyNone); // only whether: nothing is sent over it
    socket->startClientEncryption();
    (void)trial.waitFor([&socket] { return socket->isEncrypted() || socket->state() != QAbstractSocket::ConnectedState; });
    return socket->isEncrypted();
}

bool speaksPlainKafka(const Server &server, const Climb &climb)
{
    const Climb trial = climb.within(kTrialMs);
    const auto socket = ladder::connectAgain(server, trial);
    return socket && askWhoSpeaks(*socket, trial).speaks == Probe::Speaks::Kafka;
}

} // namespace tocsin::streams::kafka
