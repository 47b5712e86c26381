// SPDX-License-Identifier: GPL-3.0-or-later
// The program under faults, against a real broker. Each function is a test of its own name in ctest (FAULT-n).
#include "integration/program.h"
#include "rig/rig.h"
#include "support/otherconnection.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tocsin::tests;
using tocsin::rig::KafkaRig;
using tocsin::rig::PartitionEnds;

namespace {

// Contract, section 2: Ctrl-C and SIGTERM end within 3 s. The rest is for the process to start up and be reaped.
constexpr qint64 kPromise = 3'500;

} // namespace

class TestFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_rig.up(), qPrintable(m_rig.why())); }
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_topic = u"night%1"_s.arg(++m_number);
    }

    void killedInABurst();
    void brokerRestarts_data();
    void brokerRestarts();
    void brokerComesLater();
    void nameIsLookedUpAgain();
    void groupIsSharedByOthers();
    void partitionIsAdded();
    void topicIsDeleted();
    void topicIsMadeAnewWhileReading();
    void topicIsMadeAnewBetweenRuns_data();
    void topicIsMadeAnewBetweenRuns();
    void topicIsMadeAnewForAnotherStream();
    void laggingStreamKnowsItsTopic();
    void retentionOvertakes();
    void retentionOvertakesWhileReading();
    void slowDisk();
    void indexIsLocked();
    void quitWhileTheIndexIsLocked();
    void archiveIsShared();
    void followedStreamsEndAndBeginWhereTheyShould();
    void theReaderIsKilledAndTheFollowerGoesOn();
    void heartbeatStops();
    void quitInABurst();
    void quitWithADeadBroker();
    void quitWithABlockedReader_data();
    void quitWithABlockedReader();

private:
    [[nodiscard]] QString url(const QString &query = {}) const { return u"kafka://%1/%2%3"_s.arg(m_rig.plain(), m_topic, query); }
    [[nodiscard]] QStringList listen(const QStringList &more, const QString &query = u"?x.topic.metadata.refresh.interval.ms=1000"_s) const
    {
        return QStringList{u"--home"_s, m_home->path(), u"listen"_s} + more + QStringList{url(query)};
    }
    [[nodiscard]] std::set<std::string> atTheBroker()
    {
        std::set<std::string> ids;
        for (const PartitionEnds &ends : m_rig.ends(m_topic)) {
            for (qint64 offset = ends.begin; offset < ends.end; ++offset)
                ids.insert(u"%1/%2/%3"_s.arg(m_topic).arg(ends.partition).arg(offset).toStdString());
        }
        return ids;
    }
    // The broker needs a moment to forget the old one.
    void makeAnew()
    {
        bool made = false;
        for (int tries = 0; tries < 100 && !made; ++tries)
            made = m_rig.createTopic(m_topic, 1);
        QVERIFY2(made, qPrintable(m_rig.why()));
    }
    void compareWithTheBroker()
    {
        const Ids ids = archiveIds(m_home->path());
        QCOMPARE(ids.lines, static_cast<qsizetype>(ids.unique.size()));
        const std::set<std::string> wanted = atTheBroker();
        QCOMPARE(ids.unique.size(), wanted.size());
        QVERIFY(ids.unique == wanted);
    }
    [[nodiscard]] QString archive() const { return m_home->path() + u"/data/archive"_s; }
    // Whether the stream has been let go by the program that read it.
    [[nodiscard]] bool leaseIsFree() const
    {
        const QStringList leases = QDir(archive() + u"/leases"_s).entryList(QDir::Files);
        if (leases.isEmpty())
            return false;
        const int fd = open(QFile::encodeName(archive() + u"/leases/"_s + leases.first()).constData(), O_RDWR | O_CLOEXEC);
        const bool isFree = fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0;
        close(fd);
        return isFree;
    }
    [[nodiscard]] QString info() const { return QString::fromUtf8(runProgram({u"--home"_s, m_home->path(), u"archive"_s, u"info"_s}).output); }

    KafkaRig m_rig;
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_topic;
    int m_number = 0;
};

