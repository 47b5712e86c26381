// SPDX-License-Identifier: GPL-3.0-or-later
// Targets of many rows, and the list of all of them.
#include "support/accessiblewalk.h"
#include "support/canneddesk.h"
#include "support/looks.h"
#include "support/widgets.h"
#include "ui/dialogs/askdialog.h"
#include "ui/dialogs/targetsbulkdialog.h"
#include "ui/dialogs/targetsdialog.h"
#include "ui/mainwindowprofile.h"
#include "ui/restrictedrows.h"
#include "ui/widgets/messagepanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::button;
using tests::CannedDesk;

namespace {

tom::Draft draftOf(int row)
{
    tom::Draft draft;
    draft.row = row;
    draft.name = u"ZTF26aaa%1"_s.arg(row);
    draft.ra = 10.0 + row;
    draft.dec = -5.0 - row;
    return draft;
}

// Five plain rows (1 to 5), a doubtful one (6), one that is there (7), a minor planet (8).
struct Night {
    QTemporaryDir folder;
    MainWindowProfile profile{folder.path()};
    RestrictedRows restricted{profile, nullptr};
    CannedDesk desk;
    std::vector<TargetBulk::Row> rows;

    Night()
    {
        for (int row = 1; row <= 8; ++row) {
            desk.drafts[row] = draftOf(row);
            rows.push_back({row, u"row %1"_s.arg(row)});
        }
        desk.drafts[6].doubt = u"The position was not measured."_s;
        desk.drafts[8].refusal = u"It is the minor planet 2026 AB12."_s;
        desk.find = [](const tom::Draft &draft) -> Result<tom::Lookup> {
            tom::Lookup found{.names = 1, .milliseconds = 20};
            if (draft.row == 7)
                found.found = {tom::Target{.id = 99, .name = u"SN 2026abc"_s, .distanceArcsec = 0.4}};
            return found;
        };
    }
};

struct Bulk : Night {
    std::unique_ptr<TargetsBulkDialog> dialog;

    void open()
    {
        dialog = std::make_unique<TargetsBulkDialog>(desk, restricted, rows, QString(), nullptr);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
        rest();
    }
    void rest() const
    {
        const auto *bulk = dialog->findChild<TargetBulk *>();
        QTRY_VERIFY(!bulk->isRunning());
    }
    [[nodiscard]] QPushButton *create() const
    {
        for (QPushButton *each : dialog->findChildren<QPushButton *>()) {
            if (Theme::isPrimary(each))
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] QString stateOf(int row) const { return dialog->findChild<QTreeWidget *>()->topLevelItem(row - 1)->text(2); }
    [[nodiscard]] QString whyOf(int row) const { return dialog->findChild<QTreeWidget *>()->topLevelItem(row - 1)->text(3); }
    [[nodiscard]] std::vector<int64_t> sentRows() const
    {
        std::vector<int64_t> sent;
        for (const CannedDesk::Made &each : desk.made)
            sent.push_back(each.draft.row);
        std::ranges::sort(sent);
        return sent;
    }
};

tom::TargetRecord recordOf(int row, tom::State state, const QString &why = {})
{
    tom::TargetRecord record;
    record.draft = draftOf(row);
    record.state = state;
    record.why = why;
    record.made = UtcTime::now();
    if (state != tom::State::Local)
        record.account = u"tom-lasilla"_s;
    if (state == tom::State::Queued)
        record.nextTry = UtcTime::fromUs(UtcTime::now().us + 42'500'000);
    if (state == tom::State::Created)
        record.target = tom::Target{.id = 400 + row, .name = record.draft.name, .url = QUrl(u"https://tom.example.org/targets/%1/"_s.arg(400 + row))};
    return record;
}

struct List {
    CannedDesk desk;
    std::unique_ptr<TargetsDialog> dialog;

