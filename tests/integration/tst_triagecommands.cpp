// SPDX-License-Identifier: GPL-3.0-or-later
// `tocsin watch`, `triage`, `archive find` and `shift`: the program on a home with some rows, beside an archive that is in use.
#include "integration/program.h"

#include "core/archive/archive.h"
#include "core/base/places.h"
#include "support/archivebatches.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tests;
using Rows = std::vector<int64_t>;

class TestTriageCommands final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_archive = std::move(archive::openSqliteArchive({.place = Places::resolve(m_home->path()).archive}).value());
        DecodedBatch batch = batchOf(lane(), 0, 6);
        const char *names[] = {"ZTF26abcdefg", "AT2026xyz", "S260914ab", "S260914ab", "GRB 260914A", "other"};
        for (size_t i = 0; i < 6; ++i) {
            Alert &alert = *batch.packets[i].alerts.front();
            alert.name = alert.event = names[i];
            alert.timestamp = UtcTime::fromMs(1'790'000'000'000 + static_cast<int64_t>(i) * 1000);
            alert.ra = i < 2 ? 10.0 + static_cast<double>(i) * 0.0002 : 100.0 + static_cast<double>(i);
            alert.dec = 20.0;
            if (i == 4)
                alert.errorRadius = 5.0;
        }
        m_archive->append(std::move(batch));
        const auto reader = m_archive->reader();
        QTRY_COMPARE(reader.value()->lastRow().value(), 6);
    }
    void cleanup() { m_archive.reset(); }

    void watchlists()
    {
        QFile file(m_home->filePath(u"mine.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("name;ra;dec;radius\nM 31;10;20;0.5\nwrong;1;91;1\nfar;102.5;20;2deg\n") > 0);
        file.close();
        Finished ended = run({u"watch"_s, u"add"_s, u"mine"_s, file.fileName()});
        QCOMPARE(ended.code, 0);
        QCOMPARE(ended.output, QByteArray("mine\t2\nmatched\t4\nchanged\t4\n"));
        QVERIFY2(ended.said.contains(u"Radii: 0.5 to 7200 arcsec."_s), qPrintable(ended.said));
        QVERIFY2(ended.said.contains(u"separated by semicolons"_s) && ended.said.contains(u"Line 3: “91” is no declination."_s), qPrintable(ended.said));
        QCOMPARE(alertAt(1).watch, Text("M 31"));
        QCOMPARE(run({u"watch"_s, u"list"_s}).output, QByteArray("mine\t2\n"));
        // Keys in JSON lines and columns.
        ended = run({u"export"_s, u"-o"_s, u"-"_s, u"--format"_s, u"csv"_s, u"--eol"_s, u"lf"_s, u"--filter"_s, u"watch_sep < 1 arcsec"_s, u"--columns"_s, u"name,watch,watch_sep,tag"_s});
        QCOMPARE(ended.output, QByteArray("name,watch,watch_sep,tag\nZTF26abcdefg,M 31,0,\n"));
        ended = run({u"watch"_s, u"remove"_s, u"mine"_s});
        QCOMPARE(ended.output, QByteArray("matched\t0\nchanged\t4\n"));
        QVERIFY(alertAt(1).watch.empty());
        QCOMPARE(run({u"watch"_s, u"remove"_s, u"mine"_s}).code, 3);
        QCOMPARE(run({u"watch"_s, u"add"_s, u"x"_s, u"/dev/null"_s}).code, 2);
        QCOMPARE(run({u"watch"_s, u"add"_s, u"x"_s, file.fileName(), u"--radius"_s, u"much"_s}).code, 2);
    }

    void coincidences()
    {
        QCOMPARE(run({u"watch"_s, u"coincidence"_s, u"add"_s, u"gw-grb"_s, u"name ~ \"^S\""_s, u"name ~ \"GRB\""_s, u"60s"_s}).code, 0);
        QCOMPARE(run({u"watch"_s, u"coincidence"_s}).output, QByteArray("gw-grb\tname ~ \"^S\"\tname ~ \"GRB\"\t60s\t0deg\n"));
        const Finished ended = run({u"watch"_s, u"match"_s});
        QCOMPARE(ended.output, QByteArray("matched\t0\nchanged\t0\ncoincidences\t2\n"));
        QCOMPARE(alertAt(5).coincidence, Text("S260914ab"));
        QCOMPARE(alertAt(4).coincidence, Text("GRB 260914A"));
        QCOMPARE(run({u"watch"_s, u"coincidence"_s, u"disable"_s, u"gw-grb"_s}).code, 0);
        QCOMPARE(run({u"watch"_s, u"coincidence"_s}).output, QByteArray("gw-grb\tname ~ \"^S\"\tname ~ \"GRB\"\t60s\t0deg\tdisabled\n"));
        QCOMPARE(run({u"watch"_s, u"coincidence"_s, u"preview"_s, u"gw-grb"_s}).output, QByteArray("candidates\t3\npairs\t1\nwithout circle\t0\n5\tGRB 260914A\t4\tS260914ab\n"));
        QVERIFY(run({u"watch"_s, u"coincidence"_s, u"preview"_s, u"gw-grb"_s, u"--since"_s, u"2099-01-01"_s}).output.startsWith("candidates\t0\npairs\t0\n"));
        QCOMPARE(run({u"watch"_s, u"coincidence"_s, u"enable"_s, u"nobody"_s}).code, 3);
        QCOMPARE(run({u"watch"_s, u"coincidence"_s, u"enable"_s, u"gw-grb"_s}).code, 0);
        QCOMPARE(run({u"watch"_s, u"coincidence"_s, u"add"_s, u"x"_s, u"mag <"_s, u"test"_s, u"60s"_s}).code, 2);
        QCOMPARE(run({u"watch"_s, u"coincidence"_s, u"remove"_s, u"nobody"_s}).code, 3);
        QCOMPARE(run({u"watch"_s, u"coincidence"_s, u"remove"_s, u"gw-grb"_s}).code, 0);
        QCOMPARE(run({u"watch"_s, u"coincidence"_s}).output, QByteArray());
    }

    void judgements()
    {
        Finished ended = run({u"triage"_s, u"tag"_s, u"follow up"_s, u"--row"_s, u"3"_s});
        QCOMPARE(ended.code, 0);
        QCOMPARE(ended.output, QByteArray("rows\t2\n"));
        QCOMPARE(alertAt(4).tag, std::vector<std::string>{"follow up"});
        QCOMPARE(run({u"triage"_s, u"note"_s, u"two lines\nof it"_s, u"--filter"_s, u"name = \"GRB 260914A\""_s}).output, QByteArray("rows\t1\n"));
        ended = run({u"triage"_s, u"ignore"_s, u"--row"_s, u"#1"_s});
        QCOMPARE(ended.output, QByteArray("rows\t2\nignored\t1\n"));
        QVERIFY(alertAt(2).ignored);
        const QByteArray list = run({u"triage"_s, u"list"_s}).output;
        for (const char *part : {"{\"tag\":\"follow up\",\"name\":\"S260914ab\",\"row\":3,", "{\"note\":\"two lines\\nof it\",\"name\":\"GRB 260914A\"", "{\"ignored\":1,\"name\":\"ZTF26abcdefg\",\"names\":[\"ZTF26abcdefg\"],\"ra\":10.0"})
            QVERIFY2(list.contains(part), list.constData());
        // What people said is in the shift log.
        const QString path = m_home->filePath(u"shift.md"_s);
        QCOMPARE(run({u"shift"_s, u"--since"_s, u"2020-01-01"_s, u"-o"_s, path}).code, 0);
        QFile log(path);
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray text = log.readAll();
        for (const char *part : {"| S260914ab | follow up | #3 |", "| GRB 260914A | two lines of it | #5 |", "| ZTF26abcdefg | #1 |", "6 alerts were received.", "| gcn | 6 | 2026-", "No gap is known."})
            QVERIFY2(text.contains(part), text.constData());
        QVERIFY(run({u"shift"_s, u"--night"_s, u"last"_s, u"--zone"_s, u"Australia/Sydney"_s}).output.startsWith("# Shift log, night of "));
        QCOMPARE(run({u"shift"_s, u"--night"_s, u"last"_s, u"--since"_s, u"2020-01-01"_s}).code, 2);
        QCOMPARE(run({u"shift"_s, u"--zone"_s, u"UTC"_s}).code, 2);
        QCOMPARE(run({u"triage"_s, u"restore"_s, u"1"_s}).output, QByteArray("rows\t2\nignored\t1\n"));
        QVERIFY(!alertAt(2).ignored);
        QCOMPARE(run({u"triage"_s, u"tag"_s, u"follow up"_s, u"--off"_s, u"--row"_s, u"4"_s}).output, QByteArray("rows\t2\n"));
        QCOMPARE(run({u"triage"_s, u"list"_s}).output.count("\"tag\""), 0);
        // Seen in all streams, by the place; marks are of the rows alone.
        QCOMPARE(run({u"triage"_s, u"seen"_s, u"--row"_s, u"1"_s}).output, QByteArray("rows\t2\n"));
        QCOMPARE(marksOf(2), archive::Seen);
        QCOMPARE(run({u"triage"_s, u"seen"_s, u"--row"_s, u"2"_s, u"--off"_s}).output, QByteArray("rows\t2\n"));
        QCOMPARE(marksOf(1), 0);
        QCOMPARE(run({u"triage"_s, u"mark"_s, u"--row"_s, u"3"_s}).output, QByteArray("rows\t1\n"));
        QCOMPARE(marksOf(3), archive::Starred);
        QCOMPARE(run({u"triage"_s, u"mark"_s, u"--row"_s, u"3"_s, u"--pin"_s}).output, QByteArray("rows\t1\n"));
        QCOMPARE(marksOf(3), archive::Starred | archive::Pinned);
        QCOMPARE(run({u"triage"_s, u"mark"_s, u"--row"_s, u"3"_s, u"--row"_s, u"4"_s, u"--off"_s}).output, QByteArray("rows\t1\n"));
        QCOMPARE(marksOf(3) | marksOf(4), 0);
        // What is wrong.
        QCOMPARE(run({u"triage"_s, u"tag"_s, u"x"_s}).code, 2);
        QCOMPARE(run({u"triage"_s, u"tag"_s, u"x"_s, u"--row"_s, u"abc"_s}).code, 2);
        QCOMPARE(run({u"triage"_s, u"tag"_s, u"x"_s, u"--row"_s, u"99"_s}).code, 3);
        QCOMPARE(run({u"triage"_s, u"tag"_s, u"x"_s, u"--filter"_s, u"mag > 99"_s}).code, 3);
        QCOMPARE(run({u"triage"_s, u"restore"_s, u"many"_s}).code, 2);
        QCOMPARE(run({u"triage"_s, u"restore"_s, u"99"_s}).code, 3);
        QCOMPARE(run({u"shift"_s, u"--since"_s, u"2099-01-01"_s}).code, 2); // before now it is not
    }

    void findsByAnyName()
    {
        const Finished ended = run({u"archive"_s, u"find"_s, u"SN 2026xyz"_s});
        QCOMPARE(ended.code, 0);
        QCOMPARE(ended.output.count('\n'), 1);
        QVERIFY(ended.output.contains("\"row\": 2"));
        QCOMPARE(run({u"archive"_s, u"find"_s, u"s260914ab"_s}).output.count('\n'), 2);
        QCOMPARE(run({u"archive"_s, u"find"_s, u"nobody"_s}).code, 3);
    }

    // A home on a disk that nobody may write, such as a colleague's or a snapshot.
    void aReadOnlyHomeCanBeLookedAt()
    {
        QCOMPARE(run({u"triage"_s, u"tag"_s, u"follow up"_s, u"--row"_s, u"3"_s}).code, 0);
        const auto shell = [this](const QString &command) {
            QProcess process;
            process.start(u"unshare"_s, {u"-rm"_s, u"sh"_s, u"-c"_s, u"mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind \"$1\" || exit 77; \"$0\" --home \"$1\" "_s + command,
                                         QStringLiteral(TOCSIN_PROGRAM), m_home->path()});
            if (!process.waitForFinished(60'000))
                process.kill();
            return Finished{.code = process.exitCode(), .output = process.readAllStandardOutput(), .said = QString::fromUtf8(process.readAllStandardError())};
        };
        const Finished list = shell(u"triage list"_s);
        if (list.code == 77 || list.code == -1)
            QSKIP("skipped: no mount of its own to be had here (unshare)");
        QVERIFY2(list.code == 0 && list.output.contains("follow up"), qPrintable(list.said));
        for (const QString &command : {u"target list"_s, u"alarms list"_s, u"shift --since 2020-01-01"_s, u"archive find s260914ab"_s})
            QVERIFY2(shell(command).code == 0, qPrintable(command));
        // What would change something says so, in two lines and with nothing else.
        for (const QString &command : {u"triage tag x --row 3"_s, u"alarms silence 5m"_s, u"target create --row 3"_s}) {
            const Finished refused = shell(command);
            QVERIFY2(refused.code == 5 && refused.said.contains(u"cannot be written"_s) && refused.said.count(u'\n') == 2, qPrintable(command + u": "_s + refused.said));
        }
    }

private:
    Finished run(QStringList arguments) const { return runProgram(QStringList{u"--home"_s, m_home->path()} + arguments); }
    int marksOf(int64_t row) const { return m_archive->reader().value()->marks(Rows{row}).value().front(); }
    Alert alertAt(int64_t row) const { return *m_archive->reader().value()->alerts(Rows{row}).value().front(); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<archive::Archive> m_archive;
};

QTEST_GUILESS_MAIN(TestTriageCommands)
#include "tst_triagecommands.moc"
