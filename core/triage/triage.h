// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/base/error.h"
#include "core/journal/journal.h"
#include "core/triage/judgements.h"
#include "core/triage/tables.h"

#include <QString>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace tocsin::triage {

class Triage;

// What was done, and how to take it back.
struct Deed {
    QString said; // “Ignored ZTF26abcdefg.”
    int64_t rows = 0; // in the archive, that say something else now
    std::vector<int64_t> numbers = {}; // of what was entered, where that has numbers (ignored objects)
    std::function<Outcome(Triage &)> undo; // empty: there was nothing to do
};

// People's judgements of alerts: tags, notes, objects that they do not want to see, rows that they have seen. What they said
// stands in the journal; the rows of the archive carry it as well, so that filters, columns and exports know of it. Window and
// command line use the same calls. They block: not on the main thread of a window. Used on one thread.
class Triage
{
public:
    using Rows = std::vector<int64_t>;

    // `told`: called between the journal and the rows, so that alerts that come meanwhile are noted already; may be empty.
    Triage(archive::Archive &archive, journal::Journal &journal, std::function<void()> told = {});
    // Asked during long searches; false: what was not reached stays as it is, and the call ends with ErrorKind::Interrupted.
    void setGoOn(std::function<bool()> goOn) { m_goOn = std::move(goOn); }

    // Of the events that these rows belong to, under all their names; a row without an event stands for itself.
    [[nodiscard]] Result<Deed> tag(const Rows &rows, const std::string &tag, bool on);
    // The same, and off where all of them have it.
    [[nodiscard]] Result<Deed> toggleTag(const Rows &rows, const std::string &tag);
    [[nodiscard]] Result<Deed> note(const Rows &rows, const std::string &text); // empty: takes it away
    // The objects of these rows, in all streams: by their names and other names, and by their place.
    [[nodiscard]] Result<Deed> ignore(const Rows &rows);
    // Whatever makes these rows ignored.
    [[nodiscard]] Result<Deed> stopIgnoring(const Rows &rows);
    [[nodiscard]] Result<Deed> stopIgnoringObjects(const std::vector<int64_t> &ids);
    // All rows behind `afterRow` that are stored of the objects of these: seen, or not any more. What comes later of a seen object
    // is news, and unseen.
    [[nodiscard]] Result<Deed> see(const Rows &rows, bool seen, int64_t afterRow = 0);
    // The same for rows that somebody has looked at, without a word: how many others of these objects are seen now with them.
    [[nodiscard]] Result<int64_t> look(const Rows &rows, int64_t afterRow);
    // These rows alone: marks of the archive (archive::Starred, Pinned).
    [[nodiscard]] Result<Deed> mark(const Rows &rows, uint8_t set, uint8_t clear);

    // Names were learned: rows that were stored before, and that belong to something tagged, noted or ignored by them, say so
    // from now on. How many rows changed.
    [[nodiscard]] Result<int64_t> widen(const std::vector<AliasLink> &links);

    [[nodiscard]] Result<std::vector<Said>> tags();
    [[nodiscard]] Result<std::vector<Said>> notes();
    [[nodiscard]] Result<std::vector<IgnoredObject>> ignored();
    // Rows of the archive that have the name, or another name of the same event, ascending; and the names.
    struct Found {
        std::vector<std::string> names;
        Rows rows;
    };
    [[nodiscard]] Result<Found> find(const std::string &name);

private:
    // Rows that may belong together: those of the event of a row, and those with one of these names, or at the place.
    struct Reach {
        int64_t row = 0;
        std::vector<std::string> names;
        std::optional<double> ra;
        std::optional<double> dec;
    };
    using Alerts = std::vector<std::shared_ptr<const Alert>>;

    // triagerows.cpp
    [[nodiscard]] Result<archive::Reader *> reader();
    [[nodiscard]] Result<Alerts> alertsOf(const Rows &rows);
    [[nodiscard]] Result<std::shared_ptr<const AliasIndex>> aliases();
    [[nodiscard]] bool goesOn() const { return !m_goOn || m_goOn(); }
    [[nodiscard]] static std::string conditionOf(const Reach &reach);
    [[nodiscard]] Result<Rows> search(const std::string &condition);
    [[nodiscard]] Reach reachOf(const Said &said, const AliasIndex &aliases) const;
    [[nodiscard]] Reach reachOf(const IgnoredObject &object, const AliasIndex &aliases) const;
    // What the journal says now, on all these rows.
    [[nodiscard]] Outcome show(const std::vector<Reach> &reaches, int64_t &changed);
    [[nodiscard]] Outcome showOn(const Rows &rows, const Judgements &judgements, int64_t &changed);
    [[nodiscard]] Outcome setMarks(const Rows &rows, uint8_t set, uint8_t clear);

    // triagewords.cpp
    [[nodiscard]] Outcome writeTags(const std::vector<Said> &said, bool on, int64_t &changed);
    [[nodiscard]] Outcome writeNotes(const std::vector<Said> &said, int64_t &changed);

    // triageobjects.cpp
    [[nodiscard]] Outcome addObjects(std::vector<IgnoredObject> &objects, int64_t &changed);
    [[nodiscard]] Outcome removeObjects(const std::vector<IgnoredObject> &objects, int64_t &changed);
    [[nodiscard]] Outcome showObjects(const std::vector<IgnoredObject> &objects, int64_t &changed);
    [[nodiscard]] Result<Deed> forget(std::vector<IgnoredObject> objects);
    [[nodiscard]] Result<Rows> unlike(const Alerts &alerts, bool seen, int64_t afterRow); // of their objects, those that are not so
    [[nodiscard]] Outcome setSeen(const Rows &rows, bool seen);

    archive::Archive &m_archive;
    journal::Journal &m_journal;
    const std::function<void()> m_told;
    std::function<bool()> m_goOn;
    std::unique_ptr<archive::Reader> m_reader;
    std::shared_ptr<const AliasIndex> m_aliases; // as read last
};

} // namespace tocsin::triage
