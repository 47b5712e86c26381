// SPDX-License-Identifier: GPL-3.0-or-later
// Avro beyond one well-made ZTF alert: counts that lie, data without a container, other surveys in ZTF's schema.
#include "core/decoders/avroreader.h"
#include "core/decoders/decoder.h"
#include "tests/core/decoders/avrobuilder.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace tocsin;
using namespace tocsin::test;
using decoders::AvroReader;
using decoders::AvroSchema;
using decoders::Decoded;
using decoders::FieldTree;

namespace {

const char *const kPlace = R"({"type": "record", "name": "r", "fields": [{"name": "id", "type": "long"}, {"name": "ra", "type": "double"}, {"name": "dec", "type": "double"}]})";

std::string place(int64_t id, double ra = 10.5, double dec = -20.25)
{
    return avroLong(id) + avroDouble(ra) + avroDouble(dec);
}

Decoded decode(std::string_view bytes, const decoders::Wanted &wanted = {})
{
    return decoders::decode({.value = bytes}, wanted);
}

bool hasProblem(const Alert &alert, std::string_view part)
{
    return std::ranges::any_of(alert.problems, [&](const std::string &problem) { return problem.find(part) != std::string::npos; });
}

// ZTF's shape in the namespace of somebody.
std::string inZtfShape(const char *space, const char *objectId)
{
    AvroContainerBuilder container(std::string(R"({"type": "record", "name": "alert", )") + space
                                   + R"("fields": [{"name": "objectId", "type": "string"}, {"name": "candid", "type": "long"}, {"name": "candidate", "type": {"type": "record",
        "name": "candidate", "fields": [{"name": "jd", "type": "double"}, {"name": "fid", "type": "int"}, {"name": "programid", "type": "int"}, {"name": "ra", "type": "double"},
        {"name": "dec", "type": "double"}, {"name": "magpsf", "type": "float"}]}}]})");
    const float mag = 18.5F;
    container.block(1, avroText(objectId) + avroLong(77) + avroDouble(2'460'000.5) + avroLong(1) + avroLong(1) + avroDouble(1.5) + avroDouble(2.5)
                           + std::string(reinterpret_cast<const char *>(&mag), 4));
    return container.bytes;
}

} // namespace

