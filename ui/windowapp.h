// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/places.h"
#include "ui/theme/theme.h"
#include "ui/windowsession.h"

#include <QObject>
#include <QSize>
#include <QString>

#include <memory>

namespace tocsin::ui {

class SingleWindow;

// How the command line wants the window.
struct WindowOptions {
    Places places;
    QString profile; // empty: the default one
    bool demo = false;
    DemoSettings demoSettings;
    QString screenshotFile; // empty: an ordinary window
    qint64 screenshotAfter = 0; // rows in the table
    double scale = 1; // device pixels per logical pixel, screenshots only
    QSize size; // empty: as it was left
    Scheme scheme = Scheme::System; // System: as it was left, else as the desktop
};

// The program with a window: sessions (the home's, and the demo's when asked for), one window per home, the way of
// `--screenshot`. Made by main() after QApplication; `finished` gives the exit code.
class WindowApp final : public QObject
{
    Q_OBJECT
public:
    // Before QApplication is made: what Qt reads from its environment.
    static void prepare(const WindowOptions &options);
    // False: QApplication would end the program with words that are no help.
    [[nodiscard]] static bool hasDisplay();

    explicit WindowApp(WindowOptions options, QObject *parent = nullptr);
    ~WindowApp() override;

    // Opens the window and runs the event loop until all is closed; the exit code (contract, section 2).
    [[nodiscard]] int run();
    // Ends without a question, within 3 s; `code` is what run() answers.
    void quit(int code);

private:
    [[nodiscard]] bool openHome();
    [[nodiscard]] bool openDemo();
    [[nodiscard]] bool open(WindowSession &session, const WindowSession *beside);
    void handleEnded(WindowSession *session);
    void leaveDemo();
    void complain(const Error &error);
    void shoot();

    const WindowOptions m_options;
    std::unique_ptr<SingleWindow> m_single;
    std::unique_ptr<WindowSession> m_home;
    std::unique_ptr<WindowSession> m_demo;
    int m_code = 0;
    bool m_quitting = false;
};

} // namespace tocsin::ui
