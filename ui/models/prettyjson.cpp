// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/prettyjson.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <string>

namespace tocsin::ui {

namespace {

constexpr size_t kLongString = 2'000; // bytes; a map or a stamp in base64 is a megabyte
constexpr size_t kShownOfIt = 160;
constexpr size_t kShortList = 80; // fits one line
constexpr int kDeepest = 40; // indentation ends there

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class Writer
{
public:
    Writer(std::string_view json, size_t most) : m_in(json), m_most(most) { m_out.reserve(std::min(most, json.size() * 2)); }

    PrettyText write()
    {
        while (m_at < m_in.size() && m_out.size() < m_most)
            step();
        const bool cut = m_at < m_in.size();
        return {QString::fromUtf8(m_out.data(), static_cast<qsizetype>(m_out.size())), cut};
    }

private:
    void step()
    {
        const char c = m_in[m_at];
        switch (c) {
        case '"':
            string();
            return;
        case '{':
        case '[':
            open(c);
            return;
        case '}':
        case ']':
            --m_depth;
            line();
            break;
        case ',':
            m_out += c;
            ++m_at;
            line();
            return;
        case ':':
            m_out += ": ";
            ++m_at;
            return;
        default:
            if (isBlank(c)) {
                ++m_at;
                return;
            }
            return token();
        }
        m_out += c;
        ++m_at;
    }

    // A number or a word; of one that is longer than any line the beginning.
    void token()
    {
        const size_t end = std::min(m_in.find_first_of(",:[]{}\" \t\n\r", m_at + 1), m_in.size());
        const size_t size = end - m_at;
        if (size <= kLongString) {
            m_out += m_in.substr(m_at, size);
        } else {
            m_out += m_in.substr(m_at, kShownOfIt);
            m_out += QCoreApplication::translate("prettyjson", "… (%1 bytes)").arg(QLocale().toString(static_cast<qulonglong>(size))).toStdString();
        }
        m_at = end;
    }

    void open(char c)
    {
        const size_t next = skipBlanks(m_at + 1);
        if (next < m_in.size() && (m_in[next] == '}' || m_in[next] == ']')) {
            m_out += c;
            m_out += m_in[next];
            m_at = next + 1;
            return;
        }
        if (c == '[' && shortList())
            return;
        m_out += c;
        ++m_at;
        ++m_depth;
        line();
    }

    // Numbers or words that stand in one line.
    bool shortList()
    {
        const std::string_view ahead = m_in.substr(m_at + 1, kShortList);
        const size_t end = ahead.find_first_of("[]{}\\\n");
        if (end == std::string_view::npos || ahead[end] != ']' || std::ranges::count(ahead.substr(0, end), '"') % 2 != 0)
            return false;
        m_out += '[';
        bool quoted = false;
        for (const char c : ahead.substr(0, end)) {
            if (c == '"')
                quoted = !quoted;
            if (!quoted && isBlank(c))
                continue;
            m_out += c;
            if (!quoted && c == ',')
                m_out += ' ';
        }
        m_out += ']';
        m_at += end + 2;
        return true;
    }

    void string()
    {
        size_t end = m_at + 1;
        while (end < m_in.size() && m_in[end] != '"')
            end += m_in[end] == '\\' ? 2 : 1;
        end = std::min(end + 1, m_in.size());
        const size_t size = end - m_at;
        if (size <= kLongString) {
            m_out += m_in.substr(m_at, size);
        } else {
            size_t shown = kShownOfIt;
            while (shown > 0 && (static_cast<unsigned char>(m_in[m_at + shown]) & 0xc0) == 0x80)
                --shown; // not inside a letter
            m_out += m_in.substr(m_at, shown);
            m_out += QCoreApplication::translate("prettyjson", "…\" (%1 bytes)").arg(QLocale().toString(static_cast<qulonglong>(size - 2))).toStdString();
        }
        m_at = end;
    }

    size_t skipBlanks(size_t at) const
    {
        while (at < m_in.size() && isBlank(m_in[at]))
            ++at;
        return at;
    }

    void line()
    {
        m_out += '\n';
        m_out.append(2 * static_cast<size_t>(std::clamp(m_depth, 0, kDeepest)), ' ');
    }

    const std::string_view m_in;
    const size_t m_most;
    std::string m_out;
    size_t m_at = 0;
    int m_depth = 0;
};

} // namespace

PrettyText prettyJson(std::string_view json, size_t mostBytes)
{
    return Writer(json, mostBytes).write();
}

} // namespace tocsin::ui
