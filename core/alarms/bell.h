// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace tocsin::alarms {

// Plays sounds by libcanberra (PulseAudio, PipeWire, else ALSA) on a thread of its own: a sound server that hangs holds up
// nobody, is named after kLimit, and the thread is left behind when the program ends. A file that cannot be played is
// replaced by the shipped alarm. Lives on the main thread.
class Bell final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kLimit{5'000}; // until a sound has begun

    explicit Bell(QObject *parent = nullptr);
    ~Bell() override;

    // Name of a shipped sound or path of a file. A sound that is being played is not begun again; another one follows it.
    // `begun`: it is being heard, or so many others are that it was left out.
    void play(const QString &sound, std::function<void()> begun = {});
    // Now, also what was to follow.
    void stop();
    // Plays without being heard: is there a sound device, does it take sounds, and is it not muted? Told within kLimit.
    void check(QObject *context, std::function<void(Outcome)> done);

Q_SIGNALS:
    void played(const QString &sound); // to its end
    void trouble(const tocsin::Error &error); // a sound was not heard, or not the one that was wanted

private:
    struct Player;
    struct Job;

    void push(Job job);
    void handleLate();

    std::shared_ptr<Player> m_player; // shared with the thread, which may outlive us
    QTimer m_late; // since the oldest job that has not begun
};

} // namespace tocsin::alarms
