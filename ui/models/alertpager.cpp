// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alertpager.h"

#include "core/archive/storedfields.h"
#include "core/filter/filter.h"

#include <QMetaObject>

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace tocsin::ui {

namespace {

constexpr size_t kJudgedAtOnce = 64; // packets between two pages
constexpr size_t kPacketsAtOnce = 16; // packets between two answers
constexpr size_t kMostOfEvent = 10'000; // rows of one event that are shown

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

void AlertPager::fetch(std::vector<int64_t> rows, std::shared_ptr<const PacketColumns> columns)
{
    {
        const std::lock_guard lock(m_mutex);
        m_rows = std::move(rows);
        m_columns = std::move(columns);
    }
    m_changed.notify_all();
}

void AlertPager::readEvent(int64_t row, std::shared_ptr<const filter::Filter> filter)
{
    {
        const std::lock_guard lock(m_mutex);
        m_events.emplace_back(row, std::move(filter));
    }
    m_changed.notify_all();
}

bool AlertPager::isPageWanted()
{
    const std::lock_guard lock(m_mutex);
    return m_ending || !m_rows.empty();
}

void AlertPager::tell(const Error &error)
{
    QMetaObject::invokeMethod(this, [this, error] { Q_EMIT failed(error); }, Qt::QueuedConnection);
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
        std::shared_ptr<const PacketColumns> columns;
        std::optional<std::pair<int64_t, std::shared_ptr<const filter::Filter>>> event;
        std::optional<int64_t> seenAfter;
        std::shared_ptr<const filter::Filter> filter;
        std::vector<std::shared_ptr<const Alert>> unjudged;
        std::vector<std::shared_ptr<void>> dropped; // goes at the end of this turn
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_ending || m_seenAsked || !m_rows.empty() || !m_events.empty() || !m_unjudged.empty() || !m_dropped.empty(); });
            if (m_ending)
                return;
            // Pages first: somebody looks at them.
            rows.swap(m_rows);
            columns = std::move(m_columns);
            if (rows.empty() && !m_events.empty()) {
                event = std::move(m_events.front());
                m_events.pop_front();
            } else if (rows.empty() && m_seenAsked) {
                seenAfter = std::exchange(m_seenAsked, std::nullopt);
            } else if (rows.empty() && !m_dropped.empty()) {
                dropped.swap(m_dropped);
            } else if (rows.empty()) {
                filter = m_filter;
                for (; !m_unjudged.empty() && unjudged.size() < kJudgedAtOnce; m_unjudged.pop_front())
                    unjudged.push_back(std::move(m_unjudged.front()));
            }
        }
        if (!dropped.empty())
            continue;
        if (!reader) {
            Result<std::unique_ptr<archive::Reader>> opened = m_archive.reader();
            if (!opened) {
                tell(opened.error());
                continue;
            }
            reader = std::move(opened.value());
        }
        if (event)
            runEvent(*reader, event->first, event->second);
        else if (seenAfter)
            runSeen(*reader, *seenAfter);
        else if (filter)
            runJudge(*reader, filter, unjudged);
        else
            runFetch(*reader, rows, columns);
    }
}

void AlertPager::runJudge(archive::Reader &reader, const std::shared_ptr<const filter::Filter> &filter,
                          const std::vector<std::shared_ptr<const Alert>> &alerts)
{
    std::vector<std::shared_ptr<const Alert>> passed;
    std::vector<int64_t> unread;
    for (const auto &alert : alerts) {
        archive::StoredFields packet(reader, alert->row, static_cast<size_t>(alert->record));
        if (filter->passes(*alert, UtcTime::now(), &packet))
            passed.push_back(alert);
        else if (packet.isUnread())
            unread.push_back(alert->row);
    }
    if (!passed.empty() || !unread.empty())
        QMetaObject::invokeMethod(
            this, [this, filter, passed = std::move(passed), unread = std::move(unread)] { Q_EMIT judged(filter, passed, unread); }, Qt::QueuedConnection);
}

