// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rowbits.h"

#include <algorithm>
#include <bit>

namespace tocsin::ui {

namespace {

constexpr size_t wordOf(int64_t place)
{
    return static_cast<size_t>(place >> 6);
}

constexpr uint64_t bitOf(int64_t place)
{
    return uint64_t{1} << (place & 63);
}

} // namespace

void NumberSet::add(int64_t number)
{
    Block &block = m_blocks[number >> kShift];
    if (block.empty())
        block.resize(wordOf(int64_t{1} << kShift));
    const int64_t place = number & ((int64_t{1} << kShift) - 1);
    block[wordOf(place)] |= bitOf(place);
}

bool NumberSet::has(int64_t number) const
{
    const auto it = m_blocks.find(number >> kShift);
    const int64_t place = number & ((int64_t{1} << kShift) - 1);
    return it != m_blocks.end() && (it->second[wordOf(place)] & bitOf(place));
}

void RowBits::set(int row)
{
    const size_t word = wordOf(row);
    if (word >= m_words.size())
        m_words.resize(std::max(word + 1, m_words.size() + m_words.size() / 2));
    m_count += m_words[word] & bitOf(row) ? 0 : 1;
    m_words[word] |= bitOf(row);
}

void RowBits::clear()
{
    m_words.clear();
    m_count = 0;
}

bool RowBits::has(int row) const
{
    return row >= 0 && wordOf(row) < m_words.size() && (m_words[wordOf(row)] & bitOf(row));
}

qint64 RowBits::countBefore(int row) const
{
    if (row <= 0)
        return 0;
    const size_t last = std::min(wordOf(row), m_words.size());
    qint64 count = 0;
    for (size_t i = 0; i < last; ++i)
        count += std::popcount(m_words[i]);
    if (last < m_words.size())
        count += std::popcount(m_words[last] & (bitOf(row) - 1));
    return count;
}

int RowBits::nextFrom(int row) const
{
    row = std::max(row, 0);
    for (size_t i = wordOf(row); i < m_words.size(); ++i) {
        const uint64_t word = i == wordOf(row) ? m_words[i] & ~(bitOf(row) - 1) : m_words[i];
        if (word)
            return static_cast<int>(i * 64) + std::countr_zero(word);
    }
    return -1;
}

int RowBits::previousFrom(int row) const
{
    if (row < 0 || m_words.empty())
        return -1;
    const size_t from = std::min(wordOf(row), m_words.size() - 1);
    for (size_t i = from + 1; i-- > 0;) {
        const uint64_t word = i == wordOf(row) ? m_words[i] & (bitOf(row) | (bitOf(row) - 1)) : m_words[i];
        if (word)
            return static_cast<int>(i * 64) + 63 - std::countl_zero(word);
    }
    return -1;
}

} // namespace tocsin::ui
