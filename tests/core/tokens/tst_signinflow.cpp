// SPDX-License-Identifier: GPL-3.0-or-later
// Sign-in in the browser and with a code, at a real provider, with somebody who fills in its pages; and what strangers send to
// the port that waits for the browser.
#include "core/tokens/deviceflow.h"
#include "core/tokens/idtoken.h"
#include "core/tokens/signinflow.h"
#include "core/tokens/storedgrant.h"
#include "core/vault/account.h"
#include "rig/oidcrig.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tokens;
using namespace std::chrono_literals;

namespace {

constexpr int kLimitMs = 30'000;

// One flow whose link goes nowhere but here.
struct Signing {
    explicit Signing(SignInWish wish, SignInFlow::Limits limits = {}) : flow(std::move(wish), [this](const QUrl &) { return hasBrowser; }, limits)
    {
        QObject::connect(&flow, &SignInFlow::asks, &flow, [this](const QStringList &asked, const QUrl &address) {
            scopes = asked;
            link = address;
        });
        QObject::connect(&flow, &SignInFlow::browserMissing, &flow, [this] { missing = true; });
        QObject::connect(&flow, &SignInFlow::finished, &flow, [this](const Result<SignedIn> &ended) {
            ++ends;
            result = ended;
        });
        flow.begin();
    }
    [[nodiscard]] QString asked(const QString &name) const { return QUrlQuery(link).queryItemValue(name, QUrl::FullyDecoded); }
    [[nodiscard]] QUrl redirect() const { return QUrl(asked(u"redirect_uri"_s)); }
    // What the provider would send the browser back with, but for `other`.
    [[nodiscard]] QByteArray target(const QList<std::pair<QString, QString>> &query) const
    {
        QUrlQuery all;
        for (const auto &[name, value] : query)
            all.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        return (redirect().path() + u'?' + all.toString(QUrl::FullyEncoded)).toLatin1();
    }

    bool hasBrowser = true;
    bool missing = false;
    QStringList scopes;
    QUrl link;
    int ends = 0;
    std::optional<Result<SignedIn>> result;
    SignInFlow flow;
};

// Whatever speaks to the port; `read()` is all that came until it was closed.
struct Stranger {
    explicit Stranger(const QUrl &to, const QByteArray &bytes = {})
    {
        socket.connectToHost(to.host(), static_cast<quint16>(to.port()));
        socket.write(bytes);
    }
    [[nodiscard]] QByteArray read()
    {
        QElapsedTimer since;
        since.start();
        while (socket.state() != QAbstractSocket::UnconnectedState && since.elapsed() < kLimitMs)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        return socket.readAll();
    }
    QTcpSocket socket;
};

QByteArray get(const QByteArray &target, const QByteArray &host, const QByteArray &method = "GET")
{
    return method + ' ' + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
}

QByteArray hostOf(const QUrl &url)
{
    return url.authority().toLatin1();
}

} // namespace

