// SPDX-License-Identifier: GPL-3.0-or-later
// What replies mean, also those that no real TOM can be brought to give. The server is a stand-in that answers what is laid
// down; the questions are real HTTP.
#include "core/tom/tomclient.h"
#include "core/tom/tomprobe.h"
#include "support/httpstandin.h"

#include <QLocale>
#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tom;
using tests::HttpStandIn;
using Kind = Trouble::Kind;

namespace {

constexpr auto kJson = "Content-Type: application/json\r\n";
constexpr auto kPage = "Content-Type: text/html; charset=utf-8\r\n";

vault::SecretBytes secret()
{
    return vault::SecretBytes(std::string_view("secret-token"));
}

TomClient clientOf(const HttpStandIn &server)
{
    return TomClient({.url = QUrl(server.address()), .secret = secret()}, {});
}

Draft draft()
{
    return {.name = u"X1"_s, .ra = 10, .dec = 20};
}

} // namespace

class TestTomReply : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void replies_data();
    void replies();
    void pausesAreRead();
    void pagesAreNeverShown();
    void whatCannotHaveArrivedIsAway();
    void whatMayHaveArrivedIsUnsure();
    void aQuestionIsSentOnce();
    void redirectionsAreNotFollowed();
    void openAddressesGetNoSecret_data();
    void openAddressesGetNoSecret();
    void namesAsTomsCompareThem();
    void distances();
};

void TestTomReply::replies_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, int status, const char *type, const char *body, Kind kind, const QString &field = {}) {
        QTest::newRow(name) << status << QByteArray(type) << QByteArray(body) << static_cast<int>(kind) << field;
    };
    row("duplicate", 400, kJson, R"({"name": ["target with this Name already exists."]})", Kind::Refused, u"name"_s);
    row("alias", 400, kJson, R"({"aliases": {"0": {"name": ["alias with this Name already exists."]}}})", Kind::Refused, u"aliases"_s);
    row("bare list", 400, kJson, R"(["Alias 'a' conflicts with Target name 'a'."])", Kind::Refused, u""_s);
    row("no dec", 400, kJson, R"({"non_field_errors": ["The following fields are required for SIDEREAL: ['ra', 'dec']"]})", Kind::Refused, u""_s);
    row("host", 400, kPage, "<h1>Bad Request</h1>", Kind::Refused);
    row("token", 401, kJson, R"({"detail": "Invalid token."})", Kind::SignIn);
    row("forbidden", 403, kJson, R"({"detail": "No."})", Kind::NotPermitted);
    row("locked", 403, kPage, "", Kind::NotPermitted);
    row("busy", 429, kJson, R"({"detail": "Request was throttled."})", Kind::Busy);
    row("restarts", 503, kPage, "<h1>Service unavailable</h1>", Kind::Busy);
    row("bug", 500, kPage, "<h1>IntegrityError</h1>", Kind::Unsure);
    row("gateway", 502, kPage, "<h1>Bad gateway</h1>", Kind::Unsure);
    row("late gateway", 504, kPage, "<h1>Time-out</h1>", Kind::Unsure);
    row("portal", 200, kPage, "<h1>Welcome to our network</h1>", Kind::Unsure);
    row("elsewhere", 404, kPage, "<h1>Not found</h1>", Kind::Refused);
}

void TestTomReply::replies()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    QFETCH(QString, field);
    HttpStandIn server;
    server.lay(u"/api/targets/"_s, status, body, type);
    TomClient client = clientOf(server);
    const Told<TomClient::Created> made = client.create(draft(), {});
    QVERIFY(troubleOf(made));
    QCOMPARE(static_cast<int>(troubleOf(made)->kind), kind);
    QVERIFY(!troubleOf(made)->error.message.isEmpty());
    if (!field.isNull())
        QVERIFY(troubleOf(made)->fields.contains(field));
    QCOMPARE(server.asked.size(), 1);
    QVERIFY(server.requests.value(0).contains("Authorization: Token secret-token"));
}

void TestTomReply::pausesAreRead()
{
    const QDateTime soon = QDateTime::currentDateTimeUtc().addSecs(100);
    const QByteArray date = QLocale::c().toString(soon, u"ddd, dd MMM yyyy hh:mm:ss"_s).toLatin1() + " GMT";
    HttpStandIn server;
    TomClient client = clientOf(server);
    server.lay(u"/api/targets/"_s, 503, "", "Retry-After: 17\r\n");
    Told<TomClient::Created> made = client.create(draft(), {});
    QCOMPARE(troubleOf(made)->retryAfter.count(), 17);
    server.lay(u"/api/targets/"_s, 429, "", "Retry-After: " + date + "\r\n");
    made = client.create(draft(), {});
    QVERIFY(troubleOf(made)->retryAfter.count() > 90 && troubleOf(made)->retryAfter.count() <= 100);
}

