// SPDX-License-Identifier: GPL-3.0-or-later
// What the window gives to those who look after judgements and watchlists.
#include "ui/mainwindow.h"
#include "ui/mainwindowactions.h"
#include "ui/windowtargets.h"
#include "ui/windowtriage.h"
#include "ui/windowwatch.h"

#include <QAction>

namespace tocsin::ui {

void MainWindow::wireTriage()
{
    if (!m_services.journal) {
        for (QAction *action : {m_actions->seen, m_actions->ignore, m_actions->showIgnored, m_actions->ignoredObjects, m_actions->addTag, m_actions->addNote, m_actions->undo, m_actions->shiftLog, m_actions->watchlists, m_actions->coincidences})
            action->setEnabled(false);
        return;
    }
    m_triage = new WindowTriage({m_services.archive, *m_services.journal, m_services.notes, *m_table, *m_alerts, *m_detail, *m_windowFilter, *m_status, *m_actions}, this);
    if (m_targets)
        m_targets->setUndo(m_triage->undoStack());
    auto *watch = new WindowWatch(m_services.archive, *m_services.journal, m_services.notes, m_services.places, m_services.profile, m_triage->undoStack(), this);
    connect(m_actions->watchlists, &QAction::triggered, watch, &WindowWatch::open);
    connect(m_actions->coincidences, &QAction::triggered, watch, &WindowWatch::openCoincidences);
    connect(watch, &WindowWatch::said, m_status, [this](const QString &text, bool bad) { m_status->say(text, bad); });
}

} // namespace tocsin::ui
