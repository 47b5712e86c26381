// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/ruleengine.h"

#include "core/archive/storedfields.h"
#include "core/base/logging.h"
#include "core/rules/fact.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QPointer>

#include <algorithm>
#include <array>

Q_LOGGING_CATEGORY(lcRules, "tocsin.rules", QtInfoMsg)

namespace tocsin::rules {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr size_t kMostCommitted = 20'000; // kept here; more is read from the archive
constexpr size_t kMostRows = 2'000; // of a hole, at once
constexpr auto kKeep = 1s; // how often the position is written when nothing else is

QString say(const char *text)
{
    return QCoreApplication::translate("rules", text);
}

// What the alarm itself is made of: notification and sound are one.
bool isBell(const Action &action)
{
    return action.kind == u"notify" || action.kind == u"sound";
}

} // namespace

struct RuleEngine::Batch {
    RuleLedger::Entry entry;
    std::vector<ActionWork> works; // beside entry.runs
    QStringList withdrawn; // events
    std::vector<int64_t> starred;
    std::vector<int64_t> pinned;
    bool isDue = false; // there is something to keep beside rows
};

RuleEngine::RuleEngine(journal::Journal &journal, archive::Archive &archive, Settings settings, QObject *parent)
    : QObject(parent), m_archive(archive), m_ledger(journal), m_consents(journal), m_settings(std::move(settings)), m_lanes(UtcTime())
{
    if (!m_settings.keepsNothing) {
        m_settings.help.packet = [this](int64_t row) -> Result<archive::StoredPacket> {
            Result<std::unique_ptr<archive::Reader>> reader = m_archive.reader();
            return reader ? reader.value()->packet(row) : reader.error();
        };
    }
}

RuleEngine::~RuleEngine()
{
    stop();
}

void RuleEngine::start()
{
    if (m_thread.joinable())
        return;
    m_lanes = LaneWatch(now());
    m_lanes.takeAll(m_settings.takesHistory);
    m_store = std::make_unique<RuleStore>(m_settings.rulesFile);
    m_runner = std::make_unique<ActionRunner>(m_settings.help, [this](const RuleRun &run) { note(run); });
    m_started = true;
    m_thread = std::thread([this] { run(); });
}

void RuleEngine::endSoon()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_woken.notify_all();
    for (const auto *runner : {&m_runner, &m_trials}) {
        if (*runner)
            (*runner)->stop();
    }
}

void RuleEngine::stop()
{
    endSoon();
    if (m_thread.joinable())
        m_thread.join();
    m_runner.reset();
    m_trials.reset();
    m_reader.reset(); // before the archive goes
    m_lock.unlock();
    m_acting = false;
}

void RuleEngine::look()
{
    {
        const std::lock_guard lock(m_mutex);
        m_looks = true;
    }
    m_woken.notify_all();
}

void RuleEngine::streamBegins(const QString &stream, const QString &settings)
{
    const QByteArray form = QCryptographicHash::hash(settings.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    {
        const std::lock_guard lock(m_mutex);
        m_begun.push_back({.stream = stream.toStdString(), .form = form.toStdString(), .when = now()});
    }
    m_woken.notify_all();
}

bool RuleEngine::isIdle()
{
    const std::lock_guard lock(m_mutex);
    if (!m_acting)
        return m_tried; // another program does it
    return !m_busy && m_committed.empty() && m_judgedLast >= m_committedLast && m_raising == 0 && (!m_runner || m_runner->waiting() == 0);
}

bool RuleEngine::isEnding() const
{
    const std::lock_guard lock(m_mutex);
    return m_ending;
}

void RuleEngine::alertsCommitted(std::vector<std::shared_ptr<const Alert>> alerts, uint64_t, uint64_t, uint64_t)
{
    if (alerts.empty() || !m_started)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_committedLast = std::max(m_committedLast, alerts.back()->row);
        if (m_firstCommitted == 0)
            m_firstCommitted = alerts.front()->row;
        if (!m_acting && !m_settings.keepsNothing)
            return; // they are found in the archive, by whoever acts
        // Rows that do not fit are found again in the archive.
        for (auto &alert : alerts) {
            if (m_committed.size() < kMostCommitted || m_settings.keepsNothing)
                m_committed.push_back(std::move(alert));
        }
    }
    m_woken.notify_all();
}

