// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/demo/demostream.h"

#include "core/streams/demo/demobroker.h"
#include "core/streams/mappingoption.h"

#include <QCoreApplication>

#include <memory>

namespace tocsin::demo {

using namespace Qt::StringLiterals;
using options::OptionType;
using streams::Assignment;
using streams::Consumer;
using streams::StreamConfig;

namespace {

// Passes batches on and tells the broker how far it may run ahead.
class CountingSink final : public streams::BatchSink
{
public:
    CountingSink(streams::BatchSink &sink, DemoBroker &broker) : m_sink(sink), m_broker(broker) {}
    bool offer(Batch &batch) override
    {
        size_t bytes = 0;
        for (const Packet &packet : batch.packets)
            bytes += packet.value.size();
        if (!m_sink.offer(batch))
            return false;
        m_broker.taken(bytes);
        return true;
    }
    bool waitForRoom(int ms) override { return m_sink.waitForRoom(ms); }

private:
    streams::BatchSink &m_sink;
    DemoBroker &m_broker;
};

// The demo's broker and an ordinary Kafka consumer that reads it: alerts go the very same way as real ones. Lives on
// the main thread.
class DemoConsumer final : public Consumer
{
    Q_OBJECT
public:
    explicit DemoConsumer(const streams::ConsumerContext &context) : m_context(context) {}

    void setStreams(const std::vector<Assignment> &assignments) override
    {
        if (assignments.empty())
            return;
        if (!m_broker && !startBroker(assignments.front().config))
            return;
        std::vector<Assignment> inner = assignments;
        for (Assignment &assignment : inner) {
            options::OptionValues values;
            values.set(u"servers"_s, m_address);
            values.set(u"security"_s, u"PLAINTEXT"_s);
            values.set(u"topics"_s, QStringList{u"*"_s});
            values.set(u"start"_s, u"earliest"_s);
            assignment.config.values = values;
            // The night waits for its reader: what a live start passes over would hold it back for ever.
            assignment.startOverride.clear();
        }
        m_reader->setStreams(inner);
    }

    void stop() override
    {
        if (m_reader)
            m_reader->stop();
        else
            QMetaObject::invokeMethod(this, &Consumer::stopped, Qt::QueuedConnection);
    }

private:
    bool startBroker(const StreamConfig &config)
    {
        const streams::StreamType type = demoStreamType();
        const auto number = [&](const QString &key) { return config.values.value(type.options, key); };
        auto broker = std::make_unique<DemoBroker>(DemoBroker::Settings{.seed = number(u"seed"_s).toULongLong(),
                                                                        .speed = number(u"speed"_s).toLongLong() / 100.0,
                                                                        .count = number(u"count"_s).toLongLong()});
        const Result<std::string> address = broker->start();
        if (!address) {
            streams::StreamStatus status;
            status.state = streams::State::Stopped;
            status.cause = address.error().message;
            status.remedy = address.error().remedy;
            Q_EMIT statusChanged(config.uuid, status);
            return false;
        }
        m_address = QString::fromStdString(address.value());
        m_broker = std::move(broker);
        m_sink = std::make_unique<CountingSink>(*m_context.sink, *m_broker);
        m_reader = streams::findStreamType(u"kafka"_s)->create({.sink = m_sink.get(), .archive = m_context.archive});
        connect(m_reader.get(), &Consumer::statusChanged, this, &Consumer::statusChanged);
        connect(m_reader.get(), &Consumer::logged, this, &Consumer::logged);
        connect(m_reader.get(), &Consumer::stopped, this, &Consumer::stopped);
        return true;
    }

    const streams::ConsumerContext m_context;
    QString m_address;
    std::unique_ptr<DemoBroker> m_broker;
    std::unique_ptr<CountingSink> m_sink;
    std::unique_ptr<Consumer> m_reader; // last: ends before what it uses
};

} // namespace

streams::StreamType demoStreamType()
{
    return {
        .id = u"demo"_s,
        .label = QT_TRANSLATE_NOOP("streams", "Demo night"),
        .help = QT_TRANSLATE_NOOP("streams", "An invented night from a broker inside this program; no network, no account."),
        .options = {
            {.key = u"seed"_s, .type = OptionType::Integer, .label = QT_TRANSLATE_NOOP("options", "Seed"),
             .help = QT_TRANSLATE_NOOP("options", "The same number gives the same night."), .defaultValue = qlonglong{1}, .min = 0},
            {.key = u"speed"_s, .type = OptionType::Integer, .label = QT_TRANSLATE_NOOP("options", "Speed, per cent"),
             .help = QT_TRANSLATE_NOOP("options", "100 is as fast as life."), .defaultValue = qlonglong{100}, .min = 1, .max = 100'000},
            {.key = u"count"_s, .type = OptionType::Integer, .label = QT_TRANSLATE_NOOP("options", "Alerts"),
             .help = QT_TRANSLATE_NOOP("options", "Ends after so many alerts; 0 = no end."), .defaultValue = qlonglong{0}, .min = 0},
            streams::mappingOption(),
        },
        .consumerKey = [](const StreamConfig &config) { return u"demo\n"_s + config.uuid; },
        .create = [](const streams::ConsumerContext &context) { return std::make_unique<DemoConsumer>(context); },
        .ladder = [](const StreamConfig &) -> std::vector<ladder::Step> {
            return {{.what = QCoreApplication::translate("ladder", "First record"), .signsIn = false, .go = [](const ladder::Climb &) {
                         return ladder::RungEnd::held(QCoreApplication::translate("ladder", "made inside this program; no network, no account"));
                     }}};
        },
    };
}

StreamConfig demoStreamConfig(qint64 seed, double speed, qint64 count)
{
    StreamConfig config;
    config.uuid = u"demo"_s;
    config.name = u"demo"_s;
    config.label = QCoreApplication::translate("streams", "Demo night");
    config.type = u"demo"_s;
    config.values.set(u"seed"_s, seed);
    config.values.set(u"speed"_s, qRound64(speed * 100));
    config.values.set(u"count"_s, count);
    return config;
}

} // namespace tocsin::demo

#include "demostream.moc"
