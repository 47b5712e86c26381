// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that waited for a schema, or that somebody wants to be read again, are decoded anew in place. What has to survive a kill
// runs in a process of its own: this program again, with a job as arguments.
#include "core/archive/archive.h"
#include "core/archive/columnfiles.h"
#include "core/decoders/decoder.h"
#include "core/decoders/schemastore.h"
#include "core/domain/fieldmapping.h"
#include "core/services/redecoding.h"
#include "support/archivefixture.h"
#include "support/filters.h"
#include "support/framedpackets.h"
#include "support/otherconnection.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::archive;
using namespace tocsin::tests;
using services::Redecoding;

namespace {

constexpr uint32_t kSchema = 4711;
const std::string kRegistry = "https://schemas.example";

void learnSchema()
{
    QVERIFY(decoders::SchemaStore::instance().add(kRegistry, kSchema, kPlaceSchema));
}

std::vector<int64_t> waitingOf(Reader &reader)
{
    std::vector<int64_t> rows;
    const auto waiting = reader.waiting();
    for (const WaitingRows &one : waiting.value())
        rows.insert(rows.end(), one.rows.begin(), one.rows.end());
    return rows;
}

constexpr int kWasKilled = -1;

int runJob(const QString &folder, int killCall)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationFilePath(), {u"--job"_s, folder, QString::number(killCall)});
    if (!process.waitForFinished(60'000))
        return -2;
    return process.exitStatus() == QProcess::CrashExit ? kWasKilled : process.exitCode();
}

// Decodes what waits, and ends without a word at the given step.
int doJob(const QString &folder, int killCall)
{
    learnSchema();
    auto archive = openSqliteArchive({.place = folder});
    if (!archive)
        return 1;
    auto reader = archive.value()->reader();
    if (!reader)
        return 2;
    const auto rows = waitingOf(*reader.value());
    int call = 0;
    const auto done = services::redecode(*archive.value(), *reader.value(), rows, {}, [&](double) {
        if (++call == killCall)
            ::kill(::getpid(), SIGKILL);
        return true;
    });
    return done ? 0 : 3;
}

} // namespace

class TestRedecoding final : public QObject, private ArchiveFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        forgetSchema();
    }
    void cleanup() { m_archive.reset(); }

    void rowsWaitRawAndAreDecodedInPlace();
    void packetsBesideStay();
    void furtherRecordsAreAppended();
    void recordsThatAreNoMoreGo();
    void markedRowsStay();
    void anUnreadablePacketTakesNothingAway();
    void mappingOfTheStreamCounts();
    void searchesSeeItAtOnce();
    void damagedAndGonePacketsAreLeftOut();
    void canBeStopped();
    void isKilled();
    void lockedIndexIsToldAndTriedAgain();

private:
    // The store is one for the process and keeps what it has learnt: each test waits for a number of its own.
    void forgetSchema() { m_registry = kRegistry + "/" + std::to_string(++m_test); }
    void learn(std::string_view schema = kPlaceSchema) { QVERIFY(decoders::SchemaStore::instance().add(m_registry, kSchema, schema)); }
    void commit(DecodedBatch batch)
    {
        int alerts = 0;
        for (const DecodedPacket &packet : batch.packets)
            alerts += static_cast<int>(packet.alerts.size());
        const int wanted = m_listener.rows + alerts;
        m_archive->append(std::move(batch));
        QTRY_COMPARE_WITH_TIMEOUT(m_listener.rows.load(), wanted, 10'000);
    }
    void fill(int count)
    {
        open();
        commit(framedBatch(framedStream(m_registry), lane(), kSchema, 0, count));
    }
    void fillTooMany();
    std::shared_ptr<const void> m_alone; // bytes that a batch looks into
    std::string m_registry;
    int m_test = 0;
};

