// SPDX-License-Identifier: GPL-3.0-or-later
// What the archive does when something is wrong: locks, full disks, missing files, little time.
#include "core/archive/archive.h"
#include "core/archive/verify.h"
#include "support/archivefixture.h"
#include "support/otherconnection.h"
#include "support/smalldisk.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::archive;
using namespace tocsin::tests;

class TestArchiveFaults final : public QObject, private ArchiveFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup()
    {
        m_archive.reset();
        qunsetenv("TOCSIN_TEST_FSTYPE");
    }

    void replaysBringMembershipsOfFurtherStreams();
    void purgeLeavesMarkedRows_data();
    void purgeLeavesMarkedRows();
    void purgeIsSaid();
    void anIndexAboveTheQuotaLeavesPackets();
    void segmentsEndWithTheHour();
    void aFailedGroupIsNoUncleanEnd();
    void failedCommitIsTriedAgain();
    void networkFileSystemsAreReadWhileOpen();
    void onNetworkFileSystemsOneWrites();
    void busyIsNoDamage();
    void closeWithALockedIndexIsShort();
    void marksAreAnsweredWhileNothingCanBeStored();
    void closedArchivesAnswerToo();
    void quotaIsDecidedOnce();
    void reserveIsKeptFree();
    void realFullDiskHoldsBack();

private:
    void commit(DecodedBatch batch, int rowsThen)
    {
        m_archive->append(std::move(batch));
        QTRY_COMPARE_WITH_TIMEOUT(m_listener.rows.load(), rowsThen, 10'000);
    }
    [[nodiscard]] QStringList segments() const { return files(u"*.seg"_s); }
};

void TestArchiveFaults::replaysBringMembershipsOfFurtherStreams()
{
    open();
    commit(batchOf(lane(), 0, 3), 3);
    // The same messages again, now that two further streams want them too.
    DecodedBatch again = batchOf(lane(), 0, 3, {}, stream("u-2", "second"));
    for (DecodedPacket &packet : again.packets)
        packet.packet.alsoFor = {stream("u-1", "gcn"), stream("u-3", "third")};
    m_archive->append(std::move(again));
    QTRY_COMPARE(m_listener.replays.load(), 3);
    const auto reader = readerOf();
    for (const char *uuid : {"u-1", "u-2", "u-3"})
        QCOMPARE(reader->rowNumbers({.streamUuid = uuid}, {}).value().size(), size_t{3});
    // Its own stream needs none.
    QCOMPARE(OtherConnection(place()).value(u"SELECT count(*) FROM memberships"_s).toInt(), 6);
}

void TestArchiveFaults::purgeLeavesMarkedRows_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("rowsLeft"); // of the first hour
    QTest::newRow("file is missing") << u"missing"_s << 1;
    QTest::newRow("packet is damaged") << u"damaged"_s << 20;
    QTest::newRow("file cannot be opened") << u"unreadable"_s << 20;
}

