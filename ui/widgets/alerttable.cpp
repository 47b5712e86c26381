// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/alerttable.h"

#include "core/export/jsonline.h"
#include "ui/models/alertcells.h"
#include "ui/models/alerttablemodel.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alertdelegate.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDataStream>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kColumnsVersion = 1;
constexpr int kMostCopied = 100'000; // rows

} // namespace

AlertTable::AlertTable(AlertTableModel &model, QWidget *parent)
    : QTableView(parent), m_model(model), m_delegate(new AlertDelegate(model, this)), m_pill(new QPushButton(this))
{
    setObjectName(u"alerts"_s);
    setAccessibleName(tr("Alerts"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerItem);
    setFrameShape(NoFrame);
    setCornerButtonEnabled(false);
    setEditTriggers(NoEditTriggers);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setAccessibleName(tr("Columns"));
    connect(header, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnsMenu(*menu);
        menu->popup(horizontalHeader()->mapToGlobal(at));
    });
    useLook();
    defaultColumns();

    m_pill->hide();
    m_pill->setFocusPolicy(Qt::NoFocus);
    m_pill->setIcon(Theme::icon(u"go-down"_s));
    connect(m_pill, &QPushButton::clicked, this, &AlertTable::goToNewest);
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) { handleInserted(last - first + 1); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_behind = 0;
        showPill();
        if (m_follow)
            QMetaObject::invokeMethod(this, [this] { goToNewest(); }, Qt::QueuedConnection);
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &AlertTable::handleScrolled);
}

void AlertTable::useLook()
{
    const int height = AlertDelegate::rowHeight();
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    horizontalHeader()->setFixedHeight(Theme::scaled(26));
}

void AlertTable::defaultColumns()
{
    const auto &columns = alertTableColumns();
    QHeaderView *header = horizontalHeader();
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
        const AlertColumnSpec &column = columns[static_cast<size_t>(i)];
        header->resizeSection(i, Theme::scaled(column.width));
        header->setSectionHidden(i, !column.shown);
        header->moveSection(header->visualIndex(i), i);
    }
}

QByteArray AlertTable::saveColumns() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    const auto &columns = alertTableColumns();
    out << kColumnsVersion << static_cast<quint32>(columns.size());
    // By name and in the order shown: a later version with other columns still understands it.
    for (int visual = 0; visual < static_cast<int>(columns.size()); ++visual) {
        const int i = horizontalHeader()->logicalIndex(visual);
        out << columns[static_cast<size_t>(i)].id << !horizontalHeader()->isSectionHidden(i) << static_cast<qint32>(columnWidth(i));
    }
    return state;
}

