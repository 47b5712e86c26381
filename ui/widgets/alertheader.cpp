// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/alertheader.h"

#include "ui/models/alertcells.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alertdelegate.h"

#include <QDataStream>
#include <QIODevice>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kVersion = 2; // 1 kept pixels of the screen

int columnCount()
{
    return static_cast<int>(alertTableColumns().size());
}

const AlertColumnSpec &spec(int column)
{
    return alertTableColumns()[static_cast<size_t>(column)];
}

} // namespace

AlertHeader::AlertHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    for (const AlertColumnSpec &column : alertTableColumns())
        m_widths.push_back({column.width, false});
    setAccessibleName(tr("Columns"));
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QHeaderView::sectionResized, this, [this](int column, int, int now) { handleResized(column, now); });
    connect(this, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(*menu);
        menu->popup(mapToGlobal(at));
    });
}

void AlertHeader::setModel(QAbstractItemModel *model)
{
    QHeaderView::setModel(model);
    if (count() == columnCount())
        resetColumns();
}

void AlertHeader::resizeEvent(QResizeEvent *event)
{
    QHeaderView::resizeEvent(event);
    fit();
}

int AlertHeader::wished(int column) const
{
    return std::max(Theme::scaled(m_widths[static_cast<size_t>(column)].pixels), AlertDelegate::leastWidth(column));
}

int AlertHeader::neededWidth() const
{
    int sum = 0;
    for (int column = 0; column < count(); ++column) {
        if (!isSectionHidden(column))
            sum += m_widths[static_cast<size_t>(column)].chosen ? wished(column) : AlertDelegate::leastWidth(column);
    }
    return sum;
}

void AlertHeader::fit()
{
    if (count() != columnCount())
        return;
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
        places.push_back({column, width, m_widths[static_cast<size_t>(column)].chosen ? 0 : width - AlertDelegate::leastWidth(column)});
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
    if (m_fitting || pixels <= 0 || count() != columnCount())
        return;
    m_widths[static_cast<size_t>(column)] = {qRound(pixels * 100.0 / Theme::scaled(100)), true};
    if (pixels >= AlertDelegate::leastWidth(column))
        return;
    const QScopedValueRollback fitting(m_fitting, true); // a number keeps its room
    resizeSection(column, AlertDelegate::leastWidth(column));
}

void AlertHeader::showColumn(int column, bool shown)
{
    {
        const QScopedValueRollback fitting(m_fitting, true);
        setSectionHidden(column, !shown);
    }
    fit();
}

void AlertHeader::resetColumns()
{
    {
        const QScopedValueRollback fitting(m_fitting, true); // a section that comes back is resized
        for (int column = 0; column < columnCount(); ++column) {
            m_widths[static_cast<size_t>(column)] = {spec(column).width, false};
            setSectionHidden(column, !spec(column).shown);
            moveSection(visualIndex(column), column);
        }
    }
    fit();
}

QByteArray AlertHeader::save() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << kVersion << static_cast<quint32>(columnCount());
    // By name and in the order shown: a later version with other columns still understands it.
    for (int visual = 0; visual < columnCount(); ++visual) {
        const int column = logicalIndex(visual);
        const Width &width = m_widths[static_cast<size_t>(column)];
        out << spec(column).id << !isSectionHidden(column) << static_cast<qint32>(width.chosen ? width.pixels : 0);
    }
    return state;
}

void AlertHeader::restore(const QByteArray &state)
{
    QDataStream in(state);
    quint32 version = 0;
    quint32 known = 0;
    in >> version >> known;
    if (version != kVersion || known > 1'000)
        return;
    const auto &columns = alertTableColumns();
    QScopedValueRollback fitting(m_fitting, true);
    int place = 0;
    for (quint32 n = 0; n < known && in.status() == QDataStream::Ok; ++n) {
        QString id;
        bool shown = false;
        qint32 pixels = 0;
        in >> id >> shown >> pixels;
        const auto it = std::ranges::find(columns, id, &AlertColumnSpec::id);
        if (it == columns.end())
            continue;
        const int column = static_cast<int>(it - columns.begin());
        moveSection(visualIndex(column), place++);
        setSectionHidden(column, !shown);
        if (pixels >= 16 && pixels <= 10'000)
            m_widths[static_cast<size_t>(column)] = {pixels, true};
    }
    fitting.commit();
    m_fitting = false;
    fit();
}

void AlertHeader::fillMenu(QMenu &menu)
{
    QMenu *more = nullptr;
    for (int column = 0; column < columnCount(); ++column) {
        const CellKind kind = spec(column).kind;
        if (kind == CellKind::Flags || kind == CellKind::Name)
            continue; // the row's handle
        QMenu *into = &menu;
        if (kind == CellKind::Key) {
            if (!more)
                more = menu.addMenu(tr("More"));
            into = more;
        }
        QAction *action = into->addAction(columnTitle(spec(column)));
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) { showColumn(column, on); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Reset columns")), &QAction::triggered, this, &AlertHeader::resetColumns);
}

} // namespace tocsin::ui
