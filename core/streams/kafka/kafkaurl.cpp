// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/kafkastream.h"

#include "core/options/optiontable.h"

#include <QCoreApplication>
#include <QUuid>
#include <QVariantMap>

namespace tocsin::streams::kafka {

using namespace Qt::StringLiterals;

namespace {

Error wrong(qsizetype position, const QString &what)
{
    return {.kind = ErrorKind::BadArgument,
            .message = QCoreApplication::translate("streams", "Stream URL, position %1: %2").arg(position + 1).arg(what),
            .remedy = QCoreApplication::translate("streams", "Write kafka://HOST:9092/TOPIC?key=value.")};
}

QString say(const char *text)
{
    return QCoreApplication::translate("streams", text);
}

// Percent-decodes one part; no value where the escapes are broken.
std::optional<QString> decoded(QStringView part)
{
    for (qsizetype i = 0; i < part.size(); ++i) {
        if (part[i] != u'%')
            continue;
        bool ok = false;
        if (i + 2 < part.size())
            (void)part.sliced(i + 1, 2).toUInt(&ok, 16);
        if (!ok)
            return std::nullopt;
    }
    return QString::fromUtf8(QByteArray::fromPercentEncoding(part.toUtf8()));
}

bool validServer(const QString &server)
{
    QString host = server;
    QString port;
    if (server.startsWith(u'[')) {
        const qsizetype close = server.indexOf(u']');
        if (close < 0)
            return false;
        host = server.first(close + 1);
        port = server.sliced(close + 1);
        if (!port.isEmpty() && !port.startsWith(u':'))
            return false;
        port = port.mid(1);
        if (port.isEmpty() && server.endsWith(u':'))
            return false;
    } else if (const qsizetype colon = server.indexOf(u':'); colon >= 0) {
        host = server.first(colon);
        port = server.sliced(colon + 1);
        if (port.isEmpty())
            return false;
    }
    bool ok = true;
    if (!port.isEmpty()) {
        const uint number = port.toUInt(&ok);
        ok = ok && number > 0 && number < 65536;
    }
    return ok && !host.isEmpty();
}

} // namespace

Result<StreamConfig> streamFromKafkaUrl(const QString &url)
{
    const QString scheme = u"kafka://"_s;
    if (!url.startsWith(scheme))
        return wrong(0, say(QT_TRANSLATE_NOOP("streams", "it does not begin with kafka://.")));
    const qsizetype question = url.indexOf(u'?');
    const QString name = question < 0 ? url : url.first(question);
    const qsizetype slash = name.indexOf(u'/', scheme.size());
    const qsizetype hostsEnd = slash < 0 ? name.size() : slash;
    const qsizetype at = name.left(hostsEnd).lastIndexOf(u'@');
    const qsizetype hostsBegin = at < 0 ? scheme.size() : at + 1;

    StreamConfig config;
    // The same URL is the same stream: what it has read before is known again.
    config.uuid = QUuid::createUuidV5(QUuid(u"{5b0b6b1c-7d0e-4b52-9a53-6a5f0a1f4d11}"_s), name).toString(QUuid::WithoutBraces);
    config.name = name;
    config.type = u"kafka"_s;
    if (at >= 0) {
        const auto user = decoded(QStringView(name).sliced(scheme.size(), at - scheme.size()));
        if (!user || user->isEmpty())
            return wrong(scheme.size(), say(QT_TRANSLATE_NOOP("streams", "the user name is not well formed.")));
        if (user->contains(u':'))
            return wrong(scheme.size() + user->indexOf(u':'), say(QT_TRANSLATE_NOOP("streams", "a password does not belong in a URL; use --secret-file.")));
        config.values.set(u"user"_s, *user);
    }
    QStringList servers;
    qsizetype position = hostsBegin;
    for (const QStringView part : QStringView(name).sliced(hostsBegin, hostsEnd - hostsBegin).split(u',')) {
        const auto server = decoded(part);
        if (!server || !validServer(*server))
            return wrong(position, say(QT_TRANSLATE_NOOP("streams", "“%1” is no host and port.")).arg(part));
        servers.push_back(*server);
        position += part.size() + 1;
    }
    config.values.set(u"servers"_s, servers);

    QStringList topics;
    if (slash >= 0) {
        position = slash + 1;
        for (const QStringView part : QStringView(name).sliced(slash + 1).split(u',')) {
            const auto topic = decoded(part);
            if (!topic || (topic->isEmpty() && slash + 1 < name.size()))
                return wrong(position, say(QT_TRANSLATE_NOOP("streams", "the topic name is not well formed.")));
            if (!topic->isEmpty())
                topics.push_back(*topic);
            position += part.size() + 1;
        }
    }
    if (!topics.isEmpty())
        config.values.set(u"topics"_s, topics);

    if (question >= 0 && question + 1 < url.size()) {
        QVariantMap properties;
        position = question + 1;
        for (const QStringView part : QStringView(url).sliced(question + 1).split(u'&')) {
            const qsizetype equals = part.indexOf(u'=');
            if (equals < 1)
                return wrong(position, say(QT_TRANSLATE_NOOP("streams", "write key=value.")));
            const auto key = decoded(part.first(equals));
            const auto text = decoded(part.sliced(equals + 1));
            if (!key || !text)
                return wrong(position, say(QT_TRANSLATE_NOOP("streams", "a % must be followed by two hexadecimal digits.")));
            if (key->startsWith(u"x.")) {
                properties.insert(key->sliced(2), *text);
            } else {
                const options::OptionSpec *spec = options::findOption(kafkaOptions(), *key);
                if (!spec)
                    return wrong(position, say(QT_TRANSLATE_NOOP("streams", "there is no option “%1”.")).arg(*key));
                if (spec->type == options::OptionType::Secret)
                    return wrong(position, say(QT_TRANSLATE_NOOP("streams", "a password does not belong in a URL; use --secret-file.")));
                const Result<QVariant> value = options::parseOption(*spec, *text);
                if (!value)
                    return wrong(position, value.error().message);
                config.values.set(spec->key, value.value());
            }
            position += part.size() + 1;
        }
        if (!properties.isEmpty())
            config.values.set(u"properties"_s, properties);
    }
    return config;
}

} // namespace tocsin::streams::kafka
