// SPDX-License-Identifier: GPL-3.0-or-later
// FAULT-75, the service's side: alerts wait raw for a schema, a real HTTP server (a stand-in in this process) gives it or does
// not, and the rows are decoded in place. And: a new version of a survey's packets is noticed.
#include "core/decoders/decoder.h"
#include "core/decoders/schemastore.h"
#include "core/domain/fieldmapping.h"
#include "core/filter/filter.h"
#include "core/services/alertfeed.h"
#include "core/services/pipeline.h"
#include "core/services/schemadoctor.h"
#include "core/services/schemauses.h"
#include "support/archivefixture.h"
#include "support/filters.h"
#include "support/framedpackets.h"
#include "support/httpstandin.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::services;
using namespace tocsin::tests;

namespace {

constexpr uint32_t kSchema = 4711;
const QString kPath = u"/schemas/ids/4711"_s;

QByteArray answerOf(const char *schema)
{
    return QByteArray::fromStdString(nlohmann::json{{"schema", schema}}.dump());
}

std::string containerOf(const std::string &schema, const std::string &datum)
{
    test::AvroContainerBuilder builder(schema);
    builder.block(1, datum);
    return builder.bytes;
}

// Two versions of a survey: the second has lost "dec".
const std::string kFirst = R"({"type": "record", "name": "alert", "namespace": "far.v1_0", "fields": [{"name": "id", "type": "long"}, {"name": "ra", "type": "double"}, {"name": "dec", "type": "double"}]})";
const std::string kSecond = R"({"type": "record", "name": "alert", "namespace": "far.v1_1", "fields": [{"name": "id", "type": "long"}, {"name": "ra", "type": "float"}, {"name": "declination", "type": "double"}]})";

} // namespace

class TestSchemaDoctor final : public QObject, private ArchiveFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void fetchedOnceKeptForEverAndDecodedInPlace();
    void waitsWhateverTheRegistrySays_data();
    void waitsWhateverTheRegistrySays();
    void asksAgainAfterARestart();
    void aRegistryThatIsSaidLater();
    void aSchemaThatAnotherProcessBrought();
    void withoutAnArchiveLaterAlertsAreRead();
    void endsInTheMiddle();
    void aNewVersionIsNews();
    void aNewVersionOfJsonIsNews();
    void newsSurviveTheProgram();
    void whatPeopleHaveMade();

private:
    void start(const QString &memory = {});
    void offer(std::vector<std::string> values, const StreamRefPtr &who = nullptr);
    void offerFramed(int count);
    [[nodiscard]] std::string registry() const { return m_server->address().toStdString(); }
    [[nodiscard]] int64_t undecoded() { return readerOf()->info().value().undecoded; }

    std::unique_ptr<HttpStandIn> m_server;
    std::unique_ptr<QTemporaryDir> m_schemas;
    std::unique_ptr<AlertFeed> m_feed;
    std::unique_ptr<SchemaDoctor> m_doctor;
    std::unique_ptr<Pipeline> m_pipeline;
    StreamRefPtr m_stream;
    int64_t m_offset = 0;
    SchemaFetch::Settings m_settings;
};

void TestSchemaDoctor::init()
{
    begin();
    m_server = std::make_unique<HttpStandIn>(); // another port, so the store knows nothing of it
    m_schemas = std::make_unique<QTemporaryDir>();
    decoders::SchemaStore::instance().setFolder(m_schemas->path());
    m_stream = framedStream(registry());
    m_offset = 0;
    m_settings = {.patience = QByteArray(QTest::currentDataTag()) == "slow" ? 500ms : 10s, .firstPause = 1h, .longestPause = 1h};
    open();
    start();
}

void TestSchemaDoctor::cleanup()
{
    if (m_doctor)
        m_doctor->stop();
    m_pipeline.reset();
    m_archive.reset();
    m_doctor.reset();
    m_feed.reset();
    decoders::SchemaStore::instance().setFolder({});
}

void TestSchemaDoctor::start(const QString &memory)
{
    if (m_doctor)
        m_doctor->stop();
    m_pipeline.reset();
    if (!m_feed)
        m_feed = std::make_unique<AlertFeed>();
    m_archive->setListener(m_feed.get());
    m_doctor = std::make_unique<SchemaDoctor>(*m_archive, memory, m_settings);
    connect(m_feed.get(), &AlertFeed::alertsWait, m_doctor.get(), &SchemaDoctor::look);
    m_pipeline = std::make_unique<Pipeline>(*m_archive);
    m_pipeline->setSchemaListener(m_doctor.get());
    m_doctor->look();
}

