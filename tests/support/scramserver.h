// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCryptographicHash>
#include <QHash>
#include <QHostAddress>
#include <QMessageAuthenticationCode>
#include <QPasswordDigestor>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>

namespace tocsin::tests {

// The server's side of SCRAM over HTTP (RFC 7804), in the test's own loop: hands out its answers only to who proves to know the
// password. Whoever asks speaks real HTTP with it.
class ScramServer final : public QTcpServer
{
public:
    ScramServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { serve(*socket, socket->readAll()); });
            }
        });
        listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QString address(const QString &path = {}) const { return QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path); }

    QHash<QString, QByteArray> bodies; // by path
    QByteArray password = "pencil";
    bool isOpen = false; // asks nobody to sign in
    bool proves = true; // says at the end what only the true server can know
    bool isSilent = false;
    int status = 200;
    QByteArray further; // headers
    QStringList asked; // paths, in order
    QList<QByteArray> requests;

private:
    static constexpr QCryptographicHash::Algorithm kHash = QCryptographicHash::Sha512;
    static QByteArray hmac(const QByteArray &key, const QByteArray &text) { return QMessageAuthenticationCode::hash(text, key, kHash); }

    void serve(QTcpSocket &socket, const QByteArray &request)
    {
        const QString path = QString::fromUtf8(request.split(' ').value(1));
        asked << path;
        requests << request;
        if (isSilent)
            return;
        QByteArray authorization;
        for (const QByteArray &line : request.split('\n')) {
            if (line.toLower().startsWith("authorization:"))
                authorization = line.mid(14).trimmed();
        }
        const auto field = [&authorization](const QByteArray &name) {
            const qsizetype at = authorization.indexOf(name + '=');
            return at < 0 ? QByteArray() : authorization.mid(at + name.size() + 1).split(',').first();
        };
        if (isOpen)
            return answer(socket, status, bodies.value(path), further);
        if (field("sid").isEmpty()) {
            m_clientFirst = QByteArray::fromBase64(field("data")).mid(3); // behind "n,,"
            const QByteArray nonce = m_clientFirst.mid(m_clientFirst.indexOf("r=") + 2);
            m_serverFirst = "r=" + nonce + "server,s=" + QByteArray("salt").toBase64() + ",i=4096";
            return answer(socket, 401, "sign in", "WWW-Authenticate: SCRAM-SHA-512 sid=s1,data=" + m_serverFirst.toBase64() + "\r\n");
        }
        const QByteArray final = QByteArray::fromBase64(field("data"));
        const QByteArray unproved = final.first(final.indexOf(",p="));
        const QByteArray all = m_clientFirst + ',' + m_serverFirst + ',' + unproved;
        const QByteArray salted = QPasswordDigestor::deriveKeyPbkdf2(kHash, password, "salt", 4096, 64);
        const QByteArray stored = QCryptographicHash::hash(hmac(salted, "Client Key"), kHash);
        const QByteArray signature = hmac(stored, all);
        QByteArray key = QByteArray::fromBase64(final.mid(final.indexOf(",p=") + 3));
        for (qsizetype i = 0; i < key.size() && i < signature.size(); ++i)
            key[i] = static_cast<char>(key[i] ^ signature[i]);
        if (QCryptographicHash::hash(key, kHash) != stored)
            return answer(socket, 401, "no", "WWW-Authenticate: SCRAM-SHA-512\r\n");
        const QByteArray proof = "v=" + hmac(hmac(salted, "Server Key"), all).toBase64();
        answer(socket, status, bodies.value(path), further + (proves ? "Authentication-Info: sid=s1,data=" + proof.toBase64() + "\r\n" : QByteArray()));
    }
    static void answer(QTcpSocket &socket, int status, const QByteArray &body, const QByteArray &headers)
    {
        socket.write("HTTP/1.1 " + QByteArray::number(status) + " said\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body);
        socket.disconnectFromHost();
    }

    QByteArray m_clientFirst;
    QByteArray m_serverFirst;
};

} // namespace tocsin::tests