void AlertPager::runSeen(archive::Reader &reader, int64_t afterRow)
{
    Result<std::vector<int64_t>> rows = reader.marked(archive::Seen, afterRow);
    if (!rows)
        return tell(rows.error());
    QMetaObject::invokeMethod(this, [this, list = std::move(rows.value())] { Q_EMIT seenListed(list); }, Qt::QueuedConnection);
}

Result<std::vector<AlertRecord>> AlertPager::records(archive::Reader &reader, const std::vector<int64_t> &rows)
{
    const Result<std::vector<std::shared_ptr<const Alert>>> alerts = reader.alerts(rows);
    if (!alerts)
        return alerts.error();
    std::vector<int64_t> numbers;
    for (const auto &alert : alerts.value())
        numbers.push_back(alert->row);
    const Result<std::vector<uint8_t>> marks = reader.marks(numbers);
    std::vector<AlertRecord> records;
    for (size_t i = 0; i < alerts.value().size(); ++i)
        records.push_back({alerts.value()[i], marks ? marks.value()[i] : uint8_t{0}});
    return records;
}

void AlertPager::runFetch(archive::Reader &reader, const std::vector<int64_t> &rows, const std::shared_ptr<const PacketColumns> &columns)
{
    Result<std::vector<AlertRecord>> found = records(reader, rows);
    if (!found)
        return tell(found.error());
    FetchedRows page{.records = found.value()};
    std::unordered_set<int64_t> there;
    for (const AlertRecord &record : page.records)
        there.insert(record.alert->row);
    std::ranges::copy_if(rows, std::back_inserter(page.gone), [&there](int64_t row) { return !there.contains(row); });
    QMetaObject::invokeMethod(this, [this, page = std::move(page)] { Q_EMIT fetched(page); }, Qt::QueuedConnection);
    if (columns && !columns->empty())
        readPackets(reader, std::move(found.value()), columns);
}

void AlertPager::readPackets(archive::Reader &reader, std::vector<AlertRecord> records, const std::shared_ptr<const PacketColumns> &columns)
{
    FetchedRows done;
    for (AlertRecord &record : records) {
        archive::StoredFields packet(reader, record.alert->row, static_cast<size_t>(record.alert->record));
        const decoders::FieldTree *tree = packet.tree();
        PacketCells cells{.columns = columns};
        for (const AlertColumnSpec &column : *columns)
            cells.cells.push_back(packetCell(tree, column.path));
        record.packet = std::make_shared<const PacketCells>(std::move(cells));
        done.records.push_back(std::move(record));
        const bool newer = isPageWanted(); // asked for anew with the rest, where it is still in sight
        if (newer || done.records.size() == kPacketsAtOnce || &record == &records.back())
            QMetaObject::invokeMethod(this, [this, done = std::exchange(done, {})] { Q_EMIT fetched(done); }, Qt::QueuedConnection);
        if (newer)
            return;
    }
}

void AlertPager::runEvent(archive::Reader &reader, int64_t row, const std::shared_ptr<const filter::Filter> &filter)
{
    Result<std::vector<int64_t>> rows = reader.revisions(row);
    if (!rows)
        return tell(rows.error());
    std::vector<int64_t> &numbers = rows.value();
    std::erase_if(numbers, [row](int64_t number) { return number >= row; });
    std::ranges::reverse(numbers);
    numbers.resize(std::min(numbers.size(), kMostOfEvent));
    Result<std::vector<AlertRecord>> found = records(reader, numbers);
    if (!found)
        return tell(found.error());
    if (filter) {
        std::erase_if(found.value(), [&](const AlertRecord &record) {
            archive::StoredFields packet(reader, record.alert->row, static_cast<size_t>(record.alert->record));
            return !filter->passes(*record.alert, UtcTime::now(), &packet);
        });
    }
    QMetaObject::invokeMethod(this, [this, row, earlier = std::move(found.value())] { Q_EMIT eventRead(row, earlier); }, Qt::QueuedConnection);
}

} // namespace tocsin::ui
