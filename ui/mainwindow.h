// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/places.h"
#include "core/services/archivewatch.h"
#include "core/services/fileintake.h"
#include "ui/mainwindowprofile.h"
#include "ui/widgets/windowstatus.h"

#include <QMainWindow>

#include <memory>

class QDockWidget;
class QLabel;
class QStackedWidget;

namespace tocsin::archive {
class Archive;
}

namespace tocsin::services {
class AlertFeed;
class StreamManager;
}

namespace tocsin::streams {
class BatchSink;
}

namespace tocsin::ui {

class AlertTable;
class AlertTableModel;
class DetailPane;
class DockTitle;
class EmptyPage;
class FilterRow;
class FirstRunPage;
class MainWindowActions;
class MainWindowClosing;
class MessagePanel;
class StreamCommands;
class StreamList;
class StreamModel;
class Theme;

// What the window shows and drives; app owns it all and keeps it until the window is gone.
struct WindowServices {
    services::StreamManager &manager;
    services::AlertFeed &feed;
    archive::Archive &archive;
    streams::BatchSink &sink;
    Places places;
    QString profile; // empty: the default one
    bool demo = false;
};

// The window: table in the middle, streams and alert as docks, filter row above, status bar below, the instance's
// frame around it. Puts the parts together and leads what happens between them. Main thread; owned by app.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const WindowServices &services, Theme &theme, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] qint64 rows() const; // in the table, filtered or not
    void takeFiles(const QStringList &paths);
    // Shown again after it was kept in the tray, and by a second start on the same home.
    void raiseAgain();

    [[nodiscard]] MainWindowActions &actions() const { return *m_actions; }
    [[nodiscard]] WindowStatus &status() const { return *m_status; }

Q_SIGNALS:
    void ended(); // every stream has stopped: the program may go
    void demoWanted();
    void demoLeft();

protected:
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    struct Pane {
        QWidget *area; // what the pane is made of
        QWidget *target; // what takes the focus
        DockTitle *title; // may be null
    };

    void buildDocks();
    void buildFilterRow();
    void buildCentre();
    void wireActions();
    void wireStreams();
    void wireTable();
    void showPages();
    void showCounts();
    void showStreamActions();
    void movePane(int step);
    void handleFocus(QWidget *now);
    void handleStatusItem(WindowStatus::Item item);
    void handleArchive(const services::ArchiveWatch::News &news);
    void handleTrouble(const QString &message);
    void exportRows();
    void setScheme(const QString &scheme);
    void scaleText(int step);
    void restore();
    void keep();
    void resetLayout();
    [[nodiscard]] QString currentStream() const; // the selected one, else the only one
    [[nodiscard]] QList<Pane> panes() const;

    const WindowServices m_services;
    Theme &m_theme;
    MainWindowProfile m_profile;
    services::ArchiveWatch m_archiveWatch;
    services::FileIntake m_intake;

    StreamModel *m_streams;
    MainWindowActions *m_actions;
    StreamCommands *m_commands;
    MainWindowClosing *m_closing;
    AlertTableModel *m_alerts;

    QStackedWidget *m_centre = nullptr;
    FirstRunPage *m_firstRun = nullptr;
    EmptyPage *m_empty = nullptr;
    MessagePanel *m_banner = nullptr;
    AlertTable *m_table = nullptr;
    DetailPane *m_detail = nullptr;
    FilterRow *m_filter = nullptr;
    StreamList *m_streamList = nullptr;
    QDockWidget *m_streamsDock = nullptr;
    QDockWidget *m_alertDock = nullptr;
    DockTitle *m_streamsTitle = nullptr;
    DockTitle *m_alertTitle = nullptr;
    QLabel *m_instance = nullptr;
    WindowStatus *m_status;
    QString m_trouble;
    int m_textScale = 100;
};

} // namespace tocsin::ui
