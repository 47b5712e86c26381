// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/reading.h"

#include <algorithm>

namespace tocsin::filter {

namespace {

bool isStream(const Node &node)
{
    return node.kind == Kind::Key && std::string_view(node.field->key) == "stream";
}

std::optional<std::string> streamOf(const Node &node)
{
    if (node.kind == Kind::Compare && node.op == CompareOp::Equal) {
        for (const int side : {0, 1}) {
            const Node &value = node.children[static_cast<size_t>(1 - side)];
            if (isStream(node.children[static_cast<size_t>(side)]) && value.kind == Kind::Text)
                return value.text;
        }
    }
    if (node.kind == Kind::In && isStream(node.children.front()) && node.choices->texts.size() == 1)
        return node.choices->texts.front();
    if (node.kind != Kind::And)
        return std::nullopt;
    for (const Node &child : node.children) {
        if (const auto stream = streamOf(child))
            return stream;
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> onlyStream(const Filter &filter)
{
    return streamOf(filter.root());
}

std::variant<NamedField, Problem> namedField(std::string_view text, const FieldCatalogue &catalogue)
{
    const auto first = std::ranges::find_if(text, [](char c) { return c != ' ' && c != '\t'; });
    std::string_view name(first, text.end());
    while (!name.empty() && (name.back() == ' ' || name.back() == '\t'))
        name.remove_suffix(1);
    if (const AlertField *key = findAlertField(name))
        return NamedField{.key = key};
    static constexpr std::string_view before = "has(";
    auto compiled = Filter::compile(std::string(before) + std::string(name) + ')', catalogue);
    if (auto *problem = std::get_if<Problem>(&compiled)) {
        problem->position = std::min(problem->position - std::min(problem->position, before.size()), name.size());
        problem->length = std::min(problem->length, name.size() - problem->position);
        return std::move(*problem);
    }
    const Node &root = std::get<Filter>(compiled).root();
    if (root.kind == Kind::Has && root.children.front().kind == Kind::Packet)
        return NamedField{.path = root.children.front().path};
    if (root.kind == Kind::Has && root.children.front().kind == Kind::Key)
        return NamedField{.key = root.children.front().field};
    return NamedField{};
}

} // namespace tocsin::filter
