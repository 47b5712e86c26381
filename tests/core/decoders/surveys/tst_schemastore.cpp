// SPDX-License-Identifier: GPL-3.0-or-later
// Schemas of packets that bring none: shipped, kept, by number, by fingerprint, in the key; many files made one.
#include "core/decoders/decoder.h"
#include "core/decoders/schemastore.h"
#include "tests/core/decoders/avrobuilder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tocsin;
using namespace tocsin::test;
using decoders::Decoded;
using decoders::SchemaStore;

namespace {

const char *const kPlace = R"({"type": "record", "name": "r", "fields": [{"name": "id", "type": "long"}, {"name": "ra", "type": "double"}, {"name": "dec", "type": "double"}]})";

std::string place(int64_t id)
{
    return avroLong(id) + avroDouble(10.5) + avroDouble(-20.25);
}

std::string framed(uint32_t id, const std::string &data)
{
    std::string bytes(1, '\0');
    for (const int shift : {24, 16, 8, 0})
        bytes += static_cast<char>(id >> shift);
    return bytes + data;
}

std::string singleObject(uint64_t fingerprint, const std::string &data)
{
    std::string bytes = "\xc3\x01";
    for (int shift = 0; shift < 64; shift += 8)
        bytes += static_cast<char>(fingerprint >> shift);
    return bytes + data;
}

Decoded decode(std::string_view bytes, const decoders::Wanted &wanted = {})
{
    return decoders::decode({.value = bytes}, wanted);
}

std::optional<std::string> nobody(std::string_view)
{
    return std::nullopt;
}

} // namespace

class TestSchemaStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedSchemas()
    {
        SchemaStore store;
        for (const uint32_t id : {300u, 400u, 500u, 600u, 601u, 700u, 701u, 702u, 703u, 704u, 800u, 900u, 1000u, 1100u, 1101u}) {
            const auto schema = store.byId({}, id);
            QVERIFY2(schema, qPrintable(QString::number(id)));
            QVERIFY(schema->field(schema->root(), "diaSource") >= 0);
        }
        QVERIFY(!store.byId({}, 1102));
        QVERIFY(!store.byId("https://elsewhere.example", 1100)); // numbers mean something at their own registry only
        QVERIFY(store.byId("https://rubin-alert-schemas.slac.stanford.edu/schema-registry", 1100));
    }

    // FAULT-75: what needs an unknown schema says so, and is read as soon as the schema is here.
    void unknownWaitsAndIsReadAfterwards()
    {
        const std::string registry = "https://schemas.example";
        const std::string packet = framed(4711, place(42));
        const decoders::Wanted wanted{.registry = registry};
        const Decoded waiting = decode(packet, wanted);
        QVERIFY(waiting.alerts.empty());
        QCOMPARE(waiting.needsSchema, std::string("4711"));
        QCOMPARE(waiting.format, Text("avro-registry 4711"));
        QVERIFY2(waiting.error.find("4711") != std::string::npos, waiting.error.c_str());
        SchemaStore &store = SchemaStore::instance();
        QVERIFY(!store.add(registry, 4711, "<html>404</html>"));
        QVERIFY(!store.add(registry, 4711, R"({"error_code": 40403, "message": "Schema not found"})"));
        QCOMPARE(decode(packet, wanted).needsSchema, std::string("4711"));
        const std::string answer = nlohmann::json{{"schema", kPlace}}.dump();
        QVERIFY(store.add(registry, 4711, answer));
        const Decoded read = decode(packet, wanted);
        QVERIFY2(read.error.empty(), read.error.c_str());
        QVERIFY(read.needsSchema.empty());
        QCOMPARE(read.alerts.at(0)->id, Text("42"));
        QVERIFY(!store.add(registry, 4711, R"({"type": "record", "name": "r", "fields": [{"name": "id", "type": "string"}]})"));
        QVERIFY(decode(packet, wanted).error.empty());
    }

    void whatCameOnceStaysForEver()
    {
        QTemporaryDir folder;
        const QString place = folder.filePath(QStringLiteral("deeper/schemas"));
        {
            SchemaStore store;
            store.setFolder(place);
            QVERIFY(!store.byId("https://a.example", 7));
            QVERIFY(store.add("https://a.example", 7, kPlace));
            QVERIFY(store.byId("https://a.example", 7));
        }
        SchemaStore store;
        QVERIFY(!store.byId("https://a.example", 7));
        store.setFolder(place);
        QVERIFY(store.byId("https://a.example", 7));
        QVERIFY(!store.byId("https://b.example", 7));
        QVERIFY(store.byFingerprint(SchemaStore::fingerprintOf(kPlace).value()));
    }

    void brokenFileIsUnknown()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("rubin-1234.avsc")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"type\": \"rec") > 0);
        file.close();
        SchemaStore store;
        store.setFolder(folder.path());
        QVERIFY(!store.byId({}, 1234));
        QVERIFY(store.add({}, 1234, kPlace));
        QVERIFY(store.byId({}, 1234));
    }

    void framesThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("five bytes") << QByteArray("\0\0\0\x04\x4c", 5);
        QTest::newRow("number 0") << QByteArray(40, '\0');
        QTest::newRow("an impossible number") << QByteArray("\0\xff\xff\xff\xff" "body", 9);
        QTest::newRow("two bytes of a single object") << QByteArray("\xc3\x01", 2);
    }
    void framesThatAreNone()
    {
        QFETCH(QByteArray, bytes);
        const Decoded decoded = decode({bytes.constData(), static_cast<size_t>(bytes.size())});
        QVERIFY(!decoded.error.empty());
        QVERIFY(decoded.needsSchema.empty());
    }

    // A known schema and bytes that do not fit it are an error, not a wait.
    void bodyThatDoesNotFit()
    {
        const Decoded decoded = decode(framed(1100, "x"));
        QVERIFY(!decoded.error.empty());
        QVERIFY(decoded.needsSchema.empty());
    }

    void fingerprints()
    {
        QCOMPARE(SchemaStore::fingerprintOf("\"int\"").value(), uint64_t{0x7275d51a3f395c8f}); // of the specification's own tests
        QCOMPARE(SchemaStore::fingerprintOf(R"({"type": "int", "doc": "x"})").value(), uint64_t{0x7275d51a3f395c8f});
        QVERIFY(!SchemaStore::fingerprintOf("nonsense").has_value());
    }

    void singleObjects()
    {
        QVERIFY(SchemaStore::instance().add("https://single.example", 1, kPlace));
        const std::string bytes = singleObject(SchemaStore::fingerprintOf(kPlace).value(), place(43));
        const Decoded given = decode(bytes, {.schema = kPlace});
        QVERIFY2(given.error.empty(), given.error.c_str());
        QCOMPARE(given.alerts.at(0)->id, Text("43"));
        QCOMPARE(decode(bytes).alerts.at(0)->id, Text("43")); // what was added is known by its fingerprint too
        QVERIFY(!decode(singleObject(1, place(43))).error.empty());
        QFile shipped(QStringLiteral(TOCSIN_TEST_DATA "/lsst_registry.bin"));
        QVERIFY(shipped.open(QIODevice::ReadOnly));
        QFile schema(QStringLiteral(":/schemas/lsst.v11_0.avsc"));
        QVERIFY(schema.open(QIODevice::ReadOnly));
        const uint64_t fingerprint = SchemaStore::fingerprintOf(schema.readAll().toStdString()).value();
        const Decoded lsst = decode(singleObject(fingerprint, shipped.readAll().sliced(5).toStdString()));
        QVERIFY2(lsst.error.empty(), lsst.error.c_str());
        QCOMPARE(lsst.alerts.at(0)->id, Text("4242"));
    }

    // Fink's messages bear the schema as their key.
    void schemaInTheKey()
    {
        const std::string bytes = place(44);
        const Decoded decoded = decoders::decode({.value = bytes, .key = kPlace});
        QVERIFY2(decoded.error.empty(), decoded.error.c_str());
        QCOMPARE(decoded.alerts.at(0)->id, Text("44"));
        QVERIFY(!decoders::decode({.value = bytes, .key = R"({"fields": 1})"}).error.empty());
        const Decoded json = decoders::decode({.value = R"({"id": 45})", .key = R"({"id": 45})"});
        QCOMPARE(json.alerts.at(0)->id, Text("45"));
    }

    void manyFilesBecomeOne()
    {
        const std::string top = R"({"namespace": "a.v1", "type": "record", "name": "alert", "doc": "x", "fields": [
            {"name": "one", "type": "a.v1.part"}, {"name": "many", "type": ["null", {"type": "array", "items": "part"}], "default": null}]})";
        const std::string part = R"({"namespace": "a.v1", "type": "record", "name": "part", "fields": [{"name": "id", "type": "long"}, {"name": "kind", "type": {"type": "enum", "name": "k", "symbols": ["x", "y"]}}]})";
        const auto named = [&](std::string_view name) { return name == "a.v1.part" ? std::optional(part) : std::nullopt; };
        const SchemaStore::Inlined whole = SchemaStore::inlined(top, named);
        QVERIFY2(whole.error.empty(), whole.error.c_str());
        QCOMPARE(decoders::AvroSchema::parse(whole.text).index(), size_t{0});
        QVERIFY(whole.text.find("doc") == std::string::npos);
        QVERIFY(SchemaStore::inlined(top, nobody).error.find("a.v1.part") != std::string::npos);
        // A type that is nothing but itself ends, and so does a chain without an end.
        QVERIFY(!SchemaStore::inlined(top, [](std::string_view) { return std::optional<std::string>(R"("a.v1.part")"); }).error.empty());
        int asked = 0;
        const auto endless = [&](std::string_view) {
            ++asked;
            return std::optional(R"({"type": "record", "name": "n)" + std::to_string(asked) + R"(", "fields": [{"name": "f", "type": "n)" + std::to_string(asked + 1) + R"("}]})");
        };
        QVERIFY(!SchemaStore::inlined(R"("n1")", endless).error.empty());
        QVERIFY(asked < 1'000);
    }
};

QTEST_GUILESS_MAIN(TestSchemaStore)
#include "tst_schemastore.moc"
