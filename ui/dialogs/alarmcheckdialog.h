// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/ringer.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tocsin::ui {

// Would an alarm be noticed here? One line for each part, with what to do where one is missing; made anew on request. Deletes
// itself when closed. Main thread.
class AlarmCheckDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit AlarmCheckDialog(QWidget *parent);

    void setRunning();
    void setParts(const std::vector<alarms::CheckPart> &parts);

Q_SIGNALS:
    void againWanted();
    void testWanted();

private:
    QVBoxLayout *m_rows;
    QLabel *m_verdict;
    QPushButton *m_again;
};

} // namespace tocsin::ui
