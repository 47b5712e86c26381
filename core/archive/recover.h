// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace tocsin::archive {

struct RecoverReport {
    bool wasSound = false; // there was nothing to do
    qint64 rowsRead = 0; // from the old index, with their numbers and marks
    qint64 rowsDecoded = 0; // anew, from packets that the old index could not name
    qint64 rowsLost = 0; // numbers that the old index knew and whose packets are gone
    qint64 packetsWithoutOrigin = 0; // of before packets carried their origin, and not in what could be read
    std::vector<Coverage> lost; // ranges that are gaps now, so that they can be fetched again
    QString oldIndex; // where the old one lies now
};

struct RecoverSettings {
    QString folder;
    // The alerts in a packet, with everything that they inherit from its transport; as when it came.
    std::function<std::vector<std::shared_ptr<Alert>>(const Packet &)> decode;
    std::function<void(const QString &)> say = {}; // what the work needs and how it goes; each a sentence
    GoOn goOn = {}; // false ends the work and leaves the archive as it was; not asked once the new index is made
    qint64 freeBytes = -1; // in place of what the disk says; -1 = ask the disk (tests set it)
    std::function<void(const char *step)> reached = {}; // tests end the process there
};

// Makes a new index beside one that is damaged or missing: from what can be read of the old one (its rows keep their
// numbers and marks), then from the packets, which carry their origin and are decoded again. What is lost becomes gaps. The
// old index is only read, from a copy, and lies beside the new one under a dated name in the end. Needs the archive alone.
// A process that dies leaves the old index in place, or a recovery that the next run completes. Call it off the main thread.
[[nodiscard]] Result<RecoverReport> recoverArchive(const RecoverSettings &settings);

// Whether a recovery is what helps against an error of openSqliteArchive().
[[nodiscard]] bool recoveryHelps(const Error &error);

} // namespace tocsin::archive
