// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/csv.h"

#include "core/base/utf8.h"
#include "core/export/jsonline.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace tocsin::exporting {

struct CsvCell {
    CsvWriter &writer;
    std::string &out;
    const Alert &alert;

    void operator()(Text Alert::*member) const { writer.appendText(out, alert.*member); }
    void operator()(Number Alert::*member) const { appendNumber(out, alert.*member); }
    void operator()(bool Alert::*member) const { out += writer.word(alert.*member); }
    void operator()(std::optional<bool> Alert::*member) const
    {
        if (const auto &value = alert.*member)
            out += writer.word(*value);
    }
    void operator()(UtcTime Alert::*member) const { out += (alert.*member).iso(); }
    void operator()(int64_t Alert::*member) const
    {
        if (member != &Alert::row || alert.row != 0)
            out += std::to_string(alert.*member);
    }
    void operator()(std::optional<int64_t> Alert::*member) const
    {
        if (const auto &value = alert.*member)
            out += std::to_string(*value);
    }
    void operator()(std::vector<std::string> Alert::*member) const
    {
        const auto &list = alert.*member;
        if (list.empty())
            return;
        std::string json = "[";
        for (size_t i = 0; i < list.size(); ++i) {
            if (i > 0)
                json += ", ";
            appendJsonText(json, list[i]);
        }
        writer.appendText(out, json + "]");
    }
    void operator()(AlertField::Derived derived) const
    {
        if (const double value = derived(alert); std::isfinite(value))
            appendMjd(out, value);
    }
};

