// SPDX-License-Identifier: GPL-3.0-or-later
// The ribbon tells what was missed and lets a hole be fetched, by mouse and by keyboard.
#include "ui/models/coveragewords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/coverageribbon.h"
#include "ui/widgets/fittingscroll.h"

#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using Kind = RibbonStretch::Kind;

namespace {

constexpr qint64 kHour = 3'600'000'000;
const UtcTime kNow = UtcTime::fromIso("2026-09-15T03:04:11Z");

services::CoverageStretch stretch(const char *topic, int64_t from, int64_t to, const char *missed, double fromHours, double toHours, bool newest = false)
{
    services::CoverageStretch one;
    one.what = {.stream = "gcn", .topic = topic, .partition = 0, .generation = 0, .from = from, .to = to, .missed = missed, .streamUuid = "u-1", .source = "kafka:a"};
    one.fromUs = kNow.us - static_cast<qint64>(fromHours * kHour);
    one.toUs = kNow.us - static_cast<qint64>(toHours * kHour);
    one.newest = newest;
    return one;
}

std::vector<services::CoverageBand> night()
{
    return {{"u-1", "gcn", "igwn.gwalert", {stretch("igwn.gwalert", 0, 400, "", 14, 0.2, true)}},
            {"u-1", "gcn", "gcn.notices.fermi",
             {stretch("gcn.notices.fermi", 0, 50, "", 14, 7), stretch("gcn.notices.fermi", 50, 168, "skipped", 7, 6.5), stretch("gcn.notices.fermi", 168, 300, "", 6.5, 0.1, true)}},
            {"u-1", "gcn", "ztf_20260915", {stretch("ztf_20260915", 100, 900, "", 9.8, 0.8), stretch("ztf_20260915", 900, 950, "skipped", 0.8, 0.4), stretch("ztf_20260915", 950, 990, "", 0.4, 0, true)}},
            {"u-1", "gcn", "lsst-fink", {stretch("lsst-fink", 0, 70, "expired", 13, 10.8), stretch("lsst-fink", 70, 400, "", 10.8, 0.1, true)}}};
}

services::GapFetch::State fetchOf(const char *topic, int64_t from, int64_t to)
{
    services::GapFetch::State state;
    state.running = true;
    state.holes = {{{"kafka:a", topic, 0, 0}, from, to}};
    state.progress.wanted = to - from;
    state.progress.done = 20;
    return state;
}

std::vector<RibbonBand> bands()
{
    std::vector<RibbonBand> all;
    for (const services::CoverageBand &band : night())
        all.push_back(coveragewords::band(band, fetchOf("ztf_20260915", 900, 950), {}, kNow.us, kNow));
    return all;
}

struct Shown {
    CoverageRibbon ribbon;
    Shown()
    {
        ribbon.setBands(bands(), kNow.us - 12 * kHour, kNow.us);
        ribbon.resize(420, ribbon.heightForWidth(420));
        ribbon.show();
    }
    int find(int band, Kind kind) const
    {
        const auto &stretches = ribbon.bands()[static_cast<size_t>(band)].stretches;
        for (size_t s = 0; s < stretches.size(); ++s) {
            if (stretches[s].kind == kind)
                return static_cast<int>(s);
        }
        return -1;
    }
};

} // namespace

class CoverageRibbonTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatAndWhy();
    void aClickFetchesAHole();
    void theKeyboardReachesEachStretch();
    void stepsBringTheirBandIntoSight();
    void kindsDifferInGrey();
};

