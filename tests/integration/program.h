// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFloat16> // QCOMPARE of a json value asks for the complete type
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

#include <memory>
#include <set>
#include <vector>

namespace tocsin::tests {

// One run of the program, as a person at a terminal has it. Every wait is for a condition and bounded.
class Program
{
public:
    // With a file (or a named pipe) for standard output, alerts() stays empty.
    explicit Program(const QStringList &arguments, const QString &output = {});
    ~Program();
    Program(Program &&) = default;

    // Alert lines so far; waits until there are `count`.
    [[nodiscard]] bool waitForAlerts(qsizetype count, int timeoutMs = 60'000);
    // Text on standard error, so many times; what came before counts too.
    [[nodiscard]] bool waitForSaid(const QString &text, int timeoutMs = 60'000, qsizetype times = 1);
    [[nodiscard]] bool waitForEnd(int timeoutMs = 120'000);
    void signal(int number);

    [[nodiscard]] int exitCode() const { return m_process->exitCode(); }
    [[nodiscard]] qint64 processId() const { return m_process->processId(); }
    [[nodiscard]] bool isRunning() const { return m_process->state() == QProcess::Running; }
    [[nodiscard]] const std::vector<nlohmann::json> &alerts() const { return m_alerts; }
    [[nodiscard]] QString said() const { return QString::fromUtf8(m_error); }
    [[nodiscard]] qsizetype saidTimes(const QString &text) const { return said().count(text); }
    [[nodiscard]] nlohmann::json summary() const; // after the end
    [[nodiscard]] QByteArray output() const { return m_output; }

private:
    bool waitFor(const std::function<bool()> &condition, int timeoutMs);
    void take();

    std::unique_ptr<QProcess> m_process;
    QByteArray m_output;
    QByteArray m_error;
    qsizetype m_parsed = 0;
    std::vector<nlohmann::json> m_alerts;
};

struct Finished {
    int code = -1;
    QByteArray output;
    QString said;
    nlohmann::json summary;
};
// Runs to the end.
[[nodiscard]] Finished runProgram(const QStringList &arguments, int timeoutMs = 120'000);

// Every line of `archive ids`: "topic/partition/offset"; the count of lines tells repeated ones.
struct Ids {
    std::set<std::string> unique;
    qsizetype lines = 0;
};
[[nodiscard]] Ids archiveIds(const QString &home);

} // namespace tocsin::tests
