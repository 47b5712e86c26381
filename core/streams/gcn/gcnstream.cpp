// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/gcn/gcnstream.h"

#include "core/options/optiontable.h"
#include "core/streams/kafka/onkafka.h"

#include <QCoreApplication>

namespace tocsin::streams::gcn {

using namespace Qt::StringLiterals;
using options::OptionSpec;
using options::OptionType;
using options::OptionValues;

namespace {

OptionValues toKafka(const OptionValues &values);

OptionSpec changed(const QString &key, const QVariant &defaultValue, const char *label = nullptr, const char *help = nullptr, bool advanced = false)
{
    OptionSpec spec = kafka::kafkaOption(key, &toKafka);
    spec.defaultValue = defaultValue;
    spec.required = false;
    spec.requiredWhen = {};
    spec.advanced = advanced;
    if (label)
        spec.label = label;
    if (help)
        spec.help = help;
    return spec;
}

OptionSpec family(const QString &key, const char *label, const char *help)
{
    return {.key = key, .type = OptionType::Boolean, .label = label, .help = help, .defaultValue = true};
}

std::vector<OptionSpec> makeTable()
{
    OptionSpec account = kafka::kafkaOption(u"account"_s, &toKafka);
    account.help = QT_TRANSLATE_NOOP("options", "Name of an account in the vault with your client ID and secret; gcn.nasa.gov gives them for free, after a sign-in in the browser. GCN disables a credential that is not used for 30 days.");
    account.example = "gcn-mira";
    account.requiredWhen = account.usedWhen;
    std::vector<OptionSpec> list{
        account,
        {.key = u"domain"_s, .type = OptionType::Choice, .label = QT_TRANSLATE_NOOP("options", "Domain"),
         .help = QT_TRANSLATE_NOOP("options", "Which GCN. Each has its own credentials; the two for tests carry drills, among them those of the gravitational-wave detectors."),
         .defaultValue = u"production"_s,
         .choices = {{u"production"_s, QT_TRANSLATE_NOOP("options", "gcn.nasa.gov")},
                     {u"test"_s, QT_TRANSLATE_NOOP("options", "test.gcn.nasa.gov")},
                     {u"dev"_s, QT_TRANSLATE_NOOP("options", "dev.gcn.nasa.gov")}}},
        family(u"gravitational_waves"_s, QT_TRANSLATE_NOOP("options", "Gravitational waves"), QT_TRANSLATE_NOOP("options", "Alerts of LIGO, Virgo and KAGRA (igwn.gwalert).")),
        family(u"notices"_s, QT_TRANSLATE_NOOP("options", "Notices"), QT_TRANSLATE_NOOP("options", "Notices of the missions in today's form, JSON (gcn.notices.*).")),
        {.key = u"classic"_s, .type = OptionType::Choice, .label = QT_TRANSLATE_NOOP("options", "Classic notices"),
         .help = QT_TRANSLATE_NOOP("options", "Notices of the older missions, such as Fermi and Swift. Each comes in three forms that say the same; choose one."),
         .defaultValue = u"voevent"_s,
         .choices = {{u"voevent"_s, QT_TRANSLATE_NOOP("options", "VOEvent")},
                     {u"text"_s, QT_TRANSLATE_NOOP("options", "Text")},
                     {u"binary"_s, QT_TRANSLATE_NOOP("options", "Binary")},
                     {u"none"_s, QT_TRANSLATE_NOOP("options", "None")}}},
        family(u"circulars"_s, QT_TRANSLATE_NOOP("options", "Circulars"), QT_TRANSLATE_NOOP("options", "What people report (gcn.circulars). GCN sends a circular again after each edit; its versions are one row.")),
        family(u"heartbeat"_s, QT_TRANSLATE_NOOP("options", "Heartbeat"),
               QT_TRANSLATE_NOOP("options", "Listens to the beat that the server sends each second. It makes no rows; it tells that the connection is alive, and when it is not.")),
        changed(u"topics"_s, {}, QT_TRANSLATE_NOOP("options", "Further topics"),
                QT_TRANSLATE_NOOP("options", "Beside the families: names, patterns with *, or regular expressions that begin with ^; one a line or with commas between them.")),
    };
    list.back().example = "gcn.circulars.grb";
    list.push_back(kafka::kafkaOption(u"exclude"_s, &toKafka));
    list.push_back(changed(u"start"_s, u"recent"_s));
    list.push_back(changed(u"servers"_s, {}, nullptr, QT_TRANSLATE_NOOP("options", "Brokers instead of those of the domain; the port is 9092 where none is given."), true));
    list.back().example = "kafka.gcn.nasa.gov";
    list.push_back(changed(u"security"_s, u"SASL_SSL"_s, nullptr, nullptr, true));
    for (const QString &key : {u"ca"_s, u"crl"_s, u"expired"_s, u"group"_s, u"properties"_s, u"proxy"_s})
        list.push_back(kafka::kafkaOption(key, &toKafka));
    return list;
}

const std::vector<OptionSpec> &table()
{
    static const std::vector<OptionSpec> options = makeTable();
    return options;
}

QString hostOf(const QString &domain)
{
    return domain == u"production" ? u"kafka.gcn.nasa.gov:9092"_s : u"kafka.%1.gcn.nasa.gov:9092"_s.arg(domain);
}

OptionValues toKafka(const OptionValues &values)
{
    const auto value = [&](const QString &key) { return values.value(table(), key); };
    QStringList topics;
    if (value(u"gravitational_waves"_s).toBool())
        topics << u"igwn.gwalert"_s;
    if (value(u"notices"_s).toBool())
        topics << u"gcn.notices.*"_s;
    if (const QString form = value(u"classic"_s).toString(); form != u"none")
        topics << u"gcn.classic.%1.*"_s.arg(form);
    if (value(u"circulars"_s).toBool())
        topics << u"gcn.circulars"_s; // those by event type bring the same circulars again
    if (value(u"heartbeat"_s).toBool())
        topics << u"gcn.heartbeat"_s;
    topics << value(u"topics"_s).toStringList();
    topics.removeDuplicates();

    OptionValues kafka;
    for (const QString &key : {u"account"_s, u"exclude"_s, u"ca"_s, u"crl"_s, u"expired"_s, u"group"_s, u"properties"_s, u"proxy"_s}) {
        if (values.contains(key))
            kafka.set(key, values.stored().value(key));
    }
    const QStringList servers = value(u"servers"_s).toStringList();
    kafka.set(u"servers"_s, servers.isEmpty() ? QStringList{hostOf(value(u"domain"_s).toString())} : servers);
    kafka.set(u"security"_s, value(u"security"_s));
    kafka.set(u"mechanism"_s, u"OAUTHBEARER"_s);
    kafka.set(u"topics"_s, topics);
    kafka.set(u"start"_s, value(u"start"_s));
    return kafka;
}

// Both are daily life at GCN: topics come and go with their notices (protocols 3.1).
std::optional<Error> calmTopic(rd_kafka_resp_err_t code, const QString &topic)
{
    if (code == RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED)
        return Error{.kind = ErrorKind::NotAuthorised,
                     .message = QCoreApplication::translate("streams", "GCN does not hand out %1 yet").arg(topic),
                     .remedy = QCoreApplication::translate("streams", "It is not public yet, or there is no topic of that name; Tocsin looks again each minute.")};
    if (code != RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART && code != RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC)
        return std::nullopt;
    return Error{.kind = ErrorKind::UnknownTopic,
                 .message = QCoreApplication::translate("streams", "Nothing was sent to %1 of late").arg(topic),
                 .remedy = QCoreApplication::translate("streams", "GCN makes the topic with its next message; Tocsin looks again each minute.")};
}

} // namespace

StreamType gcnStreamType()
{
    return kafka::typeOnKafka({.id = u"gcn"_s,
                               .label = QT_TRANSLATE_NOOP("streams", "GCN"),
                               .help = QT_TRANSLATE_NOOP("streams", "NASA's network: gravitational waves, gamma-ray bursts, neutrinos. A credential is free."),
                               .options = table()},
                              {.toKafka = &toKafka, .calmTopic = &calmTopic});
}

} // namespace tocsin::streams::gcn
