// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace tocsin::filter {

// The name that was most likely meant: few letters differ, or only case and underscores. Empty when none is near.
[[nodiscard]] std::string nearest(std::string_view written, std::span<const std::string_view> names);

} // namespace tocsin::filter
