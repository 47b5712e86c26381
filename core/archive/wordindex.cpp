// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/wordindex.h"

#include "core/archive/columnfiles.h"
#include "core/archive/sqliteschema.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <xxhash.h>

#include <array>
#include <atomic>
#include <cstdio>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

constexpr int kVersion = 1;

QSqlDatabase connection(const QString &path, bool writable)
{
    static std::atomic<int> number{0};
    QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"words-%1"_s.arg(++number));
    db.setDatabaseName(path);
    db.setConnectOptions(writable ? u"QSQLITE_BUSY_TIMEOUT=2000"_s : u"QSQLITE_BUSY_TIMEOUT=500;QSQLITE_OPEN_READONLY"_s);
    return db;
}

// Folded words hold no separator of the tokenizer `ascii`, which takes every byte beyond ASCII for a letter. FTS5 cuts what
// is very long: such a word goes in by its hash, behind a character that is in no word.
void appendToken(std::string &text, const std::string &word)
{
    constexpr size_t kLongest = 200;
    text += ' ';
    if (word.size() <= kLongest) {
        text += word;
        return;
    }
    std::array<char, 17> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(XXH3_64bits(word.data(), word.size())));
    text += "\xee\x80\x80";
    text += digits.data();
}

// Between two texts: no phrase reaches over it.
void appendBarrier(std::string &text)
{
    text += " \xee\x80\x81";
}

Result<WordIndexState> readState(QSqlDatabase &db)
{
    QSqlQuery query(db);
    if (!query.exec(u"SELECT version, complete, change FROM state"_s) || !query.next())
        return sqlError(u"words"_s, query.lastError().text());
    if (query.value(0).toInt() != kVersion)
        return sqlError(u"words"_s, u"another version"_s);
    return WordIndexState{.complete = query.value(1).toLongLong(), .change = query.value(2).toLongLong()};
}

} // namespace

QString wordIndexPath(const QString &archiveFolder)
{
    return columnFolder(archiveFolder) + u"/words.sqlite"_s;
}

WordIndexWriter::~WordIndexWriter()
{
    close();
}

void WordIndexWriter::close()
{
    if (m_db.isValid())
        closeIndex(m_db);
}

Outcome WordIndexWriter::run(const QString &sql)
{
    QSqlQuery query(m_db);
    return query.exec(sql) ? Outcome(Done{}) : Outcome(sqlError(sql.left(60), query.lastError().text()));
}

Outcome WordIndexWriter::open(const QString &archiveFolder)
{
    const QString path = wordIndexPath(archiveFolder);
    if (QFileInfo::exists(path) && begin(path).ok()) {
        if (const Result<WordIndexState> state = readState(m_db)) {
            m_state = state.value();
            return Done{};
        }
    }
    return beginAnew(archiveFolder);
}

Outcome WordIndexWriter::beginAnew(const QString &archiveFolder)
{
    const QString path = wordIndexPath(archiveFolder);
    close();
    for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(path + end);
    if (const Outcome done = begin(path); !done)
        return done;
    m_state = {};
    // Rows are not the index's own numbers: a row that is decoded anew gets another one, and what it had before is dead.
    for (const QString &sql : {u"CREATE VIRTUAL TABLE words USING fts5(text, content = '', columnsize = 0, tokenize = 'ascii')"_s,
                               u"CREATE TABLE texts (number INTEGER PRIMARY KEY AUTOINCREMENT, row INTEGER NOT NULL UNIQUE)"_s,
                               u"CREATE TABLE unread (row INTEGER PRIMARY KEY)"_s, u"CREATE TABLE state (version INTEGER, complete INTEGER, change INTEGER)"_s,
                               u"INSERT INTO state VALUES (%1, 0, 0)"_s.arg(kVersion)}) {
        if (const Outcome done = run(sql); !done)
            return done;
    }
    return Done{};
}

Result<bool> WordIndexWriter::isMostlyDead()
{
    constexpr int64_t kFew = 10'000;
    QSqlQuery query(m_db);
    if (!query.exec(u"SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'texts'), 0), count(*) FROM texts"_s) || !query.next())
        return sqlError(u"words"_s, query.lastError().text());
    const int64_t live = query.value(1).toLongLong();
    const int64_t dead = query.value(0).toLongLong() - live;
    return dead > kFew && dead > live;
}

