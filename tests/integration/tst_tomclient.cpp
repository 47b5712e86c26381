// SPDX-License-Identifier: GPL-3.0-or-later
// The client of TOMs against real ones of both kinds that are in use.
#include "core/tom/tomclient.h"
#include "core/tom/tomprobe.h"
#include "rig/tomrig.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTest>

#include <cmath>
#include <map>
#include <memory>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tom;
using rig::TomRig;
using Kind = Trouble::Kind;
using SignIn = TomFacts::SignIn;

namespace {

vault::SecretBytes bytes(const QByteArray &text)
{
    return vault::SecretBytes(std::string_view(text.constData(), static_cast<size_t>(text.size())));
}

QString words(const Trouble *trouble)
{
    return trouble ? trouble->error.message + u" / "_s + trouble->error.remedy : QString();
}

template <typename T>
QString troubleWords(const Told<T> &told)
{
    return words(troubleOf(told));
}

#define VERIFY_TOLD(told) \
    do { \
        const QString said = troubleWords(told); \
        QVERIFY2(said.isEmpty(), qPrintable(said)); \
    } while (false)

} // namespace

class TestTomClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void probesEachKind_data();
    void probesEachKind();
    void tokensForPasswords();
    void factsOfATom();
    void factsOfAModelOfTheirOwn();
    void makesAndRemoves_data();
    void makesAndRemoves();
    void strangersAreNoticed();
    void refusalsNameTheirFields();
    void zeroIsSentBesideIt();
    void duplicatesAreFound_data();
    void duplicatesAreFound();
    void placesAroundZeroAndThePole();
    void theVeryPlaceIsFound();
    void hiddenTargetsStayHidden();
    void whatIsNotPermitted();
    void brokenOffIsCompleted();
    void photometryOnce_data();
    void photometryOnce();

private:
    TomRig *tom(const QString &site)
    {
        std::unique_ptr<TomRig> &rig = m_toms[site];
        if (!rig) {
            rig = std::make_unique<TomRig>();
            if (!rig->up(site))
                qFatal("%s", qPrintable(rig->why()));
        }
        return rig.get();
    }
    TomClient clientOf(const QString &site, const char *user = "alice")
    {
        const bool isOld = site == u"old";
        return TomClient({.url = QUrl(tom(site)->url()), .signIn = isOld ? SignIn::Basic : SignIn::Token, .user = QString::fromLatin1(user),
                          .secret = bytes(isOld ? QByteArray("user-pw") : TomRig::token(user))},
                         {});
    }
    Draft draft(const QString &name, double ra, double dec)
    {
        return {.name = name, .ra = ra, .dec = dec};
    }

    std::map<QString, std::unique_ptr<TomRig>> m_toms;
};

void TestTomClient::probesEachKind_data()
{
    QTest::addColumn<QString>("site");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<int>("signIn"); // -1: a trouble
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("says");
    const auto good = [](const char *name, const QString &site, const QString &user, const QByteArray &secret, SignIn signIn, const QString &says = {}) {
        QTest::newRow(name) << site << user << secret << static_cast<int>(signIn) << -1 << says;
    };
    const auto bad = [](const char *name, const QString &site, const QString &user, const QByteArray &secret, Kind kind, const QString &says) {
        QTest::newRow(name) << site << user << secret << -1 << static_cast<int>(kind) << says;
    };
    const QByteArray token = TomRig::token("alice");
    good("stock", u"stock"_s, {}, token, SignIn::Token);
    good("stock, password", u"stock"_s, u"alice"_s, "user-pw", SignIn::Basic, u"not as a token"_s);
    bad("stock, wrong", u"stock"_s, {}, "wrong", Kind::SignIn, u"Invalid token"_s);
    bad("stock, wrong password", u"stock"_s, u"alice"_s, "wrong", Kind::SignIn, u"Invalid token"_s);
    good("token", u"token"_s, {}, token, SignIn::Token);
    bad("token, password", u"token"_s, u"alice"_s, "user-pw", Kind::SignIn, u"Invalid token"_s);
    bad("old, token alone", u"old"_s, {}, token, Kind::SignIn, u"ignores tokens"_s);
    bad("old, token with a user", u"old"_s, u"alice"_s, token, Kind::SignIn, u"ignores tokens"_s);
    good("old, password", u"old"_s, u"alice"_s, "user-pw", SignIn::Basic, u"ignores tokens"_s);
    bad("locked", u"locked"_s, u"alice"_s, token, Kind::NotPermitted, u"OPEN_URLS"_s);
    bad("limited", u"limited"_s, {}, token, Kind::SignIn, u"two-factor"_s);
    good("limited, password", u"limited"_s, u"alice"_s, "user-pw", SignIn::Basic, u"not as a token"_s);
}

