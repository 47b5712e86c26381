// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/alertfeed.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace tocsin;
using services::AlertFeed;

namespace {

std::vector<std::shared_ptr<const Alert>> alertsFrom(int64_t first, int count)
{
    std::vector<std::shared_ptr<const Alert>> alerts;
    for (int i = 0; i < count; ++i) {
        auto alert = std::make_shared<Alert>();
        alert->row = first + i;
        alerts.push_back(std::move(alert));
    }
    return alerts;
}

} // namespace

class TestAlertFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneSignalPerDrain()
    {
        AlertFeed feed;
        QSignalSpy ready(&feed, &AlertFeed::ready);
        feed.alertsCommitted(alertsFrom(1, 10), 10, 0, 0);
        feed.alertsCommitted(alertsFrom(11, 10), 10, 2, 1);
        QCOMPARE(ready.count(), 1);
        const AlertFeed::Drained drained = feed.drain();
        QCOMPARE(drained.alerts.size(), size_t(20));
        QCOMPARE(drained.lastRow, int64_t(20));
        QCOMPARE(drained.messages, uint64_t(20));
        QCOMPARE(drained.replays, uint64_t(2));
        QCOMPARE(drained.gaps, uint64_t(1));
        feed.alertsCommitted(alertsFrom(21, 1), 1, 0, 0);
        QCOMPARE(ready.count(), 2);
    }

    void overflowTellsHowFarTheArchiveReaches()
    {
        AlertFeed feed(100);
        feed.alertsCommitted(alertsFrom(1, 90), 90, 0, 0);
        feed.alertsCommitted(alertsFrom(91, 90), 90, 0, 0);
        feed.alertsCommitted(alertsFrom(181, 5), 5, 0, 0);
        const AlertFeed::Drained drained = feed.drain();
        QVERIFY(drained.skipped);
        QVERIFY(drained.alerts.empty());
        QCOMPARE(drained.lastRow, int64_t(185));
        feed.alertsCommitted(alertsFrom(186, 5), 5, 0, 0);
        const AlertFeed::Drained after = feed.drain();
        QVERIFY(!after.skipped);
        QCOMPARE(after.alerts.size(), size_t(5));
    }

    void signalsArriveOnTheMainThread()
    {
        AlertFeed feed;
        QThread *seen = nullptr;
        connect(&feed, &AlertFeed::ready, this, [&seen] { seen = QThread::currentThread(); });
        std::thread writer([&feed] { feed.alertsCommitted(alertsFrom(1, 3), 3, 0, 0); });
        writer.join();
        QTRY_COMPARE(seen, QThread::currentThread());
    }
};

QTEST_GUILESS_MAIN(TestAlertFeed)
#include "tst_alertfeed.moc"
