// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/avroschema.h"
#include "core/decoders/decoder.h"
#include "core/decoders/treebudget.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin::decoders {

// One value that was picked out of a datum.
struct AvroScalar {
    enum class Kind : uint8_t { Missing, Boolean, Integer, Float, Double, Text };
    Kind kind = Kind::Missing;
    int64_t integer = 0;
    double real = 0;
    std::string_view text; // into the datum

    [[nodiscard]] bool has() const { return kind != Kind::Missing; }
};

// Which fields of a record are wanted, compiled once per schema: reading goes through the datum once, takes these and
// skips everything else without looking at it. Immutable; shared between threads.
class AvroPlan
{
public:
    // Paths such as "candidate.jd"; the slot of a path is its place in the list.
    AvroPlan(std::shared_ptr<const AvroSchema> schema, std::span<const std::string_view> paths);

    [[nodiscard]] const AvroSchema &schema() const { return *m_schema; }
    // Of a field of a record: the slot that takes it, kInside when something below is wanted, else kSkip. A list of records
    // is passed through like a record, and its last item is the one that stays.
    static constexpr int kSkip = -1;
    static constexpr int kInside = -2;
    struct Step {
        int action = kSkip;
        std::vector<Step> steps; // when kInside: per field of that record
        std::vector<size_t> slots; // when kInside a list: all that its items fill
    };
    [[nodiscard]] const Step &root() const { return m_root; }

private:
    Step compile(uint32_t node, const std::string &prefix, std::span<const std::string_view> paths, int depth) const;
    std::shared_ptr<const AvroSchema> m_schema;
    Step m_root;
};

// What one packet may cost, whatever its size: Avro promises values that take no byte (null, empty records), and codecs
// make much out of little. One for all blocks of a container.
struct AvroBudget {
    size_t visits = kMostPacketBytes; // values looked at or passed over: as many as the largest packet can hold
    size_t emptyItems = 10'000; // items of lists and maps that take no byte
    TreeBudget tree; // while reading
    TreeBudget shown; // what is kept of it for people
};

class AvroRepeat; // avroskip.h

// Reads data of one schema: bounds-checked, bounded in depth and by its budget; never throws. A cursor over bytes that it
// does not own.
class AvroReader
{
public:
    explicit AvroReader(std::string_view bytes) : m_bytes(bytes) {}
    AvroReader(std::string_view bytes, AvroBudget &budget) : m_bytes(bytes), m_budget(budget) {}

    [[nodiscard]] bool failed() const { return !m_error.empty(); }
    [[nodiscard]] const std::string &error() const { return m_error; }
    [[nodiscard]] size_t position() const { return m_at; }
    [[nodiscard]] size_t left() const { return m_bytes.size() - m_at; }
    [[nodiscard]] bool atEnd() const { return m_at >= m_bytes.size(); }
    void goBack(size_t position) { m_at = std::min(m_at, position); }

    bool readLong(int64_t &value);
    bool readBytes(std::string_view &bytes); // length, then data
    bool take(size_t size, std::string_view &bytes);
    bool skip(const AvroSchema &schema, uint32_t node, int depth = 0);
    // Fills `slots` by the plan.
    bool pick(const AvroPlan &plan, std::span<AvroScalar> slots);
    // The whole value; binary stays binary.
    bool tree(const AvroSchema &schema, uint32_t node, FieldTree &out, int depth = 0);
    bool fail(std::string what);

private:
    bool pickRecord(const AvroSchema &schema, uint32_t node, const AvroPlan::Step &step, std::span<AvroScalar> slots, int depth);
    bool pickLast(const AvroSchema &schema, uint32_t item, const AvroPlan::Step &step, std::span<AvroScalar> slots, int depth);
    bool skipFields(const AvroSchema &schema, const AvroSchema::Node &record, size_t first, size_t end, int depth);
    bool skipList(const AvroSchema &schema, const AvroSchema::Node &list, int depth);
    bool skipLike(const AvroSchema &schema, const AvroSchema::Node &record, AvroRepeat &repeat, int depth);
    bool scalar(const AvroSchema &schema, uint32_t node, AvroScalar &out, int depth);
    bool branchOf(const AvroSchema::Node &node, uint32_t &branch);
    // Begins the next block of an array or map; 0 ends. `skippable`: its size in bytes, or 0.
    bool block(uint64_t &items, uint64_t &skippable);
    bool spend();
    bool spendTree(size_t bytes);
    bool spendIfEmpty(size_t before);
    bool tooManyValues();

    std::string_view m_bytes;
    size_t m_at = 0;
    AvroBudget m_own;
    AvroBudget &m_budget = m_own;
    std::string m_error;
};

} // namespace tocsin::decoders
