// SPDX-License-Identifier: GPL-3.0-or-later
// GCN's classic notices, VOEvents and circulars: every fact, and whatever is broken or hostile.
#include "core/decoders/decoder.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace tocsin;

namespace {

QByteArray fixture(const char *name)
{
    QFile file(QStringLiteral(TOCSIN_TEST_DATA "/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

decoders::Decoded decode(const QByteArray &bytes, bool fields = false)
{
    return decoders::decode({.value = {bytes.constData(), static_cast<size_t>(bytes.size())}, .key = {}, .headers = {}, .topic = {}}, {.fields = fields});
}

std::string iso(const UtcTime &time)
{
    return time.iso();
}

using Words = std::array<int32_t, 40>;

QByteArray packet(const Words &words)
{
    QByteArray bytes;
    for (const int32_t word : words) {
        for (int shift = 24; shift >= 0; shift -= 8)
            bytes += static_cast<char>(static_cast<uint32_t>(word) >> shift & 0xff);
    }
    return bytes;
}

Words batPosition()
{
    Words words{};
    words[0] = 61;
    words[1] = 7;
    words[4] = 1'700'001 | 1 << 24; // segment 1
    words[5] = 21'103;
    words[6] = 1'836'789;
    words[7] = 123'450;
    words[8] = -456'780;
    words[11] = 500;
    words[39] = '\n';
    return words;
}

QByteArray voEvent(const QByteArray &what, const QByteArray &where = {}, const QByteArray &prolog = {})
{
    return prolog + "<VOEvent ivorn='ivo://example.org/x#1' role='observation' version='2.0'><What>" + what + "</What>" + where + "</VOEvent>";
}

QByteArray placed(const QByteArray &position)
{
    return "<WhereWhen><ObsDataLocation><ObservationLocation><AstroCoords coord_system_id=\"UTC-FK5-GEO\"><Time><TimeInstant><ISOTime>2026-03-04T05:06:07"
           "</ISOTime></TimeInstant></Time>"
        + position + "</AstroCoords></ObservationLocation></ObsDataLocation></WhereWhen>";
}

QByteArray position(const QByteArray &c1, const QByteArray &c2, const QByteArray &radius)
{
    return placed("<Position2D unit=\"deg\"><Value2><C1>" + c1 + "</C1><C2>" + c2 + "</C2></Value2><Error2Radius>" + radius + "</Error2Radius></Position2D>");
}

// Either rows or an error, and every tree can be written.
void endsWell(const QByteArray &bytes)
{
    const decoders::Decoded decoded = decode(bytes, true);
    QVERIFY(decoded.heartbeat || decoded.error.empty() != decoded.alerts.empty());
    for (const auto &alert : decoded.alerts) {
        QVERIFY(alert->ra.has() == alert->dec.has());
        QVERIFY(!alert->ra.has() || (alert->ra.value >= 0 && alert->ra.value < 360 && std::abs(alert->dec.value) <= 90));
        QVERIFY(!alert->score.has());
    }
    for (const decoders::FieldTree &tree : decoded.trees)
        QVERIFY(!tree.dump(-1, ' ', false, decoders::FieldTree::error_handler_t::strict).empty());
}

} // namespace

class TestGcn final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // --- text ---
    void everySectionOfATextIsARow()
    {
        const decoders::Decoded decoded = decode(fixture("gcn_text_two.txt"), true);
        QCOMPARE(decoded.error, std::string());
        QCOMPARE(decoded.alerts.size(), size_t{2});
        const Alert &bat = *decoded.alerts[0];
        QCOMPARE(bat.format, Text("gcn-classic-text"));
        QCOMPARE(bat.id, Text("1700001"));
        QVERIFY(bat.name.empty());
        QCOMPARE(bat.ra.value, 12.345);
        QCOMPARE(bat.dec.value, -45.678);
        QCOMPARE(bat.errorRadius.value, 0.05);
        QVERIFY(!bat.errorContainment.has());
        QCOMPARE(bat.errorSystematic, std::optional(false));
        QCOMPARE(iso(bat.timestamp), std::string("2026-03-04T05:06:07.890000Z"));
        QCOMPARE(bat.timePrecision.value, 0.01);
        QCOMPARE(iso(bat.issued), std::string("2026-03-04T05:06:40.000000Z"));
        QCOMPARE(bat.event, Text("swift:1700001"));
        QCOMPARE(bat.mission + '/' + bat.instruments + '/' + bat.messenger, Text("Swift/BAT/gamma"));
        QVERIFY(bat.retraction);
        QCOMPARE(bat.alertType, Text("retraction"));
        const Alert &xrt = *decoded.alerts[1];
        QVERIFY(!xrt.retraction);
        QCOMPARE(xrt.timeKind, Text("exposure-start"));
        QCOMPARE(xrt.errorRadius.value, 4.5 / 3600);
        QCOMPARE(xrt.errorContainment.value, 0.9);
        QCOMPARE(xrt.errorSystematic, std::optional(true));
        QCOMPARE(xrt.flux.value, 1.5e-10);
        QCOMPARE(xrt.fluxUnit, Text("erg/cm2/sec"));
        QCOMPARE(xrt.event, bat.event);
        QCOMPARE(decoded.trees[0]["COMMENTS"].size(), size_t{2});
        QVERIFY(decoded.trees[0]["NOTICE_TYPE"] == "Swift-BAT GRB Position");
        QVERIFY(decoded.trees[0]["numbers"]["RATE_SIGNIF"] == 12.34);
    }

    void neutrinosAreNamedByRunAndEvent()
    {
        const decoders::Decoded decoded = decode(fixture("gcn_text_track.txt"));
        QCOMPARE(decoded.alerts.size(), size_t{1});
        const Alert &alert = *decoded.alerts[0];
        QCOMPARE(alert.id, Text("150001_7654321"));
        QCOMPARE(alert.errorRadius.value, 0.5);
        QCOMPARE(alert.errorContainment.value, 0.9);
        QCOMPARE(alert.far.value, 0.5 / (365.25 * 86'400));
        QCOMPARE(alert.revision, Text("1"));
        QCOMPARE(alert.alertType, Text("update"));
        QCOMPARE(alert.messenger, Text("neutrino"));
        QCOMPARE(iso(alert.timestamp), std::string("2026-03-04T05:06:07.250000Z"));
        QVERIFY(!alert.score.has());
    }

    void keysOfOtherMissions()
    {
        const QByteArray head = "TITLE: GCN/X NOTICE\nNOTICE_DATE: Sun 03 Apr 98 07:10:15 UT\n";
        const auto one = [&](const QByteArray &lines) {
            const decoders::Decoded decoded = decode(head + lines);
            return decoded.alerts.size() == 1 ? *decoded.alerts.front() : Alert{};
        };
        Alert alert = one("NOTICE_TYPE: LVC Retraction\nTRIGGER_NUM: MS260304ab\nTRIGGER_DATE: 21103 TJD; 63 DOY; 2026/03/04\n"
                          "TRIGGER_TIME: 0.500000 SOD {00:00:00.500000} UT\nFAR: 1e-9 [Hz]\nGROUP_TYPE: 1 = CBC\nPROB_BNS: 0.90 [range is 0.0-1.0]\n"
                          "PROB_TERRES: 0.10 [range is 0.0-1.0]\nPROB_NS: 1.00 [range is 0.0-1.0]\nEVENTPAGE_URL: https://example.org/view/\n"
                          "COMMENTS: LIGO-Hanford Observatory contributed to this candidate event.\n"
                          "COMMENTS: VIRGO Observatory contributed to this candidate event.\n");
        QCOMPARE(alert.name, Text("MS260304ab"));
        QVERIFY(alert.test && alert.retraction);
        QCOMPARE(alert.timeKind, Text("merger"));
        QCOMPARE(iso(alert.issued), std::string("1998-04-03T07:10:15.000000Z"));
        QCOMPARE(alert.far.value, 1e-9);
        QCOMPARE(alert.group, Text("CBC"));
        QCOMPARE(alert.classification, Text("BNS"));
        QCOMPARE(alert.hasNs.value, 1.0);
        QCOMPARE(alert.instruments, Text("H1,V1"));
        QCOMPARE(alert.url, Text("https://example.org/view/"));
        alert = one("NOTICE_TYPE: MAXI Known Source\nSRC_ID_NUM: 1234567890\nSRC_RA: 10.5d {+00h 42m 00s} (J2000)\nSRC_DEC: -1.5d {-01d 30' 00\"} (J2000)\n"
                    "SRC_ERROR: 0.20 [deg radius, statistical plus systematic]\nSRC_FLUX: 95.0 [mCrab]\nSRC_DATE: 21103 TJD;\nSRC_TIME: 60 SOD\n"
                    "SOURCE_NAME:  AT Mic \n");
        QCOMPARE(alert.id, Text("1234567890"));
        QCOMPARE(alert.name, Text("AT Mic"));
        QCOMPARE(alert.errorRadius.value, 0.2);
        QCOMPARE(iso(alert.timestamp), std::string("2026-03-04T00:01:00.000000Z"));
        QCOMPARE(alert.timePrecision.value, 1.0);
        QCOMPARE(alert.fluxUnit, Text("mCrab"));
        alert = one("NOTICE_TYPE: Other\nCNTRPART_RA: 299.5d {} (J2000),\nCNTRPART_DEC: +40.5d {} (J2000),\nCNTRPART_ERROR: 7.2 [arcsec, radius]\n"
                    "EVENT_TRIG_NUM: S190426\nEVENT_DATE: 18599 TJD;\nEVENT_TIME: 1.00 SOD\nOBS_DATE: 18600 TJD;\nOBS_TIME: 2.0 SOD\nTELESCOPE: Swift-XRT\n"
                    "INTENSITY: 1.00e-11 +/- 2.00e-12 [erg/cm2/sec]\n");
        QCOMPARE(alert.id, Text("S190426"));
        QCOMPARE(iso(alert.timestamp), std::string("2019-04-27T00:00:02.000000Z"));
        QCOMPARE(alert.instruments, Text("XRT"));
        QCOMPARE(alert.fluxError.value, 2e-12);
        QCOMPARE(alert.errorRadius.value, 0.002);
        alert = one("NOTICE_TYPE: SWIFT Pointing Direction\nNEXT_POINT_RA: 48.5d {} (J2000)\nNEXT_POINT_DEC: -30.5d {} (J2000)\nSLEW_DATE: 21103 TJD;\n"
                    "SLEW_TIME: 60.00 SOD {00:01:00.00} UT\nTGT_NAME: A Target \nTGT_NUM: 97530,   Seg_Num: 4\n");
        QCOMPARE(alert.id + '/' + alert.name + '/' + alert.positionKind, Text("97530/A Target/pointing"));
        alert = one("NOTICE_TYPE: ICECUBE Cascade\nRUN_NUM: 1\nEVENT_NUM: 2\nSRC_RA: 10.5d {} (J2000)\nSRC_DEC: -1.5d {} (J2000)\n"
                    "SRC_ERROR: 13.28 [deg radius, stat+systematic, 90% containment]\nDISCOVERY_DATE: 26/03/04\nDISCOVERY_TIME: 03:15:22.4567 UT\nREVISION: 0\n");
        QCOMPARE(iso(alert.timestamp), std::string("2026-03-04T03:15:22.456700Z"));
        QCOMPARE(alert.errorSystematic, std::optional(true));
        QCOMPARE(alert.alertType, Text("initial"));
        alert = one("NOTICE_TYPE: TEST COINCIDENCE\nTRIGGER_NUM: 131\nEVENT_RA: 0.00d {} (J2000)\nEVENT_DEC: 0.00d {} (J2000)\n"
                    "EVENT_ERROR: 360.0 [deg radius, statistical plus systematic]\n");
        QVERIFY(alert.test && !alert.hasPosition() && !alert.errorRadius.has());
        QCOMPARE(iso(alert.timestamp), iso(alert.issued)); // nothing else is dated
    }

    void keysOfRareNotices()
    {
        const auto one = [](const QByteArray &lines) {
            const decoders::Decoded decoded = decode("TITLE: GCN/X NOTICE\nNOTICE_DATE: Wed 04 Mar 26 07:10:15 UT\n" + lines);
            return decoded.alerts.size() == 1 ? *decoded.alerts.front() : Alert{};
        };
        // Fermi-LAT's monitor has keys without the word before them.
        Alert alert = one("NOTICE_TYPE: Fermi-LAT Monitor\nSOURCE_OBJ: Somebody_86400.png\nREF_NUM: 1700000001\nRA: 330.5d {} (J2000),\n 331.0d {} (current)\n"
                          "DEC: +42.25d {} (J2000)\nCURR_FLUX: 1.70e-06 +- 6.50e-08 [ph/cm2/sec]\nOUTBURST_DATE: 21102 TJD;\nOUTBURST_TIME: 43200.00 SOD {12:00:00.00} UT\n");
        QCOMPARE(alert.id + '/' + alert.name, Text("1700000001/Somebody"));
        QCOMPARE(alert.ra.value, 330.5);
        QCOMPARE(alert.dec.value, 42.25);
        QCOMPARE(iso(alert.timestamp), std::string("2026-03-03T12:00:00.000000Z"));
        QCOMPARE(alert.flux.value, 1.7e-6);
        QCOMPARE(alert.fluxError.value, 6.5e-8);
        QCOMPARE(alert.fluxUnit, Text("ph/cm2/sec"));
        alert = one("NOTICE_TYPE: Fermi-GBM SubThreshold\nTRANS_NUM: 737000001\nTRANS_DATE: 21103 TJD;\nTRANS_TIME: 60.00 SOD {00:01:00.00} UT\n");
        QCOMPARE(alert.event, Text("fermi:737000001"));
        alert = one("NOTICE_TYPE: INTEGRAL Pointing Dir\nNEXT_POINT_RA: 48.5d {} (J2000)\nNEXT_POINT_DEC: -30.5d {} (J2000)\nTEST_MPOS: Test\n");
        QVERIFY(alert.test && !alert.retraction);
        alert = one("NOTICE_TYPE: Fermi-GBM Final Position\nTRIGGER_NUM: 737000002\nCOMMENTS: This is definitely NOT a GRB.\n");
        QVERIFY(alert.retraction && !alert.test);
        alert = one("NOTICE_TYPE: Swift-UVOT Position\nTRIGGER_NUM: 1700001\nGRB_MAG: 17.84 +/- 0.10 [mag]\nFILTER: 10, White\n");
        QCOMPARE(alert.mag.value, 17.84);
        QCOMPARE(alert.magError.value, 0.1);
        QCOMPARE(alert.band, Text("swift-White"));
        // The day of a superevent: what belongs to it, and no name.
        alert = one("NOTICE_TYPE: Other\nEVENT_TRIG_NUM: S260304\nTELESCOPE: Swift-XRT\n");
        QCOMPARE(alert.event, Text("S260304"));
        QVERIFY(alert.name.empty());
    }

    void brokenPositionsAreNone_data()
    {
        QTest::addColumn<QByteArray>("ra");
        QTest::addColumn<QByteArray>("dec");
        QTest::newRow("nan") << QByteArray("nand {nanh} (J2000)") << QByteArray("nand {nanh} (J2000)");
        QTest::newRow("cut") << QByteArray("12.345d {} (J2000)") << QByteArray("+69.0");
        QTest::newRow("missing") << QByteArray("12.345d {} (J2000)") << QByteArray("");
        QTest::newRow("beyond") << QByteArray("800.0d {} (J2000)") << QByteArray("-95.0d {} (J2000)");
        QTest::newRow("only current") << QByteArray("12.345d {} (current)") << QByteArray("1.0d {} (current)");
        QTest::newRow("infinite") << QByteArray("1e999d {} (J2000)") << QByteArray("infd {} (J2000)");
    }
    void brokenPositionsAreNone()
    {
        QFETCH(QByteArray, ra);
        QFETCH(QByteArray, dec);
        const decoders::Decoded decoded = decode("TITLE: GCN/X NOTICE\nNOTICE_TYPE: Swift-BAT GRB Position\nTRIGGER_NUM: 5\nGRB_RA: " + ra + "\nGRB_DEC: " + dec
                                                 + "\nGRB_DATE: 99999999 TJD; 1 DOY\nGRB_TIME: 5.00 SOD {00:00:05.00} UT\n");
        QCOMPARE(decoded.alerts.size(), size_t{1});
        const Alert &alert = *decoded.alerts.front();
        QVERIFY(!alert.ra.has() && !alert.dec.has());
        QVERIFY(!alert.timestamp.isValid());
        QVERIFY(alert.problems.size() >= 2);
        QCOMPARE(alert.id, Text("5"));
    }

    void lineEndsAndLatin1()
    {
        const QByteArray text = fixture("gcn_text_track.txt");
        for (const QByteArray &ends : {QByteArray("\r\n"), QByteArray("\r")}) {
            const decoders::Decoded decoded = decode(QByteArray(text).replace("\n", ends));
            QCOMPARE(decoded.alerts.size(), size_t{1});
            QCOMPARE(decoded.alerts[0]->id, Text("150001_7654321"));
            QCOMPARE(decoded.alerts[0]->ra.value, 201.25);
        }
        const decoders::Decoded decoded = decode(QByteArray(text).replace("An invented", "\xc4n \x80 invented"), true);
        QCOMPARE(decoded.alerts.size(), size_t{1});
        QVERIFY(decoded.trees[0]["COMMENTS"] == "\xc3\x84n \xef\xbf\xbd invented notice.");
        QCOMPARE(decoded.alerts[0]->problems.size(), size_t{1});
    }

    void floodsOfLinesAreCut()
    {
        const QByteArray head = "TITLE: GCN/X NOTICE\nNOTICE_TYPE: X\nTRIGGER_NUM: 5\n";
        QByteArray lines;
        for (int i = 0; i < 300'000; ++i)
            lines += "K" + QByteArray::number(i) + ": 1\n";
        QElapsedTimer timer;
        timer.start();
        const decoders::Decoded keys = decode(head + lines);
        QCOMPARE(keys.alerts.size(), size_t{1});
        QCOMPARE(keys.alerts[0]->id, Text("5"));
        QVERIFY(!keys.alerts[0]->problems.empty());
        const decoders::Decoded comments = decode(head + QByteArray("COMMENTS: x\n").repeated(1'000'000));
        QCOMPARE(comments.alerts.size(), size_t{1});
        const decoders::Decoded notices = decode(head.repeated(20'000));
        QVERIFY(!notices.error.empty());
        const decoders::Decoded line = decode(head + "COMMENTS: " + QByteArray(20 << 20, 'x'));
        QCOMPARE(line.alerts.size(), size_t{1});
        QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
    }

    // --- binary ---
    void wordsOfABinaryNotice()
    {
        const decoders::Decoded decoded = decode(packet(batPosition()), true);
        QCOMPARE(decoded.error, std::string());
        const Alert &alert = *decoded.alerts.at(0);
        QCOMPARE(alert.format, Text("gcn-classic-binary"));
        QCOMPARE(alert.id, Text("1700001"));
        QCOMPARE(alert.event, Text("swift:1700001"));
        QCOMPARE(alert.ra.value, 12.345);
        QCOMPARE(alert.dec.value, -45.678);
        QCOMPARE(alert.errorRadius.value, 0.05);
        QCOMPARE(iso(alert.timestamp), std::string("2026-03-04T05:06:07.890000Z"));
        QCOMPARE(alert.alertTypeRaw, Text("SWIFT_BAT_GRB_POS_ACK"));
        QVERIFY(!alert.test && !alert.retraction);
        QVERIFY(decoded.trees[0]["packet_type"] == 61);
        QCOMPARE(decoded.trees[0]["words"].size(), size_t{40});
    }

    void binaryTypesDiffer()
    {
        const auto one = [](const Words &words) {
            const decoders::Decoded decoded = decode(packet(words));
            return decoded.alerts.size() == 1 ? *decoded.alerts.front() : Alert{};
        };
        Words words = batPosition();
        words[18] = 1 << 5 | 1 << 30;
        Alert alert = one(words);
        QVERIFY(alert.test && alert.retraction);
        words = batPosition();
        words[0] = 82;
        QVERIFY(one(words).test);
        words[0] = 110; // an alert has no position, and no line end
        words[39] = 0;
        alert = one(words);
        QVERIFY(!alert.hasPosition());
        QCOMPARE(alert.alertType, Text("initial"));
        words = batPosition();
        words[0] = 53;
        words[11] = 180;
        words[12] = std::numeric_limits<int32_t>::min();
        alert = one(words);
        QCOMPARE(alert.errorRadius.value, 0.05); // seconds of arc
        QVERIFY(alert.test);
        words = batPosition();
        words[0] = 83;
        words[22] = 0x20544756; // "VGT ", turned round
        words[23] = 0x00002031; // "1 "
        alert = one(words);
        QCOMPARE(alert.name + '/' + alert.positionKind, Text("VGT 1/pointing"));
        words = batPosition();
        words[0] = 2; // hundredths of a degree
        words[7] = 12'345;
        words[8] = -4'567;
        alert = one(words);
        QCOMPARE(alert.ra.value, 123.45);
        QVERIFY(alert.test && !alert.problems.empty());
        words = batPosition();
        words[0] = 188; // GECAM counts ten-thousandths of a second
        words[6] = 468'825'504;
        alert = one(words);
        QCOMPARE(iso(alert.timestamp), std::string("2026-03-04T13:01:22.550400Z"));
        QCOMPARE(alert.timePrecision.value, 1e-4);
        words = batPosition();
        words[0] = 129; // a direction, whose attitude fills the words of flags
        words[18] = 1 << 5;
        QVERIFY(!one(words).retraction);
        words[0] = 69; // an image, whose counts do
        QVERIFY(!one(words).retraction);
        words = batPosition();
        words[4] = -1; // no number
        words[0] = 31;
        alert = one(words);
        QVERIFY(alert.id.empty() && alert.event.empty());
        words = batPosition();
        words[0] = 45; // of whoever saw it
        QCOMPARE(one(words).event, Text(std::to_string(1'700'001 | 1 << 24)));
        words = batPosition();
        words[7] = words[8] = 0;
        QVERIFY(!one(words).hasPosition());
        words[0] = 3;
        QVERIFY(decode(packet(words)).heartbeat);
    }

    void whatIsNoPacketIsRefused()
    {
        QVERIFY(!decode(packet(batPosition()).chopped(1)).error.empty());
        QVERIFY(!decode(packet(batPosition()) + 'x').error.empty());
        QVERIFY(!decode(QByteArray(160, '\0')).error.empty());
        Words words = batPosition();
        words[0] = 777; // a type to come
        QCOMPARE(decode(packet(words)).alerts.at(0)->id, Text(std::to_string(1'700'001 | 1 << 24)));
        words[5] = 5;
        QVERIFY(!decode(packet(words)).error.empty());
    }

    // --- VOEvent ---
    void everyFactOfAVoEvent()
    {
        const decoders::Decoded decoded = decode(fixture("gcn_voevent.xml"), true);
        QCOMPARE(decoded.error, std::string());
        const Alert &alert = *decoded.alerts.at(0);
        QCOMPARE(alert.format, Text("voevent 2.0"));
        QCOMPARE(alert.id, Text("ivo://nasa.gsfc.gcn/SWIFT#UVOT_Pos_1700001-007"));
        QCOMPARE(alert.name, Text("GRB 260304A"));
        QCOMPARE(alert.ra.value, 12.3503); // not the observatory's, and Name1 is the declination
        QCOMPARE(alert.dec.value, -45.6802);
        QCOMPARE(alert.errorRadius.value, 0.0002);
        QCOMPARE(alert.errorContainment.value, 0.9);
        QCOMPARE(alert.errorSystematic, std::optional(false));
        QCOMPARE(iso(alert.timestamp), std::string("2026-03-04T05:06:07.890000Z"));
        QCOMPARE(iso(alert.issued), std::string("2026-03-04T05:20:00.000000Z"));
        QCOMPARE(alert.mag.value, 18.75);
        QCOMPARE(alert.magError.value, 0.12);
        QVERIFY(alert.test);
        QCOMPARE(alert.event, Text("swift:1700001"));
        QCOMPARE(alert.url, Text("https://example.org/map.fits"));
        QCOMPARE(alert.alertTypeRaw, Text("SWIFT_UVOT_POS"));
        // The same tree as JSON gives the same row.
        const std::string json = decoded.trees[0].dump();
        const decoders::Decoded again = decode(QByteArray::fromStdString(json));
        QCOMPARE(again.error, std::string());
        QCOMPARE(again.alerts.at(0)->id, alert.id);
        QCOMPARE(again.alerts[0]->ra.value, alert.ra.value);
        QCOMPARE(again.alerts[0]->mag.value, alert.mag.value);
        QCOMPARE(again.alerts[0]->timestamp, alert.timestamp);
        QVERIFY(decoded.trees[0]["Citations"]["EventIVORN"]["#text"] == "ivo://nasa.gsfc.gcn/SWIFT#BAT_GRB_Pos_1700001-001");
    }

    void stagesAndClassesOfSuperevents()
    {
        const decoders::Decoded decoded = decode(voEvent(
            "<Param name='Packet_Type' value='163'/><Param name='GraceID' value='S260304ab'/><Param name='AlertType' value='EarlyWarning'/>"
               "<Param name='FAR' value='1e-10' unit='Hz'/><Param name='Significant' value='1'/><Param name='Instruments' value='H1,L1'/>"
               "<Param name='EventPage' value='https://example.org/S260304ab'/><Param name='Pkt_Ser_Num' value='2'/><Param name='internal' value='1'/>"
               "<Group name='Classification'><Param name='BNS' value='0.9'/><Param name='Terrestrial' value='0.1'/></Group>"
               "<Group name='Properties'><Param name='HasNS' value='1.0'/></Group>",
            position("0", "0", "0")));
        const Alert &alert = *decoded.alerts.at(0);
        QCOMPARE(alert.name + '/' + alert.event, Text("S260304ab/S260304ab"));
        QCOMPARE(alert.alertType, Text("early-warning"));
        QCOMPARE(alert.far.value, 1e-10);
        QCOMPARE(alert.significant, std::optional(true));
        QCOMPARE(alert.instruments, Text("H1,L1"));
        QCOMPARE(alert.classification, Text("BNS"));
        QCOMPARE(alert.classificationScore.value, 0.9);
        QCOMPARE(alert.pTerrestrial.value, 0.1);
        QCOMPARE(alert.hasNs.value, 1.0);
        QCOMPARE(alert.access, Text("restricted"));
        QVERIFY(!alert.hasPosition()); // 0, 0 with a radius of 0
        const decoders::Decoded retracted = decode("<VOEvent ivorn='ivo://x/y#2'><Citations><EventIVORN cite='retraction'>ivo://x/y#1</EventIVORN></Citations></VOEvent>");
        QVERIFY(retracted.alerts.at(0)->retraction);
        QCOMPARE(retracted.alerts[0]->event, Text("ivo://x/y#1"));
    }

    void sendersAndStagesWithoutANumber()
    {
        const decoders::Decoded decoded = decode("<VOEvent ivorn='ivo://org.svom/fsc#sb26030401_mxt-update' version='2.0'><What><Param name='Packet_Type' value='209'/>"
                                                 "<Param name='Instrument' value='MXT'/><Group name='Svom_Identifiers'><Param name='Burst_Id' value='sb26030401'/>"
                                                 "</Group></What></VOEvent>");
        const Alert &alert = *decoded.alerts.at(0);
        QCOMPARE(alert.mission + '/' + alert.instruments + '/' + alert.messenger, Text("SVOM/MXT/x-ray"));
        QCOMPARE(alert.event, Text("svom:sb26030401"));
        QCOMPARE(alert.alertType, Text("update"));
        QVERIFY(alert.name.empty() && !alert.timestamp.isValid());
    }

    void whatAVoEventBelongsTo()
    {
        const auto one = [](const QByteArray &what, const QByteArray &rest = {}) { return *decode(voEvent(what, rest)).alerts.at(0); };
        QCOMPARE(one("<Param name='GraceID' value='G298001'/>").event, Text("G298001")); // before there were superevents
        Alert alert = one("<Param name='Event_ID' value='MS260304ab'/><Group name='Status'><Param name='Event_status' value='Initial'/></Group>");
        QCOMPARE(alert.event, Text("MS260304ab")); // who follows it up
        QCOMPARE(alert.alertType, Text("initial"));
        QVERIFY(alert.test);
        QCOMPARE(one("<Param name='Trans_Num' value='578000001'/>").event, Text("578000001"));
        QVERIFY(one({}, "<Why><Inference><Name>(null)</Name></Inference></Why>").name.empty());
        alert = one("<Param name='Packet_Type' value='83'/>", position("10", "20", "0"));
        QCOMPARE(alert.positionKind + '/' + alert.timeKind, Text("pointing/exposure-start"));
        alert = one("<Param name='Packet_Type' value='999'/><Param name='Coords_String' value='pointing_direction'/>", position("10", "20", "0"));
        QCOMPARE(alert.positionKind, Text("pointing"));
        alert = one("<Group name='Detection_Info'><Param name='Mean_Flux' value='0.07' unit='erg.cm^-2.s^-1' ucd='phot.flux'/>"
                    "<Param name='Flux_Error' value='0.02' unit='erg.cm^-2.s^-1' ucd='phot.flux'/></Group>");
        QCOMPARE(alert.flux.value, 0.07);
        QCOMPARE(alert.fluxError.value, 0.02);
        QCOMPARE(one("<Param name='Most_Likely_Index' value='19'/><Param name='Most_Likely_Prob' value='97'/>").classification, Text("TGF"));
        alert = *decode("<voe:VOEvent xsi:schemaLocation='a b' xmlns:voe='c' ivorn='ivo://HESS/GRB#1' role='observation' version='2.0'/>").alerts.at(0); // xsi: of nobody
        QCOMPARE(alert.id, Text("ivo://HESS/GRB#1"));
        QCOMPARE(alert.mission + '/' + alert.messenger, Text("H.E.S.S./gamma"));
    }

    void voEventPositions_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<bool>("has");
        QTest::newRow("plain") << position("10", "20", "1") << true;
        QTest::newRow("zero RA") << position("0", "4.3526", "0") << true;
        QTest::newRow("placeholder") << position("0.0", "0.0", "360") << false;
        QTest::newRow("comma") << position("45,5", "20", "1") << false;
        QTest::newRow("empty") << position("", "", "") << false;
        QTest::newRow("nan") << position("NaN", "nan", "1") << false;
        QTest::newRow("beyond") << position("800", "-95", "1") << false;
        QTest::newRow("no radius") << placed("<Position2D><Value2><C1>10</C1><C2>20</C2></Value2></Position2D>") << true;
        QTest::newRow("radians") << placed("<Position2D unit=\"rad\"><Value2><C1>1</C1><C2>1</C2></Value2></Position2D>") << false;
        QTest::newRow("of the observatory")
            << QByteArray("<WhereWhen><ObsDataLocation><ObservatoryLocation><AstroCoords><Position2D unit=\"deg\"><Value2><C1>10</C1><C2>20</C2></Value2>"
                          "</Position2D></AstroCoords></ObservatoryLocation></ObsDataLocation></WhereWhen>")
            << false;
    }
    void voEventPositions()
    {
        QFETCH(QByteArray, xml);
        QFETCH(bool, has);
        const decoders::Decoded decoded = decode(voEvent({}, xml));
        QCOMPARE(decoded.alerts.size(), size_t{1});
        QCOMPARE(decoded.alerts[0]->hasPosition(), has);
        QCOMPARE(decoded.alerts[0]->ra.has(), has);
    }

    void magnitudesAreMagnitudes()
    {
        const auto mag = [](const QByteArray &params) { return decode(voEvent(params)).alerts.at(0)->mag; };
        QCOMPARE(mag("<Param name='mag_limit' value='18' unit='mag' ucd='phot.mag'/><Param name='mag' value='17.5' unit='mag' ucd='phot.mag'/>").value, 17.5);
        QVERIFY(!mag("<Param name='dm' value='33' unit='mag' ucd='phot.mag.distMod'/>").has());
        QVERIFY(!mag("<Param name='mag error' value='0.1' unit='mag' ucd='phot.mag;stat.error'/>").has());
        QVERIFY(!mag("<Param name='mag' value='1979' unit='mag' ucd='phot.mag'/>").has());
        QCOMPARE(mag("<Param name='mag' unit='mag' ucd='phot.mag'><Value>16.25</Value></Param>").value, 16.25);
    }

    void messagesOfTheLine()
    {
        QVERIFY(decode(voEvent("<Param name='Packet_Type' value='3'/>")).heartbeat);
        QVERIFY(decode("<trn:Transport xmlns:trn='http://telescope-networks.org/schema/Transport/v1.1' role='iamalive' version='1.0'><Origin>x</Origin></trn:Transport>").heartbeat);
        const decoders::Decoded kill = decode(voEvent("<Param name='Packet_Type' value='4'/>"));
        QCOMPARE(kill.alerts.at(0)->message, Text("other"));
        QVERIFY(!decode("<html><body>Not found</body></html>").error.empty());
    }

    // FAULT-67
    void hostileXmlIsRefused_data()
    {
        QTest::addColumn<QByteArray>("xml");
        const QByteArray plain = voEvent("<Description>&e;</Description>");
        QTest::newRow("external DTD") << QByteArray("<!DOCTYPE VOEvent SYSTEM \"http://127.0.0.1:1/x.dtd\">") + voEvent({});
        QTest::newRow("external entity") << QByteArray("<!DOCTYPE v [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>") + plain;
        QTest::newRow("undeclared entity") << plain;
        QTest::newRow("DTD behind a comment") << QByteArray("<!-- > --><?x ?> <!DOCTYPE v [<!ENTITY e 'x'>]>") + plain;
        QByteArray laughs = "<!DOCTYPE v [<!ENTITY e0 'ha'>";
        for (int i = 1; i < 30; ++i)
            laughs += "<!ENTITY e" + QByteArray::number(i) + " '" + QByteArray("&e" + QByteArray::number(i - 1) + ";").repeated(10) + "'>";
        QTest::newRow("billion laughs") << laughs + "]>" + voEvent("<Description>&e29;</Description>");
        QTest::newRow("quadratic entity") << QByteArray("<!DOCTYPE v [<!ENTITY e '") + QByteArray(100'000, 'x') + "'>]>" + voEvent(QByteArray("&e;").repeated(10'000));
        QTest::newRow("deep") << voEvent(QByteArray("<a>").repeated(200'000));
        QTest::newRow("deep and closed") << voEvent(QByteArray("<a>").repeated(1'000) + QByteArray("</a>").repeated(1'000));
        QByteArray attributes;
        for (int i = 0; i < 20'000; ++i)
            attributes += " a" + QByteArray::number(i) + "=''";
        QTest::newRow("many attributes") << voEvent("<x" + attributes + "/>");
        QTest::newRow("long tag") << voEvent("<x a='" + QByteArray(100'000, 'y') + "'/>");
        QTest::newRow("large") << voEvent("<Description>" + QByteArray(5 << 20, 'y') + "</Description>");
        QTest::newRow("two roots") << voEvent({}) + voEvent({});
        QTest::newRow("mismatched") << QByteArray("<VOEvent ivorn='x'><What></VOEvent></What>");
    }
    void hostileXmlIsRefused()
    {
        QFETCH(QByteArray, xml);
        QElapsedTimer timer;
        timer.start();
        const decoders::Decoded decoded = decode(xml, true);
        QVERIFY(!decoded.error.empty());
        QVERIFY(decoded.alerts.empty());
        QVERIFY(!QByteArray::fromStdString(decoded.error).contains("root:"));
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    }

    void hostileXmlIsBounded()
    {
        QElapsedTimer timer;
        timer.start();
        QByteArray many;
        for (int i = 0; i < 200'000; ++i)
            many += "<e" + QByteArray::number(i) + "/>";
        endsWell(voEvent(many)); // different names
        endsWell(voEvent(QByteArray("<Param/>").repeated(400'000))); // one name
        endsWell(voEvent(QByteArray("<Group>").repeated(50) + QByteArray("</Group>").repeated(50)));
        endsWell(voEvent({}, "<Why>" + QByteArray("<Inference>").repeated(50) + "<Name>x</Name>" + QByteArray("</Inference>").repeated(50) + "</Why>"));
        endsWell(voEvent("<Param name='%n%s%x' value='<![CDATA[<img src=file:///x>]]>'/>"));
        endsWell(voEvent("<Param name='GraceID' value='../../x'/><Param name='FAR' value='1e999'/><Param name='EventPage' value='javascript:x'/>"));
        QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
    }

    // Nobody is asked for anything: a server that waits for the DTD hears nothing, a file that would be included is not seen.
    void hostileXmlOpensNothing()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QByteArray port = QByteArray::number(server.serverPort());
        QTemporaryDir folder;
        QFile secret(folder.filePath(QStringLiteral("secret")));
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write("never-shown");
        secret.close();
        for (const QByteArray &address : {"http://127.0.0.1:" + port + "/x", "file://" + secret.fileName().toUtf8()}) {
            for (const QByteArray &xml : {"<!DOCTYPE v SYSTEM \"" + address + "\">" + voEvent({}),
                                          "<!DOCTYPE v [<!ENTITY e SYSTEM \"" + address + "\">]>" + voEvent("<Description>&e;</Description>"),
                                          "<?xml-stylesheet href=\"" + address + "\"?>" + voEvent({}),
                                          voEvent("<x:include xmlns:x=\"http://www.w3.org/2001/XInclude\" href=\"" + address + "\"/>")}) {
                const decoders::Decoded decoded = decode(xml, true);
                for (const decoders::FieldTree &tree : decoded.trees)
                    QVERIFY(tree.dump().find("never-shown") == std::string::npos);
                QVERIFY(decoded.error.find("never-shown") == std::string::npos);
            }
        }
        QVERIFY(!server.waitForNewConnection(200));
    }

    // --- circulars ---
    void circularsAsText()
    {
        const decoders::Decoded decoded = decode(fixture("gcn_circular.txt"), true);
        QCOMPARE(decoded.error, std::string());
        const Alert &alert = *decoded.alerts.at(0);
        QCOMPARE(alert.id, Text("99001"));
        QVERIFY(alert.name.empty());
        QCOMPARE(alert.message, Text("circular"));
        QCOMPARE(alert.subject, Text("GRB 260304A: an invented observation, told in two lines"));
        QCOMPARE(iso(alert.timestamp), std::string("2026-03-04T07:08:09.000000Z"));
        QCOMPARE(alert.url, Text("https://gcn.nasa.gov/circulars/99001"));
        QVERIFY(decoded.trees[0]["header"]["from"] == "A. Nobody at Nowhere <nobody@example.org>");
        QVERIFY(decoded.trees[0]["body"].get<std::string>().starts_with("NUMBER: of the body"));
        const decoders::Decoded json = decode(QByteArray::fromStdString(decoded.trees[0].dump()));
        QCOMPARE(json.alerts.at(0)->id, alert.id);
        QCOMPARE(json.alerts[0]->timestamp, alert.timestamp);
        QCOMPARE(json.alerts[0]->event, Text("gcn-circular 99001"));
        QVERIFY(decode(fixture("gcn_circular.txt").replace("an invented observation", "Retraction of it")).alerts.at(0)->retraction);
    }

    // --- JSON ---
    void defaultsOfTheSchema()
    {
        const QByteArray head = "{\"$schema\": \"https://gcn.nasa.gov/schema/main/gcn/notices/svom/trigger.schema.json\", \"id\": [\"sb1\"], \"trigger_time\": \"2026-03-04T00:00:00\",";
        const auto one = [&](const QByteArray &rest) { return *decode(head + rest + "}").alerts.at(0); };
        Alert alert = one("\"ra\": 1, \"dec\": 2, \"ra_dec_error\": 0.1");
        QCOMPARE(alert.errorContainment.value, 0.9);
        QCOMPARE(alert.errorSystematic, std::optional(false));
        QCOMPARE(alert.mission, Text("SVOM"));
        QCOMPARE(alert.event, Text("svom:sb1"));
        alert = one("\"ra\": 1, \"dec\": 2, \"ra_dec_error\": [0.3, 0.2, 10], \"containment_probability\": 0.68, \"systematic_included\": true");
        QCOMPARE(alert.errorContainment.value, 0.68);
        QCOMPARE(alert.errorSystematic, std::optional(true));
        QCOMPARE(alert.errorMinor.value, 0.2);
        alert = one("\"ra\": 1, \"dec\": 2");
        QVERIFY(!alert.errorContainment.has() && !alert.errorSystematic);
        alert = one("\"ra\": 0, \"dec\": 0");
        QVERIFY(!alert.hasPosition() && alert.problems.size() == 1); // a place for a number
        alert = one("\"ra\": 1, \"dec\": -95, \"ra_dec_error\": 0.1");
        QVERIFY(!alert.hasPosition() && !alert.errorRadius.has() && !alert.errorContainment.has());
        alert = one("\"ra\": 1, \"dec\": 2, \"ra_dec_error\": 0.1, \"containment_probability\": 90");
        QVERIFY(alert.errorRadius.has() && !alert.errorContainment.has() && alert.problems.size() == 1);
        alert = one("\"mag\": 17.5, \"flux\": 1e-9, \"luminosity_distance\": 40, \"luminosity_distance_error\": [8, 9]");
        QCOMPARE(alert.magSystem + '/' + alert.fluxUnit, Text("AB/erg/cm2/s"));
        QCOMPARE(alert.distanceMpc.value, 40.0);
        QCOMPARE(alert.distanceErrorMpc.value, 8.0);
        QCOMPARE(alert.magKind, Text("apparent"));
        QVERIFY(!alert.test);
        alert = one("\"limiting_mag\": 20.5");
        QCOMPARE(alert.magLimit.value, 20.5);
        alert = one("\"limiting_mag\": 20.5, \"limiting_mag_sigma\": 3");
        QVERIFY(!alert.magLimit.has() && alert.problems.size() == 1);
        alert = one("\"most_probable_direction\": {\"ra\": 17.5, \"dec\": 16.25}, \"ref_ID\": \"S260304ab\"");
        QCOMPARE(alert.ra.value, 17.5);
    }

    void spellingsOfTimesAndNumbers()
    {
        const auto one = [](const QByteArray &time) {
            return *decode("{\"$schema\": \"https://gcn.nasa.gov/schema/main/gcn/notices/x.schema.json\", \"ra\": \"10.5\", \"dec\": \"-20.25\", \"far\": \"1e-8\", \"trigger_time\": \""
                           + time + "\"}")
                        .alerts.at(0);
        };
        for (const char *time : {" 2026-03-04T05:06:07.25Z ", "2026-03-04T05:06:07,25Z", "2026-03-04t05:06:07.25z", "20260304T050607.25Z"})
            QCOMPARE(iso(one(time).timestamp), std::string("2026-03-04T05:06:07.250000Z"));
        Alert alert = one("2026-03-04");
        QCOMPARE(iso(alert.timestamp), std::string("2026-03-04T00:00:00.000000Z"));
        QCOMPARE(alert.timePrecision.value, 86'400.0);
        QCOMPARE(alert.ra.value, 10.5);
        QCOMPARE(alert.dec.value, -20.25);
        QCOMPARE(alert.far.value, 1e-8);
        QVERIFY(alert.problems.empty());
        QCOMPARE(one("20260304").timePrecision.value, 86'400.0);
        QCOMPARE(one("2026-03-04T05:06Z").timePrecision.value, 60.0);
        QCOMPARE(one("2026-03-04T05:06:07Z").timePrecision.value, 1.0);
        QVERIFY(!one("2026030").timestamp.isValid() && !one("").timestamp.isValid() && !one("20260304T0506xx").timestamp.isValid());
    }

    // What the fields were called in earlier schemas, and schemas that are for tests and nothing else.
    void earlierSchemas()
    {
        const auto one = [&](const QByteArray &schema, const QByteArray &rest) {
            return *decode("{\"$schema\": \"https://gcn.nasa.gov/schema/" + schema + ".schema.json\", \"trigger_time\": \"2026-03-04T00:00:00Z\"," + rest + "}").alerts.at(0);
        };
        Alert alert = one("gcn/notices/fermi/lat/Alert", "\"ra\": 1, \"dec\": 2, \"ra_uncertainty\": [0.5], \"datetime_of_notice\": \"2026-03-04T00:00:10Z\"");
        QCOMPARE(alert.format, Text("gcn-notice"));
        QCOMPARE(alert.errorRadius.value, 0.5);
        QCOMPARE(alert.errorContainment.value, 0.9);
        QCOMPARE(iso(alert.issued), std::string("2026-03-04T00:00:10.000000Z"));
        alert = one("v3.0.0/gcn/notices/burstcube/Alert", "\"ra\": 1, \"dec\": 2, \"ra_uncertainty\": [-1, 2], \"dec_uncertainty\": [-1, 2]");
        QCOMPARE(alert.format, Text("gcn-notice v3.0.0"));
        QVERIFY(!alert.errorRadius.has() && !alert.test); // no circle
        QVERIFY(one("main/gcn/notices/icecube/test/gold_bronze", "\"ra\": 1, \"dec\": 2").test);
        QVERIFY(one("main/gcn/notices/burstcube/test", "\"alert_tense\": \"current\"").test);
    }

    void everyTargetOfBoomIsARow()
    {
        const decoders::Decoded decoded = decode(fixture("gcn_boom.json"));
        QCOMPARE(decoded.alerts.size(), size_t{2});
        const Alert &first = *decoded.alerts[0];
        QCOMPARE(first.name, Text("ZTF26aaaaaaa"));
        QCOMPARE(first.ra.value, 10.5);
        QCOMPARE(first.mag.value, 19.25); // the newest detection
        QCOMPARE(first.band, Text("ztf-r"));
        QCOMPARE(iso(first.timestamp), std::string("2026-03-04T01:00:00.000000Z"));
        QCOMPARE(first.classification, Text("Type II"));
        const Alert &second = *decoded.alerts[1];
        QCOMPARE(second.name, Text("ZTF26aaaaaab"));
        QVERIFY(!second.mag.has());
        QCOMPARE(second.errorRadius.value, 0.1);
        QCOMPARE(iso(second.timestamp), std::string("2026-03-04T10:00:00.000000Z"));
    }

    // --- all of them ---
    void everyCutAndFlipEndsWell_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const char *name : {"gcn_text_two.txt", "gcn_text_track.txt", "gcn_voevent.xml", "gcn_circular.txt", "gcn_boom.json"})
            QTest::newRow(name) << fixture(name);
        QTest::newRow("binary") << packet(batPosition());
    }
    void everyCutAndFlipEndsWell()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!bytes.isEmpty());
        for (qsizetype end = 0; end < bytes.size(); ++end)
            endsWell(bytes.first(end));
        uint32_t state = 12'345;
        for (int i = 0; i < 2'000; ++i) {
            QByteArray flipped = bytes;
            for (int j = 0; j < 3; ++j) {
                state = state * 1'664'525 + 1'013'904'223;
                const qsizetype at = static_cast<qsizetype>(state % static_cast<uint32_t>(bytes.size()));
                flipped[at] = static_cast<char>(flipped[at] ^ static_cast<char>(1 << (state >> 28) % 8));
            }
            endsWell(flipped);
        }
    }
};

QTEST_GUILESS_MAIN(TestGcn)
#include "tst_gcn.moc"
