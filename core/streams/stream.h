// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/utctime.h"
#include "core/domain/packet.h"
#include "core/ladder/rungs.h"
#include "core/options/optionspec.h"
#include "core/tokens/token.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace tocsin::archive {
class Archive;
}

namespace tocsin::streams {

// A stream as the person set it up: what the configuration file holds, and the secrets of this session.
// A plain value.
struct StreamConfig {
    QString uuid; // never shown; rows and positions hang on it
    QString name; // [A-Za-z0-9._-]+
    QString label; // for people; empty = name
    QString type; // "kafka", "demo", …
    bool enabled = true; // false keeps the stream without running it
    bool autostart = true; // started with the program
    options::OptionValues values; // includes secrets typed for this session; they are never written
    tokens::TokenSourcePtr tokens; // of its account, where that gives tokens and no password; for the run only

    [[nodiscard]] StreamRefPtr ref() const;
    friend bool operator==(const StreamConfig &, const StreamConfig &) = default;
};

// decisions.md 14. Each comes with a cause, since when and the next try.
enum class State { Connecting, CatchingUp, Live, Quiet, Stale, Degraded, NeedsSignIn, Missing, Stopped };

struct TopicStatus {
    QString topic;
    State state = State::Connecting;
    qint64 messages = 0;
    double perSecond = 0;
    qint64 lag = -1; // messages still at the broker; -1 = not known
    UtcTime lastMessage;
};

// What the streams dock, the status bar and `listen` show of one stream. A plain value.
struct StreamStatus {
    State state = State::Stopped;
    QString cause; // translated, with names the person used; may be empty
    QString remedy;
    ErrorKind errorKind = ErrorKind::Internal; // meaningful in Stale, Degraded, NeedsSignIn, Missing
    UtcTime since;
    UtcTime nextTry; // not valid: none planned
    qint64 messages = 0;
    qint64 bytes = 0;
    qint64 heartbeats = 0;
    UtcTime lastMessage; // heartbeats included: the light goes by it
    UtcTime lastAlert; // no heartbeat
    UtcTime lastHeartbeat;
    double heartbeatDelay = -1; // seconds from the broker's stamp to here; -1 = not known
    double perSecond = 0; // over the last seconds
    qint64 lag = -1;
    bool everConnected = false;
    bool finished = false; // a bounded run (until-end) has read all it was asked for
    std::vector<TopicStatus> topics;
};

struct LogLine {
    UtcTime time;
    int level = 6; // syslog: 3 error, 4 warning, 6 info, 7 debug
    QString text; // secrets masked
};

// Where consumers put what they read. Thread-safe, implemented by services::Pipeline.
class BatchSink
{
public:
    virtual ~BatchSink() = default;
    // Takes the batch and returns true, or leaves it untouched and returns false because the queue is
    // full: the consumer then stops taking from its source and tries again. Nothing is dropped.
    [[nodiscard]] virtual bool offer(Batch &batch) = 0;
    // Blocks up to `ms` until there is room again or the pipeline ends.
    virtual bool waitForRoom(int ms) = 0;
};

// One stream as its consumer is to run it.
struct Assignment {
    StreamConfig config;
    QString startOverride; // "" = the config's own `start`
    bool untilEnd = false; // stop each partition at the end that it had at start
};

// One client of one broker, shared by all streams with the same consumer key (decisions.md 10). Lives on
// the main thread, owns its worker thread; signals arrive on the main thread, coalesced (never one per message).
class Consumer : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    // Replaces the set of streams; unchanged ones are not disturbed.
    virtual void setStreams(const std::vector<Assignment> &streams) = 0;
    // Returns at once; stopped() follows within 2 s, whatever the broker does: the whole program ends within 3 s.
    virtual void stop() = 0;

Q_SIGNALS:
    void statusChanged(const QString &uuid, const tocsin::streams::StreamStatus &status);
    void topicAppeared(const QString &uuid, const QString &topic); // a new topic fits the rules; announced once
    void logged(const QString &uuid, const tocsin::streams::LogLine &line);
    void stopped();
};

