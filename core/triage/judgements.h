// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"
#include "core/watch/skypoints.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace tocsin::triage {

constexpr double kSameObject = 1.5 / 3600; // degrees: what lies so close is the same object in another stream

// What tags and notes are about: "event:…", else "row:…".
[[nodiscard]] std::string subjectOf(const Alert &alert);

// An object that people do not want to see. A plain value.
struct IgnoredObject {
    int64_t id = 0;
    std::string name; // for people
    std::vector<std::string> names; // as they were sent
    std::optional<double> ra; // degrees; where it was measured well enough to tell it by its place
    std::optional<double> dec;
    int64_t row = 0; // on which it was said
    UtcTime made;
};

// Whether the place of an alert tells its object: measured, and to the arcsecond.
[[nodiscard]] bool placeTellsObject(const Alert &alert);

// All that people have judged, to be noted on alerts as they come: new revisions of a tagged event are tagged too. Does not
// change after it was made: any thread may ask.
class Judgements
{
public:
    Judgements() = default;
    Judgements(std::unordered_map<std::string, std::vector<std::string>> tags, std::unordered_map<std::string, std::string> notes, const std::vector<IgnoredObject> &ignored);
    void note(Alert &alert) const;
    [[nodiscard]] bool isIgnored(const Alert &alert) const;

private:
    std::unordered_map<std::string, std::vector<std::string>> m_tags; // by subject
    std::unordered_map<std::string, std::string> m_notes;
    std::unordered_set<std::string> m_ignoredNames;
    watch::SkyPoints m_ignoredPlaces;
};

} // namespace tocsin::triage
