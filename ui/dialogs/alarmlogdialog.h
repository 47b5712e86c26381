// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/alarm.h"
#include "core/base/error.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace tocsin::alarms {
class AlarmBook;
}

namespace tocsin::ui {

// The alarm log: what was raised, how often it sounded, when and where it was acknowledged; open ones can be acknowledged,
// and each leads to its row. Stays open beside the window, follows what other programs do, deletes itself when closed. The
// book outlives it. Main thread.
class AlarmLogDialog final : public QDialog
{
    Q_OBJECT
public:
    AlarmLogDialog(alarms::AlarmBook &book, QWidget *parent);

Q_SIGNALS:
    void showWanted(qint64 row);

private:
    void ask();
    void fill(const Result<std::vector<alarms::Alarm>> &log);
    void showButtons();
    [[nodiscard]] std::vector<const alarms::Alarm *> selected() const;

    alarms::AlarmBook &m_book;
    std::vector<alarms::Alarm> m_alarms;
    QCheckBox *m_onlyOpen;
    QTreeWidget *m_list;
    QLabel *m_note;
    QPushButton *m_show;
    QPushButton *m_acknowledge;
    QPushButton *m_acknowledgeAll;
};

} // namespace tocsin::ui
