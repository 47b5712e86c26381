// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindowactions.h"

#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

MainWindowActions::MainWindowActions(QMainWindow *window) : QObject(window), m_window(window)
{
    openFile = make(tr("Open file…"), u"document-open"_s, {QKeySequence::Open});
    exportRows = make(tr("Export"), u"document-export"_s, {Qt::CTRL | Qt::Key_E});
    exportRows->setToolTip(tr("Write the selected rows, or all that are shown, to a file"));
    archive = make(tr("Archive…"));
    archive->setToolTip(tr("Size, limits and gaps; verify, compact, recover"));
    quit = make(tr("Quit"), u"application-exit"_s, {QKeySequence::Quit});

    find = make(tr("Find…"), u"edit-find"_s, {QKeySequence::Find});
    findNext = make(tr("Find next"), {}, {Qt::Key_F3});
    findPrevious = make(tr("Find previous"), {}, {Qt::SHIFT | Qt::Key_F3});
    clearFilter = make(tr("Clear filter"), u"edit-clear"_s);
    copyDegrees = make(tr("Position in degrees"), u"edit-copy"_s);
    copySexagesimal = make(tr("Position, sexagesimal"));
    copyCells = make(tr("Cells as shown"));
    copyCsv = make(tr("CSV"));
    copyJson = make(tr("JSON line"));
    copyIds = make(tr("IDs"));
    copyAs = make(tr("Copy as…"), {}, {Qt::CTRL | Qt::SHIFT | Qt::Key_C});
    editTemplates = make(tr("Templates…"), u"configure"_s);

    pauseView = make(tr("Pause view"), u"media-playback-pause"_s, {Qt::CTRL | Qt::SHIFT | Qt::Key_P});
    pauseView->setCheckable(true);
    pauseView->setToolTip(tr("New rows wait; receiving and storing go on"));
    follow = make(tr("Follow"), u"go-bottom"_s);
    follow->setCheckable(true);
    follow->setToolTip(tr("Keep the newest row in view (End)"));
    foldRevisions = make(tr("Fold revisions"));
    foldRevisions->setCheckable(true);
    foldRevisions->setToolTip(tr("One row for each event, the newest"));
    auto *themes = new QActionGroup(this);
    systemTheme = make(tr("As the desktop"));
    lightTheme = make(tr("Light"));
    darkTheme = make(tr("Dark"));
    for (QAction *theme : {systemTheme, lightTheme, darkTheme}) {
        theme->setCheckable(true);
        themes->addAction(theme);
    }
    larger = make(tr("Larger text"), {}, {QKeySequence::ZoomIn, Qt::CTRL | Qt::Key_Equal});
    smaller = make(tr("Smaller text"), {}, {QKeySequence::ZoomOut});
    normalSize = make(tr("Normal text size"), {}, {Qt::CTRL | Qt::Key_0});
    // In a list of commands they stand without the menu that says the rest.
    for (const auto &[action, name] : {
             std::pair{copyDegrees, tr("Copy position in degrees")},
             std::pair{copySexagesimal, tr("Copy position, sexagesimal")},
             std::pair{copyCells, tr("Copy cells as shown")},
             std::pair{copyCsv, tr("Copy as CSV")},
             std::pair{copyJson, tr("Copy as JSON line")},
             std::pair{copyIds, tr("Copy IDs")},
             std::pair{systemTheme, tr("Colours of the desktop")},
             std::pair{lightTheme, tr("Light colours")},
             std::pair{darkTheme, tr("Dark colours")}})
        action->setIconText(name);
    fullScreen = make(tr("Full screen"), {}, {Qt::Key_F11});
    fullScreen->setCheckable(true);
    reduceMotion = make(tr("Reduce motion"));
    reduceMotion->setCheckable(true);
    reduceMotion->setToolTip(tr("Nothing moves or blinks"));
    colourRules = make(tr("Colour rules…"));
    resetLayout = make(tr("Reset layout"));

    filter = make(tr("Filter box"), u"view-filter"_s, {Qt::CTRL | Qt::Key_Slash});
    goTo = make(tr("Go to…"), {}, {Qt::CTRL | Qt::Key_G});
    back = make(tr("Back"), u"go-previous"_s, {Qt::ALT | Qt::Key_Left});
    back->setToolTip(tr("The row that was looked at before"));
    forward = make(tr("Forward"), u"go-next"_s, {Qt::ALT | Qt::Key_Right});
    newest = make(tr("Newest row, and follow"), u"go-bottom"_s, {Qt::CTRL | Qt::Key_End});
    nextUnseen = make(tr("Next unseen"));
    previousUnseen = make(tr("Previous unseen"));
    nextPane = make(tr("Next pane"), {}, {Qt::Key_F6});
    previousPane = make(tr("Previous pane"), {}, {Qt::SHIFT | Qt::Key_F6});

    addStream = make(tr("Add stream"), u"list-add"_s, {QKeySequence::New});
    editStream = make(tr("Edit stream"), u"configure"_s);
    startStream = make(tr("Start"), u"media-playback-start"_s);
    startStream->setToolTip(tr("Start the selected stream"));
    stopStream = make(tr("Stop"), u"media-playback-stop"_s);
    stopStream->setToolTip(tr("Stop the selected stream; reading goes on later where it left off"));
    renameStream = make(tr("Rename…"));
    toggleStream = make(tr("Disable"));
    streamLog = make(tr("Log…"));
    copyStatus = make(tr("Copy status"), u"edit-copy"_s);
    removeStream = make(tr("Remove…"), u"edit-delete"_s);
    accounts = make(tr("Accounts"), u"needssignin"_s);
    accounts->setToolTip(tr("Names, servers and ends of your accounts, and where their secrets are kept"));
    startAll = make(tr("Start all"));
    stopAll = make(tr("Stop all"));
    startDemo = make(tr("Start the demo"));
    leaveDemo = make(tr("Leave the demo"));

    mark = make(tr("Mark"), u"star"_s);
    mark->setToolTip(tr("Mark the selected rows, or take the mark away (M)"));
    pin = make(tr("Pin"), u"pin"_s);
    pin->setToolTip(tr("Keep the selected rows above the list, whatever it shows, or take the pin away (P in the table)"));
    seen = make(tr("Seen or unseen"));
    seen->setToolTip(tr("The objects of the selected rows are seen in all streams, or unseen again (U in the table)"));
    ignore = make(tr("Ignore"));
    ignore->setToolTip(tr("Hide the objects of the selected rows in all streams, or show them again (X in the table)"));
    showIgnored = make(tr("Show ignored"));
    showIgnored->setCheckable(true);
    ignoredObjects = make(tr("Ignored objects…"));
    ignoredObjects->setToolTip(tr("What is hidden, since when, and the way to show it again"));
    addTag = make(tr("Tag…"), u"tag"_s);
    addTag->setToolTip(tr("Give a tag to the events of the selected rows, or take it away (1 to 5 in the table)"));
    addNote = make(tr("Note…"));
    addNote->setToolTip(tr("Write a note to the events of the selected rows"));
    undo = make(tr("Undo"), {}, {QKeySequence::Undo});
    shiftLog = make(tr("Shift log…"));
    shiftLog->setToolTip(tr("Alarms, targets, tags, notes and coverage of the last hours, as Markdown"));
    watchlists = make(tr("Watchlists…"), u"watch"_s);
    watchlists->setToolTip(tr("Places to watch: alerts that lie on one say so"));
    coincidences = make(tr("Coincidences…"));
    coincidences->setToolTip(tr("Alerts close to each other in time and place: both say so"));
    compare = make(tr("Compare revisions"));
    compare->setToolTip(tr("Show only the fields that changed since the revision before (D in the table)"));
    nextChange = make(tr("Next change"), {}, {Qt::Key_F8});
    previousChange = make(tr("Previous change"), {}, {Qt::SHIFT | Qt::Key_F8});
    previousRevision = make(tr("Previous revision"), {}, {Qt::ALT | Qt::Key_PageUp});
    nextRevision = make(tr("Next revision"), {}, {Qt::ALT | Qt::Key_PageDown});

    lightCurve = make(tr("Light curve"));
    lightCurve->setToolTip(tr("The light curve of the current row (L in the table)"));
    images = make(tr("Images"));
    images->setToolTip(tr("The images of the current row (I in the table)"));

    decodeAgain = make(tr("Decode again"));
    decodeAgain->setEnabled(false);
    decodeAgain->setToolTip(tr("Read the selected rows anew from their packets, in place"));

    openIn = make(tr("Open in…"), {}, {Qt::CTRL | Qt::SHIFT | Qt::Key_O});

    createTarget = make(tr("Create target"), u"target"_s);
    createTarget->setToolTip(tr("Create a target of the current row in a TOM (T in the table)"));
    createTargets = make(tr("Create targets…"), {}, {Qt::CTRL | Qt::Key_T});
    createTargets->setToolTip(tr("Create targets of all selected rows"));
    targets = make(tr("Targets and outbox…"));
    targets->setToolTip(tr("What waits for a TOM, what lies in the local list, what the TOMs have"));
    acknowledgeAlarm = make(tr("Acknowledge"), u"bell"_s, {Qt::Key_A});
    acknowledgeAlarm->setIconText(tr("Acknowledge alarm"));
    acknowledgeAlarm->setToolTip(tr("The alarm in the banner is understood; it sounds no more"));
    acknowledgeAll = make(tr("Acknowledge all"));
    acknowledgeAll->setIconText(tr("Acknowledge all alarms"));
    silenceAlarms = make(tr("Silence alarms for 30 min"), {}, {Qt::CTRL | Qt::SHIFT | Qt::Key_A});
    silenceAlarms->setToolTip(tr("Nothing sounds but rules marked “always”; what is open then is heard"));
    alarmLog = make(tr("Alarm log…"));
    testAlarm = make(tr("Test alarm"));
    testAlarm->setToolTip(tr("Raise an alarm, as a rule would"));
    checkAlarms = make(tr("Check the alarms…"));
    checkAlarms->setToolTip(tr("Sound, notification, tray, and whether this computer stays awake"));
    rules = make(tr("Rules"), u"bell"_s);
    rules->setToolTip(tr("What happens by itself when an alert comes: wake you, mark, post, run a program"));
    ruleOfFilter = make(tr("Make a rule of this filter…"));

    commands = make(tr("Commands…"), u"edit-find"_s, {Qt::CTRL | Qt::Key_K});
    commands->setToolTip(tr("Find a command by its words, and do it"));
    keys = make(tr("Keys"), u"help-contents"_s, {Qt::Key_F1});
    filterHelp = make(tr("Filter language"));
    formatHelp = make(tr("Formats"));
    about = make(tr("About Tocsin"));
    // The names under which a profile keeps their keys.
    const std::pair<const char *, QAction *> names[] = {
        {"openFile", openFile}, {"exportRows", exportRows}, {"archive", archive}, {"quit", quit}, {"find", find}, {"findNext", findNext},
        {"findPrevious", findPrevious}, {"clearFilter", clearFilter}, {"copyDegrees", copyDegrees}, {"copySexagesimal", copySexagesimal},
        {"copyCells", copyCells}, {"copyCsv", copyCsv}, {"copyJson", copyJson}, {"copyIds", copyIds}, {"copyAs", copyAs},
        {"editTemplates", editTemplates}, {"pauseView", pauseView}, {"follow", follow}, {"foldRevisions", foldRevisions},
        {"systemTheme", systemTheme}, {"lightTheme", lightTheme}, {"darkTheme", darkTheme}, {"larger", larger}, {"smaller", smaller},
        {"normalSize", normalSize}, {"fullScreen", fullScreen}, {"colourRules", colourRules}, {"resetLayout", resetLayout}, {"filter", filter},
        {"goTo", goTo}, {"back", back}, {"forward", forward}, {"newest", newest}, {"nextUnseen", nextUnseen}, {"previousUnseen", previousUnseen},
        {"nextPane", nextPane}, {"previousPane", previousPane}, {"addStream", addStream}, {"editStream", editStream}, {"startStream", startStream},
        {"stopStream", stopStream}, {"renameStream", renameStream}, {"toggleStream", toggleStream}, {"streamLog", streamLog},
        {"copyStatus", copyStatus}, {"removeStream", removeStream}, {"accounts", accounts}, {"startAll", startAll}, {"stopAll", stopAll}, {"startDemo", startDemo},
        {"leaveDemo", leaveDemo}, {"mark", mark}, {"pin", pin}, {"seen", seen}, {"ignore", ignore}, {"showIgnored", showIgnored}, {"ignoredObjects", ignoredObjects}, {"addTag", addTag}, {"addNote", addNote},
        {"undo", undo}, {"shiftLog", shiftLog}, {"watchlists", watchlists}, {"coincidences", coincidences}, {"lightCurve", lightCurve}, {"images", images}, {"compare", compare},
        {"nextChange", nextChange}, {"previousChange", previousChange}, {"previousRevision", previousRevision}, {"nextRevision", nextRevision},
        {"decodeAgain", decodeAgain}, {"reduceMotion", reduceMotion}, {"openIn", openIn}, {"createTarget", createTarget}, {"createTargets", createTargets}, {"targets", targets},
        {"acknowledgeAlarm", acknowledgeAlarm}, {"acknowledgeAll", acknowledgeAll}, {"silenceAlarms", silenceAlarms}, {"alarmLog", alarmLog}, {"testAlarm", testAlarm}, {"checkAlarms", checkAlarms},
        {"rules", rules}, {"ruleOfFilter", ruleOfFilter}, {"commands", commands}, {"keys", keys}, {"filterHelp", filterHelp}, {"formatHelp", formatHelp}, {"about", about}
    };
    for (const auto &[name, action] : names)
        action->setObjectName(QLatin1String(name));
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);

    fillMenuBar(window->menuBar());
    fillToolBar();
}

