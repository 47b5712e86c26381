// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/archivebatches.h"

#include <QDateTime>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <chrono>
#include <memory>

namespace tocsin::tests {

// An archive in a folder and at a time of the test's own, and who listens to it; a base of test classes.
class ArchiveFixture
{
protected:
    void begin()
    {
        m_archive.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_now = QDateTime(QDate(2026, 9, 14), QTime(22, 10), Qt::UTC).toMSecsSinceEpoch();
    }
    [[nodiscard]] QString place() const { return m_folder->filePath(QStringLiteral("archive")); }
    [[nodiscard]] QString index() const { return place() + QStringLiteral("/index.sqlite"); }
    void open(archive::OpenSettings settings = {})
    {
        m_archive.reset();
        if (settings.place.isEmpty())
            settings.place = place();
        settings.clock = [this] { return QDateTime::fromMSecsSinceEpoch(m_now.load(), Qt::UTC); };
        settings.retryPause = std::chrono::milliseconds(20);
        auto opened = archive::openSqliteArchive(settings);
        QVERIFY2(opened.ok(), opened.ok() ? "" : qPrintable(opened.error().message));
        m_archive = std::move(opened.value());
        m_listener.rows = 0;
        m_listener.replays = 0;
        m_listener.trouble = false;
        m_archive->setListener(&m_listener);
    }
    void nextHour() { m_now += 3'600'000; }
    void mark(std::vector<int64_t> rows, uint8_t set = archive::Starred, uint8_t clear = 0)
    {
        std::atomic<bool> marked{false};
        m_archive->setMarks(std::move(rows), set, clear, [&](const Outcome &outcome) { marked = outcome.ok(); });
        QTRY_VERIFY(marked);
    }
    [[nodiscard]] std::unique_ptr<archive::Reader> readerOf() { return std::move(m_archive->reader().value()); }
    [[nodiscard]] QStringList files(const QString &pattern) const
    {
        QStringList all;
        QDirIterator found(place(), {pattern}, QDir::Files, QDirIterator::Subdirectories);
        while (found.hasNext())
            all << found.next();
        all.sort();
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::atomic<qint64> m_now{0};
    Listener m_listener;
    std::unique_ptr<archive::Archive> m_archive;
};

} // namespace tocsin::tests
