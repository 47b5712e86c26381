// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/columnalerts.h"

#include <variant>

namespace tocsin::archive {

ColumnAlerts::ColumnAlerts(ColumnReader &columns, const std::unordered_map<uint32_t, std::string> &streams, std::span<const AlertField *const> keys)
    : m_columns(columns), m_streams(streams)
{
    for (const AlertField *field : keys) {
        const int index = columnIndex(field);
        if (index < 0) // the row's own number
            continue;
        Column &column = m_keys.emplace_back();
        column.field = field;
        column.index = index;
        column.kind = columnSpecs()[static_cast<size_t>(index)].kind;
    }
}

bool ColumnAlerts::read(int64_t first, size_t count)
{
    m_first = first;
    bool good = true;
    for (Column &column : m_keys) {
        switch (column.kind) {
        case ColumnKind::Number:
            column.reals.resize(count);
            good = good && m_columns.numbers(column.index, first, count, column.reals.data());
            break;
        case ColumnKind::Time:
            column.integers.resize(count);
            good = good && m_columns.times(column.index, first, count, column.integers.data());
            break;
        case ColumnKind::Count:
            column.integers.resize(count);
            good = good && m_columns.counts(column.index, first, count, column.integers.data());
            break;
        case ColumnKind::Flag:
            column.flags.resize(count);
            good = good && m_columns.flags(column.index, first, count, column.flags.data());
            break;
        case ColumnKind::Coded:
        case ColumnKind::Stream:
            column.codes.resize(count);
            good = good && m_columns.codes(column.index, first, count, column.codes.data());
            break;
        case ColumnKind::Long:
        case ColumnKind::List:
            good = good && m_columns.texts(column.index, first, count, column.views);
            break;
        case ColumnKind::Hash:
            break;
        }
    }
    return good;
}

struct ColumnAlerts::Setter {
    ColumnAlerts &self;
    const Column &column;
    size_t at;
    Alert &alert;

    bool operator()(Text Alert::*member) const
    {
        Text &text = alert.*member;
        text.clear();
        if (column.kind == ColumnKind::Long) {
            text = column.views[at];
            return true;
        }
        const uint32_t code = column.codes[at];
        if (column.kind == ColumnKind::Stream) {
            const auto it = self.m_streams.find(code);
            if (it != self.m_streams.end())
                text = it->second;
            return it != self.m_streams.end();
        }
        if (code == 0)
            return true;
        const std::vector<std::string> &dictionary = self.m_columns.dictionary(column.index);
        if (code > dictionary.size())
            return false;
        text = dictionary[code - 1];
        return true;
    }
    bool operator()(Number Alert::*member) const
    {
        alert.*member = Number(column.reals[at]);
        return true;
    }
    bool operator()(bool Alert::*member) const
    {
        alert.*member = column.flags[at] == 2;
        return true;
    }
    bool operator()(std::optional<bool> Alert::*member) const
    {
        alert.*member = column.flags[at] == 0 ? std::optional<bool>() : column.flags[at] == 2;
        return true;
    }
    bool operator()(UtcTime Alert::*member) const
    {
        alert.*member = UtcTime{.us = column.integers[at]};
        return true;
    }
    bool operator()(int64_t Alert::*member) const
    {
        alert.*member = column.integers[at];
        return true;
    }
    bool operator()(std::optional<int64_t> Alert::*member) const
    {
        alert.*member = column.integers[at] < 0 ? std::optional<int64_t>() : column.integers[at];
        return true;
    }
    bool operator()(std::vector<std::string> Alert::*member) const
    {
        auto &list = alert.*member;
        list.clear();
        for (std::string_view rest = column.views[at]; !rest.empty();) {
            const size_t end = rest.find('\0');
            list.emplace_back(rest.substr(0, end));
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        }
        return true;
    }
    bool operator()(AlertField::Derived) const { return true; }
};

bool ColumnAlerts::fill(int64_t row, Alert &alert)
{
    alert.row = row;
    bool whole = true;
    for (const Column &column : m_keys)
        whole = std::visit(Setter{*this, column, static_cast<size_t>(row - m_first), alert}, column.field->member) && whole;
    return whole;
}

} // namespace tocsin::archive
