// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/columnfiles.h"

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace tocsin::archive {

// Alerts with a few of their keys, from the column files: for judging, where reading the whole row from the index is most
// of the work. Used on one thread.
class ColumnAlerts
{
public:
    // `streams`: the number of a stream in the index -> its name. All outlive this.
    ColumnAlerts(ColumnReader &columns, const std::unordered_map<uint32_t, std::string> &streams, std::span<const AlertField *const> keys);

    // The keys of `count` rows from `first`; false: the disk failed.
    [[nodiscard]] bool read(int64_t first, size_t count);
    // Sets the row's number and its keys, as they were stored but for the form in which numbers and times were sent. False:
    // one of them is in the index alone.
    [[nodiscard]] bool fill(int64_t row, Alert &alert);

private:
    struct Column {
        const AlertField *field = nullptr;
        int index = -1;
        ColumnKind kind = ColumnKind::Number;
        std::vector<double> reals;
        std::vector<int64_t> integers;
        std::vector<uint8_t> flags;
        std::vector<uint32_t> codes;
        std::vector<std::string_view> views;
    };
    struct Setter;

    ColumnReader &m_columns;
    const std::unordered_map<uint32_t, std::string> &m_streams;
    std::vector<Column> m_keys;
    int64_t m_first = 0;
};

} // namespace tocsin::archive
