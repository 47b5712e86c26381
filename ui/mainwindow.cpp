// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "core/services/alertfeed.h"
#include "core/services/streammanager.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/archivedialog.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/keysdialog.h"
#include "ui/dialogs/streamcommands.h"
#include "ui/mainwindowactions.h"
#include "ui/mainwindowclosing.h"
#include "ui/models/alerttablemodel.h"
#include "ui/models/streammodel.h"
#include "ui/models/streamwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/docktitle.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterrow.h"
#include "ui/widgets/firstrunpage.h"
#include "ui/widgets/instanceframe.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/streamlist.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDateTime>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using streams::StreamConfig;

namespace {

constexpr int kLayoutVersion = 1; // of the docks; another number ignores what was kept
constexpr int kLeastScale = 80;
constexpr int kMostScale = 200;

QStringList localFiles(const QMimeData &data)
{
    QStringList files;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    return files;
}

} // namespace

MainWindow::MainWindow(const WindowServices &services, Theme &theme, QWidget *parent)
    : QMainWindow(parent), m_services(services), m_theme(theme), m_profile(services.places.config, services.profile),
      m_archiveWatch(services.archive), m_intake(services.sink), m_streams(new StreamModel(services.manager, this)),
      m_actions(new MainWindowActions(this)), m_commands(new StreamCommands(services.manager, *m_streams, this)),
      m_closing(new MainWindowClosing(services.manager, m_profile, this)),
      m_alerts(new AlertTableModel(services.archive, services.feed, this)), m_status(new WindowStatus(this))
{
    setWindowTitle(services.demo ? tr("Tocsin · Demo") : tr("Tocsin"));
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    setStatusBar(m_status);
    setContentsMargins(InstanceFrame::margins(instance()));
    m_instance = InstanceFrame::makeTag(instance(), menuBar());
    menuBar()->setCornerWidget(m_instance, Qt::TopRightCorner);

    buildFilterRow();
    buildCentre();
    buildDocks();
    wireActions();
    wireStreams();
    wireTable();
    restore();
    showPages();
    showStreamActions();
}

MainWindow::~MainWindow() = default;
