// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/targetsdialog.h"

#include "ui/dialogs/askdialog.h"
#include "ui/models/targetwords.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"

#include <QDateTime>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tom::State;
using tom::TargetRecord;

namespace {

enum Column { NameColumn, PlaceColumn, TomColumn, StateColumn, MadeColumn, WhyColumn, ColumnCount };
constexpr int kGlyph = 14;
constexpr qsizetype kMostPages = 10; // opened at once

QColor Palette::*colourOf(const TargetRecord &record)
{
    switch (record.state) {
    case State::Queued:
        return record.why.isEmpty() ? &Palette::accent : &Palette::warn;
    case State::Created:
    case State::Exists:
        return record.isKept() ? &Palette::warn : &Palette::good;
    case State::Refused:
        return &Palette::bad;
    case State::Local:
    case State::Removed:
        break;
    }
    return &Palette::muted;
}

// From the local list, or because its account is no more.
bool mayBeSent(const TargetRecord &record)
{
    return record.state == State::Local || (record.state == State::Refused && record.cause == ErrorKind::NotFound && !record.target && !record.unsure);
}

bool isAtTom(const TargetRecord &record)
{
    return record.state == State::Created || record.state == State::Exists;
}

} // namespace

TargetsDialog::TargetsDialog(TargetDesk &desk, const QString &folder, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_folder(folder), m_title(new QLabel(tr("Targets"), this)), m_summary(new QLabel(this)), m_list(new QTreeWidget(this)),
      m_none(new QLabel(this)), m_outcome(new MessagePanel(this)), m_retry(new QPushButton(tr("Try now"), this)), m_send(new QPushButton(tr("Send to a TOM"), this)),
      m_toms(new QMenu(m_send)), m_open(new QPushButton(tr("Open page"), this)), m_remove(new QPushButton(tr("Remove…"), this)),
      m_export(new QPushButton(tr("Export…"), this)), m_close(new QPushButton(tr("Close"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_title->text());
    resize(QSize(Theme::scaled(860), Theme::scaled(440)).boundedTo(screen()->availableSize() * 9 / 10));
    m_title->setFont(Theme::font(Theme::Font::Heading));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_list->setAccessibleName(tr("Targets"));
    m_list->setHeaderLabels({tr("Name"), tr("RA, Dec"), tr("TOM"), tr("State"), tr("Made"), tr("Why")});
    m_list->header()->setAccessibleName(tr("Columns"));
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setTextElideMode(Qt::ElideRight);
    m_none->setText(tr("No target has been made yet. Select a row in the table and press T."));
    m_none->setWordWrap(true);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_outcome->hide();
    m_send->setMenu(m_toms);
    m_retry->setToolTip(tr("Looks for the selected targets in their TOMs and sends them, all that wait where none is selected"));
    m_export->setToolTip(tr("Writes the selected targets, or all of them, as the import page of a TOM reads it"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    for (QPushButton *button : {m_retry, m_send, m_open, m_remove, m_export}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    buttons->addWidget(m_close);
    m_close->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(10);
    column->addWidget(m_title);
    column->addWidget(m_summary);
    column->addWidget(m_list, 1);
    column->addWidget(m_none, 1, Qt::AlignTop);
    column->addWidget(m_outcome);
    column->addLayout(buttons);
    QWidget *before = m_list;
    for (QWidget *next : std::initializer_list<QWidget *>{m_retry, m_send, m_open, m_remove, m_export, m_close}) {
        setTabOrder(before, next);
        before = next;
    }
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &TargetsDialog::showButtons);
    connect(m_list, &QTreeWidget::itemActivated, this, [this] { m_open->click(); });
    connect(m_retry, &QPushButton::clicked, this, [this] {
        const TargetDesk::Records some = chosen();
        if (std::ranges::none_of(some, [](const TargetRecord &each) { return each.state == State::Queued; }))
            m_desk.retry(0);
        for (const TargetRecord &each : some) {
            if (each.state == State::Queued)
                m_desk.retry(each.number);
        }
    });
    connect(m_toms, &QMenu::aboutToShow, this, &TargetsDialog::fillSendMenu);
    connect(m_open, &QPushButton::clicked, this, [this] {
        qsizetype opened = 0;
        for (const TargetRecord &each : chosen()) {
            if (each.target && targetwords::isPage(each.target->url) && ++opened <= kMostPages)
                Q_EMIT pageWanted(each.target->url);
        }
    });
    connect(m_remove, &QPushButton::clicked, this, &TargetsDialog::askToRemove);
    connect(m_export, &QPushButton::clicked, this, &TargetsDialog::exportList);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(&m_desk, &TargetDesk::changed, this, &TargetsDialog::ask);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &TargetsDialog::showTimes);
    m_second.start();
    present();
    ask();
}

void TargetsDialog::showOutbox()
{
    m_wantsOutbox = true;
    ask();
}

void TargetsDialog::ask()
{
    m_desk.list(this, [this](const Result<TargetDesk::Records> &records) {
        if (records)
            fill(records.value());
        else
            say(false, records.error().message, records.error().remedy);
    });
}

void TargetsDialog::fill(TargetDesk::Records records)
{
    std::vector<int64_t> selected;
    for (const TargetRecord &each : chosen())
        selected.push_back(each.number);
    const auto *current = m_list->currentItem();
    const qlonglong currentNumber = current ? current->data(NameColumn, Qt::UserRole).toLongLong() : 0;
    m_records = std::move(records);
    std::erase_if(m_records, [](const TargetRecord &each) { return each.state == State::Removed; });
    present();
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_list->topLevelItem(i);
        const TargetRecord &record = m_records[static_cast<size_t>(i)];
        const bool waits = m_wantsOutbox && record.state == State::Queued;
        if (record.number == currentNumber || waits)
            m_list->setCurrentItem(item, NameColumn, QItemSelectionModel::NoUpdate);
        if (waits)
            m_wantsOutbox = false;
        item->setSelected(waits || std::ranges::find(selected, record.number) != selected.end());
    }
    showButtons();
}

QString TargetsDialog::hostOf(const QString &account) const
{
    const std::vector<TargetDesk::Tom> toms = m_desk.toms();
    const auto it = std::ranges::find(toms, account, &TargetDesk::Tom::account);
    return it == toms.end() ? account : it->host;
}

void TargetsDialog::present()
{
    const Palette &colours = Theme::palette();
    while (m_list->topLevelItemCount() > static_cast<int>(m_records.size()))
        delete m_list->topLevelItem(m_list->topLevelItemCount() - 1);
    while (m_list->topLevelItemCount() < static_cast<int>(m_records.size()))
        new QTreeWidgetItem(m_list);
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        const TargetRecord &record = m_records[static_cast<size_t>(i)];
        QTreeWidgetItem *item = m_list->topLevelItem(i);
        item->setText(NameColumn, formats::plain(record.draft.name.toStdString()));
        item->setText(PlaceColumn, targetwords::degrees(record.draft.ra, false) + u", "_s + targetwords::degrees(record.draft.dec, true));
        item->setText(TomColumn, record.account.isEmpty() ? QString(u'—') : hostOf(record.account));
        item->setText(StateColumn, targetwords::state(record));
        item->setData(NameColumn, Qt::UserRole, static_cast<qlonglong>(record.number));
        item->setFont(NameColumn, Theme::font(Theme::Font::Medium));
        item->setFont(StateColumn, Theme::font(Theme::Font::Medium));
        const QColor colour = colours.*colourOf(record);
        for (int column = 0; column < ColumnCount; ++column)
            item->setForeground(column, column == StateColumn ? colour : column == NameColumn ? colours.text : colours.muted);
        const QPixmap glyph = Theme::glyph(targetwords::glyph(record), Theme::scaled(kGlyph), colour, devicePixelRatioF());
        QIcon icon(glyph);
        icon.addPixmap(glyph, QIcon::Selected); // else paled
        item->setIcon(StateColumn, icon);
    }
    const auto count = [this](auto is) { return static_cast<int>(std::ranges::count_if(m_records, is)); };
    const int waiting = count([](const TargetRecord &each) { return each.state == State::Queued; });
    const int local = count([](const TargetRecord &each) { return each.state == State::Local; });
    const int there = count(isAtTom);
    m_summary->setText(tr("Outbox %1, local list %2, in a TOM %3.").arg(waiting).arg(local).arg(there));
    m_list->setVisible(!m_records.empty());
    m_none->setVisible(m_records.empty());
    m_summary->setVisible(!m_records.empty());
    showTimes();
    showButtons();
}

void TargetsDialog::showTimes()
{
    const UtcTime now = UtcTime::now();
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        const TargetRecord &record = m_records[static_cast<size_t>(i)];
        QTreeWidgetItem *item = m_list->topLevelItem(i);
        const QString made = record.made.isValid() ? formats::timeOfNight(record.made, now).section(u'.', 0, 0) : QString();
        const QString why = formats::plain(targetwords::why(record, now).toStdString());
        if (item->text(MadeColumn) != made)
            item->setText(MadeColumn, made);
        if (item->text(WhyColumn) == why)
            continue;
        item->setText(WhyColumn, why);
        item->setToolTip(WhyColumn, formats::plainTip(why));
    }
}

