// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/schemaargument.h"

#include "core/decoders/schemastore.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTimer>
#include <QUrl>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>

namespace tocsin::app {

using namespace Qt::StringLiterals;
using decoders::SchemaStore;

namespace {

constexpr qint64 kMostBytes = 8 << 20;
constexpr int kPatienceMs = 30'000;
constexpr int kMostNeighbours = 1'000;

Error unusable(const QString &name, const QString &why)
{
    return {.kind = ErrorKind::BadArgument,
            .message = QCoreApplication::translate("cli", "The schema of %1 cannot be used: %2.").arg(name, why),
            .remedy = QCoreApplication::translate("cli", "Give an Avro schema; the types it names are looked for in the .avsc files beside it.")};
}

Result<std::string> readFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return unusable(name, file.errorString());
    const QByteArray bytes = file.read(kMostBytes + 1);
    if (bytes.size() > kMostBytes)
        return unusable(name, QCoreApplication::translate("cli", "it is larger than 8 MiB"));
    return bytes.toStdString();
}

// Full names of the types that the files of a folder declare, each with its text.
std::map<std::string, std::string> neighbours(const QString &file)
{
    std::map<std::string, std::string> found;
    const QDir folder = QFileInfo(file).dir();
    QStringList names = folder.entryList({u"*.avsc"_s, u"*.json"_s}, QDir::Files, QDir::Name);
    names.resize(std::min<qsizetype>(kMostNeighbours, names.size()));
    for (const QString &name : names) {
        const Result<std::string> text = readFile(folder.filePath(name));
        if (!text)
            continue;
        const nlohmann::json json = nlohmann::json::parse(text.value(), nullptr, false, true);
        if (!json.is_object() || !json.contains("name") || !json["name"].is_string())
            continue;
        std::string full = json["name"].get<std::string>();
        if (full.find('.') == std::string::npos && json.contains("namespace") && json["namespace"].is_string())
            full = json["namespace"].get<std::string>() + '.' + full;
        found.emplace(std::move(full), text.value());
    }
    return found;
}

Result<std::string> fetchText(const QUrl &url)
{
    const auto failed = [&](ErrorKind kind, const QString &why) {
        return Error{.kind = kind,
                     .message = QCoreApplication::translate("cli", "%1 gave no schema: %2.").arg(url.toDisplayString(), why),
                     .remedy = QCoreApplication::translate("cli", "Check the address, or give the schema as a file.")};
    };
    QNetworkAccessManager network;
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setTransferTimeout(kPatienceMs);
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QEventLoop loop;
    bool tooLarge = false;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QObject::connect(reply.get(), &QNetworkReply::downloadProgress, &loop, [&](qint64 received, qint64) {
        if (received > kMostBytes) {
            tooLarge = true;
            reply->abort();
        }
    });
    QTimer::singleShot(kPatienceMs, reply.get(), &QNetworkReply::abort);
    loop.exec();
    if (tooLarge)
        return failed(ErrorKind::Undecodable, QCoreApplication::translate("cli", "it is larger than 8 MiB"));
    switch (reply->error()) {
    case QNetworkReply::NoError:
        return reply->readAll().toStdString();
    case QNetworkReply::HostNotFoundError:
        return failed(ErrorKind::NameNotResolved, reply->errorString());
    case QNetworkReply::SslHandshakeFailedError:
        return failed(ErrorKind::TlsRefused, reply->errorString());
    case QNetworkReply::ContentNotFoundError:
        return failed(ErrorKind::NotFound, reply->errorString());
    case QNetworkReply::OperationCanceledError:
        return failed(ErrorKind::TimeLimit, QCoreApplication::translate("cli", "there was no whole answer within 30 s"));
    default:
        return failed(ErrorKind::NoConnection, reply->errorString());
    }
}

} // namespace

Result<SchemaArgument> SchemaArgument::open(const QString &argument)
{
    SchemaArgument made;
    if (argument.startsWith(u"http://"_s) || argument.startsWith(u"https://"_s)) {
        static const QRegularExpression one(u"(\\.avsc|\\.json|/ids/\\d+|/versions/[^/]+|/schema)/?$"_s);
        const QUrl url(argument);
        if (!one.match(url.path()).hasMatch()) {
            made.m_registry = argument.toStdString();
            while (made.m_registry.ends_with('/'))
                made.m_registry.pop_back();
            return made;
        }
        const Result<std::string> answer = fetchText(url);
        if (!answer)
            return answer.error();
        made.m_text = SchemaStore::schemaTextOf(answer.value());
        return made;
    }
    const Result<std::string> text = readFile(argument);
    if (!text)
        return text.error();
    std::optional<std::map<std::string, std::string>> beside;
    const SchemaStore::Inlined whole = SchemaStore::inlined(SchemaStore::schemaTextOf(text.value()), [&](std::string_view name) -> std::optional<std::string> {
        if (!beside)
            beside = neighbours(argument);
        const auto it = beside->find(std::string(name));
        return it == beside->end() ? std::nullopt : std::optional(it->second);
    });
    if (!whole.error.empty())
        return unusable(argument, QString::fromStdString(whole.error));
    made.m_text = whole.text;
    return made;
}

Outcome SchemaArgument::fetch(const std::string &id) const
{
    const Result<std::string> answer = fetchText(QUrl(QString::fromStdString(m_registry + "/schemas/ids/" + id)));
    if (!answer)
        return answer.error();
    return SchemaStore::instance().add(m_registry, QString::fromStdString(id).toUInt(), answer.value());
}

} // namespace tocsin::app
