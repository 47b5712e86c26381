// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/utctime.h"
#include "ui/models/rulestate.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace tocsin::ui {

class MessagePanel;

// What a rule would have done on stored alerts: hits and alarms per night, the last ten. Its owner does the work and tells how
// far it is. Where the rule is to be armed, this is where it is done. Opened with open(), deletes itself; main thread.
class RehearsalDialog final : public QDialog
{
    Q_OBJECT
public:
    // `title` of the rule, `sentence` what it does; `arms`: it can be armed here.
    RehearsalDialog(const QString &title, const QString &sentence, bool arms, QWidget *parent);

    void begin(); // wanted() follows
    void setProgress(double fraction, qint64 judged);
    void setResult(const RehearsalResult &result);
    void setFailed(const Error &error);
    // The night that a moment belongs to begins at noon, UTC; `nights` back from it.
    [[nodiscard]] static UtcTime nightsBack(const UtcTime &now, int nights);

Q_SIGNALS:
    void wanted(const tocsin::UtcTime &since); // not valid: all that is stored
    void stopWanted();
    void rowWanted(qint64 row); // is to be shown in the table
    void armWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void stop();
    void setRunning(bool running);
    void fill();
    void say(const RehearsalResult &result);

    const bool m_arms;
    bool m_running = false;
    RehearsalResult m_result;
    QComboBox *m_since;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    QLabel *m_state;
    MessagePanel *m_message;
    QLabel *m_nightsTitle;
    QTreeWidget *m_nights;
    QLabel *m_lastTitle;
    QTreeWidget *m_last;
    QPushButton *m_close;
    QPushButton *m_arm;
};

} // namespace tocsin::ui
