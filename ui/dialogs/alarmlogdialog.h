// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/alarm.h"
#include "core/base/error.h"
#include "ui/pacedcall.h"

#include <QDialog>

#include <set>
#include <vector>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeView;

namespace tocsin::alarms {
class AlarmBook;
}

namespace tocsin::ui {

class AlarmLogModel;

// The alarm log: what was raised, how often it sounded, when and where it was acknowledged; open ones can be acknowledged,
// and each leads to its row, and what is shown goes into a CSV file. Stays open beside the window, follows what other programs do, deletes itself when closed. The
// book outlives it. Main thread.
class AlarmLogDialog final : public QDialog
{
    Q_OBJECT
public:
    AlarmLogDialog(alarms::AlarmBook &book, QWidget *parent);

    void saveTo(const QString &path);

Q_SIGNALS:
    void showWanted(qint64 row);

private:
    void ask();
    void fill(Result<std::vector<alarms::Alarm>> log);
    void select(const std::set<int64_t> &numbers);
    void fitColumns();
    void showButtons();
    void save();
    [[nodiscard]] std::vector<const alarms::Alarm *> selected() const;

    alarms::AlarmBook &m_book;
    AlarmLogModel *m_model;
    QCheckBox *m_onlyOpen;
    QTreeView *m_list;
    QLabel *m_note;
    QPushButton *m_show;
    QPushButton *m_acknowledge;
    QPushButton *m_acknowledgeAll;
    QPushButton *m_save;
    PacedCall m_asking;
};

} // namespace tocsin::ui