// FAULT-1
void TestFaults::killedInABurst()
{
    const int rounds = qEnvironmentVariableIsSet("TOCSIN_NIGHTLY") ? 1'000 : 10;
    QVERIFY2(m_rig.createTopic(m_topic, 4), qPrintable(m_rig.why()));
    int cut = 0;
    for (int round = 0; round < rounds; ++round) {
        QVERIFY2(m_rig.produce(m_topic, 20'000, {u"size=1000"_s, u"first=%1"_s.arg(round * 20'000)}), qPrintable(m_rig.why()));
        Program program(listen({u"--from"_s, u"resume"_s, u"--quiet"_s}));
        // The moment of the kill is what this test is about: any.
        if (!program.waitForEnd(QRandomGenerator::global()->bounded(100, 900))) {
            program.signal(SIGKILL);
            ++cut;
        }
        QVERIFY(program.waitForEnd());
    }
    QVERIFY(cut > 0);
    // Whoever comes after a kill is at work within 3 s: that is promised.
    QVERIFY2(m_rig.produce(m_topic, 20'000, {u"size=1000"_s, u"first=%1"_s.arg(rounds * 20'000)}), qPrintable(m_rig.why()));
    {
        Program next(listen({u"--from"_s, u"resume"_s}));
        QVERIFY2(next.waitForAlerts(1, 3'000), qPrintable(next.said()));
        next.signal(SIGTERM);
        QVERIFY(next.waitForEnd());
    }
    const Finished rest = runProgram(listen({u"--from"_s, u"resume"_s, u"--until-end"_s, u"--quiet"_s}));
    QCOMPARE(rest.code, 0);
    // Rows and positions commit together, so nothing that is stored was fetched twice.
    QCOMPARE(rest.summary["duplicates"].get<int>(), 0);
    compareWithTheBroker();
    QCOMPARE(runProgram({u"--home"_s, m_home->path(), u"archive"_s, u"verify"_s}).code, 0);
}

void TestFaults::brokerRestarts_data()
{
    QTest::addColumn<bool>("killed");
    QTest::newRow("SIGTERM") << false;
    QTest::newRow("SIGKILL") << true;
}

// FAULT-3
void TestFaults::brokerRestarts()
{
    QFETCH(bool, killed);
    QVERIFY2(m_rig.createTopic(m_topic, 2), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 100));
    Program program(listen({u"--from"_s, u"earliest"_s}));
    QVERIFY2(program.waitForAlerts(100), qPrintable(program.said()));
    QVERIFY(killed ? m_rig.kill() : m_rig.stop());
    QVERIFY2(program.waitForSaid(u"Stale"_s), qPrintable(program.said()));
    QVERIFY2(m_rig.start(), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 100, {u"first=100"_s}));
    // It is promised that nobody waits longer for the connection.
    QVERIFY2(program.waitForAlerts(200, 10'000), qPrintable(program.said()));
    // A change of state is told once, not with every try.
    QVERIFY2(program.saidTimes(u": Stale"_s) <= 2, qPrintable(program.said()));
    program.signal(SIGTERM);
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.summary()["gaps"].get<int>(), 0);
    QCOMPARE(program.summary()["duplicates"].get<int>(), 0);
    compareWithTheBroker();
}

// FAULT-4
void TestFaults::brokerComesLater()
{
    QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 10));
    QVERIFY(m_rig.stop());
    Program program(listen({u"--from"_s, u"earliest"_s}));
    QVERIFY2(program.waitForSaid(u"Stale"_s), qPrintable(program.said()));
    QVERIFY(program.isRunning());
    QVERIFY2(m_rig.start(), qPrintable(m_rig.why()));
    QVERIFY2(program.waitForAlerts(10), qPrintable(program.said()));
}

