// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/targetdesk.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QMenu;
class QPushButton;
class QTreeWidget;

namespace tocsin::ui {

class MessagePanel;

// The targets of this archive: what waits in the outbox, what lies in the local list, what the TOMs have. Tries again, sends
// to a TOM, opens pages, removes, writes the list as CSV. Stands beside the window, which goes on. Deletes itself; the desk
// outlives it.
class TargetsDialog final : public QDialog
{
    Q_OBJECT
public:
    // `folder`: where the last list was written.
    TargetsDialog(TargetDesk &desk, const QString &folder, QWidget *parent);
    void showOutbox(); // the first that waits is the current one

Q_SIGNALS:
    void pageWanted(const QUrl &page);
    // Whether a restricted one may go to this TOM is asked by whoever opened this.
    void sendWanted(const tocsin::tom::TargetRecord &record, const QString &account);
    void written(const QString &folder);
    void removed(const tocsin::tom::TargetRecord &before);

protected:
    void changeEvent(QEvent *event) override;

private:
    void ask();
    void fill(TargetDesk::Records records);
    void present();
    void showTimes();
    void showButtons();
    void fillSendMenu();
    void askToRemove();
    void removeChosen(const std::vector<int64_t> &numbers);
    void exportList();
    void say(bool good, const QString &title, const QString &text);
    [[nodiscard]] TargetDesk::Records chosen() const;
    [[nodiscard]] QString hostOf(const QString &account) const;

    TargetDesk &m_desk;
    QString m_folder;
    TargetDesk::Records m_records;
    bool m_wantsOutbox = false;
    QTimer m_second;

    QLabel *m_title;
    QLabel *m_summary;
    QTreeWidget *m_list;
    QLabel *m_none;
    MessagePanel *m_outcome;
    QPushButton *m_retry;
    QPushButton *m_send;
    QMenu *m_toms;
    QPushButton *m_open;
    QPushButton *m_remove;
    QPushButton *m_export;
    QPushButton *m_close;
};

} // namespace tocsin::ui