TargetDesk::Records TargetsDialog::chosen() const
{
    TargetDesk::Records some;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        if (m_list->topLevelItem(i)->isSelected() && static_cast<size_t>(i) < m_records.size())
            some.push_back(m_records[static_cast<size_t>(i)]);
    }
    return some;
}

void TargetsDialog::showButtons()
{
    const TargetDesk::Records some = chosen();
    const auto any = [](const TargetDesk::Records &records, auto is) { return std::ranges::any_of(records, is); };
    m_retry->setEnabled(any(m_records, [](const TargetRecord &each) { return each.state == State::Queued; }));
    m_send->setEnabled(any(some, mayBeSent) && !m_desk.toms().empty());
    m_open->setEnabled(any(some, [](const TargetRecord &each) { return each.target && targetwords::isPage(each.target->url); }));
    m_remove->setEnabled(!some.empty());
    m_export->setEnabled(!m_records.empty());
}

void TargetsDialog::fillSendMenu()
{
    m_toms->clear();
    for (const TargetDesk::Tom &tom : m_desk.toms()) {
        QString name = tom.account == tom.host ? tom.host : tr("%1 (%2)").arg(tom.host, tom.account);
        connect(m_toms->addAction(name.replace(u'&', u"&&"_s)), &QAction::triggered, this, [this, account = tom.account] {
            for (const TargetRecord &each : chosen()) {
                if (mayBeSent(each))
                    Q_EMIT sendWanted(each, account);
            }
        });
    }
}

