// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowfinding.h"

#include "core/services/alertnotes.h"
#include "core/triage/names.h"
#include "ui/dialogs/gotodialog.h"
#include "ui/mainwindowactions.h"
#include "ui/models/alerttablemodel.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/filterrow.h"
#include "ui/widgets/findbar.h"
#include "ui/widgets/foundmarks.h"
#include "ui/widgets/windowstatus.h"

#include <QAction>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

WindowFinding::WindowFinding(const Parts &parts, QObject *parent)
    : QObject(parent), m_parts(parts), m_bar(new FindBar(parts.table.parentWidget())), m_finder(parts.archive, parts.model)
{
    m_bar->hide();
    const MainWindowActions &actions = m_parts.actions;
    connect(actions.find, &QAction::triggered, this, &WindowFinding::openBar);
    connect(actions.findNext, &QAction::triggered, this, [this] { step(1); });
    connect(actions.findPrevious, &QAction::triggered, this, [this] { step(-1); });
    connect(actions.goTo, &QAction::triggered, this, &WindowFinding::askPlace);
    connect(actions.back, &QAction::triggered, this, [this] { goThroughHistory(-1); });
    connect(actions.forward, &QAction::triggered, this, [this] { goThroughHistory(1); });

    connect(m_bar, &FindBar::wanted, this, [this](const QString &text) {
        m_bar->setNote({});
        find(text);
    });
    connect(m_bar, &FindBar::stepped, this, &WindowFinding::step);
    connect(m_bar, &FindBar::closed, this, &WindowFinding::closeBar);
    connect(&m_finder, &TableFinder::changed, this, &WindowFinding::showFound);
    connect(&m_finder, &TableFinder::found, this, &WindowFinding::handleFound);
    connect(&m_finder, &TableFinder::foundNone, this, &WindowFinding::showFound);
    connect(&m_finder, &TableFinder::failed, this,
            [this](const Error &error) { m_parts.status.say(error.message + u' ' + error.remedy, true); });

    connect(&m_parts.table, &AlertTable::currentRowChanged, this, [this](qint64 number) {
        m_history.visit(number);
        showActions();
        showFound();
    });
    connect(&m_parts.table, &AlertTable::selectionRowsChanged, this, &WindowFinding::lookAtSelected, Qt::QueuedConnection);
    connect(&m_parts.model, &AlertTableModel::countsChanged, this, &WindowFinding::handleCounts);
    showFound();
    showActions();
}

QWidget *WindowFinding::bar() const
{
    return m_bar;
}

// Assistive technology selects a row without making it the current one, and the pane shows the current one.
void WindowFinding::lookAtSelected()
{
    QItemSelectionModel *selection = m_parts.table.selectionModel();
    const QItemSelection rows = selection->selection();
    if (rows.size() != 1 || rows.front().height() != 1 || selection->isSelected(selection->currentIndex()))
        return;
    selection->setCurrentIndex(rows.front().topLeft(), QItemSelectionModel::NoUpdate);
}

void WindowFinding::openBar()
{
    const bool closed = m_bar->isHidden();
    m_bar->open();
    if (closed)
        find(m_bar->text());
}

// An empty text ends it.
void WindowFinding::find(const QString &text)
{
    m_parts.table.setFound({.text = text.simplified(), .matchCase = m_bar->matchCase()});
    const std::string name = text.simplified().toStdString();
    std::vector<std::string> names;
    if (triage::isEventName(name))
        names = m_parts.notes ? m_parts.notes->aliases()->spellingsOf(name) : triage::spellingsOf(name);
    m_finder.find(text, m_bar->matchCase(), names);
}

void WindowFinding::closeBar()
{
    m_bar->hide();
    find({});
    m_parts.table.setFocus(Qt::OtherFocusReason);
}

void WindowFinding::step(int step)
{
    if (m_bar->text().trimmed().isEmpty())
        return openBar();
    if (m_bar->isHidden()) { // the same text again, from the table
        m_bar->show();
        find(m_bar->text());
    }
    m_bar->setNote({});
    const QModelIndex current = m_parts.table.currentIndex();
    m_finder.seek(current.isValid() ? current.row() : -1, step);
}

