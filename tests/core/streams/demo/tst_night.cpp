// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/alertchanges.h"
#include "core/compare/revisions.h"
#include "core/decoders/decoder.h"
#include "core/streams/demo/night.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <map>
#include <set>

using namespace tocsin;
using tocsin::demo::DemoMessage;
using tocsin::demo::DemoTopic;
using tocsin::demo::Night;

namespace {

constexpr int64_t kStart = 1'790'000'000'000'000; // 2026-09-21

std::vector<DemoMessage> firstMessages(uint64_t seed, size_t count)
{
    Night night(seed, kStart);
    std::vector<DemoMessage> messages;
    while (messages.size() < count)
        messages.push_back(night.next());
    return messages;
}

} // namespace

class TestNight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameSeedSameNight()
    {
        const auto one = firstMessages(7, 600);
        const auto two = firstMessages(7, 600);
        const auto other = firstMessages(8, 600);
        size_t differing = 0;
        for (size_t i = 0; i < one.size(); ++i) {
            QCOMPARE(one[i].topic, two[i].topic);
            QVERIFY(one[i].value == two[i].value);
            differing += one[i].value == other[i].value ? 0 : 1;
        }
        QVERIFY(differing > 500);
    }

    void messagesComeInOrderOnKnownTopics()
    {
        std::map<std::string, int> partitions;
        for (const DemoTopic &topic : Night::topics())
            partitions[topic.name] = topic.partitions;
        int total = 0;
        for (const auto &[name, count] : partitions)
            total += count;
        QVERIFY(total >= 8); // the mock keeps about 5 MiB a partition
        int64_t last = 0;
        for (const DemoMessage &message : firstMessages(1, 1'500)) {
            QVERIFY(message.dueMs >= last);
            last = message.dueMs;
            QVERIFY(partitions.contains(message.topic));
            QVERIFY(message.partition < partitions[message.topic]);
            QVERIFY(!message.value.empty());
        }
    }

    // Everything that the window is to show comes up in the first minutes.
    void nightIsTrueToLife()
    {
        std::set<std::string> waveTypes;
        std::set<std::string> topics;
        int unreadable = 0;
        int heartbeats = 0;
        for (const DemoMessage &message : firstMessages(1, 2'500)) {
            topics.insert(message.topic);
            heartbeats += message.heartbeat ? 1 : 0;
            if (message.topic == "igwn.gwalert") {
                const auto json = nlohmann::json::parse(message.value);
                waveTypes.insert(json["alert_type"].get<std::string>());
                if (!json["event"].is_null())
                    QVERIFY(json["event"]["skymap"].get<std::string>().size() > 4'000);
            }
            if (message.topic == "gcn.notices.fermi.gbm" && !nlohmann::json::accept(message.value))
                ++unreadable;
        }
        QCOMPARE(topics.size(), Night::topics().size());
        QVERIFY(waveTypes.contains("EARLYWARNING"));
        QVERIFY(waveTypes.contains("PRELIMINARY"));
        QVERIFY(waveTypes.contains("UPDATE"));
        QVERIFY(waveTypes.contains("RETRACTION"));
        QVERIFY(unreadable > 0);
        QVERIFY(heartbeats > 60);
    }

    // What the alert pane shows beside the revision before.
    void revisionsSayWhatChanged()
    {
        std::map<std::string, std::shared_ptr<Alert>> last;
        int stages = 0;
        int again = 0;
        for (const DemoMessage &message : firstMessages(1, 900)) {
            const auto decoded = decoders::decode({.value = message.value, .topic = message.topic});
            if (decoded.alerts.empty() || decoded.alerts.front()->event.empty())
                continue;
            const std::shared_ptr<Alert> &alert = decoded.alerts.front();
            std::shared_ptr<Alert> &before = last[alert->event];
            if (before && compare::isOfOneSeries(*before, *alert)) {
                const QString words = compare::changesInWords(compare::compareAlerts(*before, *alert));
                QVERIFY(!words.isEmpty());
                if (alert->mission == "LVK" && !alert->retraction) {
                    ++stages;
                    QVERIFY2(words.contains(u"90 % area") && words.contains(u"p(BNS)") && words.contains(u"FAR"), qPrintable(words));
                    QVERIFY(alert->area90.value < before->area90.value);
                    QCOMPARE(alert->distanceMpc.value, before->distanceMpc.value);
                }
                again += alert->mission == "ZTF" && words.startsWith(u"position moved") ? 1 : 0;
            }
            before = alert;
        }
        QVERIFY(stages >= 3);
        QVERIFY(again >= 5);
    }

    void noticeHasTheFieldsOfTheSchema()
    {
        for (const DemoMessage &message : firstMessages(1, 400)) {
            if (message.topic != "gcn.notices.einstein_probe.wxt.alert" || !nlohmann::json::accept(message.value))
                continue;
            const auto json = nlohmann::json::parse(message.value);
            QVERIFY(json["id"].is_array());
            QVERIFY(json["ra"].is_number());
            QVERIFY(json["trigger_time"].is_string());
            return;
        }
        QFAIL("no X-ray notice in the first 400 messages");
    }
};

QTEST_GUILESS_MAIN(TestNight)
#include "tst_night.moc"
