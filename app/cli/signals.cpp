// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/signals.h"

#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

#include <array>

namespace tocsin::app {

namespace {

std::array<int, 2> g_pipe{-1, -1};
volatile sig_atomic_t g_asked = 0;
volatile sig_atomic_t g_limit = 0; // seconds

extern "C" void handleSignal(int)
{
    if (g_asked != 0)
        _exit(130);
    g_asked = 1;
    if (g_limit > 0)
        alarm(static_cast<unsigned>(g_limit));
    const char byte = 1;
    const ssize_t ignored = write(g_pipe[1], &byte, 1);
    (void)ignored;
}

extern "C" void handleAlarm(int)
{
    _exit(130);
}

} // namespace

Signals::Signals(std::chrono::seconds limit, QObject *parent) : QObject(parent)
{
    g_limit = static_cast<sig_atomic_t>(limit.count());
    std::signal(SIGALRM, &handleAlarm);
    std::signal(SIGPIPE, SIG_IGN);
    if (pipe2(g_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = new QSocketNotifier(g_pipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (read(g_pipe[0], &byte, 1) > 0) { }
        Q_EMIT interrupted();
    });
    struct sigaction action = {};
    action.sa_handler = &handleSignal;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

Signals::~Signals()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    // An alarm that is set stays set: what comes after us must not hang either.
    for (int &end : g_pipe) {
        if (end >= 0)
            close(end);
        end = -1;
    }
}

} // namespace tocsin::app
