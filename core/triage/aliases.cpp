// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/aliases.h"

#include "core/triage/names.h"
#include "core/triage/packetnames.h"

#include <algorithm>

namespace tocsin::triage {

std::vector<AliasLink> linksIn(const Alert &alert, std::string_view packet)
{
    std::vector<std::string> names;
    for (std::string &name : namesIn(alert)) {
        if (isEventName(name))
            names.push_back(std::move(name));
    }
    if (!names.empty() && !packet.empty()) {
        for (std::string &other : otherNamesIn(packet))
            names.push_back(std::move(other));
    }
    std::vector<AliasLink> links;
    for (size_t i = 1; i < names.size(); ++i) {
        if (canonicalName(names[0]) != canonicalName(names[i]))
            links.push_back({names[0], names[i]});
    }
    return links;
}

void AliasIndex::add(const AliasLink &link)
{
    const std::string a = canonicalName(link.a);
    const std::string b = canonicalName(link.b);
    if (a.empty() || b.empty() || a == b)
        return;
    const auto hang = [this](const std::string &key, const std::string &text, const std::string &other) {
        Node &node = m_nodes[key];
        if (node.text.empty())
            node.text = text;
        if (std::ranges::find(node.beside, other) != node.beside.end())
            return false;
        node.beside.push_back(other);
        return true;
    };
    const bool isNew = hang(a, link.a, b);
    (void)hang(b, link.b, a);
    m_links += isNew ? 1 : 0;
}

bool AliasIndex::knows(const AliasLink &link) const
{
    const auto node = m_nodes.find(canonicalName(link.a));
    return node != m_nodes.end() && std::ranges::find(node->second.beside, canonicalName(link.b)) != node->second.beside.end();
}

std::vector<std::string> AliasIndex::namesOf(std::string_view name, size_t most) const
{
    std::vector<std::string> names{std::string(name)};
    std::vector<std::string> keys{canonicalName(name)};
    for (size_t i = 0; i < keys.size(); ++i) {
        const auto node = m_nodes.find(keys[i]);
        if (node == m_nodes.end())
            continue;
        for (const std::string &other : node->second.beside) {
            if (keys.size() >= most || std::ranges::find(keys, other) != keys.end())
                continue;
            keys.push_back(other);
            names.push_back(m_nodes.at(other).text);
        }
    }
    return names;
}

std::vector<std::string> AliasIndex::spellingsOf(std::string_view name) const
{
    std::vector<std::string> all;
    for (const std::string &each : namesOf(name)) {
        for (std::string &spelling : triage::spellingsOf(each)) {
            if (std::ranges::find(all, spelling) == all.end())
                all.push_back(std::move(spelling));
        }
    }
    return all;
}

std::string anyOfNames(const std::vector<std::string> &spellings)
{
    std::string list;
    for (const std::string &spelling : spellings) {
        list += list.empty() ? "\"" : ", \"";
        for (const char c : spelling) {
            if (c == '"' || c == '\\')
                list += '\\';
            list += c;
        }
        list += '"';
    }
    if (list.empty())
        return "row = 0";
    // Circulars have it at the head of their subject.
    std::string pattern;
    for (const std::string &spelling : spellings) {
        if (!isEventName(spelling) || std::ranges::all_of(spelling, [](char c) { return c >= '0' && c <= '9'; }))
            continue;
        pattern += pattern.empty() ? "(?i)^(?:" : "|";
        for (const char c : spelling) {
            const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (!plain)
                pattern += '\\';
            pattern += c;
        }
    }
    const std::string subject = pattern.empty() ? std::string() : " or subject ~ \"" + pattern + ")\\b\"";
    return "name in (" + list + ") or event in (" + list + ") or id in (" + list + ")" + subject;
}

} // namespace tocsin::triage
