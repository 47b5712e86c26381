// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/value.h"

#include <algorithm>

namespace tocsin::decoders {

namespace {

constexpr size_t kMostNoted = 50'000; // the members of larger objects are gone through, as ever

bool isAlike(std::string_view one, std::string_view other)
{
    const auto folded = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(one, other, {}, folded, folded);
}

} // namespace

Shape::Shape(const Value &root) : m_root(root)
{
    m_root.m_shape = nullptr;
    if (!root.isObject() || root.size() > kMostNoted)
        return;
    m_root.m_shape = this;
    m_members.reserve(root.size());
    if (simdjson::dom::object object; root.m_kind == Value::Kind::Dom && root.m_element.get(object) == simdjson::SUCCESS) {
        for (const simdjson::dom::key_value_pair field : object)
            m_members.push_back({field.key, Value(field.value)});
    } else {
        root.forEach([this](std::string_view name, const Value &value) { m_members.push_back({name, value}); });
    }
    // From the last to the first: of equal names the first counts, as it does without lists.
    for (size_t i = m_members.size(); i-- > 0;) {
        uint32_t &first = m_first[listOf(m_members[i].name)];
        m_members[i].next = first;
        first = static_cast<uint32_t>(i + 1);
    }
}

Value Shape::find(std::string_view name) const
{
    for (uint32_t at = m_first[listOf(name)]; at != 0; at = m_members[at - 1].next) {
        if (m_members[at - 1].name == name)
            return m_members[at - 1].value;
    }
    return {};
}

void Shape::forEachAlike(std::string_view name, const std::function<void(std::string_view, const Value &)> &visit) const
{
    for (uint32_t at = m_first[listOf(name)]; at != 0; at = m_members[at - 1].next) {
        if (isAlike(m_members[at - 1].name, name))
            visit(m_members[at - 1].name, m_members[at - 1].value);
    }
}

} // namespace tocsin::decoders