// FAULT-5
void TestFaults::nameIsLookedUpAgain()
{
    QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 10));
    const QString names = m_home->path() + u"/names"_s;
    qputenv("LD_PRELOAD", TOCSIN_FAKE_NAMES);
    qputenv("TOCSIN_TEST_NAMES", QFile::encodeName(names));
    Program program({u"--home"_s, m_home->path(), u"listen"_s, u"--from"_s, u"earliest"_s, u"kafka://broker.test:%1/%2"_s.arg(m_rig.plain().section(u':', 1), m_topic)});
    qunsetenv("LD_PRELOAD");
    qunsetenv("TOCSIN_TEST_NAMES");
    // Told as what it is, in the words of the ladder; and tried on.
    QVERIFY2(program.waitForSaid(u"Stale"_s) && program.waitForSaid(u"broker.test"_s), qPrintable(program.said()));
    QVERIFY2(program.waitForSaid(u"The name broker.test could not be looked up: no name server answered."_s), qPrintable(program.said()));
    QVERIFY(QFile(names).open(QIODevice::WriteOnly));
    QVERIFY2(program.waitForAlerts(10), qPrintable(program.said()));
    // What is gone while connected is no trouble: the connection stays.
    QVERIFY(QFile::remove(names));
    QVERIFY(m_rig.produce(m_topic, 10));
    QVERIFY2(program.waitForAlerts(20), qPrintable(program.said()));
}

// FAULT-12, FAULT-13: whoever else uses our group gets none of what is ours, and no member can fence us off.
void TestFaults::groupIsSharedByOthers()
{
    QVERIFY2(m_rig.createTopic(m_topic, 4), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 100));
    const auto other = [this](QProcess &process, const QStringList &more) {
        process.start(u"kcat"_s, QStringList{u"-q"_s, u"-b"_s, m_rig.plain(), u"-X"_s, u"auto.offset.reset=earliest"_s} + more + QStringList{u"-G"_s, u"shared"_s, m_topic});
        process.closeWriteChannel();
        return process.waitForReadyRead(60'000); // it has partitions
    };
    QProcess first;
    QVERIFY2(other(first, {}), first.readAllStandardError().constData());
    Program program(listen({u"--from"_s, u"earliest"_s}, u"?group=shared"_s));
    QVERIFY2(program.waitForAlerts(100), qPrintable(program.said()));
    first.kill();
    first.waitForFinished();
    QVERIFY(m_rig.produce(m_topic, 100));
    QProcess second;
    QVERIFY2(other(second, {u"-X"_s, u"group.instance.id=desk"_s}), second.readAllStandardError().constData());
    QVERIFY(m_rig.produce(m_topic, 100));
    QVERIFY2(program.waitForAlerts(300), qPrintable(program.said()));
    second.kill();
    second.waitForFinished();
    program.signal(SIGTERM);
    QVERIFY(program.waitForEnd());
    compareWithTheBroker();
    const Finished refused = runProgram(listen({u"--until-end"_s}, u"?x.group.instance.id=desk"_s));
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.said.contains(u"group.instance.id"_s), qPrintable(refused.said));
}

// FAULT-6
void TestFaults::partitionIsAdded()
{
    QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 5));
    Program program(listen({u"--from"_s, u"live"_s, u"--include-tests"_s}));
    QVERIFY2(program.waitForSaid(u": Quiet"_s), qPrintable(program.said()));
    QVERIFY2(m_rig.growTopic(m_topic, 3), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 20, {u"partition=2"_s}));
    // From its beginning, although the stream reads live.
    QVERIFY2(program.waitForAlerts(20), qPrintable(program.said()));
    QCOMPARE(program.alerts().front()["partition"], 2);
    QCOMPARE(program.alerts().front()["offset"], 0);
}

// FAULT-7
void TestFaults::topicIsDeleted()
{
    QVERIFY2(m_rig.createTopic(m_topic, 2), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 50));
    Program program(listen({u"--from"_s, u"earliest"_s}));
    QVERIFY2(program.waitForAlerts(50), qPrintable(program.said()));
    QVERIFY2(m_rig.deleteTopic(m_topic), qPrintable(m_rig.why()));
    QVERIFY2(program.waitForSaid(u": Missing"_s), qPrintable(program.said()));
    QVERIFY(program.isRunning());
    program.signal(SIGTERM);
    QVERIFY(program.waitForEnd());
    QCOMPARE(archiveIds(m_home->path()).lines, 50);
}

