// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowtargets.h"

#include "ui/dialogs/targetsbulkdialog.h"
#include "ui/dialogs/targetsdialog.h"
#include "ui/mainwindowactions.h"
#include "ui/mainwindowprofile.h"
#include "ui/models/alerttablemodel.h"
#include "ui/models/targetwords.h"
#include "ui/restrictedrows.h"
#include "ui/theme/formats.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/targetbar.h"
#include "ui/widgets/targetpopover.h"
#include "ui/widgets/windowstatus.h"

#include <QAction>
#include <QDesktopServices>
#include <QLocale>
#include <QMainWindow>

#include <algorithm>
#include <map>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using tom::State;
using tom::TargetRecord;

namespace {

const QString kTom = u"targetTom"_s; // the account that was chosen last
const QString kFolder = u"targetFolder"_s;
constexpr int kNameColumn = 2;

// Where an event has several, the one that went furthest speaks for it.
int rank(const TargetRecord &record)
{
    switch (record.state) {
    case State::Created:
    case State::Exists:
        return 3;
    case State::Queued:
        return 2;
    case State::Local:
        return 1;
    case State::Refused:
    case State::Removed:
        break;
    }
    return 0;
}

// One of ours that came from this event.
bool isOf(const TargetRecord &record, const QString &event)
{
    return record.mayBeRemoved() && record.draft.event == event;
}

} // namespace

WindowTargets::WindowTargets(const Parts &parts, QMainWindow *window)
    : QObject(window), m_parts(parts), m_window(window), m_popover(new TargetPopover(parts.desk, parts.restricted, window)), m_bar(new TargetBar(window))
{
    parts.table.setNotes(m_notes);
    parts.detail.setNotes(m_notes);
    m_popover->setLastTom(parts.profile.text(kTom));
    connect(parts.actions.createTarget, &QAction::triggered, this, &WindowTargets::createOne);
    connect(parts.actions.createTargets, &QAction::triggered, this, &WindowTargets::createMany);
    connect(parts.actions.targets, &QAction::triggered, this, [this] { showList(false); });
    connect(&parts.table, &AlertTable::targetWanted, this, &WindowTargets::createOne);
    connect(m_popover, &TargetPopover::made, this, &WindowTargets::takeMade);
    connect(m_popover, &TargetPopover::accountsWanted, this, &WindowTargets::accountsWanted);
    connect(m_popover, &TargetPopover::tomChosen, this, &WindowTargets::chooseTom);
    connect(m_bar, &TargetBar::pageWanted, this, &WindowTargets::openPage);
    connect(m_bar, &TargetBar::removeWanted, this, &WindowTargets::remove);
    connect(m_bar, &TargetBar::correctWanted, this, [this](const TargetRecord &record) { m_popover->openRefused(record, anchorOf(record.draft.row)); });
    connect(&parts.desk, &TargetDesk::changed, this, &WindowTargets::refresh);
    connect(&parts.desk, &TargetDesk::settled, this, &WindowTargets::takeSettled);
    connect(&parts.desk, &TargetDesk::strangersCanSee, this, [this](const TargetRecord &record) {
        if (m_popover->state() != TargetPopover::State::Strangers) // else it asks itself
            m_bar->tellStrangers(record, hostOf(record.account));
    });
    connect(&parts.model, &AlertTableModel::arrived, this, &WindowTargets::takeArrived);
    refresh();
    askRetracted();
}

QWidget *WindowTargets::bar() const
{
    return m_bar;
}

void WindowTargets::setEnabled(bool selected)
{
    m_parts.actions.createTarget->setEnabled(selected || currentRow() != 0);
    m_parts.actions.createTargets->setEnabled(selected);
}

int64_t WindowTargets::currentRow() const
{
    const QModelIndex current = m_parts.table.currentIndex();
    if (current.isValid())
        return m_parts.model.numberAt(current.row());
    return m_parts.table.selectedRows().value(0);
}

