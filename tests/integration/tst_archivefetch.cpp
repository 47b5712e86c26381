// SPDX-License-Identifier: GPL-3.0-or-later
// What a stream missed is fetched later, against a real broker.
#include "integration/program.h"
#include "rig/rig.h"

#include <QDateTime>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace tocsin::tests;
using tocsin::rig::KafkaRig;
using tocsin::rig::PartitionEnds;

class TestArchiveFetch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_rig.up(), qPrintable(m_rig.why())); }
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_topic = u"missed%1"_s.arg(++m_number);
        QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    }

    void whatWasLeftOutIsFetched();
    void expiredInTheMeantime();
    void aTopicMadeAnewIsNotMixedUp();
    void killedInTheMiddle();
    void besideTheLiveReading();
    void whenTheBrokerIsNotThere();

private:
    [[nodiscard]] QString url() const { return u"kafka://%1/%2"_s.arg(m_rig.plain(), m_topic); }
    [[nodiscard]] Finished run(const QStringList &arguments) const { return runProgram(QStringList{u"--home"_s, m_home->path()} + arguments); }
    [[nodiscard]] QByteArray coverage() const { return run({u"archive"_s, u"coverage"_s}).output; }
    // `all` messages, of which those from 50 up to the last ten are left out.
    void makeHole(int all)
    {
        QVERIFY2(m_rig.produce(m_topic, 50), qPrintable(m_rig.why()));
        QCOMPARE(run({u"listen"_s, u"--until-end"_s, u"--quiet"_s, url()}).code, 0);
        QVERIFY(m_rig.produce(m_topic, all - 50, {u"first=50"_s}));
        const Finished later = run({u"listen"_s, u"--from"_s, u"last:10"_s, u"--until-end"_s, u"--quiet"_s, url()});
        QCOMPARE(later.summary["passed"].get<int>(), 10);
        QCOMPARE(later.summary["gaps"].get<int>(), 0); // on purpose
    }
    // Each message that is at the broker, once.
    void compareWithTheBroker()
    {
        const Ids ids = archiveIds(m_home->path());
        QCOMPARE(ids.lines, static_cast<qsizetype>(ids.unique.size()));
        std::set<std::string> wanted;
        for (const PartitionEnds &ends : m_rig.ends(m_topic)) {
            for (qint64 offset = ends.begin; offset < ends.end; ++offset)
                wanted.insert(u"%1/%2/%3"_s.arg(m_topic).arg(ends.partition).arg(offset).toStdString());
        }
        QCOMPARE(ids.unique.size(), wanted.size());
        QVERIFY(ids.unique == wanted);
    }

    KafkaRig m_rig;
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_topic;
    int m_number = 0;
};

void TestArchiveFetch::whatWasLeftOutIsFetched()
{
    makeHole(120);
    QVERIFY2(coverage().contains("\t0\t50\t109\tmissed\tskipped\tfetchable\n"), coverage().constData());
    // The topic keeps its messages for a week, which its settings say.
    for (const QByteArray &text : run({u"archive"_s, u"coverage"_s, u"--json"_s}).output.split('\n')) {
        if (text.isEmpty())
            continue;
        const auto line = nlohmann::json::parse(text.toStdString());
        if (line["state"] != "missed")
            continue;
        QCOMPARE(line["first"], 50);
        QCOMPARE(line["at_broker"], "fetchable");
        const auto time = [&line](const char *key) { return QDateTime::fromString(QString::fromStdString(line[key].get<std::string>()), Qt::ISODateWithMs); };
        QCOMPARE(time("since").daysTo(time("fetchable_until")), 7);
    }
    const QByteArray offline = run({u"archive"_s, u"coverage"_s, u"--offline"_s}).output;
    QVERIFY2(offline.contains("\tmissed\tskipped\tunknown: "), offline.constData());
    const Finished fetched = run({u"archive"_s, u"fetch"_s, url()});
    QCOMPARE(fetched.code, 0);
    QCOMPARE(fetched.output, (url() + u"\t60\t0\t0\n"_s).toUtf8());
    compareWithTheBroker();
    QVERIFY2(coverage().contains("\t0\t0\t119\treceived\n") && !coverage().contains("\tmissed\t"), coverage().constData());
    // Nothing more to do; and the live reading goes on where it was.
    const Finished again = run({u"archive"_s, u"fetch"_s, url()});
    QCOMPARE(again.code, 0);
    QVERIFY2(again.output.isEmpty() && again.said.contains(u"Nothing is missing"), qPrintable(again.said));
    QVERIFY(m_rig.produce(m_topic, 5, {u"first=120"_s}));
    const Finished live = run({u"listen"_s, u"--from"_s, u"resume"_s, u"--until-end"_s, u"--quiet"_s, url()});
    QCOMPARE(live.summary["messages"].get<int>(), 5);
    QCOMPARE(live.summary["duplicates"].get<int>(), 0);
    compareWithTheBroker();
}

