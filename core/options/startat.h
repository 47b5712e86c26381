// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utctime.h"

#include <QString>

#include <optional>

namespace tocsin::options {

// Where reading begins (contract, section 2, `F`). A plain value.
struct StartAt {
    // Recent: goes on where it stopped, like Resume; the first time it takes the last day, and of topics with less than 20
    // messages in it the last 20 (decisions 15).
    enum class Kind { Live, Resume, Recent, Earliest, Time, Last };
    Kind kind = Kind::Resume;
    UtcTime time; // Time
    qint64 count = 0; // Last: per partition

    friend bool operator==(const StartAt &, const StartAt &) = default;

    // "live", "resume", "recent", "earliest", an ISO time, "last:N".
    [[nodiscard]] static std::optional<StartAt> parse(const QString &text);
};

} // namespace tocsin::options
