// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/textsort.h"

#include "core/archive/mergeruns.h"

#include <QString>

#include <algorithm>
#include <cstring>

namespace tocsin::archive {

namespace {

constexpr size_t kRun = 1u << 16;

uint64_t eightBytes(std::string_view text)
{
    uint64_t bytes = 0;
    for (size_t i = 0; i < sizeof bytes; ++i)
        bytes = bytes << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0u);
    return bytes;
}

} // namespace

void appendFolded(std::string &to, std::string_view utf8)
{
    if (std::ranges::none_of(utf8, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
        for (const char c : utf8)
            to += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        return;
    }
    const QString folded = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())).toCaseFolded();
    for (const QChar unit : folded) {
        const unsigned code = unit.unicode();
        if (code < 0x80) {
            to += static_cast<char>(code);
        } else if (code < 0x800) {
            to += static_cast<char>(0xc0 | code >> 6);
            to += static_cast<char>(0x80 | (code & 0x3f));
        } else { // surrogates too: each for itself
            to += static_cast<char>(0xe0 | code >> 12);
            to += static_cast<char>(0x80 | (code >> 6 & 0x3f));
            to += static_cast<char>(0x80 | (code & 0x3f));
        }
    }
}

TextSort::Head TextSort::headAt(size_t at) const
{
    Head head{};
    std::memcpy(&head.row, m_memory.data() + at, sizeof head.row);
    std::memcpy(&head.size, m_memory.data() + at + sizeof head.row, sizeof head.size);
    return head;
}

std::string_view TextSort::textAt(size_t at) const
{
    return {m_memory.data() + at + kBytesPerText, headAt(at).size};
}

void TextSort::forEach(const std::function<void(std::string_view folded)> &visit) const
{
    for (const Entry &entry : m_entries)
        visit(textAt(entry.at));
}

void TextSort::reserve(size_t rows, size_t bytes)
{
    m_entries.reserve(rows);
    m_memory.reserve(bytes);
}

void TextSort::clear()
{
    m_entries.clear();
    m_memory.clear();
}

void TextSort::add(int64_t row, std::string_view folded)
{
    if (m_entries.empty()) {
        m_common = folded.size();
    } else {
        const std::string_view first = textAt(m_entries.front().at).substr(0, m_common);
        m_common = static_cast<size_t>(std::ranges::mismatch(first, folded).in1 - first.begin());
    }
    m_entries.push_back({0, m_memory.size()});
    const auto size = static_cast<uint32_t>(folded.size());
    m_memory.append(reinterpret_cast<const char *>(&row), sizeof row);
    m_memory.append(reinterpret_cast<const char *>(&size), sizeof size);
    m_memory.append(folded);
}

bool TextSort::visit(bool descending, const std::function<bool()> &goOn, const std::function<void(int64_t row)> &visit)
{
    const auto less = [&](const Entry &a, const Entry &b) {
        if (a.head != b.head)
            return descending ? a.head > b.head : a.head < b.head;
        const int order = textAt(a.at).substr(m_common).compare(textAt(b.at).substr(m_common));
        return descending ? order > 0 : order < 0;
    };
    for (size_t begin = 0; begin < m_entries.size(); begin += kRun) {
        if (!goOn())
            return false;
        const auto from = m_entries.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto to = m_entries.begin() + static_cast<std::ptrdiff_t>(std::min(m_entries.size(), begin + kRun));
        for (auto it = from; it != to; ++it)
            it->head = eightBytes(textAt(it->at).substr(m_common));
        std::sort(from, to, [&less](const Entry &a, const Entry &b) { return less(a, b) || (!less(b, a) && a.at < b.at); });
    }
    size_t visited = 0;
    return mergeRuns(m_entries, kRun, less, [&](const Entry &entry) {
        visit(headAt(entry.at).row);
        return ++visited % kRun != 0 || goOn();
    });
}

} // namespace tocsin::archive
