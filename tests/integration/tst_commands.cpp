// SPDX-License-Identifier: GPL-3.0-or-later
// The command line where no broker is needed: arguments, standard streams, exit codes.
#include "integration/program.h"
#include "support/smalldisk.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin::tests;

class TestCommands final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }
    void outputThatCannotBeWrittenIsNoSuccess();
    void readerThatHasEnoughIsNoTrouble();
    void damagedGzipIsARowWithItsName();
    void exportWritesIntoDevices();
    void exportTellsFromTheEnding();
    void exportNamesItsColumns();
    void exportSaysWhatIsDamaged();
    void profileStaysInItsFolder();
    void namesThatAreNoPlainNames_data();
    void namesThatAreNoPlainNames();
    void homeThatCannotBeWritten();
    void limitsOfTheArchiveAreKept();
    void damagedArchivesAreSaidAndRecovered();
    void archivesAreCompacted();
    void wrongServersAreRefusedAtOnce();
    void demoTakesItsOptionsInTheUrl();
    void conditionsOfOptionsAreTold();
    void emptySecretFileIsRefused();
    void filterDecidesWhatIsPrinted();
    void filterDecidesWhatIsExported();
    void wrongFilterIsNamedWithItsPlace();
    void limitThatIsOverIsRefused();
    void helpKeepsNamesAndTextApart();

