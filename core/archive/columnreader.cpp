// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/columnfiles.h"

#include <QCoreApplication>

#include <fcntl.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

const uint64_t kNanBits = std::bit_cast<uint64_t>(std::numeric_limits<double>::quiet_NaN());

} // namespace

bool ColumnReader::open(const QString &archiveFolder)
{
    m_folder = columnFolder(archiveFolder);
    m_columns.clear();
    m_columns.resize(columnSpecs().size());
    const ColumnFile state(::open((m_folder + u"/state"_s).toLocal8Bit().constData(), O_RDONLY | O_CLOEXEC));
    if (!state.isOpen() || !state.read(0, &m_state, sizeof m_state) || m_state.magic != ColumnState::kMagic || m_state.layout != columnLayout()) {
        m_state = {};
        return false;
    }
    // After a power cut only what was synced counts, until the writer has been there.
    if (m_state.boot != currentBoot())
        m_state.complete = std::min(m_state.complete, m_state.durable);
    return true;
}

Error ColumnReader::unreadable() const
{
    return {.kind = ErrorKind::Archive,
            .message = QCoreApplication::translate("archive", "The column files in %1 cannot be read.").arg(m_folder),
            .remedy = QCoreApplication::translate("archive", "Check the disk; they are made anew when they are deleted."),
            .retriable = true};
}

ColumnReader::Column &ColumnReader::columnAt(int index)
{
    Column &column = m_columns[static_cast<size_t>(index)];
    if (!column.asked) {
        column.asked = true;
        const ColumnSpec &spec = columnSpecs()[static_cast<size_t>(index)];
        const QString name = m_folder + u'/' + spec.fileName();
        const auto openFile = [&name](const QString &end) { return ColumnFile(::open((name + end).toLocal8Bit().constData(), O_RDONLY | O_CLOEXEC)); };
        column.values = openFile(u".col"_s);
        if (spec.kind == ColumnKind::Coded)
            column.texts = openFile(u".dic"_s);
        else if (spec.kind == ColumnKind::Long || spec.kind == ColumnKind::List)
            column.texts = openFile(u".heap"_s);
    }
    return column;
}

bool ColumnReader::numbers(int column, int64_t first, size_t count, double *into)
{
    if (!columnAt(column).values.read(first * 8, into, count * 8))
        return false;
    for (size_t i = 0; i < count; ++i)
        into[i] = std::bit_cast<double>(std::bit_cast<uint64_t>(into[i]) ^ kNanBits);
    return true;
}

bool ColumnReader::times(int column, int64_t first, size_t count, int64_t *into)
{
    if (!columnAt(column).values.read(first * 8, into, count * 8))
        return false;
    for (size_t i = 0; i < count; ++i)
        into[i] ^= UtcTime::kNone;
    return true;
}

bool ColumnReader::counts(int column, int64_t first, size_t count, int64_t *into)
{
    if (!columnAt(column).values.read(first * 8, into, count * 8))
        return false;
    for (size_t i = 0; i < count; ++i)
        --into[i];
    return true;
}

bool ColumnReader::flags(int column, int64_t first, size_t count, uint8_t *into)
{
    return columnAt(column).values.read(first, into, count);
}

bool ColumnReader::codes(int column, int64_t first, size_t count, uint32_t *into)
{
    return columnAt(column).values.read(first * 4, into, count * 4);
}

bool ColumnReader::hashes(int column, int64_t first, size_t count, uint64_t *into)
{
    return columnAt(column).values.read(first * 8, into, count * 8);
}

bool ColumnReader::texts(int index, int64_t first, size_t count, std::vector<std::string_view> &into)
{
    Column &column = columnAt(index);
    m_places.resize(count);
    into.assign(count, {});
    if (!column.values.read(first * 8, m_places.data(), count * 8))
        return false;
    uint64_t low = std::numeric_limits<uint64_t>::max();
    uint64_t high = 0;
    for (const uint64_t place : m_places) {
        if (place != 0) {
            low = std::min(low, place - 1);
            high = std::max(high, place - 1);
        }
    }
    if (high < low)
        return true;
    // Sizes come from the file and are believed only where they fit: a damaged one must not ask for all memory.
    const auto heapSize = static_cast<uint64_t>(column.texts.size());
    uint32_t lastSize = 0;
    if (high + sizeof lastSize > heapSize || !column.texts.read(static_cast<int64_t>(high), &lastSize, sizeof lastSize)
        || lastSize > heapSize - high - sizeof lastSize)
        return false;
    // Texts lie in the order of their rows; only rows that were decoded anew lie elsewhere.
    constexpr uint64_t kMostAtOnce = 256u << 20;
    const uint64_t bytes = high + sizeof lastSize + lastSize - low;
    if (bytes > kMostAtOnce || count == 1) {
        // One by one, into one buffer whose size is known first.
        std::vector<std::pair<size_t, uint32_t>> sizes;
        uint64_t total = 0;
        for (size_t i = 0; i < count; ++i) {
            uint32_t size = 0;
            if (m_places[i] == 0)
                continue;
            if (!column.texts.read(static_cast<int64_t>(m_places[i] - 1), &size, sizeof size))
                return false;
            sizes.emplace_back(i, size);
            total += size;
            if (total > heapSize)
                return false;
        }
        column.heap.resize(total);
        size_t at = 0;
        for (const auto &[i, size] : sizes) {
            if (!column.texts.read(static_cast<int64_t>(m_places[i] - 1 + sizeof size), column.heap.data() + at, size))
                return false;
            into[i] = {column.heap.data() + at, size};
            at += size;
        }
        return true;
    }
    column.heap.resize(bytes);
    if (!column.texts.read(static_cast<int64_t>(low), column.heap.data(), bytes))
        return false;
    for (size_t i = 0; i < count; ++i) {
        if (m_places[i] == 0)
            continue;
        const uint64_t at = m_places[i] - 1 - low;
        uint32_t size = 0;
        std::memcpy(&size, column.heap.data() + at, sizeof size);
        if (size > bytes - at - sizeof size)
            return false;
        into[i] = {column.heap.data() + at + sizeof size, size};
    }
    return true;
}

const std::vector<std::string> &ColumnReader::dictionary(int index)
{
    Column &column = columnAt(index);
    const int64_t size = column.texts.size();
    if (size > column.dictionaryRead) {
        std::string bytes(static_cast<size_t>(size - column.dictionaryRead), '\0');
        if (column.texts.read(column.dictionaryRead, bytes.data(), bytes.size())) {
            size_t at = 0;
            while (at + sizeof(uint32_t) <= bytes.size()) {
                uint32_t length = 0;
                std::memcpy(&length, bytes.data() + at, sizeof length);
                if (length > bytes.size() - at - sizeof length)
                    break; // being written just now
                column.dictionary.emplace_back(bytes, at + sizeof length, length);
                at += sizeof length + length;
            }
            column.dictionaryRead += static_cast<int64_t>(at);
        }
    }
    return column.dictionary;
}

} // namespace tocsin::archive
