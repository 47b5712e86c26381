// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

class QNetworkReply;
class QObject;

// What the real parts beside this file have in common: each is a script that fetches its part once per machine (`fetch`; exit 77
// with the reason when it cannot be had) and runs it, and that tells in a line of JSON where. Used from the test's thread.
namespace tocsin::rig {

// The last line that a script said, which is the reason of what went wrong.
[[nodiscard]] QString lastLine(const QByteArray &text);
// Starts the script and waits for that line; empty: it did not come, and lastLine() of its standard error says why.
[[nodiscard]] QJsonObject startPart(QProcess &process, const QString &script, const QStringList &arguments, int limitMs);
// Turns the loop until the answer is there.
void waitFor(QNetworkReply &reply);
// The exit status of a test program whose part cannot be had, told on standard error: 77, or 1 when REQUIRE_REAL_PARTS=1 says
// that it must be; 0: it can be had.
[[nodiscard]] int whyNoPart(const QString &script, int limitMs);
// The main of a test program: runs the test unless there is a reason not to.
[[nodiscard]] int runWithPart(int whyNot, QObject *test, int argc, char **argv);

} // namespace tocsin::rig
