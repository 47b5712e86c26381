// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/filter/words.h"

#include <QSqlDatabase>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tocsin::archive {

// An index of the words in packets that are text (circulars, logs, notices), for word(): SQLite's FTS5 in the file
// `words.sqlite` beside the column files. Like them it can be thrown away at any time. Words are cut and folded here, by
// core/filter/words.h; FTS5's own tokenizer then finds nothing left to split or fold.

[[nodiscard]] QString wordIndexPath(const QString &archiveFolder);

// How far it reaches: rows up to `complete`, changes of the index up to `change`.
struct WordIndexState {
    int64_t complete = 0;
    int64_t change = 0;
};

// Writes it; whoever holds the column files' lock, on that thread.
class WordIndexWriter
{
public:
    ~WordIndexWriter();
    // Opens or makes the file; one of another kind, or a damaged one, begins anew.
    [[nodiscard]] Outcome open(const QString &archiveFolder);
    [[nodiscard]] const WordIndexState &state() const { return m_state; }

    struct Entry {
        int64_t row = 0;
        bool read = false; // false: the packet cannot be had; word() asks again
        std::vector<std::string> texts;
    };
    // These are the rows with texts from `first` to `last`; then how far it reaches. All or nothing.
    [[nodiscard]] Outcome replace(const std::vector<Entry> &entries, int64_t first, int64_t last, const WordIndexState &reached);
    // Most of what is in the file belongs to rows that went or were decoded anew.
    [[nodiscard]] Result<bool> isMostlyDead();
    [[nodiscard]] Outcome beginAnew(const QString &archiveFolder);
    void close();

private:
    [[nodiscard]] Outcome begin(const QString &path);
    [[nodiscard]] Outcome put(const std::vector<Entry> &entries, int64_t first, int64_t last, const WordIndexState &reached);
    [[nodiscard]] Outcome run(const QString &sql);

    QSqlDatabase m_db;
    WordIndexState m_state;
};

// What the index says of one phrase.
struct WordRows {
    WordIndexState state; // of the moment of asking
    std::vector<int64_t> found; // ascending
    std::vector<int64_t> unread; // ascending: rows that must be asked themselves
};
// Nothing: there is no index, or it cannot be used just now.
[[nodiscard]] std::optional<WordRows> findWords(const QString &archiveFolder, const filter::Phrase &phrase);

} // namespace tocsin::archive
