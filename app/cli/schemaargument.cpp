// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/schemaargument.h"

#include "app/cli/signals.h"
#include "core/base/webaddress.h"
#include "core/decoders/schemastore.h"
#include "core/services/schemafetch.h"
#include "core/services/schemarequest.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QUrl>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>

namespace tocsin::app {

using namespace Qt::StringLiterals;
using decoders::SchemaStore;

namespace {

constexpr qint64 kMostBytes = 8 << 20;
constexpr std::chrono::seconds kPatience{30};
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
    Signals stop;
    QNetworkAccessManager network;
    services::SchemaRequest request(network, url, {.patience = kPatience});
    QEventLoop loop;
    Result<std::string> result = Error{.kind = ErrorKind::Interrupted, .message = QCoreApplication::translate("cli", "Stopped.")};
    QObject::connect(&stop, &Signals::interrupted, &loop, &QEventLoop::quit);
    QObject::connect(&request, &services::SchemaRequest::answered, &loop, [&](const QByteArray &answer) {
        result = answer.toStdString();
        loop.quit();
    });
    QObject::connect(&request, &services::SchemaRequest::failed, &loop, [&](const services::SchemaRequest::Failure &failure) {
        result = failed(failure.kind, failure.why);
        loop.quit();
    });
    loop.exec();
    return result;
}

} // namespace

Result<SchemaArgument> SchemaArgument::open(const QString &argument)
{
    SchemaArgument made;
    if (argument.startsWith(u"http://"_s) || argument.startsWith(u"https://"_s)) {
        if (const QString wrong = webAddressProblem(argument); !wrong.isEmpty())
            return Error{.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("cli", "%1 is not asked for schemas.").arg(QUrl(argument).toDisplayString(QUrl::RemoveUserInfo)),
                         .remedy = wrong};
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

Outcome SchemaArgument::fetch(const std::string &id)
{
    if (m_silent)
        return *m_silent;
    const services::SchemaKey key{m_registry, QString::fromStdString(id).toUInt()};
    const Result<std::string> answer = fetchText(services::SchemaFetch::addressOf(key));
    if (!answer) {
        if (answer.error().kind != ErrorKind::NotFound)
            m_silent = answer.error();
        return answer.error();
    }
    return SchemaStore::instance().add(key.registry, key.id, answer.value());
}

} // namespace tocsin::app
