// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/namedialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/filterbox.h"
#include "ui/widgets/filtercompletion.h"
#include "ui/widgets/filtermessage.h"
#include "ui/widgets/filterrow.h"
#include "ui/widgets/savedfilters.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tocsin::ui;

namespace {

bool says(const QWidget &row, const QString &text)
{
    for (const QLabel *label : row.findChildren<QLabel *>()) {
        if (label->text() == text)
            return true;
    }
    return false;
}

} // namespace

class FilterRowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void enterAppliesAtOnce();
    void typingAppliesAfterARest();
    void escapeKeepsTheText();
    void wrongTextIsSaid();
    void rowsThatCouldNotBeReadAreSaid();
    void lastValidFilterStays();
    void plainWordsAreOneKeyAway();
    void runningSaysHowFar();
    void escapeStopsASearch();
    void completionIsOffered();
    void finishedValuesNeedNoHelp();
    void completionLeavesTheMessageReadable();
    void enterAppliesWhatIsComplete();
    void historyGoesUpAndDown();
    void helpIsAKeyAway();
    void filtersAreSaved();
    void countsSayWhatIsShown();
    void wordHasItsColour();
    void textScales();
};

// The word as dark as the glyph beside it: in a tool bar as well.
void FilterRowTest::wordHasItsColour()
{
    Theme::install();
    Theme::setScheme(Scheme::Light);
    QToolBar bar;
    auto *row = new FilterRow(&bar);
    bar.addWidget(row);
    bar.resize(800, 40);
    bar.show();
    QTest::keyClicks(row->box(), u"test"_s);
    QTest::keyClick(row->box(), Qt::Key_Return);
    for (QLabel *label : row->findChildren<QLabel *>()) {
        if (label->text() != u"Valid"_s)
            continue;
        const QImage picture = label->grab().toImage();
        bool green = false;
        bool dark = false;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                green = green || picture.pixelColor(x, y) == Theme::palette().good;
                dark = dark || picture.pixelColor(x, y) == Theme::palette().text;
            }
        }
        QVERIFY(green && !dark);
        return;
    }
    QFAIL("no chip");
}

void FilterRowTest::textScales()
{
    Theme::install();
    FilterRow row;
    row.show();
    const int glyph = row.findChild<QLabel *>()->pixmap().width();
    const QFont before = row.box()->font();
    Theme::setTextScale(2);
    QCOMPARE(row.box()->font().pointSizeF(), 2 * before.pointSizeF());
    QTRY_COMPARE(row.findChild<QLabel *>()->pixmap().width(), 2 * glyph);
    for (const double scale : {1.1, 1.7, 0.8, 1.0})
        Theme::setTextScale(scale);
    QCOMPARE(row.box()->font(), before);
}

void FilterRowTest::enterAppliesAtOnce()
{
    FilterRow row;
    row.show();
    QCOMPARE(row.box()->accessibleName(), u"Filter"_s);
    QVERIFY(says(row, u"No filter"_s));
    const QSignalSpy changed(&row, &FilterRow::filterChanged);
    const QSignalSpy left(&row, &FilterRow::left);
    QTest::keyClicks(row.box(), u"mag < 19"_s);
    QVERIFY(says(row, u"Not applied"_s));
    QTest::keyClick(row.box(), Qt::Key_Return);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(row.filter()->text(), "mag < 19");
    QCOMPARE(left.count(), 1);
    QVERIFY(says(row, u"Valid"_s));
    row.clear();
    QCOMPARE(changed.count(), 2); // without a rest
    QVERIFY(!row.filter());
    QVERIFY(says(row, u"No filter"_s));
}

void FilterRowTest::typingAppliesAfterARest()
{
    FilterRow row;
    row.show();
    QSignalSpy changed(&row, &FilterRow::filterChanged);
    QTest::keyClicks(row.box(), u"test "_s);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(row.state(), FilterRow::State::NotApplied);
    QVERIFY(changed.wait(2000));
    QVERIFY(row.filter());
    QCOMPARE(row.state(), FilterRow::State::Valid);
}