QAction *MainWindowActions::make(const QString &text, const QString &icon, const QList<QKeySequence> &shortcuts)
{
    auto *action = new QAction(text, this);
    if (!icon.isEmpty())
        action->setIcon(Theme::icon(icon));
    action->setShortcuts(shortcuts);
    m_window->addAction(action); // shortcuts work while the menu bar is hidden
    m_all << action;
    return action;
}

void MainWindowActions::fillMenuBar(QMenuBar *bar)
{
    QMenu *file = bar->addMenu(tr("&File"));
    file->addActions({openFile, exportRows, archive});
    file->addSeparator();
    file->addAction(quit);
    QMenu *edit = bar->addMenu(tr("&Edit"));
    edit->addAction(undo);
    edit->addSeparator();
    copyMenu = edit->addMenu(Theme::icon(u"edit-copy"_s), tr("Copy as"));
    edit->addAction(editTemplates);
    edit->addSeparator();
    edit->addActions({find, findNext, findPrevious});
    edit->addSeparator();
    edit->addAction(clearFilter);
    viewMenu = bar->addMenu(tr("&View"));
    viewMenu->addActions({pauseView, follow, foldRevisions, showIgnored});
    viewMenu->addSeparator();
    QMenu *colours = viewMenu->addMenu(tr("Colours"));
    colours->addActions({systemTheme, lightTheme, darkTheme});
    QMenu *size = viewMenu->addMenu(tr("Text size"));
    size->addActions({larger, smaller, normalSize});
    viewMenu->addActions({fullScreen, reduceMotion});
    viewMenu->addAction(colourRules);
    viewMenu->addSeparator();
    viewMenu->addAction(resetLayout);
    QMenu *go = bar->addMenu(tr("&Go"));
    go->addActions({goTo, back, forward});
    go->addSeparator();
    go->addActions({newest, nextUnseen, previousUnseen});
    go->addSeparator();
    go->addActions({filter, nextPane, previousPane});
    streamsMenu = bar->addMenu(tr("&Streams"));
    streamsMenu->addActions({addStream, editStream});
    streamsMenu->addSeparator();
    streamsMenu->addActions({startStream, stopStream, renameStream, toggleStream});
    streamsMenu->addSeparator();
    streamsMenu->addActions({streamLog, copyStatus, removeStream});
    streamsMenu->addSeparator();
    streamsMenu->addActions({startAll, stopAll});
    streamsMenu->addSeparator();
    streamsMenu->addAction(accounts);
    streamsMenu->addSeparator();
    streamsMenu->addActions({startDemo, leaveDemo});
    alertsMenu = bar->addMenu(tr("&Alerts"));
    alertsMenu->addActions({mark, pin});
    alertsMenu->addSeparator();
    alertsMenu->addActions({seen, ignore, addTag, addNote});
    alertsMenu->addSeparator();
    alertsMenu->addActions({watchlists, coincidences, ignoredObjects, shiftLog});
    alertsMenu->addSeparator();
    alertsMenu->addActions({lightCurve, images});
    alertsMenu->addSeparator();
    alertsMenu->addActions({compare, nextChange, previousChange, previousRevision, nextRevision});
    alertsMenu->addSeparator();
    alertsMenu->addAction(decodeAgain);
    triageMenu = new QMenu(tr("Triage"), m_window); // below the card
    openMenu = alertsMenu->addMenu(Theme::icon(u"globe"_s), tr("Open in"));
    QMenu *tom = bar->addMenu(tr("&TOM"));
    tom->addActions({createTarget, createTargets});
    tom->addSeparator();
    tom->addAction(targets);
    alarmsMenu = bar->addMenu(tr("Ala&rms"));
    alarmsMenu->addActions({acknowledgeAlarm, acknowledgeAll, silenceAlarms});
    alarmsMenu->addSeparator();
    alarmsMenu->addActions({alarmLog, testAlarm, checkAlarms});
    QMenu *tools = bar->addMenu(tr("&Tools"));
    tools->addActions({rules, ruleOfFilter});
    QMenu *help = bar->addMenu(tr("&Help"));
    help->addActions({commands, keys, filterHelp, formatHelp, about});
}

void MainWindowActions::fillToolBar()
{
    toolBar = new QToolBar(tr("Tools"), m_window);
    toolBar->setObjectName(u"tools"_s);
    toolBar->setMovable(false);
    toolBar->setFloatable(false);
    toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    toolBar->addAction(addStream);
    toolBar->addActions({startStream, stopStream});
    toolBar->addSeparator();
    toolBar->addActions({pauseView, follow, mark, createTarget, exportRows, accounts, rules});
    m_window->addToolBar(Qt::TopToolBarArea, toolBar);
}

} // namespace tocsin::ui