void WindowFinding::showFound()
{
    if (!m_finder.isActive()) {
        m_bar->setFound({}, false);
        return;
    }
    const QLocale locale;
    const QModelIndex current = m_parts.table.currentIndex();
    const qint64 place = current.isValid() ? m_finder.placeOf(current.row()) : 0;
    if (m_finder.isRunning())
        m_bar->setFound(tr("Looking, %1").arg(QString::number(static_cast<int>(m_finder.progress() * 100)) + u"\u00a0%"_s), false);
    else if (m_finder.count() == 0)
        m_bar->setFound(m_parts.model.filter() ? tr("No row within the filter has it") : tr("No row has it"), true);
    else if (place > 0)
        m_bar->setFound(tr("%1 of %2").arg(locale.toString(place), locale.toString(m_finder.count())), false);
    else
        m_bar->setFound(tr("%1 row(s)", nullptr, static_cast<int>(m_finder.count())).arg(locale.toString(m_finder.count())), false);
}

void WindowFinding::handleFound(int row, TableFinder::Wrapped wrapped)
{
    showRow(row);
    m_bar->setNote(wrapped == TableFinder::Wrapped::AtEnd         ? tr("from the start again")
                       : wrapped == TableFinder::Wrapped::AtStart ? tr("from the end again")
                                                                  : QString());
    showFound();
}

// As chosen by the person: selected, in sight, in the column that was the current one.
void WindowFinding::showRow(int row)
{
    const QModelIndex current = m_parts.table.currentIndex();
    const int column = current.isValid() ? current.column() : static_cast<int>(CellKind::Name); // as the first columns are
    const QModelIndex index = m_parts.model.index(row, column);
    m_parts.table.setCurrentIndex(index);
    m_parts.table.scrollTo(index);
}

void WindowFinding::askPlace()
{
    auto *dialog = new GoToDialog(m_parts.archive, m_parts.model, m_parts.table.window());
    if (m_parts.notes)
        dialog->setAliases(m_parts.notes->aliases());
    connect(dialog, &GoToDialog::chosen, this, [this](qint64 number) {
        goToRow(number); // the filter may have changed at that very moment
    });
    connect(dialog, &GoToDialog::chosenWithoutFilter, this, &WindowFinding::goWithoutFilter);
    dialog->open();
}

void WindowFinding::goToRow(qint64 number)
{
    if (const int row = m_parts.model.indexOf(number); row >= 0)
        showRow(row);
    else
        goWithoutFilter(number);
    m_parts.table.setFocus(Qt::OtherFocusReason);
}

void WindowFinding::goWithoutFilter(qint64 number)
{
    m_wanted = number;
    m_parts.filter.clear();
    m_parts.table.setFocus(Qt::OtherFocusReason);
    handleCounts();
}

void WindowFinding::handleCounts()
{
    if (m_wanted > 0) {
        const int row = m_parts.model.indexOf(m_wanted);
        const bool given = row < 0 && !m_parts.model.isLoading() && m_parts.filter.text().isEmpty(); // an ignored one, if any
        if (given)
            m_parts.status.say(tr("Row %1 is not in the table.").arg(QLocale().toString(m_wanted)));
        if (row >= 0 || given)
            m_wanted = 0;
        if (row >= 0)
            showRow(row);
    }
    showActions();
}

// Rows that are not shown are gone past.
void WindowFinding::goThroughHistory(int step)
{
    RowHistory ahead = m_history;
    int skipped = 0;
    for (;;) {
        const qint64 number = ahead.go(step);
        if (number == 0)
            break;
        const int row = m_parts.model.indexOf(number);
        if (row < 0) {
            ++skipped;
            continue;
        }
        m_history = ahead; // before the row is looked at: it must not become the newest of the history
        showRow(row);
        showActions();
        if (skipped > 0)
            m_parts.status.say(tr("%Ln row(s) skipped that the table does not show.", nullptr, skipped));
        return;
    }
    m_parts.status.say(step < 0 ? tr("The table shows none of the rows before this one.") : tr("The table shows none of the rows after this one."));
}

void WindowFinding::showActions()
{
    m_parts.actions.back->setEnabled(m_history.canGo(-1));
    m_parts.actions.forward->setEnabled(m_history.canGo(1));
    const bool any = m_parts.model.totalRows() > 0;
    for (QAction *action : {m_parts.actions.find, m_parts.actions.findNext, m_parts.actions.findPrevious, m_parts.actions.goTo})
        action->setEnabled(any);
}

} // namespace tocsin::ui
