// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowtriage.h"

#include "core/compare/revisions.h"
#include "core/triage/tables.h"
#include "ui/dialogs/ignoreddialog.h"
#include "ui/dialogs/namedialog.h"
#include "ui/dialogs/notedialog.h"
#include "ui/dialogs/shiftlogdialog.h"
#include "ui/mainwindowactions.h"
#include "ui/models/alerttablemodel.h"
#include "ui/theme/formats.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/windowstatus.h"
#include "ui/windowfilter.h"

#include <QAction>
#include <QLocale>
#include <QMenu>

#include <algorithm>
#include <map>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostRows = 500; // judged in one go; more are no judgement
constexpr size_t kMostLookedAt = 2'000; // events

} // namespace

WindowTriage::WindowTriage(const Parts &parts, QWidget *window) : QObject(window), m_parts(parts), m_window(window), m_desk(parts.archive, parts.journal, parts.notes)
{
    const MainWindowActions &actions = m_parts.actions;
    connect(actions.seen, &QAction::triggered, this, &WindowTriage::toggleSeen);
    connect(actions.ignore, &QAction::triggered, this, &WindowTriage::ignore);
    connect(actions.showIgnored, &QAction::toggled, this, [this] { setHidden(m_hidden); });
    connect(actions.ignoredObjects, &QAction::triggered, this, &WindowTriage::showIgnoredObjects);
    connect(actions.addTag, &QAction::triggered, this, &WindowTriage::askTag);
    connect(actions.addNote, &QAction::triggered, this, &WindowTriage::askNote);
    connect(actions.undo, &QAction::triggered, this, &WindowTriage::undo);
    connect(actions.shiftLog, &QAction::triggered, this, &WindowTriage::showLog);
    connect(&m_parts.table, &AlertTable::ignoreWanted, this, &WindowTriage::ignore);
    connect(&m_parts.table, &AlertTable::seenWanted, this, &WindowTriage::toggleSeen);
    connect(&m_parts.table, &AlertTable::tagWanted, this, &WindowTriage::toggleTag);
    connect(&m_parts.table, &AlertTable::marksGiven, this, &WindowTriage::handleMarks);
    fillMenu(*actions.triageMenu);
    connect(&m_parts.table, &AlertTable::menuOpening, this, [this](QMenu *menu) { fillMenu(*menu); });
    connect(&m_undo, &UndoStack::changed, this, &WindowTriage::showUndo);
    connect(&m_desk, &services::TriageDesk::done, this, &WindowTriage::handleDone);
    connect(&m_desk, &services::TriageDesk::undone, this, [this](const QString &what, const services::TriageDesk::Ranges &ranges) {
        m_parts.status.say(tr("Taken back: %1").arg(what));
        readAgain(ranges);
    });
    // Whatever stands for the object in other streams is seen with the row; others of this home look as well.
    connect(&m_parts.model, &AlertTableModel::lookedAt, this, &WindowTriage::handleLook);
    connect(&m_desk, &services::TriageDesk::seenChanged, &m_parts.model, &AlertTableModel::readSeen);
    connect(&m_parts.journal, &journal::Journal::changed, &m_parts.model, &AlertTableModel::readSeen);
    connect(&m_parts.journal, &journal::Journal::changed, this, &WindowTriage::listIgnored);
    connect(&m_desk, &services::TriageDesk::failed, this, [this](const Error &error) {
        m_parts.status.say((error.message + u' ' + error.remedy).trimmed(), true);
        settle();
    });
    connect(&m_desk, &services::TriageDesk::hiddenCounted, this, &WindowTriage::setHidden);
    connect(&m_desk, &services::TriageDesk::logMade, this, [this](const QString &markdown) {
        if (m_log)
            m_log->setLog(markdown);
    });
    connect(&m_parts.model, &AlertTableModel::arrived, this, &WindowTriage::handleArrived);
    connect(&m_parts.model, &AlertTableModel::rowsDecodedAnew, this, [this] { m_desk.countHidden(); });
    m_desk.countHidden();
    showUndo();
}

std::vector<int64_t> WindowTriage::chosen()
{
    const QList<qint64> rows = m_parts.table.selectedRows();
    if (rows.size() > kMostRows) {
        m_parts.status.say(tr("%1 alerts are selected; at most %2 can be judged in one go. Select fewer.").arg(QLocale().toString(rows.size()), QLocale().toString(kMostRows)));
        return {};
    }
    return {rows.begin(), rows.end()};
}

void WindowTriage::setEnabled(bool selected)
{
    const MainWindowActions &actions = m_parts.actions;
    for (QAction *action : {actions.seen, actions.ignore, actions.addTag, actions.addNote})
        action->setEnabled(selected);
    for (QAction *entry : actions.triageMenu->actions()) {
        if (entry->menu())
            entry->menu()->setEnabled(selected);
    }
}

