// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/fits/fits.h"

#include <algorithm>
#include <bit>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstring>

namespace tocsin::decoders {

namespace {

constexpr size_t kBlock = 2880;
constexpr size_t kCard = 80;
constexpr size_t kMostUnits = 64;
constexpr size_t kMostCards = 10'000;
constexpr int64_t kMostColumns = 999; // the standard's own limit

std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

// What stands behind "= ", without quotes and comment. A quote inside a text is doubled; such texts are names of
// people and programs, nothing we read, so they stay doubled.
std::string_view valueOf(std::string_view field)
{
    field = trimmed(field);
    if (!field.starts_with('\''))
        return trimmed(field.substr(0, field.find('/')));
    for (size_t at = 1; at < field.size(); ++at) {
        if (field[at] != '\'')
            continue;
        if (at + 1 < field.size() && field[at + 1] == '\'')
            ++at;
        else
            return trimmed(field.substr(1, at - 1));
    }
    return trimmed(field.substr(1));
}

bool sameName(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](unsigned char x, unsigned char y) { return std::toupper(x) == std::toupper(y); });
}

// How many bytes of data a header announces (4.4.1); nothing when it is no sound number or more than `room`.
std::optional<size_t> dataSize(const FitsUnit &unit, size_t room)
{
    const int64_t axes = unit.whole("NAXIS").value_or(-1);
    const int64_t bits = unit.whole("BITPIX").value_or(0);
    if (axes < 0 || axes > 999 || bits == 0 || std::abs(bits) > 64)
        return std::nullopt;
    if (axes == 0)
        return 0;
    // In double: products beyond 2^53 lose digits and are refused all the same.
    double elements = 1;
    for (int64_t axis = 1; axis <= axes; ++axis) {
        const int64_t length = unit.whole("NAXIS" + std::to_string(axis)).value_or(-1);
        if (length < 0)
            return std::nullopt;
        elements *= static_cast<double>(length);
    }
    const int64_t before = unit.whole("PCOUNT").value_or(0);
    const int64_t groups = unit.whole("GCOUNT").value_or(1);
    if (before < 0 || groups < 0)
        return std::nullopt;
    const double bytes = static_cast<double>(std::abs(bits) / 8) * static_cast<double>(groups) * (static_cast<double>(before) + elements);
    if (!(bytes <= static_cast<double>(room)))
        return std::nullopt;
    return static_cast<size_t>(bytes);
}

int64_t bytesOf(char type)
{
    switch (type) {
    case 'L':
    case 'A':
    case 'B': return 1;
    case 'I': return 2;
    case 'J':
    case 'E': return 4;
    case 'K':
    case 'D':
    case 'C':
    case 'P': return 8;
    case 'M':
    case 'Q': return 16;
    default: return 0;
    }
}

template <typename Number> Number bigEndian(const char *bytes)
{
    char turned[sizeof(Number)];
    std::reverse_copy(bytes, bytes + sizeof(Number), turned);
    static_assert(std::endian::native == std::endian::little);
    Number number;
    std::memcpy(&number, turned, sizeof number);
    return number;
}

} // namespace

std::optional<std::string_view> FitsUnit::text(std::string_view keyword) const
{
    for (const auto &[key, value] : cards)
        if (key == keyword)
            return value;
    return std::nullopt;
}

