// SPDX-License-Identifier: GPL-3.0-or-later
// Who takes an alert, what is news, and what is history.
#include "core/rules/fact.h"
#include "core/rules/lanewatch.h"
#include "core/rules/rulejudge.h"

#include <QTest>

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
