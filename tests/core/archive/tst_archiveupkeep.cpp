// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps an archive well: limits by size and age, giving space back, recovering a damaged index, changes of the schema.
// What has to survive a kill runs in a process of its own: this program again, with a job as arguments.
#include "core/archive/archive.h"
#include "core/archive/archivelimits.h"
#include "core/archive/compact.h"
#include "core/archive/packetreader.h"
#include "core/archive/recover.h"
#include "core/archive/sqliteschema.h"
#include "core/archive/verify.h"
#include "support/archivefixture.h"
#include "support/otherconnection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::archive;
using namespace tocsin::tests;

namespace {

// As batchOf() has made them.
std::vector<std::shared_ptr<Alert>> decodeAgain(const Packet &packet)
{
    auto alert = std::make_shared<Alert>();
    alert->id = std::to_string(packet.position);
    alert->name = "Object " + std::to_string(packet.position);
    alert->stream = packet.stream->name;
    alert->topic = packet.lane->topic;
    alert->partition = packet.lane->partition;
    alert->offset = packet.position;
    alert->brokerTime = packet.brokerTime;
    alert->received = packet.received;
    return {alert};
}

// Ends the process without a word at the given call.
std::function<void(const char *)> killAt(int call)
{
    return [count = 0, call](const char *) mutable {
        if (++count == call)
            ::kill(::getpid(), SIGKILL);
    };
}

constexpr int kWasKilled = -1;

// The exit code of a job in a process of its own, or kWasKilled.
int runJob(const QString &job, const QString &folder, int killCall, const QStringList &environment = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    if (!environment.isEmpty())
        process.setEnvironment(QProcess::systemEnvironment() + environment);
    process.start(QCoreApplication::applicationFilePath(), {u"--job"_s, job, folder, QString::number(killCall)});
    if (!process.waitForFinished(60'000))
        return -2;
    return process.exitStatus() == QProcess::CrashExit ? kWasKilled : process.exitCode();
}

int doJob(const QStringList &arguments)
{
    const QString &job = arguments.at(2);
    const QString &folder = arguments.at(3);
    const int call = arguments.at(4).toInt();
    if (job == u"compact")
        return compactArchive({.folder = folder, .reached = killAt(call)}).ok() ? 0 : 1;
    if (job == u"recover")
        return recoverArchive({.folder = folder, .decode = &decodeAgain, .reached = killAt(call)}).ok() ? 0 : 1;
    return openSqliteArchive({.place = folder}).ok() ? 0 : 1; // "open"
}

} // namespace

class TestArchiveUpkeep final : public QObject, private ArchiveFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { m_archive.reset(); }

    void ageLimit();
    void aClockAheadPurgesNothing();
    void limitsHoldAtOnce();
    void rowsThatLostTheirMarkGoFirst();
    void compactGivesBack();
    void compactBesideAWriter();
    void compactBetweenLookUpAndReading();
    void compactRefusesWithoutRoom();
    void compactIsKilled();
    void damagedIndex_data();
    void damagedIndex();
    void missingIndexIsNotMadeAnew();
    void damagedLog();
    void damagedPacketsBecomeGaps();
    void soundArchivesAreLeftAlone();
    void recoveryNeedsTheArchiveAlone();
    void recoveryIsKilled();
    void whatIsCancelledLeavesTheArchiveAsItWas();
    void copyOfTheOldIndexTellsHowFarAndCanBeCancelled();
    void newerSchemaIsNotWritten();
    void migrationIsKilled();

private:
    // Stamped with the test's clock.
    void commit(DecodedBatch batch)
    {
        for (DecodedPacket &packet : batch.packets) {
            packet.packet.received = packet.packet.brokerTime = UtcTime::fromMs(m_now);
            for (const auto &alert : packet.alerts)
                alert->received = alert->brokerTime = packet.packet.received;
        }
        const int wanted = m_listener.rows + static_cast<int>(batch.packets.size());
        m_archive->append(std::move(batch));
        QTRY_COMPARE_WITH_TIMEOUT(m_listener.rows.load(), wanted, 10'000);
    }
    [[nodiscard]] int64_t rows() { return OtherConnection(place()).value(u"SELECT count(*) FROM alerts"_s).toLongLong(); }
    // 60 rows in two partitions and two hours; row 7 is starred, the archive closed.
    void makeArchive(size_t size = 2'000)
    {
        open();
        commit(batchOf(lane(0), 0, 20, {}, stream(), size));
        commit(batchOf(lane(1), 100, 20, {}, stream(), size));
        mark({7});
        nextHour();
        commit(batchOf(lane(0), 20, 20, {}, stream(), size));
        m_archive.reset();
        OtherConnection(place()).run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    }
    void overwrite(const QString &file, qint64 at, const QByteArray &bytes)
    {
        QFile out(file);
        QVERIFY(out.open(QIODevice::ReadWrite) && out.seek(at));
        QCOMPARE(out.write(bytes), qint64{bytes.size()});
    }
    // Every row of makeArchive() is there under its number, with its packet, mark and position.
    void verifyWhole()
    {
        open();
        const auto reader = readerOf();
        const auto numbers = reader->rowNumbers({}, {}).value();
        QCOMPARE(numbers.size(), size_t{60});
        QCOMPARE(reader->marked(Starred, 0).value(), std::vector<int64_t>{7});
        for (const int64_t row : numbers) {
            const int64_t one[] = {row};
            const auto alert = reader->alerts(one).value().at(0);
            const Result<StoredPacket> packet = reader->packet(row);
            QVERIFY2(packet.ok(), qPrintable(QString::number(row)));
            QVERIFY(packet.value().value.starts_with("message " + alert->id + "."));
            QCOMPARE(packet.value().headers, (Headers{{"sender", "rig"}}));
        }
        const int64_t seventh[] = {7};
        QCOMPARE(reader->alerts(seventh).value().at(0)->id, std::string("6"));
        const auto positions = reader->positions("u-1").value();
        QCOMPARE(positions.size(), size_t{2});
        for (const StoredPosition &position : positions)
            QCOMPARE(position.next, position.lane.partition == 0 ? 40 : 120);
        m_archive.reset();
        QVERIFY(verifyArchive(place(), {}).value().sound());
    }
    [[nodiscard]] Result<RecoverReport> recover() { return recoverArchive({.folder = place(), .decode = &decodeAgain}); }
};

void TestArchiveUpkeep::ageLimit()
{
    open();
    commit(batchOf(lane(), 0, 10));
    mark({4});
    mark({6}, Pinned);
    nextHour();
    commit(batchOf(lane(), 10, 10, {}, stream("u-2", "second")));
    m_archive.reset();
    QVERIFY(writeLimits(place(), {.bytes = 1'000'000'000, .days = 3}).ok());
    m_now += 2 * 86'400'000ll;
    open();
    commit(batchOf(lane(1), 0, 1));
    QCOMPARE(rows(), 21);
    m_archive.reset();
    m_now += 2 * 86'400'000ll;
    open();
    commit(batchOf(lane(1), 1, 1)); // what came two days ago stays, of four days ago only what is marked or pinned
    QTRY_COMPARE(rows(), 4);
    QVERIFY(readerOf()->packet(6).ok());
    QCOMPARE(readerOf()->packet(4).value().value, "message 3" + std::string(100, '.'));
    QCOMPARE(readerOf()->info().value().keepDays, 3);
    m_archive.reset();
    QVERIFY(verifyArchive(place(), {}).value().sound());
}

void TestArchiveUpkeep::aClockAheadPurgesNothing()
{
    open();
    commit(batchOf(lane(), 0, 10));
    m_archive.reset();
    QVERIFY(writeLimits(place(), {.bytes = 1'000'000'000, .days = 3}).ok());
    m_now += 400 * 86'400'000ll;
    open();
    DecodedBatch batch = batchOf(lane(), 10, 1);
    batch.packets[0].packet.received = UtcTime::fromMs(m_now); // ours; the broker knows better
    batch.packets[0].packet.brokerTime = batch.packets[0].alerts[0]->brokerTime = UtcTime::fromMs(m_now - 400 * 86'400'000ll);
    m_archive->append(std::move(batch));
    QTRY_COMPARE(m_listener.rows.load(), 1);
    mark({1}); // by then there was a look at the limits
    QCOMPARE(rows(), 11);
}

void TestArchiveUpkeep::limitsHoldAtOnce()
{
    open();
    for (int hour = 0; hour < 4; ++hour) {
        commit(batchOf(lane(), hour * 10, 10, {}, stream(), 100'000));
        nextHour();
    }
    QVERIFY(m_archive->setLimits({.bytes = 2'500'000, .days = 0}).ok());
    QTRY_COMPARE(rows(), 20);
    QCOMPARE(readerOf()->info().value().quotaBytes, int64_t{2'500'000});
    QCOMPARE(readLimits(place()).bytes, int64_t{2'500'000});
}

void TestArchiveUpkeep::rowsThatLostTheirMarkGoFirst()
{
    open();
    commit(batchOf(lane(), 0, 10, {}, stream(), 100'000));
    mark({3});
    mark({4}, Pinned);
    for (int hour = 1; hour < 5; ++hour) {
        nextHour();
        commit(batchOf(lane(), hour * 10, 10, {}, stream(), 100'000));
    }
    QVERIFY(m_archive->setLimits({.bytes = 3'500'000, .days = 0}).ok());
    QTRY_COMPARE(readerOf()->rowNumbers({.untilRow = 10}, {}).value(), (std::vector<int64_t>{3, 4}));
    mark({3}, 0, Starred);
    nextHour();
    nextHour();
    commit(batchOf(lane(), 100, 10, {}, stream(), 100'000));
    QVERIFY(m_archive->setLimits({.bytes = 3'000'000, .days = 0}).ok());
    QTRY_COMPARE(readerOf()->rowNumbers({.untilRow = 10}, {}).value(), (std::vector<int64_t>{4}));
    QVERIFY(readerOf()->packet(4).ok());
    m_archive.reset();
    QVERIFY(verifyArchive(place(), {}).value().sound());
}

void TestArchiveUpkeep::compactGivesBack()
{
    open();
    commit(batchOf(lane(), 0, 2'000, {}, stream(), 1'000));
    m_archive.reset();
    {
        OtherConnection other(place());
        QVERIFY(other.run(u"DELETE FROM alerts WHERE row % 20 <> 7"_s));
        QVERIFY(other.run(u"INSERT INTO changes (first_row, last_row) VALUES (1, 2000)"_s));
    }
    const qint64 indexBefore = QFileInfo(index()).size();
    const QString segment = files(u"*.seg"_s).first();
    const Result<CompactReport> report = compactArchive({.folder = place()});
    QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.error().message + report.error().detail));
    QCOMPARE(report.value().left, QStringList());
    QVERIFY2(report.value().segmentBytes > 1'900'000, qPrintable(QString::number(report.value().segmentBytes)));
    QVERIFY(report.value().indexBytes > 0);
    QVERIFY(QFileInfo(index()).size() < indexBefore / 2);
    QVERIFY(!QFile::exists(segment));
    QCOMPARE(files(u"*.seg"_s).size(), 1);
    QVERIFY(verifyArchive(place(), {}).value().sound());
    open();
    QCOMPARE(readerOf()->packet(47).value().value, "message 46" + std::string(1'000, '.'));
    commit(batchOf(lane(), 2'000, 5)); // goes on
    m_archive.reset();
    QVERIFY(verifyArchive(place(), {}).value().sound());
    QVERIFY(compactArchive({.folder = place()}).value().segmentBytes == 0);
}

void TestArchiveUpkeep::compactBesideAWriter()
{
    open();
    commit(batchOf(lane(), 0, 200, {}, stream(), 1'000));
    nextHour();
    commit(batchOf(lane(), 200, 10, {}, stream(), 1'000));
    QVERIFY(OtherConnection(place()).run(u"DELETE FROM alerts WHERE row BETWEEN 2 AND 200"_s));
    const Result<CompactReport> report = compactArchive({.folder = place()});
    QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.error().message));
    QVERIFY(report.value().segmentBytes > 190'000);
    QCOMPARE(report.value().left.size(), 1);
    QVERIFY2(report.value().left[0].contains(QString::number(::getpid())), qPrintable(report.value().left[0]));
    QVERIFY(readerOf()->packet(1).ok());
    commit(batchOf(lane(), 300, 10, {}, stream(), 1'000));
    m_archive.reset();
    QCOMPARE(rows(), 21);
    QVERIFY(verifyArchive(place(), {}).value().sound());
}

void TestArchiveUpkeep::compactBetweenLookUpAndReading()
{
    open();
    commit(batchOf(lane(), 0, 200, {}, stream(), 1'000));
    m_archive.reset();
    QVERIFY(OtherConnection(place()).run(u"DELETE FROM alerts WHERE row BETWEEN 2 AND 198"_s));
    Result<OpenedIndex> index = openIndex(place(), false);
    QVERIFY(index.ok());
    QSqlDatabase &db = index.value().db;
    {
        int readings = 0;
        PacketReader reader(place(), db, [&] {
            if (++readings == 1)
                QVERIFY(compactArchive({.folder = place()}).ok());
        });
        const Result<StoredPacket> moved = reader.read(199);
        QVERIFY2(moved.ok(), moved.ok() ? "" : qPrintable(moved.error().message));
        QCOMPARE(moved.value().value, "message 198" + std::string(1'000, '.'));
        QCOMPARE(moved.value().topic, std::string("night"));
        QCOMPARE(readings, 2);
        // One that is damaged where it lies is not looked for for ever.
        QFile file(files(u"*.seg"_s).first());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 size = file.size();
        file.seek(size - 10);
        file.write("damage");
        file.close();
        QCOMPARE(reader.read(200).error().kind, ErrorKind::Archive);
        QCOMPARE(readings, 3);
        QVERIFY(reader.read(1).ok());
    }
    closeIndex(db);
}

void TestArchiveUpkeep::compactRefusesWithoutRoom()
{
    makeArchive();
    const Result<CompactReport> report = compactArchive({.folder = place(), .freeBytes = 1'000'000});
    QVERIFY(!report.ok());
    QVERIFY2(report.error().message.contains(u"free space"_s), qPrintable(report.error().message));
    verifyWhole();
}

// Killed at every step that it takes; the next run finishes the job.
void TestArchiveUpkeep::compactIsKilled()
{
    int call = 1;
    for (;; ++call) {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
        commit(batchOf(lane(), 0, 100, {}, stream(), 1'000));
        m_archive.reset();
        QVERIFY(OtherConnection(place()).run(u"DELETE FROM alerts WHERE row % 10 <> 3"_s));
        const int code = runJob(u"compact"_s, place(), call);
        QVERIFY(code == kWasKilled || code == 0);
        QCOMPARE(rows(), 10);
        QVERIFY2(verifyArchive(place(), {}).value().sound(), qPrintable(QString::number(call)));
        if (code == 0)
            break;
        QVERIFY(compactArchive({.folder = place()}).ok());
        QVERIFY(compactArchive({.folder = place()}).ok()); // an empty segment may be left for it
        const VerifyReport report = verifyArchive(place(), {}).value();
        QVERIFY(report.sound());
        QCOMPARE(report.packets, 10);
        QCOMPARE(files(u"*.seg"_s).size(), 1);
        QVERIFY(QFileInfo(files(u"*.seg"_s).first()).size() < 20'000);
        QCOMPARE(OtherConnection(place()).value(u"SELECT count(*) FROM segments"_s).toInt(), 1);
    }
    QVERIFY2(call >= 6, qPrintable(QString::number(call)));
}

void TestArchiveUpkeep::damagedIndex_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("decoded"); // at least
    QTest::newRow("header") << u"header"_s << 0;
    QTest::newRow("schema") << u"schema"_s << 0;
    QTest::newRow("header and no copy of it") << u"header, no copy"_s << 60;
    QTest::newRow("root page of the table") << u"root"_s << 60;
    QTest::newRow("a page of the table") << u"leaf"_s << 1;
    QTest::newRow("streams") << u"streams"_s << 0;
    QTest::newRow("lanes") << u"lanes"_s << 0;
    QTest::newRow("sources") << u"sources"_s << 0;
    QTest::newRow("segments") << u"segments"_s << 60;
    QTest::newRow("positions") << u"positions"_s << 0;
    QTest::newRow("cut") << u"cut"_s << 60;
    QTest::newRow("gone") << u"gone"_s << 60;
}

// FAULT-32
void TestArchiveUpkeep::damagedIndex()
{
    QFETCH(QString, what);
    QFETCH(int, decoded);
    makeArchive();
    const auto root = OtherConnection(place()).value(u"SELECT rootpage FROM sqlite_schema WHERE name = 'alerts'"_s).toLongLong();
    const QByteArray before = [&] {
        QFile file(index());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();
    const QByteArray rubbish(4'000, '\x5a');
    if (what.startsWith(u"header"_s))
        overwrite(index(), 0, rubbish.first(60));
    else if (what == u"schema")
        overwrite(index(), 100, rubbish);
    else if (what == u"root")
        overwrite(index(), (root - 1) * 8192, rubbish);
    else if (const auto page = OtherConnection(place()).value(u"SELECT rootpage FROM sqlite_schema WHERE name = '%1'"_s.arg(what)).toLongLong(); page > 0)
        overwrite(index(), (page - 1) * 8192, rubbish);
    else if (what == u"leaf")
        overwrite(index(), before.indexOf("Object 25") / 8192 * 8192, rubbish);
    else if (what == u"cut")
        QVERIFY(QFile::resize(index(), 5'000));
    else
        QVERIFY(QFile::remove(index()));
    if (what == u"header, no copy")
        QVERIFY(QFile::remove(place() + u"/index.head"_s));
    const QByteArray damaged = [&] {
        QFile file(index());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();

    // It is said, and nothing is made anew.
    const auto opened = openSqliteArchive({.place = place()});
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().kind, ErrorKind::Archive);
    QVERIFY2(opened.error().remedy.contains(u"archive recover"_s), qPrintable(opened.error().message + opened.error().remedy));
    QFile same(index());
    QCOMPARE(same.open(QIODevice::ReadOnly) ? same.readAll() : QByteArray(), damaged);

    const Result<RecoverReport> report = recover();
    QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.error().message + report.error().detail));
    QVERIFY2(report.value().rowsDecoded >= decoded, qPrintable(QString::number(report.value().rowsDecoded)));
    QCOMPARE(report.value().rowsRead + report.value().rowsDecoded, 60);
    QCOMPARE(report.value().rowsLost, 0);
    QVERIFY(report.value().lost.empty());
    if (what != u"gone") {
        QFile kept(report.value().oldIndex);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), damaged);
    }
    // Where neither the table, its index of keys nor the marks could be read, rows get new numbers, behind all there were.
    const bool fromPackets = what == u"header, no copy" || what == u"cut" || what == u"gone";
    if (!fromPackets) {
        verifyWhole();
        return;
    }
    open();
    const auto numbers = readerOf()->rowNumbers({}, {}).value();
    QCOMPARE(numbers.size(), size_t{60});
    const auto positions = readerOf()->positions("u-1").value();
    QCOMPARE(positions.size(), size_t{2});
    for (const StoredPosition &position : positions)
        QCOMPARE(position.next, position.lane.partition == 0 ? 40 : 120);
    commit(batchOf(lane(0), 40, 5));
    m_archive.reset();
    QVERIFY(verifyArchive(place(), {}).value().sound());
}

void TestArchiveUpkeep::missingIndexIsNotMadeAnew()
{
    makeArchive();
    QVERIFY(QFile::remove(index()));
    QVERIFY(!openSqliteArchive({.place = place()}).ok());
    QVERIFY(!openSqliteArchive({.place = place(), .readOnly = true}).ok());
    QVERIFY(!QFile::exists(index()));
}

// SQLite takes what comes before the damage: rows and positions go back together, the rest is fetched again.
void TestArchiveUpkeep::damagedLog()
{
    open();
    for (int i = 0; i < 20; ++i)
        commit(batchOf(lane(), i, 1));
    const QString copy = m_folder->filePath(u"copy"_s); // as after a kill
    QVERIFY(QDir().mkpath(copy + u"/segments/1/1"_s));
    for (const QString &name : {u"index.sqlite"_s, u"index.sqlite-wal"_s})
        QVERIFY(QFile::copy(place() + u'/' + name, copy + u'/' + name));
    for (const QString &file : files(u"*.seg"_s))
        QVERIFY(QFile::copy(file, copy + file.sliced(place().size())));
    m_archive.reset();
    overwrite(copy + u"/index.sqlite-wal"_s, QFileInfo(copy + u"/index.sqlite-wal"_s).size() / 2, QByteArray(200, '\x5a'));
    {
        const auto opened = openSqliteArchive({.place = copy});
        QVERIFY2(opened.ok(), opened.ok() ? "" : qPrintable(opened.error().message));
        const auto reader = std::move(opened.value()->reader().value());
        const auto count = static_cast<int64_t>(reader->rowNumbers({}, {}).value().size());
        QVERIFY(count > 0 && count < 20);
        QCOMPARE(reader->positions("u-1").value().at(0).next, count);
    }
    QVERIFY(verifyArchive(copy, {}).value().sound());
}

void TestArchiveUpkeep::damagedPacketsBecomeGaps()
{
    makeArchive();
    // Packets 5 and 6 of the first file; the index is gone as well, so that nothing else knows them.
    QFile file(files(u"*.seg"_s).first());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray bytes = file.readAll();
    const qsizetype from = bytes.indexOf("message 5.");
    const qsizetype to = bytes.indexOf("message 6.");
    QVERIFY(from > 0 && to > from);
    file.seek(from);
    file.write(QByteArray(to - from + 20, '\x5a'));
    file.close();
    QVERIFY(QFile::remove(index()));
    const Result<RecoverReport> report = recover();
    QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.error().message));
    QCOMPARE(report.value().rowsDecoded, 58);
    QCOMPARE(report.value().lost.size(), size_t{1});
    QCOMPARE(report.value().lost[0].from, int64_t{5});
    QCOMPARE(report.value().lost[0].to, int64_t{7});
    open();
    const auto gaps = readerOf()->gaps().value();
    QCOMPARE(gaps.size(), size_t{1});
    QCOMPARE(gaps[0].why, std::string("damaged"));
    QCOMPARE(gaps[0].topic, std::string("night"));
    // Fetched again, they are there.
    commit(batchOf(lane(0), 5, 2));
    QCOMPARE(rows(), 60);
}

void TestArchiveUpkeep::soundArchivesAreLeftAlone()
{
    makeArchive();
    QVERIFY(recover().value().wasSound);
    QVERIFY(files(u"index-damaged*"_s).isEmpty());
    verifyWhole();
}

void TestArchiveUpkeep::recoveryNeedsTheArchiveAlone()
{
    makeArchive();
    open();
    const Result<RecoverReport> report = recover();
    QVERIFY(!report.ok());
    QVERIFY2(report.error().message.contains(QString::number(::getpid())), qPrintable(report.error().message));
    m_archive.reset();
    verifyWhole();
}

void TestArchiveUpkeep::recoveryIsKilled()
{
    int call = 1;
    for (;; ++call) {
        begin();
        makeArchive();
        overwrite(index(), 0, QByteArray(60, '\x5a'));
        const int code = runJob(u"recover"_s, place(), call);
        QVERIFY(code == kWasKilled || code == 0);
        if (code == kWasKilled) {
            // Nobody begins a new archive in its place.
            const bool done = openSqliteArchive({.place = place()}).ok();
            QVERIFY2(!done, qPrintable(QString::number(call)));
            const Result<RecoverReport> report = recover();
            QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.error().message));
        }
        QCOMPARE(files(u"index-damaged*.sqlite"_s).size(), 1);
        QVERIFY(!QFile::exists(place() + u"/recovering"_s));
        verifyWhole();
        if (code == 0)
            break;
    }
    QVERIFY2(call >= 4, qPrintable(QString::number(call)));
}

void TestArchiveUpkeep::whatIsCancelledLeavesTheArchiveAsItWas()
{
    makeArchive();
    const auto bytesOf = [](const QString &name) {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const auto stopped = compactArchive({.folder = place(), .goOn = [](double) { return false; }});
    QVERIFY(!stopped.ok());
    QCOMPARE(stopped.error().kind, ErrorKind::Interrupted);
    verifyWhole();
    overwrite(index(), 0, QByteArray(60, '\x5a'));
    const QByteArray damaged = bytesOf(index());
    // At every place where it can be ended.
    int asked = 0;
    for (int last = 1;; ++last) {
        asked = 0;
        double before = 0;
        const auto report = recoverArchive({.folder = place(), .decode = &decodeAgain, .goOn = [&](double fraction) {
                                                const bool forward = fraction >= before && fraction <= 1;
                                                before = fraction;
                                                return forward && ++asked < last;
                                            }});
        if (report.ok())
            break;
        QCOMPARE(report.error().kind, ErrorKind::Interrupted);
        QCOMPARE(bytesOf(index()), damaged);
        QVERIFY(!QFile::exists(place() + u"/recovering"_s));
        QVERIFY(last < 1'000);
    }
    QVERIFY2(asked >= 4, qPrintable(QString::number(asked)));
    verifyWhole();
}

// The copy that a recovery reads from is as large as the old index.
void TestArchiveUpkeep::copyOfTheOldIndexTellsHowFarAndCanBeCancelled()
{
    makeArchive();
    overwrite(index(), 0, QByteArray(60, '\x5a'));
    overwrite(index(), QFileInfo(index()).size(), QByteArray(40 << 20, '\0'));
    const qint64 size = QFileInfo(index()).size();
    const QString copy = place() + u"/recovering/old/index.sqlite"_s;
    double told = 0;
    qint64 copied = 0;
    int pieces = 0;
    const auto report = recoverArchive({.folder = place(), .decode = &decodeAgain, .goOn = [&](double fraction) {
                                            copied = QFileInfo(copy).size();
                                            if (copied == 0)
                                                return true;
                                            ++pieces;
                                            told = fraction;
                                            return copied < size / 2;
                                        }});
    QVERIFY(!report.ok());
    QCOMPARE(report.error().kind, ErrorKind::Interrupted);
    QVERIFY2(pieces > 2 && copied < size * 3 / 4, qPrintable(u"%1 pieces, %2 of %3"_s.arg(pieces).arg(copied).arg(size)));
    QVERIFY2(told > 0.02 && told < 0.04, qPrintable(QString::number(told)));
    QVERIFY(!QFile::exists(place() + u"/recovering"_s));
    QCOMPARE(QFileInfo(index()).size(), size);
    QVERIFY(recover().ok());
    verifyWhole();
}

// FAULT-33
void TestArchiveUpkeep::newerSchemaIsNotWritten()
{
    makeArchive();
    QVERIFY(OtherConnection(place()).run(u"PRAGMA user_version = 99"_s));
    const auto opened = openSqliteArchive({.place = place()});
    QVERIFY(!opened.ok());
    QVERIFY2(opened.error().message.contains(u"newer"_s) && opened.error().message.contains(u"99"_s), qPrintable(opened.error().message));
    QVERIFY(!recover().ok());
    QCOMPARE(rows(), 60);
    QCOMPARE(OtherConnection(place()).value(u"PRAGMA user_version"_s).toInt(), 99);
    QVERIFY(OtherConnection(place()).run(u"PRAGMA user_version = 2"_s));
}

// FAULT-79
void TestArchiveUpkeep::migrationIsKilled()
{
    int call = 1;
    for (;; ++call) {
        begin();
        makeArchive();
        {
            OtherConnection other(place()); // as the first version made it
            const int now = other.value(u"PRAGMA user_version"_s).toInt();
            QVERIFY(now >= 2);
            QVERIFY(other.run(u"DROP TABLE changes"_s));
            QVERIFY(other.run(u"ALTER TABLE streams DROP COLUMN registry"_s));
            for (const QString &column : {u"watch"_s, u"watch_sep"_s, u"coincidence"_s, u"tag"_s, u"note"_s, u"ignored"_s})
                QVERIFY(other.run(u"ALTER TABLE alerts DROP COLUMN \"%1\""_s.arg(column)));
            QVERIFY(other.run(u"PRAGMA user_version = 1"_s));
        }
        const int code = runJob(u"open"_s, place(), 0, {u"TOCSIN_TEST_KILL_MIGRATION=%1"_s.arg(call)});
        QVERIFY(code == kWasKilled || code == 0);
        const int version = OtherConnection(place()).value(u"PRAGMA user_version"_s).toInt();
        const bool hasTable = OtherConnection(place()).value(u"SELECT count(*) FROM sqlite_schema WHERE name = 'changes'"_s).toInt() == 1;
        QCOMPARE(hasTable, version > 1); // a step is whole or not there
        QCOMPARE(rows(), 60);
        verifyWhole(); // opens, so the rest is done
        const QStringList before = files(u"index-before-2.sqlite"_s);
        QCOMPARE(before.size(), 1);
        QVERIFY(QFile::copy(before.first(), m_folder->filePath(u"index.sqlite"_s)));
        OtherConnection old(m_folder->path());
        QCOMPARE(old.value(u"PRAGMA user_version"_s).toInt(), 1);
        QCOMPARE(old.value(u"SELECT count(*) FROM alerts"_s).toInt(), 60);
        if (code == 0)
            break;
    }
    QVERIFY2(call >= 4, qPrintable(QString::number(call)));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 5 && QByteArray(argv[1]) == "--job")
        return doJob(QCoreApplication::arguments());
    TestArchiveUpkeep test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_archiveupkeep.moc"
