// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alertpager.h"

#include "core/archive/storedfields.h"
#include "core/filter/filter.h"

#include <QMetaObject>

#include <chrono>
#include <utility>

namespace tocsin::ui {

namespace {

constexpr size_t kJudgedAtOnce = 64; // packets between two pages

} // namespace

AlertPager::AlertPager(archive::Archive &archive, QObject *parent) : QObject(parent), m_archive(archive), m_thread([this] { run(); })
{
}

AlertPager::~AlertPager()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void AlertPager::listSeen(int64_t afterRow)
{
    {
        const std::lock_guard lock(m_mutex);
        m_seenAsked = afterRow;
    }
    m_changed.notify_all();
}

void AlertPager::fetch(std::vector<int64_t> rows)
{
    {
        const std::lock_guard lock(m_mutex);
        m_rows = std::move(rows);
    }
    m_changed.notify_all();
}

void AlertPager::judge(const std::shared_ptr<const filter::Filter> &filter, std::vector<std::shared_ptr<const Alert>> alerts)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_filter != filter)
            m_unjudged.clear();
        m_filter = filter;
        m_unjudged.insert(m_unjudged.end(), std::make_move_iterator(alerts.begin()), std::make_move_iterator(alerts.end()));
    }
    m_changed.notify_all();
}

void AlertPager::run()
{
    std::unique_ptr<archive::Reader> reader;
    for (;;) {
        std::vector<int64_t> rows;
        std::optional<int64_t> seenAfter;
        std::shared_ptr<const filter::Filter> filter;
        std::vector<std::shared_ptr<const Alert>> unjudged;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_ending || m_seenAsked || !m_rows.empty() || !m_unjudged.empty(); });
            if (m_ending)
                return;
            // Pages first: somebody looks at them.
            rows.swap(m_rows);
            if (rows.empty() && m_seenAsked) {
                seenAfter = std::exchange(m_seenAsked, std::nullopt);
            } else if (rows.empty()) {
                filter = m_filter;
                for (; !m_unjudged.empty() && unjudged.size() < kJudgedAtOnce; m_unjudged.pop_front())
                    unjudged.push_back(std::move(m_unjudged.front()));
            }
        }
        if (!reader) {
            Result<std::unique_ptr<archive::Reader>> opened = m_archive.reader();
            if (!opened) {
                QMetaObject::invokeMethod(this, [this, error = opened.error()] { Q_EMIT failed(error); }, Qt::QueuedConnection);
                continue;
            }
            reader = std::move(opened.value());
        }
        if (seenAfter)
            runSeen(*reader, *seenAfter);
        else if (filter)
            runJudge(*reader, filter, unjudged);
        else
            runFetch(*reader, rows);
    }
}

void AlertPager::runJudge(archive::Reader &reader, const std::shared_ptr<const filter::Filter> &filter,
                          const std::vector<std::shared_ptr<const Alert>> &alerts)
{
    std::vector<std::shared_ptr<const Alert>> passed;
    for (const auto &alert : alerts) {
        archive::StoredFields packet(reader, alert->row, static_cast<size_t>(alert->record));
        if (filter->passes(*alert, UtcTime::now(), &packet))
            passed.push_back(alert);
    }
    if (!passed.empty())
        QMetaObject::invokeMethod(this, [this, filter, passed = std::move(passed)] { Q_EMIT judged(filter, passed); }, Qt::QueuedConnection);
}

void AlertPager::runSeen(archive::Reader &reader, int64_t afterRow)
{
    Result<std::vector<int64_t>> rows = reader.marked(archive::Seen, afterRow);
    if (rows)
        QMetaObject::invokeMethod(this, [this, list = std::move(rows.value())] { Q_EMIT seenListed(list); }, Qt::QueuedConnection);
    else
        QMetaObject::invokeMethod(this, [this, error = rows.error()] { Q_EMIT failed(error); }, Qt::QueuedConnection);
}

void AlertPager::runFetch(archive::Reader &reader, const std::vector<int64_t> &rows)
{
    const Result<std::vector<std::shared_ptr<const Alert>>> alerts = reader.alerts(rows);
    if (!alerts) {
        QMetaObject::invokeMethod(this, [this, error = alerts.error()] { Q_EMIT failed(error); }, Qt::QueuedConnection);
        return;
    }
    std::vector<int64_t> numbers;
    for (const auto &alert : alerts.value())
        numbers.push_back(alert->row);
    const Result<std::vector<uint8_t>> marks = reader.marks(numbers);
    std::vector<AlertRecord> records;
    for (size_t i = 0; i < alerts.value().size(); ++i)
        records.push_back({alerts.value()[i], marks ? marks.value()[i] : uint8_t{0}});
    QMetaObject::invokeMethod(this, [this, records = std::move(records)] { Q_EMIT fetched(records); }, Qt::QueuedConnection);
}

} // namespace tocsin::ui