void AlertTable::restoreColumns(const QByteArray &state)
{
    QDataStream in(state);
    quint32 version = 0;
    quint32 count = 0;
    in >> version >> count;
    if (version != kColumnsVersion || count > 1'000)
        return;
    const auto &columns = alertTableColumns();
    QHeaderView *header = horizontalHeader();
    int place = 0;
    for (quint32 n = 0; n < count && in.status() == QDataStream::Ok; ++n) {
        QString id;
        bool shown = false;
        qint32 width = 0;
        in >> id >> shown >> width;
        const auto it = std::ranges::find(columns, id, &AlertColumnSpec::id);
        if (it == columns.end())
            continue;
        const int i = static_cast<int>(it - columns.begin());
        header->moveSection(header->visualIndex(i), place++);
        header->setSectionHidden(i, !shown);
        if (shown && width >= 16)
            header->resizeSection(i, width);
    }
}

void AlertTable::fillColumnsMenu(QMenu &menu)
{
    const auto &columns = alertTableColumns();
    QMenu *more = nullptr;
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
        const AlertColumnSpec &column = columns[static_cast<size_t>(i)];
        if (column.kind == CellKind::Flags || column.kind == CellKind::Name)
            continue; // the row's handle
        QMenu *into = &menu;
        if (column.kind == CellKind::Key) {
            if (!more)
                more = menu.addMenu(tr("More"));
            into = more;
        }
        QAction *action = into->addAction(columnTitle(column));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(i));
        connect(action, &QAction::toggled, this, [this, i](bool on) {
            setColumnHidden(i, !on);
            if (on && columnWidth(i) < 16)
                setColumnWidth(i, Theme::scaled(alertTableColumns()[static_cast<size_t>(i)].width));
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Reset columns")), &QAction::triggered, this, &AlertTable::defaultColumns);
}

bool AlertTable::isFollowHeld() const
{
    return m_follow && (m_hover >= 0 || m_menuOpen || (selectionModel() && selectionModel()->hasSelection()));
}

void AlertTable::setFollow(bool follow)
{
    if (follow) {
        goToNewest();
        return;
    }
    if (m_follow) {
        m_follow = false;
        Q_EMIT followChanged();
    }
}

bool AlertTable::atBottom() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum();
}

void AlertTable::goToNewest()
{
    // Whoever asks for the newest row lets go of the one that held the view.
    clearSelection();
    m_moving = true;
    scrollToBottom();
    m_moving = false;
    m_behind = 0;
    showPill();
    const bool changed = !m_follow;
    m_follow = true;
    if (changed)
        Q_EMIT followChanged();
}

void AlertTable::handleInserted(int count)
{
    if (m_follow && !isFollowHeld()) {
        m_moving = true;
        scrollToBottom();
        m_moving = false;
        return;
    }
    m_behind += count;
    showPill();
}

void AlertTable::handleScrolled()
{
    if (m_moving)
        return;
    if (atBottom()) {
        m_behind = 0;
        showPill();
    } else if (m_follow && verticalScrollBar()->isSliderDown()) {
        setFollow(false);
    }
}

void AlertTable::wheelEvent(QWheelEvent *event)
{
    QTableView::wheelEvent(event);
    if (!atBottom())
        setFollow(false);
}

void AlertTable::showPill()
{
    if (m_behind <= 0) {
        m_pill->hide();
        return;
    }
    m_pill->setText(tr("%1 new, press End").arg(QLocale().toString(m_behind)));
    m_pill->adjustSize();
    const QRect area = viewport()->geometry();
    m_pill->move(area.center().x() - m_pill->width() / 2, area.bottom() - m_pill->height() - 12);
    m_pill->show();
    m_pill->raise();
}

void AlertTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    showPill();
    if (m_follow && !isFollowHeld()) {
        m_moving = true;
        scrollToBottom();
        m_moving = false;
    }
}

void AlertTable::setHoverRow(int row)
{
    if (row == m_hover)
        return;
    const bool held = isFollowHeld();
    for (const int changed : {m_hover, row}) {
        if (changed >= 0)
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), rowHeight(changed));
    }
    m_hover = row;
    m_delegate->setHoverRow(row);
    if (held != isFollowHeld())
        Q_EMIT followChanged();
}

void AlertTable::mouseMoveEvent(QMouseEvent *event)
{
    setHoverRow(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

void AlertTable::leaveEvent(QEvent *event)
{
    setHoverRow(-1);
    QTableView::leaveEvent(event);
}

void AlertTable::focusInEvent(QFocusEvent *event)
{
    m_delegate->setLook(true);
    QTableView::focusInEvent(event);
    viewport()->update();
}

void AlertTable::focusOutEvent(QFocusEvent *event)
{
    m_delegate->setLook(false);
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void AlertTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        useLook();
}

void AlertTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (!current.isValid())
        return;
    m_model.setSeen(current.row());
    Q_EMIT currentRowChanged(m_model.numberAt(current.row()));
}

void AlertTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionRowsChanged();
    Q_EMIT followChanged();
}

QList<qint64> AlertTable::selectedRows() const
{
    QList<qint64> rows;
    if (!selectionModel())
        return rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows << m_model.numberAt(row);
    }
    std::ranges::sort(rows);
    return rows;
}

void AlertTable::goTo(int row)
{
    if (row < 0)
        return;
    setCurrentIndex(m_model.index(row, 2));
    scrollTo(m_model.index(row, 2));
}

void AlertTable::goToNextUnseen()
{
    goTo(m_model.unseenFrom(currentIndex().isValid() ? currentIndex().row() : -1, 1));
}

void AlertTable::goToPreviousUnseen()
{
    goTo(m_model.unseenFrom(currentIndex().isValid() ? currentIndex().row() : -1, -1));
}

void AlertTable::toggleMark()
{
    QList<int> rows;
    bool allMarked = true;
    for (const qint64 number : selectedRows()) {
        const int row = m_model.indexOf(number);
        const AlertRecord *record = row >= 0 ? m_model.recordAt(row) : nullptr;
        rows << row;
        allMarked = allMarked && record && (record->marks & archive::Starred);
    }
    if (!rows.isEmpty())
        m_model.setMark(rows, !allMarked);
}