namespace {

bool isUtf8(std::string_view text)
{
    // Nearly every cell is ASCII, and this loop takes many bytes at once.
    unsigned char all = 0;
    for (const char c : text)
        all |= static_cast<unsigned char>(c);
    if (all < 0x80)
        return true;
    while (!text.empty()) {
        char32_t character = 0;
        const size_t length = utf8Sequence(text, character);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

// As in JSON lines: each becomes U+FFFD.
std::string withoutBrokenBytes(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        char32_t character = 0;
        const size_t length = utf8Sequence(text, character);
        out += length == 0 ? std::string_view("\xef\xbf\xbd") : text.substr(0, length);
        text.remove_prefix(std::max<size_t>(length, 1));
    }
    return out;
}

} // namespace

bool looksLikeNumber(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    if (text.empty() || text.starts_with('+'))
        return false;
    double value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    return result.ptr == text.data() + text.size() && result.ec != std::errc::invalid_argument;
}

CsvWriter::CsvWriter(Settings settings) : m_settings(std::move(settings))
{
    if (m_settings.columns.empty())
        m_settings.columns = csvColumns();
}

void CsvWriter::appendText(std::string &out, std::string_view text)
{
    if (text.empty())
        return;
    std::string sound;
    if (!isUtf8(text)) {
        sound = withoutBrokenBytes(text);
        text = sound;
    }
    const bool number = looksLikeNumber(text);
    std::string guarded;
    if (!m_settings.exact && !m_settings.ecsv && !number && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos) {
        guarded.reserve(text.size() + 1);
        guarded += '\'';
        guarded += text;
        text = guarded;
        ++m_guarded;
    }
    // Text that reads as a number is quoted, so that 19-digit ids have a chance to stay text.
    const bool quoted = number || text.find_first_of(",\"\r\n") != std::string_view::npos || text.front() == ' ' || text.back() == ' ';
    if (!quoted) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

// astropy wants its own spelling.
const char *CsvWriter::word(bool value) const
{
    if (m_settings.ecsv)
        return value ? "True" : "False";
    return value ? "true" : "false";
}

void CsvWriter::appendValue(std::string &out, const decoders::FieldTree &value)
{
    if (value.is_null() || (value.is_number_float() && !std::isfinite(value.get<double>())))
        return;
    if (value.is_boolean())
        out += word(value.get<bool>());
    else if (value.is_string())
        appendText(out, value.get_ref<const std::string &>());
    else if (value.is_number())
        out += value.dump();
    else
        appendText(out, value.dump(-1, ' ', false, decoders::FieldTree::error_handler_t::replace));
}

void CsvWriter::appendHeader(std::string &out) const
{
    if (m_settings.ecsv)
        out += ecsvPreamble(m_settings.columns);
    for (size_t i = 0; i < m_settings.columns.size(); ++i) {
        if (i > 0)
            out += ',';
        const std::string &name = m_settings.columns[i].name;
        if (name.find_first_of(",\"\r\n") == std::string::npos) {
            out += name;
            continue;
        }
        out += '"'; // fields["a.b"]
        for (const char c : name)
            out += c == '"' ? std::string("\"\"") : std::string(1, c);
        out += '"';
    }
    out += m_settings.lf ? "\n" : "\r\n";
}

void CsvWriter::appendLine(std::string &out, const Alert &alert, std::span<const decoders::FieldTree> values)
{
    for (size_t i = 0; i < m_settings.columns.size(); ++i) {
        if (i > 0)
            out += ',';
        if (const AlertField *field = m_settings.columns[i].field)
            std::visit(CsvCell{*this, out, alert}, field->member);
        else if (i < values.size())
            appendValue(out, values[i]);
    }
    out += m_settings.lf ? "\n" : "\r\n";
}

std::vector<ExportColumn> csvColumns()
{
    std::vector<ExportColumn> columns;
    for (const AlertField &field : alertFields()) {
        if (field.always)
            columns.emplace_back(&field);
    }
    return columns;
}

namespace {

// Type names of pandas and of ECSV for each kind of member.
struct TypeNames {
    const char *pandas;
    const char *ecsv;
};

struct TypesOf {
    TypeNames operator()(Text Alert::*) const { return {"str", "string"}; }
    TypeNames operator()(Number Alert::*) const { return {"float64", "float64"}; }
    TypeNames operator()(bool Alert::*) const { return {"bool", "bool"}; }
    TypeNames operator()(std::optional<bool> Alert::*) const { return {"boolean", "bool"}; }
    TypeNames operator()(UtcTime Alert::*) const { return {"str", "string"}; }
    TypeNames operator()(int64_t Alert::*) const { return {"Int64", "int64"}; }
    TypeNames operator()(std::optional<int64_t> Alert::*) const { return {"Int64", "int64"}; }
    TypeNames operator()(std::vector<std::string> Alert::*) const { return {"str", "string"}; }
    TypeNames operator()(AlertField::Derived) const { return {"float64", "float64"}; }
};

TypeNames typesOf(const ExportColumn &column)
{
    if (column.field)
        return std::visit(TypesOf{}, column.field->member);
    switch (column.type) {
    case ExportColumn::Type::Bool:
        return {"boolean", "bool"};
    case ExportColumn::Type::Integer:
        return {"Int64", "int64"};
    case ExportColumn::Type::Number:
        return {"float64", "float64"};
    case ExportColumn::Type::Text:
    case ExportColumn::Type::Unknown:
        break;
    }
    return {"str", "string"};
}

// Between single quotes YAML and Python differ only in how such a quote is written.
std::string inSingleQuotes(std::string_view text, const char *quote)
{
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'')
            out += quote;
        else
            out += c;
    }
    return out + '\'';
}

} // namespace

std::string pandasTypes(const std::vector<ExportColumn> &columns)
{
    std::string text = "dtype={";
    for (size_t i = 0; i < columns.size(); ++i) {
        if (i > 0)
            text += ", ";
        // A path may hold backslashes, which end nothing in YAML but escape in Python.
        std::string name;
        for (const char c : columns[i].name)
            name += c == '\\' ? std::string("\\\\") : std::string(1, c);
        text += inSingleQuotes(name, "\\'");
        text += ": '";
        text += typesOf(columns[i]).pandas;
        text += '\'';
    }
    return text + "}";
}

std::string ecsvPreamble(const std::vector<ExportColumn> &columns)
{
    std::string text = "# %ECSV 1.0\n# ---\n# delimiter: ','\n# datatype:\n";
    for (const ExportColumn &column : columns) {
        text += "# - {name: ";
        text += column.name.find_first_of("[]{}'\" ,:#") == std::string::npos ? column.name : inSingleQuotes(column.name, "''");
        if (*column.unit()) {
            text += ", unit: ";
            text += column.unit();
        }
        text += ", datatype: ";
        text += typesOf(column).ecsv;
        text += ", description: ";
        text += inSingleQuotes(column.help(), "''");
        text += "}\n";
    }
    return text + "# schema: astropy-2.0\n";
}

} // namespace tocsin::exporting
