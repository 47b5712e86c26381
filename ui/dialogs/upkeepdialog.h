// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/archiveupkeep.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;

namespace tocsin::ui {

class MessagePanel;

// One task over the archive, from its start to its result in words: progress, a cancel that leaves the archive whole. Starts
// at once and deletes itself when closed. Main thread.
class UpkeepDialog final : public QDialog
{
    Q_OBJECT
public:
    using Task = services::ArchiveUpkeep::Task;

    UpkeepDialog(Task task, const QString &folder, QWidget *parent);

    void reject() override;
    void setCloseVerb(const QString &verb) { m_closeVerb = verb; } // of the button when all is done; else “Close”
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void recoverWanted(); // after a check that found the index damaged

private:
    void showProgress(double fraction);
    void showEnd(const services::ArchiveUpkeep::End &end);

    QProgressBar *m_progress;
    QLabel *m_state;
    MessagePanel *m_result;
    QPushButton *m_recover;
    QPushButton *m_close;
    QString m_closeVerb;
    bool m_running = true;
    bool m_closing = false;
    services::ArchiveUpkeep m_upkeep;
};

} // namespace tocsin::ui
