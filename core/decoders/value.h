// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/decoder.h"

#include <simdjson.h>

#include <array>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin::decoders {

class Shape;

// A name that members are asked for. Members are noted in lists by their length and three of their letters, whatever their
// case (Shape); of names that stand in the code, the compiler finds the list. A view.
class Name
{
public:
    constexpr Name(std::string_view text) : m_text(text), m_list(listOf(text)) {}
    template <size_t Size>
    consteval Name(const char (&literal)[Size]) : Name(std::string_view(literal, Size - 1))
    {}
    template <std::same_as<const char *> Pointer>
    constexpr Name(const Pointer &text) : Name(std::string_view(text))
    {}
    Name(const std::string &text) : Name(std::string_view(text)) {}

    [[nodiscard]] constexpr std::string_view text() const { return m_text; }
    [[nodiscard]] constexpr size_t list() const { return m_list; }
    static constexpr size_t kLists = 256;

private:
    [[nodiscard]] static constexpr size_t listOf(std::string_view name)
    {
        if (name.empty())
            return 0;
        const auto at = [&](size_t i) { return static_cast<size_t>(static_cast<unsigned char>(name[i]) | 0x20); };
        return (name.size() * 31 + at(0) * 7 + at(name.size() - 1) * 13 + at(name.size() / 2) * 57) % kLists;
    }

    std::string_view m_text;
    size_t m_list;
};

// One value of a packet, whatever it was read with: simdjson's DOM (the fast way) or a tree of ours (broken JSON, Avro).
// Formats are written against this alone. A view: the document must outlive it. Missing members give an absent value, so
// that paths can be followed without asking at each step.
class Value
{
public:
    Value() : m_element() {}
    explicit Value(simdjson::dom::element element) : m_element(element), m_kind(Kind::Dom) {}
    explicit Value(const FieldTree *tree) : Value()
    {
        m_tree = tree;
        m_kind = tree ? Kind::Tree : Kind::Absent;
    }

    [[nodiscard]] bool isAbsent() const { return m_kind == Kind::Absent; }
    // Absent counts as null.
    [[nodiscard]] bool isNull() const { return isAbsent() || (m_kind == Kind::Dom ? m_element.is_null() : m_tree->is_null()); }
    [[nodiscard]] bool isObject() const { return m_kind == Kind::Dom ? m_element.is_object() : m_kind == Kind::Tree && m_tree->is_object(); }
    [[nodiscard]] bool isArray() const { return m_kind == Kind::Dom ? m_element.is_array() : m_kind == Kind::Tree && m_tree->is_array(); }
    [[nodiscard]] bool isText() const { return m_kind == Kind::Dom ? m_element.is_string() : m_kind == Kind::Tree && m_tree->is_string(); }
    [[nodiscard]] bool isNumber() const { return m_kind == Kind::Dom ? m_element.is_number() : m_kind == Kind::Tree && m_tree->is_number(); }
    [[nodiscard]] bool isBinary() const { return m_kind == Kind::Tree && m_tree->is_binary(); }

    [[nodiscard]] inline Value operator[](const Name &name) const; // of an object
    [[nodiscard]] Value first() const; // of an array
    [[nodiscard]] size_t size() const; // of an object or array
    // Every item or member, as visit(key, value); arrays: empty keys.
    template <typename Visit>
    void forEach(Visit &&visit) const;

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

    union {
        simdjson::dom::element m_element;
        const FieldTree *m_tree;
    };
    const Shape *m_shape = nullptr; // of an object whose members are noted
    Kind m_kind = Kind::Absent;
};

// A value that is asked for many names: formats ask a packet for some fifty, most of which it has not, and the readers' own
// look-up goes through all members for each of them. Here one pass notes the members in their lists. Of a value that is noted
// already it costs nothing. Views into the document; lives on the stack of who asks, longer than its root().
class Shape
{
public:
    explicit Shape(const Value &root);
    ~Shape();
    Shape(const Shape &) = delete;
    Shape &operator=(const Shape &) = delete;

