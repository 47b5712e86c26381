// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tablefinder.h"

#include "ui/models/alerttablemodel.h"
#include "ui/models/findcondition.h"

#include <QElapsedTimer>

#include <utility>

namespace tocsin::ui {

namespace {

constexpr int kRestMs = 200; // rows that come in many pieces are looked at once
constexpr qint64 kTellMs = 100;
constexpr size_t kMostAtOnce = 100'000; // numbers on their way to the main thread

} // namespace

TableFinder::TableFinder(archive::Archive &archive, AlertTableModel &model, QObject *parent)
    : QObject(parent), m_model(model), m_walk(model), m_job(archive)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    // What was hidden when it arrived has not been judged.
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (!m_searching)
            search(true);
    });
    connect(&m_job, &NewestJob::failed, this, [this](const Error &error) {
        m_searching = false;
        m_seek.reset();
        Q_EMIT failed(error);
        Q_EMIT changed();
    });
    const auto stale = [this] {
        if (!m_filter)
            return;
        m_walk.stop();
        m_hits.clear();
        m_stale = true;
    };
    connect(&model, &QAbstractItemModel::modelReset, this, stale);
    connect(&model, &QAbstractItemModel::layoutChanged, this, stale);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, stale);
    connect(&model, &QAbstractItemModel::rowsMoved, this, stale);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { handleInserted(first, last); });
    connect(&model, &AlertTableModel::countsChanged, this, &TableFinder::freshen);
}

bool TableFinder::isRunning() const
{
    return m_filter && (m_searching || m_stale || m_walk.isRunning());
}

qint64 TableFinder::placeOf(int row) const
{
    return m_hits.has(row) ? m_hits.countBefore(row) + 1 : 0;
}

void TableFinder::find(const QString &text, bool matchCase, const std::vector<std::string> &names)
{
    m_job.cancel();
    m_walk.stop();
    m_rest.stop();
    m_numbers.clear();
    m_hits.clear();
    m_seek.reset();
    m_searched = 0;
    m_searching = false;
    m_stale = false;
    m_filter = findCondition(text, matchCase, names);
    if (m_filter)
        search(false);
    Q_EMIT changed();
}

// From the beginning, or only what has come since.
void TableFinder::search(bool again)
{
    m_searching = true;
    m_stale = false;
    m_progress = 0;
    std::optional<filter::Filter> filter = m_filter;
    if (again && m_searched > 0) {
        auto compiled = filter::Filter::compile("row > " + std::to_string(m_searched) + " and (" + m_filter->text() + ')', {});
        if (const auto *later = std::get_if<filter::Filter>(&compiled))
            filter = *later;
    }
    m_job.ask([this, filter](const NewestJob::Call &call) -> Outcome {
        const Result<int64_t> last = call.reader.lastRow();
        if (!last)
            return last.error();
        std::vector<int64_t> hits;
        QElapsedTimer since;
        since.start();
        const auto tell = [&](double fraction) {
            call.tell([this, hits = std::exchange(hits, {}), fraction] {
                for (const int64_t number : hits)
                    m_numbers.add(number);
                m_progress = fraction;
                Q_EMIT changed();
            });
            since.restart();
        };
        const Outcome done = call.reader.findRows(&*filter, UtcTime::now(), false, [&](const std::vector<int64_t> &rows, double fraction) {
            hits.insert(hits.end(), rows.begin(), rows.end());
            if (hits.size() >= kMostAtOnce || since.elapsed() >= kTellMs)
                tell(fraction);
            return !call.stale();
        });
        if (!done)
            return done;
        tell(1);
        call.tell([this, last = last.value()] {
            m_searched = last;
            m_searching = false;
            if (m_stale)
                freshen();
            else
                walk();
        });
        return Done{};
    });
}

// The list was made anew: its rows are gone through again as soon as they are all there.
void TableFinder::freshen()
{
    if (m_stale && !m_model.isLoading() && !m_searching && !m_rest.isActive())
        m_rest.start();
}

void TableFinder::walk()
{
    m_hits.clear();
    m_walk.start(
        [this](int row, int64_t number) {
            if (m_numbers.has(number))
                m_hits.set(row);
        },
        [this] {
            Q_EMIT changed();
            answerSeek();
        });
}

void TableFinder::handleInserted(int first, int last)
{
    if (!m_filter)
        return;
    const bool atEnd = last == m_model.rowCount() - 1;
    const UtcTime now = UtcTime::now();
    const bool settled = !isRunning() && atEnd;
    bool unknown = false;
    const qint64 before = m_hits.count();
    for (int row = first; row <= last && !unknown; ++row) {
        const int64_t number = m_model.numberAt(row);
        if (number > m_searched && !m_numbers.has(number)) {
            const AlertRecord *record = m_model.recordAt(row);
            unknown = !record;
            if (record && m_filter->passes(*record->alert, now))
                m_numbers.add(number);
        }
        if (settled && m_numbers.has(number))
            m_hits.set(row);
    }
    if (m_hits.count() != before)
        Q_EMIT changed();
    if (unknown || !atEnd) {
        m_walk.stop();
        m_stale = true;
        freshen();
    }
}

void TableFinder::seek(int row, int step)
{
    if (!m_filter)
        return;
    m_seek = Seek{row >= 0 && row < m_model.rowCount() ? m_model.numberAt(row) : 0, step};
    if (!isRunning())
        answerSeek();
}

void TableFinder::answerSeek()
{
    if (!m_seek)
        return;
    const Seek seek = *std::exchange(m_seek, std::nullopt);
    if (m_hits.count() == 0) {
        Q_EMIT foundNone();
        return;
    }
    const int rows = m_model.rowCount();
    const int at = seek.from > 0 ? m_model.indexOf(seek.from) : -1;
    Wrapped wrapped = Wrapped::No;
    int row = seek.step > 0 ? m_hits.nextFrom(at + 1) : at < 0 ? m_hits.previousFrom(rows - 1) : m_hits.previousFrom(at - 1);
    if (row < 0) {
        wrapped = seek.step > 0 ? Wrapped::AtEnd : Wrapped::AtStart;
        row = seek.step > 0 ? m_hits.nextFrom(0) : m_hits.previousFrom(rows - 1);
    }
    Q_EMIT found(row, wrapped);
}

} // namespace tocsin::ui
