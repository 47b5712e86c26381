// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/selectionclause.h"

#include <QStringList>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

void Clause::add(const QString &condition)
{
    sql += sql.isEmpty() ? u" WHERE "_s : u" AND "_s;
    sql += condition;
}

Clause clauseOf(const Selection &selection, const OpenFacts &facts)
{
    Clause clause;
    if (selection.untilRow > 0) {
        clause.add(u"a.row <= ?"_s);
        clause.values.emplace_back(selection.untilRow);
    }
    if (!selection.anyStream.empty()) {
        const QString marks = QStringList(static_cast<qsizetype>(selection.anyStream.size()), u"?"_s).join(u',');
        clause.add(u"(s.uuid IN (%1) OR EXISTS (SELECT 1 FROM memberships m JOIN streams ms ON ms.id = m.stream WHERE m.row = a.row AND ms.uuid IN (%1)))"_s
                       .arg(marks));
        for (int twice = 0; twice < 2; ++twice)
            clause.values.insert(clause.values.end(), selection.anyStream.begin(), selection.anyStream.end());
    }
    if (selection.arrivedSince.isValid()) {
        clause.add(u"coalesce(a.broker_time, a.received) >= ?"_s);
        clause.values.emplace_back(selection.arrivedSince.us);
    }
    if (selection.lastPerPartition > 0) {
        clause.add(u"(typeof(a.position) <> 'integer' OR a.position > (SELECT max(b.position) FROM alerts b WHERE b.lane = a.lane "
                   "AND typeof(b.position) = 'integer') - ?)"_s);
        clause.values.emplace_back(selection.lastPerPartition);
    }
    if (selection.ofOthers && facts.writer > 0) {
        clause.add(u"(a.row <= ? OR a.segment NOT IN (SELECT id FROM segments WHERE writer = ?))"_s);
        clause.values.emplace_back(facts.rowsBefore);
        clause.values.emplace_back(int64_t{facts.writer});
    }
    if (selection.afterRow > 0) {
        clause.add(u"a.row > ?"_s);
        clause.values.emplace_back(selection.afterRow);
    }
    if (selection.since.isValid()) {
        clause.add(u"coalesce(a.\"timestamp\", a.broker_time, a.received) >= ?"_s);
        clause.values.emplace_back(selection.since.us);
    }
    if (selection.until.isValid()) {
        clause.add(u"coalesce(a.\"timestamp\", a.broker_time, a.received) < ?"_s);
        clause.values.emplace_back(selection.until.us);
    }
    if (!selection.streamUuid.empty()) {
        clause.add(u"(s.uuid = ? OR a.row IN (SELECT m.row FROM memberships m JOIN streams ms ON ms.id = m.stream WHERE ms.uuid = ?))"_s);
        clause.values.emplace_back(selection.streamUuid);
        clause.values.emplace_back(selection.streamUuid);
    }
    if (selection.decodedOnly)
        clause.add(u"a.\"error\" IS NULL"_s);
    return clause;
}

} // namespace tocsin::archive
