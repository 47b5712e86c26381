// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin::archive {

// Appends a text as it is sorted: without case, in bytes that compare as QString::compare() compares the folded text (its
// UTF-16 units one by one).
void appendFolded(std::string &to, std::string_view utf8);

// Sorts texts of rows in memory: 16 bytes a row, and 12 with the text itself. Lives on the stack of whoever sorts.
class TextSort
{
public:
    // Ascending rows; `folded` as of appendFolded().
    void add(int64_t row, std::string_view folded);
    // Visits the rows in the order of their texts, those of equal texts as they were added; false: `goOn` said no.
    [[nodiscard]] bool visit(bool descending, const std::function<bool()> &goOn, const std::function<void(int64_t row)> &visit);
    // The texts in the order in which they were added.
    void forEach(const std::function<void(std::string_view folded)> &visit) const;
    void clear();
    void reserve(size_t rows, size_t bytes); // growing would take twice as much for a moment

    static constexpr size_t kBytesPerText = sizeof(int64_t) + sizeof(uint32_t); // in memory, beside its own

private:
    struct Entry {
        uint64_t head; // eight bytes of the text behind what all have in common
        size_t at; // in m_memory: row, length, text
    };
    struct Head {
        int64_t row;
        uint32_t size;
    };
    [[nodiscard]] Head headAt(size_t at) const;
    [[nodiscard]] std::string_view textAt(size_t at) const;

    std::vector<Entry> m_entries;
    std::string m_memory;
    size_t m_common = 0;
};

} // namespace tocsin::archive
