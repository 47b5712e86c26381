// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/columnfiles.h"
#include "core/filter/sky.h"

#include <QSqlDatabase>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace tocsin::archive {

// An index of positions, for cone(): of every full chunk of 65,536 rows a file with its positions sorted by declination
// (zones: Gray, Nieto-Santisteban and Szalay 2006, arXiv:cs/0701171), so that a small circle reads a small slice of each.
// Folder `sky` beside the column files, and like them it can be thrown away at any time. A chunk is written aside and
// renamed: whoever reads it sees the old or the new one.

constexpr int64_t kSkyChunk = 65'536;
[[nodiscard]] QString skyFolder(const QString &archiveFolder);

// Fills it behind the column files, a chunk at a time; owned by the ColumnIndexer and used on its thread.
class SkyIndexer
{
public:
    explicit SkyIndexer(QString archiveFolder) : m_folder(std::move(archiveFolder)) {}
    // Rows up to `complete` are in the column files, and entries of the index's table of changes up to `change`. False: there
    // is nothing to do until they go on.
    [[nodiscard]] Result<bool> step(QSqlDatabase &index, int64_t complete, int64_t change);

private:
    [[nodiscard]] Outcome readChanges(QSqlDatabase &index, int64_t until);
    [[nodiscard]] Outcome writeChunk(int64_t chunk);
    [[nodiscard]] Outcome writeState();
    [[nodiscard]] Error failure() const;

    const QString m_folder;
    bool m_isOpen = false;
    int64_t m_change = 0; // all chunks that are there know of changes up to this one
    int64_t m_pending = 0; // and will, once those that `m_there` denies are written
    std::vector<bool> m_there; // by chunk
};

struct SkyRows {
    int64_t complete = 0; // rows up to this number were looked at
    std::vector<int64_t> rows; // ascending: those of them in the circle
};
// Nothing: there is no index, or it has not heard of changes up to `change`, or the circle holds more than `most` rows.
[[nodiscard]] std::optional<SkyRows> findInCone(const QString &archiveFolder, const filter::Cone &cone, int64_t change, size_t most);

} // namespace tocsin::archive
