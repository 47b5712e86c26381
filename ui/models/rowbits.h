// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace tocsin::ui {

// Numbers of rows in the archive, a bit each, in blocks that exist only where there is one: ten million cost 1.3 MB wherever
// they begin. A plain value.
class NumberSet
{
public:
    void add(int64_t number);
    [[nodiscard]] bool has(int64_t number) const;
    void clear() { m_blocks.clear(); }

private:
    static constexpr int kShift = 15; // 32,768 numbers, 4 kB
    using Block = std::vector<uint64_t>;
    std::unordered_map<int64_t, Block> m_blocks;
};

// Places in a list, a bit each: which rows of the table are hits, how many, and which is the next. A plain value.
class RowBits
{
public:
    void set(int row);
    void clear();
    [[nodiscard]] bool has(int row) const;
    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] qint64 countBefore(int row) const;
    // The first one from `row` on, itself included; -1: none.
    [[nodiscard]] int nextFrom(int row) const;
    [[nodiscard]] int previousFrom(int row) const;

private:
    std::vector<uint64_t> m_words;
    qint64 m_count = 0;
};

} // namespace tocsin::ui
