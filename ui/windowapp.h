// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/places.h"
#include "ui/theme/theme.h"
#include "ui/windowsession.h"

#include <QObject>
#include <QPointer>
#include <QSize>
#include <QString>

#include <functional>
#include <memory>

namespace tocsin::ui {

class SingleWindow;
class UpkeepDialog;

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
    void offerRecovery(const Error &damage);
    void endHomeThen(std::function<void()> next); // next() is called when nobody has the archive open any more
    void recover();
    void chooseArchive();
    void reopenHome();

    WindowOptions m_options;
    std::unique_ptr<SingleWindow> m_single;
    std::unique_ptr<WindowSession> m_home;
    std::unique_ptr<WindowSession> m_demo;
    std::function<void()> m_next; // after the home has ended; empty: the program ends as well
    QPointer<UpkeepDialog> m_recovery;
    int m_code = 0;
    bool m_quitting = false;
};

} // namespace tocsin::ui
