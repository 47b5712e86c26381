// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace tocsin;

class TestLogFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isMadeAtTheFirstLine()
    {
        const QTemporaryDir home;
        LogFile log(home.filePath(u"state"_s));
        QVERIFY(!QFile::exists(home.filePath(u"state"_s)));
        log.write("one\n");
        log.write("two\n");
        QFile file(log.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "one\ntwo\n");
        QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
    }

    // Two programs, each with threads, far beyond the bound: bounded, and no line torn.
    void isBoundedWhoeverWrites()
    {
        const QTemporaryDir home;
        LogFile first(home.path());
        LogFile second(home.path());
        const QByteArray line = QByteArray(999, 'x') + '\n';
        std::vector<std::thread> threads;
        for (LogFile *log : {&first, &second, &first, &second}) {
            threads.emplace_back([log, &line] {
                for (int i = 0; i < 4'000; ++i)
                    log->write(line);
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        const QFileInfoList files = QDir(home.path()).entryInfoList({u"tocsin.log*"_s}, QDir::Files);
        QVERIFY2(files.size() >= 2 && files.size() <= LogFile::kOld + 1, qPrintable(QString::number(files.size())));
        for (const QFileInfo &info : files) {
            QVERIFY2(info.size() <= LogFile::kBytes + 4 * line.size(), qPrintable(info.fileName()));
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QCOMPARE(bytes.size() % line.size(), 0);
            QCOMPARE(bytes.count('\n'), bytes.size() / line.size());
        }
    }

    void placesThatCannotBeWrittenAreNoTrouble()
    {
        const QTemporaryDir home;
        QFile blocked(home.filePath(u"file"_s));
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        LogFile log(home.filePath(u"file/state"_s));
        log.write("one\n");
        QVERIFY(!QFile::exists(log.path()));
    }
};

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_logfile.moc"
