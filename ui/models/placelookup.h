// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triage/aliases.h"
#include "ui/models/newestjob.h"
#include "ui/models/placetext.h"
#include "ui/models/rowbits.h"

#include <memory>

namespace tocsin::ui {

// Where "Go to" leads. A plain value.
struct FoundPlace {
    PlaceReading reading; // the one that led somewhere, else the first
    std::shared_ptr<const Alert> alert; // null: the archive has no such row
    bool shown = false; // the table has it
};

// Finds the row that somebody means: by its number, the nearest one at or after a time, the newest with an id or a name,
// however names of events are spelt, or with another name of the same event, or whose id or name begins so. Shown rows win over others. On a thread of its own; the newest question counts. Lives on
// the main thread; the archive outlives it.
class PlaceLookup final : public QObject
{
    Q_OBJECT
public:
    explicit PlaceLookup(archive::Archive &archive, QObject *parent = nullptr);

    // Names that stand for one event: a row that has another one is found, too; null: none are known.
    void setAliases(std::shared_ptr<const triage::AliasIndex> aliases) { m_aliases = std::move(aliases); }
    // `shown` are the numbers of the rows in the table.
    void find(std::vector<PlaceReading> readings, std::shared_ptr<const NumberSet> shown); // found() or failed() follows
    void cancel() { m_job.cancel(); }

Q_SIGNALS:
    void found(const tocsin::ui::FoundPlace &place);
    void failed(const tocsin::Error &error);

private:
    std::shared_ptr<const triage::AliasIndex> m_aliases;
    NewestJob m_job;
};

} // namespace tocsin::ui
