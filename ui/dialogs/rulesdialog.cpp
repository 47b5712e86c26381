// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/rulesdialog.h"

#include "ui/dialogs/dialogparts.h"
#include "ui/models/rulewords.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScreen>
#include <QScrollArea>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using rules::Rule;

namespace {

enum Column { NameColumn, ConditionColumn, ActionsColumn, LastColumn, StateColumn, ColumnCount };
constexpr int kGlyph = 14;
constexpr int kLeastColumn = 70;
constexpr int kMostName = 230;
constexpr int kMostActions = 200;
constexpr int kOutputLines = 4;

} // namespace

RulesDialog::RulesDialog(const std::vector<rules::ActionKind> &kinds, QWidget *parent)
    : QDialog(parent), m_kinds(kinds), m_intro(new QLabel(this)), m_list(new QTreeWidget(this)), m_none(new QLabel(this)), m_title(new QLabel(this)), m_sentence(new QLabel(this)),
      m_last(new QLabel(this)), m_outcome(new MessagePanel(this)), m_trouble(new MessagePanel(this)), m_output(new QPlainTextEdit(this)),
      m_waiting(new MessagePanel(this)), m_allow(new QPushButton(tr("Allow"), this)), m_refuse(new QPushButton(tr("Do not send"), this)),
      m_new(new QPushButton(tr("New rule"), this)), m_import(new QPushButton(tr("Import…"), this)), m_export(new QPushButton(tr("Export…"), this)),
      m_edit(new QPushButton(tr("Edit…"), this)), m_duplicate(new QPushButton(tr("Duplicate…"), this)), m_remove(new QPushButton(tr("Remove…"), this)),
      m_up(new QPushButton(tr("Up"), this)), m_down(new QPushButton(tr("Down"), this)), m_rehearse(new QPushButton(tr("Rehearse…"), this)),
      m_arm(new QPushButton(tr("Arm…"), this)), m_close(new QPushButton(tr("Close"), this))
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

    m_list->setAccessibleName(tr("Rules"));
    m_list->setHeaderLabels({tr("Rule"), tr("When"), tr("Then"), tr("Last"), tr("State")});
    m_list->header()->setAccessibleName(tr("Columns"));
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(ConditionColumn, QHeaderView::Stretch);
    for (const Column column : {NameColumn, ActionsColumn}) // people choose these: long ones give up their end
        m_list->header()->setSectionResizeMode(column, QHeaderView::Interactive);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setMinimumSectionSize(Theme::scaled(kLeastColumn));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setItemDelegate(new StateRowDelegate(m_list));
    m_list->setMinimumHeight(Theme::scaled(26 + 3 * StateRowDelegate::kHeight));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    m_none->setText(tr("No rule yet. A rule says what is to happen when an alert fits: wake you, mark the row, post it, run a program."));
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_none->setMargin(24);

    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(16, 10, 16, 10);
    footer->setSpacing(6);
    for (QPushButton *button : {m_new, m_import, m_export, m_rehearse, m_arm, m_close}) {
        button->setAutoDefault(false);
        footer->addWidget(button);
        if (button == m_export)
            footer->addStretch();
    }
    m_new->setIcon(Theme::icon(u"list-add"_s));
    m_close->setDefault(true);
    m_import->setToolTip(tr("Rules from a file; they come in at the end, switched off"));
    m_export->setToolTip(tr("Write the selected rule to a file, without any secret"));
    m_up->setToolTip(tr("Alt+Up"));
    m_down->setToolTip(tr("Alt+Down"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(header);
    column->addWidget(makeHairline(this));
    column->addWidget(m_list, 3);
    column->addWidget(m_none, 3);
    column->addWidget(makeHairline(this));
    column->addWidget(makeDetails(), 2);
    column->addWidget(makeHairline(this));
    column->addLayout(footer);

    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        if (!m_filling)
            fillDetails();
    });
    connect(m_list, &QTreeWidget::itemChanged, this, &RulesDialog::handleTick);
    connect(m_list, &QTreeWidget::itemDoubleClicked, this, [this] { Q_EMIT editWanted(current()); });
    connect(m_new, &QPushButton::clicked, this, &RulesDialog::newWanted);
    connect(m_import, &QPushButton::clicked, this, &RulesDialog::importWanted);
    connect(m_export, &QPushButton::clicked, this, [this] { Q_EMIT exportWanted(current()); });
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editWanted(current()); });
    connect(m_duplicate, &QPushButton::clicked, this, [this] { Q_EMIT duplicateWanted(current()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeWanted(current()); });
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
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
    connect(m_allow, &QPushButton::clicked, this, [this] { Q_EMIT allowWanted(m_destination); });
    connect(m_refuse, &QPushButton::clicked, this, [this] { Q_EMIT refuseWanted(m_destination); });
    fill();
    m_list->setFocus();
}

