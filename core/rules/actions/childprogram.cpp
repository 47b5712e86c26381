// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/actions/childprogram.h"

#include "core/rules/actions/action.h"

#include <QDeadlineTimer>
#include <QProcess>
#include <QRegularExpression>

#include <algorithm>
#include <csignal>
#include <unistd.h>

namespace tocsin::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kFlood = 16ll << 20; // bytes: nobody reads so much
constexpr int kLookMs = 50;
constexpr int kTermMs = 500; // to end by itself

void signalGroup(qint64 leader, int number)
{
    if (leader > 1)
        ::kill(-static_cast<pid_t>(leader), number);
}

void endGroup(QProcess &process, qint64 leader)
{
    signalGroup(leader, SIGTERM);
    const bool hasEnded = process.state() == QProcess::NotRunning || process.waitForFinished(kTermMs);
    signalGroup(leader, SIGKILL); // whatever it started and left behind as well
    if (!hasEnded)
        process.waitForFinished(kTermMs);
}

} // namespace

QProcessEnvironment environmentForChildren()
{
    static const QRegularExpression secret(u"SECRET|TOKEN|PASS|CREDENTIAL|KEY|PRIVATE|COOKIE|^TOCSIN_"_s, QRegularExpression::CaseInsensitiveOption);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (secret.match(name).hasMatch())
            environment.remove(name);
    }
    return environment;
}

ChildEnd runChild(const ChildProgram &program, std::stop_token stop)
{
    ChildEnd end;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setProcessEnvironment(program.environment);
    process.setWorkingDirectory(program.environment.value(u"HOME"_s, u"/"_s));
    process.setChildProcessModifier([] {
        ::setpgid(0, 0);
        ::signal(SIGPIPE, SIG_DFL);
    });
    const QDeadlineTimer deadline(program.limit);
    process.start(program.file, program.arguments);
    if (!process.waitForStarted(static_cast<int>(std::min<qint64>(program.limit.count(), 10'000)))) {
        end.trouble = process.errorString();
        return end;
    }
    const qint64 leader = process.processId();
    process.write(program.input);
    process.closeWriteChannel();
    qint64 written = 0;
    const auto read = [&] {
        const QByteArray more = process.readAll();
        written += more.size();
        end.output += more.left(std::max<qsizetype>(0, kMostOutput - end.output.size()));
    };
    while (process.state() != QProcess::NotRunning) {
        process.waitForReadyRead(kLookMs);
        read();
        const bool tooLong = deadline.hasExpired();
        if (process.state() == QProcess::NotRunning || (!tooLong && written <= kFlood && !stop.stop_requested()))
            continue;
        end.why = stop.stop_requested() ? ChildEnd::Why::Interrupted : tooLong ? ChildEnd::Why::TooLong : ChildEnd::Why::TooMuch;
        endGroup(process, leader);
        read();
        end.wasCut = written > end.output.size();
        return end;
    }
    read();
    end.wasCut = written > end.output.size();
    end.why = process.exitStatus() == QProcess::NormalExit ? ChildEnd::Why::Exited : ChildEnd::Why::Crashed;
    end.status = process.exitCode();
    return end;
}

} // namespace tocsin::rules
