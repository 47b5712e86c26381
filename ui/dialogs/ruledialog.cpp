// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ruledialog.h"

#include "core/filter/helppage.h"
#include "core/rules/rulecheck.h"
#include "core/vault/vault.h"
#include "ui/dialogs/accountdialog.h"
#include "ui/dialogs/accounteditor.h"
#include "ui/dialogs/dialogparts.h"
#include "ui/dialogs/helppagedialog.h"
#include "ui/dialogs/rulesettings.h"
#include "ui/models/rulewords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/conditioneditor.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/nameeditor.h"
#include "ui/widgets/optionform.h"
#include "ui/widgets/quiethourseditor.h"
#include "ui/widgets/ruleactions.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using options::OptionSpec;
using rules::Rule;

namespace {

constexpr int kScrollBar = 16;

}

RuleDialog::RuleDialog(const Rule &rule, const std::vector<rules::ActionKind> &kinds, RuleDialogContext context, Submit submit, QWidget *parent)
    : QDialog(parent), m_before(rule), m_kinds(kinds), m_context(std::move(context)), m_submit(std::move(submit)),
      m_form(new OptionForm(rulesettings::specs(), &rulesettings::problems, nullptr,
                            [this](const OptionSpec &spec, QWidget *place) { return makeSettingEditor(spec, place); })),
      m_actions(new RuleActions(kinds, [this](const OptionSpec &spec, QWidget *place) { return makeActionEditor(spec, place); }, this)),
      m_scroll(new QScrollArea(this)), m_sentence(new QLabel(this)), m_message(new MessagePanel(this)),
      m_rehearse(new QPushButton(tr("Rehearse…"), this)), m_cancel(new QPushButton(tr("Cancel"), this)),
      m_save(new QPushButton(isAdding() ? tr("Add rule") : tr("Save rule"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(isAdding() ? tr("New rule") : tr("Edit rule"));
    resize(QSize(Theme::scaled(960), Theme::scaled(640)).boundedTo(screen()->availableSize() * 9 / 10));
    auto *title = new QLabel(windowTitle(), this);
    title->setFont(Theme::font(Theme::Font::Heading));
    auto *header = new QHBoxLayout;
    header->setContentsMargins(20, 12, 20, 12);
    header->addWidget(title);
    header->addStretch();

    m_form->setBackgroundRole(QPalette::Base);
    m_form->setContentsMargins(20, 16, 16, 16);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_form);
    m_actions->setContentsMargins(12, 16, 20, 12);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_scroll, 1);
    middle->addWidget(m_actions, 1);

    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setAccessibleName(tr("What the rule does"));
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *said = new QVBoxLayout;
    said->setContentsMargins(20, 10, 20, 10);
    said->setSpacing(8);
    said->addWidget(m_sentence);
    said->addWidget(m_message);
    m_message->hide();

    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(16, 10, 16, 10);
    footer->setSpacing(6);
    footer->addWidget(m_rehearse);
    footer->addStretch();
    footer->addWidget(m_cancel);
    footer->addWidget(m_save);
    for (QPushButton *button : {m_rehearse, m_cancel})
        button->setAutoDefault(false);
    m_rehearse->setToolTip(tr("Ask the stored alerts how often this rule would have acted"));
    m_save->setDefault(true);
    Theme::setPrimary(m_save, true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(header);
    column->addWidget(makeHairline(this));
    column->addLayout(middle, 1);
    column->addWidget(makeHairline(this));
    column->addLayout(said);
    column->addWidget(makeHairline(this));
    column->addLayout(footer);

    m_form->setValues(rulesettings::fromRule(rule));
    m_actions->setActions(rule.actions);
    m_actions->setTrialRow(m_context.trialRow);
    connect(m_form, &OptionForm::changed, this, &RuleDialog::refresh);
    connect(m_actions, &RuleActions::changed, this, &RuleDialog::refresh);
    connect(m_actions, &RuleActions::trialWanted, this, &RuleDialog::trialWanted);
    connect(m_rehearse, &QPushButton::clicked, this, [this] { Q_EMIT rehearsalWanted(this->rule()); });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &RuleDialog::trySubmit);
    // Wherever the focus comes from, its field is in view, with its label and what is said below it.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && m_form->isAncestorOf(now))
            m_scroll->ensureWidgetVisible(now, 0, 40);
    });
    refresh();
    m_form->fields().constFirst()->setFocus(Qt::OtherFocusReason);
}

OptionEditor *RuleDialog::makeSettingEditor(const OptionSpec &spec, QWidget *parent)
{
    if (spec.key == u"quiet")
        return new QuietHoursEditor(parent);
    if (spec.key != u"filter" && spec.key != u"measure")
        return nullptr;
    const bool isFilter = spec.key == u"filter";
    auto *editor = new ConditionEditor(m_context.catalogue, isFilter ? &conditionProblem : &measureProblem,
                                       isFilter ? u"significant and area90 < 500"_s : u"p_bns + p_nsbh"_s, parent);
    connect(editor, &ConditionEditor::helpWanted, this, &RuleDialog::showHelp);
    (isFilter ? m_condition : m_measure) = editor;
    return editor;
}