void FilterRowTest::escapeKeepsTheText()
{
    FilterRow row;
    row.show();
    const QSignalSpy left(&row, &FilterRow::left);
    QTest::keyClicks(row.box(), u"abc"_s);
    QTest::keyClick(row.box(), Qt::Key_Escape);
    QCOMPARE(left.count(), 1);
    QCOMPARE(row.text(), u"abc"_s);
}

void FilterRowTest::wrongTextIsSaid()
{
    Theme::install();
    Theme::setScheme(Scheme::Light);
    FilterRow row;
    row.resize(900, 40);
    row.show();
    row.setText(u"has(mag)"_s);
    const auto before = row.filter();
    const QSignalSpy left(&row, &FilterRow::left);
    const QSignalSpy changed(&row, &FilterRow::filterChanged);
    row.box()->clear();
    row.setText(u"test and arae90 < 500"_s);
    QTest::keyClick(row.box(), Qt::Key_Return);
    QVERIFY(says(row, u"Wrong"_s));
    QCOMPARE(left.count(), 0); // there is something to do here
    QCOMPARE(changed.count(), 1); // that it was cleared
    auto *message = row.findChild<FilterMessage *>();
    QVERIFY(message->isVisible());
    QVERIFY(message->text().contains(u"arae90"_s));
    QCOMPARE(message->accessibleName(), message->text());
    QVERIFY(row.box()->accessibleDescription().contains(u"arae90"_s));
    QVERIFY(says(*message, u"column 10"_s));
    // The mark lies below the word.
    row.resize(900, row.sizeHint().height());
    QCoreApplication::sendPostedEvents();
    const QImage picture = message->grab().toImage();
    const int from = row.box()->xOf(9);
    const int to = row.box()->xOf(15);
    QVERIFY(from < to && to < row.box()->width());
    QCOMPARE(picture.pixelColor(from + 1, 1), Theme::palette().bad);
    QCOMPARE(picture.pixelColor(to - 2, 1), Theme::palette().bad);
    QVERIFY(picture.pixelColor(from - 3, 1) != Theme::palette().bad);
    QVERIFY(picture.pixelColor(to + 3, 1) != Theme::palette().bad);
    // The correction can be reached and taken.
    auto *link = message->findChild<QPushButton *>();
    QVERIFY(link->isVisible());
    QVERIFY(link->focusPolicy() & Qt::TabFocus);
    QTest::keyClick(row.box(), Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(row.text(), u"test and area90 < 500"_s);
    QCOMPARE(row.state(), FilterRow::State::Valid);
    QVERIFY(!message->isVisible());
}

void FilterRowTest::rowsThatCouldNotBeReadAreSaid()
{
    FilterRow row;
    row.show();
    row.setText(u"fields.x = 1"_s);
    row.setUnread(3);
    auto *message = row.findChild<FilterMessage *>();
    QVERIFY(message->isVisible());
    QVERIFY2(message->text().contains(u"archive verify"_s) && message->text().startsWith(u'3'), qPrintable(message->text()));
    QCOMPARE(message->accessibleName(), message->text());
    QCOMPARE(row.state(), FilterRow::State::Valid);
    const int high = message->sizeHint().height();
    // What is wrong in the box comes first, and the note again when it is mended.
    row.setText(u"arae90 < 500"_s);
    QVERIFY(message->text().contains(u"arae90"_s));
    QVERIFY(says(*message, u"column 1"_s));
    QVERIFY(message->sizeHint().height() > high);
    row.setText(u"fields.x = 1"_s);
    QVERIFY(message->text().startsWith(u'3'));
    row.setUnread(0);
    QVERIFY(!message->isVisible());
}

void FilterRowTest::lastValidFilterStays()
{
    FilterRow row;
    row.show();
    row.setText(u"mag < 19"_s);
    const auto valid = row.filter();
    QSignalSpy changed(&row, &FilterRow::filterChanged);
    QTest::keyClicks(row.box(), u" and"_s);
    QTRY_COMPARE(row.state(), FilterRow::State::Wrong);
    QCOMPARE(row.filter(), valid);
    QCOMPARE(changed.count(), 0);
    QTest::keyClicks(row.box(), u" test"_s);
    QTRY_COMPARE(row.state(), FilterRow::State::Valid);
    QCOMPARE(changed.count(), 1);
}

void FilterRowTest::plainWordsAreOneKeyAway()
{
    FilterRow row;
    row.show();
    for (const auto &[typed, filter] : {std::pair{u"ZTF26abc"_s, "word(\"ZTF26abc\")"}, std::pair{u"GRB 260913A"_s, "word(\"GRB 260913A\")"},
                                        std::pair{u"34817"_s, "word(\"34817\")"}}) {
        row.clear();
        QTest::keyClicks(row.box(), typed);
        QTest::keyClick(row.box(), Qt::Key_Return, Qt::AltModifier); // not waiting for the rest
        QVERIFY2(row.filter(), filter);
        QCOMPARE(row.filter()->text(), filter);
    }
    row.setText(u"not test and ar"_s); // somebody writes a filter
    QTest::keyClick(row.box(), Qt::Key_Return, Qt::AltModifier);
    QVERIFY(!row.text().contains(u"word"_s));
}

void FilterRowTest::runningSaysHowFar()
{
    FilterRow row;
    row.setText(u"test"_s);
    row.setProgress(0.625);
    row.setCounts(1204, 1'034'211);
    QVERIFY(says(row, u"Running 62\u00a0%"_s));
    QVERIFY(says(row, QLocale().toString(1204) + u" so far"_s));
    row.setProgress(-1);
    QVERIFY(says(row, u"Valid"_s));
}

void FilterRowTest::escapeStopsASearch()
{
    FilterRow row;
    row.show();
    row.setText(u"mag < 19"_s);
    QSignalSpy stop(&row, &FilterRow::stopWanted);
    QSignalSpy left(&row, &FilterRow::left);
    row.setCounts(812, 1'034'211);
    row.setProgress(0.62);
    QTest::keyClick(row.box(), Qt::Key_Escape);
    QCOMPARE(stop.count(), 1);
    QCOMPARE(left.count(), 0);
    row.setProgress(-1); // what was found so far has come
    QCOMPARE(row.state(), FilterRow::State::Stopped);
    QVERIFY(says(row, u"Stopped"_s) && says(row, u"812 so far"_s));
    // Nothing runs any more: the key leaves the box; and another filter is another search.
    QTest::keyClick(row.box(), Qt::Key_Escape);
    QCOMPARE(stop.count(), 1);
    QCOMPARE(left.count(), 1);
    row.setText(u"mag < 20"_s);
    QCOMPARE(row.state(), FilterRow::State::Valid);
}

void FilterRowTest::completionIsOffered()
{
    Theme::install();
    FilterRow row;
    row.resize(900, 800);
    row.show();
    const QAbstractItemModelTester tester(row.completion()->list()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    tocsin::Alert alert;
    alert.classification = "SN Ia";
    const QSignalSpy wanted(&row, &FilterRow::samplesWanted);
    row.catalogue().add(alert);
    row.catalogue().add("my-json", nlohmann::json{{"depth", {{"drb", 0.5}}}});
    auto *list = row.completion()->list();
    QTest::keyClicks(row.box(), u"test and are"_s);
    QVERIFY(wanted.count() > 0);
    QVERIFY(row.completion()->isVisible());
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"area50"_s);
    QVERIFY(list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"deg"_s));
    QVERIFY(!list->currentIndex().isValid()); // nothing is taken by accident
    QTest::keyClick(row.box(), Qt::Key_Down);
    QTest::keyClick(row.box(), Qt::Key_Down);
    QTest::keyClick(row.box(), Qt::Key_Return);
    QCOMPARE(row.box()->text(), u"test and area90 "_s);
    QVERIFY(row.completion()->isVisible()); // what comes next
    QVERIFY(!list->currentIndex().isValid());

    row.clear();
    QTest::keyClicks(row.box(), u"classifi"_s);
    QTest::keyClick(row.box(), Qt::Key_Tab);
    QCOMPARE(row.box()->text(), u"classification "_s);
    QTest::keyClicks(row.box(), u"= "_s);
    QVERIFY(row.completion()->isVisible());
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"\"SN Ia\""_s);
    QTest::keyClick(row.box(), Qt::Key_Tab);
    QCOMPARE(row.box()->text(), u"classification = \"SN Ia\" "_s);

    row.clear();
    QTest::keyClicks(row.box(), u"fields.depth."_s);
    QVERIFY(row.completion()->isVisible());
    QTest::keyClick(row.box(), Qt::Key_Escape);
    QVERIFY(!row.completion()->isVisible());
    QCOMPARE(row.box()->text(), u"fields.depth."_s);

    // Anything that may stand here, and no more rows than fit.
    row.clear();
    QTest::keyClick(row.box(), Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(row.completion()->isVisible());
    QVERIFY(list->model()->rowCount() > FilterCompletion::kMostRows);
    QCOMPARE(list->viewport()->height() / list->sizeHintForRow(0), FilterCompletion::kMostRows);
}

