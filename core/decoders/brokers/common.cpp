// SPDX-License-Identifier: GPL-3.0-or-later
// What the brokers' formats have in common.
#include "core/base/timescale.h"
#include "core/decoders/brokers/brokers.h"
#include "core/decoders/skytext.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <cmath>

namespace tocsin::decoders {

namespace {

void appendText(std::string &out, std::string_view text)
{
    static constexpr char kHex[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += kHex[byte >> 4];
            out += kHex[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

void append(std::string &out, const Value &value)
{
    if (const auto text = value.text()) {
        appendText(out, *text);
    } else if (value.isObject() || value.isArray()) {
        const bool object = value.isObject();
        out += object ? '{' : '[';
        bool first = true;
        value.forEach([&](std::string_view key, const Value &item) {
            if (!std::exchange(first, false))
                out += ',';
            if (object) {
                appendText(out, key);
                out += ':';
            }
            append(out, item);
        });
        out += object ? '}' : ']';
    } else if (const auto flag = value.boolean()) {
        out += *flag ? "true" : "false";
    } else if (const auto bytes = value.binary()) {
        appendText(out, QByteArray::fromRawData(bytes->data(), static_cast<qsizetype>(bytes->size())).toBase64().toStdString());
    } else if (value.isNumber()) {
        out += value.idText().value_or("null");
    } else {
        out += "null";
    }
}

} // namespace

std::string jsonOf(const Value &value)
{
    std::string out;
    append(out, value);
    return out;
}

std::optional<std::string> fromBase64(std::string_view text)
{
    const bool web = text.find_first_of("-_") != std::string_view::npos;
    const auto decoded = QByteArray::fromBase64Encoding(QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())),
                                                        (web ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding)
                                                            | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    return (*decoded).toStdString();
}

Value anyOf(const Value &object, std::initializer_list<Name> names)
{
    for (const Name &name : names) {
        if (const Value value = object[name]; !value.isNull())
            return value;
    }
    return {};
}

Value anyOf(const Value &object, std::string_view prefix, std::span<const Name> names)
{
    if (prefix.empty()) {
        for (const Name &name : names) {
            if (const Value value = object[name]; !value.isNull())
                return value;
        }
        return {};
    }
    std::array<char, 64> buffer; // longer than any of the names that the code knows
    for (const Name &name : names) {
        if (prefix.size() + name.text().size() > buffer.size())
            continue;
        const auto end = std::ranges::copy(name.text(), std::ranges::copy(prefix, buffer.begin()).out).out;
        if (const Value value = object[std::string_view(buffer.data(), static_cast<size_t>(end - buffer.begin()))]; !value.isNull())
            return value;
    }
    return {};
}

Number numberAt(Alert &alert, const Value &object, std::initializer_list<Name> names)
{
    for (const Name &name : names) {
        if (const Value value = object[name]; !value.isNull())
            return numberFromText(alert, value, name.text());
    }
    return {};
}

void setPositionFromText(Alert &alert, const Value &ra, const Value &dec)
{
    if (!ra.isText() && !dec.isText())
        return setPosition(alert, ra, dec);
    const auto angle = [](const Value &value, bool hours) {
        const auto text = value.text();
        const auto number = value.number();
        return text ? degreesIn(*text, hours) : number ? Number(*number) : Number();
    };
    const Number raNumber = angle(ra, true);
    const Number decNumber = angle(dec, false);
    const bool blank = ra.text().value_or("x").empty() && dec.text().value_or("x").empty();
    if (raNumber.has() && decNumber.has())
        setPosition(alert, raNumber, decNumber);
    else if (!blank)
        note(alert, "the position is not given as two angles");
}

std::optional<bool> flagOf(const Value &value)
{
    if (const auto flag = value.boolean())
        return flag;
    if (const auto number = value.number()) {
        if (*number == 1)
            return true;
        if (*number == 0 || *number == -1)
            return false;
        return std::nullopt;
    }
    const auto text = value.text();
    if (!text)
        return std::nullopt;
    const std::string word = lower(text->substr(0, 10));
    if (word == "true" || word == "t" || word == "1" || word == "yes" || word == "y")
        return true;
    if (word == "false" || word == "f" || word == "0" || word == "-1" || word == "no" || word == "n")
        return false;
    return std::nullopt;
}

int8_t decimalsOf(const Value &value)
{
    const std::string digits = value.idText().value_or(std::string());
    const size_t point = digits.find('.');
    if (point == std::string::npos || digits.find_first_of("eE") != std::string::npos)
        return 0;
    return static_cast<int8_t>(std::min<size_t>(digits.size() - point - 1, 6));
}

void noteLeapTable(Alert &alert, UtcTime time)
{
    const UtcTime end = timescale::tableEnd();
    if (time.isValid() && time.us > end.us)
        note(alert, "leap seconds are known to " + end.iso().substr(0, 10));
}

} // namespace tocsin::decoders
