// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/schemarequest.h"

#include "core/base/webaddress.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace tocsin::services {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostRedirects = 3;

ErrorKind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return ErrorKind::NameNotResolved;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorKind::TlsRefused;
    case QNetworkReply::ContentNotFoundError:
        return ErrorKind::NotFound;
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentAccessDenied:
        return ErrorKind::NotAuthorised;
    default:
        return ErrorKind::NoConnection;
    }
}

// Without the reply's own words, which hold the whole address.
QString wordsFor(const QNetworkReply &reply, int status)
{
    if (status == 404)
        return QCoreApplication::translate("services", "the registry does not know it (404)");
    if (status >= 400 || (status > 0 && reply.error() == QNetworkReply::NoError))
        return QCoreApplication::translate("services", "the registry answered %1").arg(status);
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError:
        return QCoreApplication::translate("services", "the name of the registry was not found");
    case QNetworkReply::ConnectionRefusedError:
        return QCoreApplication::translate("services", "the registry refused the connection");
    case QNetworkReply::SslHandshakeFailedError:
        return QCoreApplication::translate("services", "the certificate of the registry is not trusted");
    default:
        return QCoreApplication::translate("services", "the connection to the registry broke");
    }
}

} // namespace

SchemaRequest::SchemaRequest(QNetworkAccessManager &network, const QUrl &url, Limits limits, QObject *parent)
    : QObject(parent), m_network(network), m_limits(limits)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { fail(ErrorKind::TimeLimit, QCoreApplication::translate("services", "there was no whole answer in time")); });
    m_patience.start(limits.patience); // for the whole, not for each byte
    QMetaObject::invokeMethod(this, [this, url] { ask(url); }, Qt::QueuedConnection);
}

SchemaRequest::~SchemaRequest()
{
    drop();
}

void SchemaRequest::ask(const QUrl &url)
{
    // Whoever wrote the configuration file has not been through the dialog's checks.
    if (const QString wrong = webAddressProblem(url.toString()); !wrong.isEmpty()) {
        fail(ErrorKind::BadArgument, QCoreApplication::translate("services", "its address may not be used"));
        return;
    }
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept", "application/vnd.schemaregistry.v1+json, application/json");
    request.setRawHeader("Accept-Encoding", "identity"); // what comes is what is counted
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Tocsin/"_s + QCoreApplication::applicationVersion());
    m_reply = m_network.get(request);
    m_reply->setReadBufferSize(m_limits.mostBytes + 1);
    // Queued: a reply is not to be ended from within its own signal.
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &SchemaRequest::judgeSize, Qt::QueuedConnection);
    connect(m_reply, &QNetworkReply::readyRead, this, &SchemaRequest::judgeSize, Qt::QueuedConnection);
    connect(m_reply, &QNetworkReply::finished, this, &SchemaRequest::finish, Qt::QueuedConnection);
}

void SchemaRequest::judgeSize()
{
    if (!m_reply)
        return;
    const qint64 said = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (said > m_limits.mostBytes || m_reply->bytesAvailable() > m_limits.mostBytes)
        fail(ErrorKind::Undecodable, QCoreApplication::translate("services", "the answer is larger than 1 MiB"));
}

void SchemaRequest::finish()
{
    if (!m_reply)
        return;
    judgeSize();
    if (!m_reply)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QVariant target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute);
    if (target.isValid()) {
        const QUrl next = m_reply->url().resolved(target.toUrl());
        if (!isSameServer(next, m_reply->url()) || !webAddressProblem(next.toString()).isEmpty()) {
            fail(ErrorKind::NotAuthorised, QCoreApplication::translate("services", "it sends on to another server, which is not asked"));
        } else if (++m_redirects > kMostRedirects) {
            fail(ErrorKind::Undecodable, QCoreApplication::translate("services", "it sends on in a circle"));
        } else {
            drop();
            ask(next);
        }
    } else if (m_reply->error() != QNetworkReply::NoError || status != 200) {
        fail(kindOf(m_reply->error()), wordsFor(*m_reply, status));
    } else {
        const QByteArray answer = m_reply->readAll();
        m_patience.stop();
        drop();
        Q_EMIT answered(answer);
    }
}

void SchemaRequest::drop()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    if (m_reply->isRunning())
        m_reply->abort();
    m_reply->deleteLater();
    m_reply.clear();
}

void SchemaRequest::fail(ErrorKind kind, const QString &why)
{
    m_patience.stop();
    drop();
    Q_EMIT failed({kind, why});
}

} // namespace tocsin::services
