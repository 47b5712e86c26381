// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/topicrules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tocsin::streams::TopicRules;

class TestTopicRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matching_data()
    {
        QTest::addColumn<QStringList>("topics");
        QTest::addColumn<QStringList>("excludes");
        QTest::addColumn<QString>("topic");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char *name, const QStringList &topics, const QStringList &excludes, const char *topic, bool fits) {
            QTest::newRow(name) << topics << excludes << QString::fromLatin1(topic) << fits;
        };
        row("exact", {u"a.b"_s}, {}, "a.b", true);
        row("exact is no pattern", {u"a.b"_s}, {}, "axb", false);
        row("exact is whole", {u"a.b"_s}, {}, "a.b.c", false);
        row("exact has a case", {u"a.b"_s}, {}, "A.b", false);
        row("no rule", {}, {}, "a", false);
        row("everything", {u"*"_s}, {}, "a.b_c-1", true);
        row("star at the end", {u"gcn.*"_s}, {}, "gcn.notices.x", true);
        row("star at the end needs the dot", {u"gcn.*"_s}, {}, "gcn", false);
        row("star is also nothing", {u"a*"_s}, {}, "a", true);
        row("star in the middle", {u"a*z"_s}, {}, "a.b.z", true);
        row("star ends at the end", {u"a*z"_s}, {}, "a.z.b", false);
        row("two stars", {u"*b*"_s}, {}, "abc", true);
        row("star: the dot is a dot", {u"a.*"_s}, {}, "axb", false);
        row("star: other signs are themselves", {u"a+(b)*"_s}, {}, "a+(b)c", true);
        row("regex", {u"^ztf_[0-9]{8}_programid1$"_s}, {}, "ztf_20260301_programid1", true);
        row("regex is anchored at the start", {u"^b"_s}, {}, "ab", false);
        row("regex is open at the end", {u"^a"_s}, {}, "ab", true);
        row("regex alternatives are all anchored", {u"^a|b"_s}, {}, "xb", false);
        row("regex alternatives", {u"^a|b"_s}, {}, "b", true);
        row("regex with a repeat", {u"^a{1,2}$"_s}, {}, "aa", true);
        row("regex with a repeat, too many", {u"^a{1,2}$"_s}, {}, "aaa", false);
        row("exclude exact", {u"*"_s}, {u"a"_s}, "a", false);
        row("exclude exact leaves others", {u"*"_s}, {u"a"_s}, "ab", true);
        row("exclude star", {u"gcn.*"_s}, {u"*.test"_s}, "gcn.test", false);
        row("exclude regex", {u"*"_s}, {u"^a.c"_s}, "abc", false);
        row("exclude beats exact", {u"a"_s}, {u"a"_s}, "a", false);
        row("Kafka's own are no pattern's", {u"*"_s, u"^.*"_s}, {}, "__consumer_offsets", false);
        row("Kafka's own by name", {u"__consumer_offsets"_s}, {}, "__consumer_offsets", true);
        row("one underscore is anybody's", {u"*"_s}, {}, "_private", true);
    }
    void matching()
    {
        QFETCH(QStringList, topics);
        QFETCH(QStringList, excludes);
        QFETCH(QString, topic);
        QFETCH(bool, fits);
        const TopicRules rules(topics, excludes);
        QVERIFY2(rules.problem().isEmpty(), qPrintable(rules.problem()));
        QCOMPARE(rules.matches(topic), fits);
    }

    void whatIsNamed()
    {
        const TopicRules rules({u"a"_s, u"b*"_s, u"c"_s, u"^d"_s}, {u"e"_s});
        QCOMPARE(rules.exactNames(), (QStringList{u"a"_s, u"c"_s}));
        QVERIFY(rules.hasPatterns());
        QVERIFY(!TopicRules({u"a"_s}, {u"b*"_s}).hasPatterns());
        QVERIFY(!TopicRules().matches(u"a"_s));
    }

    void brokenPatternsAreTold_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("position"); // in the rule as it was written, the ^ counted
        QTest::newRow("group") << u"^a(b"_s << u"position 4"_s;
        QTest::newRow("class") << u"^[a"_s << u"position 3"_s;
        QTest::newRow("repeat of nothing") << u"^*"_s << u"position 2"_s;
        QTest::newRow("closing alone") << u"^a)"_s << u"position 3"_s;
        QTest::newRow("brackets that only ours would close") << u"^a)|(b"_s << u"position 3"_s;
    }
    void brokenPatternsAreTold()
    {
        QFETCH(QString, rule);
        QFETCH(QString, position);
        for (const bool excluded : {false, true}) {
            const TopicRules rules(excluded ? QStringList{u"*"_s} : QStringList{u"good"_s, rule}, excluded ? QStringList{rule} : QStringList{});
            QVERIFY(rules.problem().contains(rule));
            QVERIFY2(rules.problem().contains(position), qPrintable(rules.problem()));
        }
    }
};

QTEST_GUILESS_MAIN(TestTopicRules)
#include "tst_topicrules.moc"
