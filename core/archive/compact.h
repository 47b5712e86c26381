// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace tocsin::archive {

struct CompactReport {
    qint64 segmentBytes = 0; // given back by each part
    qint64 indexBytes = 0;
    qint64 columnBytes = 0;
    int segments = 0; // written anew or removed
    QStringList left; // what could not be done now and why, each a sentence or two
};

struct CompactSettings {
    QString folder;
    // Told what the work needs before it begins, and how it goes; each a sentence.
    std::function<void(const QString &)> say = {};
    GoOn goOn = {}; // false ends the work where the archive is whole
    qint64 freeBytes = -1; // in place of what the disk says; -1 = ask the disk (tests set it)
    std::function<void(const char *step)> reached = {}; // tests end the process there
};

// Gives space back. Segments of which less than half is in use are written anew beside the old ones, which go when the index
// points at the new; then SQLite's file is made small, when nobody else writes into the archive; column files of which
// most rows are gone are made anew by the next program that writes. Everything is safe while others use the archive, and a
// process that dies at any point leaves an archive that is whole; the next run finishes its work. Call it off the main thread.
[[nodiscard]] Result<CompactReport> compactArchive(const CompactSettings &settings);

} // namespace tocsin::archive
