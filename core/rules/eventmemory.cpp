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

std::optional<size_t> EventMemory::numberOf(const Alert &alert)
{
    for (const std::string &name : namesOf(alert)) {
        if (const auto it = m_names.find(name); it != m_names.end())
            return it->second;
    }
    // With a name of its own it is something else, wherever it lies.
    const bool isNamed = !alert.event.empty() || !alert.name.empty() || alert.message == "circular";
    if (isNamed || !isPlaced(alert))
        return std::nullopt;
    const filter::Cone around = filter::Cone::of(alert.ra.value, alert.dec.value, kSamePlace);
    std::optional<size_t> first; // as they were noted
    const auto end = m_places.upper_bound(alert.dec.value + kSamePlace);
    for (auto it = m_places.lower_bound(alert.dec.value - kSamePlace); it != end; ++it) {
        const AlarmedEvent &event = at(it->second);
        if (around.contains(event.ra, event.dec))
            first = std::min(first.value_or(it->second), it->second);
    }
    return first;
}

AlarmedEvent *EventMemory::find(const Alert &alert)
{
    const std::optional<size_t> number = numberOf(alert);
    return number ? &at(*number) : nullptr;
}

AlarmedEvent &EventMemory::note(const Alert &alert, const std::optional<double> &measure, const UtcTime &now)
{
    const std::optional<size_t> number = numberOf(alert);
    const size_t noted = number ? *number : add({.event = alert.event});
    AlarmedEvent &known = at(noted);
    for (const std::string &name : namesOf(alert)) {
        if (std::ranges::find(known.names, name) == known.names.end())
            known.names.push_back(name);
    }
    if (known.event.empty())
        known.event = alert.event;
    if (known.key.empty())
        known.key = known.names.empty() ? "row " + std::to_string(alert.row) : known.names.front();
    if (isPlaced(alert)) {
        dropPlace(noted);
        known.ra = alert.ra.value;
        known.dec = alert.dec.value;
        known.hasPlace = true;
    }
    if (measure && (!known.measure || *measure > *known.measure))
        known.measure = measure;
    known.row = alert.row;
    known.alarmed = now;
    known.retracted = false;
    index(noted);
    return known;
}

void EventMemory::restore(AlarmedEvent event)
{
    index(add(std::move(event)));
}

size_t EventMemory::add(AlarmedEvent event)
{
    if (m_events.size() >= m_most)
        forgetOldest();
    m_events.push_back(std::move(event));
    return m_forgotten + m_events.size() - 1;
}

void EventMemory::index(size_t number)
{
    const AlarmedEvent &event = at(number);
    for (const std::string &name : event.names)
        m_names.insert_or_assign(name, number);
    dropPlace(number);
    if (event.hasPlace)
        m_places.emplace(event.dec, number);
}

void EventMemory::dropPlace(size_t number)
{
    if (!at(number).hasPlace)
        return;
    const auto [from, to] = m_places.equal_range(at(number).dec);
    const auto known = std::find_if(from, to, [number](const auto &place) { return place.second == number; });
    if (known != to)
        m_places.erase(known);
}

void EventMemory::forgetOldest()
{
    for (const std::string &name : m_events.front().names) {
        if (const auto it = m_names.find(name); it != m_names.end() && it->second == m_forgotten)
            m_names.erase(it);
    }
    dropPlace(m_forgotten);
    m_events.pop_front();
    ++m_forgotten;
}

} // namespace tocsin::rules
