// SPDX-License-Identifier: GPL-3.0-or-later
// Time scales against values computed with astropy (ERFA), leap seconds from both sides.
#include "core/base/timescale.h"

#include <QTest>

using namespace tocsin;

class TestTimeScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gps_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QByteArray>("utc");
        QTest::newRow("epoch") << 0.0 << QByteArray("1980-01-06T00:00:00.000000Z");
        QTest::newRow("GW170817") << 1187008882.430 << QByteArray("2017-08-17T12:41:04.430000Z");
        QTest::newRow("last second before the leap") << 1167264016.5 << QByteArray("2016-12-31T23:59:59.500000Z");
        QTest::newRow("inside the leap second") << 1167264017.5 << QByteArray("2016-12-31T23:59:60.500000Z");
        QTest::newRow("first second after it") << 1167264018.0 << QByteArray("2017-01-01T00:00:00.000000Z");
        QTest::newRow("2026") << 1456459524.789 << QByteArray("2026-03-02T04:05:06.789000Z");
        QTest::newRow("before the epoch") << -1.0 << QByteArray("1980-01-05T23:59:59.000000Z");
        QTest::newRow("beyond all years") << 1e300 << QByteArray();
        QTest::newRow("no number") << qQNaN() << QByteArray();
    }
    void gps()
    {
        QFETCH(double, seconds);
        QFETCH(QByteArray, utc);
        QCOMPARE(QByteArray::fromStdString(timescale::fromGps(seconds).iso()), utc);
    }

    void mjdTai_data()
    {
        QTest::addColumn<double>("mjd");
        QTest::addColumn<QByteArray>("utc");
        QTest::newRow("2025") << 60961.23264083 << QByteArray("2025-10-13T05:34:23.167712Z");
        QTest::newRow("just inside a leap second") << 57754.0004166667 << QByteArray("2016-12-31T23:59:60.000003Z");
        QTest::newRow("half through it") << 57754.000422453703 << QByteArray("2016-12-31T23:59:60.500000Z");
        QTest::newRow("a number of seconds") << 1480360995.0 << QByteArray();
        QTest::newRow("not finite") << qInf() << QByteArray();
    }
    void mjdTai()
    {
        QFETCH(double, mjd);
        QFETCH(QByteArray, utc);
        QCOMPARE(QByteArray::fromStdString(timescale::fromMjdTai(mjd).iso()), utc);
    }

    void mjdKeepsMicroseconds()
    {
        QCOMPARE(timescale::fromMjd(60736.177118101).iso(), std::string("2025-03-02T04:15:03.003926Z"));
        QCOMPARE(timescale::fromMjd(40587).us, int64_t{0});
        QVERIFY(!timescale::fromMjd(-1e6).isValid());
    }

    void truncatedDays()
    {
        // TJD 20412 = 2024-04-12 (protocols.md 0.4)
        const UtcTime time = timescale::fromTjd(20412, 20026.89, 2);
        QCOMPARE(time.iso(), std::string("2024-04-12T05:33:46.890000Z"));
        QCOMPARE(int(time.digits), 2);
        QVERIFY(!timescale::fromTjd(999'999'999, 0, 2).isValid());
        QVERIFY(!timescale::fromTjd(20412, -1, 2).isValid());
        QVERIFY(!timescale::fromTjd(20412, 90'000, 2).isValid());
    }

    void theTableSaysItsEnd() { QCOMPARE(timescale::tableEnd().iso(), std::string("2027-06-28T00:00:00.000000Z")); }
};

QTEST_GUILESS_MAIN(TestTimeScale)
#include "tst_timescale.moc"
