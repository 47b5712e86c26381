// SPDX-License-Identifier: GPL-3.0-or-later
// The alert pane beside the revision before: what changed, marked and in words; the way from revision to revision; copying
// out of the tree, however large the packet is.
#include "support/accessiblewalk.h"
#include "support/night.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alertcard.h"
#include "ui/widgets/changesbox.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fieldtreeview.h"
#include "ui/widgets/revisionbutton.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;

namespace {

const std::string kFirst = R"({"superevent_id":"S1","alert_type":"PRELIMINARY","id":3201458120115015003,"event":{"far":7.8e-12,"group":"CBC",)"
                           R"("classification":{"BNS":0.4,"NSBH":0.1}},"gone":1})";
const std::string kSecond = R"({"superevent_id":"S1","alert_type":"UPDATE","id":3201458120115015003,"event":{"far":2.6e-13,"group":"CBC",)"
                            R"("classification":{"BNS":0.97,"NSBH":0.1}},"fresh":[1,2]})";

// Two revisions of one event, a third row of another.
struct Pane {
    tests::Night night;
    DetailPane pane;
    FieldTreeView *tree = nullptr;

    explicit Pane(const std::string &first = kFirst, const std::string &second = kSecond) : pane((fill(night, first, second), *night.store))
    {
        tree = pane.findChild<FieldTreeView *>();
        new QAbstractItemModelTester(tree->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, &pane);
        pane.resize(376, 900);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
    }

    static void fill(tests::Night &night, const std::string &first, const std::string &second)
    {
        const auto stage = [](const char *type, double bns, const char *issued) {
            return [=](Alert &alert) {
                alert.id = alert.name = alert.event = "S1";
                alert.message = "notice";
                alert.mission = "LVK";
                alert.format = "gw-alert";
                alert.alertType = type;
                alert.pBns = bns;
                alert.issued = UtcTime::fromIso(issued);
            };
        };
        night.arrive(1, stage("preliminary", 0.4, "2026-09-14T02:41:00Z"), first);
        night.arrive(1, stage("update", 0.97, "2026-09-14T03:02:00Z"), second);
        night.arrive(1);
        night.settle();
    }

    // Both the packet and what changed are there.
    void showSecond()
    {
        QSignalSpy compared(&pane, &DetailPane::changesShown);
        pane.showRow(2);
        QTRY_COMPARE(compared.count(), 1);
    }

    [[nodiscard]] QModelIndex line(const QString &path, int column = 0) const
    {
        const FieldNodes *nodes = tree->fields().nodes();
        for (int i = 0; nodes && i < nodes->size(); ++i) {
            if (QString::fromStdString(filter::pathText(nodes->pathOf(i))) == path)
                return tree->fields().indexOf(i, column);
        }
        return {};
    }
    [[nodiscard]] QString valueAt(const QString &path, int role = Qt::DisplayRole) const { return line(path, 1).data(role).toString(); }
    [[nodiscard]] FieldNode::Mark markAt(const QString &path) const
    {
        return static_cast<FieldNode::Mark>(line(path).data(FieldTreeModel::MarkRole).toInt());
    }
    [[nodiscard]] QStringList visibleLabels() const
    {
        QStringList texts;
        for (const QLabel *label : pane.findChildren<QLabel *>()) {
            if (label->isVisible() && !label->text().isEmpty())
                texts << label->text().replace(QChar(0x00a0), u' ');
        }
        return texts;
    }
};

using Mark = FieldNode::Mark;

} // namespace

class PaneChangesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(); }
    void cardDoesNotWait();
    void changesAreSaid();
    void changesAreMarked();
    void onlyChanges();
    void nextChange();
    void revisionsCanBeWalked();
    void firstRevisionHasNoChanges();
    void treeIsCopied();
    void valueBecomesColumnAndCondition();
    void placeIsKept();
    void longTextIsCutAndCopiedWhole();
    void longListsComeInStretches();
    void searchFindsAndOpens();
    void copyButtonStandsInItsEdge();
    void narrowPaneHasRoom();
    void everythingHasAName();
};

void PaneChangesTest::cardDoesNotWait()
{
    Pane setup;
    auto known = std::make_shared<Alert>();
    known->row = 2;
    known->name = "S1";
    setup.pane.showRow(2, known);
    // Nothing has been read yet.
    QVERIFY(setup.visibleLabels().contains(u"S1"_s));
    QVERIFY(!setup.tree->fields().nodes());
    QTRY_VERIFY(setup.tree->fields().nodes());
}