// From the name on, so that the row stays in sight; in the middle of the table where the row is not.
QRect WindowTargets::anchorOf(int64_t row) const
{
    const int at = m_parts.model.indexOf(row);
    QWidget *view = m_parts.table.viewport();
    QRect cell = at >= 0 ? m_parts.table.visualRect(m_parts.model.index(at, kNameColumn)) : QRect();
    if (!view->rect().intersects(cell))
        cell = QRect(view->rect().center() / 2, QSize(1, 1));
    cell.moveTopLeft(view->mapTo(m_window, cell.topLeft()));
    return cell;
}

void WindowTargets::createOne()
{
    const int64_t row = currentRow();
    if (row == 0)
        return;
    const AlertRecord *record = m_parts.model.recordOf(row);
    m_popover->openFor(row, record ? record->alert.get() : nullptr, anchorOf(row));
}

void WindowTargets::createMany()
{
    const QList<qint64> rows = m_parts.table.selectedRows();
    if (rows.isEmpty())
        return;
    if (rows.size() > TargetsBulkDialog::kMost) {
        Q_EMIT said(tr("More than %1 rows are selected. Select those that are to become targets.").arg(QLocale().toString(TargetsBulkDialog::kMost)));
        return;
    }
    std::vector<TargetBulk::Row> wanted;
    for (const qint64 row : rows) {
        const AlertRecord *record = m_parts.model.recordOf(row);
        wanted.push_back({row, record ? formats::plain(record->alert->name.empty() ? record->alert->id : record->alert->name) : QString::number(row)});
    }
    auto *dialog = new TargetsBulkDialog(m_parts.desk, m_parts.restricted, wanted, m_parts.profile.text(kTom), m_window);
    connect(dialog, &TargetsBulkDialog::tomChosen, this, &WindowTargets::chooseTom);
    connect(dialog, &TargetsBulkDialog::made, this, &WindowTargets::noteMade);
    dialog->open();
}

void WindowTargets::showList(bool outbox)
{
    if (!m_list) {
        m_list = new TargetsDialog(m_parts.desk, m_parts.profile.text(kFolder), m_window);
        connect(m_list, &TargetsDialog::pageWanted, this, &WindowTargets::openPage);
        connect(m_list, &TargetsDialog::sendWanted, this, &WindowTargets::send);
        connect(m_list, &TargetsDialog::removed, this, &WindowTargets::noteRemoved);
        connect(m_list, &TargetsDialog::written, this, [this](const QString &folder) {
            m_parts.profile.setText(kFolder, folder);
            Q_EMIT changed();
        });
        m_list->show();
    }
    if (outbox)
        m_list->showOutbox();
    m_list->raise();
    m_list->activateWindow();
}

void WindowTargets::refresh()
{
    m_parts.status.setOutbox(m_parts.desk.waiting());
    m_parts.desk.list(this, [this](const Result<TargetDesk::Records> &records) {
        if (records)
            takeRecords(records.value());
    });
}

void WindowTargets::takeRecords(const TargetDesk::Records &records)
{
    m_records = records;
    std::unordered_map<int64_t, RowNotes::Note> rows;
    std::unordered_map<std::string, RowNotes::Note> events;
    std::map<std::string, int> ranks;
    std::map<int64_t, int> rowRanks;
    for (const TargetRecord &record : records) {
        const int rank = ui::rank(record);
        if (rank == 0)
            continue;
        RowNotes::Note note{.word = targetwords::state(record), .text = targetwords::state(record)};
        if (!record.account.isEmpty())
            note.text = tr("%1 in %2").arg(note.word, hostOf(record.account));
        if (record.target && targetwords::isPage(record.target->url))
            note.page = record.target->url;
        if (int &best = rowRanks[record.draft.row]; record.draft.row != 0 && rank > best) {
            best = rank;
            rows[record.draft.row] = note;
        }
        const std::string event = record.draft.event.toStdString();
        if (int &best = ranks[event]; !event.empty() && rank > best) {
            best = rank;
            events[event] = note;
        }
    }
    m_notes.set(std::move(rows), std::move(events));
    m_parts.status.setOutbox(m_parts.desk.waiting());
}

