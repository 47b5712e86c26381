// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tom/drafts.h"
#include "core/tom/targetcsv.h"
#include "core/tom/targettext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tom;

namespace {

Alert alertOf(const char *name, const char *mission = "")
{
    Alert alert;
    alert.name = name;
    alert.mission = mission;
    alert.ra = 187.25;
    alert.dec = 2.05;
    alert.positionKind = "measured";
    return alert;
}

} // namespace

class TestDrafts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void names_data();
    void names();
    void otherNamesBecomeAliases();
    void aliasesAreNeverTheSame();
    void whatSpeaksAgainst();
    void neverSent();
    void lightCurves();
    void textKeepsEverything();
    void csv();
};

void TestDrafts::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("mission");
    QTest::addColumn<QString>("expected");
    QTest::newRow("LSST") << u"169298433216610349"_s << u"LSST"_s << u"LSST 169298433216610349"_s;
    QTest::newRow("LSST with a name") << u"LSST 12"_s << u"LSST"_s << u"LSST 12"_s;
    QTest::newRow("ZTF") << u"ZTF26aaaaaaa"_s << u"ZTF"_s << u"ZTF26aaaaaaa"_s;
    QTest::newRow("another survey's number") << u"1234"_s << u"PGIR"_s << u"PGIR 1234"_s;
    QTest::newRow("a number of nobody's") << u"1234"_s << u""_s << u"1234"_s;
    QTest::newRow("TNS") << u"AT 2026abc"_s << u""_s << u"AT 2026abc"_s;
    QTest::newRow("none") << u""_s << u"Swift"_s << u"J122900.00+020300.0"_s;
}

void TestDrafts::names()
{
    QFETCH(QString, name);
    QFETCH(QString, mission);
    QFETCH(QString, expected);
    QCOMPARE(draftOf(alertOf(qPrintable(name), qPrintable(mission))).name, expected);
}

void TestDrafts::otherNamesBecomeAliases()
{
    Alert alert = alertOf("ZTF26aaaaaab", "ZTF");
    alert.event = "ANT2026abcde";
    alert.classification = "SN Ia";
    const decoders::FieldTree fields = decoders::FieldTree::parse(
        R"({"tns": [{"name": "SN2026abc", "note": "AT 2026zzz"}], "crossmatch": {"tns_name": "AT2026abc"}, "objname": "AT 2026not", "deep": {"n": 1}})");
    const Draft draft = draftOf(alert, nullptr, &fields);
    QCOMPARE(draft.aliases, (QStringList{u"SN 2026abc"_s, u"AT 2026zzz"_s, u"AT 2026abc"_s, u"ANT2026abcde"_s}));
    QCOMPARE(draft.tags, (QStringList{u"classification=SN Ia"_s, u"event=ANT2026abcde"_s}));
    // Keys and bare numbers are nobody's names.
    alert.event = "swift:1700001";
    QVERIFY(draftOf(alert).aliases.isEmpty());
    alert.event = "9007199254740995";
    QVERIFY(draftOf(alert).aliases.isEmpty());
}

void TestDrafts::aliasesAreNeverTheSame()
{
    QCOMPARE(tidyAliases(u"AT 2026abc"_s, {u"at2026ABC"_s, u"SN 2026abc"_s, u"SN2026abc"_s, u""_s, u" "_s, QString(101, u'x'), u"ZTF1"_s}), (QStringList{u"SN 2026abc"_s, u"ZTF1"_s}));
}

void TestDrafts::whatSpeaksAgainst()
{
    Alert alert = alertOf("X1");
    QVERIFY(draftOf(alert).doubt.isEmpty());
    alert.errorRadius = 0.51;
    QVERIFY(draftOf(alert).doubt.contains(u"0.51 degrees"));
    QVERIFY(isPlaceTooUncertain(draftOf(alert)));
    alert.errorRadius = 0.5;
    QVERIFY(draftOf(alert).doubt.isEmpty());
    alert.errorRadius = 1.0 / 60;
    QVERIFY(!isPlaceTooUncertain(draftOf(alert)));
    for (const char *kind : {"map-peak", "pointing", "field", ""}) {
        alert.positionKind = kind;
        QVERIFY2(!draftOf(alert).doubt.isEmpty(), kind);
        QVERIFY(draftOf(alert).refusal.isEmpty());
    }
    alert.positionKind = "measured";
    alert.test = true;
    QVERIFY(!draftOf(alert).doubt.isEmpty());
    alert.test = false;
    alert.access = "restricted";
    QVERIFY(draftOf(alert).restricted);
}

