// SPDX-License-Identifier: GPL-3.0-or-later
// Stored rows are judged as live alerts are: by columns, by the index, row by row.
#include "core/archive/archive.h"
#include "core/archive/columnfiles.h"
#include "core/archive/storedfields.h"
#include "core/archive/wordindex.h"
#include "core/filter/filter.h"

#include "core/filter/randomfilter.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::archive;
using filter::Filter;

namespace {

constexpr int kRows = 3'000;
const UtcTime kNow = UtcTime::fromIso("2026-03-01T05:00:00Z");

Filter compiled(const std::string &text)
{
    static const filter::FieldCatalogue catalogue;
    auto result = Filter::compile(text, catalogue);
    if (const auto *problem = std::get_if<filter::Problem>(&result))
        qFatal("%s: %s", text.c_str(), qPrintable(problem->message));
    return std::get<Filter>(result);
}

// Rows as the maker of random filters makes alerts, with packets that its filters ask for.
DecodedBatch night(unsigned seed, int64_t first, int count)
{
    randomfilter::Maker maker(seed);
    DecodedBatch batch;
    auto memory = std::make_shared<std::vector<std::string>>();
    memory->reserve(static_cast<size_t>(count));
    const auto lane = std::make_shared<Lane>(Lane{"kafka:abc", "night", 0, 0});
    for (int i = 0; i < count; ++i) {
        auto alert = std::make_shared<Alert>(maker.alert());
        DecodedPacket decoded;
        memory->push_back(maker.packet().dump());
        decoded.packet.value = memory->back();
        decoded.packet.lane = lane;
        decoded.packet.position = first + i;
        // The stream is that of the packet; a few of them, so that their names are worth asking for.
        alert->stream = alert->stream.empty() ? "gcn" : alert->stream;
        alert->topic = "night";
        alert->partition = 0;
        alert->offset = first + i;
        alert->record = 0;
        decoded.packet.stream = std::make_shared<StreamRef>(StreamRef{"uuid-" + alert->stream, alert->stream, "public", false});
        decoded.packet.received = kNow;
        decoded.alerts.push_back(std::move(alert));
        batch.bytes += decoded.packet.value.size();
        batch.packets.push_back(std::move(decoded));
    }
    batch.keepAlive = memory;
    return batch;
}

std::vector<int64_t> found(Reader &reader, const Filter *filter, bool newestFirst = false)
{
    std::vector<int64_t> rows;
    double reached = -1;
    const Outcome done = reader.findRows(filter, kNow, newestFirst, [&](const std::vector<int64_t> &piece, double fraction) {
        if (!std::ranges::is_sorted(piece) || fraction < reached)
            qFatal("pieces out of order");
        reached = fraction;
        rows.insert(newestFirst ? rows.begin() : rows.end(), piece.begin(), piece.end());
        return true;
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
    return rows;
}

} // namespace

class TestRowSearch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Result<std::unique_ptr<Archive>> opened = openSqliteArchive({.place = place()});
        QVERIFY(opened.ok());
        m_archive = std::move(opened).value();
        for (int64_t first = 0; first < kRows; first += 500)
            m_archive->append(night(static_cast<unsigned>(first + 1), first, 500));
        waitForColumns(kRows);
        QTRY_VERIFY_WITH_TIMEOUT(([&] {
                                     const std::optional<WordRows> words = findWords(place(), filter::Phrase("kilonova"));
                                     return words && words->state.complete >= kRows;
                                 }()),
                                 20'000);
        m_reader = std::move(m_archive->reader()).value();
        std::vector<int64_t> all(kRows);
        std::iota(all.begin(), all.end(), 1);
        m_alerts = m_reader->alerts(all).value();
        QCOMPARE(m_alerts.size(), size_t(kRows));
    }
    void columnsJudgeAsTheScalarJudgeDoes();
    void wordsAreFoundWithTheIndexAndWithout();
    void withoutColumnsTheAnswerIsTheSame();
    void newestComesFirst();
    void selectionsAndFiltersMeet();
    void purgedRowsAreGone();
    void renamedStreamIsFoundByItsNewName();
    void searchCanBeEnded();
    void rowsWithDamagedPacketsAreCounted();
    void wordsOfDamagedPacketsAreNotDenied();

private:
    [[nodiscard]] QString place() const { return m_folder.path() + u"/archive"_s; }
    void waitForColumns(int64_t rows) const
    {
        QTRY_VERIFY_WITH_TIMEOUT(([&] {
                                     ColumnReader reader;
                                     return reader.open(place()) && reader.complete() >= rows;
                                 }()),
                                 20'000);
    }
    [[nodiscard]] std::vector<int64_t> expected(const Filter &filter)
    {
        std::vector<int64_t> rows;
        for (const auto &alert : m_alerts) {
            StoredFields packet(*m_reader, alert->row, 0);
            if (filter.passes(*alert, kNow, &packet))
                rows.push_back(alert->row);
        }
        return rows;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Archive> m_archive;
    std::unique_ptr<Reader> m_reader;
    std::vector<std::shared_ptr<const Alert>> m_alerts;
};

void TestRowSearch::columnsJudgeAsTheScalarJudgeDoes()
{
    int worth = 0;
    for (unsigned seed = 1; seed <= 150; ++seed) {
        randomfilter::Maker maker(seed);
        const std::string text = maker.condition(3).text;
        const Filter filter = compiled(text);
        const std::vector<int64_t> rows = found(*m_reader, &filter);
        QVERIFY2(rows == expected(filter), qPrintable(u"seed %1: %2"_s.arg(seed).arg(QString::fromStdString(text))));
        worth += !rows.empty() && rows.size() < kRows ? 1 : 0;
    }
    QVERIFY(worth > 75);
}

void TestRowSearch::wordsAreFoundWithTheIndexAndWithout()
{
    std::vector<Filter> filters;
    for (const char *text : {"word(\"kilonova\")", "word(\"REPORT the Kilonova ab\")", "word(\"kilonova in\")", "not word(\"kilonova\")", "word(\"nowhere\")",
                             "word(\"kilonova\") and has(mag)", "word(\"we\") or fields.x = 1"})
        filters.push_back(compiled(text));
    std::vector<std::vector<int64_t>> with;
    for (const Filter &filter : filters) {
        with.push_back(found(*m_reader, &filter));
        QVERIFY2(with.back() == expected(filter), filter.text().c_str());
    }
    QVERIFY(with[0].size() > 100 && with[1].size() > 100 && with[1].size() < with[0].size());
    // Away, as if it had never been; the writer goes on with the file it has open.
    const QString path = wordIndexPath(place());
    QVERIFY(QFile::rename(path, path + u".away"_s));
    for (size_t i = 0; i < filters.size(); ++i)
        QVERIFY2(found(*m_reader, &filters[i]) == with[i], filters[i].text().c_str());
    QVERIFY(QFile::rename(path + u".away"_s, path));
}

void TestRowSearch::withoutColumnsTheAnswerIsTheSame()
{
    QTemporaryDir other;
    Result<std::unique_ptr<Archive>> opened = openSqliteArchive({.place = other.path()});
    QVERIFY(opened.ok());
    std::unique_ptr<Archive> archive = std::move(opened).value();
    archive->append(night(1, 0, 500));
    archive->close();
    archive.reset();
    const std::unique_ptr<Archive> looking = std::move(openSqliteArchive({.place = other.path(), .readOnly = true})).value();
    const std::unique_ptr<Reader> reader = std::move(looking->reader()).value();
    std::vector<std::vector<int64_t>> with;
    std::vector<Filter> filters;
    for (unsigned seed = 1; seed <= 60; ++seed)
        filters.push_back(compiled(randomfilter::Maker(seed).condition(2).text));
    for (const Filter &filter : filters)
        with.push_back(found(*reader, &filter));
    QCOMPARE(found(*reader, nullptr).size(), size_t{500});
    QVERIFY(QDir(columnFolder(other.path())).removeRecursively());
    for (size_t i = 0; i < filters.size(); ++i)
        QVERIFY2(found(*reader, &filters[i]) == with[i], filters[i].text().c_str());
    QCOMPARE(found(*reader, nullptr).size(), size_t{500});
}

void TestRowSearch::newestComesFirst()
{
    const Filter filter = compiled("has(mag) or test");
    QVERIFY(found(*m_reader, &filter, true) == found(*m_reader, &filter, false));
    QCOMPARE(found(*m_reader, nullptr, true).size(), size_t(kRows));
}

void TestRowSearch::selectionsAndFiltersMeet()
{
    Selection selection;
    selection.filter = std::make_shared<Filter>(compiled("has(mag)"));
    selection.now = kNow;
    selection.afterRow = 1'000;
    const std::vector<int64_t> rows = m_reader->rowNumbers(selection, {}).value();
    std::vector<int64_t> wanted;
    for (const int64_t row : expected(*selection.filter)) {
        if (row > 1'000)
            wanted.push_back(row);
    }
    QVERIFY(rows == wanted);
    size_t visited = 0;
    QVERIFY(m_reader->forEach(selection, [&](const Alert &alert) { return alert.row == wanted.at(visited++); }).ok());
    QCOMPARE(visited, wanted.size());
    selection.filter = std::make_shared<Filter>(compiled("mag < 0 and mag > 0"));
    QVERIFY(m_reader->forEach(selection, [](const Alert &) { return false; }).ok());
}

void TestRowSearch::purgedRowsAreGone()
{
    QTemporaryDir other;
    {
        Result<std::unique_ptr<Archive>> opened = openSqliteArchive({.place = other.path()});
        opened.value()->append(night(1, 0, 400));
        opened.value()->close();
    }
    // A quota of a byte: whatever is closed goes.
    Result<std::unique_ptr<Archive>> opened = openSqliteArchive({.place = other.path(), .quotaBytes = 1});
    QVERIFY(opened.ok());
    const std::unique_ptr<Reader> reader = std::move(opened.value()->reader()).value();
    // Maintenance comes with work; that of another stream leaves the segments of the first closed.
    DecodedBatch work = night(2, 400, 10);
    for (DecodedPacket &packet : work.packets) {
        packet.packet.stream = std::make_shared<StreamRef>(StreamRef{"uuid-work", "work", "public", false});
        packet.alerts.front()->stream = "work";
    }
    opened.value()->append(std::move(work));
    QTRY_COMPARE_WITH_TIMEOUT(reader->info().value().rows, 10, 20'000);
    const Filter filter = compiled("has(row)");
    QTRY_COMPARE_WITH_TIMEOUT(found(*reader, &filter).size(), size_t{10}, 20'000);
    QCOMPARE(found(*reader, nullptr).front(), 401);
}

void TestRowSearch::renamedStreamIsFoundByItsNewName()
{
    const std::string before = m_alerts.front()->stream;
    const Filter old = compiled("stream = \"" + before + "\"");
    const std::vector<int64_t> rows = found(*m_reader, &old);
    QVERIFY(!rows.empty());
    m_archive->renameStream("uuid-" + before, "renamed");
    const Filter renamed = compiled("stream = \"renamed\"");
    QTRY_VERIFY_WITH_TIMEOUT(found(*m_reader, &renamed) == rows, 20'000);
    m_archive->renameStream("uuid-" + before, before);
    QTRY_VERIFY_WITH_TIMEOUT(found(*m_reader, &old) == rows, 20'000);
}

void TestRowSearch::searchCanBeEnded()
{
    int calls = 0;
    const Outcome done = m_reader->findRows(nullptr, kNow, true, [&](const std::vector<int64_t> &, double) { return ++calls < 1; });
    QVERIFY(!done.ok());
    QCOMPARE(done.error().kind, ErrorKind::Interrupted);
    QCOMPARE(calls, 1);
}

void TestRowSearch::rowsWithDamagedPacketsAreCounted()
{
    QTemporaryDir other;
    std::unique_ptr<Archive> archive = std::move(openSqliteArchive({.place = other.path()})).value();
    DecodedBatch batch = night(1, 0, 9);
    const auto packets = std::make_shared<std::vector<std::string>>();
    for (int64_t i = 0; i < 9; ++i)
        packets->push_back("{\"x\": 1, \"number\": \"the packet of row " + std::to_string(i + 1) + "\"}");
    for (size_t i = 0; i < 9; ++i) {
        batch.packets[i].packet.value = (*packets)[i];
        batch.packets[i].packet.stream = batch.packets[0].packet.stream; // one file for all
        batch.packets[i].alerts.front()->stream = batch.packets[0].alerts.front()->stream;
        batch.packets[i].alerts.front()->name = "SN " + std::to_string(i + 1);
    }
    batch.keepAlive = packets;
    archive->append(std::move(batch));
    archive->close();
    archive.reset();
    QDirIterator segments(other.path(), {u"*.seg"_s}, QDir::Files, QDirIterator::Subdirectories);
    QFile file(segments.next());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray bytes = file.readAll();
    for (const char *row : {"row 3\"", "row 4\"", "row 8\""}) {
        QVERIFY(bytes.indexOf(row) > 0);
        file.seek(bytes.indexOf(row));
        file.write("ROW");
    }
    file.close();

    const std::unique_ptr<Archive> looking = std::move(openSqliteArchive({.place = other.path(), .readOnly = true})).value();
    const std::unique_ptr<Reader> reader = std::move(looking->reader()).value();
    const Filter all = compiled("fields.x = 1");
    for (const bool columns : {true, false}) {
        if (!columns)
            QVERIFY(QDir(columnFolder(other.path())).removeRecursively());
        for (const bool newestFirst : {false, true}) {
            QCOMPARE(found(*reader, &all, newestFirst), (std::vector<int64_t>{1, 2, 5, 6, 7, 9}));
            QCOMPARE(reader->unread(), (std::vector<int64_t>{3, 4, 8}));
        }
        // What needs no packet, and what the packet could not have changed.
        const Filter sure = compiled("fields.x = 1 and row > 4 or row = 3");
        QCOMPARE(found(*reader, &sure), (std::vector<int64_t>{3, 5, 6, 7, 9}));
        QCOMPARE(reader->unread(), (std::vector<int64_t>{8}));
        QCOMPARE(found(*reader, nullptr).size(), size_t{9});
        QVERIFY(reader->unread().empty());
    }
    // Only those of a selection.
    Selection selection;
    selection.filter = std::make_shared<Filter>(all);
    selection.now = kNow;
    selection.afterRow = 3;
    QCOMPARE(reader->rowNumbers(selection, {}).value(), (std::vector<int64_t>{5, 6, 7, 9}));
    QCOMPARE(reader->unread(), (std::vector<int64_t>{4, 8}));
    size_t visited = 0;
    QVERIFY(reader->forEach(selection, [&visited](const Alert &) { return ++visited > 0; }).ok());
    QCOMPARE(visited, size_t{4});
    QCOMPARE(reader->unread(), (std::vector<int64_t>{4, 8}));
    // One row at a time, as new alerts are judged.
    StoredFields damaged(*reader, 4, 0);
    QVERIFY(!damaged.isUnread());
    QVERIFY(!damaged.tree());
    QVERIFY(damaged.isUnread());
    StoredFields sound(*reader, 5, 0);
    QVERIFY(sound.tree() && !sound.isUnread());
}

// The word index has nothing of a packet that could not be read when it was made; that is not a no.
void TestRowSearch::wordsOfDamagedPacketsAreNotDenied()
{
    QTemporaryDir other;
    std::unique_ptr<Archive> archive = std::move(openSqliteArchive({.place = other.path()})).value();
    DecodedBatch batch = night(1, 0, 3);
    const auto packets = std::make_shared<std::vector<std::string>>();
    for (int64_t i = 0; i < 3; ++i)
        packets->push_back("{\"subject\": \"s\", \"body\": \"" + std::string(i == 1 ? "nothing at all" : "a kilonova") + " in row " + std::to_string(i + 1) + "\"}");
    for (size_t i = 0; i < 3; ++i) {
        batch.packets[i].packet.value = (*packets)[i];
        batch.packets[i].packet.stream = batch.packets[0].packet.stream;
        Alert &alert = *batch.packets[i].alerts.front();
        alert.stream = batch.packets[0].alerts.front()->stream;
        alert.message = "circular";
    }
    batch.keepAlive = packets;
    archive->append(std::move(batch));
    archive->close();
    archive.reset();
    QDirIterator segments(other.path(), {u"*.seg"_s}, QDir::Files, QDirIterator::Subdirectories);
    QFile file(segments.next());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.indexOf("row 3") > 0);
    file.seek(bytes.indexOf("row 3"));
    file.write("ROW");
    file.close();
    QVERIFY(QDir(columnFolder(other.path())).removeRecursively());

    archive = std::move(openSqliteArchive({.place = other.path()})).value();
    QTRY_VERIFY_WITH_TIMEOUT(([&] {
                                 const std::optional<WordRows> words = findWords(other.path(), filter::Phrase("kilonova"));
                                 return words && words->state.complete >= 3;
                             }()),
                             20'000);
    const std::optional<WordRows> words = findWords(other.path(), filter::Phrase("kilonova"));
    QCOMPARE(words->found, std::vector<int64_t>{1});
    const std::unique_ptr<Reader> reader = std::move(archive->reader()).value();
    for (const char *text : {"word(\"kilonova\")", "word(\"kilonova\") and row > 0"}) {
        const Filter filter = compiled(text);
        QCOMPARE(found(*reader, &filter), std::vector<int64_t>{1});
        QCOMPARE(reader->unread(), std::vector<int64_t>{3});
    }
}

QTEST_GUILESS_MAIN(TestRowSearch)
#include "tst_rowsearch.moc"
