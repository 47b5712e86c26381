// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/sqlitereader.h"

#include "core/archive/archivelimits.h"
#include "core/archive/filterneeds.h"
#include "core/archive/lanereader.h"
#include "core/archive/packetreader.h"
#include "core/archive/rowfolding.h"
#include "core/archive/rowsearch.h"
#include "core/archive/rowsorter.h"
#include "core/archive/selectionclause.h"
#include "core/archive/sqliteschema.h"
#include "core/archive/storedmessages.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFileInfo>
#include <QLocale>
#include <QSqlError>
#include <QSqlQuery>
#include <QStorageInfo>
#include <QVariant>

#include <algorithm>
#include <iterator>
#include <optional>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

std::string utf8(const QVariant &value)
{
    return value.toString().toStdString();
}

class SqliteReader final : public Reader
{
public:
    SqliteReader(QSqlDatabase db, OpenFacts facts) : m_db(std::move(db)), m_facts(std::move(facts))
    {
        m_packets.emplace(m_facts.folder, m_db);
        m_lanes.emplace(m_db);
    }
    ~SqliteReader() override
    {
        m_byRow.reset();
        m_packets.reset();
        m_lanes.reset();
        closeIndex(m_db);
    }
    SqliteReader(const SqliteReader &) = delete;
    SqliteReader &operator=(const SqliteReader &) = delete;

    Outcome findRows(const filter::Filter *filter, const UtcTime &now, bool newestFirst, const FindRows &take) override
    {
        RowSearch search(m_facts.folder, m_db, *this);
        Outcome done = search.run(filter, now, newestFirst, take);
        m_unread = search.takeUnread();
        return done;
    }

    [[nodiscard]] const std::vector<int64_t> &unread() const override { return m_unread; }

    Outcome sortRows(std::vector<int64_t> &rows, const SortKey &key, const GoOn &goOn) override
    {
        ColumnReader columns;
        (void)columns.open(m_facts.folder); // without them all rows lie behind them
        const Result<StreamNames> streams = streamNames(m_db);
        if (!streams)
            return streams.error();
        decoders::FieldPick pick;
        if (!key.field)
            addPath(pick, key.packetPath);
        PacketScan packets(m_facts.folder, m_db, this, std::move(pick));
        return RowSorter(columns, *this, packets, streams.value(), key, goOn).sort(rows);
    }

    Result<Folded> foldRows(const std::vector<int64_t> &rows, const GoOn &goOn) override
    {
        ColumnReader columns;
        (void)columns.open(m_facts.folder);
        return foldByEvent(columns, *this, rows, goOn);
    }

    Result<std::vector<int64_t>> revisions(int64_t row) override
    {
        ColumnReader columns;
        (void)columns.open(m_facts.folder);
        return rowsOfEvent(columns, m_db, row);
    }

    Result<std::vector<int64_t>> rowNumbers(const Selection &selection, const std::function<bool()> &cancelled) override
    {
        m_unread.clear();
        Selection plain = selection;
        plain.filter.reset();
        const bool bare = !plain.since.isValid() && !plain.until.isValid() && plain.streamUuid.empty() && plain.afterRow == 0
            && !plain.decodedOnly && plain.untilRow == 0 && plain.anyStream.empty() && !plain.arrivedSince.isValid() && plain.lastPerPartition == 0
            && !plain.ofOthers;
        if (!selection.filter && !bare)
            return plainRows(plain, cancelled);
        std::vector<int64_t> found;
        const Outcome done = findRows(selection.filter.get(), selection.now, false, [&](const std::vector<int64_t> &rows, double) {
            found.insert(found.end(), rows.begin(), rows.end());
            return !cancelled || !cancelled();
        });
        if (!done)
            return done.error();
        if (bare)
            return found;
        Result<std::vector<int64_t>> others = plainRows(plain, cancelled);
        if (!others)
            return others.error();
        const auto shared = [&others](const std::vector<int64_t> &rows) {
            std::vector<int64_t> both;
            std::ranges::set_intersection(rows, others.value(), std::back_inserter(both));
            return both;
        };
        m_unread = shared(m_unread);
        return shared(found);
    }

