// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace tocsin::options {

// "90s", "10m", "2h", "3d"; a bare number counts seconds. Nothing else, nothing negative.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseDuration(const QString &text);

} // namespace tocsin::options
