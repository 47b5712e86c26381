// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/demo/demobroker.h"
#include "core/streams/demo/demostream.h"
#include "support/streambench.h"
#include "ui/models/streammodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <librdkafka/rdkafka.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::StreamBench;

namespace {

QStringList names(const StreamModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all << model.index(row).data().toString();
    return all;
}

} // namespace

class StreamModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void followsTheStoredStreams();
    void stoppedStreamSaysWho();
    void demoBringsItsTopics();
    void saysNoSecret();
    void missingPasswordIsSaid();
    void networkTroubleSaysSinceAndNextTry();
    void logsAreKeptApart();
    void othersMayChangeTheFile();
};

void StreamModelTest::followsTheStoredStreams()
{
    StreamBench bench;
    StreamModel model(bench.manager);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(bench.manager.add(StreamBench::kafka(u"first"_s)));
    QVERIFY(bench.manager.add(StreamBench::kafka(u"second"_s)));
    QCOMPARE(names(model), (QStringList{u"first"_s, u"second"_s}));

    streams::StreamConfig changed = *bench.manager.find(u"first"_s);
    changed.name = u"renamed"_s;
    changed.label = u"For people"_s;
    QVERIFY(bench.manager.update(changed));
    QCOMPARE(names(model), (QStringList{u"For people"_s, u"second"_s}));
    QCOMPARE(model.totals().configured, 2);
    QCOMPARE(model.totals().stopped, 2);
    QVERIFY(model.totals().real);

    QVERIFY(bench.manager.remove(changed.uuid));
    QCOMPARE(names(model), QStringList{u"second"_s});
    QVERIFY(!model.indexOf(changed.uuid).isValid());
    QVERIFY(!model.config(changed.uuid));
}

void StreamModelTest::stoppedStreamSaysWho()
{
    StreamBench bench;
    StreamModel model(bench.manager);
    QVERIFY(bench.manager.add(StreamBench::kafka(u"one"_s)));
    const QModelIndex line = model.index(0);
    QCOMPARE(line.data(StreamModel::CauseRole).toString(), u"not started"_s);
    bench.manager.start(bench.uuid(u"one"_s));
    QCOMPARE(line.data(StreamModel::StateRole).toInt(), static_cast<int>(streams::State::Connecting));
    QVERIFY(line.data(StreamModel::RunningRole).toBool());
    QCOMPARE(model.totals().connecting, 1);
    bench.manager.stop(bench.uuid(u"one"_s));
    QCOMPARE(line.data(StreamModel::StateRole).toInt(), static_cast<int>(streams::State::Stopped));
    QVERIFY(line.data(StreamModel::CauseRole).toString().startsWith(u"by you, "_s));
    QVERIFY(line.data(Qt::AccessibleTextRole).toString().startsWith(u"one, Stopped, by you"_s));

    streams::StreamConfig off = *bench.manager.find(u"one"_s);
    off.enabled = false;
    QVERIFY(bench.manager.update(off));
    QCOMPARE(model.index(0).data(StreamModel::CauseRole).toString(), u"disabled"_s);
    QSignalSpy stopped(&bench.manager, &services::StreamManager::allStopped);
    bench.manager.stopAll();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.count(), 1, 5000);
}

