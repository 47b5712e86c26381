// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alertsearch.h"

#include <QElapsedTimer>
#include <QMetaObject>

#include <algorithm>
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

bool AlertSearch::isStale()
{
    const std::lock_guard lock(m_mutex);
    return m_ending || m_question || m_stop;
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
        }
        Outcome done = Done{};
        if (!reader) {
            Result<std::unique_ptr<archive::Reader>> opened = m_archive.reader();
            if (opened)
                reader = std::move(opened.value());
            else
                done = opened.error();
        }
        if (reader)
            done = answer(*reader, question);
        if (done || isStale())
            continue;
        // What was found so far stays in view; the reason is said.
        QMetaObject::invokeMethod(this, [this, error = done.error()] { Q_EMIT failed(error); }, Qt::QueuedConnection);
        tell({.ticket = question.ticket, .fraction = 1, .done = true, .failed = true});
    }
}

Outcome AlertSearch::answer(archive::Reader &reader, const Question &question)
{
    FoundRows last{.ticket = question.ticket, .fraction = 1, .done = true};
    if (question.countBehind) {
        last.total = 0;
        const Outcome counted = reader.findRows(nullptr, question.now, false, [&](const std::vector<int64_t> &rows, double) {
            last.total += static_cast<qint64>(rows.size());
            last.behind += rows.end() - std::ranges::upper_bound(rows, *question.countBehind);
            return !isStale();
        });
        if (!counted)
            return counted;
        if (isStale())
            last.total = -1; // not all of them
    }
    if (!question.inPieces) {
        const Outcome done = reader.findRows(question.filter.get(), question.now, false, [&](const std::vector<int64_t> &rows, double) {
            last.rows.insert(last.rows.end(), rows.begin(), rows.end());
            return !isStale();
        });
        if (done)
            tell(std::move(last));
        return done;
    }
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
        tell(std::move(last));
    }
    return done;
}

} // namespace tocsin::ui