    Result<std::vector<int64_t>> plainRows(const Selection &selection, const std::function<bool()> &cancelled)
    {
        std::vector<int64_t> rows;
        const Clause clause = clauseOf(selection, m_facts);
        QSqlQuery query(m_db);
        query.setForwardOnly(true);
        // Without joins SQLite walks the narrowest index.
        const bool joins = !selection.streamUuid.empty() || !selection.anyStream.empty();
        query.prepare(u"SELECT a.row FROM alerts a "_s + (joins ? u"JOIN lanes l ON l.id = a.lane JOIN streams s ON s.id = a.stream"_s : QString())
                      + clause.sql + u" ORDER BY a.row"_s);
        for (const auto &value : clause.values) {
            if (const auto *number = std::get_if<int64_t>(&value))
                query.addBindValue(qlonglong(*number));
            else
                query.addBindValue(QString::fromStdString(std::get<std::string>(value)));
        }
        if (!query.exec())
            return sqlError(u"rows"_s, query.lastError().text());
        while (query.next()) {
            rows.push_back(query.value(0).toLongLong());
            if ((rows.size() & 0x3ff) == 0 && cancelled && cancelled())
                return Error{.kind = ErrorKind::Interrupted, .message = QCoreApplication::translate("archive", "Cancelled.")};
        }
        return rows;
    }

    Result<std::vector<std::shared_ptr<const Alert>>> alerts(std::span<const int64_t> rows) override
    {
        std::vector<std::shared_ptr<const Alert>> list;
        list.reserve(rows.size());
        // Rows that lie close together are read in one go: a step costs less than a search.
        constexpr int64_t kClose = 4;
        const bool close = rows.size() > 16 && std::ranges::is_sorted(rows) && rows.back() - rows.front() < kClose * static_cast<int64_t>(rows.size());
        if (close) {
            AlertCursor cursor;
            if (const Outcome done = cursor.prepare(m_db, u"WHERE a.row BETWEEN ? AND ? ORDER BY a.row"_s); !done)
                return done.error();
            cursor.bind(1, rows.front());
            cursor.bind(2, rows.back());
            auto wanted = rows.begin();
            for (;;) {
                Result<std::shared_ptr<Alert>> alert = cursor.next();
                if (!alert)
                    return alert.error();
                if (!alert.value())
                    return list;
                while (wanted != rows.end() && *wanted < alert.value()->row)
                    ++wanted;
                if (wanted != rows.end() && *wanted == alert.value()->row)
                    list.push_back(std::move(alert.value()));
            }
        }
        for (const int64_t row : rows) {
            Result<std::shared_ptr<Alert>> alert = alertOf(row);
            if (!alert)
                return alert.error();
            if (alert.value())
                list.push_back(std::move(alert.value()));
        }
        return list;
    }

    Outcome forEach(const Selection &selection, const std::function<bool(const Alert &)> &visit) override
    {
        if (selection.filter) {
            Selection found;
            found.decodedOnly = selection.decodedOnly;
            Result<std::vector<int64_t>> rows = rowNumbers(selection, {});
            if (!rows)
                return rows.error();
            found.rows = std::move(rows).value();
            return visitRows(found, visit);
        }
        m_unread.clear();
        if (!selection.rows.empty())
            return visitRows(selection, visit);
        const Clause clause = clauseOf(selection, m_facts);
        AlertCursor cursor;
        if (const Outcome done = cursor.prepare(m_db, clause.sql + u" ORDER BY a.row"_s); !done)
            return done;
        int index = 0;
        for (const auto &value : clause.values)
            std::visit([&](const auto &bound) { cursor.bind(++index, bound); }, value);
        for (;;) {
            const Result<std::shared_ptr<Alert>> alert = cursor.next();
            if (!alert)
                return alert.error();
            if (!alert.value() || !visit(*alert.value()))
                return Done{};
        }
    }

    Result<StoredPacket> packet(int64_t row) override { return m_packets->read(row); }