// FAULT-8
void TestFaults::topicIsMadeAnewWhileReading()
{
    QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 100));
    Program program(listen({u"--from"_s, u"earliest"_s}));
    QVERIFY2(program.waitForAlerts(100), qPrintable(program.said()));
    QVERIFY2(m_rig.deleteTopic(m_topic), qPrintable(m_rig.why()));
    makeAnew();
    QVERIFY(m_rig.produce(m_topic, 30, {u"first=1000"_s}));
    QVERIFY2(program.waitForAlerts(130), qPrintable(program.said()));
    QCOMPARE(program.alerts()[100]["id"], "rig-1000");
    program.signal(SIGTERM);
    QVERIFY(program.waitForEnd());
    QCOMPARE(archiveIds(m_home->path()).lines, 130);
    QVERIFY2(info().contains(u"topic-recreated"_s), qPrintable(info()));
}

void TestFaults::topicIsMadeAnewBetweenRuns_data()
{
    QTest::addColumn<int>("messages");
    QTest::addColumn<QString>("from");
    for (const char *from : {"resume", "earliest", "2020-01-01T00:00:00Z", "last:1000"}) {
        QTest::addRow("shorter than before, %s", from) << 30 << QString::fromLatin1(from);
        QTest::addRow("as long as before, %s", from) << 100 << QString::fromLatin1(from);
        QTest::addRow("longer than before, %s", from) << 150 << QString::fromLatin1(from);
    }
}

void TestFaults::topicIsMadeAnewBetweenRuns()
{
    QFETCH(int, messages);
    QFETCH(QString, from);
    QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 100));
    QCOMPARE(runProgram(listen({u"--from"_s, from, u"--until-end"_s})).code, 0);
    QVERIFY2(m_rig.deleteTopic(m_topic), qPrintable(m_rig.why()));
    makeAnew();
    QVERIFY(m_rig.produce(m_topic, messages, {u"first=1000"_s}));
    const Finished again = runProgram(listen({u"--from"_s, from, u"--until-end"_s, u"--quiet"_s}));
    QCOMPARE(again.code, 0);
    QCOMPARE(again.summary["passed"].get<int>(), messages);
    QCOMPARE(again.summary["duplicates"].get<int>(), 0);
    QCOMPARE(archiveIds(m_home->path()).lines, 100 + messages);
    QVERIFY2(info().contains(u"topic-recreated"_s), qPrintable(info()));
}

// A stream that never read the old topic may not have its messages taken for those.
void TestFaults::topicIsMadeAnewForAnotherStream()
{
    QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 100));
    QCOMPARE(runProgram(listen({u"--from"_s, u"resume"_s, u"--until-end"_s})).code, 0);
    QVERIFY2(m_rig.deleteTopic(m_topic), qPrintable(m_rig.why()));
    makeAnew();
    QVERIFY(m_rig.produce(m_topic, 120, {u"first=1000"_s}));
    // Another name and another consumer key: x.client.rack changes nothing else.
    const Finished other = runProgram(listen({u"--from"_s, u"earliest"_s, u"--until-end"_s, u"--quiet"_s}, u"?x.client.rack=b"_s));
    QCOMPARE(other.code, 0);
    QCOMPARE(other.summary["passed"].get<int>(), 120);
    QCOMPARE(archiveIds(m_home->path()).lines, 220);
}

// Two streams read one topic, one is far behind when the program ends. Both go on where they were.
void TestFaults::laggingStreamKnowsItsTopic()
{
    QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 50'000, {u"size=1000"_s}));
    const auto tocsin = [this](const QStringList &arguments) { return runProgram(QStringList{u"--home"_s, m_home->path()} + arguments); };
    for (const QString &name : {u"ahead"_s, u"behind"_s})
        QCOMPARE(tocsin({u"streams"_s, u"add"_s, u"kafka"_s, name, u"servers="_s + m_rig.plain(), u"topics="_s + m_topic}).code, 0);
    QCOMPARE(tocsin({u"listen"_s, u"ahead"_s, u"--until-end"_s, u"--quiet"_s}).code, 0);
    {
        QVERIFY(m_rig.produce(m_topic, 10, {u"first=50000"_s}));
        Program both({u"--home"_s, m_home->path(), u"listen"_s, u"ahead"_s, u"behind"_s});
        QVERIFY2(both.waitForAlerts(10), qPrintable(both.said()));
        both.signal(SIGTERM);
        QVERIFY(both.waitForEnd());
    }
    QCOMPARE(tocsin({u"listen"_s, u"ahead"_s, u"behind"_s, u"--until-end"_s, u"--quiet"_s}).code, 0);
    QVERIFY2(!info().contains(u"topic-recreated"_s), qPrintable(info()));
    compareWithTheBroker();
}

