// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/places.h"
#include "core/services/archivewatch.h"
#include "ui/dockwidths.h"
#include "ui/mainwindowprofile.h"
#include "ui/pacedcall.h"
#include "ui/widgets/instanceframe.h"
#include "ui/widgets/windowstatus.h"

#include <QMainWindow>

#include <functional>
#include <memory>
#include <vector>

class QDockWidget;
class QScrollArea;
class QStackedWidget;

namespace tocsin::alarms {
class AlarmBook;
}

namespace tocsin::archive {
class Archive;
}

namespace tocsin::journal {
class Journal;
}

namespace tocsin::rules {
class RuleEngine;
}

namespace tocsin::services {
class AlertFeed;
class AlertNotes;
class SchemaDoctor;
class StreamManager;
struct FieldUse;
}

namespace tocsin::streams {
class BatchSink;
}

namespace tocsin::vault {
class Vault;
}

namespace tocsin::ui {

class AlarmBanner;
class AlertTable;
class AlertTableModel;
class CoverageRibbon;
class ColumnSets;
class DetailPane;
class DockTitle;
class EmptyPage;
class FileOpening;
class FilterRow;
class FirstRunPage;
class KeyBindings;
class MainWindowActions;
class MainWindowClosing;
class MessagePanel;
class StreamCommands;
class StreamList;
class StreamModel;
class WindowAccounts;
class WindowAlarms;
class WindowColours;
class WindowFilter;
class WindowFinding;
class WindowPanes;
class WindowSchemas;
class WindowRedecoding;
class WindowRules;
class WindowSending;
class WindowTargets;
class TargetDesk;
class WindowTriage;
class WindowWatch;
enum class Scheme;

// What the window shows and drives; its session owns it all and keeps it until the window is gone.
struct WindowServices {
    services::StreamManager &manager;
    services::AlertFeed &feed;
    archive::Archive &archive;
    services::SchemaDoctor *schemas = nullptr; // null: nobody looks after them (tests)
    journal::Journal *journal = nullptr; // likewise
    alarms::AlarmBook *alarms = nullptr; // likewise
    TargetDesk *targetDesk = nullptr; // null: no targets are made (tests)
    rules::RuleEngine *rules = nullptr; // likewise
    services::AlertNotes *notes = nullptr; // likewise
    streams::BatchSink &sink;
    Places places;
    QString profile; // empty: the default one
    std::function<vault::Vault &()> vault = {}; // empty: there are no accounts (the demo)
    bool demo = false;
    bool remember = true; // false: the profile is read and not written
};

// The window: table in the middle, streams and alert as docks, filter row above, status bar below, the instance's
// frame around it. Puts the parts together and leads what happens between them. Main thread; owned by its session.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const WindowServices &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] qint64 rows() const; // in the table, filtered or not
    [[nodiscard]] bool hasStreams() const;
    void takeFiles(const QStringList &paths);
    // Shown again after it was kept in the tray, and by a second start on the same home.
    void raiseAgain();
    // A banner across the window until it is put away.
    void showTrouble(const Error &error);
    // For this run; the menu's choice is kept.
    void showScheme(Scheme scheme);
    // Without a question: closing() follows, and the window goes when all streams have stopped.
    void quit();

    [[nodiscard]] MainWindowActions &actions() const { return *m_actions; }
    [[nodiscard]] MainWindowClosing &closer() const { return *m_closing; }
    [[nodiscard]] WindowStatus &status() const { return *m_status; }
    [[nodiscard]] WindowAlarms *alarms() const { return m_windowAlarms; } // null: there is no alarm log

Q_SIGNALS:
    void closing(); // for good: streams are to stop
    void recoverWanted(); // the archive; the session has to end for it
    void demoWanted();
    void demoLeft();

protected:
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static const QString kLastDay; // the filter that an empty table offers
    static constexpr int kLayoutVersion = 1; // of the docks; another number ignores what was kept
    // mainwindowbuild.cpp
    void buildBars();
    void buildCentre();
    void buildDocks();
    // mainwindow.cpp
    void wireFileAndHelp();
    void wireView();
    void wireStreams();
    void onCurrentStream(QAction *action, void (StreamCommands::*command)(const QString &));
    void wireAlerts();
    void wireTargets();
    void wireRules();
    void wireNews();
    void wireTriage();
    void wireSchemas();
    void wireAlarms();
    [[nodiscard]] std::vector<services::FieldUse> fieldUses() const;
    void showPages();
    void showFirstRun(bool first);
    void showCounts();
    void showRowActions();
    void showFollow();
    void showStreamActions();
    void placeEmptyPage();
    void handleStatusItem(WindowStatus::Item item);
    void handleArchive(const services::ArchiveWatch::News &news);
    void handleTrouble(const QString &message);
    void exportRows();
    void showDock(QDockWidget *dock, QWidget *target);
    // mainwindowstate.cpp
    void chooseScheme(Scheme scheme);
    void scaleText(int percent);
    void restore();
    void keep();
    void resetLayout();
    void showInstance(); // of all streams
    [[nodiscard]] QString currentStream() const; // the selected one, else the only one

    const WindowServices m_services;
    MainWindowProfile m_profile;
    services::ArchiveWatch m_archiveWatch;

    FileOpening *m_files;
    StreamModel *m_streams;
    MainWindowActions *m_actions;
    WindowAccounts *m_accounts;
    StreamCommands *m_commands;
    MainWindowClosing *m_closing;
    AlertTableModel *m_alerts;
    WindowPanes *m_panes;
    WindowStatus *m_status;

    FilterRow *m_filter = nullptr;
    WindowFilter *m_windowFilter = nullptr;
    WindowFinding *m_finding = nullptr;
    WindowAlarms *m_windowAlarms = nullptr;
    WindowColours *m_colours = nullptr;
    WindowRedecoding *m_redecoding = nullptr; // null: nothing is kept
    WindowSending *m_sending = nullptr;
    WindowTargets *m_targets = nullptr; // null: none are made
    WindowRules *m_rules = nullptr;
    WindowTriage *m_triage = nullptr; // null: there is no journal
    KeyBindings *m_keys = nullptr;
    QStackedWidget *m_centre = nullptr;
    FirstRunPage *m_firstRun = nullptr;
    QScrollArea *m_firstRunArea = nullptr;
    AlarmBanner *m_alarmBanner = nullptr;
    MessagePanel *m_banner = nullptr;
    MessagePanel *m_schemaBanner = nullptr;
    AlertTable *m_table = nullptr;
    ColumnSets *m_columnSets = nullptr;
    EmptyPage *m_empty = nullptr;
    DetailPane *m_detail = nullptr;
    StreamList *m_streamList = nullptr;
    CoverageRibbon *m_coverage = nullptr;
    QDockWidget *m_streamsDock = nullptr;
    QDockWidget *m_alertDock = nullptr;
    DockTitle *m_streamsTitle = nullptr;
    DockTitle *m_alertTitle = nullptr;
    std::unique_ptr<DockWidths> m_dockWidths;
    PacedCall m_counts{std::chrono::milliseconds(100), [this] { showCounts(); }}; // nobody reads more than ten numbers a second
    bool m_dragging = false; // the edge of a dock
    QString m_trouble; // the archive's own
    QByteArray m_layoutBehind; // the docks' places while the first-run page hides them
    int m_textScale = 100;
    ShownInstance m_instance;
    StreamInstances m_instances;
    InstanceTag *m_instanceTag = nullptr;
};

} // namespace tocsin::ui
