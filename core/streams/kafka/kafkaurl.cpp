// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/kafkastream.h"

#include "core/options/optiontable.h"
#include "core/streams/kafka/kafkasettings.h"

#include <QCoreApplication>
#include <QStringDecoder>
#include <QUuid>
#include <QVariantMap>

#include <algorithm>

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

// Percent-decodes one part; no value where the escapes are broken or make no UTF-8.
std::optional<QString> decoded(QStringView part)
{
    for (qsizetype i = 0; i < part.size(); ++i) {
        if (part[i] != u'%')
            continue;
        const auto isHex = [&](qsizetype at) { return at < part.size() && QStringView(u"0123456789abcdefABCDEF").contains(part[at]); };
        if (!isHex(i + 1) || !isHex(i + 2))
            return std::nullopt;
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(QByteArray::fromPercentEncoding(part.toUtf8()));
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

// The parts of a list between its bare commas, each with its place; a comma that is written %2C belongs to its part.
struct Part {
    QStringView raw;
    qsizetype position;
};
std::vector<Part> partsOf(QStringView list, qsizetype position)
{
    std::vector<Part> parts;
    for (;;) {
        const qsizetype length = options::firstEntryLength(list); // "^a{1,2}" is one rule, as everywhere
        parts.push_back({list.first(length), position});
        if (length == list.size())
            return parts;
        list = list.sliced(length + 1);
        position += length + 1;
    }
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
    const auto isBlank = [](QChar c) { return c.isSpace(); };
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const bool goodPort = port.isEmpty() || (std::ranges::all_of(port, isDigit) && port.toUInt() > 0 && port.toUInt() < 65536);
    return goodPort && !host.isEmpty() && host != u"[]" && std::ranges::none_of(host, isBlank);
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
        for (const Part &part : partsOf(QStringView(name).sliced(slash + 1), slash + 1)) {
            const auto topic = decoded(part.raw);
            if (!topic || (topic->isEmpty() && slash + 1 < name.size()))
                return wrong(part.position, say(QT_TRANSLATE_NOOP("streams", "the topic name is not well formed.")));
            if (!topic->isEmpty())
                topics.push_back(*topic);
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
                if (const QString refusal = refusedProperty(key->sliced(2)); !refusal.isEmpty())
                    return wrong(position, refusal);
                properties.insert(key->sliced(2), *text);
            } else {
                const options::OptionSpec *spec = options::findOption(kafkaOptions(), *key);
                if (!spec)
                    return wrong(position, say(QT_TRANSLATE_NOOP("streams", "there is no option “%1”.")).arg(*key));
                if (spec->type == options::OptionType::Secret)
                    return wrong(position, say(QT_TRANSLATE_NOOP("streams", "a password does not belong in a URL; use --secret-file.")));
                if (spec->type == options::OptionType::TextList) {
                    QStringList list;
                    for (const Part &one : partsOf(part.sliced(equals + 1), position)) {
                        if (const QString entry = decoded(one.raw)->trimmed(); !entry.isEmpty())
                            list.push_back(entry);
                    }
                    config.values.set(spec->key, list);
                } else {
                    const Result<QVariant> value = options::parseOption(*spec, *text);
                    if (!value)
                        return wrong(position, value.error().message);
                    config.values.set(spec->key, value.value());
                }
            }
            position += part.size() + 1;
        }
        if (!properties.isEmpty()) {
            properties.insert(config.values.value(kafkaOptions(), u"properties"_s).toMap());
            config.values.set(u"properties"_s, properties);
        }
    }
    return config;
}

} // namespace tocsin::streams::kafka