// FAULT-9
void TestFaults::retentionOvertakes()
{
    QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 50));
    QCOMPARE(runProgram(listen({u"--from"_s, u"resume"_s, u"--until-end"_s})).summary["passed"].get<int>(), 50);
    QVERIFY(m_rig.produce(m_topic, 100));
    QVERIFY2(m_rig.cutTopic(m_topic, 0, 120), qPrintable(m_rig.why()));
    const Finished again = runProgram(listen({u"--from"_s, u"resume"_s, u"--until-end"_s, u"--quiet"_s}));
    QVERIFY2(again.code == 0, qPrintable(again.said));
    QCOMPARE(again.summary["passed"].get<int>(), 30);
    QCOMPARE(again.summary["gaps"].get<int>(), 1);
    QVERIFY2(info().contains(u"\t0\t50\t120\texpired"_s), qPrintable(info()));
    QCOMPARE(archiveIds(m_home->path()).lines, 80);
    const QByteArray coverage = runProgram({u"--home"_s, m_home->path(), u"archive"_s, u"coverage"_s}).output;
    QVERIFY2(coverage.contains("\t0\t0\t49\treceived\n") && coverage.contains("\t0\t50\t119\tmissed\texpired\n")
                 && coverage.contains("\t0\t120\t149\treceived\n"),
             coverage.constData());
}

// A stream that reads, and does not get to it for a while: as a computer that sleeps.
void TestFaults::retentionOvertakesWhileReading()
{
    QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 50));
    Program program(listen({u"--from"_s, u"earliest"_s}));
    QVERIFY2(program.waitForAlerts(50), qPrintable(program.said()));
    program.signal(SIGSTOP);
    // The question that is on its way may take these; another one cannot follow it.
    QVERIFY(m_rig.produce(m_topic, 50, {u"first=50"_s}));
    QVERIFY(m_rig.produce(m_topic, 100, {u"first=100"_s}));
    QVERIFY2(m_rig.cutTopic(m_topic, 0, 180), qPrintable(m_rig.why()));
    program.signal(SIGCONT);
    QVERIFY2(program.waitForAlerts(70), qPrintable(program.said()));
    QTRY_VERIFY_WITH_TIMEOUT(archiveIds(m_home->path()).unique.contains(m_topic.toStdString() + "/0/199"), 60'000);
    program.signal(SIGTERM);
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.summary()["gaps"].get<int>(), 1);
    const qsizetype lines = archiveIds(m_home->path()).lines;
    const qsizetype lost = 200 - lines;
    QVERIFY2(info().contains(u"\t0\t%1\t180\texpired"_s.arg(180 - lost)), qPrintable(info()));
    QVERIFY2(lost == 130 || lost == 80, qPrintable(QString::number(lost)));
}

