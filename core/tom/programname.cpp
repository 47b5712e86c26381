// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tom/programname.h"

#include <QFile>
#include <QStringList>
#include <QSysInfo>

#include <unistd.h>

#include <atomic>

namespace tocsin::tom {

using namespace Qt::StringLiterals;

namespace {

// When a process began, in ticks since the machine did: a number is given again, this pair is not.
QString beginOf(const QString &pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = file.readAll();
    return QString::fromLatin1(line.mid(line.lastIndexOf(')') + 2).split(' ').value(19));
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
    if (parts.size() != 4 || parts[0] != QSysInfo::machineHostName())
        return true; // another machine: its time limit tells
    return !parts[2].isEmpty() && beginOf(parts[1]) == parts[2];
}

} // namespace tocsin::tom
