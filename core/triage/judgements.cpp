// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/judgements.h"

#include "core/triage/names.h"

#include <algorithm>
#include <utility>

namespace tocsin::triage {

std::string subjectOf(const Alert &alert)
{
    return alert.event.empty() ? "row:" + std::to_string(alert.row) : "event:" + alert.event;
}

bool placeTellsObject(const Alert &alert)
{
    const bool measured = alert.positionKind.empty() || alert.positionKind == "measured";
    return alert.hasPosition() && measured && !(alert.errorRadius.has() && alert.errorRadius.value > 3 * kSameObject) && alert.solarSystem.empty();
}

Judgements::Judgements(std::unordered_map<std::string, std::vector<std::string>> tags, std::unordered_map<std::string, std::string> notes, const std::vector<IgnoredObject> &ignored)
    : m_tags(std::move(tags)), m_notes(std::move(notes))
{
    std::vector<watch::SkyPoint> places;
    for (const IgnoredObject &object : ignored) {
        for (const std::string &name : object.names)
            m_ignoredNames.insert(canonicalName(name));
        if (object.ra && object.dec)
            places.push_back({*object.ra, *object.dec, kSameObject});
    }
    m_ignoredNames.erase(std::string());
    m_ignoredPlaces = watch::SkyPoints(places);
}

bool Judgements::isIgnored(const Alert &alert) const
{
    if (!m_ignoredNames.empty()) {
        for (const std::string &name : namesIn(alert)) {
            if (m_ignoredNames.contains(canonicalName(name)))
                return true;
        }
    }
    return m_ignoredPlaces.size() > 0 && placeTellsObject(alert) && m_ignoredPlaces.nearest(alert.ra.value, alert.dec.value);
}

void Judgements::note(Alert &alert) const
{
    if (!m_tags.empty() || !m_notes.empty()) {
        const std::string subject = subjectOf(alert);
        if (const auto tags = m_tags.find(subject); tags != m_tags.end())
            alert.tag = tags->second;
        if (const auto note = m_notes.find(subject); note != m_notes.end())
            alert.note = note->second;
    }
    alert.ignored = isIgnored(alert);
}

} // namespace tocsin::triage
