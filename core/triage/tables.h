// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/triage/aliases.h"
#include "core/triage/judgements.h"

#include <QSqlDatabase>

#include <memory>
#include <string>
#include <vector>

namespace tocsin::triage {

// A tag or a note as the journal keeps it. A plain value.
struct Said {
    std::string subject;
    std::string text; // the tag, or the note
    int64_t row = 0; // on which it was said
    std::string name; // of what it is about, for people
    UtcTime made;
};

// The journal's tables of triage (resources/journal/005_triage.sql). Each runs inside a job of the journal, on its thread.
[[nodiscard]] Result<std::vector<Said>> readTags(QSqlDatabase &db, const std::string &subject = {}); // empty: all
[[nodiscard]] Result<std::vector<Said>> readNotes(QSqlDatabase &db, const std::string &subject = {});
[[nodiscard]] Outcome writeTag(QSqlDatabase &db, const Said &tag);
[[nodiscard]] Outcome removeTag(QSqlDatabase &db, const std::string &subject, const std::string &tag);
[[nodiscard]] Outcome writeNote(QSqlDatabase &db, const Said &note); // empty: none any more
[[nodiscard]] Result<std::vector<IgnoredObject>> readIgnored(QSqlDatabase &db);
[[nodiscard]] Result<int64_t> addIgnored(QSqlDatabase &db, const IgnoredObject &object); // its number; one that was given stays
[[nodiscard]] Outcome removeIgnored(QSqlDatabase &db, int64_t id);
[[nodiscard]] Result<std::shared_ptr<const AliasIndex>> readAliases(QSqlDatabase &db);
[[nodiscard]] int64_t countAliases(QSqlDatabase &db); // -1: that cannot be told
[[nodiscard]] Outcome writeAliases(QSqlDatabase &db, const std::vector<AliasLink> &links);
[[nodiscard]] Result<std::shared_ptr<const Judgements>> readJudgements(QSqlDatabase &db);

} // namespace tocsin::triage
