// SPDX-License-Identifier: GPL-3.0-or-later
// Schemas from a registry over real HTTP: a stand-in server in this process answers rightly and in every wrong way.
#include "core/base/webaddress.h"
#include "core/services/schemafetch.h"
#include "support/httpstandin.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::services;
using namespace tocsin::tests;

namespace {

// Who asked for a schema and what became of it.
class Asked final : public QObject
{
public:
    explicit Asked(SchemaFetch &fetch)
    {
        connect(&fetch, &SchemaFetch::fetched, this, [this](const SchemaKey &, const QByteArray &answer) { answers << answer; });
        connect(&fetch, &SchemaFetch::failed, this, [this](const SchemaKey &, const Error &error, const UtcTime &next) {
            errors.push_back(error);
            nextTry = next;
        });
    }
    QList<QByteArray> answers;
    std::vector<Error> errors;
    UtcTime nextTry;
};

const QByteArray kAnswer("{\"schema\": \"long\"}");

} // namespace

class TestSchemaFetch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnceHoweverManyWait();
    void badAnswersAreToldAndTriedAgain_data();
    void badAnswersAreToldAndTriedAgain();
    void nobodyElseIsAsked();
    void redirectionOnTheSameServerIsFollowed();
    void addressesThatAreNotUsed_data();
    void addressesThatAreNotUsed();
    void comesBackWhenTheRegistryDoes();
    void aFloodOfNumbersIsBounded();
    void stopEndsWhatIsUnderWay();

private:
    static SchemaKey key(const HttpStandIn &server, uint32_t id = 7) { return {server.address().toStdString(), id}; }
    static SchemaFetch::Settings quick(std::chrono::milliseconds patience = 10s)
    {
        return {.patience = patience, .firstPause = 10min, .longestPause = 1h, .mostBytes = 1'000};
    }
};

void TestSchemaFetch::asksOnceHoweverManyWait()
{
    HttpStandIn server;
    server.lay(u"/schemas/ids/7"_s, 200, kAnswer);
    SchemaFetch fetch(quick());
    Asked asked(fetch);
    for (int i = 0; i < 5; ++i)
        fetch.want(key(server));
    QTRY_COMPARE(asked.answers, QList<QByteArray>{kAnswer});
    fetch.want(key(server)); // nobody has said yet what it is worth
    fetch.accept(key(server));
    QCOMPARE(server.asked, QStringList{u"/schemas/ids/7"_s});
    // No cookies, no credentials, nothing of the packet: only the number.
    QVERIFY(!server.requests.front().contains("Authorization"));
    QVERIFY(!server.requests.front().contains("Cookie"));
}

void TestSchemaFetch::badAnswersAreToldAndTriedAgain_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<ErrorKind>("kind");
    const auto answer = [](const QByteArray &status, const QByteArray &headers = {}, const QByteArray &body = {}) {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    };
    QTest::addRow("404") << answer("404 Not Found", {}, "<html>not here</html>") << ErrorKind::NotFound;
    QTest::addRow("503") << answer("503 Service Unavailable", "Retry-After: 1\r\n") << ErrorKind::NoConnection;
    QTest::addRow("500") << answer("500 Internal Server Error") << ErrorKind::NoConnection;
    QTest::addRow("401") << answer("401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n") << ErrorKind::NotAuthorised;
    QTest::addRow("204") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << ErrorKind::NoConnection;
    QTest::addRow("said too large") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n{") << ErrorKind::Undecodable;
    QTest::addRow("too large without saying so") << "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + QByteArray(100'000, 'x') << ErrorKind::Undecodable;
    QTest::addRow("cut") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"schema\"") << ErrorKind::NoConnection;
    QTest::addRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << ErrorKind::NoConnection;
    QTest::addRow("slow") << QByteArray() << ErrorKind::TimeLimit;
    QTest::addRow("drip by drip") << answer("200 OK", {}, QByteArray(900, ' ')) << ErrorKind::TimeLimit;
}

