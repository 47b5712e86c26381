// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace tocsin::filter {

// The one stream whose rows alone can pass: “stream = "X"”, as the whole condition or joined to others by `and`.
[[nodiscard]] std::optional<std::string> onlyStream(const Filter &filter);

// What a text names when it is a field and nothing more: a key of an alert, or a path into its packet.
struct NamedField {
    const AlertField *key = nullptr;
    PacketPath path;
};
[[nodiscard]] std::variant<NamedField, Problem> namedField(std::string_view text, const FieldCatalogue &catalogue);

} // namespace tocsin::filter
