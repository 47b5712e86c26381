// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/units.h"

#include "core/filter/functions.h"

#include <QCoreApplication>

namespace tocsin::filter {

namespace {

int16_t clampedSum(int a, int b)
{
    const int sum = a + b;
    return static_cast<int16_t>(sum > 30'000 ? 30'000 : sum < -30'000 ? -30'000 : sum);
}

Dimension combined(const Dimension &a, const Dimension &b, int sign)
{
    return {clampedSum(a.angle, sign * b.angle), clampedSum(a.time, sign * b.time), clampedSum(a.magnitude, sign * b.magnitude),
            clampedSum(a.distance, sign * b.distance)};
}

} // namespace

Unit unitOf(std::string_view name)
{
    if (name.empty())
        return Unit::of({});
    const UnitName *unit = findUnit(name);
    return unit ? Unit::of(unit->dimension, unit->numerator / unit->denominator) : Unit{};
}

Unit product(const Unit &a, const Unit &b)
{
    return {combined(a.dimension, b.dimension, 1), a.scale * b.scale, a.free && b.free};
}

Unit quotient(const Unit &a, const Unit &b)
{
    return {combined(a.dimension, b.dimension, -1), a.scale / b.scale, a.free && b.free};
}

QString described(const Unit &unit)
{
    const Dimension &d = unit.dimension;
    if (unit.free)
        return QCoreApplication::translate("filter", "a number of unknown unit");
    if (d.none())
        return QCoreApplication::translate("filter", "a number without a unit");
    if (d == Dimension{.angle = 1})
        return QCoreApplication::translate("filter", "an angle");
    if (d == Dimension{.angle = 2})
        return QCoreApplication::translate("filter", "an area");
    if (d == Dimension{.time = 1})
        return QCoreApplication::translate("filter", "a time span");
    if (d == Dimension{.time = -1})
        return QCoreApplication::translate("filter", "a rate");
    if (d == Dimension{.magnitude = 1})
        return QCoreApplication::translate("filter", "a magnitude");
    if (d == Dimension{.distance = 1})
        return QCoreApplication::translate("filter", "a distance");
    return QCoreApplication::translate("filter", "a number of another unit");
}

QString exampleOf(const Unit &unit)
{
    const Dimension &d = unit.dimension;
    if (d == Dimension{.angle = 1})
        return QStringLiteral("10 arcmin");
    if (d == Dimension{.angle = 2})
        return QStringLiteral("100 deg2");
    if (d == Dimension{.time = 1})
        return QStringLiteral("3h");
    if (d == Dimension{.time = -1})
        return QStringLiteral("1/yr");
    if (d == Dimension{.magnitude = 1})
        return QStringLiteral("19.5");
    if (d == Dimension{.distance = 1})
        return QStringLiteral("200 Mpc");
    return QStringLiteral("0.9");
}

} // namespace tocsin::filter