struct ConsumerContext {
    BatchSink *sink = nullptr; // outlives the consumer
    archive::Archive *archive = nullptr; // outlives the consumer; for stored positions
};

struct TopicInfo {
    QString name;
    int partitions = 0;
    UtcTime newest; // time of the newest message; not valid: none or not known
    QString error; // set when this topic may not be read
};

// A stretch of one partition that a stream missed, to be fetched later.
struct Hole {
    Lane lane;
    int64_t from = 0;
    int64_t to = 0; // first offset behind it
    friend bool operator==(const Hole &a, const Hole &b)
    {
        return a.lane.source == b.lane.source && a.lane.topic == b.lane.topic && a.lane.partition == b.lane.partition
            && a.lane.generation == b.lane.generation && a.from == b.from && a.to == b.to;
    }
};

// How far a fetch of holes is; offsets, not messages, where nothing else is said.
struct FetchProgress {
    qint64 wanted = 0;
    qint64 done = 0; // dealt with: there now, or known to be gone
    qint64 gone = 0; // of them: the broker has them no more
    qint64 messages = 0; // that came
    Hole hole; // what is being read, and how much of it is still to come
};

struct FetchRequest {
    StreamConfig config;
    std::vector<Hole> holes;
    BatchSink *sink = nullptr;
    archive::Archive *archive = nullptr;
    int patienceMs = 30'000; // without any answer of the broker
};

// Told now and then, several times a second also while nothing comes; false ends the fetch (ErrorKind::Interrupted).
using FetchTold = std::function<bool(const FetchProgress &)>;

// What a broker has of one partition just now.
struct LaneEnds {
    std::string source;
    std::string topic;
    int32_t partition = -1;
    int64_t low = 0; // first offset still there
    int64_t high = 0; // the next to be written
    int64_t keptForMs = 0; // how long messages are kept, about; 0 = not known, the greatest number = for ever

    // When a message that came at this time is thrown away, about; not valid: not known, or never.
    [[nodiscard]] UtcTime keptUntil(const UtcTime &came) const;
};

// A kind of stream: one table of options and a few functions. A new kind is one file with one of these
// and one line in streamtypes.cpp.
struct StreamType {
    QString id;
    const char *label = ""; // translate in context "streams"
    const char *help = "";
    std::vector<options::OptionSpec> options = {};
    // Rules across several options; those of single options are checked from the table.
    std::function<std::vector<options::Problem>(const options::OptionValues &)> check = {};
    // Streams with equal keys share one consumer.
    std::function<QString(const StreamConfig &)> consumerKey = {};
    std::function<std::unique_ptr<Consumer>(const ConsumerContext &)> create = {};
    // Blocking, bounded by timeoutMs: the topics that the credential may see. Call it off the main thread.
    std::function<Result<std::vector<TopicInfo>>(const StreamConfig &, bool withTimes, int timeoutMs)> topics = {};
    // Blocking: reads what a stream has missed, beside whoever reads the stream live; what came is durable when it returns.
    // Its waits are short, so that `told` can end it soon.
    std::function<Result<FetchProgress>(const FetchRequest &, const FetchTold &told)> fetch = {};
    // Blocking, bounded by timeoutMs: what is still there. Partitions without an answer are left out.
    std::function<Result<std::vector<LaneEnds>>(const StreamConfig &, const std::vector<Lane> &, int timeoutMs)> ends = {};
    // The rungs from the name of the server to the first record, for ladder::Ladder; secrets are in the config.
    std::function<std::vector<tocsin::ladder::Step>(const StreamConfig &)> ladder = {};
};

[[nodiscard]] const std::vector<StreamType> &streamTypes();
// One more kind, before anything else asks for the list: tests bring a scripted one.
void addStreamType(StreamType type);
[[nodiscard]] const StreamType *findStreamType(const QString &id);

// Translated one-word name of a state: "Live", "Catching up", …
[[nodiscard]] QString stateWord(State state);

} // namespace tocsin::streams

Q_DECLARE_METATYPE(tocsin::streams::StreamStatus)
Q_DECLARE_METATYPE(tocsin::streams::LogLine)
