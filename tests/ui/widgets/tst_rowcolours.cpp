// SPDX-License-Identifier: GPL-3.0-or-later
// Colour rules, the rows that they colour, the strip beside the scroll bar, and the dialog where they are edited.
#include "support/night.h"
#include "ui/dialogs/colourrulesdialog.h"
#include "ui/models/alerttablemodel.h"
#include "ui/models/rowcolours.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/filterbox.h"
#include "ui/widgets/minimap.h"

#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::Night;

namespace {

ColourRules twoRules()
{
    return ColourRules({{u"Bright"_s, u"mag < 16"_s, u"optical"_s}, {u"Any"_s, u"has(mag)"_s, u"warn"_s}, {u"Off"_s, u"ra > 0"_s, u"bad"_s, false}});
}

QPushButton *button(const QWidget &in, const QString &text)
{
    for (QPushButton *each : in.findChildren<QPushButton *>()) {
        if (each->text() == text)
            return each;
    }
    return nullptr;
}

} // namespace

class TestRowColours final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::install(); }

    void firstMatchWins()
    {
        const ColourRules rules = twoRules();
        Alert alert;
        QCOMPARE(rules.ruleOf(alert, UtcTime::now()).rule, -1);
        alert.mag = 15.0;
        alert.ra = 10.0;
        QCOMPARE(rules.ruleOf(alert, UtcTime::now()).rule, 0);
        alert.mag = 18.0;
        QCOMPARE(rules.ruleOf(alert, UtcTime::now()).rule, 1);
        alert.mag = Number();
        QCOMPARE(rules.ruleOf(alert, UtcTime::now()).rule, -1); // the third is off
    }

    void shippedRulesAreFilters()
    {
        const ColourRules shipped = ColourRules::shipped();
        for (qsizetype i = 0; i < shipped.rules().size(); ++i) {
            const ColourRule &rule = shipped.rules()[i];
            QCOMPARE(shipped.filters()[static_cast<size_t>(i)] != nullptr, rule.enabled);
            ColourRule on = rule;
            on.enabled = true;
            QVERIFY2(ColourRules({on}).filters()[0], qPrintable(rule.condition));
        }
    }

    void profileKeepsThem()
    {
        const ColourRules rules = twoRules();
        QCOMPARE(ColourRules::fromJson(rules.toJson()).rules(), rules.rules());
        // What a newer or broken profile says colours nothing and does no harm.
        const QJsonArray strange{7, QJsonObject{{u"condition"_s, u"mag <"_s}, {u"colour"_s, u"optical"_s}},
                                 QJsonObject{{u"condition"_s, u"mag < 1"_s}, {u"colour"_s, u"#ff0000"_s}}};
        const ColourRules read = ColourRules::fromJson(strange);
        QCOMPARE(read.rules().size(), 2);
        QVERIFY(!read.filters()[0]);
        QVERIFY(!read.filters()[1]);
    }

    void marksAreFoundAndAdded()
    {
        Night night;
        night.arrive(100, [](Alert &alert) { alert.mag = 18.0; });
        night.arrive(1, [](Alert &alert) { alert.mag = 15.0; });
        night.arrive(1, [](Alert &alert) { alert.retraction = true; alert.mag = 15.0; });
        night.arrive(1, [](Alert &alert) { alert.error = "the JSON ends at byte 12"; });
        night.settle();
        AlertTableModel model(*night.store, night.feed);
        RowColours colours(*night.store, model);
        colours.setRules(twoRules());
        QTRY_COMPARE(colours.kinds()[3].rows->size(), size_t{1});
        using Rows = std::vector<int64_t>;
        QCOMPARE(*colours.kinds()[0].rows, Rows{103});
        QCOMPARE(*colours.kinds()[1].rows, Rows{102}); // retracted is more than bright
        QCOMPARE(*colours.kinds()[3].rows, Rows{101});
        QCOMPARE(colours.kinds()[4].rows->size(), size_t{100});
        QTRY_COMPARE(model.rowCount(), 103);
        night.arrive(3, [](Alert &alert) { alert.mag = 14.0; });
        QTRY_COMPARE(*colours.kinds()[3].rows, (Rows{101, 104, 105, 106}));
        model.setMarks({model.numberAt(4), model.numberAt(7)}, archive::Starred, 0);
        QTRY_COMPARE(*colours.kinds().back().rows, (Rows{5, 8}));
        QCOMPARE(colours.kinds().back().what, RowColours::Kind::Marked);
    }

    void deepRulesReadThePacket()
    {
        Night night;
        night.arrive(2, {}, R"({"id": "1", "drb": 0.95})");
        night.arrive(2, {}, R"({"id": "1", "drb": 0.15})");
        night.settle();
        AlertTableModel model(*night.store, night.feed);
        RowColours colours(*night.store, model);
        colours.setRules(ColourRules({{u"Deep"_s, u"fields.drb > 0.9"_s, u"gw"_s}}));
        QTRY_COMPARE(model.rowCount(), 4);
        const auto ruleAt = [&](int row) {
            const AlertRecord *record = model.recordAt(row);
            return record ? colours.ruleOf(*record->alert) : -2;
        };
        QTRY_COMPARE(ruleAt(0), 0);
        QTRY_COMPARE(ruleAt(3), -1);
    }

    // Who sees a row without its colour would take it for one that passes no rule.
    void damagedPacketsAreSaid()
    {
        Night night;
        night.arrive(1, {}, R"({"drb": 0.95})");
        night.arrive(1, {}, R"({"drb": 0.96, "n": "second"})");
        night.arrive(1, {}, R"({"drb": 0.97, "n": "third"})");
        night.settle();
        night.damage("second");
        AlertTableModel model(*night.store, night.feed);
        RowColours colours(*night.store, model);
        const ColourRules rules({{u"Third"_s, u"row = 3"_s, u"gw"_s}, {u"Deep"_s, u"fields.drb > 0.9"_s, u"gw"_s}});
        colours.setRules(rules);
        QTRY_COMPARE(*colours.kinds()[4].rows, std::vector<int64_t>{1});
        QCOMPARE(colours.unreadOf(0), 0);
        QCOMPARE(colours.unreadOf(1), 1);
        QCOMPARE(colours.unreadRows(), 1);
        // As it arrives; a rule before it decides without the packet.
        night.arrive(1, {}, R"({"drb": 0.98, "n": "fourth"})");
        QTRY_COMPARE(model.rowCount(), 4);
        QTRY_COMPARE(*colours.kinds()[4].rows, (std::vector<int64_t>{1, 4}));
        night.damage("third");
        night.damage("fourth");
        const auto reader = std::move(night.store->reader().value());
        const std::vector<int64_t> later{3, 4};
        Q_EMIT model.arrived(reader->alerts(later).value());
        QTRY_COMPARE(colours.unreadOf(1), 2);
        QCOMPARE(colours.unreadRows(), 2);

        ColourRulesDialog dialog(rules, {}, nullptr);
        dialog.setUnread({{u"fields.drb > 0.9"_s, colours.unreadOf(1)}});
        dialog.show();
        auto *note = dialog.findChild<FieldNote *>();
        auto *list = dialog.findChild<QListWidget *>();
        list->setCurrentRow(0);
        QVERIFY2(note->text().isEmpty(), qPrintable(note->text()));
        list->setCurrentRow(1);
        QVERIFY2(note->text().startsWith(u"2 row"_s) && note->text().contains(u"archive verify"_s), qPrintable(note->text()));
        dialog.findChild<FilterBox *>()->setText(u"fields.drb > "_s); // what is wrong comes first, and another condition is another matter
        QVERIFY2(!note->text().contains(u"archive verify"_s) && !note->problem().isEmpty(), qPrintable(note->text()));
        dialog.findChild<FilterBox *>()->setText(u"fields.drb > 0.5"_s);
        QVERIFY2(note->text().isEmpty(), qPrintable(note->text()));
    }

    void stripShowsWhereTheyAre()
    {
        Night night;
        std::mt19937 random(5);
        night.arrive(5'000, [&](Alert &alert) {
            if (random() % 500 == 0)
                alert.retraction = true;
        });
        night.settle();
        AlertTableModel model(*night.store, night.feed);
        QWidget window;
        auto *table = new AlertTable(model, &window);
        RowColours colours(*night.store, model);
        table->setColours(colours);
        Minimap strip(*table, model, colours, &window);
        table->resize(700, 600);
        strip.setGeometry(700, 0, 10, 600);
        window.resize(710, 600);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTRY_VERIFY(model.rowCount() == 5'000);
        QTRY_VERIFY(colours.kinds().size() > 1 && !colours.kinds()[1].rows->empty());
        const std::vector<int64_t> rows = *colours.kinds()[1].rows;
        const auto shown = [&] { return std::ranges::count_if(strip.marks(), [](const Minimap::Mark &mark) { return mark.kind == 1; }); };
        QTRY_VERIFY(shown() > 0);
        for (const int64_t number : rows) {
            const qint64 pixel = static_cast<qint64>(model.indexOf(number)) * strip.track().height() / model.rowCount();
            QCOMPARE(strip.marks()[static_cast<size_t>(pixel)].kind, 1);
        }
        // A click goes to the row itself.
        const qint64 pixel = static_cast<qint64>(model.indexOf(rows.front())) * strip.track().height() / model.rowCount();
        QTest::mouseClick(&strip, Qt::LeftButton, {}, {5, strip.track().top() + static_cast<int>(pixel)});
        QCOMPARE(table->selectedRows(), QList<qint64>{rows.front()});
        // In its colour, and nothing in that colour where there is none.
        const QImage picture = strip.grab().toImage();
        QCOMPARE(picture.pixelColor(5, strip.track().top() + static_cast<int>(pixel)), Theme::palette().retracted);
    }

    void dialogEditsThem()
    {
        QWidget window;
        auto *dialog = new ColourRulesDialog(twoRules(), {}, &window);
        const QSignalSpy applied(dialog, &ColourRulesDialog::applied);
        dialog->open();
        auto *list = dialog->findChild<QListWidget *>();
        auto *condition = dialog->findChild<FilterBox *>();
        QPushButton *use = button(*dialog, u"Use these rules"_s);
        QCOMPARE(list->count(), 3);
        QTest::mouseClick(button(*dialog, u"Add"_s), Qt::LeftButton);
        QCOMPARE(list->count(), 4);
        QVERIFY(!use->isEnabled()); // without a condition
        QTest::keyClicks(condition, u"score >"_s);
        QVERIFY(!use->isEnabled());
        QTest::keyClicks(condition, u" 0.9"_s);
        QVERIFY(use->isEnabled());
        dialog->findChild<QComboBox *>()->setCurrentIndex(3);
        QTest::mouseClick(button(*dialog, u"Down"_s), Qt::LeftButton);
        QCOMPARE(list->currentRow(), 1);
        list->item(3)->setCheckState(Qt::Checked);
        QTest::mouseClick(use, Qt::LeftButton);
        QCOMPARE(applied.size(), 1);
        const auto rules = applied[0][0].value<ColourRules>().rules();
        QCOMPARE(rules.size(), 4);
        QCOMPARE(rules[0].name, u"Bright"_s);
        QCOMPARE(rules[1].condition, u"score > 0.9"_s);
        QCOMPARE(rules[1].colour, Palette::ruleColours()[3]);
        QVERIFY(rules[3].enabled);
    }
};

QTEST_MAIN(TestRowColours)
#include "tst_rowcolours.moc"
