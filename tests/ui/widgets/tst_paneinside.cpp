// SPDX-License-Identifier: GPL-3.0-or-later
// Images and light curve of the alert pane: from bytes to what one sees, points at and copies.
#include "support/accessiblewalk.h"
#include "support/insides.h"
#include "support/night.h"
#include "ui/theme/theme.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/imagespage.h"
#include "ui/widgets/lightpage.h"
#include "ui/widgets/stampview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>


using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::fits;
using tests::three;

namespace {

std::shared_ptr<LoadedPacket> packet(qint64 row, bool images, bool light)
{
    auto loaded = std::make_shared<LoadedPacket>();
    auto alert = std::make_shared<Alert>();
    alert->row = row;
    alert->name = "ZTF26abcdefg";
    loaded->row = row;
    loaded->alert = alert;
    loaded->fields = decoders::FieldTree::parse("{\"a\":1}");
    loaded->nodes = FieldNodes::of(loaded->fields);
    loaded->hasImages = images;
    loaded->hasLight = light;
    return loaded;
}

struct Pane {
    tests::Night night;
    DetailPane pane{*night.store};
    QTabWidget *tabs = pane.findChild<QTabWidget *>();
    ImagesPage *images = pane.findChild<ImagesPage *>();
    LightPage *light = pane.findChild<LightPage *>();

    explicit Pane(QSize size = {376, 800})
    {
        pane.resize(size);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
    }
    void fill(const std::string &mission = "LSST", const std::string &third = "SIMPLE  = invented")
    {
        pane.showPacket(packet(1, true, true));
        pane.showInside(PacketInside::of(1, three(third), mission));
    }
};

} // namespace

class PaneInsideTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(); }
    void pagesAreThereWhenThePacketHasThem();
    void lookingGoesOn();
    void loaderMakesThem();
    void threeShareOneStretch();
    void whatCannotBeReadSaysWhy();
    void pixelsAreReadOut();
    void northIsUpByTheHeader();
    void redIsRed();
    void narrowPaneWraps();
    void lightIsATable();
    void lightIsCopied();
};

void PaneInsideTest::pagesAreThereWhenThePacketHasThem()
{
    Pane setup;
    setup.pane.showPacket(packet(1, false, false));
    QVERIFY(!setup.tabs->isTabVisible(setup.tabs->indexOf(setup.images)));
    QVERIFY(!setup.tabs->isTabVisible(setup.tabs->indexOf(setup.light)));
    setup.pane.showPacket(packet(2, true, false));
    QVERIFY(setup.tabs->isTabVisible(setup.tabs->indexOf(setup.images)));
    QVERIFY(!setup.tabs->isTabVisible(setup.tabs->indexOf(setup.light)));
}

void PaneInsideTest::lookingGoesOn()
{
    Pane setup;
    setup.fill();
    setup.tabs->setCurrentWidget(setup.images);
    setup.pane.showPacket(packet(2, false, true));
    QVERIFY(setup.tabs->currentIndex() == 0);
    setup.pane.showPacket(packet(3, true, true));
    QCOMPARE(setup.tabs->currentWidget(), setup.images);
    setup.tabs->setCurrentIndex(0); // chosen by the person: stays
    setup.pane.showPacket(packet(4, true, true));
    QCOMPARE(setup.tabs->currentIndex(), 0);
}

