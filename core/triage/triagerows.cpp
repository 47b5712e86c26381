// SPDX-License-Identifier: GPL-3.0-or-later
// Which stored rows a judgement is about, and what they say of it.
#include "core/triage/triage.h"

#include "core/filter/filter.h"
#include "core/triage/names.h"
#include "core/watch/watchrows.h"

#include <QCoreApplication>

#include <algorithm>
#include <future>
#include <utility>

namespace tocsin::triage {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr size_t kAtOnce = 500; // rows that are read and written together

Error stopped()
{
    return {.kind = ErrorKind::Interrupted, .message = QCoreApplication::translate("triage", "Stopped. Rows that were not reached stay as they are.")};
}

} // namespace

Triage::Triage(archive::Archive &archive, journal::Journal &journal, std::function<void()> told) : m_archive(archive), m_journal(journal), m_told(std::move(told)) {}

Result<archive::Reader *> Triage::reader()
{
    if (!m_reader) {
        Result<std::unique_ptr<archive::Reader>> opened = m_archive.reader();
        if (!opened)
            return opened.error();
        m_reader = std::move(opened.value());
    }
    return m_reader.get();
}

Result<Triage::Alerts> Triage::alertsOf(const Rows &rows)
{
    const Result<archive::Reader *> opened = reader();
    if (!opened)
        return opened.error();
    Result<Alerts> alerts = opened.value()->alerts(rows);
    if (alerts && alerts.value().empty())
        return Error{.kind = ErrorKind::NotFound,
                     .message = QCoreApplication::translate("triage", "The archive has no such row."),
                     .remedy = QCoreApplication::translate("triage", "It may have been removed to make room; nothing was changed.")};
    return alerts;
}

Result<std::shared_ptr<const AliasIndex>> Triage::aliases()
{
    Result<std::shared_ptr<const AliasIndex>> read = m_journal.wait<std::shared_ptr<const AliasIndex>>([known = m_aliases](QSqlDatabase &db) { return readAliases(db, known); });
    if (read)
        m_aliases = read.value();
    return read;
}

// A little wider than the place itself: the judgement is exact.
std::string Triage::conditionOf(const Reach &reach)
{
    std::vector<std::string> spellings;
    for (const std::string &name : reach.names) {
        for (std::string &spelling : spellingsOf(name)) {
            if (std::ranges::find(spellings, spelling) == spellings.end())
                spellings.push_back(std::move(spelling));
        }
    }
    std::string condition = spellings.empty() ? std::string() : anyOfNames(spellings);
    if (reach.ra && reach.dec)
        condition += (condition.empty() ? u""_s : u" or "_s).toStdString()
            + u"cone(%1, %2, %3 arcsec)"_s.arg(*reach.ra, 0, 'f', 9).arg(*reach.dec, 0, 'f', 9).arg(kSameObject * 3600 * 1.01, 0, 'f', 3).toStdString();
    return condition;
}

Result<Triage::Rows> Triage::search(const std::string &condition)
{
    Rows rows;
    if (condition.empty())
        return rows;
    const Result<archive::Reader *> opened = reader();
    if (!opened)
        return opened.error();
    const auto compiled = filter::Filter::compile(condition, filter::FieldCatalogue());
    const auto *filter = std::get_if<filter::Filter>(&compiled);
    if (!filter)
        return Error{.kind = ErrorKind::Internal, .message = std::get<filter::Problem>(compiled).message, .detail = QString::fromStdString(condition)};
    bool ended = false;
    const Outcome found = opened.value()->findRows(filter, UtcTime::now(), false, [&](const Rows &some, double) {
        rows.insert(rows.end(), some.begin(), some.end());
        ended = !goesOn();
        return !ended;
    });
    if (ended)
        return stopped();
    if (!found)
        return found.error();
    std::ranges::sort(rows);
    return rows;
}

Triage::Reach Triage::reachOf(const Said &said, const AliasIndex &aliases) const
{
    return {.row = said.row, .names = eventNamesOf(said, aliases), .ra = {}, .dec = {}};
}

Triage::Reach Triage::reachOf(const IgnoredObject &object, const AliasIndex &aliases) const
{
    return {.row = object.row, .names = namesOf(object, aliases), .ra = object.ra, .dec = object.dec};
}

