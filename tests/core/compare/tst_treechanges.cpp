// SPDX-License-Identifier: GPL-3.0-or-later
// Where two packets differ.
#include "core/compare/treechanges.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using compare::TreeChange;
using decoders::FieldTree;

namespace {

// “~fields.a 1 2”, “+fields.b”, “-fields.c”
QString told(const compare::TreeChanges &changes)
{
    QStringList lines;
    for (const TreeChange &change : changes.list) {
        const QString path = QString::fromStdString(filter::pathText(change.path));
        switch (change.kind) {
        case TreeChange::Kind::Changed:
            lines << u"~%1 %2 %3"_s.arg(path, QString::fromStdString(change.before->dump()), QString::fromStdString(change.after->dump()));
            break;
        case TreeChange::Kind::Added:
            lines << u'+' + path;
            break;
        case TreeChange::Kind::Removed:
            lines << u'-' + path;
            break;
        }
    }
    return lines.join(u'|');
}

QString differences(const char *before, const char *after)
{
    const FieldTree a = FieldTree::parse(before);
    const FieldTree b = FieldTree::parse(after);
    return told(compare::compareTrees(a, b));
}

} // namespace

class TreeChangesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void places_data();
    void places();
    void countsValues();
    void historyThatMovesOn();
    void pointsIntoTheTrees();
    void workIsBounded();
};

void TreeChangesTest::places_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("changes");
    QTest::newRow("alike") << QByteArray(R"({"a":1,"b":[1,2],"c":{"d":null}})") << QByteArray(R"({"c":{"d":null},"b":[1,2],"a":1})") << QString();
    QTest::newRow("value") << QByteArray(R"({"a":1,"b":2})") << QByteArray(R"({"a":1,"b":3})") << u"~fields.b 2 3"_s;
    QTest::newRow("deep") << QByteArray(R"({"a":{"b":{"c":"x"}}})") << QByteArray(R"({"a":{"b":{"c":"y"}}})") << u"~fields.a.b.c \"x\" \"y\""_s;
    QTest::newRow("same number") << QByteArray(R"({"a":1})") << QByteArray(R"({"a":1.0})") << QString();
    QTest::newRow("other type") << QByteArray(R"({"a":"1"})") << QByteArray(R"({"a":1})") << u"~fields.a \"1\" 1"_s;
    QTest::newRow("to null") << QByteArray(R"({"a":{"b":1}})") << QByteArray(R"({"a":null})") << u"~fields.a {\"b\":1} null"_s;
    QTest::newRow("added") << QByteArray(R"({"a":1})") << QByteArray(R"({"a":1,"b":{"c":1}})") << u"+fields.b"_s;
    QTest::newRow("removed") << QByteArray(R"({"a":1,"b":{"c":1}})") << QByteArray(R"({"a":1})") << u"-fields.b"_s;
    QTest::newRow("short list") << QByteArray(R"({"a":["H1"]})") << QByteArray(R"({"a":["H1","L1"]})") << u"~fields.a [\"H1\"] [\"H1\",\"L1\"]"_s;
    QTest::newRow("long list") << QByteArray(R"([0,1,2,3,4,5,6,7,8,9])") << QByteArray(R"([0,1,2,9,4,5,6,7,8])") << u"~fields[3] 3 9|-fields[9]"_s;
    QTest::newRow("binary") << QByteArray(R"({"m":{"bytes":10,"media":"image/fits"}})") << QByteArray(R"({"m":{"bytes":12,"media":"image/fits"}})")
                            << u"~fields.m {\"bytes\":10,\"media\":\"image/fits\"} {\"bytes\":12,\"media\":\"image/fits\"}"_s;
    QTest::newRow("many keys") << QByteArray(R"({"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"j":1,"k":1,"l":1,"m":1,"n":1})")
                               << QByteArray(R"({"n":2,"m":1,"l":1,"k":1,"j":1,"i":1,"h":1,"g":1,"f":1,"e":1,"d":1,"c":1,"b":1,"a":1})") << u"~fields.n 1 2"_s;
    QTest::newRow("root") << QByteArray("1") << QByteArray("2") << u"~fields 1 2"_s;
}

void TreeChangesTest::places()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, changes);
    QCOMPARE(differences(before.constData(), after.constData()), changes);
}

void TreeChangesTest::countsValues()
{
    const FieldTree before = FieldTree::parse(R"({"a":1})");
    const FieldTree after = FieldTree::parse(R"({"a":2,"b":{"c":1,"d":[1,2,3]},"e":[{"f":1},{"g":2}]})");
    QCOMPARE(compare::compareTrees(before, after).values, size_t(5));
    QCOMPARE(compare::compareTrees(after, after).values, size_t(5));
}

void TreeChangesTest::historyThatMovesOn()
{
    QCOMPARE(differences(R"({"h":[{"id":1},{"id":2},{"id":3}]})", R"({"h":[{"id":2},{"id":3},{"id":4}]})"), u"+fields.h[2]|-fields.h[0]"_s);
    // What changed in place stands in its place.
    QCOMPARE(differences(R"({"h":[{"id":1,"m":1},{"id":2,"m":1}]})", R"({"h":[{"id":1,"m":1},{"id":2,"m":5}]})"), u"~fields.h[1].m 1 5"_s);
    // Each is the same as one other only.
    QCOMPARE(differences(R"({"h":[{"id":1}]})", R"({"h":[{"id":1},{"id":1}]})"), u"+fields.h[1]"_s);
}

void TreeChangesTest::pointsIntoTheTrees()
{
    const FieldTree before = FieldTree::parse(R"({"a":{"b":1,"gone":2}})");
    const FieldTree after = FieldTree::parse(R"({"a":{"b":3}})");
    const compare::TreeChanges changes = compare::compareTrees(before, after);
    QCOMPARE(changes.list.size(), size_t(2));
    QCOMPARE(changes.list[0].before, &before["a"]["b"]);
    QCOMPARE(changes.list[0].after, &after["a"]["b"]);
    QCOMPARE(changes.list[0].inside, &after["a"]);
    QCOMPARE(changes.list[1].before, &before["a"]["gone"]);
    QCOMPARE(changes.list[1].inside, &after["a"]);
}

void TreeChangesTest::workIsBounded()
{
    FieldTree before = FieldTree::array();
    FieldTree after = FieldTree::array();
    for (int i = 0; i < 5'000; ++i) {
        before.push_back(i);
        after.push_back(i + 1);
    }
    QVERIFY(!compare::compareTrees(before, after, {.changes = 6'000}).cut);
    const compare::TreeChanges few = compare::compareTrees(before, after, {.changes = 10});
    QVERIFY(few.cut);
    QCOMPARE(few.list.size(), size_t(10));
    const compare::TreeChanges short_ = compare::compareTrees(before, after, {.values = 100});
    QVERIFY(short_.cut && short_.list.size() <= 100);
    QVERIFY(compare::compareTrees(before, after, {.cancelled = [] { return true; }}).cut);
}

QTEST_GUILESS_MAIN(TreeChangesTest)
#include "tst_treechanges.moc"
