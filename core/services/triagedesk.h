// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/triage/shiftspan.h"
#include "core/triage/triage.h"
#include "core/watch/watchlists.h"

#include <QObject>
#include <QPointer>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace tocsin::services {

class AlertNotes;

// Does for the window what people judge of alerts, one thing after the other on a thread of its own, and what of the archive and
// the lists takes longer than a frame. Lives on the main thread, answers arrive there; archive, journal and notes outlive it.
class TriageDesk final : public QObject
{
    Q_OBJECT
public:
    using Work = std::function<Result<triage::Deed>(triage::Triage &)>;
    using Ranges = std::vector<archive::RowChanges::Range>;

    // `notes` may be null (tests): then nobody judges alerts as they come.
    TriageDesk(archive::Archive &archive, journal::Journal &journal, AlertNotes *notes, QObject *parent = nullptr);
    ~TriageDesk() override;

    void act(Work work); // done() follows, or failed()
    void takeBack(const triage::Deed &deed); // undone() follows, or failed()
    // Somebody looked at a row: what is stored of its object behind `afterRow` is seen; seenChanged() follows where that is more
    // than the row. What people do goes first, and rows that are looked at meanwhile are looked up together.
    void look(int64_t row, int64_t afterRow);
    void countHidden(); // hiddenCounted() follows
    void makeLog(const triage::ShiftSpan &span); // logMade() follows, or failed()
    // Matches the stored rows with the lists, unless asked anew; matched() follows.
    void match(const QString &place, const watch::Watchlists &lists);
    // Something with files: off the main thread, and told on it.
    void run(std::function<void()> work, QObject *context, std::function<void()> then);

Q_SIGNALS:
    void done(const tocsin::triage::Deed &deed, const tocsin::services::TriageDesk::Ranges &ranges);
    void undone(const QString &what, const tocsin::services::TriageDesk::Ranges &ranges);
    void failed(const tocsin::Error &error);
    void hiddenCounted(qint64 rows);
    void seenChanged();
    void logMade(const QString &markdown);
    void matching(double fraction);
    void matched(qint64 matched, qint64 changed);

private:
    using Job = std::function<void()>;
    void push(Job job);
    void lookUp(int64_t afterRow);
    void runThread();
    [[nodiscard]] bool isEnding() const;
    [[nodiscard]] triage::Triage &triage();
    [[nodiscard]] int64_t lastChange();
    [[nodiscard]] Ranges changesSince(int64_t change);
    template <typename Told>
    void tell(Told told)
    {
        QMetaObject::invokeMethod(this, std::move(told), Qt::QueuedConnection);
    }

    archive::Archive &m_archive;
    journal::Journal &m_journal;
    AlertNotes *const m_notes;
    mutable std::mutex m_mutex;
    std::condition_variable m_filled;
    std::deque<Job> m_jobs;
    bool m_ending = false;
    std::vector<int64_t> m_looked; // not looked up yet; while there are some, a job waits for them
    std::atomic<int> m_matchWanted{0};
    // The thread's only.
    std::unique_ptr<triage::Triage> m_triage;
    std::unique_ptr<archive::Reader> m_reader;
    std::thread m_thread; // last: starts when all else is there
};

} // namespace tocsin::services
