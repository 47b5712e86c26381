// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/dialogs/archivedialog.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/streamcommands.h"
#include "ui/fileopening.h"
#include "ui/mainwindowactions.h"
#include "ui/mainwindowclosing.h"
#include "ui/models/alerttablemodel.h"
#include "ui/models/streammodel.h"
#include "ui/models/streamwords.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/docktitle.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterrow.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/streamlist.h"
#include "ui/windowaccounts.h"
#include "ui/windowcolours.h"
#include "ui/windowpanes.h"
#include "ui/windowredecoding.h"
#include "ui/windowsending.h"
#include "ui/windowtargets.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolBar>

#include <algorithm>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kExportFolder = u"exportFolder"_s;

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

MainWindow::MainWindow(const WindowServices &services, QWidget *parent)
    : QMainWindow(parent), m_services(services), m_profile(services.places.config, services.profile),
      m_archiveWatch(services.archive), m_files(new FileOpening(services.sink, this)), m_streams(new StreamModel(services.manager, this)),
      m_actions(new MainWindowActions(this)), m_accounts(new WindowAccounts(services.vault, services.manager, services.places, this)),
      m_commands(new StreamCommands(services.manager, services.archive, *m_streams, *m_accounts, this)),
      m_closing(new MainWindowClosing(services.manager, m_profile, this)),
      m_alerts(new AlertTableModel(services.archive, services.feed, this)), m_panes(new WindowPanes(this)),
      m_status(new WindowStatus(this))
{
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    setStatusBar(m_status);
    m_instanceTag = new InstanceTag(menuBar());
    menuBar()->setCornerWidget(m_instanceTag, Qt::TopRightCorner);
    resize(1440, 900);

    buildBars();
    buildDocks();
    buildCentre();
    wireFileAndHelp();
    wireView();
    wireStreams();
    wireAlerts();
    wireTargets();
    wireNews();
    for (QLineEdit *box : findChildren<QLineEdit *>())
        box->installEventFilter(this);
    wireSchemas();
    showInstance();
    restore();
    m_table->setFocus(Qt::OtherFocusReason);
    showCounts();
    showRowActions();
    showFollow();
    showStreamActions();
}

const QString MainWindow::kLastDay = u"timestamp > now - 24h"_s;

MainWindow::~MainWindow() = default;

qint64 MainWindow::rows() const
{
    return m_alerts->totalRows();
}

bool MainWindow::hasStreams() const
{
    return m_streams->totals().configured > 0;
}

QString MainWindow::currentStream() const
{
    const QString selected = m_streamList->currentUuid();
    if (!selected.isEmpty())
        return selected;
    const QStringList all = m_streams->uuids();
    return all.size() == 1 ? all.constFirst() : QString();
}

// Mixed streams: the least real one. The demo is one before its stream runs.
void MainWindow::showInstance()
{
    m_instance = m_services.demo ? ShownInstance{streams::Instance::Mock, true} : m_streams->leastRealInstance();
    m_instances = m_streams->instances();
    setWindowTitle(m_instance.isReal() ? tr("Tocsin") : tr("Tocsin · %1").arg(instanceWord(m_instance)));
    setContentsMargins(instanceframe::margins(m_instance));
    m_instanceTag->setInstance(m_instance);
    m_table->setInstances(m_instances);
    // The menu bar asks for the width of its corner only when it is laid out.
    menuBar()->setCornerWidget(m_instanceTag, Qt::TopRightCorner);
    m_instanceTag->show();
    update();
}

void MainWindow::showPages()
{
    const bool noRows = rows() == 0;
    showFirstRun(!m_services.demo && noRows && !hasStreams() && !m_alerts->isLoading());
    const bool filtered = m_alerts->filter() && !noRows;
    m_empty->setFiltered(filtered, rows(), m_filter->text() == kLastDay);
    const bool empty = m_alerts->rowCount() == 0 && !m_alerts->isLoading();
    if (empty)
        placeEmptyPage();
    m_empty->setVisible(empty);
}