void TestTomReply::pagesAreNeverShown()
{
    HttpStandIn server;
    server.lay(u"/api/targets/"_s, 500, "<html>" + QByteArray(75'000, 'x') + "SECRET_KEY</html>", kPage);
    const Told<TomClient::Created> made = clientOf(server).create(draft(), {});
    const Error &error = troubleOf(made)->error;
    QVERIFY((error.message + error.remedy + error.detail).size() < 400);
    QVERIFY(!(error.message + error.detail).contains(u"SECRET_KEY"));
    server.lay(u"/api/targets/"_s, 400, R"({"name": [")" + QByteArray(5'000, 'y') + R"("]})", kJson);
    const Told<TomClient::Created> again = clientOf(server).create(draft(), {});
    QVERIFY(troubleOf(again)->error.message.size() < 400);
}

void TestTomReply::whatCannotHaveArrivedIsAway()
{
    QString address;
    {
        const HttpStandIn gone;
        address = gone.address();
    }
    TomClient client({.url = QUrl(address), .secret = secret()}, {});
    const Told<TomClient::Created> made = client.create(draft(), {});
    QCOMPARE(troubleOf(made)->kind, Kind::Away);
    QVERIFY(troubleOf(made)->waits());
}

void TestTomReply::whatMayHaveArrivedIsUnsure()
{
    HttpStandIn server;
    server.raw[u"/api/targets/"_s] = "HTTP/1.1 201 Created\r\nContent-Length: 500\r\n\r\n{\"id\""; // breaks off
    const Told<TomClient::Created> made = clientOf(server).create(draft(), {});
    QCOMPARE(troubleOf(made)->kind, Kind::Unsure);
    // Reading changes nothing.
    server.raw[u"/api/targets/7/"_s] = "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"id\"";
    const Told<Target> read = clientOf(server).target(7);
    QCOMPARE(troubleOf(read)->kind, Kind::Away);
}

void TestTomReply::aQuestionIsSentOnce()
{
    // Closed without a word: Qt alone would ask three times.
    HttpStandIn server;
    server.raw[u"/api/targets/"_s] = "";
    const Told<TomClient::Created> made = clientOf(server).create(draft(), {});
    QCOMPARE(troubleOf(made)->kind, Kind::Unsure);
    QCOMPARE(server.asked.size(), 1);
    QVERIFY2(server.requests.value(0).contains("\r\n\r\n{\"dec\":20"), server.requests.value(0).constData());
}

void TestTomReply::redirectionsAreNotFollowed()
{
    HttpStandIn server;
    for (const int status : {301, 302, 307, 308}) {
        server.asked.clear();
        server.lay(u"/api/groups/"_s, status, "", "Location: http://tom.example.org/api/groups/\r\n");
        const Told<Probed> probed = probe(QUrl(server.address()), {}, secret(), {});
        QVERIFY(troubleOf(probed));
        QCOMPARE(troubleOf(probed)->kind, Kind::Refused);
        QVERIFY2(troubleOf(probed)->error.message.contains(u"http://tom.example.org/api/groups/"), qPrintable(troubleOf(probed)->error.message));
        QCOMPARE(server.asked.size(), 1); // with a token that is good nowhere
        QVERIFY(!server.requests.constLast().contains("secret-token"));
    }
}

void TestTomReply::openAddressesGetNoSecret_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("http") << u"http://tom.example.org/"_s;
    QTest::newRow("a name is no address") << u"http://localhost:1/"_s;
    QTest::newRow("user") << u"https://me:secret@tom.example.org/"_s;
    QTest::newRow("ftp") << u"ftp://tom.example.org/"_s;
}

void TestTomReply::openAddressesGetNoSecret()
{
    QFETCH(QString, address);
    TomClient client({.url = QUrl(address), .secret = secret()}, {});
    const Told<TomClient::Created> made = client.create(draft(), {});
    QVERIFY(troubleOf(made));
    QCOMPARE(troubleOf(made)->kind, Kind::Refused);
    QVERIFY(troubleOf(made)->error.message.contains(u"is not asked"));
    QVERIFY(!troubleOf(made)->error.message.contains(u"secret"));
    const Told<Probed> probed = probe(QUrl(address), {}, secret(), {});
    QVERIFY(troubleOf(probed));
    QCOMPARE(troubleOf(probed)->kind, Kind::Refused);
}

void TestTomReply::namesAsTomsCompareThem()
{
    QCOMPARE(simpleName(u"AT 2026-abc (x_Y)"_s), u"at2026abcxy"_s);
    QVERIFY(simpleName(u"SN1a"_s) != simpleName(u"SN1b"_s));
}

void TestTomReply::distances()
{
    QVERIFY(std::abs(degreesBetween(359.9999, 0, 0.0001, 0) - 0.0002) < 1e-12);
    QVERIFY(std::abs(degreesBetween(10, 89.9999, 190, 89.9999) - 0.0002) < 1e-12);
    QCOMPARE(degreesBetween(10, 20, 10, 20), 0.0);
}

QTEST_GUILESS_MAIN(TestTomReply)
#include "tst_tomreply.moc"
