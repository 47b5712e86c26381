// SPDX-License-Identifier: GPL-3.0-or-later
// From append at the broker to the row painted: one message at a time into a live table, off screen. The yardstick is the
// round trip that the same client needs to append a message at all.
#include "core/services/engine.h"
#include "core/streams/kafka/kafkastream.h"
#include "rig/rig.h"
#include "ui/models/alerttablemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alerttable.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <librdkafka/rdkafka.h>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;
using namespace tocsin;

namespace {

// Says when the viewport was painted with so many rows.
class PaintWatch final : public QObject
{
public:
    PaintWatch(ui::AlertTableModel &model, QElapsedTimer &clock) : m_model(model), m_clock(clock) {}
    qint64 paintedNs = -1;
    int wanted = 0;
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && paintedNs < 0 && m_model.rowCount() >= wanted)
            QMetaObject::invokeMethod(this, [this] { paintedNs = paintedNs < 0 ? m_clock.nsecsElapsed() : paintedNs; }, Qt::QueuedConnection);
        return false;
    }

private:
    ui::AlertTableModel &m_model;
    QElapsedTimer &m_clock;
};

double at(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return values[static_cast<size_t>(share * static_cast<double>(values.size() - 1))];
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    ui::Theme::install();
    rig::KafkaRig rig;
    if (!rig.up() || !rig.createTopic(u"live"_s, 1)) {
        std::printf("skipped: %s\n", qPrintable(rig.why()));
        return 77;
    }
    const QTemporaryDir home;
    services::Engine engine({.places = Places::resolve(home.path())});
    if (!engine.open())
        return 1;
    ui::AlertTableModel model(engine.archive(), engine.feed());
    ui::AlertTable table(model);
    table.resize(1200, 800);
    table.show();
    QElapsedTimer clock;
    clock.start();
    PaintWatch watch(model, clock);
    table.viewport()->installEventFilter(&watch);
    const Result<streams::StreamConfig> config = streams::kafka::streamFromKafkaUrl(u"kafka://%1/live"_s.arg(rig.plain()));
    engine.manager().startTransient({.config = config.value(), .startOverride = u"earliest"_s});

    char error[512];
    rd_kafka_conf_t *conf = rd_kafka_conf_new();
    rd_kafka_conf_set(conf, "bootstrap.servers", qPrintable(rig.plain()), error, sizeof error);
    rd_kafka_conf_set(conf, "linger.ms", "0", error, sizeof error);
    rd_kafka_t *producer = rd_kafka_new(RD_KAFKA_PRODUCER, conf, error, sizeof error);
    std::vector<double> painted;
    std::vector<double> appended;
    constexpr int kMessages = 120;
    for (int i = 0; i < kMessages; ++i) {
        watch.wanted = i + 1;
        watch.paintedNs = -1;
        const std::string text = "{\"id\": \"" + std::to_string(i) + "\", \"name\": \"RIG\", \"ra\": 10.5, \"dec\": 20.5}";
        const qint64 begin = clock.nsecsElapsed();
        rd_kafka_producev(producer, RD_KAFKA_V_TOPIC("live"), RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY),
                          RD_KAFKA_V_VALUE(const_cast<char *>(text.data()), text.size()), RD_KAFKA_V_END);
        rd_kafka_flush(producer, 10'000);
        const qint64 there = clock.nsecsElapsed();
        if (!QTest::qWaitFor([&] { return watch.paintedNs >= 0; }, 20'000)) {
            std::printf("row %d was not painted\n", i);
            return 1;
        }
        // The first ones pay for connections.
        if (i >= 20) {
            appended.push_back(static_cast<double>(there - begin) * 1e-6);
            painted.push_back(static_cast<double>(std::max<qint64>(0, watch.paintedNs - there)) * 1e-6);
        }
        QTest::qWait(40); // so that each arrives after a pause
    }
    std::printf("append at the broker -> row painted: median %.1f ms, 90 %% %.1f ms, worst %.1f ms; the append itself %.1f ms; ratio %.1f\n", at(painted, 0.5),
                at(painted, 0.9), at(painted, 1), at(appended, 0.5), at(painted, 0.5) / std::max(0.001, at(appended, 0.5)));
    rd_kafka_destroy(producer);
    engine.shutDown();
    return QTest::qWaitFor([&] { return engine.isFinished(); }, 5'000) ? 0 : 1;
}
