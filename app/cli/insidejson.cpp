// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/insidejson.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace tocsin::app {

namespace {

using Json = nlohmann::ordered_json;

Json of(const Number &number)
{
    return number.has() && std::isfinite(number.value) ? Json(number.value) : Json();
}

Json of(const Text &text)
{
    return text.empty() ? Json() : Json(text);
}

Json of(const LightPoint &point)
{
    static constexpr const char *kKinds[] = {"detection", "limit", "forced"};
    Json json;
    json["kind"] = kKinds[static_cast<size_t>(point.kind)];
    json["current"] = point.current;
    json["time"] = of(point.time.iso());
    json["mjd"] = of(Number(point.time.mjd()));
    json["time_kind"] = of(point.timeKind);
    json["band"] = of(point.band);
    json["id"] = of(point.id);
    json["mag"] = of(point.mag);
    json["mag_error"] = of(point.magError);
    json["mag_limit"] = of(point.limit);
    json["flux"] = of(point.flux);
    json["flux_error"] = of(point.fluxError);
    json["flux_unit"] = of(point.fluxUnit);
    json["is_negative"] = point.isNegative ? Json(*point.isNegative) : Json();
    return json;
}

} // namespace

std::string insideJson(const Inside &inside)
{
    Json json;
    json["light"] = Json::array();
    for (const LightPoint &point : inside.light)
        json["light"].push_back(of(point));
    json["stamps"] = Json::array();
    for (const StampBytes &stamp : inside.stamps)
        json["stamps"].push_back({{"role", stamp.role}, {"bytes", stamp.bytes.size()}});
    json["map"] = inside.skyMap.empty() ? Json() : Json{{"bytes", inside.skyMap.size()}};
    json["problems"] = inside.problems;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace tocsin::app
