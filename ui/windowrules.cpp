// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowrules.h"

#include "core/alarms/alarmbook.h"
#include "core/rules/rulecheck.h"
#include "core/rules/ruleengine.h"
#include "core/rules/ruletext.h"
#include "ui/dialogs/rehearsaldialog.h"
#include "ui/dialogs/ruledialog.h"
#include "ui/dialogs/rulesdialog.h"
#include "ui/mainwindowactions.h"
#include "ui/models/alerttablemodel.h"
#include "ui/models/rehearsing.h"
#include "ui/models/rulewatch.h"
#include "ui/models/streamwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/filterrow.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/windowstatus.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QPushButton>

#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using rules::Rule;

namespace {

constexpr int kLookMs = 2'000;

} // namespace

WindowRules::WindowRules(const RuleParts &parts, QMainWindow *window) : QObject(window), m_parts(parts), m_window(window), m_store(parts.file), m_banner(new MessagePanel(window, MessagePanel::Shape::Banner))
{
    connect(parts.actions.rules, &QAction::triggered, this, [this] { open(); });
    connect(parts.actions.ruleOfFilter, &QAction::triggered, this, [this] { makeOfFilter(m_parts.filter.text()); });
    connect(&parts.filter, &FilterRow::ruleWanted, this, &WindowRules::makeOfFilter);
    connect(&parts.table, &AlertTable::menuOpening, this, [this](QMenu *menu) {
        const int at = m_parts.table.currentIndex().row();
        const AlertRecord *record = at < 0 ? nullptr : m_parts.model.recordAt(at);
        if (!record)
            return;
        connect(menu->addAction(Theme::icon(u"bell"_s), tr("Rule like this row…")), &QAction::triggered, this, [this, alert = record->alert] { makeLike(*alert); });
    });
    m_banner->hide();
    connect(m_banner->addButton(tr("Allow")), &QPushButton::clicked, this, [this] { m_watch->allow(m_asked); });
    connect(m_banner->addButton(tr("Do not send")), &QPushButton::clicked, this, [this] { m_watch->putOff(m_asked); });
    connect(m_banner->addButton(tr("Show rules")), &QPushButton::clicked, this, [this] { open(); });
    const Outcome loaded = m_store.load();
    if (!loaded)
        m_broken = loaded.error();
    if (parts.journal) {
        m_watch = new RuleWatch(*parts.journal, this);
        connect(m_watch, &RuleWatch::changed, this, &WindowRules::present);
        connect(m_watch, &RuleWatch::wentWrong, this, &WindowRules::handleWrong);
        connect(m_watch, &RuleWatch::failed, this, [this](const Error &error) { report(error); });
    }
    if (parts.alarms)
        connect(parts.alarms, &alarms::AlarmBook::changed, this, &WindowRules::present);
    connect(&m_again, &QTimer::timeout, this, &WindowRules::look);
    m_again.start(kLookMs);
    present();
}

QList<ColourRule> WindowRules::colours() const
{
    QList<ColourRule> wanted;
    for (const Rule &rule : m_store.rules()) {
        for (const rules::Action &action : rule.actions) {
            if (!rule.enabled || action.kind != u"colour" || !rules::checkRule(rule))
                continue;
            const rules::ActionKind *kind = rules::findActionKind(action.kind);
            wanted.push_back({.name = rule.title(), .condition = rules::conditionOf(rule, m_store.rules()), .colour = action.values.value(kind->options, u"colour"_s).toString()});
        }
    }
    return wanted;
}

void WindowRules::look()
{
    if (!m_broken.message.isEmpty()) {
        const Outcome loaded = m_store.load(); // somebody may have mended it
        if (!loaded)
            return;
        m_broken = {};
    } else if (!m_store.refresh() && isSilenced() == m_wasSilenced) {
        return; // neither the file nor the silence has changed
    }
    present();
}

bool WindowRules::isSilenced() const
{
    return m_parts.alarms && m_parts.alarms->isSilenced();
}

RuleState WindowRules::stateOf(const Rule &rule) const
{
    RuleState state = m_watch ? m_watch->stateOf(rule.name) : RuleState{};
    if (const auto problems = rules::problemsOf(rule); !problems.empty())
        state.problem = problems.front().message + u' ' + problems.front().remedy;
    return state;
}

