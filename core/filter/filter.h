// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/expression.h"
#include "core/filter/fieldcatalogue.h"
#include "core/filter/packetfields.h"
#include "core/filter/problem.h"

#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace tocsin::filter {

// A condition in the filter language (contract, section 4), compiled once and judged as often as there are alerts. Shares
// an immutable tree: copies are cheap, and every thread may judge with the same filter at once.
class Filter
{
public:
    [[nodiscard]] static std::variant<Filter, Problem> compile(std::string_view text, const FieldCatalogue &catalogue);

    // Kleene's logic. Without a packet its fields are unknown; True and False are then final, Unknown may become either
    // once the packet is there. A filter that names no packet field allocates nothing (lower() keeps a buffer per thread).
    [[nodiscard]] Truth judge(const Alert &alert, const UtcTime &now, PacketFields *packet = nullptr) const;
    // A row passes only on True.
    [[nodiscard]] bool passes(const Alert &alert, const UtcTime &now, PacketFields *packet = nullptr) const { return judge(alert, now, packet) == Truth::True; }

    [[nodiscard]] bool needsPacket() const { return m_root->needsPacket; } // may ask for it; not on every alert
    [[nodiscard]] bool usesNow() const { return m_root->usesNow; }
    [[nodiscard]] const std::string &text() const { return *m_text; } // as it was written
    [[nodiscard]] const Node &root() const { return *m_root; }

private:
    Filter() = default;
    std::shared_ptr<const Node> m_root;
    std::shared_ptr<const std::string> m_text;
};

} // namespace tocsin::filter
