// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/kafkasettings.h"

#include "core/base/installid.h"
#include "core/ladder/reach.h"
#include "core/streams/kafka/kafkastream.h"
#include "core/streams/kafka/proxyroute.h"
#include "core/tokens/scitoken.h"

#include <QCoreApplication>
#include <QVariantMap>

namespace tocsin::streams::kafka {

using namespace Qt::StringLiterals;

namespace {

// Without a port librdkafka would take 9092 too, but our own messages name it.
QString withPort(const QString &server)
{
    const qsizetype colon = server.lastIndexOf(u':');
    const bool bareV6 = server.startsWith(u'[') && server.endsWith(u']');
    return colon < 0 || bareV6 ? server + u":9092"_s : server;
}

struct Setting {
    const char *name;
    const char *value;
};

// Recommended for a desktop consumer; each with its reason in reliability B.
constexpr Setting kFixed[] = {
    {"enable.auto.offset.store", "false"},
    {"auto.offset.reset", "error"}, // a jump becomes a gap record, never a log line
    {"enable.partition.eof", "true"},
    {"check.crcs", "true"},
    {"fetch.wait.max.ms", "500"},
    {"fetch.min.bytes", "1"},
    {"fetch.max.bytes", "33554432"},
    {"max.partition.fetch.bytes", "2097152"},
    {"receive.message.max.bytes", "100000000"},
    {"queued.min.messages", "100000"},
    {"queued.max.messages.kbytes", "65536"},
    {"topic.metadata.refresh.interval.ms", "60000"},
    {"allow.auto.create.topics", "false"},
    {"reconnect.backoff.ms", "250"},
    {"reconnect.backoff.max.ms", "10000"},
    {"socket.keepalive.enable", "true"},
    {"socket.nagle.disable", "true"},
    {"log.queue", "true"},
    {"log_level", "5"},
};

QString say(const char *text)
{
    return QCoreApplication::translate("streams", text);
}

// What may not be set by hand: names, or beginnings of names where they end with a dot. `option` is the
// stream's own option for it.
struct Reserved {
    const char *name;
    const char *option;
};
constexpr Reserved kReserved[] = {
    {"bootstrap.servers", "servers"},
    {"metadata.broker.list", "servers"},
    {"security.protocol", "security"},
    {"sasl.mechanism", "mechanism"},
    {"sasl.mechanisms", "mechanism"},
    {"sasl.username", "user"},
    {"ssl.ca.location", "ca"},
    {"ssl.crl.location", "crl"},
    {"ssl.ca.pem", "ca"},
    {"ssl_ca", "ca"},
    {"group.id", "group"},
    // Tells members of a group apart, or which protocol they speak: Tocsin assigns partitions itself (decisions 9).
    {"group.", ""},
    {"client.id", ""},
    {"client.software.", ""},
    // Positions live in the archive; a jump must be told, not skipped.
    {"enable.auto.commit", ""},
    {"enable.auto.offset.store", ""},
    {"auto.commit.enable", ""},
    {"auto.offset.reset", ""},
    {"offset.store.", ""},
    {"enable.partition.eof", ""},
    {"check.crcs", ""},
    {"allow.auto.create.topics", ""}, // looking for a topic must not make it
    {"log.queue", ""},
    // Foreign code, mock brokers instead of the real ones, a signal of choice; and what only a program can set.
    {"plugin.library.paths", ""},
    {"test.mock.", ""},
    {"internal.termination.signal", ""},
    {"enabled_events", ""},
    {"interceptors", ""},
    {"opaque", ""},
    {"default_topic_conf", ""},
};

} // namespace

QString refusedProperty(const QString &name)
{
    // One message for all that proves who we are: where it belongs is the same for all of them.
    for (const char *word : {"password", "secret"}) {
        if (name.contains(QLatin1String(word), Qt::CaseInsensitive))
            return say(QT_TRANSLATE_NOOP("streams", "“%1” holds a secret, and further properties are written to files: use the option “password” or --secret-file.")).arg(name);
    }
    for (const Reserved &reserved : kReserved) {
        const QLatin1String known(reserved.name);
        const bool isPrefix = known.endsWith(u'.');
        if (isPrefix ? !name.startsWith(known) : name != known)
            continue;
        return *reserved.option ? say(QT_TRANSLATE_NOOP("streams", "“%1” has an option of its own here: use “%2”.")).arg(name, QLatin1String(reserved.option))
                                : say(QT_TRANSLATE_NOOP("streams", "“%1” is set by Tocsin itself.")).arg(name);
    }
    // Keys and certificates, and every way to look less closely at the broker's (decisions 23).
    for (const char *beginning : {"ssl.", "ssl_", "sasl.", "https.", "enable.ssl.", "enable.sasl."}) {
        if (name.startsWith(QLatin1String(beginning)))
            return say(QT_TRANSLATE_NOOP("streams", "“%1” would change how the broker is checked or how you sign in: only the options “security”, “mechanism”, “user”, “password” and “ca” do that."))
                .arg(name);
    }
    if (name.endsWith(u"_cb") || name.endsWith(u"_cmp"))
        return say(QT_TRANSLATE_NOOP("streams", "“%1” is set by Tocsin itself.")).arg(name);
    return {};
}

Result<ClientSettings> clientSettings(const options::OptionValues &values)
{
    ClientSettings settings;
    settings.conf.reset(rd_kafka_conf_new());
    char text[512] = {};
    Error refusal;
    const auto set = [&](const QByteArray &name, const QByteArray &value, const QString &optionKey) {
        if (rd_kafka_conf_set(settings.conf.get(), name.constData(), value.constData(), text, sizeof text) == RD_KAFKA_CONF_OK)
            return true;
        refusal = {.kind = ErrorKind::BadArgument, .message = QString::fromUtf8(text), .detail = optionKey};
        return false;
    };
    for (const Setting &setting : kFixed) {
        if (!set(setting.name, setting.value, {}))
            return refusal;
    }
    // Cures the fetch stall by itself where it exists (reliability 0.2); older versions refuse the name.
    if (rd_kafka_version() >= 0x020200ff && !set("fetch.queue.backoff.ms", "20", {}))
        return refusal;

    const auto value = [&](const QString &key) { return values.value(kafkaOptions(), key); };
    QStringList servers;
    for (const QString &server : value(u"servers"_s).toStringList())
        servers.push_back(withPort(server));
    settings.servers = servers.join(u',');
    const QString user = value(u"user"_s).toString();
    const QString group = value(u"group"_s).toString();
    settings.storesOffsets = !group.isEmpty();
    // librdkafka wants a group name even where none is joined. Brokers with a prefix rule want the user first.
    const QString groupName = group.isEmpty() ? (user.isEmpty() ? QString() : user + u'-') + u"tocsin-"_s + installId() : group;
    const QString security = value(u"security"_s).toString();
    bool ok = set("bootstrap.servers", settings.servers.toUtf8(), u"servers"_s)
        && set("client.id", "tocsin/" TOCSIN_VERSION, {}) && set("group.id", groupName.toUtf8(), u"group"_s)
        && set("enable.auto.commit", settings.storesOffsets ? "true" : "false", {})
        && set("security.protocol", security.toLower().toUtf8(), u"security"_s);
    settings.wantsTokens = usesTokens(values);
    settings.proxy = proxyOf(values);
    if (const QString named = value(u"proxy"_s).toString(); !named.isEmpty() && named != kNoProxy && !settings.proxy) // never past it
        return Error{.kind = ErrorKind::BadArgument, .message = ladder::parseProxy(named).error().message, .detail = u"proxy"_s};
    if (ok && settings.wantsTokens) {
        ok = set("sasl.mechanisms", "OAUTHBEARER", u"mechanism"_s)
            // A broker without re-authentication, or a client without it, ends a connection with its token: a new one is all it takes.
            && set("log.connection.close", "false", {});
    } else if (ok && security.startsWith(u"SASL")) {
        ok = set("sasl.mechanisms", value(u"mechanism"_s).toString().toUtf8(), u"mechanism"_s) && set("sasl.username", user.toUtf8(), u"user"_s)
            && set("sasl.password", value(u"password"_s).toString().toUtf8(), u"password"_s);
    }
    if (ok && security.endsWith(u"SSL")) {
        ok = set("ssl.endpoint.identification.algorithm", "https", {});
        const QString ca = value(u"ca"_s).toString();
        if (ok && !ca.isEmpty())
            ok = set("ssl.ca.location", ca.toUtf8(), u"ca"_s);
        const QString crl = value(u"crl"_s).toString();
        if (ok && !crl.isEmpty())
            ok = set("ssl.crl.location", crl.toUtf8(), u"crl"_s);
    }
    if (!ok)
        return refusal;

    const QVariantMap further = value(u"properties"_s).toMap();
    for (const auto &[name, entry] : further.asKeyValueRange()) {
        if (const QString reason = refusedProperty(name); !reason.isEmpty())
            return Error{.kind = ErrorKind::BadArgument, .message = reason, .detail = u"properties"_s};
        if (!set(name.toUtf8(), entry.toString().toUtf8(), u"properties"_s))
            return refusal;
        if (name == u"topic.metadata.refresh.interval.ms")
            settings.refresh = std::chrono::milliseconds(qBound(qint64(100), entry.toString().toLongLong(), qint64(3'600'000)));
    }
    return settings;
}

bool usesTokens(const options::OptionValues &values)
{
    return values.value(kafkaOptions(), u"security"_s).toString().startsWith(u"SASL")
        && values.value(kafkaOptions(), u"mechanism"_s).toString() == u"OAUTHBEARER";
}

std::optional<ladder::ProxyAddress> proxyOf(const options::OptionValues &values)
{
    const QString named = values.value(kafkaOptions(), u"proxy"_s).toString();
    if (named == kNoProxy)
        return std::nullopt;
    if (!named.isEmpty()) {
        const Result<ladder::ProxyAddress> proxy = ladder::parseProxy(named);
        return proxy ? std::optional(proxy.value()) : std::nullopt; // the option's own check has told
    }
    QStringList hosts;
    for (const ladder::Server &server : ladder::Reach(values.value(kafkaOptions(), u"servers"_s).toStringList(), 9092).servers)
        hosts << server.host;
    return ladder::proxyOf(QProcessEnvironment::systemEnvironment(), hosts);
}

Result<tokens::TokenSourcePtr> tokenSource(const StreamConfig &config)
{
    if (config.tokens || !usesTokens(config.values))
        return config.tokens;
    const auto value = [&config](const QString &key) { return config.values.value(kafkaOptions(), key).toString(); };
    if (const QString account = value(u"account"_s); !account.isEmpty())
        return Error{.kind = ErrorKind::SignInRefused,
                     .message = say(QT_TRANSLATE_NOOP("streams", "The account “%1” gives no tokens.")).arg(account),
                     .remedy = say(QT_TRANSLATE_NOOP("streams", "Choose an account of the kind client-credentials, oauth or scitoken, or another mechanism."))};
    QString audience = value(u"audience"_s);
    if (audience.isEmpty()) // as ligo-gracedb takes it: the first host
        audience = config.values.value(kafkaOptions(), u"servers"_s).toStringList().value(0).section(u':', 0, 0);
    return tokens::TokenSourcePtr(std::make_shared<tokens::SciToken>(tokens::SciTokenWish{.audience = audience, .scope = value(u"scope"_s)}));
}

Result<ClientHandle> makeClient(ClientSettings &settings, void *user, const tokens::TokenSourcePtr &source, TokenFeed::Want first)
{
    char text[512] = {};
    rd_kafka_conf_t *conf = settings.conf.get();
    auto parts = std::make_shared<ClientParts>();
    parts->user = user;
    rd_kafka_conf_set_opaque(conf, parts.get());
    const bool fed = settings.wantsTokens && source;
    if (fed) {
        rd_kafka_conf_enable_sasl_queue(conf, 1);
        rd_kafka_conf_set_events(conf, RD_KAFKA_EVENT_OAUTHBEARER_TOKEN_REFRESH);
    }
    if (settings.proxy) {
        parts->route = std::make_unique<ProxyRoute>(*settings.proxy);
        ProxyRoute::install(conf);
    }
    rd_kafka_t *client = rd_kafka_new(settings.writes ? RD_KAFKA_PRODUCER : RD_KAFKA_CONSUMER, conf, text, sizeof text);
    if (!client)
        return Error{.kind = ErrorKind::BadArgument, .message = QString::fromUtf8(text)};
    (void)settings.conf.release(); // rd_kafka_new() took it
    ClientHandle handle(client, ClientDeleter{parts});
    if (fed)
        parts->feed = std::make_unique<TokenFeed>(client, source, first);
    return handle;
}

Result<ClientHandle> makeClient(ClientSettings &settings, void *user, const StreamConfig &config)
{
    const Result<tokens::TokenSourcePtr> source = tokenSource(config);
    if (!source)
        return source.error();
    return makeClient(settings, user, source.value());
}

} // namespace tocsin::streams::kafka