OptionEditor *RuleDialog::makeActionEditor(const OptionSpec &spec, QWidget *parent)
{
    const QString kind = spec.key == u"tom" ? u"tom"_s : spec.key == u"account" || spec.key == u"signature" ? u"token"_s : QString();
    if (!kind.isEmpty() && m_context.vault) {
        auto *editor = new AccountEditor(parent);
        editor->setAccounts(accountsOf(kind));
        connect(editor, &AccountEditor::newWanted, this, [this, kind, editor] { addAccount(kind, editor); });
        return editor;
    }
    if (spec.key == u"stream")
        return new NameEditor(m_context.streams, tr("Name of a stream"), parent);
    return nullptr;
}

QStringList RuleDialog::accountsOf(const QString &kind) const
{
    QStringList names;
    for (const vault::Account &account : m_context.vault->accounts().accounts()) {
        if (account.kind == kind)
            names << account.name;
    }
    return names;
}

void RuleDialog::addAccount(const QString &kind, AccountEditor *editor)
{
    auto *dialog = new AccountDialog(*m_context.vault, m_context.vaultFile, vault::Account{.kind = kind}, {kind}, this);
    connect(dialog, &AccountDialog::stored, editor, [this, kind, editor](const QString &name) {
        editor->setAccounts(accountsOf(kind));
        editor->setValue(name);
        Q_EMIT editor->changed();
        editor->focusTarget()->setFocus();
    });
    dialog->open();
}

Rule RuleDialog::rule() const
{
    Rule rule = m_before;
    rulesettings::toRule(m_form->values(), rule);
    rule.actions = m_actions->actions();
    if (isAdding()) {
        rule.name = rulewords::freeName(rule.label, m_context.taken);
        if (rule.label == rule.name)
            rule.label.clear();
    }
    if (losesRehearsal(rule))
        rule.rehearsed = {};
    if (rulewords::wakes(rule, m_kinds) && !rule.rehearsed.isValid())
        rule.enabled = false;
    return rule;
}

bool RuleDialog::losesRehearsal(const Rule &rule) const
{
    return rule.rehearsed.isValid() && !rules::hearTheSame(m_before, rule);
}

QString RuleDialog::hindrance() const
{
    if (!m_condition->problem().isEmpty())
        return tr("The condition cannot be read: see below its field.");
    if (!m_measure->problem().isEmpty())
        return tr("What makes it important cannot be read: see below its field.");
    return {};
}

void RuleDialog::refresh()
{
    const Rule now = rule();
    const bool wakes = rulewords::wakes(now, m_kinds);
    m_form->setCovered(wakes ? QStringList() : rulesettings::wakingKeys());
    m_scroll->setMinimumWidth(m_form->minimumSizeHint().width() + Theme::scaled(kScrollBar));
    QString text = rulewords::sentence(now, m_kinds);
    if (wakes && !now.rehearsed.isValid() && m_before.enabled)
        text += u' ' + tr("It is off until it has been rehearsed again, since what it hears has changed.");
    else if (wakes && !now.rehearsed.isValid())
        text += u' ' + tr("It can be armed after a rehearsal.");
    m_sentence->setText(text);
    const QString wrong = hindrance();
    m_save->setEnabled(wrong.isEmpty());
    m_save->setToolTip(wrong);
    m_rehearse->setEnabled(wrong.isEmpty() && m_form->problems().empty());
    m_rehearse->setToolTip(m_rehearse->isEnabled() ? tr("Ask the stored alerts how often this rule would have acted") : wrong.isEmpty() ? tr("Fill in name and condition first") : wrong);
}

void RuleDialog::trySubmit()
{
    m_message->hide();
    if (!m_form->showAllProblems() || !m_actions->showAllProblems())
        return;
    const Rule made = rule();
    if (made.actions.empty()) {
        m_message->setMessage(MessagePanel::Kind::Bad, tr("The rule does nothing yet"), tr("Add an action: what is to happen when an alert fits."));
        m_message->show();
        return;
    }
    if (const Outcome kept = m_submit(made); !kept) {
        m_message->setMessage(MessagePanel::Kind::Bad, kept.error().message, kept.error().remedy, kept.error().detail);
        m_message->show();
        return;
    }
    accept();
}

void RuleDialog::showTrial(const RuleRun &run)
{
    m_actions->showTrial(run);
}

void RuleDialog::showHelp()
{
    (new HelpPageDialog(tr("Filter language"), filter::helpPage(), this))->open();
}

bool RuleDialog::focusNextPrevChild(bool next)
{
    QList<QWidget *> order = m_form->fields() + m_actions->fields() + QList<QWidget *>{m_rehearse, m_cancel, m_save};
    order.removeIf([](const QWidget *each) { return !each->isVisible() || !each->isEnabled(); });
    QWidget *now = focusWidget();
    qsizetype at = order.indexOf(now);
    // The part of a field that has the focus itself.
    for (QWidget *above = now; at < 0 && above && above != this; above = above->parentWidget())
        at = order.indexOf(above);
    if (at < 0)
        return QDialog::focusNextPrevChild(next);
    QWidget *to = order[(at + (next ? 1 : order.size() - 1)) % order.size()];
    to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void RuleDialog::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::palette().base);
}

} // namespace tocsin::ui
