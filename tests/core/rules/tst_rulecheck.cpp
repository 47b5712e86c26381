// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a rule before it runs, measures, and the shipped rules on rows made as the decoders make them.
#include "core/rules/rulecheck.h"

#include "core/decoders/decoder.h"
#include "core/filter/measure.h"
#include "core/rules/shippedrules.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::rules;

namespace {

class Fields final : public filter::PacketFields
{
public:
    explicit Fields(decoders::FieldTree tree) : m_tree(std::move(tree)) {}
    const decoders::FieldTree *tree() override { return &m_tree; }

private:
    decoders::FieldTree m_tree;
};

std::string sample(const char *name)
{
    QFile file(QStringLiteral(TOCSIN_TEST_DATA) + u'/' + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

// JSON in a form that moc reads as well.
std::string quoted(std::string text)
{
    std::ranges::replace(text, '\'', '"');
    return text;
}

std::string changed(std::string text, std::string_view from, std::string_view to)
{
    const size_t at = text.find(from);
    if (at != std::string::npos)
        text.replace(at, from.size(), to);
    return text;
}

// Names of the shipped rules that the first row of a packet passes.
QStringList passing(const std::string &packet, const QString &topic = {})
{
    const std::string name = topic.toStdString();
    decoders::Decoded decoded = decoders::decode({.value = packet, .topic = name}, {.fields = true});
    QStringList names;
    if (decoded.alerts.empty() || !decoded.alerts.front()->error.empty())
        return {u"not decoded"_s};
    Fields fields(decoded.trees.front());
    for (const Rule &rule : shippedRules()) {
        const auto compiled = filter::Filter::compile(rule.filter.toStdString(), {});
        if (std::get<filter::Filter>(compiled).passes(*decoded.alerts.front(), UtcTime::now(), &fields))
            names << rule.name;
    }
    return names;
}

Rule good()
{
    return {.name = u"a"_s, .filter = u"mag < 15"_s, .actions = {{.kind = u"notify"_s}}};
}

Rule withAction(const QString &kind, const QVariantMap &values)
{
    Rule rule = good();
    Action action{.kind = kind};
    for (const auto &[key, value] : values.asKeyValueRange())
        action.values.set(key, value);
    rule.actions = {action};
    return rule;
}

} // namespace

class TestRuleCheck final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedOnesAreInOrder()
    {
        for (const Rule &rule : shippedRules()) {
            const std::vector<RuleProblem> problems = problemsOf(rule);
            QVERIFY2(problems.empty(), qPrintable(rule.name + u": "_s + (problems.empty() ? QString() : problems.front().message)));
            QVERIFY(!rule.enabled && rule.shipped && rule.wakes());
        }
    }

    void shippedOnesTakeWhatTheyShould()
    {
        const std::string wave = sample("gwalert.json");
        QCOMPARE(passing(wave), QStringList{u"gw-significant"_s});
        QCOMPARE(passing(changed(wave, "\"significant\": true", "\"significant\": false")), QStringList{});
        QCOMPARE(passing(sample("retraction.json")), QStringList{u"retraction-marked"_s});
        const std::string burst = sample("notice.json"); // 3.5 degrees
        QCOMPARE(passing(burst), QStringList{});
        QCOMPARE(passing(changed(burst, "\"ra_dec_error\": 3.5", "\"ra_dec_error\": 0.1")), QStringList{u"grb-localised"_s});
        const std::string track = sample("gcn_text_track.txt");
        QCOMPARE(passing(track), QStringList{u"neutrino-gold"_s});
        QCOMPARE(passing(changed(track, "Gold", "Bronze")), QStringList{});
        const std::string json = quoted("{'$schema': 'https://gcn.nasa.gov/schema/main/gcn/notices/icecube/gold_bronze_track_alerts.schema.json', 'mission': 'IceCube', "
            "'messenger': 'Neutrino', 'id': ['1_2'], 'alert_datetime': '2026-04-16T05:42:00Z', 'alert_type': 'initial', 'alert_tense': 'current', "
            "'analysis_pipeline': 'IceCube Gold Track alert', 'ra': 1, 'dec': 2, 'ra_dec_error': 0.5, 'trigger_time': '2026-04-16T05:22:26Z'}");
        QCOMPARE(passing(json), QStringList{u"neutrino-gold"_s});
        QCOMPARE(passing(changed(json, "Gold Track", "Bronze Track")), QStringList{});
        QCOMPARE(passing(sample("snews.json")), QStringList{}); // one detector alone
        const std::string together = quoted("{'alert_type': 'NEW_MESSAGE', 'detector_names': ['A', 'B'], 'neutrino_times': ['2026-09-14T00:00:10Z', '2026-09-14T00:00:11Z'], 'sent_time': '2026-09-14T00:01:00Z'}");
        QCOMPARE(passing(together), QStringList{u"supernova-neutrinos"_s});
        const std::string superK = "TITLE:           GCN/SK_SN NOTICE\nNOTICE_DATE:     Sat 14 Sep 26 02:00:00 UT\nNOTICE_TYPE:     SK_SN\nTRIGGER_NUMBER:  10012\nSRC_RA:           266.0d {+17h 44m 00s} (J2000)\n"
                                   "SRC_DEC:          -29.0d {-29d 00' 00\"} (J2000)\nSRC_ERROR68:      3.00 [deg radius, stat-only, 68% containment]\nDISCOVERY_DATE:   21297 TJD;   257 DOY;   26/09/14 (yy/mm/dd)\n"
                                   "DISCOVERY_TIME:   3600 SOD {01:00:00.00} UT\n";
        QCOMPARE(passing(superK), QStringList{u"supernova-neutrinos"_s});
    }

    void saysWhatAndWhere_data()
    {
        QTest::addColumn<Rule>("rule");
        QTest::addColumn<int>("part");
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const Rule &rule, RuleProblem::Part part, int position, const QString &said) {
            QTest::newRow(name) << rule << static_cast<int>(part) << position << said;
        };
        using Part = RuleProblem::Part;
        Rule rule = good();
        rule.name = u"a b"_s;
        row("name", rule, Part::Name, -1, u"“a b”"_s);
        rule = good();
        rule.filter = u"“ä” = magg"_s;
        row("filter", rule, Part::Filter, 0, u"character 1"_s);
        rule.filter = u"name = \"ä\" and magg < 1"_s;
        row("filter, later", rule, Part::Filter, 15, u"character 16"_s);
        rule.filter.clear();
        row("nothing", rule, Part::Filter, -1, u"neither"_s);
        rule.topics = {u"a"_s, u"^(b"_s};
        row("topic", rule, Part::Topics, 1, u"Topic 2"_s);
        rule = good();
        rule.measure = u"p_bns + nonesuch"_s;
        row("measure", rule, Part::Measure, 8, u"character 9"_s);
        rule.measure = u"mag < 3"_s;
        row("measure, a condition", rule, Part::Measure, 0, u"a condition, where"_s);
        rule.measure = u"mag) > 1 or (2"_s;
        row("measure, brackets", rule, Part::Measure, 0, u"number"_s);
        rule = good();
        rule.actions.clear();
        row("no action", rule, Part::Actions, -1, u"nothing"_s);
        rule = withAction(u"colour"_s, {});
        rule.marked = true;
        row("colour by marks", rule, Part::Actions, -1, u"cannot go by"_s);
        row("no such action", withAction(u"levitate"_s, {}), Part::Actions, -1, u"“levitate”"_s);
        row("no command", withAction(u"program"_s, {}), Part::Actions, -1, u"Action 1"_s);
        row("shell", withAction(u"program"_s, {{u"command"_s, u"cat | mail me"_s}}), Part::Actions, -1, u"No shell"_s);
        row("http", withAction(u"webhook"_s, {{u"url"_s, u"http://example.org/x"_s}}), Part::Actions, -1, u"https"_s);
        row("secret in the address", withAction(u"webhook"_s, {{u"url"_s, u"https://hooks.slack.com/services/T0/B0/abc"_s}}), Part::Actions, -1, u"{secret}"_s);
        row("key in the address", withAction(u"webhook"_s, {{u"url"_s, u"https://zulip.example.org/api/v1/external/slack?api_key=abc"_s}}), Part::Actions, -1, u"{secret}"_s);
        row("template", withAction(u"webhook"_s, {{u"url"_s, u"https://example.org/x"_s}, {u"body"_s, u"text"_s}, {u"text"_s, u"{nonesuch}"_s}}), Part::Actions, -1, u"Character"_s);
        row("mail with a line more", withAction(u"mail"_s, {{u"to"_s, QStringList{u"a@b.c\nBcc: d@e.f"_s}}}), Part::Actions, -1, u"plain mail address"_s);
        row("mail as an option", withAction(u"mail"_s, {{u"to"_s, QStringList{u"-oQ/tmp@b.c"_s}}}), Part::Actions, -1, u"plain mail address"_s);
        row("topic of Kafka", withAction(u"kafka"_s, {{u"stream"_s, u"s"_s}, {u"topic"_s, u"a/b"_s}}), Part::Actions, -1, u"topic"_s);
    }
    void saysWhatAndWhere()
    {
        QFETCH(const Rule, rule);
        QFETCH(const int, part);
        QFETCH(const int, position);
        QFETCH(const QString, said);
        const std::vector<RuleProblem> problems = problemsOf(rule);
        QVERIFY(!problems.empty());
        const RuleProblem &problem = problems.front();
        QCOMPARE(static_cast<int>(problem.part), part);
        QVERIFY2(problem.message.contains(said), qPrintable(problem.message));
        QCOMPARE(problem.position, qsizetype{position});
        QVERIFY(!checkRule(rule));
    }

