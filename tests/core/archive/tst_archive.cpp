// SPDX-License-Identifier: GPL-3.0-or-later
// The archive's promises, on real files.
#include "core/archive/alertcolumns.h"
#include "core/archive/archive.h"
#include "core/archive/filelock.h"
#include "core/archive/verify.h"
#include "core/export/jsonline.h"
#include "support/archivebatches.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::archive;
using namespace tocsin::tests;

class TestArchive final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void columnsAreTheFields()
    {
        open();
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"columns"_s);
        db.setDatabaseName(place() + u"/index.sqlite"_s);
        QVERIFY(db.open());
        QStringList names;
        QSqlQuery query(u"PRAGMA table_info(alerts)"_s, db);
        while (query.next())
            names << query.value(1).toString();
        int numbers = 0;
        for (const AlertColumn &column : alertColumns()) {
            QVERIFY2(names.contains(QString::fromLatin1(column.field->key)), column.field->key);
            numbers += column.singleBit >= 0 ? 1 : 0;
        }
        QVERIFY(numbers <= 63); // they share one 64-bit column
        query.finish();
        db.close();
        db = {};
        QSqlDatabase::removeDatabase(u"columns"_s);
    }

    void everyKeyComesBack()
    {
        DecodedBatch batch = batchOf(lane(3), 5, 1);
        Alert &alert = *batch.packets[0].alerts[0];
        int number = 1;
        for (const AlertColumn &column : alertColumns()) {
            const auto fill = [&](auto member) {
                using Member = decltype(member);
                if constexpr (std::is_same_v<Member, Text Alert::*>)
                    alert.*member = std::string("text ") + column.field->key + " ä";
                else if constexpr (std::is_same_v<Member, Number Alert::*>)
                    alert.*member = number % 2 == 0 ? Number(0.1 * number) : Number(0.1f * static_cast<float>(number));
                else if constexpr (std::is_same_v<Member, bool Alert::*>)
                    alert.*member = true;
                else if constexpr (std::is_same_v<Member, std::optional<bool> Alert::*>)
                    alert.*member = number % 2 == 0;
                else if constexpr (std::is_same_v<Member, std::vector<std::string> Alert::*>)
                    alert.*member = {"one", "two \"quoted\""};
            };
            std::visit(fill, column.field->member);
            ++number;
        }
        alert.timestamp = UtcTime::fromIso("2016-12-31T23:59:60.25Z");
        alert.issued = UtcTime::fromIso("2026-09-14T22:00:00.123456Z");
        std::string before;
        alert.row = 1;
        exporting::appendJsonLine(before, alert);
        alert.row = 0;
        open();
        commit(std::move(batch), 1);
        auto reader = readerOf();
        const int64_t rows[] = {1};
        const auto alerts = reader->alerts(rows);
        QVERIFY(alerts.ok());
        QCOMPARE(alerts.value().size(), size_t{1});
        std::string after;
        exporting::appendJsonLine(after, *alerts.value()[0]);
        QCOMPARE(after, before);
    }

    void packetsComeBackByteForByte()
    {
        open();
        commit(batchOf(lane(), 0, 20), 20);
        auto reader = readerOf();
        const Result<StoredPacket> packet = reader->packet(12);
        QVERIFY(packet.ok());
        QCOMPARE(packet.value().value, "message 11" + std::string(100, '.'));
        QCOMPARE(packet.value().key, std::string("key"));
        QCOMPARE(packet.value().headers, (Headers{{"sender", "rig"}}));
        QCOMPARE(packet.value().topic, std::string("night"));
        QVERIFY(!reader->packet(99).ok());
    }

    // Nothing is suppressed but a replay of the transport's key (decisions 2).
    void replaysAreAbsorbed()
    {
        open();
        commit(batchOf(lane(), 0, 10), 10);
        m_archive->append(batchOf(lane(), 5, 10));
        QTRY_COMPARE(m_listener.rows.load(), 15);
        QCOMPARE(m_listener.replays.load(), 5);
        QCOMPARE(m_listener.replayedRow.load(), 6);
        // Another generation of the topic, another partition: other messages.
        commit(batchOf(lane(0, 1), 0, 10), 25);
        commit(batchOf(lane(1), 0, 10), 35);
        // Also after a new start.
        open();
        m_archive->append(batchOf(lane(), 0, 15));
        QTRY_COMPARE(m_listener.replays.load(), 15);
        QCOMPARE(m_listener.rows.load(), 0);
    }

    void positionsCommitWithRows()
    {
        open();
        commit(batchOf(lane(2), 100, 7), 7);
        auto reader = readerOf();
        const auto positions = reader->positions("u-1");
        QVERIFY(positions.ok());
        QCOMPARE(positions.value().size(), size_t{1});
        QCOMPARE(positions.value()[0].next, int64_t{107});
        QCOMPARE(positions.value()[0].lane.partition, 2);
        QCOMPARE(positions.value()[0].lane.source, std::string("kafka:abc"));
        QCOMPARE(positions.value()[0].lastStampUs, int64_t{7});
        QCOMPARE(positions.value()[0].lastHash, uint64_t{8});
    }

    // What was fetched later is no longer missing: the gap shrinks, in the transaction of the rows.
    void gapsShrink()
    {
        open();
        const int before = m_listener.rows;
        const auto gapOf = [](int64_t from, int64_t to, Gap::Why why) {
            Gap gap;
            gap.stream = stream();
            gap.lane = lane();
            gap.from = from;
            gap.to = to;
            gap.why = why;
            gap.noticed = UtcTime::fromMs(1'790'000'000'000);
            return gap;
        };
        const auto told = [this] {
            QStringList all;
            const auto coverage = readerOf()->coverage();
            for (const Coverage &one : coverage.value())
                all << u"%1-%2 %3"_s.arg(one.from).arg(one.to).arg(QString::fromStdString(one.missed)).trimmed();
            return all;
        };
        DecodedBatch first = batchOf(lane(), 0, 10);
        first.positions[0].next = 100;
        first.gaps = {gapOf(10, 90, Gap::Why::Skipped), gapOf(50, 50, Gap::Why::TopicRecreated)};
        commit(std::move(first), before + 10);
        QCOMPARE(told(), (QStringList{u"0-10"_s, u"10-90 skipped"_s, u"90-100"_s}));
        QCOMPARE(readerOf()->info().value().gaps, 1); // what was skipped on purpose is none
        DecodedBatch middle = batchOf(lane(), 40, 20);
        middle.positions.clear();
        middle.filled = {{stream(), lane(), 40, 60}};
        commit(std::move(middle), before + 30);
        QCOMPARE(told(), (QStringList{u"0-10"_s, u"10-40 skipped"_s, u"40-60"_s, u"60-90 skipped"_s, u"90-100"_s}));
        // Another stream's, another partition's and a marker without messages stay.
        DecodedBatch gone = batchOf(lane(1), 0, 1);
        gone.filled = {{stream(), lane(), 60, 100}, {stream("u-2", "other"), lane(), 0, 100}, {stream(), lane(1), 0, 100}};
        gone.gaps = {gapOf(60, 90, Gap::Why::Expired)};
        commit(std::move(gone), before + 31);
        QCOMPARE(told(), (QStringList{u"0-10"_s, u"10-40 skipped"_s, u"40-60"_s, u"60-90 expired"_s, u"90-100"_s, u"0-1"_s}));
        QCOMPARE(readerOf()->gaps().value().size(), size_t{3});
        // The place in time of what is missing: between the messages on both sides.
        const auto reader = readerOf();
        const auto coverage = reader->coverage();
        const auto around = reader->timesAround(coverage.value()[1].laneNumber, 10);
        QCOMPARE(around.value().before, UtcTime::fromUs((1'790'000'000'000 + 9) * 1000));
        QCOMPARE(around.value().after, UtcTime::fromUs((1'790'000'000'000 + 40) * 1000));
        QVERIFY(!reader->timesAround(coverage.value()[1].laneNumber, 0).value().before.isValid());
    }

    void gapsAndMembershipsAreKept()
    {
        open();
        DecodedBatch batch = batchOf(lane(), 0, 1);
        batch.packets[0].packet.alsoFor.push_back(stream("u-2", "second"));
        Gap gap;
        gap.stream = stream();
        gap.lane = lane();
        gap.from = 10;
        gap.to = 20;
        gap.why = Gap::Why::Expired;
        batch.gaps = {gap, gap}; // said twice, kept once
        commit(std::move(batch), 1);
        auto reader = readerOf();
        const auto gaps = reader->gaps();
        QVERIFY(gaps.ok());
        QCOMPARE(gaps.value().size(), size_t{1});
        QCOMPARE(gaps.value()[0].why, std::string("expired"));
        Selection second;
        second.streamUuid = "u-2";
        QCOMPARE(reader->rowNumbers(second, {}).value().size(), size_t{1});
    }

    void selectionsSelect()
    {
        open();
        commit(batchOf(lane(), 0, 30), 30);
        auto reader = readerOf();
        const auto count = [&](Selection selection) { return reader->rowNumbers(selection, {}).value().size(); };
        QCOMPARE(count({}), size_t{30});
        QCOMPARE(count({.afterRow = 25}), size_t{5});
        QCOMPARE(count({.since = UtcTime::fromMs(1'790'000'000'020)}), size_t{10});
        QCOMPARE(count({.until = UtcTime::fromMs(1'790'000'000'020)}), size_t{20});
    }

    void marksAreSetAndCleared()
    {
        open();
        commit(batchOf(lane(), 0, 3), 3);
        std::atomic<int> done{0};
        m_archive->setMarks({1, 2}, Starred | Seen, 0, [&](Outcome outcome) { done += outcome.ok() ? 1 : 0; });
        m_archive->setMarks({2}, 0, Starred, [&](Outcome outcome) { done += outcome.ok() ? 1 : 0; });
        QTRY_COMPARE(done.load(), 2);
        const int64_t rows[] = {1, 2, 3};
        QCOMPARE(readerOf()->marks(rows).value(), (std::vector<uint8_t>{Starred | Seen, Seen, 0}));
        QCOMPARE(readerOf()->marked(Seen, 0).value(), (std::vector<int64_t>{1, 2}));
        QCOMPARE(readerOf()->marked(Seen, 1).value(), std::vector<int64_t>{2});
        QCOMPARE(readerOf()->marked(Starred, 0).value(), std::vector<int64_t>{1});
    }

    void purgeKeepsWhatIsMarked()
    {
        // Two closed segments of 2 MB each, and a quota that holds one of them.
        open();
        commit(batchOf(lane(), 0, 20, {}, stream("u-1", "gcn"), 100'000), 20);
        std::atomic<bool> marked{false};
        m_archive->setMarks({4}, Starred, 0, [&](Outcome) { marked = true; });
        QTRY_VERIFY(marked);
        m_archive->close();
        renameSegments();
        open(3 << 20);
        m_archive->append(batchOf(lane(), 20, 20, {}, stream("u-1", "gcn"), 100'000));
        QTRY_COMPARE(m_listener.rows.load(), 20);
        open(3 << 20); // a new start looks at the quota at once
        QTRY_COMPARE(readerOf()->info().value().rows, int64_t{21});
        auto reader = readerOf();
        const Result<StoredPacket> kept = reader->packet(4);
        QVERIFY(kept.ok());
        QVERIFY(kept.value().value.starts_with("message 3."));
        QVERIFY(!reader->packet(5).ok());
        QVERIFY(reader->packet(30).ok());
        QVERIFY(verifyArchive(place(), {}).value().sound());
    }

    // FAULT-1 in small: what was written and not committed is cut, and said.
    void uncommittedTailIsCut()
    {
        open();
        commit(batchOf(lane(), 0, 5), 5);
        m_archive->close();
        m_archive.reset();
        const QString segment = firstSegment();
        const qint64 size = QFileInfo(segment).size();
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"kill"_s);
            db.setDatabaseName(place() + u"/index.sqlite"_s);
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(u"UPDATE segments SET is_open = 1"_s)); // as a killed writer leaves it
            db.close();
        }
        QSqlDatabase::removeDatabase(u"kill"_s);
        QFile file(segment);
        QVERIFY(file.open(QIODevice::Append));
        file.write("half a record");
        file.close();
        open();
        QCOMPARE(QFileInfo(segment).size(), size);
        QVERIFY(readerOf()->info().value().notice.contains(u"did not end properly"_s));
        commit(batchOf(lane(), 5, 5), 5);
        QVERIFY(verifyArchive(place(), {}).value().sound());
    }

    void damageIsFound()
    {
        open();
        commit(batchOf(lane(), 0, 5), 5);
        m_archive->close();
        m_archive.reset();
        QFile file(firstSegment());
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(300);
        file.write("X");
        file.close();
        const auto report = verifyArchive(place(), {});
        QVERIFY(report.ok());
        QCOMPARE(report.value().damaged, 1);
        QVERIFY(!report.value().sound());
    }

    void noWalOnNetworkFileSystems()
    {
        qputenv("TOCSIN_TEST_FSTYPE", "6969"); // nfs
        open();
        commit(batchOf(lane(), 0, 5), 5);
        m_archive->close();
        m_archive.reset();
        QVERIFY(!QFile::exists(place() + u"/index.sqlite-wal"_s));
        qunsetenv("TOCSIN_TEST_FSTYPE");
        const auto opened = openSqliteArchive({.place = place(), .readOnly = true});
        QVERIFY(opened.ok());
        QCOMPARE(opened.value()->reader().value()->info().value().journal, u"DELETE"_s);
    }

    void newerSchemaIsLeftAlone()
    {
        open();
        m_archive->close();
        m_archive.reset();
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
            db.setDatabaseName(place() + u"/index.sqlite"_s);
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(u"PRAGMA user_version = 999"_s));
            db.close();
        }
        QSqlDatabase::removeDatabase(u"newer"_s);
        const auto opened = openSqliteArchive({.place = place()});
        QVERIFY(!opened.ok());
        QVERIFY(opened.error().message.contains(u"999"_s));
        QVERIFY(!opened.error().remedy.isEmpty());
    }

    void otherFilesAreNotTouched()
    {
        QDir().mkpath(place());
        QFile file(place() + u"/index.sqlite"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        QVERIFY(!openSqliteArchive({.place = place()}).ok());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray(8192, 'x'));
    }

    void fullDiskHoldsBack()
    {
        // A reserve that no disk has stands for a full one.
        m_archive = std::move(openSqliteArchive({.place = place(), .reserveBytes = std::numeric_limits<int64_t>::max()}).value());
        m_archive->setListener(&m_listener);
        const auto origin = std::make_shared<Origin>();
        m_archive->append(batchOf(lane(), 0, 5, origin));
        QTRY_VERIFY(m_listener.trouble);
        QCOMPARE(origin->commits.load(), 0);
        QVERIFY(m_archive->queuedBytes() > 0);
        m_archive->close();
        QCOMPARE(origin->refusals.load(), 1); // not acknowledged: it is fetched again
        m_archive.reset();
    }

    void leasesAreExclusive()
    {
        open();
        auto other = std::move(openSqliteArchive({.place = place()}).value());
        QVERIFY(m_archive->takeLease("stream"));
        QVERIFY(m_archive->takeLease("stream")); // ours already
        QVERIFY(!other->takeLease("stream"));
        QVERIFY(other->takeLease("another"));
        m_archive->dropLease("stream");
        QVERIFY(other->takeLease("stream"));
    }

    void twoWritersShareOneIndex()
    {
        open();
        auto other = std::move(openSqliteArchive({.place = place()}).value());
        const auto origin = std::make_shared<Origin>();
        for (int i = 0; i < 20; ++i) {
            m_archive->append(batchOf(lane(0), i * 10, 10, origin));
            other->append(batchOf(lane(1), i * 10, 10, origin, stream("u-2", "second")));
        }
        QTRY_COMPARE_WITH_TIMEOUT(origin->commits.load(), 40, 20'000);
        QCOMPARE(readerOf()->info().value().rows, int64_t{400});
        other->close();
        m_archive->close();
        QVERIFY(verifyArchive(place(), {}).value().sound());
    }

private:
    QString place() const { return m_folder->filePath(u"archive"_s); }
    void open(int64_t quota = 0)
    {
        m_archive.reset();
        auto opened = openSqliteArchive({.place = place(), .quotaBytes = quota});
        QVERIFY2(opened.ok(), opened.ok() ? "" : qPrintable(opened.error().message));
        m_archive = std::move(opened.value());
        m_listener.rows = 0;
        m_listener.replays = 0;
        m_archive->setListener(&m_listener);
    }
    void commit(DecodedBatch batch, int rowsThen)
    {
        m_archive->append(std::move(batch));
        QTRY_COMPARE(m_listener.rows.load(), rowsThen);
    }
    std::unique_ptr<Reader> readerOf() { return std::move(m_archive->reader().value()); }
    QString firstSegment() const
    {
        QDirIterator files(place(), {u"*.seg"_s}, QDir::Files, QDirIterator::Subdirectories);
        return files.hasNext() ? files.next() : QString();
    }
    // Segments of an earlier hour.
    void renameSegments()
    {
        const QString now = firstSegment();
        const QString then = QFileInfo(now).path() + u"/2020010100.seg"_s;
        QVERIFY(QFile::rename(now, then));
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"rename"_s);
            db.setDatabaseName(place() + u"/index.sqlite"_s);
            QVERIFY(db.open());
            QSqlQuery query(db);
            query.prepare(u"UPDATE segments SET path = ?"_s);
            query.addBindValue(QDir(place()).relativeFilePath(then));
            QVERIFY(query.exec());
            query.finish();
            db.close();
        }
        QSqlDatabase::removeDatabase(u"rename"_s);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Listener m_listener;
    std::unique_ptr<Archive> m_archive;
};

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
