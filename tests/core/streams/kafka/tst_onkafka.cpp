// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds of streams that stand on Kafka: what their options come to, pure, without a broker.
#include "core/base/installid.h"
#include "core/options/optiontable.h"
#include "core/streams/instance.h"
#include "core/streams/kafka/kafkasettings.h"
#include "core/streams/kafka/kafkastream.h"
#include "core/streams/kafka/onkafka.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::streams;

namespace {

StreamConfig streamOf(const QString &type, const QVariantMap &values = {})
{
    StreamConfig config{.uuid = u"uuid"_s, .name = u"name"_s, .type = type};
    for (const auto &[key, value] : values.asKeyValueRange())
        config.values.set(key, value);
    return config;
}

QVariant kafkaValue(const StreamConfig &config, const QString &key)
{
    return kafka::asKafka(config).values.value(kafka::kafkaOptions(), key);
}

QStringList problemsOf(const StreamConfig &config)
{
    QStringList keys;
    for (const options::Problem &problem : findStreamType(config.type)->check(config.values))
        keys << problem.key;
    return keys;
}

QString clientName(const StreamConfig &config, const char *property)
{
    const Result<kafka::ClientSettings> settings = kafka::clientSettings(kafka::asKafka(config).values);
    if (!settings)
        return settings.error().message;
    char text[256] = {};
    size_t size = sizeof text;
    return rd_kafka_conf_get(settings.value().conf.get(), property, text, &size) == RD_KAFKA_CONF_OK ? QString::fromUtf8(text) : QString();
}

} // namespace

