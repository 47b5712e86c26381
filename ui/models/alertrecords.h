// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alertpager.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace tocsin::ui {

// The alerts of the rows that are looked at, by the numbers of rows: the newest, and those looked at lately. What is not here
// is asked of the pager in one page a turn of the event loop, and loaded() tells when it has come. Main thread; owned by the
// table's model, as the pager is.
class AlertRecords final : public QObject
{
    Q_OBJECT
public:
    static constexpr size_t kMost = 40'000;

    explicit AlertRecords(AlertPager &pager, QObject *parent = nullptr);

    // Null while it is being read, and for ever where the archive has it no more: isGone(). Valid until the next call.
    [[nodiscard]] const AlertRecord *find(int64_t number);
    [[nodiscard]] bool isGone(int64_t number) const { return m_gone.contains(number); }
    void keep(AlertRecord record);
    // The alerts of these rows have changed in the archive: those that are here are read again when they are looked at, and
    // stay as they are until then. Their numbers.
    std::vector<int64_t> renew(const std::vector<archive::RowChanges::Range> &ranges);
    void setMarks(int64_t number, uint8_t set, uint8_t clear);
    void setPacketColumns(std::shared_ptr<const PacketColumns> columns); // fields of packets that are shown from now on
    // Null while it is being read.
    [[nodiscard]] const PacketCell *packetCell(const AlertRecord &record, const QString &column);

Q_SIGNALS:
    void loaded(const std::vector<int64_t> &numbers);

private:
    using Records = std::unordered_map<int64_t, AlertRecord>;
    void ask(int64_t number);
    void send();
    void handleFetched(const FetchedRows &rows);

    AlertPager &m_pager;
    // Two generations: what was not asked for since the last change of generation goes.
    Records m_young;
    Records m_old;
    std::unordered_set<int64_t> m_gone;
    std::unordered_set<int64_t> m_stale; // here, and older than what the archive has
    std::vector<int64_t> m_asked; // the newest last; some may have been answered
    std::unordered_set<int64_t> m_open; // asked for and not answered
    std::shared_ptr<const PacketColumns> m_columns;
    struct Marks {
        uint8_t set = 0;
        uint8_t clear = 0;
    };
    std::unordered_map<int64_t, Marks> m_marks; // of rows that are not here: what is being read may be older
    QTimer m_send;
};

} // namespace tocsin::ui
