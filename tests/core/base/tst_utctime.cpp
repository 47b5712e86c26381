// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utctime.h"

#include <QTest>

#include <cmath>
#include <limits>

using tocsin::UtcTime;

class TestUtcTime final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellings_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("iso"); // empty: no time
        QTest::addColumn<int>("digits");
        const QByteArray noon = "2026-03-01T12:30:45.000000Z";
        QTest::newRow("Z") << QByteArray("2026-03-01T12:30:45Z") << noon << 0;
        QTest::newRow("no zone") << QByteArray("2026-03-01T12:30:45") << noon << 0;
        QTest::newRow("blank for T") << QByteArray("2026-03-01 12:30:45Z") << noon << 0;
        QTest::newRow("UTC behind a blank") << QByteArray("2026-03-01 12:30:45 UTC") << noon << 0;
        QTest::newRow("UT") << QByteArray("2026-03-01T12:30:45 UT") << noon << 0;
        QTest::newRow("east") << QByteArray("2026-03-01T14:30:45+02:00") << noon << 0;
        QTest::newRow("west over midnight") << QByteArray("2026-02-28T23:00:45-13:30") << noon << 0;
        QTest::newRow("zone without colon") << QByteArray("2026-03-01T14:30:45+0200") << noon << 0;
        QTest::newRow("zone of hours") << QByteArray("2026-03-01T14:30:45+02") << noon << 0;
        QTest::newRow("zone behind a blank") << QByteArray("2026-03-01 14:30:45 +02:00") << noon << 0;
        QTest::newRow("date only") << QByteArray("2026-03-01") << QByteArray("2026-03-01T00:00:00.000000Z") << 0;
        QTest::newRow("no seconds") << QByteArray("2026-03-01T12:30") << QByteArray("2026-03-01T12:30:00.000000Z") << 0;
        QTest::newRow("one decimal") << QByteArray("2026-03-01T12:30:45.2Z") << QByteArray("2026-03-01T12:30:45.200000Z") << 1;
        QTest::newRow("six decimals") << QByteArray("2026-03-01T12:30:45.000001Z") << QByteArray("2026-03-01T12:30:45.000001Z") << 6;
        QTest::newRow("nanoseconds are cut, not rounded") << QByteArray("2026-03-01T12:30:45.999999999Z") << QByteArray("2026-03-01T12:30:45.999999Z") << 6;
        QTest::newRow("29 February") << QByteArray("2024-02-29T00:00:00Z") << QByteArray("2024-02-29T00:00:00.000000Z") << 0;
        QTest::newRow("before 1970") << QByteArray("1858-11-17T00:00:00.5Z") << QByteArray("1858-11-17T00:00:00.500000Z") << 1;
        QTest::newRow("first") << QByteArray("0001-01-01T00:00:00Z") << QByteArray("0001-01-01T00:00:00.000000Z") << 0;
        QTest::newRow("last") << QByteArray("9999-12-31T23:59:59.999999Z") << QByteArray("9999-12-31T23:59:59.999999Z") << 6;
        QTest::newRow("leap second") << QByteArray("2016-12-31T23:59:60Z") << QByteArray("2016-12-31T23:59:60.000000Z") << 0;
        QTest::newRow("inside a leap second") << QByteArray("2016-12-31T23:59:60.25Z") << QByteArray("2016-12-31T23:59:60.250000Z") << 2;
        QTest::newRow("leap second in a zone") << QByteArray("2017-01-01T05:29:60+05:30") << QByteArray("2016-12-31T23:59:60.000000Z") << 0;
        for (const char *none : {"", "x", "2026", "2026-03", "2026-3-1", "2026-13-01", "2026-00-01", "2026-02-29", "2026-04-31", "0000-01-01", "2026-03-01T", "2026-03-01T12",
                                 "2026-03-01T24:00:00Z", "2026-03-01T12:60:00Z", "2026-03-01T12:30:61Z", "2026-03-01T12:30:60Z", "2026-03-01T23:59:60+01:00", "2026-03-01T12:30:45.Z",
                                 "2026-03-01T12:30:45Zx", "2026-03-01T12:30:45 CET", "2026-03-01T12:30:45+15:00", "2026-03-01T12:30:45+01:60", "2026-03-01T12:30:45+1",
                                 "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00", "+2026-03-01", "12026-03-01", "2026-03-01T12:30:-5", "NaN", "20260301T123045Z"})
            QTest::addRow("no time: \"%s\"", none) << QByteArray(none) << QByteArray() << 0;
    }
    void spellings()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, iso);
        QFETCH(int, digits);
        const UtcTime time = UtcTime::fromIso(text.constData());
        QCOMPARE(time.iso(), iso.toStdString());
        QCOMPARE(time.isValid(), !iso.isEmpty());
        if (time.isValid()) {
            QCOMPARE(int{time.digits}, digits);
            QCOMPARE(time.leap, iso.contains(":60"));
            QCOMPARE(UtcTime::fromIso(time.iso()).us, time.us); // what is written is read back
        }
    }

    // Six decimals of a zone's worth of wrong NUL bytes and the like must end, not crash.
    void everyPrefixEnds()
    {
        const std::string text = "2016-12-31T23:59:60.123456+00:00";
        for (size_t size = 0; size <= text.size(); ++size) {
            for (const char odd : {'\0', '\xff', ':', '-'})
                (void)UtcTime::fromIso(text.substr(0, size) + odd);
        }
        QVERIFY(!UtcTime::fromIso(std::string("2026-03-01\0", 11)).isValid());
    }

    void leapSecondIsTheNextMidnight()
    {
        const UtcTime leap = UtcTime::fromIso("2016-12-31T23:59:60Z");
        const UtcTime midnight = UtcTime::fromIso("2017-01-01T00:00:00Z");
        QCOMPARE(leap.us, midnight.us);
        QVERIFY(leap != midnight);
    }

    void julianDates_data()
    {
        QTest::addColumn<double>("jd");
        QTest::addColumn<QByteArray>("iso");
        const double none = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("1970") << 2'440'587.5 << QByteArray("1970-01-01T00:00:00.000000Z");
        QTest::newRow("noon") << 2'451'545.0 << QByteArray("2000-01-01T12:00:00.000000Z");
        QTest::newRow("before 1970") << 2'400'000.5 << QByteArray("1858-11-17T00:00:00.000000Z");
        QTest::newRow("first") << 1'721'425.5 << QByteArray("0001-01-01T00:00:00.000000Z");
        QTest::newRow("too early") << 1'721'425.4 << QByteArray();
        QTest::newRow("too late") << 5'373'484.5 << QByteArray();
        QTest::newRow("0") << 0.0 << QByteArray();
        QTest::newRow("NaN") << none << QByteArray();
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << QByteArray();
        QTest::newRow("largest") << std::numeric_limits<double>::max() << QByteArray();
    }
    void julianDates()
    {
        QFETCH(double, jd);
        QFETCH(QByteArray, iso);
        QCOMPARE(UtcTime::fromJd(jd).iso(), iso.toStdString());
    }

    // A double near 2.46e6 has 40 us: ZTF's seven decimals (9 ms) are exact.
    void julianDatesKeepTheirDigits()
    {
        QVERIFY(std::abs(UtcTime::fromJd(2'459'123.7654321).us - UtcTime::fromIso("2020-10-01T06:22:13.333440Z").us) < 50);
    }

    void mjd()
    {
        QCOMPARE(UtcTime::fromIso("1858-11-17T12:00:00Z").mjd(), 0.5);
        QCOMPARE(UtcTime::fromIso("1858-11-16T12:00:00Z").mjd(), -0.5);
        QCOMPARE(UtcTime::fromIso("2000-01-01T12:00:00Z").mjd(), 51'544.5);
        QVERIFY(std::isnan(UtcTime{}.mjd()));
    }

    void limitsHaveNoText()
    {
        QVERIFY(!UtcTime{}.isValid());
        QVERIFY(UtcTime{}.iso().empty());
        QVERIFY(UtcTime::fromUs(std::numeric_limits<int64_t>::max()).iso().empty());
        QVERIFY(UtcTime::fromUs(std::numeric_limits<int64_t>::min() + 1).iso().empty());
        QCOMPARE(UtcTime::fromMs(-1).iso(), std::string("1969-12-31T23:59:59.999000Z"));
        QVERIFY(UtcTime::now().us > UtcTime::fromIso("2024-01-01").us);
    }
};

QTEST_GUILESS_MAIN(TestUtcTime)
#include "tst_utctime.moc"
