// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"
#include "core/triage/aliases.h"
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

// What people call it: its name, event or id, else the number of its row.
[[nodiscard]] std::string nameOf(const Alert &alert);

// A tag or a note as the journal keeps it. A plain value.
struct Said {
    std::string subject;
    std::string text; // the tag, or the note
    int64_t row = 0; // on which it was said
    std::string name; // of what it is about, for people
    UtcTime made;
};

// The names of known kinds under which rows are about the same: of the event, and what packets have had beside them since.
[[nodiscard]] std::vector<std::string> eventNamesOf(const Said &said, const AliasIndex &aliases);
[[nodiscard]] bool isAbout(const Said &said, const Alert &alert, const AliasIndex &aliases);

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

// Those that were known when it was said, and what packets have had beside them since.
[[nodiscard]] std::vector<std::string> namesOf(const IgnoredObject &object, const AliasIndex &aliases);

// Whether the place of an alert tells its object: measured, and to the arcsecond.
[[nodiscard]] bool placeTellsObject(const Alert &alert);

// All that people have judged, to be noted on alerts as they come: new revisions of a tagged event are tagged too, and so are
// those that come under another of its names. Does not change after it was made: any thread may ask.
class Judgements
{
public:
    Judgements() = default;
    Judgements(const std::vector<Said> &tags, const std::vector<Said> &notes, const std::vector<IgnoredObject> &ignored, const AliasIndex &aliases);
    void note(Alert &alert) const; // in place of what it says
    [[nodiscard]] bool isIgnored(const Alert &alert) const;

private:
    struct Words {
        std::vector<std::string> tags;
        std::string note;
        void add(const Words &more);
    };
    void say(const Said &said, const Words &words, const AliasIndex &aliases);

    std::unordered_map<std::string, Words> m_bySubject;
    std::unordered_map<std::string, Words> m_byName; // as they are written alike
    std::unordered_set<std::string> m_ignoredNames;
    watch::SkyPoints m_ignoredPlaces;
};

} // namespace tocsin::triage
