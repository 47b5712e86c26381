// SPDX-License-Identifier: GPL-3.0-or-later
#include "rig/tomrig.h"

#include "rig/realpart.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcessEnvironment>

#include <memory>

using namespace Qt::StringLiterals;

namespace tocsin::rig {

namespace {

constexpr int kLimitMs = 120'000; // the first start of a kind makes the site
constexpr int kFetchLimitMs = 1'300'000;

} // namespace

TomRig::~TomRig()
{
    stop();
}

bool TomRig::up(const QString &site)
{
    m_site = site;
    return start();
}

bool TomRig::start()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TOM_PORT"_s, QString::number(m_url.isEmpty() ? 0 : QUrl(m_url).port()));
    m_server.setProcessEnvironment(environment);
    const QJsonObject told = startPart(m_server, QStringLiteral(TOCSIN_TOM_SCRIPT), {u"up"_s, m_folder.path(), m_site}, kLimitMs);
    if (!told.contains(u"url"_s)) {
        m_why = u"the TOM did not come up: "_s + lastLine(m_server.readAllStandardError());
        return false;
    }
    m_url = told.value(u"url"_s).toString();
    return true;
}

void TomRig::stop()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    m_server.closeWriteChannel();
    if (!m_server.waitForFinished(10'000)) {
        m_server.kill();
        m_server.waitForFinished(kLimitMs);
    }
}

TomRig::Answer TomRig::ask(const QByteArray &method, const QString &path, const QByteArray &authorization, const QByteArray &body) const
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_url + path));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setTransferTimeout(kLimitMs);
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method, body));
    waitFor(*reply);
    Answer answer{.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), .body = reply->readAll(), .retryAfter = reply->rawHeader("Retry-After")};
    answer.json = QJsonDocument::fromJson(answer.body);
    return answer;
}

int TomRig::targetsNamed(const QString &name) const
{
    const QJsonArray found = ask("GET", u"/api/targets/?limit=10000&name="_s + QString::fromLatin1(QUrl::toPercentEncoding(name)), m_site == u"old" ? byPassword("root") : byToken("root"))
                                 .json.object()
                                 .value(u"results"_s)
                                 .toArray();
    int count = 0;
    for (const QJsonValue &each : found)
        count += each.toObject().value(u"name"_s).toString() == name ? 1 : 0;
    return count;
}

int TomRig::asked(const QByteArray &words) const
{
    QFile log(m_folder.filePath(u"access.log"_s));
    return log.open(QIODevice::ReadOnly) ? static_cast<int>(log.readAll().count(words)) : 0;
}

std::optional<QString> TomRig::manage(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(QStringLiteral(TOCSIN_TOM_SCRIPT), QStringList{u"manage"_s, m_folder.path()} + arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(kLimitMs) || process.exitCode() != 0) {
        m_why = lastLine(process.readAllStandardError());
        return {};
    }
    return QString::fromUtf8(process.readAllStandardOutput());
}

QByteArray TomRig::token(const char *user)
{
    const QByteArray name(user);
    return QByteArray(40, name == "root" ? 'a' : static_cast<char>(name.front() + 1));
}

int runWithTom(QObject *test, int argc, char **argv)
{
    return runWithPart(whyNoPart(QStringLiteral(TOCSIN_TOM_SCRIPT), kFetchLimitMs), test, argc, argv);
}

} // namespace tocsin::rig