void StreamModelTest::demoBringsItsTopics()
{
    StreamBench bench;
    StreamModel model(bench.manager);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(bench.manager.add(StreamBench::kafka(u"beside"_s)));
    const streams::StreamConfig demo = demo::demoStreamConfig(1, 20, 0);
    bench.manager.startTransient({.config = demo, .startOverride = {}, .untilEnd = false});
    QVERIFY(model.isTransient(demo.uuid));
    QVERIFY(model.totals().demo);
    QTRY_VERIFY_WITH_TIMEOUT(!model.status(demo.uuid).topics.empty(), 15'000);
    QTRY_COMPARE_WITH_TIMEOUT(model.totals().listening, 1, 15'000);
    const auto topics = static_cast<int>(model.status(demo.uuid).topics.size());

    const QModelIndex line = model.indexOf(demo.uuid);
    QCOMPARE(line.data(StreamModel::InstanceRole).toString(), u"Demo"_s);
    QVERIFY(line.data(StreamModel::FoldableRole).toBool());
    model.setFolded(demo.uuid, false);
    QCOMPARE(model.rowCount(), 2 + topics);
    const QModelIndex topic = model.index(line.row() + 1);
    QVERIFY(topic.data(StreamModel::IsTopicRole).toBool());
    QCOMPARE(topic.data(StreamModel::UuidRole).toString(), demo.uuid);
    QVERIFY(topic.data(Qt::AccessibleTextRole).toString().startsWith(u"Topic "_s));
    model.setFolded(demo.uuid, true);
    QCOMPARE(model.rowCount(), 2);

    bench.manager.stop(demo.uuid);
    QCOMPARE(model.index(1).data(StreamModel::StateRole).toInt(), static_cast<int>(streams::State::Stopped));
    QVERIFY(model.config(demo.uuid)); // can be started again
    QSignalSpy stopped(&bench.manager, &services::StreamManager::allStopped);
    bench.manager.stopAll();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.count(), 1, 5000);
}

void StreamModelTest::saysNoSecret()
{
    StreamBench bench;
    StreamModel model(bench.manager);
    streams::StreamConfig config = StreamBench::kafka(u"guarded"_s);
    config.values.set(u"security"_s, u"SASL_SSL"_s);
    config.values.set(u"user"_s, u"person"_s);
    config.values.set(u"password"_s, u"hunter2-secret"_s);
    QVERIFY(bench.manager.add(config));
    const QString said = model.statusText(bench.uuid(u"guarded"_s));
    QVERIFY(said.startsWith(u"guarded (kafka)"_s));
    QVERIFY(!said.contains(u"hunter2"_s));
    for (const int role : {static_cast<int>(Qt::DisplayRole), static_cast<int>(Qt::ToolTipRole), static_cast<int>(Qt::AccessibleTextRole)})
        QVERIFY(!model.index(0).data(role).toString().contains(u"hunter2"_s));
}

void StreamModelTest::missingPasswordIsSaid()
{
    StreamBench bench;
    StreamModel model(bench.manager);
    QVERIFY(bench.manager.add(StreamBench::signedIn(u"one"_s)));
    const QString uuid = bench.uuid(u"one"_s);
    QCOMPARE(model.missingSecret(uuid), u"password"_s);
    bench.manager.start(uuid);
    const QModelIndex line = model.index(0);
    QCOMPARE(line.data(StreamModel::StateRole).toInt(), static_cast<int>(streams::State::NeedsSignIn));
    QCOMPARE(line.data(StreamModel::CauseRole).toString(), u"password"_s);
    QVERIFY(line.data(Qt::ToolTipRole).toString().contains(u"Sign-in needed · password\nsince "_s));
    QVERIFY(!bench.manager.log(uuid).empty() && bench.manager.log(uuid).back().text.contains(u"password"_s));
    QCOMPARE(model.totals().needSignIn, 1);

    streams::StreamConfig known = *bench.manager.find(uuid);
    known.values.set(u"password"_s, u"hunter2-secret"_s);
    QVERIFY(bench.manager.update(known));
    QVERIFY(model.missingSecret(uuid).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(model.status(uuid).state != streams::State::NeedsSignIn, 5'000);
    // One of librdkafka's own settings may bring it.
    streams::StreamConfig other = StreamBench::signedIn(u"two"_s);
    other.values.set(u"properties"_s, QVariantMap{{u"sasl.password"_s, u"x"_s}});
    QVERIFY(bench.manager.add(other));
    QVERIFY(model.missingSecret(bench.uuid(u"two"_s)).isEmpty());
    QSignalSpy stopped(&bench.manager, &services::StreamManager::allStopped);
    bench.manager.stopAll();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.count(), 1, 5000);
}

void StreamModelTest::networkTroubleSaysSinceAndNextTry()
{
    StreamBench bench;
    StreamModel model(bench.manager);
    QVERIFY(bench.manager.add(StreamBench::kafka(u"one"_s)));
    const QString uuid = bench.uuid(u"one"_s);
    bench.manager.start(uuid);
    QTRY_COMPARE_WITH_TIMEOUT(model.status(uuid).state, streams::State::Stale, 15'000);
    const QModelIndex line = model.index(0);
    QTRY_VERIFY_WITH_TIMEOUT(line.data(StreamModel::CauseRole).toString().contains(u", next try in "_s), 15'000);
    QVERIFY2(!line.data(StreamModel::CauseRole).toString().contains(u".,"_s), qPrintable(line.data(StreamModel::CauseRole).toString()));
    QVERIFY(line.data(Qt::ToolTipRole).toString().contains(u"\nsince "_s));
    const auto &log = bench.manager.log(uuid);
    QVERIFY(std::ranges::any_of(log, [](const streams::LogLine &said) { return said.text.startsWith(u"Stale: "_s); }));
    QSignalSpy stopped(&bench.manager, &services::StreamManager::allStopped);
    bench.manager.stopAll();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.count(), 1, 5000);
}

// Two streams share a client: what concerns a topic of one is not said to the other.
void StreamModelTest::logsAreKeptApart()
{
    demo::DemoBroker broker(demo::DemoBroker::Settings{.seed = 1, .speed = 1, .count = 1});
    const Result<std::string> address = broker.start();
    QVERIFY(address);
    StreamBench bench;
    StreamModel model(bench.manager);
    const QString server = QString::fromStdString(address.value());
    for (const auto &[name, topics] : {std::pair{u"one"_s, u"gcn.*, alerts.*"_s}, std::pair{u"two"_s, u"gcn.*"_s}}) {
        streams::StreamConfig config = StreamBench::kafka(name, server);
        config.values.set(u"topics"_s, topics.split(u", "_s));
        config.values.set(u"properties"_s, QVariantMap{{u"topic.metadata.refresh.interval.ms"_s, u"300"_s}});
        QVERIFY(bench.manager.add(config));
        bench.manager.start(bench.uuid(name));
    }
    const QString one = bench.uuid(u"one"_s);
    const QString two = bench.uuid(u"two"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!model.status(one).topics.empty() && !model.status(two).topics.empty(), 15'000);
    const auto says = [&](const QString &uuid) {
        return std::ranges::any_of(bench.manager.log(uuid), [](const streams::LogLine &line) { return line.text.contains(u"alerts.new"_s); });
    };
    rd_kafka_conf_t *conf = rd_kafka_conf_new();
    char why[200] = {};
    QCOMPARE(rd_kafka_conf_set(conf, "bootstrap.servers", address.value().c_str(), why, sizeof why), RD_KAFKA_CONF_OK);
    rd_kafka_t *producer = rd_kafka_new(RD_KAFKA_PRODUCER, conf, why, sizeof why);
    QVERIFY2(producer, why);
    rd_kafka_producev(producer, RD_KAFKA_V_TOPIC("alerts.new"), RD_KAFKA_V_VALUE(why, 1), RD_KAFKA_V_END);
    rd_kafka_flush(producer, 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(says(one), 15'000);
    QVERIFY(!says(two));
    rd_kafka_destroy(producer);
    QSignalSpy stopped(&bench.manager, &services::StreamManager::allStopped);
    bench.manager.stopAll();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.count(), 1, 5000);
}

// The command line adds, changes and removes streams while the window runs.
void StreamModelTest::othersMayChangeTheFile()
{
    StreamBench bench;
    StreamModel model(bench.manager);
    streams::StreamConfig guarded = StreamBench::signedIn(u"guarded"_s);
    guarded.values.set(u"password"_s, u"hunter2-secret"_s);
    QVERIFY(bench.manager.add(guarded));
    const QString uuid = bench.uuid(u"guarded"_s);
    bench.manager.startAutomatic();
    services::StreamStore other(bench.store.file());
    QVERIFY(other.load());
    QVERIFY(other.add(StreamBench::kafka(u"added"_s)));
    QTRY_COMPARE(names(model), (QStringList{u"guarded"_s, u"added"_s}));
    QVERIFY(model.missingSecret(uuid).isEmpty()); // is still known
    streams::StreamConfig renamed = *other.find(uuid);
    renamed.name = u"other-name"_s;
    QVERIFY(other.update(renamed));
    QTRY_COMPARE(names(model), (QStringList{u"other-name"_s, u"added"_s}));
    QVERIFY(other.remove(other.find(u"added"_s)->uuid));
    QTRY_COMPARE(names(model), QStringList{u"other-name"_s});
}

QTEST_MAIN(StreamModelTest)
#include "tst_streammodel.moc"
