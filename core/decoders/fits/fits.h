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
    [[nodiscard]] bool isImage() const; // one with pixels
    [[nodiscard]] bool isTable() const { return text("XTENSION") == "BINTABLE"; }
};

// A column of numbers in a binary table; type as in TFORMn.
struct FitsColumn {
    std::string_view name;
    std::string_view unit;
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
    // The same of a header whose data come later, row by row: only numberIn() and wholeIn() may be asked.
    [[nodiscard]] static std::variant<FitsTable, std::string> layoutOf(const FitsUnit &unit);

    [[nodiscard]] int64_t rows() const { return m_rows; }
    [[nodiscard]] int64_t width() const { return m_width; } // bytes of a row
    [[nodiscard]] const std::vector<std::string_view> &names() const { return m_names; } // of all columns
    [[nodiscard]] const std::vector<FitsColumn> &columns() const { return m_columns; } // of numbers
    [[nodiscard]] std::optional<FitsColumn> column(std::string_view name) const; // of numbers; case does not matter
    // `row` points to a row's width() bytes.
    [[nodiscard]] static double numberIn(const FitsColumn &column, const char *row, int64_t element = 0);
    [[nodiscard]] static int64_t wholeIn(const FitsColumn &column, const char *row, int64_t element = 0);
    // row < rows(), element < column.repeat.
    [[nodiscard]] double number(const FitsColumn &column, int64_t row, int64_t element = 0) const
    {
        return numberIn(column, m_data.data() + row * m_width, element);
    }
    // Of the types B, I, J and K, with a whole TZERO: 2^63 makes unsigned numbers (standard 5.2.5).
    [[nodiscard]] int64_t whole(const FitsColumn &column, int64_t row, int64_t element = 0) const
    {
        return wholeIn(column, m_data.data() + row * m_width, element);
    }

private:
    FitsTable() = default;

    std::vector<std::string_view> m_names;
    std::vector<FitsColumn> m_columns;
    std::string_view m_data;
    int64_t m_rows = 0;
    int64_t m_width = 0;
};

// The error says what is wrong with the file.
[[nodiscard]] std::variant<std::vector<FitsUnit>, std::string> readFits(std::string_view bytes);

inline constexpr size_t kFitsBlock = 2'880;
inline constexpr size_t kMostFitsUnits = 64;
// The number of bytes that the header at the begin of `bytes` takes, whole blocks; none while its END is not there.
[[nodiscard]] std::optional<size_t> fitsHeaderSize(std::string_view bytes);
inline constexpr size_t kMostFitsHeader = 10'000 * 80;
// Keywords of such a header; `unit.data` stays empty.
[[nodiscard]] FitsUnit readFitsHeader(std::string_view header);
// The number of bytes of data that a header announces, without padding; none when it is no sound number or more than `room`.
[[nodiscard]] std::optional<uint64_t> fitsDataSize(const FitsUnit &unit, uint64_t room);

// Text of a keyword as it may be shown: what is not printable becomes U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);
// A number of the given bytes in big-endian order, as BITPIX says: 8, 16, 32, 64, -32, -64.
[[nodiscard]] bool isBitpix(int64_t bits);
[[nodiscard]] double fitsNumber(const char *bytes, int64_t bitpix);
// The same of whole ones, all digits.
[[nodiscard]] int64_t fitsWhole(const char *bytes, int64_t bitpix);

} // namespace tocsin::decoders
