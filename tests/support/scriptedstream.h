// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/stream.h"

#include <algorithm>
#include <atomic>

namespace tocsin::tests {

class ScriptedConsumer;

// What all scripted consumers of a test have in common. Main thread.
struct ScriptedStage {
    std::vector<ScriptedConsumer *> consumers; // that live
    int made = 0;
    bool endAtOnce = true; // stopped() follows stop(); else the test says when
    std::atomic<int> looks = 0; // at the network rung of the ladder, which never holds
    std::atomic<int> signIns = 0;
    std::vector<streams::StreamConfig> fetched; // of which the gaps were fetched; read it behind GapFetch::finished()
    static ScriptedStage &instance()
    {
        static ScriptedStage stage;
        return stage;
    }
};

// A consumer that reads nothing and does what the test says.
class ScriptedConsumer final : public streams::Consumer
{
public:
    explicit ScriptedConsumer(const streams::ConsumerContext &context) : sink(context.sink)
    {
        ScriptedStage::instance().consumers.push_back(this);
        ++ScriptedStage::instance().made;
    }
    ~ScriptedConsumer() override { std::erase(ScriptedStage::instance().consumers, this); }

    void setStreams(const std::vector<streams::Assignment> &streams) override { assignments = streams; }
    void stop() override
    {
        stopping = true;
        if (ScriptedStage::instance().endAtOnce)
            QMetaObject::invokeMethod(this, &Consumer::stopped, Qt::QueuedConnection);
    }
    void end() { Q_EMIT stopped(); }
    void say(const QString &uuid, streams::State state)
    {
        streams::StreamStatus status;
        status.state = state;
        Q_EMIT statusChanged(uuid, status);
    }
    void sayTrouble(const QString &uuid, ErrorKind kind, const QString &cause)
    {
        streams::StreamStatus status;
        status.state = streams::State::Stale;
        status.errorKind = kind;
        status.cause = cause;
        Q_EMIT statusChanged(uuid, status);
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList list;
        for (const streams::Assignment &assignment : assignments)
            list << assignment.config.name;
        list.sort();
        return list;
    }

    std::vector<streams::Assignment> assignments;
    bool stopping = false;
    streams::BatchSink *sink = nullptr;
};

// The kind "scripted": streams with the same `servers` share a consumer. Once, before streams are used.
inline void addScriptedStreams()
{
    streams::addStreamType({
        .id = QStringLiteral("scripted"),
        .label = "Scripted",
        .options = {{.key = QStringLiteral("servers"), .defaultValue = QString()},
                    {.key = QStringLiteral("start"), .defaultValue = QStringLiteral("resume")},
                    {.key = QStringLiteral("account"), .defaultValue = QString()},
                    {.key = QStringLiteral("user"), .defaultValue = QString()},
                    {.key = QStringLiteral("secret"), .type = options::OptionType::Secret, .defaultValue = QString(),
                     .requiredWhen = [](const options::OptionValues &values) { return !values.stored().value(QStringLiteral("account")).toString().isEmpty(); }}},
        .consumerKey = [](const streams::StreamConfig &config) { return config.values.stored().value(QStringLiteral("servers")).toString(); },
        .create = [](const streams::ConsumerContext &context) { return std::make_unique<ScriptedConsumer>(context); },
        .fetch = [](const streams::FetchRequest &request, const streams::FetchTold &) -> Result<streams::FetchProgress> {
            ScriptedStage::instance().fetched.push_back(request.config);
            return streams::FetchProgress{};
        },
        .ladder = [](const streams::StreamConfig &) -> std::vector<ladder::Step> {
            return {{.what = QStringLiteral("Sign-in"), .signsIn = true, .go = [](const ladder::Climb &) {
                         ++ScriptedStage::instance().signIns;
                         return ladder::RungEnd::held({});
                     }},
                    {.what = QStringLiteral("TLS"), .signsIn = false, .go = [](const ladder::Climb &) {
                         ++ScriptedStage::instance().looks;
                         return ladder::RungEnd::failed({.kind = ErrorKind::TlsRefused, .message = QStringLiteral("It is another host's."), .remedy = QStringLiteral("Write its name.")});
                     }}};
        },
    });
}

inline streams::StreamConfig scriptedStream(const QString &name, const QString &servers)
{
    streams::StreamConfig config;
    config.uuid = QStringLiteral("uuid-of-") + name;
    config.name = name;
    config.type = QStringLiteral("scripted");
    config.values.set(QStringLiteral("servers"), servers);
    return config;
}

} // namespace tocsin::tests
