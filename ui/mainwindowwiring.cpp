// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's parts tell each other: which signal does what.
#include "ui/mainwindow.h"

#include "core/decoders/decoder.h"
#include "core/decoders/formatpages.h"
#include "core/filter/text.h"
#include "core/services/alertfeed.h"
#include "core/services/engine.h"
#include "core/services/streammanager.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/commandsdialog.h"
#include "ui/dialogs/helppagedialog.h"
#include "ui/dialogs/keysdialog.h"
#include "ui/dialogs/streamcommands.h"
#include "ui/fileopening.h"
#include "ui/keybindings.h"
#include "ui/mainwindowactions.h"
#include "ui/mainwindowclosing.h"
#include "ui/models/alerttablemodel.h"
#include "ui/models/streammodel.h"
#include "ui/models/streamwords.h"
#include "ui/theme/motion.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/coverageribbon.h"
#include "ui/widgets/columnsets.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/docktitle.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterbox.h"
#include "ui/widgets/filterrow.h"
#include "ui/widgets/firstrunpage.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/pinnedrows.h"
#include "ui/widgets/streamlist.h"
#include "ui/windowaccounts.h"
#include "ui/windowalarms.h"
#include "ui/windowcolours.h"
#include "ui/windowcoverage.h"
#include "ui/windowfilter.h"
#include "ui/windowfinding.h"
#include "ui/windowpanes.h"
#include "ui/windowrules.h"
#include "ui/windowsending.h"
#include "ui/windowtargets.h"

#include <QDockWidget>
#include <QLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kScaleStep = 10;
const QString kCoverageHours = u"coverageHours"_s;
const QString kMotion = u"reduceMotion"_s; // 0 as the desktop, 1 reduced, 2 full

} // namespace

void MainWindow::wireFileAndHelp()
{
    connect(m_actions->openFile, &QAction::triggered, m_files, &FileOpening::ask);
    connect(m_actions->exportRows, &QAction::triggered, this, &MainWindow::exportRows);
    connect(m_actions->archive, &QAction::triggered, this, [this] { handleStatusItem(WindowStatus::Item::Archive); });
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->formatHelp, &QAction::triggered, this,
            [this] { (new HelpPageDialog(tr("Formats"), decoders::formatPages(), this))->open(); });
    connect(m_actions->commands, &QAction::triggered, this, [this] { (new CommandsDialog(*menuBar(), this))->open(); });
    connect(m_actions->keys, &QAction::triggered, this, [this] {
        (new KeysDialog(*m_keys, AlertTable::keys(), this))->open();
    });
    connect(m_actions->about, &QAction::triggered, this, [this] {
        (new AboutDialog(m_services.places.config, m_services.places.archive, this))->open();
    });
    connect(m_files, &FileOpening::said, m_status, &WindowStatus::say);
    connect(m_closing, &MainWindowClosing::closing, this, [this] {
        keep();
        m_status->say(tr("Stopping the streams."));
        Q_EMIT closing();
    });
    connect(m_closing, &MainWindowClosing::done, this, &QWidget::close);
    connect(m_closing, &MainWindowClosing::showWanted, this, &MainWindow::raiseAgain);
    connect(m_closing, &MainWindowClosing::remembered, this, &MainWindow::keep);
}

