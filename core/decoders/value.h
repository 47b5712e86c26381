// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/decoder.h"

#include <simdjson.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tocsin::decoders {

// One value of a packet, whatever it was read with: simdjson's DOM (the fast way) or a tree of ours (broken JSON, Avro).
// Formats are written against this alone. A view: the document must outlive it. Missing members give an absent value, so
// that paths can be followed without asking at each step.
class Value
{
public:
    Value() = default;
    explicit Value(simdjson::dom::element element) : m_element(element), m_kind(Kind::Dom) {}
    explicit Value(const FieldTree *tree) : m_tree(tree), m_kind(tree ? Kind::Tree : Kind::Absent) {}

    [[nodiscard]] bool isAbsent() const { return m_kind == Kind::Absent; }
    [[nodiscard]] bool isNull() const; // absent counts as null
    [[nodiscard]] bool isObject() const;
    [[nodiscard]] bool isArray() const;
    [[nodiscard]] bool isText() const;
    [[nodiscard]] bool isNumber() const;
    [[nodiscard]] bool isBinary() const;

    [[nodiscard]] Value operator[](std::string_view key) const; // of an object
    [[nodiscard]] Value first() const; // of an array
    [[nodiscard]] size_t size() const; // of an object or array
    void forEach(const std::function<void(std::string_view key, const Value &)> &visit) const; // arrays: empty keys

    [[nodiscard]] std::optional<std::string_view> text() const;
    [[nodiscard]] std::optional<double> number() const; // numbers only, never text
    [[nodiscard]] std::optional<bool> boolean() const;
    [[nodiscard]] std::optional<std::string_view> binary() const;
    // Text, or a number in all its digits: 64-bit ids never pass through a double.
    [[nodiscard]] std::optional<std::string> idText() const;

private:
    enum class Kind { Absent, Dom, Tree };
    simdjson::dom::element m_element;
    const FieldTree *m_tree = nullptr;
    Kind m_kind = Kind::Absent;
};

} // namespace tocsin::decoders
