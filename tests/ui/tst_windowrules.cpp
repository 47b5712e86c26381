// SPDX-License-Identifier: GPL-3.0-or-later
// The rules in the window: page, editor and status bar over one file that others may change as well.
#include "core/alarms/alarmbook.h"
#include "core/filter/filter.h"
#include "core/journal/consents.h"
#include "core/journal/journal.h"
#include "core/rules/actions/action.h"
#include "core/rules/ruleledger.h"
#include "core/rules/rulestore.h"
#include "support/clicks.h"
#include "support/night.h"
#include "support/streambench.h"
#include "support/widgets.h"
#include "ui/dialogs/askdialog.h"
#include "ui/dialogs/rehearsaldialog.h"
#include "ui/dialogs/ruledialog.h"
#include "ui/dialogs/rulesdialog.h"
#include "ui/mainwindow.h"
#include "ui/mainwindowactions.h"
#include "ui/theme/theme.h"
#include "ui/widgets/filterbox.h"
#include "ui/widgets/filterrow.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/savedfilters.h"
#include "ui/windowrules.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using rules::Rule;
using rules::RuleStore;
using tests::StreamBench;

namespace {

struct Setup {
    StreamBench bench;
    QString file = bench.folder.filePath(u"rules.json"_s);
    journal::Journal journal{{}};
    alarms::AlarmBook alarms{journal};
    tests::Night night;
    std::unique_ptr<MainWindow> window;

    Setup() { file = RuleStore::fileIn(Places::resolve(bench.folder.path()).config); }
    void open()
    {
        Places places = Places::resolve(bench.folder.path());
        places.archive = bench.folder.filePath(u"archive"_s);
        window = std::make_unique<MainWindow>(WindowServices{.manager = bench.manager, .feed = night.feed, .archive = *night.store, .journal = &journal, .alarms = &alarms, .sink = bench.pipeline, .places = places});
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }
    RulesDialog *page() const
    {
        window->actions().rules->trigger();
        return tests::shown<RulesDialog>();
    }
    QString status() const
    {
        const auto *item = window->status().findChild<QToolButton *>(u"Rules"_s);
        return item && item->isVisibleTo(&window->status()) ? item->text() : QString();
    }
    std::vector<Rule> kept() const
    {
        RuleStore store(file);
        [](const Outcome &loaded) { QVERIFY(loaded); }(store.load());
        return store.rules();
    }
};

QStringList titles(const RulesDialog *page)
{
    QStringList all;
    const auto *list = page->findChild<QTreeWidget *>();
    for (int i = 0; i < list->topLevelItemCount(); ++i)
        all << list->topLevelItem(i)->text(0);
    return all;
}

// The file is chosen as it is in every file dialog.
void choose(const QString &file)
{
    auto *dialog = tests::shown<QFileDialog>();
    QVERIFY(dialog);
    dialog->selectFile(file);
    QMetaObject::invokeMethod(dialog, "accept");
}

} // namespace

class WindowRulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        Theme::install();
    }
    void shippedRulesAreThere();
    void ruleOfAFilter();
    void ruleOfASavedFilter();
    void ruleLikeARow();
    void othersChangeTheFile();
    void brokenFileIsLeftAlone();
    void duplicateMoveRemove();
    void importAndExport();
    void rehearsedThenArmed();
    void rehearsedInTheEditor();
    void restrictedRowsAsk();
    void whatWentWrongIsSaid();
    void silenceNeverLooksArmed();
};

void WindowRulesTest::shippedRulesAreThere()
{
    Setup setup;
    setup.open();
    QCOMPARE(setup.status(), u"no rule armed"_s);
    const RulesDialog *page = setup.page();
    QVERIFY(page);
    QVERIFY(titles(page).size() >= 5);
    QVERIFY(titles(page).contains(u"Gravitational wave, significant"_s));
    QVERIFY(!QFile::exists(setup.file)); // who only looks changes nothing
}