QWidget *RulesDialog::makeDetails()
{
    auto *inside = new QWidget;
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
    m_output->setReadOnly(true);
    m_output->setFont(Theme::font(Theme::Font::Mono));
    m_output->setAccessibleName(tr("Output of the action"));
    m_output->setFixedHeight(kOutputLines * m_output->fontMetrics().lineSpacing() + 14);
    m_output->setTabChangesFocus(true);
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
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_title);
    left->addWidget(m_sentence);
    left->addWidget(m_last);
    left->addStretch();
    auto *right = new QVBoxLayout;
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
    m_outcome->setObjectName(u"outcome"_s);
    for (QWidget *each : {static_cast<QWidget *>(m_outcome), static_cast<QWidget *>(m_trouble), static_cast<QWidget *>(m_output), static_cast<QWidget *>(m_waiting)})
        each->hide();
    auto *row = new QHBoxLayout(inside);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(16);
    row->addLayout(left, 1);
    row->addLayout(right, 1);
    row->addLayout(buttons);
    inside->setBackgroundRole(QPalette::Base);
    auto *area = new QScrollArea(this); // with large text there is less room than words
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return area;
}

QString RulesDialog::current() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    return item ? item->data(NameColumn, Qt::UserRole).toString() : QString();
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
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        if (m_list->topLevelItem(i)->data(NameColumn, Qt::UserRole) == name)
            m_list->setCurrentItem(m_list->topLevelItem(i));
    }
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
        select(before);
        if (!m_list->currentItem() && m_list->topLevelItemCount() > 0)
            m_list->setCurrentItem(m_list->topLevelItem(0));
    }
    for (const auto &[column, most] : {std::pair(NameColumn, kMostName), std::pair(ActionsColumn, kMostActions)}) {
        m_list->resizeColumnToContents(column);
        m_list->setColumnWidth(column, std::min(m_list->columnWidth(column), Theme::scaled(most)));
    }
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
    const Palette &colours = Theme::palette();
    const QColor colour = colours.*look.colour;
    const QString last = state.lastHit.isValid() ? formats::ago(state.lastHit, UtcTime::now()) : tr("never");
    auto *item = new QTreeWidgetItem(m_list, {rule.title(), rulewords::condition(rule), rulewords::actions(rule, m_kinds), last, look.word});
    item->setData(NameColumn, Qt::UserRole, rule.name);
    item->setFlags((item->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled) & ~Qt::ItemIsDropEnabled);
    item->setCheckState(NameColumn, rule.enabled ? Qt::Checked : Qt::Unchecked);
    for (int column = 0; column < ColumnCount; ++column) {
        item->setToolTip(column, formats::plainTip(item->text(column)));
        item->setForeground(column, column == StateColumn ? colour : column == NameColumn ? colours.text : colours.muted);
    }
    item->setFont(NameColumn, Theme::font(Theme::Font::Strong));
    item->setFont(StateColumn, Theme::font(Theme::Font::Medium));
    const QPixmap glyph = Theme::glyph(look.glyph, Theme::scaled(kGlyph), colour, devicePixelRatioF());
    QIcon icon(glyph);
    icon.addPixmap(glyph, QIcon::Selected); // else paled
    item->setIcon(StateColumn, icon);
}

