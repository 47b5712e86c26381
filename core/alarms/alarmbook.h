// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/alarm.h"
#include "core/base/error.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>
#include <vector>

class QSqlDatabase;

namespace tocsin::journal {
class Journal;
}

namespace tocsin::alarms {

struct Standing;

// The alarm log and what is still open in it, kept in the journal, so that window and command line share one state: what is
// acknowledged in one is so in the other. Says when something is to be heard, again and again until somebody acknowledges,
// and says so in every program of a home; which of them makes the noise is between their Ringers. An alarm that cannot be written down is heard all the same. Lives on the main thread;
// the journal outlives it.
class AlarmBook final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::hours kStaysLoud{24}; // nobody is woken by yesterday's alarm

    explicit AlarmBook(journal::Journal &journal, QObject *parent = nullptr);
    ~AlarmBook() override;

    // Writes it down, then sounds(). The number comes with `done`.
    void raise(const Alarm &alarm, std::function<void(Result<int64_t>)> done = {});
    void acknowledge(int64_t number, const QString &by);
    void acknowledgeAll(const QString &by);
    // All alarms of this event but that which says so, since it was taken back.
    void withdraw(const QString &event);
    // Nothing sounds until then but what is marked "always"; not valid: at once again. What is open then is heard.
    void silenceUntil(const UtcTime &until);
    [[nodiscard]] UtcTime silencedUntil() const { return m_silencedUntil; }
    [[nodiscard]] bool isSilenced() const;

    // Somebody can hear now: from here on also what was left open before (repeating, less than a day old) and what other
    // programs of this home raise.
    void takeOver();
    // The computer slept, or the person asks: what is open and repeats is heard at once.
    void soundAgain();

    // Open, and neither silenced nor of yesterday.
    [[nodiscard]] bool mayRing(int64_t number) const;
    [[nodiscard]] journal::Journal &journal() const { return m_journal; }
    // Newest first, as the journal last said.
    [[nodiscard]] const std::vector<Alarm> &open() const { return m_open; }
    // The log, newest first, `most` at the most, from this moment on.
    void list(const UtcTime &since, int most, QObject *context, std::function<void(Result<std::vector<Alarm>>)> done);

Q_SIGNALS:
    void changed(); // open() or silencedUntil()
    void sounds(const tocsin::alarms::Alarm &alarm, bool again); // is to be heard now
    void withdrawn(const QString &event);
    void trouble(const tocsin::Error &error); // the log cannot be written or read

private:
    // What this program knows of an open alarm.
    struct Hearing {
        std::chrono::steady_clock::time_point next = {}; // when it is due; long ago: now
        bool isHeard = false;
        bool isOurs = false; // raised here: heard whether or not takeOver() was called
    };

    void reload();
    void take(const Standing &standing);
    void handleDue();
    void planNext();
    void sound(const Alarm &alarm, bool again);
    [[nodiscard]] bool isWaiting(const Alarm &alarm, const Hearing &hearing) const;
    [[nodiscard]] bool mayBeHeard(const Alarm &alarm) const;
    [[nodiscard]] const Alarm *find(int64_t number) const;
    void closeUnkept(const std::function<bool(const Alarm &)> &which);
    void change(std::function<Result<int>(QSqlDatabase &)> job);

    journal::Journal &m_journal;
    std::vector<Alarm> m_open;
    std::vector<Alarm> m_unkept; // open, in no log; newest first
    std::map<int64_t, Hearing> m_hearings; // by number, of the open ones
    int64_t m_lastUnkept = 0;
    int64_t m_seen = -1; // the highest number at the first look; -1: not looked yet
    bool m_hearsOthers = false;
    bool m_wasSilenced = false; // when last looked at
    UtcTime m_silencedUntil;
    int m_silencesOnTheirWay = 0; // to the journal, which says something older until they are there
    QTimer m_next; // the repetition that is due first, or the end of the silence
};

} // namespace tocsin::alarms
