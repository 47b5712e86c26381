// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/alertbinding.h"
#include "core/archive/alertcolumns.h"
#include "core/archive/sqlitedialect.h"
#include "core/archive/sqliteschema.h"

#include <QSqlDriver>
#include <QVariant>

#include <sqlite3.h>

#include <string>
#include <utility>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

// `"id" = ?, …`; what people have noted stays.
std::string settings(const std::string &columns)
{
    std::string list;
    for (size_t begin = 0; begin < columns.size();) {
        size_t end = columns.find(", ", begin);
        end = end == std::string::npos ? columns.size() : end;
        const std::string column = columns.substr(begin, end - begin);
        const bool stays = isAnnotation(std::string_view(column).substr(1, column.size() - 2));
        list += (list.empty() ? "" : ", ") + column + " = " + (stays ? "coalesce(" + column + ", ?)" : "?");
        begin = end + 2;
    }
    return list;
}

} // namespace

RowReplace::~RowReplace()
{
    for (sqlite3_stmt *statement : {m_beside, m_update, m_insert, m_memberships, m_segment, m_leave, m_unmark, m_remove})
        sqlite3_finalize(statement);
}

Error RowReplace::failure() const
{
    return sqlError(u"replace"_s, QString::fromUtf8(sqlite3_errmsg(m_db)));
}

Outcome RowReplace::prepare(QSqlDatabase &db)
{
    const QVariant handle = db.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return sqlError(u"handle"_s, u"the driver gives no SQLite handle"_s);
    m_db = *static_cast<sqlite3 *const *>(handle.constData());
    const std::string columns = boundColumnList();
    std::string values;
    for (int i = 0; i < boundColumnCount(); ++i)
        values += ", ?" + std::to_string(i + 3);
    const std::pair<sqlite3_stmt **, std::string> statements[] = {
        {&m_beside, "SELECT b.row, b.record, coalesce(m.flags, 0) & " + std::to_string(Starred | Pinned)
                         + " FROM alerts a JOIN alerts b ON b.lane = a.lane AND b.position = a.position LEFT JOIN marks m ON m.row = b.row WHERE a.row = ? ORDER BY b.record"},
        {&m_update, "UPDATE alerts SET " + settings(columns) + " WHERE row = ?"},
        {&m_insert, "INSERT INTO alerts (night, lane, position, record, stream, segment, place, size, " + columns
                        + ") SELECT night, lane, position, ?1, stream, segment, place, size" + values + " FROM alerts WHERE row = ?2 ON CONFLICT DO NOTHING"},
        {&m_memberships, "INSERT OR IGNORE INTO memberships (row, stream) SELECT ?1, stream FROM memberships WHERE row = ?2"},
        {&m_segment, "UPDATE segments SET last_row = max(coalesce(last_row, 0), ?1) WHERE id = (SELECT segment FROM alerts WHERE row = ?1)"},
        {&m_leave, "DELETE FROM memberships WHERE row = ?"},
        {&m_unmark, "DELETE FROM marks WHERE row = ?"},
        {&m_remove, "DELETE FROM alerts WHERE row = ?"}};
    for (const auto &[statement, sql] : statements) {
        if (sqlite3_prepare_v2(m_db, sql.c_str(), -1, statement, nullptr) != SQLITE_OK)
            return failure();
    }
    return Done{};
}

Outcome RowReplace::step(sqlite3_stmt *statement) const
{
    const int result = sqlite3_step(statement);
    const Outcome done = result == SQLITE_DONE ? Outcome(Done{}) : Outcome(failure());
    sqlite3_reset(statement);
    return done;
}

Result<std::vector<RowReplace::Row>> RowReplace::rowsBeside(int64_t row)
{
    std::vector<Row> rows;
    sqlite3_bind_int64(m_beside, 1, row);
    int result = SQLITE_DONE;
    while ((result = sqlite3_step(m_beside)) == SQLITE_ROW)
        rows.push_back({sqlite3_column_int64(m_beside, 0), sqlite3_column_int64(m_beside, 1), sqlite3_column_int64(m_beside, 2) != 0});
    if (result != SQLITE_DONE) {
        Error error = failure();
        sqlite3_reset(m_beside);
        return error;
    }
    sqlite3_reset(m_beside);
    return rows;
}

Outcome RowReplace::update(int64_t row, const Alert &alert)
{
    sqlite3_clear_bindings(m_update);
    bindAlert(m_update, 1, alert);
    sqlite3_bind_int64(m_update, boundColumnCount() + 1, row);
    return step(m_update);
}

Result<int64_t> RowReplace::add(int64_t beside, const Alert &alert)
{
    sqlite3_clear_bindings(m_insert);
    sqlite3_bind_int64(m_insert, 1, alert.record);
    sqlite3_bind_int64(m_insert, 2, beside);
    bindAlert(m_insert, 3, alert); // behind the two that have numbers
    if (const Outcome done = step(m_insert); !done)
        return done.error();
    if (sqlite3_changes(m_db) == 0)
        return int64_t{0};
    const int64_t row = sqlite3_last_insert_rowid(m_db);
    sqlite3_bind_int64(m_memberships, 1, row);
    sqlite3_bind_int64(m_memberships, 2, beside);
    if (const Outcome done = step(m_memberships); !done)
        return done.error();
    sqlite3_bind_int64(m_segment, 1, row);
    if (const Outcome done = step(m_segment); !done)
        return done.error();
    return row;
}

Outcome RowReplace::remove(int64_t row)
{
    for (sqlite3_stmt *statement : {m_leave, m_unmark, m_remove}) {
        sqlite3_bind_int64(statement, 1, row);
        if (const Outcome done = step(statement); !done)
            return done;
    }
    return Done{};
}

} // namespace tocsin::archive
