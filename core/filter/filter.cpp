// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter.h"

#include "core/filter/checker.h"
#include "core/filter/judge.h"
#include "core/filter/parser.h"

namespace tocsin::filter {

std::variant<Filter, Problem> Filter::compile(std::string_view text, const FieldCatalogue &catalogue)
{
    std::optional<Problem> problem;
    Filter filter;
    filter.m_text = std::make_shared<const std::string>(text);
    if (const std::optional<Syntax> syntax = parse(*filter.m_text, problem)) {
        if (std::optional<Node> root = check(*filter.m_text, *syntax, catalogue, problem)) {
            filter.m_root = std::make_shared<const Node>(std::move(*root));
            return filter;
        }
    }
    return problem.value_or(Problem{});
}

Truth Filter::judge(const Alert &alert, const UtcTime &now, PacketFields *packet) const
{
    return Judge(alert, now, packet).truth(*m_root);
}

} // namespace tocsin::filter