void WindowTriage::fillMenu(QMenu &menu)
{
    const MainWindowActions &actions = m_parts.actions;
    menu.addAction(actions.seen);
    menu.addAction(actions.ignore);
    QMenu *tags = menu.addMenu(actions.addTag->icon(), tr("Tag"));
    tags->setEnabled(actions.addTag->isEnabled());
    for (int i = 1; i <= 5; ++i) {
        const QString tag = QString::number(i);
        connect(tags->addAction(tag), &QAction::triggered, this, [this, tag] { toggleTag(tag); });
    }
    tags->addSeparator();
    tags->addAction(actions.addTag);
    menu.addAction(actions.addNote);
}

// The next row is looked at at once: the ignored ones go a moment later.
void WindowTriage::ignore()
{
    const std::vector<int64_t> rows = chosen();
    if (rows.empty())
        return;
    const bool all = std::ranges::all_of(rows, [this](int64_t row) {
        const AlertRecord *record = m_parts.model.recordOf(row);
        return record && record->alert->ignored;
    });
    if (!all && rows.size() == 1 && m_parts.table.currentIndex().isValid() && m_parts.model.numberAt(m_parts.table.currentIndex().row()) == rows.front())
        m_parts.table.goToNextRow();
    act([rows, all](triage::Triage &triage) { return all ? triage.stopIgnoring(rows) : triage.ignore(rows); });
}

// Seen, unless all of them are; rows that came before anybody watched cannot be unseen.
void WindowTriage::toggleSeen()
{
    std::vector<int64_t> rows = chosen();
    const int64_t since = m_parts.model.watchedSince();
    if (!rows.empty() && std::erase_if(rows, [since](int64_t row) { return row <= since; }) > 0 && rows.empty())
        return m_parts.status.say(tr("Only alerts that came while somebody watched count as unseen. Mark the row to find it again."));
    if (rows.empty())
        return;
    const bool on = std::ranges::any_of(rows, [this](int64_t row) { return m_parts.model.isUnseen(row); });
    act([rows, on, since](triage::Triage &triage) { return triage.see(rows, on, since); });
}

void WindowTriage::toggleTag(const QString &tag)
{
    const std::vector<int64_t> rows = chosen();
    if (!rows.empty())
        act([rows, tag = tag.toStdString()](triage::Triage &triage) { return triage.toggleTag(rows, tag); });
}

void WindowTriage::askTag()
{
    const std::vector<int64_t> rows = chosen();
    if (rows.empty())
        return;
    const auto rule = [](const QString &text) { return text.size() > 40 ? tr("A tag is a short word or two.") : QString(); };
    auto *dialog = new NameDialog(tr("Tag"), tr("Tag"), {}, rule, tr("For the events of the selected rows. A tag that all of them have is taken away."), m_window);
    connect(dialog, &NameDialog::named, this, [this, rows](const QString &tag) {
        act([rows, text = tag.toStdString()](triage::Triage &triage) { return triage.toggleTag(rows, text); });
    });
    dialog->open();
}

void WindowTriage::askNote()
{
    const std::vector<int64_t> rows = chosen();
    if (rows.empty())
        return;
    const AlertRecord *record = m_parts.model.recordOf(rows.front());
    auto *dialog = new NoteDialog(record && rows.size() == 1 ? QString::fromStdString(record->alert->note) : QString(), m_window);
    connect(dialog, &NoteDialog::written, this, [this, rows](const QString &text) {
        act([rows, note = text.toStdString()](triage::Triage &triage) { return triage.note(rows, note); });
    });
    dialog->open();
}

void WindowTriage::showLog()
{
    m_log = new ShiftLogDialog(m_window);
    connect(m_log, &ShiftLogDialog::wanted, &m_desk, &services::TriageDesk::makeLog);
    connect(m_log, &ShiftLogDialog::said, this, [this](const QString &text, bool bad) { m_parts.status.say(text, bad); });
    m_log->ask();
    m_log->open();
}

void WindowTriage::showIgnoredObjects()
{
    m_ignored = new IgnoredDialog(m_window);
    connect(m_ignored, &IgnoredDialog::restoreWanted, this, [this](const std::vector<int64_t> &ids) {
        act([ids](triage::Triage &triage) { return triage.stopIgnoringObjects(ids); });
    });
    m_ignored->open();
    listIgnored();
}

// Again whenever somebody changes them, here or in another program.
void WindowTriage::listIgnored()
{
    if (!m_ignored)
        return;
    using Objects = std::vector<triage::IgnoredObject>;
    m_parts.journal.ask<Objects>(m_ignored, [](QSqlDatabase &db) { return triage::readIgnored(db); }, [this](const Result<Objects> &objects) {
        if (objects && m_ignored)
            m_ignored->setObjects(objects.value());
        else if (!objects)
            m_parts.status.say((objects.error().message + u' ' + objects.error().remedy).trimmed(), true);
    });
}

