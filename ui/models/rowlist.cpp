// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rowlist.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace tocsin::ui {

std::vector<uint32_t> RowList::placesByNumber(std::span<const int64_t> lines)
{
    // Numbers of an archive lie close together: put where they belong, ten million take a twentieth of what sorting them does.
    constexpr size_t kMostRoom = 16; // numbers of the range, for each line
    constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();
    if (const auto [least, greatest] = std::ranges::minmax_element(lines); least != lines.end()) {
        const auto range = static_cast<size_t>(*greatest - *least) + 1;
        if (range / kMostRoom <= lines.size()) {
            const int64_t first = *least;
            std::vector<uint32_t> places(range, kNone);
            for (size_t place = 0; place < lines.size(); ++place)
                places[static_cast<size_t>(lines[place] - first)] = static_cast<uint32_t>(place);
            std::erase(places, kNone);
            places.shrink_to_fit();
            return places;
        }
    }
    std::vector<uint32_t> places(lines.size());
    std::iota(places.begin(), places.end(), 0u);
    std::ranges::sort(places, {}, [lines](uint32_t place) { return lines[place]; });
    return places;
}

const RowList::Group *RowList::groupAt(int row) const
{
    const auto it = std::ranges::upper_bound(m_groups, row, {}, [](const Group &group) { return group.line + group.before; });
    return it == m_groups.begin() ? nullptr : &*std::prev(it);
}

int RowList::rowOfLine(int line) const
{
    const auto it = std::ranges::lower_bound(m_groups, line, {}, &Group::line);
    if (it == m_groups.begin())
        return line;
    const Group &last = *std::prev(it);
    return line + last.before + static_cast<int>(last.below.size());
}

int64_t RowList::at(int row) const
{
    const Group *group = groupAt(row);
    if (!group)
        return m_lines[static_cast<size_t>(row)];
    const int into = row - group->line - group->before;
    if (into == 0)
        return m_lines[static_cast<size_t>(group->line)];
    const auto count = static_cast<int>(group->below.size());
    if (into <= count)
        return group->below[static_cast<size_t>(into - 1)];
    return m_lines[static_cast<size_t>(row - group->before - count)];
}

int RowList::lineOf(int64_t number) const
{
    if (m_sorted) {
        const auto numberAt = [this](uint32_t place) { return m_lines[place]; };
        const auto it = std::ranges::lower_bound(m_byNumber, number, {}, numberAt);
        return it != m_byNumber.end() && m_lines[*it] == number ? static_cast<int>(*it) : -1;
    }
    const auto it = std::ranges::lower_bound(m_lines, number);
    return it != m_lines.end() && *it == number ? static_cast<int>(it - m_lines.begin()) : -1;
}

int RowList::indexOf(int64_t number) const
{
    if (const int line = lineOf(number); line >= 0)
        return rowOfLine(line);
    for (const Group &group : m_groups) {
        const auto it = std::ranges::find(group.below, number);
        if (it != group.below.end())
            return group.line + group.before + 1 + static_cast<int>(it - group.below.begin());
    }
    return -1;
}

int RowList::firstFrom(int64_t number) const
{
    if (m_sorted) {
        const int row = indexOf(number);
        return row < 0 ? size() : row;
    }
    const auto line = static_cast<int>(std::ranges::lower_bound(m_lines, number) - m_lines.begin());
    return line == static_cast<int>(m_lines.size()) ? size() : rowOfLine(line);
}

std::vector<int64_t> RowList::ascendingLines() const
{
    if (!m_sorted)
        return m_lines;
    std::vector<int64_t> numbers;
    numbers.reserve(m_byNumber.size());
    for (const uint32_t place : m_byNumber)
        numbers.push_back(m_lines[place]);
    return numbers;
}

int64_t RowList::greatest() const
{
    if (m_lines.empty())
        return 0;
    return m_sorted ? m_lines[m_byNumber.back()] : m_lines.back();
}

RowList::Gap RowList::gapFor(std::span<const int64_t> ascending) const
{
    const auto place = std::ranges::lower_bound(m_lines, ascending.front());
    if (place == m_lines.end())
        return {size(), ascending.size()};
    const auto end = std::ranges::lower_bound(ascending, *place);
    return {rowOfLine(static_cast<int>(place - m_lines.begin())), static_cast<size_t>(end - ascending.begin())};
}

void RowList::insert(std::span<const int64_t> numbers)
{
    const auto place = std::ranges::lower_bound(m_lines, numbers.front());
    const auto line = static_cast<int>(place - m_lines.begin());
    m_lines.insert(place, numbers.begin(), numbers.end());
    for (Group &group : m_groups) {
        if (group.line >= line)
            group.line += static_cast<int>(numbers.size());
    }
}

RowList::Range RowList::rangeOf(int64_t number) const
{
    const int line = lineOf(number);
    if (line < 0)
        return {};
    const int row = rowOfLine(line);
    const auto group = std::ranges::lower_bound(m_groups, line, {}, &Group::line);
    const bool open = group != m_groups.end() && group->line == line;
    return {row, row + (open ? static_cast<int>(group->below.size()) : 0)};
}

void RowList::remove(Range rows)
{
    const int first = lineOf(headOf(rows.first));
    const int end = lineOf(headOf(rows.last)) + 1;
    m_lines.erase(m_lines.begin() + first, m_lines.begin() + end);
    std::erase_if(m_groups, [&](const Group &group) { return group.line >= first && group.line < end; });
    for (Group &group : m_groups) {
        if (group.line >= end)
            group.line -= end - first;
    }
    recount();
    if (!m_sorted)
        return;
    const auto from = static_cast<uint32_t>(first);
    const auto to = static_cast<uint32_t>(end);
    std::erase_if(m_byNumber, [&](uint32_t place) { return place >= from && place < to; });
    for (uint32_t &place : m_byNumber) {
        if (place >= to)
            place -= to - from;
    }
}

bool RowList::isOpen(int64_t number) const
{
    const int line = m_groups.empty() ? -1 : lineOf(number);
    return line >= 0 && std::ranges::binary_search(m_groups, line, {}, &Group::line);
}

bool RowList::isBelow(int row) const
{
    const Group *group = groupAt(row);
    const int into = group ? row - group->line - group->before : 0;
    return into > 0 && into <= static_cast<int>(group->below.size());
}

bool RowList::isLastBelow(int row) const
{
    const Group *group = groupAt(row);
    return group && row - group->line - group->before == static_cast<int>(group->below.size());
}

int64_t RowList::headOf(int row) const
{
    return isBelow(row) ? m_lines[static_cast<size_t>(groupAt(row)->line)] : at(row);
}

void RowList::open(int64_t number, std::vector<int64_t> below)
{
    const int line = lineOf(number);
    const auto place = std::ranges::lower_bound(m_groups, line, {}, &Group::line);
    m_groups.insert(place, Group{.line = line, .below = std::move(below)});
    recount();
}

void RowList::close(int64_t number)
{
    const int line = lineOf(number);
    std::erase_if(m_groups, [line](const Group &group) { return group.line == line; });
    recount();
}

std::vector<int64_t> RowList::opened() const
{
    std::vector<int64_t> numbers;
    for (const Group &group : m_groups)
        numbers.push_back(m_lines[static_cast<size_t>(group.line)]);
    return numbers;
}

void RowList::recount()
{
    m_opened = 0;
    for (Group &group : m_groups) {
        group.before = m_opened;
        m_opened += static_cast<int>(group.below.size());
    }
}

} // namespace tocsin::ui
