// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may write as a field mapping, what is refused and why, and what it makes of a packet.
#include "core/decoders/decoder.h"
#include "core/domain/fieldmapping.h"
#include "core/services/packetdecoding.h"
#include "core/services/streamstore.h"
#include "core/streams/mappingoption.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace tocsin;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const FieldMapping> mappingFrom(std::string_view text)
{
    const auto read = FieldMapping::fromJson(text);
    if (const auto *wrong = std::get_if<std::string>(&read))
        qWarning("%s", wrong->c_str());
    const auto *mapping = std::get_if<std::shared_ptr<const FieldMapping>>(&read);
    return mapping ? *mapping : nullptr;
}

Alert mapped(std::string_view packet, std::string_view mapping)
{
    const auto read = mappingFrom(mapping);
    const decoders::Decoded decoded = decoders::decode({.value = packet}, {.mapping = read.get()});
    return decoded.alerts.size() == 1 ? *decoded.alerts[0] : Alert();
}

} // namespace

class TestFieldMapping final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readAndWritten()
    {
        const std::string text = R"({"format":"*","fields":{"id":"/a~1b/0","ra":{"from":"/pos/ra","unit":"h"},"timestamp":{"from":["/t","/u"],"unit":"mjd","scale":"tai"}}})";
        const auto mapping = mappingFrom(text);
        QVERIFY(mapping);
        QCOMPARE(mapping->toJson(), text);
        QVERIFY(mapping->appliesTo("gcn-notice v6.0.0"));
        QCOMPARE(mapping->find("id")->from.at(0), (FieldMapping::Pointer{"a/b", "0"}));
        const auto plain = mappingFrom(R"({"fields": {"name": "/n"}})");
        QVERIFY(plain->appliesTo("json") && plain->appliesTo("avro") && !plain->appliesTo("ztf-avro 4.02"));
        QVERIFY(mappingFrom(R"({"format": "ztf-avro", "fields": {"name": "/n"}})")->appliesTo("ztf-avro 4.02"));
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("why");
        QTest::newRow("no json") << QByteArray("{\"fields\": ") << QByteArray("character");
        QTest::newRow("list") << QByteArray("[]") << QByteArray("no JSON object");
        QTest::newRow("empty") << QByteArray("{}") << QByteArray("names no field");
        QTest::newRow("unknown key") << QByteArray(R"({"fields": {"rightascension": "/a"}})") << QByteArray("rightascension");
        QTest::newRow("transport") << QByteArray(R"({"fields": {"offset": "/a"}})") << QByteArray("offset");
        QTest::newRow("unit") << QByteArray(R"({"fields": {"ra": {"from": "/a", "unit": "m"}}})") << QByteArray("deg, h, rad");
        QTest::newRow("no unit") << QByteArray(R"({"fields": {"id": {"from": "/a", "unit": "m"}}})") << QByteArray("it has none");
        QTest::newRow("scale") << QByteArray(R"({"fields": {"timestamp": {"from": "/a", "scale": "et"}}})") << QByteArray("utc, tai, tt, gps");
        QTest::newRow("scale of ra") << QByteArray(R"({"fields": {"ra": {"from": "/a", "scale": "tai"}}})") << QByteArray("only a time");
        QTest::newRow("pointer") << QByteArray(R"({"fields": {"ra": "a.b"}})") << QByteArray("JSON pointer");
        QTest::newRow("escape") << QByteArray(R"({"fields": {"ra": "/a~2"}})") << QByteArray("JSON pointer");
        QTest::newRow("no from") << QByteArray(R"({"fields": {"ra": {"unit": "deg"}}})") << QByteArray("from is missing");
        QTest::newRow("number") << QByteArray(R"({"fields": {"ra": 5}})") << QByteArray("no text");
        QTest::newRow("word") << QByteArray(R"({"field": {"ra": "/a"}})") << QByteArray("field");
    }
    void refused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, why);
        const auto read = FieldMapping::fromJson(text.toStdString());
        const auto *wrong = std::get_if<std::string>(&read);
        QVERIFY(wrong);
        QVERIFY2(wrong->find(why.toStdString()) != std::string::npos, wrong->c_str());
    }

    void values()
    {
        const Alert alert = mapped(
            R"({"ev": {"no": 9007199254740993}, "who": ["x", "Name of it"], "p": {"a": 6.5, "d": "-30"}, "f": 1000, "rate": 1, "r": 30, "flag": "yes", "h": {"k": 0.5}})",
            R"({"fields": {"id": "/ev/no", "name": "/who/1", "ra": {"from": "/p/a", "unit": "h"}, "dec": "/p/d", "mag": {"from": "/f", "unit": "nJy"},
                "far": {"from": "/rate", "unit": "1/yr"}, "error_radius": {"from": ["/none", "/r"], "unit": "arcmin"}, "test": "/flag", "score": "/h/k"}})");
        QCOMPARE(alert.id, Text("9007199254740993"));
        QCOMPARE(alert.name, Text("Name of it"));
        QCOMPARE(alert.event, Text("Name of it"));
        QCOMPARE(alert.ra.value, 97.5);
        QCOMPARE(alert.dec.value, -30.0);
        QVERIFY(std::abs(alert.mag.value - 23.9) < 1e-12);
        QCOMPARE(alert.far.value, 1 / 31557600.0);
        QCOMPARE(alert.errorRadius.value, 0.5);
        QCOMPARE(alert.score.value, 0.5);
        QVERIFY(alert.test && alert.problems.empty());
    }

    void times_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("utc");
        const auto row = [](const char *name, const char *value, const char *rule, const char *utc) { QTest::newRow(name) << QByteArray(value) << QByteArray(rule) << QByteArray(utc); };
        row("iso", "\"2026-09-14 06:00:00\"", "", "2026-09-14T06:00:00.000000Z");
        row("iso tai", "\"2026-09-14T06:00:37\"", R"(,"scale":"tai")", "2026-09-14T06:00:00.000000Z");
        row("iso tt", "\"2026-09-14T06:01:09.184\"", R"(,"scale":"tt")", "2026-09-14T06:00:00.000000Z");
        row("mjd tai", "61297.25", R"(,"unit":"mjd","scale":"tai")", "2026-09-14T05:59:23.000000Z");
        row("mjd as text", "\"61297.25\"", R"(,"unit":"mjd")", "2026-09-14T06:00:00.000000Z");
        row("jd", "2461297.75", R"(,"unit":"jd")", "2026-09-14T06:00:00.000000Z");
        row("gps", "1473400818", R"(,"unit":"s","scale":"gps")", "2026-09-14T06:00:00.000000Z");
        row("unix", "1789365600.25", R"(,"unit":"s")", "2026-09-14T06:00:00.250000Z");
        row("ms", "1789365600250", R"(,"unit":"ms")", "2026-09-14T06:00:00.250000Z");
        row("ns", "1789365600250000000", R"(,"unit":"ns")", "2026-09-14T06:00:00.250000Z");
        row("by size", "1789365600250", "", "2026-09-14T06:00:00.250000Z");
        row("no time", "\"yesterday\"", "", "");
        row("huge", "1e300", R"(,"unit":"s")", "");
        row("iso wanted", "61297.25", R"(,"unit":"iso")", "");
    }
    void times()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, utc);
        const Alert alert = mapped("{\"t\": " + value.toStdString() + "}", R"({"fields": {"timestamp": {"from": "/t")" + rule.toStdString() + "}}}");
        QCOMPARE(alert.timestamp.iso(), utc.toStdString());
        QCOMPARE(alert.problems.empty(), !utc.isEmpty());
    }

    // What the mapping names and the packet lacks is missing, whatever the usual names would have found.
    void overWhatWasFound()
    {
        const std::string packet = R"({"id": "usual", "name": "usual", "ra": 1, "dec": 2, "x": {"ra": 400, "dec": 5}})";
        const Alert missing = mapped(packet, R"({"fields": {"id": "/none", "ra": "/none", "dec": "/none"}})");
        QVERIFY(missing.id.empty() && !missing.hasPosition() && missing.positionKind.empty());
        QCOMPARE(missing.name, Text("usual"));
        const Alert wrapped = mapped(packet, R"({"fields": {"ra": "/x/ra", "dec": "/x/dec"}})");
        QCOMPARE(wrapped.ra.value, 40.0);
        QCOMPARE(wrapped.problems.size(), size_t{1});
        // Other formats stay as they are, unless the mapping says so.
        const std::string known = R"({"uid": "S1", "alert_type": "new", "mine": "other"})";
        QCOMPARE(mapped(known, R"({"fields": {"name": "/mine"}})").name, Text("S1"));
        QCOMPARE(mapped(known, R"({"format": "*", "fields": {"name": "/mine"}})").name, Text("other"));
    }

    // From the settings of a stream to its alerts.
    void keptInStreams()
    {
        QTemporaryDir folder;
        services::StreamStore store(folder.filePath(u"streams.json"_s));
        streams::StreamConfig config{.name = u"mine"_s, .type = u"demo"_s};
        config.values.set(u"mapping"_s, uR"({"fields": {"ra": {"from": "/a", "unit": "miles"}}})"_s);
        const Outcome refused = store.add(config);
        QVERIFY(!refused && refused.error().message.contains(u"miles"_s));
        config.values.set(u"mapping"_s, uR"({"fields": {"name": "/deep/name"}})"_s);
        QVERIFY(store.add(config));
        services::StreamStore again(folder.filePath(u"streams.json"_s));
        QVERIFY(again.load());
        const StreamRefPtr ref = again.streams().at(0).ref();
        QVERIFY(ref->mapping);
        Packet packet;
        packet.stream = ref;
        packet.value = R"({"id": 1, "deep": {"name": "found"}})";
        std::vector<Gap> gaps;
        QCOMPARE(services::decodePacket(packet, gaps).alerts.at(0)->name, Text("found"));
    }
};

QTEST_GUILESS_MAIN(TestFieldMapping)
#include "tst_fieldmapping.moc"
