// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/eventmemory.h"

#include "core/filter/sky.h"

#include <algorithm>
#include <cctype>

namespace tocsin::rules {

namespace {

constexpr double kSamePlace = 5.0 / 3600; // degrees
constexpr double kWellMeasured = 1.0 / 60;

// "GRB 260304A", "S260914ab", "AT2026abc", "IceCube-260914A": given once. "Crab" and "V404 Cyg" come again and again.
bool isOfOneEvent(const std::string &name)
{
    for (const char *prefix : {"GRB", "S", "MS", "TS", "GW", "AT", "SN", "FRB", "EP", "IceCube", "IC", "ZTF", "LSST"}) {
        const std::string_view begin = prefix;
        if (!name.starts_with(begin))
            continue;
        size_t at = begin.size();
        while (at < name.size() && (name[at] == ' ' || name[at] == '-' || name[at] == '_'))
            ++at;
        if (at < name.size() && std::isdigit(static_cast<unsigned char>(name[at])) != 0)
            return true;
    }
    return false;
}

std::vector<std::string> namesOf(const Alert &alert)
{
    if (alert.message == "circular" && !alert.id.empty())
        return {"circular " + alert.id};
    std::vector<std::string> names;
    if (!alert.event.empty())
        names.push_back(alert.event);
    if (!alert.name.empty() && alert.name != alert.event && (alert.event.empty() || isOfOneEvent(alert.name)))
        names.push_back(alert.name);
    if (names.empty() && !alert.id.empty())
        names.push_back("id " + alert.id);
    return names;
}

bool isPlaced(const Alert &alert)
{
    return alert.hasPosition() && alert.positionKind != "pointing" && alert.positionKind != "field" && !(alert.errorRadius.value >= kWellMeasured);
}

} // namespace

AlarmedEvent *EventMemory::find(const Alert &alert)
{
    const std::vector<std::string> names = namesOf(alert);
    for (const std::string &name : names) {
        if (const auto it = m_names.find(name); it != m_names.end())
            return &m_events[it->second];
    }
    // With a name of its own it is something else, wherever it lies.
    const bool isNamed = !alert.event.empty() || !alert.name.empty() || alert.message == "circular";
    if (isNamed || !isPlaced(alert))
        return nullptr;
    const filter::Cone around = filter::Cone::of(alert.ra.value, alert.dec.value, kSamePlace);
    const auto it = std::ranges::find_if(m_events, [&](const AlarmedEvent &event) { return event.hasPlace && around.contains(event.ra, event.dec); });
    return it == m_events.end() ? nullptr : &*it;
}

AlarmedEvent &EventMemory::note(const Alert &alert, const std::optional<double> &measure, const UtcTime &now)
{
    AlarmedEvent *known = find(alert);
    if (!known) {
        m_events.push_back({.event = alert.event});
        known = &m_events.back();
    }
    for (const std::string &name : namesOf(alert)) {
        if (std::ranges::find(known->names, name) == known->names.end())
            known->names.push_back(name);
    }
    if (known->event.empty())
        known->event = alert.event;
    if (known->key.empty())
        known->key = known->names.empty() ? "row " + std::to_string(alert.row) : known->names.front();
    if (isPlaced(alert)) {
        known->ra = alert.ra.value;
        known->dec = alert.dec.value;
        known->hasPlace = true;
    }
    if (measure && (!known->measure || *measure > *known->measure))
        known->measure = measure;
    known->row = alert.row;
    known->alarmed = now;
    known->retracted = false;
    index(static_cast<size_t>(known - m_events.data()));
    return *known;
}

void EventMemory::restore(AlarmedEvent event)
{
    m_events.push_back(std::move(event));
    index(m_events.size() - 1);
}

void EventMemory::index(size_t at)
{
    for (const std::string &name : m_events[at].names)
        m_names.insert_or_assign(name, at);
}

} // namespace tocsin::rules
