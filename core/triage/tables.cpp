// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/tables.h"

#include "core/journal/journalfile.h"
#include "core/triage/names.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <nlohmann/json.hpp>

namespace tocsin::triage {

using namespace Qt::StringLiterals;

namespace {

QString text(const std::string &bytes)
{
    const QString all = QString::fromStdString(bytes);
    return all.isNull() ? u""_s : all;
}

Outcome exec(QSqlDatabase &db, const QString &sql, const QVariantList &values, QVariant *number = nullptr)
{
    QSqlQuery query(db);
    if (!query.prepare(sql))
        return journal::journalError(sql.left(60), query.lastError().text());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return journal::journalError(sql.left(60), query.lastError().text());
    if (number)
        *number = query.lastInsertId();
    return Done{};
}

Result<std::vector<Said>> readSaid(QSqlDatabase &db, const QString &table, const QString &column)
{
    QSqlQuery query(db);
    query.prepare(u"SELECT subject, %1, \"row\", name, made FROM %2 ORDER BY made, %1"_s.arg(column, table));
    if (!query.exec())
        return journal::journalError(table, query.lastError().text());
    std::vector<Said> list;
    while (query.next())
        list.push_back({query.value(0).toString().toStdString(), query.value(1).toString().toStdString(), query.value(2).toLongLong(), query.value(3).toString().toStdString(),
                        UtcTime::fromUs(query.value(4).toLongLong())});
    return list;
}

} // namespace

Result<std::vector<Said>> readTags(QSqlDatabase &db)
{
    return readSaid(db, u"tags"_s, u"tag"_s);
}

Result<std::vector<Said>> readNotes(QSqlDatabase &db)
{
    return readSaid(db, u"notes"_s, u"note"_s);
}

Outcome writeTag(QSqlDatabase &db, const Said &tag)
{
    return exec(db, u"INSERT OR IGNORE INTO tags (subject, tag, \"row\", name, made) VALUES (?, ?, ?, ?, ?)"_s,
                {text(tag.subject), text(tag.text), qlonglong(tag.row), text(tag.name), qlonglong(tag.made.us)});
}

Outcome removeTag(QSqlDatabase &db, const std::string &subject, const std::string &tag)
{
    return exec(db, u"DELETE FROM tags WHERE subject = ? AND tag = ?"_s, {text(subject), text(tag)});
}

Outcome writeNote(QSqlDatabase &db, const Said &note)
{
    if (note.text.empty())
        return exec(db, u"DELETE FROM notes WHERE subject = ?"_s, {text(note.subject)});
    return exec(db, u"INSERT OR REPLACE INTO notes (subject, note, \"row\", name, made) VALUES (?, ?, ?, ?, ?)"_s,
                {text(note.subject), text(note.text), qlonglong(note.row), text(note.name), qlonglong(note.made.us)});
}

Result<std::vector<IgnoredObject>> readIgnored(QSqlDatabase &db)
{
    QSqlQuery query(db);
    if (!query.exec(u"SELECT id, name, names, ra, dec, \"row\", made FROM ignored ORDER BY id"_s))
        return journal::journalError(u"ignored"_s, query.lastError().text());
    std::vector<IgnoredObject> list;
    while (query.next()) {
        IgnoredObject object{.id = query.value(0).toLongLong(), .name = query.value(1).toString().toStdString()};
        const auto names = nlohmann::json::parse(query.value(2).toString().toStdString(), nullptr, false);
        for (const auto &name : names) {
            if (name.is_string())
                object.names.push_back(name.get<std::string>());
        }
        if (!query.value(3).isNull() && !query.value(4).isNull()) {
            object.ra = query.value(3).toDouble();
            object.dec = query.value(4).toDouble();
        }
        object.row = query.value(5).toLongLong();
        object.made = UtcTime::fromUs(query.value(6).toLongLong());
        list.push_back(std::move(object));
    }
    return list;
}

Result<int64_t> addIgnored(QSqlDatabase &db, const IgnoredObject &object)
{
    const auto number = [](const std::optional<double> &value) { return value ? QVariant(*value) : QVariant(QMetaType(QMetaType::Double)); };
    const QVariant id = object.id > 0 ? QVariant(qlonglong(object.id)) : QVariant(QMetaType(QMetaType::LongLong));
    QVariant given;
    const std::string names = nlohmann::json(object.names).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    if (const Outcome done = exec(db, u"INSERT INTO ignored (id, name, names, ra, dec, \"row\", made) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                                  {id, text(object.name), text(names), number(object.ra), number(object.dec), qlonglong(object.row), qlonglong(object.made.us)}, &given);
        !done)
        return done.error();
    return static_cast<int64_t>(given.toLongLong());
}

Outcome removeIgnored(QSqlDatabase &db, int64_t id)
{
    return exec(db, u"DELETE FROM ignored WHERE id = ?"_s, {qlonglong(id)});
}

Result<std::shared_ptr<const AliasIndex>> readAliases(QSqlDatabase &db, const std::shared_ptr<const AliasIndex> &known)
{
    QSqlQuery query(db);
    if (known && query.exec(u"SELECT count(*) FROM aliases"_s) && query.next() && query.value(0).toLongLong() == static_cast<qlonglong>(known->size()))
        return known;
    if (!query.exec(u"SELECT a_text, b_text FROM aliases ORDER BY made"_s))
        return journal::journalError(u"aliases"_s, query.lastError().text());
    auto index = std::make_shared<AliasIndex>();
    while (query.next())
        index->add({query.value(0).toString().toStdString(), query.value(1).toString().toStdString()});
    return std::shared_ptr<const AliasIndex>(index);
}

Outcome writeAliases(QSqlDatabase &db, const std::vector<AliasLink> &links)
{
    for (const AliasLink &link : links) {
        std::string a = canonicalName(link.a);
        std::string b = canonicalName(link.b);
        const bool turned = b < a;
        if (turned)
            std::swap(a, b);
        if (const Outcome done = exec(db, u"INSERT OR IGNORE INTO aliases (a, b, a_text, b_text, made) VALUES (?, ?, ?, ?, ?)"_s,
                                      {text(a), text(b), text(turned ? link.b : link.a), text(turned ? link.a : link.b), qlonglong(UtcTime::now().us)});
            !done)
            return done;
    }
    return Done{};
}

Result<std::shared_ptr<const Judgements>> readJudgements(QSqlDatabase &db, const AliasIndex &aliases)
{
    const Result<std::vector<Said>> tags = readTags(db);
    const Result<std::vector<Said>> notes = readNotes(db);
    const Result<std::vector<IgnoredObject>> ignored = readIgnored(db);
    if (!tags || !notes || !ignored)
        return (!tags ? tags.error() : !notes ? notes.error() : ignored.error());
    return std::make_shared<const Judgements>(tags.value(), notes.value(), ignored.value(), aliases);
}

Result<Progress> readProgress(QSqlDatabase &db, const QString &work)
{
    QSqlQuery query(db);
    query.prepare(u"SELECT place, version FROM name_works WHERE work = ?"_s);
    query.addBindValue(work);
    if (!query.exec())
        return journal::journalError(u"name_works"_s, query.lastError().text());
    return query.next() ? Progress{.place = query.value(0).toLongLong(), .version = query.value(1).toLongLong()} : Progress{};
}

Outcome writeProgress(QSqlDatabase &db, const QString &work, const Progress &progress)
{
    return exec(db, u"INSERT OR REPLACE INTO name_works (work, place, version) VALUES (?, ?, ?)"_s, {work, qlonglong(progress.place), qlonglong(progress.version)});
}

Result<std::vector<AliasLink>> readNewLinks(QSqlDatabase &db, Progress &widened)
{
    const Result<Progress> before = readProgress(db, u"widened"_s);
    if (!before)
        return before.error();
    widened = before.value();
    QSqlQuery query(db);
    query.prepare(u"SELECT a_text, b_text, made FROM aliases WHERE made > ? ORDER BY made"_s);
    query.addBindValue(qlonglong(widened.place));
    if (!query.exec())
        return journal::journalError(u"aliases"_s, query.lastError().text());
    std::vector<AliasLink> links;
    while (query.next()) {
        links.push_back({query.value(0).toString().toStdString(), query.value(1).toString().toStdString()});
        widened.place = query.value(2).toLongLong();
    }
    return links;
}

} // namespace tocsin::triage
