// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ruleactions.h"

#include "core/options/optiontable.h"
#include "ui/models/rulewords.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using rules::Action;
using rules::ActionKind;

namespace {

constexpr int kMostRows = 5;
constexpr int kRow = 22;
constexpr int kScrollBar = 16;
constexpr int kGlyph = 14;
constexpr int kLongestOutput = 600; // characters beside the answer; the whole stands in the tooltip

} // namespace

RuleActions::RuleActions(const std::vector<ActionKind> &kinds, OptionForm::MakeEditor makeEditor, QWidget *parent)
    : QWidget(parent), m_kinds(kinds), m_makeEditor(std::move(makeEditor)), m_list(new QListWidget(this)), m_add(new QPushButton(tr("Add action"), this)),
      m_remove(new QPushButton(tr("Remove"), this)), m_up(new QPushButton(tr("Up"), this)), m_down(new QPushButton(tr("Down"), this)),
      m_help(new QLabel(this)), m_area(new QScrollArea(this)), m_try(new QPushButton(tr("Try it"), this)), m_trial(new MessagePanel(this))
{
    auto *title = new QLabel(tr("Actions"), this);
    title->setFont(Theme::font(Theme::Font::Strong));
    title->setBuddy(m_list);
    m_list->setAccessibleName(tr("Actions"));
    m_list->setIconSize({Theme::scaled(kGlyph), Theme::scaled(kGlyph)});
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *menu = new QMenu(m_add);
    menu->setToolTipsVisible(true);
    for (const ActionKind &kind : m_kinds) {
        QAction *entry = menu->addAction(rules::actionLabel(kind), this, [this, id = kind.id] { add(id); });
        entry->setToolTip(formats::plainTip(rules::actionHelp(kind)));
    }
    m_add->setMenu(menu);
    m_add->setIcon(Theme::icon(u"list-add"_s));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(m_add);
    buttons->addStretch();
    for (QPushButton *button : {m_up, m_down, m_remove})
        buttons->addWidget(button);
    for (QPushButton *button : {m_add, m_remove, m_up, m_down, m_try})
        button->setAutoDefault(false);
    m_up->setAccessibleName(tr("Action up"));
    m_down->setAccessibleName(tr("Action down"));
    m_remove->setAccessibleName(tr("Remove action"));
    m_help->setWordWrap(true);
    m_help->setTextFormat(Qt::PlainText);
    m_help->setForegroundRole(QPalette::PlaceholderText);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto *trial = new QHBoxLayout;
    trial->addStretch();
    trial->addWidget(m_try);
    m_trial->hide();
    m_trial->setObjectName(u"trial"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(m_list);
    column->addLayout(buttons);
    column->addWidget(m_area, 1);
    auto *inside = new QWidget;
    inside->setBackgroundRole(QPalette::Base);
    m_below = new QVBoxLayout(inside);
    m_below->setContentsMargins(0, 0, 4, 0);
    m_below->setSpacing(8);
    m_below->addWidget(m_help);
    m_below->addLayout(trial);
    m_below->addWidget(m_trial);
    m_below->addStretch();
    m_area->setWidget(inside);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && m_area->isAncestorOf(now))
            m_area->ensureWidgetVisible(now, 0, 40);
    });

    connect(m_list, &QListWidget::currentRowChanged, this, &RuleActions::showCurrent);
    connect(m_remove, &QPushButton::clicked, this, &RuleActions::removeCurrent);
    connect(m_up, &QPushButton::clicked, this, [this] { moveCurrent(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveCurrent(1); });
    connect(m_try, &QPushButton::clicked, this, [this] {
        const int row = m_list->currentRow();
        if (row < 0 || !showAllProblems())
            return;
        m_trying = true;
        m_try->setEnabled(false);
        m_try->setText(tr("Trying…"));
        Q_EMIT trialWanted(m_actions[static_cast<size_t>(row)]);
    });
    fill(-1);
}

void RuleActions::setActions(const std::vector<Action> &actions)
{
    m_actions = actions;
    fill(m_actions.empty() ? -1 : 0);
}

bool RuleActions::isWrong(int row) const
{
    const Action &action = m_actions[static_cast<size_t>(row)];
    const ActionKind *kind = rulewords::findKind(m_kinds, action.kind);
    return !kind || !options::validate(kind->options, action.values).empty();
}

int RuleActions::firstWrong() const
{
    for (int row = 0; row < static_cast<int>(m_actions.size()); ++row) {
        if (isWrong(row))
            return row;
    }
    return -1;
}

bool RuleActions::showAllProblems()
{
    const int wrong = firstWrong();
    if (wrong < 0)
        return true;
    m_list->setCurrentRow(wrong);
    if (m_form)
        m_form->showAllProblems();
    return false;
}

void RuleActions::fill(int current)
{
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (int row = 0; row < static_cast<int>(m_actions.size()); ++row) {
            m_list->addItem(new QListWidgetItem);
            present(row);
        }
        m_list->setCurrentRow(current);
    }
    m_list->setFixedHeight(std::clamp(static_cast<int>(m_actions.size()), 2, kMostRows) * std::max(m_list->sizeHintForRow(0), Theme::scaled(kRow)) + 2 * m_list->frameWidth());
    showCurrent();
}

