// SPDX-License-Identifier: GPL-3.0-or-later
// The rules file, with more than one program that changes it, and of a newer version.
#include "core/rules/rulestore.h"

#include "core/rules/rulecheck.h"
#include "core/rules/ruleset.h"
#include "core/rules/ruletext.h"
#include "core/rules/shippedrules.h"
#include "support/filters.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::rules;

namespace {

Rule bright(const QString &name = u"bright"_s)
{
    Rule rule{.name = name, .filter = u"mag < 15"_s, .actions = {{.kind = u"notify"_s}}};
    return rule;
}

QString content(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void write(const QString &name, const QByteArray &text)
{
    QFile file(name);
    QVERIFY(QDir().mkpath(QFileInfo(name).path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

class TestRuleStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void asOneCondition()
    {
        Rule rule = bright();
        rule.filter = u"mag < 18 or mag > 30"_s;
        rule.topics = {u"a.b"_s, u"ztf_2*"_s, u"^gcn\\.(x|y)$"_s};
        const QString text = conditionOf(rule);
        const auto compiled = tests::filterOf(text.toStdString());
        QVERIFY2(compiled, qPrintable(text));
        const auto passes = [&](const char *topic, double mag, bool test = false) {
            Alert alert;
            alert.topic = topic;
            alert.mag = mag;
            alert.test = test;
            return compiled->passes(alert, UtcTime::now());
        };
        QVERIFY2(passes("a.b", 17), qPrintable(text));
        QVERIFY2(passes("ztf_26", 31), qPrintable(text));
        QVERIFY2(passes("gcn.x", 17), qPrintable(text));
        QVERIFY(!passes("aXb", 17) && !passes("ztf", 17) && !passes("gcn.z", 17) && !passes("a.b", 19) && !passes("a.b", 17, true));
        QVERIFY(tests::filterOf(conditionOf({.name = u"all"_s, .tests = true}).toStdString()));
    }

    // A colour is judged by a condition alone, and must say what the rules themselves say.
    void asOneConditionAmongOthers()
    {
        const auto rule = [](const char *name, const QStringList &topics, bool enabled = true) {
            Rule made{.name = QString::fromLatin1(name), .enabled = enabled, .topics = topics, .filter = topics.isEmpty() ? u"has(topic)"_s : QString(), .actions = {{.kind = u"colour"_s}}};
            return made;
        };
        Rule broken = rule("broken", {u"gcn.b"_s});
        broken.actions.clear();
        const std::vector<Rule> all{rule("exact", {u"gcn.a"_s, u"x"_s}), rule("second", {u"gcn.a"_s}), rule("glob", {u"gcn.*"_s}), rule("regex", {u"^gcn\\.(a|b)$"_s, u"x"_s}), rule("every", {u"*"_s}),
                                    rule("mixed", {u"y"_s, u"z*"_s, u"*"_s}), rule("free", {}), rule("off", {u"gcn.c"_s}, false), broken};
        RuleSet set(all);
        for (const char *topic : {"gcn.a", "gcn.b", "gcn.c", "gcnXa", "x", "y", "z", "zz", "other"}) {
            QStringList heard;
            for (const auto &ready : set.hearing(topic))
                heard << ready->rule.name;
            QStringList passing;
            Alert alert;
            alert.topic = topic;
            for (const Rule &each : all) {
                if (each.enabled && checkRule(each) && tests::filterOf(conditionOf(each, all).toStdString())->passes(alert, UtcTime::now()))
                    passing << each.name;
            }
            QCOMPARE(passing, heard);
        }
        // And a mock event is a test, also where its packet does not say so.
        const auto colours = tests::filterOf(conditionOf(rule("a", {u"*"_s})).toStdString());
        for (const auto &[name, passes] : {std::pair("S260914ab", true), std::pair("MS260914ab", false)}) {
            Alert event;
            event.topic = "gcn.notices";
            event.event = name;
            QCOMPARE(colours->passes(event, UtcTime::now()), passes);
        }
    }

    void comesBackWhole()
    {
        Rule rule = bright();
        rule.label = u"Bright, “really”"_s;
        rule.topics = {u"ztf_20*"_s, u"^gcn\\.(a|b){1,2}"_s};
        rule.tests = rule.always = rule.retractions = rule.marked = true;
        rule.measure = u"-mag"_s;
        rule.throttle = 10min;
        rule.repeat = 60s;
        rule.quiet = {23 * 60, 7 * 60 + 30};
        Action program{.kind = u"program"_s};
        program.values.set(u"command"_s, u"/bin/true \"a, b\""_s);
        program.values.set(u"at_once"_s, 3);
        rule.actions.push_back(program);
        RuleStore store(file());
        QVERIFY(store.load().ok());
        QVERIFY(store.add(rule).ok());
        RuleStore again(file());
        QVERIFY(again.load().ok());
        QVERIFY(again.find(u"bright"_s));
        QCOMPARE(*again.find(u"bright"_s), rule);
        QVERIFY(!again.refresh());
    }

    void shippedOnesAreThereAndStayAway()
    {
        RuleStore store(file());
        QVERIFY(store.load().ok());
        QCOMPARE(store.rules().size(), shippedRules().size());
        QVERIFY(std::ranges::none_of(store.rules(), &Rule::enabled));
        QVERIFY(!QFile::exists(file())); // reading writes nothing
        QVERIFY(store.remove(u"grb-localised"_s).ok());
        RuleStore again(file());
        QVERIFY(again.load().ok());
        QVERIFY(!again.find(u"grb-localised"_s));
        QVERIFY(again.find(u"gw-significant"_s));
    }

    void whatANewerVersionWroteStays()
    {
        write(file(), R"({"tocsin_rules": 1, "later": [1], "rules": [{"name": "a", "filter": "mag < 1", "telephone": {"x": 1},
            "actions": [{"kind": "levitate", "height": 3}, {"kind": "notify", "blink": true}]}]})");
        RuleStore store(file());
        QVERIFY(store.load().ok());
        QVERIFY(store.add(bright()).ok());
        const QString text = content(file());
        for (const QString &piece : {u"\"later\""_s, u"\"telephone\""_s, u"\"levitate\""_s, u"\"height\": 3"_s, u"\"blink\": true"_s})
            QVERIFY2(text.contains(piece), qPrintable(piece + u" not in "_s + text));
        QVERIFY(!store.setEnabled(u"a"_s, true, true)); // but it is not armed with what we do not know
    }

    void aBrokenFileStaysAsItIs_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("no JSON") << QByteArray("{\"rules\": [") << u"byte"_s;
        QTest::newRow("no list") << QByteArray("{}") << u"“rules”"_s;
        QTest::newRow("newer") << QByteArray("{\"tocsin_rules\": 2, \"rules\": []}") << u"newer Tocsin"_s;
        QTest::newRow("twice") << QByteArray(R"({"rules": [{"name": "a"}, {"name": "a"}]})") << u"twice"_s;
        QTest::newRow("wrong value") << QByteArray(R"({"rules": [{"name": "a", "throttle": "soon"}]})") << u"“throttle”"_s;
    }
    void aBrokenFileStaysAsItIs()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, said);
        write(file(), text);
        RuleStore store(file());
        const Outcome loaded = store.load();
        QVERIFY(!loaded);
        QVERIFY2(loaded.error().message.contains(said), qPrintable(loaded.error().message));
        QVERIFY(!store.add(bright()));
        QCOMPARE(content(file()).toUtf8(), text);
    }

    void whatAnotherProgramAddedStays()
    {
        RuleStore window(file());
        QVERIFY(window.load().ok());
        RuleStore command(file());
        QVERIFY(command.add(bright(u"b"_s)).ok());
        QVERIFY(window.add(bright(u"a"_s)).ok());
        QVERIFY(window.find(u"b"_s));
        QVERIFY(command.refresh());
        QVERIFY(command.find(u"a"_s));
        QVERIFY(!window.add(bright(u"b"_s))); // taken
        QVERIFY(!window.update(u"a"_s, bright(u"b"_s)));
        QVERIFY(window.update(u"a"_s, bright(u"c"_s)).ok());
        QVERIFY(!window.find(u"a"_s));
        QVERIFY(!window.update(u"a"_s, bright(u"d"_s)));
        QVERIFY(window.move(u"c"_s, 0).ok());
        QCOMPARE(window.rules().front().name, u"c"_s);
    }

    void manyAtOnceLoseNothing()
    {
        std::vector<std::thread> programs;
        for (int program = 0; program < 4; ++program) {
            programs.emplace_back([this, program] {
                RuleStore store(file());
                for (int i = 0; i < 5; ++i)
                    (void)store.add(bright(u"r%1-%2"_s.arg(program).arg(i)));
            });
        }
        for (std::thread &program : programs)
            program.join();
        RuleStore store(file());
        QVERIFY(store.load().ok());
        QCOMPARE(store.rules().size(), shippedRules().size() + 20);
    }

    void nothingWakesBeforeItsRehearsal()
    {
        RuleStore store(file());
        Rule rule = bright();
        rule.enabled = true;
        rule.rehearsed = UtcTime::fromIso("2026-01-01");
        QVERIFY(store.add(rule).ok());
        QVERIFY(!store.find(u"bright"_s)->enabled);
        QVERIFY(!store.find(u"bright"_s)->rehearsed.isValid());
        const Outcome refused = store.setEnabled(u"bright"_s, true);
        QVERIFY(!refused);
        QVERIFY(refused.error().remedy.contains(u"tocsin rules rehearse bright"_s));
        // A script may say that it knows.
        QVERIFY(store.setEnabled(u"bright"_s, true, true).ok());
        QVERIFY(store.setEnabled(u"bright"_s, false).ok());
        QVERIFY(store.noteRehearsal(*store.find(u"bright"_s), UtcTime::fromIso("2026-09-14T22:00")).ok());
        QVERIFY(store.setEnabled(u"bright"_s, true).ok());
        // What does not change how often it wakes needs none.
        rule = *store.find(u"bright"_s);
        rule.repeat = 30s;
        QVERIFY(store.update(u"bright"_s, rule).ok());
        QVERIFY(store.find(u"bright"_s)->enabled);
        rule = *store.find(u"bright"_s);
        rule.filter = u"mag < 20"_s;
        QVERIFY(store.update(u"bright"_s, rule).ok());
        QVERIFY(!store.find(u"bright"_s)->enabled);
        // The rehearsal of something else is none.
        QVERIFY(store.noteRehearsal(bright(), UtcTime::fromIso("2026-09-14T22:00")).ok());
        QVERIFY(!store.find(u"bright"_s)->rehearsed.isValid());
        // What wakes nobody may begin at once.
        Rule quiet = bright(u"quiet"_s);
        quiet.actions = {{.kind = u"log"_s}};
        quiet.enabled = true;
        QVERIFY(store.add(quiet).ok());
        QVERIFY(store.find(u"quiet"_s)->enabled);
    }

    void whatPeopleWrite()
    {
        const Result<std::vector<Rule>> rules = rulesFromText(R"({"name": "a", "topics": "x, y.*", "filter": "mag < 1", "throttle": 90, "quiet": "22:00-6:30", "actions": ["notify", {"kind": "log"}]})");
        QVERIFY(rules.ok());
        QCOMPARE(rules.value().size(), size_t{1});
        const Rule &rule = rules.value().front();
        QCOMPARE(rule.topics, QStringList({u"x"_s, u"y.*"_s}));
        QCOMPARE(rule.throttle, 90s);
        QCOMPARE(rule.quiet, (QuietHours{22 * 60, 6 * 60 + 30}));
        QCOMPARE(rule.actions.size(), size_t{2});
        QCOMPARE(quietText(rule.quiet), u"22:00-06:30"_s);
        QVERIFY(!quietFromText(u"25:00-26:00"_s));
        QVERIFY(!rulesFromText("[1]"));
        QVERIFY(!rulesFromText("nonsense"));
    }

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"profile/rules.json"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestRuleStore)
#include "tst_rulestore.moc"
