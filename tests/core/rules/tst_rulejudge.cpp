// SPDX-License-Identifier: GPL-3.0-or-later
// Who takes an alert, what is news, and what is history.
#include "core/rules/fact.h"
#include "core/rules/lanewatch.h"
#include "core/rules/rulejudge.h"
#include "core/rules/ruletext.h"

#include <QScopeGuard>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::rules;

namespace {

constexpr int64_t kSecond = 1'000'000;
const UtcTime kNow = UtcTime::fromIso("2026-09-14T02:00:00Z");

UtcTime later(int seconds)
{
    return UtcTime::fromUs(kNow.us + seconds * kSecond);
}

Rule rule(const QString &name, const QString &filter = {}, const QStringList &topics = {})
{
    return {.name = name, .enabled = true, .topics = topics, .filter = filter, .actions = {{.kind = u"notify"_s}}};
}

Alert gw(const char *event, double pBns = 0.5)
{
    Alert alert;
    alert.topic = "gcn.gw";
    alert.messenger = "gw";
    alert.event = alert.name = event;
    alert.pBns = pBns;
    return alert;
}

// "a", "a!" when it alarms, "a-" for a retraction, "a?throttle".
QStringList told(RuleJudge &judge, const Alert &alert, const UtcTime &now = kNow, bool history = false)
{
    QStringList list;
    for (const Decision &decision : judge.judge(alert, {.now = now, .history = history}))
        list << decision.rule->rule.name + (!decision.alarms ? u""_s : !decision.silencedBy.isEmpty() ? u'?' + decision.silencedBy : decision.kind == alarms::Kind::Retraction ? u"-"_s : u"!"_s);
    return list;
}

} // namespace