    Result<std::vector<StoredMessage>> messages(std::span<const int64_t> rows) override
    {
        m_unread.clear();
        return storedMessages(m_db, *m_packets, rows, m_unread);
    }
    Result<std::vector<WaitingRows>> waiting() override { return waitingRows(m_db); }
    Result<RowChanges> changesAfter(int64_t change) override
    {
        Result<RowChanges> changes = rowChangesAfter(m_db, change);
        if (changes) {
            ColumnReader columns;
            changes.value().settled = columns.open(m_facts.folder) ? columns.change() : changes.value().last;
        }
        return changes;
    }

    Result<std::vector<uint8_t>> marks(std::span<const int64_t> rows) override
    {
        std::vector<uint8_t> flags(rows.size(), 0);
        QSqlQuery query(m_db);
        query.prepare(u"SELECT flags FROM marks WHERE row = ?"_s);
        for (size_t i = 0; i < rows.size(); ++i) {
            query.bindValue(0, qlonglong(rows[i]));
            if (!query.exec())
                return sqlError(u"marks"_s, query.lastError().text());
            if (query.next())
                flags[i] = static_cast<uint8_t>(query.value(0).toInt());
        }
        return flags;
    }

    Result<std::vector<int64_t>> marked(Mark mark, int64_t afterRow) override
    {
        QSqlQuery query(m_db);
        query.setForwardOnly(true);
        query.prepare(u"SELECT row FROM marks WHERE row > ? AND (flags & ?) <> 0 ORDER BY row"_s);
        query.addBindValue(qlonglong(afterRow));
        query.addBindValue(int(mark));
        if (!query.exec())
            return sqlError(u"marked"_s, query.lastError().text());
        std::vector<int64_t> rows;
        while (query.next())
            rows.push_back(query.value(0).toLongLong());
        return rows;
    }

    Outcome forEachId(const std::function<bool(const StoredId &)> &visit) override
    {
        QSqlQuery query(m_db);
        query.setForwardOnly(true);
        if (!query.exec(u"SELECT s.name, l.topic, l.\"partition\", a.position, typeof(a.position) FROM alerts a JOIN lanes l ON l.id = a.lane "
                        "JOIN streams s ON s.id = a.stream WHERE a.record = 0 ORDER BY a.row"_s))
            return sqlError(u"ids"_s, query.lastError().text());
        while (query.next()) {
            StoredId id;
            id.stream = utf8(query.value(0));
            id.topic = utf8(query.value(1));
            id.partition = query.value(2).toLongLong();
            if (query.value(4).toString() == "integer"_L1)
                id.offset = query.value(3).toLongLong();
            else
                id.messageId = utf8(query.value(3));
            if (!visit(id))
                break;
        }
        return Done{};
    }

    Result<std::vector<StoredGap>> gaps() override { return m_lanes->gaps(); }
    Result<std::vector<Coverage>> coverage() override { return m_lanes->coverage(); }
    Result<TimesAround> timesAround(int64_t laneNumber, int64_t offset) override { return m_lanes->timesAround(laneNumber, offset); }
    Result<std::vector<StoredPosition>> positions(const std::string &streamUuid) override { return m_lanes->positions(streamUuid); }
    Result<std::vector<StoredPosition>> lanePositions(const std::string &source, const std::string &topic, int32_t partition) override
    {
        return m_lanes->lanePositions(source, topic, partition);
    }