void TestTomClient::probesEachKind()
{
    QFETCH(QString, site);
    QFETCH(QString, user);
    QFETCH(QByteArray, secret);
    QFETCH(QString, says);
    const Told<Probed> told = probe(QUrl(tom(site)->url()), user, bytes(secret), {});
    if (const Trouble *trouble = troubleOf(told)) {
        qInfo().noquote() << words(trouble);
        QTEST(static_cast<int>(trouble->kind), "kind");
        QVERIFY2(words(trouble).contains(says, Qt::CaseInsensitive), qPrintable(words(trouble)));
        return;
    }
    const auto &probed = std::get<Probed>(told);
    QTEST(static_cast<int>(probed.signIn), "signIn");
    QCOMPARE(probed.notice.isEmpty(), says.isEmpty());
    QVERIFY(probed.notice.contains(says));
}

void TestTomClient::tokensForPasswords()
{
    for (const QString &site : {u"stock"_s, u"old"_s}) {
        const Told<vault::SecretBytes> token = tokenFor(QUrl(tom(site)->url()), u"alice"_s, bytes("user-pw"), {});
        VERIFY_TOLD(token);
        QVERIFY(std::get<vault::SecretBytes>(token) == bytes(TomRig::token("alice")));
        const Told<vault::SecretBytes> wrong = tokenFor(QUrl(tom(site)->url()), u"alice"_s, bytes("wrong"), {});
        QVERIFY(troubleOf(wrong));
        QCOMPARE(troubleOf(wrong)->kind, Kind::SignIn);
        QCOMPARE(troubleOf(wrong)->error.kind, ErrorKind::SignInRefused);
    }
}

void TestTomClient::factsOfATom()
{
    for (const QString &site : {u"stock"_s, u"old"_s}) {
        const Told<TomFacts> told = clientOf(site).facts();
        VERIFY_TOLD(told);
        const auto &facts = std::get<TomFacts>(told);
        QCOMPARE(QSet<QString>(facts.groups.begin(), facts.groups.end()), (QSet<QString>{u"Observers"_s, u"SN"_s}));
        QVERIFY(facts.extras.empty());
        QVERIFY(facts.takesPhotometry);
    }
}

void TestTomClient::factsOfAModelOfTheirOwn()
{
    const Told<TomFacts> told = clientOf(u"custom"_s).facts();
    VERIFY_TOLD(told);
    const auto &facts = std::get<TomFacts>(told);
    QCOMPARE(facts.extras.size(), size_t(3));
    QCOMPARE(facts.extras[0].key, u"kind"_s);
    QCOMPARE(facts.extras[0].label, u"Kind of object"_s);
    QVERIFY(facts.extras[0].required);
    QCOMPARE(facts.extras[0].maxLength, 40);
    QCOMPARE(facts.extras[1].key, u"priority"_s);
    QCOMPARE(facts.extras[1].choices, (QStringList{u"1"_s, u"2"_s, u"3"_s}));
    QCOMPARE(facts.extras[1].choiceNames, (QStringList{u"now"_s, u"tonight"_s, u"whenever"_s}));
    // Without the field it is refused by name, with it it is made.
    Draft wish = draft(u"own"_s, 20, 20);
    const Told<TomClient::Created> bare = clientOf(u"custom"_s).create(wish, facts);
    QVERIFY(troubleOf(bare));
    QVERIFY(troubleOf(bare)->fields.contains(u"kind"_s));
    wish.extras = {{u"kind"_s, u"SN"_s}, {u"priority"_s, u"1"_s}};
    const Told<TomClient::Created> made = clientOf(u"custom"_s).create(wish, facts);
    VERIFY_TOLD(made);
    const auto answer = tom(u"custom"_s)->ask("GET", u"/api/targets/%1/"_s.arg(std::get<TomClient::Created>(made).target.id), TomRig::byToken("alice"));
    QCOMPARE(answer.json.object().value(u"kind"_s).toString(), u"SN"_s);
    QCOMPARE(answer.json.object().value(u"priority"_s).toInt(), 1);
}

