// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/packet.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tocsin::triage {

// Two names of one event. A plain value.
struct AliasLink {
    std::string a; // as sent
    std::string b;
    friend bool operator==(const AliasLink &, const AliasLink &) = default;
};

// What a packet says of names: the name, the event and the head of a circular's subject belong together, and what stands beside
// them under the keys that brokers and senders use for other names (otherNamesIn()). Only names of known kinds (isEventName()) are linked, since a word that
// two packets share proves nothing. Pure function.
[[nodiscard]] std::vector<AliasLink> linksIn(const Alert &alert, std::string_view packet);

// Which names stand for the same event: what packets have had side by side, from one to the next. A value that one thread
// fills and others copy.
class AliasIndex
{
public:
    void add(const AliasLink &link);
    [[nodiscard]] bool knows(const AliasLink &link) const;
    [[nodiscard]] size_t size() const { return m_links; }
    // All names of the event, the given one first, as they were sent; `most` at the most: names that hang together beyond that
    // are no one event.
    [[nodiscard]] std::vector<std::string> namesOf(std::string_view name, size_t most = 20) const;
    // The same in all spellings that packets may have.
    [[nodiscard]] std::vector<std::string> spellingsOf(std::string_view name) const;

private:
    struct Node {
        std::string text; // as sent first
        std::vector<std::string> beside; // as they are written alike
    };
    std::unordered_map<std::string, Node> m_nodes;
    size_t m_links = 0;
};

// A condition in the filter language for rows that have one of these for their name, event or id, or at the head of a subject.
[[nodiscard]] std::string anyOfNames(const std::vector<std::string> &spellings);

} // namespace tocsin::triage