void TestSchemaDoctor::offer(std::vector<std::string> values, const StreamRefPtr &who)
{
    static const LanePtr where = lane();
    Batch batch;
    auto memory = std::make_shared<std::vector<std::string>>(std::move(values));
    for (const std::string &value : *memory) {
        Packet &packet = batch.packets.emplace_back();
        packet.lane = where;
        packet.position = m_offset++;
        packet.value = value;
        packet.stream = who ? who : m_stream;
        packet.brokerTime = UtcTime::fromMs(1'790'000'000'000 + packet.position);
        packet.received = UtcTime::fromMs(1'790'000'001'000);
    }
    batch.keepAlive = memory;
    const int64_t wanted = m_offset;
    QVERIFY(m_pipeline->offer(batch));
    QTRY_COMPARE_WITH_TIMEOUT(readerOf()->lastRow().value(), wanted, 10'000);
}

void TestSchemaDoctor::offerFramed(int count)
{
    std::vector<std::string> values;
    for (int i = 0; i < count; ++i)
        values.push_back(framedPlace(kSchema, m_offset + i));
    offer(std::move(values));
}

void TestSchemaDoctor::fetchedOnceKeptForEverAndDecodedInPlace()
{
    m_server->lay(kPath, 404, {});
    offerFramed(300);
    QTRY_COMPARE(m_doctor->waiting().size(), size_t{1});
    QTRY_VERIFY(!m_doctor->waiting().front().lastError.message.isEmpty());
    const WaitingSchema waiting = m_doctor->waiting().front();
    QCOMPARE(waiting.stream, std::string("rubin"));
    QCOMPARE(waiting.key.id, kSchema);
    QCOMPARE(waiting.rows, 300);
    QCOMPARE(int(waiting.lastError.kind), int(ErrorKind::NotFound));
    QVERIFY(waiting.nextTry.isValid());
    offerFramed(20);
    QTRY_COMPARE(m_doctor->waiting().front().rows, 320);
    QCOMPARE(m_server->asked, QStringList{kPath}); // not once for each
    QCOMPARE(undecoded(), 320);
    m_server->lay(kPath, 200, answerOf(kPlaceSchema));
    int64_t redecoded = 0;
    connect(m_doctor.get(), &SchemaDoctor::redecoded, this, [&](qint64 rows) { redecoded += rows; });
    m_doctor->tryNow();
    QTRY_COMPARE_WITH_TIMEOUT(redecoded, 320, 20'000);
    QTRY_VERIFY(m_doctor->waiting().empty());
    QCOMPARE(undecoded(), 0);
    const auto reader = readerOf();
    QCOMPARE(reader->alerts(std::vector<int64_t>{7}).value().front()->id, Text("6"));
    // What comes from now on is read at once, and nobody is asked any more.
    offerFramed(5);
    QCOMPARE(undecoded(), 0);
    QCOMPARE(m_server->asked.size(), 2);
    // Nor after the program has ended: it lies in the folder.
    decoders::SchemaStore later;
    later.setFolder(m_schemas->path());
    QVERIFY(later.byId(registry(), kSchema));
}

void TestSchemaDoctor::waitsWhateverTheRegistrySays_data()
{
    QTest::addColumn<QByteArray>("raw");
    const auto ok = [](const QByteArray &body) { return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body; };
    QTest::addRow("404") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    QTest::addRow("503") << QByteArray("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
    QTest::addRow("slow") << QByteArray();
    QTest::addRow("huge") << ok(QByteArray(1'100'000, ' ') + answerOf(kPlaceSchema));
    QTest::addRow("a web page") << ok("<!DOCTYPE html><html><body>Sign in</body></html>");
    QTest::addRow("JSON that is no schema") << ok(R"({"error_code": 40403, "message": "Schema not found"})");
    QTest::addRow("a schema that is none") << ok(R"({"schema": "{\"type\": \"record\"}"})");
    QTest::addRow("deeply nested") << ok(QByteArray(100'000, '['));
    QTest::addRow("another host") << QByteArray("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.2:9/schemas/ids/4711\r\nContent-Length: 0\r\n\r\n");
    QTest::addRow("a file") << QByteArray("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n");
}

void TestSchemaDoctor::waitsWhateverTheRegistrySays()
{
    QFETCH(QByteArray, raw);
    m_server->raw[kPath] = raw;
    if (raw.isEmpty())
        m_server->silent << kPath;
    offerFramed(3);
    QTRY_VERIFY(m_doctor->waiting().size() == 1 && !m_doctor->waiting().front().lastError.message.isEmpty());
    // Nothing is lost: the rows are there, say what they wait for, and have their bytes.
    const auto reader = readerOf();
    const auto alerts = reader->alerts(std::vector<int64_t>{1, 2, 3}).value();
    for (size_t i = 0; i < 3; ++i) {
        QCOMPARE(decoders::waitsForSchema(*alerts[i]), std::optional(kSchema));
        QCOMPARE(reader->packet(alerts[i]->row).value().value, framedPlace(kSchema, static_cast<int64_t>(i)));
    }
    QVERIFY(!decoders::SchemaStore::instance().byId(registry(), kSchema));
    m_server->silent.clear();
    m_server->lay(kPath, 200, answerOf(kPlaceSchema));
    m_doctor->tryNow();
    QTRY_COMPARE(undecoded(), 0);
}

void TestSchemaDoctor::asksAgainAfterARestart()
{
    offerFramed(4);
    QTRY_COMPARE(m_server->asked.size(), 1);
    m_doctor->stop();
    m_pipeline.reset();
    m_archive.reset();
    m_server->lay(kPath, 200, answerOf(kPlaceSchema));
    open();
    start(); // nothing comes: what waits is found
    QTRY_COMPARE(undecoded(), 0);
    QCOMPARE(m_server->asked.size(), 2);
}

void TestSchemaDoctor::aRegistryThatIsSaidLater()
{
    m_server->lay(kPath, 200, answerOf(kPlaceSchema));
    m_stream = framedStream({});
    offerFramed(4);
    QTRY_COMPARE(m_doctor->waiting().size(), size_t{1});
    QVERIFY(m_doctor->waiting().front().key.registry.empty());
    QVERIFY(m_server->asked.isEmpty());
    m_archive->setRegistry(m_stream->uuid, registry(), [this] { m_doctor->look(); });
    QTRY_COMPARE(undecoded(), 0);
    // And so are its fields, for whoever reads the packet.
    const auto filter = filterOf("fields.text = \"object number 2\"");
    const auto reader = readerOf();
    std::vector<int64_t> found;
    QVERIFY(reader->findRows(filter.get(), UtcTime::now(), false, [&](const std::vector<int64_t> &rows, double) {
        found.insert(found.end(), rows.begin(), rows.end());
        return true;
    }));
    QCOMPARE(found, std::vector<int64_t>{3});
}

void TestSchemaDoctor::aSchemaThatAnotherProcessBrought()
{
    offerFramed(4);
    QTRY_COMPARE(m_server->asked.size(), 1);
    decoders::SchemaStore other;
    other.setFolder(m_schemas->path());
    QVERIFY(other.add(registry(), kSchema, kPlaceSchema));
    m_doctor->look();
    QTRY_COMPARE(undecoded(), 0);
    QCOMPARE(m_server->asked.size(), 1);
}

void TestSchemaDoctor::withoutAnArchiveLaterAlertsAreRead()
{
    cleanup();
    decoders::SchemaStore::instance().setFolder(m_schemas->path());
    m_archive = archive::makeNullArchive();
    start();
    m_server->lay(kPath, 200, answerOf(kPlaceSchema));
    const auto send = [this] {
        Batch batch;
        auto value = std::make_shared<std::string>(framedPlace(kSchema, 1));
        Packet &packet = batch.packets.emplace_back();
        packet.lane = lane();
        packet.position = m_offset++;
        packet.value = *value;
        packet.stream = m_stream;
        batch.keepAlive = value;
        return m_pipeline->offer(batch);
    };
    QVERIFY(send());
    QTRY_VERIFY(decoders::SchemaStore::instance().byId(registry(), kSchema));
    QVERIFY(send());
    QCOMPARE(m_server->asked.size(), 1);
}

void TestSchemaDoctor::endsInTheMiddle()
{
    m_server->lay(kPath, 200, answerOf(kPlaceSchema));
    m_stream = framedStream({});
    offerFramed(3'000);
    m_archive->setRegistry(m_stream->uuid, registry(), [this] { m_doctor->look(); });
    QTRY_VERIFY_WITH_TIMEOUT(undecoded() < 3'000, 20'000);
    m_doctor->stop();
    const int64_t left = undecoded();
    m_doctor->look(); // nobody is there any more
    QCOMPARE(undecoded(), left);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(undecoded(), 0, 30'000);
}

void TestSchemaDoctor::aNewVersionIsNews()
{
    int told = 0;
    connect(m_doctor.get(), &SchemaDoctor::newsChanged, this, [&] { ++told; });
    const std::string first = containerOf(kFirst, test::avroLong(7) + test::avroDouble(1) + test::avroDouble(2));
    const float ra = 3;
    const std::string second = containerOf(kSecond, test::avroLong(8) + std::string(reinterpret_cast<const char *>(&ra), 4) + test::avroDouble(4));
    offer({first, first});
    QVERIFY(m_doctor->news().empty()); // the first version is none
    offer({second});
    QTRY_COMPARE(m_doctor->news().size(), size_t{1});
    const SchemaChange change = m_doctor->news().front();
    QCOMPARE(change.stream, std::string("rubin"));
    QCOMPARE(change.is.survey, std::string("far.alert"));
    QCOMPARE(change.was.version, std::string("1.0"));
    QCOMPARE(change.is.version, std::string("1.1"));
    const decoders::SchemaDiff diff = decoders::difference(change.was, change.is);
    QCOMPARE(diff.removed.front().path, std::string("dec"));
    QCOMPARE(diff.added.front().path, std::string("declination"));
    QCOMPARE(diff.changed.front().path, std::string("ra"));
    // Versions that alternate are no news again; another stream begins for itself.
    offer({first, second, first, second});
    offer({second}, framedStream({}, "u-other", "other"));
    m_doctor->putAside(change.streamUuid, change.is.survey);
    QVERIFY(m_doctor->news().empty());
    offer({first});
    QCOMPARE(told, 2); // it came, and it was put aside
}

// Notices in JSON have no schema with them, but the address of one: its version is theirs.
void TestSchemaDoctor::aNewVersionOfJsonIsNews()
{
    const auto notice = [](const std::string &version, const std::string &more, const std::string &kind = "swift/bat/guano") {
        return R"({"$schema": "https://gcn.nasa.gov/schema/)" + version + "/gcn/notices/" + kind + R"(.schema.json", "mission": "Far", "trigger_time": "2026-09-14T03:00:00Z", )" + more + "}";
    };
    const QString memory = m_schemas->filePath(u"memory.json"_s);
    start(memory);
    offer({notice("v4.0.0", R"("ra": 1, "dec": 2, "old": {"rate": 3}, "list": [{"a": 1}])"), notice("v4.0.0", R"("ra": 1, "dec": 2, "sometimes": 5)")});
    // Another kind on the same topic begins for itself, and so does what has no version.
    offer({notice("v4.1.0", R"("ra": 1, "dec": 2)", "fermi/gbm/trigger"), R"({"id": "x", "ra": 1, "dec": 2})"});
    QVERIFY(m_doctor->news().empty());
    offer({notice("v4.1.0", R"("ra": null, "dec": 2, "new_key": "text", "list": [{"a": 1, "b": "x"}])")});
    QTRY_COMPARE(m_doctor->news().size(), size_t{1});
    const SchemaChange change = m_doctor->news().front();
    QCOMPARE(change.is.survey, std::string("gcn/notices/swift/bat/guano"));
    QCOMPARE(change.was.version, std::string("v4.0.0"));
    QCOMPARE(change.is.version, std::string("v4.1.0"));
    QVERIFY(change.is.isSampled);
    const decoders::SchemaDiff diff = decoders::difference(change.was, change.is);
    QCOMPARE(diff.removed, (std::vector<decoders::SchemaField>{{"old", "record"}}));
    QCOMPARE(diff.added, (std::vector<decoders::SchemaField>{{"list.b", "text"}, {"new_key", "text"}}));
    QVERIFY(diff.changed.empty()); // that a value is missing is no other type
    // Versions that alternate are no news again, nor are other fields of a known one; not after a restart either.
    offer({notice("v4.0.0", R"("ra": 1)"), notice("v4.1.0", R"("else": 1)")});
    m_doctor->putAside(change.streamUuid, change.is.survey);
    start(memory);
    offer({notice("v4.0.0", R"("ra": 1)"), notice("v4.1.0", R"("else": 1)")});
    offer({notice("v4.2.0", R"("ra": 1)")});
    QTRY_COMPARE(m_doctor->news().size(), size_t{1});
    QCOMPARE(m_doctor->news().front().was.version, std::string("v4.1.0"));
    QCOMPARE(m_doctor->news().front().is.version, std::string("v4.2.0"));
}

void TestSchemaDoctor::newsSurviveTheProgram()
{
    const QString file = m_folder->filePath(u"data/schemas.json"_s);
    decoders::SchemaShape was{.survey = "far.alert", .version = "1.0", .fields = {{"a", "int"}, {"b", "int"}}, .keys = {{"mag", "b"}}};
    decoders::SchemaShape is = was;
    is.fields.pop_back();
    is.keys.clear();
    {
        SchemaMemory memory(file);
        QVERIFY(!memory.saw("u", "s", was, UtcTime::now()));
        QVERIFY(memory.saw("u", "s", is, UtcTime::now()));
    }
    {
        SchemaMemory memory(file);
        QCOMPARE(memory.news().size(), size_t{1});
        QVERIFY(memory.news().front().was == was);
        QVERIFY(memory.news().front().is == is);
        QVERIFY(!memory.saw("u", "s", was, UtcTime::now())); // known, and no news again
        memory.putAside("u", "far.alert");
    }
    QVERIFY(SchemaMemory(file).news().empty());
    // A file that is none, or another one's: it begins anew.
    for (const QByteArray &bytes : {QByteArray("no JSON"), QByteArray("{\"surveys\": [1]}"), QByteArray("[]"), QByteArray()}) {
        QFile broken(file);
        QVERIFY(broken.open(QIODevice::WriteOnly | QIODevice::Truncate));
        broken.write(bytes);
        broken.close();
        SchemaMemory memory(file);
        QVERIFY(memory.news().empty());
        QVERIFY(!memory.saw("u", "s", was, UtcTime::now()));
        QVERIFY(memory.saw("u", "s", is, UtcTime::now()));
    }
    // A folder that cannot be written holds nothing up.
    SchemaMemory lost(u"/proc/nowhere/schemas.json"_s);
    QVERIFY(!lost.saw("u", "s", was, UtcTime::now()));
    QVERIFY(lost.saw("u", "s", is, UtcTime::now()));
}

void TestSchemaDoctor::whatPeopleHaveMade()
{
    const decoders::SchemaShape was{.survey = "s", .fields = {{"cand", "record"}, {"cand.drb", "float"}, {"cand.mag", "float"}, {"cand.old", "int"}}};
    const decoders::SchemaShape is{.survey = "s", .fields = {{"cand", "record"}, {"cand.mag", "float"}}};
    const auto good = filterOf("fields.cand.mag < 19 and mag < 20");
    const auto bad = filterOf("not (fields.cand.mag < 19) or has(fields.cand.old)");
    QVERIFY(good && bad);
    auto read = FieldMapping::fromJson(R"({"fields": {"id": "/cand/id", "mag": ["/never/there", "/cand/drb"]}})");
    const auto mapping = std::get<std::shared_ptr<const FieldMapping>>(read);
    const std::vector<FieldUse> uses{
        {FieldUse::Kind::Column, "drb", {fieldPath(std::vector<filter::PathStep>{{"cand"}, {.name = {}, .index = 0}, {"drb"}})}},
        {FieldUse::Kind::Column, "mag", {"cand.mag"}},
        {FieldUse::Kind::Filter, "good", fieldPaths(good->root())},
        {FieldUse::Kind::Filter, "bad", fieldPaths(bad->root())},
        {FieldUse::Kind::Mapping, "far", fieldPaths(*mapping)},
    };
    const std::vector<BrokenUse> wanted{{FieldUse::Kind::Column, "drb", "cand.drb"}, {FieldUse::Kind::Filter, "bad", "cand.old"}, {FieldUse::Kind::Mapping, "far", "/cand/drb"}};
    QVERIFY(brokenUses(uses, was, is) == wanted);
    QVERIFY(brokenUses(uses, was, was).empty());
}

QTEST_GUILESS_MAIN(TestSchemaDoctor)
#include "tst_schemadoctor.moc"
