// SPDX-License-Identifier: GPL-3.0-or-later
// Which properties of librdkafka a person may set, and what becomes of the options.
#include "core/base/installid.h"
#include "core/streams/kafka/kafkasettings.h"
#include "core/streams/kafka/kafkastream.h"

#include <QTest>
#include <QVariantMap>

using namespace Qt::StringLiterals;
using namespace tocsin;
using options::OptionValues;
using streams::kafka::ClientSettings;

namespace {

OptionValues valuesWith(const QString &property, const QString &value)
{
    OptionValues values;
    values.set(u"servers"_s, QStringList{u"127.0.0.1"_s});
    values.set(u"topics"_s, QStringList{u"a"_s});
    values.set(u"properties"_s, QVariantMap{{property, value}});
    return values;
}

QByteArray valueOf(const ClientSettings &settings, const char *name)
{
    size_t size = 0;
    if (rd_kafka_conf_get(settings.conf.get(), name, nullptr, &size) != RD_KAFKA_CONF_OK)
        return {};
    QByteArray value(static_cast<qsizetype>(size), '\0');
    rd_kafka_conf_get(settings.conf.get(), name, value.data(), &size);
    return value.left(qstrlen(value.constData()));
}

} // namespace

class TestKafkaSettings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Secrets would stand in files and exports; a check that is off would be off without a mark (decisions 23); the rest is
    // what Tocsin's own promises stand on.
    void refused_data()
    {
        QTest::addColumn<QString>("says"); // part of the message
        const QString ours = u"set by Tocsin itself"_s;
        const QString trust = u"only the options"_s;
        for (const char *name : {"sasl.password", "ssl.key.password", "ssl.keystore.password", "sasl.oauthbearer.client.secret"})
            QTest::newRow(name) << u"--secret-file"_s;
        for (const char *name : {"bootstrap.servers", "metadata.broker.list"})
            QTest::newRow(name) << u"use “servers”"_s;
        QTest::newRow("security.protocol") << u"use “security”"_s;
        QTest::newRow("sasl.mechanism") << u"use “mechanism”"_s;
        QTest::newRow("sasl.mechanisms") << u"use “mechanism”"_s;
        QTest::newRow("sasl.username") << u"use “user”"_s;
        QTest::newRow("ssl.ca.location") << u"use “ca”"_s;
        QTest::newRow("ssl.ca.pem") << u"use “ca”"_s;
        QTest::newRow("group.id") << u"use “group”"_s;
        for (const char *name : {"enable.ssl.certificate.verification", "ssl.endpoint.identification.algorithm", "ssl.certificate.verify_cb", "ssl.key.location", "ssl.key.pem",
                                 "ssl_key", "ssl.certificate.pem", "ssl.keystore.location", "ssl.engine.location", "ssl.providers", "ssl.cipher.suites",
                                 "sasl.oauthbearer.config", "sasl.kerberos.kinit.cmd", "enable.sasl.oauthbearer.unsecure.jwt"})
            QTest::newRow(name) << trust;
        for (const char *name : {"plugin.library.paths", "group.instance.id", "group.protocol.type", "client.id", "client.software.name", "enable.auto.offset.store", "auto.offset.reset",
                                 "enable.auto.commit", "auto.commit.enable", "offset.store.method", "enable.partition.eof", "check.crcs", "allow.auto.create.topics", "log.queue",
                                 "test.mock.num.brokers", "internal.termination.signal", "enabled_events", "interceptors", "opaque", "default_topic_conf", "log_cb", "error_cb",
                                 "open_cb", "resolve_cb", "oauthbearer_token_refresh_cb", "msg_order_cmp"})
            QTest::newRow(name) << ours;
    }
    void refused()
    {
        QFETCH(QString, says);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const QString refusal = streams::kafka::refusedProperty(name);
        QVERIFY2(refusal.contains(says) && refusal.contains(name), qPrintable(refusal));
        const Result<ClientSettings> settings = streams::kafka::clientSettings(valuesWith(name, u"canary"_s));
        QVERIFY(!settings);
        QCOMPARE(settings.error().message, refusal);
        QCOMPARE(settings.error().detail, u"properties"_s);
        QVERIFY(!refusal.contains(u"canary"_s));
        // Where it is checked: before anything is stored, and in a URL with its place.
        const auto problems = streams::findStreamType(u"kafka"_s)->check(valuesWith(name, u"canary"_s));
        QCOMPARE(problems.size(), size_t{1});
        QCOMPARE(problems.front().key, u"properties"_s);
        const auto url = streams::kafka::streamFromKafkaUrl(u"kafka://h/t?x.%1=canary"_s.arg(name));
        QVERIFY(!url && url.error().message.contains(refusal) && url.error().message.contains(u"position 13"_s));
    }

    void everySecretOfTheLibraryIsRefused()
    {
        // librdkafka blots these out in its own listing; a later version may know more.
        size_t count = 0;
        const std::unique_ptr<rd_kafka_conf_t, decltype(&rd_kafka_conf_destroy)> conf(rd_kafka_conf_new(), &rd_kafka_conf_destroy);
        const char **dump = rd_kafka_conf_dump(conf.get(), &count);
        for (size_t i = 0; i + 1 < count; i += 2) {
            const QString name = QString::fromLatin1(dump[i]);
            for (const char *word : {"password", "secret", "sasl.", "ssl", "_cb"}) {
                if (name.contains(QLatin1String(word)))
                    QVERIFY2(!streams::kafka::refusedProperty(name).isEmpty(), dump[i]);
            }
        }
        rd_kafka_conf_dump_free(dump, count);
        QVERIFY(count > 100);
    }

    void allowed_data()
    {
        QTest::addColumn<QString>("value");
        for (const auto &[name, value] : std::initializer_list<std::pair<const char *, const char *>>{
                 {"queued.max.messages.kbytes", "1024"}, {"queued.min.messages", "10"}, {"fetch.wait.max.ms", "100"}, {"topic.metadata.refresh.interval.ms", "500"},
                 {"socket.timeout.ms", "30000"}, {"broker.address.family", "v4"}, {"client.rack", "a"}, {"client.dns.lookup", "use_all_dns_ips"}, {"statistics.interval.ms", "1000"},
                 {"isolation.level", "read_committed"}, {"reconnect.backoff.ms", "100"}, {"log_level", "7"}}) {
            if (qstrcmp(name, "client.dns.lookup") != 0 || rd_kafka_version() >= 0x020200ff)
                QTest::newRow(name) << QString::fromLatin1(value);
        }
    }
    void allowed()
    {
        QFETCH(QString, value);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const Result<ClientSettings> settings = streams::kafka::clientSettings(valuesWith(name, value));
        QVERIFY2(settings.ok(), settings.ok() ? "" : qPrintable(settings.error().message));
        QCOMPARE(QString::fromLatin1(valueOf(settings.value(), QTest::currentDataTag())), value);
    }

    void unknownOnesAreRefusedInItsOwnWords()
    {
        for (const char *name : {"no.such.property", "SASL.PASSWORDS", "", " debug"}) {
            const Result<ClientSettings> settings = streams::kafka::clientSettings(valuesWith(QString::fromLatin1(name), u"1"_s));
            QVERIFY(!settings);
            QVERIFY(!settings.error().message.isEmpty());
        }
        const Result<ClientSettings> wrong = streams::kafka::clientSettings(valuesWith(u"fetch.min.bytes"_s, u"x"_s));
        QVERIFY(!wrong && wrong.error().message.contains(u"fetch.min.bytes"_s));
    }

    void optionsBecomeProperties()
    {
        OptionValues values = valuesWith(u"debug"_s, u"broker,fetch"_s);
        values.set(u"servers"_s, QStringList{u"a.example.org"_s, u"b.example.org:9094"_s, u"[::1]"_s, u"[::1]:9093"_s});
        values.set(u"security"_s, u"SASL_SSL"_s);
        values.set(u"user"_s, u"observer"_s);
        values.set(u"password"_s, u"canary"_s);
        const Result<ClientSettings> settings = streams::kafka::clientSettings(values);
        QVERIFY2(settings.ok(), settings.ok() ? "" : qPrintable(settings.error().message));
        QCOMPARE(settings.value().servers, u"a.example.org:9092,b.example.org:9094,[::1]:9092,[::1]:9093"_s);
        const QByteArray group = "observer-tocsin-" + installId().toUtf8();
        const std::pair<const char *, const char *> expected[] = {{"security.protocol", "sasl_ssl"}, {"sasl.mechanisms", "SCRAM-SHA-512"}, {"sasl.username", "observer"},
                                                                  {"sasl.password", "canary"}, {"group.id", group.constData()}, {"enable.auto.commit", "false"},
                                                                  {"ssl.endpoint.identification.algorithm", "https"}, {"enable.ssl.certificate.verification", "true"},
                                                                  {"enable.auto.offset.store", "false"}, {"check.crcs", "true"}};
        for (const auto &[name, value] : expected)
            QCOMPARE(valueOf(settings.value(), name), QByteArray(value));
        QVERIFY(!settings.value().storesOffsets);
    }

    void plainPasswordsStayOnThisMachine_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<bool>("refusedThere");
        QTest::newRow("127.0.0.1") << u"127.0.0.1:9092"_s << false;
        QTest::newRow("localhost without port") << u"localhost"_s << false;
        QTest::newRow("::1") << u"[::1]:9092"_s << false;
        QTest::newRow("far away") << u"kafka.example.org:9092"_s << true;
        QTest::newRow("a name that begins alike") << u"127.example.org:9092"_s << true;
    }
    void plainPasswordsStayOnThisMachine()
    {
        QFETCH(QString, server);
        QFETCH(bool, refusedThere);
        OptionValues values;
        values.set(u"servers"_s, QStringList{server});
        values.set(u"topics"_s, QStringList{u"a"_s});
        values.set(u"security"_s, u"SASL_PLAINTEXT"_s);
        values.set(u"mechanism"_s, u"PLAIN"_s);
        values.set(u"user"_s, u"u"_s);
        const streams::StreamType &type = *streams::findStreamType(u"kafka"_s);
        QCOMPARE(!type.check(values).empty(), refusedThere);
        // A token in clear text is as good as a password.
        values.set(u"mechanism"_s, u"OAUTHBEARER"_s);
        QCOMPARE(!type.check(values).empty(), refusedThere);
        values.set(u"security"_s, u"SASL_SSL"_s);
        QVERIFY(type.check(values).empty());
        // Behind a proxy it is the proxy's machine.
        values.set(u"security"_s, u"SASL_PLAINTEXT"_s);
        values.set(u"proxy"_s, u"socks5://proxy.example.org:1080"_s);
        QVERIFY(!type.check(values).empty());
    }
};

QTEST_GUILESS_MAIN(TestKafkaSettings)
#include "tst_kafkasettings.moc"
