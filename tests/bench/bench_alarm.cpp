// SPDX-License-Identifier: GPL-3.0-or-later
// From a message at a real broker to an alarm that is written down, and to its bell, which one program of a home rings: 100 trials, with what the way to a durable row
// takes in the same run as the yardstick.
#include "core/alarms/alarmbook.h"
#include "core/alarms/ringturns.h"
#include "core/rules/ruleengine.h"
#include "core/services/engine.h"
#include "rig/rig.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <librdkafka/rdkafka.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int kTrials = 100;

class Committed final : public archive::CommitListener
{
public:
    void alertsCommitted(std::vector<std::shared_ptr<const Alert>>, uint64_t, uint64_t, uint64_t) override { when = Clock::now().time_since_epoch().count(); }
    void archiveTrouble(const QString &) override {}
    std::atomic<int64_t> when{0};
};

double milliseconds(int64_t ns)
{
    return static_cast<double>(ns) * 1e-6;
}

void print(const char *what, std::vector<int64_t> times)
{
    std::ranges::sort(times);
    const auto at = [&](double part) { return milliseconds(times[static_cast<size_t>(part * static_cast<double>(times.size() - 1))]); };
    std::printf("%-28s  p50 %6.1f ms   p90 %6.1f ms   p99 %6.1f ms   max %6.1f ms\n", what, at(0.5), at(0.9), at(0.99), milliseconds(times.back()));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    rig::KafkaRig kafka;
    if (!kafka.up() || !kafka.createTopic(u"alerts"_s, 1)) {
        std::printf("skipped: %s\n", qPrintable(kafka.why()));
        return 77;
    }
    const QTemporaryDir home;
    services::EngineSettings settings{.places = Places::resolve(home.path())};
    {
        rules::RuleStore store(services::Engine::rulesFile(settings.places, {}));
        (void)store.add({.name = u"waves"_s, .filter = u"messenger = \"gw\" and significant"_s, .actions = {{.kind = u"notify"_s}, {.kind = u"sound"_s}}});
        (void)store.setEnabled(u"waves"_s, true, true);
    }
    services::Engine engine(settings);
    if (!engine.open())
        return 1;
    alarms::RingTurns turns(engine.alarms());
    QObject::connect(&engine.alarms(), &alarms::AlarmBook::sounds, &turns, &alarms::RingTurns::handleDue);
    Committed committed;
    engine.setListener(committed);
    engine.rules().start();
    streams::StreamConfig config{.uuid = u"bench"_s, .name = u"bench"_s, .type = u"kafka"_s};
    config.values.set(u"servers"_s, QStringList{kafka.plain()});
    config.values.set(u"topics"_s, QStringList{u"alerts"_s});
    engine.manager().startTransient({.config = config, .startOverride = u"earliest"_s});

    char text[256];
    rd_kafka_conf_t *conf = rd_kafka_conf_new();
    rd_kafka_conf_set(conf, "bootstrap.servers", kafka.plain().toUtf8().constData(), text, sizeof text);
    rd_kafka_conf_set(conf, "linger.ms", "0", text, sizeof text);
    rd_kafka_t *producer = rd_kafka_new(RD_KAFKA_PRODUCER, conf, text, sizeof text);

    std::vector<int64_t> toRow;
    std::vector<int64_t> toAlarm;
    std::vector<int64_t> toBell;
    for (int trial = -3; trial < kTrials; ++trial) { // the first ones also connect
        QEventLoop loop;
        int64_t heard = 0;
        int64_t written = 0;
        QObject::connect(&engine.alarms(), &alarms::AlarmBook::sounds, &loop, [&] { written = Clock::now().time_since_epoch().count(); });
        QObject::connect(&turns, &alarms::RingTurns::ours, &loop, [&] {
            heard = Clock::now().time_since_epoch().count();
            loop.quit();
        });
        QTimer::singleShot(trial < 0 ? 30s : 5s, &loop, &QEventLoop::quit);
        const std::string name = "S2609" + std::to_string(100 + trial) + "a";
        const std::string value = R"({"alert_type": "INITIAL", "time_created": "2026-09-14T00:01:00Z", "superevent_id": ")" + name
            + R"(", "urls": {}, "event": {"time": "2026-09-14T00:00:00Z", "far": 1e-9, "significant": true, "classification": {"BNS": 0.97}}, "external_coinc": null})";
        const rd_kafka_vu_t parts[] = {{.vtype = RD_KAFKA_VTYPE_TOPIC, .u = {.cstr = "alerts"}},
                                       {.vtype = RD_KAFKA_VTYPE_VALUE, .u = {.mem = {const_cast<char *>(value.data()), value.size()}}},
                                       {.vtype = RD_KAFKA_VTYPE_MSGFLAGS, .u = {.i = RD_KAFKA_MSG_F_COPY}}};
        const int64_t sent = Clock::now().time_since_epoch().count();
        if (rd_kafka_error_t *error = rd_kafka_produceva(producer, parts, std::size(parts)))
            rd_kafka_error_destroy(error);
        loop.exec();
        if (heard == 0) {
            std::printf("trial %d was not heard\n", trial);
            return 1;
        }
        if (trial >= 0) {
            toRow.push_back(committed.when - sent);
            toAlarm.push_back(written - sent);
            toBell.push_back(heard - sent);
        }
        rd_kafka_poll(producer, 0);
        // At an odd moment: nothing here may live by a clock of its own.
        QTimer::singleShot(std::chrono::milliseconds(37 + (trial * 61 + 200) % 290), &loop, &QEventLoop::quit);
        loop.exec();
    }
    print("broker to a durable row", toRow);
    print("broker to the alarm", toAlarm);
    print("broker to its bell", toBell);
    std::ranges::sort(toRow);
    std::ranges::sort(toAlarm);
    std::printf("ratio of the medians %.2f, of the 99th percentiles %.2f (%d trials)\n", static_cast<double>(toAlarm[kTrials / 2]) / static_cast<double>(toRow[kTrials / 2]),
                static_cast<double>(toAlarm[kTrials - 2]) / static_cast<double>(toRow[kTrials - 2]), kTrials);
    rd_kafka_flush(producer, 1'000);
    rd_kafka_destroy(producer);
    QEventLoop loop;
    QObject::connect(&engine, &services::Engine::finished, &loop, &QEventLoop::quit);
    engine.shutDown();
    if (!engine.isFinished())
        loop.exec();
    return 0;
}