    Result<Info> info() override
    {
        Info info;
        info.place = m_facts.folder;
        const Limits limits = decideLimits(m_facts.folder, false);
        info.quotaBytes = m_facts.quotaBytes > 0 ? m_facts.quotaBytes : limits.bytes;
        info.keepDays = limits.days;
        info.notice = m_facts.notice;
        if (const int rows = static_cast<int>(m_facts.purged->rows); rows > 0) {
            if (!info.notice.isEmpty())
                info.notice += u' ';
            info.notice += QCoreApplication::translate("archive", "The quota of %1 is reached: since the start the oldest %n row(s) without a mark were removed (%2).",
                                                       nullptr, rows)
                               .arg(QLocale().formattedDataSize(info.quotaBytes), QLocale().formattedDataSize(m_facts.purged->bytes));
        }
        QSqlQuery query(m_db);
        query.setForwardOnly(true);
        const auto number = [&](const QString &sql) -> Result<int64_t> {
            if (!query.exec(sql) || !query.next())
                return sqlError(sql, query.lastError().text());
            return query.value(0).isNull() ? UtcTime::kNone : int64_t{query.value(0).toLongLong()};
        };
        struct Question {
            int64_t *into;
            QString sql;
        };
        int64_t version = 0;
        int64_t segments = 0;
        for (const Question &question :
             {Question{&version, u"PRAGMA user_version"_s}, Question{&info.rows, u"SELECT count(*) FROM alerts"_s},
              Question{&info.messages, u"SELECT count(*) FROM alerts WHERE record = 0"_s},
              Question{&info.undecoded, u"SELECT count(*) FROM alerts WHERE \"error\" IS NOT NULL"_s},
              Question{&info.gaps, u"SELECT count(*) FROM gaps WHERE why <> 'skipped'"_s}, Question{&segments, u"SELECT coalesce(sum(size), 0) FROM segments"_s}}) {
            const Result<int64_t> answer = number(question.sql);
            if (!answer)
                return answer.error();
            *question.into = answer.value();
        }
        info.schemaVersion = static_cast<int>(version);
        info.bytes = segments + columnBytes(m_facts.folder);
        for (const QString &name : {u"/index.sqlite"_s, u"/index.sqlite-wal"_s})
            info.bytes += QFileInfo(m_facts.folder + name).size();
        if (info.rows > 0) {
            const Result<int64_t> oldest = number(u"SELECT coalesce(broker_time, received) FROM alerts ORDER BY row LIMIT 1"_s);
            const Result<int64_t> newest = number(u"SELECT coalesce(broker_time, received) FROM alerts ORDER BY row DESC LIMIT 1"_s);
            if (oldest && newest) {
                info.oldest = UtcTime{oldest.value()};
                info.newest = UtcTime{newest.value()};
            }
        }
        if (query.exec(u"PRAGMA journal_mode"_s) && query.next())
            info.journal = query.value(0).toString().toUpper();
        info.freeBytes = QStorageInfo(m_facts.folder).bytesAvailable();
        return info;
    }

    Result<int64_t> lastRow() override
    {
        QSqlQuery query(m_db);
        if (!query.exec(u"SELECT coalesce(max(row), 0) FROM alerts"_s) || !query.next())
            return sqlError(u"last row"_s, query.lastError().text());
        return int64_t{query.value(0).toLongLong()};
    }

private:
    Outcome visitRows(const Selection &selection, const std::function<bool(const Alert &)> &visit)
    {
        constexpr size_t kAtOnce = 1'024;
        const std::span<const int64_t> all(selection.rows);
        for (size_t first = 0; first < all.size(); first += kAtOnce) {
            const Result<std::vector<std::shared_ptr<const Alert>>> some = alerts(all.subspan(first, std::min(kAtOnce, all.size() - first)));
            if (!some)
                return some.error();
            for (const auto &alert : some.value()) {
                if (!(selection.decodedOnly && !alert->error.empty()) && !visit(*alert))
                    return Done{};
            }
        }
        return Done{};
    }

    Result<std::shared_ptr<Alert>> alertOf(int64_t row)
    {
        if (!m_byRow) {
            auto cursor = std::make_unique<AlertCursor>();
            if (const Outcome done = cursor->prepare(m_db, u"WHERE a.row = ?"_s); !done)
                return done.error();
            m_byRow = std::move(cursor);
        }
        m_byRow->bind(1, row);
        Result<std::shared_ptr<Alert>> alert = m_byRow->next();
        m_byRow->reset();
        return alert;
    }

    QSqlDatabase m_db;
    const OpenFacts m_facts;
    std::unique_ptr<AlertCursor> m_byRow;
    std::optional<PacketReader> m_packets;
    std::optional<LaneReader> m_lanes;
    std::vector<int64_t> m_unread;
};

} // namespace

Result<std::unique_ptr<Reader>> openSqliteReader(const OpenFacts &facts)
{
    Result<OpenedIndex> opened = openIndex(facts.folder, false);
    if (!opened)
        return opened.error();
    return std::unique_ptr<Reader>(std::make_unique<SqliteReader>(std::move(opened.value().db), facts));
}

int64_t folderBytes(const QString &folder)
{
    int64_t bytes = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

} // namespace tocsin::archive