void MainWindow::wireView()
{
    connect(m_actions->systemTheme, &QAction::triggered, this, [this] { chooseScheme(Scheme::System); });
    connect(m_actions->lightTheme, &QAction::triggered, this, [this] { chooseScheme(Scheme::Light); });
    connect(m_actions->darkTheme, &QAction::triggered, this, [this] { chooseScheme(Scheme::Dark); });
    connect(m_actions->larger, &QAction::triggered, this, [this] { scaleText(m_textScale + kScaleStep); });
    connect(m_actions->smaller, &QAction::triggered, this, [this] { scaleText(m_textScale - kScaleStep); });
    connect(m_actions->normalSize, &QAction::triggered, this, [this] { scaleText(100); });
    connect(m_actions->fullScreen, &QAction::toggled, this,
            [this](bool on) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, on)); });
    connect(m_actions->nextPane, &QAction::triggered, this, [this] { m_panes->move(1); });
    connect(m_actions->previousPane, &QAction::triggered, this, [this] { m_panes->move(-1); });
    connect(m_actions->resetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
    connect(m_actions->filter, &QAction::triggered, m_filter, &FilterRow::focusBox);
    connect(m_actions->clearFilter, &QAction::triggered, m_filter, &FilterRow::clear);
    m_windowFilter = new WindowFilter(*m_filter, *m_table, *m_columnSets, *m_alerts, *m_detail, m_profile, this);
    connect(m_actions->filterHelp, &QAction::triggered, m_windowFilter, &WindowFilter::showHelp);
    connect(m_windowFilter, &WindowFilter::changed, this, [this] {
        if (m_services.remember)
            m_profile.save();
    });
    connect(m_actions->colourRules, &QAction::triggered, this, [this] { m_colours->edit(); });
    connect(m_colours, &WindowColours::said, m_status, [this](const QString &text) { m_status->say(text); });
    connect(m_colours, &WindowColours::failed, m_status, [this](const Error &error) { m_status->say(error.message + u' ' + error.remedy, true); });
    connect(m_colours, &WindowColours::changed, this, [this] {
        if (m_services.remember)
            m_profile.save();
    });
    m_finding = new WindowFinding({m_services.archive, *m_table, *m_alerts, *m_filter, *m_status, *m_actions, m_services.notes}, this);
    centralWidget()->layout()->addWidget(m_finding->bar());
    m_panes->add(m_filter, m_filter->box());
    m_panes->add(m_streamsDock, m_streamList, m_streamsTitle);
    m_panes->add(&m_table->pinnedRows(), &m_table->pinnedRows());
    m_panes->add(m_centre, m_table);
    m_panes->add(m_finding->bar(), m_finding->bar());
    m_panes->add(m_alertDock, m_detail, m_alertTitle);
    m_actions->viewMenu->addSeparator();
    m_actions->viewMenu->addActions({m_streamsDock->toggleViewAction(), m_alertDock->toggleViewAction()});
    QMenu *columns = m_actions->viewMenu->addMenu(tr("Columns"));
    connect(columns, &QMenu::aboutToShow, this, [this, columns] {
        columns->clear();
        m_table->fillColumnsMenu(*columns);
    });
}

void MainWindow::onCurrentStream(QAction *action, void (StreamCommands::*command)(const QString &))
{
    connect(action, &QAction::triggered, this, [this, command] {
        if (const QString uuid = currentStream(); !uuid.isEmpty())
            std::invoke(command, m_commands, uuid); // written out, GCC 12 with UBSAN loses the object
    });
}

