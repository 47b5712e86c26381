// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alertpager.h"

#include <QMetaObject>

#include <chrono>
#include <utility>

namespace tocsin::ui {

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

void AlertPager::list(quint64 ticket, const QString &text)
{
    {
        const std::lock_guard lock(m_mutex);
        m_ticket = ticket;
        m_text = text.toStdString();
        m_listAsked = true;
    }
    m_changed.notify_all();
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

void AlertPager::run()
{
    std::unique_ptr<archive::Reader> reader;
    for (;;) {
        bool list = false;
        quint64 ticket = 0;
        std::string text;
        std::vector<int64_t> rows;
        std::optional<int64_t> seenAfter;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_ending || m_listAsked || m_seenAsked || !m_rows.empty(); });
            if (m_ending)
                return;
            // Pages first: somebody looks at them.
            rows.swap(m_rows);
            if (rows.empty() && m_seenAsked) {
                seenAfter = std::exchange(m_seenAsked, std::nullopt);
            } else if (rows.empty()) {
                list = m_listAsked;
                m_listAsked = false;
                ticket = m_ticket;
                text = m_text;
            }
        }
        if (!reader) {
            Result<std::unique_ptr<archive::Reader>> opened = m_archive.reader();
            if (!opened) {
                QMetaObject::invokeMethod(this, [this, error = opened.error()] { Q_EMIT failed(error); }, Qt::QueuedConnection);
                if (list)
                    QMetaObject::invokeMethod(this, [this, ticket] { Q_EMIT listed(ticket, {}); }, Qt::QueuedConnection);
                continue;
            }
            reader = std::move(opened.value());
        }
        if (seenAfter)
            runSeen(*reader, *seenAfter);
        else if (list)
            runList(*reader, ticket, text);
        else
            runFetch(*reader, rows);
    }
}

void AlertPager::runList(archive::Reader &reader, quint64 ticket, const std::string &text)
{
    archive::Selection selection;
    selection.text = text;
    Result<std::vector<int64_t>> rows = reader.rowNumbers(selection, [this] {
        const std::lock_guard lock(m_mutex);
        return m_ending || m_listAsked;
    });
    if (!rows) {
        if (rows.error().kind != ErrorKind::Interrupted)
            QMetaObject::invokeMethod(this, [this, error = rows.error()] { Q_EMIT failed(error); }, Qt::QueuedConnection);
        return;
    }
    QMetaObject::invokeMethod(this, [this, ticket, list = std::move(rows.value())] { Q_EMIT listed(ticket, list); }, Qt::QueuedConnection);
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
