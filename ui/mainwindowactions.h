// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;
class QMenuBar;
class QToolBar;

namespace tocsin::ui {

// Every action of the window, with its English name for assistive technology and tests (contract, section 7), its
// shortcut and its place in menu bar and tool bar. What they do is wired by the window, which owns this.
class MainWindowActions final : public QObject
{
    Q_OBJECT
public:
    explicit MainWindowActions(QMainWindow *window);

    // File
    QAction *openFile;
    QAction *exportRows;
    QAction *archive;
    QAction *quit;
    // Edit
    QAction *find;
    QAction *findNext;
    QAction *findPrevious;
    QAction *clearFilter;
    QAction *copyDegrees;
    QAction *copySexagesimal;
    QAction *copyCells;
    QAction *copyCsv;
    QAction *copyJson;
    QAction *copyIds;
    QAction *copyAs; // opens copyMenu where the row is
    QAction *editTemplates;
    // View
    QAction *pauseView;
    QAction *follow;
    QAction *foldRevisions;
    QAction *lightTheme;
    QAction *darkTheme;
    QAction *systemTheme;
    QAction *larger;
    QAction *smaller;
    QAction *normalSize;
    QAction *fullScreen;
    QAction *reduceMotion;
    QAction *colourRules;
    QAction *resetLayout;
    // Go
    QAction *goTo; // a time, an id, a row
    QAction *back; // through the rows that were looked at
    QAction *forward;
    QAction *filter;
    QAction *newest;
    QAction *nextUnseen;
    QAction *previousUnseen;
    QAction *nextPane;
    QAction *previousPane;
    // Streams
    QAction *addStream;
    QAction *editStream;
    QAction *startStream;
    QAction *stopStream;
    QAction *renameStream;
    QAction *toggleStream; // enable, disable
    QAction *streamLog;
    QAction *copyStatus;
    QAction *removeStream;
    QAction *accounts;
    QAction *startAll;
    QAction *stopAll;
    QAction *startDemo;
    QAction *leaveDemo;
    // Alerts
    QAction *mark;
    QAction *pin;
    QAction *seen; // or unseen again
    QAction *ignore;
    QAction *showIgnored;
    QAction *ignoredObjects; // their list
    QAction *addTag;
    QAction *addNote;
    QAction *undo;
    QAction *shiftLog;
    QAction *watchlists;
    QAction *coincidences;
    QAction *lightCurve;
    QAction *images;
    QAction *compare;
    QAction *nextChange;
    QAction *previousChange;
    QAction *previousRevision;
    QAction *nextRevision;
    QAction *decodeAgain;
    QAction *openIn; // opens openMenu where the row is
    // TOM
    QAction *createTarget;
    QAction *createTargets; // of all selected rows
    QAction *targets; // outbox and local list
    // Alarms
    QAction *acknowledgeAlarm; // the one that the banner shows
    QAction *acknowledgeAll;
    QAction *silenceAlarms;
    QAction *alarmLog;
    QAction *testAlarm;
    QAction *checkAlarms;
    // Tools
    QAction *rules;
    QAction *ruleOfFilter;
    // Help
    QAction *commands;
    QAction *keys;
    QAction *filterHelp;
    QAction *formatHelp;
    QAction *about;

    QMenu *viewMenu; // docks and columns are added by the window
    QMenu *streamsMenu;
    QMenu *alertsMenu;
    QMenu *alarmsMenu;
    QMenu *copyMenu; // templates are added when it opens
    QMenu *openMenu;
    QMenu *triageMenu; // what is judged of the row, filled by others
    QToolBar *toolBar;

    [[nodiscard]] const QList<QAction *> &all() const { return m_all; } // in menu order; each has its name

private:
    QAction *make(const QString &text, const QString &icon = {}, const QList<QKeySequence> &shortcuts = {});
    void fillMenuBar(QMenuBar *bar);
    void fillToolBar();

    QMainWindow *m_window;
    QList<QAction *> m_all;
};

} // namespace tocsin::ui
