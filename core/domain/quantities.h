// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"

#include <QString>

// How measured values are written for people (look.md 8): points in every language, a real minus, the digits that were sent.
namespace tocsin::quantities {

[[nodiscard]] QString number(double value, int decimals, bool sign = false); // empty for NaN
[[nodiscard]] QString asSent(const Number &number); // shortest digits
[[nodiscard]] QString angle(double degrees); // 0.4″, 3.4′, 4.2°
[[nodiscard]] QString area(double squareDegrees); // 310 deg², 1,204 deg²
[[nodiscard]] QString powerOfTen(double value, const QString &unit); // 2.6 × 10⁻¹³ Hz

} // namespace tocsin::quantities