void RulesDialog::fillDetails()
{
    const Rule *rule = currentRule();
    if (m_shown != current())
        m_outcome->hide(); // it is about another one
    m_shown = current();
    for (QPushButton *button : {m_edit, m_duplicate, m_remove, m_rehearse, m_arm, m_export})
        button->setEnabled(rule != nullptr);
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_up->setEnabled(rule && row > 0);
    m_down->setEnabled(rule && row + 1 < m_list->topLevelItemCount());
    const RuleState state = rule ? m_states.value(rule->name) : RuleState{};
    const bool wakes = rule && rulewords::wakes(*rule, m_kinds);
    m_title->setText(rule ? rule->title() : QString());
    m_sentence->setText(rule ? rulewords::sentence(*rule, m_kinds) : QString());
    QStringList last;
    if (rule && wakes)
        last << (rule->rehearsed.isValid() ? tr("Rehearsed %1.").arg(formats::ago(rule->rehearsed, UtcTime::now())) : tr("Not rehearsed in this form."));
    if (!state.runs.empty()) {
        const RuleRun &run = state.runs.front();
        last << tr("Last action, %1: %2. %3").arg(formats::ago(run.when, UtcTime::now()), run.action, run.message);
    }
    m_last->setText(last.join(u'\n'));
    m_last->setVisible(!last.isEmpty());
    m_arm->setText(rule && rule->enabled ? (wakes ? tr("Disarm") : tr("Switch off")) : !wakes && rule ? tr("Switch on") : rule && !hasToRehearse(*rule) ? tr("Arm") : tr("Arm…"));
    m_arm->setToolTip(rule && !rule->enabled && hasToRehearse(*rule) ? tr("Rehearses the rule first; then one click arms it") : QString());
    m_arm->setIcon(rule && rule->enabled ? QIcon() : Theme::icon(u"bell"_s));
    Theme::setPrimary(m_arm, rule && !rule->enabled && state.problem.isEmpty());

    const RuleRun *failing = state.failing();
    m_trouble->setVisible(!state.problem.isEmpty() || failing);
    if (!state.problem.isEmpty())
        m_trouble->setMessage(MessagePanel::Kind::Bad, tr("This rule cannot run as it stands"), state.problem);
    else if (failing)
        m_trouble->setMessage(MessagePanel::Kind::Bad, tr("%1 went wrong %2").arg(failing->action, formats::ago(failing->when, UtcTime::now())), failing->message);
    const bool hasOutput = state.problem.isEmpty() && failing && !failing->output.trimmed().isEmpty();
    m_output->setVisible(hasOutput);
    m_output->setPlainText(hasOutput ? failing->output.trimmed() : QString());
    showWaiting(state);
}

void RulesDialog::showWaiting(const RuleState &state)
{
    for (QWidget *each : {static_cast<QWidget *>(m_waiting), static_cast<QWidget *>(m_allow), static_cast<QWidget *>(m_refuse)})
        each->setVisible(!state.waiting.empty());
    if (state.waiting.empty())
        return;
    const RuleWaiting &first = state.waiting.front();
    m_destination = first.destination;
    m_waiting->setMessage(MessagePanel::Kind::Warn, tr("%n restricted row(s) wait", nullptr, static_cast<int>(first.rows)),
                          tr("They would go to %1. Your answer is kept for this destination.").arg(first.destination));
    m_allow->setAccessibleName(tr("Allow %1").arg(first.destination));
    m_refuse->setAccessibleName(tr("Do not send to %1").arg(first.destination));
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

void RulesDialog::say(bool good, const QString &title, const QString &text, const QString &detail)
{
    m_outcome->setMessage(good ? MessagePanel::Kind::Info : MessagePanel::Kind::Bad, title, text, detail);
    m_outcome->show();
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
