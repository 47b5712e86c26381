// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/findcondition.h"

#include "core/triage/aliases.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view kKeys[] = {"id", "name", "classification", "subject", "stream", "topic", "error"};

}

bool isSearched(const AlertField &field)
{
    return std::ranges::find(kKeys, field.key) != std::end(kKeys);
}

std::string literalPattern(const QString &text)
{
    std::string pattern;
    for (const char c : text.toStdString()) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
        if (!plain)
            pattern += '\\';
        pattern += c;
    }
    return pattern;
}

std::optional<filter::Filter> findCondition(const QString &text, bool matchCase, const std::vector<std::string> &names)
{
    const QString wanted = text.simplified();
    if (wanted.isEmpty())
        return std::nullopt;
    const std::string caseless = matchCase ? "" : "(?i)";
    const std::string pattern = '"' + caseless + literalPattern(wanted) + '"';
    std::string condition;
    for (const std::string_view key : kKeys)
        condition.append(condition.empty() ? "" : " or ").append(key).append(" ~ ").append(pattern);
    const QString sign = u"GCN"_s;
    const auto sensitivity = matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
    if (sign.contains(wanted, sensitivity)) {
        condition += " or message = \"circular\"";
    } else if (wanted.startsWith(sign + u' ', sensitivity)) {
        const std::string number = literalPattern(wanted.mid(sign.size() + 1));
        condition.append(" or (message = \"circular\" and id ~ ").append("\"^" + number + "\")");
    }
    if (!names.empty())
        condition += " or " + triage::anyOfNames(names);
    auto compiled = filter::Filter::compile(condition, {});
    const auto *filter = std::get_if<filter::Filter>(&compiled);
    return filter ? std::optional(*filter) : std::nullopt;
}

} // namespace tocsin::ui
