// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utctime.h"
#include "core/domain/alert.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tocsin {

class FieldMapping;

using Headers = std::vector<std::pair<std::string, std::string>>;

// A configured stream as the data path knows it: a stable id (UUID text; the name can change) and the
// name that new alerts carry. Immutable; shared.
struct StreamRef {
    std::string uuid;
    std::string name;
    std::string access = "public"; // or "restricted"; rows inherit it
    bool demo = false;
    std::shared_ptr<const FieldMapping> mapping = {}; // null: formats alone decide
    std::string registry = {}; // address of the schema registry whose numbers its packets bear; empty: none is known
};
using StreamRefPtr = std::shared_ptr<const StreamRef>;

// Where packets come from in order: topic and partition of one cluster, or a subscription. `source`
// identifies the cluster or service itself ("kafka:<cluster id>"), never its shown name. `generation`
// counts re-creations of the topic (its offsets start again). Immutable; shared.
struct Lane {
    std::string source;
    std::string topic;
    int32_t partition = -1; // -1: the transport has none
    int32_t generation = 0;
};
using LanePtr = std::shared_ptr<const Lane>;

// One message as it came from the wire. The views look into memory that the Batch keeps alive.
struct Packet {
    LanePtr lane;
    int64_t position = -1; // offset; -1 where the transport has none
    std::string messageId; // where the transport has ids
    std::string_view value;
    std::string_view key;
    Headers headers;
    UtcTime brokerTime;
    UtcTime received;
    StreamRefPtr stream; // the first stream that asked for it
    std::vector<StreamRefPtr> alsoFor; // further streams that match: memberships, not copies
};

// How far a stream has read a lane; commits in the same transaction as the rows.
struct LanePosition {
    StreamRefPtr stream;
    LanePtr lane;
    int64_t next = 0; // the next offset to read
    int64_t lastStampUs = UtcTime::kNone; // broker stamp and payload hash of the message at next - 1:
    uint64_t lastHash = 0; // they tell a topic that was made anew
};

// What was missed, and why. Nothing is skipped without one.
struct Gap {
    // Skipped: on purpose, by a stream that was to begin elsewhere than where it had stopped.
    enum class Why { Expired, TopicRecreated, TooLarge, Refused, Unknown, Skipped };
    StreamRefPtr stream;
    LanePtr lane;
    int64_t from = 0; // first offset missed
    int64_t to = 0; // first offset after the gap
    Why why = Why::Unknown;
    std::string detail;
    UtcTime noticed;
};

// A stretch that is no longer missed, for it was fetched later: the gaps of the stream shrink by it. What it could not hold
// after all comes as a gap beside it.
struct Filled {
    StreamRefPtr stream;
    LanePtr lane;
    int64_t from = 0;
    int64_t to = 0; // first offset behind it
};

// The one who handed a batch in; called on the archive's thread or the router's, must return at once.
class BatchOrigin
{
public:
    virtual ~BatchOrigin() = default;
    virtual void committed(uint64_t receipt) = 0;
    // Not kept, or not as a whole: nothing of it may be acknowledged. An empty `why`: as it was meant to be (`--count`).
    virtual void refused(uint64_t receipt, const std::string &why) = 0;
};

// What a stream hands over: bounded, with an opaque receipt that the archive answers.
struct Batch {
    uint64_t receipt = 0;
    std::weak_ptr<BatchOrigin> origin;
    std::vector<Packet> packets;
    std::vector<LanePosition> positions;
    std::vector<Gap> gaps;
    std::vector<Filled> filled = {}; // before `gaps`
    std::shared_ptr<void> keepAlive; // owns the memory behind the packets' views
    size_t bytes = 0;
};

// A packet after decoding. A heartbeat has no alerts; an undecodable packet has one with `error` set.
struct DecodedPacket {
    Packet packet;
    std::vector<std::shared_ptr<Alert>> alerts;
    bool heartbeat = false;
};

struct DecodedBatch {
    uint64_t receipt = 0;
    std::weak_ptr<BatchOrigin> origin;
    std::vector<DecodedPacket> packets;
    std::vector<LanePosition> positions;
    std::vector<Gap> gaps;
    std::vector<Filled> filled = {}; // before `gaps`
    std::shared_ptr<void> keepAlive;
    size_t bytes = 0; // in memory: the payloads and what was made of them
};

} // namespace tocsin
