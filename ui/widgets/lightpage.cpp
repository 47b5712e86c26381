// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/lightpage.h"

#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copying.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLooked = 60; // rows by which the columns are measured
constexpr int kCellRoom = 16;

} // namespace

LightPage::LightPage(QWidget *parent) : QWidget(parent), m_summary(new QLabel(this)), m_model(new LightModel(this)), m_table(new QTreeView(this))
{
    setAccessibleName(tr("Light curve"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setFont(Theme::font(Theme::Font::Small));
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_table->setModel(m_model);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setAccessibleName(tr("Light curve"));
    m_table->header()->setAccessibleName(tr("Columns"));
    m_table->header()->setSectionsMovable(false);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copyRows = new QAction(tr("Copy rows as CSV"), m_table);
    copyRows->setShortcut(QKeySequence::Copy);
    copyRows->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(copyRows);
    connect(copyRows, &QAction::triggered, this, [this] { copy(false); });
    auto *button = new QPushButton(tr("Copy as CSV"), this);
    button->setAutoDefault(false);
    button->setToolTip(tr("All measurements of this packet, with every digit"));
    connect(button, &QPushButton::clicked, this, [this] { copy(true); });
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(10, 6, 10, 8);
    footer->setSpacing(10);
    footer->addWidget(button);
    footer->addWidget(m_summary, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addLayout(footer);
    setFocusProxy(m_table);
}

std::shared_ptr<const PacketInside> LightPage::setInside(std::shared_ptr<const PacketInside> inside)
{
    std::shared_ptr<const PacketInside> former = m_model->setInside(std::move(inside));
    m_summary->setText(summary());
    m_table->setAccessibleDescription(m_summary->text());
    if (m_model->inside())
        fitColumns();
    return former;
}

// What is seen first says how wide the columns are; thousands of rows are not measured.
void LightPage::fitColumns()
{
    const QFontMetrics metrics(Theme::font(Theme::Font::Medium));
    for (int column = 0; column < LightModel::ColumnCount; ++column) {
        int wide = m_table->header()->sectionSizeHint(column) - Theme::scaled(kCellRoom);
        for (int row = 0; row < std::min(kLooked, m_model->rowCount()); ++row)
            wide = std::max(wide, metrics.horizontalAdvance(m_model->index(row, column).data().toString()));
        m_table->setColumnWidth(column, wide + Theme::scaled(kCellRoom));
    }
}

QString LightPage::summary() const
{
    if (!m_model->inside())
        return {};
    QStringList parts;
    const std::vector<LightPoint> &light = m_model->inside()->light;
    const auto count = [&light](LightPoint::Kind kind) { return static_cast<int>(std::ranges::count(light, kind, &LightPoint::kind)); };
    if (const int detections = count(LightPoint::Kind::Detection))
        parts << tr("%Ln detections", nullptr, detections);
    if (const int limits = count(LightPoint::Kind::Limit))
        parts << tr("%Ln limits", nullptr, limits);
    if (const int forced = count(LightPoint::Kind::Forced))
        parts << tr("%Ln forced", nullptr, forced);
    return (QStringList(parts.join(u", "_s)) + m_model->inside()->problems).join(u'\n');
}

void LightPage::copy(bool all) const
{
    if (!m_model->inside())
        return;
    QString text = PacketInside::csvHeader() + u"\r\n"_s;
    const std::vector<QString> &lines = m_model->inside()->csv;
    const QItemSelection chosen = m_table->selectionModel()->selection();
    for (size_t i = 0; i < lines.size(); ++i) {
        if (all || chosen.isEmpty() || m_table->selectionModel()->isRowSelected(static_cast<int>(i), {}))
            text += lines[i] + u"\r\n"_s;
    }
    copyToClipboard(*this, text, u"text/csv"_s, text.toUtf8());
}

} // namespace tocsin::ui
