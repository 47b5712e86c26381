// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/actions/action.h"

#include <QThreadPool>

#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>

namespace tocsin::streams::kafka {
class KafkaSender;
}

namespace tocsin::rules {

// Does what rules are to do, on threads of its own: each action of each rule in its own row, so that one that hangs holds up
// nothing but itself. Rows are bounded: what does not fit is left out and told. take() may be called from any thread; `note` is
// called on any.
class ActionRunner
{
public:
    using Note = std::function<void(const RuleRun &)>;
    static constexpr size_t kMostWaiting = 1'000; // of one action
    static constexpr size_t kMostWaitingHere = 50'000; // where nothing outside the program can hang: tags, lines of a log

    ActionRunner(ActionHelp help, Note note);
    ~ActionRunner(); // what runs is ended, what waits stays due

    void take(ActionWork work);
    // Returns at once; nothing is begun any more, what runs is asked to end.
    void stop();
    [[nodiscard]] size_t waiting() const;

private:
    struct Row {
        std::deque<ActionWork> waiting;
        int running = 0;
        int most = 1;
    };
    using Place = std::pair<QString, int>; // rule and action

    void begin(const Place &place); // with the lock held
    void run(const Place &place, ActionWork work);
    [[nodiscard]] ActionResult act(const ActionWork &work);
    [[nodiscard]] ActionResult sendToKafka(const ActionWork &work);
    [[nodiscard]] Result<std::shared_ptr<streams::kafka::KafkaSender>> senderFor(const QString &stream);

    const ActionHelp m_help;
    const Note m_note;
    std::stop_source m_stop;
    mutable std::mutex m_mutex;
    std::map<Place, Row> m_rows;
    std::mutex m_senderMutex;
    std::map<QString, std::shared_ptr<streams::kafka::KafkaSender>> m_senders; // by stream
    QThreadPool m_pool; // last: its threads end first
};

} // namespace tocsin::rules
