// SPDX-License-Identifier: GPL-3.0-or-later
// The column files: what goes in comes out, in any order of life and death.
#include "core/archive/columnfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::archive;

namespace {

int column(const char *key)
{
    return columnIndex(findAlertField(key));
}

Alert alertOf(int64_t row)
{
    std::mt19937_64 random(static_cast<uint64_t>(row));
    const auto often = [&random](int in) { return random() % static_cast<uint64_t>(in) != 0; };
    Alert alert;
    alert.row = row;
    alert.id = "id-" + std::to_string(row);
    if (often(3))
        alert.name = std::string(random() % 40, 'n') + std::to_string(row);
    if (often(4))
        alert.mag = 15.0 + static_cast<double>(random() % 1000) / 100;
    if (row % 7 == 0)
        alert.mag = -0.0;
    if (often(2))
        alert.timestamp = UtcTime::fromUs(static_cast<int64_t>(random() % 2'000'000'000'000'000));
    alert.topic = "topic-" + std::to_string(random() % 5);
    alert.test = random() % 2 == 0;
    if (often(2))
        alert.significant = random() % 2 == 0;
    if (often(2))
        alert.offset = static_cast<int64_t>(random() % 3);
    if (row % 5 == 0)
        alert.problems = {"ra refused", ""};
    return alert;
}

struct Rows {
    std::vector<Alert> alerts;
    std::vector<ColumnWriter::Entry> entries;

    Rows(int64_t first, int64_t last, int64_t step = 1)
    {
        for (int64_t row = first; row <= last; row += step)
            alerts.push_back(alertOf(row));
        for (const Alert &alert : alerts)
            entries.push_back({alert.row, static_cast<uint32_t>(1 + alert.row % 3), &alert});
    }
};

// Everything of the rows from `first` to `last`; those that `there` denies must be missing.
void compare(ColumnReader &reader, int64_t first, int64_t last, const std::function<bool(int64_t)> &there)
{
    const auto count = static_cast<size_t>(last - first + 1);
    std::vector<double> mags(count);
    std::vector<int64_t> times(count);
    std::vector<int64_t> offsets(count);
    std::vector<uint8_t> tests(count);
    std::vector<uint8_t> significant(count);
    std::vector<uint32_t> topics(count);
    std::vector<uint32_t> streams(count);
    std::vector<std::string_view> ids;
    std::vector<std::string_view> names;
    std::vector<std::string_view> problems;
    QVERIFY(reader.numbers(column("mag"), first, count, mags.data()));
    QVERIFY(reader.times(column("timestamp"), first, count, times.data()));
    QVERIFY(reader.counts(column("offset"), first, count, offsets.data()));
    QVERIFY(reader.flags(column("test"), first, count, tests.data()));
    QVERIFY(reader.flags(column("significant"), first, count, significant.data()));
    QVERIFY(reader.codes(column("topic"), first, count, topics.data()));
    QVERIFY(reader.codes(streamColumn(), first, count, streams.data()));
    QVERIFY(reader.texts(column("id"), first, count, ids));
    QVERIFY(reader.texts(column("name"), first, count, names));
    QVERIFY(reader.texts(column("problems"), first, count, problems));
    const std::vector<std::string> &dictionary = reader.dictionary(column("topic"));
    for (size_t i = 0; i < count; ++i) {
        const int64_t row = first + static_cast<int64_t>(i);
        if (!there(row)) {
            QCOMPARE(streams[i], 0u);
            QVERIFY(std::isnan(mags[i]));
            QVERIFY(ids[i].empty());
            continue;
        }
        const Alert alert = alertOf(row);
        QCOMPARE(streams[i], static_cast<uint32_t>(1 + row % 3));
        QCOMPARE(std::isnan(mags[i]), !alert.mag.has());
        if (alert.mag.has()) {
            QCOMPARE(mags[i], alert.mag.value);
            QCOMPARE(std::signbit(mags[i]), std::signbit(alert.mag.value));
        }
        QCOMPARE(times[i], alert.timestamp.us);
        QCOMPARE(offsets[i], alert.offset.value_or(-1));
        QCOMPARE(int(tests[i]), alert.test ? 2 : 1);
        QCOMPARE(int(significant[i]), alert.significant ? *alert.significant ? 2 : 1 : 0);
        QCOMPARE(dictionary.at(topics[i] - 1), alert.topic);
        QCOMPARE(std::string(ids[i]), alert.id);
        QCOMPARE(std::string(names[i]), alert.name);
        QCOMPARE(std::string(problems[i]), alert.problems.empty() ? std::string() : std::string("ra refused\0\0", 12));
    }
}

} // namespace

class TestColumns final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void valuesComeBack();
    void rowsAreReplaced();
    void writersFollowEachOther();
    void aPowerCutTakesWhatWasNotSynced();
    void anotherLayoutBeginsAnew();
    void aTornDictionaryIsMended();
    void aDamagedHeapIsNotBelieved_data();
    void aDamagedHeapIsNotBelieved();

private:
    [[nodiscard]] QString place() const { return m_folder->path(); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestColumns::valuesComeBack()
{
    ColumnReader none;
    QVERIFY(!none.open(place()));
    ColumnWriter writer;
    QVERIFY(writer.open(place()).ok());
    Rows rows(1, 40'000, 3); // holes, and more than one stretch
    QVERIFY(writer.append(rows.entries, 40'000).ok());
    ColumnReader reader;
    QVERIFY(reader.open(place()));
    QCOMPARE(reader.complete(), 40'000);
    const auto there = [](int64_t row) { return row >= 1 && row <= 40'000 && (row - 1) % 3 == 0; };
    compare(reader, 1, 40'000, there);
    compare(reader, 39'990, 40'100, there);
    compare(reader, 17, 17, there);
}

void TestColumns::rowsAreReplaced()
{
    ColumnWriter writer;
    QVERIFY(writer.open(place()).ok());
    QVERIFY(writer.append(Rows(1, 1'000).entries, 1'000).ok());
    Rows left(101, 200, 2);
    QVERIFY(writer.replace(left.entries, 101, 200).ok());
    QVERIFY(writer.noteChange(7).ok());
    ColumnReader reader;
    QVERIFY(reader.open(place()));
    QCOMPARE(reader.change(), 7);
    compare(reader, 1, 1'000, [](int64_t row) { return row < 101 || row > 200 || row % 2 == 1; });
}

void TestColumns::writersFollowEachOther()
{
    for (int64_t first = 1; first <= 5'000; first += 1'000) {
        ColumnWriter writer;
        QVERIFY(writer.open(place()).ok());
        QCOMPARE(writer.complete(), first - 1);
        QVERIFY(writer.append(Rows(first, first + 999).entries, first + 999).ok());
    }
    ColumnReader reader;
    QVERIFY(reader.open(place()));
    compare(reader, 1, 5'000, [](int64_t) { return true; });
    QCOMPARE(reader.dictionary(column("topic")).size(), size_t{5});
}

void TestColumns::aPowerCutTakesWhatWasNotSynced()
{
    {
        ColumnWriter writer;
        QVERIFY(writer.open(place()).ok());
        QVERIFY(writer.append(Rows(1, 100).entries, 100).ok());
        QVERIFY(writer.sync().ok());
        QVERIFY(writer.append(Rows(101, 150).entries, 150).ok());
    }
    // Another boot.
    QFile file(columnFolder(place()) + u"/state"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    ColumnState state;
    QCOMPARE(file.read(reinterpret_cast<char *>(&state), sizeof state), qint64(sizeof state));
    QCOMPARE(state.complete, 150);
    ++state.boot;
    QVERIFY(file.seek(0));
    QCOMPARE(file.write(reinterpret_cast<const char *>(&state), sizeof state), qint64(sizeof state));
    file.close();
    ColumnReader reader;
    QVERIFY(reader.open(place()));
    QCOMPARE(reader.complete(), 100);
    ColumnWriter writer;
    QVERIFY(writer.open(place()).ok());
    QCOMPARE(writer.complete(), 100);
}

void TestColumns::anotherLayoutBeginsAnew()
{
    {
        ColumnWriter writer;
        QVERIFY(writer.open(place()).ok());
        QVERIFY(writer.append(Rows(1, 100).entries, 100).ok());
    }
    QFile file(columnFolder(place()) + u"/state"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(8));
    QCOMPARE(file.write("another!"), 8);
    file.close();
    ColumnReader reader;
    QVERIFY(!reader.open(place()));
    ColumnWriter writer;
    QVERIFY(writer.open(place()).ok());
    QCOMPARE(writer.complete(), 0);
}

void TestColumns::aTornDictionaryIsMended()
{
    {
        ColumnWriter writer;
        QVERIFY(writer.open(place()).ok());
        QVERIFY(writer.append(Rows(1, 100).entries, 100).ok());
    }
    QFile file(columnFolder(place()) + u"/topic.dic"_s);
    QVERIFY(file.open(QIODevice::Append));
    QCOMPARE(file.write("\x09\0\0\0tor", 7), 7);
    file.close();
    ColumnWriter writer;
    QVERIFY(writer.open(place()).ok());
    QVERIFY(writer.append(Rows(101, 200).entries, 200).ok());
    ColumnReader reader;
    QVERIFY(reader.open(place()));
    compare(reader, 1, 200, [](int64_t) { return true; });
}

void TestColumns::aDamagedHeapIsNotBelieved_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("at");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("row"); // that reads it
    const auto text = [](int64_t row) { return static_cast<qint64>(alertOf(row).id.size() + 4); };
    qint64 last = 0;
    for (int64_t row = 1; row < 100; ++row)
        last += text(row);
    const QByteArray huge("\xf0\xff\xff\xff", 4);
    QTest::newRow("size of the first") << u"id.heap"_s << qint64(0) << huge << 1;
    QTest::newRow("size within") << u"id.heap"_s << text(1) << huge << 2;
    QTest::newRow("size of the last") << u"id.heap"_s << last << huge << 100;
    QTest::newRow("place") << u"id.col"_s << qint64(50 * 8 + 6) << QByteArray("\x01", 1) << 50;
}

void TestColumns::aDamagedHeapIsNotBelieved()
{
    QFETCH(QString, name);
    QFETCH(qint64, at);
    QFETCH(QByteArray, bytes);
    QFETCH(int, row);
    {
        ColumnWriter writer;
        QVERIFY(writer.open(place()).ok());
        QVERIFY(writer.append(Rows(1, 100).entries, 100).ok());
    }
    QFile file(columnFolder(place()) + u'/' + name);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(at));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    ColumnReader reader;
    QVERIFY(reader.open(place()));
    std::vector<std::string_view> ids;
    QVERIFY(!reader.texts(column("id"), 1, 100, ids)); // all at once
    QVERIFY(!reader.texts(column("id"), row, 1, ids)); // and one by one
    QVERIFY(reader.unreadable().message.contains(columnFolder(place())));
    QVERIFY(reader.texts(column("id"), row == 1 ? 2 : 1, 1, ids));
}

QTEST_GUILESS_MAIN(TestColumns)
#include "tst_columns.moc"
