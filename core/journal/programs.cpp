// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/programs.h"

#include <QFile>
#include <QStringList>
#include <QSysInfo>

#include <unistd.h>

#include <atomic>

namespace tocsin::journal {

using namespace Qt::StringLiterals;

namespace {

constexpr int kParts = 4; // machine/process/begin/number
constexpr int kBegin = 19; // in /proc/…/stat, behind the program's name

// When a process began, in ticks since the machine did: a number is given again, this pair is not.
QString beginOf(const QString &pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = file.readAll();
    return QString::fromLatin1(line.mid(line.lastIndexOf(')') + 2).split(' ').value(kBegin));
}

} // namespace

QString programName()
{
    static std::atomic<int> number{0};
    const QString pid = QString::number(::getpid());
    return u"%1/%2/%3/%4"_s.arg(QSysInfo::machineHostName(), pid, beginOf(pid)).arg(++number);
}

bool isRunning(const QString &program)
{
    const QStringList parts = program.split(u'/');
    if (!isOnThisMachine(program))
        return true; // whoever claims says for how long
    return !parts[2].isEmpty() && beginOf(parts[1]) == parts[2];
}

bool isOnThisMachine(const QString &program)
{
    const QStringList parts = program.split(u'/');
    return parts.size() == kParts && parts[0] == QSysInfo::machineHostName();
}

} // namespace tocsin::journal
