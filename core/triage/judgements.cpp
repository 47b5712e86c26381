// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/judgements.h"

#include "core/triage/names.h"

#include <algorithm>
#include <utility>

namespace tocsin::triage {

namespace {

constexpr std::string_view kEvent = "event:";

void addOnce(std::vector<std::string> &list, std::string text)
{
    if (std::ranges::find(list, text) == list.end())
        list.push_back(std::move(text));
}

} // namespace

std::string subjectOf(const Alert &alert)
{
    return alert.event.empty() ? "row:" + std::to_string(alert.row) : std::string(kEvent) + alert.event;
}

std::string nameOf(const Alert &alert)
{
    for (const Text &name : {alert.name, alert.event, alert.id}) {
        if (!name.empty())
            return name;
    }
    return '#' + std::to_string(alert.row);
}

std::vector<std::string> eventNamesOf(const Said &said, const AliasIndex &aliases)
{
    std::vector<std::string> names;
    const std::string event = said.subject.starts_with(kEvent) ? said.subject.substr(kEvent.size()) : std::string();
    for (const std::string &own : {event, said.name}) {
        if (!isEventName(own))
            continue;
        for (std::string &name : aliases.namesOf(own))
            addOnce(names, std::move(name));
    }
    return names;
}

bool isAbout(const Said &said, const Alert &alert, const AliasIndex &aliases)
{
    if (said.subject == subjectOf(alert))
        return true;
    const std::vector<std::string> own = namesIn(alert);
    return std::ranges::any_of(eventNamesOf(said, aliases), [&own](const std::string &name) {
        return std::ranges::any_of(own, [canonical = canonicalName(name)](const std::string &other) { return canonicalName(other) == canonical; });
    });
}

std::vector<std::string> namesOf(const IgnoredObject &object, const AliasIndex &aliases)
{
    std::vector<std::string> names = object.names;
    for (const std::string &own : object.names) {
        for (std::string &name : aliases.namesOf(own))
            addOnce(names, std::move(name));
    }
    return names;
}

bool placeTellsObject(const Alert &alert)
{
    const bool measured = alert.positionKind.empty() || alert.positionKind == "measured";
    const bool possible = alert.hasPosition() && alert.ra.value >= 0 && alert.ra.value < 360 && alert.dec.value >= -90 && alert.dec.value <= 90;
    return possible && measured && !(alert.errorRadius.has() && alert.errorRadius.value > 3 * kSameObject) && alert.solarSystem.empty();
}

Judgements::Judgements(const std::vector<Said> &tags, const std::vector<Said> &notes, const std::vector<IgnoredObject> &ignored, const AliasIndex &aliases)
{
    for (const Said &tag : tags)
        say(tag, {.tags = {tag.text}, .note = {}}, aliases);
    for (const Said &note : notes)
        say(note, {.tags = {}, .note = note.text}, aliases);
    std::vector<watch::SkyPoint> places;
    for (const IgnoredObject &object : ignored) {
        for (const std::string &name : namesOf(object, aliases))
            m_ignoredNames.insert(canonicalName(name));
        if (object.ra && object.dec)
            places.push_back({*object.ra, *object.dec, kSameObject});
    }
    m_ignoredNames.erase(std::string());
    m_ignoredPlaces = watch::SkyPoints(places);
}

void Judgements::Words::add(const Words &more)
{
    for (const std::string &tag : more.tags)
        addOnce(tags, tag);
    if (note.empty())
        note = more.note;
}

void Judgements::say(const Said &said, const Words &words, const AliasIndex &aliases)
{
    m_bySubject[said.subject].add(words);
    std::vector<std::string> keys;
    for (const std::string &name : eventNamesOf(said, aliases))
        addOnce(keys, canonicalName(name));
    for (const std::string &key : keys)
        m_byName[key].add(words);
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
    Words words;
    if (const auto own = m_bySubject.empty() ? m_bySubject.end() : m_bySubject.find(subjectOf(alert)); own != m_bySubject.end())
        words = own->second;
    if (!m_byName.empty()) {
        for (const std::string &name : namesIn(alert)) {
            if (const auto named = m_byName.find(canonicalName(name)); named != m_byName.end())
                words.add(named->second);
        }
    }
    alert.tag = std::move(words.tags);
    alert.note = std::move(words.note);
    alert.ignored = isIgnored(alert);
}

} // namespace tocsin::triage
