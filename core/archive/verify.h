// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace tocsin::archive {

struct VerifyReport {
    qint64 rows = 0;
    qint64 packets = 0;
    qint64 bytes = 0;
    qint64 damaged = 0;
    bool indexDamaged = false; // `archive recover` makes a new one
    QStringList complaints; // the first 100, each a sentence

    [[nodiscard]] bool sound() const { return complaints.isEmpty(); }
};

// Reads the whole archive: SQLite's own integrity check, then each packet against its checksum. Changes nothing; call it
// off the main thread. `progress` gets rows done and of how many; false stops.
[[nodiscard]] Result<VerifyReport> verifyArchive(const QString &folder, const std::function<bool(qint64, qint64)> &progress);

// SQLite's check of the index alone: what it complains of, empty when it is sound. Reads beside writers; `goOn` is asked every
// few milliseconds. Call it off the main thread.
[[nodiscard]] Result<QString> checkIndex(const QString &folder, const std::function<bool()> &goOn);

} // namespace tocsin::archive
