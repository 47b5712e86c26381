// SPDX-License-Identifier: GPL-3.0-or-later
// What changed between two revisions, in words; and which two.
#include "core/compare/alertchanges.h"
#include "core/compare/revisions.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;

namespace {

Alert superevent(const char *type, int64_t row, int issuedSeconds)
{
    Alert alert;
    alert.id = alert.name = alert.event = "S260914ab";
    alert.message = "notice";
    alert.mission = "LVK";
    alert.messenger = "gw";
    alert.format = "gw-alert 1";
    alert.alertType = type;
    alert.row = row;
    alert.stream = "gcn";
    alert.topic = "igwn.gwalert";
    alert.timestamp = UtcTime::fromIso("2026-09-14T02:40:00Z");
    alert.issued = UtcTime::fromUs(UtcTime::fromIso("2026-09-14T02:41:00Z").us + issuedSeconds * 1'000'000ll);
    return alert;
}

Alert detection(const char *id, int64_t row, int second)
{
    Alert alert;
    alert.id = id;
    alert.name = alert.event = "ZTF26abc";
    alert.message = "detection";
    alert.mission = "ZTF";
    alert.format = "ztf-avro 3.3";
    alert.row = row;
    alert.timestamp = UtcTime::fromUs(UtcTime::fromIso("2026-09-14T03:00:00Z").us + second * 1'000'000ll);
    alert.brokerTime = UtcTime::fromUs(UtcTime::fromIso("2026-09-14T04:00:00Z").us + row);
    return alert;
}

QString words(const Alert &before, const Alert &after)
{
    return compare::changesInWords(compare::compareAlerts(before, after)).replace(QChar(0x00a0), u' ');
}

std::vector<std::shared_ptr<const Alert>> rowsOf(std::initializer_list<Alert> alerts)
{
    std::vector<std::shared_ptr<const Alert>> rows;
    for (const Alert &alert : alerts)
        rows.push_back(std::make_shared<const Alert>(alert));
    return rows;
}

} // namespace

class AlertChangesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void superevents();
    void retractionSaysNothingElse();
    void detections();
    void positions();
    void classes();
    void smallChangesAreNone();
    void longListsEnd();
    void stagesFollowEachOther();
    void otherPathIsNoRevision();
    void othersAreNoRevisions();
    void detectionsGoByExposure();
};

void AlertChangesTest::superevents()
{
    Alert a = superevent("preliminary", 1, 0);
    Alert b = superevent("update", 2, 60);
    QCOMPARE(words(a, b), QString());
    a.area90 = 1'240.0;
    b.area90 = 310.0;
    a.pBns = 0.40;
    b.pBns = 0.9694;
    a.far = 7.8e-12;
    b.far = 2.6e-13;
    a.distanceMpc = b.distanceMpc = 120.0;
    a.distanceErrorMpc = 30.0;
    b.distanceErrorMpc = 9.0;
    a.significant = false;
    b.significant = true;
    a.instruments = std::string("H1");
    b.instruments = "H1,L1";
    const QLocale grouped(QLocale::English);
    QLocale::setDefault(grouped);
    QCOMPARE(words(a, b), u"now significant, 90 % area 1,240 → 310 deg², p(BNS) 0.40 → 0.97, FAR ÷ 30, distance 120 ± 30 → 120 ± 9 Mpc, instruments H1 → H1,L1"_s);
}

void AlertChangesTest::retractionSaysNothingElse()
{
    Alert a = superevent("initial", 1, 0);
    a.area90 = 100.0;
    Alert b = superevent("retraction", 2, 60);
    b.retraction = true;
    QCOMPARE(words(a, b), u"retracted"_s);
    QCOMPARE(words(b, a), u"no longer retracted, 90 % area now 100 deg²"_s);
}

void AlertChangesTest::detections()
{
    Alert a = detection("1", 1, 0);
    Alert b = detection("2", 2, 60);
    a.mag = 18.92;
    b.mag = 18.70;
    a.band = b.band = "ztf-g";
    a.score = 0.91;
    b.score = 0.97;
    a.scoreKind = b.scoreKind = "drb";
    QCOMPARE(words(a, b), u"mag g 18.92 → 18.70, score 0.91 → 0.97"_s);
    b.band = "ztf-r";
    b.scoreKind = std::string("rb");
    QCOMPARE(words(a, b), u"mag 18.92 g → 18.70 r"_s);
    a.mag = {};
    a.magLimit = 20.6;
    QCOMPARE(words(a, b), u"mag > 20.60 → 18.70 r"_s);
}

void AlertChangesTest::positions()
{
    Alert a = superevent("initial", 1, 0);
    Alert b = superevent("update", 2, 60);
    b.ra = 187.0;
    b.dec = 60.0;
    QCOMPARE(words(a, b), u"position now known"_s);
    a.ra = 187.0 + 2.0 / 3'600 / 0.5; // 2″ on the sky
    a.dec = 60.0;
    a.errorRadius = 8.3;
    b.errorRadius = 3.4 / 60;
    QCOMPARE(words(a, b), u"error radius 8.3° → 3.4′, position moved 2.0″"_s);
    a.ra = 359.999;
    b.ra = 0.001;
    a.dec = b.dec = 0.0;
    b.errorRadius = 8.3;
    QCOMPARE(words(a, b), u"position moved 7.2″"_s);
}

