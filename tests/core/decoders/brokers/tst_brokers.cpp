// SPDX-License-Identifier: GPL-3.0-or-later
// The brokers' formats on small invented packets (tests/data), and FAULT-62, 68 and 77 as far as decoders are concerned.
#include "core/decoders/decoder.h"
#include "core/decoders/skytext.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace tocsin;
using decoders::Decoded;
using decoders::FieldTree;

namespace {

std::string dataOf(const char *name)
{
    QFile file(QStringLiteral(TOCSIN_TEST_DATA) + u'/' + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

Decoded decodeText(std::string_view text, const decoders::Wanted &wanted = {}, const Headers &headers = {})
{
    return decoders::decode({.value = text, .key = {}, .headers = headers, .topic = {}}, wanted);
}

Alert only(std::string_view text, const Headers &headers = {})
{
    const Decoded decoded = decodeText(text, {}, headers);
    if (!decoded.error.empty())
        qWarning("%s", decoded.error.c_str());
    return decoded.alerts.size() == 1 ? *decoded.alerts[0] : Alert();
}

constexpr const char *kFiles[] = {"gracedb_superevent.json", "gracedb_external.json", "gracedb_upload.json", "hermes.json",          "snews.json",
                                  "antares.json",            "alerce_stamp.json",     "alerce_objects.json", "alerce_detections.json", "fink.json",
                                  "lasair_lsst.json",        "lasair_ztf.json",       "pittgoogle_lite.json", "bigquery_object.json", "bigquery_reply.json",
                                  "tom_demo.json",           "hop_legacy.json"};

// One of each kind of value that a member may come to be.
const std::vector<FieldTree> &mutations()
{
    static const std::vector<FieldTree> list{nullptr,  true, -1,   0,         1e308, "",         "null", "text",
                                             FieldTree::array(), FieldTree::object(), FieldTree{1, 2, 3}, FieldTree{{"ra", FieldTree{{"ra", 1}}}}};
    return list;
}

// Every member of a packet in turn, at any depth.
void eachMember(FieldTree &tree, FieldTree &root, const std::function<void(FieldTree &root, FieldTree &member)> &visit)
{
    if (!tree.is_structured())
        return;
    for (FieldTree &item : tree) {
        visit(root, item);
        eachMember(item, root, visit);
    }
}

} // namespace

class TestBrokers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void graceDb()
    {
        const Alert event = only(dataOf("gracedb_superevent.json"));
        QCOMPARE(event.format, Text("gracedb"));
        QCOMPARE(event.id, Text("S260914ab"));
        QCOMPARE(event.event, Text("S260914ab"));
        QCOMPARE(event.timestamp.iso(), std::string("2026-09-14T00:00:49.250000Z")); // 18 s
        QCOMPARE(event.timePrecision.value, 0.01);
        QCOMPARE(event.timeKind, Text("merger"));
        QCOMPARE(event.far.value, 3.5e-9);
        QCOMPARE(event.instruments, Text("H1,L1"));
        QCOMPARE(event.pipeline, Text("gstlal"));
        QCOMPARE(event.alertType, Text("initial"));
        QCOMPARE(event.alertTypeRaw, Text("new"));
        QCOMPARE(event.access, Text("restricted"));
        QCOMPARE(event.url, Text("https://gracedb-playground.ligo.org/superevents/S260914ab/view/"));
        QCOMPARE(event.issued.iso(), std::string("2026-09-14T00:01:30.000000Z"));
        QVERIFY(!event.test && !event.score.has() && event.problems.empty());

        // Its rate, or what that is made from.
        const auto coincidence = [](const char *far) {
            return only(std::string(R"({"uid": "G900004", "alert_type": "new", "data": {}, "object": {"graceid": "G900004", "group": "CBC", "gpstime": 1473390030.5, "far": )") + far
                        + R"(, "extra_attributes": {"CoincInspiral": {"ifos": "H1,L1", "combined_far": 2e-9}}}})");
        };
        QCOMPARE(coincidence("null").far.value, 2e-9);
        QCOMPARE(coincidence("3e-8").far.value, 3e-8);
        const Alert external = only(dataOf("gracedb_external.json"));
        QCOMPARE(external.ra.value, 210.5);
        QCOMPARE(external.dec.value, -12.25);
        QCOMPARE(external.errorRadius.value, 0.05);
        QVERIFY(!external.errorContainment.has());
        QCOMPARE(external.messenger, Text("gamma"));
        QCOMPARE(external.timeKind, Text("trigger"));
        const Alert nowhere = only(R"({"uid": "E1", "alert_type": "new", "object": {"graceid": "E1", "group": "External", "pipeline": "Fermi", "gpstime": 1473379267.25,
                                       "extra_attributes": {"GRB": {"ra": 10, "dec": 95, "error_radius": 7.5}}}})");
        QVERIFY(!nowhere.hasPosition() && !nowhere.errorRadius.has());
    }

    // A magnitude stands beside the time that it is of, and beside the target that it is of.
    void hermesOfSeveralNights()
    {
        const auto message = [](const FieldTree &photometry) {
            const FieldTree targets = {FieldTree{{"name", "AT 2026zz"}}, FieldTree{{"name", "AT 2026zy"}}};
            return only(FieldTree{{"title", "x"}, {"submitter", "y"}, {"message_text", ""}, {"data", {{"targets", targets}, {"photometry", photometry}}}}.dump());
        };
        const auto point = [](const char *name, const char *date, const std::string &what, double value) {
            return FieldTree{{"target_name", name}, {"date_obs", date}, {"bandpass", "r"}, {what, value}, {what + "_unit", "AB mag"}};
        };
        const FieldTree first = point("AT 2026zz", "2026-09-14T06:00:00Z", "brightness", 19.25);
        const FieldTree newer = point("AT 2026zz", "2026-09-15T06:00:00Z", "brightness", 18.25);
        const FieldTree other = point("AT 2026zy", "2026-09-16T06:00:00Z", "brightness", 15.25);
        const FieldTree limit = point("AT 2026zz", "2026-09-17T06:00:00Z", "limiting_brightness", 21.5);
        const Alert alert = message(FieldTree::array({first, newer, other, limit}));
        QCOMPARE(alert.mag.value, 18.25);
        QCOMPARE(alert.timestamp.iso(), std::string("2026-09-15T06:00:00.000000Z"));
        QCOMPARE(alert.timePrecision.value, 1.0);
        QCOMPARE(message(FieldTree::array({point("AT 2026zz", "2026-09-14", "brightness", 19.25)})).timePrecision.value, 86'400.0);
        const Alert nothing = message(FieldTree::array({limit}));
        QVERIFY(!nothing.mag.has());
        QCOMPARE(nothing.magLimit.value, 21.5);
        QCOMPARE(nothing.timestamp.iso(), std::string("2026-09-17T06:00:00.000000Z"));
    }

    // An event or a superevent as the database's pages answer it, and pages of them.
    void graceDbPages()
    {
        const std::string superevent = R"({"superevent_id": "MS260914ab", "category": "MDC", "created": "2026-09-14 00:01:30 UTC", "t_0": 1473379267.25,
                                           "far": 2e-9, "preferred_event": "M1", "links": {"self": "https://gracedb-test.ligo.org/api/superevents/MS260914ab/"}})";
        Alert alert = only(superevent);
        QCOMPARE(alert.format, Text("gracedb"));
        QCOMPARE(alert.id + '/' + alert.message, Text("MS260914ab/notice"));
        QCOMPARE(alert.timestamp.iso(), std::string("2026-09-14T00:00:49.250000Z"));
        QCOMPARE(alert.url, Text("https://gracedb-test.ligo.org/superevents/MS260914ab/view/"));
        QCOMPARE(alert.far.value, 2e-9);
        QVERIFY(alert.test && alert.issued.isValid() && alert.alertTypeRaw.empty());
        alert = only(R"({"graceid": "G900004", "group": "CBC", "pipeline": "gstlal", "gpstime": 1473379267.25, "superevent": "S260914ab"})");
        QCOMPARE(alert.id + '/' + alert.event, Text("G900004/S260914ab"));
        const Decoded page = decodeText(R"({"numRows": 2, "superevents": [)" + superevent + ',' + superevent + "]}");
        QCOMPARE(page.alerts.size(), size_t{2});
        QCOMPARE(only(R"({"superevent_id": "S260914ab", "name": "x"})").format, Text("json"));
    }

    // What Rubin sends, as JSON of whoever wrote it so.
    void rubinAsJson()
    {
        const Alert alert = only(R"({"alertId": 9007199254740993, "diaSource": {"diaSourceId": 9007199254740995, "diaObjectId": 0, "ssObjectId": 21163624394469970,
                                      "midpointMjdTai": 61000.5, "ra": 10.5, "decl": -20.25, "psfFlux": 3630.78, "psfFluxErr": 36.3, "band": "y", "reliability": 0.75,
                                      "timeProcessedMjdTai": 61000.75, "isNegative": false}, "diaObject": null, "ssSource": {"designation": "2031 XY9"}})");
        QCOMPARE(alert.format + '/' + alert.mission + '/' + alert.band, Text("lsst-json/LSST/lsst-y"));
        QCOMPARE(alert.id + '/' + alert.name + '/' + alert.solarSystem, Text("9007199254740993/21163624394469970/2031 XY9"));
        QCOMPARE(alert.timestamp.iso(), std::string("2025-11-21T11:59:23.000000Z"));
        QCOMPARE(alert.timeKind, Text("exposure-mid"));
        QCOMPARE(alert.issued.iso(), std::string("2025-11-21T17:59:23.000000Z"));
        QCOMPARE(alert.dec.value, -20.25);
        QVERIFY(std::abs(alert.mag.value - 22.5) < 1e-4 && alert.url.empty());
        QCOMPARE(alert.magKind + '/' + alert.scoreKind, Text("difference/reliability"));
        const Decoded curve = decodeText(R"({"diaSourceId": "7", "diaSource": {"psFlux": 1.0, "midPointTai": 61000.5, "diaObjectId": 5}, "prvDiaSources": [{"psFlux": 2.0,
                                            "midPointTai": 60999.5}], "prvDiaForcedSources": [{"psfFlux": -1, "midpointMjdTai": 60990.5}]})", {.inside = true});
        QCOMPARE(curve.alerts.at(0)->id + '/' + curve.alerts.at(0)->name, Text("7/5"));
        QCOMPARE(curve.alerts.at(0)->url, Text("https://lasair.lsst.ac.uk/objects/5/"));
        QCOMPARE(curve.insides.at(0).light.size(), size_t{3});
        // Lasair keeps the sources as a list, under the object.
        const Alert kept = only(R"({"diaObject": {"diaObjectId": 5, "ra": 10.5, "decl": -20.25}, "diaSourcesList": [{"psfFlux": 3630.78, "midpointMjdTai": 61000.5, "band": "g"}]})");
        QCOMPARE(kept.format + '/' + kept.name + '/' + kept.band, Text("lasair/5/lsst-g"));
        QCOMPARE(kept.ra.value, 10.5);
        const Alert row = only(R"({"diaObjectId": 5, "ra": 10.5, "decl": -20.25, "lastDiaSourceMjdTai": 61000.5, "nDiaSources": 8})");
        QCOMPARE(row.format + '/' + row.timestamp.iso(), Text("lasair/2025-11-21T11:59:23.000000Z"));
        QVERIFY(!only(R"({"diaObjectId": 5, "ra": 0.0, "decl": 0.0, "lastDiaSourceMjdTai": 61000.5, "nDiaSources": 8})").hasPosition());
        const Decoded cone = decodeText(R"([{"object": "ZTF31aaaaaaa", "separation": 1.5}, {"object": 313888633212043272, "separation": 2.5}])");
        QCOMPARE(cone.alerts.size(), size_t{2});
        QCOMPARE(cone.alerts.at(0)->name + '/' + cone.alerts[0]->mission, Text("ZTF31aaaaaaa/ZTF"));
        QCOMPARE(cone.alerts.at(1)->name + '/' + cone.alerts[1]->mission, Text("313888633212043272/LSST"));
        // ALeRCE numbers Rubin's bands and keeps its days.
        const Alert seen = only(R"({"oid": 9007199254740993, "measurement_id": 9007199254740995, "survey_id": "lsst", "band": 6, "mjd": 61000.5, "ra": 10.5, "dec": -20.25,
                                    "psfFlux": -2.5, "psfFluxErr": 1, "isNegative": true, "diaObjectId": 9007199254740993})");
        QCOMPARE(seen.format + '/' + seen.id + '/' + seen.name + '/' + seen.band, Text("alerce/9007199254740995/9007199254740993/lsst-u"));
        QCOMPARE(seen.timestamp.iso(), std::string("2025-11-21T11:59:23.000000Z"));
        QCOMPARE(seen.isNegative, std::optional(true));
        const Alert object = only(R"({"oid": 9007199254740993, "sid": 1, "meanra": 10.5, "meandec": -20.25, "lastmjd": 61000.5})");
        QCOMPARE(object.mission + '/' + object.timestamp.iso(), Text("LSST/2025-11-21T11:59:23.000000Z"));
    }

    // ANTARES answers the alerts of a locus, too, under the surveys' names.
    void antaresAlerts()
    {
        const Decoded decoded = decodeText(R"({"data": [
            {"type": "alert", "id": "ztf_candidate:9007199254740993", "attributes": {"mjd": 61000.5, "properties": {"ztf_object_id": "ZTF31aaaaaaa",
             "ztf_candid": 9007199254740993, "ztf_jd": 2461001.0, "ztf_fid": 2, "ztf_ra": 10.5, "ztf_dec": -20.25, "ztf_magpsf": 18.5, "ztf_sigmapsf": 0.1, "ztf_isdiffpos": "t", "ztf_rb": 0.75}}},
            {"type": "alert", "id": "ztf_upper_limit:x", "attributes": {"mjd": 61000.5, "properties": {"ztf_object_id": "ZTF31aaaaaaa", "ztf_jd": 2461001.0, "ztf_fid": 1, "ztf_diffmaglim": 20.5}}},
            {"type": "alert", "id": "lsst:7", "attributes": {"mjd": 61000.5, "properties": {"lsst_diaSource_midpointMjdTai": 61000.5, "lsst_diaSource_psfFlux": 3630.78, "lsst_diaSource_band": "i",
             "lsst_diaSource_diaObjectId": 5, "lsst_diaSource_ra": 10.5, "lsst_diaSource_dec": -20.25}}}]})");
        QCOMPARE(decoded.alerts.size(), size_t{3});
        const Alert &seen = *decoded.alerts[0];
        QCOMPARE(seen.format + '/' + seen.id + '/' + seen.name + '/' + seen.band, Text("antares/ztf_candidate:9007199254740993/ZTF31aaaaaaa/ztf-r"));
        QCOMPARE(seen.timestamp.iso(), std::string("2025-11-21T12:00:00.000000Z"));
        QCOMPARE(seen.mag.value, 18.5);
        QCOMPARE(seen.ra.value, 10.5);
        const Alert &limit = *decoded.alerts[1];
        QVERIFY(!limit.mag.has() && limit.magLimit.value == 20.5 && limit.timestamp.isValid() && !limit.hasPosition());
        const Alert &rubin = *decoded.alerts[2];
        QCOMPARE(rubin.name + '/' + rubin.mission + '/' + rubin.band, Text("5/LSST/lsst-i"));
        QCOMPARE(rubin.timestamp.iso(), std::string("2025-11-21T11:59:23.000000Z"));
        // A locus that does not say when it was seen last: its alerts do.
        const Alert locus = only(R"({"locus_id": "ANT2031x", "ra": 10.0, "dec": -20.0, "properties": {"survey": {"lsst": {"dia_object_id": ["5"]}}}, "alerts": [
            {"lsst_diaSource_midpointMjdTai": 61000.5, "lsst_diaSource_psfFlux": 3630.78, "lsst_diaSource_band": "i", "lsst_diaSource_ra": 10.5, "lsst_diaSource_dec": -20.25},
            {"lsst_diaSource_midpointMjdTai": 60990.5, "lsst_diaSource_psfFlux": 1, "lsst_diaSource_band": "g"}]})");
        QCOMPARE(locus.timestamp.iso(), std::string("2025-11-21T11:59:23.000000Z"));
        QCOMPARE(locus.ra.value, 10.0);
        QCOMPARE(locus.band, Text("lsst-i"));
        QVERIFY(std::abs(locus.mag.value - 22.5) < 1e-4);
    }

    // Packets of ZTF before its objects had names, and as Boom's web service answers them.
    void ztfOfOtherTimes()
    {
        const Alert early = only(R"({"alertId": 1234567890, "candid": -87704463155000, "candidate": {"jd": 2461001.0, "fid": 1, "pdiffimfilename": "x", "programid": 64,
                                     "candid": -87704463155000, "isdiffpos": 1, "ra": 10.5, "dec": 20.25, "magpsf": 18.5, "rb": 0.5}})");
        QCOMPARE(early.format + '/' + early.id + '/' + early.mission + '/' + early.access, Text("ztf-json/-87704463155000/ZTF/restricted"));
        const Alert answer = only(R"({"status": "success", "data": {"_id": 9007199254740993, "objectId": "ZTF31aaaaaaa", "candidate": {"jd": 2461001.0, "band": "r", "candid": 9007199254740993,
                                      "isdiffpos": true, "ra": 10.5, "dec": 20.25, "magpsf": 18.5, "drb": 0.9}}})");
        QCOMPARE(answer.format + '/' + answer.id + '/' + answer.name + '/' + answer.band, Text("ztf-json/9007199254740993/ZTF31aaaaaaa/ztf-r"));
        QCOMPARE(answer.isNegative, std::optional(false));
    }

    // What GraceDB sent to the world says what its own message leaves out, and nothing against it.
    void graceDbVoEventInside()
    {
        const auto packet = [](const std::string &xml) {
            return FieldTree{{"uid", "S260914ab"}, {"alert_type", "update"}, {"object", {{"voevent_type", "PR"}, {"far", 2e-9}, {"superevent_id", "S260914ab"}, {"text", xml}}}}.dump();
        };
        const std::string xml = "<?xml version='1.0'?><VOEvent ivorn='ivo://gwnet/LVC#S260914ab-1-Preliminary' role='observation' version='2.0'><What>"
                                "<Param name='GraceID' value='S260914ab'/><Param name='AlertType' value='Preliminary'/><Param name='FAR' value='1e-9' unit='Hz'/>"
                                "<Param name='Significant' value='1'/><Param name='Instruments' value='H1,L1'/><Param name='Pipeline' value='gstlal'/>"
                                "<Group name='Classification'><Param name='BNS' value='0.75'/><Param name='Terrestrial' value='0.25'/></Group></What>"
                                "<WhereWhen><ObsDataLocation><ObservationLocation><AstroCoords><Time><TimeInstant><ISOTime>2026-09-14T00:00:49.25</ISOTime>"
                                "</TimeInstant></Time></AstroCoords></ObservationLocation></ObsDataLocation></WhereWhen></VOEvent>";
        const Alert alert = only(packet(xml));
        QCOMPARE(alert.id, Text("S260914ab"));
        QCOMPARE(alert.far.value, 2e-9);
        QCOMPARE(alert.instruments, Text("H1,L1"));
        QCOMPARE(alert.classification, Text("BNS"));
        QCOMPARE(alert.classificationScore.value, 0.75);
        QCOMPARE(alert.pTerrestrial.value, 0.25);
        QVERIFY(alert.significant == true && !alert.test && !alert.timestamp.isValid() && alert.problems.empty());
        std::string mock = xml;
        mock.replace(mock.find("observation"), 11, "test");
        QVERIFY(only(packet(mock)).test);
        const Alert cut = only(packet(xml.substr(0, 300)));
        QCOMPARE(cut.id, Text("S260914ab"));
        QVERIFY(!cut.problems.empty() && cut.instruments.empty());
        QVERIFY(only(packet("no XML")).problems.empty());
    }

    void graceDbMarks_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<bool>("test");
        QTest::addColumn<QByteArray>("tense");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("mock") << QByteArray(R"({"uid":"MS260914a","alert_type":"label_added","data":{"name":"EM_COINC"}})") << true << QByteArray("test") << QByteArray("");
        QTest::newRow("test event") << QByteArray(R"({"uid":"T1","alert_type":"log","object":{"graceid":"T1"}})") << true << QByteArray("test") << QByteArray("");
        QTest::newRow("injection") << QByteArray(R"({"uid":"G1","alert_type":"label_added","data":{"name":"INJ"}})") << true << QByteArray("injection") << QByteArray("");
        QTest::newRow("mock search") << QByteArray(R"({"uid":"G1","alert_type":"new","data":{"graceid":"G1","search":"MDC"}})") << true << QByteArray("test") << QByteArray("initial");
        QTest::newRow("labels as an object") << QByteArray(R"({"uid":"G1","alert_type":"update","object":{"graceid":"G1","labels":{"INJ":{}}}})") << true << QByteArray("injection") << QByteArray("update");
        QTest::newRow("preliminary") << QByteArray(R"({"uid":"S1","alert_type":"voevent","data":{"voevent_type":"PR"}})") << false << QByteArray("") << QByteArray("preliminary");
        QTest::newRow("retraction") << QByteArray(R"({"uid":"S1","alert_type":"voevent","data":{"voevent_type":"RE"}})") << false << QByteArray("") << QByteArray("retraction");
    }
    void graceDbMarks()
    {
        QFETCH(QByteArray, packet);
        QFETCH(bool, test);
        QFETCH(QByteArray, tense);
        QFETCH(QByteArray, type);
        const Alert alert = only(packet.toStdString());
        QCOMPARE(alert.test, test);
        QCOMPARE(alert.alertTense, tense.toStdString());
        QCOMPARE(alert.alertType, type.toStdString());
        QCOMPARE(alert.retraction, type == "retraction");
    }

    // igwn-alert's command line encodes twice.
    void jsonTextInJson()
    {
        const std::string packet = dataOf("gracedb_superevent.json");
        const std::string once = FieldTree(packet).dump();
        const std::string twice = FieldTree(once).dump();
        QCOMPARE(only(once).id, Text("S260914ab"));
        QCOMPARE(only(twice).timestamp.iso(), std::string("2026-09-14T00:00:49.250000Z"));
        std::string deep = packet;
        for (int i = 0; i < 8; ++i)
            deep = FieldTree(deep).dump();
        QVERIFY(!decodeText(deep).error.empty());
    }

    void graceDbUpload()
    {
        const Alert alert = only(dataOf("gracedb_upload.json"));
        QCOMPARE(alert.message, Text("upload"));
        QCOMPARE(alert.id, Text("T900003"));
        QCOMPARE(alert.pipeline, Text("gstlal"));
        QCOMPARE(alert.timestamp.iso(), std::string("2026-09-14T00:00:00.500000Z"));
        QCOMPARE(alert.subject, Text("../coinc.xml")); // a text, nothing else
        QVERIFY(alert.test && alert.access == "restricted");
        const Decoded ping = decodeText(R"({"type": "ping", "timestamp": 1789344000.5, "client": "ligo-gracedb", "sub": null, "scope": null})");
        QVERIFY(ping.heartbeat && ping.alerts.empty() && ping.error.empty());
    }

    void hermes()
    {
        const Decoded decoded = decodeText(dataOf("hermes.json"), {.inside = true});
        QCOMPARE(decoded.alerts.size(), size_t{1});
        const Alert &alert = *decoded.alerts[0];
        QCOMPARE(alert.id, Text("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"));
        QCOMPARE(alert.name, Text("AT 2026zz"));
        QVERIFY(std::abs(alert.ra.value - 187.70583333333) < 1e-9);
        QVERIFY(std::abs(alert.dec.value - 12.39111111111) < 1e-9);
        QCOMPARE(alert.errorRadius.value, 2 / 3600.0);
        QCOMPARE(alert.mag.value, 19.25); // 0 is no brightness
        QCOMPARE(alert.magSystem, Text("Vega"));
        QCOMPARE(alert.magError.value, 0.125);
        QCOMPARE(alert.band, Text("g"));
        QCOMPARE(alert.timestamp.iso(), std::string("2026-09-14T06:00:00.500000Z"));
        QCOMPARE(alert.subject, Text("AT 2026zz: two nights"));
        QCOMPARE(alert.url, Text("https://hermes.lco.global/message/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"));
        const std::vector<LightPoint> &light = decoded.insides.at(0).light;
        QCOMPARE(light.size(), size_t{2});
        QCOMPARE(light[0].kind, LightPoint::Kind::Limit);
        QCOMPARE(light[0].limit.value, 20.5);
        QCOMPARE(light[0].time.iso(), std::string("2026-09-13T06:00:00.000000Z"));
    }

    void hopHeaders()
    {
        const std::string uuid("\x0f\x1e\x2d\x3c\x4b\x5a\x69\x78\x87\x96\xa5\xb4\xc3\xd2\xe1\xf0", 16);
        const Alert alert = only(R"({"id": 1, "ra": 1, "dec": 2})", {{"_id", uuid}, {"_test", "false"}, {"_format", "JSON"}});
        QVERIFY(alert.test); // its presence counts
        QCOMPARE(alert.messageId, Text("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"));
        const Alert external = only("{\"url\": \"https://example.org/msg/1\"}", {{"_format", "external"}});
        QCOMPARE(external.format, Text("hop-external"));
        QCOMPARE(external.url, Text("https://example.org/msg/1"));
        const Alert file = only("{\"url\": \"file:///etc/passwd\"}", {{"_format", "external"}});
        QCOMPARE(file.url, Text());
    }

    void snews()
    {
        const Alert alert = only(dataOf("snews.json"));
        QCOMPARE(alert.format, Text("snews 0.2"));
        QCOMPARE(alert.timestamp.iso(), std::string("2026-09-14T00:00:10.123456Z"));
        QCOMPARE(alert.messenger, Text("neutrino"));
        QCOMPARE(alert.instruments, Text("Somewhere"));
        QVERIFY(alert.test && alert.alertTense == "test" && !alert.score.has());
        const Alert retraction = only(R"({"detector_name": "Somewhere", "tier": "Retraction", "machine_time_utc": "2026-09-14T00:00:10Z", "retract_latest": 1, "is_test": false})");
        QVERIFY(retraction.retraction && !retraction.test);
        const Alert status = only(R"({"detector_name": "Somewhere", "machine_time": "2026-09-14T00:00:10", "detector_status": "ON"})");
        QCOMPARE(status.message, Text("log"));
        QVERIFY(!status.timestamp.isValid());
    }

    void antares()
    {
        const Alert alert = only(dataOf("antares.json"));
        QCOMPARE(alert.format, Text("antares"));
        QCOMPARE(alert.id, Text("ztf_candidate:3536120000000000123"));
        QCOMPARE(alert.name, Text("ZTF26aaaaaab"));
        QCOMPARE(alert.event, Text("ANT2026abcde"));
        QCOMPARE(alert.ra.value, 187.25);
        QCOMPARE(alert.mag.value, 18.5);
        QCOMPARE(alert.timestamp.iso(), std::string("2026-09-13T06:00:00.000000Z"));
        QCOMPARE(alert.url, Text("https://antares.noirlab.edu/loci/ANT2026abcde"));
    }

    void alerce()
    {
        const Alert stamp = only(dataOf("alerce_stamp.json"));
        QCOMPARE(stamp.id, Text("3536120000000000124"));
        QCOMPARE(stamp.name, Text("ZTF26aaaaaac"));
        QCOMPARE(stamp.classification, Text("SN"));
        QCOMPARE(stamp.classificationScore.value, 0.75);
        QCOMPARE(stamp.score.value, 0.75);
        QVERIFY(!stamp.hasPosition());
        const Decoded page = decodeText(dataOf("alerce_objects.json"));
        QCOMPARE(page.alerts.size(), size_t{2});
        QCOMPARE(page.alerts[0]->name, Text("ZTF26aaaaaad"));
        QCOMPARE(page.alerts[0]->ra.value, 33.5);
        QCOMPARE(page.alerts[0]->classification, Text("SNIa"));
        QCOMPARE(page.alerts[0]->timestamp.iso(), std::string("2026-09-13T06:00:00.000000Z"));
        QVERIFY(page.alerts[1]->classification.empty() && !page.alerts[1]->score.has());
        const Alert detection = only(dataOf("alerce_detections.json"));
        QCOMPARE(detection.id, Text("3536120000000000125"));
        QCOMPARE(detection.score.value, 0.0); // a score, not a missing one
        QCOMPARE(detection.isNegative, std::optional<bool>(true));
        QCOMPARE(detection.band, Text("ztf-r"));
        QCOMPARE(detection.magLimit.value, 20.5);
    }

    void fink()
    {
        const Decoded decoded = decodeText(dataOf("fink.json"), {.inside = true});
        QCOMPARE(decoded.alerts.size(), size_t{2});
        const Alert &ztf = *decoded.alerts[0];
        QCOMPARE(ztf.id, Text("3536120000000000126"));
        QCOMPARE(ztf.score.value, 0.875);
        QCOMPARE(ztf.classification, Text("SN candidate"));
        QCOMPARE(ztf.classificationBy, Text("Fink 8.4.0"));
        QCOMPARE(ztf.isNegative, std::optional<bool>(false));
        QVERIFY(ztf.solarSystem.empty());
        const Alert &lsst = *decoded.alerts[1];
        QCOMPARE(lsst.id, Text("170028500000000001"));
        QCOMPARE(lsst.timestamp.iso(), std::string("2026-09-13T05:59:23.000000Z")); // TAI
        QVERIFY(std::abs(lsst.mag.value - 23.9) < 1e-12);
        QCOMPARE(lsst.band, Text("lsst-i"));
        QCOMPARE(decoded.insides.size(), size_t{2});
    }

    void lasair()
    {
        const Decoded decoded = decodeText(dataOf("lasair_lsst.json"), {.inside = true});
        const Alert &alert = *decoded.alerts.at(0);
        QCOMPARE(alert.id, Text("170028500000000001")); // the newest
        QCOMPARE(alert.name, Text("170028500000000000"));
        QCOMPARE(alert.ra.value, 150.125);
        QCOMPARE(alert.score.value, 0.75);
        QCOMPARE(alert.timestamp.iso(), std::string("2026-09-13T05:59:23.000000Z"));
        QCOMPARE(decoded.insides.at(0).light.size(), size_t{3});
        QCOMPARE(decoded.insides[0].light[2].kind, LightPoint::Kind::Forced);
        QVERIFY(!decoded.insides[0].light[1].mag.has()); // of a negative flux
        const Alert ztf = only(dataOf("lasair_ztf.json"));
        QCOMPARE(ztf.name, Text("ZTF26aaaaaag"));
        QCOMPARE(ztf.dec.value, -3.5);
        QCOMPARE(ztf.mag.value, 18.125);
        QCOMPARE(ztf.timestamp.iso(), std::string("2026-09-13T06:00:00.000000Z"));
    }

    void pittGoogle()
    {
        const Decoded decoded = decodeText(dataOf("pittgoogle_lite.json"), {.inside = true});
        const Alert &alert = *decoded.alerts.at(0);
        QCOMPARE(alert.id, Text("3536120000000000127"));
        QCOMPARE(alert.mag.value, 18.375);
        QCOMPARE(alert.magError.value, 0.25);
        QCOMPARE(alert.band, Text("ztf-i"));
        QCOMPARE(alert.score.value, 0.9375);
        QCOMPARE(alert.isNegative, std::optional<bool>(true));
        QCOMPARE(decoded.insides.at(0).light.size(), size_t{2});
        QCOMPARE(decoded.insides[0].light[1].kind, LightPoint::Kind::Limit);
    }

    void tomDemo()
    {
        const Alert alert = only(dataOf("tom_demo.json"));
        QCOMPARE(alert.id, Text("1"));
        QCOMPARE(alert.mag.value, 10.0);
        QCOMPARE(alert.timestamp.iso(), std::string("2026-09-14T06:00:00.000000Z")); // month first
    }

    // Only what its sender calls a blob is one.
    void blobs()
    {
        const std::string text = dataOf("plain_text.txt");
        const Headers said{{"_format", "Blob"}};
        const Decoded decoded = decodeText(text, {.fields = true}, said);
        QCOMPARE(decoded.alerts.size(), size_t{1});
        QCOMPARE(decoded.alerts[0]->format, Text("blob"));
        QCOMPARE(decoded.trees[0]["content"].get<std::string>(), text);
        QVERIFY(!decodeText(text).error.empty());
        QCOMPARE(only("\x01\x02\x03", {{"_format", "of-a-plug-in"}}).format, Text("blob"));
        // What is broken is told, never taken for text.
        for (const char *broken : {"{\"id\": 1", "[1, 2", "<a>text here and there", "{'id': 'a b c'}"})
            QVERIFY2(!decodeText(broken, {}, said).error.empty(), broken);
        QCOMPARE(only(R"({"id": 1})", said).id, Text("1"));
    }

    void angles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("hours");
        QTest::addColumn<double>("degrees");
        const double nan = std::nan("");
        QTest::newRow("decimal") << QByteArray(" 12.5 ") << true << 12.5;
        QTest::newRow("hours") << QByteArray("12:30:49.4") << true << 187.705833333;
        QTest::newRow("degrees") << QByteArray("-00:30:00") << false << -0.5;
        QTest::newRow("letters") << QByteArray("12h30m49.4s") << false << 187.705833333;
        QTest::newRow("degree sign") << QByteArray("+12\xc2\xb0""23'28\"") << false << 12.391111111;
        QTest::newRow("blanks") << QByteArray("12 23 28") << false << 12.391111111;
        QTest::newRow("comma") << QByteArray("45,5") << false << nan;
        QTest::newRow("sixty minutes") << QByteArray("12:60:00") << false << nan;
        QTest::newRow("four parts") << QByteArray("1:2:3:4") << false << nan;
        QTest::newRow("two signs") << QByteArray("--1:2:3") << false << nan;
        QTest::newRow("nothing") << QByteArray("") << false << nan;
    }
    void angles()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, hours);
        QFETCH(double, degrees);
        const Number got = decoders::degreesIn({text.constData(), static_cast<size_t>(text.size())}, hours);
        QCOMPARE(got.has(), !std::isnan(degrees));
        QVERIFY(!got.has() || std::abs(got.value - degrees) < 1e-8);
    }

    // FAULT-62: a broker changes a field: the row comes with all else, what is missing is missing and never 0.
    void changedFieldsLoseNothingElse()
    {
        for (const char *file : kFiles) {
            FieldTree packet = FieldTree::parse(dataOf(file));
            eachMember(packet, packet, [&](FieldTree &root, FieldTree &member) {
                const FieldTree was = member;
                for (const FieldTree &changed : mutations()) {
                    member = changed;
                    const Decoded decoded = decodeText(root.dump(), {.fields = true, .inside = true});
                    QVERIFY2(decoded.heartbeat || decoded.alerts.empty() != decoded.error.empty(), file);
                    for (const auto &alert : decoded.alerts) {
                        QVERIFY(alert->ra.has() == alert->dec.has());
                        QVERIFY(!alert->ra.has() || (alert->ra.value >= 0 && alert->ra.value < 360 && std::abs(alert->dec.value) <= 90));
                    }
                }
                member = was;
            });
        }
        // By name: what is asked of each is still there when its neighbour has gone.
        for (const auto &[file, gone] : {std::pair{"alerce_detections.json", "magpsf"}, {"fink.json", "i:ra"}, {"pittgoogle_lite.json", "rb"}}) {
            FieldTree packet = FieldTree::parse(dataOf(file));
            FieldTree &record = packet.is_array() ? packet[0] : packet;
            (record.contains("source") ? record["source"] : record)[gone] = nullptr;
            const Alert alert = *decodeText(packet.dump()).alerts.at(0);
            QVERIFY(!alert.id.empty() && alert.timestamp.isValid());
            if (gone == std::string_view("magpsf"))
                QVERIFY(!alert.mag.has() && alert.hasPosition());
            if (gone == std::string_view("i:ra"))
                QVERIFY(!alert.hasPosition() && alert.mag.has());
        }
    }

    // FAULT-68: what stands in a text comes out as it stands there.
    void textIsNeverAFormat()
    {
        const std::string evil = "%n%s%x%1$s %99999999d {0} %1 %L2 \\u0041 ${HOME} $(id)";
        for (const char *file : kFiles) {
            FieldTree packet = FieldTree::parse(dataOf(file));
            eachMember(packet, packet, [&](FieldTree &root, FieldTree &member) {
                if (!member.is_string())
                    return;
                const FieldTree was = member;
                member = evil;
                const Decoded decoded = decodeText(root.dump(), {.fields = true});
                QVERIFY(decoded.heartbeat || decoded.alerts.empty() != decoded.error.empty());
                for (const auto &alert : decoded.alerts) {
                    for (const Text &text : {alert->id, alert->name, alert->subject, alert->instruments, alert->classification})
                        QVERIFY2(text.find('%') == Text::npos || text.find(evil) != Text::npos, text.c_str());
                }
                member = was;
            });
        }
        QCOMPARE(only(R"({"uid": "%n%s%x", "alert_type": "%s"})").id, Text("%n%s%x"));
        QCOMPARE(only(R"({"uid": "%n%s%x", "alert_type": "%s"})").url, Text());
    }

    // FAULT-77: the same detection by four ways bears the same id, name, folding key, place and instant.
    void oneDetectionThroughManyBrokers()
    {
        const std::string bare = R"({"objectId": "ZTF26aaaaaaz", "candid": 3536120000000000199, "candidate": {"jd": 2461296.75, "ra": 10.5, "dec": 20.5, "magpsf": 18.5, "fid": 1, "programid": 1}})";
        const std::string pushed = FieldTree{{"message", {{"data", QByteArray::fromStdString(bare).toBase64().toStdString()}, {"messageId", "77"}}}, {"subscription", "s"}}.dump();
        const std::string fink = R"([{"i:objectId": "ZTF26aaaaaaz", "i:candid": 3536120000000000199, "i:jd": 2461296.75, "i:ra": 10.5, "i:dec": 20.5, "i:magpsf": 18.5, "i:fid": 1}])";
        const std::string lite = R"({"alertIds": {"objectId": "ZTF26aaaaaaz", "sourceId": 3536120000000000199}, "source": {"jd": 2461296.75, "ra": 10.5, "dec": 20.5, "mag": 18.5, "filter": 1}})";
        const std::string alerce = R"({"oid": "ZTF26aaaaaaz", "candid": "3536120000000000199", "mjd": 61296.25, "ra": 10.5, "dec": 20.5, "magpsf": 18.5, "fid": 1})";
        const Alert first = only(bare);
        QCOMPARE(first.id, Text("3536120000000000199"));
        for (const std::string &other : {pushed, fink, lite, alerce}) {
            const Alert alert = only(other);
            QCOMPARE(alert.id, first.id);
            QCOMPARE(alert.name, first.name);
            QCOMPARE(alert.event, first.event);
            QCOMPARE(alert.timestamp.us, first.timestamp.us);
            QCOMPARE(alert.ra.value, first.ra.value);
            QCOMPARE(alert.mag.value, first.mag.value);
            QCOMPARE(alert.band, first.band);
            QCOMPARE(alert.mission, first.mission);
        }
        // The same message of GraceDB on two topics.
        const std::string both = dataOf("gracedb_superevent.json");
        const Alert one = *decoders::decode({.value = both, .topic = "gracedb.cbc_gstlal"}).alerts.at(0);
        const Alert two = *decoders::decode({.value = both, .topic = "gracedb.cbc_gstlal_allsky"}).alerts.at(0);
        QVERIFY(one.id == two.id && one.event == two.event && one.issued == two.issued && one.alertTypeRaw == two.alertTypeRaw);
    }
};

QTEST_GUILESS_MAIN(TestBrokers)
#include "tst_brokers.moc"
