// SPDX-License-Identifier: GPL-3.0-or-later
// What the client of TOMs leans on, asked of the real ones: a newer toolkit may change it.
#include "rig/tomrig.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using tocsin::rig::TomRig;

namespace {

const QString kTargets = u"/api/targets/"_s;
const QString kGroups = u"/api/groups/"_s;

QByteArray target(const QString &name, const QJsonObject &more = {})
{
    QJsonObject made{{u"name"_s, name}, {u"type"_s, u"SIDEREAL"_s}, {u"ra"_s, 10.5}, {u"dec"_s, -5.25}};
    for (auto it = more.begin(); it != more.end(); ++it)
        made.insert(it.key(), it.value());
    return QJsonDocument(made).toJson(QJsonDocument::Compact);
}

} // namespace

class TestTomRig : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void signIns_data();
    void signIns();
    void strangersMakeTargets();
    void whatBreaksLeavesTargets();
    void customFieldsAreTold();
    void fewTargetsAtATime();
    void comesBackWithItsTargets();
};

void TestTomRig::signIns_data()
{
    QTest::addColumn<QString>("site");
    QTest::addColumn<int>("wrongToken");
    QTest::addColumn<int>("rightToken");
    QTest::addColumn<int>("wrongPassword");
    QTest::addColumn<int>("rightPassword");
    QTest::newRow("stock") << u"stock"_s << 401 << 200 << 401 << 200;
    QTest::newRow("old") << u"old"_s << 200 << 200 << 302 << 200;
    QTest::newRow("token") << u"token"_s << 401 << 200 << 401 << 401;
    QTest::newRow("locked") << u"locked"_s << 403 << 403 << 403 << 403;
    QTest::newRow("limited") << u"limited"_s << 401 << 401 << 401 << 200;
    QTest::newRow("custom") << u"custom"_s << 401 << 200 << 401 << 200;
    QTest::newRow("throttled") << u"throttled"_s << 401 << 200 << 401 << 401;
}

void TestTomRig::signIns()
{
    QFETCH(QString, site);
    TomRig tom;
    QVERIFY2(tom.up(site), qPrintable(tom.why()));
    QTEST(tom.ask("GET", kGroups, "Token " + QByteArray(40, 'x')).status, "wrongToken");
    QTEST(tom.ask("GET", kGroups, TomRig::byToken("alice")).status, "rightToken");
    QTEST(tom.ask("GET", kGroups, "Basic " + QByteArray("alice:wrong").toBase64()).status, "wrongPassword");
    QTEST(tom.ask("GET", kGroups, TomRig::byPassword("alice")).status, "rightPassword");
}

void TestTomRig::strangersMakeTargets()
{
    for (const QString &site : {u"stock"_s, u"old"_s}) {
        TomRig tom;
        QVERIFY2(tom.up(site), qPrintable(tom.why()));
        const TomRig::Answer made = tom.ask("POST", kTargets, site == u"old" ? TomRig::byToken("alice") : QByteArray(), target(u"open"_s));
        QCOMPARE(made.status, 201);
        const QString page = kTargets + QString::number(made.json.object().value(u"id"_s).toInt()) + u'/';
        QCOMPARE(tom.ask("GET", page).status, 200);
        QCOMPARE(tom.ask("GET", page, TomRig::byPassword("alice")).status, 404);
        QCOMPARE(tom.ask("DELETE", page).status, 204);
    }
}

void TestTomRig::whatBreaksLeavesTargets()
{
    TomRig tom;
    QVERIFY2(tom.up(u"stock"_s), qPrintable(tom.why()));
    const QByteArray alice = TomRig::byToken("alice");
    QCOMPARE(tom.ask("POST", kTargets, alice, target(u"half"_s, {{u"groups"_s, QJsonArray{QJsonObject{{u"id"_s, 9999}}}}})).status, 500);
    QCOMPARE(tom.targetsNamed(u"half"_s), 1);
    QCOMPARE(tom.ask("POST", kTargets, alice, target(u"half"_s)).status, 400);
    QCOMPARE(tom.ask("POST", kTargets, alice, target(u"same"_s, {{u"aliases"_s, QJsonArray{QJsonObject{{u"name"_s, u"same"_s}}}}})).status, 400);
    QCOMPARE(tom.targetsNamed(u"same"_s), 0);
    QCOMPARE(tom.ask("POST", kTargets, alice, target(u"zero"_s, {{u"ra"_s, 0}})).status, 400);
}

void TestTomRig::customFieldsAreTold()
{
    TomRig tom;
    QVERIFY2(tom.up(u"custom"_s), qPrintable(tom.why()));
    const QJsonObject fields = tom.ask("OPTIONS", kTargets).json.object().value(u"actions"_s).toObject().value(u"POST"_s).toObject();
    QVERIFY(fields.value(u"kind"_s).toObject().value(u"required"_s).toBool());
    QCOMPARE(fields.value(u"priority"_s).toObject().value(u"choices"_s).toArray().size(), 3);
    QCOMPARE(tom.ask("POST", kTargets, TomRig::byToken("alice"), target(u"bare"_s)).status, 400);
    QCOMPARE(tom.ask("POST", kTargets, TomRig::byToken("alice"), target(u"whole"_s, {{u"kind"_s, u"SN"_s}})).status, 201);
}

void TestTomRig::fewTargetsAtATime()
{
    TomRig tom;
    QVERIFY2(tom.up(u"throttled"_s), qPrintable(tom.why()));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(tom.ask("POST", kTargets, TomRig::byToken("alice"), target(QString::number(i))).status, 201);
    const TomRig::Answer refused = tom.ask("POST", kTargets, TomRig::byToken("alice"), target(u"4"_s));
    QCOMPARE(refused.status, 429);
    QVERIFY(refused.retryAfter.toInt() > 0 && refused.retryAfter.toInt() <= 10);
}

void TestTomRig::comesBackWithItsTargets()
{
    TomRig tom;
    QVERIFY2(tom.up(u"stock"_s), qPrintable(tom.why()));
    QCOMPARE(tom.ask("POST", kTargets, TomRig::byToken("alice"), target(u"stays"_s)).status, 201);
    const QString url = tom.url();
    tom.stop();
    QCOMPARE(tom.ask("GET", kTargets).status, 0);
    QVERIFY2(tom.start(), qPrintable(tom.why()));
    QCOMPARE(tom.url(), url);
    QCOMPARE(tom.targetsNamed(u"stays"_s), 1);
    QVERIFY(tom.asked("POST /api/targets/") == 1);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    TestTomRig test;
    return tocsin::rig::runWithTom(&test, argc, argv);
}

#include "tst_tomrig.moc"
