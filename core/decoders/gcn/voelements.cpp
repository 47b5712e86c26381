// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/gcn/voelements.h"

#include "core/decoders/gcn/noticetext.h"

#include <algorithm>

namespace tocsin::decoders::vo {

namespace {

constexpr size_t kMostParams = 2'000;

} // namespace

std::string_view textIn(const Value &element)
{
    if (const auto text = element.text())
        return trimmed(*text);
    return trimmed(element["#text"].text().value_or(std::string_view()));
}

void each(const Value &elements, const std::function<void(const Value &)> &visit)
{
    if (elements.isArray())
        elements.forEach([&](std::string_view, const Value &element) { visit(element); });
    else if (!elements.isNull())
        visit(elements);
}

Value firstOf(const Value &elements)
{
    return elements.isArray() ? elements.first() : elements;
}

const Param *Params::find(std::string_view name) const
{
    const std::string wanted = lower(name);
    const auto it = std::ranges::find_if(m_all, [&](const Param &param) { return lower(param.name) == wanted && !param.text.empty(); });
    return it == m_all.end() ? nullptr : &*it;
}

std::string_view Params::text(std::string_view name) const
{
    const Param *param = find(name);
    return param ? std::string_view(param->text) : std::string_view();
}

bool Params::isTrue(std::string_view name) const
{
    const std::string value = lower(text(name));
    return value == "true" || value == "1" || value == "yes";
}

void Params::collect(const Value &parent, std::string_view group, int depth)
{
    each(parent["Param"], [&](const Value &element) {
        if (m_all.size() >= kMostParams || !element.isObject())
            return;
        Param param;
        param.name = element["name"].text().value_or(std::string_view());
        param.unit = trimmed(element["unit"].text().value_or(std::string_view()));
        param.ucd = trimmed(element["ucd"].text().value_or(std::string_view()));
        param.group = group;
        const Value value = element["value"];
        if (const auto text = value.idText())
            param.text = std::string(trimmed(std::string_view(*text).substr(0, 2'000)));
        else if (value.boolean())
            param.text = *value.boolean() ? "true" : "false";
        if (param.text.empty())
            param.text = std::string(textIn(firstOf(element["Value"])).substr(0, 2'000));
        param.element = element;
        m_all.push_back(std::move(param));
    });
    if (depth >= kMostGroups)
        return;
    each(parent["Group"], [&](const Value &element) {
        std::string_view name = element["name"].text().value_or(std::string_view());
        if (name.empty())
            name = element["type"].text().value_or(std::string_view());
        collect(element, name, depth + 1);
    });
}

} // namespace tocsin::decoders::vo
