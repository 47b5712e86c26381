// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/secretmask.h"

#include "core/streams/stream.h"

#include <QTest>
#include <QVariantMap>

using namespace Qt::StringLiterals;
using namespace tocsin;
using streams::SecretMask;

namespace {

const QString kDots = u"••••••"_s;

SecretMask maskOf(const QString &password)
{
    options::OptionValues values;
    values.set(u"user"_s, u"observer"_s);
    values.set(u"password"_s, password);
    return {streams::findStreamType(u"kafka"_s)->options, values};
}

} // namespace

class TestSecretMask final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const QString secret = u"hunter2/äb+c"_s;
        QTest::newRow("nothing secret") << secret << u"%7|1|FETCH|rdkafka#consumer-1| [thrd:main]: Fetch topic a [0] at offset 5"_s
                                        << u"%7|1|FETCH|rdkafka#consumer-1| [thrd:main]: Fetch topic a [0] at offset 5"_s;
        QTest::newRow("debug=all, configuration") << secret << u"%7|1789|CONFIG|tocsin#consumer-1| [thrd:app]:   sasl.password = hunter2/äb+c"_s
                                                  << u"%7|1789|CONFIG|tocsin#consumer-1| [thrd:app]:   sasl.password = "_s + kDots;
        QTest::newRow("several in a line") << secret << u"a hunter2/äb+c b hunter2/äb+c"_s << u"a %1 b %1"_s.arg(kDots);
        QTest::newRow("percent-encoded") << secret << u"POST token?password=hunter2%2F%C3%A4b%2Bc&x=1"_s << u"POST token?password=%1&x=1"_s.arg(kDots);
        QTest::newRow("percent-encoded, small") << secret << u"password=hunter2%2f%c3%a4b%2bc"_s << u"password="_s + kDots;
        QTest::newRow("as a form is sent") << u"two words/x"_s << u"password=two+words%2Fx"_s << u"password="_s + kDots;
        QTest::newRow("JSON") << u"a\"b\\c-d"_s << u"{\"password\": \"a\\\"b\\\\c-d\"}"_s << u"{\"password\": \"%1\"}"_s.arg(kDots);
        QTest::newRow("pattern signs are themselves") << u"a.*(b"_s << u"a.*(b and axxb"_s << kDots + u" and axxb"_s;
        QTest::newRow("a short one inside words stays") << u"a"_s << u"a planet: sasl.password=a, nanana"_s
                                                        << u"%1 planet: sasl.password=%1, nanana"_s.arg(kDots);
        QTest::newRow("no secret") << QString() << u"sasl.password = "_s << u"sasl.password = "_s;
        QTest::newRow("the user is no secret") << secret << u"sasl.username = observer"_s << u"sasl.username = observer"_s;
    }
    void lines()
    {
        QFETCH(QString, password);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(maskOf(password).masked(text), expected);
    }

    // SASL PLAIN and HTTP Basic put "user:password" into base64: the secret lies there on any of three places.
    void base64_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("behind");
        for (const char *before : {"", "u", "us", "observer:", "\1observer\1"}) {
            for (const char *behind : {"", "x", "xy", "xyz"})
                QTest::addRow("%d bytes before, %d behind", int(qstrlen(before)), int(qstrlen(behind))) << QByteArray(before) << QByteArray(behind);
        }
    }
    void base64()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, behind);
        const QByteArray secret = "TOPSECRET-TOPSECRET\xff?"; // also - and _ of the other alphabet
        const SecretMask mask = maskOf(QString::fromUtf8("TOPSECRET-TOPSECRETÿ?"));
        const QByteArray all = before + QString::fromLatin1(secret).toUtf8() + behind;
        for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
            const QString text = u"Authorization: Basic "_s + QString::fromLatin1(all.toBase64(alphabet));
            const QString masked = mask.masked(text);
            QVERIFY2(masked.contains(kDots), qPrintable(masked));
            // What is left are the ends, which hold bits of the neighbours.
            const QByteArray rest = QByteArray::fromBase64(masked.section(kDots, 0, 0).section(u' ', -1).toLatin1(), alphabet)
                + QByteArray::fromBase64(masked.section(kDots, -1).toLatin1(), alphabet);
            QVERIFY(!rest.contains("SECRET"));
            QVERIFY(masked.size() < text.size() - 10);
        }
    }

    void oneSecretInsideAnother()
    {
        SecretMask mask = maskOf(u"abcd"_s);
        mask.add(u"abcdefgh"_s);
        QCOMPARE(mask.masked(u"abcdefgh abcd"_s), kDots + u' ' + kDots);
    }

    void propertiesThatNameASecret()
    {
        options::OptionValues values;
        values.set(u"properties"_s, QVariantMap{{u"sasl.oauthbearer.client.secret"_s, u"canary"_s}, {u"fetch.min.bytes"_s, u"12345"_s}});
        const SecretMask mask(streams::findStreamType(u"kafka"_s)->options, values);
        QCOMPARE(mask.masked(u"canary 12345"_s), kDots + u" 12345"_s);
    }

    void emptyMask()
    {
        QCOMPARE(SecretMask().masked(u"as it is"_s), u"as it is"_s);
    }
};

QTEST_GUILESS_MAIN(TestSecretMask)
#include "tst_secretmask.moc"
