// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/decoder.h"

#include <simdjson.h>

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin::decoders {

class Shape;

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

    [[nodiscard]] inline Value operator[](std::string_view key) const; // of an object
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
    friend class Shape;
    enum class Kind { Absent, Dom, Tree };
    [[nodiscard]] Value member(std::string_view key) const; // goes through all of them

    simdjson::dom::element m_element;
    const FieldTree *m_tree = nullptr;
    const Shape *m_shape = nullptr; // of an object whose members are noted
    Kind m_kind = Kind::Absent;
};

// A value that is asked for many names: formats ask a packet for some fifty, most of which it has not, and the readers' own
// look-up goes through all members for each of them. Here one pass notes the members, in lists by three of their letters; of
// names that the code knows, the compiler finds the list. Views into the document; lives on the stack of who asks, longer than
// its root().
class Shape
{
public:
    explicit Shape(const Value &root);
    Shape(const Shape &) = delete;
    Shape &operator=(const Shape &) = delete;

    // The value, with its members at hand.
    [[nodiscard]] const Value &root() const { return m_root; }
    [[nodiscard]] bool has(std::string_view name) const { return !m_root[name].isAbsent(); }
    // What notes the members of a value; none: it would be more than any real packet has, or nobody asked for it.
    [[nodiscard]] static const Shape *of(const Value &value) { return value.m_shape; }
    // The members of that name in whatever case, in their order.
    void forEachAlike(std::string_view name, const std::function<void(std::string_view key, const Value &)> &visit) const;

private:
    friend class Value;
    struct Member {
        std::string_view name;
        Value value;
        uint32_t next = 0; // of its list: a number plus one
    };
    // Whatever the case of its letters.
    [[nodiscard]] static constexpr size_t listOf(std::string_view name)
    {
        if (name.empty())
            return 0;
        const auto at = [&](size_t i) { return static_cast<size_t>(static_cast<unsigned char>(name[i]) | 0x20); };
        return (name.size() * 31 + at(0) * 7 + at(name.size() - 1) * 13 + at(name.size() / 2) * 57) % kLists;
    }
    [[nodiscard]] Value find(std::string_view name) const;

    static constexpr size_t kLists = 256;
    Value m_root;
    std::vector<Member> m_members;
    std::array<uint32_t, kLists> m_first{}; // of each list: a member's number plus one
};

inline Value Value::operator[](std::string_view key) const
{
    if (!m_shape)
        return member(key);
    return m_shape->m_first[Shape::listOf(key)] != 0 ? m_shape->find(key) : Value();
}

} // namespace tocsin::decoders
