// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <cstdint>
#include <string>
#include <unordered_map>

namespace tocsin::ui {

// What rows have become beside what they say: the target that was made from one, or from another row of its event. Main
// thread; outlives table and card, which ask it while they paint.
class RowNotes final : public QObject
{
    Q_OBJECT
public:
    struct Note {
        QString word; // for the State column: Target 412, Outbox
        QString text; // for the card
        QUrl page; // empty: none
        friend bool operator==(const Note &, const Note &) = default;
    };
    using QObject::QObject;

    void set(std::unordered_map<int64_t, Note> rows, std::unordered_map<std::string, Note> events)
    {
        if (rows == m_rows && events == m_events)
            return;
        m_rows = std::move(rows);
        m_events = std::move(events);
        Q_EMIT changed();
    }
    [[nodiscard]] const Note *of(const Alert &alert) const // null: none
    {
        if (const auto row = m_rows.find(alert.row); row != m_rows.end())
            return &row->second;
        const auto event = alert.event.empty() ? m_events.end() : m_events.find(alert.event);
        return event != m_events.end() ? &event->second : nullptr;
    }

Q_SIGNALS:
    void changed();

private:
    std::unordered_map<int64_t, Note> m_rows;
    std::unordered_map<std::string, Note> m_events;
};

} // namespace tocsin::ui
