// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <chrono>
#include <stop_token>

namespace tocsin::rules {

// A program that is started, fed and waited for, in a process group of its own. A plain value.
struct ChildProgram {
    QString file;
    QStringList arguments;
    QByteArray input;
    QProcessEnvironment environment;
    std::chrono::milliseconds limit{60'000};
};

// How it ended. A plain value.
struct ChildEnd {
    enum class Why { Exited, Crashed, NotStarted, TooLong, TooMuch, Interrupted };
    Why why = Why::NotStarted;
    int status = 0; // of Exited
    QString trouble; // of NotStarted
    QByteArray output; // what it wrote to either, 64 kB at the most
    bool wasCut = false;
};

// Not on the main thread. What hangs, or floods us, is ended with all that it has started.
[[nodiscard]] ChildEnd runChild(const ChildProgram &program, std::stop_token stop);
// Ours without what may be a secret: names that speak of tokens, passwords, keys, and our own.
[[nodiscard]] QProcessEnvironment environmentForChildren();

} // namespace tocsin::rules
