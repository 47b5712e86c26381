// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/triagedesk.h"

#include "core/filter/filter.h"
#include "core/services/alertnotes.h"
#include "core/triage/shiftlog.h"
#include "core/watch/watchrows.h"

#include <algorithm>
#include <utility>

namespace tocsin::services {

namespace {

constexpr size_t kMostLooked = 40; // rows that are looked up together

} // namespace

TriageDesk::TriageDesk(archive::Archive &archive, journal::Journal &journal, AlertNotes *notes, QObject *parent)
    : QObject(parent), m_archive(archive), m_journal(journal), m_notes(notes), m_thread([this] { runThread(); })
{
}

TriageDesk::~TriageDesk()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_filled.notify_all();
    m_thread.join();
}

void TriageDesk::push(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_filled.notify_all();
}

bool TriageDesk::isEnding() const
{
    const std::lock_guard lock(m_mutex);
    return m_ending;
}

// What people have said is done to the end; it is short.
void TriageDesk::runThread()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_filled.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
        if (m_jobs.empty())
            break;
        const Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job();
        lock.lock();
    }
    lock.unlock();
    m_triage.reset(); // its reader belongs to this thread
    m_reader.reset();
}

triage::Triage &TriageDesk::triage()
{
    if (!m_triage) {
        m_triage = std::make_unique<triage::Triage>(m_archive, m_journal, [this] {
            if (m_notes)
                m_notes->judgementsChanged();
        });
    }
    return *m_triage;
}

int64_t TriageDesk::lastChange()
{
    if (!m_reader) {
        if (Result<std::unique_ptr<archive::Reader>> opened = m_archive.reader())
            m_reader = std::move(opened.value());
    }
    const Result<archive::RowChanges> changes = m_reader ? m_reader->changesAfter(-1) : Result<archive::RowChanges>(Error{});
    return changes ? changes.value().last : -1;
}

TriageDesk::Ranges TriageDesk::changesSince(int64_t change)
{
    Result<archive::RowChanges> changes = m_reader && change >= 0 ? m_reader->changesAfter(change) : Result<archive::RowChanges>(Error{});
    return changes ? std::move(changes.value().ranges) : Ranges();
}

void TriageDesk::act(Work work)
{
    push([this, work = std::move(work)] {
        const int64_t before = lastChange();
        Result<triage::Deed> deed = work(triage());
        if (!deed)
            return tell([this, error = deed.error()] { Q_EMIT failed(error); });
        tell([this, deed = deed.value(), ranges = changesSince(before)] { Q_EMIT done(deed, ranges); });
    });
    countHidden();
}

void TriageDesk::takeBack(const triage::Deed &deed)
{
    push([this, deed] {
        const int64_t before = lastChange();
        const Outcome undid = deed.undo ? deed.undo(triage()) : Outcome(Done{});
        if (!undid)
            return tell([this, error = undid.error()] { Q_EMIT failed(error); });
        tell([this, said = deed.said, ranges = changesSince(before)] { Q_EMIT undone(said, ranges); });
    });
    countHidden();
}

void TriageDesk::look(int64_t row, int64_t afterRow)
{
    bool isFirst = false;
    {
        const std::lock_guard lock(m_mutex);
        isFirst = m_looked.empty();
        m_looked.push_back(row);
    }
    if (isFirst)
        push([this, afterRow] { lookUp(afterRow); });
}

void TriageDesk::lookUp(int64_t afterRow)
{
    std::vector<int64_t> rows;
    {
        const std::lock_guard lock(m_mutex);
        if (m_ending)
            return;
        rows.assign(m_looked.begin(), m_looked.begin() + static_cast<std::ptrdiff_t>(std::min(kMostLooked, m_looked.size())));
    }
    triage::Triage &triage = this->triage();
    triage.setGoOn([this] {
        const std::lock_guard lock(m_mutex);
        return !m_ending && m_jobs.empty();
    });
    const Result<int64_t> others = triage.look(rows, afterRow);
    triage.setGoOn({});
    const bool isPutOff = !others && others.error().kind == ErrorKind::Interrupted;
    bool isLeft = false;
    {
        const std::lock_guard lock(m_mutex);
        if (!isPutOff)
            m_looked.erase(m_looked.begin(), m_looked.begin() + static_cast<std::ptrdiff_t>(rows.size()));
        isLeft = !m_looked.empty();
    }
    if (isLeft)
        push([this, afterRow] { lookUp(afterRow); });
    if (others && others.value() > 0)
        tell([this] { Q_EMIT seenChanged(); });
}

void TriageDesk::countHidden()
{
    push([this] {
        (void)lastChange(); // opens the reader
        if (!m_reader)
            return;
        const auto compiled = filter::Filter::compile("ignored", filter::FieldCatalogue());
        qint64 count = 0;
        const Outcome found = m_reader->findRows(&std::get<filter::Filter>(compiled), UtcTime::now(), false, [&](const std::vector<int64_t> &rows, double) {
            count += static_cast<qint64>(rows.size());
            return !isEnding();
        });
        if (found)
            tell([this, count] { Q_EMIT hiddenCounted(count); });
    });
}

void TriageDesk::makeLog(const triage::ShiftSpan &span)
{
    push([this, span] {
        (void)lastChange();
        if (!m_reader)
            return;
        const Result<QString> log = triage::shiftLog(*m_reader, m_journal, span);
        if (log)
            tell([this, text = log.value()] { Q_EMIT logMade(text); });
        else
            tell([this, error = log.error()] { Q_EMIT failed(error); });
    });
}

void TriageDesk::match(const QString &place, const watch::Watchlists &lists)
{
    const int wanted = ++m_matchWanted;
    push([this, wanted, place, folder = lists.folder()] {
        if (m_notes)
            m_notes->listsChanged();
        const auto goOn = [this, wanted](double fraction) {
            tell([this, fraction] { Q_EMIT matching(fraction); });
            return !isEnding() && wanted == m_matchWanted;
        };
        const Result<watch::RowMatching> done = watch::matchRows(m_archive, place, *watch::Watchlists(folder).index(), goOn);
        if (done)
            tell([this, report = done.value()] { Q_EMIT matched(report.matched, report.changed); });
        else if (done.error().kind != ErrorKind::Interrupted)
            tell([this, error = done.error()] { Q_EMIT failed(error); });
    });
}

void TriageDesk::run(std::function<void()> work, QObject *context, std::function<void()> then)
{
    push([this, work = std::move(work), guard = QPointer<QObject>(context), then = std::move(then)] {
        work();
        tell([guard, then] {
            if (guard)
                then();
        });
    });
}

} // namespace tocsin::services