void MainWindow::wireStreams()
{
    connect(m_actions->addStream, &QAction::triggered, m_commands, [this] { m_commands->add(); });
    onCurrentStream(m_actions->editStream, &StreamCommands::edit);
    onCurrentStream(m_actions->startStream, &StreamCommands::start);
    onCurrentStream(m_actions->stopStream, &StreamCommands::stop);
    onCurrentStream(m_actions->renameStream, &StreamCommands::rename);
    onCurrentStream(m_actions->removeStream, &StreamCommands::remove);
    onCurrentStream(m_actions->streamLog, &StreamCommands::showLog);
    onCurrentStream(m_actions->copyStatus, &StreamCommands::copyStatus);
    connect(m_actions->toggleStream, &QAction::triggered, this, [this] {
        if (const streams::StreamConfig *config = m_streams->config(currentStream()))
            m_commands->setEnabled(config->uuid, !config->enabled);
    });
    connect(m_actions->accounts, &QAction::triggered, this, [this] { m_accounts->open(); });
    m_actions->accounts->setEnabled(m_accounts->has());
    if (m_services.demo)
        m_actions->accounts->setToolTip(tr("Accounts belong to real streams: leave the demo first (menu Streams)"));
    connect(m_actions->startAll, &QAction::triggered, m_commands, &StreamCommands::startAll);
    connect(m_actions->stopAll, &QAction::triggered, m_commands, &StreamCommands::stopAllStreams);
    connect(m_actions->startDemo, &QAction::triggered, this, &MainWindow::demoWanted);
    connect(m_actions->leaveDemo, &QAction::triggered, this, &MainWindow::demoLeft);
    m_actions->startDemo->setVisible(!m_services.demo);
    m_actions->leaveDemo->setVisible(m_services.demo);
    if (m_services.demo) {
        m_actions->addStream->setEnabled(false);
        m_actions->addStream->setToolTip(tr("Real streams never meet invented alerts: leave the demo first (menu Streams)"));
    }

    connect(m_commands, &StreamCommands::said, m_status, &WindowStatus::say);
    connect(m_streamList, &StreamList::menuWanted, this, [this](const QString &uuid, const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_commands->fillMenu(*menu, uuid);
        if (const streams::StreamConfig *config = m_streams->config(uuid)) {
            menu->addSeparator();
            connect(menu->addAction(tr("Show only this stream")), &QAction::triggered, this, [this, name = config->name.toStdString()] {
                m_filter->setText(QString::fromStdString("stream = " + filter::quotedText(name)));
            });
        }
        menu->popup(at);
    });
    connect(m_streamList, &StreamList::opened, m_commands, &StreamCommands::edit);
    connect(m_streamList, &StreamList::signInWanted, m_commands, &StreamCommands::signIn);
    m_coverage->setHours(m_profile.number(kCoverageHours, m_coverage->hours()));
    connect(m_coverage, &CoverageRibbon::hoursChosen, this, [this](int hours) {
        m_profile.setNumber(kCoverageHours, hours);
        if (m_services.remember)
            m_profile.save();
    });
    auto *coverage = new WindowCoverage(m_services.manager, m_services.archive, *m_streams, *m_streamList, *m_coverage, this);
    connect(coverage, &WindowCoverage::said, m_status, &WindowStatus::say);
    connect(m_streamList, &StreamList::currentStreamChanged, this, &MainWindow::showStreamActions);
    connect(m_streams, &QAbstractItemModel::modelReset, this, &MainWindow::showInstance);
    connect(m_streams, &QAbstractItemModel::rowsInserted, this, &MainWindow::showInstance); // one that is not stored
    connect(m_streams, &StreamModel::totalsChanged, this, [this] {
        showPages();
        showStreamActions();
    });
    connect(m_firstRun, &FirstRunPage::demoWanted, this, &MainWindow::demoWanted);
    connect(m_firstRun, &FirstRunPage::addStreamWanted, m_commands, &StreamCommands::add);
    connect(m_firstRun, &FirstRunPage::importWanted, m_accounts, &WindowAccounts::import);
    connect(m_accounts, &WindowAccounts::foundAround, m_firstRun, &FirstRunPage::setFound);
    connect(m_accounts, &WindowAccounts::placeKnown, m_firstRun, &FirstRunPage::setPlace);
    connect(m_firstRun, &FirstRunPage::openFilesWanted, m_files, &FileOpening::ask);
    connect(m_empty, &EmptyPage::demoWanted, this, &MainWindow::demoWanted);
    connect(m_empty, &EmptyPage::startAllWanted, m_commands, &StreamCommands::startAll);
    connect(m_empty, &EmptyPage::clearFilterWanted, m_filter, &FilterRow::clear);
    connect(m_empty, &EmptyPage::lastDayWanted, m_filter, [this] { m_filter->setText(kLastDay); });
    connect(&m_services.manager, &services::StreamManager::topicAppeared, this, [this](const QString &uuid, const QString &topic) {
        const streams::StreamConfig *config = m_streams->config(uuid);
        m_status->say(tr("New topic at %1: %2").arg(config ? config->name : QString(), topic));
    });
}

