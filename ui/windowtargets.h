// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"
#include "core/tom/target.h"
#include "ui/models/rownotes.h"
#include "ui/models/targetdesk.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <vector>

class QMainWindow;

namespace tocsin::ui {

class AlertTable;
class AlertTableModel;
class DetailPane;
class MainWindowActions;
class MainWindowProfile;
class RestrictedRows;
class TargetBar;
class UndoStack;
class TargetPopover;
class TargetsDialog;
class WindowStatus;

// Targets in the window: the popover of one row, the dialog of many, the list; what became of them beside rows, in the card
// and in the status bar; what asks for a decision above the table. Main thread; owned by the window, its parts outlive it.
class WindowTargets final : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        TargetDesk &desk;
        AlertTable &table;
        AlertTableModel &model;
        DetailPane &detail;
        MainWindowActions &actions;
        MainWindowProfile &profile;
        RestrictedRows &restricted;
        WindowStatus &status;
    };
    WindowTargets(const Parts &parts, QMainWindow *window);

    [[nodiscard]] QWidget *bar() const; // for the place above the table
    void setEnabled(bool selected);
    void showList(bool outbox);
    // Of this event: those that can still be taken back.
    [[nodiscard]] std::vector<int64_t> targetsOf(const QString &event) const;
    void remove(const std::vector<int64_t> &numbers);
    // Where what is made and removed can be taken back; outlives this.
    void setUndo(UndoStack &undo) { m_undo = &undo; }
    // The account has another name, or (empty) is no more.
    void followAccount(const QString &account, const QString &newName);

Q_SIGNALS:
    void said(const QString &text);
    void accountsWanted(const QString &account); // empty: a new one of a TOM
    void changed(); // something to keep in the profile

private:
    void createOne();
    void createMany();
    void refresh();
    void takeRecords(const TargetDesk::Records &records);
    void takeMade(const tom::TargetRecord &record);
    void takeSettled(const tom::TargetRecord &record);
    void askRetracted();
    void noteMade(const std::vector<tom::TargetRecord> &records);
    void noteRemoved(const tom::TargetRecord &before);
    void takeAway(int64_t number); // without a way back
    void restore(const tom::TargetRecord &before);
    void tellRemoval(const tom::TargetRecord &record);
    void takeArrived(const std::vector<std::shared_ptr<const Alert>> &alerts);
    void send(const tom::TargetRecord &record, const QString &account);
    void openPage(const QUrl &page);
    void chooseTom(const QString &account);
    [[nodiscard]] QString lastTom() const;
    [[nodiscard]] int64_t currentRow() const; // 0: none
    [[nodiscard]] QRect anchorOf(int64_t row) const;
    [[nodiscard]] QString hostOf(const QString &account) const;

    const Parts m_parts;
    QMainWindow *const m_window;
    RowNotes m_notes;
    TargetDesk::Records m_records; // as the journal last said
    UndoStack *m_undo = nullptr;
    TargetPopover *m_popover;
    QPointer<TargetBar> m_bar; // in the window's layout
    QPointer<TargetsDialog> m_list;
};

} // namespace tocsin::ui
