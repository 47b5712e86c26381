// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/program.h"

#include <QElapsedTimer>

#include <csignal>

namespace tocsin::tests {

using namespace Qt::StringLiterals;

Program::Program(const QStringList &arguments, const QString &output) : m_process(std::make_unique<QProcess>())
{
    if (!output.isEmpty())
        m_process->setStandardOutputFile(output, QIODevice::Append);
    m_process->start(QStringLiteral(TOCSIN_PROGRAM), arguments);
    m_process->waitForStarted();
}

Program::~Program()
{
    if (m_process && m_process->state() != QProcess::NotRunning) {
        m_process->kill();
        m_process->waitForFinished();
    }
}

void Program::take()
{
    m_error += m_process->readAllStandardError();
    m_output += m_process->readAllStandardOutput();
    for (;;) {
        const qsizetype end = m_output.indexOf('\n', m_parsed);
        if (end < 0)
            return;
        const std::string line = m_output.sliced(m_parsed, end - m_parsed).toStdString();
        m_parsed = end + 1;
        nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
        if (json.is_object() && json.contains("timestamp"))
            m_alerts.push_back(std::move(json));
    }
}

bool Program::waitFor(const std::function<bool()> &condition, int timeoutMs)
{
    QElapsedTimer clock;
    clock.start();
    for (;;) {
        take();
        if (condition())
            return true;
        if (m_process->state() == QProcess::NotRunning || clock.elapsed() > timeoutMs)
            return false;
        m_process->waitForReadyRead(100);
    }
}

bool Program::waitForAlerts(qsizetype count, int timeoutMs)
{
    return waitFor([&] { return static_cast<qsizetype>(m_alerts.size()) >= count; }, timeoutMs);
}

bool Program::waitForSaid(const QString &text, int timeoutMs, qsizetype times)
{
    return waitFor([&] { return saidTimes(text) >= times; }, timeoutMs);
}

bool Program::waitForEnd(int timeoutMs)
{
    QElapsedTimer clock;
    clock.start();
    while (m_process->state() != QProcess::NotRunning && clock.elapsed() < timeoutMs) {
        m_process->waitForFinished(200);
        take();
    }
    take();
    return m_process->state() == QProcess::NotRunning;
}

void Program::signal(int number)
{
    ::kill(static_cast<pid_t>(m_process->processId()), number);
}

nlohmann::json Program::summary() const
{
    for (const QByteArray &text : {m_error, m_output}) {
        const qsizetype at = text.lastIndexOf("{\"summary\":");
        if (at >= 0) {
            const qsizetype end = text.indexOf('\n', at);
            return nlohmann::json::parse(text.mid(at, end < 0 ? -1 : end - at).toStdString(), nullptr, false)["summary"];
        }
    }
    return {};
}

Finished runProgram(const QStringList &arguments, int timeoutMs)
{
    Program program(arguments);
    Finished finished;
    if (program.waitForEnd(timeoutMs))
        finished.code = program.exitCode();
    finished.output = program.output();
    finished.said = program.said();
    finished.summary = program.summary();
    return finished;
}

Ids archiveIds(const QString &home)
{
    Ids ids;
    const Finished listed = runProgram({u"--home"_s, home, u"archive"_s, u"ids"_s});
    for (const QByteArray &line : listed.output.split('\n')) {
        const QList<QByteArray> words = line.split('\t');
        if (words.size() != 4)
            continue;
        ++ids.lines;
        ids.unique.insert((words[1] + '/' + words[2] + '/' + words[3]).toStdString());
    }
    return ids;
}

} // namespace tocsin::tests