void TestTomClient::makesAndRemoves_data()
{
    QTest::addColumn<QString>("site");
    QTest::newRow("3.1") << u"stock"_s;
    QTest::newRow("2.32") << u"old"_s;
}

void TestTomClient::makesAndRemoves()
{
    QFETCH(QString, site);
    TomClient client = clientOf(site);
    const Told<TomFacts> facts = client.facts();
    VERIFY_TOLD(facts);
    Draft wish = draft(u"LSST 169298433216610349"_s, 123.456789, -45.678901);
    wish.aliases = {u"AT 2026abc"_s, u"ZTF26aaaaaaa"_s};
    wish.groups = {u"SN"_s};
    wish.tags = {u"classification=SN Ia"_s, u"classification=again"_s, u"event=one=two"_s};
    const Told<TomClient::Created> told = client.create(wish, std::get<TomFacts>(facts));
    VERIFY_TOLD(told);
    const auto &made = std::get<TomClient::Created>(told);
    QVERIFY2(made.note.isEmpty(), qPrintable(made.note));
    QCOMPARE(made.target.name, wish.name);
    QCOMPARE(made.target.url.toString(), tom(site)->url() + u"/targets/%1/"_s.arg(made.target.id));
    const QString page = u"/api/targets/%1/"_s.arg(made.target.id);
    const QJsonObject seen = tom(site)->ask("GET", page, TomRig::byPassword("carol")).json.object(); // of the group
    QCOMPARE(seen.value(u"ra"_s).toDouble(), wish.ra);
    QCOMPARE(seen.value(u"dec"_s).toDouble(), wish.dec);
    QCOMPARE(seen.value(u"epoch"_s).toDouble(), 2000.0);
    QCOMPARE(seen.value(u"aliases"_s).toArray().size(), 2);
    QHash<QString, QString> tags;
    for (const QJsonValue &each : seen.value(u"targetextra_set"_s).toArray())
        tags.insert(each.toObject().value(u"key"_s).toString(), each.toObject().value(u"value"_s).toString());
    QCOMPARE(tags.value(u"classification"_s), u"SN Ia"_s);
    QCOMPARE(tags.value(u"event"_s), u"one=two"_s);
    QCOMPARE(std::get<bool>(client.strangersSee(made.target.id)), false);
    const Told<Target> named = client.addAlias(made.target.id, u"SN 2026xyz"_s);
    VERIFY_TOLD(named);
    QCOMPARE(std::get<Target>(named).aliases.size(), 3);
    VERIFY_TOLD(client.remove(made.target.id));
    const Told<Target> gone = client.target(made.target.id);
    QVERIFY(troubleOf(gone));
    QCOMPARE(troubleOf(gone)->kind, Kind::NotThere);
}

void TestTomClient::strangersAreNoticed()
{
    // What would happen at a TOM that ignores tokens, were it not probed.
    TomClient careless({.url = QUrl(tom(u"old"_s)->url()), .secret = bytes(TomRig::token("alice"))}, {});
    const Told<TomClient::Created> made = careless.create(draft(u"of nobody"_s, 5, 5), {});
    VERIFY_TOLD(made);
    const Told<bool> seen = careless.strangersSee(std::get<TomClient::Created>(made).target.id);
    VERIFY_TOLD(seen);
    QCOMPARE(std::get<bool>(seen), true);
}