void TestArchiveFaults::purgeLeavesMarkedRows()
{
    QFETCH(QString, what);
    QFETCH(int, rowsLeft);
    // Three hours of 2 MB each; the quota holds one of them.
    open();
    commit(batchOf(lane(), 0, 20, {}, stream(), 100'000), 20);
    mark({4});
    nextHour();
    commit(batchOf(lane(), 20, 20, {}, stream(), 100'000), 40);
    nextHour();
    commit(batchOf(lane(), 40, 20, {}, stream(), 100'000), 60);
    m_archive.reset();
    nextHour();
    const QString first = segments().first();
    if (what == u"missing") {
        QVERIFY(QFile::remove(first));
    } else if (what == u"damaged") {
        QFile file(first);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(3 * (100'000 + 100) + 5'000));
        file.write("X");
    } else {
        // A link to itself: root, too, is told ELOOP.
        QVERIFY(QFile::remove(first));
        QCOMPARE(symlink(QFile::encodeName(first).constData(), QFile::encodeName(first).constData()), 0);
    }
    open({.quotaBytes = what == u"missing" ? 3 << 20 : 5 << 20});
    // Where the first hour must stay, the purge goes on with the second, or (unreadable) tries again later.
    const int rows = what == u"missing" ? 1 + 20 : what == u"damaged" ? 20 + 20 : 60;
    commit(batchOf(lane(), 60, 1), 1);
    commit(batchOf(lane(), 61, 1), 2); // by then there was a look at the quota
    QTRY_COMPARE(readerOf()->info().value().rows, int64_t{rows + 2});
    const auto reader = readerOf();
    QCOMPARE(reader->rowNumbers({.untilRow = 20}, {}).value().size(), static_cast<size_t>(rowsLeft)); // of the first hour
    const int64_t marked[] = {4};
    QCOMPARE(reader->alerts(marked).value().size(), size_t{1});
    QCOMPARE(reader->marks(marked).value(), std::vector<uint8_t>{Starred});
    const Result<StoredPacket> packet = reader->packet(4);
    QVERIFY(!packet.ok());
    QVERIFY(!packet.error().message.isEmpty());
}

void TestArchiveFaults::purgeIsSaid()
{
    open();
    for (int hour = 0; hour < 4; ++hour) {
        commit(batchOf(lane(), hour * 10, 10, {}, stream(), 100'000), hour * 10 + 10);
        nextHour();
    }
    m_archive->close();
    open({.quotaBytes = 3'000'000}); // column files come to it a moment later
    QTRY_COMPARE(readerOf()->info().value().rows, int64_t{20});
    QVERIFY2(readerOf()->info().value().notice.contains(u"20 "_s), qPrintable(readerOf()->info().value().notice));
}

void TestArchiveFaults::anIndexAboveTheQuotaLeavesPackets()
{
    open();
    commit(batchOf(lane(), 0, 3'000, {}, stream(), 10), 3'000);
    nextHour();
    commit(batchOf(lane(), 3'000, 10, {}, stream(), 1'000), 3'010);
    nextHour();
    commit(batchOf(lane(), 3'010, 10, {}, stream(), 1'000), 3'020);
    m_archive->close();
    // The index alone (about 1 MB) is larger than that; half of the quota stays for packets.
    open({.quotaBytes = 60'000});
    QTRY_COMPARE(readerOf()->info().value().rows, int64_t{20});
    commit(batchOf(lane(), 3'020, 1, {}, stream(), 1'000), 1);
    QCOMPARE(readerOf()->info().value().rows, int64_t{21});
}

void TestArchiveFaults::segmentsEndWithTheHour()
{
    open();
    commit(batchOf(lane(), 0, 5), 5);
    nextHour();
    commit(batchOf(lane(), 5, 5), 10);
    QCOMPARE(segments().size(), 2);
    QVERIFY(segments().first().endsWith(u"/2026091422.seg"_s));
    QVERIFY(segments().last().endsWith(u"/2026091423.seg"_s));
    QCOMPARE(OtherConnection(place()).value(u"SELECT count(*) FROM segments WHERE is_open = 1"_s).toInt(), 1);
    QCOMPARE(readerOf()->packet(3).value().value, "message 2" + std::string(100, '.'));
    QCOMPARE(readerOf()->packet(8).value().value, "message 7" + std::string(100, '.'));
    m_archive->close();
    QVERIFY(verifyArchive(place(), {}).value().sound());
}

void TestArchiveFaults::aFailedGroupIsNoUncleanEnd()
{
    open({.patience = 20ms});
    commit(batchOf(lane(0), 0, 5), 5);
    {
        OtherConnection other(place());
        QVERIFY(other.run(u"BEGIN IMMEDIATE"_s));
        m_archive->append(batchOf(lane(1), 0, 5, {}, stream("u-2", "second")));
        QTRY_VERIFY(m_listener.trouble);
        QVERIFY(other.run(u"ROLLBACK"_s));
    }
    QTRY_COMPARE(m_listener.rows.load(), 10);
    QVERIFY(!m_listener.trouble);
    m_archive->close();
    open();
    QCOMPARE(readerOf()->info().value().notice, QString());
    QVERIFY(verifyArchive(place(), {}).value().sound());
}

void TestArchiveFaults::failedCommitIsTriedAgain()
{
    qputenv("TOCSIN_TEST_FSTYPE", "6969"); // with a DELETE journal a reader holds up the COMMIT itself
    open({.patience = 50ms});
    commit(batchOf(lane(), 0, 5), 5);
    const auto origin = std::make_shared<Origin>();
    {
        OtherConnection other(place());
        QVERIFY(other.run(u"BEGIN"_s));
        QCOMPARE(other.value(u"SELECT count(*) FROM alerts"_s).toInt(), 5);
        m_archive->append(batchOf(lane(), 5, 5, origin));
        QTRY_VERIFY(m_listener.trouble);
        QCOMPARE(origin->commits.load(), 0);
        QCOMPARE(m_listener.rows.load(), 5);
        QVERIFY(other.run(u"COMMIT"_s));
    }
    QTRY_COMPARE(origin->commits.load(), 1);
    QCOMPARE(m_listener.rows.load(), 10);
    QCOMPARE(m_listener.replays.load(), 0);
    QCOMPARE(readerOf()->positions("u-1").value()[0].next, int64_t{10});
    m_archive->close();
    QVERIFY(verifyArchive(place(), {}).value().sound());
}

void TestArchiveFaults::networkFileSystemsAreReadWhileOpen()
{
    qputenv("TOCSIN_TEST_FSTYPE", "6969"); // nfs
    open();
    commit(batchOf(lane(), 0, 5), 5);
    const auto reader = m_archive->reader();
    QVERIFY2(reader.ok(), reader.ok() ? "" : qPrintable(reader.error().message));
    QCOMPARE(reader.value()->info().value().rows, int64_t{5});
    QCOMPARE(reader.value()->info().value().journal, u"DELETE"_s);
    QVERIFY(reader.value()->info().value().notice.contains(u"network"_s));
    commit(batchOf(lane(), 5, 5), 10);
    QCOMPARE(reader.value()->info().value().rows, int64_t{10});
    QVERIFY(!QFile::exists(place() + u"/index.sqlite-wal"_s));
}

void TestArchiveFaults::onNetworkFileSystemsOneWrites()
{
    qputenv("TOCSIN_TEST_FSTYPE", "6969");
    open();
    const auto second = openSqliteArchive({.place = place()});
    QVERIFY(!second.ok());
    QVERIFY2(second.error().message.contains(u"network"_s), qPrintable(second.error().message));
    // Commands that only look may.
    QVERIFY(openSqliteArchive({.place = place(), .readOnly = true}).ok());
    m_archive.reset();
    QVERIFY(openSqliteArchive({.place = place()}).ok());
}

void TestArchiveFaults::busyIsNoDamage()
{
    qputenv("TOCSIN_TEST_FSTYPE", "6969");
    open();
    m_archive->close();
    OtherConnection other(place());
    QVERIFY(other.run(u"BEGIN EXCLUSIVE"_s));
    const auto reader = m_archive->reader(); // after the busy timeout
    QVERIFY(!reader.ok());
    QVERIFY2(reader.error().message.contains(u"busy"_s), qPrintable(reader.error().message));
    QVERIFY(!reader.error().remedy.contains(u"Move it away"_s));
}

void TestArchiveFaults::closeWithALockedIndexIsShort()
{
    open();
    commit(batchOf(lane(), 0, 5), 5);
    const auto origin = std::make_shared<Origin>();
    OtherConnection other(place());
    QVERIFY(other.run(u"BEGIN IMMEDIATE"_s));
    for (int i = 0; i < 5; ++i)
        m_archive->append(batchOf(lane(), 5 + i * 4'000, 4'000, origin)); // a group each
    QElapsedTimer clock;
    clock.start();
    m_archive->close();
    m_archive.reset();
    QVERIFY2(clock.elapsed() < 3'000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(origin->commits.load(), 0);
    QCOMPARE(origin->refusals.load(), 5);
    QVERIFY(other.run(u"ROLLBACK"_s));
    open();
    commit(batchOf(lane(), 5, 100), 100);
    QVERIFY(verifyArchive(place(), {}).value().sound());
}

void TestArchiveFaults::marksAreAnsweredWhileNothingCanBeStored()
{
    open();
    commit(batchOf(lane(), 0, 5), 5);
    m_archive->close();
    open({.reserveBytes = std::numeric_limits<int64_t>::max()});
    m_archive->append(batchOf(lane(), 5, 5));
    QTRY_VERIFY(m_listener.trouble);
    mark({2});
    m_archive->renameStream("u-1", "renamed");
    QTRY_COMPARE(OtherConnection(place()).value(u"SELECT name FROM streams"_s).toString(), u"renamed"_s);
}

void TestArchiveFaults::closedArchivesAnswerToo()
{
    open();
    m_archive->close();
    bool answered = false;
    m_archive->setMarks({1}, Starred, 0, [&](const Outcome &outcome) { answered = !outcome.ok(); });
    QVERIFY(answered);
}

void TestArchiveFaults::quotaIsDecidedOnce()
{
    SmallDisk disk(200 << 20);
    if (!disk.isThere())
        QSKIP(disk.why().constData());
    const QString where = disk.path(u"archive"_s);
    open({.place = where});
    const int64_t quota = readerOf()->info().value().quotaBytes;
    // A tenth of the free space.
    QVERIFY2(quota > 19'000'000 && quota <= (200 << 20) / 10, qPrintable(QString::number(quota)));
    commit(batchOf(lane(), 0, 20, {}, stream(), 100'000), 20);
    m_archive.reset();
    QVERIFY(disk.fill(u"other"_s, 130 << 20));
    open({.place = where});
    QCOMPARE(readerOf()->info().value().quotaBytes, quota);
    m_archive.reset();
    // An archive from before this was written down keeps at least what it has.
    QVERIFY(QFile::remove(where + u"/quota"_s));
    QVERIFY(disk.fill(u"another"_s, 60 << 20));
    open({.place = where, .reserveBytes = 0});
    QVERIFY(readerOf()->info().value().quotaBytes >= 2'000'000);
    QCOMPARE(readerOf()->info().value().rows, int64_t{20});
}

void TestArchiveFaults::reserveIsKeptFree()
{
    SmallDisk disk(100 << 20);
    if (!disk.isThere())
        QSKIP(disk.why().constData());
    open({.place = disk.path(u"archive"_s)});
    commit(batchOf(lane(), 0, 5), 5);
    QVERIFY(disk.fill(u"other"_s, 40 << 20)); // less than 64 MiB are left
    m_archive->append(batchOf(lane(), 5, 5));
    QTRY_VERIFY(m_listener.trouble);
    QCOMPARE(m_listener.rows.load(), 5);
    QVERIFY(disk.clear(u"other"_s));
    QTRY_COMPARE(m_listener.rows.load(), 10); // by itself
    QVERIFY(!m_listener.trouble);
}

// FAULT-30
void TestArchiveFaults::realFullDiskHoldsBack()
{
    SmallDisk disk(8 << 20);
    if (!disk.isThere())
        QSKIP(disk.why().constData());
    const QString where = disk.path(u"archive"_s);
    QVERIFY(disk.fill(u"other"_s, 3 << 20));
    const auto origin = std::make_shared<Origin>();
    open({.place = where, .quotaBytes = 1 << 30, .reserveBytes = 0});
    int sent = 0;
    for (; sent < 100 && !m_listener.trouble; ++sent) {
        m_archive->append(batchOf(lane(), sent * 10, 10, origin, stream(), 20'000));
        QTRY_VERIFY(origin->commits.load() > sent || m_listener.trouble);
    }
    QVERIFY(m_listener.trouble);
    QCOMPARE(origin->refusals.load(), 0);
    // Rows and positions are what was answered, not more.
    const int kept = origin->commits.load();
    QVERIFY(kept < sent);
    QCOMPARE(readerOf()->info().value().rows, int64_t{kept * 10});
    QCOMPARE(readerOf()->positions("u-1").value()[0].next, int64_t{kept * 10});
    QVERIFY(disk.clear(u"other"_s));
    QTRY_COMPARE(origin->commits.load(), sent); // by itself
    QVERIFY(!m_listener.trouble);
    QCOMPARE(readerOf()->info().value().rows, int64_t{sent * 10});
    m_archive.reset();
    QVERIFY(verifyArchive(where, {}).value().sound());
}

QTEST_GUILESS_MAIN(TestArchiveFaults)
#include "tst_archivefaults.moc"