void PaneInsideTest::loaderMakesThem()
{
    QFile file(QStringLiteral(TOCSIN_TEST_DATA "/ztf.avro"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    Pane setup;
    setup.night.arrive(1, [](Alert &alert) { alert.mission = "ZTF"; }, file.readAll().toStdString());
    setup.night.settle();
    QSignalSpy shown(&setup.pane, &DetailPane::insideShown);
    setup.pane.showRow(1);
    QTRY_COMPARE(shown.count(), 1);
    QVERIFY(setup.tabs->isTabVisible(setup.tabs->indexOf(setup.images)));
    // The fixture's stamp is no FITS: it says so in its place.
    QCOMPARE(setup.images->views().size(), 1);
    for (const StampView *view : setup.images->views())
        QVERIFY(!view->picture()->error.isEmpty());
}

void PaneInsideTest::threeShareOneStretch()
{
    const auto inside = PacketInside::of(1, three(fits(21, 0)), "LSST");
    QCOMPARE(inside->stamps.size(), size_t{3});
    QCOMPARE(inside->stamps[0].role, std::string("science"));
    QCOMPARE(inside->stamps[2].role, std::string("difference"));
    // FITS begins at the bottom left; the pixel there has no data.
    QCOMPARE(inside->stamps[0].shared.pixelIndex(0, 20), 255);
    QVERIFY(inside->stamps[0].shared.pixelIndex(0, 0) != 255);
    // The same value is of the same grey in all: 1000 + 0 + 500 of one, 500 + 0 + 1000 of the other.
    QCOMPARE(inside->stamps[0].shared.pixelIndex(0, 15), inside->stamps[1].shared.pixelIndex(0, 10));
    QVERIFY(inside->stamps[0].own.pixelIndex(0, 15) != inside->stamps[1].own.pixelIndex(0, 10));
    QVERIFY(inside->limits.endsWith(u"DN"_s));
}

void PaneInsideTest::whatCannotBeReadSaysWhy()
{
    Pane setup;
    setup.fill();
    setup.tabs->setCurrentWidget(setup.images);
    const StampView *view = setup.images->views().at(2);
    QCOMPARE(view->title(), u"Difference"_s);
    QVERIFY(!view->picture()->error.isEmpty());
    QCOMPARE(view->accessibleDescription(), view->picture()->error);
    QVERIFY(setup.images->views().at(0)->picture()->error.isEmpty());
}

void PaneInsideTest::pixelsAreReadOut()
{
    Pane setup;
    setup.fill("LSST", fits(21, 0));
    setup.tabs->setCurrentWidget(setup.images);
    StampView *view = setup.images->views().at(0);
    QTRY_VERIFY(view->isVisible());
    QTest::mouseMove(view, view->placeOf({3, 4}).toPoint());
    QTRY_VERIFY2(setup.images->readout().startsWith(u"x 4, y 5"_s), qPrintable(setup.images->readout()));
    const QString words = setup.images->readout().replace(QChar(0x00a0), u' ');
    QVERIFY2(words.contains(u"Science 1403 DN, Template 903 DN, Difference 403 DN"_s), qPrintable(words));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Up);
    QVERIFY(setup.images->readout().startsWith(u"x 4, y 6"_s));
    QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(setup.images->readout().startsWith(u"x 14, y 6"_s));
    QCOMPARE(view->accessibleDescription(), setup.images->readout());
    Q_EMIT view->pixelChosen(QPoint(0, 0));
    QVERIFY(setup.images->readout().contains(u"no data"_s));
    // The survey's first row is on top.
    setup.fill("ZTF", fits(21, 0));
    QVERIFY(view->placeOf({3, 0}).y() < view->placeOf({3, 20}).y());
}

void PaneInsideTest::northIsUpByTheHeader()
{
    // +y points east, +x points south: north is left of what the file has.
    const std::string turned = fits(21, 0,
                                    {{"PC1_1", "0.0"}, {"PC1_2", "0.0001"}, {"PC2_1", "0.0001"}, {"PC2_2", "0.0"}, {"CRPIX1", "11.0"}, {"CRPIX2", "11.0"}, {"CRVAL1", "180.0"},
                                     {"CRVAL2", "0.0"}});
    Inside inside;
    inside.stamps = {{"science", turned}};
    Pane setup;
    setup.pane.showPacket(packet(1, true, false));
    setup.pane.showInside(PacketInside::of(1, inside, "LSST"));
    setup.tabs->setCurrentWidget(setup.images);
    const StampView *view = setup.images->views().at(0);
    QVERIFY(view->picture()->stamp.sky.has_value());
    const auto sky = view->picture()->stamp.sky;
    const QPointF middle = view->placeOf({10, 10});
    for (const QPoint step : {QPoint(5, 0), QPoint(0, 5)}) {
        const auto place = sky->skyAt(10 + step.x(), 10 + step.y());
        QVERIFY(place.has_value());
        const QPointF moved = view->placeOf(QPoint(10, 10) + step) - middle;
        QVERIFY(std::abs(place->second) < 1e-9 || (place->second > 0) == (moved.y() < -1)); // north is up
        QVERIFY(std::abs(place->first - 180) < 1e-9 || (place->first > 180) == (moved.x() < -1)); // east is left
    }
}

void PaneInsideTest::redIsRed()
{
    Theme::setScheme(Scheme::Red);
    Pane setup;
    setup.fill();
    setup.tabs->setCurrentWidget(setup.images);
    const QImage image = setup.images->grab().toImage();
    Theme::setScheme(Scheme::Light);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            QVERIFY(image.pixelColor(x, y).green() == 0 && image.pixelColor(x, y).blue() == 0);
    }
}