class TestSignInFlow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_rig.up(), qPrintable(m_rig.why())); }
    void init()
    {
        m_rig.thaw();
        QVERIFY(m_rig.behave({}));
    }

    // RFC 7636, 8252, 9700: what the link holds.
    void theLinkIsAsItMustBe()
    {
        Signing signing(wish());
        QTRY_VERIFY(!signing.link.isEmpty());
        QCOMPARE(signing.asked(u"response_type"_s), u"code"_s);
        QCOMPARE(signing.asked(u"code_challenge_method"_s), u"S256"_s);
        QCOMPARE(signing.asked(u"code_challenge"_s).size(), 43);
        QCOMPARE(QByteArray::fromBase64(signing.asked(u"state"_s).toLatin1(), QByteArray::Base64UrlEncoding).size(), 16);
        QCOMPARE(signing.redirect().host(), u"127.0.0.1"_s);
        QCOMPARE(signing.redirect().path(), u"/signin/127.0.0.1"_s);
        QCOMPARE(signing.asked(u"scope"_s), u"openid kafka-read offline_access"_s);
        QCOMPARE(signing.scopes, (QStringList{u"openid"_s, u"kafka-read"_s, u"offline_access"_s}));
        QCOMPARE(signing.asked(u"client_id"_s), u"desktop"_s);
        Signing other(wish());
        QTRY_VERIFY(!other.link.isEmpty());
        for (const QString &name : {u"state"_s, u"nonce"_s, u"code_challenge"_s, u"redirect_uri"_s})
            QVERIFY(signing.asked(name) != other.asked(name));
    }

    void aPersonSignsIn()
    {
        Signing signing(wish());
        QTRY_VERIFY(!signing.link.isEmpty());
        QString page;
        const std::unique_ptr<QProcess> browser(rig::OidcRig::startPerson(signing.link.toString(QUrl::FullyEncoded), {}, nullptr));
        QTRY_VERIFY_WITH_TIMEOUT(signing.ends == 1 && browser->state() == QProcess::NotRunning, kLimitMs);
        page = QString::fromUtf8(browser->readAllStandardOutput());
        QVERIFY2(signing.result->ok(), qPrintable(signing.result->ok() ? QString() : signing.result->error().message + signing.result->error().detail));
        const SignedIn &signedIn = signing.result->value();
        QCOMPARE(signedIn.person, u"alice"_s);
        QVERIFY(!signedIn.refreshToken.isEmpty());
        QCOMPARE(signedIn.missingScopes, QStringList());
        QVERIFY2(page.contains(u"Signed in"), qPrintable(page));
        // The verifier is 43 characters and fits the challenge, else the provider would have refused; it was sent as a form only.
        const QJsonObject form = m_rig.requests(u"/token"_s).last()[u"form"_s].toObject();
        QCOMPARE(form.value(u"code_verifier"_s).toString().size(), 43);
        QCOMPARE(form.value(u"redirect_uri"_s).toString(), signing.asked(u"redirect_uri"_s));
        // Nobody listens there any more.
        QTcpSocket late;
        late.connectToHost(signing.redirect().host(), static_cast<quint16>(signing.redirect().port()));
        QVERIFY(!late.waitForConnected(2'000));
    }

    void aSecretThatIsNoneIsSent()
    {
        SignInWish installed = wish();
        installed.clientId = u"installed"_s;
        installed.clientSecret = vault::SecretBytes("installed-secret");
        Signing signing(installed);
        QTRY_VERIFY(!signing.link.isEmpty());
        QVERIFY(!signing.link.toString().contains(u"installed-secret"));
        const std::unique_ptr<QProcess> browser(rig::OidcRig::startPerson(signing.link.toString(QUrl::FullyEncoded), {}, nullptr));
        QTRY_COMPARE_WITH_TIMEOUT(signing.ends, 1, kLimitMs);
        QVERIFY(signing.result->ok());
    }

    // Scopes that the provider does not give are told.
    void whatWasNotGivenIsTold()
    {
        SignInWish more = wish();
        more.scope = u"openid kafka-read alerts-write"_s;
        Signing signing(more);
        QTRY_VERIFY(!signing.link.isEmpty());
        const std::unique_ptr<QProcess> browser(rig::OidcRig::startPerson(signing.link.toString(QUrl::FullyEncoded), {}, nullptr));
        QTRY_COMPARE_WITH_TIMEOUT(signing.ends, 1, kLimitMs);
        QVERIFY(signing.result->ok());
        QCOMPARE(signing.result->value().missingScopes, QStringList{u"alerts-write"_s});
    }

    void theAddressCanBePasted()
    {
        Signing signing(wish());
        QVERIFY(!signing.flow.paste(u"http://127.0.0.1:1/signin/127.0.0.1?code=x"_s)); // nothing is awaited yet
        QTRY_VERIFY(!signing.link.isEmpty());
        const std::optional<QString> redirect = m_rig.person(signing.link.toString(QUrl::FullyEncoded), {u"stop"_s});
        QVERIFY2(redirect, qPrintable(m_rig.why()));
        for (const QString &wrong : {QString(), u"hello"_s, u"http://127.0.0.1:1/signin/127.0.0.1?code=x&state=y"_s, redirect->trimmed().replace(u"state="_s, u"state=x"_s)})
            QVERIFY(!signing.flow.paste(wrong));
        QCOMPARE(signing.ends, 0);
        QVERIFY(signing.flow.paste(u"  "_s + *redirect));
        QTRY_COMPARE_WITH_TIMEOUT(signing.ends, 1, kLimitMs);
        QVERIFY(signing.result->ok());
    }

    // FAULT-42
    void strangersAreIgnored_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("iss");
        QTest::addColumn<QString>("more");
        QTest::newRow("no state") << QString() << u"right"_s << QString();
        QTest::newRow("wrong state") << u"AAAAAAAAAAAAAAAAAAAAAA"_s << u"right"_s << QString();
        QTest::newRow("shorter state") << u"A"_s << u"right"_s << QString();
        QTest::newRow("state twice") << u"twice"_s << u"right"_s << QString();
        QTest::newRow("wrong iss") << u"right"_s << u"https://evil.example.org"_s << QString();
        QTest::newRow("no iss") << u"right"_s << QString() << QString();
        QTest::newRow("error with wrong state") << u"AAAAAAAAAAAAAAAAAAAAAA"_s << u"right"_s << u"error"_s;
        QTest::newRow("code and error") << u"right"_s << u"right"_s << u"both"_s;
    }
    void strangersAreIgnored()
    {
        QFETCH(QString, state);
        QFETCH(QString, iss);
        QFETCH(QString, more);
        Signing signing(wish());
        QTRY_VERIFY(!signing.link.isEmpty());
        const QString right = signing.asked(u"state"_s);
        QList<std::pair<QString, QString>> query;
        if (more != u"error"_s)
            query.push_back({u"code"_s, u"stolen<b>"_s});
        if (!more.isEmpty())
            query.push_back({u"error"_s, u"access_denied"_s});
        if (!state.isEmpty())
            query.push_back({u"state"_s, state == u"right"_s || state == u"twice"_s ? right : state});
        if (state == u"twice"_s)
            query.push_back({u"state"_s, right});
        if (!iss.isEmpty())
            query.push_back({u"iss"_s, iss == u"right"_s ? m_rig.issuer() : iss});
        const QByteArray answer = Stranger(signing.redirect(), get(signing.target(query), hostOf(signing.redirect()))).read();
        QVERIFY2(answer.startsWith("HTTP/1.1 400 "), answer.constData());
        QVERIFY(!answer.contains("stolen"));
        QCOMPARE(signing.ends, 0);
        // The right one is still taken.
        const std::unique_ptr<QProcess> browser(rig::OidcRig::startPerson(signing.link.toString(QUrl::FullyEncoded), {}, nullptr));
        QTRY_COMPARE_WITH_TIMEOUT(signing.ends, 1, kLimitMs);
        QVERIFY2(signing.result->ok(), qPrintable(signing.result->ok() ? QString() : signing.result->error().message));
    }

    // FAULT-42: a code that was used before, in an answer that is otherwise right.
    void aReplayedCodeIsRefused()
    {
        Signing first(wish());
        QTRY_VERIFY(!first.link.isEmpty());
        const std::optional<QString> redirect = m_rig.person(first.link.toString(QUrl::FullyEncoded), {u"stop"_s});
        QVERIFY(redirect);
        const QString code = QUrlQuery(QUrl(redirect->trimmed())).queryItemValue(u"code"_s);
        QVERIFY(first.flow.paste(*redirect));
        QVERIFY(!first.flow.paste(*redirect)); // once
        QTRY_COMPARE_WITH_TIMEOUT(first.ends, 1, kLimitMs);
        QVERIFY(first.result->ok());
        Signing second(wish());
        QTRY_VERIFY(!second.link.isEmpty());
        const QByteArray answer = Stranger(second.redirect(), get(second.target({{u"code"_s, code}, {u"state"_s, second.asked(u"state"_s)}, {u"iss"_s, m_rig.issuer()}}), hostOf(second.redirect()))).read();
        QVERIFY(answer.startsWith("HTTP/1.1 200 "));
        QTRY_COMPARE_WITH_TIMEOUT(second.ends, 1, kLimitMs);
        QVERIFY(!second.result->ok());
        QCOMPARE(second.result->error().kind, ErrorKind::SignInRefused);
    }

    // FAULT-43
    void declinedIsSaidOnce()
    {
        Signing signing(wish());
        QTRY_VERIFY(!signing.link.isEmpty());
        const auto before = m_rig.requests(u"/token"_s).size();
        const std::unique_ptr<QProcess> browser(rig::OidcRig::startPerson(signing.link.toString(QUrl::FullyEncoded), {u"deny"_s}, nullptr));
        QTRY_VERIFY_WITH_TIMEOUT(signing.ends == 1 && browser->state() == QProcess::NotRunning, kLimitMs);
        QVERIFY(!signing.result->ok());
        QVERIFY2(signing.result->error().message.contains(u"declined"), qPrintable(signing.result->error().message));
        QVERIFY(!signing.result->error().retriable);
        QVERIFY(browser->readAllStandardOutput().contains("Not signed in"));
        QCOMPARE(m_rig.requests(u"/token"_s).size(), before);
    }

    // FAULT-44: a port of its own each time, so never taken; [::1] where there is no 127.0.0.1.
    void everyFlowHasAPortOfItsOwn()
    {
        std::vector<std::unique_ptr<Signing>> many;
        QSet<int> ports;
        for (int i = 0; i < 5; ++i) {
            many.push_back(std::make_unique<Signing>(wish()));
            QTRY_VERIFY(!many.back()->link.isEmpty());
            ports.insert(many.back()->redirect().port());
        }
        QCOMPARE(ports.size(), 5);
    }

    // FAULT-44: this program again, in a network that has no 127.0.0.1.
    void thereMayBeIPv6Only()
    {
        QProcess alone;
        alone.setProcessChannelMode(QProcess::MergedChannels);
        alone.start(u"unshare"_s, {u"-rn"_s, u"sh"_s, u"-c"_s, u"ip link set lo up && ip address del 127.0.0.1/8 dev lo && exec \"$0\" --only-v6"_s, QCoreApplication::applicationFilePath()});
        const bool ended = alone.waitForFinished(kLimitMs);
        const QByteArray said = alone.readAll();
        if (!said.contains("tried")) {
            QVERIFY2(qEnvironmentVariable("REQUIRE_REAL_PARTS") != u"1", said.constData());
            QSKIP("no network of its own can be had here");
        }
        QVERIFY2(ended && alone.exitCode() == 0 && said.contains("HTTP/1.1 200 OK"), said.constData());
    }

    // FAULT-45
    void aBrowserThatNeverComesBackEndsIt()
    {
        Signing signing(wish(), {.person = 300ms});
        QTRY_COMPARE_WITH_TIMEOUT(signing.ends, 1, kLimitMs);
        QCOMPARE(signing.result->error().kind, ErrorKind::TimeLimit);
        QTcpSocket late;
        late.connectToHost(signing.redirect().host(), static_cast<quint16>(signing.redirect().port()));
        QVERIFY(!late.waitForConnected(2'000));
        // And five minutes is what people have (timers of that length keep whole seconds); cancelling closes the port, too.
        auto cancelled = std::make_unique<Signing>(wish());
        QTRY_VERIFY(!cancelled->link.isEmpty());
        QVERIFY(cancelled->flow.timeLeft() > 290s && cancelled->flow.timeLeft() <= 301s);
        const QUrl redirect = cancelled->redirect();
        cancelled.reset();
        QTcpSocket later;
        later.connectToHost(redirect.host(), static_cast<quint16>(redirect.port()));
        QVERIFY(!later.waitForConnected(2'000));
    }

    // FAULT-46
    void withoutABrowserTheLinkIsShown()
    {
        Signing signing(wish());
        signing.hasBrowser = false;
        QTRY_VERIFY(signing.missing);
        QVERIFY(!signing.link.isEmpty());
        QCOMPARE(signing.ends, 0);
        const std::unique_ptr<QProcess> browser(rig::OidcRig::startPerson(signing.link.toString(QUrl::FullyEncoded), {}, nullptr));
        QTRY_COMPARE_WITH_TIMEOUT(signing.ends, 1, kLimitMs);
        QVERIFY(signing.result->ok());
    }

    // FAULT-47
    void floodsAndSlowOnesHoldNothing()
    {
        SignInFlow::Limits limits;
        limits.listener.patience = 700ms;
        Signing signing(wish(), limits);
        QTRY_VERIFY(!signing.link.isEmpty());
        QElapsedTimer since;
        since.start();
        std::vector<std::unique_ptr<Stranger>> slow;
        for (int i = 0; i < 8; ++i)
            slow.push_back(std::make_unique<Stranger>(signing.redirect(), "GET /signin"));
        QTRY_VERIFY(std::ranges::all_of(slow, [](const auto &each) { return each->socket.state() == QAbstractSocket::ConnectedState; }));
        // A ninth is heard at once: the oldest goes.
        QVERIFY(Stranger(signing.redirect(), get("/favicon.ico", hostOf(signing.redirect()))).read().startsWith("HTTP/1.1 404 "));
        QTRY_VERIFY(slow[0]->socket.state() == QAbstractSocket::UnconnectedState);
        QVERIFY2(since.elapsed() < 700, qPrintable(QString::number(since.elapsed())));
        QCOMPARE(slow[7]->socket.state(), QAbstractSocket::ConnectedState);
        // The others have their time, and no more.
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(slow, [](const auto &each) { return each->socket.state() == QAbstractSocket::UnconnectedState; }), 5'000);
        // 8 kB and no more.
        Stranger talker(signing.redirect(), "GET /signin/127.0.0.1?state=" + QByteArray(9'000, 'x'));
        QCOMPARE(talker.read(), QByteArray());
        QCOMPARE(SignInFlow::Limits().listener.mostConnections, 8);
        QCOMPARE(SignInFlow::Limits().listener.mostBytes, 8'192);
        QCOMPARE(SignInFlow::Limits().listener.patience, 5'000ms);
        const std::unique_ptr<QProcess> browser(rig::OidcRig::startPerson(signing.link.toString(QUrl::FullyEncoded), {}, nullptr));
        QTRY_COMPARE_WITH_TIMEOUT(signing.ends, 1, kLimitMs);
        QVERIFY(signing.result->ok());
    }

    void onlyTheOnePathIsAnswered_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target"); // empty: the right one
        QTest::addColumn<QByteArray>("host"); // empty: the right one
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("favicon") << QByteArray("GET") << QByteArray("/favicon.ico") << QByteArray() << QByteArray("404");
        QTest::newRow("root") << QByteArray("GET") << QByteArray("/") << QByteArray() << QByteArray("404");
        QTest::newRow("longer path") << QByteArray("GET") << QByteArray("/signin/127.0.0.1/x") << QByteArray() << QByteArray("404");
        QTest::newRow("upper case") << QByteArray("GET") << QByteArray("/SIGNIN/127.0.0.1") << QByteArray() << QByteArray("404");
        QTest::newRow("post") << QByteArray("POST") << QByteArray() << QByteArray() << QByteArray("405");
        QTest::newRow("head") << QByteArray("HEAD") << QByteArray() << QByteArray() << QByteArray("405");
        QTest::newRow("another host") << QByteArray("GET") << QByteArray() << QByteArray("evil.example.org") << QByteArray("421");
        QTest::newRow("localhost") << QByteArray("GET") << QByteArray() << QByteArray("localhost:1") << QByteArray("421");
        QTest::newRow("two hosts") << QByteArray("GET") << QByteArray() << QByteArray("two") << QByteArray("421");
        QTest::newRow("no query") << QByteArray("GET") << QByteArray("/signin/127.0.0.1") << QByteArray() << QByteArray("400");
        QTest::newRow("no HTTP") << QByteArray("GET /signin/127.0.0.1 SMTP") << QByteArray("x") << QByteArray() << QByteArray("400");
    }
    void onlyTheOnePathIsAnswered()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, host);
        QFETCH(QByteArray, status);
        Signing signing(wish());
        QTRY_VERIFY(!signing.link.isEmpty());
        const QByteArray right = hostOf(signing.redirect());
        const QByteArray query = signing.target({{u"code"_s, u"c"_s}, {u"state"_s, signing.asked(u"state"_s)}, {u"iss"_s, m_rig.issuer()}});
        const QByteArray sent = get(target.isEmpty() ? query : target, host.isEmpty() ? right : host == "two" ? right + "\r\nHost: evil.example.org" : host, method);
        const QByteArray answer = Stranger(signing.redirect(), sent).read();
        QVERIFY2(answer.startsWith("HTTP/1.1 " + status + ' '), answer.constData());
        QVERIFY(answer.contains("Cache-Control: no-store"));
        QCOMPARE(signing.ends, 0);
    }

    void thePageIsKeptByNobody()
    {
        Signing signing(wish());
        QTRY_VERIFY(!signing.link.isEmpty());
        const QByteArray answer = Stranger(signing.redirect(), get(signing.target({{u"code"_s, u"EchoMe"_s}, {u"state"_s, signing.asked(u"state"_s)}, {u"iss"_s, m_rig.issuer()}}), hostOf(signing.redirect()))).read();
        for (const char *header : {"Cache-Control: no-store\r\n", "Referrer-Policy: no-referrer\r\n", "Content-Security-Policy: default-src 'none'\r\n", "Connection: close\r\n"})
            QVERIFY2(answer.contains(header), header);
        QVERIFY(!answer.contains("EchoMe"));
        QVERIFY(!answer.contains("Set-Cookie"));
    }

    void anIdTokenMustFit_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"as it is", "signature", "issuer", "audience", "nonce", "end", "other keys", "none", "shared secret", "no token"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void anIdTokenMustFit()
    {
        QFETCH(QString, what);
        static vault::SecretBytes token; // of a real sign-in
        static QString nonce;
        if (token.isEmpty()) {
            Signing signing(wish());
            QTRY_VERIFY(!signing.link.isEmpty());
            nonce = signing.asked(u"nonce"_s);
            QVERIFY(m_rig.behave({{u"path"_s, u"/jwks"_s}, {u"status"_s, 200}, {u"body"_s, u"{}"_s}}));
            QVERIFY(m_rig.behave({{u"path"_s, u"/token"_s}, {u"keep"_s, true}}));
            const std::unique_ptr<QProcess> browser(rig::OidcRig::startPerson(signing.link.toString(QUrl::FullyEncoded), {}, nullptr));
            QTRY_COMPARE_WITH_TIMEOUT(signing.ends, 1, kLimitMs);
            QVERIFY(!signing.result->ok()); // its keys were not those that signed
            const QByteArray kept = m_rig.ask(u"/rig/kept"_s).value_or(QByteArray());
            token = vault::SecretBytes(QJsonDocument::fromJson(kept).object().value(u"id_token"_s).toString().toStdString());
            QVERIFY(!token.isEmpty());
        }
        QByteArray keys = m_rig.ask(u"/jwks"_s).value_or(QByteArray());
        IdTokenWish expected{.issuer = m_rig.issuer(), .clientId = u"desktop"_s, .nonce = nonce};
        vault::SecretBytes shown = token;
        const std::string text(token.view());
        const std::string rest = text.substr(text.find('.'));
        if (what == u"signature")
            shown.data()[shown.size() - 5] = shown.data()[shown.size() - 5] == 'A' ? 'B' : 'A';
        else if (what == u"issuer")
            expected.issuer = u"https://accounts.example.org"_s;
        else if (what == u"audience")
            expected.clientId = u"another"_s;
        else if (what == u"nonce")
            expected.nonce = u"another"_s;
        else if (what == u"end")
            expected.clockAhead = -3'600s; // over there it is an hour later than here
        else if (what == u"other keys")
            keys = R"({"keys":[]})";
        else if (what == u"none")
            shown = vault::SecretBytes(QByteArray(R"({"alg":"none"})").toBase64(QByteArray::Base64UrlEncoding).toStdString() + rest.substr(0, rest.rfind('.') + 1));
        else if (what == u"shared secret")
            shown = vault::SecretBytes(QByteArray(R"({"alg":"HS256"})").toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString() + rest);
        else if (what == u"no token")
            shown = vault::SecretBytes("hello");
        const Result<QString> person = checkIdToken(shown, keys, expected);
        QCOMPARE(person.ok(), what == u"as it is");
        if (person)
            QCOMPARE(person.value(), u"alice"_s);
        else
            QCOMPARE(person.error().kind, ErrorKind::SignInRefused);
    }

    void aCodeIsTakenToAnotherBrowser()
    {
        QVERIFY(m_rig.behave({{u"path"_s, u"/device/auth"_s}, {u"merge"_s, QJsonObject{{u"interval"_s, 1}}}}));
        DeviceFlow flow(wish());
        QSignalSpy shown(&flow, &DeviceFlow::shows);
        std::optional<Result<SignedIn>> result;
        connect(&flow, &DeviceFlow::finished, &flow, [&](const Result<SignedIn> &ended) { result = ended; });
        const auto before = m_rig.requests(u"/token"_s).size();
        flow.begin();
        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, kLimitMs);
        const auto code = shown[0][1].value<DeviceCode>();
        QVERIFY(!code.userCode.isEmpty());
        QCOMPARE(code.address, QUrl(m_rig.issuer() + u"/device"_s));
        // Too early once, and once too often: 5 s more from then on.
        QTRY_VERIFY_WITH_TIMEOUT(m_rig.requests(u"/token"_s).size() > before, kLimitMs);
        QVERIFY(!result);
        const std::unique_ptr<QProcess> browser(rig::OidcRig::startPerson(code.completeAddress.toString(QUrl::FullyEncoded), {}, nullptr));
        QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), kLimitMs);
        QVERIFY2(result->ok(), qPrintable(result->ok() ? QString() : result->error().message));
        QCOMPARE(result->value().person, u"alice"_s);
    }

    void whatTheDeviceEndpointSaysIsHeard_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<ErrorKind>("kind"); // Internal: it goes on and ends well
        QTest::addColumn<int>("atLeastMs");
        QTest::newRow("pending") << u"authorization_pending"_s << ErrorKind::Internal << 1'900;
        QTest::newRow("slow down") << u"slow_down"_s << ErrorKind::Internal << 6'900;
        QTest::newRow("declined") << u"access_denied"_s << ErrorKind::SignInRefused << 0;
        QTest::newRow("ended") << u"expired_token"_s << ErrorKind::TimeLimit << 0;
        QTest::newRow("trouble") << QString() << ErrorKind::Internal << 2'900;
    }
    void whatTheDeviceEndpointSaysIsHeard()
    {
        QFETCH(QString, code);
        QFETCH(ErrorKind, kind);
        QFETCH(int, atLeastMs);
        QVERIFY(m_rig.behave({{u"path"_s, u"/device/auth"_s}, {u"merge"_s, QJsonObject{{u"interval"_s, 1}}}}));
        QVERIFY(m_rig.behave({{u"path"_s, u"/token"_s}, {u"status"_s, code.isEmpty() ? 503 : 400}, {u"body"_s, uR"({"error":"%1"})"_s.arg(code)}}));
        DeviceFlow flow(wish());
        QElapsedTimer since;
        std::optional<Result<SignedIn>> result;
        std::unique_ptr<QProcess> browser;
        connect(&flow, &DeviceFlow::finished, &flow, [&](const Result<SignedIn> &ended) { result = ended; });
        connect(&flow, &DeviceFlow::shows, &flow, [&](const QStringList &, const DeviceCode &shown) {
            since.start();
            browser.reset(rig::OidcRig::startPerson(shown.completeAddress.toString(QUrl::FullyEncoded), {}, nullptr));
        });
        flow.begin();
        QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), kLimitMs);
        QCOMPARE(result->ok(), kind == ErrorKind::Internal);
        if (!result->ok())
            QCOMPARE(result->error().kind, kind);
        QVERIFY2(since.elapsed() >= atLeastMs, qPrintable(QString::number(since.elapsed())));
        QTRY_COMPARE_WITH_TIMEOUT(browser->state(), QProcess::NotRunning, kLimitMs);
    }

    void aSignInIsTakenBack()
    {
        Signing signing(wish());
        QTRY_VERIFY(!signing.link.isEmpty());
        const std::unique_ptr<QProcess> browser(rig::OidcRig::startPerson(signing.link.toString(QUrl::FullyEncoded), {}, nullptr));
        QTRY_COMPARE_WITH_TIMEOUT(signing.ends, 1, kLimitMs);
        QVERIFY(signing.result->ok());
        const vault::SecretBytes refresh = signing.result->value().refreshToken;
        QVERIFY(revoke(wish(), refresh, 10s, {}));
        const TokenReply reply = requestToken(QUrl(m_rig.tokenEndpoint()), wish().client(), {{"grant_type", vault::SecretBytes("refresh_token")}, {"refresh_token", refresh}}, 10s, {});
        QVERIFY(!reply.granted);
        QCOMPARE(reply.code, u"invalid_grant"_s);
        QVERIFY(revoke(wish(), refresh, 10s, {})); // what is gone is gone
        m_rig.stop();
        QVERIFY(!revoke(wish(), refresh, 10s, {}));
        QVERIFY2(m_rig.start(), qPrintable(m_rig.why()));
    }

    void aProviderThatIsNoneIsSaid()
    {
        SignInWish wrong = wish();
        wrong.issuer = m_rig.issuer() + u"/nothing"_s;
        Signing signing(wrong);
        QTRY_COMPARE_WITH_TIMEOUT(signing.ends, 1, kLimitMs);
        QVERIFY2(signing.result->error().message.contains(u"404"), qPrintable(signing.result->error().message));
    }

    void grantsComeBackFromTheVault_data()
    {
        QTest::addColumn<QByteArray>("refresh");
        QTest::addColumn<QByteArray>("client");
        QTest::newRow("plain") << QByteArray("1//abc") << QByteArray();
        QTest::newRow("with a secret") << QByteArray("1//abc") << QByteArray("GOCSPX-\"x\\");
        QTest::newRow("like JSON") << QByteArray("{abc") << QByteArray();
    }
    void grantsComeBackFromTheVault()
    {
        QFETCH(QByteArray, refresh);
        QFETCH(QByteArray, client);
        const StoredGrant grant = fromSecret(toSecret({.refreshToken = vault::SecretBytes(refresh.toStdString()), .clientSecret = vault::SecretBytes(client.toStdString())}));
        QCOMPARE(grant.refreshToken.view(), std::string_view(refresh.constData(), static_cast<size_t>(refresh.size())));
        QCOMPARE(grant.clientSecret.view(), std::string_view(client.constData(), static_cast<size_t>(client.size())));
    }

    void googleIsAskedAsGoogleWantsIt()
    {
        Provider google{.issuer = kGoogleIssuer.toString(), .givesIdTokens = true};
        const SignInWish wished{.issuer = kGoogleIssuer.toString(), .clientId = u"x"_s, .scope = vault::findAccountPreset(u"google"_s)->scope};
        QVERIFY(!scopesFor(wished, google).contains(u"offline_access"_s));
        QCOMPARE(redirectPath(wished.issuer), u"/signin/accounts.google.com"_s);
    }

private:
    [[nodiscard]] SignInWish wish() const { return {.issuer = m_rig.issuer(), .clientId = u"desktop"_s, .scope = u"openid kafka-read"_s}; }

    rig::OidcRig m_rig;
};

// The listener where there is no 127.0.0.1; prints what it answers.
static int onlyIPv6()
{
    std::puts("tried");
    RedirectListener listener(u"/here"_s, [](const QUrlQuery &) { return RedirectListener::Verdict::Taken; }, {});
    if (!listener.listen() || listener.address().host() != u"::1")
        return 1;
    std::puts(Stranger(listener.address(), get("/here", hostOf(listener.address()))).read().constData());
    return 0;
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().contains(u"--only-v6"_s))
        return onlyIPv6();
    TestSignInFlow test;
    return rig::runWithOidc(&test, argc, argv);
}

#include "tst_signinflow.moc"
