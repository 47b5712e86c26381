// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/hopskotch/hopskotchstream.h"

#include "core/options/optiontable.h"
#include "core/streams/hopskotch/hopskotchconsumer.h"
#include "core/streams/instance.h"
#include "core/streams/kafka/onkafka.h"

#include <QCoreApplication>

namespace tocsin::streams::hopskotch {

using namespace Qt::StringLiterals;
using options::OptionSpec;
using options::OptionType;
using options::OptionValues;
using options::Problem;

namespace {

OptionValues toKafka(const OptionValues &values);

OptionSpec changed(const QString &key, const QVariant &defaultValue, const char *help = nullptr, bool advanced = false)
{
    OptionSpec spec = kafka::kafkaOption(key, &toKafka);
    spec.defaultValue = defaultValue;
    spec.required = false;
    spec.advanced = advanced;
    if (help)
        spec.help = help;
    return spec;
}

const std::vector<OptionSpec> &table()
{
    static const std::vector<OptionSpec> options = [] {
        std::vector<OptionSpec> list{
            changed(u"account"_s, {}, QT_TRANSLATE_NOOP("options", "Name of an account in the vault with your user and password; hop.scimma.org gives them for free.")),
            kafka::kafkaOption(u"user"_s, &toKafka),
            kafka::kafkaOption(u"password"_s, &toKafka),
            changed(u"topics"_s, QStringList{u"igwn.gwalert"_s, u"gcn.*"_s, u"hermes.*"_s},
                    QT_TRANSLATE_NOOP("options", "Names, patterns with *, or regular expressions that begin with ^; one a line or with commas between them. New topics that fit are read from their first message.")),
            kafka::kafkaOption(u"exclude"_s, &toKafka),
            {.key = u"heartbeat"_s, .type = OptionType::Boolean, .label = QT_TRANSLATE_NOOP("options", "Heartbeat"),
             .help = QT_TRANSLATE_NOOP("options", "Listens to the beat that the server sends each second. It makes no rows; it tells that the connection is alive, and when it is not."),
             .defaultValue = true},
            {.key = u"fetch_external"_s, .type = OptionType::Boolean, .label = QT_TRANSLATE_NOOP("options", "Large messages"),
             .help = QT_TRANSLATE_NOOP("options", "Fetches messages that were too large for the broker from the server that the broker itself announces, and from no other. Else a row tells where such a message is."),
             .defaultValue = true, .advanced = true},
            changed(u"start"_s, u"recent"_s),
            changed(u"group"_s, {},
                    QT_TRANSLATE_NOOP("options", "Consumer group to store offsets under, for other programs to see; Hopskotch takes only groups that begin with the user name and a hyphen. Reading goes by the archive's own positions and needs none."), true),
            changed(u"servers"_s, QStringList{u"kafka.scimma.org:9092"_s}, nullptr, true),
            changed(u"security"_s, u"SASL_SSL"_s, nullptr, true),
        };
        list.push_back(kafka::kafkaOption(u"mechanism"_s, &toKafka));
        list.back().advanced = true;
        for (const QString &key : {u"ca"_s, u"crl"_s, u"expired"_s, u"properties"_s, u"proxy"_s, u"mapping"_s, u"instance"_s})
            list.push_back(kafka::kafkaOption(key, &toKafka));
        return list;
    }();
    return options;
}

OptionValues toKafka(const OptionValues &values)
{
    OptionValues kafka = values;
    for (const QString &key : {u"servers"_s, u"security"_s, u"start"_s})
        kafka.set(key, values.value(table(), key));
    QStringList topics = values.value(table(), u"topics"_s).toStringList();
    // As a pattern: a server without it is no trouble.
    if (values.value(table(), u"heartbeat"_s).toBool())
        topics << u"^sys\\.heartbeat$"_s;
    kafka.set(u"topics"_s, topics);
    kafka.unset(u"heartbeat"_s);
    kafka.unset(u"fetch_external"_s);
    return kafka;
}

// The server's own rule, said before it refuses.
std::vector<Problem> checkHopskotch(const OptionValues &values)
{
    const QString group = values.value(table(), u"group"_s).toString();
    const QString user = values.value(table(), u"user"_s).toString();
    const bool signsIn = values.value(table(), u"security"_s).toString().startsWith(u"SASL");
    if (!signsIn || group.isEmpty() || user.isEmpty() || group.startsWith(user + u'-'))
        return {};
    return {{u"group"_s, QCoreApplication::translate("streams", "Hopskotch takes only groups that begin with the user name: write %1-%2, or leave the group empty.").arg(user, group)}};
}

} // namespace

bool fetchesExternal(const StreamConfig &config)
{
    return config.type == u"hopskotch" && config.values.value(table(), u"fetch_external"_s).toBool();
}

StreamType hopskotchStreamType()
{
    StreamType type = kafka::typeOnKafka(
        {.id = u"hopskotch"_s,
         .label = QT_TRANSLATE_NOOP("streams", "Hopskotch"),
         .help = QT_TRANSLATE_NOOP("streams", "SCiMMA's broker: gravitational waves, circulars, Hermes. A credential is free, at hop.scimma.org."),
         .options = table(),
         .check = &checkHopskotch},
        {.toKafka = &toKafka});
    // Those that fetch need a client with a sink of its own; the others may share any.
    type.consumerKey = [plain = type.consumerKey](const StreamConfig &config) {
        return fetchesExternal(config) ? plain(config) + u"\nhopskotch"_s : plain(config);
    };
    type.fetch = [plain = type.fetch](const FetchRequest &request, const FetchTold &told) {
        if (!fetchesExternal(request.config))
            return plain(request, told);
        ExternalFetcher fetcher;
        ExternalSink sink(*request.sink, [&fetcher, config = kafka::asKafka(request.config)](const QUrl &place, const std::stop_token &stop) {
            return fetcher.fetch(config, place, stop);
        });
        FetchRequest inner = request;
        inner.sink = &sink;
        return plain(inner, told);
    };
    type.create = [](const ConsumerContext &context) -> std::unique_ptr<Consumer> { return std::make_unique<HopskotchConsumer>(context); };
    return type;
}

} // namespace tocsin::streams::hopskotch
