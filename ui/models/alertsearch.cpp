// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alertsearch.h"

#include <QElapsedTimer>
#include <QMetaObject>

#include <algorithm>
#include <iterator>
#include <utility>

namespace tocsin::ui {

namespace {

constexpr qint64 kPieceMs = 100; // between two answers: each moves the rows that are shown already
constexpr qint64 kFirstMs = 200; // then the rows of the former filter go, whether there are new ones or not

} // namespace

AlertSearch::AlertSearch(archive::Archive &archive, QObject *parent) : QObject(parent), m_archive(archive), m_thread([this] { run(); })
{
}

AlertSearch::~AlertSearch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void AlertSearch::find(Question question)
{
    {
        const std::lock_guard lock(m_mutex);
        m_question = std::move(question);
        m_stop = false;
    }
    m_changed.notify_all();
}

void AlertSearch::stop()
{
    const std::lock_guard lock(m_mutex);
    m_stop = m_question ? m_question->inPieces : m_inPieces;
}

void AlertSearch::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_question.reset();
    m_cancelled = true;
}

bool AlertSearch::isStale()
{
    const std::lock_guard lock(m_mutex);
    return m_ending || m_question || m_stop || m_cancelled;
}

void AlertSearch::tell(FoundRows rows)
{
    QMetaObject::invokeMethod(this, [this, rows = std::move(rows)] { Q_EMIT found(rows); }, Qt::QueuedConnection);
}

void AlertSearch::run()
{
    std::unique_ptr<archive::Reader> reader;
    for (;;) {
        Question question;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_ending || m_question; });
            if (m_ending)
                return;
            question = *std::exchange(m_question, std::nullopt);
            m_inPieces = question.inPieces;
            m_cancelled = false;
        }
        const quint64 ticket = question.ticket;
        if (!reader) {
            Result<std::unique_ptr<archive::Reader>> opened = m_archive.reader();
            if (!opened) {
                tellFailed(ticket, opened.error());
                continue;
            }
            reader = std::move(opened.value());
        }
        if (const Outcome done = answer(*reader, question); !done)
            tellFailed(ticket, done.error());
    }
}

// What was found so far stays in view; the reason is said.
void AlertSearch::tellFailed(quint64 ticket, const Error &error)
{
    if (isStale())
        return;
    QMetaObject::invokeMethod(this, [this, error] { Q_EMIT failed(error); }, Qt::QueuedConnection);
    tell({.ticket = ticket, .fraction = 1, .done = true, .failed = true});
}

// Says how far a step is, and whether the work still is wanted.
archive::GoOn AlertSearch::teller(quint64 ticket, FoundRows::Step step)
{
    auto since = std::make_shared<QElapsedTimer>();
    since->start();
    return [this, ticket, step, since](double fraction) {
        const bool wanted = !isStale();
        if (wanted && since->elapsed() >= kPieceMs) {
            tell({.ticket = ticket, .step = step, .fraction = fraction});
            since->restart();
        }
        return wanted;
    };
}

Outcome AlertSearch::answer(archive::Reader &reader, Question &question)
{
    FoundRows last{.ticket = question.ticket, .fraction = 1, .done = true};
    if (question.countBehind && question.filter) {
        last.total = 0;
        const Outcome counted = reader.findRows(nullptr, question.now, false, [&](const std::vector<int64_t> &rows, double) {
            last.total += static_cast<qint64>(rows.size());
            last.behind += rows.end() - std::ranges::upper_bound(rows, *question.countBehind);
            if (!rows.empty())
                last.last = std::max(last.last, rows.back());
            return !isStale();
        });
        if (!counted)
            return counted;
        if (isStale())
            last.total = -1; // not all of them
    }
    if (question.inPieces)
        return answerInPieces(reader, question, std::move(last));
    Result<std::vector<int64_t>> found = rowsOf(reader, question, last);
    if (!found)
        return found.error();
    std::vector<int64_t> rows = std::move(found.value());
    last.whole = std::make_shared<ArrangedRows>();
    if (question.fold) {
        Result<archive::Folded> folded = reader.foldRows(rows, teller(question.ticket, FoundRows::Step::Folding));
        if (!folded)
            return folded.error();
        rows = folded.value().heads;
        last.whole->fold.emplace(std::move(folded.value()));
    }
    if (question.sort) {
        const Outcome sorted = reader.sortRows(rows, *question.sort, teller(question.ticket, FoundRows::Step::Sorting));
        if (!sorted)
            return sorted;
        std::vector<uint32_t> byNumber = RowList::placesByNumber(rows);
        last.whole->list = RowList(std::move(rows), std::move(byNumber));
    } else {
        last.whole->list = RowList(std::move(rows));
    }
    if (!isStale())
        tell(std::move(last));
    return Done{};
}

Result<std::vector<int64_t>> AlertSearch::rowsOf(archive::Reader &reader, Question &question, FoundRows &last)
{
    std::vector<int64_t> rows;
    if (question.known) {
        rows = question.known->ascendingLines();
        question.known.reset();
        if (question.knownToo.empty())
            return rows;
        std::vector<int64_t> all;
        std::ranges::set_union(rows, question.knownToo, std::back_inserter(all));
        return all;
    }
    const archive::GoOn goOn = teller(question.ticket, FoundRows::Step::Finding);
    const Outcome done = reader.findRows(question.filter.get(), question.now, false, [&](const std::vector<int64_t> &some, double fraction) {
        rows.insert(rows.end(), some.begin(), some.end());
        return goOn(fraction);
    });
    if (!done)
        return done.error();
    last.unread = reader.unread();
    if (!question.filter && question.countBehind) {
        last.total = static_cast<qint64>(rows.size());
        last.behind = rows.end() - std::ranges::upper_bound(rows, *question.countBehind);
        last.last = rows.empty() ? 0 : rows.back();
    }
    return rows;
}

Outcome AlertSearch::answerInPieces(archive::Reader &reader, const Question &question, FoundRows last)
{
    std::vector<std::vector<int64_t>> pieces; // the newest first
    const auto joined = [&pieces] {
        std::vector<int64_t> rows;
        for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece)
            rows.insert(rows.end(), piece->begin(), piece->end());
        pieces.clear();
        return rows;
    };
    QElapsedTimer since;
    since.start();
    bool first = true;
    const Outcome done = reader.findRows(question.filter.get(), question.now, true, [&](const std::vector<int64_t> &rows, double fraction) {
        if (!rows.empty())
            pieces.push_back(rows);
        const bool tellNow = first ? !pieces.empty() || since.elapsed() >= kFirstMs : since.elapsed() >= kPieceMs;
        if (tellNow && !isStale()) {
            tell({.ticket = question.ticket, .rows = joined(), .fraction = fraction});
            first = false;
            since.restart();
        }
        return !isStale();
    });
    if (done) {
        last.rows = joined();
        last.unread = reader.unread();
        tell(std::move(last));
    }
    return done;
}

} // namespace tocsin::ui
