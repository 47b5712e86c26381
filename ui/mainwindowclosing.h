// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trayicon.h"

#include <QList>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

class QAction;
class QMainWindow;
class QMenu;
class QSystemTrayIcon;
class QTimer;

namespace tocsin::services {
class StreamManager;
}

namespace tocsin::ui {

class MainWindowProfile;

// How the window goes: asks once when streams run (quit, or keep in the tray where there is one), remembers the answer,
// lets the streams stop without holding up the window, and is done within three seconds whatever a broker does.
// Owned by the window; manager and profile outlive it.
class MainWindowClosing final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMostMs = 3'000;

    MainWindowClosing(services::StreamManager &manager, MainWindowProfile &profile, QMainWindow *window);
    ~MainWindowClosing() override;

    // The window was asked to close: true when it may go now.
    [[nodiscard]] bool mayClose();
    // Without a question (menu Quit in the tray, end of a session).
    void quit();
    // The window is shown again.
    void leaveTray();
    [[nodiscard]] bool isClosing() const { return m_closing; }
    // Tests put their own answer in place of the desktop's.
    void setTrayThere(bool there) { m_trayAnswer = there; }

    // Just now: the desktop's bar may come after us, and go before us.
    [[nodiscard]] bool hasTray() const;
    void setTrayState(const TrayState &state);
    void addTrayActions(const QList<QAction *> &actions);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void closing(); // streams are stopping; the window says so
    void keptInTray();
    void showWanted(); // from the tray
    void remembered(); // the answer is in the profile
    void done(); // exactly once

private:
    void ask();
    void keepInTray();
    void makeTray();
    void showTray();
    void finish();

    services::StreamManager &m_manager;
    MainWindowProfile &m_profile;
    QMainWindow *m_window;
    QSystemTrayIcon *m_tray = nullptr;
    std::unique_ptr<QMenu> m_trayMenu;
    QList<QAction *> m_trayActions;
    TrayState m_trayState;
    bool m_isInTray = false; // the window is
    QTimer *m_limit;
    std::optional<bool> m_trayAnswer; // of a test; none: the desktop is asked
    bool m_asking = false;
    bool m_closing = false;
    bool m_done = false;
};

} // namespace tocsin::ui
