// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rowmarks.h"

#include "core/archive/storedfields.h"
#include "core/filter/filter.h"

#include <QMetaObject>

#include <algorithm>
#include <utility>

namespace tocsin::ui {

RowMarks::RowMarks(archive::Archive &archive, QObject *parent) : QObject(parent), m_archive(archive), m_thread([this] { run(); })
{
}

RowMarks::~RowMarks()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void RowMarks::ask(quint64 ticket, Conditions conditions)
{
    {
        const std::lock_guard lock(m_mutex);
        m_question = Question{ticket, std::move(conditions)};
    }
    m_changed.notify_all();
}

void RowMarks::judge(std::vector<std::shared_ptr<const Alert>> alerts)
{
    {
        const std::lock_guard lock(m_mutex);
        m_alerts.insert(m_alerts.end(), std::make_move_iterator(alerts.begin()), std::make_move_iterator(alerts.end()));
    }
    m_changed.notify_all();
}

bool RowMarks::isStale()
{
    const std::lock_guard lock(m_mutex);
    return m_ending || m_question;
}

void RowMarks::run()
{
    std::unique_ptr<archive::Reader> reader;
    Question asked;
    for (;;) {
        bool isNew = false;
        std::vector<std::shared_ptr<const Alert>> alerts;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_ending || m_question || !m_alerts.empty(); });
            if (m_ending)
                return;
            if (m_question) {
                asked = *std::exchange(m_question, std::nullopt);
                isNew = true;
            } else {
                alerts.swap(m_alerts);
            }
        }
        if (!reader) {
            Result<std::unique_ptr<archive::Reader>> opened = m_archive.reader();
            if (!opened) {
                tell(opened.error());
                continue;
            }
            reader = std::move(opened.value());
        }
        if (!isNew)
            judgeAll(*reader, asked, alerts);
        else if (const Outcome done = answer(*reader, asked); !done)
            tell(done.error());
    }
}

void RowMarks::tell(const Error &error)
{
    if (!isStale())
        QMetaObject::invokeMethod(this, [this, error] { Q_EMIT failed(error); }, Qt::QueuedConnection);
}

Outcome RowMarks::answer(archive::Reader &reader, const Question &question)
{
    MarkedRows all{.ticket = question.ticket};
    std::vector<int64_t> taken; // by the conditions before
    const UtcTime now = UtcTime::now();
    for (const auto &condition : question.conditions) {
        std::vector<int64_t> &rows = all.rows.emplace_back();
        std::vector<int64_t> &unread = all.unread.emplace_back();
        if (!condition)
            continue;
        std::vector<std::vector<int64_t>> pieces; // the newest first
        size_t count = 0;
        const Outcome done = reader.findRows(condition.get(), now, true, [&](const std::vector<int64_t> &piece, double) {
            pieces.emplace_back();
            std::ranges::set_difference(piece, taken, std::back_inserter(pieces.back()));
            count += pieces.back().size();
            return count < kMost && !isStale();
        });
        if (!done && (count < kMost || isStale()))
            return done;
        std::ranges::set_difference(reader.unread(), taken, std::back_inserter(unread));
        for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece)
            rows.insert(rows.end(), piece->begin(), piece->end());
        std::vector<int64_t> both;
        std::ranges::set_union(taken, rows, std::back_inserter(both));
        taken.swap(both);
    }
    Result<std::vector<int64_t>> starred = reader.marked(archive::Starred, 0);
    if (!starred)
        return starred.error();
    all.starred = std::move(starred.value());
    QMetaObject::invokeMethod(this, [this, all = std::move(all)] { Q_EMIT found(all); }, Qt::QueuedConnection);
    return Done{};
}

void RowMarks::judgeAll(archive::Reader &reader, const Question &question, const std::vector<std::shared_ptr<const Alert>> &alerts)
{
    MarkedRows more{.ticket = question.ticket};
    more.rows.resize(question.conditions.size());
    more.unread.resize(question.conditions.size());
    const UtcTime now = UtcTime::now();
    bool any = false;
    for (const auto &alert : alerts) {
        archive::StoredFields packet(reader, alert->row, static_cast<size_t>(alert->record));
        for (size_t i = 0; i < question.conditions.size(); ++i) {
            const auto &condition = question.conditions[i];
            if (!condition)
                continue;
            if (condition->passes(*alert, now, condition->needsPacket() ? &packet : nullptr)) {
                more.rows[i].push_back(alert->row);
                any = true;
                break;
            }
            if (condition->needsPacket() && packet.isUnread() && condition->judge(*alert, now) == filter::Truth::Unknown) {
                more.unread[i].push_back(alert->row);
                any = true;
            }
        }
    }
    if (!any)
        return;
    for (auto *lists : {&more.rows, &more.unread}) {
        for (std::vector<int64_t> &rows : *lists)
            std::ranges::sort(rows);
    }
    QMetaObject::invokeMethod(this, [this, more = std::move(more)] { Q_EMIT added(more); }, Qt::QueuedConnection);
}

} // namespace tocsin::ui
