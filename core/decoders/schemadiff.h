// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/avroschema.h"
#include "core/decoders/decoder.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin::decoders {

// One field of a schema: "candidate.magpsf", and for people what it holds: "float", "float or null", "list of record".
struct SchemaField {
    std::string path; // fields of a list's items stand below the list's name
    std::string type;
    friend bool operator==(const SchemaField &, const SchemaField &) = default;
};

// A key of the alert and a field that it is filled from.
struct KeySource {
    std::string key;
    std::string path;
    friend bool operator==(const KeySource &, const KeySource &) = default;
};

// All that two versions of a survey's packets can differ in. A plain value.
struct SchemaShape {
    std::string survey; // the record's name without its version: "lsst.alert"
    std::string version; // as the name has it: "11.0"; empty: it has none
    std::vector<SchemaField> fields; // by path
    bool isSampled = false; // of one packet without a schema: what it lacks may come in the next
    std::vector<KeySource> keys; // of the alert, and the fields that a decoder fills them from; empty: none knows this survey

    [[nodiscard]] bool has(std::string_view path) const; // a field, or a record around fields
    [[nodiscard]] uint64_t hash() const; // of the fields
    friend bool operator==(const SchemaShape &, const SchemaShape &) = default;
};

// Bounded: at most 10,000 fields, recursion is followed once.
[[nodiscard]] SchemaShape shapeOf(const AvroSchema &schema);

// Of a packet that brings no schema, but says which version of its kind it is. `format`: the decoder's name and that version. The
// survey is the kind that the packet's "$schema" names, else the topic, else the decoder.
[[nodiscard]] SchemaShape shapeOf(const FieldTree &packet, const std::string &format, const std::string &topic);

struct SchemaDiff {
    struct Changed {
        std::string path;
        std::string was;
        std::string is;
        friend bool operator==(const Changed &, const Changed &) = default;
    };
    // Of a record that went or came as a whole only itself.
    std::vector<SchemaField> added;
    std::vector<SchemaField> removed;
    std::vector<Changed> changed;

    [[nodiscard]] bool empty() const { return added.empty() && removed.empty() && changed.empty(); }
    friend bool operator==(const SchemaDiff &, const SchemaDiff &) = default;
};
[[nodiscard]] SchemaDiff difference(const SchemaShape &was, const SchemaShape &is);

// A key of the alert that packets of the earlier version filled from a field, and that nothing fills any more, by the
// descriptions of surveys; `path`: the field that is gone.
[[nodiscard]] std::vector<KeySource> brokenKeys(const SchemaShape &was, const SchemaShape &is);

// Whether what a person wrote names a field that the earlier version had and this one has not; `path` as in packets:
// "candidate.drb", "prv[0].jd", "/candidate/drb".
[[nodiscard]] bool isBroken(std::string_view path, const SchemaShape &was, const SchemaShape &is);

} // namespace tocsin::decoders
