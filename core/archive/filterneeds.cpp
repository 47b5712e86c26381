// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/filterneeds.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace tocsin::archive {

namespace {

using filter::Kind;
using filter::Node;

void addKey(FilterNeeds &needs, std::string_view key)
{
    const AlertField *field = findAlertField(key == "mjd" ? "timestamp" : key);
    if (std::ranges::find(needs.keys, field) == needs.keys.end())
        needs.keys.push_back(field);
}

void addWord(FilterNeeds &needs)
{
    for (const AlertField &field : alertFields()) {
        const auto *text = std::get_if<Text Alert::*>(&field.member);
        if (text && (*text == &Alert::message || std::ranges::find(filter::searchedKeys(), *text) != filter::searchedKeys().end()))
            addKey(needs, field.key);
    }
    addTextFields(needs.fields);
}

void gather(FilterNeeds &needs, const Node &node)
{
    switch (node.kind) {
    case Kind::Key:
        addKey(needs, node.field->key);
        break;
    case Kind::GalacticL:
    case Kind::GalacticB:
    case Kind::Cone:
        addKey(needs, "ra");
        addKey(needs, "dec");
        break;
    case Kind::Age:
        addKey(needs, "timestamp");
        break;
    case Kind::Packet:
        addPath(needs.fields, node.path);
        break;
    case Kind::Word:
        addWord(needs);
        break;
    default:
        break;
    }
    for (const Node &child : node.children)
        gather(needs, child);
}

} // namespace

void addPath(decoders::FieldPick &pick, const filter::PacketPath &path)
{
    std::vector<std::string> names;
    for (const filter::PathStep &step : path) {
        if (step.isIndex())
            break;
        names.push_back(step.name);
    }
    pick.add(names);
}

void addTextFields(decoders::FieldPick &pick)
{
    for (const std::string_view message : {"circular", "log", "notice"}) {
        for (const std::string_view path : filter::textFields(message)) {
            std::vector<std::string> names;
            for (size_t begin = 0; begin <= path.size();) {
                const size_t dot = std::min(path.find('.', begin), path.size());
                names.emplace_back(path.substr(begin, dot - begin));
                begin = dot + 1;
            }
            pick.add(names);
        }
    }
}

FilterNeeds needsOf(const Node &root)
{
    FilterNeeds needs;
    gather(needs, root);
    return needs;
}

} // namespace tocsin::archive
