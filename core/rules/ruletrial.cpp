// SPDX-License-Identifier: GPL-3.0-or-later
// One action tried by a person, beside all that rules do by themselves.
#include "core/rules/fact.h"
#include "core/rules/ruleengine.h"

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

void RuleEngine::tryAction(const Rule &rule, const Action &action, const std::shared_ptr<const Alert> &alert, Tried done)
{
    RuleRun run{.number = ++m_lastTrial, .rule = rule.name, .kind = action.kind, .place = 0, .row = alert->row, .fact = factOf(*alert), .made = now()};
    const auto end = [this, run, done](bool worked, const QString &result) {
        RuleRun ended = run;
        ended.state = worked ? RuleRun::State::Done : RuleRun::State::Failed;
        ended.finished = now();
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
                            .arrived = alert->received, .raised = now(), .notifies = action.kind == u"notify", .always = true};
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
    if (!m_trials) {
        m_trials = std::make_unique<ActionRunner>(m_settings.help, [this](const RuleRun &ended) {
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
    m_trials->take({.rule = std::make_shared<const Rule>(rule), .action = action, .run = run, .alert = alert});
}

} // namespace tocsin::rules