Outcome Triage::show(const std::vector<Reach> &reaches, int64_t &changed)
{
    const Result<std::shared_ptr<const AliasIndex>> index = aliases();
    const Result<archive::Reader *> opened = reader();
    if (!index || !opened)
        return index ? opened.error() : index.error();
    const auto now = m_journal.wait<std::shared_ptr<const Judgements>>([index = index.value()](QSqlDatabase &db) { return readJudgements(db, *index); });
    if (!now)
        return now.error();
    // Those at hand first: to look for the others may take a moment among millions.
    for (const Reach &reach : reaches) {
        if (const Result<Rows> own = opened.value()->revisions(reach.row)) {
            if (const Outcome done = showOn(own.value(), *now.value(), changed); !done)
                return done;
        }
    }
    std::string condition; // one search for them all
    for (const Reach &reach : reaches) {
        if (const std::string one = conditionOf(reach); !one.empty())
            condition += (condition.empty() ? "" : " or ") + one;
    }
    const Result<Rows> others = search(condition);
    return others ? showOn(others.value(), *now.value(), changed) : Outcome(others.error());
}

Outcome Triage::showOn(const Rows &rows, const Judgements &judgements, int64_t &changed)
{
    for (size_t begin = 0; begin < rows.size(); begin += kAtOnce) {
        const auto alerts = m_reader->alerts(std::span(rows).subspan(begin, std::min(kAtOnce, rows.size() - begin)));
        if (!alerts)
            return alerts.error();
        std::vector<archive::Annotation> annotations;
        for (const auto &alert : alerts.value()) {
            Alert judged = *alert;
            judgements.note(judged);
            if (judged.tag != alert->tag || judged.note != alert->note || judged.ignored != alert->ignored)
                annotations.push_back({.row = alert->row, .tags = judged.tag, .note = judged.note, .ignored = judged.ignored});
        }
        if (annotations.empty())
            continue;
        const Result<int64_t> kept = watch::annotateAndWait(m_archive, std::move(annotations), m_goOn);
        if (!kept)
            return kept.error();
        changed += kept.value();
    }
    return Done{};
}

Outcome Triage::setMarks(const Rows &rows, uint8_t set, uint8_t clear)
{
    auto told = std::make_shared<std::promise<Outcome>>();
    std::future<Outcome> answer = told->get_future();
    m_archive.setMarks(rows, set, clear, [told](Outcome outcome) { told->set_value(std::move(outcome)); });
    while (answer.wait_for(100ms) != std::future_status::ready) {
        if (!goesOn())
            return stopped();
    }
    return answer.get();
}

Result<int64_t> Triage::widen(const std::vector<AliasLink> &links)
{
    const Result<std::vector<Said>> tags = this->tags();
    const Result<std::vector<Said>> notes = this->notes();
    const Result<std::vector<IgnoredObject>> ignored = this->ignored();
    const Result<std::shared_ptr<const AliasIndex>> index = aliases();
    if (!tags || !notes || !ignored || !index)
        return !tags ? tags.error() : !notes ? notes.error() : !ignored ? ignored.error() : index.error();
    std::vector<std::string> learned; // as they are written alike
    for (const AliasLink &link : links) {
        learned.push_back(canonicalName(link.a));
        learned.push_back(canonicalName(link.b));
    }
    std::ranges::sort(learned);
    std::vector<Reach> reaches;
    const auto add = [&](Reach reach) {
        if (std::ranges::any_of(reach.names, [&](const std::string &name) { return std::ranges::binary_search(learned, canonicalName(name)); }))
            reaches.push_back(std::move(reach));
    };
    for (const auto *list : {&tags.value(), &notes.value()}) {
        for (const Said &said : *list)
            add(reachOf(said, *index.value()));
    }
    for (const IgnoredObject &object : ignored.value())
        add(reachOf(object, *index.value()));
    int64_t changed = 0;
    if (!reaches.empty()) {
        if (const Outcome done = show(reaches, changed); !done)
            return done.error();
    }
    return changed;
}

Result<std::vector<Said>> Triage::tags()
{
    return m_journal.wait<std::vector<Said>>([](QSqlDatabase &db) { return readTags(db); });
}

Result<std::vector<Said>> Triage::notes()
{
    return m_journal.wait<std::vector<Said>>([](QSqlDatabase &db) { return readNotes(db); });
}

Result<std::vector<IgnoredObject>> Triage::ignored()
{
    return m_journal.wait<std::vector<IgnoredObject>>([](QSqlDatabase &db) { return readIgnored(db); });
}

Result<Triage::Found> Triage::find(const std::string &name)
{
    const Result<std::shared_ptr<const AliasIndex>> index = aliases();
    if (!index)
        return index.error();
    Found found{.names = index.value()->namesOf(name), .rows = {}};
    Result<Rows> rows = search(anyOfNames(index.value()->spellingsOf(name)));
    if (!rows)
        return rows.error();
    found.rows = std::move(rows.value());
    return found;
}

} // namespace tocsin::triage