void MainWindow::wireAlerts()
{
    m_keys = new KeyBindings(m_actions->all(), {m_table, &m_table->pinnedRows()}, m_profile, this);
    connect(m_keys, &KeyBindings::changed, this, [this] {
        if (m_services.remember)
            m_profile.save();
    });
    connect(m_actions->pauseView, &QAction::toggled, m_alerts, &AlertTableModel::setPaused);
    connect(m_actions->foldRevisions, &QAction::toggled, m_alerts, &AlertTableModel::setFolded);
    connect(m_alerts, &AlertTableModel::orderChanged, this, [this] { m_actions->foldRevisions->setChecked(m_alerts->isFolded()); });
    connect(m_actions->follow, &QAction::triggered, m_table, &AlertTable::setFollow);
    connect(m_table, &AlertTable::followChanged, this, &MainWindow::showFollow);
    connect(m_table, &AlertTable::said, m_status, [this](const QString &text) { m_status->say(text); });
    connect(m_actions->mark, &QAction::triggered, m_table, &AlertTable::toggleMark);
    connect(m_actions->pin, &QAction::triggered, m_table, &AlertTable::togglePin);
    connect(m_actions->newest, &QAction::triggered, m_table, &AlertTable::goToNewest);
    connect(m_actions->nextUnseen, &QAction::triggered, m_table, &AlertTable::goToNextUnseen);
    connect(m_actions->previousUnseen, &QAction::triggered, m_table, &AlertTable::goToPreviousUnseen);
    connect(m_table, &AlertTable::currentRowChanged, this, [this](qint64 row) {
        const AlertRecord *record = m_alerts->recordOf(row);
        m_detail->showRow(row, record ? record->alert : nullptr);
        m_detail->sayOutsideTable(m_alerts->indexOf(row) < 0); // a pinned row
    });
    const auto compare = [this] {
        m_alertDock->show();
        m_alertDock->raise();
        m_detail->toggleChanges();
    };
    const auto lookAt = [this](DetailPane::Page page) {
        m_alertDock->show();
        m_alertDock->raise();
        m_detail->lookAt(page);
    };
    for (const auto &[action, page] : {std::pair(m_actions->lightCurve, DetailPane::Page::Light), std::pair(m_actions->images, DetailPane::Page::Images)})
        connect(action, &QAction::triggered, this, [lookAt, page = page] { lookAt(page); });
    connect(m_table, &AlertTable::lightCurveWanted, this, [lookAt] { lookAt(DetailPane::Page::Light); });
    connect(m_table, &AlertTable::imagesWanted, this, [lookAt] { lookAt(DetailPane::Page::Images); });
    connect(m_detail, &DetailPane::formatHelpWanted, this, [this](const QString &format) {
        if (const decoders::Decoder *decoder = decoders::decoderOf(format.toStdString()))
            (new HelpPageDialog(tr("About this format"), decoders::formatPage(*decoder), this))->open();
    });
    connect(m_detail, &DetailPane::said, m_status, [this](const QString &text) { m_status->say(text); });
    connect(m_table, &AlertTable::compareWanted, this, compare);
    connect(m_actions->compare, &QAction::triggered, this, compare);
    connect(m_actions->nextChange, &QAction::triggered, m_detail, [this] { m_detail->goToChange(1); });
    connect(m_actions->previousChange, &QAction::triggered, m_detail, [this] { m_detail->goToChange(-1); });
    connect(m_actions->nextRevision, &QAction::triggered, m_detail, [this] { m_detail->goToRevision(1); });
    connect(m_actions->previousRevision, &QAction::triggered, m_detail, [this] { m_detail->goToRevision(-1); });
    connect(m_detail, &DetailPane::rowWanted, this, [this](qint64 row) {
        const int at = m_alerts->indexOf(row);
        if (at >= 0)
            m_table->selectRow(at);
        else
            m_detail->showRow(row);
        m_detail->sayOutsideTable(at < 0);
    });
    m_sending = new WindowSending(*m_table, *m_alerts, *m_actions, m_services.archive, m_profile, this);
    connect(m_detail, &DetailPane::restrictedCopyWanted, m_sending, [this](const std::function<void()> &copy) { m_sending->whenAllowed(1, copy); });
    connect(m_sending, &WindowSending::said, m_status, [this](const QString &text) { m_status->say(text); });
    connect(m_sending, &WindowSending::changed, this, [this] {
        if (m_services.remember)
            m_profile.save();
    });
    connect(m_table, &AlertTable::selectionRowsChanged, this, &MainWindow::showRowActions);
    connect(m_alerts, &AlertTableModel::countsChanged, this, [this] {
        showRowActions();
        m_counts.soon();
    });
}