std::optional<double> FitsUnit::number(std::string_view keyword) const
{
    const std::string_view value = text(keyword).value_or("");
    double number = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
    return read.ec == std::errc() && read.ptr == value.data() + value.size() && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<int64_t> FitsUnit::whole(std::string_view keyword) const
{
    const std::string_view value = text(keyword).value_or("");
    int64_t number = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
    return read.ec == std::errc() && read.ptr == value.data() + value.size() ? std::optional(number) : std::nullopt;
}

std::variant<std::vector<FitsUnit>, std::string> readFits(std::string_view bytes)
{
    if (!bytes.starts_with("SIMPLE  ="))
        return std::string("is no FITS file");
    std::vector<FitsUnit> units;
    size_t cards = 0;
    for (size_t at = 0; at < bytes.size();) {
        // Behind the last unit some writers leave a block of zeros.
        if (!units.empty() && !bytes.substr(at).starts_with("XTENSION"))
            break;
        FitsUnit unit;
        size_t card = at;
        for (;; card += kCard) {
            if (card + kCard > bytes.size())
                return std::string("ends inside a header");
            const std::string_view line = bytes.substr(card, kCard);
            const std::string_view keyword = trimmed(line.substr(0, 8));
            if (keyword == "END")
                break;
            if (++cards > kMostCards)
                return std::string("has too many keywords");
            if (line.substr(8, 2) == "= ")
                unit.cards.emplace_back(keyword, valueOf(line.substr(10)));
        }
        at += (card + kCard - at + kBlock - 1) / kBlock * kBlock;
        if (at > bytes.size())
            return std::string("ends inside a header");
        const std::optional<size_t> size = dataSize(unit, bytes.size() - at);
        if (!size)
            return std::string("is cut, or its header is wrong: its data reach beyond its end");
        unit.data = bytes.substr(at, *size);
        units.push_back(std::move(unit));
        if (units.size() > kMostUnits)
            return std::string("has too many units");
        at += std::min((*size + kBlock - 1) / kBlock * kBlock, bytes.size() - at);
    }
    return units;
}

std::variant<FitsTable, std::string> FitsTable::of(const FitsUnit &unit)
{
    if (unit.text("XTENSION") != "BINTABLE")
        return std::string("has no binary table");
    FitsTable table;
    table.m_width = unit.whole("NAXIS1").value_or(0);
    table.m_rows = unit.whole("NAXIS2").value_or(0);
    table.m_data = unit.data;
    const int64_t columns = unit.whole("TFIELDS").value_or(0);
    const auto size = static_cast<int64_t>(unit.data.size());
    if (table.m_width < 1 || table.m_rows < 1 || table.m_rows > size / table.m_width || columns < 1 || columns > kMostColumns)
        return std::string("has an empty or unsound table");
    int64_t offset = 0;
    for (int64_t i = 1; i <= columns; ++i) {
        const std::string n = std::to_string(i);
        const std::string_view form = unit.text("TFORM" + n).value_or("");
        FitsColumn column{.repeat = 1, .offset = offset};
        const auto count = std::from_chars(form.data(), form.data() + form.size(), column.repeat);
        if (count.ptr == form.data() + form.size() || column.repeat < 0 || column.repeat > table.m_width * 8)
            return "has a column of unknown form: " + std::string(form);
        column.type = *count.ptr;
        const int64_t bytes = column.type == 'X' ? (column.repeat + 7) / 8 : column.repeat * bytesOf(column.type);
        if (column.type != 'X' && bytesOf(column.type) == 0)
            return "has a column of unknown form: " + std::string(form);
        offset += bytes;
        if (offset > table.m_width)
            return std::string("has columns wider than its rows");
        column.scale = unit.number("TSCAL" + n).value_or(1);
        column.zero = unit.number("TZERO" + n).value_or(0);
        const std::string_view name = unit.text("TTYPE" + n).value_or("");
        if (std::string_view("BIJKED").find(column.type) != std::string_view::npos && column.repeat > 0)
            table.m_columns.emplace_back(name, column);
    }
    return table;
}

std::optional<FitsColumn> FitsTable::column(std::string_view name) const
{
    for (const auto &[key, column] : m_columns)
        if (sameName(key, name))
            return column;
    return std::nullopt;
}

const char *FitsTable::at(const FitsColumn &column, int64_t row, int64_t element) const
{
    return m_data.data() + row * m_width + column.offset + element * bytesOf(column.type);
}

double FitsTable::number(const FitsColumn &column, int64_t row, int64_t element) const
{
    double number = 0;
    if (column.type == 'E')
        number = static_cast<double>(bigEndian<float>(at(column, row, element)));
    else if (column.type == 'D')
        number = bigEndian<double>(at(column, row, element));
    else
        number = static_cast<double>(stored(column, row, element));
    return number * column.scale + column.zero;
}

int64_t FitsTable::stored(const FitsColumn &column, int64_t row, int64_t element) const
{
    const char *bytes = at(column, row, element);
    switch (column.type) {
    case 'B': return static_cast<unsigned char>(*bytes);
    case 'I': return bigEndian<int16_t>(bytes);
    case 'J': return bigEndian<int32_t>(bytes);
    case 'K': return bigEndian<int64_t>(bytes);
    default: return static_cast<int64_t>(0);
    }
}

int64_t FitsTable::whole(const FitsColumn &column, int64_t row, int64_t element) const
{
    const auto number = static_cast<uint64_t>(stored(column, row, element));
    const bool shifted = column.zero > 0 && column.zero < 0x1p64; // unsigned arithmetic wraps to what is meant
    return static_cast<int64_t>(shifted ? number + static_cast<uint64_t>(column.zero) : number);
}

} // namespace tocsin::decoders
