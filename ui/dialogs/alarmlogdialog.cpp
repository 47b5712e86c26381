// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/alarmlogdialog.h"

#include "core/alarms/alarmbook.h"
#include "core/alarms/alarmwords.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMost = 2'000;
constexpr int kMostRule = 220; // wide
enum Column { Raised, State, Rule, Fact, Arrived, Heard, Acknowledged };

QString soundedText(const alarms::Alarm &alarm)
{
    const QString why = alarms::silenceWords(alarm);
    if (alarm.heard == 0)
        return why.isEmpty() ? AlarmLogDialog::tr("not yet") : why;
    const QString times = AlarmLogDialog::tr("%n time(s)", nullptr, alarm.heard);
    return why.isEmpty() ? times : times + u", "_s + why;
}

} // namespace

AlarmLogDialog::AlarmLogDialog(alarms::AlarmBook &book, QWidget *parent)
    : QDialog(parent), m_book(book), m_onlyOpen(new QCheckBox(tr("Only open ones"), this)), m_list(new QTreeWidget(this)), m_note(new QLabel(this)),
      m_show(new QPushButton(tr("Show row"), this)), m_acknowledge(new QPushButton(tr("Acknowledge"), this)),
      m_acknowledgeAll(new QPushButton(tr("Acknowledge all"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Alarm log"));
    resize(1'060, 420);
    m_list->setAccessibleName(tr("Alarms"));
    m_list->setHeaderLabels({tr("Raised, UT"), tr("State"), tr("Rule"), tr("What"), tr("Arrived, UT"), tr("Sounded"), tr("Acknowledged, UT")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(Fact, QHeaderView::Stretch);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    auto *close = new QPushButton(tr("Close"), this);
    for (QPushButton *button : {m_show, m_acknowledge, m_acknowledgeAll, close})
        button->setAutoDefault(false);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_show);
    bottom->addWidget(m_acknowledge);
    bottom->addWidget(m_acknowledgeAll);
    bottom->addStretch();
    bottom->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(10);
    column->addWidget(m_onlyOpen);
    column->addWidget(m_list, 1);
    column->addWidget(m_note);
    column->addLayout(bottom);

    connect(m_onlyOpen, &QCheckBox::toggled, this, &AlarmLogDialog::ask);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &AlarmLogDialog::showButtons);
    connect(m_list, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) {
        const alarms::Alarm &alarm = m_alarms[item->data(0, Qt::UserRole).toUInt()];
        if (alarm.row > 0)
            Q_EMIT showWanted(alarm.row);
    });
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (const auto chosen = selected(); !chosen.empty())
            Q_EMIT showWanted(chosen.front()->row);
    });
    connect(m_acknowledge, &QPushButton::clicked, this, [this] {
        for (const alarms::Alarm *alarm : selected()) {
            if (alarm->isOpen())
                m_book.acknowledge(alarm->number, u"window"_s);
        }
    });
    connect(m_acknowledgeAll, &QPushButton::clicked, this, [this] { m_book.acknowledgeAll(u"window"_s); });
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(&book, &alarms::AlarmBook::changed, this, &AlarmLogDialog::ask);
    connect(&book, &alarms::AlarmBook::sounds, this, &AlarmLogDialog::ask);
    showButtons();
    ask();
}

std::vector<const alarms::Alarm *> AlarmLogDialog::selected() const
{
    std::vector<const alarms::Alarm *> chosen;
    for (const QTreeWidgetItem *item : m_list->selectedItems())
        chosen.push_back(&m_alarms[item->data(0, Qt::UserRole).toUInt()]);
    return chosen;
}

void AlarmLogDialog::ask()
{
    m_book.list({}, kMost, this, [this](const Result<std::vector<alarms::Alarm>> &log) { fill(log); });
}

void AlarmLogDialog::fill(const Result<std::vector<alarms::Alarm>> &log)
{
    std::vector<int64_t> chosen;
    for (const alarms::Alarm *alarm : selected())
        chosen.push_back(alarm->number);
    m_list->clear();
    m_alarms.clear();
    if (!log) {
        m_note->setText(log.error().message + u' ' + log.error().remedy);
    } else {
        // Those that could not be written down are open all the same.
        std::ranges::copy_if(m_book.open(), std::back_inserter(m_alarms), [](const alarms::Alarm &alarm) { return alarm.number < 0; });
        std::ranges::copy_if(log.value(), std::back_inserter(m_alarms), [this](const alarms::Alarm &alarm) { return !m_onlyOpen->isChecked() || alarm.isOpen(); });
        m_note->setText(m_alarms.empty() ? m_onlyOpen->isChecked() ? tr("No alarm is open.") : tr("No alarm was raised so far.") : QString());
    }
    m_note->setVisible(!m_note->text().isEmpty());
    QList<QTreeWidgetItem *> items;
    for (size_t i = 0; i < m_alarms.size(); ++i) {
        const alarms::Alarm &alarm = m_alarms[i];
        auto *item = new QTreeWidgetItem;
        item->setData(0, Qt::UserRole, static_cast<uint>(i));
        item->setText(Raised, formats::dateTime({alarm.raised.us, 0, false}));
        item->setText(State, alarms::stateWord(alarm));
        const QString title = alarms::plainLine(alarm.title);
        item->setText(Rule, alarm.test && !alarm.rule.isEmpty() ? tr("Test: %1").arg(title) : title);
        item->setText(Fact, alarms::plainLine(alarm.fact));
        item->setToolTip(Fact, formats::plainTip(item->text(Fact)));
        if (alarm.arrived.isValid())
            item->setText(Arrived, formats::dateTime({alarm.arrived.us, 0, false}));
        item->setText(Heard, soundedText(alarm));
        if (!alarm.isOpen())
            item->setText(Acknowledged, formats::dateTime({alarm.acknowledged.us, 0, false}) + u", "_s + alarms::acknowledgedBy(alarm));
        const Palette &p = Theme::palette();
        const bool taken = alarm.kind == alarms::Kind::Retraction;
        item->setIcon(State, QIcon(Theme::glyph(taken ? u"retracted"_s : alarm.isOpen() ? u"bell"_s : u"tick"_s, 14, taken ? p.retracted : alarm.isOpen() ? p.bad : p.muted, devicePixelRatioF())));
        items << item;
    }
    m_list->addTopLevelItems(items);
    for (QTreeWidgetItem *item : items)
        item->setSelected(std::ranges::find(chosen, m_alarms[item->data(0, Qt::UserRole).toUInt()].number) != chosen.end());
    for (const Column column : {Raised, State, Rule, Arrived, Heard, Acknowledged})
        m_list->resizeColumnToContents(column);
    m_list->header()->resizeSection(Rule, std::min(m_list->columnWidth(Rule), Theme::scaled(kMostRule)));
    showButtons();
}

void AlarmLogDialog::showButtons()
{
    const auto chosen = selected();
    m_show->setEnabled(chosen.size() == 1 && chosen.front()->row > 0);
    m_acknowledge->setEnabled(std::ranges::any_of(chosen, [](const alarms::Alarm *alarm) { return alarm->isOpen(); }));
    m_acknowledgeAll->setEnabled(!m_book.open().empty());
}

} // namespace tocsin::ui
