// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/revisions.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace tocsin::compare {

namespace {

std::string_view decoderOf(const Alert &alert)
{
    return std::string_view(alert.format).substr(0, alert.format.find(' ')); // the version of a schema may go on
}

// Detections arrive in any order, and their stamps are those of the exposure.
int64_t orderOf(const Alert &alert)
{
    for (const UtcTime &time : {alert.message == "detection" ? alert.timestamp : alert.issued, alert.brokerTime, alert.received}) {
        if (time.isValid())
            return time.us;
    }
    return 0;
}

bool comesBefore(const Alert &a, const Alert &b)
{
    return std::pair(orderOf(a), a.row) < std::pair(orderOf(b), b.row);
}

} // namespace

bool isSameRevision(const Alert &a, const Alert &b)
{
    if (a.id != b.id || a.revision != b.revision || a.alertType != b.alertType || a.retraction != b.retraction)
        return false;
    const auto alike = [](const UtcTime &x, const UtcTime &y) { return x.isValid() == y.isValid() && (!x.isValid() || x.us == y.us); };
    return alike(a.timestamp, b.timestamp) && alike(a.issued, b.issued);
}

bool isOfOneSeries(const Alert &a, const Alert &b)
{
    return !a.event.empty() && a.event == b.event && a.message == b.message && a.mission == b.mission && a.test == b.test
        && decoderOf(a) == decoderOf(b) && a.error.empty() && b.error.empty() && (a.message != "circular" || a.id == b.id);
}

Revisions revisionsOf(const std::shared_ptr<const Alert> &alert, std::span<const std::shared_ptr<const Alert>> rowsOfEvent)
{
    std::vector<std::shared_ptr<const Alert>> rows{alert};
    for (const auto &other : rowsOfEvent) {
        if (other->row != alert->row && isOfOneSeries(*alert, *other))
            rows.push_back(other);
    }
    std::ranges::stable_sort(rows, [](const auto &a, const auto &b) { return comesBefore(*a, *b); });
    Revisions out;
    for (const auto &row : rows) {
        const auto known = std::ranges::find_if(out.list, [&row](const auto &other) { return isSameRevision(*row, *other); });
        if (known == out.list.end())
            out.list.push_back(row);
        else if (row == alert)
            *known = row;
        if (row != alert && isSameRevision(*row, *alert))
            ++out.paths;
    }
    out.current = static_cast<size_t>(std::ranges::find(out.list, alert) - out.list.begin());
    if (out.current == 0)
        return out;
    // By the same way, where it came by several.
    const Alert &before = *out.list[out.current - 1];
    out.previous = out.list[out.current - 1];
    for (const auto &row : rows) {
        if (isSameRevision(*row, before) && row->stream == alert->stream && row->topic == alert->topic) {
            out.previous = row;
            break;
        }
    }
    return out;
}

} // namespace tocsin::compare
