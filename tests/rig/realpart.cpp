// SPDX-License-Identifier: GPL-3.0-or-later
#include "rig/realpart.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tocsin::rig {

namespace {

constexpr int kUnavailable = 77;

} // namespace

QString lastLine(const QByteArray &text)
{
    return QString::fromUtf8(text.trimmed().split('\n').last());
}

QJsonObject startPart(QProcess &process, const QString &script, const QStringList &arguments, int limitMs)
{
    process.start(script, arguments);
    while (process.state() != QProcess::NotRunning && !process.canReadLine()) {
        if (!process.waitForReadyRead(limitMs))
            break;
    }
    return QJsonDocument::fromJson(process.readLine()).object();
}

void waitFor(QNetworkReply &reply)
{
    QEventLoop loop;
    QObject::connect(&reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply.isFinished())
        loop.exec();
}

int whyNoPart(const QString &script, int limitMs)
{
    QProcess fetch;
    fetch.start(script, {u"fetch"_s}, QIODevice::ReadOnly);
    const bool ended = fetch.waitForFinished(limitMs);
    if (ended && fetch.exitStatus() == QProcess::NormalExit && fetch.exitCode() == 0)
        return 0;
    const bool required = qgetenv("REQUIRE_REAL_PARTS") == "1";
    std::fprintf(stderr, "%s: %s\n", required ? "FAILED" : "SKIPPED", qPrintable(ended ? lastLine(fetch.readAllStandardError()) : fetch.errorString()));
    return required || !ended || fetch.exitCode() != kUnavailable ? 1 : kUnavailable;
}

int runWithPart(int whyNot, QObject *test, int argc, char **argv)
{
    return whyNot != 0 ? whyNot : QTest::qExec(test, argc, argv);
}

} // namespace tocsin::rig