void WindowTargets::takeMade(const TargetRecord &record)
{
    m_bar->tellMade(record, hostOf(record.account), TargetPopover::undoTime());
    noteMade({record});
}

// One that waited; what the popover waited for it has told itself.
void WindowTargets::takeSettled(const TargetRecord &record)
{
    if (m_popover->hasTold(record.number))
        return;
    if (record.isRemoval() || record.isKept())
        tellRemoval(record);
    else if (record.state == State::Refused)
        m_bar->tellRefused(record, hostOf(record.account));
    else if (record.state == State::Created)
        Q_EMIT said(tr("%1 is in %2 now, as %3.").arg(formats::plain(record.draft.name.toStdString()), hostOf(record.account), targetwords::state(record)));
}

// Only what was made here is offered: a target that was there before belongs to others.
void WindowTargets::takeArrived(const std::vector<std::shared_ptr<const Alert>> &alerts)
{
    for (const std::shared_ptr<const Alert> &alert : alerts) {
        if (!alert->retraction || alert->event.empty())
            continue;
        std::vector<int64_t> numbers;
        for (const TargetRecord &record : m_records) {
            if (!record.offeredRemoval && isOf(record, QString::fromStdString(alert->event)))
                numbers.push_back(record.number);
        }
        for (const int64_t number : numbers)
            m_parts.desk.noteOffered(number);
        if (!numbers.empty())
            m_bar->tellRetracted(formats::plain(alert->name.empty() ? alert->event : alert->name), numbers);
    }
}

std::vector<int64_t> WindowTargets::targetsOf(const QString &event) const
{
    std::vector<int64_t> numbers;
    for (const TargetRecord &record : m_records) {
        if (isOf(record, event))
            numbers.push_back(record.number);
    }
    return numbers;
}

void WindowTargets::send(const TargetRecord &record, const QString &account)
{
    const auto go = [this, number = record.number, account] {
        m_parts.desk.send(number, account, this, [this](const Result<TargetRecord> &sent) {
            if (sent)
                m_bar->tellMade(sent.value(), hostOf(sent.value().account), TargetPopover::undoTime());
            else
                Q_EMIT said(sent.error().message + u' ' + sent.error().remedy);
        });
    };
    const auto allowed = [this, account, go] {
        m_parts.desk.allowRestricted(account, this, [this, go](const Outcome &kept) {
            if (kept)
                go();
            else
                Q_EMIT said(kept.error().message + u' ' + kept.error().remedy);
        });
    };
    const QString host = hostOf(account);
    const QString destination = RestrictedRows::tom(account);
    if (!record.draft.restricted)
        return go();
    if (m_parts.restricted.mayGoTo(destination))
        return allowed();
    m_parts.restricted.ask(destination, tr("Send a restricted alert?"), tr("%1, and whoever has rights there, would learn of it. You are asked once for this TOM.").arg(host),
                           tr("Send"), m_window, allowed);
}

void WindowTargets::openPage(const QUrl &page)
{
    if (!targetwords::isPage(page))
        return;
    const QString shown = page.toString(QUrl::FullyEncoded);
    Q_EMIT said(QDesktopServices::openUrl(page) ? tr("Opened %1").arg(shown) : tr("Nothing on this computer opens web pages. The address: %1").arg(shown));
}

void WindowTargets::chooseTom(const QString &account)
{
    if (m_parts.profile.text(kTom) == account)
        return;
    m_popover->setLastTom(account);
    m_parts.profile.setText(kTom, account);
    Q_EMIT changed();
}

QString WindowTargets::lastTom() const
{
    return m_parts.profile.text(kTom);
}

QString WindowTargets::hostOf(const QString &account) const
{
    const std::vector<TargetDesk::Tom> toms = m_parts.desk.toms();
    const auto it = std::ranges::find(toms, account, &TargetDesk::Tom::account);
    return it == toms.end() ? account : it->host;
}

} // namespace tocsin::ui
