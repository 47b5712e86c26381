// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace tocsin::rig {

// The parts of a desktop that alarms use, each of them real and private to the test: a message bus (session and system in
// one, without services that start by themselves), dunst on an Xvfb of its own, trayer there, too, a PulseAudio whose one device writes down what
// it plays. logind is python3-dbusmock's: a container has none. Owned by the test, used from one thread.
class Desktop final
{
public:
    Desktop() = default;
    ~Desktop();
    Q_DISABLE_COPY_MOVE(Desktop)

    // The bus, and this program on it; before anything else uses one. False with why() when it cannot be had.
    [[nodiscard]] bool up();
    [[nodiscard]] QString why() const { return m_why; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    [[nodiscard]] bool startNotifications();
    void stopNotifications();
    void freezeNotifications(bool frozen);
    // What dunst says: how many it shows; the newest that it does not show any more, "summary|body".
    [[nodiscard]] int displayed();
    [[nodiscard]] QString newestClosed();
    void pressNewest(); // its default button, or the only one

    // Openbox and trayer on the screen, which this program may use from now on: before its QApplication is made.
    [[nodiscard]] bool startTray();
    void stopTray(); // trayer alone
    // The other kind of tray, without a picture: a bar that asks the program over the bus (org.kde.StatusNotifierWatcher, that
    // of Ayatana indicators). With the screen, like startTray().
    [[nodiscard]] bool startIndicators();
    // By xdotool; 1 is the left button, 3 the right one.
    void click(int x, int y, int button);

    [[nodiscard]] bool startLogind();
    void stopLogind();
    // "what|who|why|mode", one line each.
    [[nodiscard]] QStringList inhibitors();
    void prepareForSleep(bool going);

    [[nodiscard]] bool startSound();
    void stopSound(); // as if it crashed
    void freezeSound(bool frozen);
    // What was played since startSound() or forget(): the largest sample, 0 … 32767; -1: nothing was taken at all.
    [[nodiscard]] int loudest() const;
    void forget();
    // How much of that there is, silence included: the ear hears whether or not something sounds.
    [[nodiscard]] double heardSeconds() const;
    void turnDown(bool muted, int percent); // the device

    QByteArray run(const QString &program, const QStringList &arguments);

private:
    [[nodiscard]] bool fail(const QString &why);
    [[nodiscard]] bool waitForName(const QString &name);
    [[nodiscard]] bool startScreen();
    [[nodiscard]] bool useScreen(); // by this program, too
    void end(std::unique_ptr<QProcess> &process, bool kill = false);
    [[nodiscard]] std::unique_ptr<QProcess> start(const QString &program, const QStringList &arguments);

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    std::unique_ptr<QProcess> m_bus;
    std::unique_ptr<QProcess> m_screen;
    std::unique_ptr<QProcess> m_dunst;
    std::unique_ptr<QProcess> m_manager; // of windows
    std::unique_ptr<QProcess> m_trayer;
    std::unique_ptr<QProcess> m_indicators;
    std::unique_ptr<QProcess> m_logind;
    std::unique_ptr<QProcess> m_pulse;
    std::unique_ptr<QProcess> m_recorder;
    qint64 m_heard = 0; // bytes of the recording
    QString m_why;
    int m_code = 0; // of the last run
};

// The main of a test program that needs one: 77 with the reason, 1 when REQUIRE_REAL_PARTS=1 says that it must be.
int desktopIsMissing(const QString &why);

} // namespace tocsin::rig
