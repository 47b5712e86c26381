// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/minimap.h"

#include "ui/models/alerttablemodel.h"
#include "ui/models/rowcolours.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alerttable.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace tocsin::ui {

namespace {

constexpr int kWidth = 10;
constexpr int kThick = 2; // of a mark
constexpr int kRenewMs = 100;
constexpr int kReach = 4; // pixels from a click to its mark
constexpr size_t kMostAsked = 20'000; // rows of a kind whose place is looked up; more of them are taken evenly

int lengthOf(RowColours::Kind::What what)
{
    return what == RowColours::Kind::Marked ? 4 : what == RowColours::Kind::Watched ? 6 : 8;
}

QColor colourOf(const RowColours::Kind &kind, const RowColours &colours)
{
    const Palette &palette = Theme::palette();
    switch (kind.what) {
    case RowColours::Kind::Unreadable:
        return palette.bad;
    case RowColours::Kind::Retracted:
        return palette.retracted;
    case RowColours::Kind::Watched:
        return palette.watch;
    case RowColours::Kind::Marked:
        return palette.mark;
    case RowColours::Kind::Rule:
        break;
    }
    return palette.ruleColour(colours.rules().rules()[kind.rule].colour);
}

} // namespace

Minimap::Minimap(AlertTable &table, AlertTableModel &model, RowColours &colours, QWidget *parent)
    : QWidget(parent), m_table(table), m_model(model), m_colours(colours)
{
    setObjectName(QStringLiteral("minimap"));
    setAccessibleName(tr("Overview of notable rows"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setMouseTracking(true);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kRenewMs);
    connect(&m_soon, &QTimer::timeout, this, &Minimap::renew);
    table.horizontalHeader()->installEventFilter(this);
    connect(&colours, &RowColours::marksChanged, this, &Minimap::renewSoon);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &Minimap::renewSoon);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &Minimap::renewSoon);
    connect(&model, &QAbstractItemModel::modelReset, this, &Minimap::renewSoon);
    connect(&model, &QAbstractItemModel::layoutChanged, this, &Minimap::renewSoon);
}

QSize Minimap::sizeHint() const
{
    return {kWidth, 0};
}

QRect Minimap::track() const
{
    const int top = m_table.horizontalHeader()->height();
    const int below = m_table.horizontalScrollBar()->isVisible() ? m_table.horizontalScrollBar()->height() : 0;
    return QRect(0, top, width(), std::max(0, height() - top - below));
}

void Minimap::renewSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void Minimap::renew()
{
    const int height = track().height();
    const int count = m_model.rowCount();
    m_marks.assign(static_cast<size_t>(std::max(0, height)), {});
    const std::vector<RowColours::Kind> kinds = m_colours.kinds();
    for (size_t kind = 0; kind < kinds.size() && count > 0 && height > 0; ++kind) {
        const std::vector<int64_t> &rows = *kinds[kind].rows;
        const size_t step = std::max<size_t>(1, rows.size() / kMostAsked);
        for (size_t i = 0; i < rows.size(); i += step) {
            const int row = m_model.indexOf(rows[i]);
            if (row < 0)
                continue;
            Mark &mark = m_marks[static_cast<size_t>(static_cast<qint64>(row) * height / count)];
            if (mark.kind < 0)
                mark = {row, static_cast<int>(kind)}; // kinds come by rank
        }
    }
    update();
}

void Minimap::paintEvent(QPaintEvent *)
{
    const Palette &colours = Theme::palette();
    QPainter painter(this);
    painter.fillRect(rect(), colours.window);
    const QRect area = track();
    painter.fillRect(area, colours.base);
    painter.fillRect(QRect(0, area.top() - 1, width(), 1), colours.line);
    const std::vector<RowColours::Kind> kinds = m_colours.kinds();
    // The first rank is painted last, so that its marks are whole.
    for (size_t kind = kinds.size(); kind-- > 0;) {
        const QColor colour = colourOf(kinds[kind], m_colours);
        const int length = lengthOf(kinds[kind].what);
        for (size_t y = 0; y < m_marks.size(); ++y) {
            if (m_marks[y].kind == static_cast<int>(kind))
                painter.fillRect(QRect((width() - length) / 2, area.top() + static_cast<int>(y), length, kThick), colour);
        }
    }
}

int Minimap::markNear(int y) const
{
    const int at = y - track().top();
    for (int away = 0; away <= kReach; ++away) {
        for (const int pixel : {at - away, at + away}) {
            if (pixel >= 0 && pixel < static_cast<int>(m_marks.size()) && m_marks[static_cast<size_t>(pixel)].kind >= 0)
                return pixel;
        }
    }
    return -1;
}

QString Minimap::words(int y) const
{
    const int pixel = markNear(y);
    if (pixel < 0)
        return {};
    const Mark &mark = m_marks[static_cast<size_t>(pixel)];
    const std::vector<RowColours::Kind> kinds = m_colours.kinds();
    if (mark.kind >= static_cast<int>(kinds.size()))
        return {};
    const RowColours::Kind &kind = kinds[static_cast<size_t>(mark.kind)];
    switch (kind.what) {
    case RowColours::Kind::Unreadable:
        return tr("Unreadable");
    case RowColours::Kind::Retracted:
        return tr("Retracted");
    case RowColours::Kind::Watched:
        return tr("On a watchlist");
    case RowColours::Kind::Marked:
        return tr("Marked");
    case RowColours::Kind::Rule:
        break;
    }
    return m_colours.rules().rules()[kind.rule].name;
}

void Minimap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    const int y = event->position().toPoint().y();
    const int pixel = markNear(y);
    const QRect area = track();
    if (pixel >= 0)
        m_table.goTo(m_marks[static_cast<size_t>(pixel)].row);
    else if (area.height() > 0)
        m_table.lookAt(static_cast<int>(static_cast<qint64>(std::clamp(y - area.top(), 0, area.height())) * m_model.rowCount() / area.height()));
}

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(markNear(event->position().toPoint().y()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QWidget::mouseMoveEvent(event);
}

void Minimap::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    renewSoon();
}

void Minimap::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        renewSoon();
}

// Pinned rows take room from the list.
bool Minimap::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        renewSoon();
    return QWidget::eventFilter(watched, event);
}

bool Minimap::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = words(help->pos().y());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text.toHtmlEscaped(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace tocsin::ui