// FAULT-29
void TestFaults::slowDisk()
{
    QVERIFY2(m_rig.createTopic(m_topic, 2), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 300'000, {u"size=1000"_s}));
    const QString flag = m_home->path() + u"/slow"_s;
    QVERIFY(QFile(flag).open(QIODevice::WriteOnly));
    qputenv("LD_PRELOAD", TOCSIN_SLOW_DISK);
    qputenv("TOCSIN_TEST_SLOW_DISK", QFile::encodeName(flag));
    // Lines of alerts go nowhere, so that only the disk holds anything up.
    Program program(listen({u"--from"_s, u"resume"_s, u"--until-end"_s}), u"/dev/null"_s);
    qunsetenv("LD_PRELOAD");
    qunsetenv("TOCSIN_TEST_SLOW_DISK");
    QVERIFY2(program.waitForSaid(u"Degraded"_s) && program.waitForSaid(u"the disk"_s), qPrintable(program.said()));
    // The queues are full by now; what does not fit stays with the broker.
    QFile memory(u"/proc/%1/status"_s.arg(program.processId()));
    QVERIFY(memory.open(QIODevice::ReadOnly));
    const QByteArray status = memory.readAll();
    const qint64 kilobytes = status.mid(status.indexOf("VmRSS:") + 6).trimmed().split(' ').first().toLongLong();
    QVERIFY2(kilobytes > 0 && kilobytes < 1'000'000, status.constData());
    QVERIFY(QFile::remove(flag));
    QVERIFY2(program.waitForEnd(), qPrintable(program.said()));
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(program.summary()["duplicates"].get<int>(), 0);
    compareWithTheBroker();
}

// FAULT-31
void TestFaults::indexIsLocked()
{
    QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 10));
    Program program(listen({u"--from"_s, u"earliest"_s}));
    QVERIFY2(program.waitForAlerts(10), qPrintable(program.said()));
    {
        OtherConnection other(archive());
        QVERIFY(other.run(u"BEGIN IMMEDIATE"_s));
        QVERIFY(m_rig.produce(m_topic, 10, {u"first=10"_s}));
        QVERIFY2(program.waitForSaid(u"database is locked"_s), qPrintable(program.said()));
        QCOMPARE(program.alerts().size(), size_t{10});
        QVERIFY(other.run(u"ROLLBACK"_s));
    }
    QVERIFY2(program.waitForAlerts(20), qPrintable(program.said()));
    program.signal(SIGTERM);
    QVERIFY(program.waitForEnd());
    compareWithTheBroker();
}

