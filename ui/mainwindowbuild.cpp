// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the window, made and put together.
#include "ui/dialogs/streamcommands.h"
#include "ui/mainwindow.h"
#include "ui/mainwindowactions.h"
#include "ui/models/alerttablemodel.h"
#include "ui/models/streammodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alarmbanner.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/columnsets.h"
#include "ui/widgets/coverageribbon.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/docktitle.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterrow.h"
#include "ui/widgets/firstrunpage.h"
#include "ui/widgets/fittingscroll.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/streamlist.h"
#include "ui/windowcolours.h"

#include <QDockWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <tuple>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kStreamsWidth = 242; // of the docks, look.md 3
constexpr int kAlertWidth = 376;
constexpr int kLeastStreams = 180;
constexpr int kLeastAlert = 288;
constexpr int kLeastCoverage = 120; // high: the list of streams has more than its share
constexpr int kLeastCentre = 330; // the docks give way before the table does

} // namespace

void MainWindow::buildBars()
{
    m_filter = new FilterRow(this);
    auto *bar = new QToolBar(tr("Filter"), this);
    bar->setObjectName(u"filterBar"_s);
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->toggleViewAction()->setVisible(false);
    bar->addWidget(m_filter);
    addToolBarBreak();
    addToolBar(Qt::TopToolBarArea, bar);
}

void MainWindow::buildDocks()
{
    const auto makeDock = [this](const QString &name, const QString &title, QWidget *content, Qt::DockWidgetArea area) {
        auto *dock = new QDockWidget(title, this);
        dock->setObjectName(name);
        dock->setWidget(content);
        auto *bar = new DockTitle(title, dock, true);
        dock->setTitleBarWidget(bar);
        addDockWidget(area, dock);
        connect(dock, &QDockWidget::visibilityChanged, this, [this](bool visible) {
            if (visible && isVisible())
                m_dockWidths->place();
        });
        return std::pair(dock, bar);
    };
    auto *streams = new QWidget(this);
    streams->setBackgroundRole(QPalette::Base);
    streams->setAutoFillBackground(true);
    m_streamList = new StreamList(*m_streams, streams);
    auto *add = new QToolButton(streams);
    add->setDefaultAction(m_actions->addStream);
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add->setAutoRaise(true);
    add->setForegroundRole(QPalette::Link);
    auto *column = new QVBoxLayout(streams);
    column->setContentsMargins(0, 0, 0, 6);
    column->setSpacing(4);
    column->addWidget(m_streamList);
    column->addWidget(add, 0, Qt::AlignLeft);
    column->addStretch();
    m_coverage = new CoverageRibbon(streams);
    auto *scroll = new FittingScroll(m_coverage, kLeastStreams, kLeastCoverage);
    connect(m_coverage, &CoverageRibbon::steppedTo, scroll, &FittingScroll::bringIntoSight);
    column->addWidget(scroll);
    std::tie(m_streamsDock, m_streamsTitle) = makeDock(u"streams"_s, tr("Streams"), streams, Qt::LeftDockWidgetArea);

    m_detail = new DetailPane(m_services.archive, this);
    m_detail->setActions(m_actions->mark, {m_actions->triageMenu, m_actions->openMenu, m_actions->copyMenu});
    std::tie(m_alertDock, m_alertTitle) = makeDock(u"alert"_s, tr("Alert"), m_detail, Qt::RightDockWidgetArea);
    m_dockWidths = std::make_unique<DockWidths>(
        this, QList<DockWidths::Dock>{{m_streamsDock, kStreamsWidth, kLeastStreams}, {m_alertDock, kAlertWidth, kLeastAlert}},
        [this] { return m_table->neededWidth() + m_colours->stripWidth(); });
}

void MainWindow::buildCentre()
{
    auto *area = new QWidget(this);
    area->setMinimumWidth(kLeastCentre);
    m_alarmBanner = new AlarmBanner(area);
    m_banner = new MessagePanel(area, MessagePanel::Shape::Banner);
    m_banner->hide();
    connect(m_banner->addButton(tr("Details")), &QPushButton::clicked, this,
            [this] { handleStatusItem(WindowStatus::Item::Archive); });
    connect(m_banner->addButton(tr("Put away")), &QPushButton::clicked, m_banner, &QWidget::hide);
    m_schemaBanner = new MessagePanel(area, MessagePanel::Shape::Banner);
    m_schemaBanner->hide();
    m_table = new AlertTable(*m_alerts, area);
    m_columnSets = new ColumnSets(*m_table, this);
    m_table->setMoreColumnEntries([this](QMenu &menu) {
        QStringList streams;
        for (const QString &uuid : m_streams->uuids()) {
            if (const streams::StreamConfig *config = m_streams->config(uuid))
                streams << config->name;
        }
        m_columnSets->setStreams(streams);
        m_columnSets->fillMenu(*menu.addMenu(tr("Sets")));
    });
    m_empty = new EmptyPage(*m_streams, m_table);
    m_empty->hide();
    m_table->viewport()->installEventFilter(this);
    m_firstRun = new FirstRunPage(area);
    // Pages that are not shown must not hold the window wide; and this one may be larger than the screen.
    m_firstRunArea = new QScrollArea(area);
    m_firstRunArea->setWidget(m_firstRun);
    m_firstRunArea->setWidgetResizable(true);
    m_firstRunArea->setFrameShape(QFrame::NoFrame);
    m_firstRunArea->setFocusPolicy(Qt::NoFocus);
    m_centre = new QStackedWidget(area);
    m_colours = new WindowColours(m_services.archive, *m_table, *m_alerts, m_profile, this);
    m_centre->addWidget(m_colours->area());
    m_centre->addWidget(m_firstRunArea);
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_alarmBanner);
    column->addWidget(m_banner);
    column->addWidget(m_schemaBanner);
    column->addWidget(m_centre, 1);
    setCentralWidget(area);
}

} // namespace tocsin::ui