void CoverageRibbonTest::saysWhatAndWhy()
{
    const Shown shown;
    const auto wordsOf = [&](int band, Kind kind) { return shown.ribbon.bands()[static_cast<size_t>(band)].stretches[static_cast<size_t>(shown.find(band, kind))].words; };
    const QString missed = wordsOf(1, Kind::Missed);
    QVERIFY2(missed.startsWith(u"gcn.notices.fermi, partition 0, 09-14 20:04 to 09-14 20:34 UT\n"_s), qPrintable(missed));
    QVERIFY2(missed.contains(u"Missed: Messages 50 to 167 (118), the stream was to begin later."_s) && missed.endsWith(u"Click to fetch."_s), qPrintable(missed));
    QVERIFY(wordsOf(3, Kind::Gone).endsWith(u"Can no longer be fetched."_s));
    QVERIFY(wordsOf(2, Kind::Fetching).endsWith(u"20 of 50 done."_s));
    QVERIFY(wordsOf(0, Kind::Received).endsWith(u"Received: Messages 0 to 399."_s));
    // A stream that listens misses nothing up to now.
    QCOMPARE(shown.ribbon.bands()[0].stretches[0].toUs, kNow.us);
    // What the broker said beats what may be.
    const auto asked = [](int64_t low) { return coveragewords::band(night()[1], {}, {{"kafka:a", "gcn.notices.fermi", 0, low, 300}}, 0, kNow).stretches.back(); };
    QVERIFY(asked(0).words.endsWith(u"Still at the broker. Click to fetch."_s));
    QVERIFY(asked(80).words.endsWith(u"from 80 on. Click to fetch."_s));
    // And until when, from how long the broker keeps messages.
    const auto kept = [](int64_t ms) {
        return coveragewords::band(night()[1], {}, {{.source = "kafka:a", .topic = "gcn.notices.fermi", .partition = 0, .low = 0, .high = 300, .keptForMs = ms}}, 0, kNow).stretches.back().words;
    };
    QVERIFY2(kept(7 * 86'400'000ll).contains(u"Can be fetched until about "_s), qPrintable(kept(7 * 86'400'000ll)));
    QVERIFY2(kept(1'000).endsWith(u"at any moment."_s), qPrintable(kept(1'000)));
    QVERIFY(kept(std::numeric_limits<int64_t>::max()).endsWith(u"Click to fetch."_s)); // for ever
    QVERIFY(std::ranges::none_of(coveragewords::band(night()[1], {}, {{"kafka:a", "gcn.notices.fermi", 0, 200, 300}}, 0, kNow).stretches,
                                 [](const RibbonStretch &s) { return s.kind == Kind::Missed; }));
    QVERIFY(shown.ribbon.accessibleDescription().contains(u"missing and can be fetched: 1."_s));
}

void CoverageRibbonTest::aClickFetchesAHole()
{
    Shown shown;
    QSignalSpy fetch(&shown.ribbon, &CoverageRibbon::fetchWanted);
    const QRect hole = shown.ribbon.stretchRect(1, shown.find(1, Kind::Missed));
    QVERIFY(hole.width() >= 5 && hole.height() == 10);
    QTest::mouseClick(&shown.ribbon, Qt::LeftButton, {}, hole.center());
    QCOMPARE(fetch.count(), 1);
    QCOMPARE(fetch[0][0].toString(), u"u-1"_s);
    const auto asked = fetch[0][1].value<streams::Hole>();
    QVERIFY(asked.from == 50 && asked.to == 168 && asked.lane.topic == "gcn.notices.fermi" && asked.lane.source == "kafka:a");
    // What is there, what is gone and what is being fetched already is left alone.
    for (const auto &[band, kind] : {std::pair(0, Kind::Received), {3, Kind::Gone}, {2, Kind::Fetching}})
        QTest::mouseClick(&shown.ribbon, Qt::LeftButton, {}, shown.ribbon.stretchRect(band, shown.find(band, kind)).center());
    QCOMPARE(fetch.count(), 1);
}

