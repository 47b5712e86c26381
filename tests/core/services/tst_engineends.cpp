// SPDX-License-Identifier: GPL-3.0-or-later
// Lives of the whole engine that end in the middle of everything: streams that deliver, rules that act, programs, web servers
// and brokers that hang, a TOM that does not answer, somebody who judges. Each life ends in time, the next one goes on, and
// nobody is woken twice. It is made for the sanitizers; TOCSIN_LIVES says how many lives, 25 without.
#include "core/services/engine.h"

#include "core/alarms/alarmbook.h"
#include "core/alarms/ringer.h"
#include "core/rules/ruleengine.h"
#include "core/services/triagedesk.h"
#include "rig/desktop.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <set>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using services::Engine;

namespace {

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr qint64 kPromise = 15'000;
#else
constexpr qint64 kPromise = 3'000;
#endif
constexpr int kPackets = 60; // of a life
constexpr int kTogether = 3; // of a batch

std::atomic<int64_t> nextPacket{0};

Batch someBatch()
{
    static const auto where = std::make_shared<const Lane>(Lane{"kafka:test", "night", 0, 0});
    static const auto who = std::make_shared<const StreamRef>(StreamRef{"u-1", "feeding", "public", false});
    Batch batch;
    auto memory = std::make_shared<std::vector<std::string>>();
    for (int i = 0; i < kTogether; ++i) {
        const auto number = static_cast<long long>(nextPacket++);
        memory->push_back(QString::asprintf(R"({"name": "N%lld", "event": "E%lld", "ra": %.4f, "dec": 20.5, "mag": %.1f})", number, number, double(number % 3'600) / 10, 14.0 + double(number % 8)).toStdString());
    }
    for (int i = 0; i < kTogether; ++i) {
        Packet packet;
        packet.lane = where;
        packet.position = nextPacket - kTogether + i;
        packet.value = (*memory)[static_cast<size_t>(i)];
        packet.stream = who;
        packet.brokerTime = packet.received = UtcTime::now();
        batch.bytes += packet.value.size();
        batch.packets.push_back(packet);
    }
    batch.positions.push_back({who, where, nextPacket, 0, 0});
    batch.keepAlive = memory;
    return batch;
}

// Reads nothing and delivers some packets, on a thread as real ones do.
class FeedingConsumer final : public streams::Consumer
{
public:
    explicit FeedingConsumer(const streams::ConsumerContext &context) : m_thread([this, sink = context.sink](const std::stop_token &stop) { run(sink, stop); }) {}
    void setStreams(const std::vector<streams::Assignment> &) override {}
    void stop() override { m_thread.request_stop(); }

private:
    void run(streams::BatchSink *sink, const std::stop_token &stop)
    {
        for (int sent = 0; sent < kPackets && !stop.stop_requested(); sent += kTogether) {
            Batch batch = someBatch();
            while (!stop.stop_requested() && !sink->offer(batch))
                sink->waitForRoom(5);
        }
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any stopped;
        stopped.wait(lock, stop, [] { return false; });
        QMetaObject::invokeMethod(this, &Consumer::stopped, Qt::QueuedConnection);
    }
    std::jthread m_thread;
};

streams::StreamConfig feeding()
{
    streams::StreamConfig config;
    config.uuid = u"u-1"_s;
    config.name = config.type = u"feeding"_s;
    return config;
}

// Connections are taken and never answered.
class SilentServer : public QTcpServer
{
public:
    SilentServer() { listen(QHostAddress::LocalHost); }
    [[nodiscard]] QString address() const { return u"http://127.0.0.1:%1"_s.arg(serverPort()); }
};

} // namespace

class TestEngineEnds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        streams::addStreamType({.id = u"feeding"_s,
                                .label = "Feeding",
                                .consumerKey = [](const streams::StreamConfig &config) { return config.name; },
                                .create = [](const streams::ConsumerContext &context) { return std::make_unique<FeedingConsumer>(context); }});
        // An account whose secret needs no keychain.
        const QString credentials = m_home.filePath(u"credentials"_s);
        QVERIFY(QDir().mkpath(credentials));
        write(credentials + u"/obs"_s, "token");
        QVERIFY(QFile::setPermissions(credentials + u"/obs"_s, QFile::ReadOwner));
        qputenv("CREDENTIALS_DIRECTORY", QFile::encodeName(credentials));
        QVERIFY(QDir().mkpath(m_places.config));
        write(m_places.config + u"/rules.json"_s, R"({"rules": [
            {"name": "each", "enabled": true, "filter": "mag < 30", "rehearsed": "2026-09-14T22:00:00Z", "repeat": "60s", "actions": [
                "notify", "sound", "mark", {"kind": "tag", "tag": "seen"}, {"kind": "target", "when": "alert"}, {"kind": "log", "when": "alert"},
                {"kind": "program", "command": "/bin/cat", "at_once": 4}]},
            {"name": "hang", "enabled": true, "filter": "mag < 16", "rehearsed": "2026-09-14T22:00:00Z", "actions": [
                {"kind": "program", "command": "/bin/sleep 60"}, {"kind": "webhook", "url": "SILENT/hook", "when": "alert"},
                {"kind": "target", "tom": "obs", "when": "alert"}, {"kind": "kafka", "stream": "away", "topic": "there", "when": "alert"}]}]})");
        const QString watch = watch::Watchlists::folderOf(m_places, {});
        QVERIFY(watch::Watchlists(watch).add(u"mine"_s, {.sources = {{"near", 10, 20.5, 5}}}).ok());
        QVERIFY(watch::writeCoincidences(watch::coincidenceFile(watch), {{.name = u"both"_s, .a = u"mag < 15"_s, .b = u"mag > 18"_s, .floor = 10}}).ok());
    }

    void endsInTheMiddle()
    {
        const int lives = qEnvironmentVariableIntValue("TOCSIN_LIVES") > 0 ? qEnvironmentVariableIntValue("TOCSIN_LIVES") : 25;
        QRandomGenerator random(7);
        qint64 longest = 0;
        for (int life = 0; life < lives; ++life) {
            auto engine = std::make_unique<Engine>(services::EngineSettings{.places = m_places, .feedCapacity = 1'000});
            QVERIFY(engine->open().ok());
            if (life == 0)
                makeAccountAndStream(*engine);
            auto ringer = std::make_unique<alarms::Ringer>(engine->alarms());
            ringer->setArmed(2);
            auto desk = std::make_unique<services::TriageDesk>(engine->archive(), engine->journal(), &engine->notes());
            engine->rules().start();
            engine->manager().startAutomatic();
            engine->manager().startTransient({.config = feeding()});
            liveUntil(*engine, *desk, random.bounded(kPackets), static_cast<int>(random.bounded(4)));
            if (QTest::currentTestFailed())
                return;
            QElapsedTimer clock;
            clock.start();
            const int how = life % 3;
            QSignalSpy finished(engine.get(), &Engine::finished);
            if (how != 0) // else it ends with its owner, as a command does that was wrong
                engine->shutDown();
            if (how == 1)
                QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 10'000);
            ringer.reset();
            desk.reset();
            engine.reset();
            longest = std::max(longest, clock.elapsed());
            QVERIFY2(clock.elapsed() < kPromise, qPrintable(u"life %1: %2 ms"_s.arg(life).arg(clock.elapsed())));
        }
        qInfo("%d lives, the longest end took %lld ms", lives, static_cast<long long>(longest));
        nothingHappenedTwice();
    }

private:
    void write(const QString &path, const QByteArray &text) const
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(text).replace("SILENT", m_silent.address().toUtf8()));
    }

    void makeAccountAndStream(Engine &engine)
    {
        QVERIFY(engine.vault().open().ok());
        vault::Account account{.name = u"obs"_s, .kind = u"tom"_s};
        account.values.set(u"url"_s, m_silent.address());
        account.place = u"credentials"_s;
        std::optional<Outcome> made;
        engine.vault().add(account, {}, [&made](const Outcome &outcome) { made = outcome; });
        QTRY_VERIFY(made.has_value());
        QVERIFY2(made->ok(), made->ok() ? "" : qPrintable(made->error().message));
        streams::StreamConfig away; // nobody is there
        away.name = u"away"_s;
        away.type = u"kafka"_s;
        away.values.set(u"servers"_s, QStringList{u"127.0.0.1:9"_s});
        away.values.set(u"topics"_s, QStringList{u"alerts"_s});
        QVERIFY(engine.manager().add(away).ok());
    }

    // Until so many rows came, and now and then somebody does something.
    static void liveUntil(Engine &engine, services::TriageDesk &desk, int rows, int deeds)
    {
        int came = 0;
        int64_t last = 0;
        QObject person;
        QTRY_VERIFY_WITH_TIMEOUT([&] {
            for (const auto &alert : engine.feed().drain().alerts) {
                ++came;
                last = alert->row;
            }
            if (deeds > 0 && last > 0) {
                const int64_t row = last;
                switch (--deeds) {
                case 0:
                    desk.act([row](triage::Triage &triage) { return triage.note({row}, "odd"); });
                    desk.makeLog(triage::lastHours(std::chrono::hours(12), UtcTime::now()));
                    break;
                case 1:
                    desk.act([row](triage::Triage &triage) { return triage.ignore({row}); });
                    engine.alarms().acknowledgeAll(u"window"_s);
                    break;
                default:
                    engine.targets().draft(row, &person, [&engine, &person](const Result<tom::Draft> &draft) {
                        if (draft) {
                            engine.targets().lookUp(u"obs"_s, draft.value(), &person, [](const Result<tom::Lookup> &) {});
                            engine.targets().create(u"obs"_s, draft.value(), true, 0ms, &engine, {});
                        }
                    });
                    desk.match(engine.places().archive, watch::Watchlists(watch::Watchlists::folderOf(engine.places(), {})));
                }
            }
            return came >= rows;
        }(), 60'000);
    }

    void nothingHappenedTwice()
    {
        journal::Journal journal(journal::Journal::fileIn(m_places.archive));
        const auto targets = tom::readTargets(journal);
        QVERIFY(targets.ok());
        std::set<int64_t> rows;
        for (const tom::TargetRecord &record : targets.value()) {
            if (record.account.isEmpty())
                QVERIFY2(rows.insert(record.draft.row).second, qPrintable(u"two targets of row %1"_s.arg(record.draft.row)));
        }
        QVERIFY(!rows.empty());
        alarms::AlarmBook book(journal);
        std::optional<std::vector<alarms::Alarm>> log;
        book.list({}, 1'000'000, &book, [&log](const Result<std::vector<alarms::Alarm>> &list) { log = list.ok() ? list.value() : std::vector<alarms::Alarm>(); });
        QTRY_VERIFY(log.has_value());
        std::set<std::pair<QString, QString>> raised;
        for (const alarms::Alarm &alarm : *log)
            QVERIFY2(raised.emplace(alarm.rule, alarm.event).second, qPrintable(alarm.rule + u' ' + alarm.event));
        QVERIFY(!raised.empty());
    }

    QTemporaryDir m_home;
    const Places m_places = Places::resolve(m_home.filePath(u"home"_s));
    SilentServer m_silent; // the TOM, and a hook
};

int main(int argc, char **argv)
{
    rig::Desktop desktop; // nobody's own one rings
    if (!desktop.up())
        return rig::desktopIsMissing(desktop.why());
    QCoreApplication app(argc, argv);
    QLoggingCategory::setFilterRules(u"tocsin.*=false"_s); // what hangs is said in each life
    TestEngineEnds test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_engineends.moc"
