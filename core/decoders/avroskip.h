// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/avroschema.h"

#include <array>
#include <cstdint>
#include <vector>

namespace tocsin::decoders {

// The records of a list mostly look like those before: the same values are missing, numbers and texts have the same length.
// All that tells it (the branches of unions, the upper bits of numbers, the lengths of texts) is compared at once, sixteen
// fields at a time, instead of field by field: lists of earlier measurements are most of a packet. For one list; lives on
// the stack of who passes over it.
class AvroRepeat
{
public:
    static constexpr size_t kMostFields = 16;
    static constexpr size_t kWords = 32;

    struct Run {
        // Past these fields when they look as they mostly do; else null.
        [[nodiscard]] const char *past(const char *at, const char *stop);
        // What is in [at, next) did not look so: remembered when it is the first, or not the only one.
        void learn(const AvroSchema::Node &record, const char *at, const char *next);

        size_t first = 0; // field
        size_t end = 0;
        size_t size = 0; // bytes of what is remembered; 0: nothing is
        size_t missed = 0; // records in a row that looked otherwise
        std::array<uint64_t, kWords> like{};
        std::array<uint64_t, kWords> mask{}; // of the bits that count
    };

    // Not for records so large that what is noted of them would count.
    [[nodiscard]] static bool isFor(const AvroSchema::Node &item) { return item.type == AvroType::Record && item.skips.size() <= 400; }
    explicit AvroRepeat(const AvroSchema::Node &record);

    // All fields of a record in their order; a field that is no plain one makes a run of its own.
    [[nodiscard]] std::vector<Run> &runs() { return m_runs; }

private:
    std::vector<Run> m_runs;
};

} // namespace tocsin::decoders