void RuleEngine::complain(const QString &message)
{
    if (std::exchange(m_complaint, message) == message)
        return;
    if (!message.isEmpty())
        qCWarning(lcRules).noquote() << message;
    QMetaObject::invokeMethod(this, [this, message] { Q_EMIT troubleChanged(message); }, Qt::QueuedConnection);
}

archive::Reader *RuleEngine::reader()
{
    if (!m_reader && !m_settings.keepsNothing) {
        Result<std::unique_ptr<archive::Reader>> opened = m_archive.reader();
        if (opened)
            m_reader = std::move(opened.value());
        else
            complain(say(QT_TRANSLATE_NOOP("rules", "The rules cannot read the archive: %1")).arg(opened.error().message));
    }
    return m_reader.get();
}

void RuleEngine::run()
{
    while (!isEnding()) {
        const bool isNew = !m_acting && becomeActing();
        m_tried = true;
        bool looks = false;
        {
            std::unique_lock lock(m_mutex);
            m_busy = false;
            const auto isWanted = [this] { return m_ending || m_looks || (m_acting && (!m_committed.empty() || !m_begun.empty())); };
            if (!isNew)
                m_woken.wait_for(lock, m_settings.look, isWanted);
            if (m_ending)
                return;
            m_busy = m_acting.load();
            looks = std::exchange(m_looks, false);
        }
        if (!m_acting)
            continue;
        const auto steady = std::chrono::steady_clock::now();
        if (looks || steady >= m_nextLook) {
            m_nextLook = steady + std::max<std::chrono::milliseconds>(m_settings.look, 500ms);
            readRules(false);
            lookAtHeld();
        }
        if (!judgeNew())
            m_reader.reset(); // busy, or whatever it was: opened anew
        const std::lock_guard lock(m_mutex);
        m_judgedLast = m_judged;
    }
}

bool RuleEngine::becomeActing()
{
    if (!m_settings.lockFile.isEmpty() && !m_lock.isLocked() && !m_lock.tryLock(m_settings.lockFile))
        return false;
    const Result<RuleLedger::Standing> standing = m_ledger.standing();
    if (!standing) {
        complain(standing.error().message);
        return false;
    }
    if (standing.value().judged) {
        m_judged = *standing.value().judged;
    } else if (!m_settings.keepsNothing) {
        // What lies in the archive already is no news.
        archive::Reader *source = reader();
        const Result<int64_t> last = source ? source->lastRow() : Result<int64_t>(Error{});
        if (!last)
            return false;
        m_judged = last.value();
        const std::lock_guard lock(m_mutex);
        if (m_firstCommitted > 0)
            m_judged = std::min(m_judged, m_firstCommitted - 1); // came since start()
    }
    m_kept = -1;
    for (const WatchedLane &lane : standing.value().lanes)
        m_lanes.restore(lane);
    for (const auto &[rule, event] : standing.value().events)
        m_judge.restore(rule, event);
    readRules(true);
    m_acting = true;
    takeUp(standing.value().open);
    complain({});
    QMetaObject::invokeMethod(this, [this] { Q_EMIT actingChanged(true); }, Qt::QueuedConnection);
    return true;
}

Result<std::shared_ptr<const Alert>> RuleEngine::alertOf(int64_t row)
{
    archive::Reader *source = reader();
    if (!source)
        return Error{.kind = ErrorKind::Archive, .message = say(QT_TRANSLATE_NOOP("rules", "the archive cannot be read"))};
    const std::array rows{row};
    Result<std::vector<std::shared_ptr<const Alert>>> alerts = source->alerts(rows);
    if (!alerts)
        return alerts.error();
    if (alerts.value().empty())
        return Error{.kind = ErrorKind::NotFound, .message = say(QT_TRANSLATE_NOOP("rules", "row %1 is gone")).arg(row)};
    return alerts.value().front();
}

// What was written down when the program ended: what had not begun is done now; of the rest nobody knows.
void RuleEngine::takeUp(const std::vector<RuleRun> &open)
{
    for (RuleRun run : open) {
        const Rule *rule = m_store->find(run.rule);
        const bool isKnown = rule && (run.place < 0 || (run.place < static_cast<int>(rule->actions.size()) && rule->actions[static_cast<size_t>(run.place)].kind == run.kind));
        const Result<std::shared_ptr<const Alert>> alert = alertOf(run.row);
        if (run.state == RuleRun::State::Started || !isKnown || !alert) {
            const bool hasBegun = run.state == RuleRun::State::Started;
            run.result = hasBegun ? say(QT_TRANSLATE_NOOP("rules", "Tocsin ended while it ran")) : !isKnown ? say(QT_TRANSLATE_NOOP("rules", "the rule was changed meanwhile")) : alert.error().message;
            run.state = hasBegun ? RuleRun::State::Unsure : RuleRun::State::Failed;
            run.finished = now();
            note(run);
            continue;
        }
        ActionWork work{.rule = std::make_shared<const Rule>(*rule), .run = run, .alert = alert.value()};
        if (run.place >= 0)
            work.action = rule->actions[static_cast<size_t>(run.place)];
        if (run.state == RuleRun::State::Held)
            m_held.push_back(std::move(work));
        else
            hand(std::move(work));
    }
}