void CoverageRibbonTest::theKeyboardReachesEachStretch()
{
    Shown shown;
    QSignalSpy fetch(&shown.ribbon, &CoverageRibbon::fetchWanted);
    shown.ribbon.setFocus();
    QTest::keyClick(&shown.ribbon, Qt::Key_Down); // enters at the newest stretch of the first band
    QVERIFY(shown.ribbon.accessibleDescription().startsWith(u"igwn.gwalert"_s));
    QTest::keyClick(&shown.ribbon, Qt::Key_Down);
    QTest::keyClick(&shown.ribbon, Qt::Key_Left);
    QVERIFY2(shown.ribbon.accessibleDescription().contains(u"50 to 167"_s), qPrintable(shown.ribbon.accessibleDescription()));
    // New data do not move the person.
    shown.ribbon.setBands(bands(), kNow.us - 12 * kHour, kNow.us);
    QVERIFY(shown.ribbon.accessibleDescription().contains(u"50 to 167"_s));
    QTest::keyClick(&shown.ribbon, Qt::Key_Return);
    QCOMPARE(fetch.count(), 1);
    QCOMPARE(fetch[0][1].value<streams::Hole>().to, int64_t{168});
}

// look.md 10: hue is not needed to tell them apart.
// Where the dock is lower than the ribbon.
void CoverageRibbonTest::stepsBringTheirBandIntoSight()
{
    auto *ribbon = new CoverageRibbon;
    FittingScroll scroll(ribbon, 180, 60);
    connect(ribbon, &CoverageRibbon::steppedTo, &scroll, &FittingScroll::bringIntoSight);
    ribbon->setBands(bands(), kNow.us - 12 * kHour, kNow.us);
    scroll.resize(300, 70);
    scroll.show();
    QVERIFY(QTest::qWaitForWindowExposed(&scroll));
    const auto inSight = [&](int band) {
        const QRect rect = ribbon->stretchRect(band, 0).translated(ribbon->pos());
        return rect.top() >= 0 && rect.bottom() < scroll.viewport()->height();
    };
    QVERIFY(!inSight(3));
    QTest::keyClick(ribbon, Qt::Key_Down);
    QVERIFY(inSight(0));
    for (int band = 1; band < 4; ++band) {
        QTest::keyClick(ribbon, Qt::Key_Down);
        QVERIFY2(inSight(band), qPrintable(QString::number(band)));
    }
    QVERIFY(!inSight(0));
    for (int band = 0; band < 3; ++band)
        QTest::keyClick(ribbon, Qt::Key_Up);
    QCOMPARE(ribbon->pos().y(), 0); // the title as well
    scroll.verticalScrollBar()->setValue(scroll.verticalScrollBar()->maximum());
    QTest::keyClick(ribbon, Qt::Key_Left); // from stretch to stretch, too
    QVERIFY(inSight(0));
}

void CoverageRibbonTest::kindsDifferInGrey()
{
    Shown shown;
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark, Scheme::Red}) {
        Theme::setScheme(scheme);
        const QImage grey = shown.ribbon.grab().toImage().convertToFormat(QImage::Format_Grayscale8);
        const auto piece = [&](int band, Kind kind) {
            const QRect area = shown.ribbon.stretchRect(band, shown.find(band, kind));
            return grey.copy(QRect(area.left(), area.top(), std::min(8, area.width()), area.height()));
        };
        const std::vector<QImage> all{piece(0, Kind::Received), piece(1, Kind::Missed), piece(2, Kind::Fetching), piece(3, Kind::Gone)};
        for (size_t a = 0; a < all.size(); ++a) {
            for (size_t b = a + 1; b < all.size(); ++b) {
                int differ = 0;
                for (int y = 0; y < 10; ++y) {
                    for (int x = 0; x < std::min(all[a].width(), all[b].width()); ++x)
                        differ += std::abs(qGray(all[a].pixel(x, y)) - qGray(all[b].pixel(x, y))) > (scheme == Scheme::Red ? 12 : 25);
                }
                QVERIFY2(differ >= 15, qPrintable(u"%1 and %2: %3"_s.arg(a).arg(b).arg(differ)));
            }
        }
    }
    Theme::setScheme(Scheme::Light);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Theme::install();
    Theme::setScheme(Scheme::Light);
    CoverageRibbonTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_coverageribbon.moc"
