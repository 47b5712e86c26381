// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/fits/skyframe.h"

#include <cmath>
#include <numbers>

namespace tocsin::decoders {

namespace {

constexpr double kDegree = std::numbers::pi / 180;

// CD in degrees a pixel; else PC by CDELT (cutouts of Rubin leave CDELT out and put degrees into PC); else CDELT turned by the
// CROTA2 of old headers.
std::optional<std::array<double, 4>> matrixOf(const FitsUnit &unit)
{
    constexpr std::array kCd = {"CD1_1", "CD1_2", "CD2_1", "CD2_2"};
    constexpr std::array kPc = {"PC1_1", "PC1_2", "PC2_1", "PC2_2"};
    std::array<double, 4> matrix{};
    bool cd = false;
    bool pc = false;
    for (size_t i = 0; i < 4; ++i) {
        cd = cd || unit.number(kCd[i]);
        pc = pc || unit.number(kPc[i]);
    }
    if (cd) {
        for (size_t i = 0; i < 4; ++i)
            matrix[i] = unit.number(kCd[i]).value_or(0);
        return matrix;
    }
    const auto step1 = unit.number("CDELT1");
    const auto step2 = unit.number("CDELT2");
    if (!pc && (!step1 || !step2))
        return std::nullopt;
    if (const auto turn = unit.number("CROTA2"); turn && !pc) {
        const double sine = std::sin(*turn * kDegree);
        const double cosine = std::cos(*turn * kDegree);
        return std::array{*step1 * cosine, -*step2 * sine, *step1 * sine, *step2 * cosine};
    }
    for (size_t i = 0; i < 4; ++i)
        matrix[i] = unit.number(kPc[i]).value_or(i == 0 || i == 3 ? 1 : 0) * (i < 2 ? step1 : step2).value_or(1);
    return matrix;
}

double determinant(const std::array<double, 4> &matrix)
{
    return matrix[0] * matrix[3] - matrix[1] * matrix[2];
}

} // namespace

std::optional<SkyFrame> SkyFrame::of(const FitsUnit &unit)
{
    const std::string_view type1 = unit.text("CTYPE1").value_or("");
    const std::string_view type2 = unit.text("CTYPE2").value_or("");
    // Cutouts of Rubin have no CTYPE and are tangential.
    if ((!type1.empty() && !type1.starts_with("RA--")) || (!type2.empty() && !type2.starts_with("DEC-")))
        return std::nullopt;
    const auto matrix = matrixOf(unit);
    if (!matrix || !std::isnormal(determinant(*matrix)))
        return std::nullopt;
    SkyFrame frame{.matrix = *matrix, .refX = unit.number("CRPIX1").value_or(0), .refY = unit.number("CRPIX2").value_or(0), .refSky = {}};
    const auto ra = unit.number("CRVAL1");
    const auto dec = unit.number("CRVAL2");
    const bool tangential = type1.empty() || type1.starts_with("RA---T");
    if (ra && dec && unit.number("CRPIX1") && unit.number("CRPIX2") && std::abs(*dec) <= 90 && tangential)
        frame.refSky = {*ra, *dec};
    // Where the pole of the sky lies in the picture; about the pole itself it is turned by half a circle (paper II, 2.2).
    const double turn = (180 - unit.number("LONPOLE").value_or(dec.value_or(0) >= 90 ? 0 : 180)) * kDegree;
    if (turn != 0) {
        const auto [a, b, c, d] = frame.matrix;
        frame.matrix = {a * std::cos(turn) - c * std::sin(turn), b * std::cos(turn) - d * std::sin(turn), c * std::cos(turn) + a * std::sin(turn),
                        d * std::cos(turn) + b * std::sin(turn)};
    }
    return frame;
}

double SkyFrame::yAngle() const
{
    return std::atan2(matrix[1], matrix[3]) / kDegree;
}

bool SkyFrame::isMirrored() const
{
    return determinant(matrix) > 0;
}

double SkyFrame::arcsecPerPixel() const
{
    return std::sqrt(std::abs(determinant(matrix))) * 3'600;
}

std::optional<std::pair<double, double>> SkyFrame::skyAt(double x, double y) const
{
    if (!refSky)
        return std::nullopt;
    const double dx = x + 1 - refX;
    const double dy = y + 1 - refY;
    const double xi = (matrix[0] * dx + matrix[1] * dy) * kDegree;
    const double eta = (matrix[2] * dx + matrix[3] * dy) * kDegree;
    const double dec0 = refSky->second * kDegree;
    const double below = std::cos(dec0) - eta * std::sin(dec0);
    const double ra = refSky->first * kDegree + std::atan2(xi, below);
    const double dec = std::atan2(std::sin(dec0) + eta * std::cos(dec0), std::hypot(xi, below));
    double degrees = std::fmod(ra / kDegree, 360);
    if (degrees < 0)
        degrees += 360;
    if (!std::isfinite(degrees) || !std::isfinite(dec))
        return std::nullopt;
    return std::pair(degrees, dec / kDegree);
}

} // namespace tocsin::decoders