void RuleEngine::readRules(bool first)
{
    if (first) {
        if (const Outcome loaded = m_store->load(); !loaded)
            complain(loaded.error().message + u' ' + loaded.error().remedy);
    } else if (!m_store->refresh()) {
        return;
    }
    m_judge.setRules(RuleSet(m_store->rules()));
    QMetaObject::invokeMethod(this, [this] { Q_EMIT rulesChanged(); }, Qt::QueuedConnection);
}

bool RuleEngine::judgeNew()
{
    std::deque<std::shared_ptr<const Alert>> committed;
    std::vector<Begun> begun;
    {
        const std::lock_guard lock(m_mutex);
        committed.swap(m_committed);
        begun.swap(m_begun);
    }
    for (const Begun &each : begun)
        m_lanes.begin(each.stream, each.form, each.when);
    Batch batch;
    batch.isDue = !begun.empty();
    for (const auto &alert : committed) {
        if (m_settings.keepsNothing) {
            judge(alert, batch);
            continue;
        }
        if (alert->row <= m_judged)
            continue;
        // Rows of other programs, or those that did not fit.
        if (alert->row > m_judged + 1 && (!keep(batch) || !judgeHole(alert->row - 1)))
            return false;
        judge(alert, batch);
        m_judged = alert->row;
    }
    if (!keep(batch))
        return false;
    if (m_settings.keepsNothing || isEnding())
        return true;
    archive::Reader *source = reader();
    const Result<int64_t> last = source ? source->lastRow() : Result<int64_t>(Error{});
    if (!last)
        return false;
    // Not those that come from our own archive in a moment.
    {
        const std::lock_guard lock(m_mutex);
        if (!m_committed.empty())
            return true;
    }
    return judgeHole(last.value());
}

bool RuleEngine::judgeHole(int64_t upTo)
{
    while (m_judged < upTo && !isEnding()) {
        archive::Reader *source = reader();
        if (!source)
            return false;
        Alerts alerts;
        archive::Selection selection;
        selection.afterRow = m_judged;
        selection.untilRow = upTo;
        const Outcome read = source->forEach(selection, [&](const Alert &alert) {
            alerts.push_back(std::make_shared<Alert>(alert));
            return alerts.size() < kMostRows;
        });
        if (!read) {
            complain(say(QT_TRANSLATE_NOOP("rules", "The rules cannot read the archive: %1")).arg(read.error().message));
            return false;
        }
        Batch batch;
        for (const auto &alert : alerts) {
            judge(alert, batch);
            m_judged = alert->row;
        }
        if (alerts.size() < kMostRows)
            m_judged = upTo;
        if (!keep(batch))
            return false;
    }
    return true;
}

bool RuleEngine::isMarked(int64_t row)
{
    archive::Reader *source = reader();
    if (!source)
        return false;
    const Result<std::vector<int64_t>> rows = source->revisions(row);
    const Result<std::vector<uint8_t>> marks = rows ? source->marks(rows.value()) : rows.error();
    return marks && std::ranges::any_of(marks.value(), [](uint8_t mark) { return (mark & (archive::Starred | archive::Pinned)) != 0; });
}

void RuleEngine::judge(const std::shared_ptr<const Alert> &alert, Batch &batch)
{
    const UtcTime moment = now();
    const bool history = m_lanes.isHistory(*alert, moment);
    if (m_judge.rules().isEmpty())
        return;
    std::optional<archive::StoredFields> fields;
    if (archive::Reader *source = reader())
        fields.emplace(*source, alert->row, static_cast<size_t>(alert->record));
    const std::vector<Decision> decisions = m_judge.judge(*alert, {.now = moment, .history = history, .packet = fields ? &*fields : nullptr, .isMarked = [&] { return isMarked(alert->row); }});
    for (const Decision &decision : decisions)
        decide(alert, decision, history, batch);
}

