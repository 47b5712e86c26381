// SPDX-License-Identifier: GPL-3.0-or-later
// Verify, compact, recover: clicked in the archive's dialog, up to their results in words.
#include "support/clicks.h"
#include "support/night.h"
#include "ui/dialogs/archivedialog.h"
#include "ui/dialogs/askdialog.h"
#include "ui/dialogs/upkeepdialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::Night;

namespace {

struct Shown {
    QPointer<UpkeepDialog> dialog;
    Shown(UpkeepDialog::Task task, const QString &folder) : dialog(new UpkeepDialog(task, folder, nullptr))
    {
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
    }
    ~Shown() { delete dialog; }
    QString title()
    {
        [this] { QTRY_VERIFY_WITH_TIMEOUT(!dialog->isRunning(), 20'000); }();
        return dialog->findChild<MessagePanel *>()->title();
    }
};

void damage(const QString &folder)
{
    QFile file(folder + u"/index.sqlite"_s);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.write(QByteArray(60, 'Z')) == 60);
}

} // namespace

class UpkeepDialogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(); }

    void soundArchiveIsSaid()
    {
        Night night;
        night.arrive(20);
        night.settle();
        const QString place = night.folder.filePath(u"archive"_s);
        QCOMPARE(Shown(UpkeepDialog::Task::Verify, place).title(), u"The archive is sound"_s);
        QVERIFY2(Shown(UpkeepDialog::Task::Compact, place).title().endsWith(u"were given back"_s), "compact");
        // Not while somebody writes.
        Shown recover(UpkeepDialog::Task::Recover, place);
        QVERIFY2(recover.title().contains(u"in use"_s), qPrintable(recover.title()));
    }

    void damageOffersRecovery()
    {
        Night night;
        night.arrive(20);
        night.settle();
        const QString place = night.folder.filePath(u"archive"_s);
        night.store->close();
        night.store = archive::makeNullArchive();
        damage(place);
        Shown verify(UpkeepDialog::Task::Verify, place);
        QCOMPARE(verify.title(), u"The archive's index is damaged."_s);
        const QSignalSpy wanted(verify.dialog, &UpkeepDialog::recoverWanted);
        QPushButton *offer = tests::buttonOf<UpkeepDialog>(u"Recover…"_s);
        QVERIFY(offer);
        QTest::mouseClick(offer, Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        Shown recover(UpkeepDialog::Task::Recover, place);
        QCOMPARE(recover.title(), u"The archive has a new index"_s);
        QVERIFY(!tests::buttonOf<UpkeepDialog>(u"Recover…"_s));
        QCOMPARE(Shown(UpkeepDialog::Task::Verify, place).title(), u"The archive is sound"_s);
    }

    void cancelLeavesAllAsItWas()
    {
        Night night;
        night.arrive(20);
        night.settle();
        const QString place = night.folder.filePath(u"archive"_s);
        night.store->close();
        night.store = archive::makeNullArchive();
        damage(place);
        QVERIFY(!archive::openSqliteArchive({.place = place}).ok());
        const QPointer<UpkeepDialog> recover = new UpkeepDialog(UpkeepDialog::Task::Recover, place, nullptr);
        recover->reject(); // before it can have come far
        recover->show();
        QTRY_VERIFY_WITH_TIMEOUT(!recover, 20'000);
        QVERIFY(QDir(place).entryList({u"index-damaged*"_s, u"recovering"_s}).isEmpty());
        QVERIFY(!archive::openSqliteArchive({.place = place}).ok());
    }

    // The archive's dialog asks before it has the window closed.
    void recoveryIsAskedFor()
    {
        Night night;
        services::ArchiveWatch watch(*night.store);
        auto *dialog = new ArchiveDialog(watch, night.folder.filePath(u"archive"_s), {}, nullptr);
        const QSignalSpy wanted(dialog, &ArchiveDialog::recoverWanted);
        dialog->show();
        QTest::mouseClick(tests::buttonOf<ArchiveDialog>(u"Verify"_s), Qt::LeftButton);
        QPointer<UpkeepDialog> verify;
        QTRY_VERIFY((verify = tests::shown<UpkeepDialog>()));
        QTRY_VERIFY_WITH_TIMEOUT(!verify->isRunning(), 20'000);
        verify->close();
        QTRY_VERIFY(!verify);
        QTest::mouseClick(tests::buttonOf<ArchiveDialog>(u"Recover…"_s), Qt::LeftButton);
        QTRY_VERIFY(tests::buttonOf<AskDialog>(u"Recover"_s));
        QVERIFY(wanted.isEmpty());
        QTest::mouseClick(tests::buttonOf<AskDialog>(u"Recover"_s), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
    }
};

QTEST_MAIN(UpkeepDialogTest)
#include "tst_upkeepdialog.moc"
