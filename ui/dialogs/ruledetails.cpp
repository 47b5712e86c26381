// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ruledetails.h"

#include "ui/models/rulewords.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using rules::Rule;

namespace {

constexpr int kOutputLines = 4;

} // namespace

RuleDetails::RuleDetails(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_sentence(new QLabel(this)), m_last(new QLabel(this)), m_right(new QWidget(this)), m_outcome(new MessagePanel(this)),
      m_trouble(new MessagePanel(this)), m_output(new QPlainTextEdit(this)), m_waiting(new MessagePanel(this)), m_allow(new QPushButton(tr("Allow"), this)),
      m_refuse(new QPushButton(tr("Do not send"), this)), m_edit(new QPushButton(tr("Edit…"), this)), m_duplicate(new QPushButton(tr("Duplicate…"), this)),
      m_remove(new QPushButton(tr("Remove…"), this)), m_up(new QPushButton(tr("Up"), this)), m_down(new QPushButton(tr("Down"), this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(Theme::font(Theme::Font::Subheading));
    m_title->setWordWrap(true);
    for (QLabel *label : {m_sentence, m_last}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_sentence->setAccessibleName(tr("What the rule does"));
    m_last->setForegroundRole(QPalette::PlaceholderText);
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_title);
    left->addWidget(m_sentence);
    left->addWidget(m_last);
    left->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(16);
    row->addLayout(left, 1);
    row->addWidget(makeRight(), 1);
    row->addLayout(makeButtons());
}

QWidget *RuleDetails::makeRight()
{
    m_outcome->setObjectName(u"outcome"_s);
    m_output->setReadOnly(true);
    m_output->setFont(Theme::font(Theme::Font::Mono));
    m_output->setAccessibleName(tr("Output of the action"));
    m_output->setFixedHeight(kOutputLines * m_output->fontMetrics().lineSpacing() + 14);
    m_output->setTabChangesFocus(true);
    auto *right = new QVBoxLayout(m_right);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(8);
    right->addWidget(m_outcome); // first: nobody scrolls for the answer
    right->addWidget(m_waiting);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(6);
    answers->addStretch();
    for (QPushButton *button : {m_refuse, m_allow}) {
        button->setAutoDefault(false);
        answers->addWidget(button);
    }
    right->addLayout(answers);
    right->addWidget(m_trouble);
    right->addWidget(m_output);
    right->addStretch();
    for (QWidget *each : {static_cast<QWidget *>(m_outcome), static_cast<QWidget *>(m_trouble), static_cast<QWidget *>(m_output), static_cast<QWidget *>(m_waiting)})
        each->hide();
    connect(m_allow, &QPushButton::clicked, this, [this] { Q_EMIT allowWanted(m_destination); });
    connect(m_refuse, &QPushButton::clicked, this, [this] { Q_EMIT refuseWanted(m_destination); });
    return m_right;
}

QLayout *RuleDetails::makeButtons()
{
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(6);
    for (QPushButton *button : {m_edit, m_duplicate, m_remove, m_up, m_down})
        button->setAutoDefault(false);
    for (QPushButton *button : {m_edit, m_duplicate, m_remove})
        buttons->addWidget(button);
    auto *order = new QHBoxLayout;
    order->setSpacing(6);
    order->addWidget(m_up);
    order->addWidget(m_down);
    buttons->addLayout(order);
    buttons->addStretch();
    m_up->setToolTip(tr("Alt+Up"));
    m_down->setToolTip(tr("Alt+Down"));
    connect(m_edit, &QPushButton::clicked, this, &RuleDetails::editWanted);
    connect(m_duplicate, &QPushButton::clicked, this, &RuleDetails::duplicateWanted);
    connect(m_remove, &QPushButton::clicked, this, &RuleDetails::removeWanted);
    connect(m_up, &QPushButton::clicked, this, [this] { Q_EMIT moveWanted(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { Q_EMIT moveWanted(1); });
    return buttons;
}

void RuleDetails::setRule(const Rule *rule, const RuleState &state, const std::vector<rules::ActionKind> &kinds)
{
    const QString name = rule ? rule->name : QString();
    if (m_shown != name)
        m_outcome->hide(); // it is about another one
    m_shown = name;
    for (QPushButton *button : {m_edit, m_duplicate, m_remove})
        button->setEnabled(rule != nullptr);
    m_title->setText(rule ? rule->title() : QString());
    m_sentence->setText(rule ? rulewords::sentence(*rule, kinds) : QString());
    QStringList last;
    if (rule && rulewords::wakes(*rule, kinds))
        last << (rule->rehearsed.isValid() ? tr("Rehearsed %1.").arg(formats::ago(rule->rehearsed, UtcTime::now())) : tr("Not rehearsed in this form."));
    if (!state.runs.empty()) {
        const RuleRun &run = state.runs.front();
        last << tr("Last action, %1: %2 (%3)").arg(formats::ago(run.when, UtcTime::now()), run.action, run.message);
    }
    m_last->setText(last.join(u'\n'));
    m_last->setVisible(!last.isEmpty());
    showTrouble(state);
    showWaiting(state);
    showRight();
}

void RuleDetails::setMovable(bool up, bool down)
{
    m_up->setEnabled(up);
    m_down->setEnabled(down);
}

void RuleDetails::showTrouble(const RuleState &state)
{
    const RuleRun *failing = state.failing();
    m_trouble->setVisible(!state.problem.isEmpty() || failing);
    if (!state.problem.isEmpty())
        m_trouble->setMessage(MessagePanel::Kind::Bad, tr("This rule cannot run as it stands"), state.problem);
    else if (failing)
        m_trouble->setMessage(MessagePanel::Kind::Bad, tr("%1 went wrong %2").arg(failing->action, formats::ago(failing->when, UtcTime::now())), failing->message);
    const bool hasOutput = state.problem.isEmpty() && failing && !failing->output.trimmed().isEmpty();
    m_output->setVisible(hasOutput);
    m_output->setPlainText(hasOutput ? failing->output.trimmed() : QString());
}

void RuleDetails::showWaiting(const RuleState &state)
{
    for (QWidget *each : {static_cast<QWidget *>(m_waiting), static_cast<QWidget *>(m_allow), static_cast<QWidget *>(m_refuse)})
        each->setVisible(!state.waiting.empty());
    if (state.waiting.empty())
        return;
    const RuleWaiting &first = state.waiting.front();
    m_destination = first.destination;
    m_waiting->setMessage(MessagePanel::Kind::Warn, tr("%n restricted row(s) wait", nullptr, static_cast<int>(first.rows)),
                          tr("They would go to %1. Your answer is kept for this destination.").arg(first.label));
    m_allow->setAccessibleName(tr("Allow %1").arg(first.label));
    m_refuse->setAccessibleName(tr("Do not send to %1").arg(first.label));
}

void RuleDetails::say(bool good, const QString &title, const QString &text, const QString &detail)
{
    m_outcome->setMessage(good ? MessagePanel::Kind::Info : MessagePanel::Kind::Bad, title, text, detail);
    m_outcome->show();
    showRight();
}

void RuleDetails::showRight()
{
    m_right->setVisible(!m_outcome->isHidden() || !m_waiting->isHidden() || !m_trouble->isHidden());
}

} // namespace tocsin::ui