void MainWindow::wireTargets()
{
    for (QAction *action : {m_actions->createTarget, m_actions->createTargets, m_actions->targets})
        action->setEnabled(m_services.targetDesk != nullptr);
    if (!m_services.targetDesk)
        return;
    m_targets = new WindowTargets({*m_services.targetDesk, *m_table, *m_alerts, *m_detail, *m_actions, m_profile, m_sending->restricted(), *m_status}, this);
    static_cast<QBoxLayout *>(centralWidget()->layout())->insertWidget(0, m_targets->bar());
    connect(m_targets, &WindowTargets::said, m_status, [this](const QString &text) { m_status->say(text); });
    connect(m_targets, &WindowTargets::accountsWanted, this, [this](const QString &account) {
        if (!m_accounts->has())
            m_status->say(tr("TOMs belong to real alerts: leave the demo first (menu Streams)"));
        else if (account.isEmpty())
            m_accounts->add(u"tom"_s);
        else
            m_accounts->open(account);
    });
    connect(m_accounts, &WindowAccounts::renamed, m_targets, &WindowTargets::followAccount);
    connect(m_accounts, &WindowAccounts::removed, m_targets, [this](const QString &account) { m_targets->followAccount(account, {}); });
    m_accounts->setAskTom([desk = m_services.targetDesk](const QString &account, QObject *context, TargetDesk::Done<tom::TomFacts> done) { desk->facts(account, context, std::move(done)); });
    connect(m_targets, &WindowTargets::changed, this, [this] {
        if (m_services.remember)
            m_profile.save();
    });
    connect(m_table, &AlertTable::menuOpening, this, [this](QMenu *menu) { menu->addAction(m_actions->createTarget); });
}

void MainWindow::wireAlarms()
{
    Motion::setChoice(static_cast<Motion::Choice>(std::clamp(m_profile.number(kMotion, 0), 0, 2)));
    m_actions->reduceMotion->setChecked(Motion::isReduced());
    connect(m_actions->reduceMotion, &QAction::triggered, this, [this](bool on) {
        Motion::setChoice(on ? Motion::Choice::Reduced : Motion::Choice::Full);
        m_profile.setNumber(kMotion, static_cast<int>(Motion::choice()));
        if (m_services.remember)
            m_profile.save();
    });
    if (!m_services.alarms) {
        for (QAction *action : m_actions->alarmsMenu->actions())
            action->setEnabled(false);
        m_actions->alarmsMenu->clear();
        m_actions->alarmsMenu->menuAction()->setVisible(false);
        return;
    }
    m_windowAlarms = new WindowAlarms(*m_services.alarms, *m_alarmBanner, *this);
    connect(m_windowAlarms, &WindowAlarms::rowWanted, m_finding, &WindowFinding::goToRow);
    connect(m_windowAlarms, &WindowAlarms::said, m_status, &WindowStatus::say);
    connect(m_rules, &WindowRules::armedChanged, m_windowAlarms, &WindowAlarms::setArmed);
    if (m_rules->armed() > 0)
        m_windowAlarms->setArmed(m_rules->armed());
    if (!m_targets)
        return;
    connect(m_windowAlarms, &WindowAlarms::retractionShown, m_targets, [this](const QString &event) { m_windowAlarms->setTargets(event, static_cast<int>(m_targets->targetsOf(event).size())); });
    connect(m_windowAlarms, &WindowAlarms::targetsRemovalWanted, m_targets, [this](const QString &event) { m_targets->remove(m_targets->targetsOf(event)); });
}

void MainWindow::wireRules()
{
    m_rules = new WindowRules({.actions = *m_actions, .table = *m_table, .model = *m_alerts, .filter = *m_filter, .status = *m_status, .accounts = *m_accounts,
                               .manager = m_services.manager, .archive = m_services.archive, .file = services::Engine::rulesFile(m_services.places, m_services.profile), .journal = m_services.journal, .engine = m_services.rules}, this);
    connect(m_rules, &WindowRules::said, m_status, &WindowStatus::say);
    if (auto *column = qobject_cast<QVBoxLayout *>(centralWidget()->layout()))
        column->insertWidget(0, m_rules->banner());
    connect(m_rules, &WindowRules::coloursChanged, m_colours, &WindowColours::setByRules);
    m_colours->setByRules(m_rules->colours());
    connect(m_rules, &WindowRules::rowWanted, this, [this](qint64 row) {
        if (const int at = m_alerts->indexOf(row); at >= 0)
            m_table->selectRow(at);
        else
            m_detail->showRow(row);
    });
}

void MainWindow::wireNews()
{
    connect(m_status, &WindowStatus::clicked, this, &MainWindow::handleStatusItem);
    connect(&m_archiveWatch, &services::ArchiveWatch::told, this, &MainWindow::handleArchive);
    connect(&m_services.feed, &services::AlertFeed::troubleChanged, this, &MainWindow::handleTrouble);
    // Size and gaps change slowly, and asking counts rows.
    auto *ask = new QTimer(this);
    ask->setInterval(15'000);
    connect(ask, &QTimer::timeout, &m_archiveWatch, &services::ArchiveWatch::ask);
    ask->start();
}

} // namespace tocsin::ui
