// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QPointer>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <functional>

namespace tocsin::tests {

// A stand-in for a web server, on this machine and in the test's own loop: answers each path with the bytes that the test has
// laid down, status line and all, and remembers who asked for what. Whoever asks speaks real HTTP with it.
class HttpStandIn final : public QTcpServer
{
public:
    HttpStandIn()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                serve(socket);
        });
        listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }

    // Status, further headers (each with its \r\n) and body.
    void lay(const QString &path, int status, const QByteArray &body, const QByteArray &headers = {})
    {
        raw[path] = "HTTP/1.1 " + QByteArray::number(status) + " said\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
    }
    QHash<QString, QByteArray> raw; // what is sent, as it is
    std::function<QByteArray(const QByteArray &request)> refuse; // answers instead, where it says anything
    QStringList silent; // paths that get no answer
    QStringList dripping; // paths whose answer comes byte by byte, a few each second
    QStringList asked; // paths, in order
    QList<QByteArray> requests; // as they came

private:
    void serve(QTcpSocket *socket)
    {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            const QByteArray request = socket->readAll();
            const QString path = QString::fromUtf8(request.split(' ').value(1));
            asked << path;
            requests << request;
            if (silent.contains(path))
                return;
            const QByteArray refusal = refuse ? refuse(request) : QByteArray();
            const QByteArray answer = !refusal.isEmpty() ? refusal : raw.value(path, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            if (!dripping.contains(path)) {
                socket->write(answer);
                socket->disconnectFromHost();
                return;
            }
            auto *drip = new QTimer(socket);
            connect(drip, &QTimer::timeout, socket, [socket, answer, at = 0]() mutable {
                if (at < answer.size())
                    socket->write(answer.mid(at++, 1));
            });
            drip->start(20);
        });
    }
};

} // namespace tocsin::tests