void AlertChangesTest::classes()
{
    Alert a = detection("1", 1, 0);
    Alert b = detection("2", 2, 60);
    a.classification = std::string("AGN");
    a.classificationScore = 0.5;
    b.classification = "SN Ia";
    b.classificationScore = 0.88;
    QCOMPARE(words(a, b), u"class AGN 0.50 → SN Ia 0.88"_s);
    a.classification = "SN Ia";
    QCOMPARE(words(a, b), u"class SN Ia 0.50 → SN Ia 0.88"_s);
    a.classification.clear();
    a.classificationScore = {};
    QCOMPARE(words(a, b), u"class now SN Ia 0.88"_s);
}

void AlertChangesTest::smallChangesAreNone()
{
    Alert a = superevent("initial", 1, 0);
    Alert b = superevent("update", 2, 60);
    a.pBns = 0.9701;
    b.pBns = 0.9703;
    a.far = 2.61e-13;
    b.far = 2.62e-13;
    a.ra = 10.0;
    b.ra = 10.000001;
    a.dec = b.dec = 5.0;
    QCOMPARE(words(a, b), QString());
    b.far = 3.0e-13;
    QCOMPARE(words(a, b), u"FAR 2.6 × 10⁻¹³ → 3.0 × 10⁻¹³ Hz"_s);
}

void AlertChangesTest::longListsEnd()
{
    const std::vector<compare::AlertChange> many(5, {"far", u"x"_s});
    QVERIFY(compare::changesInWords(many, 3).startsWith(u"x, x, x, 2"_s));
    QCOMPARE(compare::changesInWords(many, 5), u"x, x, x, x, x"_s);
}

void AlertChangesTest::stagesFollowEachOther()
{
    // They arrived in another order than they were sent.
    const auto rows = rowsOf({superevent("update", 1, 90), superevent("preliminary", 2, 0), superevent("initial", 3, 40)});
    const compare::Revisions found = compare::revisionsOf(rows[0], rows);
    QCOMPARE(found.list.size(), size_t(3));
    QCOMPARE(found.current, size_t(2));
    QCOMPARE(found.previous->row, int64_t(3));
    QCOMPARE(compare::revisionsOf(rows[2], rows).previous->row, int64_t(2));
    QVERIFY(!compare::revisionsOf(rows[1], rows).previous);
    QVERIFY(compare::revisionsOf(rows[1], rowsOf({superevent("preliminary", 2, 0)})).isEmpty());
}

void AlertChangesTest::otherPathIsNoRevision()
{
    Alert again = superevent("update", 5, 90);
    again.stream = "hop";
    again.topic = "gcn.igwn";
    Alert first = superevent("preliminary", 2, 0);
    first.stream = "hop";
    first.topic = "gcn.igwn";
    const auto rows = rowsOf({superevent("preliminary", 1, 0), first, superevent("update", 4, 90), again});
    const compare::Revisions found = compare::revisionsOf(rows[3], rows);
    QCOMPARE(found.list.size(), size_t(2));
    QCOMPARE(found.list[1]->row, int64_t(5)); // the one that was asked for
    QCOMPARE(found.paths, 2);
    QCOMPARE(found.previous->row, int64_t(2)); // by the same way
    QCOMPARE(compare::revisionsOf(rows[2], rows).previous->row, int64_t(1));
}

void AlertChangesTest::othersAreNoRevisions()
{
    const Alert notice = superevent("update", 9, 90);
    Alert swift = superevent("initial", 1, 0);
    swift.mission = "Swift";
    Alert circular = superevent("initial", 2, 0);
    circular.message = std::string("circular");
    Alert broken = superevent("initial", 3, 0);
    broken.error = "ends inside a text";
    Alert mock = superevent("initial", 4, 0);
    mock.test = true;
    Alert relayed = superevent("initial", 5, 0);
    relayed.format = "plain-json";
    const auto rows = rowsOf({swift, circular, broken, mock, relayed, notice});
    QVERIFY(!compare::revisionsOf(rows.back(), rows).previous);
    // A circular is a revision of the one with its number.
    Alert edited = circular;
    edited.row = 8;
    edited.revision = std::string("2");
    edited.issued = UtcTime::fromIso("2026-09-15T00:00:00Z");
    Alert another = circular;
    another.row = 7;
    another.id = "41873";
    const auto circulars = rowsOf({circular, another, edited});
    QCOMPARE(compare::revisionsOf(circulars[2], circulars).previous->row, int64_t(2));
    QVERIFY(!compare::revisionsOf(circulars[1], circulars).previous);
}

void AlertChangesTest::detectionsGoByExposure()
{
    const auto rows = rowsOf({detection("b", 1, 60), detection("a", 2, 0), detection("c", 3, 120)});
    QCOMPARE(compare::revisionsOf(rows[2], rows).previous->id, std::string("b"));
    QCOMPARE(compare::revisionsOf(rows[0], rows).previous->id, std::string("a"));
    QVERIFY(!compare::revisionsOf(rows[1], rows).previous);
}

QTEST_GUILESS_MAIN(AlertChangesTest)
#include "tst_alertchanges.moc"
