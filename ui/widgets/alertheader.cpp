// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/alertheader.h"

#include "core/filter/reading.h"
#include "ui/models/alerttablemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alertdelegate.h"

#include <QActionGroup>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTitleHeight = 26;
constexpr int kPillRoom = 32; // beside a name, while events are folded

bool isAlwaysShown(CellKind kind)
{
    return kind == CellKind::Flags || kind == CellKind::Name; // the row's handle
}

} // namespace

AlertHeader::AlertHeader(AlertTableModel &model, QWidget *parent) : QHeaderView(Qt::Horizontal, parent), m_model(model)
{
    setAccessibleName(tr("Columns"));
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QHeaderView::sectionResized, this, [this](int column, int, int now) { handleResized(column, now); });
    connect(this, &QHeaderView::sectionMoved, this, [this] { changed(); });
    connect(this, &QHeaderView::sectionClicked, this, [this](int column) {
        showSort(); // the view has changed it by itself
        Q_EMIT sortWanted(m_model.column(column).id);
    });
    connect(&model, &AlertTableModel::orderChanged, this, &AlertHeader::showSort);
    connect(this, &QWidget::customContextMenuRequested, this, &AlertHeader::popupMenu);
}

void AlertHeader::setModel(QAbstractItemModel *model)
{
    QHeaderView::setModel(model); // hears of new columns before we do
    if (model != &m_model)
        return; // about to go
    setSortIndicatorShown(true); // a view that does not sort by itself hides it when it takes the header
    setSortIndicator(-1, Qt::AscendingOrder);
    m_widths.resize(static_cast<size_t>(m_model.columnCount()));
    connect(&m_model, &QAbstractItemModel::columnsInserted, this, [this](const QModelIndex &, int first, int last) {
        for (int column = first; column <= last; ++column)
            m_widths.insert(m_widths.begin() + column, Width{.pixels = m_model.column(column).width});
        fit();
    });
    connect(&m_model, &QAbstractItemModel::columnsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
        m_widths.erase(m_widths.begin() + first, m_widths.begin() + last + 1);
    });
    connect(&m_model, &QAbstractItemModel::columnsRemoved, this, &AlertHeader::fit);
    resetColumns();
}

bool AlertHeader::isReady() const
{
    return count() == static_cast<int>(m_widths.size()) && count() == m_model.columnCount();
}

void AlertHeader::changed()
{
    if (!m_fitting && isReady())
        Q_EMIT columnsChanged();
}

void AlertHeader::resizeEvent(QResizeEvent *event)
{
    QHeaderView::resizeEvent(event);
    fit();
}

