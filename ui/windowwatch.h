// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/triagedesk.h"
#include "core/watch/coincidencerows.h"
#include "core/watch/watchlists.h"
#include "ui/undostack.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

class QWidget;

namespace tocsin::ui {

class CoincidencesDialog;
class WatchlistsDialog;

// Watchlists and coincidences in the window: their pages, and the stored rows that are matched anew when one changes. Files are
// read and written by a desk of its own; what was done can be taken back. Main thread; owned by the window, and so is the stack.
class WindowWatch final : public QObject
{
    Q_OBJECT
public:
    WindowWatch(archive::Archive &archive, journal::Journal &journal, services::AlertNotes *notes, const Places &places, const QString &profile, UndoStack &undo, QWidget *window);
    ~WindowWatch() override;

    void open();
    void openCoincidences();

Q_SIGNALS:
    void said(const QString &text, bool bad); // for the status bar

private:
    using Coincidences = std::vector<watch::Coincidence>;
    using OldList = std::shared_ptr<std::optional<watch::Watchlist>>; // before something was done; none: there was none

    void list();
    void add(const QString &file, const QString &name, double radius);
    void remove(const QString &name);
    void putBack(const QString &name, const OldList &old, const QString &what);
    void showCoincidences(const Coincidences &list);
    void preview(const watch::Coincidence &coincidence, int nights);
    void save(const Coincidences &list, const Coincidences &before, bool isUndo);

    archive::Archive &m_archive;
    UndoStack &m_undo;
    QWidget *const m_window;
    const QString m_archivePlace;
    const watch::Watchlists m_lists;
    std::shared_ptr<std::atomic<int>> m_previews = std::make_shared<std::atomic<int>>(0); // the last one that is wanted
    std::shared_ptr<std::atomic<bool>> m_ended = std::make_shared<std::atomic<bool>>(false);
    services::TriageDesk m_desk;
    QPointer<WatchlistsDialog> m_dialog;
    QPointer<CoincidencesDialog> m_coincidences;
};

} // namespace tocsin::ui