    void open()
    {
        desk.put(recordOf(1, tom::State::Local));
        desk.put(recordOf(2, tom::State::Queued, u"tom.example.org: no TCP connection for 10 s"_s));
        desk.put(recordOf(3, tom::State::Created));
        desk.put(recordOf(4, tom::State::Refused, u"name: target with this Name already exists."_s));
        dialog = std::make_unique<TargetsDialog>(desk, QString(), nullptr);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
        QTRY_COMPARE(tree()->topLevelItemCount(), 4);
    }
    [[nodiscard]] QTreeWidget *tree() const { return dialog->findChild<QTreeWidget *>(); }
    void select(const QString &name) const
    {
        tree()->clearSelection();
        for (QTreeWidgetItem *item : tree()->findItems(name, Qt::MatchExactly))
            item->setSelected(true);
    }
};

} // namespace

class TargetDialogs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(); }

    void plainRowsAreCreatedAndTheOthersDecidedTogether()
    {
        Bulk bulk;
        bulk.open();
        QCOMPARE(bulk.stateOf(1), u"New"_s);
        QCOMPARE(bulk.stateOf(6), u"Doubtful place"_s);
        QCOMPARE(bulk.stateOf(7), u"There, no. 99"_s);
        QVERIFY(bulk.whyOf(7).contains(u"SN 2026abc"_s) && bulk.whyOf(7).contains(u"0.40″"_s));
        QCOMPARE(bulk.stateOf(8), u"Never sent"_s);
        QVERIFY(bulk.desk.made.empty()); // nothing is sent before somebody says so
        QCOMPARE(bulk.create()->text(), u"Create 6 target(s)"_s); // the one that is there is linked
        auto *doubtful = bulk.dialog->findChild<QCheckBox *>();
        doubtful->setChecked(true);
        QCOMPARE(bulk.create()->text(), u"Create 7 target(s)"_s);
        doubtful->setChecked(false);
        bulk.create()->click();
        bulk.rest();
        QCOMPARE(bulk.sentRows(), (std::vector<int64_t>{1, 2, 3, 4, 5, 7}));
        QCOMPARE(bulk.desk.made.back().how, u"existing"_s);
        QCOMPARE(bulk.stateOf(7), u"Target 99"_s);
        QCOMPARE(bulk.stateOf(6), u"Left out"_s);
        QVERIFY(!bulk.create()->isEnabled());
    }

    void duplicatesAreDecidedForAll_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<QString>("how");
        QTest::newRow("use") << 0 << u"existing"_s;
        QTest::newRow("leave") << 1 << QString();
        QTest::newRow("anyway") << 2 << u"create"_s;
    }

    void duplicatesAreDecidedForAll()
    {
        QFETCH(int, choice);
        QFETCH(QString, how);
        Bulk bulk;
        bulk.open();
        tests::named<QComboBox>(bulk.dialog.get(), u"Duplicates"_s)->setCurrentIndex(choice);
        bulk.create()->click();
        bulk.rest();
        const auto of7 = std::ranges::find(bulk.desk.made, 7, [](const CannedDesk::Made &each) { return each.draft.row; });
        QCOMPARE(of7 == bulk.desk.made.end(), how.isEmpty());
        if (!how.isEmpty()) {
            QCOMPARE(of7->how, how);
            QCOMPARE(of7->anyway, how == u"create"_s);
        }
    }

    void whatFailsIsTriedAlone()
    {
        Bulk bulk;
        bool broken = true;
        bulk.desk.becomes = [&broken](const tom::Draft &draft) { return broken && (draft.row == 2 || draft.row == 4) ? tom::State::Refused : tom::State::Created; };
        bulk.desk.complains = [](const tom::Draft &) { return QMap<QString, QString>{{u"redshift"_s, u"A valid number is required."_s}}; };
        bulk.open();
        bulk.create()->click();
        bulk.rest();
        QCOMPARE(bulk.stateOf(2), u"Not created"_s);
        QVERIFY(bulk.whyOf(2).contains(u"redshift: A valid number is required."_s));
        QCOMPARE(bulk.stateOf(3).section(u' ', 0, 0), u"Target"_s);
        QPushButton *again = button(bulk.dialog.get(), u"Try 2 again"_s);
        QVERIFY(again && again->isVisible());
        broken = false;
        bulk.desk.made.clear();
        again->click();
        bulk.rest();
        QCOMPARE(bulk.sentRows(), (std::vector<int64_t>{2, 4})); // and only those
        QCOMPARE(bulk.stateOf(2).section(u' ', 0, 0), u"Target"_s);
        QVERIFY(!again->isVisible());
    }

    void tomThatIsAwayFillsTheOutbox()
    {
        Bulk bulk;
        bulk.desk.find = [](const tom::Draft &) { return Error{.kind = ErrorKind::NoConnection, .message = u"no TCP connection"_s, .retriable = true}; };
        bulk.open();
        QCOMPARE(bulk.stateOf(1), u"For the outbox"_s);
        bulk.create()->click();
        bulk.rest();
        QCOMPARE(bulk.desk.waiting(), 6); // without the doubtful one and the minor planet
        QCOMPARE(bulk.stateOf(1), u"Outbox"_s);
        QVERIFY(bulk.desk.made.front().delay > std::chrono::seconds(5)); // can be taken back
    }

    void restrictedRowsAskOnce()
    {
        Bulk bulk;
        for (const int row : {1, 2})
            bulk.desk.drafts[row].restricted = true;
        bulk.open();
        QCOMPARE(bulk.stateOf(1), u"Restricted"_s);
        QVERIFY(!bulk.desk.looked.contains(u"ZTF26aaa1"_s));
        QVERIFY(bulk.desk.looked.contains(u"ZTF26aaa3"_s));
        tests::clickButton(*bulk.dialog, u"Send them there"_s);
        QTRY_COMPARE(bulk.stateOf(1), u"New"_s);
        bulk.rest();
        QVERIFY(bulk.restricted.mayGoTo(RestrictedRows::tom(u"tom-lasilla"_s)));
        QCOMPARE(bulk.desk.allowed, QStringList({u"tom-lasilla"_s}));
    }

    void anotherTomIsLookedInAnew()
    {
        Bulk bulk;
        bulk.desk.accounts.push_back({u"other"_s, u"other.example.org"_s});
        bulk.open();
        const qsizetype before = bulk.desk.looked.size();
        auto *tom = tests::named<QComboBox>(bulk.dialog.get(), u"TOM"_s);
        tom->setCurrentIndex(1);
        bulk.rest();
        QCOMPARE(bulk.desk.looked.size(), before + 7);
        QCOMPARE(bulk.desk.drafted, 8); // the alerts are read once
        tom->setCurrentIndex(2); // the local list
        bulk.rest();
        QCOMPARE(bulk.create()->text(), u"Keep 6 in the local list"_s);
        bulk.create()->click();
        bulk.rest();
        QCOMPARE(bulk.desk.made.front().account, QString());
        QCOMPARE(bulk.stateOf(7), u"Local list"_s);
    }

    void stopStartsNothingMore()
    {
        Bulk bulk;
        bulk.open();
        bulk.desk.settlesLater = true;
        bulk.create()->click();
        QCOMPARE(bulk.desk.made.size(), static_cast<size_t>(TargetBulk::kAtOnce));
        tests::clickButton(*bulk.dialog, u"Stop"_s);
        bulk.rest();
        QVERIFY(bulk.dialog->isVisible());
        QCOMPARE(bulk.desk.made.size(), static_cast<size_t>(TargetBulk::kAtOnce)); // and they arrived
        QCOMPARE(bulk.stateOf(1).section(u' ', 0, 0), u"Target"_s);
        QCOMPARE(bulk.stateOf(5), u"New"_s);
        QVERIFY(bulk.create()->isEnabled());
    }

    void listSaysWhatBecameOfAll()
    {
        List list;
        list.open();
        QTreeWidgetItem *queued = list.tree()->findItems(u"ZTF26aaa2"_s, Qt::MatchExactly).value(0);
        QCOMPARE(queued->text(3), u"Outbox"_s);
        QVERIFY2(queued->text(5).contains(u"no TCP connection"_s, Qt::CaseInsensitive) && queued->text(5).contains(u"Next try in 4"_s), qPrintable(queued->text(5)));
        QCOMPARE(list.tree()->findItems(u"ZTF26aaa3"_s, Qt::MatchExactly).value(0)->text(3), u"Target 403"_s);
        QVERIFY(tests::namelessControls(*list.dialog).isEmpty());
        list.dialog->showOutbox();
        QTRY_VERIFY(queued->isSelected());
        tests::clickButton(*list.dialog, u"Try now"_s);
        QCOMPARE(list.desk.retried, std::vector<int64_t>{2});
        list.tree()->clearSelection();
        tests::clickButton(*list.dialog, u"Try now"_s);
        QCOMPARE(list.desk.retried, (std::vector<int64_t>{2, 0}));
        QSignalSpy pages(list.dialog.get(), &TargetsDialog::pageWanted);
        list.select(u"ZTF26aaa3"_s);
        tests::clickButton(*list.dialog, u"Open page"_s);
        QCOMPARE(pages.at(0).at(0).toUrl(), QUrl(u"https://tom.example.org/targets/403/"_s));
    }

    void removalAsksWhereSomethingIsDeleted()
    {
        List list;
        list.open();
        list.select(u"ZTF26aaa2"_s);
        tests::clickButton(*list.dialog, u"Remove…"_s);
        QCOMPARE(list.desk.removed, std::vector<int64_t>{2}); // it was not sent yet
        QTRY_COMPARE(list.tree()->topLevelItemCount(), 3);
        list.select(u"ZTF26aaa3"_s);
        tests::clickButton(*list.dialog, u"Remove…"_s);
        auto *ask = list.dialog->findChild<AskDialog *>();
        QVERIFY(ask && ask->isVisible());
        QVERIFY(ask->accessibleDescription().contains(u"tom.example.org"_s));
        QCOMPARE(list.desk.removed.size(), 1);
        tests::clickButton(*ask, u"Remove"_s);
        QCOMPARE(list.desk.removed, (std::vector<int64_t>{2, 3}));
    }

    void localOnesAreSentLater()
    {
        List list;
        list.open();
        QSignalSpy wanted(list.dialog.get(), &TargetsDialog::sendWanted);
        QPushButton *send = button(list.dialog.get(), u"Send to a TOM"_s);
        list.select(u"ZTF26aaa3"_s);
        QVERIFY(!send->isEnabled());
        list.select(u"ZTF26aaa1"_s);
        QVERIFY(send->isEnabled());
        Q_EMIT send->menu()->aboutToShow();
        QCOMPARE(send->menu()->actions().size(), 1);
        send->menu()->actions().at(0)->trigger();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(1).toString(), u"tom-lasilla"_s);
    }

    void listIsExported()
    {
        List list;
        list.open();
        QTemporaryDir folder;
        tests::clickButton(*list.dialog, u"Export…"_s);
        auto *files = list.dialog->findChild<QFileDialog *>();
        QVERIFY(files);
        Q_EMIT files->fileSelected(folder.filePath(u"night.csv"_s));
        QCOMPARE(list.desk.exported, folder.filePath(u"night.csv"_s));
        QTRY_VERIFY(list.dialog->findChild<MessagePanel *>()->isVisible());
        QVERIFY(list.dialog->findChild<MessagePanel *>()->title().contains(u"4 target(s)"_s));
    }

    void looks_data()
    {
        QTest::addColumn<int>("mode");
        for (int i = 0; i < tests::kModeCount; ++i)
            QTest::newRow(tests::kModes[i].name) << i;
    }

    void looks()
    {
        QFETCH(int, mode);
        const tests::Mode &as = tests::kModes[mode];
        Theme::setScheme(as.scheme);
        Theme::setTextScale(as.scale);
        tests::Wordy wordy;
        if (as.wordy)
            QCoreApplication::installTranslator(&wordy);
        {
            Bulk bulk;
            bulk.desk.drafts[2].restricted = true;
            bulk.open();
            tests::look(*bulk.dialog, as, u"targets-bulk"_s);
            if (QTest::currentTestFailed())
                return;
            bulk.desk.becomes = [](const tom::Draft &draft) { return draft.row == 4 ? tom::State::Refused : tom::State::Created; };
            bulk.create()->click();
            bulk.rest();
            tests::look(*bulk.dialog, as, u"targets-bulk-done"_s);
            if (QTest::currentTestFailed())
                return;
        }
        {
            List list;
            list.open();
            list.select(u"ZTF26aaa2"_s);
            tests::look(*list.dialog, as, u"targets-list"_s);
        }
        Theme::setTextScale(1);
        Theme::setScheme(Scheme::Light);
    }
};

QTEST_MAIN(TargetDialogs)
#include "tst_targetdialogs.moc"
