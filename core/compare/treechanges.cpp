// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/treechanges.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <unordered_map>

namespace tocsin::compare {

using decoders::FieldTree;

namespace {

constexpr size_t kShortList = 8;
constexpr size_t kFewKeys = 12; // looked through one after the other
constexpr size_t kAskEach = 1'024; // values between two questions whether to go on

class Comparison
{
public:
    explicit Comparison(const TreeBounds &bounds) : m_bounds(bounds) {}

    TreeChanges run(const FieldTree &before, const FieldTree &after)
    {
        values(before, after, nullptr);
        return std::move(m_out);
    }

private:
    // False: enough.
    bool spend()
    {
        if (++m_looked > m_bounds.values || m_out.list.size() >= m_bounds.changes
            || (m_looked % kAskEach == 0 && m_bounds.cancelled && m_bounds.cancelled()))
            m_out.cut = true;
        return !m_out.cut;
    }

    void say(TreeChange::Kind kind, const FieldTree *before, const FieldTree *after, const FieldTree *inside)
    {
        if (m_out.list.size() >= m_bounds.changes)
            m_out.cut = true;
        else
            m_out.list.push_back({kind, m_path, before, after, inside});
    }

    // How many values a part holds that is in the newer packet only, or in both alike.
    void count(const FieldTree &tree)
    {
        if (!tree.is_structured() || isOneValue(tree)) {
            ++m_out.values;
            return;
        }
        for (const FieldTree &item : tree) {
            if (!spend())
                return;
            count(item);
        }
    }

    void values(const FieldTree &before, const FieldTree &after, const FieldTree *inside)
    {
        if (!spend())
            return;
        if (before.is_object() && after.is_object() && !isOneValue(before) && !isOneValue(after))
            return objects(before, after);
        if (before.is_array() && after.is_array() && !isOneValue(before) && !isOneValue(after))
            return lists(before, after);
        count(after);
        if (before.type() != after.type() ? !(before.is_number() && after.is_number() && before == after) : before != after)
            say(TreeChange::Kind::Changed, &before, &after, inside);
    }

    void objects(const FieldTree &before, const FieldTree &after)
    {
        // A vector of pairs whose [] asks for names.
        const auto &members = before.get_ref<const FieldTree::object_t &>();
        const std::span older(members.data(), members.size());
        std::unordered_map<std::string_view, size_t> places;
        if (older.size() > kFewKeys) {
            for (size_t i = older.size(); i-- > 0;)
                places[older[i].first] = i; // of two equal keys the first one counts
        }
        const auto placeOf = [&](const std::string &key, size_t likely) {
            if (likely < older.size() && older[likely].first == key)
                return likely;
            if (older.size() > kFewKeys) {
                const auto it = places.find(key);
                return it == places.end() ? older.size() : it->second;
            }
            return static_cast<size_t>(std::ranges::find(older, key, [](const auto &member) -> const std::string & { return member.first; }) - older.begin());
        };
        std::vector<bool> met(older.size());
        size_t likely = 0;
        for (const auto &[key, value] : after.get_ref<const FieldTree::object_t &>()) {
            if (m_out.cut)
                return;
            m_path.push_back({key, -1});
            const size_t place = placeOf(key, likely);
            if (place < older.size()) {
                met[place] = true;
                likely = place + 1;
                values(older[place].second, value, &after);
            } else {
                count(value);
                say(TreeChange::Kind::Added, nullptr, &value, &after);
            }
            m_path.pop_back();
        }
        for (size_t i = 0; i < older.size() && !m_out.cut; ++i) {
            if (met[i])
                continue;
            m_path.push_back({older[i].first, -1});
            say(TreeChange::Kind::Removed, &older[i].second, nullptr, &after);
            m_path.pop_back();
        }
    }

    void lists(const FieldTree &before, const FieldTree &after)
    {
        // What stands in both, wherever it stands.
        std::vector<bool> usedBefore(before.size());
        std::vector<bool> usedAfter(after.size());
        const auto isStructured = [](const FieldTree &item) { return item.is_structured(); };
        if (std::ranges::any_of(after, isStructured) || std::ranges::any_of(before, isStructured)) {
            std::unordered_multimap<size_t, size_t> known;
            const std::hash<FieldTree> hash;
            for (size_t i = 0; i < before.size() && spend(); ++i)
                known.emplace(hash(before[i]), i);
            for (size_t i = 0; i < after.size() && spend(); ++i) {
                const auto [from, to] = known.equal_range(hash(after[i]));
                // The nearest one would be as right; the first is found at once, and each is taken once.
                const auto it = std::find_if(from, to, [&](const auto &entry) { return before[entry.second] == after[i]; });
                if (it == to)
                    continue;
                usedBefore[it->second] = usedAfter[i] = true;
                known.erase(it);
            }
        }
        for (size_t i = 0; i < after.size() && !m_out.cut; ++i) {
            m_path.push_back({{}, static_cast<int64_t>(i)});
            if (usedAfter[i]) {
                count(after[i]);
            } else if (i < before.size() && !usedBefore[i]) {
                usedBefore[i] = true;
                values(before[i], after[i], &after);
            } else {
                count(after[i]);
                say(TreeChange::Kind::Added, nullptr, &after[i], &after);
            }
            m_path.pop_back();
        }
        for (size_t i = 0; i < before.size() && !m_out.cut; ++i) {
            if (usedBefore[i])
                continue;
            m_path.push_back({{}, static_cast<int64_t>(i)});
            say(TreeChange::Kind::Removed, &before[i], nullptr, &after);
            m_path.pop_back();
        }
    }

    const TreeBounds &m_bounds;
    TreeChanges m_out;
    filter::PacketPath m_path;
    size_t m_looked = 0;
};

} // namespace

bool isOneValue(const FieldTree &tree)
{
    if (tree.is_object())
        return tree.size() == 2 && tree.contains("bytes") && tree.contains("media");
    return tree.is_array() && tree.size() <= kShortList && std::ranges::none_of(tree, [](const FieldTree &item) { return item.is_structured(); });
}

TreeChanges compareTrees(const FieldTree &before, const FieldTree &after, const TreeBounds &bounds)
{
    return Comparison(bounds).run(before, after);
}

} // namespace tocsin::compare
