// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/climbing.h"

#include "app/cli/commandline.h"
#include "app/cli/signals.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <cstdio>

namespace tocsin::app {

using namespace Qt::StringLiterals;
using ladder::Rung;
using ladder::RungState;

namespace {

constexpr int kEndMs = 1'500; // for the client to end; the answer has been printed

QString word(RungState state)
{
    switch (state) {
    case RungState::Held:
        return QCoreApplication::translate("cli", "ok");
    case RungState::Failed:
        return QCoreApplication::translate("cli", "failed");
    case RungState::Skipped:
        return QCoreApplication::translate("cli", "skipped");
    case RungState::Waiting:
    case RungState::Running:
        break;
    }
    return QCoreApplication::translate("cli", "not reached");
}

QString line(const Rung &rung)
{
    const QString name = rung.what.toLower() + u' ' + word(rung.state);
    const QString time = rung.milliseconds < 0 ? QString() : QString::number(rung.milliseconds) + u" ms"_s;
    const QString fact = rung.state == RungState::Failed ? rung.problem.message : rung.fact;
    QString text = name.leftJustified(24) + time.rightJustified(8) + u"  "_s + fact;
    while (text.endsWith(u' '))
        text.chop(1);
    return text;
}

} // namespace

int climbHere(std::vector<ladder::Step> steps, int limitMs)
{
    Signals signalled;
    QEventLoop loop;
    ladder::Ladder climber;
    bool interrupted = false;
    QObject::connect(&climber, &ladder::Ladder::changed, [&climber](int number) {
        const Rung &rung = climber.rungs()[static_cast<size_t>(number)];
        if (rung.state == RungState::Running)
            return;
        putLine(line(rung));
        std::fflush(stdout);
    });
    QObject::connect(&climber, &ladder::Ladder::finished, &loop, &QEventLoop::quit);
    QObject::connect(&signalled, &Signals::interrupted, &loop, [&] {
        interrupted = true;
        climber.cancel();
        loop.quit();
    });
    climber.climb(std::move(steps), limitMs);
    loop.exec();
    for (const Rung &rung : climber.rungs()) {
        if (rung.state == RungState::Waiting && !interrupted)
            putLine(line(rung));
    }
    std::fflush(stdout);
    const Rung *failure = climber.failure();
    const int code = interrupted ? exitCode(ErrorKind::Interrupted) : failure ? complain(failure->problem) : 0;
    (void)ladder::Ladder::waitForAll(kEndMs);
    return code;
}

} // namespace tocsin::app