class TestRuleJudge final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactBeatsPatternBeatsAll()
    {
        RuleJudge judge;
        Rule off = rule(u"off"_s, {}, {u"gcn.gw"_s});
        off.enabled = false;
        judge.setRules(RuleSet({rule(u"all"_s, {}, {u"*"_s}), rule(u"glob"_s, {}, {u"gcn.*"_s}), rule(u"regex"_s, {}, {u"^other|gcn\\.g"_s}), rule(u"exact"_s, {}, {u"x"_s, u"gcn.gw"_s}),
                                rule(u"second"_s, {}, {u"gcn.gw"_s}), rule(u"free"_s, u"messenger = \"gw\""_s), off}));
        Alert alert = gw("S1");
        QCOMPARE(told(judge, alert), QStringList({u"exact!"_s, u"second!"_s, u"free!"_s}));
        alert = gw("S2");
        alert.topic = "gcn.other";
        QCOMPARE(told(judge, alert), QStringList({u"glob!"_s, u"free!"_s}));
        alert = gw("S3");
        alert.topic = "other";
        QCOMPARE(told(judge, alert), QStringList({u"regex!"_s, u"free!"_s}));
        alert = gw("S4");
        alert.topic = "none";
        QCOMPARE(told(judge, alert), QStringList({u"all!"_s, u"free!"_s}));
    }

    void anEventAlarmsOnce()
    {
        RuleJudge judge;
        judge.setRules(RuleSet({rule(u"a"_s, u"messenger = \"gw\""_s)}));
        QCOMPARE(told(judge, gw("S260914ab")), QStringList{u"a!"_s});
        Alert other = gw("S260914ab"); // by another path
        other.topic = "igwn.gwalert";
        QCOMPARE(told(judge, other), QStringList{u"a"_s});
        other.event.clear(); // which does not know the event
        QCOMPARE(told(judge, other), QStringList{u"a"_s});
        QCOMPARE(told(judge, gw("S260914cd")), QStringList{u"a!"_s});
    }

    void whatIsTheSame_data()
    {
        QTest::addColumn<Alert>("first");
        QTest::addColumn<Alert>("second");
        QTest::addColumn<bool>("same");
        const auto make = [](const char *event, const char *name, const char *id, double ra = NAN, double error = NAN) {
            Alert alert;
            alert.event = event;
            alert.name = name;
            alert.id = id;
            if (!std::isnan(ra)) {
                alert.ra = ra;
                alert.dec = 10.0;
            }
            alert.errorRadius = error;
            return alert;
        };
        QTest::newRow("event") << make("swift 1", "", "1") << make("swift 1", "GRB 260914A", "2") << true;
        QTest::newRow("another event") << make("swift 1", "", "1") << make("swift 2", "", "1") << false;
        QTest::newRow("name of one event, other keys") << make("swift 1", "GRB 260914A", "") << make("fermi 7", "GRB 260914A", "") << true;
        QTest::newRow("name of a source") << make("maxi 1", "Crab", "") << make("maxi 2", "Crab", "") << false;
        QTest::newRow("name alone") << make("", "ZTF26abc", "1") << make("", "ZTF26abc", "2") << true;
        QTest::newRow("id alone") << make("", "", "17") << make("", "", "17") << true;
        QTest::newRow("place alone") << make("", "", "", 120.0) << make("", "", "5", 120.001) << true;
        QTest::newRow("place, too far") << make("", "", "", 120.0) << make("", "", "5", 120.01) << false;
        QTest::newRow("place, too uncertain") << make("", "", "", 120.0) << make("", "", "5", 120.0, 1) << false;
        QTest::newRow("place, but a name of its own") << make("", "", "", 120.0) << make("", "AT2026x", "", 120.0) << false;
        Alert circular = make("GRB 260914A", "GRB 260914A", "41000");
        circular.message = "circular";
        Alert edited = circular;
        edited.revision = "2";
        QTest::newRow("circular, edited") << circular << edited << true;
        edited.id = "41001";
        QTest::newRow("circular, the next") << circular << edited << false;
        QTest::newRow("nothing at all") << make("", "", "") << make("", "", "") << false;
    }
    void whatIsTheSame()
    {
        QFETCH(const Alert, first);
        QFETCH(const Alert, second);
        QFETCH(const bool, same);
        RuleJudge judge;
        judge.setRules(RuleSet({rule(u"a"_s, {}, {u"*"_s})}));
        QCOMPARE(told(judge, first), QStringList{u"a!"_s});
        QCOMPARE(told(judge, second), QStringList{same ? u"a"_s : u"a!"_s});
    }

    void againWhenItGrew()
    {
        RuleJudge judge;
        Rule measured = rule(u"a"_s, u"messenger = \"gw\""_s);
        measured.measure = u"p_bns"_s;
        judge.setRules(RuleSet({measured}));
        QCOMPARE(told(judge, gw("S1", 0.5)), QStringList{u"a!"_s});
        QCOMPARE(told(judge, gw("S1", 0.5)), QStringList{u"a"_s});
        QCOMPARE(told(judge, gw("S1", 0.9)), QStringList{u"a!"_s});
        QCOMPARE(told(judge, gw("S1", 0.7)), QStringList{u"a"_s});
        QCOMPARE(told(judge, gw("S1", 0.9)), QStringList{u"a"_s});
        // What was not known is no growth, but the measure from then on.
        QCOMPARE(told(judge, gw("S2", NAN)), QStringList{u"a!"_s});
        QCOMPARE(told(judge, gw("S2", 0.1)), QStringList{u"a"_s});
        QCOMPARE(told(judge, gw("S2", 0.2)), QStringList{u"a!"_s});
    }

    void testsAreSilent()
    {
        RuleJudge judge;
        Rule wants = rule(u"wants"_s, {}, {u"*"_s});
        wants.tests = true;
        judge.setRules(RuleSet({rule(u"a"_s, {}, {u"*"_s}), wants}));
        Alert test = gw("S1");
        test.test = true;
        QCOMPARE(told(judge, test), QStringList{u"wants!"_s});
        QCOMPARE(told(judge, gw("MS260914ab")), QStringList{u"wants!"_s});
        QCOMPARE(told(judge, gw("TS260914a")), QStringList{u"wants!"_s});
        QCOMPARE(told(judge, gw("MS26")), QStringList({u"a!"_s, u"wants!"_s})); // no superevent
    }

    void retractions()
    {
        RuleJudge judge;
        Rule hears = rule(u"hears"_s, u"p_bns > 0"_s);
        hears.retractions = true;
        Rule asks = rule(u"asks"_s, u"retraction"_s);
        Rule deaf = rule(u"deaf"_s, u"messenger = \"gw\""_s);
        Rule elsewhere = rule(u"elsewhere"_s, {}, {u"gcn.gw"_s});
        elsewhere.retractions = true;
        judge.setRules(RuleSet({hears, asks, deaf, elsewhere}));
        Alert taken = gw("S1", NAN);
        taken.retraction = true;
        taken.topic = "gcn.other";
        // Nobody was woken by it.
        QCOMPARE(told(judge, taken), QStringList({u"asks-"_s, u"deaf"_s}));
        QCOMPARE(told(judge, gw("S2")), QStringList({u"hears!"_s, u"deaf!"_s, u"elsewhere!"_s}));
        taken.event = taken.name = "S2";
        QCOMPARE(told(judge, taken), QStringList({u"hears-"_s, u"asks-"_s, u"deaf"_s, u"elsewhere-"_s}));
        QCOMPARE(told(judge, taken), QStringList({u"asks"_s, u"deaf"_s})); // by another path
        // It was real after all.
        QCOMPARE(told(judge, gw("S2")), QStringList({u"hears!"_s, u"deaf!"_s, u"elsewhere!"_s}));
    }

    void retractionsInQuietHours()
    {
        for (const bool always : {false, true}) {
            RuleJudge judge;
            Rule here = rule(u"here"_s, u"messenger = \"gw\""_s);
            Rule elsewhere = rule(u"elsewhere"_s, {}, {u"gcn.gw"_s});
            for (Rule *each : {&here, &elsewhere}) {
                each->retractions = true;
                each->quiet = {60, 180}; // kNow is 02:00
                each->always = always;
            }
            judge.setRules(RuleSet({here, elsewhere}));
            QCOMPARE(told(judge, gw("S1"), later(7'200)).size(), 2); // by day
            Alert taken = gw("S1");
            taken.retraction = true;
            taken.topic = "gcn.other";
            QCOMPARE(told(judge, taken), always ? QStringList({u"here-"_s, u"elsewhere-"_s}) : QStringList({u"here?quiet hours"_s, u"elsewhere?quiet hours"_s}));
        }
    }

    // Neither a test that takes back a real event nor what cannot be read tells anybody anything.
    void whatIsNotHeard()
    {
        RuleJudge judge;
        Rule elsewhere = rule(u"elsewhere"_s, {}, {u"gcn.gw"_s});
        elsewhere.retractions = true;
        judge.setRules(RuleSet({elsewhere}));
        QCOMPARE(told(judge, gw("S1")), QStringList{u"elsewhere!"_s});
        Alert taken = gw("S1");
        taken.retraction = taken.test = true;
        taken.topic = "gcn.other";
        QCOMPARE(told(judge, taken), QStringList());
        Alert broken = gw("S2");
        broken.error = "no format fits";
        QCOMPARE(told(judge, broken), QStringList());
        taken.test = false;
        QCOMPARE(told(judge, taken), QStringList{u"elsewhere-"_s});
    }

    void throttleAndQuietHours()
    {
        RuleJudge judge;
        Rule throttled = rule(u"a"_s, {}, {u"*"_s});
        throttled.throttle = 10min;
        judge.setRules(RuleSet({throttled}));
        QCOMPARE(told(judge, gw("S1")), QStringList{u"a!"_s});
        QCOMPARE(told(judge, gw("S2"), later(599)), QStringList{u"a?throttle"_s});
        QCOMPARE(told(judge, gw("S3"), later(601)), QStringList{u"a!"_s});
        Rule quiet = rule(u"q"_s, {}, {u"*"_s}); // TZ=UTC
        quiet.quiet = {22 * 60, 7 * 60};
        Rule always = quiet;
        always.name = u"always"_s;
        always.always = true;
        judge.setRules(RuleSet({quiet, always}));
        QCOMPARE(told(judge, gw("S4")), QStringList({u"q?quiet hours"_s, u"always!"_s}));
        QCOMPARE(told(judge, gw("S5"), later(5 * 3600)), QStringList({u"q!"_s, u"always!"_s}));
        QVERIFY(!isQuiet({8 * 60, 9 * 60}, kNow));
        QVERIFY(isQuiet({60, 3 * 60}, kNow));
        QVERIFY(!isQuiet({}, kNow));
    }

    // In local time, whatever the clocks did in that night.
    void quietHours_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("hours");
        QTest::addColumn<QString>("now");
        QTest::addColumn<bool>("quiet");
        const auto row = [](const char *tag, const char *zone, const char *hours, const char *now, bool quiet) {
            QTest::newRow(tag) << QByteArray(zone) << QString::fromLatin1(hours) << QString::fromLatin1(now) << quiet;
        };
        row("winter, 06:30", "Europe/Berlin", "22:00-07:00", "2026-01-14T05:30:00Z", true);
        row("summer, 07:30", "Europe/Berlin", "22:00-07:00", "2026-07-14T05:30:00Z", false);
        row("begins", "Europe/Berlin", "22:00-07:00", "2026-07-14T20:00:00Z", true);
        row("a second before", "Europe/Berlin", "22:00-07:00", "2026-07-14T19:59:59Z", false);
        row("ends", "Europe/Berlin", "22:00-07:00", "2026-07-14T05:00:00Z", false);
        row("a second before the end", "Europe/Berlin", "22:00-07:00", "2026-07-14T04:59:59Z", true);
        row("the hour that is left out", "Europe/Berlin", "02:00-03:00", "2026-03-29T00:59:59Z", false);
        row("and what follows it", "Europe/Berlin", "02:00-03:00", "2026-03-29T01:00:00Z", false);
        row("the hour that comes twice", "Europe/Berlin", "02:00-03:00", "2026-10-25T00:30:00Z", true);
        row("the second time", "Europe/Berlin", "02:00-03:00", "2026-10-25T01:30:00Z", true);
        row("after it", "Europe/Berlin", "02:00-03:00", "2026-10-25T02:00:00Z", false);
        row("on Mauna Kea", "Pacific/Honolulu", "08:00-17:00", "2026-09-14T20:00:00Z", true);
        row("half an hour apart", "Asia/Kolkata", "08:00-17:00", "2026-09-14T02:30:00Z", true);
        row("within one day", "UTC", "01:00-03:00", "2026-09-14T02:00:00Z", true);
        row("outside of it", "UTC", "08:00-09:00", "2026-09-14T02:00:00Z", false);
        row("all but a minute", "UTC", "02:01-02:00", "2026-09-14T02:00:00Z", false);
        row("none", "UTC", "02:00-02:00", "2026-09-14T02:00:00Z", false);
    }
    void quietHours()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const QString, hours);
        QFETCH(const QString, now);
        const QByteArray before = qgetenv("TZ");
        const auto reset = qScopeGuard([&] {
            qputenv("TZ", before);
            ::tzset();
        });
        qputenv("TZ", zone);
        ::tzset();
        QTEST(isQuiet(*quietFromText(hours), UtcTime::fromIso(now.toStdString())), "quiet");
    }

    // What makes an alarm silent, and what does not; a row is a rule, what it has heard before, and what comes then.
    void silence_data()
    {
        QTest::addColumn<int>("throttle"); // s
        QTest::addColumn<bool>("quiet"); // from 01:00 to 03:00, UTC
        QTest::addColumn<bool>("always");
        QTest::addColumn<QList<int>>("before"); // s from 02:00 at which other events came
        QTest::addColumn<int>("at"); // s from 02:00
        QTest::addColumn<QString>("told");
        const auto row = [](const char *tag, int throttle, bool quiet, bool always, const QList<int> &before, int at, const char *told) {
            QTest::newRow(tag) << throttle << quiet << always << before << at << QString::fromLatin1(told);
        };
        row("loud", 0, false, false, {-1}, 0, "a!");
        row("throttled", 60, false, false, {-59}, 0, "a?throttle");
        row("throttled to the second", 60, false, false, {-60}, 0, "a!");
        row("the throttled one does not throttle", 60, false, false, {-100, -50}, 0, "a!");
        row("always is throttled, too", 60, false, true, {-59}, 0, "a?throttle");
        row("quiet", 0, true, false, {}, 0, "a?quiet hours");
        row("always is loud", 0, true, true, {}, 0, "a!");
        row("quiet before throttled", 60, true, false, {-10}, 0, "a?quiet hours");
        row("a silent one throttles nobody", 7'200, true, false, {0}, 3'601, "a!");
        row("loud when the hours are over", 0, true, false, {}, 3'600, "a!");
    }
    void silence()
    {
        QFETCH(const int, throttle);
        QFETCH(const bool, quiet);
        QFETCH(const QList<int>, before);
        QFETCH(const int, at);
        Rule made = rule(u"a"_s, {}, {u"*"_s});
        made.throttle = std::chrono::seconds(throttle);
        if (quiet)
            made.quiet = {60, 180};
        QFETCH(const bool, always);
        made.always = always;
        RuleJudge judge;
        judge.setRules(RuleSet({made}));
        for (const int each : before)
            QCOMPARE(told(judge, gw((QByteArray("S") + QByteArray::number(1000 + each)).constData()), later(each)).size(), 1);
        QTEST(told(judge, gw("S1"), later(at)).join(u' '), "told");
    }

    // Why an alert that is taken wakes nobody.
    void heldBack()
    {
        RuleJudge judge;
        judge.setRules(RuleSet({rule(u"a"_s, {}, {u"*"_s})}));
        const auto held = [&](const Alert &alert, bool history = false) {
            const auto decisions = judge.judge(alert, {.now = kNow, .history = history});
            return decisions.size() == 1 ? decisions.front().held : u"%1 decisions"_s.arg(decisions.size());
        };
        QCOMPARE(held(gw("S1"), true), u"history"_s);
        QCOMPARE(held(gw("S1")), QString());
        QCOMPARE(held(gw("S1")), u"same event"_s);
        Alert taken = gw("S1");
        taken.retraction = true;
        QCOMPARE(held(taken), u"retraction"_s); // this rule does not hear them
        QCOMPARE(held(taken, true), u"history"_s);
    }

    // A rule that takes everything of a survey must not fill the memory.
    void theOldestAreForgotten()
    {
        EventMemory memory(3);
        Alert unnamed;
        unnamed.id = "1";
        unnamed.ra = unnamed.dec = Number{10.0};
        memory.note(unnamed, {}, kNow);
        for (const char *event : {"S1", "S2"})
            memory.note(gw(event), {}, kNow);
        Alert beside = unnamed;
        beside.id = "2";
        QVERIFY(memory.find(beside)); // the same place
        QVERIFY(memory.find(gw("S1")) && memory.find(gw("S2")));
        memory.note(gw("S1"), 0.5, kNow); // known: nobody has to go
        QVERIFY(memory.find(unnamed));
        memory.note(gw("S3"), {}, kNow);
        QVERIFY(!memory.find(unnamed) && !memory.find(beside));
        memory.note(gw("S4"), {}, kNow);
        QCOMPARE(memory.size(), size_t{3});
        QVERIFY(!memory.find(gw("S1")));
        QCOMPARE(memory.find(gw("S3"))->event, std::string("S3"));
        memory.restore({.key = "S5", .names = {"S5"}, .event = "S5"});
        QVERIFY(!memory.find(gw("S2")) && memory.find(gw("S4")) && memory.find(gw("S5")));
    }

    void whatMovedIsForgottenWhole()
    {
        EventMemory memory(2);
        Alert moving;
        moving.id = "1";
        moving.ra = moving.dec = Number{10.0};
        memory.note(moving, {}, kNow);
        Alert there = moving;
        there.id = "2";
        moving.ra = moving.dec = Number{20.0};
        memory.note(moving, {}, kNow);
        memory.note(gw("S1"), {}, kNow);
        memory.note(gw("S2"), {}, kNow);
        QVERIFY(!memory.find(there) && !memory.find(moving));
        // A name that has gone over to a newer one stays with it.
        EventMemory names(3);
        for (const char *event : {"old", "new"})
            names.restore({.key = event, .names = {"S1"}, .event = event});
        names.note(gw("S2"), {}, kNow);
        names.note(gw("S3"), {}, kNow);
        QVERIFY(names.find(gw("S1")));
        QCOMPARE(names.find(gw("S1"))->event, std::string("new"));
    }

    // What has been real after all is measured by what it was at its greatest.
    void theGreatestCounts()
    {
        RuleJudge judge;
        Rule measured = rule(u"a"_s, {}, {u"*"_s});
        measured.measure = u"p_bns"_s;
        judge.setRules(RuleSet({measured}));
        QCOMPARE(told(judge, gw("S1", 0.9)), QStringList{u"a!"_s});
        Alert taken = gw("S1");
        taken.retraction = true;
        QCOMPARE(told(judge, taken), QStringList{u"a"_s});
        QCOMPARE(told(judge, gw("S1", 0.5)), QStringList{u"a!"_s});
        QCOMPARE(told(judge, gw("S1", 0.7)), QStringList{u"a"_s});
        QCOMPARE(told(judge, gw("S1", 0.95)), QStringList{u"a!"_s});
    }

    void placesAreFoundWhereTheyAre()
    {
        EventMemory memory;
        const auto at = [](const char *id, double ra, double dec) {
            Alert alert;
            alert.id = id;
            alert.ra = Number{ra};
            alert.dec = Number{dec};
            return alert;
        };
        memory.note(at("1", 359.9999, -10), {}, kNow);
        memory.note(at("2", 50, 89.9999), {}, kNow);
        QVERIFY(memory.find(at("3", 0.0002, -10.0004))); // across 0h
        QVERIFY(memory.find(at("4", 230, 89.9999))); // across the pole
        QVERIFY(!memory.find(at("5", 0.0025, -10)));
        QVERIFY(!memory.find(at("6", 359.9999, -10.0015)));
        memory.note(at("1", 100, 20), {}, kNow); // measured anew: there it is no more
        QVERIFY(!memory.find(at("7", 359.9999, -10)));
        QVERIFY(memory.find(at("8", 100, 20)));
    }

    void markedOnly()
    {
        RuleJudge judge;
        Rule marked = rule(u"a"_s, u"retraction"_s);
        marked.marked = true;
        judge.setRules(RuleSet({marked}));
        Alert taken = gw("S1");
        taken.retraction = true;
        QVERIFY(judge.judge(taken, {.now = kNow, .isMarked = [] { return false; }}).empty());
        QCOMPARE(judge.judge(taken, {.now = kNow, .isMarked = [] { return true; }}).size(), size_t{1});
    }

    void historyWakesNobody()
    {
        RuleJudge judge;
        judge.setRules(RuleSet({rule(u"a"_s, {}, {u"*"_s})}));
        QCOMPARE(told(judge, gw("S1"), kNow, true), QStringList{u"a"_s});
        QCOMPARE(told(judge, gw("S1")), QStringList{u"a!"_s}); // and is no reason to be silent later
    }

    void newsAndHistory()
    {
        LaneWatch lanes(kNow);
        const auto at = [](int64_t offset, int seconds, const char *topic = "t") {
            Alert alert;
            alert.topic = topic;
            alert.partition = 0;
            alert.offset = offset;
            alert.brokerTime = later(seconds);
            return alert;
        };
        QVERIFY(lanes.isHistory(at(5, -3600), later(1))); // a first start
        QVERIFY(lanes.isHistory(at(6, -1), later(1)));
        QVERIFY(!lanes.isHistory(at(7, 1), later(1)));
        QVERIFY(!lanes.isHistory(at(9, 10), later(10)));
        QVERIFY(lanes.isHistory(at(8, 9), later(11))); // a gap is filled
        QVERIFY(!lanes.isHistory(at(10, 20), later(20 + 42 * 60))); // the computer slept
        QVERIFY(lanes.isHistory(at(11, 30), later(30 + 25 * 3600))); // too long
        QVERIFY(!lanes.isHistory(at(0, 4000), later(4000))); // the topic was made anew
        QVERIFY(lanes.isHistory(at(0, 5000, "new"), later(9000))); // another first start
        QVERIFY(!lanes.isHistory(at(0, 9950, "newer"), later(9960)));
        // After a restart the lane is known: what was missed is news.
        LaneWatch again(later(20'000));
        std::vector<WatchedLane> moved = lanes.takeMoved();
        QCOMPARE(moved.size(), size_t{3});
        for (const WatchedLane &lane : moved)
            again.restore(lane);
        QVERIFY(lanes.takeMoved().empty());
        QVERIFY(!again.isHistory(at(1, 15'000), later(20'001)));
        again.takeAll(true);
        QVERIFY(!again.isHistory(at(0, -9'000, "asked"), later(20'001)));
    }

    // Events are rare: the first message of a topic may come while the computer sleeps, hours after its stream has begun.
    void theFirstOfATopicAfterASleep()
    {
        const auto at = [](int seconds, const char *topic) {
            Alert alert;
            alert.stream = "gcn";
            alert.topic = topic;
            alert.partition = 0;
            alert.offset = 0;
            alert.brokerTime = later(seconds);
            return alert;
        };
        LaneWatch lanes(kNow);
        lanes.begin("gcn", "all", kNow);
        QVERIFY(lanes.isHistory(at(-3600, "old"), later(1))); // it begins with the last day
        QVERIFY(!lanes.isHistory(at(7'200, "rare"), later(7'200 + 42 * 60)));
        // Also when the program was started anew meanwhile.
        LaneWatch again(later(9'000));
        for (const WatchedLane &lane : lanes.takeMoved())
            again.restore(lane);
        again.begin("gcn", "all", later(9'000));
        QVERIFY(!again.isHistory(at(8'000, "rarer"), later(9'001)));
        // Another form of the stream begins anew.
        again.begin("gcn", "more topics", later(9'500));
        QVERIFY(again.isHistory(at(8'000, "added"), later(9'501)));
        QVERIFY(!again.isHistory(at(9'400, "rare"), later(9'502)));
    }

    void facts()
    {
        Alert alert = gw("S260914ab", 0.97);
        alert.classification = "BNS";
        alert.classificationScore = 0.97;
        alert.area90 = 310.0;
        alert.distanceMpc = 41.0;
        QCOMPARE(factOf(alert), u"S260914ab: BNS 0.97, 310\u00a0deg², 41 Mpc"_s);
        alert.retraction = true;
        QVERIFY(factOf(alert).startsWith(u"S260914ab: retracted, "_s));
        Alert transient;
        transient.name = "ZTF26abc\n<b>";
        transient.mag = 18.23;
        transient.band = "ztf-r";
        QCOMPARE(factOf(transient), u"ZTF26abc <b>: ztf-r 18.2 mag"_s);
    }
};

QTEST_GUILESS_MAIN(TestRuleJudge)
#include "tst_rulejudge.moc"
