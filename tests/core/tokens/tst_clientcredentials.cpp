// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens for a client with a secret, from a real provider that is well, in trouble, slow, behind a portal or gone.
#include "core/tokens/clientcredentials.h"
#include "core/tokens/provider.h"
#include "rig/oidcrig.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTest>

#include <future>
#include <set>
#include <thread>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tokens;
using namespace std::chrono_literals;

namespace {

constexpr int kLife = 3; // seconds of a token

QString httpTime(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss"_s) + u" GMT"_s;
}

} // namespace

class TestClientCredentials final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_rig.up({.tokenSeconds = kLife}), qPrintable(m_rig.why())); }
    void init()
    {
        m_rig.thaw();
        QVERIFY(m_rig.behave({}));
    }

    // What GCN's own client sends, and nothing else.
    void theRequestIsAsGcnHasIt()
    {
        const auto source = make();
        const Result<Token> token = source->token(10s, {});
        QVERIFY2(token, qPrintable(token ? QString() : token.error().message));
        QCOMPARE(token.value().principal, u"svc"_s);
        QCOMPARE((token.value().expires.us - token.value().issued.us) / 1'000'000, kLife);
        const QJsonObject asked = m_rig.requests(u"/token"_s).last().toObject();
        QCOMPARE(asked.value(u"form"_s).toObject(), (QJsonObject{{u"grant_type"_s, u"client_credentials"_s}}));
        QCOMPARE(asked.value(u"authorization"_s).toString(), u"Basic "_s + QString::fromLatin1(QByteArray("svc:svc-secret").toBase64()));
        QCOMPARE(asked.value(u"accept"_s).toString(), u"application/json"_s);
        QCOMPARE(asked.value(u"method"_s).toString(), u"POST"_s);
    }

    void theScopeIsSentWhenThereIsOne()
    {
        const auto source = make({.scope = u"kafka-read"_s});
        const Result<Token> token = source->token(10s, {});
        QVERIFY(token);
        QCOMPARE(token.value().scope, u"kafka-read"_s);
        QCOMPARE(m_rig.requests(u"/token"_s).last()[u"form"_s][u"scope"_s].toString(), u"kafka-read"_s);
    }

    void gcnKnowsItsEndpoints()
    {
        QCOMPARE(ClientCredentials::gcnEndpoint(u"kafka.gcn.nasa.gov:9092"_s), QUrl(u"https://auth.gcn.nasa.gov/oauth2/token"_s));
        QCOMPARE(ClientCredentials::gcnEndpoint(u"kafka.test.gcn.nasa.gov"_s), QUrl(u"https://auth.test.gcn.nasa.gov/oauth2/token"_s));
        QCOMPARE(ClientCredentials::gcnEndpoint(u"gcn.nasa.gov.example.org"_s), QUrl());
    }

    void allThreadsTogetherAskOnce()
    {
        QVERIFY(m_rig.behave({{u"path"_s, u"/token"_s}, {u"delay"_s, 300}}));
        const auto before = m_rig.requests(u"/token"_s).size();
        const auto source = make();
        std::vector<std::future<Result<Token>>> answers;
        for (int i = 0; i < 8; ++i)
            answers.push_back(std::async(std::launch::async, [source] { return source->token(10s, {}); }));
        std::set<std::string> values;
        for (auto &answer : answers) {
            const Result<Token> token = answer.get();
            QVERIFY(token);
            values.insert(std::string(token.value().value.view()));
        }
        QCOMPARE(values.size(), 1u);
        QCOMPARE(m_rig.requests(u"/token"_s).size() - before, 1);
    }

    void itIsKeptForFourFifthsOfItsLife()
    {
        const auto source = make();
        QElapsedTimer age;
        age.start();
        const SecretText first = value(source);
        QVERIFY(!first.empty());
        qint64 lastSame = 0;
        while (value(source) == first) {
            lastSame = age.elapsed();
            QVERIFY(lastSame < kLife * 900); // never to its end
            QTest::qWait(20);
        }
        QVERIFY2(lastSame > kLife * 700, qPrintable(QString::number(lastSame)));
    }

    // Refused once is refused for a while: nobody is asked again.
    void aRefusalIsNotHammered()
    {
        const auto source = make({.secret = "wrong"});
        const auto before = m_rig.requests(u"/token"_s).size();
        for (int i = 0; i < 5; ++i) {
            const Result<Token> token = source->token(10s, {}, i % 2 ? TokenSource::Want::Renewed : TokenSource::Want::Kept);
            QVERIFY(!token);
            QCOMPARE(token.error().kind, ErrorKind::SignInRefused);
            QVERIFY(!token.error().retriable);
            QVERIFY2(token.error().message.contains(u"client ID"), qPrintable(token.error().message));
        }
        QCOMPARE(m_rig.requests(u"/token"_s).size() - before, 1);
    }

    void troubleIsToldApart_data()
    {
        QTest::addColumn<QJsonObject>("how");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<bool>("retriable");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, QJsonObject how, ErrorKind kind, bool retriable, const QString &words) {
            how.insert(u"path"_s, u"/token"_s);
            QTest::newRow(name) << how << kind << retriable << words;
        };
        const QJsonObject json{{u"content-type"_s, u"application/json"_s}};
        const QJsonObject html{{u"content-type"_s, u"text/html; charset=utf-8"_s}};
        row("5xx", {{u"status"_s, 503}}, ErrorKind::NoConnection, true, u"is in trouble (it answered 503)"_s);
        row("5xx page", {{u"status"_s, 502}, {u"headers"_s, html}, {u"body"_s, u"<html>bad gateway</html>"_s}}, ErrorKind::NoConnection, true, u"is in trouble (it answered 502)"_s);
        row("too many", {{u"status"_s, 429}}, ErrorKind::NoConnection, true, u"429"_s);
        row("portal page", {{u"status"_s, 200}, {u"headers"_s, html}, {u"body"_s, u"<html>welcome</html>"_s}}, ErrorKind::NoConnection, true, u"a web page"_s);
        row("portal sends on", {{u"status"_s, 302}, {u"headers"_s, QJsonObject{{u"location"_s, u"/elsewhere"_s}}}}, ErrorKind::NoConnection, true, u"sends on"_s);
        row("307 keeps the form", {{u"status"_s, 307}, {u"headers"_s, QJsonObject{{u"location"_s, u"/elsewhere"_s}}}}, ErrorKind::NoConnection, true, u"sends on"_s);
        row("too long", {{u"status"_s, 200}, {u"headers"_s, json}, {u"body"_s, QString(300 * 1024, u'x')}}, ErrorKind::NoConnection, true, u"larger than 256 kB"_s);
        row("no token", {{u"status"_s, 200}, {u"headers"_s, json}, {u"body"_s, u"{}"_s}}, ErrorKind::NoConnection, false, u"holds no token"_s);
        row("scope", {{u"status"_s, 400}, {u"headers"_s, json}, {u"body"_s, uR"({"error":"invalid_scope"})"_s}}, ErrorKind::NotAuthorised, false, u"scope"_s);
        row("grant", {{u"status"_s, 400}, {u"headers"_s, json}, {u"body"_s, uR"({"error":"invalid_grant"})"_s}}, ErrorKind::SignInRefused, false, u"has ended"_s);
        row("client", {{u"status"_s, 401}, {u"headers"_s, json}, {u"body"_s, uR"({"error":"invalid_client"})"_s}}, ErrorKind::SignInRefused, false, u"client ID"_s);
        row("other", {{u"status"_s, 400}, {u"headers"_s, json}, {u"body"_s, uR"({"error":"unauthorized_client"})"_s}}, ErrorKind::SignInRefused, false, u"unauthorized_client"_s);
        row("clock ahead", {{u"status"_s, 400}, {u"headers"_s, QJsonObject{{u"Date"_s, httpTime(QDateTime::currentDateTimeUtc().addSecs(-3'600))}}}, {u"body"_s, uR"({"error":"invalid_grant"})"_s}},
            ErrorKind::SignInRefused, false, u"60 minute(s) ahead"_s);
        row("clock behind", {{u"status"_s, 400}, {u"headers"_s, QJsonObject{{u"Date"_s, httpTime(QDateTime::currentDateTimeUtc().addDays(400))}}}, {u"body"_s, uR"({"error":"invalid_grant"})"_s}},
            ErrorKind::SignInRefused, false, u"behind"_s);
    }
    void troubleIsToldApart()
    {
        QFETCH(QJsonObject, how);
        QFETCH(ErrorKind, kind);
        QFETCH(bool, retriable);
        QFETCH(QString, words);
        QVERIFY(m_rig.behave(how));
        const auto elsewhere = m_rig.requests(u"/elsewhere"_s).size();
        const Result<Token> token = make()->token(10s, {});
        QVERIFY(!token);
        QVERIFY2(token.error().message.contains(words), qPrintable(token.error().message));
        QCOMPARE(token.error().kind, kind);
        QCOMPARE(token.error().retriable, retriable);
        QVERIFY(!token.error().remedy.isEmpty());
        QCOMPARE(m_rig.requests(u"/elsewhere"_s).size(), elsewhere); // a secret follows no redirection
    }

    // A clock that is wrong does not shorten what lives 3 s over there.
    void aWrongClockDoesNotKillAToken()
    {
        QVERIFY(m_rig.behave({{u"path"_s, u"/token"_s}, {u"headers"_s, QJsonObject{{u"Date"_s, httpTime(QDateTime::currentDateTimeUtc().addDays(-400))}}}}));
        const Result<Token> token = make()->token(10s, {});
        QVERIFY(token);
        QCOMPARE((token.value().expires.us - UtcTime::now().us) / 1'000'000, kLife - 1);
    }

    void aPauseIsKeptAsTheServerSays()
    {
        const auto source = make();
        source->setPauses({.first = 1ms, .longest = 1ms, .refused = 1ms});
        QVERIFY(m_rig.behave({{u"path"_s, u"/token"_s}, {u"status"_s, 503}, {u"headers"_s, QJsonObject{{u"Retry-After"_s, u"1"_s}}}}));
        QElapsedTimer since;
        QVERIFY(!source->token(10s, {}));
        since.start();
        QTRY_VERIFY_WITH_TIMEOUT(source->token(10s, {}).ok(), 10'000);
        QVERIFY2(since.elapsed() >= 990, qPrintable(QString::number(since.elapsed())));
    }

    // Provider gone: the live token serves to its end, then its own sentence; back again, a token comes.
    void theOldTokenServesToItsEnd()
    {
        const auto source = make();
        source->setPauses({.first = 50ms, .longest = 50ms, .refused = 50ms});
        const SecretText first = value(source);
        QVERIFY(!first.empty());
        QElapsedTimer age;
        age.start();
        m_rig.stop();
        QTRY_VERIFY_WITH_TIMEOUT(age.elapsed() > kLife * 850, kLife * 1'000); // due for renewal
        QCOMPARE(value(source), first);
        QTRY_VERIFY_WITH_TIMEOUT(!source->token(5s, {}), kLife * 1'000);
        const Result<Token> gone = source->token(5s, {});
        QCOMPARE(gone.error().kind, ErrorKind::NoConnection);
        QVERIFY2(gone.error().message.contains(u"refused the connection"), qPrintable(gone.error().message));
        QVERIFY(gone.error().retriable);
        QVERIFY2(m_rig.start(), qPrintable(m_rig.why()));
        QTRY_VERIFY_WITH_TIMEOUT(source->token(5s, {}).ok(), 10'000);
    }

    void aFrozenProviderHoldsNobody()
    {
        const auto source = make({.limit = 1s});
        source->setPauses({.first = 10ms, .longest = 10ms, .refused = 10ms});
        m_rig.freeze();
        QElapsedTimer since;
        since.start();
        const Result<Token> late = source->token(10s, {});
        QVERIFY(!late);
        QVERIFY2(late.error().message.contains(u"no whole answer within 1 s"), qPrintable(late.error().message));
        QVERIFY(since.elapsed() < 3'000);
        // Who is to stop does not wait for it.
        std::stop_source stop;
        const std::jthread stopper([&] { stop.request_stop(); });
        since.restart();
        const Result<Token> stopped = make()->token(10s, stop.get_token());
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Interrupted);
        QVERIFY(since.elapsed() < 900);
        m_rig.thaw();
        QTRY_VERIFY_WITH_TIMEOUT(source->token(5s, {}).ok(), 10'000);
    }

    void namesThatAreNotThere()
    {
        const Result<Token> token = make({.endpoint = QUrl(u"https://tocsin.invalid/token"_s)})->token(20s, {});
        QVERIFY(!token);
        QCOMPARE(token.error().kind, ErrorKind::NameNotResolved);
    }

    // Something that speaks no TLS in the place of a provider.
    void noTlsIsNoProvider()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&] { server.nextPendingConnection()->write("hello\r\n"); });
        const auto source = make({.endpoint = QUrl(u"https://127.0.0.1:%1/token"_s.arg(server.serverPort()))});
        auto asked = std::async(std::launch::async, [&] { return source->token(20s, {}); });
        QTRY_COMPARE_WITH_TIMEOUT(asked.wait_for(0s), std::future_status::ready, 20'000);
        const Result<Token> token = asked.get();
        QVERIFY(!token);
        QCOMPARE(token.error().kind, ErrorKind::TlsRefused);
    }

    void onlyHttpsAndThisMachine_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("fine");
        QTest::newRow("https") << u"https://auth.example.org/token"_s << true;
        QTest::newRow("http") << u"http://auth.example.org/token"_s << false;
        QTest::newRow("a name is no literal address") << u"http://localhost:8080/token"_s << false;
        QTest::newRow("127") << u"http://127.0.0.1:8080/token"_s << true;
        QTest::newRow("v6") << u"http://[::1]:8080/token"_s << true;
        QTest::newRow("password") << u"https://a:b@auth.example.org/token"_s << false;
        QTest::newRow("file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("none") << QString() << false;
    }
    void onlyHttpsAndThisMachine()
    {
        QFETCH(QString, address);
        QFETCH(bool, fine);
        QCOMPARE(addressProblem(QUrl(address, QUrl::StrictMode)).isEmpty(), fine);
        if (!fine)
            QCOMPARE(make({.endpoint = QUrl(address, QUrl::StrictMode)})->token(1s, {}).error().kind, ErrorKind::BadArgument);
    }

    void discoveryIsBelievedOnlyInPart_data()
    {
        QTest::addColumn<QJsonObject>("other");
        QTest::addColumn<QString>("words"); // empty: it is used
        QTest::newRow("as it is") << QJsonObject() << QString();
        QTest::newRow("another issuer") << QJsonObject{{u"issuer"_s, u"https://evil.example.org"_s}} << u"calls itself"_s;
        QTest::newRow("no S256") << QJsonObject{{u"code_challenge_methods_supported"_s, QJsonArray{u"plain"_s}}} << u"S256"_s;
        QTest::newRow("no PKCE") << QJsonObject{{u"code_challenge_methods_supported"_s, QJsonValue()}} << u"S256"_s;
        QTest::newRow("http") << QJsonObject{{u"token_endpoint"_s, u"http://auth.example.org/token"_s}} << u"no address"_s;
        QTest::newRow("script") << QJsonObject{{u"authorization_endpoint"_s, u"javascript:alert(1)"_s}} << u"no address"_s;
    }
    void discoveryIsBelievedOnlyInPart()
    {
        QFETCH(QJsonObject, other);
        QFETCH(QString, words);
        if (!other.isEmpty())
            QVERIFY(m_rig.behave({{u"path"_s, u"/.well-known/openid-configuration"_s}, {u"merge"_s, other}}));
        const Result<Provider> provider = discover(m_rig.issuer(), 10s, {});
        QCOMPARE(provider.ok(), words.isEmpty());
        if (!provider)
            QVERIFY2(provider.error().message.contains(words), qPrintable(provider.error().message));
        else
            QCOMPARE(provider.value().token, QUrl(m_rig.tokenEndpoint()));
    }

private:
    using SecretText = std::string;

    struct Other {
        QUrl endpoint = {};
        std::string_view secret = "svc-secret";
        QString scope = {};
        std::chrono::milliseconds limit{15'000};
    };
    std::shared_ptr<ClientCredentials> make() { return make(Other()); }
    std::shared_ptr<ClientCredentials> make(const Other &other)
    {
        const bool isOurs = other.endpoint.isEmpty() && qstrcmp(QTest::currentDataTag(), "none") != 0;
        return std::make_shared<ClientCredentials>(ClientCredentials::Settings{.endpoint = isOurs ? QUrl(m_rig.tokenEndpoint()) : other.endpoint,
                                                                              .clientId = u"svc"_s,
                                                                              .secret = vault::SecretBytes(other.secret),
                                                                              .scope = other.scope,
                                                                              .limit = other.limit});
    }
    static SecretText value(const std::shared_ptr<ClientCredentials> &source)
    {
        const Result<Token> token = source->token(10s, {});
        return token ? SecretText(token.value().value.view()) : SecretText();
    }

    rig::OidcRig m_rig;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    TestClientCredentials test;
    return rig::runWithOidc(&test, argc, argv);
}

#include "tst_clientcredentials.moc"