class TestAvro final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsOfBlocks_data()
    {
        QTest::addColumn<int>("promised");
        QTest::addColumn<int>("held");
        QTest::addColumn<int>("read"); // 0: an error
        QTest::addColumn<QByteArray>("note");
        QTest::newRow("as promised") << 2 << 2 << 2 << QByteArray();
        QTest::newRow("more than promised") << 2 << 3 << 2 << QByteArray("17 bytes of an Avro block stand behind its last record");
        QTest::newRow("fewer than promised") << 3 << 2 << 2 << QByteArray("promises more records than it holds");
        QTest::newRow("none promised") << 0 << 1 << 0 << QByteArray("17 bytes of an Avro block stand behind its last record");
        QTest::newRow("none held") << 1 << 0 << 0 << QByteArray("end at byte 0");
    }
    void countsOfBlocks()
    {
        QFETCH(int, promised);
        QFETCH(int, held);
        QFETCH(int, read);
        QFETCH(QByteArray, note);
        std::string data;
        for (int i = 0; i < held; ++i)
            data += place(i + 1);
        AvroContainerBuilder container(kPlace);
        container.block(promised, data);
        const Decoded decoded = decode(container.bytes);
        QCOMPARE(static_cast<int>(decoded.alerts.size()), read);
        if (read == 0)
            QVERIFY2(decoded.error.find(note.toStdString()) != std::string::npos, decoded.error.c_str());
        else
            QCOMPARE(hasProblem(*decoded.alerts.back(), note.toStdString()), !note.isEmpty());
    }

    // Half a record is a broken packet, not a wrong count.
    void cutInsideANumber()
    {
        AvroContainerBuilder container(kPlace);
        container.block(2, place(1) + "\x80");
        const Decoded decoded = decode(container.bytes);
        QVERIFY(decoded.alerts.empty());
        QVERIFY2(decoded.error.find("inside a number") != std::string::npos, decoded.error.c_str());
    }

    // A datum that says nothing of itself is believed only when it ends where the packet ends.
    void bareData_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("id"); // empty: an error
        const auto row = [](const char *name, std::string_view schema, const std::string &bytes, const char *id) {
            QTest::newRow(name) << QByteArray(schema.data(), static_cast<qsizetype>(schema.size())) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))
                                << QByteArray(id);
        };
        const std::string registry("\0\0\0\0\7", 5);
        const std::string optional = R"({"type": "record", "name": "r", "fields": [{"name": "x", "type": ["null", "int"]}, {"name": "id", "type": "string"}]})";
        const std::string worded = R"({"type": "record", "name": "r", "fields": [{"name": "subject", "type": "string"}, {"name": "id", "type": "string"}]})";
        row("bare", kPlace, place(42), "42");
        row("behind a schema id", kPlace, registry + place(42), "42");
        row("bare, id 0", kPlace, place(0), "0");
        row("behind a schema id, id 0", kPlace, registry + place(0), "0");
        row("bare, a null first", optional, avroLong(0) + avroText("longer"), "longer");
        row("bare, an empty text first", worded, avroText("") + avroText("longer"), "longer");
        row("a blank of 1 byte", R"({"type": "record", "name": "r", "fields": [{"name": "id", "type": "long"}]})", " ", "16");
        row("cut", kPlace, place(42).substr(0, 10), "");
        row("one byte more", kPlace, place(42) + "x", "");
        row("one byte more behind a schema id", kPlace, registry + place(42) + "x", "");
        row("a schema id alone", kPlace, registry, "");
        row("nothing", kPlace, "", "");
    }
    void bareData()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, id);
        const Decoded decoded = decode({bytes.constData(), static_cast<size_t>(bytes.size())}, {.fields = true, .schema = schema.constData()});
        QCOMPARE(decoded.error.empty(), !id.isEmpty());
        QCOMPARE(decoded.trees.size(), decoded.alerts.size());
        if (!id.isEmpty())
            QCOMPARE(decoded.alerts.at(0)->id, id.toStdString());
    }

    // Lists are passed over by what their records have in common; the place behind them is the same as field by field.
    void listsArePassedOver()
    {
        constexpr const char *schema = R"({"type": "record", "name": "r", "fields": [{"name": "list", "type": {"type": "array", "items":
            {"type": "record", "name": "item", "fields": [{"name": "a", "type": "double"}, {"name": "b", "type": ["null", "long"]}, {"name": "c", "type": "string"},
            {"name": "d", "type": ["string", "null"]}, {"name": "e", "type": "int"}, {"name": "f", "type": ["null", "float"]}, {"name": "g", "type": "boolean"},
            {"name": "h", "type": {"type": "array", "items": "int"}}, {"name": "i", "type": ["null", "double", "string"]}, {"name": "j", "type": "null"},
            {"name": "k", "type": "long"}, {"name": "l", "type": "bytes"}]}}}, {"name": "after", "type": "int"}]})";
        const auto parsed = std::get<0>(AvroSchema::parse(schema));
        QRandomGenerator random(7);
        const auto anyLong = [&] { return avroLong(static_cast<int64_t>(random.generate64()) >> random.bounded(64)); };
        std::string longest;
        for (int round = 0; round < 300; ++round) {
            const int items = 3 + random.bounded(40);
            const int chaos = random.bounded(30); // of a hundred records differ from the first
            std::string bytes = avroLong(items);
            std::string last;
            for (int item = 0; item < items; ++item) {
                if (item == 0 || random.bounded(100) < chaos) {
                    const auto perhaps = [&](const std::string &value, int64_t branch) { return random.bounded(2) ? avroLong(1 - branch) : avroLong(branch) + value; };
                    last = avroDouble(random.generateDouble()) + perhaps(anyLong(), 1) + avroText(std::string(static_cast<size_t>(random.bounded(90)), 'x'))
                        + perhaps(avroText("text"), 0) + anyLong() + perhaps("1234", 1) + (random.bounded(2) ? "\x01" : std::string(1, '\0'));
                    last += random.bounded(2) ? avroLong(2) + anyLong() + anyLong() + avroLong(0) : avroLong(0);
                    last += random.bounded(2) ? avroLong(1) + avroDouble(0) : avroLong(2) + avroText("double");
                    last += anyLong() + avroText(std::string(static_cast<size_t>(std::max(0, random.bounded(300) - 60)), '\xff'));
                    if (last.back() == '\0') // a length in more bytes than it needs, which is allowed
                        last.replace(last.size() - 1, 1, std::string("\x80\x80\x80\x80\x80\x80\0", 7));
                }
                bytes += last;
            }
            bytes += avroLong(0);
            const size_t behind = bytes.size();
            bytes += avroLong(77);
            AvroReader reader(bytes);
            QVERIFY2(reader.skip(*parsed, static_cast<uint32_t>(parsed->field(parsed->root(), "list"))), reader.error().c_str());
            QCOMPARE(reader.position(), behind);
            FieldTree tree;
            AvroReader whole(bytes);
            QVERIFY2(whole.tree(*parsed, parsed->root(), tree), whole.error().c_str());
            QCOMPARE(tree["after"].get<int>(), 77);
            if (bytes.size() > longest.size() && bytes.size() < 8'000)
                longest = bytes;
        }
        for (size_t size = 0; size < longest.size(); ++size) {
            AvroReader cut(std::string_view(longest).substr(0, size));
            QVERIFY(!cut.skip(*parsed, parsed->root()) && !cut.error().empty());
        }
    }

    void whoseAlertItIs_data()
    {
        QTest::addColumn<QByteArray>("space");
        QTest::addColumn<QByteArray>("objectId");
        QTest::addColumn<bool>("ofZtf");
        QTest::newRow("ZTF") << QByteArray(R"("namespace": "ztf", )") << QByteArray("ZTF26aaaaaaa") << true;
        QTest::newRow("ZTF's namespace, odd object") << QByteArray(R"("namespace": "ztf", )") << QByteArray("x1") << true;
        QTest::newRow("a broker's schema, ZTF's object") << QByteArray(R"("namespace": "topLevelRecord", )") << QByteArray("ZTF26aaaaaaa") << true;
        QTest::newRow("no namespace, ZTF's object") << QByteArray() << QByteArray("ZTF26aaaaaaa") << true;
        QTest::newRow("nobody known") << QByteArray(R"("namespace": "nobody", )") << QByteArray("None.2") << false;
        QTest::newRow("a namespace that begins alike") << QByteArray(R"("namespace": "ztfish", )") << QByteArray("A1") << false;
    }
    void whoseAlertItIs()
    {
        QFETCH(QByteArray, space);
        QFETCH(QByteArray, objectId);
        QFETCH(bool, ofZtf);
        const Decoded decoded = decode(inZtfShape(space.constData(), objectId.constData()), {.fields = true});
        QVERIFY2(decoded.error.empty(), decoded.error.c_str());
        const Alert &alert = *decoded.alerts.at(0);
        QCOMPARE(alert.format, Text(ofZtf ? "ztf-avro" : "avro"));
        QCOMPARE(alert.mission, Text(ofZtf ? "ZTF" : ""));
        QCOMPARE(alert.band, Text(ofZtf ? "ztf-g" : ""));
        QCOMPARE(alert.url.empty(), !ofZtf);
        QCOMPARE(alert.name, objectId.toStdString());
        QCOMPARE(alert.id, Text("77"));
        QCOMPARE(alert.ra.value, 1.5);
        QCOMPARE(alert.mag.value, 18.5);
        QCOMPARE(alert.timestamp.iso(), std::string("2023-02-25T00:00:00.000000Z"));
        QCOMPARE(decoded.trees.at(0)["objectId"].get<std::string>(), objectId.toStdString());
    }

    void otherSurveysInTheSameShape()
    {
        const Alert alert = *decode(inZtfShape(R"("namespace": "turbo", )", "None.2")).alerts.at(0);
        QCOMPARE(alert.format, Text("turbo-avro"));
        QCOMPARE(alert.mission, Text("TURBO"));
        QVERIFY(alert.band.empty() && alert.url.empty());
    }

    // Whoever asks for the format gets it, but never a survey's name that the packet does not bear.
    void forcedFormatNamesNoSurvey()
    {
        const std::string bytes = inZtfShape(R"("namespace": "turbo", )", "None.2");
        const Alert alert = *decode(bytes, {.format = "ztf-avro"}).alerts.at(0);
        QCOMPARE(alert.format, Text("ztf-avro"));
        QVERIFY(alert.mission.empty() && alert.band.empty() && alert.url.empty());
    }

    // FAULT-74
    void numbersThatAreNone_data()
    {
        QTest::addColumn<double>("ra");
        QTest::addColumn<bool>("position");
        const double infinite = std::numeric_limits<double>::infinity();
        QTest::newRow("NaN") << std::numeric_limits<double>::quiet_NaN() << false;
        QTest::newRow("infinite") << infinite << false;
        QTest::newRow("-infinite") << -infinite << false;
        QTest::newRow("1e308") << 1e308 << false;
        QTest::newRow("-0") << -0.0 << true;
    }
    void numbersThatAreNone()
    {
        QFETCH(double, ra);
        QFETCH(bool, position);
        AvroContainerBuilder container(kPlace);
        container.block(1, place(1, ra));
        const Decoded decoded = decode(container.bytes, {.fields = true});
        QVERIFY2(decoded.error.empty(), decoded.error.c_str());
        const Alert &alert = *decoded.alerts.at(0);
        QCOMPARE(alert.hasPosition(), position);
        QCOMPARE(alert.problems.empty(), position);
        if (position)
            QVERIFY(!std::signbit(alert.ra.value));
        QVERIFY(!decoded.trees.at(0).dump().empty());
    }
};

QTEST_GUILESS_MAIN(TestAvro)
#include "tst_avro.moc"
