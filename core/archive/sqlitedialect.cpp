// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/sqlitedialect.h"

#include "core/archive/alertbinding.h"
#include "core/archive/alertcolumns.h"
#include "core/archive/sqliteschema.h"

#include <QCoreApplication>
#include <QSqlDriver>
#include <QVariant>

#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <thread>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFixedColumns = 8; // before the alert's own

void bindPosition(sqlite3_stmt *statement, int index, const Packet &packet)
{
    if (packet.position >= 0)
        sqlite3_bind_int64(statement, index, packet.position);
    else
        bindText(statement, index, packet.messageId);
}

} // namespace

Outcome BusyPatience::install(QSqlDatabase &db)
{
    const QVariant handle = db.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return sqlError(u"handle"_s, u"the driver gives no SQLite handle"_s);
    sqlite3_busy_handler(*static_cast<sqlite3 *const *>(handle.constData()), &BusyPatience::wait, this);
    return Done{};
}

void BusyPatience::endBy(Clock::time_point end)
{
    if (end < m_end.load())
        m_end = end;
}

int BusyPatience::wait(void *self, int count)
{
    auto &patience = *static_cast<BusyPatience *>(self);
    const auto now = Clock::now();
    if (count == 0)
        patience.m_since = now;
    if (now >= patience.m_end.load() || now - patience.m_since >= patience.m_patience)
        return 0;
    std::this_thread::sleep_for(count < 10 ? std::chrono::milliseconds(1) : std::chrono::milliseconds(10));
    return 1;
}

HotInsert::~HotInsert()
{
    finish();
}

void HotInsert::finish()
{
    sqlite3_finalize(m_insert);
    sqlite3_finalize(m_exists);
    m_insert = nullptr;
    m_exists = nullptr;
}

Error HotInsert::failure() const
{
    const int code = sqlite3_errcode(m_db);
    Error error = sqlError(u"insert"_s, QString::fromUtf8(sqlite3_errmsg(m_db)));
    if (code == SQLITE_FULL || code == SQLITE_IOERR) {
        error.message = QCoreApplication::translate("archive", "The disk is full: nothing can be stored.");
        error.remedy = QCoreApplication::translate("archive", "Free some space; Tocsin goes on by itself and nothing is lost.");
    }
    return error;
}

Outcome HotInsert::prepare(QSqlDatabase &db)
{
    const QVariant handle = db.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return sqlError(u"handle"_s, u"the driver gives no SQLite handle"_s);
    m_db = *static_cast<sqlite3 *const *>(handle.constData());
    std::string sql = "INSERT INTO alerts (night, lane, position, record, stream, segment, place, size, " + boundColumnList() + ") VALUES (?";
    for (int i = 1; i < kFixedColumns + boundColumnCount(); ++i)
        sql += ",?";
    sql += ") ON CONFLICT DO NOTHING";
    if (sqlite3_prepare_v3(m_db, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &m_insert, nullptr) != SQLITE_OK)
        return failure();
    if (sqlite3_prepare_v3(m_db, "SELECT 1 FROM alerts WHERE lane = ? AND position = ? LIMIT 1", -1, SQLITE_PREPARE_PERSISTENT, &m_exists, nullptr)
        != SQLITE_OK)
        return failure();
    return Done{};
}

Result<int64_t> HotInsert::insert(const Alert &alert, const Packet &packet, int64_t night, const Where &where)
{
    sqlite3_stmt *s = m_insert;
    sqlite3_clear_bindings(s);
    sqlite3_bind_int64(s, 1, night);
    sqlite3_bind_int64(s, 2, where.lane);
    bindPosition(s, 3, packet);
    sqlite3_bind_int64(s, 4, alert.record);
    sqlite3_bind_int64(s, 5, where.stream);
    sqlite3_bind_int64(s, 6, where.segment);
    sqlite3_bind_int64(s, 7, where.span.place);
    sqlite3_bind_int64(s, 8, where.span.size);
    bindAlert(s, 9, alert);
    const int result = sqlite3_step(s);
    const int changes = sqlite3_changes(m_db);
    sqlite3_reset(s);
    if (result != SQLITE_DONE)
        return failure();
    return changes == 0 ? int64_t{0} : sqlite3_last_insert_rowid(m_db);
}

Result<bool> HotInsert::exists(int64_t lane, const Packet &packet)
{
    sqlite3_bind_int64(m_exists, 1, lane);
    bindPosition(m_exists, 2, packet);
    const int result = sqlite3_step(m_exists);
    sqlite3_reset(m_exists);
    if (result != SQLITE_DONE && result != SQLITE_ROW)
        return failure();
    return result == SQLITE_ROW;
}

namespace {

std::string_view columnText(sqlite3_stmt *statement, int index)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, index));
    return text ? std::string_view(text, static_cast<size_t>(sqlite3_column_bytes(statement, index))) : std::string_view();
}

constexpr int kFixedRead = 10; // before the alert's own columns

struct Taker {
    sqlite3_stmt *statement;
    int index;
    Alert &alert;
    bool single;
    int form;