void WindowTriage::handleDone(const triage::Deed &deed, const services::TriageDesk::Ranges &ranges)
{
    m_parts.status.say(deed.undo ? tr("%1 Ctrl+Z takes it back.").arg(deed.said) : deed.said);
    if (deed.undo)
        m_undo.push(deed.said, [this, deed] { m_desk.takeBack(deed); });
    readAgain(ranges);
    settle();
}

void WindowTriage::act(services::TriageDesk::Work work)
{
    ++m_running;
    m_desk.act(std::move(work));
    showUndo();
}

// Somebody who takes back at once means what they have just done, though it may still be at work among millions of rows.
void WindowTriage::undo()
{
    if (m_running > 0)
        ++m_undosWaiting;
    else
        m_undo.undo();
}

void WindowTriage::settle()
{
    m_running = std::max(0, m_running - 1);
    if (m_running == 0) {
        for (int waiting = std::exchange(m_undosWaiting, 0); waiting > 0; --waiting)
            m_undo.undo();
    }
    showUndo();
}

// At once; the rest follows with the next look at the archive.
void WindowTriage::readAgain(const services::TriageDesk::Ranges &ranges)
{
    if (ranges.empty())
        return;
    m_parts.model.readAgain(ranges);
    const qint64 shown = m_parts.detail.row();
    if (std::ranges::any_of(ranges, [shown](const auto &range) { return shown >= range.first && shown <= range.last; }))
        m_parts.detail.readAgain();
}

void WindowTriage::handleLook(qint64 number)
{
    const AlertRecord *record = m_parts.model.recordOf(number);
    if (record && !record->alert->event.empty()) {
        if (m_lookedAt.size() >= kMostLookedAt)
            m_lookedAt.clear();
        m_lookedAt[record->alert->event].push_back(record->alert);
    }
    m_desk.look(number, m_parts.model.watchedSince());
}

// Those of ignored objects that come later are hidden too, and counted; what comes by a second path after somebody has looked at
// it is no news.
void WindowTriage::handleArrived(const std::vector<std::shared_ptr<const Alert>> &alerts)
{
    qint64 more = 0;
    for (const auto &alert : alerts) {
        more += alert->ignored ? 1 : 0;
        const auto known = alert->event.empty() ? m_lookedAt.end() : m_lookedAt.find(alert->event);
        if (known == m_lookedAt.end())
            continue;
        const bool isCopy = std::ranges::any_of(known->second, [&alert](const auto &old) { return old->row != alert->row && compare::isOfOneSeries(*old, *alert) && compare::isSameRevision(*old, *alert); });
        if (isCopy)
            m_parts.model.setSeen(alert->row);
    }
    if (more > 0)
        setHidden(m_hidden + more);
}

// Marks and pins are put back as each row had them.
void WindowTriage::handleMarks(const QList<std::pair<qint64, uint8_t>> &before, uint8_t set)
{
    constexpr uint8_t kOurs = archive::Starred | archive::Pinned;
    const auto rows = static_cast<int>(before.size());
    const QString what = set & archive::Pinned ? tr("Pinned %n row(s).", nullptr, rows) : set & archive::Starred ? tr("Marked %n row(s).", nullptr, rows) : tr("Took marks from %n row(s).", nullptr, rows);
    m_undo.push(what, [this, before, what] {
        std::map<uint8_t, std::vector<int64_t>> byMarks;
        for (const auto &[row, marks] : before)
            byMarks[marks & kOurs].push_back(row);
        for (const auto &[marks, numbers] : byMarks)
            m_parts.model.setMarks(numbers, marks, static_cast<uint8_t>(kOurs & ~marks));
        m_parts.status.say(tr("Taken back: %1").arg(what));
    });
}

void WindowTriage::toggleHidden()
{
    m_parts.actions.showIgnored->toggle();
}

void WindowTriage::setHidden(qint64 rows)
{
    m_hidden = rows;
    const bool shown = m_parts.actions.showIgnored->isChecked();
    m_parts.filter.setHidesIgnored(rows > 0 && !shown);
    m_parts.status.setHidden(rows, shown);
}

void WindowTriage::showUndo()
{
    QAction &undo = *m_parts.actions.undo;
    undo.setEnabled(m_undo.canUndo() || m_running > 0);
    undo.setToolTip(formats::plainTip(m_undo.canUndo() ? tr("Take back: %1").arg(m_undo.what()) : tr("There is nothing to take back")));
}

} // namespace tocsin::ui
