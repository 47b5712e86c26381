// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/columnfiles.h"
#include "core/archive/wordindex.h"
#include "core/filter/expression.h"

#include <map>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tocsin::archive {

// Judges a filter over the column files, thousands of rows at a time and one node after the other. Each row's truth is an
// interval: what needs more than the columns (a packet, a text against a text) leaves it open, and Kleene's logic often
// closes it again; only rows that stay open are asked one by one. Used on one thread.
class ColumnPass
{
public:
    enum Verdict : uint8_t { No, Yes, Ask };

    // Filter, reader and names outlive the pass. `streams`: the number of a stream in the index -> its name.
    // `words`: what the word index says of the nodes that ask for one; others are left open where a packet has texts.
    using Words = std::map<const filter::Node *, WordRows>;
    ColumnPass(ColumnReader &reader, const filter::Node &root, UtcTime now, const std::unordered_map<uint32_t, std::string> &streams, const Words &words);
    ~ColumnPass();

    // `count` rows from `first`; rows that are not there are No. False: the disk failed.
    [[nodiscard]] bool judge(int64_t first, size_t count, std::vector<Verdict> &into);

private:
    // 0 false, 1 unknown, 2 true, as filter::Truth; `high` is empty where it would equal `low`.
    struct Truths {
        std::vector<uint8_t> low;
        std::vector<uint8_t> high;
    };
    struct Coded { // a text condition over a dictionary, answered once for each of its texts
        std::vector<uint8_t> low;
        bool open = false;
    };
    using Numbers = std::vector<double>;
    using Times = std::vector<int64_t>;
    using TextTest = std::function<filter::Truth(std::string_view)>;

    Truths condition(const filter::Node &node);
    Truths open() const;
    Truths keyCondition(const filter::Node &node);
    Truths logic(const filter::Node &node);
    Truths compare(const filter::Node &node);
    Truths in(const filter::Node &node);
    Truths has(const filter::Node &node);
    Truths cone(const filter::Node &node);
    Truths textCondition(const filter::Node &node, const AlertField *field, const TextTest &test);
    Truths word(const filter::Node &node);
    // Per row: 0 its message has no texts of its own, 1 it has, 2 only the index knows.
    std::vector<uint8_t> messagesWithTexts(const filter::Node &node);
    // False: this node cannot be had from the columns.
    bool numbers(const filter::Node &node, Numbers &into);
    bool times(const filter::Node &node, Times &into);
    bool keyNumbers(const AlertField *field, Numbers &into);
    bool positions();

    ColumnReader &m_reader;
    const filter::Node &m_root;
    const UtcTime m_now;
    const std::unordered_map<uint32_t, std::string> &m_streams;
    const Words &m_words;
    std::map<std::pair<const filter::Node *, int>, Coded> m_coded; // by node and column

    // Of the rows at hand.
    int64_t m_first = 0;
    size_t m_count = 0;
    bool m_failed = false;
    std::vector<uint32_t> m_there; // numbers of streams
    std::map<int, Numbers> m_numbers; // columns that were read
    std::vector<uint32_t> m_codes;
    std::vector<std::string_view> m_texts;
};

} // namespace tocsin::archive
