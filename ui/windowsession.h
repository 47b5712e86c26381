// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/places.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>

class QTemporaryDir;

namespace tocsin::archive {
class Archive;
}

namespace tocsin::services {
class ArchiveFollower;
class Engine;
class IndexCheck;
}

namespace tocsin::ui {

class InputIdle;
class MainWindow;
class TomTargetDesk;

struct DemoSettings {
    uint64_t seed = 1;
    double speed = 1;
    int64_t count = 0; // 0: no end
};

// One home with its window: the engine and the window over it, put together in this order and taken down in the
// opposite one. The demo is a session of its own in a throw-away home. Main thread; owned by the program's window.
class WindowSession final : public QObject
{
    Q_OBJECT
public:
    struct Settings {
        Places places;
        QString profile = {};
        std::optional<DemoSettings> demo = {}; // then `places` and `profile` are not used
        bool remember = true; // false: layout and answers of this run are not kept
    };

    explicit WindowSession(Settings settings, QObject *parent = nullptr);
    ~WindowSession() override;

    // Opens the home and makes the window, which is not shown yet. An error: there is no window.
    [[nodiscard]] Outcome open();
    // Starts what is to be started with the program; the window should be on the screen by then.
    void start();
    // Without a question; ended() follows within 3 s.
    void end();

    [[nodiscard]] MainWindow &window() const { return *m_window; }
    [[nodiscard]] archive::Archive &archive() const; // after open()
    // The archive is damaged and only read: what happened, else an empty message.
    [[nodiscard]] Error damage() const;
    [[nodiscard]] bool isDemo() const { return m_settings.demo.has_value(); }

Q_SIGNALS:
    void ended();
    void demoWanted();
    void demoLeft();
    void recoverWanted();

private:
    void follow(const QString &uuid);

    Settings m_settings;
    std::unique_ptr<QTemporaryDir> m_demoHome; // goes last
    std::unique_ptr<services::Engine> m_engine;
    std::unique_ptr<services::ArchiveFollower> m_follower;
    std::unique_ptr<TomTargetDesk> m_targets; // null: the demo, whose alerts are nobody's
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<services::IndexCheck> m_check; // null where there is nothing to check
    std::unique_ptr<InputIdle> m_idle;
};

} // namespace tocsin::ui
