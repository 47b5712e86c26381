// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/archivelimits.h"
#include "support/accessiblewalk.h"
#include "support/filters.h"
#include "support/streambench.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/archivedialog.h"
#include "ui/dialogs/askdialog.h"
#include "ui/dialogs/keysdialog.h"
#include "ui/dialogs/namedialog.h"
#include "ui/dialogs/streamcommands.h"
#include "ui/dialogs/streamdialog.h"
#include "ui/dialogs/streamlogdialog.h"
#include "ui/keybindings.h"
#include "ui/mainwindowprofile.h"
#include "ui/models/streammodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessiblecombobox.h"
#include "ui/widgets/fieldnote.h"
#include "ui/windowaccounts.h"

#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::StreamBench;

namespace {

QPushButton *button(const QWidget *in, const QString &text)
{
    for (auto *found : in->findChildren<QPushButton *>()) {
        if (found->text() == text)
            return found;
    }
    return nullptr;
}

void click(const QWidget *in, const QString &text)
{
    QPushButton *found = button(in, text);
    QVERIFY2(found, qPrintable(text));
    QTest::mouseClick(found, Qt::LeftButton);
}

QStringList texts(const QWidget *in)
{
    QStringList all;
    for (const QLabel *label : in->findChildren<QLabel *>())
        all << label->text();
    return all;
}

} // namespace

class SmallDialogsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void askAnswersOnce();
    void enterTakesTheHarmlessAnswer();
    void renameChecksTheName();
    void commandsRemoveAfterOneQuestion();
    void commandsRenameDisableAndEnable();
    void commandsRefuseTheDemo();
    void logFollowsAndCopies();
    void logOpensAtTheLeft();
    void passwordIsAskedFor();
    void defaultIsFilled();
    void keysListShortcuts();
    void aboutNamesThePlaces();
    void archiveSaysItsTrouble();
    void archiveLimitsAreSet();
};

void SmallDialogsTest::askAnswersOnce()
{
    QPointer<AskDialog> dialog = new AskDialog(u"Close?"_s, u"<b>not bold</b>"_s, nullptr);
    dialog->offerToRemember(u"From now on"_s);
    dialog->addCancel();
    dialog->addAnswer(7, u"Quit"_s, false);
    const QSignalSpy answered(dialog, &AskDialog::answered);
    dialog->show();
    QVERIFY(texts(dialog).contains(u"<b>not bold</b>"_s));
    dialog->findChild<QCheckBox *>()->setChecked(true);
    click(dialog, u"Quit"_s);
    QCOMPARE(answered.count(), 1);
    QCOMPARE(answered.at(0).at(0).toInt(), 7);
    QCOMPARE(answered.at(0).at(1).toBool(), true);
    QTRY_VERIFY(!dialog);
}

void SmallDialogsTest::enterTakesTheHarmlessAnswer()
{
    QPointer<AskDialog> dialog = new AskDialog(u"Remove?"_s, u"It goes."_s, nullptr);
    dialog->addCancel();
    dialog->addAnswer(1, u"Remove"_s, false);
    const QSignalSpy answered(dialog, &AskDialog::answered);
    const QSignalSpy rejected(dialog, &QDialog::rejected);
    dialog->show();
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(answered.count(), 0);
    QCOMPARE(rejected.count(), 1);
    QTRY_VERIFY(!dialog);
}

