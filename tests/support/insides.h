// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/inside.h"

#include <bit>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace tocsin::tests {

// A small picture with a source; value = base + x + 100 y, the first pixel without data.
inline std::string fits(int side, float base, const std::vector<std::pair<std::string, std::string>> &more = {})
{
    std::string header;
    const auto card = [&header](const std::string &name, const std::string &value) {
        std::string line = name;
        line.resize(8, ' ');
        line += "= " + value;
        line.resize(80, ' ');
        header += line;
    };
    card("SIMPLE", "T");
    card("BITPIX", "-32");
    card("NAXIS", "2");
    card("NAXIS1", std::to_string(side));
    card("NAXIS2", std::to_string(side));
    card("BUNIT", "'DN      '");
    for (const auto &[name, value] : more)
        card(name, value);
    std::string end = "END";
    end.resize(80, ' ');
    header += end;
    header.resize((header.size() + 2879) / 2880 * 2880, ' ');
    std::string data;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const float value = x == 0 && y == 0 ? std::numeric_limits<float>::quiet_NaN() : base + static_cast<float>(x + 100 * y);
            const auto bits = std::bit_cast<uint32_t>(value);
            for (int shift = 24; shift >= 0; shift -= 8)
                data += static_cast<char>(bits >> shift);
        }
    }
    data.resize((data.size() + 2879) / 2880 * 2880, '\0');
    return header + data;
}

// Three stamps, of which the last is given, and a light curve of every kind of point.
inline Inside three(const std::string &third)
{
    Inside inside;
    inside.stamps = {{"difference", third}, {"science", fits(21, 1000)}, {"template", fits(21, 500)}};
    LightPoint now;
    now.current = true;
    now.time = UtcTime::fromIso("2026-09-14T03:01:58.214Z");
    now.band = "g";
    now.mag = 18.923456;
    now.magError = 0.0612;
    now.id = "=3";
    LightPoint again = now;
    again.current = false;
    LightPoint limit;
    limit.kind = LightPoint::Kind::Limit;
    limit.time = UtcTime::fromIso("2026-09-10T03:00:00Z");
    limit.band = "r";
    limit.limit = 20.5F;
    LightPoint forced;
    forced.kind = LightPoint::Kind::Forced;
    forced.time = UtcTime::fromIso("2026-09-12T03:00:00Z");
    forced.band = "r";
    forced.flux = -12.25;
    forced.fluxError = 3.5;
    forced.fluxUnit = "nJy";
    forced.isNegative = true;
    inside.light = {limit, again, now, forced};
    return inside;
}

} // namespace tocsin::tests
