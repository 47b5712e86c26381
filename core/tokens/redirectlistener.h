// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>
#include <functional>

class QTcpSocket;

namespace tocsin::tokens {

// Waits on this machine for the browser to be sent back (RFC 8252 7.3): 127.0.0.1, else [::1], on a free port, never another
// address. Answers GET of one path with the right Host and nothing else, with a page that never repeats what was asked. Holds
// 8 connections of 8 kB and 5 s each; one more pushes out the oldest. On the main thread; owned by the flow, which closes it
// after the one answer.
class RedirectListener final : public QObject
{
    Q_OBJECT
public:
    struct Limits {
        std::chrono::milliseconds patience{5'000};
        int mostConnections = 8;
        qint64 mostBytes = 8'192;
    };
    enum class Verdict { Ignored, Taken, Declined };
    using Judge = std::function<Verdict(const QUrlQuery &)>;

    // `path` begins with "/". The judge is asked for every request that could be the answer.
    RedirectListener(QString path, Judge judge, Limits limits, QObject *parent = nullptr);
    ~RedirectListener() override;

    [[nodiscard]] bool listen();
    void close(); // what is being answered is still sent
    [[nodiscard]] bool isOpen() const { return m_server.isListening(); }
    [[nodiscard]] QUrl address() const; // where the browser is to be sent

    // From what stands behind "?"; blanks may be written as "+".
    [[nodiscard]] static QUrlQuery queryOf(QString text);

private:
    void accept();
    void read(QTcpSocket *socket);
    void drop(QTcpSocket *socket);
    [[nodiscard]] QByteArray answerTo(const QByteArray &head) const;

    const QString m_path;
    const Judge m_judge;
    const Limits m_limits;
    QTcpServer m_server;
    QByteArray m_host; // what the Host header must be
    QList<QTcpSocket *> m_sockets; // the oldest first
    QHash<QTcpSocket *, QByteArray> m_heads;
};

} // namespace tocsin::tokens