    void goodOnesPass()
    {
        QVERIFY(checkRule(good()).ok());
        QVERIFY(checkRule(withAction(u"webhook"_s, {{u"url"_s, u"http://127.0.0.1:8080/x"_s}})).ok());
        QVERIFY(checkRule(withAction(u"webhook"_s, {{u"url"_s, u"https://hooks.slack.com/services/{secret}"_s}, {u"account"_s, u"slack"_s}})).ok());
        QVERIFY(checkRule(withAction(u"mail"_s, {{u"to"_s, QStringList{u"a.b+c@d.example"_s}}})).ok());
        QVERIFY(checkRule(withAction(u"program"_s, {{u"command"_s, u"\"/opt/my tools/point\" --at \"a|b & c\""_s}})).ok());
    }

    void measures()
    {
        const auto measured = [](const char *text, const Alert &alert) {
            const auto compiled = filter::Measure::compile(text, {});
            return std::get<filter::Measure>(compiled).value(alert, UtcTime::now());
        };
        Alert alert;
        QVERIFY(!measured("p_bns + p_nsbh", alert));
        alert.pBns = 0.5;
        alert.pNsbh = 0.25;
        QCOMPARE(measured("p_bns + p_nsbh", alert), 0.75);
        alert.far = 1e-9;
        QCOMPARE(measured("-far", alert), -1e-9);
        alert.errorRadius = 2.0;
        QCOMPARE(measured("1 / error_radius", alert), 0.5);
        QVERIFY(!measured("fields.nonesuch", alert)); // no packet
    }
};

QTEST_GUILESS_MAIN(TestRuleCheck)
#include "tst_rulecheck.moc"