    // The value, with its members at hand.
    [[nodiscard]] const Value &root() const { return m_root; }
    [[nodiscard]] bool has(const Name &name) const
    {
        const Shape *noted = m_root.m_shape;
        return noted ? noted->m_first[name.list()] != 0 && noted->find(name) : !m_root.member(name.text()).isAbsent();
    }
    // The members of that name in whatever case, from the last to the first, as visit(key, value). None of an object that has
    // more members than any real packet.
    template <typename Visit>
    void forEachAlike(const Name &name, const Visit &visit) const
    {
        const Shape *noted = m_root.m_shape;
        for (uint32_t at = noted ? noted->m_first[name.list()] : 0; at != 0; at = noted->m_members[at - 1].next) {
            const Member &member = noted->m_members[at - 1];
            if (isAlike(member.text(), name.text()))
                visit(member.text(), noted->valueOf(member));
        }
    }

private:
    friend class Value;
    // Half a cache line: a packet of a hundred members is gone through once to write these.
    struct Member {
        const char *name;
        uint32_t size; // of its name
        uint32_t next; // of its list: a number plus one
        union {
            simdjson::dom::element element;
            const FieldTree *tree;
        };
        Member(std::string_view its, uint32_t itsNext, simdjson::dom::element value)
            : name(its.data()), size(static_cast<uint32_t>(its.size())), next(itsNext), element(value)
        {}
        Member(std::string_view its, uint32_t itsNext, const FieldTree *value)
            : name(its.data()), size(static_cast<uint32_t>(its.size())), next(itsNext), tree(value)
        {}
        [[nodiscard]] std::string_view text() const { return {name, size}; }
    };
    [[nodiscard]] static bool isAlike(std::string_view one, std::string_view other);
    [[nodiscard]] const Member *find(const Name &name) const;
    [[nodiscard]] Value get(const Name &name) const;
    [[nodiscard]] Value valueOf(const Member &member) const
    {
        return m_root.m_kind == Value::Kind::Dom ? Value(member.element) : Value(member.tree);
    }

    static constexpr size_t kMostNoted = 50'000; // the members of larger objects are gone through, as ever
    static_assert(kMostNoted < std::numeric_limits<uint16_t>::max());
    Value m_root;
    std::vector<Member> m_members; // borrowed from the thread's store
    std::array<uint16_t, Name::kLists> m_first; // of each list its last member's number plus one; unset where nothing is noted
};

inline Value Value::operator[](const Name &name) const
{
    if (!m_shape)
        return member(name.text());
    if (m_shape->m_first[name.list()] == 0)
        return {};
    return m_shape->get(name);
}

template <typename Visit>
void Value::forEach(Visit &&visit) const
{
    if (m_kind == Kind::Dom) {
        simdjson::dom::array array;
        simdjson::dom::object object;
        if (m_element.get(array) == simdjson::SUCCESS) {
            for (const simdjson::dom::element item : array)
                visit(std::string_view(), Value(item));
        } else if (m_element.get(object) == simdjson::SUCCESS) {
            for (const simdjson::dom::key_value_pair field : object)
                visit(field.key, Value(field.value));
        }
    } else if (m_kind == Kind::Tree) {
        if (m_tree->is_array()) {
            for (const FieldTree &item : *m_tree)
                visit(std::string_view(), Value(&item));
        } else if (m_tree->is_object()) {
            for (const auto &[key, item] : m_tree->get_ref<const FieldTree::object_t &>())
                visit(std::string_view(key), Value(&item));
        }
    }
}

inline std::optional<std::string_view> Value::text() const
{
    if (m_kind == Kind::Dom) {
        std::string_view text;
        if (m_element.get(text) == simdjson::SUCCESS)
            return text;
    } else if (m_kind == Kind::Tree && m_tree->is_string()) {
        return std::string_view(m_tree->get_ref<const std::string &>());
    }
    return std::nullopt;
}

inline std::optional<double> Value::number() const
{
    if (m_kind == Kind::Dom) {
        double value = 0;
        if (m_element.is_number() && m_element.get(value) == simdjson::SUCCESS)
            return value;
    } else if (m_kind == Kind::Tree && m_tree->is_number()) {
        return m_tree->get<double>();
    }
    return std::nullopt;
}

} // namespace tocsin::decoders