void PaneChangesTest::changesAreSaid()
{
    Pane setup;
    setup.showSecond();
    const auto *box = setup.pane.findChild<ChangesBox *>();
    QVERIFY(box->isVisible());
    QCOMPARE(box->accessibleName(), u"Changed since Preliminary, 02:41"_s);
    QCOMPARE(box->accessibleDescription(), u"p(BNS) 0.40 → 0.97"_s);
    QVERIFY2(setup.visibleLabels().contains(u"5 of 8 changed"_s), qPrintable(setup.visibleLabels().join(u'|')));
    setup.pane.showRow(3); // nothing before it
    QTRY_VERIFY(!box->isVisible());
}

void PaneChangesTest::changesAreMarked()
{
    Pane setup;
    setup.showSecond();
    QCOMPARE(setup.markAt(u"fields.superevent_id"_s), Mark::None);
    QCOMPARE(setup.markAt(u"fields.event"_s), Mark::Inside);
    QCOMPARE(setup.markAt(u"fields.event.far"_s), Mark::Changed);
    QCOMPARE(setup.markAt(u"fields.event.classification.NSBH"_s), Mark::None);
    QCOMPARE(setup.markAt(u"fields.fresh"_s), Mark::Added);
    QCOMPARE(setup.markAt(u"fields.gone"_s), Mark::Removed);
    QCOMPARE(setup.valueAt(u"fields.gone"_s), u"removed, was 1"_s);
    QCOMPARE(setup.valueAt(u"fields.fresh"_s), u"[1,2] · added"_s);
    QCOMPARE(setup.valueAt(u"fields.event.far"_s), u"2.6e-13"_s);
    QCOMPARE(setup.valueAt(u"fields.event.far"_s, Qt::AccessibleTextRole), u"2.6e-13, before 7.8e-12"_s);
    QVERIFY(setup.valueAt(u"fields.event.far"_s, Qt::ToolTipRole).contains(u"Before: 7.8e-12"_s));
    // The mark is drawn at the right edge.
    const QRect row = setup.tree->visualRect(setup.line(u"fields.event.far"_s, 1));
    const QImage picture = setup.tree->viewport()->grab().toImage();
    const auto marked = [&](int y) { return picture.pixelColor(picture.width() - 3, y) == Theme::palette().changed; };
    QVERIFY(marked(row.center().y()));
    QVERIFY(!marked(setup.tree->visualRect(setup.line(u"fields.superevent_id"_s, 1)).center().y()));
}

void PaneChangesTest::onlyChanges()
{
    Pane setup;
    setup.showSecond();
    setup.pane.toggleChanges();
    QTRY_VERIFY(!setup.line(u"fields.superevent_id"_s).isValid());
    QCOMPARE(setup.valueAt(u"fields.event.far"_s), u"7.8e-12 → 2.6e-13"_s);
    QVERIFY(!setup.line(u"fields.event.classification.NSBH"_s).isValid());
    QVERIFY(setup.tree->isExpanded(setup.line(u"fields.event.classification"_s))); // in view
    setup.pane.toggleChanges();
    QTRY_VERIFY(setup.line(u"fields.superevent_id"_s).isValid());
    // From another page it goes there first.
    setup.pane.findChild<QTabWidget *>()->setCurrentIndex(1);
    setup.pane.toggleChanges();
    QCOMPARE(setup.pane.findChild<QTabWidget *>()->currentIndex(), 0);
    QTRY_VERIFY(!setup.line(u"fields.superevent_id"_s).isValid());
}

void PaneChangesTest::nextChange()
{
    Pane setup;
    setup.showSecond();
    const auto here = [&] { return setup.tree->currentIndex().data(FieldTreeModel::PathRole).toString(); };
    QStringList seen;
    for (int i = 0; i < 6; ++i) {
        setup.pane.goToChange(1);
        seen << here();
    }
    QCOMPARE(seen, (QStringList{u"fields.alert_type"_s, u"fields.event.far"_s, u"fields.event.classification.BNS"_s, u"fields.fresh"_s, u"fields.gone"_s,
                                u"fields.alert_type"_s}));
    setup.pane.goToChange(-1);
    QCOMPARE(here(), u"fields.gone"_s);
    setup.pane.goToChange(-1);
    QCOMPARE(here(), u"fields.fresh"_s);
}

