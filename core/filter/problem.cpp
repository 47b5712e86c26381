// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/problem.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::filter {

namespace {

qsizetype utf16Length(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).size();
}

} // namespace

Utf16Range utf16Range(std::string_view text, size_t position, size_t length)
{
    const size_t begin = std::min(position, text.size());
    return {utf16Length(text.substr(0, begin)), utf16Length(text.substr(begin, length))};
}

Utf16Range Problem::utf16(std::string_view text) const
{
    return utf16Range(text, position, length);
}

QString inQuotes(std::string_view words)
{
    constexpr qsizetype kMost = 60;
    QString text = QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size())).simplified();
    if (text.size() > kMost)
        text = text.left(kMost - 1) + QChar(0x2026);
    return QCoreApplication::translate("filter", "“%1”", "quotation marks around what was written").arg(text);
}

} // namespace tocsin::filter