void FilterRowTest::finishedValuesNeedNoHelp()
{
    FilterRow row;
    row.resize(900, 600);
    row.show();
    for (const QString &text : {u"score > 0.9"_s, u"mag < 19 "_s, u"name = \"x\""_s, u"significant "_s, u"(score > 0.9 "_s, u"abs(b)"_s}) {
        row.clear();
        QTest::keyClicks(row.box(), text);
        QVERIFY2(!row.completion()->isVisible(), qPrintable(text));
        QTest::keyClick(row.box(), Qt::Key_Space, Qt::ControlModifier); // asked for
        QVERIFY2(row.completion()->isVisible(), qPrintable(text));
    }
    for (const QString &text : {u"mag "_s, u"score > 0.9 a"_s, u"abs(b) "_s}) {
        row.clear();
        QTest::keyClicks(row.box(), text);
        QVERIFY2(row.completion()->isVisible(), qPrintable(text));
    }
}

void FilterRowTest::completionLeavesTheMessageReadable()
{
    Theme::install();
    FilterRow row;
    row.resize(900, 600);
    row.show();
    const auto *message = row.findChild<FilterMessage *>();
    QTest::keyClicks(row.box(), u"test and are"_s);
    QVERIFY(row.completion()->isVisible() && !message->isVisible());
    QTRY_VERIFY(message->isVisible());
    const auto bottom = [&] { return message->mapTo(&row, QPoint(0, message->height())).y(); };
    QTRY_VERIFY(row.completion()->y() >= bottom());
    QVERIFY(row.completion()->isVisible());
    row.setText(u"test"_s);
    QTRY_VERIFY(!message->isVisible());
    QTest::keyClick(row.box(), Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(row.completion()->y(), row.box()->geometry().bottom() + 5); // right below the box
}

void FilterRowTest::enterAppliesWhatIsComplete()
{
    FilterRow row;
    row.resize(900, 600);
    row.show();
    QTest::keyClicks(row.box(), u"mag < 19"_s);
    const QSignalSpy left(&row, &FilterRow::left);
    QTest::keyClick(row.box(), Qt::Key_Return);
    QCOMPARE(left.count(), 1);
    QVERIFY(!row.completion()->isVisible());
    QCOMPARE(row.filter()->text(), "mag < 19");
}

void FilterRowTest::historyGoesUpAndDown()
{
    FilterRow row;
    row.show();
    const QSignalSpy kept(&row, &FilterRow::historyChanged);
    for (const QString &text : {u"test"_s, u"mag < 19"_s, u"no such thing("_s, u"test"_s, u"has(mag)"_s}) {
        row.setText(text);
        QTest::keyClick(row.box(), Qt::Key_Return);
    }
    QCOMPARE(row.history(), (QStringList{u"has(mag)"_s, u"test"_s, u"mag < 19"_s}));
    QCOMPARE(kept.count(), 4);
    row.clear();
    QTest::keyClick(row.box(), Qt::Key_Up);
    QCOMPARE(row.text(), u"has(mag)"_s);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(row.box(), Qt::Key_Up);
    QCOMPARE(row.text(), u"mag < 19"_s); // and no further
    QTest::keyClick(row.box(), Qt::Key_Down);
    QCOMPARE(row.text(), u"test"_s);
    QTest::keyClick(row.box(), Qt::Key_Down);
    QTest::keyClick(row.box(), Qt::Key_Down);
    QCOMPARE(row.text(), QString());
    QStringList many;
    for (int i = 0; i < 60; ++i)
        many << u"mag < %1"_s.arg(i);
    row.setHistory(many);
    QCOMPARE(row.history().size(), FilterRow::kMostHistory);
}

void FilterRowTest::filtersAreSaved()
{
    Theme::install();
    FilterRow row;
    row.resize(1000, 40);
    row.show();
    row.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&row));
    SavedFilters *saved = row.saved();
    auto *add = saved->findChild<QToolButton *>();
    QVERIFY(!add->isEnabled()); // there is nothing to save
    row.setText(u"mag < 19"_s);
    QVERIFY(add->isEnabled());
    const QSignalSpy kept(saved, &SavedFilters::changed);
    add->click();
    auto *dialog = row.findChild<NameDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>()->setText(u"Bright"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(saved->filters(), (QList<SavedFilter>{{u"Bright"_s, u"mag < 19"_s}}));
    QVERIFY(!add->isEnabled()); // it is saved already
    row.setText(u"test"_s);
    saved->add(u"Tests"_s);
    const auto buttons = [&] { return saved->findChildren<QAbstractButton *>(Qt::FindDirectChildrenOnly).mid(1); };
    const auto marked = [&] {
        for (const QAbstractButton *button : buttons()) {
            if (button->isChecked())
                return button->text();
        }
        return QString();
    };
    QCOMPARE(buttons().size(), 2);
    QCOMPARE(marked(), u"Tests"_s);
    QTRY_VERIFY(buttons()[0]->isVisible() && buttons()[1]->isVisible());
    QTest::mouseClick(buttons()[0], Qt::LeftButton);
    QCOMPARE(row.filter()->text(), "mag < 19");
    QCOMPARE(marked(), u"Bright"_s);
    row.activateWindow(); // the dialog was the active one
    QVERIFY(QTest::qWaitForWindowActive(&row));
    QTest::keyClick(&row, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(row.filter()->text(), "test");
    row.clear();
    QCOMPARE(marked(), QString());

    saved->move(0, 1);
    saved->rename(0, u"Trials"_s);
    QCOMPARE(saved->filters(), (QList<SavedFilter>{{u"Trials"_s, u"test"_s}, {u"Bright"_s, u"mag < 19"_s}}));
    QMenu menu;
    saved->fillMenu(menu, 1);
    menu.actions().constLast()->trigger();
    QCOMPARE(saved->filters().size(), 1);
    QCOMPARE(kept.count(), 5);

    // Where there is no room the box goes first; the keys remain.
    QList<SavedFilter> many;
    for (int i = 0; i < 12; ++i)
        many << SavedFilter{u"A name of some length %1"_s.arg(i), u"mag < %1"_s.arg(i)};
    saved->setFilters(many);
    QCOMPARE(saved->filters().size(), SavedFilters::kMost);
    row.resize(600, 40);
    QCoreApplication::sendPostedEvents();
    QVERIFY(row.minimumSizeHint().width() < 600);
    QVERIFY(buttons().constLast()->isHidden());
    QTest::keyClick(&row, Qt::Key_9, Qt::ControlModifier);
    QCOMPARE(row.filter()->text(), "mag < 8");
}

void FilterRowTest::helpIsAKeyAway()
{
    FilterRow row;
    row.show();
    const QSignalSpy wanted(&row, &FilterRow::helpWanted);
    QTest::keyClick(row.box(), Qt::Key_F1);
    QCOMPARE(wanted.count(), 1);
}

void FilterRowTest::countsSayWhatIsShown()
{
    FilterRow row;
    QVERIFY(says(row, u"no rows"_s));
    row.setCounts(-1, 12);
    QVERIFY(says(row, u"12 row(s)"_s));
    row.setCounts(4, 12);
    QVERIFY(says(row, u"4 of 12"_s));
}

QTEST_MAIN(FilterRowTest)
#include "tst_filterrow.moc"
