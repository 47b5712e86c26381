// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/consents.h"
#include "core/rules/actionrunner.h"
#include "core/rules/bells.h"
#include "core/rules/ruleledger.h"
#include "core/rules/rulestore.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace tocsin::rules {

// Takes what rules want, once it is written down, to whom it belongs: alarms to the bells on the main thread, everything else
// to the pool (ActionRunner); what may not leave yet waits here. Lives on the main thread; the calls say where they are made.
// The journal outlives it.
class RuleDispatch final : public QObject
{
    Q_OBJECT
public:
    struct Settings {
        Bells bells = {};
        ActionHelp help = {};
        std::function<UtcTime()> clock; // never empty
    };
    using AlertOf = std::function<Result<std::shared_ptr<const Alert>>(int64_t row)>;

    RuleDispatch(journal::Journal &journal, Settings settings, QObject *parent = nullptr);
    ~RuleDispatch() override;

    // Main thread, in this order. Stopping begins nothing more and asks what runs to end; stop() waits for it.
    void start();
    void stopSoon();
    void stop();

    // The engine's thread.
    void take(ActionWork work); // due or held
    void withdraw(const QString &event);
    void lookAtHeld(); // somebody may have allowed it
    // What was written down when the program ended: what had not begun is done now; of the rest nobody knows.
    void takeUp(const std::vector<RuleRun> &open, const RuleStore &rules, const AlertOf &alertOf);

    // Nothing is on its way; what is held waits for somebody. Any thread, between start() and stop().
    [[nodiscard]] bool isIdle() const { return m_raising == 0 && (!m_runner || m_runner->waiting() == 0); }

Q_SIGNALS:
    void consentWanted(const QString &rule, const QStringList &destinations);
    void runFinished(const tocsin::rules::RuleRun &run);

private:
    void hand(ActionWork work);
    void raise(const ActionWork &work);
    [[nodiscard]] alarms::Alarm alarmOf(const ActionWork &work) const;
    void note(const RuleRun &run); // any thread

    RuleLedger m_ledger;
    journal::Consents m_consents;
    const Settings m_settings;
    std::unique_ptr<ActionRunner> m_runner;
    std::atomic<int> m_raising{0}; // alarms on their way
    std::vector<ActionWork> m_held; // the engine's thread
};

} // namespace tocsin::rules