private:
    // Through a shell, for redirections; "$0" is the program.
    [[nodiscard]] int shell(const QString &script, QByteArray *output = nullptr, QString *said = nullptr) const
    {
        QProcess process;
        process.setWorkingDirectory(m_home->path());
        process.start(u"bash"_s, {u"-c"_s, u"set -o pipefail; T=\"$0 --home home\"; "_s + script, QStringLiteral(TOCSIN_PROGRAM)});
        if (!process.waitForFinished(60'000))
            return -1;
        if (output)
            *output = process.readAllStandardOutput();
        if (said)
            *said = QString::fromUtf8(process.readAllStandardError());
        return process.exitCode();
    }
    void storeAlerts() const
    {
        QCOMPARE(shell(u"$T streams add demo night seed=3 speed=1000 && $T listen night --count 20 --quiet"_s), 0);
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestCommands::outputThatCannotBeWrittenIsNoSuccess()
{
    QString said;
    QCOMPARE(shell(u"echo '{\"id\":\"1\",\"ra\":1,\"dec\":2}' | $T decode >/dev/full"_s, nullptr, &said), 1);
    QVERIFY2(said.contains(u"No space left"), qPrintable(said));
    QCOMPARE(shell(u"$T streams types >/dev/full"_s), 1);
}

void TestCommands::readerThatHasEnoughIsNoTrouble()
{
    QByteArray output;
    QString said;
    QCOMPARE(shell(u"for i in $(seq 400); do $T streams types; done | head -n 1 >/dev/null; $T streams types --json | head -c 10"_s, &output, &said), 0);
    QVERIFY2(said.isEmpty(), qPrintable(said));
}

void TestCommands::damagedGzipIsARowWithItsName()
{
    QByteArray output;
    QString said;
    QCOMPARE(shell(u"echo '{\"id\":\"1\"}' | gzip | head -c 18 >cut.json.gz; $T decode cut.json.gz"_s, &output, &said), 4);
    QVERIFY2(output.contains("\"error\": \""), output.constData());
    QVERIFY2(said.contains(u"cut.json.gz"), qPrintable(said));
    QCOMPARE(said.count(u'\n'), 2); // what happened, what to do
}

void TestCommands::exportWritesIntoDevices()
{
    storeAlerts();
    QCOMPARE(shell(u"mkfifo pipe; cat pipe >copy & $T export -o pipe && wait && test -p pipe && test $(wc -l <copy) -gt 10 && ! test -e pipe.provenance.json"_s), 0);
    QCOMPARE(shell(u"$T export -o nowhere/a.csv"_s), 2);
    QCOMPARE(shell(u"$T export -o ."_s), 2);
    QCOMPARE(shell(u"$T export -o a.csv --columns id,id"_s), 2);
}

void TestCommands::exportTellsFromTheEnding()
{
    storeAlerts();
    QByteArray output;
    QCOMPARE(shell(u"$T export -o a.ecsv && head -n 1 a.ecsv && $T export -o a.jsonl && head -c 1 a.jsonl"_s, &output), 0);
    QCOMPARE(output, "# %ECSV 1.0\n{");
    for (const QString &name : {u"x.xml"_s, u"x.csv.gz"_s}) {
        QString said;
        QCOMPARE(shell(u"$T export -o "_s + name, nullptr, &said), 2);
        QVERIFY2(said.contains(u".csv, .jsonl or .ecsv"), qPrintable(said));
        QCOMPARE(shell(u"! test -e %1 && $T export -o %1 --format csv"_s.arg(name)), 0);
    }
    QCOMPARE(shell(u"$T export -o without"_s), 0);
    // What is said of a file with nothing in it is true.
    QString said;
    QCOMPARE(shell(u"$T export -o none.csv --filter 'mag < 1'"_s, nullptr, &said), 3);
    QVERIFY2(said.contains(u"The file holds only the header."), qPrintable(said));
    QCOMPARE(shell(u"$T export -o none.jsonl --filter 'mag < 1'"_s, nullptr, &said), 3);
    QVERIFY2(said.contains(u"The file is empty."), qPrintable(said));
    QCOMPARE(shell(u"$T export -o - --filter 'mag < 1'"_s, nullptr, &said), 3);
    QVERIFY2(!said.contains(u"file") && said.contains(u"Widen"), qPrintable(said));
}

void TestCommands::exportNamesItsColumns()
{
    storeAlerts();
    QString said;
    QCOMPARE(shell(u"$T export -o a.csv --columns nmae"_s, nullptr, &said), 2);
    QVERIFY2(said.contains(u"nmae") && said.contains(u"Write: name\n"), qPrintable(said));
    for (const QString &none : {u"''"_s, u"' , '"_s})
        QCOMPARE(shell(u"$T export -o a.csv --columns %1"_s.arg(none)), 2);
    QCOMPARE(shell(u"! test -e a.csv"_s), 0);
    QByteArray output;
    QCOMPARE(shell(u"$T export -o - --format jsonl --columns 'name, drb,b,l,age,fields[\"a,b\"]' --filter 'has(fields.candidate.drb) and has(ra)'"_s, &output), 0);
    const QList<QByteArray> lines = output.trimmed().split('\n');
    for (const QByteArray &line : lines) {
        const nlohmann::json alert = nlohmann::json::parse(line.toStdString());
        QVERIFY2(alert["fields.candidate.drb"].is_number() && alert["b"].is_number() && alert["l"].is_number() && alert["age"].is_number(), line.constData());
        QVERIFY2(alert.contains("fields[\"a,b\"]"), line.constData());
    }
}

void TestCommands::exportSaysWhatIsDamaged()
{
    storeAlerts();
    QCOMPARE(shell(u"printf damage | dd of=$(find . -name '*.seg' | head -n 1) bs=1 seek=2000 conv=notrunc status=none"_s), 0);
    QString said;
    QByteArray note;
    QCOMPARE(shell(u"$T export -o a.csv --filter 'has(fields.candidate) or not has(fields.candidate)'"_s, nullptr, &said), 5);
    QVERIFY2(said.contains(u"could not be read") && said.contains(u"archive verify"), qPrintable(said));
    QCOMPARE(shell(u"cat a.csv.provenance.json"_s, &note), 0);
    QCOMPARE(nlohmann::json::parse(note.toStdString())["damaged_left_out"], 1);
    // A filter that asks for no packet misses none; a column does.
    QCOMPARE(shell(u"$T export -o b.csv --filter 'row > 0'"_s), 0);
    QCOMPARE(shell(u"$T export -o c.csv --columns row,fields.candidate.drb"_s, nullptr, &said), 5);
    QVERIFY2(said.contains(u"without the fields"), qPrintable(said));
    QCOMPARE(shell(u"test $(wc -l <c.csv) = $(wc -l <b.csv)"_s), 0);
}

void TestCommands::profileStaysInItsFolder()
{
    for (const QString &name : {u"../x"_s, u".."_s, u"a/b"_s, u"''"_s})
        QCOMPARE(shell(u"$T --profile %1 streams list"_s.arg(name)), 2);
    QCOMPARE(shell(u"$T --profile night-2 streams list"_s), 0);
}

void TestCommands::namesThatAreNoPlainNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("way up") << u"../x"_s;
    QTest::newRow("dots") << u".."_s;
    QTest::newRow("absolute") << u"/tmp/x"_s;
    QTest::newRow("backslash") << u"..\\x"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("line end") << u"night\n"_s;
    QTest::newRow("device") << u"CON"_s;
    QTest::newRow("device with an ending") << u"lpt1.txt"_s;
    QTest::newRow("right to left") << u"night\u202Egpj"_s;
    QTest::newRow("long") << QString(101, u'n');
    QTest::newRow("very long") << QString(300, u'n');
}

// FAULT-71: whatever becomes part of a path. A zero byte cannot be an argument.
void TestCommands::namesThatAreNoPlainNames()
{
    QFETCH(QString, name);
    const QStringList home{u"--home"_s, m_home->filePath(u"home"_s)};
    const Finished profile = runProgram(home + QStringList{u"--profile"_s, name, u"streams"_s, u"list"_s});
    QCOMPARE(profile.code, 2);
    QVERIFY(profile.said.contains(u"profile"_s));
    QCOMPARE(runProgram(home + QStringList{u"streams"_s, u"add"_s, u"demo"_s, name}).code, 2);
    QCOMPARE(runProgram(home + QStringList{u"streams"_s, u"add"_s, u"demo"_s, u"night"_s}).code, 0);
    QCOMPARE(runProgram(home + QStringList{u"streams"_s, u"rename"_s, u"night"_s, name}).code, 2);
    // Nothing was made but what has its fixed name.
    QStringList made;
    QDirIterator files(m_home->path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        made << QFileInfo(files.next()).fileName();
    QCOMPARE(made, QStringList{u"streams.json"_s});
}

// FAULT-34
void TestCommands::homeThatCannotBeWritten()
{
    SmallDisk disk(1 << 20);
    if (!disk.isThere())
        QSKIP(disk.why().constData());
    const QString home = disk.path(u"home"_s);
    QVERIFY(QDir().mkpath(home));
    QCOMPARE(runProgram({u"--home"_s, home, u"streams"_s, u"add"_s, u"demo"_s, u"night"_s, u"seed=3"_s, u"speed=1000"_s}).code, 0);
    QVERIFY(disk.makeReadOnly());
    const auto runtime = qgetenv("XDG_RUNTIME_DIR");
    qunsetenv("XDG_RUNTIME_DIR");
    const Finished listened = runProgram({u"--home"_s, home, u"listen"_s, u"night"_s, u"--count"_s, u"10"_s});
    if (!runtime.isEmpty())
        qputenv("XDG_RUNTIME_DIR", runtime);
    QVERIFY2(listened.code == 0, qPrintable(listened.said));
    QVERIFY2(listened.said.contains(u"kept in memory"_s), qPrintable(listened.said));
    QCOMPARE(listened.summary["passed"].get<int>(), 10);
    QVERIFY(!QFile::exists(home + u"/data"_s));
}

void TestCommands::limitsOfTheArchiveAreKept()
{
    storeAlerts();
    QByteArray out;
    QCOMPARE(shell(u"$T archive limit --size 2.5GB --age 90d"_s, &out), 0);
    QCOMPARE(out, QByteArray("size\t2500000000\nage\t90d\n"));
    QCOMPARE(shell(u"$T archive info"_s, &out), 0);
    QVERIFY2(out.contains("\nquota\t2500000000\n") && out.contains("\nage\t90d\n"), out.constData());
    QCOMPARE(shell(u"$T archive limit --age none"_s, &out), 0);
    QCOMPARE(out, QByteArray("size\t2500000000\nage\tnone\n"));
    for (const QString &wrong : {u"--size 20"_s, u"--size much"_s, u"--size -1GB"_s, u"--size 1e99GB"_s, u"--age 3h"_s, u"--age -2d"_s, u"--age soon"_s})
        QCOMPARE(shell(u"$T archive limit "_s + wrong), 2);
    QCOMPARE(shell(u"$T archive limit"_s, &out), 0);
    QCOMPARE(out, QByteArray("size\t2500000000\nage\tnone\n"));
}

void TestCommands::damagedArchivesAreSaidAndRecovered()
{
    storeAlerts();
    QByteArray before;
    QCOMPARE(shell(u"$T archive ids | sort"_s, &before), 0);
    QCOMPARE(shell(u"$T archive recover"_s), 0); // nothing to do
    const QString index = m_home->path() + u"/home/data/archive/index.sqlite"_s;
    for (const bool gone : {false, true}) {
        if (gone) {
            QVERIFY(QFile::remove(index));
        } else {
            QFile file(index);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QCOMPARE(file.write(QByteArray(4'000, 'Z')), 4'000);
        }
        for (const QString &command : {u"listen night --count 1"_s, u"archive info"_s, u"archive verify"_s, u"archive compact"_s, u"export -o x.csv"_s}) {
            if (gone && command == u"archive compact")
                continue; // says that there is no archive
            QString said;
            QCOMPARE(shell(u"$T "_s + command, nullptr, &said), 5);
            QVERIFY2(said.contains(u"archive recover"_s), qPrintable(command + said));
        }
        QString said;
        QByteArray out;
        QVERIFY2(shell(u"$T archive recover"_s, &out, &said) == 0, qPrintable(said));
        QVERIFY2(out.contains("Recovered"), out.constData());
        QByteArray after;
        QCOMPARE(shell(u"$T archive ids | sort"_s, &after), 0);
        QCOMPARE(after, before);
        QCOMPARE(shell(u"$T archive verify"_s), 0);
    }
    // Alerts are decoded as they were.
    QByteArray rows;
    QCOMPARE(shell(u"$T export -o after.csv && tail -n +2 after.csv | wc -l"_s, &rows), 0);
    QCOMPARE(rows.trimmed().toInt(), static_cast<int>(before.count('\n')));
}

void TestCommands::archivesAreCompacted()
{
    storeAlerts();
    QByteArray out;
    QString said;
    QVERIFY2(shell(u"$T archive compact"_s, &out, &said) == 0, qPrintable(said));
    QVERIFY2(out.contains("given back") && said.contains(u"free space"_s), qPrintable(said));
    QCOMPARE(shell(u"$T archive verify"_s), 0);
}

void TestCommands::wrongServersAreRefusedAtOnce()
{
    for (const QString &servers : {u"host:99999"_s, u"host:0"_s, u"host:x"_s, u"user@host:1"_s, u"[::1"_s})
        QCOMPARE(shell(u"$T streams add kafka a servers='%1' topics=t"_s.arg(servers)), 2);
    QCOMPARE(shell(u"$T streams add kafka a servers='host,[::1]:9092,127.0.0.1:1' topics=t"_s), 0);
}

void TestCommands::demoTakesItsOptionsInTheUrl()
{
    QByteArray once;
    QByteArray again;
    const QString script = u"$T listen 'demo:?seed=7&speed=1000' --no-archive --include-tests --count 40 | sed 's/.*\"id\": \\([^,]*\\),.*/\\1/' | sort"_s;
    QCOMPARE(shell(script, &once), 0);
    QCOMPARE(once.count('\n'), 40);
    QString said;
    QCOMPARE(shell(u"$T listen 'demo:?sped=7' --no-archive"_s, nullptr, &said), 2);
    QVERIFY2(said.contains(u"sped"), qPrintable(said));
}

void TestCommands::conditionsOfOptionsAreTold()
{
    QByteArray output;
    QCOMPARE(shell(u"$T streams types --json"_s, &output), 0);
    const nlohmann::json types = nlohmann::json::parse(output.toStdString());
    for (const auto &type : types) {
        for (const auto &option : type["options"]) {
            if (type["id"] == "kafka" && option["key"] == "user")
                QCOMPARE(option["required_when"], nlohmann::json({"security=SASL_PLAINTEXT", "security=SASL_SSL"}));
            if (type["id"] == "kafka" && option["key"] == "ca")
                QCOMPARE(option["used_when"], nlohmann::json({"security=SSL", "security=SASL_SSL"}));
        }
    }
}

void TestCommands::emptySecretFileIsRefused()
{
    QString said;
    QCOMPARE(shell(u"$T streams add kafka a servers=127.0.0.1:9 topics=t security=SASL_PLAINTEXT user=u; : >empty; chmod 600 empty; $T listen a --secret-file empty --until-end"_s, nullptr, &said), 2);
    QVERIFY2(said.contains(u"empty"), qPrintable(said));
}

void TestCommands::filterDecidesWhatIsPrinted()
{
    QByteArray output;
    // Of the header, and of the packet.
    QCOMPARE(shell(u"$T streams add demo night seed=3 speed=1000; $T listen night --count 15 --filter 'has(mag) and fields.candidate.fid = 1'"_s, &output), 0);
    QCOMPARE(output.count('\n'), 15);
    for (const QByteArray &line : output.split('\n')) {
        if (!line.isEmpty())
            QVERIFY2(nlohmann::json::parse(line.toStdString())["band"] == "ztf-g", line.constData());
    }
    // All is stored.
    QByteArray ids;
    QCOMPARE(shell(u"$T archive ids"_s, &ids), 0);
    QVERIFY(ids.count('\n') > 15);
}

void TestCommands::filterDecidesWhatIsExported()
{
    QCOMPARE(shell(u"$T streams add demo night seed=3 speed=1000; $T listen night --count 300 --quiet"_s), 0);
    QByteArray all;
    QCOMPARE(shell(u"$T export -o - --format jsonl"_s, &all), 0);
    for (const QString &filter : {u"mag < 19 and band = \"ztf-r\""_s, u"not (mag < 19)"_s, u"fields.candidate.drb >= 0.9"_s, u"cone(180, 0, 60deg)"_s, u"age < 1h"_s}) {
        QByteArray some;
        QCOMPARE(shell(u"$T export -o - --format jsonl --filter '%1'"_s.arg(filter), &some), 0);
        QVERIFY2(some.count('\n') > 0 && some.count('\n') <= all.count('\n'), qPrintable(filter));
    }
    QByteArray wanted;
    for (const QByteArray &line : all.split('\n')) {
        const nlohmann::json alert = line.isEmpty() ? nlohmann::json() : nlohmann::json::parse(line.toStdString());
        if (!line.isEmpty() && alert["mag"].is_number() && alert["mag"].get<double>() < 19)
            wanted += line + '\n';
    }
    QByteArray found;
    QCOMPARE(shell(u"$T export -o - --format jsonl --filter 'mag < 19'"_s, &found), 0);
    QCOMPARE(found, wanted);
    QCOMPARE(shell(u"$T export -o - --filter 'mag < 1'"_s), 3);
    QByteArray note;
    QCOMPARE(shell(u"$T export -o a.csv --filter 'age < 1h' && cat a.csv.provenance.json"_s, &note), 0);
    const nlohmann::json provenance = nlohmann::json::parse(note.toStdString());
    QCOMPARE(provenance["filter"], "age < 1h");
    QVERIFY(provenance["now"].is_string());
}

void TestCommands::wrongFilterIsNamedWithItsPlace()
{
    for (const QString &command : {u"listen 'demo:' --no-archive"_s, u"export -o x.csv"_s}) {
        QString said;
        QCOMPARE(shell(u"$T %1 --filter 'mag < 19 and scor > 1'"_s.arg(command), nullptr, &said), 2);
        QVERIFY2(said.contains(u"character 14"), qPrintable(said));
        QVERIFY2(said.contains(u"mag < 19 and score > 1"), qPrintable(said));
        QCOMPARE(said.count(u'\n'), 2);
    }
}

void TestCommands::limitThatIsOverIsRefused()
{
    QCOMPARE(shell(u"$T listen demo: --no-archive --for 0s"_s), 2);
}

void TestCommands::helpKeepsNamesAndTextApart()
{
    QByteArray help;
    QCOMPARE(shell(u"$T --help"_s, &help), 0);
    int commands = 0;
    for (const QByteArray &line : help.split('\n')) {
        if (!line.startsWith("  ") || line.startsWith("  --") || line.trimmed().isEmpty() || line.startsWith("   "))
            continue;
        ++commands;
        QVERIFY2(line.sliced(2).contains("  "), line.constData());
    }
    QVERIFY(commands > 40);
}

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
