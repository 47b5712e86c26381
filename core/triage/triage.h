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

// People's judgements of alerts: tags, notes, objects that they do not want to see. What they said stands in the journal; the
// rows of the archive carry it as well, so that filters, columns and exports know of it. Window and command line use the same
// calls. They block: not on the main thread of a window. Used on one thread.
class Triage
{
public:
    // `told`: called between the journal and the rows, so that alerts that come meanwhile are noted already; may be empty.
    Triage(archive::Archive &archive, journal::Journal &journal, std::function<void()> told = {});

    // Of the events that these rows belong to; a row without an event stands for itself.
    [[nodiscard]] Result<Deed> tag(const std::vector<int64_t> &rows, const std::string &tag, bool on);
    // The same, and off where all of them have it.
    [[nodiscard]] Result<Deed> toggleTag(const std::vector<int64_t> &rows, const std::string &tag);
    [[nodiscard]] Result<Deed> note(const std::vector<int64_t> &rows, const std::string &text); // empty: takes it away
    // The objects of these rows, in all streams: by their names and other names, and by their place.
    [[nodiscard]] Result<Deed> ignore(const std::vector<int64_t> &rows);
    // Whatever makes these rows ignored.
    [[nodiscard]] Result<Deed> stopIgnoring(const std::vector<int64_t> &rows);
    [[nodiscard]] Result<Deed> stopIgnoringObjects(const std::vector<int64_t> &ids);

    [[nodiscard]] Result<std::vector<Said>> tags();
    [[nodiscard]] Result<std::vector<Said>> notes();
    [[nodiscard]] Result<std::vector<IgnoredObject>> ignored();
    // Rows of the archive that have the name, or another name of the same event, ascending; and the names.
    struct Found {
        std::vector<std::string> names;
        std::vector<int64_t> rows;
    };
    [[nodiscard]] Result<Found> find(const std::string &name);

private:
    struct Subject {
        std::string subject;
        std::string name;
        int64_t row = 0;
    };
    [[nodiscard]] Result<archive::Reader *> reader();
    [[nodiscard]] Result<std::vector<std::shared_ptr<const Alert>>> alertsOf(const std::vector<int64_t> &rows);
    [[nodiscard]] Result<std::vector<Subject>> subjectsOf(const std::vector<int64_t> &rows);
    [[nodiscard]] Outcome setTag(const std::vector<Said> &said, bool on, int64_t &changed);
    [[nodiscard]] Outcome setNotes(const std::vector<Said> &said, int64_t &changed);
    [[nodiscard]] Outcome showSubjects(const std::vector<Said> &said, int64_t &changed); // on their rows
    [[nodiscard]] Outcome addObjects(std::vector<IgnoredObject> &objects, int64_t &changed);
    [[nodiscard]] Outcome removeObjects(const std::vector<IgnoredObject> &objects, int64_t &changed);
    [[nodiscard]] Outcome showObjects(const std::vector<IgnoredObject> &objects, int64_t &changed);
    [[nodiscard]] Result<Deed> forget(std::vector<IgnoredObject> objects);
    [[nodiscard]] Result<std::shared_ptr<const AliasIndex>> aliases();

    archive::Archive &m_archive;
    journal::Journal &m_journal;
    const std::function<void()> m_told;
    std::unique_ptr<archive::Reader> m_reader;
};

} // namespace tocsin::triage
