// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/redirectlistener.h"

#include "core/tokens/log.h"
#include "core/vault/secretbytes.h"

#include <QCoreApplication>
#include <QTcpSocket>
#include <QTimer>

namespace tocsin::tokens {

using namespace Qt::StringLiterals;

namespace {

QByteArray page(const char *status, const QString &title, const QString &text)
{
    const QByteArray body = u"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Tocsin</title></head><body><h1>%1</h1><p>%2</p></body></html>\n"_s
                                .arg(title.toHtmlEscaped(), text.toHtmlEscaped())
                                .toUtf8();
    return QByteArray("HTTP/1.1 ") + status
        + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\nContent-Security-Policy: default-src 'none'\r\nConnection: close\r\n\r\n"
        + body;
}

QByteArray refuse(const char *status)
{
    return QByteArray("HTTP/1.1 ") + status + "\r\nContent-Length: 0\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";
}

QByteArray pageFor(RedirectListener::Verdict verdict)
{
    switch (verdict) {
    case RedirectListener::Verdict::Taken:
        return page("200 OK", QCoreApplication::translate("tokens", "Signed in"), QCoreApplication::translate("tokens", "Tocsin goes on by itself. This page can be closed."));
    case RedirectListener::Verdict::Declined:
        return page("200 OK", QCoreApplication::translate("tokens", "Not signed in"), QCoreApplication::translate("tokens", "Tocsin says why. This page can be closed."));
    case RedirectListener::Verdict::Ignored:
        break;
    }
    return page("400 Bad Request", QCoreApplication::translate("tokens", "Not the answer that Tocsin waits for"),
                QCoreApplication::translate("tokens", "It may belong to an earlier sign-in. Begin the sign-in in Tocsin again if this page was opened by it."));
}

// The values of a header, which must not stand there twice.
QList<QByteArray> headers(const QList<QByteArray> &lines, const QByteArray &name)
{
    QList<QByteArray> values;
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            values.push_back(line.mid(colon + 1).trimmed());
    }
    return values;
}

} // namespace

RedirectListener::RedirectListener(QString path, Judge judge, Limits limits, QObject *parent)
    : QObject(parent), m_path(std::move(path)), m_judge(std::move(judge)), m_limits(limits)
{
    connect(&m_server, &QTcpServer::newConnection, this, &RedirectListener::accept);
}

RedirectListener::~RedirectListener()
{
    m_server.close();
    for (QTcpSocket *socket : std::as_const(m_sockets))
        socket->disconnect(this);
}

bool RedirectListener::listen()
{
    if (!m_server.listen(QHostAddress(QHostAddress::LocalHost), 0) && !m_server.listen(QHostAddress(QHostAddress::LocalHostIPv6), 0)) {
        qCWarning(lcTokens).noquote() << "no port on this machine to wait at:" << m_server.errorString();
        return false;
    }
    m_host = address().authority().toLatin1();
    return true;
}

void RedirectListener::close()
{
    m_server.close();
}

QUrl RedirectListener::address() const
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(m_server.serverAddress().toString());
    url.setPort(m_server.serverPort());
    url.setPath(m_path);
    return url;
}

QUrlQuery RedirectListener::queryOf(QString text)
{
    return QUrlQuery(text.replace(u'+', u"%20"_s));
}

void RedirectListener::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        socket->setParent(this);
        socket->setReadBufferSize(m_limits.mostBytes + 1);
        m_sockets.push_back(socket);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] { drop(socket); });
        // For all of it: also for an answer that nobody takes.
        QTimer::singleShot(m_limits.patience, socket, [this, socket] { drop(socket); });
        if (m_sockets.size() > m_limits.mostConnections)
            drop(m_sockets.constFirst());
    }
}

void RedirectListener::drop(QTcpSocket *socket)
{
    if (!m_sockets.removeOne(socket))
        return;
    vault::wipe(m_heads[socket]);
    m_heads.remove(socket);
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

void RedirectListener::read(QTcpSocket *socket)
{
    QByteArray &head = m_heads[socket];
    head += socket->read(m_limits.mostBytes + 1 - head.size());
    if (head.size() > m_limits.mostBytes)
        return drop(socket);
    const qsizetype end = head.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    QByteArray request = head.left(end);
    vault::wipe(head);
    socket->disconnect(this);
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] { drop(socket); });
    socket->write(answerTo(request));
    socket->disconnectFromHost();
    vault::wipe(request);
}

QByteArray RedirectListener::answerTo(const QByteArray &head) const
{
    QList<QByteArray> lines = head.split('\n');
    for (QByteArray &line : lines)
        line = line.trimmed();
    const QList<QByteArray> words = lines.first().split(' ');
    if (words.size() != 3 || !words[2].startsWith("HTTP/1."))
        return refuse("400 Bad Request");
    if (headers(lines, "Host") != QList<QByteArray>{m_host}) // a name that was led to this machine (DNS rebinding)
        return refuse("421 Misdirected Request");
    const QString target = QString::fromLatin1(words[1]);
    if (target.section(u'?', 0, 0) != m_path)
        return refuse("404 Not Found");
    if (words[0] != "GET")
        return refuse("405 Method Not Allowed");
    const Verdict verdict = m_server.isListening() ? m_judge(queryOf(target.section(u'?', 1))) : Verdict::Ignored;
    qCInfo(lcTokens) << "an answer of the browser was" << (verdict == Verdict::Ignored ? "ignored" : "taken");
    return pageFor(verdict);
}

} // namespace tocsin::tokens