void RuleEngine::decide(const std::shared_ptr<const Alert> &alert, const Decision &decision, bool history, Batch &batch)
{
    const Rule &rule = decision.rule->rule;
    if (decision.event)
        batch.entry.events.emplace_back(rule.name, *decision.event);
    const bool isTakenBack = decision.kind == alarms::Kind::Retraction;
    if (isTakenBack && decision.event && !decision.event->event.empty() && !history) {
        if (const QString event = QString::fromStdString(decision.event->event); !batch.withdrawn.contains(event))
            batch.withdrawn << event;
    }
    auto shared = std::make_shared<const Rule>(rule);
    RuleRun run{.rule = rule.name, .row = alert->row, .fact = factOf(*alert), .retraction = isTakenBack, .history = history, .silencedBy = decision.silencedBy, .made = now()};
    const auto add = [&](const Action &action, RuleRun made) {
        batch.entry.runs.push_back(made);
        batch.works.push_back({.rule = shared, .action = action, .run = std::move(made), .alert = alert});
    };
    if (decision.alarms && std::ranges::any_of(rule.actions, isBell)) {
        run.kind = u"alarm"_s;
        run.place = -1;
        add({}, run);
    }
    for (size_t i = 0; i < rule.actions.size(); ++i) {
        const Action &action = rule.actions[i];
        const ActionKind *kind = findActionKind(action.kind);
        if (!kind || isBell(action) || action.kind == u"colour" || (!action.isForEach() && !decision.alarms))
            continue;
        if (action.kind == u"mark") {
            (action.text(u"mark"_s) == u"pin" ? batch.pinned : batch.starred).push_back(alert->row);
            continue;
        }
        run.kind = action.kind;
        run.place = static_cast<int>(i);
        run.state = RuleRun::State::Due;
        run.result.clear();
        run.finished = {};
        if (kind->wakes && !action.isForEach() && !decision.silencedBy.isEmpty()) {
            run.state = RuleRun::State::Silenced;
            run.finished = run.made;
            run.result = decision.silencedBy == u"throttle" ? say(QT_TRANSLATE_NOOP("rules", "throttled")) : say(QT_TRANSLATE_NOOP("rules", "quiet hours"));
        } else if (m_settings.demo && (kind->leaves || action.kind == u"program" || action.kind == u"log")) {
            run.state = RuleRun::State::Dropped;
            run.finished = run.made;
            run.result = say(QT_TRANSLATE_NOOP("rules", "the demo's alerts go nowhere"));
        } else if (alert->access == "restricted" && kind->leaves) {
            const Result<QStringList> missing = m_consents.missing(destinationsOf(action));
            if (!missing || !missing.value().isEmpty()) {
                run.state = RuleRun::State::Held;
                QStringList where;
                for (const QString &each : missing ? missing.value() : destinationsOf(action))
                    where << destinationLabel(each);
                run.result = say(QT_TRANSLATE_NOOP("rules", "a restricted alert: not sent to %1 until it is allowed (tocsin rules allow %2)")).arg(where.join(u", "_s), rule.name);
            }
        }
        add(action, run);
    }
}

bool RuleEngine::keep(Batch &batch)
{
    const auto steady = std::chrono::steady_clock::now();
    const bool isDue = batch.isDue || (m_kept != m_judged && steady >= m_nextKeep);
    if (batch.entry.runs.empty() && batch.entry.events.empty() && !isDue && batch.starred.empty() && batch.pinned.empty())
        return true;
    batch.entry.judged = m_judged;
    batch.entry.lanes = m_lanes.takeMoved();
    const Result<std::vector<int64_t>> numbers = m_ledger.keep(batch.entry);
    if (numbers) {
        m_kept = m_judged;
        m_nextKeep = steady + kKeep;
        complain({});
    } else {
        // Nobody sleeps through an alarm because a disk is full: done all the same, and may be done again after a restart.
        complain(say(QT_TRANSLATE_NOOP("rules", "What the rules do cannot be written down: %1")).arg(numbers.error().message));
    }
    if (!batch.starred.empty())
        m_archive.setMarks(batch.starred, archive::Starred, 0, [](const Outcome &) {});
    if (!batch.pinned.empty())
        m_archive.setMarks(batch.pinned, archive::Pinned, 0, [](const Outcome &) {});
    for (const QString &event : batch.withdrawn) {
        QMetaObject::invokeMethod(this, [this, event] {
            if (m_settings.bells.withdraw)
                m_settings.bells.withdraw(event);
        }, Qt::QueuedConnection);
    }
    for (size_t i = 0; i < batch.works.size(); ++i) {
        ActionWork &work = batch.works[i];
        if (numbers)
            work.run.number = numbers.value()[i];
        if (work.run.state == RuleRun::State::Due) {
            hand(std::move(work));
        } else if (work.run.state == RuleRun::State::Held) {
            QMetaObject::invokeMethod(this, [this, rule = work.run.rule, destinations = destinationsOf(work.action)] { Q_EMIT consentWanted(rule, destinations); }, Qt::QueuedConnection);
            m_held.push_back(std::move(work));
        }
    }
    batch = {};
    return true;
}

