// SPDX-License-Identifier: GPL-3.0-or-later
#include "rig/rig.h"

#include <librdkafka/rdkafka.h>

#include <QCoreApplication>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace tocsin::rig;

// The rig itself: a test that leans on it must be able to trust what it says.
class TestRig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void topicsGrowAndShrink();
    void everyCodecIsRead_data();
    void everyCodecIsRead();
    void everyDoorOpensForItsKey_data();
    void everyDoorOpensForItsKey();
    void aKilledBrokerComesBackWithItsData();

private:
    KafkaRig m_rig;
};

namespace {

using Settings = QList<std::pair<QByteArray, QByteArray>>;

struct ClientDeleter {
    void operator()(rd_kafka_t *client) const { rd_kafka_destroy(client); }
};
using Client = std::unique_ptr<rd_kafka_t, ClientDeleter>;

Client makeConsumer(const QString &servers, Settings settings)
{
    char error[512];
    rd_kafka_conf_t *conf = rd_kafka_conf_new();
    settings.append({{"bootstrap.servers", servers.toUtf8()}, {"group.id", "rig"}, {"auto.offset.reset", "earliest"}});
    for (const auto &[key, value] : std::as_const(settings)) {
        if (rd_kafka_conf_set(conf, key.constData(), value.constData(), error, sizeof error) != RD_KAFKA_CONF_OK)
            qFatal("%s", error);
    }
    return Client(rd_kafka_new(RD_KAFKA_CONSUMER, conf, error, sizeof error));
}

// Reads `count` messages from partition 0; the number read within the time limit.
int read(rd_kafka_t *consumer, const QString &topic, int count)
{
    rd_kafka_topic_partition_list_t *list = rd_kafka_topic_partition_list_new(1);
    rd_kafka_topic_partition_list_add(list, qPrintable(topic), 0)->offset = 0;
    rd_kafka_assign(consumer, list);
    rd_kafka_topic_partition_list_destroy(list);
    int done = 0;
    QDeadlineTimer deadline(20'000);
    while (done < count && !deadline.hasExpired()) {
        rd_kafka_message_t *message = rd_kafka_consumer_poll(consumer, 200);
        if (!message)
            continue;
        if (message->err == RD_KAFKA_RESP_ERR_NO_ERROR)
            ++done;
        rd_kafka_message_destroy(message);
    }
    return done;
}

// Whether the broker tells its topics to a client with these settings.
bool letsIn(const QString &servers, const Settings &settings, int timeoutMs)
{
    const Client consumer = makeConsumer(servers, settings);
    const rd_kafka_metadata_t *metadata = nullptr;
    if (rd_kafka_metadata(consumer.get(), 1, nullptr, &metadata, timeoutMs) != RD_KAFKA_RESP_ERR_NO_ERROR)
        return false;
    rd_kafka_metadata_destroy(metadata);
    return true;
}

} // namespace

void TestRig::initTestCase()
{
    QVERIFY2(m_rig.up(), qPrintable(m_rig.why()));
}

void TestRig::topicsGrowAndShrink()
{
    QVERIFY2(m_rig.createTopic(u"grow"_s, 2), qPrintable(m_rig.why()));
    QVERIFY(!m_rig.createTopic(u"grow"_s, 2));
    QVERIFY(!m_rig.why().isEmpty());
    QVERIFY2(m_rig.growTopic(u"grow"_s, 5), qPrintable(m_rig.why()));
    QTRY_COMPARE(m_rig.ends(u"grow"_s).size(), 5);
    QVERIFY2(m_rig.produce(u"grow"_s, 100, {u"partition=1"_s}), qPrintable(m_rig.why()));
    QVERIFY2(m_rig.cutTopic(u"grow"_s, 1, 40), qPrintable(m_rig.why()));
    const QList<PartitionEnds> ends = m_rig.ends(u"grow"_s);
    QCOMPARE(ends.at(1).begin, 40);
    QCOMPARE(ends.at(1).end, 100);
    QCOMPARE(ends.at(0).end, 0);
    QVERIFY2(m_rig.deleteTopic(u"grow"_s), qPrintable(m_rig.why()));
    QTRY_VERIFY(m_rig.ends(u"grow"_s).isEmpty());
}

void TestRig::everyCodecIsRead_data()
{
    QTest::addColumn<QString>("codec");
    for (const char *codec : {"none", "gzip", "snappy", "lz4", "zstd"})
        QTest::newRow(codec) << QString::fromLatin1(codec);
}

void TestRig::everyCodecIsRead()
{
    QFETCH(QString, codec);
    const QString topic = u"codec-"_s + codec;
    QVERIFY2(m_rig.createTopic(topic, 1), qPrintable(m_rig.why()));
    QVERIFY2(m_rig.produce(topic, 500, {u"size=2000"_s, u"codec="_s + codec, u"header=a=b"_s}), qPrintable(m_rig.why()));
    QCOMPARE(m_rig.ends(topic).at(0).end, 500);
    const Client consumer = makeConsumer(m_rig.plain(), {});
    QCOMPARE(read(consumer.get(), topic, 500), 500);
}

void TestRig::everyDoorOpensForItsKey_data()
{
    QTest::addColumn<QString>("servers");
    QTest::addColumn<QString>("protocol");
    QTest::addColumn<QString>("mechanism");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("opens");
    const auto row = [](const char *name, const QString &servers, const char *protocol, const char *mechanism, const char *user, const char *password, bool opens) {
        QTest::newRow(name) << servers << QString::fromLatin1(protocol) << QString::fromLatin1(mechanism) << QString::fromLatin1(user) << QString::fromLatin1(password) << opens;
    };
    row("clear text", m_rig.plain(), "PLAINTEXT", "", "", "", true);
    row("tls", m_rig.ssl(), "SSL", "", "", "", true);
    row("scram 256", m_rig.sasl(), "SASL_PLAINTEXT", "SCRAM-SHA-256", "alice", "alice-secret", true);
    row("plain", m_rig.sasl(), "SASL_PLAINTEXT", "PLAIN", "plainuser", "plain-secret", true);
    row("scram 512 over tls", m_rig.saslTls(), "SASL_SSL", "SCRAM-SHA-512", "alice", "alice-secret", true);
    row("scram 256 over tls", m_rig.saslTls(), "SASL_SSL", "SCRAM-SHA-256", "alice", "alice-secret", true);
    row("plain over tls", m_rig.saslTls(), "SASL_SSL", "PLAIN", "plainuser", "plain-secret", true);
    row("odd password", m_rig.saslTls(), "SASL_SSL", "SCRAM-SHA-512", "odd", "a=b,c%d$e@f", true);
    row("wrong password", m_rig.saslTls(), "SASL_SSL", "SCRAM-SHA-512", "alice", "bob-secret", false);
    row("another host's certificate", m_rig.wrongHost(), "SASL_SSL", "SCRAM-SHA-512", "alice", "alice-secret", false);
}

void TestRig::everyDoorOpensForItsKey()
{
    QFETCH(QString, servers);
    QFETCH(QString, protocol);
    QFETCH(QString, mechanism);
    QFETCH(QString, user);
    QFETCH(QString, password);
    QFETCH(bool, opens);
    Settings settings{{"security.protocol", protocol.toUtf8()}, {"log_level", "0"}};
    if (protocol.contains(u"SSL"))
        settings.append({"ssl.ca.location", m_rig.caFile().toUtf8()});
    if (!mechanism.isEmpty())
        settings.append({{"sasl.mechanism", mechanism.toUtf8()}, {"sasl.username", user.toUtf8()}, {"sasl.password", password.toUtf8()}});
    QCOMPARE(letsIn(servers, settings, opens ? 15'000 : 3'000), opens);
}

void TestRig::aKilledBrokerComesBackWithItsData()
{
    QVERIFY2(m_rig.createTopic(u"kept"_s, 1), qPrintable(m_rig.why()));
    QVERIFY2(m_rig.produce(u"kept"_s, 50), qPrintable(m_rig.why()));
    const QString before = m_rig.plain();
    QVERIFY2(m_rig.kill(), qPrintable(m_rig.why()));
    QVERIFY(!letsIn(before, {{"log_level", "0"}}, 1'000));
    QVERIFY2(m_rig.start(), qPrintable(m_rig.why()));
    QCOMPARE(m_rig.plain(), before);
    QTRY_COMPARE(m_rig.ends(u"kept"_s).size(), 1);
    QCOMPARE(m_rig.ends(u"kept"_s).at(0).end, 50);
    QVERIFY2(m_rig.stop(), qPrintable(m_rig.why()));
    QVERIFY2(m_rig.start(), qPrintable(m_rig.why()));
    QCOMPARE(m_rig.ends(u"kept"_s).at(0).end, 50);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    TestRig test;
    return runWithKafka(&test, argc, argv);
}

#include "tst_rig.moc"