void TestRedecoding::rowsWaitRawAndAreDecodedInPlace()
{
    fill(600);
    const auto reader = readerOf();
    auto waiting = reader->waiting();
    QVERIFY(waiting.ok());
    QCOMPARE(waiting.value().size(), size_t{1});
    const WaitingRows rows = waiting.value().front();
    QCOMPARE(rows.schema, kSchema);
    QCOMPARE(rows.registry, m_registry);
    QCOMPARE(rows.stream, std::string("rubin"));
    QCOMPARE(rows.rows.size(), size_t{600});
    const std::vector<int64_t> first{rows.rows.front()};
    const auto before = reader->alerts(first).value().front();
    QCOMPARE(before->format, Text("avro-registry 4711"));
    QCOMPARE(decoders::waitsForSchema(*before), std::optional(kSchema));
    QCOMPARE(reader->packet(first.front()).value().value, framedPlace(kSchema, 0));
    mark({3}, Starred | Seen);
    // Nothing changes while nobody knows the schema.
    auto done = services::redecode(*m_archive, *reader, rows.rows, {}, {});
    QVERIFY(done.ok());
    QCOMPARE(done.value().rows, 0);
    QCOMPARE(done.value().waiting, 600);
    QCOMPARE(reader->changesAfter(0).value().ranges.size(), size_t{0});
    learn();
    double reached = 0;
    done = services::redecode(*m_archive, *reader, rows.rows, {}, [&](double fraction) { return reached = fraction, true; });
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
    QCOMPARE(done.value().rows, 600);
    QCOMPARE(reached, 1.0);
    QCOMPARE(m_listener.rows.load(), 600); // they are no new ones
    QVERIFY(reader->waiting().value().empty());
    const auto after = reader->alerts(rows.rows).value();
    QCOMPARE(after.size(), size_t{600});
    for (int64_t i = 0; i < 600; ++i) {
        const Alert &alert = *after[static_cast<size_t>(i)];
        QCOMPARE(alert.row, rows.rows[static_cast<size_t>(i)]);
        QCOMPARE(alert.id, std::to_string(i));
        QCOMPARE(alert.ra.value, 10.5 + 0.001 * static_cast<double>(i));
        QVERIFY(alert.error.empty());
        QCOMPARE(alert.stream, Text("rubin"));
        QCOMPARE(alert.offset, std::optional(i));
        QCOMPARE(alert.brokerTime.us, UtcTime::fromMs(1'790'000'000'000 + i).us);
        QCOMPARE(alert.received.us, UtcTime::fromMs(1'790'000'001'000).us);
    }
    QCOMPARE(reader->marks(std::vector<int64_t>{3}).value().front(), uint8_t(Starred | Seen));
    QCOMPARE(reader->info().value().undecoded, 0);
    // Whoever keeps a copy of rows looks again.
    const RowChanges changes = reader->changesAfter(0).value();
    QCOMPARE(changes.ranges.front().first, rows.rows.front());
    QCOMPARE(changes.ranges.back().last, rows.rows.back());
    QCOMPARE(reader->changesAfter(-1).value().last, changes.last);
}

void TestRedecoding::packetsBesideStay()
{
    open();
    commit(batchOf(lane(1), 0, 5));
    commit(framedBatch(framedStream(m_registry), lane(), kSchema, 0, 5));
    commit(framedBatch(framedStream("https://elsewhere.example", "u-2", "other"), lane(2), kSchema, 0, 5)); // the number of another registry
    const auto reader = readerOf();
    learn();
    const auto rows = waitingOf(*reader);
    QCOMPARE(rows.size(), size_t{10});
    const auto done = services::redecode(*m_archive, *reader, rows, {}, {});
    QVERIFY(done.ok());
    QCOMPARE(done.value().rows, 5);
    QCOMPARE(done.value().waiting, 5);
    QCOMPARE(waitingOf(*reader).size(), size_t{5});
    QCOMPARE(reader->alerts(std::vector<int64_t>{1}).value().front()->name, Text("Object 0"));
}

