// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tocsin::ui {

// Which row of the archive stands where in the table. Lines in an order (of their numbers, or sorted by something), and below
// some of them the earlier rows of the same event, opened by a person. 8 bytes a line, 4 more where they are sorted; every
// question costs the logarithm of the lines and of the opened ones. A plain value; says nothing to anybody.
class RowList
{
public:
    struct Range {
        int first = 0;
        int last = -1;
        [[nodiscard]] bool isEmpty() const { return last < first; }
    };

    RowList() = default;
    explicit RowList(std::vector<int64_t> ascending) : m_lines(std::move(ascending)) {}
    // `byNumber`: the places of `lines` in the order of their numbers, as placesByNumber() gives them.
    RowList(std::vector<int64_t> lines, std::vector<uint32_t> byNumber) : m_lines(std::move(lines)), m_byNumber(std::move(byNumber)), m_sorted(true) {}
    [[nodiscard]] static std::vector<uint32_t> placesByNumber(std::span<const int64_t> lines); // not on the main thread

    [[nodiscard]] bool isSorted() const { return m_sorted; } // else in the order of numbers
    [[nodiscard]] int size() const { return static_cast<int>(m_lines.size()) + m_opened; }
    [[nodiscard]] int64_t at(int row) const;
    [[nodiscard]] int indexOf(int64_t number) const; // -1: not here
    // The first row with this number or a greater one; where they are sorted, the row with this number. size(): none.
    [[nodiscard]] int firstFrom(int64_t number) const;
    [[nodiscard]] bool hasLine(int64_t number) const { return lineOf(number) >= 0; }
    [[nodiscard]] const std::vector<int64_t> &lines() const { return m_lines; }
    [[nodiscard]] std::vector<int64_t> ascendingLines() const;
    [[nodiscard]] int64_t greatest() const; // number of all lines; 0: there is none

    // Where numbers that are not here would come, in the order of numbers: a run of them, from the first on, that goes
    // together before one line. To be followed by insert() with as many.
    struct Gap {
        int row = 0;
        size_t count = 0;
    };
    [[nodiscard]] Gap gapFor(std::span<const int64_t> ascending) const;
    void insert(std::span<const int64_t> numbers); // of one gap

    // Rows of a line, with what is opened below it.
    [[nodiscard]] Range rangeOf(int64_t number) const;
    void remove(Range rows); // lines with all that is below them

    [[nodiscard]] bool isOpen(int64_t number) const;
    [[nodiscard]] bool isBelow(int row) const; // one of the rows below a line
    [[nodiscard]] bool isLastBelow(int row) const;
    [[nodiscard]] int64_t headOf(int row) const; // the line that the row stands below, or itself
    void open(int64_t number, std::vector<int64_t> below); // in the order shown; not empty
    void close(int64_t number);
    [[nodiscard]] std::vector<int64_t> opened() const; // lines

private:
    struct Group {
        int line = 0;
        int before = 0; // rows that are opened before this line
        std::vector<int64_t> below;
    };
    [[nodiscard]] int lineOf(int64_t number) const;
    [[nodiscard]] int rowOfLine(int line) const;
    [[nodiscard]] const Group *groupAt(int row) const; // the last one that begins at this row or before it
    void recount();

    std::vector<int64_t> m_lines;
    std::vector<uint32_t> m_byNumber;
    bool m_sorted = false;
    std::vector<Group> m_groups; // ascending lines
    int m_opened = 0; // rows in all groups
};

} // namespace tocsin::ui
