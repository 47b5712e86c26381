// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"

#include <memory>
#include <optional>
#include <string_view>
#include <variant>

namespace tocsin::filter {

// A number in the filter language, such as "p_bns + p_nsbh" or "-far": how much an alert weighs. Shares an immutable tree:
// copies are cheap, and every thread may measure with the same one at once.
class Measure
{
public:
    [[nodiscard]] static std::variant<Measure, Problem> compile(std::string_view text, const FieldCatalogue &catalogue);

    // Nothing where a part of it is missing. Without a packet its fields are.
    [[nodiscard]] std::optional<double> value(const Alert &alert, const UtcTime &now, PacketFields *packet = nullptr) const;
    [[nodiscard]] bool needsPacket() const { return m_filter.needsPacket(); }

private:
    explicit Measure(Filter filter) : m_filter(std::move(filter)) {}
    Filter m_filter; // compares the number with 0
};

} // namespace tocsin::filter
