// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/columnfiles.h"
#include "core/archive/wordindex.h"

#include <QSqlDatabase>
#include <QString>

#include <functional>
#include <vector>

namespace tocsin::archive {

// Fills the word index behind the column files, a bounded step at a time; owned by the ColumnIndexer and used on its thread.
class WordIndexer
{
public:
    explicit WordIndexer(QString archiveFolder) : m_folder(std::move(archiveFolder)) {}

    // Rows up to `reached.complete` are in the column files, and changes up to `reached.change`. False: there is nothing to
    // do until they go on. `stopping` ends the step early.
    [[nodiscard]] Result<bool> step(QSqlDatabase &index, const WordIndexState &reached, const std::function<bool()> &stopping);

private:
    struct Change {
        int64_t id = 0; // 0: none
        int64_t first = 0;
        int64_t last = 0;
    };
    [[nodiscard]] Result<Change> nextChange(QSqlDatabase &index, int64_t until);
    [[nodiscard]] Outcome applyChange(QSqlDatabase &index, const Change &change, const std::function<bool()> &stopping);
    // The rows with texts among these, at most so many that a step stays short; `last` becomes the last row looked at.
    [[nodiscard]] Outcome readTexts(QSqlDatabase &index, int64_t first, int64_t &last, std::vector<WordIndexWriter::Entry> &entries);

    const QString m_folder;
    WordIndexWriter m_writer;
    bool m_isOpen = false;
};

} // namespace tocsin::archive
