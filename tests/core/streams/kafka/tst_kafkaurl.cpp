// SPDX-License-Identifier: GPL-3.0-or-later
// Contract, section 2, "URL of a stream".
#include "core/options/optiontable.h"
#include "core/streams/kafka/kafkastream.h"

#include <QTest>
#include <QVariantMap>

using namespace Qt::StringLiterals;
using namespace tocsin;
using streams::StreamConfig;
using streams::kafka::streamFromKafkaUrl;

class TestKafkaUrl final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parts_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QStringList>("servers");
        QTest::addColumn<QStringList>("topics");
        const auto row = [](const char *name, const QString &url, const QString &user, const QStringList &servers, const QStringList &topics) {
            QTest::newRow(name) << url << user << servers << topics;
        };
        row("host and topic", u"kafka://h:9092/t"_s, {}, {u"h:9092"_s}, {u"t"_s});
        row("no port", u"kafka://h/t"_s, {}, {u"h"_s}, {u"t"_s});
        row("no topic", u"kafka://h"_s, {}, {u"h"_s}, {});
        row("no topic but a slash", u"kafka://h/"_s, {}, {u"h"_s}, {});
        row("no topic but options", u"kafka://h?start=live"_s, {}, {u"h"_s}, {});
        row("host list", u"kafka://a:1,b:2,c/t"_s, {}, {u"a:1"_s, u"b:2"_s, u"c"_s}, {u"t"_s});
        row("topic list", u"kafka://h/a,b.c,d*"_s, {}, {u"h"_s}, {u"a"_s, u"b.c"_s, u"d*"_s});
        row("v6", u"kafka://[::1]:9092,[2001:db8::1]/t"_s, {}, {u"[::1]:9092"_s, u"[2001:db8::1]"_s}, {u"t"_s});
        row("v4", u"kafka://127.0.0.1:9092/t"_s, {}, {u"127.0.0.1:9092"_s}, {u"t"_s});
        row("user", u"kafka://me@h/t"_s, u"me"_s, {u"h"_s}, {u"t"_s});
        row("user with @", u"kafka://me@example.org@h/t"_s, u"me@example.org"_s, {u"h"_s}, {u"t"_s});
        row("user, encoded", u"kafka://m%65%40x%2Fy@h/t"_s, u"me@x/y"_s, {u"h"_s}, {u"t"_s});
        row("@ in a topic is no user", u"kafka://h/t@x"_s, {}, {u"h"_s}, {u"t@x"_s});
        row("@ in an option is no user", u"kafka://h/t?group=a@b"_s, {}, {u"h"_s}, {u"t"_s});
        row("topic, encoded", u"kafka://h/%C3%BC%3F%26"_s, {}, {u"h"_s}, {u"ü?&"_s});
        row("pattern", u"kafka://h/^ztf_[0-9]+$"_s, {}, {u"h"_s}, {u"^ztf_[0-9]+$"_s});
        row("pattern with a repeat", u"kafka://h/^a{1,2},b"_s, {}, {u"h"_s}, {u"^a{1,2}"_s, u"b"_s});
        row("pattern with an encoded comma", u"kafka://h/^a%7B1%2C2%7D,b"_s, {}, {u"h"_s}, {u"^a{1,2}"_s, u"b"_s});
        row("an encoded comma belongs to its part", u"kafka://h/a%2Cb"_s, {}, {u"h"_s}, {u"a,b"_s});
        row("pattern with an encoded ?", u"kafka://h/^ab%3F?start=live"_s, {}, {u"h"_s}, {u"^ab?"_s});
    }
    void parts()
    {
        QFETCH(QString, url);
        QFETCH(QString, user);
        QFETCH(QStringList, servers);
        QFETCH(QStringList, topics);
        const Result<StreamConfig> parsed = streamFromKafkaUrl(url);
        QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(parsed.error().message));
        const StreamConfig &config = parsed.value();
        QCOMPARE(config.type, u"kafka"_s);
        QCOMPARE(config.name, url.section(u'?', 0, 0)); // its name is the URL without the query
        QCOMPARE(config.values.stored().value(u"user"_s).toString(), user);
        QCOMPARE(config.values.stored().value(u"servers"_s).toStringList(), servers);
        QCOMPARE(config.values.stored().value(u"topics"_s).toStringList(), topics);
    }

    void query_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("choice") << u"security=SASL_SSL"_s << u"security"_s << QVariant(u"SASL_SSL"_s);
        QTest::newRow("the last counts") << u"start=live&start=last:5"_s << u"start"_s << QVariant(u"last:5"_s);
        QTest::newRow("encoded") << u"start=2026-03-01T00%3A00"_s << u"start"_s << QVariant(u"2026-03-01T00:00"_s);
        QTest::newRow("an earlier key") << u"group.id=g"_s << u"group"_s << QVariant(u"g"_s);
        QTest::newRow("a second ?") << u"group=a?b"_s << u"group"_s << QVariant(u"a?b"_s);
        QTest::newRow("a second =") << u"group=a=b"_s << u"group"_s << QVariant(u"a=b"_s);
        QTest::newRow("list") << u"exclude=a,^b{1,2},c%2Cd"_s << u"exclude"_s << QVariant(QStringList{u"a"_s, u"^b{1,2}"_s, u"c,d"_s});
        QTest::newRow("x.PROPERTY") << u"x.fetch.min.bytes=5&x.debug=broker,fetch"_s << u"properties"_s
                                    << QVariant(QVariantMap{{u"fetch.min.bytes"_s, u"5"_s}, {u"debug"_s, u"broker,fetch"_s}});
        QTest::newRow("x.PROPERTY beside properties") << u"properties=fetch.min.bytes=5&x.debug=broker"_s << u"properties"_s
                                                      << QVariant(QVariantMap{{u"fetch.min.bytes"_s, u"5"_s}, {u"debug"_s, u"broker"_s}});
    }
    void query()
    {
        QFETCH(QString, query);
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        const Result<StreamConfig> parsed = streamFromKafkaUrl(u"kafka://h/t?"_s + query);
        QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(parsed.error().message));
        QCOMPARE(parsed.value().values.stored().value(key), value);
    }

    void errors_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<int>("position");
        const auto row = [](const char *name, const char *url, int position) { QTest::newRow(name) << QString::fromUtf8(url) << position; };
        row("another scheme", "http://h/t", 1);
        row("nothing", "", 1);
        row("no host", "kafka:///t", 9);
        row("nothing but the scheme", "kafka://", 9);
        row("an empty host", "kafka://a,,b/t", 11);
        row("a host too many", "kafka://a,/t", 11);
        row("port 0", "kafka://h:0/t", 9);
        row("port 65536", "kafka://h:65536/t", 9);
        row("a port of letters", "kafka://h:x/t", 9);
        row("a port with a sign", "kafka://h:+1/t", 9);
        row("an empty port", "kafka://h:/t", 9);
        row("v6 without brackets", "kafka://::1/t", 9);
        row("v6 that stays open", "kafka://[::1/t", 9);
        row("v6 that is empty", "kafka://[]:1/t", 9);
        row("v6 and a port without colon", "kafka://[::1]1/t", 9);
        row("a blank in a host", "kafka://a%20b/t", 9);
        row("an empty user", "kafka://@h/t", 9);
        row("a password", "kafka://me:pw@h/t", 11);
        row("a broken escape in the user", "kafka://%4@h/t", 9);
        row("a broken escape in the host", "kafka://a,%zz/t", 11);
        row("a broken escape in the topic", "kafka://h/a,b%", 13);
        row("a signed escape", "kafka://h/%+1", 11);
        row("an escape that is no UTF-8", "kafka://h/%FF", 11);
        row("an empty topic", "kafka://h/a,,b", 13);
        row("no key", "kafka://h/t?=x", 13);
        row("no =", "kafka://h/t?start", 13);
        row("an empty pair", "kafka://h/t?start=live&&group=g", 24);
        row("an unknown key", "kafka://h/t?start=live&nonsense=1", 24);
        row("a bad value", "kafka://h/t?start=yesterday", 13);
        row("a password as an option", "kafka://h/t?password=canary", 13);
        row("a password as a property", "kafka://h/t?x.sasl.password=canary", 13);
        row("a broken escape in a value", "kafka://h/t?group=%x", 13);
    }
    void errors()
    {
        QFETCH(QString, url);
        QFETCH(int, position);
        const Result<StreamConfig> parsed = streamFromKafkaUrl(url);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::BadArgument);
        QVERIFY2(parsed.error().message.contains(u"position %1:"_s.arg(position)), qPrintable(parsed.error().message));
        QVERIFY(!parsed.error().message.contains(u"canary"_s));
    }

    // What a URL has read before is known again: positions hang on the identity.
    void identity()
    {
        const auto uuid = [](const QString &url) { return streamFromKafkaUrl(url).value().uuid; };
        QCOMPARE(uuid(u"kafka://h/t"_s), uuid(u"kafka://h/t?start=live"_s));
        QVERIFY(uuid(u"kafka://h/t"_s) != uuid(u"kafka://h/u"_s));
        QVERIFY(!uuid(u"kafka://h/t"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestKafkaUrl)
#include "tst_kafkaurl.moc"
