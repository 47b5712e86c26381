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

constexpr size_t kCard = 80;
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
    std::string value(text(keyword).value_or(""));
    std::ranges::replace(value, 'D', 'E'); // double precision as Fortran writes it
    const char *begin = value.data() + (value.starts_with('+') ? 1 : 0);
    const char *end = value.data() + value.size();
    double number = 0;
    const auto read = std::from_chars(begin, end, number);
    return read.ec == std::errc() && read.ptr == end && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<int64_t> FitsUnit::whole(std::string_view keyword) const
{
    const std::string_view value = text(keyword).value_or("");
    int64_t number = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
    return read.ec == std::errc() && read.ptr == value.data() + value.size() ? std::optional(number) : std::nullopt;
}

bool FitsUnit::isImage() const
{
    const std::string_view extension = text("XTENSION").value_or("IMAGE");
    return extension == "IMAGE" && whole("NAXIS").value_or(0) > 0 && !data.empty();
}

std::optional<size_t> fitsHeaderSize(std::string_view bytes)
{
    for (size_t card = 0; card + kCard <= std::min(bytes.size(), kMostFitsHeader + kFitsBlock); card += kCard) {
        if (trimmed(bytes.substr(card, 8)) == "END") {
            const size_t size = (card + kCard + kFitsBlock - 1) / kFitsBlock * kFitsBlock;
            return size <= bytes.size() ? std::optional(size) : std::nullopt;
        }
    }
    return std::nullopt;
}

FitsUnit readFitsHeader(std::string_view header)
{
    FitsUnit unit;
    for (size_t card = 0; card + kCard <= header.size(); card += kCard) {
        const std::string_view line = header.substr(card, kCard);
        const std::string_view keyword = trimmed(line.substr(0, 8));
        if (keyword == "END")
            break;
        if (line.substr(8, 2) == "= ")
            unit.cards.emplace_back(keyword, valueOf(line.substr(10)));
    }
    return unit;
}

// Standard 4.4.1.
std::optional<uint64_t> fitsDataSize(const FitsUnit &unit, uint64_t room)
{
    const int64_t axes = unit.whole("NAXIS").value_or(-1);
    const int64_t bits = unit.whole("BITPIX").value_or(0);
    if (axes < 0 || axes > 999 || !isBitpix(bits))
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
    if (before < 0 || groups < 1)
        return std::nullopt;
    const double bytes = static_cast<double>(std::abs(bits) / 8) * static_cast<double>(groups) * (static_cast<double>(before) + elements);
    if (!(bytes <= static_cast<double>(room)))
        return std::nullopt;
    return static_cast<uint64_t>(bytes);
}

std::string printable(std::string_view text)
{
    std::string out;
    for (const char c : text)
        out += c >= ' ' && c <= '~' ? std::string(1, c) : std::string("\xef\xbf\xbd");
    return out;
}

bool isBitpix(int64_t bits)
{
    return bits == 8 || bits == 16 || bits == 32 || bits == 64 || bits == -32 || bits == -64;
}

int64_t fitsWhole(const char *bytes, int64_t bitpix)
{
    switch (bitpix) {
    case 8: return static_cast<unsigned char>(*bytes);
    case 16: return bigEndian<int16_t>(bytes);
    case 32: return bigEndian<int32_t>(bytes);
    case 64: return bigEndian<int64_t>(bytes);
    default: return 0;
    }
}

double fitsNumber(const char *bytes, int64_t bitpix)
{
    if (bitpix == -32)
        return static_cast<double>(bigEndian<float>(bytes));
    if (bitpix == -64)
        return bigEndian<double>(bytes);
    return static_cast<double>(fitsWhole(bytes, bitpix));
}

