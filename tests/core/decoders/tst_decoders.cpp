// SPDX-License-Identifier: GPL-3.0-or-later
// Each format on small invented packets (tests/data), and FAULT-63 to 66, 73 and 74 as far as decoders are concerned.
#include "core/decoders/decoder.h"
#include "core/decoders/jsonreader.h"
#include "core/decoders/fits/skymap.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace tocsin;
using decoders::Decoded;

namespace {

QByteArray dataOf(const char *name)
{
    QFile file(QStringLiteral(TOCSIN_TEST_DATA) + u'/' + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Decoded decodeText(std::string_view text, const decoders::Wanted &wanted = {})
{
    return decoders::decode({.value = text}, wanted);
}

Decoded decodeFile(const char *name, const decoders::Wanted &wanted = {})
{
    const QByteArray bytes = dataOf(name);
    return decodeText({bytes.constData(), static_cast<size_t>(bytes.size())}, wanted);
}

} // namespace

class TestDecoders final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notice()
    {
        const Decoded decoded = decodeFile("notice.json");
        QCOMPARE(decoded.alerts.size(), size_t{1});
        const Alert &alert = *decoded.alerts[0];
        QCOMPARE(alert.id, Text("900000001"));
        QCOMPARE(alert.name, Text("GRB 260914A"));
        QCOMPARE(alert.timestamp.iso(), std::string("2026-09-14T00:00:59.250000Z"));
        QCOMPARE(alert.timeKind, Text("trigger"));
        QCOMPARE(alert.ra.value, 120.5);
        QCOMPARE(alert.dec.value, -4.25);
        QCOMPARE(alert.errorRadius.value, 3.5);
        QCOMPARE(alert.errorContainment.value, 0.9);
        QCOMPARE(alert.messenger, Text("gamma"));
        QCOMPARE(alert.alertType, Text("update"));
        QCOMPARE(alert.revision, Text("3"));
        QCOMPARE(alert.classification, Text("GRB"));
        QCOMPARE(alert.format, Text("gcn-notice v6.0.0"));
        QVERIFY(!alert.test);
        QVERIFY(alert.problems.empty());
    }

    // FAULT-74 of values that nobody can mean: none of them reaches a filter.
    void impossibleValuesAreRefused()
    {
        const Decoded decoded = decodeText(R"({"superevent_id": "S260914a", "alert_type": "INITIAL", "time_created": "2026-09-14T01:02:03Z",
            "event": {"time": "2026-09-14T01:02:03Z", "far": -1e-9, "classification": {"BNS": 1.5, "NSBH": 0.25}, "properties": {"HasNS": -0.5}}})");
        QCOMPARE(decoded.alerts.size(), size_t{1});
        const Alert &alert = *decoded.alerts[0];
        QVERIFY(!alert.far.has() && !alert.pBns.has() && !alert.hasNs.has());
        QCOMPARE(alert.pNsbh.value, 0.25);
        QCOMPARE(alert.problems.size(), size_t{3});
        QCOMPARE(alert.problems[1], std::string("a probability of 1.5 cannot be"));
    }

    void circular()
    {
        const Alert alert = *decodeFile("circular.json").alerts.at(0);
        QCOMPARE(alert.id, Text("99001"));
        QCOMPARE(alert.message, Text("circular"));
        QCOMPARE(alert.subject, Text("GRB 260914A: optical afterglow candidate"));
        QCOMPARE(alert.timestamp.iso(), std::string("2026-09-14T00:00:00.123000Z"));
        QVERIFY(!alert.hasPosition());
    }

    void gravitationalWave()
    {
        const Alert alert = *decodeFile("gwalert.json").alerts.at(0);
        QCOMPARE(alert.name, Text("S260914ab"));
        QCOMPARE(alert.alertType, Text("preliminary"));
        QCOMPARE(alert.classification, Text("BNS"));
        QCOMPARE(alert.pBns.value, 0.95);
        QCOMPARE(alert.significant, std::optional<bool>(true));
        QCOMPARE(alert.instruments, Text("H1,L1"));
        QCOMPARE(alert.timeKind, Text("merger"));
        QVERIFY(!alert.test);
        const Alert retraction = *decodeFile("retraction.json").alerts.at(0);
        QVERIFY(retraction.retraction);
        QCOMPARE(retraction.timeKind, Text("message"));
    }