void RuleActions::present(int row)
{
    const QString text = rulewords::action(m_actions[static_cast<size_t>(row)], m_kinds);
    QListWidgetItem *item = m_list->item(row);
    const bool wrong = isWrong(row);
    const QPixmap glyph = Theme::glyph(wrong ? u"degraded"_s : u"okdisc"_s, Theme::scaled(kGlyph), wrong ? Theme::palette().warn : Theme::palette().good, devicePixelRatioF());
    QIcon icon(glyph);
    icon.addPixmap(glyph, QIcon::Selected); // else paled
    item->setIcon(icon);
    item->setText(wrong ? tr("%1 (incomplete)").arg(text) : text);
    item->setToolTip(formats::plainTip(text));
}

void RuleActions::showCurrent()
{
    const int row = m_list->currentRow();
    const bool any = row >= 0 && row < static_cast<int>(m_actions.size());
    const ActionKind *kind = any ? rulewords::findKind(m_kinds, m_actions[static_cast<size_t>(row)].kind) : nullptr;
    m_remove->setEnabled(any);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(any && row + 1 < static_cast<int>(m_actions.size()));
    m_trial->hide();
    m_help->setText(kind  ? rules::actionHelp(*kind)
                        : any ? tr("This version of Tocsin does not know “%1”. It is kept as it is.").arg(m_actions[static_cast<size_t>(row)].kind)
                              : tr("Nothing happens yet. Add what the rule is to do."));
    m_help->setVisible(!m_help->text().isEmpty());
    OptionForm *before = m_form;
    m_form = kind && !kind->options.empty() ? new OptionForm(kind->options, {}, nullptr, m_makeEditor) : nullptr;
    if (before) {
        m_below->removeWidget(before);
        before->hide();
        before->setParent(nullptr);
        before->deleteLater(); // it may be the one whose signal led here
    }
    if (m_form) {
        m_form->setValues(m_actions[static_cast<size_t>(row)].values);
        m_below->insertWidget(1, m_form);
        m_area->setMinimumWidth(m_form->minimumSizeHint().width() + Theme::scaled(kScrollBar));
        connect(m_form, &OptionForm::changed, this, &RuleActions::take);
    }
    setTrialRow(m_trialRow);
    Q_EMIT fieldsChanged();
}

void RuleActions::take()
{
    const int row = m_list->currentRow();
    if (row < 0 || !m_form)
        return;
    m_actions[static_cast<size_t>(row)].values = m_form->values();
    present(row);
    Q_EMIT changed();
}

void RuleActions::add(const QString &kind)
{
    const int at = m_list->currentRow() + 1;
    m_actions.insert(m_actions.begin() + at, Action{.kind = kind, .values = {}});
    fill(at);
    if (m_form && !m_form->fields().isEmpty())
        m_form->fields().constFirst()->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void RuleActions::removeCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_actions.erase(m_actions.begin() + row);
    fill(std::min(row, static_cast<int>(m_actions.size()) - 1));
    Q_EMIT changed();
}

void RuleActions::moveCurrent(int step)
{
    const int row = m_list->currentRow();
    const int to = row + step;
    if (row < 0 || to < 0 || to >= static_cast<int>(m_actions.size()))
        return;
    std::swap(m_actions[static_cast<size_t>(row)], m_actions[static_cast<size_t>(to)]);
    fill(to);
    Q_EMIT changed();
}

void RuleActions::setTrialRow(const QString &row)
{
    m_trialRow = row;
    const bool known = m_list->currentRow() >= 0 && rulewords::findKind(m_kinds, m_actions[static_cast<size_t>(m_list->currentRow())].kind);
    m_try->setVisible(known);
    m_try->setEnabled(known && !row.isEmpty() && !m_trying);
    m_try->setToolTip(formats::plainTip(row.isEmpty() ? tr("Select a row of the table first: the action is tried on it.") : tr("Does this action once, on %1.").arg(row)));
}

void RuleActions::showTrial(const RuleRun &run)
{
    m_trying = false;
    m_try->setText(tr("Try it"));
    setTrialRow(m_trialRow);
    const QString output = run.output.trimmed();
    QString text = run.message;
    if (!output.isEmpty())
        text += u'\n' + (output.size() > kLongestOutput ? output.left(kLongestOutput) + u'…' : output);
    m_trial->setMessage(run.good ? MessagePanel::Kind::Info : MessagePanel::Kind::Bad, run.good ? tr("It went well") : tr("It went wrong"), text, output);
    m_trial->show();
    QMetaObject::invokeMethod(this, [this] { m_area->ensureWidgetVisible(m_trial); }, Qt::QueuedConnection); // once it has its place
}

QList<QWidget *> RuleActions::fields() const
{
    QList<QWidget *> all{m_list, m_add, m_up, m_down, m_remove};
    if (m_form)
        all << m_form->fields();
    return all << m_try;
}

} // namespace tocsin::ui
