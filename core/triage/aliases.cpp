// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/aliases.h"

#include "core/triage/names.h"

#include <algorithm>
#include <array>

namespace tocsin::triage {

namespace {

constexpr size_t kLargestPacket = 32u << 10; // bytes that are looked through; surveys with images name nobody else's names

// Under these brokers tell other names of what a packet is about.
constexpr std::array<std::string_view, 12> kKeys{"\"tns_name\"", "\"tns_names\"", "\"tns\"", "\"iau_name\"", "\"internal_names\"", "\"internal_name\"", "\"aliases\"",
                                                 "\"ztf_object_id\"", "\"ztf_id\"", "\"event_name\"", "\"other_names\"", "\"alternate_names\""};

// The texts right behind a key: one, or a flat list of them. A text with an escape is no name.
std::vector<std::string> textsAt(std::string_view json)
{
    std::vector<std::string> texts;
    const auto skip = [&json](std::string_view signs) {
        const size_t next = json.find_first_not_of(signs);
        json.remove_prefix(next == std::string_view::npos ? json.size() : next);
    };
    constexpr std::string_view kBlank = " \t\r\n";
    skip(kBlank);
    if (!json.starts_with(':'))
        return texts;
    json.remove_prefix(1);
    skip(kBlank);
    const bool list = json.starts_with('[');
    if (list)
        skip(" \t\r\n[");
    while (json.starts_with('"') && texts.size() < 20) {
        const size_t end = json.find('"', 1);
        if (end == std::string_view::npos)
            break;
        // Some join several names with commas.
        for (std::string_view all = json.substr(1, end - 1); !all.empty();) {
            const size_t comma = all.find(',');
            texts.emplace_back(all.substr(0, comma));
            all.remove_prefix(comma == std::string_view::npos ? all.size() : comma + 1);
        }
        json.remove_prefix(end + 1);
        if (!list)
            break;
        skip(" \t\r\n,");
    }
    return texts;
}

} // namespace

std::vector<AliasLink> linksIn(const Alert &alert, std::string_view packet)
{
    std::vector<std::string> names;
    for (std::string &name : namesIn(alert)) {
        if (isEventName(name))
            names.push_back(std::move(name));
    }
    if (!names.empty() && packet.starts_with('{') && packet.size() <= kLargestPacket) {
        for (const std::string_view key : kKeys) {
            const size_t at = packet.find(key);
            if (at == std::string_view::npos || packet.find(key, at + 1) != std::string_view::npos)
                continue; // several things are told of there
            for (std::string &other : textsAt(packet.substr(at + key.size()))) {
                if (isEventName(other))
                    names.push_back(std::move(other));
            }
        }
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
