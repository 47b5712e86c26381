// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/bell.h"
#include "core/alarms/notifier.h"
#include "core/alarms/resumewatch.h"
#include "core/alarms/ringturns.h"
#include "core/alarms/sleepinhibitor.h"

#include <QObject>
#include <QSet>
#include <QString>

#include <functional>
#include <set>
#include <vector>

namespace tocsin::alarms {

class AlarmBook;

// One part of what wakes somebody, and whether it works here. A plain value.
struct CheckPart {
    enum class Id { Sound, Notification, Inhibitor, Tray, Window };
    Id id = Id::Sound;
    QString name; // "Sound"
    bool works = false;
    QString fact; // what works, or what is missing
    QString remedy; // empty: nothing to do
};

// Makes alarms heard and seen outside the window: sound, notification, a computer that stays awake while a rule is armed, and
// what was missed in its sleep. Window and `listen --rules` each have one, on the book of their home, which outlives it; of
// those of one home one rings (RingTurns). None of its parts waits for another. Main thread.
class Ringer final : public QObject
{
    Q_OBJECT
public:
    explicit Ringer(AlarmBook &book, QObject *parent = nullptr);
    ~Ringer() override;

    // How many rules that may wake somebody are on: the computer stays awake, and a check is made when the first one is.
    void setArmed(int rules);
    [[nodiscard]] int armed() const { return m_armed; }
    // There is a window that can be shown: it rings before other programs, and notifications lead to it.
    void setHasWindow(bool has);
    [[nodiscard]] const SleepInhibitor &inhibitor() const { return m_inhibitor; }
    // Looks at sound, notification and inhibitor, all at once; told within a few seconds whatever they do.
    void check();
    [[nodiscard]] const std::vector<CheckPart> &lastCheck() const { return m_lastCheck; } // empty: none yet

Q_SIGNALS:
    void checked(); // lastCheck()
    void showWanted(qint64 number, const QString &activationToken); // an alarm of the book
    void resumed(); // the computer slept
    void trouble(const tocsin::Error &error); // an alarm was not heard or not shown; said once until it works again

private:
    void ring(const Alarm &alarm);
    void handleBook();
    void handleTrouble(const Error &error);
    void takePart(int run, CheckPart part);
    void endCheck();

    AlarmBook &m_book;
    RingTurns m_turns;
    Bell m_bell;
    Notifier m_notifier;
    SleepInhibitor m_inhibitor;
    ResumeWatch m_resume;
    int m_armed = 0;
    std::set<int64_t> m_unsounded; // alarms without a sound that are heard when they are shown
    QSet<QString> m_told; // troubles, each once: several parts may be missing at the same time
    QString m_bellTrouble; // is told again once it has worked in between
    bool m_isChecking = false;
    int m_checkRun = 0;
    QTimer m_checkLimit;
    std::vector<CheckPart> m_checking;
    std::vector<CheckPart> m_lastCheck;
};

} // namespace tocsin::alarms
