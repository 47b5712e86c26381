// SPDX-License-Identifier: GPL-3.0-or-later
#include "rig/oidcrig.h"

#include "rig/realpart.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrl>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;

namespace tocsin::rig {

namespace {

constexpr int kLimitMs = 30'000;
constexpr int kFetchLimitMs = 320'000;

} // namespace

OidcRig::~OidcRig()
{
    stop();
}

bool OidcRig::up(const Settings &settings)
{
    m_settings = settings;
    return start();
}

bool OidcRig::start()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"OIDC_PORT"_s, QString::number(m_issuer.isEmpty() ? 0 : QUrl(m_issuer).port()));
    environment.insert(u"OIDC_TTL"_s, QString::number(m_settings.tokenSeconds));
    environment.insert(u"OIDC_OPEN"_s, m_settings.rotates ? u"0"_s : u"1"_s);
    m_provider.setProcessEnvironment(environment);
    m_provider.setProcessChannelMode(QProcess::SeparateChannels);
    const QJsonObject told = startPart(m_provider, QStringLiteral(TOCSIN_OIDC_SCRIPT), {u"up"_s, m_folder.path()}, kLimitMs);
    if (!told.contains(u"issuer"_s)) {
        m_why = u"the OpenID provider did not come up: "_s + lastLine(m_provider.readAllStandardError());
        return false;
    }
    m_issuer = told.value(u"issuer"_s).toString();
    return true;
}

void OidcRig::stop()
{
    if (m_provider.state() == QProcess::NotRunning)
        return;
    thaw();
    m_provider.kill();
    m_provider.waitForFinished(kLimitMs);
}

void OidcRig::freeze()
{
    ::kill(static_cast<pid_t>(m_provider.processId()), SIGSTOP);
}

void OidcRig::thaw()
{
    ::kill(static_cast<pid_t>(m_provider.processId()), SIGCONT);
}

bool OidcRig::behave(const QJsonObject &how)
{
    return ask(u"/rig/behave"_s, QJsonDocument(how).toJson(QJsonDocument::Compact)).has_value();
}

bool OidcRig::forgetGrants()
{
    return ask(u"/rig/forget"_s, "{}").has_value();
}

QJsonArray OidcRig::requests(const QString &path)
{
    QJsonArray found;
    const std::optional<QByteArray> all = ask(u"/rig/requests"_s);
    for (const QJsonValue &each : all ? QJsonDocument::fromJson(*all).array() : QJsonArray()) {
        if (path.isEmpty() || each.toObject().value(u"path"_s).toString() == path)
            found.push_back(each);
    }
    return found;
}

std::optional<QByteArray> OidcRig::ask(const QString &path, const QByteArray &form)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_issuer + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    request.setTransferTimeout(kLimitMs);
    const std::unique_ptr<QNetworkReply> reply(form.isEmpty() ? network.get(request) : network.post(request, form));
    waitFor(*reply);
    if (reply->error() != QNetworkReply::NoError) {
        m_why = reply->errorString();
        return {};
    }
    return reply->readAll();
}

QProcess *OidcRig::startPerson(const QString &address, const QStringList &words, QObject *parent)
{
    auto *process = new QProcess(parent);
    process->start(QStringLiteral(TOCSIN_OIDC_SCRIPT), QStringList{u"person"_s, address} + words, QIODevice::ReadOnly);
    return process;
}

std::optional<QString> OidcRig::person(const QString &address, const QStringList &words)
{
    const std::unique_ptr<QProcess> process(startPerson(address, words, nullptr));
    if (!process->waitForFinished(kLimitMs) || process->exitCode() != 0) {
        m_why = lastLine(process->readAllStandardError());
        return {};
    }
    return QString::fromUtf8(process->readAllStandardOutput());
}

int whyNoOidc()
{
    return whyNoPart(QStringLiteral(TOCSIN_OIDC_SCRIPT), kFetchLimitMs);
}

int runWithOidc(QObject *test, int argc, char **argv)
{
    return runWithPart(whyNoOidc(), test, argc, argv);
}

} // namespace tocsin::rig