void SmallDialogsTest::renameChecksTheName()
{
    QPointer<NameDialog> dialog = new NameDialog(
        u"Rename one"_s, u"Rename"_s, u"one"_s, [](const QString &name) { return StreamDialog::nameProblem(name, {u"two"_s}); }, {}, nullptr);
    const QSignalSpy named(dialog, &NameDialog::named);
    dialog->show();
    auto *field = dialog->findChild<QLineEdit *>();
    field->setText(u"two"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(named.count(), 0);
    QVERIFY(texts(dialog).contains(u"Another stream has this name."_s));
    field->setText(u"three"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(named.count(), 1);
    QCOMPARE(named.at(0).at(0).toString(), u"three"_s);
    QTRY_VERIFY(!dialog);
}

void SmallDialogsTest::commandsRemoveAfterOneQuestion()
{
    StreamBench bench;
    StreamModel model(bench.manager);
    QMainWindow window;
    WindowAccounts accounts({}, bench.manager, Places::resolve(bench.folder.path()), &window);
    StreamCommands commands(bench.manager, bench.archive, model, accounts, &window);
    QVERIFY(bench.manager.add(StreamBench::kafka(u"one"_s)));
    const QString uuid = bench.uuid(u"one"_s);
    commands.remove(uuid);
    QPointer<AskDialog> dialog = window.findChild<AskDialog *>();
    QVERIFY(dialog);
    click(dialog, u"Cancel"_s);
    QVERIFY(bench.manager.find(u"one"_s));
    QTRY_VERIFY(!dialog);
    commands.remove(uuid);
    dialog = window.findChild<AskDialog *>();
    QVERIFY(texts(dialog).join(u' ').contains(u"stay in the archive"_s));
    click(dialog, u"Remove stream"_s);
    QVERIFY(!bench.manager.find(u"one"_s));
}

void SmallDialogsTest::commandsRenameDisableAndEnable()
{
    StreamBench bench;
    StreamModel model(bench.manager);
    QMainWindow window;
    WindowAccounts accounts({}, bench.manager, Places::resolve(bench.folder.path()), &window);
    StreamCommands commands(bench.manager, bench.archive, model, accounts, &window);
    QVERIFY(bench.manager.add(StreamBench::kafka(u"one"_s)));
    const QString uuid = bench.uuid(u"one"_s);
    commands.rename(uuid);
    auto *dialog = window.findChild<NameDialog *>();
    dialog->findChild<QLineEdit *>()->setText(u"other"_s);
    QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(bench.manager.find(uuid)->name, u"other"_s);
    QCOMPARE(bench.archive.renamed.size(), 1u); // its rows follow
    QCOMPARE(bench.archive.renamed.front().second, "other");
    QVERIFY(commands.canStart(uuid));
    commands.setEnabled(uuid, false);
    QVERIFY(!bench.manager.find(uuid)->enabled);
    QVERIFY(!commands.canStart(uuid));
    QMenu menu;
    commands.fillMenu(menu, uuid);
    QStringList entries;
    for (const QAction *action : menu.actions())
        entries << action->text();
    QVERIFY(entries.contains(u"Enable"_s) && !entries.contains(u"Disable"_s));
    commands.setEnabled(uuid, true);
    QVERIFY(commands.canStart(uuid));
}

void SmallDialogsTest::commandsRefuseTheDemo()
{
    StreamBench bench;
    StreamModel model(bench.manager);
    QMainWindow window;
    WindowAccounts accounts({}, bench.manager, Places::resolve(bench.folder.path()), &window);
    StreamCommands commands(bench.manager, bench.archive, model, accounts, &window);
    streams::StreamConfig passing = StreamBench::kafka(u"passing"_s);
    passing.uuid = u"passing"_s;
    bench.manager.startTransient({.config = passing, .startOverride = {}, .untilEnd = false});
    commands.edit(passing.uuid);
    commands.rename(passing.uuid);
    commands.remove(passing.uuid);
    QVERIFY(window.findChildren<QDialog *>().isEmpty()); // nothing of it is stored
    commands.stop(passing.uuid);
    QVERIFY(commands.canStart(passing.uuid));
    QSignalSpy stopped(&bench.manager, &services::StreamManager::allStopped);
    bench.manager.stopAll();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.count(), 1, 5000);
}

void SmallDialogsTest::logFollowsAndCopies()
{
    StreamBench bench;
    StreamModel model(bench.manager);
    QMainWindow window;
    WindowAccounts accounts({}, bench.manager, Places::resolve(bench.folder.path()), &window);
    StreamCommands commands(bench.manager, bench.archive, model, accounts, &window);
    QVERIFY(bench.manager.add(StreamBench::kafka(u"one"_s)));
    const QString uuid = bench.uuid(u"one"_s);
    commands.showLog(uuid);
    commands.showLog(uuid); // the same one comes forward
    QCOMPARE(window.findChildren<StreamLogDialog *>().size(), 1);
    auto *dialog = window.findChild<StreamLogDialog *>();
    const auto *text = dialog->findChild<QPlainTextEdit *>();
    QVERIFY(text->isReadOnly());
    Q_EMIT bench.manager.logged(uuid, {.time = UtcTime::now(), .level = 6, .text = u"<b>connected</b>"_s});
    Q_EMIT bench.manager.logged(u"another"_s, {.time = UtcTime::now(), .level = 3, .text = u"not mine"_s});
    Q_EMIT bench.manager.logged(uuid, {.time = UtcTime::now(), .level = 7, .text = u"too fine"_s});
    QVERIFY(text->toPlainText().endsWith(u"<b>connected</b>"_s));
    QVERIFY(!text->toPlainText().contains(u"not mine"_s));
    QVERIFY(!text->toPlainText().contains(u"too fine"_s));
    click(dialog, u"Copy"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), text->toPlainText());
    auto *level = dialog->findChild<QComboBox *>();
    level->setCurrentIndex(level->findData(3));
    QVERIFY(!text->toPlainText().contains(u"connected"_s));
}

