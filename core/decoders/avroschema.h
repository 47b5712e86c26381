// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tocsin::decoders {

enum class AvroType : uint8_t { Null, Boolean, Int, Long, Float, Double, Bytes, String, Record, Enum, Array, Map, Union, Fixed };

// A schema compiled to a table of nodes (protocols.md 0.3). Immutable after parsing and shared between threads; recursion
// is an index, so the readers bound the depth.
class AvroSchema
{
public:
    // How to pass over a field of a record without looking at its type again: nearly all of a packet is passed over.
    struct Skip {
        enum class Kind : uint8_t { Fixed, Number, Bytes, OptionalFixed, OptionalNumber, OptionalBytes, Other };
        Kind kind = Kind::Other;
        char value = 0; // of an optional one: the byte of the branch that is not null
        char none = 0; // and the byte of null
        uint32_t size = 0; // of a fixed one, at least 1
    };

    struct Node {
        AvroType type = AvroType::Null;
        uint32_t size = 0; // of a fixed
        std::vector<uint32_t> children; // fields of a record, branches of a union, items of an array or map
        std::vector<std::string> names; // fields of a record, symbols of an enum
        std::vector<Skip> skips; // of a record, parallel to its fields
        std::string name; // of a named type
    };

    // The schema, or what is wrong with it.
    [[nodiscard]] static std::variant<std::shared_ptr<const AvroSchema>, std::string> parse(std::string_view json);
    // The same, remembered by the hash of its text; thread-safe, bounded.
    [[nodiscard]] static std::variant<std::shared_ptr<const AvroSchema>, std::string> cached(std::string_view json);

    [[nodiscard]] const Node &node(uint32_t index) const { return m_nodes[index]; }
    [[nodiscard]] uint32_t root() const { return m_root; }
    [[nodiscard]] size_t size() const { return m_nodes.size(); }
    // The node that a value of this field has: of a union its one branch that is not null. -1: no such field.
    [[nodiscard]] int field(uint32_t record, std::string_view name) const;
    [[nodiscard]] uint32_t withoutNull(uint32_t index) const;

private:
    friend class SchemaParser;
    [[nodiscard]] Skip skipOf(uint32_t index) const;
    std::vector<Node> m_nodes;
    uint32_t m_root = 0;
};

} // namespace tocsin::decoders
