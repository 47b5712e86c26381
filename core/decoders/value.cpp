// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/value.h"

#include <array>
#include <charconv>
#include <cmath>

namespace tocsin::decoders {

namespace dom = simdjson::dom;

Value Value::member(std::string_view key) const
{
    if (m_kind == Kind::Dom) {
        dom::object object;
        dom::element found;
        if (m_element.get(object) == simdjson::SUCCESS && object.at_key(key).get(found) == simdjson::SUCCESS)
            return Value(found);
    } else if (m_kind == Kind::Tree && m_tree->is_object()) {
        if (const auto it = m_tree->find(key); it != m_tree->end())
            return Value(&*it);
    }
    return {};
}

Value Value::first() const
{
    if (m_kind == Kind::Dom) {
        dom::array array;
        dom::element found;
        if (m_element.get(array) == simdjson::SUCCESS && array.at(0).get(found) == simdjson::SUCCESS)
            return Value(found);
    } else if (m_kind == Kind::Tree && m_tree->is_array() && !m_tree->empty()) {
        return Value(&m_tree->front());
    }
    return {};
}

size_t Value::size() const
{
    if (m_kind == Kind::Tree)
        return m_tree->is_structured() ? m_tree->size() : 0;
    if (m_kind == Kind::Dom) {
        dom::array array;
        if (m_element.get(array) == simdjson::SUCCESS)
            return array.size();
        dom::object object;
        if (m_element.get(object) == simdjson::SUCCESS)
            return object.size();
    }
    return 0;
}

std::optional<bool> Value::boolean() const
{
    if (m_kind == Kind::Dom) {
        bool value = false;
        if (m_element.get(value) == simdjson::SUCCESS)
            return value;
    } else if (m_kind == Kind::Tree && m_tree->is_boolean()) {
        return m_tree->get<bool>();
    }
    return std::nullopt;
}

std::optional<std::string_view> Value::binary() const
{
    if (!isBinary())
        return std::nullopt;
    const auto &bytes = m_tree->get_binary();
    return std::string_view(reinterpret_cast<const char *>(bytes.data()), bytes.size());
}

std::optional<std::string> Value::idText() const
{
    if (const auto plain = text())
        return std::string(*plain);
    if (m_kind == Kind::Dom) {
        int64_t integer = 0;
        uint64_t natural = 0;
        if (m_element.get(integer) == simdjson::SUCCESS)
            return std::to_string(integer);
        if (m_element.get(natural) == simdjson::SUCCESS)
            return std::to_string(natural);
    } else if (m_kind == Kind::Tree && m_tree->is_number_integer()) {
        return m_tree->is_number_unsigned() ? std::to_string(m_tree->get<uint64_t>()) : std::to_string(m_tree->get<int64_t>());
    }
    if (const auto real = number(); real && std::isfinite(*real)) {
        std::array<char, 32> buffer;
        const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), *real);
        return std::string(buffer.data(), result.ptr);
    }
    return std::nullopt;
}

} // namespace tocsin::decoders
