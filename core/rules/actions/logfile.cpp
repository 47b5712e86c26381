// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/actions/action.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace tocsin::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMegabyte = 1 << 20;

// FILE becomes FILE.1, that FILE.2, and so on; the oldest goes.
void rotate(const QString &name, int keep)
{
    if (keep == 0) {
        QFile::remove(name);
        return;
    }
    QFile::remove(name + u'.' + QString::number(keep));
    for (int i = keep - 1; i >= 1; --i)
        QFile::rename(name + u'.' + QString::number(i), name + u'.' + QString::number(i + 1));
    QFile::rename(name, name + u".1"_s);
}

} // namespace

ActionResult appendToLog(const ActionWork &work, const ActionHelp &help)
{
    const Action &action = work.action;
    QString name = action.text(u"file"_s);
    if (name.isEmpty())
        name = help.logFolder + u"/rules/"_s + work.run.rule + u".jsonl"_s;
    const QByteArray line = (action.text(u"text"_s).isEmpty() ? jsonOf(*work.alert) : messageOf(work).simplified().toUtf8()) + '\n';
    QDir().mkpath(QFileInfo(name).path());
    if (QFileInfo(name).size() + line.size() > action.value(u"size"_s).toLongLong() * kMegabyte)
        rotate(name, action.value(u"keep"_s).toInt());
    QFile file(name);
    // In one write, so that a line is there as a whole or not at all.
    if (!file.open(QIODevice::Append | QIODevice::Unbuffered) || file.write(line) != line.size())
        return {.result = QCoreApplication::translate("rules", "%1 cannot be written: %2").arg(name, file.errorString())};
    return {.worked = true, .result = QCoreApplication::translate("rules", "written to %1").arg(name)};
}

} // namespace tocsin::rules