class TestOnKafka final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hopskotchIsSetUp()
    {
        const StreamConfig config = streamOf(u"hopskotch"_s, {{u"user"_s, u"alice-1a2b"_s}, {u"password"_s, u"pencil"_s}});
        QCOMPARE(problemsOf(config), QStringList());
        QCOMPARE(kafkaValue(config, u"servers"_s).toStringList(), QStringList{u"kafka.scimma.org:9092"_s});
        QCOMPARE(kafkaValue(config, u"security"_s).toString(), u"SASL_SSL"_s);
        QCOMPARE(kafkaValue(config, u"mechanism"_s).toString(), u"SCRAM-SHA-512"_s);
        QCOMPARE(kafkaValue(config, u"start"_s).toString(), u"recent"_s);
        const TopicRules rules = kafka::topicRulesOf(config);
        for (const char *topic : {"igwn.gwalert", "gcn.circular", "hermes.message", "sys.heartbeat"})
            QVERIFY2(rules.matches(QLatin1String(topic)), topic);
        for (const char *topic : {"igwn.gwalert-playground", "sys.metadata", "sys.heartbeats", "sysXheartbeat"})
            QVERIFY2(!rules.matches(QLatin1String(topic)), topic);
        QVERIFY(!rules.exactNames().contains(u"sys.heartbeat"_s)); // a server without it is no trouble
        QVERIFY(!kafka::topicRulesOf(streamOf(u"hopskotch"_s, {{u"heartbeat"_s, false}})).matches(u"sys.heartbeat"_s));
    }

    void hopskotchGroupsBeginWithTheUser()
    {
        const auto with = [](const QString &group, const QString &user = u"alice"_s) {
            return streamOf(u"hopskotch"_s, {{u"user"_s, user}, {u"password"_s, u"pencil"_s}, {u"group"_s, group}});
        };
        QCOMPARE(problemsOf(with(u"alice-tonight"_s)), QStringList());
        QCOMPARE(problemsOf(with(u"tonight"_s)), QStringList{u"group"_s});
        QCOMPARE(problemsOf(with(u"alicetonight"_s)), QStringList{u"group"_s});
        QCOMPARE(problemsOf(with(u"bob-tonight"_s)), QStringList{u"group"_s});
        // Without one it is ours, and another installation's is another.
        QCOMPARE(clientName(with({}), "group.id"), u"alice-tocsin-"_s + installId());
        QCOMPARE(clientName(with({}), "enable.auto.commit"), u"false"_s);
        QCOMPARE(installId().size(), 8);
    }

    void gcnIsSetUp_data()
    {
        QTest::addColumn<QString>("domain");
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("instance");

        QTest::newRow("production") << u"production"_s << u"kafka.gcn.nasa.gov:9092"_s << u"production"_s;
        QTest::newRow("test") << u"test"_s << u"kafka.test.gcn.nasa.gov:9092"_s << u"test"_s;
        QTest::newRow("dev") << u"dev"_s << u"kafka.dev.gcn.nasa.gov:9092"_s << u"test"_s;
    }
    void gcnIsSetUp()
    {
        QFETCH(QString, domain);
        QFETCH(QString, server);
        QFETCH(QString, instance);
        const StreamConfig config = streamOf(u"gcn"_s, {{u"domain"_s, domain}, {u"account"_s, u"gcn"_s}});
        QCOMPARE(kafkaValue(config, u"servers"_s).toStringList(), QStringList{server});
        QCOMPARE(kafkaValue(config, u"security"_s).toString(), u"SASL_SSL"_s);
        QCOMPARE(kafka::asKafka(config).values.stored().value(u"mechanism"_s).toString(), u"OAUTHBEARER"_s);
        QCOMPARE(kafka::asKafka(config).values.stored().value(u"account"_s).toString(), u"gcn"_s);
        QCOMPARE(instanceName(instanceOf(config)), instance);
    }

    void gcnFamiliesBecomeTopics_data()
    {
        QTest::addColumn<QVariantMap>("values");
        QTest::addColumn<QStringList>("read");
        QTest::addColumn<QStringList>("left");

        const QStringList all{u"igwn.gwalert"_s, u"gcn.notices.icecube.lvk_nu_track_search"_s, u"gcn.classic.voevent.FERMI_GBM_FLT_POS"_s, u"gcn.circulars"_s, u"gcn.heartbeat"_s};
        const QStringList never{u"gcn.classic.text.FERMI_GBM_FLT_POS"_s, u"gcn.classic.binary.FERMI_GBM_FLT_POS"_s, u"gcn.circulars.grb"_s, u"igwn.gwalert-test"_s};
        QTest::newRow("as it comes") << QVariantMap{} << all << never;
        QTest::newRow("classic text") << QVariantMap{{u"classic"_s, u"text"_s}} << QStringList{never[0], all[0]} << QStringList{all[2], never[1]};
        QTest::newRow("classic binary") << QVariantMap{{u"classic"_s, u"binary"_s}} << QStringList{never[1]} << QStringList{all[2], never[0]};
        QTest::newRow("little") << QVariantMap{{u"classic"_s, u"none"_s}, {u"notices"_s, false}, {u"circulars"_s, false}, {u"gravitational_waves"_s, false}}
                                << QStringList{all[4]} << all.first(4) + never;
        QTest::newRow("no heartbeat") << QVariantMap{{u"heartbeat"_s, false}} << all.first(4) << QStringList{all[4]};
        QTest::newRow("further and except") << QVariantMap{{u"topics"_s, QStringList{never[2]}}, {u"exclude"_s, QStringList{u"*FLT_POS"_s}}}
                                            << QStringList{never[2], all[3]} << QStringList{all[2]};
    }
    void gcnFamiliesBecomeTopics()
    {
        QFETCH(QVariantMap, values);
        QFETCH(QStringList, read);
        QFETCH(QStringList, left);
        const TopicRules rules = kafka::topicRulesOf(streamOf(u"gcn"_s, values));
        for (const QString &topic : read)
            QVERIFY2(rules.matches(topic), qPrintable(topic));
        for (const QString &topic : left)
            QVERIFY2(!rules.matches(topic), qPrintable(topic));
    }

    void gcnServersCanBeReplaced()
    {
        const StreamConfig config = streamOf(u"gcn"_s, {{u"servers"_s, QStringList{u"localhost:19092"_s}}, {u"security"_s, u"PLAINTEXT"_s}});
        QCOMPARE(kafkaValue(config, u"servers"_s).toStringList(), QStringList{u"localhost:19092"_s});
        QCOMPARE(problemsOf(config), QStringList());
        const StreamType &type = *findStreamType(u"gcn"_s);
        QVERIFY(options::validate(type.options, config.values).empty()); // no account is asked for where nobody signs in
        QCOMPARE(options::validate(type.options, {}).size(), size_t(1));
        QCOMPARE(options::validate(type.options, {}).front().key, u"account"_s);
    }

    void problemsHaveAPlaceInTheirOwnTable()
    {
        QCOMPARE(problemsOf(streamOf(u"gcn"_s, {{u"account"_s, u"a"_s}, {u"servers"_s, QStringList{u"a/b"_s}}})), QStringList{u"servers"_s});
        const QStringList keys = problemsOf(streamOf(u"gcn"_s, {{u"account"_s, u"a"_s}, {u"topics"_s, QStringList{u"^("_s}}}));
        QCOMPARE(keys, QStringList{u"topics"_s});
    }

    void kindsShareAClient()
    {
        const QVariantMap same{{u"servers"_s, QStringList{u"localhost:19092"_s}}, {u"security"_s, u"PLAINTEXT"_s}};
        const auto keyOf = [](const StreamConfig &config) { return findStreamType(config.type)->consumerKey(config); };
        const StreamConfig plain = streamOf(u"kafka"_s, same);
        const StreamConfig gcn = streamOf(u"gcn"_s, same);
        QVERIFY(!keyOf(plain).isEmpty());
        QCOMPARE(keyOf(gcn), keyOf(streamOf(u"gcn"_s, {{u"servers"_s, same.value(u"servers"_s)}, {u"security"_s, u"PLAINTEXT"_s}, {u"classic"_s, u"none"_s}})));
        QVERIFY(keyOf(gcn) != keyOf(streamOf(u"gcn"_s)));
        StreamConfig hop = streamOf(u"hopskotch"_s, same);
        QVERIFY(keyOf(hop) != keyOf(plain)); // its client fetches large messages
        hop.values.set(u"fetch_external"_s, false);
        QCOMPARE(keyOf(hop), keyOf(plain));
    }

    void otherKindsStayAsTheyAre()
    {
        const StreamConfig plain = streamOf(u"kafka"_s, {{u"servers"_s, QStringList{u"a:1"_s}}, {u"topics"_s, QStringList{u"t"_s}}});
        QCOMPARE(kafka::asKafka(plain), plain);
        QVERIFY(!kafka::calmTopic(u"kafka"_s, RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART, u"t"_s));
        QVERIFY(kafka::calmTopic(u"gcn"_s, RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART, u"t"_s)->message.contains(u"Nothing was sent to t"));
        QVERIFY(kafka::calmTopic(u"gcn"_s, RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED, u"t"_s)->remedy.contains(u"not public yet"));
        QVERIFY(!kafka::calmTopic(u"gcn"_s, RD_KAFKA_RESP_ERR__TRANSPORT, u"t"_s));
    }
};

QTEST_GUILESS_MAIN(TestOnKafka)
#include "tst_onkafka.moc"
