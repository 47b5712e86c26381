// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alertrecords.h"

#include <algorithm>
#include <utility>

namespace tocsin::ui {

namespace {

constexpr size_t kMostAsked = 400; // several screens; what lies further back is asked for when it is looked at again

} // namespace

AlertRecords::AlertRecords(AlertPager &pager, QObject *parent) : QObject(parent), m_pager(pager)
{
    m_send.setSingleShot(true);
    m_send.setInterval(0);
    connect(&m_send, &QTimer::timeout, this, &AlertRecords::send);
    connect(&m_pager, &AlertPager::fetched, this, &AlertRecords::handleFetched);
    connect(&m_pager, &AlertPager::failed, this, [this] {
        m_asked.clear(); // whoever looks at them again asks again
        m_open.clear();
    });
}

void AlertRecords::setPacketColumns(std::shared_ptr<const PacketColumns> columns)
{
    m_columns = std::move(columns);
    if (!m_open.empty())
        m_send.start();
}

const AlertRecord *AlertRecords::find(int64_t number)
{
    if (!m_stale.empty() && m_stale.contains(number))
        ask(number);
    if (const auto it = m_young.find(number); it != m_young.end())
        return &it->second;
    if (auto node = m_old.extract(number)) {
        keep(std::move(node.mapped()));
        return &m_young.at(number);
    }
    if (!isGone(number))
        ask(number);
    return nullptr;
}

void AlertRecords::keep(AlertRecord record)
{
    if (m_young.size() >= kMost / 2) {
        // Twenty thousand alerts are not freed in a moment: not here.
        m_pager.drop(std::make_shared<Records>(std::exchange(m_old, std::exchange(m_young, {}))));
    }
    const int64_t number = record.alert->row;
    m_young.insert_or_assign(number, std::move(record));
}

std::vector<int64_t> AlertRecords::renew(const std::vector<archive::RowChanges::Range> &ranges)
{
    std::vector<int64_t> here;
    for (const auto *kept : {&m_young, &m_old}) {
        for (const auto &[number, record] : *kept) {
            if (std::ranges::any_of(ranges, [number](const auto &range) { return number >= range.first && number <= range.last; }))
                here.push_back(number);
        }
    }
    m_stale.insert(here.begin(), here.end());
    return here;
}

void AlertRecords::setMarks(int64_t number, uint8_t set, uint8_t clear)
{
    for (auto *kept : {&m_young, &m_old}) {
        if (const auto it = kept->find(number); it != kept->end()) {
            it->second.marks = static_cast<uint8_t>((it->second.marks | set) & ~clear);
            return;
        }
    }
    Marks &marks = m_marks[number];
    marks = {static_cast<uint8_t>((marks.set | set) & ~clear), static_cast<uint8_t>((marks.clear | clear) & ~set)};
}

const PacketCell *AlertRecords::packetCell(const AlertRecord &record, const QString &column)
{
    if (const auto &packet = record.packet) {
        const auto it = std::ranges::find(*packet->columns, column, &AlertColumnSpec::id);
        if (it != packet->columns->end())
            return &packet->cells[static_cast<size_t>(it - packet->columns->begin())];
    }
    ask(record.alert->row);
    return nullptr;
}

void AlertRecords::ask(int64_t number)
{
    if (!m_open.insert(number).second)
        return;
    m_asked.push_back(number);
    if (!m_send.isActive())
        m_send.start();
}

// One page replaces the one before: those that were not answered yet are asked for again behind the newest.
void AlertRecords::send()
{
    std::erase_if(m_asked, [this](int64_t number) { return !m_open.contains(number); });
    if (m_asked.size() > kMostAsked) {
        const auto kept = m_asked.end() - static_cast<std::ptrdiff_t>(kMostAsked);
        std::for_each(m_asked.begin(), kept, [this](int64_t number) { m_open.erase(number); });
        m_asked.erase(m_asked.begin(), kept);
    }
    if (m_asked.empty())
        return;
    std::vector<int64_t> page(m_asked);
    std::ranges::sort(page);
    page.erase(std::ranges::unique(page).begin(), page.end());
    m_pager.fetch(std::move(page), m_columns);
}

void AlertRecords::handleFetched(const FetchedRows &rows)
{
    std::vector<int64_t> numbers = rows.gone;
    m_gone.insert(rows.gone.begin(), rows.gone.end());
    for (const int64_t number : rows.gone) {
        m_open.erase(number);
        m_stale.erase(number);
    }
    for (const AlertRecord &record : rows.records) {
        const int64_t number = record.alert->row;
        numbers.push_back(number);
        const bool complete = record.packet || !m_columns || m_columns->empty();
        if (complete)
            m_open.erase(number);
        // A mark that was set since is not in the archive yet: what is here knows better.
        auto *known = m_young.contains(number) ? &m_young.at(number) : m_old.contains(number) ? &m_old.at(number) : nullptr;
        if (!m_stale.empty() && m_stale.erase(number) > 0 && known) {
            const uint8_t marks = known->marks;
            *known = record;
            known->marks = marks;
        } else if (!known) {
            keep(record);
            if (const auto marks = m_marks.extract(number))
                setMarks(number, marks.mapped().set, marks.mapped().clear);
        } else if (record.packet) {
            known->packet = record.packet;
        }
    }
    if (!numbers.empty())
        Q_EMIT loaded(numbers);
}

} // namespace tocsin::ui
