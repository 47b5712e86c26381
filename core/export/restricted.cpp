// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/restricted.h"

#include "core/filter/filter.h"

#include <algorithm>
#include <iterator>

namespace tocsin::exporting {

namespace {

const std::shared_ptr<const filter::Filter> &restrictedOnly()
{
    static const auto filter = std::make_shared<const filter::Filter>(std::get<filter::Filter>(filter::Filter::compile("access = \"restricted\"", {})));
    return filter;
}

} // namespace

Result<qint64> restrictedRows(archive::Reader &reader, const archive::Selection &selection, const std::function<bool()> &cancelled)
{
    archive::Selection wanted;
    wanted.filter = restrictedOnly();
    wanted.now = UtcTime::now();
    const Result<std::vector<int64_t>> restricted = reader.rowNumbers(wanted, cancelled);
    if (!restricted)
        return restricted.error();
    if (restricted.value().empty())
        return qint64{0};
    Result<std::vector<int64_t>> rows = selection.rows.empty() ? reader.rowNumbers(selection, cancelled) : Result(selection.rows);
    if (!rows)
        return rows.error();
    std::ranges::sort(rows.value());
    std::vector<int64_t> both;
    std::ranges::set_intersection(rows.value(), restricted.value(), std::back_inserter(both));
    return static_cast<qint64>(both.size());
}

} // namespace tocsin::exporting
