// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/jsonline.h"

#include "core/base/utf8.h"
#include "core/domain/alertfields.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <utility>

namespace tocsin::exporting {

namespace {

struct Value {
    std::string &out;
    const Alert &alert;

    void null() const { out += "null"; }
    void operator()(Text Alert::*member) const
    {
        const Text &text = alert.*member;
        if (text.empty())
            null();
        else
            appendJsonText(out, text);
    }
    void operator()(Number Alert::*member) const
    {
        const size_t before = out.size();
        appendNumber(out, alert.*member);
        if (out.size() == before)
            null();
    }
    void operator()(bool Alert::*member) const { out += alert.*member ? "true" : "false"; }
    void operator()(std::optional<bool> Alert::*member) const
    {
        const auto &value = alert.*member;
        out += !value ? "null" : *value ? "true" : "false";
    }
    void operator()(UtcTime Alert::*member) const
    {
        const UtcTime &time = alert.*member;
        if (!time.isValid())
            return null();
        out += '"';
        out += time.iso();
        out += '"';
    }
    void operator()(int64_t Alert::*member) const
    {
        // A row without a number was not kept.
        if (member == &Alert::row && alert.row == 0)
            return null();
        out += std::to_string(alert.*member);
    }
    void operator()(std::optional<int64_t> Alert::*member) const
    {
        if (const auto &value = alert.*member)
            out += std::to_string(*value);
        else
            null();
    }
    void operator()(std::vector<std::string> Alert::*member) const
    {
        const auto &list = alert.*member;
        out += '[';
        for (size_t i = 0; i < list.size(); ++i) {
            if (i > 0)
                out += ", ";
            appendJsonText(out, list[i]);
        }
        out += ']';
    }
    void operator()(AlertField::Derived derived) const
    {
        const double value = derived(alert);
        if (std::isfinite(value))
            appendMjd(out, value);
        else
            null();
    }
};

struct Known {
    const Alert &alert;
    bool operator()(Text Alert::*member) const { return !(alert.*member).empty(); }
    bool operator()(Number Alert::*member) const { return (alert.*member).has(); }
    bool operator()(bool Alert::*member) const { return alert.*member; }
    bool operator()(std::vector<std::string> Alert::*member) const { return !(alert.*member).empty(); }
    template <typename T>
    bool operator()(T) const
    {
        return true;
    }
};

void appendMember(std::string &out, const Alert &alert, const AlertField &field, bool &first)
{
    if (!first)
        out += ", ";
    first = false;
    out += '"';
    out += field.key;
    out += "\": ";
    std::visit(Value{out, alert}, field.member);
}

} // namespace

void appendNumber(std::string &out, const Number &number)
{
    if (!std::isfinite(number.value))
        return;
    std::array<char, 32> buffer;
    const auto result = number.single ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), static_cast<float>(number.value))
                                      : std::to_chars(buffer.data(), buffer.data() + buffer.size(), number.value);
    out.append(buffer.data(), result.ptr);
}

void appendMjd(std::string &out, double mjd)
{
    std::array<char, 48> buffer;
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), mjd, std::chars_format::fixed, 10);
    out.append(buffer.data(), result.ptr);
}

void appendJsonText(std::string &out, std::string_view text)
{
    out += '"';
    while (!text.empty()) {
        const char c = text.front();
        size_t length = 1;
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
                std::array<char, 8> escape;
                std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(static_cast<unsigned char>(c)));
                out += escape.data();
            } else {
                char32_t character = 0;
                length = utf8Sequence(text, character);
                if (length == 0) {
                    out += "\xef\xbf\xbd";
                    length = 1;
                } else {
                    out += text.substr(0, length);
                }
            }
        }
        text.remove_prefix(length);
    }
    out += '"';
}

void appendJsonLine(std::string &out, const Alert &alert, std::string_view fields)
{
    out += '{';
    bool first = true;
    for (const AlertField &field : alertFields()) {
        if (field.always || std::visit(Known{alert}, field.member))
            appendMember(out, alert, field, first);
    }
    if (!fields.empty()) {
        out += ", \"fields\": ";
        out += fields;
    }
    out += '}';
}

void appendJsonColumns(std::string &out, const Alert &alert, std::span<const ExportColumn> columns, std::span<const decoders::FieldTree> values)
{
    out += '{';
    bool first = true;
    for (size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].field) {
            appendMember(out, alert, *columns[i].field, first);
            continue;
        }
        if (!std::exchange(first, false))
            out += ", ";
        appendJsonText(out, columns[i].name);
        out += ": ";
        out += values[i].dump(-1, ' ', false, decoders::FieldTree::error_handler_t::replace);
    }
    out += '}';
}

} // namespace tocsin::exporting
