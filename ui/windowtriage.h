// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/triagedesk.h"
#include "ui/undostack.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

class QMenu;
class QWidget;

namespace tocsin::ui {

class AlertTable;
class AlertTableModel;
class DetailPane;
class IgnoredDialog;
class MainWindowActions;
class ShiftLogDialog;
class WindowFilter;
class WindowStatus;

// What people judge of alerts in the window: tags, notes, objects to ignore; the hidden rows and their number; one way back for
// everything that was done; the shift log. Main thread; owned by the window.
class WindowTriage final : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        archive::Archive &archive;
        journal::Journal &journal;
        services::AlertNotes *notes; // may be null (tests)
        AlertTable &table;
        AlertTableModel &model;
        DetailPane &detail;
        WindowFilter &filter;
        WindowStatus &status;
        MainWindowActions &actions;
    };

    WindowTriage(const Parts &parts, QWidget *window);

    // Whoever does something that can be taken back pushes it here.
    [[nodiscard]] UndoStack &undoStack() { return m_undo; }
    void setEnabled(bool selected); // whether there are rows
    void toggleHidden(); // show the ignored rows, or hide them again
    [[nodiscard]] qint64 hiddenRows() const { return m_hidden; }
    void fillMenu(QMenu &menu); // what is done with rows

private:
    [[nodiscard]] std::vector<int64_t> chosen();
    void ignore();
    void toggleSeen();
    void toggleTag(const QString &tag);
    void askTag();
    void askNote();
    void showLog();
    void showIgnoredObjects();
    void listIgnored();
    void handleDone(const triage::Deed &deed, const services::TriageDesk::Ranges &ranges);
    void handleLook(qint64 number);
    void handleArrived(const std::vector<std::shared_ptr<const Alert>> &alerts);
    void handleMarks(const QList<std::pair<qint64, uint8_t>> &before, uint8_t set);
    void setHidden(qint64 rows);
    void showUndo();
    void act(services::TriageDesk::Work work);
    void settle(); // one of what runs has ended
    void undo();
    void readAgain(const services::TriageDesk::Ranges &ranges);

    const Parts m_parts;
    QWidget *const m_window;
    UndoStack m_undo;
    int m_running = 0; // deeds that are not on the stack yet
    int m_undosWaiting = 0; // for them
    services::TriageDesk m_desk;
    qint64 m_hidden = 0;
    std::unordered_map<std::string, std::vector<std::shared_ptr<const Alert>>> m_lookedAt; // by event, of late
    QPointer<ShiftLogDialog> m_log;
    QPointer<IgnoredDialog> m_ignored;
};

} // namespace tocsin::ui
