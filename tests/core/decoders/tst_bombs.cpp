// SPDX-License-Identifier: GPL-3.0-or-later
// FAULT-66: what is small on the wire stays small in memory and in time.
#include "core/base/gunzip.h"
#include "core/decoders/decoder.h"
#include "tests/core/decoders/avrobuilder.h"

#include <QFile>
#include <QTest>

#include <ctime>

using namespace tocsin;
using namespace tocsin::test;

namespace {

constexpr size_t kMiB = 1u << 20;

// The most memory that this program held since the mark was reset, in MiB; -1 where the kernel does not tell.
qint64 highWater(bool reset)
{
    if (reset) {
        QFile file(QStringLiteral("/proc/self/clear_refs"));
        return file.open(QIODevice::WriteOnly) && file.write("5") == 1 ? 0 : -1;
    }
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong() / 1024;
    }
    return -1;
}

constexpr bool kInstrumented =
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    true;
#else
    false;
#endif

QByteArray gzipped(size_t size, char fill)
{
    z_stream stream = {};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 9, Z_DEFAULT_STRATEGY);
    QByteArray out(static_cast<qsizetype>(size / 500 + kMiB), Qt::Uninitialized);
    std::string piece(kMiB, fill);
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    for (size_t done = 0; done < size; done += piece.size()) {
        stream.next_in = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_in = static_cast<uInt>(piece.size());
        deflate(&stream, Z_NO_FLUSH);
    }
    deflate(&stream, Z_FINISH);
    out.resize(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

std::string quoted(const std::string &text)
{
    std::string out(1, '"');
    out += text;
    out += '"';
    return out;
}

std::string named(int number)
{
    std::string out(1, 'r');
    out += std::to_string(number);
    return out;
}

// A record of one field, as JSON.
std::string record(const std::string &name, const std::string &field, const std::string &type)
{
    return R"({"type": "record", "name": )" + quoted(name) + R"(, "fields": [{"name": )" + quoted(field) + R"(, "type": )" + type + "}]}";
}

std::string recordOfList(const std::string &items)
{
    return record("root", "a", R"({"type": "array", "items": )" + items + "}");
}

} // namespace