void AlertHeader::showSort()
{
    const ColumnSort &sort = m_model.sort();
    setSortIndicator(sort.column.isEmpty() ? -1 : m_model.columnOf(sort.column), sort.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    fit(); // the triangle takes room
}

int AlertHeader::leastByFormat(int column) const
{
    const AlertColumnSpec &spec = m_model.column(column);
    const int pill = spec.kind == CellKind::Name && m_model.isFolded() ? Theme::scaled(kPillRoom) : 0;
    return AlertDelegate::leastWidth(spec, spec.id == m_model.sort().column) + pill;
}

int AlertHeader::least(int column) const
{
    return std::max(leastByFormat(column), m_widths[static_cast<size_t>(column)].room);
}

int AlertHeader::wished(int column) const
{
    return std::max(Theme::scaled(m_widths[static_cast<size_t>(column)].pixels), least(column));
}

void AlertHeader::setRoomBelow(int pixels)
{
    m_roomBelow = pixels;
    setFixedHeight(Theme::scaled(kTitleHeight) + pixels);
    setViewportMargins(0, 0, 0, pixels);
}

int AlertHeader::neededWidth() const
{
    int sum = 0;
    for (int column = 0; isReady() && column < count(); ++column) {
        if (!isSectionHidden(column))
            sum += m_widths[static_cast<size_t>(column)].chosen ? wished(column) : leastByFormat(column); // not by what is shown just now
    }
    return sum;
}

void AlertHeader::giveRoom(int column, int pixels)
{
    if (!isReady() || column >= count() || m_widths[static_cast<size_t>(column)].room >= pixels)
        return;
    m_widths[static_cast<size_t>(column)].room = pixels;
    fit();
}

void AlertHeader::fit()
{
    if (!isReady())
        return;
    if (std::exchange(m_generation, Theme::generation()) != Theme::generation()) {
        for (Width &width : m_widths)
            width.room = 0; // of another text scale
    }
    struct Place {
        int column;
        int width;
        int slack; // what it can give
    };
    std::vector<Place> places;
    int sum = 0;
    int slack = 0;
    for (int visual = 0; visual < count(); ++visual) {
        const int column = logicalIndex(visual);
        if (isSectionHidden(column))
            continue;
        const int width = wished(column);
        places.push_back({column, width, m_widths[static_cast<size_t>(column)].chosen ? 0 : width - least(column)});
        sum += width;
        slack += places.back().slack;
    }
    // Each gives its share; rounding must not add up to a scroll bar, so the rest is shared among those that remain.
    int missing = std::clamp(sum - viewport()->width(), 0, slack);
    for (Place &place : places) {
        const int given = slack > 0 ? static_cast<int>(static_cast<qint64>(missing) * place.slack / slack) : 0;
        slack -= place.slack;
        missing -= given;
        sum -= given;
        place.width -= given;
    }
    if (!places.empty())
        places.back().width += std::max(0, viewport()->width() - sum);
    const QScopedValueRollback fitting(m_fitting, true);
    for (const Place &place : places)
        resizeSection(place.column, place.width);
}

void AlertHeader::handleResized(int column, int pixels)
{
    if (m_fitting || pixels <= 0 || !isReady())
        return;
    Width &width = m_widths[static_cast<size_t>(column)];
    width.pixels = qRound(pixels * 100.0 / Theme::scaled(100));
    width.chosen = true;
    if (pixels < least(column)) {
        const QScopedValueRollback fitting(m_fitting, true); // a number keeps its room
        resizeSection(column, least(column));
    }
    changed();
}

void AlertHeader::setShown(int column, bool shown)
{
    setSectionHidden(column, !shown);
    m_model.setInView(column, shown);
}

void AlertHeader::showColumn(int column, bool shown)
{
    {
        const QScopedValueRollback fitting(m_fitting, true);
        setShown(column, shown);
    }
    fit();
    changed();
}

void AlertHeader::removeColumn(int column)
{
    if (m_model.column(column).kind != CellKind::Packet)
        return showColumn(column, false);
    {
        const QScopedValueRollback fitting(m_fitting, true);
        m_model.removeColumn(column);
    }
    fit();
    changed();
}

// Fields of packets go, everything else is as the program brings it.
void AlertHeader::setDefaults()
{
    for (int column = count() - 1; column >= 0; --column) {
        if (m_model.column(column).kind == CellKind::Packet)
            m_model.removeColumn(column);
    }
    for (int column = 0; column < count(); ++column) {
        const AlertColumnSpec &usual = alertTableColumns()[static_cast<size_t>(column)];
        m_widths[static_cast<size_t>(column)] = {.pixels = usual.width};
        m_model.setFormat(column, usual.format);
        setShown(column, usual.shown);
        moveSection(visualIndex(column), column);
    }
}

void AlertHeader::resetColumns()
{
    {
        const QScopedValueRollback fitting(m_fitting, true); // a section that comes back is resized
        setDefaults();
    }
    fit();
    changed();
}

QList<ColumnState> AlertHeader::columns() const
{
    QList<ColumnState> list;
    for (int visual = 0; visual < count(); ++visual) {
        const int column = logicalIndex(visual);
        const AlertColumnSpec &spec = m_model.column(column);
        const Width &width = m_widths[static_cast<size_t>(column)];
        ColumnState state{.id = spec.id, .shown = !isSectionHidden(column), .width = width.chosen ? width.pixels : 0};
        if (spec.format != defaultFormat(spec))
            state.format = formatWord(spec.format);
        if (state.shown || state.width > 0 || !state.format.isEmpty() || spec.kind == CellKind::Packet)
            list << state;
    }
    return list;
}

void AlertHeader::setColumns(const QList<ColumnState> &columns)
{
    {
        const QScopedValueRollback fitting(m_fitting, true);
        setDefaults();
        for (int column = 0; !columns.isEmpty() && column < count(); ++column)
            setShown(column, isAlwaysShown(m_model.column(column).kind));
        int place = 0;
        for (const ColumnState &state : columns) {
            int column = m_model.columnOf(state.id);
            if (column < 0 && state.id.startsWith(u"fields"_s)) {
                const auto named = filter::namedField(state.id.toStdString(), {});
                if (const auto *field = std::get_if<filter::NamedField>(&named); field && !field->path.empty())
                    column = m_model.addColumn(field->path);
            }
            if (column < 0)
                continue; // of another version
            const AlertColumnSpec &spec = m_model.column(column);
            moveSection(visualIndex(column), place++);
            setShown(column, state.shown || isAlwaysShown(spec.kind));
            if (state.width > 0)
                m_widths[static_cast<size_t>(column)] = {.pixels = state.width, .chosen = true};
            const CellFormat format = state.format.isEmpty() ? defaultFormat(spec) : formatOf(state.format);
            m_model.setFormat(column, formatsFor(spec).contains(format) ? format : defaultFormat(spec));
        }
    }
    fit();
}

void AlertHeader::fillFormats(QMenu &menu, int column)
{
    const AlertColumnSpec &spec = m_model.column(column);
    auto *group = new QActionGroup(&menu);
    for (const CellFormat &format : formatsFor(spec)) {
        QAction *action = menu.addAction(formatLabel(format));
        action->setCheckable(true);
        action->setChecked(format == spec.format);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, id = spec.id, format] {
            const int chosen = m_model.columnOf(id);
            if (chosen < 0)
                return;
            m_model.setFormat(chosen, format);
            m_widths[static_cast<size_t>(chosen)].room = 0;
            fit();
            changed();
        });
    }
}

