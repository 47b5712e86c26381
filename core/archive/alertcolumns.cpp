// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/alertcolumns.h"

#include <string_view>
#include <vector>

namespace tocsin::archive {

std::span<const AlertColumn> alertColumns()
{
    static const std::vector<AlertColumn> columns = [] {
        std::vector<AlertColumn> list;
        int singleBit = 0;
        for (const AlertField &field : alertFields()) {
            const std::string_view key = field.key;
            if (std::holds_alternative<AlertField::Derived>(field.member) || key == "stream" || key == "topic" || key == "partition"
                || key == "offset" || key == "record" || key == "row")
                continue;
            const bool number = std::holds_alternative<Number Alert::*>(field.member);
            list.push_back({&field, number ? singleBit++ : -1});
        }
        return list;
    }();
    return columns;
}

bool isAnnotation(std::string_view key)
{
    return key == "watch" || key == "watch_sep" || key == "coincidence" || key == "tag" || key == "note" || key == "ignored";
}

const std::string &alertColumnList()
{
    static const std::string text = [] {
        std::string list;
        for (const AlertColumn &column : alertColumns()) {
            if (!list.empty())
                list += ", ";
            list += '"';
            list += column.field->key;
            list += '"';
        }
        return list;
    }();
    return text;
}

} // namespace tocsin::archive
