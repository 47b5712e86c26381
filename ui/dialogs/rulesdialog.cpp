// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/rulesdialog.h"

#include "ui/dialogs/dialogparts.h"
#include "ui/dialogs/ruledetails.h"
#include "ui/dialogs/statelist.h"
#include "ui/models/rulewords.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScreen>
#include <QScrollArea>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using rules::Rule;

namespace {

enum Column { NameColumn, ConditionColumn, ActionsColumn, LastColumn, StateColumn };
const statelist::Columns kColumns{.stretched = ConditionColumn, .chosen = {NameColumn, ActionsColumn}, .most = {230, 200}, .least = 70};

} // namespace

RulesDialog::RulesDialog(const std::vector<rules::ActionKind> &kinds, QWidget *parent)
    : QDialog(parent), m_kinds(kinds), m_intro(new QLabel(this)), m_list(new QTreeWidget(this)), m_none(new QLabel(this)), m_details(new RuleDetails(this)),
      m_new(new QPushButton(tr("New rule"), this)), m_import(new QPushButton(tr("Import…"), this)), m_export(new QPushButton(tr("Export…"), this)),
      m_rehearse(new QPushButton(tr("Rehearse…"), this)), m_arm(new QPushButton(tr("Arm…"), this)), m_close(new QPushButton(tr("Close"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Rules"));
    resize(QSize(Theme::scaled(980), Theme::scaled(600)).boundedTo(screen()->availableSize() * 9 / 10));
    auto *heading = new QLabel(tr("Rules"), this);
    heading->setFont(Theme::font(Theme::Font::Heading));
    m_intro->setForegroundRole(QPalette::PlaceholderText);
    m_intro->setWordWrap(true);
    auto *header = new QHBoxLayout;
    header->setContentsMargins(16, 12, 16, 12);
    header->setSpacing(14);
    header->addWidget(heading);
    header->addWidget(m_intro, 1);

    statelist::setUp(m_list, tr("Rules"), {tr("Rule"), tr("When"), tr("Then"), tr("Last"), tr("State")}, kColumns);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    statelist::setUpNone(m_none, tr("No rule yet. A rule says what is to happen when an alert fits: wake you, mark the row, post it, run a program."));
    m_new->setIcon(Theme::icon(u"list-add"_s));
    m_close->setDefault(true);
    m_import->setToolTip(tr("Rules from a file; they come in at the end, switched off"));
    m_export->setToolTip(tr("Write the selected rule to a file, without any secret"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(header);
    column->addWidget(makeHairline(this));
    column->addWidget(m_list, 3);
    column->addWidget(m_none, 3);
    column->addWidget(makeHairline(this));
    column->addWidget(statelist::makeArea(m_details, this), 2);
    column->addWidget(makeHairline(this));
    column->addLayout(statelist::makeFooter({m_new, m_import, m_export, m_rehearse, m_arm, m_close}, m_export));

    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        if (!m_filling)
            fillDetails();
    });
    connect(m_list, &QTreeWidget::itemChanged, this, &RulesDialog::handleTick);
    connect(m_list, &QTreeWidget::itemDoubleClicked, this, [this] { Q_EMIT editWanted(current()); });
    connect(m_new, &QPushButton::clicked, this, &RulesDialog::newWanted);
    connect(m_import, &QPushButton::clicked, this, &RulesDialog::importWanted);
    connect(m_export, &QPushButton::clicked, this, [this] { Q_EMIT exportWanted(current()); });
    connect(m_details, &RuleDetails::editWanted, this, [this] { Q_EMIT editWanted(current()); });
    connect(m_details, &RuleDetails::duplicateWanted, this, [this] { Q_EMIT duplicateWanted(current()); });
    connect(m_details, &RuleDetails::removeWanted, this, [this] { Q_EMIT removeWanted(current()); });
    connect(m_details, &RuleDetails::moveWanted, this, &RulesDialog::move);
    connect(m_details, &RuleDetails::allowWanted, this, &RulesDialog::allowWanted);
    connect(m_details, &RuleDetails::refuseWanted, this, &RulesDialog::refuseWanted);
    connect(m_rehearse, &QPushButton::clicked, this, [this] { Q_EMIT rehearsalWanted(current(), false); });
    connect(m_arm, &QPushButton::clicked, this, [this] {
        const Rule *rule = currentRule();
        if (!rule)
            return;
        if (rule->enabled)
            Q_EMIT enabledWanted(rule->name, false);
        else if (hasToRehearse(*rule))
            Q_EMIT rehearsalWanted(rule->name, true);
        else
            Q_EMIT enabledWanted(rule->name, true);
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    fill();
    m_list->setFocus();
}

QString RulesDialog::current() const
{
    return statelist::currentKey(m_list);
}

const Rule *RulesDialog::currentRule() const
{
    const auto found = std::ranges::find(m_rules, current(), &Rule::name);
    return found == m_rules.end() ? nullptr : &*found;
}

bool RulesDialog::hasToRehearse(const Rule &rule) const
{
    return rulewords::wakes(rule, m_kinds) && !rule.rehearsed.isValid();
}

void RulesDialog::select(const QString &name)
{
    statelist::select(m_list, name);
}

void RulesDialog::setRules(const std::vector<Rule> &rules, const QHash<QString, RuleState> &states)
{
    const bool isFirst = m_rules.empty();
    m_rules = rules;
    m_states = states;
    fill();
    if (isFirst)
        m_list->setFocus();
}

void RulesDialog::fill()
{
    const QString before = current();
    {
        const QScopedValueRollback filling(m_filling, true);
        m_list->clear();
        for (const Rule &rule : m_rules)
            put(rule);
        statelist::selectAgain(m_list, before);
    }
    statelist::fitColumns(m_list, kColumns);
    m_intro->setText(std::ranges::any_of(m_rules, &Rule::enabled)
                         ? tr("What happens by itself when an alert comes. A rule that wakes you is rehearsed on stored alerts before it is armed.")
                         : tr("Nothing happens by itself yet. Choose a rule and press Arm: it is rehearsed on stored alerts first."));
    m_list->setVisible(!m_rules.empty());
    m_none->setVisible(m_rules.empty());
    fillDetails();
}

void RulesDialog::put(const Rule &rule)
{
    const RuleState state = m_states.value(rule.name);
    const rulewords::Look look = rulewords::look(rule, state, m_kinds);
    const QString last = state.lastHit.isValid() ? formats::ago(state.lastHit, UtcTime::now()) : tr("never");
    QTreeWidgetItem *item = statelist::addRow(m_list, rule.name, {rule.title(), rulewords::condition(rule), rulewords::actions(rule, m_kinds), last, look.word}, look.glyph, Theme::palette().*look.colour);
    item->setFlags((item->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled) & ~Qt::ItemIsDropEnabled);
    item->setCheckState(NameColumn, rule.enabled ? Qt::Checked : Qt::Unchecked);
}

void RulesDialog::fillDetails()
{
    const Rule *rule = currentRule();
    for (QPushButton *button : {m_rehearse, m_arm, m_export})
        button->setEnabled(rule != nullptr);
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    const RuleState state = rule ? m_states.value(rule->name) : RuleState{};
    m_details->setRule(rule, state, m_kinds);
    m_details->setMovable(rule && row > 0, rule && row + 1 < m_list->topLevelItemCount());
    const bool wakes = rule && rulewords::wakes(*rule, m_kinds);
    m_arm->setText(rule && rule->enabled ? (wakes ? tr("Disarm") : tr("Switch off")) : !wakes && rule ? tr("Switch on") : rule && !hasToRehearse(*rule) ? tr("Arm") : tr("Arm…"));
    m_arm->setToolTip(rule && !rule->enabled && hasToRehearse(*rule) ? tr("Rehearses the rule first; then one click arms it") : QString());
    m_arm->setIcon(rule && rule->enabled ? QIcon() : Theme::icon(u"bell"_s));
    Theme::setPrimary(m_arm, rule && !rule->enabled && state.problem.isEmpty());
}

void RulesDialog::handleTick(QTreeWidgetItem *item)
{
    if (m_filling)
        return;
    const auto rule = std::ranges::find(m_rules, item->data(NameColumn, Qt::UserRole).toString(), &Rule::name);
    const bool ticked = item->checkState(NameColumn) == Qt::Checked;
    if (rule == m_rules.end() || ticked == rule->enabled)
        return;
    const Rule wanted = *rule;
    {
        // The tick shows what is so; it comes back when it is done.
        const QScopedValueRollback filling(m_filling, true);
        item->setCheckState(NameColumn, wanted.enabled ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setCurrentItem(item);
    if (ticked && hasToRehearse(wanted))
        Q_EMIT rehearsalWanted(wanted.name, true);
    else
        Q_EMIT enabledWanted(wanted.name, ticked);
}

void RulesDialog::move(int step)
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    const int to = row + step;
    if (row >= 0 && to >= 0 && to < m_list->topLevelItemCount())
        Q_EMIT placeWanted(current(), to);
}

// The view has moved the row by itself.
void RulesDialog::handleDropped()
{
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        const QString name = m_list->topLevelItem(row)->data(NameColumn, Qt::UserRole).toString();
        const auto before = std::ranges::find(m_rules, name, &Rule::name) - m_rules.begin();
        if (name == current() && before != row) {
            Q_EMIT placeWanted(name, row);
            return;
        }
    }
}

bool RulesDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::Drop)
        QMetaObject::invokeMethod(this, &RulesDialog::handleDropped, Qt::QueuedConnection); // once the view has done it
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            move(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) { // else the default button takes it as well
            if (currentRule())
                Q_EMIT editWanted(current());
            return true;
        }
        if (key->key() == Qt::Key_Delete && currentRule()) {
            Q_EMIT removeWanted(current());
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void RulesDialog::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::palette().base);
}

void RulesDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        fill(); // the rows hold colours and glyphs
}

} // namespace tocsin::ui