void AlertHeader::popupMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const int column = logicalIndexAt(at); column >= 0) {
        const AlertColumnSpec &spec = m_model.column(column);
        if (!formatsFor(spec).isEmpty())
            fillFormats(*menu->addMenu(tr("Format")), column);
        if (!isAlwaysShown(spec.kind)) {
            QAction *away = menu->addAction(spec.kind == CellKind::Packet ? tr("Remove column") : tr("Hide column"));
            connect(away, &QAction::triggered, this, [this, id = spec.id] { removeColumn(m_model.columnOf(id)); });
        }
        menu->addSeparator();
    }
    fillMenu(*menu);
    menu->popup(mapToGlobal(at));
}

void AlertHeader::fillMenu(QMenu &menu)
{
    QMenu *more = nullptr;
    for (int column = 0; column < count(); ++column) {
        const AlertColumnSpec &spec = m_model.column(column);
        if (isAlwaysShown(spec.kind))
            continue;
        QMenu *into = &menu;
        if (spec.kind == CellKind::Key) {
            if (!more)
                more = menu.addMenu(tr("More"));
            into = more;
        }
        QAction *action = into->addAction(columnTitle(spec));
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(column));
        connect(action, &QAction::toggled, this, [this, id = spec.id](bool on) { showColumn(m_model.columnOf(id), on); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Add field…")), &QAction::triggered, this, &AlertHeader::fieldWanted);
    if (m_moreEntries)
        m_moreEntries(menu);
    connect(menu.addAction(tr("Reset columns")), &QAction::triggered, this, &AlertHeader::resetColumns);
}

} // namespace tocsin::ui