void WindowRules::present()
{
    if (m_watch)
        m_watch->setRules(m_store.rules());
    WindowStatus::RulesState said;
    QHash<QString, RuleState> states;
    for (const Rule &rule : m_store.rules()) {
        RuleState &state = states[rule.name] = stateOf(rule);
        said.armed += rule.enabled && rule.wakes() && state.problem.isEmpty() ? 1 : 0;
        said.wrong = said.wrong || (rule.enabled && (!state.problem.isEmpty() || state.failing()));
        said.waiting = said.waiting || (rule.enabled && !state.waiting.empty());
    }
    const UtcTime now = UtcTime::now();
    m_wasSilenced = isSilenced();
    if (m_wasSilenced)
        said.silenced = streamwords::clock(m_parts.alarms->silencedUntil(), now);
    said.broken = !m_broken.message.isEmpty();
    m_parts.status.setRules(said);
    if (m_page)
        m_page->setRules(m_store.rules(), states);
    showQuestion();
    if (const QList<ColourRule> wanted = colours(); wanted != m_colours) {
        m_colours = wanted;
        Q_EMIT coloursChanged(wanted);
    }
    if (std::exchange(m_armed, said.armed) != said.armed)
        Q_EMIT armedChanged(m_armed);
}

// One destination at a time, until each has its answer.
void WindowRules::showQuestion()
{
    const std::vector<RuleWaiting> waiting = m_watch ? m_watch->waiting() : std::vector<RuleWaiting>();
    if (waiting.empty()) {
        m_asked.clear();
        m_banner->hide();
        return;
    }
    const RuleWaiting &first = waiting.front();
    const QString title = tr("A rule would send restricted alerts to %1").arg(first.label);
    if (m_asked != first.destination || m_banner->isHidden())
        m_banner->setMessage(MessagePanel::Kind::Warn, title, tr("%n alert(s) wait. Your answer is kept for this destination.", nullptr, static_cast<int>(first.rows)));
    m_asked = first.destination;
    m_banner->show();
}

void WindowRules::handleWrong(const QString &name, const RuleRun &run)
{
    const Rule *rule = m_store.find(name);
    Q_EMIT said(tr("Rule “%1”, %2: %3").arg(rule ? rule->title() : name, run.action, run.message), true);
}

void WindowRules::report(const Outcome &outcome)
{
    if (outcome)
        return tellEngine();
    if (m_page)
        m_page->showError(outcome.error());
    else
        Q_EMIT said(outcome.error().message + u' ' + outcome.error().remedy, true);
}

void WindowRules::open(const QString &name)
{
    if (!m_page) {
        m_page = new RulesDialog(rules::actionKinds(), m_window);
        connect(m_page, &RulesDialog::newWanted, this, [this] { make({}); });
        connect(m_page, &RulesDialog::editWanted, this, &WindowRules::edit);
        connect(m_page, &RulesDialog::duplicateWanted, this, &WindowRules::duplicate);
        connect(m_page, &RulesDialog::removeWanted, this, &WindowRules::remove);
        connect(m_page, &RulesDialog::enabledWanted, this, &WindowRules::setEnabled);
        connect(m_page, &RulesDialog::placeWanted, this, [this](const QString &rule, int place) {
            report(m_store.move(rule, place));
            present();
        });
        connect(m_page, &RulesDialog::rehearsalWanted, this, [this](const QString &rule, bool arms) {
            if (const Rule *found = m_store.find(rule))
                rehearse(*found, arms);
        });
        if (m_watch) {
            connect(m_page, &RulesDialog::allowWanted, m_watch, &RuleWatch::allow);
            connect(m_page, &RulesDialog::refuseWanted, m_watch, &RuleWatch::putOff);
        }
        connect(m_page, &RulesDialog::importWanted, this, &WindowRules::importFile);
        connect(m_page, &RulesDialog::exportWanted, this, &WindowRules::exportRule);
    }
    look();
    present();
    if (!m_broken.message.isEmpty())
        m_page->showError(m_broken);
    m_page->open();
    m_page->select(name);
    m_page->raise();
}

void WindowRules::tellEngine()
{
    if (m_parts.engine)
        m_parts.engine->look();
}

} // namespace tocsin::ui
