// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tocsin::decoders {

// Reading FITS (standard 4.0) out of a packet: units, keywords and the columns of binary tables, every read checked
// against the bytes there are. Written here because cfitsio 4.2 reads behind the end of a file in memory and takes room
// by numbers it never set when a header lies: fuzzing found both within seconds. Views point into the caller's bytes.

// A header and the data behind it.
struct FitsUnit {
    std::vector<std::pair<std::string_view, std::string_view>> cards; // keyword, value: without quotes and comment
    std::string_view data;                                            // without the padding

    [[nodiscard]] std::optional<std::string_view> text(std::string_view keyword) const;
    [[nodiscard]] std::optional<double> number(std::string_view keyword) const; // finite ones only
    [[nodiscard]] std::optional<int64_t> whole(std::string_view keyword) const;
};

// A column of numbers in a binary table; type as in TFORMn.
struct FitsColumn {
    char type = 0;
    int64_t repeat = 0; // numbers in one row
    int64_t offset = 0; // bytes from the row's begin
    double scale = 1;
    double zero = 0;
};

// A binary table of fixed-width rows. Only made when all rows lie within the unit's data.
class FitsTable
{
public:
    // The error says what is wrong with the table.
    [[nodiscard]] static std::variant<FitsTable, std::string> of(const FitsUnit &unit);

    [[nodiscard]] int64_t rows() const { return m_rows; }
    [[nodiscard]] std::optional<FitsColumn> column(std::string_view name) const; // of numbers; case does not matter
    // row < rows(), element < column.repeat.
    [[nodiscard]] double number(const FitsColumn &column, int64_t row, int64_t element = 0) const;
    // Of the types B, I, J and K, with a whole TZERO: 2^63 makes unsigned numbers (standard 5.2.5).
    [[nodiscard]] int64_t whole(const FitsColumn &column, int64_t row, int64_t element = 0) const;

private:
    FitsTable() = default;
    [[nodiscard]] const char *at(const FitsColumn &column, int64_t row, int64_t element) const;
    [[nodiscard]] int64_t stored(const FitsColumn &column, int64_t row, int64_t element) const;

    std::vector<std::pair<std::string_view, FitsColumn>> m_columns;
    std::string_view m_data;
    int64_t m_rows = 0;
    int64_t m_width = 0;
};

// The error says what is wrong with the file.
[[nodiscard]] std::variant<std::vector<FitsUnit>, std::string> readFits(std::string_view bytes);

} // namespace tocsin::decoders
