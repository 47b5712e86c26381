// SPDX-License-Identifier: GPL-3.0-or-later
// What the index writer does with what is known of rows beside their packets.
#include "core/archive/indexwriter.h"

#include <QScopeGuard>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <nlohmann/json.hpp>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

QVariant textOrNull(const std::string &text)
{
    return text.empty() ? QVariant(QMetaType(QMetaType::QString)) : QVariant(QString::fromStdString(text));
}

// Sets columns of a row where they say something else; prepared when it is first needed.
class Setting
{
public:
    Setting(QSqlDatabase &db, QString sql) : m_query(db), m_sql(std::move(sql)) {}

    Outcome set(const QVariantList &values, int64_t row, bool &changed)
    {
        if (!m_isPrepared && !m_query.prepare(m_sql))
            return sqlError(u"annotate"_s, m_query.lastError().text());
        m_isPrepared = true;
        int at = 0;
        for (const QVariant &value : values)
            m_query.bindValue(at++, value);
        m_query.bindValue(at++, qlonglong(row));
        for (const QVariant &value : values)
            m_query.bindValue(at++, value);
        if (!m_query.exec())
            return sqlError(u"annotate"_s, m_query.lastError().text());
        changed = changed || m_query.numRowsAffected() > 0;
        return Done{};
    }

private:
    QSqlQuery m_query;
    const QString m_sql;
    bool m_isPrepared = false;
};

} // namespace

Result<int64_t> IndexWriter::annotate(std::span<const Annotation> annotations)
{
    if (const Outcome begun = exec(u"BEGIN IMMEDIATE"_s); !begun)
        return begun.error();
    auto undo = qScopeGuard([this] { (void)exec(u"ROLLBACK"_s); });
    std::vector<int64_t> touched;
    {
        Setting watch(m_db, uR"(UPDATE alerts SET "watch" = ?, "watch_sep" = ? WHERE row = ? AND ("watch" IS NOT ? OR "watch_sep" IS NOT ?))"_s);
        Setting coincidence(m_db, uR"(UPDATE alerts SET "coincidence" = ? WHERE row = ? AND "coincidence" IS NOT ?)"_s);
        Setting tag(m_db, uR"(UPDATE alerts SET "tag" = ? WHERE row = ? AND "tag" IS NOT ?)"_s);
        Setting note(m_db, uR"(UPDATE alerts SET "note" = ? WHERE row = ? AND "note" IS NOT ?)"_s);
        Setting ignored(m_db, uR"(UPDATE alerts SET "ignored" = ? WHERE row = ? AND coalesce("ignored", 0) <> ?)"_s);
        for (const Annotation &annotation : annotations) {
            bool changed = false;
            Outcome done = Done{};
            if (annotation.watch) {
                const QVariant separation = annotation.watch->empty() ? QVariant(QMetaType(QMetaType::Double)) : QVariant(annotation.watchSep);
                done = watch.set({textOrNull(*annotation.watch), separation}, annotation.row, changed);
            }
            if (done && annotation.coincidence)
                done = coincidence.set({textOrNull(*annotation.coincidence)}, annotation.row, changed);
            if (done && annotation.tags)
                done = tag.set({textOrNull(annotation.tags->empty() ? std::string() : nlohmann::json(*annotation.tags).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace))},
                               annotation.row, changed);
            if (done && annotation.note)
                done = note.set({textOrNull(*annotation.note)}, annotation.row, changed);
            if (done && annotation.ignored)
                done = ignored.set({*annotation.ignored ? 1 : 0}, annotation.row, changed);
            if (!done)
                return done.error();
            if (changed)
                touched.push_back(annotation.row);
        }
    }
    const auto rows = static_cast<int64_t>(touched.size());
    if (const Outcome done = noteChanges(touched); !done)
        return done.error();
    if (const Outcome done = exec(u"COMMIT"_s); !done)
        return done.error();
    undo.dismiss();
    return rows;
}

} // namespace tocsin::archive