// Two waiting messages in one envelope: one row each; what an envelope turns out to hold beyond its rows is appended.
void TestRedecoding::furtherRecordsAreAppended()
{
    open();
    const std::string list = R"([{"id": "a", "ra": 1, "dec": 2}, {"id": "b", "ra": 3, "dec": 4}, {"id": "c", "ra": 5, "dec": 6}])";
    auto batch = batchOfValues(framedStream({}), lane(), 0, {list, R"({"id": "later", "ra": 1, "dec": 1})"});
    // As an earlier version would have read it.
    batch.packets.front().alerts.resize(1);
    batch.packets.front().alerts.front()->id = "all";
    commit(std::move(batch));
    auto reader = readerOf();
    QCOMPARE(reader->lastRow().value(), 2);
    mark({1});
    const auto done = services::redecode(*m_archive, *reader, std::vector<int64_t>{1}, {}, {});
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
    QCOMPARE(done.value().rows, 3);
    QCOMPARE(m_listener.rows.load(), 4); // the two are told as new
    const auto all = reader->alerts(std::vector<int64_t>{1, 2, 3, 4}).value();
    QCOMPARE(all[0]->id, Text("a"));
    QCOMPARE(all[1]->id, Text("later"));
    QCOMPARE(all[2]->id, Text("b"));
    QCOMPARE(all[3]->id, Text("c"));
    QCOMPARE(all[3]->record, 2);
    QCOMPARE(all[3]->offset, std::optional<int64_t>(0));
    QCOMPARE(reader->marks(std::vector<int64_t>{1, 3}).value(), (std::vector<uint8_t>{Starred, 0}));
    // Once more: there is nothing to add.
    QCOMPARE(services::redecode(*m_archive, *reader, std::vector<int64_t>{1}, {}, {}).value().rows, 3);
    QCOMPARE(reader->lastRow().value(), 4);
}

// As an earlier version would have read it: three records where there is one.
void TestRedecoding::fillTooMany()
{
    open();
    auto batch = batchOfValues(framedStream({}), lane(), 0,
                               {R"([{"id": "a", "name": "wordone", "ra": 1, "dec": 2}, {"id": "b", "name": "wordtwo", "ra": 3, "dec": 4}, {"id": "c", "ra": 5, "dec": 6}])",
                                R"({"id": "later", "ra": 3, "dec": 4.1})"});
    const auto alone = batchOfValues(framedStream({}), lane(), 0, {R"({"id": "now", "ra": 1, "dec": 2})"});
    batch.packets.front().packet.value = alone.packets.front().packet.value;
    m_alone = alone.keepAlive;
    commit(std::move(batch));
}