void PaneInsideTest::narrowPaneWraps()
{
    Pane setup({230, 900});
    setup.fill();
    setup.tabs->setCurrentWidget(setup.images);
    const auto top = [&setup](int i) { return setup.images->views().at(i)->mapTo(setup.images, QPoint()).y(); };
    QTRY_VERIFY(top(2) > top(0));
    setup.pane.resize(500, 900);
    QTRY_COMPARE(top(2), top(0));
    QCOMPARE(setup.images->views().at(0)->width(), setup.images->views().at(0)->height());
    QCOMPARE(tests::namelessControls(setup.pane), QStringList());
}

void PaneInsideTest::lightIsATable()
{
    Pane setup;
    setup.fill();
    setup.tabs->setCurrentWidget(setup.light);
    auto *model = setup.light->findChild<LightModel *>();
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model->rowCount(), 3); // the alert's own once
    const auto text = [model](int row, int column) { return model->index(row, column).data().toString().replace(QChar(0x00a0), u' '); };
    QCOMPARE(text(0, LightModel::Time), u"2026-09-14 03:01:58.214"_s);
    QCOMPARE(text(0, LightModel::Magnitude), u"18.923 ± 0.061"_s);
    QCOMPARE(text(0, LightModel::Kind), u"Detection, this alert"_s);
    QCOMPARE(text(1, LightModel::Flux), u"−12.3 ± 3.5 nJy"_s);
    QCOMPARE(text(1, LightModel::Kind), u"Forced, negative"_s);
    QCOMPARE(text(2, LightModel::Magnitude), u"> 20.5"_s);
    QCOMPARE(text(2, LightModel::Kind), u"Limit"_s);
}

void PaneInsideTest::lightIsCopied()
{
    Pane setup;
    setup.fill();
    setup.tabs->setCurrentWidget(setup.light);
    for (auto *button : setup.light->findChildren<QPushButton *>())
        button->click();
    const QStringList lines = QApplication::clipboard()->text().split(u"\r\n"_s, Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0], PacketInside::csvHeader());
    QVERIFY2(lines[1].startsWith(u"2026-09-14T03:01:58.214000Z,"_s) && lines[1].contains(u",g,detection,18.923456,0.0612,"_s), qPrintable(lines[1]));
    QVERIFY2(lines[1].endsWith(u",true,'=3"_s), qPrintable(lines[1])); // no formula
    auto *table = setup.light->findChild<QTreeView *>();
    table->setCurrentIndex(table->model()->index(2, 0));
    table->actions().front()->trigger();
    QCOMPARE(QApplication::clipboard()->text().split(u"\r\n"_s, Qt::SkipEmptyParts).size(), 2);
}

QTEST_MAIN(PaneInsideTest)
#include "tst_paneinside.moc"