void WindowRulesTest::ruleOfAFilter()
{
    Setup setup;
    setup.open();
    auto *row = setup.window->findChild<FilterRow *>();
    row->setText(u"mag < 12 and messenger = \"optical\""_s);
    setup.window->actions().ruleOfFilter->trigger();
    auto *editor = tests::shown<RuleDialog>();
    QVERIFY(editor);
    QCOMPARE(tests::named<FilterBox>(editor, u"Condition"_s)->text(), row->text());
    tests::named<QLineEdit>(editor, u"Name"_s)->setText(u"Bright"_s);
    QTest::mouseClick(tests::button(editor, u"Add rule"_s), Qt::LeftButton);
    QTRY_VERIFY(!tests::shown<RuleDialog>());
    const auto *page = tests::shown<RulesDialog>();
    QVERIFY(page); // where it is armed
    QCOMPARE(page->current(), u"bright"_s);
    const Rule made = setup.kept().back();
    QCOMPARE(made.name, u"bright"_s);
    QCOMPARE(made.filter, row->text());
    QVERIFY(made.wakes() && !made.enabled);
}

void WindowRulesTest::ruleOfASavedFilter()
{
    Setup setup;
    setup.open();
    auto *row = setup.window->findChild<FilterRow *>();
    Q_EMIT row->saved()->ruleWanted(u"mag < 9"_s);
    auto *editor = tests::shown<RuleDialog>();
    QVERIFY(editor);
    QCOMPARE(tests::named<FilterBox>(editor, u"Condition"_s)->text(), u"mag < 9"_s);
}

void WindowRulesTest::ruleLikeARow()
{
    Alert alert;
    alert.topic = "gcn.notices.swift.bat";
    alert.messenger = "gamma";
    alert.message = "notice";
    alert.mission = "Swift \"BAT\"";
    const Rule rule = WindowRules::ruleLike(alert);
    QCOMPARE(rule.topics, QStringList{u"gcn.notices.swift.bat"_s});
    const auto compiled = filter::Filter::compile(rule.filter.toStdString(), filter::FieldCatalogue());
    QVERIFY(std::holds_alternative<filter::Filter>(compiled));
    QVERIFY(std::get<filter::Filter>(compiled).passes(alert, UtcTime::now()));
    alert.mission = "Fermi";
    QVERIFY(!std::get<filter::Filter>(compiled).passes(alert, UtcTime::now()));
    QVERIFY(WindowRules::ruleLike({}).topics.isEmpty() && WindowRules::ruleLike({}).filter.isEmpty());
}

