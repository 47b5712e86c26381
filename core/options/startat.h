// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utctime.h"

#include <QString>

#include <optional>

namespace tocsin::options {

// Where reading begins (contract, section 2, `F`). A plain value.
struct StartAt {
    enum class Kind { Live, Resume, Earliest, Time, Last };
    Kind kind = Kind::Resume;
    UtcTime time; // Time
    qint64 count = 0; // Last: per partition

    friend bool operator==(const StartAt &, const StartAt &) = default;

    // "live", "resume", "earliest", an ISO time, "last:N".
    [[nodiscard]] static std::optional<StartAt> parse(const QString &text);
};

} // namespace tocsin::options
