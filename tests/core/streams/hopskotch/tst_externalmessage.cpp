// SPDX-License-Identifier: GPL-3.0-or-later
// Messages that were too large for the broker: fetched from the server that it announces, and from no other.
#include "core/streams/hopskotch/externalmessage.h"
#include "core/streams/hopskotch/httpscram.h"

#include "support/scramserver.h"

#include <QTest>
#include <QTimer>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::streams::hopskotch;
using tests::ScramServer;

namespace {

QByteArray kept(const std::string &text)
{
    using Json = nlohmann::json;
    const auto bytes = [](const std::string &of) { return Json::binary({of.begin(), of.end()}); };
    const Json answer{{"message", bytes(text)},
                      {"metadata", {{"topic", "t"}, {"timestamp", 1'790'000'000'000}, {"headers", Json::array({Json::array({"_format", bytes("json")}), Json::array({"who", bytes("mira")})})}}}};
    const std::vector<uint8_t> bson = Json::to_bson(answer);
    return {reinterpret_cast<const char *>(bson.data()), static_cast<qsizetype>(bson.size())};
}

Packet placeholder(std::string_view body, Headers headers)
{
    Packet packet;
    packet.value = body;
    packet.headers = std::move(headers);
    return packet;
}

const ExternalSignIn kMira{u"mira"_s, u"pencil"_s, u"SCRAM-SHA-512"_s};

} // namespace