    // The map: base pixel 5 in four, 60 % in its child 2, 35 % in child 3, the rest everywhere.
    void gwalertDraft()
    {
        const std::string draft = R"({"alert_type": "EARLY_WARNING", "time_created": "2026-03-04T05:07:00Z", "superevent_id": "MS260304ab", "event": {"time": "2026-03-04T05:06:07.250Z", "far": 1e-9}})";
        const Alert alert = *decoders::decode({.value = draft}).alerts.at(0);
        QCOMPARE(alert.alertType + '/' + alert.alertTypeRaw, Text("early-warning/EARLY_WARNING"));
    }

    void gwalertMap()
    {
        const Alert alert = *decodeFile("gwalert_map.json").alerts.at(0);
        QVERIFY(alert.problems.empty());
        QCOMPARE(alert.area50.value, 41252.96124941927 / 48);
        QCOMPARE(alert.area90.value, 41252.96124941927 / 24);
        QCOMPARE(alert.ra.value, 67.5);
        QCOMPARE(alert.dec.value, 0.0);
        QCOMPARE(alert.positionKind, Text("map-peak"));
        QCOMPARE(alert.distanceMpc.value, 142.5);
        QCOMPARE(alert.distanceErrorMpc.value, 31.25);
    }

    // As older maps have it: UNIQ is unsigned, stored minus 2^63.
    void unsignedPixelNumbers()
    {
        QByteArray map = dataOf("multiorder.fits");
        const qsizetype free = map.indexOf("END", 2880);
        map.replace(free, 160, QByteArray("TZERO1  =  9223372036854775808").leftJustified(80) + QByteArray("END").leftJustified(80));
        for (int row = 0; row < 15; ++row)
            map[5760 + row * 16] = static_cast<char>(map[5760 + row * 16] ^ 0x80);
        const auto read = decoders::readSkyMap({map.constData(), static_cast<size_t>(map.size())});
        QVERIFY(std::holds_alternative<decoders::SkyMapFacts>(read));
        QCOMPARE(std::get<decoders::SkyMapFacts>(read).area50, 41252.96124941927 / 48);
    }

    void overlappingMapIsRefused()
    {
        QByteArray map = dataOf("multiorder.fits");
        for (int row = 0; row < 15; ++row) // every pixel becomes base pixel 4
            map.replace(5760 + row * 16, 8, QByteArray::fromHex("0000000000000008"));
        const auto read = decoders::readSkyMap({map.constData(), static_cast<size_t>(map.size())});
        QVERIFY(std::holds_alternative<std::string>(read));
        QVERIFY(std::get<std::string>(read).find("overlap") != std::string::npos);
    }

    // Cut anywhere, a map is refused with a reason and no row shows half of it.
    void everyCutMapIsRefused()
    {
        const QByteArray map = dataOf("multiorder.fits");
        for (qsizetype size = 0; size <= 5760 + 14 * 16; ++size) { // headers and all rows but the last
            const auto read = decoders::readSkyMap({map.constData(), static_cast<size_t>(size)});
            QVERIFY2(std::holds_alternative<std::string>(read), qPrintable(QString::number(size)));
        }
    }

