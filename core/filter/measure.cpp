// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/measure.h"

#include "core/filter/judge.h"

#include <QCoreApplication>

#include <algorithm>
#include <string>

namespace tocsin::filter {

namespace {

// The language knows conditions; a number becomes one when it is compared with 0, which has every unit.
constexpr std::string_view kBefore = "(";
constexpr std::string_view kBehind = ") > 0";

} // namespace

std::variant<Measure, Problem> Measure::compile(std::string_view text, const FieldCatalogue &catalogue)
{
    auto compiled = Filter::compile(std::string(kBefore).append(text).append(kBehind), catalogue);
    if (auto *problem = std::get_if<Problem>(&compiled)) {
        const size_t begin = std::clamp(problem->position, kBefore.size(), kBefore.size() + text.size());
        const size_t end = std::clamp(problem->position + problem->length, begin, kBefore.size() + text.size());
        problem->position = begin - kBefore.size();
        problem->length = end - begin;
        return std::move(*problem);
    }
    Filter &filter = std::get<Filter>(compiled);
    const Node &root = filter.root();
    // Brackets in the text may have made it something else: "a) > 1 or (b".
    const bool isNumber = root.kind == Kind::Compare && (root.children.front().type == Type::Number || root.children.front().type == Type::Any);
    if (!isNumber)
        return Problem{0, text.size(), QCoreApplication::translate("filter", "this is no number"), QCoreApplication::translate("filter", "a number"), {}};
    return Measure(std::move(filter));
}

std::optional<double> Measure::value(const Alert &alert, const UtcTime &now, PacketFields *packet) const
{
    const Value value = Judge(alert, now, packet).valueOf(m_filter.root().children.front());
    if (value.kind != Value::Kind::Number || !value.number.has())
        return std::nullopt;
    return value.number.real;
}

} // namespace tocsin::filter
