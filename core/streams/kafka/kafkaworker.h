// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/kafka/batchledger.h"
#include "core/streams/kafka/brokerscout.h"
#include "core/streams/kafka/fetchwaker.h"
#include "core/streams/kafka/kafkasettings.h"
#include "core/streams/kafka/streamrun.h"
#include "core/streams/secretmask.h"
#include "core/streams/stream.h"

#include <QThread>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace tocsin::streams::kafka {

// The poll loop of one client: takes messages, fills batches, hands them to the sink, and stops taking while the sink
// is full. A blocking loop without slots; signals are coalesced. Owned by KafkaConsumer, whose thread may call
// setStreams() and requestStop(); all else happens in run().
class KafkaWorker final : public QThread
{
    Q_OBJECT
public:
    explicit KafkaWorker(const ConsumerContext &context);

    void setStreams(const std::vector<Assignment> &streams);
    void requestStop();

Q_SIGNALS:
    void statusChanged(const QString &uuid, const tocsin::streams::StreamStatus &status);
    void topicAppeared(const QString &uuid, const QString &topic);
    void logged(const QString &uuid, const tocsin::streams::LogLine &line);

protected:
    void run() override;

private:
    using Clock = std::chrono::steady_clock;

    // One stream's interest in one partition.
    struct Want {
        StreamRun *run = nullptr;
        PartitionStart start;
        int64_t next = 0; // the first offset that this stream has not had
        int64_t end = -1; // until-end: hand on nothing from here
        bool done = false;
        bool touched = false; // has packets in the open batch
        std::string_view lastValue; // of the open batch
        int64_t lastStampUs = UtcTime::kNone;
        uint64_t lastHash = 0;
    };
    struct Reading {
        LanePtr lane;
        std::vector<Want> wants;
        std::optional<LastKnown> probe; // look at this message first: is it the topic that we know?
        int64_t position = 0; // next offset to come
        bool atEnd = false;
    };
    struct Session; // client, scout and waker of one connection

    void serve(Session &session); // until stop, or a reason to begin anew
    void endSession(std::unique_ptr<Session> session);
    void takeCommands(Session *session);
    void takeFindings(Session &session);
    [[nodiscard]] std::vector<BrokerScout::Stream> scoutStreams() const;
    void recheck(Session &session, const PartitionId &id);
    void beginReading(Session &session, const BrokerScout::Found &found);
    void addWants(Reading &reading, const BrokerScout::Found &found);
    void assignAt(Session &session, const PartitionId &id, Reading &reading, int64_t offset);
    void endReading(Session &session, const PartitionId &id);
    void dropWants(Session &session, const std::function<bool(const PartitionId &, const Want &)> &unwanted);
    void owe(Want &want, const LanePtr &lane);
    void takeMessage(Session &session, MessageHandle message);
    bool resolveProbe(Session &session, const PartitionId &id, Reading &reading, bool same, int64_t at);
    void handlePartitionError(Session &session, const rd_kafka_message_t &message);
    void addPacket(Reading &reading, MessageHandle message);
    void count(Want &want, const Packet &packet, bool heartbeat);
    void addGaps(Want &want, const LanePtr &lane);
    void finishWant(Session &session, Reading &reading, const PartitionId &id);
    [[nodiscard]] bool batchIsEmpty() const { return m_batch.packets.empty() && m_batch.gaps.empty() && m_owed.empty(); }
    bool flush(Session &session); // false: the sink is full
    void collectReceipts(Session &session);
    void publish(Session *session, bool force);
    void judge(StreamRun &run, Session *session);
    void handleError(rd_kafka_t *client, int code, const char *reason);
    // What its tokens say; true: the last one has ended, and this connection with it.
    [[nodiscard]] bool takeTokens(Session &session);
    // After a refused sign-in; ends early when somebody renewed what was refused.
    void waitAfterRefusal();
    void waitForEdit();
    [[nodiscard]] std::unique_ptr<Session> connect();
    void handleLog(int level, const char *facility, const char *text);
    // For all streams of this client, or for those that read `topic`.
    void log(int level, const QString &text, const std::string &topic = {});
    void logTo(const StreamRun &run, int level, const QString &text);
    void logState(const StreamRun &run, State before);
    [[nodiscard]] std::string topicIn(const QString &text) const;
    [[nodiscard]] Reading *readingOf(Session &session, const rd_kafka_message_t &message);
    [[nodiscard]] bool stopRequested();

    const ConsumerContext m_context;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Assignment> m_next;
    bool m_changed = false;
    bool m_stop = false;

    // run() only
    std::vector<std::unique_ptr<StreamRun>> m_runs;
    std::shared_ptr<BatchLedger> m_ledger = std::make_shared<BatchLedger>();
    std::shared_ptr<MessageCount> m_held = std::make_shared<MessageCount>();
    Batch m_batch; // without positions: those are made when it is offered
    struct Owed {
        uint64_t run = 0;
        LanePosition position;
    };
    std::vector<Owed> m_owed; // positions of the open batch whose reading has ended, or that follow a gap
    std::shared_ptr<const BrokerScout::Memory> m_memory; // of the session before
    uint64_t m_lastRun = 0;
    std::shared_ptr<MessageVault> m_vault;
    Clock::time_point m_batchSince;
    Clock::time_point m_lastFlush;
    std::map<uint64_t, std::vector<std::pair<PartitionId, int64_t>>> m_toStore; // by receipt
    Error m_trouble; // of the connection; message empty = none
    UtcTime m_troubleSince;
    UtcTime m_nextTry;
    int m_signInTries = 0;
    tokens::TokenSourcePtr m_tokens; // null: signs in without
    bool m_tokenRefused = false; // by the broker, in this session
    bool m_renewed = false; // and another one was asked for, since the last connection
    Clock::time_point m_lastPublish;
    QString m_servers;
    SecretMask m_mask; // of the client's secrets, for its log
};

} // namespace tocsin::streams::kafka