std::variant<std::vector<FitsUnit>, std::string> readFits(std::string_view bytes)
{
    if (!bytes.starts_with("SIMPLE  ="))
        return std::string("is no FITS file");
    std::vector<FitsUnit> units;
    for (size_t at = 0; at < bytes.size();) {
        // Behind the last unit some writers leave a block of zeros.
        if (!units.empty() && !bytes.substr(at).starts_with("XTENSION"))
            break;
        const std::optional<size_t> header = fitsHeaderSize(bytes.substr(at));
        if (!header)
            return std::string(bytes.size() - at > kMostFitsHeader ? "has too many keywords" : "ends inside a header");
        FitsUnit unit = readFitsHeader(bytes.substr(at, *header));
        at += *header;
        const std::optional<uint64_t> size = fitsDataSize(unit, bytes.size() - at);
        if (!size)
            return std::string("is cut, or its header is wrong: its data reach beyond its end");
        unit.data = bytes.substr(at, *size);
        units.push_back(std::move(unit));
        if (units.size() > kMostFitsUnits)
            return std::string("has too many units");
        at += std::min<size_t>((*size + kFitsBlock - 1) / kFitsBlock * kFitsBlock, bytes.size() - at);
    }
    return units;
}

std::variant<FitsTable, std::string> FitsTable::of(const FitsUnit &unit)
{
    auto read = layoutOf(unit);
    if (auto *table = std::get_if<FitsTable>(&read)) {
        if (table->m_rows > static_cast<int64_t>(unit.data.size()) / table->m_width)
            return std::string("has an empty or unsound table");
        table->m_data = unit.data;
    }
    return read;
}

std::variant<FitsTable, std::string> FitsTable::layoutOf(const FitsUnit &unit)
{
    if (!unit.isTable())
        return std::string("has no binary table");
    FitsTable table;
    table.m_width = unit.whole("NAXIS1").value_or(0);
    table.m_rows = unit.whole("NAXIS2").value_or(0);
    const int64_t columns = unit.whole("TFIELDS").value_or(0);
    if (table.m_width < 1 || table.m_rows < 1 || columns < 1 || columns > kMostColumns)
        return std::string("has an empty or unsound table");
    int64_t offset = 0;
    for (int64_t i = 1; i <= columns; ++i) {
        const std::string n = std::to_string(i);
        const std::string_view form = unit.text("TFORM" + n).value_or("");
        FitsColumn column{.name = unit.text("TTYPE" + n).value_or(""), .unit = unit.text("TUNIT" + n).value_or(""), .repeat = 1, .offset = offset};
        const auto count = std::from_chars(form.data(), form.data() + form.size(), column.repeat);
        if (count.ptr == form.data() + form.size() || column.repeat < 0 || column.repeat / 8 > table.m_width)
            return "has a column of unknown form: " + printable(form);
        column.type = *count.ptr;
        const int64_t bytes = column.type == 'X' ? (column.repeat + 7) / 8 : column.repeat * bytesOf(column.type);
        if (column.type != 'X' && bytesOf(column.type) == 0)
            return "has a column of unknown form: " + printable(form);
        if (bytes > table.m_width - offset)
            return std::string("has columns wider than its rows");
        offset += bytes;
        column.scale = unit.number("TSCAL" + n).value_or(1);
        column.zero = unit.number("TZERO" + n).value_or(0);
        table.m_names.push_back(column.name);
        if (std::string_view("BIJKED").find(column.type) != std::string_view::npos && column.repeat > 0)
            table.m_columns.push_back(column);
    }
    return table;
}

std::optional<FitsColumn> FitsTable::column(std::string_view name) const
{
    for (const FitsColumn &column : m_columns)
        if (sameName(column.name, name))
            return column;
    return std::nullopt;
}

namespace {

int64_t bitpixOf(char type)
{
    switch (type) {
    case 'B': return 8;
    case 'I': return 16;
    case 'J': return 32;
    case 'K': return 64;
    case 'E': return -32;
    default: return -64;
    }
}

} // namespace

double FitsTable::numberIn(const FitsColumn &column, const char *row, int64_t element)
{
    const char *bytes = row + column.offset + element * bytesOf(column.type);
    return fitsNumber(bytes, bitpixOf(column.type)) * column.scale + column.zero;
}

int64_t FitsTable::wholeIn(const FitsColumn &column, const char *row, int64_t element)
{
    const auto number = static_cast<uint64_t>(fitsWhole(row + column.offset + element * bytesOf(column.type), bitpixOf(column.type)));
    const bool shifted = column.zero > 0 && column.zero < 0x1p64; // unsigned arithmetic wraps to what is meant
    return static_cast<int64_t>(shifted ? number + static_cast<uint64_t>(column.zero) : number);
}

} // namespace tocsin::decoders