void TestSchemaFetch::badAnswersAreToldAndTriedAgain()
{
    QFETCH(QByteArray, raw);
    QFETCH(ErrorKind, kind);
    const QString path = u"/schemas/ids/7"_s;
    HttpStandIn server;
    server.raw[path] = raw;
    if (raw.isEmpty())
        server.silent << path;
    if (QByteArray(QTest::currentDataTag()) == "drip by drip")
        server.dripping << path;
    SchemaFetch fetch(quick(kind == ErrorKind::TimeLimit || raw.startsWith("SSH") ? 300ms : 10s));
    Asked asked(fetch);
    fetch.want(key(server));
    QTRY_COMPARE(asked.errors.size(), size_t{1});
    const Error &error = asked.errors.front();
    if (QByteArray(QTest::currentDataTag()) != "no HTTP") // it may also wait for a status line
        QCOMPARE(int(error.kind), int(kind));
    QVERIFY2(error.message.contains(u"7"_s) && error.message.contains(u"127.0.0.1"_s), qPrintable(error.message));
    QVERIFY(!error.remedy.isEmpty());
    QVERIFY(asked.answers.isEmpty());
    const int64_t pause = asked.nextTry.us - UtcTime::now().us;
    QVERIFY2(pause > 590'000'000 && pause <= 600'000'000, qPrintable(QString::number(pause)));
    // Not asked again before its time, however often it is wanted; then it is, and the pause grows.
    fetch.want(key(server));
    QVERIFY(asked.errors.size() == 1);
    server.silent.clear();
    server.dripping.clear();
    server.lay(path, 503, {});
    fetch.tryNow();
    QTRY_COMPARE(asked.errors.size(), size_t{2});
    QVERIFY(asked.nextTry.us - UtcTime::now().us > 1'190'000'000);
}

// FAULT-72: an answer does not lead to other hosts, ports or schemes.
void TestSchemaFetch::nobodyElseIsAsked()
{
    HttpStandIn other;
    other.lay(u"/schemas/ids/7"_s, 200, kAnswer);
    HttpStandIn server;
    SchemaFetch fetch(quick());
    Asked asked(fetch);
    size_t tries = 0;
    const QStringList targets{other.address() + u"/schemas/ids/7"_s, u"file:///etc/passwd"_s, u"https://127.0.0.1:%1/schemas/ids/7"_s.arg(server.serverPort()),
                              u"ftp://127.0.0.1/x"_s, u"//example.invalid/x"_s, u"http://user:word@127.0.0.1:%1/schemas/ids/7"_s.arg(server.serverPort())};
    for (const QString &target : targets) {
        server.lay(u"/schemas/ids/7"_s, 302, {}, "Location: " + target.toUtf8() + "\r\n");
        if (tries == 0)
            fetch.want(key(server));
        else
            fetch.tryNow();
        ++tries;
        QTRY_COMPARE(asked.errors.size(), tries);
        QVERIFY2(asked.errors.back().kind == ErrorKind::NotAuthorised, qPrintable(target));
    }
    QCOMPARE(server.asked.size(), targets.size());
    QVERIFY(other.asked.isEmpty());
    QVERIFY(asked.answers.isEmpty());
}

void TestSchemaFetch::redirectionOnTheSameServerIsFollowed()
{
    HttpStandIn server;
    server.lay(u"/schemas/ids/7"_s, 301, {}, "Location: /moved/7\r\n");
    server.lay(u"/moved/7"_s, 200, kAnswer);
    server.lay(u"/schemas/ids/8"_s, 302, {}, "Location: /schemas/ids/8\r\n");
    SchemaFetch fetch(quick());
    Asked asked(fetch);
    fetch.want(key(server));
    QTRY_COMPARE(asked.answers.size(), 1);
    fetch.want(key(server, 8)); // in a circle
    QTRY_COMPARE(asked.errors.size(), size_t{1});
    QCOMPARE(server.asked.count(u"/schemas/ids/8"_s), 4);
}

void TestSchemaFetch::addressesThatAreNotUsed_data()
{
    QTest::addColumn<QString>("address");
    for (const char *address : {"file:///etc", "http://schemas.example", "ftp://schemas.example", "javascript:alert(1)", "smb://host/share", "schemas.example", "",
                                "https://user:word@schemas.example", "https://schemas.example/?token=1", "https://schemas.example/#x", "https://", "qrc:/schemas"})
        QTest::addRow("%s", address) << QString::fromLatin1(address);
}

// FAULT-72: whatever a configuration says, files and plain http elsewhere are never opened.
void TestSchemaFetch::addressesThatAreNotUsed()
{
    QFETCH(QString, address);
    QVERIFY(!webAddressProblem(address).isEmpty());
    SchemaFetch fetch(quick());
    Asked asked(fetch);
    fetch.want({address.toStdString(), 7});
    QTRY_COMPARE(asked.errors.size(), size_t{1});
    QCOMPARE(int(asked.errors.front().kind), int(ErrorKind::BadArgument));
    for (const char *right : {"https://schemas.example", "https://schemas.example:8443/a/b", "http://127.0.0.1:80", "http://localhost", "http://[::1]:8081/x"})
        QVERIFY2(webAddressProblem(QString::fromLatin1(right)).isEmpty(), right);
}

void TestSchemaFetch::comesBackWhenTheRegistryDoes()
{
    auto server = std::make_unique<HttpStandIn>();
    const quint16 port = server->serverPort();
    const SchemaKey wanted = key(*server);
    server.reset(); // down
    SchemaFetch::Settings settings = quick();
    settings.firstPause = 5ms;
    settings.longestPause = 20ms;
    SchemaFetch fetch(settings);
    Asked asked(fetch);
    fetch.want(wanted);
    QTRY_VERIFY(asked.errors.size() >= 3);
    QCOMPARE(int(asked.errors.front().kind), int(ErrorKind::NoConnection));
    HttpStandIn again;
    again.close();
    QVERIFY(again.listen(QHostAddress::LocalHost, port));
    again.lay(u"/schemas/ids/7"_s, 200, "<html>");
    QTRY_VERIFY(!asked.answers.isEmpty());
    fetch.refuse(wanted, {.kind = ErrorKind::Undecodable, .message = u"no schema"_s}); // whoever reads it finds that it is none
    again.lay(u"/schemas/ids/7"_s, 200, kAnswer);
    QTRY_COMPARE(asked.answers.back(), kAnswer);
    fetch.accept(wanted);
}

void TestSchemaFetch::aFloodOfNumbersIsBounded()
{
    HttpStandIn server;
    SchemaFetch fetch(quick());
    Asked asked(fetch);
    for (uint32_t id = 1; id <= 1'000; ++id)
        fetch.want(key(server, id));
    QTRY_COMPARE(asked.errors.size(), size_t{64});
    QCOMPARE(server.asked.size(), 64);
}

void TestSchemaFetch::stopEndsWhatIsUnderWay()
{
    HttpStandIn server;
    server.silent << u"/schemas/ids/7"_s;
    SchemaFetch fetch(quick());
    Asked asked(fetch);
    fetch.want(key(server));
    QTRY_COMPARE(server.asked.size(), 1);
    fetch.stop();
    QVERIFY(asked.errors.empty());
    fetch.want(key(server));
    fetch.tryNow();
    QCoreApplication::processEvents();
    QCOMPARE(server.asked.size(), 1);
}

QTEST_GUILESS_MAIN(TestSchemaFetch)
#include "tst_schemafetch.moc"
