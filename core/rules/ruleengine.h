// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/archive/filelock.h"
#include "core/journal/consents.h"
#include "core/rules/passingpackets.h"
#include "core/rules/ruledispatch.h"
#include "core/rules/rulejudge.h"
#include "core/rules/ruleledger.h"
#include "core/rules/rulestore.h"
#include "core/rules/ruletrials.h"

#include <QObject>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace tocsin::journal {
class Journal;
}

namespace tocsin::rules {

class RuleBatch;

// Judges every alert that is stored in this home, whoever wrote it, once, and has done what rules want. One program of a home
// does so at a time: whoever holds the lock beside the archive. How far it came lies in the journal together with what is to be
// done, in one transaction, so that an end at any moment loses nothing and wakes nobody twice.
// Lives on the main thread and owns a thread that judges; what is to be done goes to a RuleDispatch. Journal and archive outlive
// it.
class RuleEngine final : public QObject, public archive::CommitListener
{
    Q_OBJECT
public:
    using Bells = rules::Bells;
    struct Settings {
        QString rulesFile;
        QString lockFile; // empty: nobody else can act
        bool keepsNothing = false; // there is no archive to read: rows come without numbers
        bool demo = false; // nothing leaves the program, nothing is started
        bool takesHistory = false; // a person named where reading begins
        Bells bells = {};
        ActionHelp help = {}; // `packet` is filled in
        std::function<UtcTime()> clock = {}; // empty: the system's
        std::chrono::milliseconds look{200}; // how soon rows and rules of others are noticed
    };

    RuleEngine(journal::Journal &journal, archive::Archive &archive, Settings settings, QObject *parent = nullptr);
    ~RuleEngine() override;

    // Begins to judge, as soon as no other program does. Before that nothing happens.
    void start();
    void setTakesHistory(bool takes) { m_settings.takesHistory = takes; } // before start()
    // Nothing is judged or begun any more, what runs is asked to end; returns at once.
    void endSoon();
    // The same to its end: within a second or so.
    void stop();
    // This stream is read from now on, with these settings: tells what it reads from before from news. Any thread.
    void streamBegins(const QString &stream, const QString &settings);
    [[nodiscard]] bool isRunning() const { return m_thread.joinable(); }
    // This program judges; false: it does not run, or another one does.
    [[nodiscard]] bool isActing() const { return m_acting; }
    // The rules file, or what may go where, was changed: looked at now and not in a second.
    void look();
    // These rows say since now what they did not say when they were judged: that they coincide with later ones. Rules that did not
    // take them before are asked once more. Any thread.
    void askAgain(const std::vector<int64_t> &rows);
    // All rows that were committed so far are judged, and what they wanted is done or waits for somebody; for those who end.
    [[nodiscard]] bool isIdle();

    // Does one action once, on an alert that somebody chose: nothing is judged or written down for it. Main thread; told there
    // what came of it. Whether a restricted alert may go there has been asked before.
    using Tried = RuleTrials::Tried;
    void tryAction(const Rule &rule, const Action &action, const std::shared_ptr<const Alert> &alert, Tried done) { m_trials.tryAction(rule, action, alert, std::move(done)); }

    // Where nothing is kept: the message of alerts that are committed next, for filters and actions that want it. The router's
    // thread; waits while too many are ahead.
    void packetComes(const DecodedPacket &packet);
    void alertsCommitted(std::vector<std::shared_ptr<const Alert>> alerts, uint64_t messages, uint64_t replays, uint64_t gaps) override;
    void archiveTrouble(const QString &) override {}

Q_SIGNALS:
    void actingChanged(bool acting);
    // A restricted alert waits: the rule may send such alerts to these places once somebody allows it (Consents).
    void consentWanted(const QString &rule, const QStringList &destinations);
    void troubleChanged(const QString &message); // "" = all is well
    void runFinished(const tocsin::rules::RuleRun &run); // of any action; coalesce
    void rulesChanged();

private:
    using Alerts = std::vector<std::shared_ptr<const Alert>>;

    static Settings completed(Settings settings, archive::Archive &archive);
    void run();
    [[nodiscard]] bool becomeActing();
    void readRules(bool first);
    [[nodiscard]] bool judgeNew();
    [[nodiscard]] bool judgeHole(int64_t upTo);
    // `before`: what the alert was like when it was judged already; rules that took it then do not hear of it again.
    void judge(const std::shared_ptr<const Alert> &alert, RuleBatch &batch, const Alert *before = nullptr);
    void judgeAgain(const std::vector<int64_t> &rows, RuleBatch &batch);
    [[nodiscard]] bool isMarked(int64_t row);
    [[nodiscard]] bool keep(RuleBatch &batch);
    void complain(const QString &message);
    [[nodiscard]] archive::Reader *reader();
    [[nodiscard]] Result<std::shared_ptr<const Alert>> alertOf(int64_t row);
    [[nodiscard]] bool isEnding() const;

    archive::Archive &m_archive;
    Settings m_settings;
    RuleLedger m_ledger;
    journal::Consents m_consents;
    RuleDispatch m_dispatch;
    RuleTrials m_trials;
    PassingPackets m_passing;
    std::atomic<bool> m_acting{false};
    std::atomic<bool> m_started{false};
    std::atomic<bool> m_tried{false}; // to become the one that acts

    mutable std::mutex m_mutex;
    std::condition_variable m_woken;
    std::deque<std::shared_ptr<const Alert>> m_committed;
    struct Begun {
        std::string stream;
        std::string form;
        UtcTime when;
    };
    std::vector<Begun> m_begun; // not yet known to m_lanes
    std::vector<int64_t> m_again; // rows to be judged once more
    int64_t m_committedLast = 0; // also of what was not kept here
    int64_t m_firstCommitted = 0; // since start(); 0 = none
    bool m_looks = false;
    bool m_ending = false;
    int64_t m_judgedLast = 0; // for isIdle()
    bool m_busy = false;

    // The engine's thread only.
    std::unique_ptr<archive::Reader> m_reader;
    archive::FileLock m_lock;
    std::unique_ptr<RuleStore> m_store;
    RuleJudge m_judge;
    LaneWatch m_lanes;
    int64_t m_judged = 0;
    int64_t m_kept = 0; // what the journal has of it
    std::chrono::steady_clock::time_point m_nextLook;
    std::chrono::steady_clock::time_point m_nextKeep;
    QString m_complaint;
    std::thread m_thread;
};

} // namespace tocsin::rules
