// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/text.h"

#include "core/base/utf8.h"

#include <QChar>

namespace tocsin::filter {

namespace {

constexpr char32_t kReplacement = 0xfffd;

} // namespace

char32_t takeCharacter(std::string_view &text)
{
    char32_t character = 0;
    const size_t length = utf8Sequence(text, character);
    text.remove_prefix(length == 0 ? 1 : length);
    return length == 0 ? kReplacement : character;
}

void appendCharacter(std::string &out, char32_t character)
{
    if (character < 0x80) {
        out += static_cast<char>(character);
    } else if (character < 0x800) {
        out += static_cast<char>(0xc0 | character >> 6);
        out += static_cast<char>(0x80 | (character & 0x3f));
    } else if (character < 0x10000) {
        out += static_cast<char>(0xe0 | character >> 12);
        out += static_cast<char>(0x80 | (character >> 6 & 0x3f));
        out += static_cast<char>(0x80 | (character & 0x3f));
    } else {
        out += static_cast<char>(0xf0 | character >> 18);
        out += static_cast<char>(0x80 | (character >> 12 & 0x3f));
        out += static_cast<char>(0x80 | (character >> 6 & 0x3f));
        out += static_cast<char>(0x80 | (character & 0x3f));
    }
}

size_t firstBrokenByte(std::string_view text)
{
    for (size_t at = 0; at < text.size();) {
        char32_t character = 0;
        const size_t length = utf8Sequence(text.substr(at), character);
        if (length == 0)
            return at;
        at += length;
    }
    return std::string_view::npos;
}

size_t characterCount(std::string_view text)
{
    size_t count = 0;
    while (!text.empty()) {
        (void)takeCharacter(text);
        ++count;
    }
    return count;
}

std::string_view lowered(std::string_view text, std::string &buffer)
{
    buffer.clear();
    bool changed = false;
    for (std::string_view rest = text; !rest.empty();) {
        const char32_t character = takeCharacter(rest);
        const char32_t low =
            character < 0x80 ? (character >= 'A' && character <= 'Z' ? character + 32 : character) : QChar::toLower(character);
        changed = changed || low != character;
        appendCharacter(buffer, low);
    }
    return changed ? std::string_view(buffer) : text;
}

std::string quotedText(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
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
            out += c;
        }
    }
    return out + '"';
}

bool isPlainName(std::string_view name)
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    if (name.empty() || !isLetter(name.front()))
        return false;
    for (const char c : name) {
        if (!isLetter(c) && !(c >= '0' && c <= '9'))
            return false;
    }
    return true;
}

} // namespace tocsin::filter
