// SPDX-License-Identifier: GPL-3.0-or-later
// The page over an empty table says what is the case and no more.
#include "core/streams/demo/demostream.h"
#include "support/streambench.h"
#include "ui/models/streammodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptypage.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::StreamBench;

namespace {

QString said(const EmptyPage &page)
{
    QStringList all;
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisible())
            all << label->text();
    }
    return all.join(u'\n');
}

QStringList buttons(const EmptyPage &page)
{
    QStringList all;
    for (const QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->isVisible())
            all << button->text();
    }
    return all;
}

} // namespace

class EmptyPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void filteredSaysHowManyAreHidden();
    void stoppedOffersToStart();
    void promisesNoMoreThanIsTrue();
};

void EmptyPageTest::filteredSaysHowManyAreHidden()
{
    StreamBench bench;
    StreamModel model(bench.manager);
    EmptyPage page(model);
    page.show();
    page.setFiltered(true, 812);
    QVERIFY(said(page).startsWith(u"No row passes this filter\n812 "_s));
    QCOMPARE(buttons(page), (QStringList{u"Clear"_s, u"Show the last 24 h"_s}));
    // It does not offer what is the case already.
    page.setFiltered(true, 812, true);
    QCOMPARE(buttons(page), QStringList{u"Clear"_s});
    page.setFiltered(true, 812);
    const auto *title = page.findChild<QLabel *>();
    QCOMPARE(title->font().pointSizeF(), Theme::font(Theme::Font::Heading).pointSizeF());
    QCOMPARE(title->font().weight(), QFont::Bold);
}

void EmptyPageTest::stoppedOffersToStart()
{
    StreamBench bench;
    StreamModel model(bench.manager);
    EmptyPage page(model);
    page.show();
    QVERIFY(bench.manager.add(StreamBench::kafka(u"one"_s)));
    QVERIFY(said(page).startsWith(u"Not listening"_s));
    QCOMPARE(buttons(page), (QStringList{u"Start all streams"_s, u"Play the demo"_s}));
}

void EmptyPageTest::promisesNoMoreThanIsTrue()
{
    StreamBench bench;
    StreamModel model(bench.manager);
    EmptyPage page(model);
    page.show();
    const streams::StreamConfig demo = demo::demoStreamConfig(1, 20, 0);
    bench.manager.startTransient({.config = demo, .startOverride = {}, .untilEnd = false});
    QTRY_COMPARE_WITH_TIMEOUT(model.totals().listening, 1, 15'000);
    QTRY_VERIFY_WITH_TIMEOUT(said(page).contains(u"prove that the connections hold"_s), 5'000);
    QVERIFY(bench.manager.add(StreamBench::kafka(u"dead"_s)));
    bench.manager.start(bench.uuid(u"dead"_s));
    QTRY_VERIFY_WITH_TIMEOUT(said(page).contains(u"Not every stream is connected"_s), 5'000);
    QVERIFY(!said(page).contains(u"prove"_s));
    // Heartbeats are life and no arrivals.
    QTRY_VERIFY_WITH_TIMEOUT(model.status(demo.uuid).lastHeartbeat.isValid(), 15'000);
    QTRY_VERIFY_WITH_TIMEOUT(said(page).contains(u"signs of life and no alerts"_s), 5'000);
    QSignalSpy stopped(&bench.manager, &services::StreamManager::allStopped);
    bench.manager.stopAll();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.count(), 1, 5000);
}

QTEST_MAIN(EmptyPageTest)
#include "tst_emptypage.moc"
