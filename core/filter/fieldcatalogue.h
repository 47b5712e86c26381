// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alertfields.h"
#include "core/filter/packetpath.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin::filter {

enum class FieldType : uint8_t { Any, Number, Integer, Text, Bool, List, Object };

// A packet field that is known: from the shipped table, or learned from a packet.
struct KnownField {
    std::string format; // of the decoder: “ztf-avro”
    PacketPath path; // names only: places in lists are left out
    FieldType type = FieldType::Any;
    std::string unit; // as unitOf() takes it, or a name for people such as nJy
    const char *meaning = ""; // translate in context "filter"
    bool shipped = false;
    bool insideList = false; // one of the names on the way is a list: no short name of its own
    std::vector<std::string> samples; // values seen, as literals of the language
};

// What packets hold, for short names, units and completion. A value that its owner keeps on one thread; compiling a filter
// and completion only read it. Bounded in fields and samples.
class FieldCatalogue
{
public:
    // The shipped table, without samples.
    FieldCatalogue();

    // Learns the paths of a packet and a few of its values.
    void add(std::string_view format, const decoders::FieldTree &tree);

    // Keeps a few values of the alert's text keys.
    void add(const Alert &alert);
    [[nodiscard]] std::span<const std::string> samplesOf(const AlertField &field) const; // as literals

    [[nodiscard]] std::span<const KnownField> fields() const { return m_fields; }
    // The field at this path, places in lists ignored; null when it is not known.
    [[nodiscard]] const KnownField *find(std::span<const PathStep> path) const;
    // Whether the field may be of this type: unknown fields may be anything, and formats differ.
    [[nodiscard]] bool mayBe(std::span<const PathStep> path, FieldType type) const;
    // All that a short name (one name or the last few) may mean, one for each path. Shipped fields go before learned ones,
    // so that a stored filter keeps its meaning whatever arrives.
    [[nodiscard]] std::vector<const KnownField *> named(std::span<const PathStep> name) const;

private:
    void learn(std::string_view format, const decoders::FieldTree &tree, PacketPath &path, bool insideList, int depth);
    KnownField *field(std::string_view format, const PacketPath &path);

    std::vector<KnownField> m_fields;
    std::vector<std::vector<std::string>> m_keySamples; // runs parallel to alertFields()
};

// The shipped table (knownfields.cpp).
struct ShippedField {
    const char *path; // “candidate.drb”; names that hold a dot have none here
    FieldType type;
    const char *unit;
    const char *meaning;
};
struct ShippedFormat {
    const char *format;
    std::span<const ShippedField> fields;
};
[[nodiscard]] std::span<const ShippedFormat> shippedFormats();

} // namespace tocsin::filter