    [[nodiscard]] bool null() const { return sqlite3_column_type(statement, index) == SQLITE_NULL; }
    void operator()(Text Alert::*member) const
    {
        if (!null())
            alert.*member = columnText(statement, index);
        else
            (alert.*member).clear();
    }
    void operator()(Number Alert::*member) const
    {
        if (null())
            return;
        const double value = sqlite3_column_double(statement, index);
        alert.*member = single ? Number(static_cast<float>(value)) : Number(value); // earlier versions kept more digits than it has
    }
    void operator()(bool Alert::*member) const { alert.*member = sqlite3_column_int(statement, index) != 0; }
    void operator()(std::optional<bool> Alert::*member) const
    {
        if (!null())
            alert.*member = sqlite3_column_int(statement, index) != 0;
    }
    void operator()(UtcTime Alert::*member) const
    {
        if (!null())
            alert.*member = timeFrom(sqlite3_column_int64(statement, index), form);
    }
    void operator()(int64_t Alert::*member) const { alert.*member = sqlite3_column_int64(statement, index); }
    void operator()(std::optional<int64_t> Alert::*member) const
    {
        if (!null())
            alert.*member = sqlite3_column_int64(statement, index);
    }
    void operator()(std::vector<std::string> Alert::*member) const
    {
        if (null())
            return;
        const nlohmann::json list = nlohmann::json::parse(columnText(statement, index), nullptr, false);
        if (!list.is_array())
            return;
        for (const auto &item : list) {
            if (item.is_string())
                (alert.*member).push_back(item.get<std::string>());
        }
    }
    void operator()(AlertField::Derived) const {}
};

} // namespace

AlertCursor::~AlertCursor()
{
    sqlite3_finalize(m_statement);
}

Outcome AlertCursor::prepare(QSqlDatabase &db, const QString &where)
{
    const QVariant handle = db.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return sqlError(u"select"_s, u"no native handle"_s);
    m_db = *static_cast<sqlite3 *const *>(handle.data());
    std::string sql = "SELECT a.row, l.topic, l.\"partition\", a.position, a.record, s.name, a.singles, a.timestamp_form, a.issued_form, a.stream";
    for (const AlertColumn &column : alertColumns()) {
        sql += ", a.\"";
        sql += column.field->key;
        sql += '"';
    }
    sql += " FROM alerts a JOIN lanes l ON l.id = a.lane JOIN streams s ON s.id = a.stream ";
    sql += where.toStdString();
    sqlite3_finalize(m_statement);
    m_statement = nullptr;
    if (sqlite3_prepare_v2(m_db, sql.c_str(), -1, &m_statement, nullptr) != SQLITE_OK)
        return sqlError(u"select"_s, QString::fromUtf8(sqlite3_errmsg(m_db)));
    return Done{};
}

void AlertCursor::bind(int index, int64_t value)
{
    sqlite3_bind_int64(m_statement, index, value);
}

void AlertCursor::bind(int index, const std::string &value)
{
    sqlite3_bind_text(m_statement, index, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
}

void AlertCursor::reset()
{
    sqlite3_reset(m_statement);
}

Result<std::shared_ptr<Alert>> AlertCursor::next()
{
    sqlite3_stmt *s = m_statement;
    const int result = sqlite3_step(s);
    if (result == SQLITE_DONE)
        return std::shared_ptr<Alert>();
    if (result != SQLITE_ROW)
        return sqlError(u"select"_s, QString::fromUtf8(sqlite3_errmsg(m_db)));
    auto alert = std::make_shared<Alert>();
    alert->row = sqlite3_column_int64(s, 0);
    alert->topic = columnText(s, 1);
    if (const int64_t partition = sqlite3_column_int64(s, 2); partition >= 0)
        alert->partition = partition;
    if (sqlite3_column_type(s, 3) == SQLITE_INTEGER)
        alert->offset = sqlite3_column_int64(s, 3);
    alert->record = sqlite3_column_int64(s, 4);
    alert->stream = columnText(s, 5);
    const auto singles = static_cast<uint64_t>(sqlite3_column_int64(s, 6));
    const int timestampForm = sqlite3_column_type(s, 7) == SQLITE_NULL ? 6 : sqlite3_column_int(s, 7);
    const int issuedForm = sqlite3_column_type(s, 8) == SQLITE_NULL ? 6 : sqlite3_column_int(s, 8);
    m_streamNumber = static_cast<uint32_t>(sqlite3_column_int64(s, 9));
    int index = kFixedRead;
    for (const AlertColumn &column : alertColumns()) {
        const auto *time = std::get_if<UtcTime Alert::*>(&column.field->member);
        int form = 6;
        if (time && *time == &Alert::timestamp)
            form = timestampForm;
        else if (time && *time == &Alert::issued)
            form = issuedForm;
        else if (time && *time == &Alert::brokerTime)
            form = 3; // brokers stamp milliseconds
        const bool single = column.singleBit >= 0 && (singles >> column.singleBit & 1) != 0;
        std::visit(Taker{s, index, *alert, single, form}, column.field->member);
        ++index;
    }
    return alert;
}

} // namespace tocsin::archive