void MainWindow::showFirstRun(bool first)
{
    QWidget *page = first ? static_cast<QWidget *>(m_firstRunArea) : m_colours->area();
    if (m_centre->currentWidget() == page)
        return;
    m_centre->setCurrentWidget(page);
    // Nothing to list and nothing to look at yet: the page has the window for itself.
    if (first) {
        m_accounts->lookAround();
        m_layoutBehind = saveState(kLayoutVersion);
        m_streamsDock->hide();
        m_alertDock->hide();
    } else if (!m_layoutBehind.isEmpty()) {
        restoreState(m_layoutBehind, kLayoutVersion);
        m_layoutBehind.clear();
        m_dockWidths->place();
    }
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    m_dockWidths->place(); // docks take a width only when they are on the screen
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (isVisible())
        m_dockWidths->place();
}

bool MainWindow::event(QEvent *event)
{
    // QMainWindow moves the edges of docks itself.
    if (event->type() == QEvent::MouseButtonPress && isSeparator(static_cast<QMouseEvent *>(event)->position().toPoint())) {
        m_dragging = true;
        m_dockWidths->beginDrag();
    }
    const bool done = QMainWindow::event(event);
    // A dock can become narrower only after what is in it: a change of the text size reaches it step by step.
    if (event->type() == QEvent::LayoutRequest && isVisible())
        m_dockWidths->place();
    if (event->type() == QEvent::MouseButtonRelease && std::exchange(m_dragging, false))
        m_dockWidths->endDrag();
    return done;
}

void MainWindow::placeEmptyPage()
{
    m_empty->setGeometry(m_table->viewport()->geometry());
    m_empty->raise();
}

void MainWindow::showCounts()
{
    const qint64 total = rows();
    const bool works = m_alerts->isLoading() && (m_alerts->filter() || m_alerts->isArranging());
    m_filter->setProgress(works ? m_alerts->progress() : -1, static_cast<FilterRow::Work>(m_alerts->step()));
    m_filter->setUnread(m_alerts->unreadRows());
    m_filter->setCounts(m_alerts->filter() || m_alerts->isFolded() ? m_alerts->rowCount() : -1, total);
    m_status->setUnseen(m_alerts->unseenRows());
    m_status->setPaused(m_actions->pauseView->isChecked(), m_alerts->waitingRows());
}

void MainWindow::showRowActions()
{
    const bool any = m_alerts->rowCount() > 0;
    const bool selected = m_table->hasSelectedRows();
    m_actions->exportRows->setEnabled(any || selected); // a pinned row may be hidden
    m_actions->newest->setEnabled(any);
    m_actions->nextUnseen->setEnabled(any);
    m_actions->previousUnseen->setEnabled(any);
    m_actions->mark->setEnabled(selected);
    m_actions->pin->setEnabled(selected);
    m_sending->setEnabled(selected);
    if (m_targets)
        m_targets->setEnabled(selected);
    if (m_redecoding)
        m_redecoding->setEnabled(selected);
    m_actions->clearFilter->setEnabled(!m_filter->text().isEmpty());
    showPages();
}

void MainWindow::showFollow()
{
    m_actions->follow->setChecked(m_table->isFollowing());
    m_actions->follow->setText(m_table->isFollowHeld() ? tr("Follow, held") : tr("Follow"));
    if (QWidget *button = m_actions->toolBar->widgetForAction(m_actions->follow))
        button->setAccessibleName(tr("Follow")); // the same in both states
}

void MainWindow::showStreamActions()
{
    const QString uuid = currentStream();
    const streams::StreamConfig *config = m_streams->config(uuid);
    const bool stored = config && !m_streams->isTransient(uuid);
    m_actions->startStream->setEnabled(config && m_commands->canStart(uuid));
    m_actions->stopStream->setEnabled(config && m_commands->canStop(uuid));
    for (QAction *action : {m_actions->editStream, m_actions->renameStream, m_actions->toggleStream, m_actions->removeStream})
        action->setEnabled(stored);
    for (QAction *action : {m_actions->streamLog, m_actions->copyStatus})
        action->setEnabled(config != nullptr);
    m_actions->toggleStream->setText(config && !config->enabled ? tr("Enable") : tr("Disable"));
    const StreamModel::Totals totals = m_streams->totals();
    m_actions->startAll->setEnabled(totals.stopped > 0);
    m_actions->stopAll->setEnabled(totals.configured > totals.stopped);
    m_status->setStreams(totals);
    m_streamsTitle->setInfo(tr("%n stream(s)", nullptr, totals.configured));
}