void TestRedecoding::recordsThatAreNoMoreGo()
{
    fillTooMany();
    const auto reader = readerOf();
    QCOMPARE(reader->lastRow().value(), 4);
    const auto found = [&](const char *text) {
        const auto filter = filterOf(text);
        std::vector<int64_t> rows;
        (void)reader->findRows(filter.get(), UtcTime::now(), false, [&](const std::vector<int64_t> &some, double) {
            rows.insert(rows.end(), some.begin(), some.end());
            return true;
        });
        return rows;
    };
    const auto settled = [&] {
        const auto changes = reader->changesAfter(0);
        return changes.value().settled >= changes.value().last;
    };
    const auto columns = [&] {
        ColumnReader files;
        return files.open(place()) ? files.complete() : 0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(columns(), 4, 10'000);
    QCOMPARE(found("cone(3, 4, 0.5 deg)"), (std::vector<int64_t>{2, 4}));
    mark({1}, Starred);
    mark({2}, Seen); // no mark that a person has set
    // By whichever of its rows.
    const auto done = services::redecode(*m_archive, *reader, std::vector<int64_t>{3}, {}, {});
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
    QCOMPARE(done.value().rows, 1);
    QCOMPARE(done.value().removed, 2);
    QCOMPARE(done.value().kept, 0);
    const std::vector<int64_t> all{1, 2, 3, 4};
    for (int i = 0; i < 2; ++i) { // before the column files have heard of it, and after
        const auto there = reader->alerts(all).value();
        QCOMPARE(there.size(), size_t{2});
        QCOMPARE(there[0]->row, 1);
        QCOMPARE(there[0]->id, Text("now"));
        QCOMPARE(there[1]->id, Text("later"));
        QCOMPARE(reader->marks(std::vector<int64_t>{1, 2}).value(), (std::vector<uint8_t>{Starred, 0}));
        QCOMPARE(found("ra < 10"), (std::vector<int64_t>{1, 4}));
        QCOMPARE(found("cone(3, 4, 0.5 deg)"), std::vector<int64_t>{4});
        QVERIFY(found("name = \"wordtwo\"").empty());
        QCOMPARE(reader->info().value().messages, 2);
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 10'000);
    }
    QCOMPARE(reader->rowNumbers({}, {}).value(), (std::vector<int64_t>{1, 4}));
    QCOMPARE(services::redecode(*m_archive, *reader, all, {}, {}).value().removed, 0);
}

void TestRedecoding::markedRowsStay()
{
    fillTooMany();
    const auto reader = readerOf();
    mark({2}, Starred);
    mark({3}, Pinned);
    auto done = services::redecode(*m_archive, *reader, std::vector<int64_t>{1}, {}, {});
    QCOMPARE(done.value().removed, 0);
    QCOMPARE(done.value().kept, 2);
    QCOMPARE(reader->alerts(std::vector<int64_t>{1, 2, 3}).value()[1]->id, Text("b"));
    m_archive->setMarks({2}, 0, Starred, {});
    done = services::redecode(*m_archive, *reader, std::vector<int64_t>{1}, {}, {});
    QCOMPARE(done.value().removed, 1);
    QCOMPARE(done.value().kept, 1);
    QTRY_COMPARE_WITH_TIMEOUT(reader->rowNumbers({}, {}).value(), (std::vector<int64_t>{1, 3, 4}), 10'000);
}

void TestRedecoding::anUnreadablePacketTakesNothingAway()
{
    open();
    auto batch = batchOfValues(framedStream({}), lane(), 0, {R"([{"id": "a", "ra": 1, "dec": 2}, {"id": "b", "ra": 3, "dec": 4}])"});
    batch.packets.front().packet.value = "{\"id\": ";
    commit(std::move(batch));
    const auto reader = readerOf();
    const auto done = services::redecode(*m_archive, *reader, std::vector<int64_t>{1, 2}, {}, {});
    QCOMPARE(done.value().rows, 1);
    QCOMPARE(done.value().undecoded, 1);
    QCOMPARE(done.value().removed, 0);
    QVERIFY(!done.value().why.empty());
    QCOMPARE(reader->alerts(std::vector<int64_t>{2}).value().front()->id, Text("b"));
}

void TestRedecoding::mappingOfTheStreamCounts()
{
    open();
    commit(batchOfValues(framedStream({}), lane(), 0, {R"({"id": "7", "pos": {"x": 12.5, "y": -3}})"}));
    auto read = FieldMapping::fromJson(R"({"fields": {"ra": "/pos/x", "dec": "/pos/y"}})");
    const auto mapping = std::get<std::shared_ptr<const FieldMapping>>(read);
    const auto reader = readerOf();
    const std::vector<int64_t> rows{1};
    QVERIFY(!reader->alerts(rows).value().front()->ra.has());
    std::string asked;
    const auto done = services::redecode(*m_archive, *reader, rows, [&](const std::string &uuid) { return asked = uuid, mapping; }, {});
    QCOMPARE(done.value().rows, 1);
    QCOMPARE(asked, std::string("u-rubin"));
    QCOMPARE(reader->alerts(rows).value().front()->ra.value, 12.5);
    QCOMPARE(reader->alerts(rows).value().front()->dec.value, -3.0);
}

// Neither the column files nor what is made of them is believed where it has not heard of the change.
void TestRedecoding::searchesSeeItAtOnce()
{
    fill(300);
    const auto reader = readerOf();
    const auto found = [&](const char *text) {
        const auto filter = filterOf(text);
        std::vector<int64_t> rows;
        if (filter)
            (void)reader->findRows(filter.get(), UtcTime::now(), false, [&](const std::vector<int64_t> &some, double) {
                rows.insert(rows.end(), some.begin(), some.end());
                return true;
            });
        return rows.size();
    };
    const auto columns = [&] {
        ColumnReader files;
        return files.open(place()) ? files.complete() : 0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(columns(), 300, 10'000);
    QCOMPARE(found("has(error)"), size_t{300});
    learn();
    QVERIFY(services::redecode(*m_archive, *reader, waitingOf(*reader), {}, {}).ok());
    QCOMPARE(found("has(error)"), size_t{0});
    QCOMPARE(found("ra < 10.5995"), size_t{100});
    QCOMPARE(found("fields.text = \"object number 7\""), size_t{1});
    QCOMPARE(found("cone(10.5, -20.25, 0.0005 deg)"), size_t{1});
    // And so do the files, a moment later.
    const auto inFiles = [&] {
        ColumnReader files;
        std::vector<double> ras(300);
        return files.open(place()) && files.numbers(columnIndex(findAlertField("ra")), 1, 300, ras.data()) ? ras[7] : 0.0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(inFiles(), 10.507, 10'000);
    QCOMPARE(found("ra < 10.5995"), size_t{100});
}

void TestRedecoding::damagedAndGonePacketsAreLeftOut()
{
    fill(3);
    const QStringList segments = files(u"*.seg"_s);
    QCOMPARE(segments.size(), 1);
    QFile file(segments.front());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() - 3)); // in the last packet
    QCOMPARE(file.write("xxx"), 3);
    file.close();
    learn();
    const auto reader = readerOf();
    const auto done = services::redecode(*m_archive, *reader, std::vector<int64_t>{1, 2, 3, 77}, {}, {});
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
    QCOMPARE(done.value().rows, 2);
    QCOMPARE(done.value().unread, std::vector<int64_t>{3});
    QCOMPARE(waitingOf(*reader), std::vector<int64_t>{3});
}

void TestRedecoding::canBeStopped()
{
    fill(700);
    learn();
    const auto reader = readerOf();
    int calls = 0;
    const auto done = services::redecode(*m_archive, *reader, waitingOf(*reader), {}, [&](double) { return ++calls < 14; });
    QVERIFY(!done.ok());
    QCOMPARE(done.error().kind, ErrorKind::Interrupted);
    const auto left = waitingOf(*reader);
    QVERIFY2(left.size() < 700 && !left.empty(), qPrintable(QString::number(left.size())));
    QCOMPARE(services::redecode(*m_archive, *reader, left, {}, {}).value().rows, int64_t(left.size()));
    QVERIFY(waitingOf(*reader).empty());
}

// Old or new rows, never half of one; the next run does the rest.
void TestRedecoding::isKilled()
{
    m_registry = kRegistry; // as the job has it
    int call = 1;
    size_t before = 0;
    for (;; call += 4) {
        begin();
        fill(1'000);
        m_archive.reset();
        const int code = runJob(place(), call);
        QVERIFY2(code == kWasKilled || code == 0, qPrintable(QString::number(code)));
        open();
        const auto reader = readerOf();
        const auto left = waitingOf(*reader);
        if (code == kWasKilled) {
            QVERIFY(call == 1 || left.size() <= before);
            before = left.size();
        } else {
            QVERIFY(left.empty());
        }
        const auto all = reader->alerts(reader->rowNumbers({}, {}).value()).value();
        QCOMPARE(all.size(), size_t{1'000});
        for (const auto &alert : all)
            QVERIFY(decoders::waitsForSchema(*alert) ? alert->id.empty() : alert->id == std::to_string(alert->row - 1));
        m_archive.reset();
        QCOMPARE(runJob(place(), 0), 0);
        open();
        QVERIFY(waitingOf(*readerOf()).empty());
        if (code == 0)
            break;
    }
    QVERIFY2(call >= 4, qPrintable(QString::number(call)));
}

void TestRedecoding::lockedIndexIsToldAndTriedAgain()
{
    open({.patience = std::chrono::milliseconds(50)});
    commit(framedBatch(framedStream(m_registry), lane(), kSchema, 0, 4));
    learn();
    const auto reader = readerOf();
    {
        OtherConnection other(place());
        other.run(u"BEGIN IMMEDIATE"_s);
        const auto busy = services::redecode(*m_archive, *reader, waitingOf(*reader), {}, {});
        QVERIFY(!busy.ok());
        other.run(u"ROLLBACK"_s);
    }
    QCOMPARE(waitingOf(*reader).size(), size_t{4});
    QCOMPARE(services::redecode(*m_archive, *reader, waitingOf(*reader), {}, {}).value().rows, 4);
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == u"--job")
        return doJob(arguments.at(2), arguments.at(3).toInt());
    TestRedecoding test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_redecoding.moc"