void TestTomClient::refusalsNameTheirFields()
{
    for (const QString &site : {u"stock"_s, u"old"_s}) {
        TomClient client = clientOf(site);
        VERIFY_TOLD(client.create(draft(u"taken"_s, 30, 30), {}));
        const Told<TomClient::Created> twice = client.create(draft(u"taken"_s, 40, 40), {});
        QVERIFY(troubleOf(twice));
        QCOMPARE(troubleOf(twice)->kind, Kind::Refused);
        QVERIFY(troubleOf(twice)->fields.contains(u"name"_s));
        Draft alias = draft(u"other"_s, 31, 31);
        alias.aliases = {u"also"_s};
        VERIFY_TOLD(client.create(alias, {}));
        alias.name = u"third"_s;
        const Told<TomClient::Created> again = client.create(alias, {});
        QVERIFY(troubleOf(again));
        QVERIFY2(troubleOf(again)->fields.contains(u"aliases"_s), qPrintable(words(troubleOf(again))));
        Draft group = draft(u"fourth"_s, 32, 32);
        group.groups = {u"Secret"_s};
        const Told<TomClient::Created> strange = client.create(group, std::get<TomFacts>(client.facts()));
        QVERIFY(troubleOf(strange));
        QVERIFY(troubleOf(strange)->fields.contains(u"groups"_s));
        QCOMPARE(tom(site)->targetsNamed(u"fourth"_s), 0);
        const Told<TomClient::Created> lost = client.create(draft(u"no place"_s, std::nan(""), 10), {});
        QVERIFY(troubleOf(lost));
        QCOMPARE(troubleOf(lost)->kind, Kind::Refused);
        QCOMPARE(tom(site)->targetsNamed(u"no place"_s), 0);
    }
}

void TestTomClient::zeroIsSentBesideIt()
{
    const Told<TomClient::Created> told = clientOf(u"stock"_s).create(draft(u"zero"_s, 0, -10), {});
    VERIFY_TOLD(told);
    const auto &made = std::get<TomClient::Created>(told);
    QVERIFY(made.note.contains(u"exactly 0"));
    QCOMPARE(made.target.ra, 1e-9);
}

void TestTomClient::duplicatesAreFound_data()
{
    makesAndRemoves_data();
}

void TestTomClient::duplicatesAreFound()
{
    QFETCH(QString, site);
    TomClient client = clientOf(site);
    Draft first = draft(u"ZTF26first"_s, 200, 60.5);
    first.aliases = {u"AT 2026first"_s};
    VERIFY_TOLD(client.create(first, {}));
    const auto look = [&](const Draft &wish, double radius) {
        const Told<Lookup> told = client.lookUp(wish, radius);
        return troubleOf(told) ? Lookup{.notice = words(troubleOf(told))} : std::get<Lookup>(told);
    };
    // 2 arcsec east: at this declination a difference of 4 arcsec in RA.
    Lookup found = look(draft(u"LSST 1"_s, 200 + 4.06 / 3600, 60.5), 3);
    QCOMPARE(found.found.size(), size_t(1));
    QVERIFY2(std::abs(found.found[0].distanceArcsec - 2) < 0.01, qPrintable(QString::number(found.found[0].distanceArcsec)));
    QVERIFY(!found.found[0].sameName);
    // Just outside the circle, but inside the TOM's own square.
    QCOMPARE(look(draft(u"LSST 1"_s, 200 + 6.3 / 3600, 60.5), 3).found.size(), size_t(0));
    // By another spelling, and by an alias, far away.
    found = look(draft(u"ztf26 FIRST"_s, 10, 10), 3);
    QCOMPARE(found.found.size(), size_t(1));
    QVERIFY(found.found[0].sameName);
    QCOMPARE(found.found[0].distanceArcsec, -1.0);
    Draft other = draft(u"LSST 2"_s, 10, 10);
    other.aliases = {u"at2026first"_s};
    QCOMPARE(look(other, 3).found.size(), size_t(1));
    QCOMPARE(look(other, 3).names, 2);
    // A part of a name is another name; a comma in one is no two.
    QCOMPARE(look(draft(u"ZTF26"_s, 10, 10), 3).found.size(), size_t(0));
    QCOMPARE(look(draft(u"a,ZTF26first"_s, 10, 10), 3).found.size(), size_t(0));
    const Told<std::optional<Target>> exact = client.named(u"ZTF26first"_s);
    VERIFY_TOLD(exact);
    QVERIFY(std::get<std::optional<Target>>(exact));
    QVERIFY(!std::get<std::optional<Target>>(client.named(u"ZTF26firs"_s)));
    QVERIFY(!std::get<std::optional<Target>>(client.named(u"ztf26first"_s)));
}