void MainWindow::handleStatusItem(WindowStatus::Item item)
{
    using Item = WindowStatus::Item;
    using streams::State;
    // The first stream, or the first in this state, is the one to look at.
    const auto showStream = [this](std::initializer_list<State> states) {
        showDock(m_streamsDock, m_streamList);
        for (const QString &uuid : m_streams->uuids()) {
            if (std::ranges::find(states, m_streams->status(uuid).state) != states.end()) {
                m_streamList->select(uuid);
                return;
            }
        }
    };
    switch (item) {
    case Item::Streams:
        showStream({State::Degraded, State::Stale, State::Missing});
        break;
    case Item::SignIn:
        showStream({State::NeedsSignIn});
        m_commands->signIn(currentStream());
        break;
    case Item::Rate:
        showStream({State::Live});
        break;
    case Item::Lag:
        showStream({State::CatchingUp});
        break;
    case Item::Unseen:
        m_table->goToNextUnseen();
        break;
    case Item::Paused:
        m_actions->pauseView->setChecked(false);
        break;
    case Item::Archive:
    case Item::Gaps: {
        auto *dialog = new ArchiveDialog(m_archiveWatch, m_services.places.archive, m_trouble, this);
        dialog->setCanRecover(!m_services.demo);
        connect(dialog, &ArchiveDialog::recoverWanted, this, &MainWindow::recoverWanted);
        dialog->open();
        break;
    }
    case Item::Outbox:
        m_targets->showList(true);
        break;
    case Item::Clock: {
        const QString now = QString::fromStdString(UtcTime::now().iso());
        QApplication::clipboard()->setText(now);
        m_status->say(tr("%1 was copied.").arg(now));
        break;
    }
    }
}

void MainWindow::handleArchive(const services::ArchiveWatch::News &news)
{
    WindowStatus::ArchiveState state{.trouble = m_trouble};
    if (news.known) {
        state.bytes = news.info.bytes;
        state.quota = news.info.quotaBytes;
        state.gaps = news.info.gaps;
    }
    m_status->setArchive(state);
}

void MainWindow::handleTrouble(const QString &message)
{
    const bool ended = !m_trouble.isEmpty() && message.isEmpty();
    m_trouble = message;
    handleArchive(m_archiveWatch.last());
    m_banner->setVisible(!message.isEmpty());
    if (!message.isEmpty())
        m_banner->setMessage(MessagePanel::Kind::Bad, tr("Nothing is being written just now"), message);
    else if (ended)
        m_status->say(tr("The archive is being written again."));
}

void MainWindow::showTrouble(const Error &error)
{
    m_banner->setMessage(MessagePanel::Kind::Warn, error.message, error.remedy, error.detail);
    m_banner->show();
}

void MainWindow::takeFiles(const QStringList &paths)
{
    m_files->take(paths);
}

void MainWindow::exportRows()
{
    auto *dialog = new ExportDialog(m_services.archive,
                                    {.selected = m_table->selectedRows(),
                                     .filter = m_alerts->filter(),
                                     .shownKeys = m_table->shownKeys(),
                                     .folder = m_profile.text(kExportFolder),
                                     .restricted = &m_sending->restricted()},
                                    this);
    connect(dialog, &ExportDialog::written, this, [this](const QString &folder) {
        m_profile.setText(kExportFolder, folder);
        if (m_services.remember)
            m_profile.save();
    });
    dialog->open();
}

void MainWindow::showDock(QDockWidget *dock, QWidget *target)
{
    dock->show();
    dock->raise();
    target->setFocus(Qt::OtherFocusReason);
}

void MainWindow::raiseAgain()
{
    m_closing->leaveTray();
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::quit()
{
    m_closing->quit();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(m_closing->mayClose());
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    QPainter painter(this);
    instanceframe::paint(painter, rect(), m_instance);
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        placeEmptyPage();
    // The boxes would cut their line with it; the command is to be had everywhere.
    if (event->type() == QEvent::ShortcutOverride && m_actions->commands->shortcut() == QKeySequence(static_cast<QKeyEvent *>(event)->keyCombination())) {
        event->ignore();
        return true;
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList files = localFiles(*event->mimeData());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    takeFiles(files);
}

} // namespace tocsin::ui
