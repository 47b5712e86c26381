// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace tocsin::tests {

// Stands in for a network that breaks at the worst moment: passes bytes on between whoever asks and a real server, and swallows the
// replies to what begins with `lost`, once the server has done its work; or holds them back. In the test's own loop.
class LossyProxy final : public QTcpServer
{
public:
    explicit LossyProxy(const QString &server) : m_server(server)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection())
                serve(client);
        });
        listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }

    // Those who still wait for a reply wait no longer.
    void dropAll()
    {
        for (QTcpSocket *client : findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly))
            client->abort();
    }

    QByteArray lost; // "POST /api/targets/"; empty: nothing is
    bool holds = false; // the connection stays open without a word
    int swallowed = 0; // replies

private:
    void serve(QTcpSocket *client)
    {
        auto *server = new QTcpSocket(client);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        server->connectToHost(m_server.host(), static_cast<quint16>(m_server.port()));
        connect(client, &QTcpSocket::readyRead, server, [this, client, server] {
            const QByteArray bytes = client->readAll();
            if (!client->property("loses").isValid())
                client->setProperty("loses", !lost.isEmpty() && bytes.startsWith(lost));
            server->write(bytes);
        });
        connect(server, &QTcpSocket::readyRead, client, [this, client, server] {
            const QByteArray bytes = server->readAll();
            if (!client->property("loses").toBool()) {
                client->write(bytes);
                return;
            }
            if (!client->property("counted").toBool())
                ++swallowed;
            client->setProperty("counted", true);
            if (!holds)
                client->abort();
        });
        connect(server, &QTcpSocket::disconnected, client, [client] {
            if (!client->property("loses").toBool())
                client->disconnectFromHost();
        });
    }

    const QUrl m_server;
};

} // namespace tocsin::tests
