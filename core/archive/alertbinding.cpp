// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/alertbinding.h"

#include "core/archive/alertcolumns.h"

#include <nlohmann/json.hpp>
#include <sqlite3.h>

namespace tocsin::archive {

namespace {

// Binds one field; what is missing stays NULL.
struct Binder {
    sqlite3_stmt *statement;
    int index;
    const Alert &alert;

    void operator()(Text Alert::*member) const
    {
        if (const Text &text = alert.*member; !text.empty())
            bindText(statement, index, text);
    }
    void operator()(Number Alert::*member) const
    {
        if (const Number &number = alert.*member; number.has())
            sqlite3_bind_double(statement, index, number.value);
    }
    void operator()(bool Alert::*member) const { sqlite3_bind_int(statement, index, alert.*member ? 1 : 0); }
    void operator()(std::optional<bool> Alert::*member) const
    {
        if (const auto &value = alert.*member)
            sqlite3_bind_int(statement, index, *value ? 1 : 0);
    }
    void operator()(UtcTime Alert::*member) const
    {
        if (const UtcTime &time = alert.*member; time.isValid())
            sqlite3_bind_int64(statement, index, time.us);
    }
    void operator()(int64_t Alert::*member) const { sqlite3_bind_int64(statement, index, alert.*member); }
    void operator()(std::optional<int64_t> Alert::*member) const
    {
        if (const auto &value = alert.*member)
            sqlite3_bind_int64(statement, index, *value);
    }
    void operator()(std::vector<std::string> Alert::*member) const
    {
        const auto &list = alert.*member;
        if (list.empty())
            return;
        const std::string json = nlohmann::json(list).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        sqlite3_bind_text(statement, index, json.data(), static_cast<int>(json.size()), SQLITE_TRANSIENT);
    }
    void operator()(AlertField::Derived) const {}
};

} // namespace

void bindText(sqlite3_stmt *statement, int index, const std::string &text)
{
    sqlite3_bind_text(statement, index, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

const std::string &boundColumnList()
{
    static const std::string list = "singles, timestamp_form, issued_form, " + alertColumnList();
    return list;
}

int boundColumnCount()
{
    return 3 + static_cast<int>(alertColumns().size());
}

void bindAlert(sqlite3_stmt *statement, int first, const Alert &alert)
{
    uint64_t singles = 0;
    int index = first + 2;
    for (const AlertColumn &column : alertColumns()) {
        ++index;
        std::visit(Binder{statement, index, alert}, column.field->member);
        if (column.singleBit >= 0) {
            const Number &number = alert.*std::get<Number Alert::*>(column.field->member);
            if (number.single && number.has())
                singles |= uint64_t{1} << column.singleBit;
        }
    }
    sqlite3_bind_int64(statement, first, static_cast<int64_t>(singles));
    if (alert.timestamp.isValid())
        sqlite3_bind_int(statement, first + 1, timeForm(alert.timestamp));
    if (alert.issued.isValid())
        sqlite3_bind_int(statement, first + 2, timeForm(alert.issued));
}

} // namespace tocsin::archive
