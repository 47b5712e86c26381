// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/value.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace tocsin::decoders {

namespace {

// Lists of members that the thread used before: a packet should not cost an allocation for each object that is looked at.
// Bounded; `Member` is private to Shape, hence the template.
template <typename Member>
class Store
{
public:
    std::vector<Member> take()
    {
        if (m_free.empty())
            return {};
        std::vector<Member> list = std::move(m_free.back());
        m_free.pop_back();
        return list;
    }
    void giveBack(std::vector<Member> list)
    {
        if (list.capacity() > kMostKept || m_free.size() >= kMostLists)
            return;
        list.clear();
        m_free.push_back(std::move(list));
    }

private:
    static constexpr size_t kMostKept = 4'096; // members of a list
    static constexpr size_t kMostLists = 8;
    std::vector<std::vector<Member>> m_free;
};

// As ==, for short texts, without a call: names are compared more often than anything else here.
bool isSame(std::string_view one, std::string_view other)
{
    const size_t size = one.size();
    if (size != other.size())
        return false;
    const auto same = [&](size_t at, auto word) {
        auto second = word;
        std::memcpy(&word, one.data() + at, sizeof word);
        std::memcpy(&second, other.data() + at, sizeof second);
        return word == second;
    };
    if (size > 16)
        return one == other;
    if (size >= 8)
        return same(0, uint64_t{}) && same(size - 8, uint64_t{});
    if (size >= 4)
        return same(0, uint32_t{}) && same(size - 4, uint32_t{});
    return size == 0 || (one[0] == other[0] && one[size / 2] == other[size / 2] && one[size - 1] == other[size - 1]);
}

template <typename Member>
Store<Member> &store()
{
    thread_local Store<Member> own;
    return own;
}

} // namespace

bool Shape::isAlike(std::string_view one, std::string_view other)
{
    const auto folded = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(one, other, {}, folded, folded);
}

Shape::Shape(const Value &root) : m_root(root)
{
    if (m_root.m_shape || !root.isObject() || root.size() > kMostNoted)
        return;
    m_root.m_shape = this;
    std::memset(m_first.data(), 0, sizeof m_first);
    std::vector<Member> members = store<Member>().take();
    members.reserve(root.size());
    uint16_t number = 0;
    const auto noted = [&](std::string_view name, auto value) {
        uint16_t &first = m_first[Name(name).list()];
        // Made where it stays: a copy of what was written just now keeps the processor waiting.
        members.emplace_back(name, first, value);
        first = ++number;
    };
    if (simdjson::dom::object object; root.m_kind == Value::Kind::Dom && root.m_element.get(object) == simdjson::SUCCESS) {
        for (const simdjson::dom::key_value_pair field : object)
            noted(field.key, field.value);
    } else {
        for (const auto &[key, item] : root.m_tree->get_ref<const FieldTree::object_t &>())
            noted(key, &item);
    }
    m_members = std::move(members);
}

Shape::~Shape()
{
    if (m_members.capacity() > 0)
        store<Member>().giveBack(std::move(m_members));
}

// Of equal names the first counts, as it does without lists; they begin with the last.
const Shape::Member *Shape::find(const Name &name) const
{
    const Member *found = nullptr;
    for (uint32_t at = m_first[name.list()]; at != 0; at = m_members[at - 1].next) {
        if (isSame(m_members[at - 1].text(), name.text()))
            found = &m_members[at - 1];
    }
    return found;
}

Value Shape::get(const Name &name) const
{
    const Member *found = find(name);
    return found ? valueOf(*found) : Value();
}

} // namespace tocsin::decoders