void TestTomClient::placesAroundZeroAndThePole()
{
    TomClient client = clientOf(u"stock"_s);
    VERIFY_TOLD(client.create(draft(u"east of zero"_s, 0.0002, 1), {}));
    VERIFY_TOLD(client.create(draft(u"west of zero"_s, 359.9998, 2), {}));
    VERIFY_TOLD(client.create(draft(u"near the pole"_s, 100, 89.9998), {}));
    const auto count = [&](double ra, double dec) {
        const Told<Lookup> told = client.lookUp(draft(u"nobody's name"_s, ra, dec), 3);
        return troubleOf(told) ? size_t(99) : std::get<Lookup>(told).found.size();
    };
    QCOMPARE(count(359.9998, 1), size_t(1));
    QCOMPARE(count(0.0002, 2), size_t(1));
    QCOMPARE(count(280, 89.9998), size_t(1));
    QCOMPARE(count(280, 89.999), size_t(0));
}

void TestTomClient::theVeryPlaceIsFound()
{
    // Of this declination the toolkit's own cone leaves out what lies at its centre.
    const double dec = -58.7954;
    TomClient client = clientOf(u"stock"_s);
    VERIFY_TOLD(client.create(draft(u"very place"_s, 11, dec), {}));
    const auto plain = tom(u"stock"_s)->ask("GET", u"/api/targets/?cone_search=11.0,-58.7954,0.0008"_s, TomRig::byToken("alice"));
    if (plain.json.object().value(u"count"_s).toInt() != 0)
        qWarning("the toolkit finds it by itself now");
    const Told<Lookup> found = client.lookUp(draft(u"another"_s, 11, dec), 3);
    VERIFY_TOLD(found);
    QCOMPARE(std::get<Lookup>(found).found.size(), size_t(1));
    QCOMPARE(std::get<Lookup>(found).found[0].distanceArcsec, 0.0);
}

void TestTomClient::hiddenTargetsStayHidden()
{
    // bob sees no target at all: the fuzzy search shows him everybody's.
    VERIFY_TOLD(clientOf(u"stock"_s).create(draft(u"Of Alice alone"_s, 50, 50), {}));
    TomClient bob = clientOf(u"stock"_s, "bob");
    const Told<Lookup> found = bob.lookUp(draft(u"of alice ALONE"_s, 1, 1), 3);
    VERIFY_TOLD(found);
    QCOMPARE(std::get<Lookup>(found).found.size(), size_t(0));
    // The exact name is taken all the same, and he is told.
    const Told<TomClient::Created> made = bob.create(draft(u"Of Alice alone"_s, 1, 1), {});
    QVERIFY(troubleOf(made));
    QVERIFY(troubleOf(made)->fields.contains(u"name"_s));
    QVERIFY(!std::get<std::optional<Target>>(bob.named(u"Of Alice alone"_s)));
}

void TestTomClient::whatIsNotPermitted()
{
    const Told<TomClient::Created> locked = clientOf(u"locked"_s).create(draft(u"x"_s, 1, 1), {});
    QVERIFY(troubleOf(locked));
    QCOMPARE(troubleOf(locked)->kind, Kind::NotPermitted);
    QCOMPARE(troubleOf(locked)->error.kind, ErrorKind::NotAuthorised);
    // At 2.32 a wrong password is a redirection to the sign-in page.
    TomClient stranger({.url = QUrl(tom(u"old"_s)->url()), .signIn = SignIn::Basic, .user = u"alice"_s, .secret = bytes("wrong")}, {});
    const Told<TomClient::Created> refused = stranger.create(draft(u"x"_s, 1, 1), {});
    QVERIFY(troubleOf(refused));
    QCOMPARE(troubleOf(refused)->kind, Kind::NotPermitted);
    QCOMPARE(tom(u"old"_s)->asked("/accounts/login/"), 0);
    // Without rights a target is not there at all.
    const Told<TomClient::Created> made = clientOf(u"stock"_s).create(draft(u"alice's"_s, 51, 51), {});
    VERIFY_TOLD(made);
    const Told<Done> removed = clientOf(u"stock"_s, "bob").remove(std::get<TomClient::Created>(made).target.id);
    QVERIFY(troubleOf(removed));
    QCOMPARE(troubleOf(removed)->kind, Kind::NotThere);
    QCOMPARE(tom(u"stock"_s)->targetsNamed(u"alice's"_s), 1);
}