void AlertTable::copyPositions(bool sexagesimal)
{
    QStringList lines;
    for (const qint64 number : selectedRows()) {
        const int row = m_model.indexOf(number);
        const AlertRecord *record = row >= 0 ? m_model.recordAt(row) : nullptr;
        if (!record || !record->alert->hasPosition() || lines.size() >= kMostCopied)
            continue;
        const Alert &alert = *record->alert;
        // Plain ASCII: what is copied goes into other programs.
        if (sexagesimal) {
            QString text = formats::raSexagesimal(alert.ra.value) + u' ' + formats::decSexagesimal(alert.dec.value);
            lines << text.replace(QChar(0x2212), u'-');
        } else {
            std::string text;
            exporting::appendNumber(text, alert.ra);
            text += ' ';
            exporting::appendNumber(text, alert.dec);
            lines << QString::fromStdString(text);
        }
    }
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n'));
}

void AlertTable::copyDegrees()
{
    copyPositions(false);
}

void AlertTable::copySexagesimal()
{
    copyPositions(true);
}

void AlertTable::copyJson()
{
    std::string text;
    for (const qint64 number : selectedRows()) {
        const int row = m_model.indexOf(number);
        if (const AlertRecord *record = row >= 0 ? m_model.recordAt(row) : nullptr) {
            exporting::appendJsonLine(text, *record->alert);
            text += '\n';
        }
    }
    if (!text.empty())
        QApplication::clipboard()->setText(QString::fromStdString(text));
}

void AlertTable::copyCells()
{
    QStringList lines;
    for (const qint64 number : selectedRows()) {
        const int row = m_model.indexOf(number);
        QStringList cells;
        for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
            const int column = horizontalHeader()->logicalIndex(visual);
            if (!isColumnHidden(column) && row >= 0)
                cells << m_model.index(row, column).data().toString();
        }
        lines << cells.join(u'\t');
    }
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

QList<KeysDialog::Key> AlertTable::keys()
{
    return {{u"J, K"_s, tr("Next, previous row")},      {u"N, Shift+N"_s, tr("Next, previous unseen row")}, {u"M"_s, tr("Mark, or take the mark away")},
            {u"End"_s, tr("Newest row, and follow")},   {u"Home"_s, tr("Oldest row")},                      {u"C, Shift+C"_s, tr("Copy position in degrees, sexagesimal")},
            {u"Ctrl+C"_s, tr("Copy the cells shown")},  {u"Esc"_s, tr("Let go of the selection")}};
}

void AlertTable::keyPressEvent(QKeyEvent *event)
{
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    if (event->matches(QKeySequence::Copy))
        return copyCells();
    if (!(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))) {
        const int row = currentIndex().row();
        switch (event->key()) {
        case Qt::Key_J:
            return goTo(std::min(row + 1, m_model.rowCount() - 1));
        case Qt::Key_K:
            return goTo(std::max(row - 1, m_model.rowCount() > 0 ? 0 : -1));
        case Qt::Key_N:
            return shift ? goToPreviousUnseen() : goToNextUnseen();
        case Qt::Key_M:
            return toggleMark();
        case Qt::Key_C:
            return copyPositions(shift);
        case Qt::Key_End:
            return goToNewest();
        case Qt::Key_Home:
            setFollow(false);
            return goTo(m_model.rowCount() > 0 ? 0 : -1);
        case Qt::Key_Escape:
            clearSelection();
            return;
        default:
            break;
        }
    }
    QTableView::keyPressEvent(event);
    if (!atBottom() && (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_Up))
        setFollow(false);
}

void AlertTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (!indexAt(event->pos()).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(Theme::icon(u"star"_s), tr("Mark")), &QAction::triggered, this, &AlertTable::toggleMark);
    menu->addSeparator();
    connect(menu->addAction(Theme::icon(u"edit-copy"_s), tr("Copy position in degrees")), &QAction::triggered, this, &AlertTable::copyDegrees);
    connect(menu->addAction(tr("Copy position, sexagesimal")), &QAction::triggered, this, &AlertTable::copySexagesimal);
    connect(menu->addAction(tr("Copy as JSON")), &QAction::triggered, this, &AlertTable::copyJson);
    connect(menu->addAction(tr("Copy the cells shown")), &QAction::triggered, this, &AlertTable::copyCells);
    menu->addSeparator();
    fillColumnsMenu(*menu->addMenu(tr("Columns")));
    m_menuOpen = true;
    Q_EMIT followChanged();
    connect(menu, &QMenu::aboutToHide, this, [this] {
        m_menuOpen = false;
        Q_EMIT followChanged();
    });
    menu->popup(event->globalPos());
}

} // namespace tocsin::ui