void TestDrafts::neverSent()
{
    Alert alert = alertOf("X1");
    alert.solarSystem = "2026 AB";
    QVERIFY(draftOf(alert).refusal.contains(u"2026 AB"));
    alert.solarSystem.clear();
    alert.ra = Number();
    QVERIFY(draftOf(alert).refusal.contains(u"no place"));
    QVERIFY(draftOf(alert).doubt.isEmpty());
}

void TestDrafts::lightCurves()
{
    Alert alert = alertOf("ZTF26aaaaaaa", "ZTF");
    const UtcTime time = UtcTime::fromIso("2026-03-01T04:05:06Z");
    Inside inside;
    inside.light = {{.current = true, .time = UtcTime::fromUs(time.us + 10), .band = "ztf-g", .mag = 18.5, .magError = 0.1, .limit = 20.0},
                    {.kind = LightPoint::Kind::Limit, .time = time, .band = "ztf-r", .limit = 20.5},
                    {.time = time, .band = "ztf-g", .mag = 18.0, .isNegative = true},
                    {.time = time, .mag = 18.0},
                    {.kind = LightPoint::Kind::Limit, .time = time, .band = "ztf-r"}};
    const Draft draft = draftOf(alert, &inside);
    QCOMPARE(draft.photometry.size(), size_t(2));
    QCOMPARE(draft.photometry[0].limit, std::optional(20.5));
    QVERIFY(!draft.photometry[0].magnitude);
    QCOMPARE(draft.photometry[1].magnitude, std::optional(18.5));
    QCOMPARE(draft.photometry[1].error, std::optional(0.1));
    QVERIFY(!draft.photometry[1].limit);
    // Without a light curve, the alert's own.
    alert.timestamp = time;
    alert.mag = 17.5;
    alert.band = "ztf-i";
    QCOMPARE(draftOf(alert).photometry.size(), size_t(1));
    QCOMPARE(draftOf(alert).photometry[0].band, u"ztf-i"_s);
}

void TestDrafts::textKeepsEverything()
{
    Alert alert = alertOf("ZTF26aaaaaaa", "ZTF");
    alert.timestamp = UtcTime::fromIso("2026-03-01T04:05:06.123456Z");
    alert.ra = 123.4567890123456;
    alert.mag = 17.5;
    alert.band = "ztf-i";
    alert.event = "ANT1";
    alert.row = 9'007'199'254'740'991;
    alert.errorRadius = 0.7;
    Draft draft = draftOf(alert);
    draft.groups = {u"Söme, group"_s};
    draft.extras = {{u"kind"_s, u"SN"_s}};
    draft.restricted = true;
    QCOMPARE(draftFrom(textOf(draft)), draft);
    const Target target{.id = 7, .name = u"n"_s, .ra = 1.5, .dec = -2, .aliases = {u"a"_s}, .url = QUrl(u"https://tom.example.org/targets/7/"_s), .created = alert.timestamp,
                        .owner = u"o"_s, .distanceArcsec = 1.25, .sameName = true};
    QCOMPARE(targetFrom(textOf(target)), target);
}

void TestDrafts::csv()
{
    Draft one{.name = u"LSST 1"_s, .ra = 0, .dec = -5.25, .aliases = {u"AT 2026abc"_s, u"a, \"b\""_s}, .groups = {u"SN"_s, u"Observers"_s}, .tags = {u"classification=SN Ia"_s, u"name=trap"_s}};
    const Draft two{.name = u"ZTF1"_s, .ra = 123.456789, .dec = 45};
    const Draft moving{.name = u"moves"_s, .refusal = u"no"_s};
    QCOMPARE(targetCsv({{.draft = one}, {.draft = two}, {.draft = moving}}),
             QByteArray("name,type,ra,dec,epoch,name2,name3,groups,classification\n"
                        "LSST 1,SIDEREAL,0,-5.25,2000,AT 2026abc,\"a, \"\"b\"\"\",\"SN,Observers\",SN Ia\n"
                        "ZTF1,SIDEREAL,123.456789,45,2000,,,,\n"));
}

QTEST_GUILESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