Outcome WordIndexWriter::begin(const QString &path)
{
    m_db = connection(path, true);
    if (!m_db.open())
        return sqlError(path, m_db.lastError().text());
    // A power cut may take the last rows: they are read again.
    const bool network = onNetworkFileSystem(QFileInfo(path).path());
    for (const QString &sql : {network ? u"PRAGMA journal_mode = DELETE"_s : u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = NORMAL"_s}) {
        if (const Outcome done = run(sql); !done)
            return done;
    }
    return Done{};
}

Outcome WordIndexWriter::replace(const std::vector<Entry> &entries, int64_t first, int64_t last, const WordIndexState &reached)
{
    if (const Outcome done = run(u"BEGIN IMMEDIATE"_s); !done)
        return done;
    Outcome done = put(entries, first, last, reached);
    if (done)
        done = run(u"COMMIT"_s);
    if (!done) {
        (void)run(u"ROLLBACK"_s);
        return done;
    }
    m_state = reached;
    return Done{};
}

Outcome WordIndexWriter::put(const std::vector<Entry> &entries, int64_t first, int64_t last, const WordIndexState &reached)
{
    const auto failure = [](const QSqlQuery &query) { return sqlError(u"words"_s, query.lastError().text()); };
    for (const QString &table : {u"texts"_s, u"unread"_s}) {
        if (const Outcome done = run(u"DELETE FROM %1 WHERE row BETWEEN %2 AND %3"_s.arg(table).arg(first).arg(last)); !done)
            return done;
    }
    QSqlQuery unread(m_db);
    QSqlQuery number(m_db);
    QSqlQuery words(m_db);
    if (!unread.prepare(u"INSERT INTO unread (row) VALUES (?)"_s))
        return failure(unread);
    if (!number.prepare(u"INSERT INTO texts (row) VALUES (?)"_s))
        return failure(number);
    if (!words.prepare(u"INSERT INTO words (rowid, text) VALUES (?, ?)"_s))
        return failure(words);
    std::string text;
    for (const Entry &entry : entries) {
        if (!entry.read) {
            unread.bindValue(0, qlonglong(entry.row));
            if (!unread.exec())
                return failure(unread);
            continue;
        }
        text.clear();
        for (const std::string &one : entry.texts) {
            for (filter::WordReader reader(one); reader.next();)
                appendToken(text, filter::folded(reader.word()));
            appendBarrier(text);
        }
        if (text.empty())
            continue;
        number.bindValue(0, qlonglong(entry.row));
        if (!number.exec())
            return failure(number);
        words.bindValue(0, number.lastInsertId());
        words.bindValue(1, QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
        if (!words.exec())
            return failure(words);
    }
    return run(u"UPDATE state SET complete = %1, change = %2"_s.arg(reached.complete).arg(reached.change));
}

std::optional<WordRows> findWords(const QString &archiveFolder, const filter::Phrase &phrase)
{
    const QString path = wordIndexPath(archiveFolder);
    if (phrase.words().empty() || !QFileInfo::exists(path))
        return std::nullopt;
    QSqlDatabase db = connection(path, false);
    const auto closed = qScopeGuard([&db] { closeIndex(db); });
    // One moment for all that is read. Whatever fails: the packets themselves answer.
    if (!db.open() || !db.transaction())
        return std::nullopt;
    const Result<WordIndexState> state = readState(db);
    if (!state)
        return std::nullopt;
    WordRows rows{.state = state.value(), .found = {}, .unread = {}};
    std::string match = "\"";
    for (const std::string &word : phrase.words())
        appendToken(match, word);
    match += '"';
    QSqlQuery query(db);
    query.setForwardOnly(true);
    query.prepare(u"SELECT t.row FROM words JOIN texts t ON t.number = words.rowid WHERE words MATCH ? ORDER BY t.row"_s);
    query.addBindValue(QString::fromUtf8(match.data(), static_cast<qsizetype>(match.size())));
    if (!query.exec())
        return std::nullopt;
    while (query.next())
        rows.found.push_back(query.value(0).toLongLong());
    if (query.lastError().isValid() || !query.exec(u"SELECT row FROM unread ORDER BY row"_s))
        return std::nullopt;
    while (query.next())
        rows.unread.push_back(query.value(0).toLongLong());
    query.finish();
    return rows;
}

} // namespace tocsin::archive