void TestArchiveFetch::expiredInTheMeantime()
{
    makeHole(120);
    QVERIFY2(m_rig.cutTopic(m_topic, 0, 80), qPrintable(m_rig.why()));
    QVERIFY2(coverage().contains("\t0\t50\t109\tmissed\tskipped\tfetchable from 80\n"), coverage().constData());
    const Finished fetched = run({u"archive"_s, u"fetch"_s, url()});
    QCOMPARE(fetched.code, 0);
    QCOMPARE(fetched.output, (url() + u"\t30\t30\t0\n"_s).toUtf8());
    QVERIFY2(coverage().contains("\t0\t0\t49\treceived\n") && coverage().contains("\t0\t50\t79\tmissed\texpired\n")
                 && coverage().contains("\t0\t80\t119\treceived\n"),
             coverage().constData());
    QCOMPARE(archiveIds(m_home->path()).lines, 90);
}

void TestArchiveFetch::aTopicMadeAnewIsNotMixedUp()
{
    makeHole(120);
    QVERIFY2(m_rig.deleteTopic(m_topic), qPrintable(m_rig.why()));
    bool made = false;
    for (int tries = 0; tries < 100 && !made; ++tries)
        made = m_rig.createTopic(m_topic, 1); // the broker needs a moment to forget the old one
    QVERIFY2(made, qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 200, {u"first=1000"_s})); // the offsets repeat
    const Finished fetched = run({u"archive"_s, u"fetch"_s, url()});
    QCOMPARE(fetched.output, (url() + u"\t0\t60\t0\n"_s).toUtf8());
    QCOMPARE(archiveIds(m_home->path()).lines, 60);
    QVERIFY2(coverage().contains("\t0\t50\t109\tmissed\ttopic-recreated\n"), coverage().constData());
}

void TestArchiveFetch::killedInTheMiddle()
{
    constexpr int kAll = 40'000;
    makeHole(kAll);
    {
        Program program({u"--home"_s, m_home->path(), u"archive"_s, u"fetch"_s, url()});
        QTRY_VERIFY_WITH_TIMEOUT(archiveIds(m_home->path()).lines > 1'000, 60'000);
        program.signal(SIGKILL);
        QVERIFY(program.waitForEnd());
    }
    const Ids half = archiveIds(m_home->path());
    QCOMPARE(half.lines, static_cast<qsizetype>(half.unique.size()));
    QVERIFY2(half.lines < kAll, "it was done before it could be killed");
    // What is there is no longer missing, and not a message more.
    QVERIFY2(coverage().contains(u"\t0\t0\t%1\treceived\n"_s.arg(half.lines - 11).toUtf8()), coverage().constData());
    QCOMPARE(run({u"archive"_s, u"fetch"_s, url()}).code, 0);
    compareWithTheBroker();
    QVERIFY2(!coverage().contains("\tmissed\t"), coverage().constData());
}

void TestArchiveFetch::besideTheLiveReading()
{
    makeHole(5'000);
    Program live({u"--home"_s, m_home->path(), u"listen"_s, u"--from"_s, u"resume"_s, url()});
    QVERIFY(m_rig.produce(m_topic, 10, {u"first=5000"_s}));
    QVERIFY2(live.waitForAlerts(10), qPrintable(live.said()));
    Program fetch({u"--home"_s, m_home->path(), u"archive"_s, u"fetch"_s, url()});
    QVERIFY(m_rig.produce(m_topic, 500, {u"first=5010"_s}));
    QVERIFY2(live.waitForAlerts(510), qPrintable(live.said()));
    QVERIFY(fetch.waitForEnd());
    QCOMPARE(fetch.exitCode(), 0);
    live.signal(SIGTERM);
    QVERIFY(live.waitForEnd());
    QCOMPARE(live.alerts().size(), size_t{510});
    compareWithTheBroker();
    QVERIFY2(!coverage().contains("\tmissed\t"), coverage().constData());
}

void TestArchiveFetch::whenTheBrokerIsNotThere()
{
    makeHole(120);
    QVERIFY(m_rig.stop());
    QVERIFY2(coverage().contains("\t0\t50\t109\tmissed\tskipped\tunknown: "), coverage().constData());
    const Finished fetched = run({u"archive"_s, u"fetch"_s, url()});
    QCOMPARE(fetched.code, 11);
    QCOMPARE(fetched.output, (url() + u"\t0\t0\t60\n"_s).toUtf8());
    QVERIFY2(m_rig.start(), qPrintable(m_rig.why()));
    QCOMPARE(run({u"archive"_s, u"fetch"_s, url()}).code, 0);
    compareWithTheBroker();
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    TestArchiveFetch test;
    return tocsin::rig::runWithKafka(&test, argc, argv);
}

#include "tst_archivefetch.moc"