class TestBombs final : public QObject
{
    Q_OBJECT

private:
    // Bytes that unpack or spread to far more than they are. Small here: each is made in the test.
    static std::string bomb(const QString &name)
    {
        if (name == u"a list of 64 M nulls in one block") {
            AvroContainerBuilder container(recordOfList(quoted("null")), "deflate");
            container.block(1, avroLong(64'000'000) + avroLong(0));
            return container.bytes;
        }
        if (name == u"nulls, padded with 16 MiB of zeros") {
            AvroContainerBuilder container(recordOfList(quoted("null")), "deflate");
            container.block(1, avroLong(64'000'000) + std::string(16 * kMiB - 1024, '\0'));
            return container.bytes;
        }
        if (name == u"empty records") {
            AvroContainerBuilder container(recordOfList(R"({"type": "record", "name": "e", "fields": []})"));
            container.block(1, avroLong(1'000'000'000) + avroLong(0));
            return container.bytes;
        }
        if (name == u"a long name in every record") {
            AvroContainerBuilder container(recordOfList(record("e", std::string(100'000, 'n'), quoted("boolean"))));
            container.block(1, avroLong(500'000) + std::string(500'000, '\0') + avroLong(0));
            return container.bytes;
        }
        if (name == u"15 M flags, 15 kB deflated") {
            AvroContainerBuilder container(recordOfList(quoted("boolean")), "deflate");
            container.block(1, avroLong(15'000'000) + std::string(15'000'000, '\0') + avroLong(0));
            return container.bytes;
        }
        if (name == u"400 blocks of 16 MiB, deflate" || name == u"80 blocks of 16 MiB, snappy") {
            const bool deflate = name.endsWith(u"deflate");
            AvroContainerBuilder container(record("r", "s", quoted("string")), deflate ? "deflate" : "snappy");
            const std::string data = avroText(std::string(16 * kMiB - 8, '\0'));
            const std::string packed = deflate ? deflated(data) : snapped(data);
            for (int i = 0; i < (deflate ? 400 : 80); ++i)
                container.packedBlock(1, packed);
            return container.bytes;
        }
        if (name == u"a million empty blocks") {
            AvroContainerBuilder container(recordOfList(quoted("boolean")), "deflate");
            const std::string packed = deflated("");
            for (int i = 0; i < 1'000'000; ++i)
                container.packedBlock(0, packed);
            return container.bytes;
        }
        if (name == u"chains of records around single bytes" || name == u"the same in a field that is passed over") {
            // Named one after the other: nested as deep, the schema itself would be refused.
            std::string schema(1, '[');
            schema += record("r0", "f", quoted("boolean"));
            for (int i = 1; i < 50; ++i)
                schema.append(", ").append(record(named(i), "f", quoted(named(i - 1))));
            const std::string chain = avroLong(8'000'000) + std::string(8'000'000, '\0') + avroLong(0);
            if (name.startsWith(u"chains")) {
                AvroContainerBuilder container(schema + std::string(", ") + recordOfList(quoted("r49")) + "]");
                container.block(1, avroLong(50) + chain);
                return container.bytes;
            }
            AvroContainerBuilder container(R"({"type": "record", "namespace": "ztf", "name": "alert", "fields": [{"name": "types", "type": )" + schema
                                           + R"(]}, {"name": "a", "type": {"type": "array", "items": "r49"}}, {"name": "objectId", "type": "string"},
                {"name": "candid", "type": "long"}, {"name": "candidate", "type": {"type": "record", "name": "c", "fields":
                [{"name": "jd", "type": "double"}, {"name": "magpsf", "type": "double"}, {"name": "programid", "type": "int"}]}}]})");
            container.block(1, avroLong(0) + std::string(1, '\0') + chain);
            return container.bytes;
        }
        if (name == u"100 MiB in one block") {
            AvroContainerBuilder container("\"bytes\"", "deflate");
            container.block(1, std::string(100 * kMiB, '\0'));
            return container.bytes;
        }
        if (name == u"broken JSON of 20 M numbers") {
            std::string text = "[NaN";
            for (int i = 0; i < 20'000'000; ++i)
                text += ",0";
            return text + "]";
        }
        return {};
    }

private Q_SLOTS:
    void bombsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("reason");
        for (const char *name : {"a list of 64 M nulls in one block", "nulls, padded with 16 MiB of zeros", "empty records", "a long name in every record",
                                 "15 M flags, 15 kB deflated", "chains of records around single bytes", "the same in a field that is passed over"})
            QTest::newRow(name) << QByteArray("more values than are allowed");
        for (const char *name : {"100 MiB in one block", "400 blocks of 16 MiB, deflate", "80 blocks of 16 MiB, snappy"})
            QTest::newRow(name) << QByteArray("unpacks to more than is allowed");
        QTest::newRow("a million empty blocks") << QByteArray("more than 10,000 blocks");
        QTest::newRow("broken JSON of 20 M numbers") << QByteArray("too many values");
    }
    void bombsAreRefused()
    {
        QFETCH(QByteArray, reason);
        const std::string bytes = bomb(QString::fromUtf8(QTest::currentDataTag()));
        for (const bool fields : {false, true}) {
            const qint64 before = highWater(true) < 0 ? -1 : highWater(false);
            const std::clock_t began = std::clock();
            const decoders::Decoded decoded = decoders::decode({.value = bytes}, {.fields = fields});
            QVERIFY2(decoded.error.find(reason.toStdString()) != std::string::npos, decoded.error.c_str());
            QVERIFY(decoded.alerts.empty());
            // Unpacked 64 MiB (a buffer that grows holds it twice for a moment), the tree 128 MiB as it is counted.
            if (before >= 0 && !kInstrumented)
                QVERIFY2(highWater(false) - before < 300, qPrintable(QString::number(highWater(false) - before)));
            // Of the processor, not of the clock: a busy machine is no fault. Without the limits it was a minute.
            const double seconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
            if (!kInstrumented)
                QVERIFY2(seconds < 5, qPrintable(QString::number(seconds)));
        }
    }

    // The limits leave room for what is large and true.
    void muchIsStillRead()
    {
        AvroContainerBuilder container(
            R"({"type": "record", "name": "r", "fields": [{"name": "id", "type": "long"}, {"name": "ra", "type": "double"}, {"name": "dec", "type": "double"},
                {"name": "curve", "type": {"type": "array", "items": ["null", "double"]}}]})",
            "deflate");
        for (int64_t block = 0; block < 20; ++block) {
            std::string data;
            for (int64_t i = 0; i < 100; ++i) {
                data += avroLong(block * 100 + i) + avroDouble(1.5 + static_cast<double>(i)) + avroDouble(-2.5) + avroLong(200);
                for (int64_t k = 0; k < 200; ++k)
                    data += k % 3 ? avroLong(1) + avroDouble(static_cast<double>(k * i) * 0.37) : avroLong(0);
                data += avroLong(0);
            }
            container.block(100, data);
        }
        const decoders::Decoded decoded = decoders::decode({.value = container.bytes});
        QVERIFY2(decoded.error.empty(), decoded.error.c_str());
        QCOMPARE(decoded.alerts.size(), size_t{2'000});
        QCOMPARE(decoded.alerts.back()->id, Text("1999"));
        QVERIFY(decoded.alerts.back()->problems.empty());
    }

    // A file that "decode" unpacks first.
    void gzippedJson()
    {
        const QByteArray packed = gzipped(300 * kMiB, ' ');
        QVERIFY(packed.size() < qsizetype(2 * kMiB));
        const qint64 before = highWater(true) < 0 ? -1 : highWater(false);
        const Result<QByteArray> unpacked = gunzip(packed, 64 << 20);
        QVERIFY(!unpacked);
        QCOMPARE(unpacked.error().kind, ErrorKind::Undecodable);
        if (before >= 0 && !kInstrumented)
            QVERIFY(highWater(false) - before < 200);
    }
};

QTEST_GUILESS_MAIN(TestBombs)
#include "tst_bombs.moc"
