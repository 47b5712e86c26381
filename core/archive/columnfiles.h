// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/columnspec.h"
#include "core/base/error.h"

#include <QString>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tocsin::archive {

// The column files of an archive: what the index has in rows, they have in columns, for passes over many rows. They are
// a copy that can be thrown away at any time: whatever is missing is read from the index again.
//
// Folder `columns`: KEY.col (values, see ColumnKind), KEY.dic and KEY.heap (texts), `state` (how far they reach).

// Descriptor of a file; closes it.
class ColumnFile
{
public:
    ColumnFile() = default;
    explicit ColumnFile(int fd) : m_fd(fd) {}
    ~ColumnFile();
    ColumnFile(ColumnFile &&other) noexcept;
    ColumnFile &operator=(ColumnFile &&other) noexcept;

    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    [[nodiscard]] int fd() const { return m_fd; }
    // What lies behind the end, or in a file that is not there, is zero. False: the disk failed.
    [[nodiscard]] bool read(int64_t place, void *into, size_t bytes) const;
    [[nodiscard]] bool write(int64_t place, const void *from, size_t bytes);
    [[nodiscard]] int64_t size() const;

private:
    int m_fd = -1;
};

struct ColumnState {
    uint64_t magic = kMagic;
    uint64_t layout = 0;
    int64_t complete = 0; // rows up to this number are in the files
    int64_t durable = 0; // and up to this one they survive a power cut
    int64_t change = 0; // last entry of the index's table of changes that is in
    uint64_t boot = 0; // hash of the boot that wrote it

    static constexpr uint64_t kMagic = 0x31304c4f43435354; // "TSCCOL01"
};

[[nodiscard]] QString columnFolder(const QString &archiveFolder);
[[nodiscard]] uint64_t currentBoot();

constexpr uint32_t kCodeElsewhere = std::numeric_limits<uint32_t>::max(); // the dictionary is full: ask the index

// Writes the files; one at a time, whoever holds the folder's lock. Used on one thread.
class ColumnWriter
{
public:
    struct Entry {
        int64_t row = 0;
        uint32_t stream = 0; // its number in the index
        const Alert *alert = nullptr;
    };

    // Opens or makes the files; those of another layout, or of rows that may not have survived a power cut, begin anew.
    [[nodiscard]] Outcome open(const QString &archiveFolder);

    [[nodiscard]] int64_t complete() const { return m_state.complete; }
    [[nodiscard]] int64_t change() const { return m_state.change; }
    // Ascending rows behind complete(); rows between them do not exist. Readers see them when it returns.
    [[nodiscard]] Outcome append(std::vector<Entry> entries, int64_t complete);
    // The rows from `first` to `last` (at most complete()) are now these; others between them are gone.
    [[nodiscard]] Outcome replace(std::vector<Entry> entries, int64_t first, int64_t last);
    [[nodiscard]] Outcome noteChange(int64_t change);
    // Makes durable what is written.
    [[nodiscard]] Outcome sync();

private:
    struct Column {
        ColumnFile values;
        ColumnFile texts; // dictionary or heap
        int64_t textSize = 0;
        std::unordered_map<std::string, uint32_t> codes;
        std::string lastText;
        uint32_t lastCode = 0;
        bool dirty = false;
    };

    [[nodiscard]] Outcome write(const std::vector<Entry> &entries, int64_t first, int64_t last, bool overZeros);
    [[nodiscard]] Outcome writeColumn(size_t index, const std::vector<Entry> &entries, int64_t first, int64_t last, bool overZeros);
    [[nodiscard]] Outcome writeState();
    [[nodiscard]] uint32_t codeOf(Column &column, const std::string &text);
    [[nodiscard]] Outcome loadDictionary(Column &column);
    [[nodiscard]] Error failure(const char *doing) const;

    QString m_folder;
    ColumnFile m_stateFile;
    ColumnState m_state;
    std::vector<Column> m_columns;
    std::vector<char> m_buffer;
    std::string m_newTexts; // of the column that is being written
};

// Reads them: whole stretches of one column at a time. Values of rows that are not there are missing. Used on one thread;
// several readers may live beside one writer, in any process.
class ColumnReader
{
public:
    // False: there are none, or they are of another layout.
    [[nodiscard]] bool open(const QString &archiveFolder);
    [[nodiscard]] int64_t complete() const { return m_state.complete; }
    [[nodiscard]] int64_t change() const { return m_state.change; }
    [[nodiscard]] Error unreadable() const; // what to say when a read fails

    // Each reads `count` rows from `first`; false: the disk failed, or a file is damaged.
    [[nodiscard]] bool numbers(int column, int64_t first, size_t count, double *into);
    [[nodiscard]] bool times(int column, int64_t first, size_t count, int64_t *into); // UtcTime::kNone = missing
    [[nodiscard]] bool counts(int column, int64_t first, size_t count, int64_t *into); // -1 = missing
    [[nodiscard]] bool flags(int column, int64_t first, size_t count, uint8_t *into); // 0 missing, 1 false, 2 true
    [[nodiscard]] bool codes(int column, int64_t first, size_t count, uint32_t *into); // 0 missing
    [[nodiscard]] bool hashes(int column, int64_t first, size_t count, uint64_t *into); // 0 missing
    // Views into memory that lasts until the next call for this column.
    [[nodiscard]] bool texts(int column, int64_t first, size_t count, std::vector<std::string_view> &into);
    // texts()[code - 1]; grows between calls, never shrinks.
    [[nodiscard]] const std::vector<std::string> &dictionary(int column);

private:
    struct Column {
        ColumnFile values;
        ColumnFile texts;
        bool asked = false;
        std::vector<std::string> dictionary;
        int64_t dictionaryRead = 0;
        std::vector<char> heap;
    };
    [[nodiscard]] Column &columnAt(int index);

    QString m_folder;
    ColumnState m_state;
    std::vector<Column> m_columns;
    std::vector<uint64_t> m_places;
};

} // namespace tocsin::archive
