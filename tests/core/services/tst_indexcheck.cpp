// SPDX-License-Identifier: GPL-3.0-or-later
// FAULT-32: the whole index is checked now and then, beside everything else.
#include "core/services/indexcheck.h"
#include "support/archivefixture.h"
#include "support/otherconnection.h"

#include <QFile>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::services;
using namespace tocsin::tests;

class TestIndexCheck final : public QObject, private ArchiveFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        open();
        m_archive->append(batchOf(lane(), 0, 2'000));
        QTRY_COMPARE_WITH_TIMEOUT(m_listener.rows.load(), 2'000, 20'000);
    }
    void cleanup() { m_archive.reset(); }

    // Beside the writer; and not again for a week.
    void soundIndexIsCheckedOnceAWeek()
    {
        IndexCheck check(place());
        QCOMPARE(run(check), true);
        QVERIFY(m_said.isEmpty());
        QVERIFY(QFile::exists(IndexCheck::noteFile(place())));
        QCOMPARE(run(check), false);
        QFile note(IndexCheck::noteFile(place()));
        QVERIFY(note.open(QIODevice::ReadWrite));
        QVERIFY(note.setFileTime(QDateTime::currentDateTimeUtc().addDays(-8), QFileDevice::FileModificationTime));
        QCOMPARE(run(check), true);
    }

    // A page in the middle, which a start does not look at in a large index.
    void damageIsSaid()
    {
        m_archive.reset();
        OtherConnection(place()).run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        QFile file(index());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 at = file.readAll().indexOf("Object 1000") / 8192 * 8192;
        QVERIFY(at > 0 && file.seek(at) && file.write(QByteArray(4'000, 'Z')) == 4'000);
        file.close();
        IndexCheck check(place());
        QCOMPARE(run(check), true);
        QVERIFY2(m_said.contains(u"found damage"_s), qPrintable(m_said));
        QVERIFY(!QFile::exists(IndexCheck::noteFile(place())));
    }

    void endIsShort()
    {
        IndexCheck check(place());
        check.start();
        check.start(); // one at a time
    }

private:
    // Whether it was checked.
    bool run(IndexCheck &check)
    {
        m_said.clear();
        const QSignalSpy damaged(&check, &IndexCheck::damaged);
        QSignalSpy ended(&check, &IndexCheck::ended);
        check.start();
        [&ended] { QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 20'000); }();
        if (!damaged.isEmpty())
            m_said = damaged.at(0).at(0).value<Error>().message;
        return !ended.isEmpty() && ended.at(0).at(0).toBool();
    }
    QString m_said;
};

QTEST_GUILESS_MAIN(TestIndexCheck)
#include "tst_indexcheck.moc"