void SmallDialogsTest::logOpensAtTheLeft()
{
    nameComboBoxesByTheirLabel();
    StreamBench bench;
    StreamModel model(bench.manager);
    QMainWindow window;
    WindowAccounts accounts({}, bench.manager, Places::resolve(bench.folder.path()), &window);
    StreamCommands commands(bench.manager, bench.archive, model, accounts, &window);
    QVERIFY(bench.manager.add(StreamBench::signedIn(u"one"_s)));
    bench.manager.start(bench.uuid(u"one"_s)); // says at length that it has no password
    commands.showLog(bench.uuid(u"one"_s));
    auto *dialog = window.findChild<StreamLogDialog *>();
    dialog->resize(300, 200);
    dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    const auto *text = dialog->findChild<QPlainTextEdit *>();
    QVERIFY(text->toPlainText().contains(u"password"_s));
    QVERIFY(text->horizontalScrollBar()->maximum() > 0);
    QCOMPARE(text->horizontalScrollBar()->value(), 0);
    QCOMPARE(QAccessible::queryAccessibleInterface(dialog->findChild<QComboBox *>())->text(QAccessible::Name), u"Show"_s);
}

void SmallDialogsTest::passwordIsAskedFor()
{
    StreamBench bench;
    StreamModel model(bench.manager);
    QMainWindow window;
    WindowAccounts accounts({}, bench.manager, Places::resolve(bench.folder.path()), &window);
    StreamCommands commands(bench.manager, bench.archive, model, accounts, &window);
    QVERIFY(bench.manager.add(StreamBench::signedIn(u"one"_s)));
    QMenu menu;
    commands.fillMenu(menu, bench.uuid(u"one"_s));
    QAction *ask = menu.actions().constFirst();
    QCOMPARE(ask->text(), u"Enter password…"_s);
    ask->trigger();
    auto *dialog = window.findChild<StreamDialog *>();
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->focusWidget() ? dialog->focusWidget()->accessibleName() : QString(), u"Password"_s);
    QTest::keyClicks(dialog->focusWidget(), u"secret"_s);
    click(dialog, u"Save"_s);
    QMenu after;
    commands.fillMenu(after, bench.uuid(u"one"_s));
    QCOMPARE(after.actions().constFirst()->text(), u"Start"_s);
}

void SmallDialogsTest::defaultIsFilled()
{
    AskDialog close(u"Close?"_s, u"Streams run."_s, nullptr);
    close.addCancel();
    const QPushButton *quit = close.addAnswer(1, u"Quit"_s, false);
    QVERIFY(Theme::isPrimary(button(&close, u"Cancel"_s)) && !Theme::isPrimary(quit));
    const QPushButton *keep = close.addAnswer(2, u"Keep"_s, true);
    QVERIFY(Theme::isPrimary(keep) && !Theme::isPrimary(button(&close, u"Cancel"_s)));
    NameDialog rename(u"Rename one"_s, u"Rename"_s, u"one"_s, QStringList(), nullptr);
    QVERIFY(Theme::isPrimary(button(&rename, u"Rename"_s)));
}

