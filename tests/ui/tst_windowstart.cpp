// SPDX-License-Identifier: GPL-3.0-or-later
// The program with its window, started as a person starts it, off screen.
#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostMs = 30'000;

struct Ended {
    int code = -1;
    QString said; // standard error
};

struct Program {
    QProcess process;

    explicit Program(const QStringList &arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(TOCSIN_PROGRAM), arguments);
    }
    ~Program()
    {
        if (process.state() != QProcess::NotRunning) {
            process.kill();
            process.waitForFinished();
        }
    }
    Ended wait(int ms = kMostMs)
    {
        if (process.state() != QProcess::NotRunning && !process.waitForFinished(ms))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2, QString::fromUtf8(process.readAllStandardError())};
    }
};

} // namespace

class WindowStartTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pictureOfTheFirstRun();
    void pictureOfTheDemo();
    void windowOpensADamagedArchive();
    void pictureNeedsItsFolder();
    void wrongOptionsAreNamed_data();
    void wrongOptionsAreNamed();
    void signalEndsWithin3Seconds();
    void secondStartEndsAtOnce();
    void homeThatCannotBeWritten();
};

void WindowStartTest::pictureOfTheFirstRun()
{
    const QTemporaryDir home;
    const QString file = home.filePath(u"out.png"_s);
    const Ended ended = Program({u"--home"_s, home.path(), u"--screenshot"_s, file, u"--size"_s, u"1280x800"_s, u"--scale"_s, u"2"_s}).wait();
    QVERIFY2(ended.code == 0, qPrintable(ended.said));
    QCOMPARE(QImage(file).size(), QSize(2560, 1600));
}

void WindowStartTest::pictureOfTheDemo()
{
    const QTemporaryDir folder;
    const QString light = folder.filePath(u"light.png"_s);
    const QString dark = folder.filePath(u"dark.png"_s);
    const QStringList common{u"demo"_s, u"--speed"_s, u"5"_s, u"--after"_s, u"20"_s, u"--size"_s, u"1280x800"_s};
    Ended ended = Program(common + QStringList{u"--screenshot"_s, light}).wait();
    QVERIFY2(ended.code == 0, qPrintable(ended.said));
    ended = Program(common + QStringList{u"--dark"_s, u"--screenshot"_s, dark}).wait();
    QVERIFY2(ended.code == 0, qPrintable(ended.said));
    // Somewhere in the dock, below the streams.
    QVERIFY(QImage(light).pixelColor(60, 700).lightness() > 200);
    QVERIFY(QImage(dark).pixelColor(60, 700).lightness() < 60);
}

// FAULT-32: the window shows what can be read and says what to do; nothing is changed and nothing fetched.
void WindowStartTest::windowOpensADamagedArchive()
{
    const QTemporaryDir home;
    const QString index = home.filePath(u"data/archive/index.sqlite"_s);
    QVERIFY(QDir().mkpath(home.filePath(u"data/archive"_s)));
    QFile file(index);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray rubbish(20'000, 'Z');
    file.write(rubbish);
    file.close();
    const QString picture = home.filePath(u"window.png"_s);
    const Ended ended = Program({u"--home"_s, home.path(), u"--screenshot"_s, picture}).wait();
    QVERIFY2(ended.code == 0, qPrintable(ended.said));
    QVERIFY(!QImage(picture).isNull());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), rubbish);
}

void WindowStartTest::pictureNeedsItsFolder()
{
    const QTemporaryDir home;
    const Ended ended = Program({u"--home"_s, home.path(), u"--screenshot"_s, home.filePath(u"no/such/out.png"_s)}).wait();
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.said.contains(u"out.png"_s), qPrintable(ended.said));
}

void WindowStartTest::wrongOptionsAreNamed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("after") << QStringList{u"--screenshot"_s, u"o.png"_s, u"--after"_s, u"many"_s};
    QTest::newRow("size") << QStringList{u"--screenshot"_s, u"o.png"_s, u"--size"_s, u"big"_s};
    QTest::newRow("scale") << QStringList{u"--screenshot"_s, u"o.png"_s, u"--scale"_s, u"99"_s};
    QTest::newRow("alone") << QStringList{u"--after"_s, u"3"_s};
    QTest::newRow("speed") << QStringList{u"demo"_s, u"--speed"_s, u"-1"_s};
}

void WindowStartTest::wrongOptionsAreNamed()
{
    QFETCH(QStringList, arguments);
    const QTemporaryDir home;
    const Ended ended = Program(QStringList{u"--home"_s, home.path()} + arguments).wait();
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.said.contains(u"--"_s), qPrintable(ended.said));
}

void WindowStartTest::signalEndsWithin3Seconds()
{
    const QTemporaryDir home;
    Program program({u"--home"_s, home.path()});
    QVERIFY(program.process.waitForStarted());
    // Signals are listened to before the archive is opened.
    QTRY_VERIFY_WITH_TIMEOUT(QDir(home.filePath(u"data/archive"_s)).exists(), kMostMs);
    ::kill(static_cast<pid_t>(program.process.processId()), SIGTERM);
    QCOMPARE(program.wait(3'000).code, 130);
}

void WindowStartTest::secondStartEndsAtOnce()
{
    const QTemporaryDir home;
    Program first({u"--home"_s, home.path()});
    // Whichever of the two comes second ends well; the other goes on.
    Program second({u"--home"_s, home.path()});
    QTRY_VERIFY_WITH_TIMEOUT((first.process.state() == QProcess::NotRunning) != (second.process.state() == QProcess::NotRunning), kMostMs);
    Program &ended = first.process.state() == QProcess::NotRunning ? first : second;
    QCOMPARE(ended.wait().code, 0);
    // Another home is another window.
    const QTemporaryDir other;
    const QString file = other.filePath(u"out.png"_s);
    QCOMPARE(Program({u"--home"_s, other.path(), u"--screenshot"_s, file}).wait().code, 0);
}

// The window opens all the same, and keeps the alerts in memory.
void WindowStartTest::homeThatCannotBeWritten()
{
    const QTemporaryDir home;
    QFile blocked(home.filePath(u"file"_s));
    QVERIFY(blocked.open(QIODevice::WriteOnly));
    const Ended ended = Program({u"--home"_s, home.filePath(u"file"_s), u"--screenshot"_s, home.filePath(u"o.png"_s)}).wait();
    QCOMPARE(ended.code, 0);
    QVERIFY2(QFile::exists(home.filePath(u"o.png"_s)), qPrintable(ended.said));
}

QTEST_GUILESS_MAIN(WindowStartTest)
#include "tst_windowstart.moc"