void PaneChangesTest::revisionsCanBeWalked()
{
    Pane setup;
    setup.showSecond();
    auto *button = setup.pane.findChild<RevisionButton *>();
    QVERIFY(button->isVisible());
    QVERIFY(button->text().startsWith(u'2'));
    const QSignalSpy wanted(&setup.pane, &DetailPane::rowWanted);
    setup.pane.goToRevision(1); // there is none
    QCOMPARE(wanted.count(), 0);
    setup.pane.goToRevision(-1);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.at(0).at(0).toLongLong(), 1);
    Q_EMIT button->menu()->aboutToShow();
    QStringList listed;
    for (const QAction *action : button->menu()->actions()) {
        if (action->isCheckable())
            listed << (action->isChecked() ? u"*"_s : QString()) + action->text();
    }
    QCOMPARE(listed, (QStringList{u"Preliminary, 09-14 02:41"_s, u"*Update, 09-14 03:02"_s}));
    setup.pane.sayOutsideTable(true);
    QVERIFY(setup.visibleLabels().contains(u"This row is not in the table as it is filtered now."_s));
    setup.pane.showRow(3);
    QTRY_VERIFY(!button->isVisible());
    QVERIFY(!setup.visibleLabels().contains(u"This row is not in the table as it is filtered now."_s));
}

void PaneChangesTest::firstRevisionHasNoChanges()
{
    Pane setup;
    QSignalSpy compared(&setup.pane, &DetailPane::changesShown);
    setup.pane.showRow(1);
    QTRY_COMPARE(compared.count(), 1);
    QVERIFY(!setup.pane.findChild<ChangesBox *>()->isVisible());
    QVERIFY(setup.pane.findChild<RevisionButton *>()->isVisible());
    QCOMPARE(setup.markAt(u"fields.event.far"_s), Mark::None);
}

void PaneChangesTest::treeIsCopied()
{
    Pane setup;
    setup.showSecond();
    const auto copied = [&](const QString &path, int key, Qt::KeyboardModifiers with) {
        setup.tree->setCurrentIndex(setup.line(path));
        QTest::keyClick(setup.tree, static_cast<Qt::Key>(key), with);
        return QApplication::clipboard()->text();
    };
    QCOMPARE(copied(u"fields.id"_s, Qt::Key_C, Qt::ControlModifier), u"3201458120115015003"_s);
    QCOMPARE(copied(u"fields.superevent_id"_s, Qt::Key_C, Qt::ControlModifier), u"S1"_s);
    QCOMPARE(copied(u"fields.superevent_id"_s, Qt::Key_J, Qt::ControlModifier), u"\"S1\""_s);
    QCOMPARE(copied(u"fields.event.classification.BNS"_s, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier), u"fields.event.classification.BNS"_s);
    QCOMPARE(copied(u"fields.event.classification"_s, Qt::Key_J, Qt::ControlModifier), u"{\n  \"BNS\": 0.97,\n  \"NSBH\": 0.1\n}"_s);
}

void PaneChangesTest::valueBecomesColumnAndCondition()
{
    Pane setup;
    setup.showSecond();
    const QSignalSpy column(&setup.pane, &DetailPane::columnWanted);
    const QSignalSpy condition(&setup.pane, &DetailPane::conditionWanted);
    setup.tree->setCurrentIndex(setup.line(u"fields.event.group"_s));
    QTest::keyClick(setup.tree, Qt::Key_F);
    QCOMPARE(condition.at(0).at(0).toString(), u"fields.event.group = \"CBC\""_s);
    // The menu key speaks of the current line.
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, {1, 1}, setup.tree->mapToGlobal(QPoint(1, 1)));
    QApplication::sendEvent(setup.tree, &asked);
    const auto *menu = setup.tree->findChild<QMenu *>();
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->text() == u"As column"_s)
            action->trigger();
    }
    QCOMPARE(column.count(), 1);
    QCOMPARE(column.at(0).at(0).toString(), u"fields.event.group"_s);
}

void PaneChangesTest::placeIsKept()
{
    Pane setup;
    setup.showSecond();
    setup.tree->expand(setup.line(u"fields.event.classification"_s));
    setup.tree->setCurrentIndex(setup.line(u"fields.event.classification.BNS"_s));
    setup.pane.showRow(1); // the same fields
    QTRY_COMPARE(setup.valueAt(u"fields.event.classification.BNS"_s), u"0.4"_s);
    QVERIFY(setup.tree->isExpanded(setup.line(u"fields.event.classification"_s)));
    QCOMPARE(setup.tree->currentIndex(), setup.line(u"fields.event.classification.BNS"_s));
    // A search that is over leaves no trace.
    auto *find = setup.pane.findChild<QLineEdit *>();
    find->setText(u"superevent"_s);
    QTRY_VERIFY(!setup.line(u"fields.event"_s).isValid());
    find->clear();
    QTRY_VERIFY(setup.line(u"fields.event"_s).isValid());
    QVERIFY(setup.tree->isExpanded(setup.line(u"fields.event.classification"_s)));
}

