// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/watchrows.h"

#include "core/archive/columnfiles.h"
#include "core/archive/columnspec.h"
#include "core/filter/filter.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <map>
#include <mutex>
#include <utility>

namespace tocsin::watch {

using namespace std::chrono_literals;

namespace {

constexpr size_t kAtOnce = 500; // annotations of a transaction
constexpr size_t kStretch = 65'536; // rows of the column files
constexpr auto kLook = 100ms; // whether to go on, while the archive is busy

Error stopped()
{
    return {.kind = ErrorKind::Interrupted, .message = QCoreApplication::translate("watch", "Stopped. Rows that were not reached stay as they are.")};
}

using Hits = std::map<int64_t, WatchIndex::Hit>;

// By the column files as far as they go; false: there are none.
bool matchColumns(const QString &place, const WatchIndex &index, Hits &hits, int64_t &complete, const std::function<bool(int64_t)> &goOn)
{
    archive::ColumnReader columns;
    if (!columns.open(place))
        return false;
    static const int ra = archive::columnIndex(findAlertField("ra"));
    static const int dec = archive::columnIndex(findAlertField("dec"));
    std::vector<double> ras(kStretch);
    std::vector<double> decs(kStretch);
    for (int64_t first = 1; first <= columns.complete(); first += static_cast<int64_t>(kStretch)) {
        const size_t count = std::min<size_t>(kStretch, static_cast<size_t>(columns.complete() - first + 1));
        if (!goOn(first) || !columns.numbers(ra, first, count, ras.data()) || !columns.numbers(dec, first, count, decs.data()))
            return false;
        for (size_t i = 0; i < count; ++i) {
            if (std::isnan(ras[i]) || std::isnan(decs[i]))
                continue;
            if (auto hit = index.match(ras[i], decs[i]))
                hits.emplace(first + static_cast<int64_t>(i), *std::move(hit));
        }
    }
    complete = columns.complete();
    return true;
}

} // namespace

Result<int64_t> annotateAndWait(archive::Archive &archive, std::vector<archive::Annotation> annotations, const std::function<bool()> &goOn)
{
    // The answer may come after nobody waits for it any more.
    struct Answer {
        std::mutex mutex;
        std::condition_variable came;
        std::optional<Result<int64_t>> rows;
    };
    auto answer = std::make_shared<Answer>();
    archive.annotate(std::move(annotations), [answer](Result<int64_t> rows) {
        {
            const std::lock_guard lock(answer->mutex);
            answer->rows = std::move(rows);
        }
        answer->came.notify_all();
    });
    std::unique_lock lock(answer->mutex);
    while (!answer->came.wait_for(lock, kLook, [&] { return answer->rows.has_value(); })) {
        lock.unlock();
        if (goOn && !goOn())
            return stopped();
        lock.lock();
    }
    return *answer->rows;
}

Result<RowMatching> matchRows(archive::Archive &archive, const QString &place, const WatchIndex &index, const archive::GoOn &goOn)
{
    Result<std::unique_ptr<archive::Reader>> opened = archive.reader();
    if (!opened)
        return opened.error();
    archive::Reader &reader = *opened.value();
    const Result<int64_t> last = reader.lastRow();
    if (!last)
        return last.error();
    double done = 0;
    const auto asked = [&] { return !goOn || goOn(done); };

    // Those that say something now, and those that will.
    std::vector<int64_t> before;
    auto compiled = filter::Filter::compile("has(watch)", filter::FieldCatalogue());
    const Outcome found = reader.findRows(&std::get<filter::Filter>(compiled), UtcTime::now(), false, [&](const std::vector<int64_t> &rows, double) {
        before.insert(before.end(), rows.begin(), rows.end());
        return asked();
    });
    if (!asked())
        return stopped();
    if (!found)
        return found.error();
    Hits hits;
    int64_t complete = 0;
    if (index.size() > 0) {
        const bool wide = matchColumns(place, index, hits, complete, [&](int64_t row) {
            done = 0.7 * static_cast<double>(row) / static_cast<double>(std::max<int64_t>(1, last.value()));
            return asked();
        });
        if (!asked())
            return stopped();
        if (!wide) {
            hits.clear();
            complete = 0;
        }
        archive::Selection rest;
        rest.afterRow = complete;
        bool ended = false;
        int looked = 0;
        const Outcome read = reader.forEach(rest, [&](const Alert &alert) {
            if (alert.hasPosition()) {
                if (auto hit = index.match(alert.ra.value, alert.dec.value))
                    hits.emplace(alert.row, *std::move(hit));
            }
            ended = ++looked % 4096 == 0 && !asked();
            return !ended;
        });
        if (ended)
            return stopped();
        if (!read)
            return read.error();
    }

    RowMatching report{.matched = static_cast<int64_t>(hits.size())};
    std::vector<archive::Annotation> wanted;
    for (const int64_t row : before) {
        if (!hits.contains(row))
            wanted.push_back({.row = row, .watch = std::string()});
    }
    for (auto &[row, hit] : hits)
        wanted.push_back({.row = row, .watch = std::move(hit.name), .watchSep = hit.separation});
    for (size_t begin = 0; begin < wanted.size(); begin += kAtOnce) {
        done = 0.7 + 0.3 * static_cast<double>(begin) / static_cast<double>(wanted.size());
        const auto from = wanted.begin() + static_cast<std::ptrdiff_t>(begin);
        std::vector<archive::Annotation> some(std::make_move_iterator(from), std::make_move_iterator(from + static_cast<std::ptrdiff_t>(std::min(kAtOnce, wanted.size() - begin))));
        const Result<int64_t> changed = annotateAndWait(archive, std::move(some), asked);
        if (!changed)
            return changed.error();
        report.changed += changed.value();
    }
    done = 1;
    (void)asked();
    return report;
}

} // namespace tocsin::watch
