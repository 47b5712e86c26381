// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/archive/columnfiles.h"
#include "core/archive/keyedsort.h"
#include "core/archive/packetscan.h"
#include "core/archive/sortvalue.h"
#include "core/archive/textsort.h"

#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace tocsin::archive {

struct SortLimits {
    size_t textMemory = 128u << 20;
    size_t sample = 4'096; // texts that are read to find even parts
};

// Sorts rows by a key over the column files: one column read in stretches, or only where the rows are when they are few.
// Rows behind the files come from their alerts, fields of packets from the packets. Takes 16 bytes a row beside the list
// (24 where the texts do not fit); texts are held 128 MB at a time, and read again for each further part of them. Lives on
// the reader's thread, for one sort.
class RowSorter
{
public:
    // `packets`: for a key that is a path. `streams`: the number of a stream in the index -> its name.
    RowSorter(ColumnReader &columns, Reader &reader, PacketScan &packets, const std::unordered_map<uint32_t, std::string> &streams, const SortKey &key,
              const GoOn &goOn, const SortLimits &limits = {});
    [[nodiscard]] Outcome sort(std::vector<int64_t> &rows);

private:
    // Texts from `from` (null: all) up to before `to` (null: all) are looked at in one part of the work.
    struct Part {
        const std::string *from = nullptr;
        const std::string *to = nullptr;
        std::vector<int64_t> equal; // rows whose text is `from` itself need no memory for it
    };

    [[nodiscard]] Outcome sortCodes(std::vector<int64_t> &rows);
    [[nodiscard]] Outcome sortValues(std::vector<int64_t> &rows);
    [[nodiscard]] Result<std::vector<std::string>> bounds(const std::vector<int64_t> &rows);
    void ranksForCodes();
    // Reads what the rows are sorted by, and hands it over in their order.
    [[nodiscard]] Outcome scan(std::span<const int64_t> rows);
    [[nodiscard]] Outcome scanColumns(std::span<const int64_t> rows);
    [[nodiscard]] Outcome scanAlerts(std::span<const int64_t> rows);
    [[nodiscard]] Outcome readStretch(int64_t first, size_t count, std::span<const int64_t> rows);
    [[nodiscard]] Outcome readCodes(int64_t first, size_t count, std::span<const int64_t> rows);
    [[nodiscard]] Outcome scanPackets(std::span<const int64_t> rows);
    void take(int64_t row, const SortValue &value);
    void takeNumber(int64_t row, double number);
    void takeText(int64_t row, std::string_view text);
    [[nodiscard]] bool goesOn();

    ColumnReader &m_columns;
    Reader &m_reader;
    PacketScan &m_packets;
    const std::unordered_map<uint32_t, std::string> &m_streams;
    const SortKey &m_key;
    const GoOn &m_goOn;
    const SortLimits m_limits;
    int m_column = -1;
    ColumnKind m_kind = ColumnKind::Number;
    bool m_coded = false;

    Part m_part;
    bool m_again = false; // numbers and missing ones were taken
    std::vector<Keyed> m_numbers; // of coded texts: their codes, until they have ranks
    TextSort m_texts;
    std::vector<int64_t> m_missing;
    std::unordered_map<std::string, uint64_t> m_others; // folded texts that have no code -> a number of their own
    std::string m_folded;

    // Of the stretch at hand.
    std::vector<uint32_t> m_there;
    std::vector<uint32_t> m_codes;
    std::vector<double> m_reals;
    std::vector<int64_t> m_integers;
    std::vector<uint8_t> m_flags;
    std::vector<std::string_view> m_views;

    double m_progress = 0;
    double m_perRow = 0;
};

} // namespace tocsin::archive