// Also with a quit in the middle of it: in time, and what was not stored is fetched again.
void TestFaults::quitWhileTheIndexIsLocked()
{
    QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 10));
    Program program(listen({u"--from"_s, u"resume"_s}));
    QVERIFY2(program.waitForAlerts(10), qPrintable(program.said()));
    {
        OtherConnection other(archive());
        QVERIFY(other.run(u"BEGIN IMMEDIATE"_s));
        QVERIFY(m_rig.produce(m_topic, 20'000, {u"first=10"_s}));
        QVERIFY2(program.waitForSaid(u"database is locked"_s), qPrintable(program.said()));
        QElapsedTimer clock;
        clock.start();
        program.signal(SIGTERM);
        QVERIFY(program.waitForEnd(10'000));
        QVERIFY2(clock.elapsed() < kPromise, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(program.exitCode(), 130);
        QVERIFY(other.run(u"ROLLBACK"_s));
    }
    const Finished rest = runProgram(listen({u"--from"_s, u"resume"_s, u"--until-end"_s, u"--quiet"_s}));
    QCOMPARE(rest.code, 0);
    QCOMPARE(rest.summary["duplicates"].get<int>(), 0);
    compareWithTheBroker();
}

// Two programs on one home: different streams both write; the same stream is read once and followed by the other.
void TestFaults::archiveIsShared()
{
    const QString otherTopic = m_topic + u"-other"_s;
    QVERIFY2(m_rig.createTopic(m_topic, 1) && m_rig.createTopic(otherTopic, 1), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 10) && m_rig.produce(otherTopic, 10));
    Program first(listen({u"--from"_s, u"earliest"_s}));
    QVERIFY2(first.waitForAlerts(10), qPrintable(first.said()));
    Program other({u"--home"_s, m_home->path(), u"listen"_s, u"--from"_s, u"earliest"_s, u"kafka://%1/%2"_s.arg(m_rig.plain(), otherTopic)});
    QVERIFY2(other.waitForAlerts(10), qPrintable(other.said()));
    Program second(listen({u"--from"_s, u"live"_s}));
    QVERIFY2(second.waitForSaid(u"Another Tocsin"_s), qPrintable(second.said()));
    // It follows from some moment on: produced until the follower has seen one.
    qint64 sent = 10;
    for (int tries = 0; tries < 50 && second.alerts().empty(); ++tries) {
        QVERIFY(m_rig.produce(m_topic, 1, {u"first=%1"_s.arg(sent++)}));
        (void)second.waitForAlerts(1, 500);
    }
    QVERIFY2(!second.alerts().empty(), qPrintable(second.said()));
    QVERIFY(second.alerts().front()["row"].is_number());
    QVERIFY2(first.waitForAlerts(sent), qPrintable(first.said()));
    for (Program *program : {&second, &other, &first}) {
        program->signal(SIGTERM);
        QVERIFY(program->waitForEnd());
        QCOMPARE(program->exitCode(), 130);
    }
    const Ids ids = archiveIds(m_home->path());
    QCOMPARE(ids.lines, sent + 10);
    QCOMPARE(static_cast<qint64>(ids.unique.size()), sent + 10);
}

// What `listen` says of its start and end holds for streams that it only follows.
void TestFaults::followedStreamsEndAndBeginWhereTheyShould()
{
    QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 30, {u"stamp=1789423200000"_s})); // 2026-09-14T22:00:00, a millisecond apart
    Program first(listen({u"--from"_s, u"earliest"_s}));
    QVERIFY2(first.waitForAlerts(30), qPrintable(first.said()));
    for (const auto &[from, passed] : {std::pair{u"earliest"_s, 30}, {u"last:7"_s, 7}, {u"2026-09-14T22:00:00.020"_s, 10}, {u"live"_s, 0}}) {
        const Finished followed = runProgram(listen({u"--from"_s, from, u"--until-end"_s}), 30'000);
        QVERIFY2(followed.code == 0, qPrintable(from + followed.said));
        QVERIFY(followed.said.contains(u"Another Tocsin"_s));
        QCOMPARE(followed.summary["passed"].get<int>(), passed);
    }
}

// kill -9 drops the lease; who followed reads on from where the other one committed.
void TestFaults::theReaderIsKilledAndTheFollowerGoesOn()
{
    QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 10));
    Program first(listen({u"--from"_s, u"earliest"_s}));
    QVERIFY2(first.waitForAlerts(10), qPrintable(first.said()));
    Program second(listen({u"--from"_s, u"earliest"_s}));
    QVERIFY2(second.waitForSaid(u"Another Tocsin"_s) && second.waitForAlerts(10), qPrintable(second.said()));
    first.signal(SIGKILL);
    QVERIFY(first.waitForEnd());
    QVERIFY(m_rig.produce(m_topic, 20, {u"first=10"_s})); // while nobody reads
    QVERIFY2(second.waitForAlerts(30), qPrintable(second.said()));
    second.signal(SIGTERM);
    QVERIFY(second.waitForEnd());
    QCOMPARE(second.alerts().size(), size_t{30});
    QCOMPARE(second.summary()["duplicates"].get<int>(), 0);
    compareWithTheBroker();
}

