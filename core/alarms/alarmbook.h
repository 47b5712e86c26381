// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/alarm.h"
#include "core/base/error.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace tocsin::journal {
class Journal;
}

namespace tocsin::alarms {

// The alarm log and what is still open in it, kept in the journal, so that window and command line share one state: what is
// acknowledged in one is so in the other. Says when something is to be heard, again and again until somebody acknowledges.
// What makes the noise listens to it. Lives on the main thread; the journal outlives it.
class AlarmBook final : public QObject
{
    Q_OBJECT
public:
    explicit AlarmBook(journal::Journal &journal, QObject *parent = nullptr);
    ~AlarmBook() override;

    // Writes it down, then sounds(). The number comes with `done`.
    void raise(const Alarm &alarm, std::function<void(Result<int64_t>)> done = {});
    void acknowledge(int64_t number, const QString &by);
    void acknowledgeAll(const QString &by);
    // All alarms of this event, since it was taken back.
    void withdraw(const QString &event);
    // Nothing sounds until then but what is marked "always"; not valid: at once again.
    void silenceUntil(const UtcTime &until);
    [[nodiscard]] UtcTime silencedUntil() const { return m_silencedUntil; }

    // Newest first, as the journal last said.
    [[nodiscard]] const std::vector<Alarm> &open() const { return m_open; }
    // The log, newest first, `most` at the most, from this moment on.
    void list(const UtcTime &since, int most, QObject *context, std::function<void(Result<std::vector<Alarm>>)> done);

Q_SIGNALS:
    void changed(); // open() or silencedUntil()
    void sounds(const tocsin::alarms::Alarm &alarm, bool again); // is to be heard now
    void withdrawn(const QString &event);

private:
    void reload();
    void handleDue();

    journal::Journal &m_journal;
    std::vector<Alarm> m_open;
    UtcTime m_silencedUntil;
    QTimer m_next; // the repetition that is due first
};

} // namespace tocsin::alarms