    void ztf_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("records");
        QTest::newRow("null") << QByteArray("ztf.avro") << 1;
        QTest::newRow("deflate, two records") << QByteArray("ztf_two_deflate.avro") << 2;
        QTest::newRow("snappy") << QByteArray("ztf_snappy.avro") << 1;
    }
    void ztf()
    {
        QFETCH(QByteArray, name);
        QFETCH(int, records);
        const Decoded decoded = decodeFile(name.constData(), {.fields = true});
        QVERIFY2(decoded.error.empty(), decoded.error.c_str());
        QCOMPARE(static_cast<int>(decoded.alerts.size()), records);
        for (const auto &alert : decoded.alerts) {
            QCOMPARE(alert->id, Text("3458293962815015016"));
            QCOMPARE(alert->name, Text("ZTF26aaaaaaa"));
            QCOMPARE(alert->mag.value, 18.925); // the digits that it has
            QVERIFY(alert->mag.single);
            QCOMPARE(alert->score.value, 0.9375);
            QCOMPARE(alert->scoreKind, Text("drb"));
            QCOMPARE(alert->band, Text("ztf-r"));
            QCOMPARE(alert->isNegative, std::optional<bool>(false));
            QCOMPARE(alert->solarSystem, Text()); // ZTF writes "null"
            QCOMPARE(alert->access, Text("public"));
            QCOMPARE(alert->format, Text("ztf-avro 4.02"));
        }
        QCOMPARE(decoded.trees[0]["candid"].get<int64_t>(), int64_t{3458293962815015016});
        QCOMPARE(decoded.trees[0]["candidate"]["magpsf"].dump(), std::string("18.925"));
        QCOMPARE(decoded.trees[0]["cutoutScience"]["stampData"]["bytes"].get<int>(), 42);
    }

    void plain()
    {
        const Alert alert = *decodeFile("plain.json").alerts.at(0);
        QCOMPARE(alert.id, Text("9007199254740993")); // beyond 2^53
        QCOMPARE(alert.ra.value, 349.5); // wrapped, and said
        QCOMPARE(alert.problems.size(), size_t{1});
        QCOMPARE(decodeText("[{\"id\": 1}, {\"id\": 2}]").alerts.size(), size_t{2});
    }

    // A heartbeat makes no row and keeps no bytes, so nothing else may pass for one.
    void heartbeats_data()
    {
        QTest::addColumn<QByteArray>("topic");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("heartbeat");
        const QByteArray gcn = R"({"$schema": "x", "alert_datetime": "2026-09-14T00:00:00Z"})";
        const QByteArray scimma = R"({"timestamp": 1789344000000000, "count": 7})";
        QTest::newRow("GCN") << QByteArray("gcn.heartbeat") << gcn << true;
        QTest::newRow("SCiMMA") << QByteArray("sys.heartbeat") << scimma << true;
        QTest::newRow("GCN's shape elsewhere") << QByteArray("gcn.notices.x") << gcn << false;
        QTest::newRow("SCiMMA's shape elsewhere") << QByteArray("my.counts") << scimma << false;
        QTest::newRow("from a file") << QByteArray() << scimma << false;
        QTest::newRow("an alert on a heartbeat topic") << QByteArray("gcn.heartbeat") << QByteArray(R"({"alert_datetime": "2026-09-14T00:00:00Z", "mission": "Fermi"})") << false;
        QTest::newRow("a count of words") << QByteArray("sys.heartbeat") << QByteArray(R"({"timestamp": 1789344000000000, "count": "7"})") << false;
    }
    void heartbeats()
    {
        QFETCH(QByteArray, topic);
        QFETCH(QByteArray, text);
        QFETCH(bool, heartbeat);
        const Decoded decoded = decoders::decode({.value = text.constData(), .topic = topic.constData()});
        QCOMPARE(decoded.heartbeat, heartbeat);
        QCOMPARE(decoded.alerts.empty(), heartbeat);
        QVERIFY(decoded.error.empty());
    }

    void namesInAnyCase_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<double>("ra");
        QTest::newRow("as they are") << QByteArray(R"({"name": "a", "ra": 1, "dec": 2})") << QByteArray("a") << 1.0;
        QTest::newRow("capitals") << QByteArray(R"({"NAME": "a", "RA": 1, "DEC": 2})") << QByteArray("a") << 1.0;
        QTest::newRow("mixed") << QByteArray(R"({"Name": "a", "RA": 1, "Dec": 2})") << QByteArray("a") << 1.0;
        QTest::newRow("small") << QByteArray(R"({"objectid": "a", "ra": 1, "dec": 2})") << QByteArray("a") << 1.0;
        QTest::newRow("inside") << QByteArray(R"({"ObjectID": "a", "Candidate": {"Ra": 1, "dEC": 2}})") << QByteArray("a") << 1.0;
        QTest::newRow("its own case wins") << QByteArray(R"({"RA": 5, "ra": 1, "Ra": 6, "dec": 2, "NAME": "b", "name": "a"})") << QByteArray("a") << 1.0;
        QTest::newRow("null is passed over") << QByteArray(R"({"ra": null, "RA": 1, "dec": 2, "name": null, "objectId": "a"})") << QByteArray("a") << 1.0;
        QTest::newRow("the packet before what is inside") << QByteArray(R"({"candidate": {"ra": 5, "name": "b"}, "RA": 1, "dec": 2, "name": "a"})") << QByteArray("a") << 1.0;
        QTest::newRow("an object is no name") << QByteArray(R"({"target": {"name": "a", "ra": 1, "dec": 2}})") << QByteArray("a") << 1.0;
    }
    void namesInAnyCase()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, name);
        QFETCH(double, ra);
        const Decoded decoded = decodeText(text.constData());
        QVERIFY2(decoded.error.empty(), decoded.error.c_str());
        QCOMPARE(decoded.alerts.at(0)->name, name.toStdString());
        QCOMPARE(decoded.alerts.at(0)->ra.value, ra);
        QCOMPARE(decoded.alerts.at(0)->dec.value, 2.0);
    }

    void forcedFormats()
    {
        const QByteArray bytes = dataOf("notice.json");
        QCOMPARE(decodeText({bytes.constData(), static_cast<size_t>(bytes.size())}, {.format = "json"}).alerts.at(0)->format, Text("json"));
        QVERIFY(!decodeText("{}", {.format = "nonsense"}).error.empty());
    }

    void schemaFromElsewhere()
    {
        const std::string schema = R"({"type": "record", "name": "r", "fields": [{"name": "id", "type": "long"}, {"name": "ra", "type": "double"}, {"name": "dec", "type": "double"}]})";
        std::string datum("\x54", 1);
        for (const double value : {10.5, -20.25})
            datum.append(reinterpret_cast<const char *>(&value), 8);
        QCOMPARE(decodeText(datum, {.schema = schema}).alerts.at(0)->id, Text("42"));
        QCOMPARE(decodeText(std::string("\0\0\0\0\7", 5) + datum, {.schema = schema}).alerts.at(0)->dec.value, -20.25);
        QVERIFY(!decodeText(datum.substr(0, 10), {.schema = schema}).error.empty());
    }

    // FAULT-63
    void everyCutIsTold_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"notice.json", "circular.json", "gwalert.json", "ztf.avro", "ztf_two_deflate.avro", "ztf_snappy.avro"})
            QTest::newRow(name) << QByteArray(name);
    }
    void everyCutIsTold()
    {
        QFETCH(QByteArray, name);
        QByteArray bytes = dataOf(name.constData());
        while (bytes.endsWith('\n') && name.endsWith(".json"))
            bytes.chop(1);
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            const Decoded decoded = decodeText({bytes.constData(), static_cast<size_t>(size)});
            QVERIFY2(!decoded.error.empty(), qPrintable(QString::number(size)));
            QVERIFY(decoded.alerts.empty());
        }
    }

    // FAULT-63: one bit at a time.
    void everyFlippedBitEndsWell()
    {
        for (const char *name : {"notice.json", "ztf.avro", "ztf_two_deflate.avro"}) {
            QByteArray bytes = dataOf(name);
            for (qsizetype i = 0; i < bytes.size() * 8; i += 3) {
                bytes[i / 8] = static_cast<char>(bytes[i / 8] ^ (1 << (i % 8)));
                const Decoded decoded = decodeText({bytes.constData(), static_cast<size_t>(bytes.size())}, {.fields = true});
                QVERIFY(decoded.heartbeat || decoded.alerts.empty() != decoded.error.empty());
                bytes[i / 8] = static_cast<char>(bytes[i / 8] ^ (1 << (i % 8)));
            }
        }
    }

    // FAULT-64
    void hugePacketsAreRefused()
    {
        const std::string huge((64u << 20) + 1, ' ');
        QVERIFY(decodeText(huge).error.find("64 MiB") != std::string::npos);
        // A length of a gigabyte in a small packet.
        const std::string lying = std::string("Obj\x01\x02\x16", 6) + "avro.schema" + std::string("\x80\x80\x80\x80\x08", 5);
        QVERIFY(!decodeText(lying).error.empty());
    }

    // FAULT-65
    void deepNestingIsRefused()
    {
        QVERIFY(!decodeText(std::string(1'000'000, '[')).error.empty());
        QVERIFY(!decodeText(std::string(100'000, '[') + std::string(100'000, ']')).error.empty());
        std::string nested = "1";
        for (int i = 0; i < 30; ++i)
            nested = "{\"a\": " + nested + "}";
        QVERIFY(decodeText(nested).error.empty());
    }

    // FAULT-73
    void oddTextIsKeptAndNoted()
    {
        const Decoded latin = decodeText("{\"id\": \"1\", \"name\": \"M\xfcnchen\"}");
        QCOMPARE(latin.alerts.at(0)->name, Text("M\xef\xbf\xbdnchen"));
        QCOMPARE(decodeText(R"({"id": "1", "name": "a\u0000b"})").alerts.at(0)->name, Text("a\xef\xbf\xbd" "b"));
        QVERIFY(decodeText("{\"id\": \"1\", \"url\": \"javascript:alert(1)\"}").alerts.at(0)->url.empty());
        QCOMPARE(latin.alerts.at(0)->problems.size(), size_t{1});
        QCOMPARE(decodeText(R"({"id": "1", "name": "a\ud800b"})").alerts.at(0)->name, Text("a\xef\xbf\xbd" "b"));
        // Marks that turn the direction of text are kept here; ui/theme/formats shows them.
        const std::string turned = "a\u202eb\u2066c";
        const Decoded marks = decodeText("{\"id\": \"1\", \"name\": \"" + turned + "\"}", {.fields = true});
        QCOMPARE(marks.alerts.at(0)->name, turned);
        QCOMPARE(marks.trees.at(0)["name"].get<std::string>(), turned);
        QCOMPARE(decodeText("\xef\xbb\xbf{\"id\": \"7\"}").alerts.at(0)->id, Text("7"));
        QCOMPARE(decodeText("{\"id\": \"1\", \"name\": \"" + std::string(50'000, 'n') + "\"}").alerts.at(0)->name.size(), size_t{1'000});
    }

    // FAULT-74
    void oddNumbersAreMissingAndNoted_data()
    {
        QTest::addColumn<QByteArray>("ra");
        QTest::addColumn<QByteArray>("dec");
        QTest::addColumn<double>("expected"); // NaN: no position
        const double none = std::nan("");
        QTest::newRow("NaN") << QByteArray("NaN") << QByteArray("1") << none;
        QTest::newRow("Infinity") << QByteArray("Infinity") << QByteArray("1") << none;
        QTest::newRow("1e400") << QByteArray("1e400") << QByteArray("1") << none;
        QTest::newRow("text") << QByteArray("\"10\"") << QByteArray("1") << none;
        QTest::newRow("object") << QByteArray("{}") << QByteArray("1") << none;
        QTest::newRow("only one") << QByteArray("10") << QByteArray("null") << none;
        QTest::newRow("RA 400") << QByteArray("721") << QByteArray("1") << none;
        QTest::newRow("Dec 91") << QByteArray("10") << QByteArray("91") << none;
        QTest::newRow("Dec -95") << QByteArray("10") << QByteArray("-95") << none;
        QTest::newRow("RA 360") << QByteArray("360") << QByteArray("1") << 0.0;
        QTest::newRow("RA -10") << QByteArray("-10") << QByteArray("1") << 350.0;
        QTest::newRow("RA 365") << QByteArray("365") << QByteArray("1") << 5.0;
        QTest::newRow("tiny") << QByteArray("1e-400") << QByteArray("1") << 0.0;
        QTest::newRow("-0") << QByteArray("-0") << QByteArray("-0.0") << 0.0;
        QTest::newRow("-0.0") << QByteArray("-0.0") << QByteArray("-0") << 0.0;
        QTest::newRow("-1e400") << QByteArray("-1e400") << QByteArray("1") << none;
        QTest::newRow("Dec 1e400") << QByteArray("1") << QByteArray("1e400") << none;
        QTest::newRow("2^63") << QByteArray("9223372036854775808") << QByteArray("1") << none;
        QTest::newRow("2^64") << QByteArray("18446744073709551616") << QByteArray("1") << none;
        QTest::newRow("Dec 2^63") << QByteArray("1") << QByteArray("9223372036854775808") << none;
        QTest::newRow("just below 0") << QByteArray("-1e-30") << QByteArray("1") << 0.0;
    }
    void oddNumbersAreMissingAndNoted()
    {
        QFETCH(QByteArray, ra);
        QFETCH(QByteArray, dec);
        QFETCH(double, expected);
        const Decoded decoded = decodeText("{\"id\": \"1\", \"ra\": " + ra.toStdString() + ", \"dec\": " + dec.toStdString() + "}");
        QVERIFY2(decoded.error.empty(), decoded.error.c_str());
        const Alert &alert = *decoded.alerts.at(0);
        QCOMPARE(alert.hasPosition(), !std::isnan(expected));
        QCOMPARE(alert.ra.has(), alert.dec.has());
        if (!std::isnan(expected))
            QCOMPARE(alert.ra.value, expected);
        if (alert.hasPosition())
            QVERIFY(!std::signbit(alert.ra.value) && !(dec.startsWith("-0") && std::signbit(alert.dec.value)));
        const bool asItIs = ra == "1e-400" || ra.startsWith("-0");
        QCOMPARE(alert.problems.empty(), asItIs);
    }

    // FAULT-74: 64-bit ids never pass through a double.
    void bigNumbersKeepTheirDigits_data()
    {
        QTest::addColumn<QByteArray>("sent");
        for (const char *digits : {"9007199254740993", "9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616",
                                   "-9223372036854775808", "123456789012345678901234567890"})
            QTest::newRow(digits) << QByteArray(digits);
    }
    void bigNumbersKeepTheirDigits()
    {
        QFETCH(QByteArray, sent);
        const Decoded decoded = decodeText("{\"id\": " + sent.toStdString() + ", \"mag\": -0.0}", {.fields = true});
        QVERIFY2(decoded.error.empty(), decoded.error.c_str());
        QCOMPARE(decoded.alerts.at(0)->id, sent.toStdString());
        QVERIFY(decoded.trees.at(0).dump().find(sent.toStdString()) != std::string::npos);
        QVERIFY(!std::signbit(decoded.alerts.at(0)->mag.value));
    }

    void bothReadersAgree()
    {
        for (const char *name : {"notice.json", "circular.json", "gwalert.json", "retraction.json", "plain.json"}) {
            const QByteArray bytes = dataOf(name);
            const std::string_view text(bytes.constData(), static_cast<size_t>(bytes.size()));
            decoders::TreeBudget budget;
            const decoders::FieldTree strict = decoders::toFieldTree(decoders::readJson(text).root, budget);
            const decoders::JsonDocument broken = decoders::readBrokenJson(text);
            QVERIFY(broken.problems.empty());
            QCOMPARE(decoders::toFieldTree(broken.root, budget).dump(), strict.dump());
        }
        for (const char *bad : {"", "{", "[1,2,}", "tru", "{'a': 1}", "{\"a\": 1} x", "{\"a\": 1 /* c */}", "01", "1.", "\"\\x\"", "nul"})
            QVERIFY2(!decoders::readJson(bad).error.empty(), bad);
    }
};

QTEST_GUILESS_MAIN(TestDecoders)
#include "tst_decoders.moc"
