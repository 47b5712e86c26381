// SPDX-License-Identifier: GPL-3.0-or-later
// The export of the window, clicked through over a real archive.
#include "support/filters.h"
#include "support/night.h"
#include "support/recordingarchive.h"
#include "support/smalldisk.h"
#include "support/widgets.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/mainwindowprofile.h"
#include "ui/restrictedrows.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFloat16> // QCOMPARE of a json value asks for the complete type
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::Night;

namespace {

QByteArray readAll(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A dialog over an archive of its own.
struct Setup {
    Night night;
    std::unique_ptr<ExportDialog> dialog;
    QTemporaryDir folder;

    explicit Setup(ExportDialog::Offer offer = {}, int rows = 20, const std::string &secret = {})
    {
        night.arrive(rows, [&secret](Alert &alert) {
            alert.name = alert.id == "3" ? "=cmd()" : "ZTF" + alert.id;
            alert.mag = std::stod(alert.id);
            alert.access = alert.id == secret ? "restricted" : "public";
        });
        night.settle();
        if (offer.folder.isEmpty())
            offer.folder = folder.path();
        dialog = std::make_unique<ExportDialog>(*night.store, offer, nullptr);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
    }
    template <typename T>
    T *named(const QString &name) const { return tests::named<T>(dialog.get(), name); }
    QPushButton *button(const QString &text) const { return tests::button(dialog.get(), text); }
    QLineEdit *file() const { return named<QLineEdit>(u"File"_s); }
    QComboBox *format() const { return named<QComboBox>(u"Format"_s); }
    const MessagePanel *failure() const { return dialog->findChild<MessagePanel *>(); }
    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    void choose(const QString &radio) const
    {
        for (auto *each : dialog->findChildren<QRadioButton *>()) {
            if (each->text() == radio)
                QTest::mouseClick(each, Qt::LeftButton, {}, {8, each->height() / 2});
        }
    }
    // Clicks, and waits for the end.
    void write(const QString &verb = u"Export"_s) const
    {
        QPushButton *start = button(verb);
        QVERIFY2(start, qPrintable(verb));
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), 20'000);
    }
};

} // namespace

class ExportDialogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(); }

    void goesWhereAFolderIs()
    {
        const QTemporaryDir config;
        QFile folders(config.filePath(u"user-dirs.dirs"_s));
        QVERIFY(folders.open(QIODevice::WriteOnly));
        folders.write("XDG_DOCUMENTS_DIR=\"" + config.filePath(u"none"_s).toUtf8() + "\"\n");
        folders.close();
        const QByteArray before = qgetenv("XDG_CONFIG_HOME");
        qputenv("XDG_CONFIG_HOME", config.path().toUtf8());
        QCOMPARE(ExportDialog::defaultFolder(), QDir::homePath());
        QVERIFY(QDir(config.path()).mkdir(u"none"_s));
        QCOMPARE(ExportDialog::defaultFolder(), config.filePath(u"none"_s));
        before.isEmpty() ? qunsetenv("XDG_CONFIG_HOME") : qputenv("XDG_CONFIG_HOME", before);
    }

    void archiveThatCannotBeReadIsSaid()
    {
        tests::RecordingArchive archive;
        const QTemporaryDir folder;
        ExportDialog dialog(archive, {.selected = {}, .filter = {}, .shownKeys = {}, .folder = folder.path()}, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        for (auto *each : dialog.findChildren<QPushButton *>()) {
            if (each->text() == u"Export")
                each->click();
        }
        const auto *failure = dialog.findChild<MessagePanel *>();
        QTRY_VERIFY(failure->isVisible());
        QCOMPARE(failure->title(), u"nothing is kept"_s);
    }

    // What is shown: the filter itself, and its words for the provenance.
    void takesTheFilter()
    {
        const auto filter = tests::filterOf("mag < 5");
        const Setup setup({.selected = {}, .filter = filter, .shownKeys = {}, .folder = {}});
        const exporting::ExportJob job = setup.dialog->job();
        QCOMPARE(job.selection.filter, filter);
        QVERIFY(job.selection.now.isValid());
        QCOMPARE(job.filterText, u"mag < 5"_s);
        const QString file = setup.file()->text();
        setup.write();
        QVERIFY(!setup.failure()->isVisible());
        const QByteArray some = readAll(file);
        QVERIFY(some.count('\n') > 2 && some.count('\n') < 20);
        const auto note = nlohmann::json::parse(readAll(file + u".provenance.json"_s).toStdString());
        QCOMPARE(note["filter"], "mag < 5");
        setup.choose(u"Everything in the archive"_s);
        setup.write(u"Export again"_s); // one's own file
        QCOMPARE(readAll(file).count('\n'), 21);
    }

    void writesEveryFormat()
    {
        const Setup setup({.selected = {2, 4}, .filter = {}, .shownKeys = {u"name"_s, u"mag"_s}, .folder = {}});
        QSignalSpy written(setup.dialog.get(), &ExportDialog::written);
        setup.file()->setText(setup.folder.filePath(u"a.csv"_s));
        setup.write();
        const QByteArray csv = readAll(setup.folder.filePath(u"a.csv"_s));
        QCOMPARE(csv.count("\r\n"), 3);
        QVERIFY(csv.contains("'=cmd()"));
        QCOMPARE(written.count(), 1);
        QCOMPARE(written.at(0).at(0).toString(), setup.folder.path());
        // The format leads the name, and the name the format.
        QVERIFY(setup.dialog->findChild<QCheckBox *>()->isVisible());
        setup.format()->setCurrentIndex(1);
        QCOMPARE(setup.file()->text(), setup.folder.filePath(u"a.jsonl"_s));
        QVERIFY(!setup.dialog->findChild<QCheckBox *>()->isVisible());
        setup.write();
        const QByteArray json = readAll(setup.folder.filePath(u"a.jsonl"_s));
        QCOMPARE(json.count('\n'), 2);
        QVERIFY(nlohmann::json::parse(json.left(json.indexOf('\n')).toStdString()).contains("timestamp"));
        setup.file()->setText(setup.folder.filePath(u"b.ecsv"_s));
        QCOMPARE(setup.format()->currentIndex(), 2);
        setup.named<QComboBox>(u"Columns"_s)->setCurrentIndex(1);
        setup.write();
        QVERIFY(readAll(setup.folder.filePath(u"b.ecsv"_s)).endsWith("# schema: astropy-2.0\nname,mag\nZTF1,1\n=cmd(),3\n"));
        setup.format()->setCurrentIndex(1);
        setup.write();
        QCOMPARE(readAll(setup.folder.filePath(u"b.jsonl"_s)), "{\"name\": \"ZTF1\", \"mag\": 1}\n{\"name\": \"=cmd()\", \"mag\": 3}\n");
        QCOMPARE(setup.files().size(), 8); // four, each with where it is from
        // Another ending is the person's.
        setup.file()->setText(setup.folder.filePath(u"c.txt"_s));
        QCOMPARE(setup.format()->currentIndex(), 1);
        setup.format()->setCurrentIndex(0);
        QCOMPARE(setup.file()->text(), setup.folder.filePath(u"c.txt"_s));
    }

    // Nothing is on the disk before somebody has agreed, once for each folder.
    void restrictedRowsAreAskedForOncePerFolder()
    {
        const QTemporaryDir config;
        MainWindowProfile profile(config.path());
        RestrictedRows restricted(profile, nullptr);
        {
            const Setup setup({.selected = {2, 4}, .filter = {}, .shownKeys = {}, .folder = {}, .restricted = &restricted}, 20, "7");
            setup.write(); // public ones go at once
            QCOMPARE(setup.files().size(), 2);
        }
        const Setup setup({.selected = {2, 8}, .filter = {}, .shownKeys = {}, .folder = {}, .restricted = &restricted}, 20, "7");
        setup.file()->setText(setup.folder.filePath(u"a.csv"_s));
        QTest::mouseClick(setup.button(u"Export"_s), Qt::LeftButton);
        QTRY_VERIFY(setup.failure()->isVisible());
        QCOMPARE(setup.failure()->title(), u"Restricted alerts among these rows: 1"_s);
        QVERIFY(setup.files().isEmpty());
        // Another place is another question.
        const QTemporaryDir other;
        setup.file()->setText(other.filePath(u"a.csv"_s));
        setup.write();
        QVERIFY(!QFile::exists(other.filePath(u"a.csv"_s)));
        setup.file()->setText(setup.folder.filePath(u"a.csv"_s));
        setup.write();
        QVERIFY(setup.files().isEmpty());
        setup.write(u"Export all the same"_s);
        QCOMPARE(setup.files().size(), 2);
        QVERIFY(restricted.mayGoTo(RestrictedRows::folder(setup.folder.path())));
        QVERIFY(!restricted.mayGoTo(RestrictedRows::folder(other.path())));
        setup.file()->setText(setup.folder.filePath(u"b.csv"_s));
        setup.write();
        QCOMPARE(setup.files().size(), 4);
        // What a filter shows is asked for as well.
        const auto filter = tests::filterOf("mag > 6");
        const Setup filtered({.selected = {}, .filter = filter, .shownKeys = {}, .folder = {}, .restricted = &restricted}, 20, "7");
        filtered.write();
        QCOMPARE(filtered.failure()->title(), u"Restricted alerts among these rows: 1"_s);
        const auto without = tests::filterOf("mag < 6");
        const Setup harmless({.selected = {}, .filter = without, .shownKeys = {}, .folder = {}, .restricted = &restricted}, 20, "7");
        harmless.write();
        QCOMPARE(harmless.files().size(), 2);
    }

    void fileThatIsThereIsKeptUntilSaid()
    {
        const Setup setup;
        const QString name = setup.folder.filePath(u"mine.csv"_s);
        QFile mine(name);
        QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
        mine.close();
        setup.file()->setText(name);
        QTest::mouseClick(setup.button(u"Export"_s), Qt::LeftButton);
        QTRY_VERIFY(setup.failure()->isVisible());
        QCOMPARE(setup.failure()->title(), u"mine.csv is there already"_s);
        QCOMPARE(readAll(name), "mine");
        QCOMPARE(setup.files(), QStringList{u"mine.csv"_s});
        // Another name is another question.
        QVERIFY(setup.button(u"Replace"_s));
        setup.file()->setText(setup.folder.filePath(u"other.csv"_s));
        QVERIFY(setup.button(u"Export"_s));
        setup.file()->setText(name);
        setup.write();
        setup.write(u"Replace"_s);
        QCOMPARE(readAll(name).count('\n'), 21);
    }

    void placesThatCannotBeWrittenAreSaid()
    {
        const Setup setup;
        const QString nowhere = setup.folder.filePath(u"nowhere/a.csv"_s);
        setup.file()->setText(nowhere);
        setup.write();
        QVERIFY(setup.failure()->isVisible());
        QVERIFY2(setup.failure()->title().contains(nowhere), qPrintable(setup.failure()->title()));
        setup.file()->setText(setup.folder.path());
        setup.write();
        QVERIFY2(setup.failure()->title().contains(u"folder"_s), qPrintable(setup.failure()->title()));
        QVERIFY(setup.files().isEmpty());
    }

    void fullDiskLeavesNothing()
    {
        tests::SmallDisk disk(64 << 10);
        if (!disk.isThere())
            QSKIP(disk.why().constData());
        const Setup setup({}, 2'000);
        setup.file()->setText(disk.path(u"a.csv"_s));
        setup.write();
        QVERIFY(setup.failure()->isVisible());
        QVERIFY2(setup.failure()->title().contains(u"No space left"_s), qPrintable(setup.failure()->title()));
        QVERIFY(QDir(QFileInfo(disk.path(u"a.csv"_s)).path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    void cancelLeavesNothing()
    {
        const Setup setup({}, 5'000);
        QTest::mouseClick(setup.button(u"Export"_s), Qt::LeftButton);
        setup.dialog->reject();
        QTRY_VERIFY_WITH_TIMEOUT(!setup.dialog->isVisible(), 20'000);
        QVERIFY(setup.files().isEmpty());
    }
};

QTEST_MAIN(ExportDialogTest)
#include "tst_exportdialog.moc"