// FAULT-76
void TestFaults::heartbeatStops()
{
    const QString beats = m_topic + u".heartbeat"_s;
    const QString beat = m_home->filePath(u"beat.json"_s);
    QFile file(beat);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"timestamp\": 1, \"count\": 1}") > 0);
    file.close();
    QVERIFY2(m_rig.createTopic(m_topic, 1) && m_rig.createTopic(beats, 1), qPrintable(m_rig.why()));
    Program program({u"--home"_s, m_home->path(), u"listen"_s, u"--from"_s, u"live"_s, u"--include-tests"_s, u"kafka://%1/%2,%3"_s.arg(m_rig.plain(), m_topic, beats)});
    QVERIFY2(program.waitForSaid(u": Quiet"_s), qPrintable(program.said()));
    QVERIFY2(m_rig.produce(beats, 10, {u"file="_s + beat, u"rate=10"_s}), qPrintable(m_rig.why()));
    QVERIFY2(program.waitForSaid(u": Live"_s), qPrintable(program.said()));
    // Only they stop: alerts come before and after the light goes out.
    QVERIFY(m_rig.produce(m_topic, 4, {u"rate=4"_s}));
    QVERIFY2(program.waitForSaid(u": Stale, No heartbeat since"_s, 15'000), qPrintable(program.said()));
    QVERIFY(m_rig.produce(m_topic, 4, {u"first=4"_s}));
    QVERIFY2(program.waitForAlerts(8), qPrintable(program.said()));
    QCOMPARE(program.saidTimes(u": Live"_s), 1);
    QVERIFY(m_rig.produce(beats, 1, {u"file="_s + beat}));
    QVERIFY2(program.waitForSaid(u": Live"_s, 15'000, 2), qPrintable(program.said()));
    // Told once each, and nothing is lost by it.
    QCOMPARE(program.saidTimes(u": Stale, "_s), 1);
    program.signal(SIGTERM);
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.summary()["gaps"].get<int>(), 0);
}

// FAULT-78
void TestFaults::quitInABurst()
{
    QVERIFY2(m_rig.createTopic(m_topic, 4), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 200'000, {u"size=1000"_s}));
    Program program(listen({u"--from"_s, u"resume"_s}));
    QVERIFY2(program.waitForAlerts(100), qPrintable(program.said()));
    program.signal(SIGTERM);
    QVERIFY(program.waitForEnd(10'000)); // the promise is 3 s; machines of tests are slow
    QCOMPARE(program.exitCode(), 130);
    const Finished rest = runProgram(listen({u"--from"_s, u"resume"_s, u"--until-end"_s, u"--quiet"_s}));
    QCOMPARE(rest.code, 0);
    QCOMPARE(rest.summary["duplicates"].get<int>(), 0);
    compareWithTheBroker();
}

void TestFaults::quitWithADeadBroker()
{
    // A black hole: takes connections and never says a word.
    QTcpServer hole;
    QVERIFY(hole.listen(QHostAddress::LocalHost));
    Program program({u"--home"_s, m_home->path(), u"listen"_s, u"kafka://127.0.0.1:%1/night"_s.arg(hole.serverPort())});
    QVERIFY(hole.waitForNewConnection(20'000));
    program.signal(SIGTERM);
    QVERIFY(program.waitForEnd(10'000));
    QCOMPARE(program.exitCode(), 130);
}

void TestFaults::quitWithABlockedReader_data()
{
    QTest::addColumn<int>("messages");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<bool>("isOver"); // the streams have ended, only the lines are not out yet
    QTest::newRow("in the flow") << 60'000 << QStringList{} << false;
    QTest::newRow("behind the last message") << 10'000 << QStringList{u"--until-end"_s} << true;
    QTest::newRow("behind the time limit") << 60'000 << QStringList{u"--for"_s, u"4s"_s} << true;
}

// Standard output goes to somebody who never reads.
void TestFaults::quitWithABlockedReader()
{
    QFETCH(int, messages);
    QFETCH(QStringList, more);
    QFETCH(bool, isOver);
    QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, messages));
    const QByteArray pipe = QFile::encodeName(m_home->path() + u"/pipe"_s);
    QCOMPARE(mkfifo(pipe.constData(), 0600), 0);
    const int reader = open(pipe.constData(), O_RDWR | O_CLOEXEC);
    QVERIFY(reader >= 0);
    Program program(listen(QStringList{u"--from"_s, u"earliest"_s} + more), QFile::decodeName(pipe));
    // The printer holds 20,000 lines; what is beyond stops the router.
    const int stored = more.contains(u"--for"_s) ? 1 : std::min(messages, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(archive() + u"/index.sqlite"_s), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(OtherConnection(archive()).value(u"SELECT count(*) FROM alerts"_s).toInt() >= stored, 60'000);
    if (isOver)
        QTRY_VERIFY_WITH_TIMEOUT(leaseIsFree(), 20'000);
    QVERIFY2(program.isRunning(), qPrintable(program.said()));
    QElapsedTimer clock;
    clock.start();
    program.signal(SIGTERM);
    QVERIFY(program.waitForEnd(10'000));
    QVERIFY2(clock.elapsed() < kPromise, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(program.exitCode(), 130);
    close(reader);
    QVERIFY(runProgram({u"--home"_s, m_home->path(), u"archive"_s, u"verify"_s}).code == 0);
    QCOMPARE(OtherConnection(archive()).value(u"SELECT count(*) FROM segments WHERE is_open = 1"_s).toInt(), 0); // a proper end
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    TestFaults test;
    return tocsin::rig::runWithKafka(&test, argc, argv);
}
#include "tst_faults.moc"