void RuleEngine::hand(ActionWork work)
{
    if (work.run.place >= 0)
        return m_runner->take(std::move(work));
    ++m_raising;
    QMetaObject::invokeMethod(this, [this, work = std::move(work)] { raise(work); }, Qt::QueuedConnection);
}

void RuleEngine::raise(const ActionWork &work)
{
    const Rule &rule = *work.rule;
    const Alert &alert = *work.alert;
    const UtcTime came = alert.brokerTime.isValid() ? alert.brokerTime : alert.received;
    alarms::Alarm alarm{.kind = work.run.retraction ? alarms::Kind::Retraction : alarms::Kind::News,
                        .rule = rule.name,
                        .title = rule.title(),
                        .fact = work.run.fact,
                        .row = work.run.row,
                        .event = QString::fromStdString(alert.event),
                        .test = isTest(alert),
                        .restricted = alert.access == "restricted",
                        .arrived = came,
                        .raised = now(),
                        .notifies = false,
                        .repeat = work.run.retraction ? std::chrono::seconds(0) : rule.repeat,
                        .always = rule.always,
                        .silencedBy = work.run.silencedBy};
    for (const Action &action : rule.actions) {
        if (action.kind == u"notify") {
            alarm.notifies = true;
            if (!action.text(u"text"_s).isEmpty())
                alarm.fact = messageOf({.rule = work.rule, .action = action, .run = work.run, .alert = work.alert});
        } else if (action.kind == u"sound") {
            alarm.sound = action.text(work.run.retraction ? u"retraction_sound"_s : u"sound"_s);
        }
    }
    const auto ended = [this, raised = work.run](const Result<int64_t> &number) {
        RuleRun run = raised;
        run.state = number ? RuleRun::State::Done : RuleRun::State::Failed;
        run.finished = now();
        run.result = number ? say(QT_TRANSLATE_NOOP("rules", "alarm %1")).arg(number.value()) : number.error().message;
        note(run);
        --m_raising;
    };
    const RuleRun &run = work.run;
    // One from before a restart may have been written down already.
    const bool isFromBefore = run.made.us < alarm.raised.us - 1'000'000;
    if (!m_settings.bells.raise)
        return ended(Error{.message = say(QT_TRANSLATE_NOOP("rules", "nothing can be heard here"))});
    if (!isFromBefore || !m_settings.bells.raisedSince)
        return m_settings.bells.raise(alarm, ended);
    m_settings.bells.raisedSince(UtcTime::fromUs(run.made.us - 1'000'000), [this, guard = QPointer(this), alarm, ended](const Result<std::vector<alarms::Alarm>> &raised) {
        if (!guard)
            return;
        if (raised) {
            const auto same = std::ranges::find_if(raised.value(), [&](const alarms::Alarm &each) { return each.rule == alarm.rule && each.row == alarm.row && each.kind == alarm.kind; });
            if (same != raised.value().end())
                return ended(int64_t{same->number});
        }
        m_settings.bells.raise(alarm, ended);
    });
}

void RuleEngine::lookAtHeld()
{
    if (m_held.empty())
        return;
    std::vector<ActionWork> held;
    std::swap(held, m_held);
    for (ActionWork &work : held) {
        const Result<QStringList> missing = m_consents.missing(destinationsOf(work.action));
        if (missing && missing.value().isEmpty())
            hand(std::move(work));
        else
            m_held.push_back(std::move(work));
    }
}

void RuleEngine::note(const RuleRun &run)
{
    if (run.number > 0)
        m_ledger.note(run);
    if (run.state != RuleRun::State::Started)
        QMetaObject::invokeMethod(this, [this, run] { Q_EMIT runFinished(run); }, Qt::QueuedConnection);
}

} // namespace tocsin::rules
