// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/triagedesk.h"
#include "core/watch/watchlists.h"

#include <QObject>
#include <QPointer>
#include <QString>

class QWidget;

namespace tocsin::ui {

class WatchlistsDialog;

// The watchlists in the window: their page, and the stored rows that are matched anew when a list changes. Files are read and
// written by a desk of its own. Main thread; owned by the window.
class WindowWatch final : public QObject
{
    Q_OBJECT
public:
    WindowWatch(archive::Archive &archive, journal::Journal &journal, services::AlertNotes *notes, const Places &places, const QString &profile, QWidget *window);

    void open();

Q_SIGNALS:
    void said(const QString &text, bool bad); // for the status bar

private:
    void list();
    void add(const QString &file, const QString &name, double radius);
    void remove(const QString &name);

    QWidget *const m_window;
    const QString m_archivePlace;
    const watch::Watchlists m_lists;
    services::TriageDesk m_desk;
    QPointer<WatchlistsDialog> m_dialog;
};

} // namespace tocsin::ui
