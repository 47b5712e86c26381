// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/ruledispatch.h"

#include "core/rules/rulejudge.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace tocsin::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr int64_t kSecond = 1'000'000; // us

QString say(const char *text)
{
    return QCoreApplication::translate("rules", text);
}

} // namespace

RuleDispatch::RuleDispatch(journal::Journal &journal, Settings settings, QObject *parent)
    : QObject(parent), m_ledger(journal), m_consents(journal), m_settings(std::move(settings))
{
}

RuleDispatch::~RuleDispatch()
{
    stop();
}

void RuleDispatch::start()
{
    m_runner = std::make_unique<ActionRunner>(m_settings.help, [this](const RuleRun &run) { note(run); });
}

void RuleDispatch::stopSoon()
{
    if (m_runner)
        m_runner->stop();
}

void RuleDispatch::stop()
{
    stopSoon();
    m_runner.reset();
}

void RuleDispatch::take(ActionWork work)
{
    if (work.run.state == RuleRun::State::Due)
        return hand(std::move(work));
    QMetaObject::invokeMethod(this, [this, rule = work.run.rule, destinations = destinationsOf(work.action)] { Q_EMIT consentWanted(rule, destinations); }, Qt::QueuedConnection);
    m_held.push_back(std::move(work));
}

void RuleDispatch::withdraw(const QString &event)
{
    QMetaObject::invokeMethod(this, [this, event] {
        if (m_settings.bells.withdraw)
            m_settings.bells.withdraw(event);
    }, Qt::QueuedConnection);
}

void RuleDispatch::lookAtHeld()
{
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

void RuleDispatch::takeUp(const std::vector<RuleRun> &open, const RuleStore &rules, const AlertOf &alertOf)
{
    for (RuleRun run : open) {
        const Rule *rule = rules.find(run.rule);
        const bool isKnown = rule && (run.place < 0 || (run.place < static_cast<int>(rule->actions.size()) && rule->actions[static_cast<size_t>(run.place)].kind == run.kind));
        const Result<std::shared_ptr<const Alert>> alert = alertOf(run.row);
        if (run.state == RuleRun::State::Started || !isKnown || !alert) {
            const bool hasBegun = run.state == RuleRun::State::Started;
            run.result = hasBegun ? say(QT_TRANSLATE_NOOP("rules", "Tocsin ended while it ran")) : !isKnown ? say(QT_TRANSLATE_NOOP("rules", "the rule was changed meanwhile")) : alert.error().message;
            run.state = hasBegun ? RuleRun::State::Unsure : RuleRun::State::Failed;
            run.finished = m_settings.clock();
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

void RuleDispatch::hand(ActionWork work)
{
    if (work.run.place >= 0)
        return m_runner->take(std::move(work));
    ++m_raising;
    QMetaObject::invokeMethod(this, [this, work = std::move(work)] { raise(work); }, Qt::QueuedConnection);
}

alarms::Alarm RuleDispatch::alarmOf(const ActionWork &work) const
{
    const Rule &rule = *work.rule;
    const Alert &alert = *work.alert;
    alarms::Alarm alarm{.kind = work.run.retraction ? alarms::Kind::Retraction : alarms::Kind::News,
                        .rule = rule.name,
                        .title = rule.title(),
                        .fact = work.run.fact,
                        .row = work.run.row,
                        .event = QString::fromStdString(alert.event),
                        .test = isTest(alert),
                        .restricted = alert.access == "restricted",
                        .arrived = alert.brokerTime.isValid() ? alert.brokerTime : alert.received,
                        .raised = m_settings.clock(),
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
    return alarm;
}

void RuleDispatch::raise(const ActionWork &work)
{
    const alarms::Alarm alarm = alarmOf(work);
    const auto ended = [this, raised = work.run](const Result<int64_t> &number) {
        RuleRun run = raised;
        run.state = number ? RuleRun::State::Done : RuleRun::State::Failed;
        run.finished = m_settings.clock();
        run.result = number ? say(QT_TRANSLATE_NOOP("rules", "alarm %1")).arg(number.value()) : number.error().message;
        note(run);
        --m_raising;
    };
    // One from before a restart may have been written down already.
    const UtcTime made = work.run.made;
    const bool isFromBefore = alarm.row > 0 && made.us < alarm.raised.us - kSecond;
    if (!m_settings.bells.raise)
        return ended(Error{.message = say(QT_TRANSLATE_NOOP("rules", "nothing can be heard here"))});
    if (!isFromBefore || !m_settings.bells.raisedSince)
        return m_settings.bells.raise(alarm, ended);
    m_settings.bells.raisedSince(UtcTime::fromUs(made.us - kSecond), [this, guard = QPointer(this), alarm, ended](const Result<std::vector<alarms::Alarm>> &raised) {
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

void RuleDispatch::note(const RuleRun &run)
{
    if (run.number > 0)
        m_ledger.note(run);
    if (run.state != RuleRun::State::Started)
        QMetaObject::invokeMethod(this, [this, run] { Q_EMIT runFinished(run); }, Qt::QueuedConnection);
}

} // namespace tocsin::rules
