// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <nlohmann/json.hpp>

#include <vector>

namespace tocsin::tests {

// Python's own HTTP server, as a process of its own (hookserver.py); owned by the test.
class HookServer
{
public:
    HookServer(const QString &folder, const QStringList &answers) : m_file(folder + QStringLiteral("/asked"))
    {
        QFile::remove(m_file);
        m_process.start(QStringLiteral("python3"), QStringList{QStringLiteral(TOCSIN_HOOK_SERVER), m_file} + answers);
        m_process.waitForReadyRead(10'000);
        m_port = m_process.readLine().trimmed().toInt();
    }
    ~HookServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    [[nodiscard]] bool isUp() const { return m_port > 0; }
    [[nodiscard]] QString url(const QString &path) const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port) + path; }
    // Where the requests are kept, a line each.
    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] std::vector<nlohmann::json> asked() const
    {
        std::vector<nlohmann::json> list;
        QFile file(m_file);
        if (file.open(QIODevice::ReadOnly)) {
            while (!file.atEnd())
                list.push_back(nlohmann::json::parse(file.readLine().toStdString()));
        }
        return list;
    }

private:
    QString m_file;
    QProcess m_process;
    int m_port = 0;
};

} // namespace tocsin::tests