class TestExternalMessage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proofIsTheStandards()
    {
        ScramClient scram(QCryptographicHash::Sha256, u"user"_s, u"pencil"_s, "rOprNGfwEbeRWgbNEkqO"); // RFC 7677, section 3
        QCOMPARE(scram.first(), QByteArray("n,,n=user,r=rOprNGfwEbeRWgbNEkqO"));
        const Result<QByteArray> final = scram.final("r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096");
        QVERIFY(final.ok());
        QCOMPARE(final.value(), QByteArray("c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="));
        QVERIFY(scram.proves("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="));
        QVERIFY(!scram.proves("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95H4="));
        QVERIFY(ScramClient::freshNonce() != ScramClient::freshNonce());
    }

    void strangeServersAreRefused_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("another nonce") << QByteArray("r=other,s=c2FsdA==,i=4096");
        QTest::newRow("nothing of its own") << QByteArray("r=nonce,s=c2FsdA==,i=4096");
        QTest::newRow("no salt") << QByteArray("r=nonceserver,i=4096");
        QTest::newRow("few rounds") << QByteArray("r=nonceserver,s=c2FsdA==,i=1");
        QTest::newRow("endless work") << QByteArray("r=nonceserver,s=c2FsdA==,i=2000000000");
    }
    void strangeServersAreRefused()
    {
        QFETCH(QByteArray, said);
        ScramClient scram(QCryptographicHash::Sha512, u"mira"_s, u"pencil"_s, "nonce");
        QVERIFY(!scram.final(said).ok());
        QVERIFY(!scram.proves({}));
    }

    void placesAreFound()
    {
        const char *body = R"({"url": "https://large.example.org/msg/1"})";
        QCOMPARE(placeOf(placeholder(body, {{"_format", "external"}})), QUrl(u"https://large.example.org/msg/1"_s));
        QCOMPARE(placeOf(placeholder(body, {{"_format", "EXTERNAL"}})), QUrl(u"https://large.example.org/msg/1"_s));
        QVERIFY(!placeOf(placeholder(body, {{"_format", "json"}})));
        QVERIFY(!placeOf(placeholder(body, {})));
        QVERIFY(!placeOf(placeholder(body, {{"_test", "true"}, {"_format", "external"}}))); // as hop: never fetched
        QVERIFY(!placeOf(placeholder("{", {{"_format", "external"}})));
        QVERIFY(!placeOf(placeholder(R"({"url": 7})", {{"_format", "external"}})));
    }

    void messageComesAfterTheSignIn()
    {
        ScramServer server;
        server.bodies[u"/msg/1"_s] = kept("{\"ra\": 1}");
        const Result<ExternalMessage> got = fetchExternal(QUrl(server.address(u"/msg/1"_s)), QUrl(server.address()), kMira, {}, {});
        QVERIFY2(got.ok(), got.ok() ? "" : qPrintable(got.error().message));
        QCOMPARE(got.value().value, QByteArray("{\"ra\": 1}"));
        QCOMPARE(got.value().headers, (Headers{{"_format", "json"}, {"who", "mira"}}));
        QCOMPARE(server.asked.size(), 2);
        for (const QByteArray &request : server.requests)
            QVERIFY(!request.contains("pencil") && !request.contains(QByteArray("pencil").toBase64()));
    }

    void openServerGivesItWithoutSignIn()
    {
        ScramServer server;
        server.isOpen = true;
        server.bodies[u"/msg/1"_s] = kept("x");
        const Result<ExternalMessage> got = fetchExternal(QUrl(server.address(u"/msg/1"_s)), QUrl(server.address()), {}, {}, {});
        QVERIFY(got.ok());
        QVERIFY(!server.requests.first().toLower().contains("authorization"));
    }

    void refusalsAreNamed()
    {
        const auto ask = [](ScramServer &server, const ExternalSignIn &signIn = kMira) {
            return fetchExternal(QUrl(server.address(u"/msg/1"_s)), QUrl(server.address()), signIn, {.patience = std::chrono::seconds(5), .mostBytes = 1'000}, {});
        };
        ScramServer server;
        server.bodies[u"/msg/1"_s] = kept("x");
        QCOMPARE(ask(server, {u"mira"_s, u"wrong"_s, u"SCRAM-SHA-512"_s}).error().kind, ErrorKind::SignInRefused);
        server.proves = false;
        QVERIFY(ask(server).error().message.contains(u"could not prove"));
        server.proves = true;
        server.status = 404;
        QCOMPARE(ask(server).error().kind, ErrorKind::NotFound);
        server.status = 503;
        QVERIFY(ask(server).error().retriable);
        server.status = 302; // followed nowhere
        server.further = "Location: http://127.0.0.1:1/\r\n";
        QVERIFY(ask(server).error().message.contains(u"302"));
        server.status = 200;
        server.further.clear();
        server.bodies[u"/msg/1"_s] = "no BSON";
        QCOMPARE(ask(server).error().kind, ErrorKind::Undecodable);
        server.bodies[u"/msg/1"_s] = kept(std::string(2'000, 'x'));
        QVERIFY(ask(server).error().message.contains(u"larger"));
    }

    void onlyTheAnnouncedServerIsAsked_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("another port") << u"http://127.0.0.1:9/msg/1"_s;
        QTest::newRow("another name of it") << u"http://localhost:%1/msg/1"_s;
        QTest::newRow("another scheme") << u"https://127.0.0.1:%1/msg/1"_s;
        QTest::newRow("far away in clear text") << u"http://large.example.org/msg/1"_s;
        QTest::newRow("with a password") << u"http://mira:x@127.0.0.1:%1/msg/1"_s;
        QTest::newRow("file") << u"file:///etc/passwd"_s;
        QTest::newRow("script") << u"javascript:alert(1)"_s;
        QTest::newRow("share") << u"smb://127.0.0.1/share"_s;
        QTest::newRow("nothing") << QString();
    }
    void onlyTheAnnouncedServerIsAsked()
    {
        QFETCH(QString, place);
        ScramServer server;
        const QUrl url(place.contains(u"%1") ? place.arg(server.serverPort()) : place, QUrl::StrictMode);
        const Result<ExternalMessage> got = fetchExternal(url, QUrl(server.address()), kMira, {}, {});
        QVERIFY(!got.ok() && (got.error().kind == ErrorKind::NotAuthorised || got.error().kind == ErrorKind::BadArgument));
        QVERIFY(!fetchExternal(QUrl(server.address(u"/msg/1"_s)), QUrl(), kMira, {}, {}).ok()); // nothing is announced
        QCOMPARE(server.asked, QStringList());
    }

    void silenceEnds()
    {
        ScramServer server;
        server.isSilent = true;
        const auto ask = [&server](std::chrono::milliseconds patience, std::stop_token stop) {
            return fetchExternal(QUrl(server.address(u"/msg/1"_s)), QUrl(server.address()), kMira, {.patience = patience}, stop);
        };
        QCOMPARE(ask(std::chrono::milliseconds(200), {}).error().kind, ErrorKind::TimeLimit);
        std::stop_source source;
        QTimer::singleShot(100, this, [&source] { source.request_stop(); });
        QCOMPARE(ask(std::chrono::minutes(1), source.get_token()).error().kind, ErrorKind::Interrupted);
    }
};

QTEST_GUILESS_MAIN(TestExternalMessage)
#include "tst_externalmessage.moc"