void WindowRulesTest::othersChangeTheFile()
{
    Setup setup;
    setup.open();
    const RulesDialog *page = setup.page();
    RuleStore other(setup.file);
    QVERIFY(other.load());
    const QString first = other.rules().front().name;
    QVERIFY(other.setEnabled(first, true, true));
    QTRY_COMPARE_WITH_TIMEOUT(setup.status(), u"1 rule(s) armed"_s, 10'000);
    QCOMPARE(page->findChild<QTreeWidget *>()->topLevelItem(0)->checkState(0), Qt::Checked);
    // And the other way round: the tick is in the file.
    Q_EMIT const_cast<RulesDialog *>(page)->enabledWanted(first, false);
    QCOMPARE(setup.status(), u"no rule armed"_s);
    QVERIFY(!setup.kept().front().enabled);
}

void WindowRulesTest::brokenFileIsLeftAlone()
{
    Setup setup;
    QVERIFY(QDir().mkpath(QFileInfo(setup.file).path()));
    QFile file(setup.file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"rules\": [");
    file.close();
    setup.open();
    QCOMPARE(setup.status(), u"rules cannot be read"_s);
    RulesDialog *page = setup.page();
    QVERIFY(page);
    const auto *said = page->findChild<MessagePanel *>(u"outcome"_s);
    QVERIFY(said->isVisible() && !said->title().isEmpty());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("{\"rules\": ["));
    file.close();
    QVERIFY(QFile::remove(setup.file)); // mended
    QTRY_COMPARE_WITH_TIMEOUT(setup.status(), u"no rule armed"_s, 10'000);
}

void WindowRulesTest::duplicateMoveRemove()
{
    Setup setup;
    setup.open();
    RulesDialog *page = setup.page();
    const QStringList before = titles(page);
    const QString name = page->current();
    QTest::mouseClick(tests::button(page, u"Down"_s), Qt::LeftButton);
    QCOMPARE(titles(page), (QStringList{before[1], before[0]} + before.mid(2)));
    QCOMPARE(page->current(), name);
    QTest::mouseClick(tests::button(page, u"Duplicate…"_s), Qt::LeftButton);
    auto *editor = tests::shown<RuleDialog>();
    QVERIFY(editor);
    QTest::mouseClick(tests::button(editor, u"Add rule"_s), Qt::LeftButton);
    QTRY_VERIFY(!tests::shown<RuleDialog>());
    QCOMPARE(titles(page).size(), before.size() + 1);
    QVERIFY(page->current() != name);
    QTest::mouseClick(tests::button(page, u"Remove…"_s), Qt::LeftButton);
    auto *ask = tests::shown<AskDialog>();
    QVERIFY(ask);
    QTest::keyClick(ask, Qt::Key_Return); // harmless
    QTRY_VERIFY(!tests::shown<AskDialog>());
    QCOMPARE(titles(page).size(), before.size() + 1);
    QTest::mouseClick(tests::button(page, u"Remove…"_s), Qt::LeftButton);
    QTest::mouseClick(tests::button(tests::shown<AskDialog>(), u"Remove rule"_s), Qt::LeftButton);
    QCOMPARE(titles(page).size(), before.size());
    QCOMPARE(setup.kept().size(), static_cast<size_t>(before.size()));
}

void WindowRulesTest::importAndExport()
{
    Setup setup;
    setup.open();
    RulesDialog *page = setup.page();
    const QString path = setup.bench.folder.filePath(u"exported.json"_s);
    const Rule first = setup.kept().front();
    QTest::mouseClick(tests::button(page, u"Export…"_s), Qt::LeftButton);
    choose(path);
    QVERIFY(QFile::exists(path));
    QTest::mouseClick(tests::button(page, u"Import…"_s), Qt::LeftButton);
    choose(path);
    const Rule last = setup.kept().back();
    QCOMPARE(last.name, first.name + u"-2"_s); // beside the one that is there
    QCOMPARE(last.filter, first.filter);
    QVERIFY(!last.enabled && !last.shipped);
    const size_t before = setup.kept().size();
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no rules at all");
    file.close();
    QTest::mouseClick(tests::button(page, u"Import…"_s), Qt::LeftButton);
    choose(path);
    QCOMPARE(setup.kept().size(), before);
    QVERIFY(page->findChild<MessagePanel *>(u"outcome"_s)->isVisible());
}

void WindowRulesTest::rehearsedThenArmed()
{
    Setup setup;
    RuleStore store(setup.file);
    QVERIFY(store.load());
    QVERIFY(store.add({.name = u"all"_s, .filter = u"messenger = \"optical\""_s, .actions = {{.kind = u"notify"_s}}}));
    setup.night.arrive(7);
    setup.night.settle();
    setup.open();
    RulesDialog *page = setup.page();
    page->select(u"all"_s);
    QTest::mouseClick(tests::button(page, u"Arm…"_s), Qt::LeftButton);
    auto *rehearsal = tests::shown<RehearsalDialog>();
    QVERIFY(rehearsal);
    QPushButton *arm = tests::button(rehearsal, u"Arm now"_s);
    QTRY_VERIFY_WITH_TIMEOUT(arm->isEnabled(), 20'000);
    const auto *nights = tests::named<QTreeWidget>(rehearsal, u"Hits per night"_s);
    QCOMPARE(nights->topLevelItem(nights->topLevelItemCount() - 1)->text(1), u"7"_s);
    QVERIFY(!setup.kept().back().enabled);
    QTest::mouseClick(arm, Qt::LeftButton);
    QVERIFY(setup.kept().back().enabled);
    QVERIFY(setup.kept().back().rehearsed.isValid());
    QCOMPARE(setup.status(), u"1 rule(s) armed"_s);
}

// What was rehearsed while it was written need not be rehearsed again once it is saved.
void WindowRulesTest::rehearsedInTheEditor()
{
    Setup setup;
    setup.night.arrive(3);
    setup.night.settle();
    setup.open();
    setup.window->findChild<FilterRow *>()->setText(u"messenger = \"optical\""_s);
    setup.window->actions().ruleOfFilter->trigger();
    auto *editor = tests::shown<RuleDialog>();
    tests::named<QLineEdit>(editor, u"Name"_s)->setText(u"Optical"_s);
    QTest::mouseClick(tests::button(editor, u"Rehearse…"_s), Qt::LeftButton);
    auto *rehearsal = tests::shown<RehearsalDialog>();
    QVERIFY(rehearsal);
    QTRY_VERIFY_WITH_TIMEOUT(tests::named<QTreeWidget>(rehearsal, u"The last ten"_s)->topLevelItemCount() == 3, 20'000);
    QTest::mouseClick(tests::button(rehearsal, u"Close"_s), Qt::LeftButton);
    QTest::mouseClick(tests::button(editor, u"Add rule"_s), Qt::LeftButton);
    QVERIFY(setup.kept().back().rehearsed.isValid());
    const auto *page = tests::shown<RulesDialog>();
    QVERIFY(page);
    QTest::mouseClick(tests::button(page, u"Arm"_s), Qt::LeftButton); // no dots: at once
    QVERIFY(setup.kept().back().enabled);
}

void WindowRulesTest::restrictedRowsAsk()
{
    Setup setup;
    rules::Action hook{.kind = u"webhook"_s};
    hook.values.set(u"url"_s, u"https://chat.example.org/hooks/{secret}"_s);
    RuleStore store(setup.file);
    QVERIFY(store.load());
    QVERIFY(store.add({.name = u"members"_s, .filter = u"mag < 12"_s, .actions = {hook}}));
    QVERIFY(store.setEnabled(u"members"_s, true, true));
    rules::RuleLedger ledger(setup.journal);
    QVERIFY(ledger.keep({.judged = 1, .lanes = {}, .events = {},
                         .runs = {{.rule = u"members"_s, .kind = u"webhook"_s, .place = 0, .row = 1, .state = rules::RuleRun::State::Held, .made = UtcTime::now()}}}));
    setup.open();
    const MessagePanel *banner = setup.window->findChild<WindowRules *>()->banner();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(banner->title().contains(u"chat.example.org"_s));
    QCOMPARE(setup.status(), u"a rule asks"_s);
    QTest::mouseClick(tests::button(banner, u"Allow"_s), Qt::LeftButton);
    QTRY_VERIFY(!banner->isVisible());
    journal::Consents consents(setup.journal);
    QCOMPARE(consents.missing(rules::destinationsOf(hook)).value(), QStringList());
    QTRY_COMPARE(setup.status(), u"1 rule(s) armed"_s);
}

void WindowRulesTest::whatWentWrongIsSaid()
{
    Setup setup;
    RuleStore store(setup.file);
    QVERIFY(store.load());
    const QString first = store.rules().front().name;
    QVERIFY(store.setEnabled(first, true, true));
    setup.open();
    QTRY_COMPARE(setup.status(), u"1 rule(s) armed"_s);
    rules::RuleLedger ledger(setup.journal);
    QVERIFY(ledger.keep({.judged = 1, .lanes = {}, .events = {}, .runs = {{.rule = first, .kind = u"alarm"_s, .row = 1, .state = rules::RuleRun::State::Done, .made = UtcTime::now(), .finished = UtcTime::now()}}}));
    QTRY_VERIFY(setup.window->findChild<WindowRules *>());
    const RulesDialog *page = setup.page();
    QTRY_VERIFY(page->findChild<QTreeWidget *>()->topLevelItem(0)->text(3) != u"never"_s); // the window knows of that one
    QVERIFY(ledger.keep({.judged = 2, .lanes = {}, .events = {},
                         .runs = {{.rule = first, .kind = u"mail"_s, .place = 2, .row = 2, .state = rules::RuleRun::State::Failed, .made = UtcTime::now(), .finished = UtcTime::now(), .result = u"no mailer"_s}}}));
    QTRY_COMPARE(setup.status(), u"a rule went wrong"_s);
    QTRY_VERIFY(setup.window->status().said().contains(u"no mailer"_s));
}

void WindowRulesTest::silenceNeverLooksArmed()
{
    Setup setup;
    RuleStore store(setup.file);
    QVERIFY(store.load());
    QVERIFY(store.setEnabled(store.rules().front().name, true, true));
    setup.open();
    QCOMPARE(setup.status(), u"1 rule(s) armed"_s);
    const auto *rules = setup.window->status().findChild<QToolButton *>(u"Rules"_s);
    const auto *silence = setup.window->status().findChild<QToolButton *>(u"Alarms silenced"_s);
    const auto shape = [rules] { return rules->icon().pixmap(rules->iconSize()).toImage(); };
    const QImage armed = shape();
    setup.alarms.silenceUntil(UtcTime::fromUs(UtcTime::now().us + 3'600'000'000));
    QTRY_VERIFY(silence->isVisible()); // says it in words, once
    QVERIFY(shape() != armed);
    setup.alarms.silenceUntil({});
    QTRY_VERIFY(!silence->isVisible());
    QVERIFY(shape() == armed);
}

QTEST_MAIN(WindowRulesTest)
#include "tst_windowrules.moc"
