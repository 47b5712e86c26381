// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/schemafetch.h"

#include "core/base/logging.h"
#include "core/base/webaddress.h"

#include <QCoreApplication>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

namespace tocsin::services {

using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int kMostAtOnce = 2;
constexpr size_t kMostWanted = 64; // numbers come from packets: nobody may make us ask for a million
constexpr int kMostRedirects = 3;

Error failure(ErrorKind kind, const SchemaKey &key, const QString &why)
{
    return {.kind = kind,
            .message = QCoreApplication::translate("services", "Schema %1 cannot be had from %2: %3.").arg(key.id).arg(QUrl(QString::fromStdString(key.registry)).host(), why),
            .remedy = QCoreApplication::translate("services", "The alerts that need it are kept and wait. Check the stream's schema registry.")};
}

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

SchemaFetch::SchemaFetch(Settings settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    m_network.setAutoDeleteReplies(true);
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &SchemaFetch::beginNext);
}

SchemaFetch::~SchemaFetch()
{
    stop();
}

QUrl SchemaFetch::addressOf(const SchemaKey &key)
{
    return QUrl(QString::fromStdString(key.registry) + u"/schemas/ids/"_s + QString::number(key.id));
}

void SchemaFetch::stop()
{
    m_stopped = true;
    m_next.stop();
    for (auto &[key, one] : m_tries) {
        if (one.reply) {
            one.reply->disconnect(this);
            one.reply->abort();
        }
    }
    m_tries.clear();
}

void SchemaFetch::want(const SchemaKey &key)
{
    if (m_stopped || m_tries.contains(key) || m_tries.size() >= kMostWanted)
        return;
    m_tries[key].next = Clock::now();
    beginNext();
}

void SchemaFetch::tryNow()
{
    for (auto &[key, one] : m_tries)
        one.next = Clock::now();
    beginNext();
}

int SchemaFetch::inFlight() const
{
    return static_cast<int>(std::ranges::count_if(m_tries, [](const auto &entry) { return entry.second.reply != nullptr; }));
}

void SchemaFetch::beginNext()
{
    while (!m_stopped && inFlight() < kMostAtOnce) {
        auto nearest = m_tries.end();
        for (auto it = m_tries.begin(); it != m_tries.end(); ++it) {
            if (!it->second.reply && !it->second.judged && (nearest == m_tries.end() || it->second.next < nearest->second.next))
                nearest = it;
        }
        if (nearest == m_tries.end())
            return;
        const auto left = nearest->second.next - Clock::now();
        if (left > Clock::duration::zero()) {
            m_next.start(std::chrono::ceil<std::chrono::milliseconds>(left));
            return;
        }
        const SchemaKey key = nearest->first;
        nearest->second.redirects = 0;
        begin(key, addressOf(key));
    }
}

void SchemaFetch::begin(const SchemaKey &key, const QUrl &url)
{
    // Whoever wrote the configuration file has not been through the dialog's checks.
    if (const QString wrong = webAddressProblem(url.toString()); !wrong.isEmpty()) {
        fail(key, failure(ErrorKind::BadArgument, key, QCoreApplication::translate("services", "its address may not be used")));
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
    QNetworkReply *reply = m_network.get(request);
    m_tries[key].reply = reply;
    reply->setReadBufferSize(m_settings.mostBytes + 1);
    auto tooLarge = std::make_shared<bool>(false);
    auto tooLate = std::make_shared<bool>(false);
    const auto judgeSize = [this, reply, tooLarge] {
        const qint64 said = reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
        if (said > m_settings.mostBytes || reply->bytesAvailable() > m_settings.mostBytes) {
            *tooLarge = true;
            QMetaObject::invokeMethod(reply, &QNetworkReply::abort, Qt::QueuedConnection); // not from within its own signal
        }
    };
    connect(reply, &QNetworkReply::metaDataChanged, this, judgeSize);
    connect(reply, &QNetworkReply::readyRead, this, judgeSize);
    connect(reply, &QNetworkReply::finished, this, [this, key, reply, tooLarge, tooLate] { finish(key, *reply, *tooLarge, *tooLate); });
    // For the whole, not for each byte.
    auto *limit = new QTimer(reply);
    limit->setSingleShot(true);
    connect(limit, &QTimer::timeout, reply, [reply, tooLate] {
        *tooLate = true;
        reply->abort();
    });
    limit->start(m_settings.patience);
}

void SchemaFetch::finish(const SchemaKey &key, QNetworkReply &reply, bool tooLarge, bool tooLate)
{
    const auto it = m_tries.find(key);
    if (m_stopped || it == m_tries.end())
        return;
    it->second.reply = nullptr;
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QVariant target = reply.attribute(QNetworkRequest::RedirectionTargetAttribute);
    if (tooLarge) {
        fail(key, failure(ErrorKind::Undecodable, key, QCoreApplication::translate("services", "the answer is larger than 1 MiB")));
    } else if (tooLate) {
        fail(key, failure(ErrorKind::TimeLimit, key, QCoreApplication::translate("services", "there was no whole answer in time")));
    } else if (target.isValid()) {
        const QUrl next = reply.url().resolved(target.toUrl());
        if (!isSameServer(next, reply.url()) || !webAddressProblem(next.toString()).isEmpty())
            fail(key, failure(ErrorKind::NotAuthorised, key, QCoreApplication::translate("services", "it sends on to another server, which is not asked")));
        else if (++it->second.redirects > kMostRedirects)
            fail(key, failure(ErrorKind::Undecodable, key, QCoreApplication::translate("services", "it sends on in a circle")));
        else
            begin(key, next);
    } else if (reply.error() != QNetworkReply::NoError || status != 200) {
        fail(key, failure(kindOf(reply.error()), key, wordsFor(reply, status)));
    } else {
        it->second.judged = true;
        Q_EMIT fetched(key, reply.readAll());
    }
    beginNext();
}

void SchemaFetch::accept(const SchemaKey &key)
{
    m_tries.erase(key);
    beginNext();
}

void SchemaFetch::refuse(const SchemaKey &key, const Error &why)
{
    if (m_stopped || !m_tries.contains(key))
        return;
    fail(key, why);
    beginNext();
}

void SchemaFetch::fail(const SchemaKey &key, Error error)
{
    Try &one = m_tries[key];
    one.judged = false;
    const auto pause = std::min<std::chrono::milliseconds>(m_settings.longestPause, m_settings.firstPause * (1 << std::min(one.failures, 20)));
    ++one.failures;
    one.next = Clock::now() + pause;
    qCInfo(lcServices).noquote() << error.message << "next try in" << pause.count() << "ms";
    Q_EMIT failed(key, error, UtcTime::fromUs(UtcTime::now().us + std::chrono::duration_cast<std::chrono::microseconds>(pause).count()));
}

} // namespace tocsin::services
