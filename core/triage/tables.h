// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/triage/aliases.h"
#include "core/triage/judgements.h"

#include <QSqlDatabase>
#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace tocsin::triage {

// The journal's tables of triage (resources/journal/005_triage.sql, 006_names.sql). Each runs inside a job of the journal, on its thread.
[[nodiscard]] Result<std::vector<Said>> readTags(QSqlDatabase &db);
[[nodiscard]] Result<std::vector<Said>> readNotes(QSqlDatabase &db);
[[nodiscard]] Outcome writeTag(QSqlDatabase &db, const Said &tag);
[[nodiscard]] Outcome removeTag(QSqlDatabase &db, const std::string &subject, const std::string &tag);
[[nodiscard]] Outcome writeNote(QSqlDatabase &db, const Said &note); // empty: none any more
[[nodiscard]] Result<std::vector<IgnoredObject>> readIgnored(QSqlDatabase &db);
[[nodiscard]] Result<int64_t> addIgnored(QSqlDatabase &db, const IgnoredObject &object); // its number; one that was given stays
[[nodiscard]] Outcome removeIgnored(QSqlDatabase &db, int64_t id);
// `known`, where that has them all: links are only added, there may be many, and the journal changes often.
[[nodiscard]] Result<std::shared_ptr<const AliasIndex>> readAliases(QSqlDatabase &db, const std::shared_ptr<const AliasIndex> &known = {});
[[nodiscard]] Outcome writeAliases(QSqlDatabase &db, const std::vector<AliasLink> &links);
[[nodiscard]] Result<std::shared_ptr<const Judgements>> readJudgements(QSqlDatabase &db, const AliasIndex &aliases);

// How far a work on names has come that goes on after the program has ended.
struct Progress {
    int64_t place = 0;
    int64_t version = 0; // of the work: another one begins anew
};
// Links that were learned after the last ones by which rows were widened; `widened`: what is to be written down afterwards.
[[nodiscard]] Result<std::vector<AliasLink>> readNewLinks(QSqlDatabase &db, Progress &widened);
[[nodiscard]] Result<Progress> readProgress(QSqlDatabase &db, const QString &work);
[[nodiscard]] Outcome writeProgress(QSqlDatabase &db, const QString &work, const Progress &progress);

} // namespace tocsin::triage
