// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/filterrow.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolBar>

using namespace Qt::StringLiterals;
using namespace tocsin::ui;

namespace {

bool says(const FilterRow &row, const QString &text)
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
    QTest::keyClicks(row->box(), u"a"_s);
    QTest::keyClick(row->box(), Qt::Key_Return);
    for (QLabel *label : row->findChildren<QLabel *>()) {
        if (label->text() != u"Filtered"_s)
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
    QTest::keyClicks(row.box(), u"ZTF26"_s);
    QTest::keyClick(row.box(), Qt::Key_Return);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toString(), u"ZTF26"_s);
    QCOMPARE(left.count(), 1);
    QVERIFY(says(row, u"Filtered"_s));
    row.clear();
    QCOMPARE(changed.count(), 2); // without a rest
    QVERIFY(says(row, u"No filter"_s));
}

void FilterRowTest::typingAppliesAfterARest()
{
    FilterRow row;
    row.show();
    QSignalSpy changed(&row, &FilterRow::filterChanged);
    QTest::keyClicks(row.box(), u"gcn "_s);
    QCOMPARE(changed.count(), 0);
    QVERIFY(changed.wait(2000));
    QCOMPARE(changed.at(0).at(0).toString(), u"gcn"_s);
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

void FilterRowTest::countsSayWhatIsShown()
{
    FilterRow row;
    QVERIFY(says(row, u"no rows"_s));
    row.setCounts(-1, 12);
    QVERIFY(says(row, u"12 rows"_s));
    row.setCounts(4, 12);
    QVERIFY(says(row, u"4 of 12"_s));
}

QTEST_MAIN(FilterRowTest)
#include "tst_filterrow.moc"