void SmallDialogsTest::keysListShortcuts()
{
    QAction action(u"&Open file…"_s);
    action.setObjectName(u"openFile"_s);
    action.setShortcuts({QKeySequence(u"Ctrl+O"_s)});
    const QTemporaryDir folder;
    MainWindowProfile profile(folder.path());
    KeyBindings bindings({&action}, {}, profile, nullptr);
    QPointer<KeysDialog> dialog = new KeysDialog(bindings, {{u"End"_s, u"Newest row"_s}}, nullptr);
    dialog->show();
    QCOMPARE(tests::namelessControls(*dialog), QStringList());
    auto *list = dialog->findChild<QTreeWidget *>();
    QCOMPARE(list->topLevelItem(0)->child(0)->text(0), u"Open file"_s);
    QCOMPARE(list->topLevelItem(0)->child(0)->text(1), u"Ctrl+O"_s);
    QTreeWidgetItem *table = list->topLevelItem(1);
    QCOMPARE(table->child(0)->text(1), u"J"_s);
    QCOMPARE(table->child(table->childCount() - 1)->text(1), u"End"_s);

    // Another key for each; what is taken, typed or moves about is refused with a word.
    auto *key = dialog->findChild<QKeySequenceEdit *>();
    auto *note = dialog->findChild<FieldNote *>();
    QPushButton *use = button(dialog, u"Use this key"_s);
    QPushButton *standard = button(dialog, u"Standard key"_s);
    QVERIFY(!key->isEnabled() && !use->isEnabled() && !standard->isEnabled());
    list->setCurrentItem(list->topLevelItem(0)->child(0));
    QVERIFY(key->isEnabled() && !use->isEnabled() && !standard->isEnabled());
    for (const QString &refused : {u"M"_s, u"J"_s, u"Shift+Y"_s, u"Down"_s, u"Ctrl+A, Ctrl+B"_s}) {
        key->setKeySequence(QKeySequence(refused));
        QVERIFY2(!use->isEnabled() && !note->problem().isEmpty(), qPrintable(refused));
    }
    key->clear();
    QTest::keyClick(key, Qt::Key_U, Qt::ControlModifier);
    QTRY_VERIFY(use->isEnabled()); // when no further key follows
    QCOMPARE(note->problem(), QString());
    QTest::mouseClick(use, Qt::LeftButton);
    QCOMPARE(action.shortcut(), QKeySequence(u"Ctrl+U"_s));
    QCOMPARE(list->topLevelItem(0)->child(0)->text(1), u"Ctrl+U"_s);
    list->setCurrentItem(table->child(0));
    key->setKeySequence(QKeySequence(u"Ctrl+U"_s));
    QVERIFY2(note->problem().contains(u"Open file"_s), qPrintable(note->problem()));
    key->setKeySequence(QKeySequence(u"Y"_s));
    QTest::mouseClick(use, Qt::LeftButton);
    QCOMPARE(table->child(0)->text(1), u"Y"_s);
    list->setCurrentItem(table->child(table->childCount() - 1)); // fixed
    QVERIFY(!key->isEnabled() && !standard->isEnabled());

    // The profile keeps it; what it cannot understand does nothing.
    profile.save();
    MainWindowProfile again(folder.path());
    QAction other(u"&Open file…"_s);
    other.setObjectName(u"openFile"_s);
    other.setShortcuts({QKeySequence(u"Ctrl+O"_s)});
    KeyBindings restored({&other}, {}, again, nullptr);
    restored.restore();
    QCOMPARE(other.shortcut(), QKeySequence(u"Ctrl+U"_s));
    QCOMPARE(restored.all()[1].keys, QList<QKeySequence>{QKeySequence(u"Y"_s)});
    list->setCurrentItem(list->topLevelItem(0)->child(0));
    QTest::mouseClick(standard, Qt::LeftButton);
    QCOMPARE(action.shortcut(), QKeySequence(u"Ctrl+O"_s));
    QVERIFY(!standard->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
}

void SmallDialogsTest::aboutNamesThePlaces()
{
    QPointer<AboutDialog> dialog = new AboutDialog(u"/somewhere/config"_s, u"/somewhere/archive"_s, nullptr);
    dialog->show();
    QVERIFY(texts(dialog).contains(u"/somewhere/config"_s));
    QVERIFY(texts(dialog).contains(u"/somewhere/archive"_s));
    QVERIFY(texts(dialog).join(u' ').contains(u"version 3 or later"_s));
    click(dialog, u"Close"_s);
    QTRY_VERIFY(!dialog);
}

void SmallDialogsTest::archiveSaysItsTrouble()
{
    tests::RecordingArchive archive; // has no reader: nothing is known
    services::ArchiveWatch watch(archive);
    QPointer<ArchiveDialog> dialog = new ArchiveDialog(watch, {}, u"The disk is full."_s, nullptr);
    dialog->show();
    QVERIFY(texts(dialog).contains(u"The disk is full."_s));
    click(dialog, u"Close"_s);
    QTRY_VERIFY(!dialog);
}

void SmallDialogsTest::archiveLimitsAreSet()
{
    const QTemporaryDir folder;
    const QString place = folder.filePath(u"archive"_s);
    QVERIFY(QDir().mkpath(place));
    QVERIFY(archive::writeLimits(place, {.bytes = 20'000'000'001, .days = 0}).ok());
    const auto opened = archive::openSqliteArchive({.place = place});
    QVERIFY(opened.ok());
    services::ArchiveWatch watch(*opened.value());
    QPointer<ArchiveDialog> dialog = new ArchiveDialog(watch, {}, {}, nullptr);
    dialog->show();
    auto *days = dialog->findChild<QSpinBox *>();
    auto *size = dialog->findChild<QDoubleSpinBox *>();
    QTRY_VERIFY(days->isVisible());
    QCOMPARE(size->value(), 20.0);
    QCOMPARE(days->value(), 0);
    QVERIFY(!days->accessibleName().isEmpty() && !size->accessibleName().isEmpty());
    days->setValue(90);
    click(dialog, u"Apply"_s);
    QTRY_COMPARE(archive::readLimits(place).days, 90);
    QCOMPARE(archive::readLimits(place).bytes, int64_t{20'000'000'001}); // what nobody touched stays to the byte
    QTRY_COMPARE(watch.last().info.keepDays, 90);
    size->setValue(5);
    click(dialog, u"Apply"_s);
    QTRY_COMPARE(archive::readLimits(place).bytes, int64_t{5'000'000'000});
    click(dialog, u"Close"_s);
    QTRY_VERIFY(!dialog);
}

QTEST_MAIN(SmallDialogsTest)
#include "tst_smalldialogs.moc"
