// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/templates/texttemplate.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace tocsin::templates {

namespace {

std::string withoutBlanksAtLineEnds(const std::string &text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\n')
            out.erase(out.find_last_not_of(" \t") + 1);
        out += c;
    }
    out.erase(out.find_last_not_of(" \t") + 1);
    return out;
}

} // namespace

std::variant<TextTemplate, Problem> TextTemplate::compile(std::string_view text)
{
    TextTemplate out;
    std::string literal;
    const auto endLiteral = [&] {
        if (!literal.empty())
            out.m_parts.emplace_back(std::exchange(literal, {}));
    };
    for (size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if ((c == '{' || c == '}') && at + 1 < text.size() && text[at + 1] == c) {
            literal += c;
            ++at;
        } else if (c == '}') {
            return Problem{at, 1, QCoreApplication::translate("templates", "This brace closes nothing; a brace itself is written }}.")};
        } else if (c == '{') {
            const size_t end = text.find('}', at);
            if (end == std::string_view::npos)
                return Problem{at, 1, QCoreApplication::translate("templates", "This brace is not closed; a brace itself is written {{.")};
            endLiteral();
            Placeholder placeholder;
            if (auto problem = readPlaceholder(text.substr(at + 1, end - at - 1), placeholder)) {
                problem->position += at + 1;
                return *problem;
            }
            out.m_parts.emplace_back(std::move(placeholder));
            at = end;
        } else {
            literal += c;
        }
    }
    endLiteral();
    return out;
}

bool TextTemplate::needsPacket() const
{
    return std::ranges::any_of(m_parts, [](const Part &part) {
        const auto *placeholder = std::get_if<Placeholder>(&part);
        return placeholder && placeholder->kind == Placeholder::Kind::Packet;
    });
}

std::string TextTemplate::fill(const Alert &alert, std::vector<std::string> &missing, filter::PacketFields *packet) const
{
    std::string out;
    for (const Part &part : m_parts) {
        if (const auto *literal = std::get_if<std::string>(&part)) {
            out += *literal;
            continue;
        }
        const Placeholder &placeholder = std::get<Placeholder>(part);
        if (const std::optional<std::string> value = placeholder.value(alert, packet)) {
            out += placeholder.formed(*value);
        } else if (placeholder.otherwise) {
            out += *placeholder.otherwise;
        } else {
            out += "[no " + placeholder.name + ']';
            if (std::ranges::find(missing, placeholder.name) == missing.end())
                missing.push_back(placeholder.name);
        }
    }
    return withoutBlanksAtLineEnds(out);
}

} // namespace tocsin::templates