// What a TOM has is gone there for everybody; what was only linked stays there.
void TargetsDialog::askToRemove()
{
    std::vector<int64_t> numbers;
    int there = 0;
    QStringList hosts;
    for (const TargetRecord &each : chosen()) {
        numbers.push_back(each.number);
        if (each.state != State::Created)
            continue;
        ++there;
        if (const QString host = hostOf(each.account); !hosts.contains(host))
            hosts << host;
    }
    if (there == 0) {
        removeChosen(numbers);
        return;
    }
    auto *dialog = new AskDialog(tr("Remove %n target(s)?", nullptr, static_cast<int>(numbers.size())),
                                 tr("%n of them would be deleted at %1, with all that was added there since.", nullptr, there).arg(hosts.join(u", "_s)), this);
    dialog->addCancel();
    dialog->addAnswer(1, tr("Remove"), false);
    connect(dialog, &AskDialog::answered, this, [this, numbers] { removeChosen(numbers); });
    dialog->open();
}

void TargetsDialog::removeChosen(const std::vector<int64_t> &numbers)
{
    m_outcome->hide();
    for (const int64_t number : numbers) {
        const auto it = std::ranges::find(m_records, number, &TargetRecord::number);
        if (it == m_records.end())
            continue;
        m_desk.remove(number, this, [this, before = *it](const Result<TargetRecord> &record) {
            if (record)
                Q_EMIT removed(before);
            else
                say(false, record.error().message, record.error().remedy);
        });
    }
}

void TargetsDialog::exportList()
{
    TargetDesk::Records some = chosen();
    if (some.empty())
        some = m_records;
    auto *dialog = new QFileDialog(this, tr("Export"), QDir(m_folder.isEmpty() ? QDir::homePath() : m_folder).filePath(u"targets-%1.csv"_s.arg(QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s))), tr("CSV files (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, some](const QString &file) {
        m_desk.exportTo(file, some, this, [this, file](const Result<int> &lines) {
            if (!lines) {
                say(false, lines.error().message, lines.error().remedy);
                return;
            }
            m_folder = QFileInfo(file).path();
            Q_EMIT written(m_folder);
            say(true, tr("%n target(s) are in %1", nullptr, lines.value()).arg(file), tr("The page Import targets of a TOM reads it. Groups named in it have to be there already."));
        });
    });
    dialog->open();
}

void TargetsDialog::say(bool good, const QString &title, const QString &text)
{
    m_outcome->setMessage(good ? MessagePanel::Kind::Good : MessagePanel::Kind::Bad, title, text);
    m_outcome->show();
}

void TargetsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        present();
}

} // namespace tocsin::ui