void PaneChangesTest::longTextIsCutAndCopiedWhole()
{
    const std::string text(5'000'000, 'U');
    Pane setup(kFirst, R"({"id":"S1","map":")" + text + R"("})");
    setup.showSecond();
    QVERIFY(setup.valueAt(u"fields.map"_s).size() < 500);
    setup.tree->setCurrentIndex(setup.line(u"fields.map"_s));
    QApplication::clipboard()->clear();
    QTest::keyClick(setup.tree, Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::clipboard()->text().size(), 5'000'000);
    const QSignalSpy condition(&setup.pane, &DetailPane::conditionWanted);
    QTest::keyClick(setup.tree, Qt::Key_F);
    QCOMPARE(condition.count(), 0); // nobody wants that in a filter
}

void PaneChangesTest::longListsComeInStretches()
{
    std::string list = "{\"values\":[0";
    for (int i = 1; i < 200'000; ++i)
        list += ',' + std::to_string(i);
    Pane setup(kFirst, list + "]}");
    setup.showSecond();
    const QModelIndex values = setup.line(u"fields.values"_s);
    QCOMPARE(setup.tree->model()->rowCount(values), 200);
    const QModelIndex stretch = setup.tree->model()->index(7, 0, values);
    QCOMPARE(stretch.data().toString(), u"[7000 … 7999]"_s);
    QCOMPARE(setup.tree->model()->rowCount(stretch), 1'000);
    const QModelIndex one = setup.tree->model()->index(5, 1, stretch);
    QCOMPARE(one.data().toString(), u"7005"_s);
    QCOMPARE(one.data(FieldTreeModel::PathRole).toString(), u"fields.values[7005]"_s);
    const FieldNodes &nodes = *setup.tree->fields().nodes();
    QCOMPARE(setup.tree->fields().indexOf(nodes.find({{"values", -1}, {{}, 7005}}), 1), one);
}

void PaneChangesTest::searchFindsAndOpens()
{
    Pane setup;
    setup.showSecond();
    setup.pane.findChild<QLineEdit *>()->setText(u"NSBH"_s);
    QTRY_VERIFY(!setup.line(u"fields.superevent_id"_s).isValid());
    QVERIFY(setup.line(u"fields.event.classification.NSBH"_s).isValid());
    QVERIFY(!setup.line(u"fields.event.classification.BNS"_s).isValid());
    QVERIFY(setup.tree->isExpanded(setup.line(u"fields.event.classification"_s)));
    setup.pane.findChild<QLineEdit *>()->setText(u"classification"_s);
    QTRY_VERIFY(setup.line(u"fields.event.classification.BNS"_s).isValid()); // what belongs to it stays
}

void PaneChangesTest::copyButtonStandsInItsEdge()
{
    Pane setup;
    setup.showSecond();
    auto *card = setup.pane.findChild<AlertCard *>();
    QToolButton *copy = nullptr;
    for (auto *button : card->findChildren<QToolButton *>()) {
        if (button->accessibleName() == u"Copy value"_s)
            copy = button;
    }
    QVERIFY(copy && !copy->isVisible());
    const QSize before = card->sizeHint();
    for (auto *label : card->findChildren<ElidedLabel *>()) {
        if (!label->isVisible() || label->accessibleName() != u"Name"_s)
            continue;
        QEvent enter(QEvent::Enter);
        QApplication::sendEvent(label, &enter);
        QVERIFY(copy->isVisible());
        QVERIFY(!copy->geometry().intersects(label->geometry()));
    }
    QVERIFY(copy->isVisible());
    QCOMPARE(card->sizeHint(), before);
    copy->click();
    QCOMPARE(QApplication::clipboard()->text(), u"S1"_s);
}

void PaneChangesTest::narrowPaneHasRoom()
{
    Pane setup;
    setup.pane.resize(220, 900);
    setup.showSecond();
    const auto *card = setup.pane.findChild<AlertCard *>();
    QTRY_VERIFY2(card->width() <= setup.pane.width(), qPrintable(QString::number(card->width())));
    const auto *button = setup.pane.findChild<RevisionButton *>();
    QVERIFY(button->isVisible());
    QTRY_VERIFY(button->geometry().right() <= card->width());
    QVERIFY(button->y() > 30); // below the name
    setup.pane.resize(500, 900);
    QTRY_VERIFY(button->y() < 30); // beside it
}

void PaneChangesTest::everythingHasAName()
{
    Pane setup;
    setup.showSecond();
    QCOMPARE(tests::namelessControls(setup.pane).join(u' '), QString());
}

QTEST_MAIN(PaneChangesTest)
#include "tst_panechanges.moc"
