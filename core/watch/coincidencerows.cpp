// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/coincidencerows.h"

#include "core/filter/filter.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace tocsin::watch {

namespace {

constexpr size_t kAtOnce = 500; // rows that are read together, and annotations of a transaction
constexpr size_t kMostShown = 10;

using Visit = std::function<void(const std::shared_ptr<const Alert> &alert, const CoincidenceJudge::Mate &mate)>;

Error stopped()
{
    return {.kind = ErrorKind::Interrupted, .message = QCoreApplication::translate("watch", "Stopped. Rows that were not reached stay as they are.")};
}

CoincidenceJudge::Region regionOfRow(archive::Reader &reader, const Alert &alert)
{
    const Result<std::vector<archive::StoredMessage>> messages = reader.messages(std::vector<int64_t>{alert.row});
    return messages && !messages.value().empty() ? regionIn(messages.value().front().packet(), alert.record) : nullptr;
}

// Only rows that pass one of the conditions are read at all.
Outcome judgeStored(archive::Reader &reader, CoincidenceJudge &judge, const std::vector<Coincidence> &list, const UtcTime &since, const archive::GoOn &goOn, const Visit &visit)
{
    std::shared_ptr<const filter::Filter> filter = eitherOf(list);
    if (!filter)
        return Done{};
    if (since.isValid()) {
        auto compiled = filter::Filter::compile("(" + filter->text() + ") and received >= \"" + since.iso() + '"', filter::FieldCatalogue());
        if (auto *narrow = std::get_if<filter::Filter>(&compiled))
            filter = std::make_shared<const filter::Filter>(std::move(*narrow));
    }
    std::vector<int64_t> rows;
    bool ended = false;
    const Outcome found = reader.findRows(filter.get(), UtcTime::now(), false, [&](const std::vector<int64_t> &some, double done) {
        rows.insert(rows.end(), some.begin(), some.end());
        ended = goOn && !goOn(done * 0.5);
        return !ended;
    });
    if (ended)
        return stopped();
    if (!found)
        return found;
    std::ranges::sort(rows);
    for (size_t begin = 0; begin < rows.size(); begin += kAtOnce) {
        if (goOn && !goOn(0.5 + 0.5 * static_cast<double>(begin) / static_cast<double>(rows.size())))
            return stopped();
        const auto alerts = reader.alerts(std::span(rows).subspan(begin, std::min(kAtOnce, rows.size() - begin)));
        if (!alerts)
            return alerts.error();
        for (const auto &alert : alerts.value()) {
            const CoincidenceJudge::Mate mate = judge.judge(alert, [&reader](const Alert &one) { return regionOfRow(reader, one); });
            visit(alert, mate);
        }
    }
    return Done{};
}

} // namespace

Result<CoincidencePreview> previewCoincidences(archive::Archive &archive, const std::vector<Coincidence> &list, const UtcTime &since, const archive::GoOn &goOn)
{
    const Result<std::unique_ptr<archive::Reader>> opened = archive.reader();
    if (!opened)
        return opened.error();
    CoincidenceJudge judge(list);
    CoincidencePreview preview;
    const Outcome done = judgeStored(*opened.value(), judge, list, since, goOn, [&preview](const auto &alert, const auto &mate) {
        ++preview.candidates;
        if (!mate)
            return;
        ++preview.pairs;
        preview.last.insert(preview.last.begin(), {alert, mate});
        preview.last.resize(std::min(preview.last.size(), kMostShown));
    });
    if (!done)
        return done.error();
    preview.withoutCircle = judge.withoutCircle();
    return preview;
}

Result<RowMatching> matchCoincidences(archive::Archive &archive, const std::vector<Coincidence> &list, const archive::GoOn &goOn)
{
    const Result<std::unique_ptr<archive::Reader>> opened = archive.reader();
    if (!opened)
        return opened.error();
    CoincidenceJudge judge(list);
    std::map<int64_t, std::string> names; // of the other one, by row
    const Outcome judged = judgeStored(*opened.value(), judge, list, {}, goOn, [&names](const auto &alert, const auto &mate) {
        if (!mate)
            return;
        names[alert->row] = coincidenceName(*mate);
        names[mate->row] = coincidenceName(*alert);
    });
    if (!judged)
        return judged.error();
    RowMatching report{.matched = static_cast<int64_t>(names.size())};
    std::vector<archive::Annotation> some;
    for (auto it = names.begin(); it != names.end();) {
        some.push_back({.row = it->first, .coincidence = it->second});
        if (++it != names.end() && some.size() < kAtOnce)
            continue;
        const Result<int64_t> changed = annotateAndWait(archive, std::exchange(some, {}), [&goOn] { return !goOn || goOn(1); });
        if (!changed)
            return changed.error();
        report.changed += changed.value();
    }
    return report;
}

Outcome rememberStored(archive::Reader &reader, CoincidenceJudge &judge, const std::vector<Coincidence> &list, const UtcTime &since, const std::function<bool()> &goOn)
{
    return judgeStored(reader, judge, list, since, [&goOn](double) { return !goOn || goOn(); }, [](const auto &, const auto &) {});
}

} // namespace tocsin::watch
