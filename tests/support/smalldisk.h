// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace tocsin::tests {

// A disk of its own with so many bytes (a tmpfs; only root may mount one), gone with the object.
class SmallDisk
{
public:
    explicit SmallDisk(qint64 bytes)
    {
        QProcess mount;
        mount.start(QStringLiteral("mount"),
                    {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"), QStringLiteral("size=%1").arg(bytes), QStringLiteral("tmpfs"), m_folder.path()});
        m_mounted = mount.waitForFinished() && mount.exitStatus() == QProcess::NormalExit && mount.exitCode() == 0;
        m_why = QStringLiteral("no small disk can be mounted here: %1").arg(QString::fromLocal8Bit(mount.readAllStandardError().trimmed()));
    }
    ~SmallDisk()
    {
        if (m_mounted)
            QProcess::execute(QStringLiteral("umount"), {QStringLiteral("-l"), m_folder.path()});
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    [[nodiscard]] bool isThere() const { return m_mounted; }
    [[nodiscard]] QByteArray why() const { return m_why.toUtf8(); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    // A file of another program.
    bool fill(const QString &name, qint64 bytes)
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(QByteArray(bytes, 'x')) == bytes && file.flush();
    }
    bool clear(const QString &name) { return QFile::remove(path(name)); }

private:
    QTemporaryDir m_folder;
    QString m_why;
    bool m_mounted = false;
};

} // namespace tocsin::tests
