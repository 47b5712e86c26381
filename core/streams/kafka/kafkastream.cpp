// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/kafkastream.h"

#include "core/options/optiontable.h"
#include "core/streams/instance.h"
#include "core/streams/kafka/holefetch.h"
#include "core/streams/kafka/kafkaconsumer.h"
#include "core/streams/kafka/kafkaladder.h"
#include "core/streams/kafka/kafkasettings.h"
#include "core/streams/kafka/kafkatopics.h"
#include "core/streams/mappingoption.h"
#include "core/streams/registryoption.h"
#include "core/streams/topicrules.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QRegularExpression>

namespace tocsin::streams::kafka {

using namespace Qt::StringLiterals;
using options::OptionType;
using options::OptionValues;
using options::Problem;

namespace {

bool usesSasl(const OptionValues &values)
{
    return values.value(kafkaOptions(), u"security"_s).toString().startsWith(u"SASL");
}

bool usesPassword(const OptionValues &values)
{
    return usesSasl(values) && !usesTokens(values);
}

// The SciToken of this computer, not an account's.
bool usesSciToken(const OptionValues &values)
{
    return usesTokens(values) && values.value(kafkaOptions(), u"account"_s).toString().isEmpty();
}

// An account of the vault brings its user along.
bool wantsUser(const OptionValues &values)
{
    return usesPassword(values) && values.value(kafkaOptions(), u"account"_s).toString().isEmpty();
}

bool usesTls(const OptionValues &values)
{
    return values.value(kafkaOptions(), u"security"_s).toString().endsWith(u"SSL");
}

// By address, not by how it begins: 127.example.org is anywhere.
bool isLoopback(const QString &server)
{
    const QString host = server.startsWith(u'[') ? server.section(u']', 0, 0).mid(1) : server.section(u':', 0, 0);
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

// HOST, HOST:PORT, [v6] or [v6]:PORT.
bool isServer(const QString &server)
{
    static const QRegularExpression form(u"\\A(?:\\[[0-9A-Fa-f:.%]+\\]|[^\\s:/@,\\[\\]]+)(?::([0-9]{1,5}))?\\z"_s);
    const QRegularExpressionMatch match = form.match(server);
    if (!match.hasMatch())
        return false;
    const QString port = match.captured(1);
    return port.isEmpty() || (port.toInt() > 0 && port.toInt() < 65'536);
}

std::vector<Problem> checkKafka(const OptionValues &values)
{
    std::vector<Problem> problems;
    const auto value = [&](const QString &key) { return values.value(kafkaOptions(), key); };
    const QStringList servers = value(u"servers"_s).toStringList();
    // Behind a proxy these names are the proxy's own computer.
    const bool local = std::ranges::all_of(servers, isLoopback) && !proxyOf(values);
    for (const QString &server : servers) {
        if (!isServer(server))
            problems.push_back({u"servers"_s, QCoreApplication::translate("streams", "“%1” is no host with a port: write kafka.example.org:9092.").arg(server)});
    }
    // decisions 23: a password in clear text only to this machine.
    if (value(u"security"_s).toString() == u"SASL_PLAINTEXT" && value(u"mechanism"_s).toString() == u"PLAIN" && !local)
        problems.push_back({u"security"_s,
                            QCoreApplication::translate("streams", "PLAIN would send the password in clear text: choose SASL_SSL.")});
    if (value(u"security"_s).toString() == u"SASL_PLAINTEXT" && value(u"mechanism"_s).toString() == u"OAUTHBEARER" && !local)
        problems.push_back({u"security"_s,
                            QCoreApplication::translate("streams", "OAUTHBEARER would send the token in clear text: choose SASL_SSL.")});
    const TopicRules rules(value(u"topics"_s).toStringList(), value(u"exclude"_s).toStringList());
    if (const QString problem = rules.problem(); !problem.isEmpty())
        problems.push_back({u"topics"_s, problem});
    // Everything else is refused in librdkafka's own words.
    if (problems.empty()) {
        const Result<ClientSettings> settings = clientSettings(values);
        if (!settings)
            problems.push_back({settings.error().detail, settings.error().message});
    }
    return problems;
}

QString proxyProblem(const QVariant &value)
{
    const QString text = value.toString();
    if (text.isEmpty() || text == kNoProxy)
        return {};
    const Result<ladder::ProxyAddress> proxy = ladder::parseProxy(text);
    return proxy ? QString() : proxy.error().message;
}

QString consumerKey(const StreamConfig &config)
{
    QStringList parts{u"kafka"_s};
    for (const QString &key : {u"servers"_s, u"security"_s, u"mechanism"_s, u"user"_s, u"password"_s, u"ca"_s, u"crl"_s, u"group"_s, u"properties"_s, u"proxy"_s}) {
        const options::OptionSpec *spec = options::findOption(kafkaOptions(), key);
        const QVariant value = config.values.value(kafkaOptions(), key);
        // A secret belongs to the key but must not be readable in it.
        parts.push_back(spec->type == OptionType::Secret ? QString::number(qHash(value.toString()), 16)
                                                         : options::displayOption(*spec, value));
    }
    // Streams of one account share its source; the SciToken is found anew by each.
    for (const QString &key : {u"account"_s, u"audience"_s, u"scope"_s})
        parts.push_back(usesTokens(config.values) ? config.values.value(kafkaOptions(), key).toString() : QString());
    parts.push_back(QString::number(reinterpret_cast<quintptr>(config.tokens.get()), 16));
    return parts.join(u'\n');
}

} // namespace

const std::vector<options::OptionSpec> &kafkaOptions()
{
    static const std::vector<options::OptionSpec> table{
        {.key = u"servers"_s, .type = OptionType::TextList, .label = QT_TRANSLATE_NOOP("options", "Servers"),
         .help = QT_TRANSLATE_NOOP("options", "Host and port of one or more brokers; the port is 9092 where none is given."),
         .required = true, .example = "kafka.example.org:9092", .aliases = {u"bootstrap.servers"_s}},
        {.key = u"security"_s, .type = OptionType::Choice, .label = QT_TRANSLATE_NOOP("options", "Security"),
         .help = QT_TRANSLATE_NOOP("options", "How the connection is protected: TLS (SSL) and sign-in (SASL)."),
         .defaultValue = u"PLAINTEXT"_s,
         .choices = {{u"PLAINTEXT"_s, QT_TRANSLATE_NOOP("options", "No encryption, no sign-in")},
                     {u"SSL"_s, QT_TRANSLATE_NOOP("options", "TLS")},
                     {u"SASL_PLAINTEXT"_s, QT_TRANSLATE_NOOP("options", "Sign-in without encryption")},
                     {u"SASL_SSL"_s, QT_TRANSLATE_NOOP("options", "TLS and sign-in")}}},
        {.key = u"mechanism"_s, .type = OptionType::Choice, .label = QT_TRANSLATE_NOOP("options", "Mechanism"),
         .help = QT_TRANSLATE_NOOP("options", "How you prove who you are. SCRAM never sends the password; OAUTHBEARER sends a token of an account or a SciToken."),
         .defaultValue = u"SCRAM-SHA-512"_s,
         .choices = {{u"SCRAM-SHA-512"_s, "SCRAM-SHA-512"}, {u"SCRAM-SHA-256"_s, "SCRAM-SHA-256"}, {u"PLAIN"_s, "PLAIN"}, {u"OAUTHBEARER"_s, "OAUTHBEARER"}},
         .usedWhen = &usesSasl},
        {.key = u"account"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Account"),
         .help = QT_TRANSLATE_NOOP("options", "Name of an account in the vault (“tocsin accounts”), which signs in. With OAUTHBEARER and none, the SciToken of this computer is taken."), .usedWhen = &usesSasl,
         .example = "hop-mira"},
        {.key = u"user"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "User"),
         .help = QT_TRANSLATE_NOOP("options", "The name of your credential at this broker; an account brings its own."), .requiredWhen = &wantsUser, .usedWhen = &usesPassword,
         .aliases = {u"username"_s}},
        {.key = u"password"_s, .type = OptionType::Secret, .label = QT_TRANSLATE_NOOP("options", "Password"),
         .help = QT_TRANSLATE_NOOP("options", "Kept for this session only; it is never written to a file. An account of the vault keeps it for longer."), .requiredWhen = &usesPassword,
         .usedWhen = &usesPassword},
        {.key = u"audience"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Audience"),
         .help = QT_TRANSLATE_NOOP("options", "Whom the SciToken is to be for; empty = the host of the first server. One that is for others is taken when there is no better."),
         .usedWhen = &usesSciToken, .advanced = true, .example = "kafka.example.org"},
        {.key = u"scope"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Scope"),
         .help = QT_TRANSLATE_NOOP("options", "What the SciToken is to allow, with blanks between; empty = whatever."),
         .defaultValue = u"kafka.consume"_s, .usedWhen = &usesSciToken, .advanced = true},
        {.key = u"ca"_s, .type = OptionType::File, .label = QT_TRANSLATE_NOOP("options", "CA file"),
         .help = QT_TRANSLATE_NOOP("options", "Certificates (PEM) that this broker's certificate is checked against; empty = the system's."),
         .usedWhen = &usesTls, .advanced = true},
        {.key = u"crl"_s, .type = OptionType::File, .label = QT_TRANSLATE_NOOP("options", "CRL file"),
         .help = QT_TRANSLATE_NOOP("options", "Lists of withdrawn certificates (PEM) of the broker's issuer; empty = none are looked at."), .usedWhen = &usesTls, .advanced = true},
        {.key = u"topics"_s, .type = OptionType::TextList, .label = QT_TRANSLATE_NOOP("options", "Topics"),
         .help = QT_TRANSLATE_NOOP("options", "Names, patterns with *, or regular expressions that begin with ^; one a line or with commas between them. A comma inside the brackets of a regular expression belongs to it, in a URL also %2C. New topics that fit are read from their first message."),
         .required = true, .example = "gcn.notices.*", .aliases = {u"topic"_s}},
        {.key = u"exclude"_s, .type = OptionType::TextList, .label = QT_TRANSLATE_NOOP("options", "Except"),
         .help = QT_TRANSLATE_NOOP("options", "Topics to leave out, in the same forms."), .advanced = true},
        {.key = u"start"_s, .type = OptionType::StartAt, .label = QT_TRANSLATE_NOOP("options", "Start"),
         .help = QT_TRANSLATE_NOOP("options", "live, resume (where it stopped, at first from the earliest), recent (the same, at first the last 24 hours or 20 messages of a topic), earliest, a UTC time such as 2026-09-14T22:00, or last:N per partition."),
         .defaultValue = u"resume"_s},
        {.key = u"expired"_s, .type = OptionType::Choice, .label = QT_TRANSLATE_NOOP("options", "After a gap"),
         .help = QT_TRANSLATE_NOOP("options", "Where to go on when the broker has thrown away what was to come next. The gap is recorded either way."),
         .defaultValue = u"earliest"_s,
         .choices = {{u"earliest"_s, QT_TRANSLATE_NOOP("options", "The oldest message that is left")},
                     {u"latest"_s, QT_TRANSLATE_NOOP("options", "The next message to come")}},
         .advanced = true},
        {.key = u"group"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Group"),
         .help = QT_TRANSLATE_NOOP("options", "Consumer group to store offsets under, as a courtesy to the broker; reading goes by the archive's own positions."),
         .advanced = true, .aliases = {u"group.id"_s}},
        {.key = u"properties"_s, .type = OptionType::KeyValues, .label = QT_TRANSLATE_NOOP("options", "Further properties"),
         .help = QT_TRANSLATE_NOOP("options", "Settings of librdkafka as NAME=VALUE; an unknown one is refused in its own words. They are written to files: secrets and what concerns TLS and sign-in are refused."), .advanced = true},
        {.key = u"proxy"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Proxy"),
         .help = QT_TRANSLATE_NOOP("options", "http://HOST:PORT (CONNECT) or socks5://HOST:PORT, through which the brokers are reached; it looks up their names. Empty = what ALL_PROXY and NO_PROXY say; direct = none."),
         .advanced = true, .example = "socks5://127.0.0.1:1080", .valueProblem = &proxyProblem},
        registryOption(),
        mappingOption(),
        instanceOption(),
    };
    return table;
}

StreamType kafkaStreamType()
{
    return {
        .id = u"kafka"_s,
        .label = QT_TRANSLATE_NOOP("streams", "Apache Kafka"),
        .help = QT_TRANSLATE_NOOP("streams", "Topics of a Kafka broker, with or without TLS and sign-in."),
        .options = kafkaOptions(),
        .check = &checkKafka,
        .consumerKey = &consumerKey,
        .create = [](const ConsumerContext &context) -> std::unique_ptr<Consumer> { return std::make_unique<KafkaConsumer>(context); },
        .topics = &listTopics,
        .fetch = &fetchHoles,
        .ends = &laneEnds,
        .ladder = &kafkaLadder,
    };
}

} // namespace tocsin::streams::kafka
