// SPDX-License-Identifier: GPL-3.0-or-later
// Every survey that has a description, by packets that we made: facts of the row, light curve, stamps, and what hostile bytes do.
#include "core/decoders/decoder.h"
#include "tests/core/decoders/avrobuilder.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace tocsin;
using decoders::Decoded;

namespace {

const QString kData = QStringLiteral(TOCSIN_TEST_DATA);

std::string readAll(const char *name)
{
    QFile file(kData + u'/' + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

Decoded decode(std::string_view bytes)
{
    return decoders::decode({.value = bytes}, {.inside = true});
}

bool close(const Number &got, double wanted, double tolerance = 1e-6)
{
    return got.has() && std::abs(got.value - wanted) <= tolerance;
}

} // namespace

class TestSurveys final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("record");
        QTest::addColumn<QByteArray>("facts"); // format|mission|id|name|time|band|score kind|is_negative|solar system|messenger
        const auto row = [](const char *file, int record, const char *facts) {
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(file)).arg(record))) << QByteArray(file) << record << QByteArray(facts);
        };
        row("lsst.avro", 0, "lsst-avro 10.0|LSST|9007199254740993|9007199254740995|2025-11-21T11:59:23.000000Z|lsst-y|reliability|no||optical");
        row("lsst.avro", 1, "lsst-avro 10.0|LSST|9007199254740997|21163624394469970|2025-11-21T11:59:23.000000Z|lsst-y||yes|2031 XY9|optical");
        row("lsst_registry.bin", 0, "lsst-avro 11.0|LSST|4242|1717|2026-06-09T05:59:23.000000Z|lsst-r|reliability|?||optical");
        row("babamul_lsst.avro", 0, "babamul-lsst|LSST|9007199254740993|313888633212043272|2025-11-21T11:59:23.000000Z|lsst-i|reliability|yes||optical");
        row("elasticc.avro", 0, "elasticc 0.9|ELAsTiCC|5551212|1131|2022-01-04T01:12:58.040000Z|lsst-y||?||optical");
        row("atlas.avro", 0, "atlas-avro 0.1|ATLAS|02a60000o0001o_000001|1230000000000000001|2021-11-25T06:00:00.000000Z|atlas-o||yes||optical");
        row("pgir.avro", 0, "pgir-avro 0.1|PGIR|77|PGIR31aaaaa|2021-06-29T06:00:00.000000Z||drb|no||infrared");
        row("winter.avro", 0, "winter-avro 0.1|WINTER|78|WNTR31aaaaa|2024-03-11T18:00:00.000000Z|winter-J||yes||infrared");
        row("turbo.avro", 0, "turbo-avro 0.1|TURBO|8|None.9|2022-10-23T00:00:00.000000Z|||no||optical");
        row("decat.avro", 0, "decat-avro|DECAT|570349|DC31aaaaa|2021-04-15T01:07:30.000000Z|decam-g|real-bogus|?||optical");
        row("decat.avro", 1, "decat-avro|DECAT|2|DC31aaaab|2021-04-15T01:07:30.000000Z|decam-g|real-bogus|?||optical");
        row("ztf_light.avro", 0, "ztf-avro 4.02|ZTF|2982177112815010003|ZTF31aaaaaaa|2025-03-02T00:00:00.000000Z|ztf-r|real-bogus|yes||optical");
        row("ampel.avro", 0, "ampel|LSST|9007199254740993|9007199254740993|2026-05-31T00:00:00.000000Z|||?||optical");
        row("elasticc_class.avro", 0, "elasticc-class|ELAsTiCC|5551212|2262001||||?||");
    }
    void rows()
    {
        QFETCH(QByteArray, file);
        QFETCH(int, record);
        QFETCH(QByteArray, facts);
        const Decoded decoded = decode(readAll(file.constData()));
        QVERIFY2(decoded.error.empty(), decoded.error.c_str());
        QVERIFY(static_cast<size_t>(record) < decoded.alerts.size());
        const Alert &alert = *decoded.alerts[static_cast<size_t>(record)];
        const std::string negative = alert.isNegative ? (*alert.isNegative ? "yes" : "no") : "?";
        QCOMPARE(QByteArray::fromStdString(alert.format + '|' + alert.mission + '|' + alert.id + '|' + alert.name + '|' + alert.timestamp.iso() + '|' + alert.band + '|' + alert.scoreKind + '|'
                                           + negative + '|' + alert.solarSystem + '|' + alert.messenger),
                 facts);
        QVERIFY2(alert.problems.empty(), alert.problems.empty() ? "" : alert.problems.front().c_str());
        QCOMPARE(alert.event, alert.name);
    }

    // nJy give magnitudes where the survey says nJy, and only there; a negative flux has none.
    void fluxes()
    {
        const Decoded lsst = decode(readAll("lsst.avro"));
        const Alert &bright = *lsst.alerts.at(0);
        QVERIFY(close(bright.flux, 3630.78));
        QCOMPARE(bright.fluxUnit, Text("nJy"));
        QVERIFY(close(bright.mag, 22.5, 1e-4));
        QVERIFY(close(bright.magError, 0.01086, 1e-4));
        QCOMPARE(bright.magSystem, Text("AB"));
        QCOMPARE(bright.magKind, Text("difference"));
        QVERIFY(close(bright.score, 0.75));
        QCOMPARE(bright.timeKind, Text("exposure-mid"));
        QCOMPARE(bright.issued.iso(), std::string("2025-11-21T17:59:23.000000Z"));
        QCOMPARE(bright.url, Text("https://lasair.lsst.ac.uk/objects/9007199254740995/"));
        const Alert &faded = *lsst.alerts.at(1);
        QVERIFY(close(faded.flux, -100.5));
        QVERIFY(!faded.mag.has() && faded.url.empty() && !faded.score.has());
        const Alert simulated = *decode(readAll("elasticc.avro")).alerts.at(0);
        QVERIFY(close(simulated.flux, 149.5));
        QVERIFY(!simulated.mag.has() && simulated.fluxUnit.empty() && simulated.magSystem.empty() && !simulated.score.has());
        const Alert atlas = *decode(readAll("atlas.avro")).alerts.at(0);
        QVERIFY(close(atlas.mag, 18.25) && close(atlas.flux, 181.97));
        QCOMPARE(atlas.fluxUnit, Text("uJy"));
        QVERIFY(!atlas.score.has()); // 0 there is none
        QCOMPARE(decode(readAll("pgir.avro")).alerts.at(0)->magSystem, Text("Vega"));
    }

    // Fluxes of DECam's differences beside magnitudes of their own; no number of the filter.
    void desirt()
    {
        const auto field = [](const char *name, const char *type) { return std::string(R"({"name": ")") + name + R"(", "type": ")" + type + "\"}"; };
        std::string candidate;
        for (const char *name : {"mjd", "ra", "dec", "psfFlux", "psfFluxErr", "forcediffimmag", "forcediffimmagunc", "diffmaglim", "reliability"})
            candidate += field(name, "double") + ',';
        test::AvroContainerBuilder container(R"({"type": "record", "name": "alert", "namespace": "desirt", "fields": [)" + field("publisher", "string") + ',' + field("objectId", "string") + ','
                                             + field("candid", "long") + R"(, {"name": "candidate", "type": {"type": "record", "name": "Candidate", "fields": [)" + candidate
                                             + field("band", "string") + ',' + field("isdiffpos", "int") + "]}}]}");
        std::string data = test::avroText("DESIRT") + test::avroText("c4d_invented") + test::avroLong(9007199254740993);
        for (const double value : {61000.5, 10.5, -20.25, 3630.78, 36.3, 22.5, 0.125, 23.5, 0.75})
            data += test::avroDouble(value);
        container.block(1, data + test::avroText("g") + test::avroLong(1));
        const Decoded decoded = decode(container.bytes);
        QVERIFY2(decoded.error.empty(), decoded.error.c_str());
        const Alert &alert = *decoded.alerts.at(0);
        QCOMPARE(alert.format + '/' + alert.mission + '/' + alert.message + '/' + alert.band, Text("desirt-avro/DESIRT/detection/decam-g"));
        QCOMPARE(alert.id + '/' + alert.name, Text("9007199254740993/c4d_invented"));
        QCOMPARE(alert.timestamp.iso(), std::string("2025-11-21T12:00:00.000000Z"));
        QCOMPARE(alert.timeKind + '/' + alert.fluxUnit + '/' + alert.magSystem, Text("exposure-start/nJy/AB"));
        QCOMPARE(alert.mag.value, 22.5);
        QCOMPARE(alert.magError.value, 0.125);
        QVERIFY(close(alert.flux, 3630.78) && close(alert.magLimit, 23.5) && close(alert.score, 0.75));
        QCOMPARE(alert.isNegative, std::optional(false));
        QCOMPARE(decoded.insides.at(0).light.size(), size_t{1});
    }

    // The first packets of ZTF had numbers and no objects.
    void ztfBeforeItsObjects()
    {
        test::AvroContainerBuilder container(R"({"type": "record", "name": "alert", "namespace": "ztf", "fields": [{"name": "alertId", "type": "long"}, {"name": "candid", "type": "long"},
            {"name": "candidate", "type": {"type": "record", "name": "candidate", "fields": [{"name": "jd", "type": "double"}, {"name": "fid", "type": "int"}, {"name": "programid", "type": "int"},
            {"name": "magpsf", "type": "double"}, {"name": "ra", "type": "double"}, {"name": "dec", "type": "double"}]}}]})");
        container.block(1, test::avroLong(877) + test::avroLong(-877) + test::avroDouble(2461001.0) + test::avroLong(1) + test::avroLong(64) + test::avroDouble(18.5) + test::avroDouble(10.5)
                               + test::avroDouble(20.25));
        const Decoded decoded = decode(container.bytes);
        QVERIFY2(decoded.error.empty(), decoded.error.c_str());
        const Alert &alert = *decoded.alerts.at(0);
        QCOMPARE(alert.format + '/' + alert.id + '/' + alert.mission + '/' + alert.band + '/' + alert.access, Text("ztf-avro/-877/ZTF/ztf-g/restricted"));
        QVERIFY(alert.name.empty() && close(alert.mag, 18.5));
    }

    // A day in single precision is known to minutes, and its shortest digits are another instant.
    void singlePrecisionTimes()
    {
        const Alert alert = *decode(readAll("decat.avro")).alerts.at(0);
        QCOMPARE(alert.timePrecision.value, 337.5);
        QVERIFY(close(alert.mag, 22.5) && close(alert.magLimit, 23.75) && close(alert.score, 0.875));
    }

    void classes()
    {
        const Alert elasticc = *decode(readAll("elasticc_class.avro")).alerts.at(0);
        QCOMPARE(elasticc.classification, Text("121"));
        QVERIFY(close(elasticc.classificationScore, 0.625));
        QCOMPARE(elasticc.classificationBy, Text("Oracle v1, Inventor 2"));
        QCOMPARE(elasticc.issued.iso(), std::string("2022-01-04T06:11:20.000000Z"));
        const Alert ampel = *decode(readAll("ampel.avro")).alerts.at(0);
        QCOMPARE(ampel.classification, Text("TDE"));
        QCOMPARE(ampel.classificationBy, Text("Guess 1 m"));
        QVERIFY(close(ampel.ra, 149.875));
        QVERIFY(!ampel.mag.has());
    }

    void ztfInside()
    {
        const Inside inside = decode(readAll("ztf_light.avro")).insides.at(0);
        QCOMPARE(inside.light.size(), size_t{5});
        const LightPoint &own = inside.light[0];
        QVERIFY(own.current && own.isNegative == true && close(own.mag, 15.875) && close(own.limit, 19.75));
        QCOMPARE(own.band, Text("ztf-r"));
        QCOMPARE(own.time.iso(), std::string("2025-03-02T00:00:00.000000Z"));
        QCOMPARE(inside.light[1].id, Text("2952258032815010000"));
        QVERIFY(inside.light[1].kind == LightPoint::Kind::Detection && inside.light[1].isNegative == false);
        const LightPoint &limit = inside.light[2];
        QVERIFY(limit.kind == LightPoint::Kind::Limit && !limit.mag.has() && close(limit.limit, 20.5));
        QCOMPARE(limit.band, Text("ztf-g"));
        const LightPoint &forced = inside.light[3];
        QVERIFY(forced.kind == LightPoint::Kind::Forced && close(forced.mag, 18.9, 1e-4) && close(forced.flux, 100'000, 1));
        QVERIFY(close(forced.magError, 0.010857, 1e-5) && close(forced.limit, 22.1526, 1e-3));
        QCOMPARE(forced.fluxUnit, Text("nJy"));
        QVERIFY(inside.light[4].isNegative == true && !inside.light[4].mag.has());
        QCOMPARE(inside.problems.size(), size_t{1}); // two that say they are no data
        QCOMPARE(inside.stamps.size(), size_t{3});
        QCOMPARE(inside.stamps[0].role, Text("science"));
        QCOMPARE(inside.stamps[0].bytes, std::string("SIMPLE  = invented stamps"));
        QCOMPARE(inside.stamps[2].bytes, std::string("SIMPLE  = invented stampd"));
    }

    void lsstInside()
    {
        const Decoded decoded = decode(readAll("lsst.avro"));
        const Inside &inside = decoded.insides.at(0);
        QCOMPARE(inside.light.size(), size_t{3});
        QVERIFY(inside.light[0].current && close(inside.light[0].mag, 22.5, 1e-4) && close(inside.light[0].limit, 25.7526, 1e-3));
        QCOMPARE(inside.light[1].time.iso(), std::string("2025-11-20T11:59:23.000000Z"));
        QCOMPARE(inside.light[1].id, Text("9007199254740991"));
        QVERIFY(!inside.light[1].mag.has() && inside.light[1].isNegative == true && close(inside.light[1].flux, -500'000)); // no sentinel here
        QVERIFY(inside.light[2].kind == LightPoint::Kind::Forced);
        QCOMPARE(inside.light[2].band, Text("lsst-z"));
        QCOMPARE(inside.stamps.size(), size_t{3});
        QVERIFY(decoded.insides.at(1).stamps.empty());
        const Inside simulated = decode(readAll("elasticc.avro")).insides.at(0);
        QCOMPARE(simulated.light.size(), size_t{3});
        QVERIFY(simulated.light[2].kind == LightPoint::Kind::Limit || simulated.light[1].kind == LightPoint::Kind::Limit);
        QVERIFY(!simulated.light[0].mag.has() && simulated.light[0].fluxUnit.empty());
    }

    // Babamul's lists of LSST count days of TAI from noon, the alert itself from midnight.
    void babamulLists()
    {
        test::AvroContainerBuilder container(R"({"type": "record", "name": "BabamulLsstAlert", "fields": [{"name": "candid", "type": "long"}, {"name": "objectId", "type": "string"},
            {"name": "candidate", "type": {"type": "record", "name": "LsstCandidate", "fields": [{"name": "midpointMjdTai", "type": "double"}, {"name": "ra", "type": "double"},
            {"name": "dec", "type": "double"}, {"name": "psfFlux", "type": "double"}, {"name": "magpsf", "type": "double"}, {"name": "band", "type": "string"}]}},
            {"name": "prv_candidates", "type": {"type": "array", "items": {"type": "record", "name": "AlertPhotometry", "fields": [{"name": "jd", "type": "double"},
            {"name": "psfFlux", "type": "double"}, {"name": "psfFluxErr", "type": "double"}, {"name": "band", "type": "string"}]}}},
            {"name": "fp_hists", "type": {"type": "array", "items": {"type": "record", "name": "ForcedPhotometry", "fields": [{"name": "jd", "type": "double"},
            {"name": "psfFlux", "type": ["null", "double"]}, {"name": "psfFluxErr", "type": "double"}, {"name": "band", "type": "string"}]}}}]})");
        using namespace test;
        container.block(1, avroLong(5) + avroText("313888633212043272") + avroDouble(61'000.5) + avroDouble(12.5) + avroDouble(-33.5) + avroDouble(3630.78) + avroDouble(22.5)
                               + avroText("r") + avroLong(1) + avroDouble(2'461'000) + avroDouble(363.078) + avroDouble(36.3) + avroText("g") + avroLong(0) + avroLong(1)
                               + avroDouble(2'460'999) + avroLong(0) + avroDouble(36.3) + avroText("z") + avroLong(0));
        const Decoded decoded = decode(container.bytes);
        QVERIFY2(decoded.error.empty() && decoded.format == "babamul-lsst", decoded.error.c_str());
        const Inside &inside = decoded.insides.at(0);
        QCOMPARE(inside.light.size(), size_t{3});
        QVERIFY(inside.light[0].current);
        QCOMPARE(inside.light[0].time.iso(), std::string("2025-11-21T11:59:23.000000Z"));
        QCOMPARE(inside.light[1].time.iso(), std::string("2025-11-20T11:59:23.000000Z"));
        QCOMPARE(inside.light[1].band, Text("lsst-g"));
        QVERIFY(close(inside.light[1].mag, 25, 1e-4));
        QVERIFY(inside.light[2].kind == LightPoint::Kind::Forced && close(inside.light[2].limit, 31.4 - 2.5 * std::log10(5 * 36.3), 1e-9));
        QVERIFY(inside.light[2].time.isValid() && inside.light[2].time.us < inside.light[1].time.us);
    }

    void othersInside()
    {
        const Inside decat = decode(readAll("decat.avro")).insides.at(0);
        QCOMPARE(decat.light.size(), size_t{2}); // the source that triggered stands in the list once more
        QCOMPARE(decat.light[0].time.iso(), std::string("2021-04-15T01:07:30.000000Z")); // not …:40.8
        QCOMPARE(decat.stamps.size(), size_t{1});
        const Inside pgir = decode(readAll("pgir.avro")).insides.at(0);
        QCOMPARE(pgir.light.size(), size_t{3});
        QVERIFY(pgir.light[2].kind == LightPoint::Kind::Limit);
        QCOMPARE(decode(readAll("winter.avro")).insides.at(0).stamps.size(), size_t{1});
        QCOMPARE(decode(readAll("atlas.avro")).insides.at(0).stamps.size(), size_t{1});
        const Inside ampel = decode(readAll("ampel.avro")).insides.at(0);
        QCOMPARE(ampel.light.size(), size_t{2});
        QCOMPARE(ampel.light[0].band, Text("lsst-r"));
        QVERIFY(close(ampel.light[0].mag, 23.9, 1e-6));
    }

    // FAULT-63 for these formats: every cut and every flipped byte ends with a row or a reason, and quickly.
    void hostile_data()
    {
        QTest::addColumn<QByteArray>("file");
        for (const char *file : {"lsst.avro", "lsst_registry.bin", "elasticc.avro", "elasticc_class.avro", "decat.avro", "ampel.avro", "ztf_light.avro", "atlas.avro"})
            QTest::newRow(file) << QByteArray(file);
    }
    void hostile()
    {
        QFETCH(QByteArray, file);
        const std::string bytes = readAll(file.constData());
        QVERIFY(!bytes.empty());
        const auto ends = [](const Decoded &decoded) { return decoded.error.empty() != decoded.alerts.empty() || decoded.heartbeat; };
        for (size_t cut = 1; cut < bytes.size(); ++cut) {
            const Decoded decoded = decode(std::string_view(bytes).substr(0, cut));
            QVERIFY(ends(decoded));
        }
        for (size_t at = 0; at < bytes.size(); ++at) {
            for (const char flip : {'\x01', '\x80', '\x7f'}) {
                std::string broken = bytes;
                broken[at] = static_cast<char>(broken[at] ^ flip);
                const Decoded decoded = decode(broken);
                QVERIFY(ends(decoded));
                for (const auto &alert : decoded.alerts)
                    QVERIFY(!alert->hasPosition() || (alert->ra.value >= 0 && alert->ra.value < 360 && std::abs(alert->dec.value) <= 90));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSurveys)
#include "tst_surveys.moc"
