// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/ruletrials.h"

#include "core/rules/fact.h"

#include <QCoreApplication>

#include <utility>

namespace tocsin::rules {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("rules", text);
}

} // namespace

RuleTrials::RuleTrials(Settings settings, QObject *parent) : QObject(parent), m_settings(std::move(settings)) {}

RuleTrials::~RuleTrials()
{
    stop();
}

void RuleTrials::stopSoon()
{
    if (m_runner)
        m_runner->stop();
}

void RuleTrials::stop()
{
    stopSoon();
    m_runner.reset();
}

void RuleTrials::tryAction(const Rule &rule, const Action &action, const std::shared_ptr<const Alert> &alert, Tried done)
{
    RuleRun run{.number = ++m_last, .rule = rule.name, .kind = action.kind, .place = 0, .row = alert->row, .fact = factOf(*alert), .made = m_settings.clock()};
    const auto end = [this, run, done](bool worked, const QString &result) {
        RuleRun ended = run;
        ended.state = worked ? RuleRun::State::Done : RuleRun::State::Failed;
        ended.finished = m_settings.clock();
        ended.result = result;
        done(ended);
    };
    const ActionKind *kind = findActionKind(action.kind);
    if (!kind)
        return end(false, say(QT_TRANSLATE_NOOP("rules", "This version does not know this kind of action.")));
    if (action.kind == u"notify" || action.kind == u"sound") {
        if (!m_settings.bells.raise)
            return end(false, say(QT_TRANSLATE_NOOP("rules", "Nothing can be heard here.")));
        alarms::Alarm alarm{.rule = rule.name, .title = rule.title(), .fact = run.fact, .row = alert->row, .test = true, .restricted = alert->access == "restricted",
                            .arrived = alert->received, .raised = m_settings.clock(), .notifies = action.kind == u"notify", .always = true};
        if (action.kind == u"sound")
            alarm.sound = action.text(u"sound"_s);
        else if (!action.text(u"text"_s).isEmpty())
            alarm.fact = messageOf({.rule = std::make_shared<const Rule>(rule), .action = action, .run = run, .alert = alert});
        return m_settings.bells.raise(alarm, [end](const Result<int64_t> &number) {
            end(number.ok(), number ? say(QT_TRANSLATE_NOOP("rules", "Alarm %1 was raised as a test.")).arg(number.value()) : number.error().message);
        });
    }
    if (action.kind == u"colour" || action.kind == u"mark" || action.kind == u"tag")
        return end(true, say(QT_TRANSLATE_NOOP("rules", "This is done in the table alone; the row was left as it is.")));
    if (m_settings.demo)
        return end(false, say(QT_TRANSLATE_NOOP("rules", "The demo's alerts go nowhere: leave the demo to try this.")));
    if (!m_runner) {
        m_runner = std::make_unique<ActionRunner>(m_settings.help, [this](const RuleRun &ended) {
            if (ended.state == RuleRun::State::Started)
                return;
            QMetaObject::invokeMethod(this, [this, ended] {
                if (const auto asked = m_asked.find(ended.number); asked != m_asked.end()) {
                    const Tried tell = std::exchange(asked->second, {});
                    m_asked.erase(asked);
                    tell(ended);
                }
            }, Qt::QueuedConnection);
        });
    }
    m_asked.emplace(run.number, std::move(done));
    m_runner->take({.rule = std::make_shared<const Rule>(rule), .action = action, .run = run, .alert = alert});
}

} // namespace tocsin::rules