void TestTomClient::brokenOffIsCompleted()
{
    TomClient client = clientOf(u"stock"_s);
    const Told<TomFacts> known = client.facts();
    VERIFY_TOLD(known);
    const auto &facts = std::get<TomFacts>(known);
    // A tag whose name is a field with a default at this site: a real error of the TOM, and the target stays.
    Draft wish = draft(u"half made"_s, 60, 10);
    wish.aliases = {u"half alias"_s};
    wish.groups = {u"SN"_s};
    wish.tags = {u"finder=Tocsin"_s};
    const Told<TomClient::Created> broken = client.create(wish, facts);
    QVERIFY(troubleOf(broken));
    QCOMPARE(troubleOf(broken)->kind, Kind::Unsure);
    const Told<std::optional<Target>> there = client.named(wish.name);
    VERIFY_TOLD(there);
    QVERIFY(std::get<std::optional<Target>>(there));
    const int64_t id = std::get<std::optional<Target>>(there)->id;
    VERIFY_TOLD(client.complete(id, wish, facts));
    // A real one that broke before its groups and aliases.
    TomFacts wrong = facts;
    wrong.groupNumbers.insert(u"SN"_s, 9999);
    Draft second = wish;
    second.name = u"half of it"_s;
    second.aliases = {u"half of the alias"_s};
    second.tags.clear();
    QCOMPARE(troubleOf(client.create(second, wrong))->kind, Kind::Unsure);
    const Told<std::optional<Target>> half = client.named(second.name);
    QVERIFY(std::get<std::optional<Target>>(half));
    const Told<TomClient::Created> whole = client.complete(std::get<std::optional<Target>>(half)->id, second, facts);
    VERIFY_TOLD(whole);
    QVERIFY2(std::get<TomClient::Created>(whole).note.isEmpty(), qPrintable(std::get<TomClient::Created>(whole).note));
    QCOMPARE(std::get<TomClient::Created>(whole).target.aliases, second.aliases);
    QCOMPARE(tom(u"stock"_s)->ask("GET", u"/api/targets/%1/"_s.arg(std::get<std::optional<Target>>(half)->id), TomRig::byToken("carol")).status, 200);
}

void TestTomClient::photometryOnce_data()
{
    makesAndRemoves_data();
}

void TestTomClient::photometryOnce()
{
    QFETCH(QString, site);
    TomClient client = clientOf(site);
    const Told<TomClient::Created> made = client.create(draft(u"with a light curve"_s, 70, 10), {});
    VERIFY_TOLD(made);
    const int64_t id = std::get<TomClient::Created>(made).target.id;
    const UtcTime begin = UtcTime::fromIso("2026-03-01T04:05:06.789000Z");
    std::vector<PhotometryPoint> points{{.time = begin, .magnitude = 18.5, .error = 0.1, .band = u"ztf-g"_s, .instrument = u"ZTF"_s},
                                        {.time = UtcTime::fromUs(begin.us + 86'400'000'000), .limit = 20.5, .band = u"ztf-r"_s},
                                        {.time = begin, .magnitude = 18, .band = {}}, // no band: never sent
                                        {.time = begin, .magnitude = 18.5, .error = 0.1, .band = u"ztf-g"_s}};
    const Told<int> sent = client.addPhotometry(id, points, false);
    VERIFY_TOLD(sent);
    QCOMPARE(std::get<int>(sent), 3);
    points.push_back({.time = UtcTime::fromUs(begin.us + 2 * 86'400'000'000), .magnitude = 18.1, .band = u"ztf-g"_s});
    const Told<int> again = client.addPhotometry(id, points, true);
    VERIFY_TOLD(again);
    const auto listed = tom(site)->ask("GET", u"/api/reduceddatums/?target__id=%1"_s.arg(id), TomRig::byPassword("alice"));
    QCOMPARE(listed.json.object().value(u"results"_s).toArray().size(), 3);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    TestTomClient test;
    return rig::runWithTom(&test, argc, argv);
}

#include "tst_tomclient.moc"
