// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/wordindexer.h"

#include "core/archive/filterneeds.h"
#include "core/archive/packetscan.h"
#include "core/archive/sqliteschema.h"
#include "core/filter/packettext.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

constexpr int64_t kRowsAtOnce = 65'536; // looked at
constexpr size_t kTextsAtOnce = 512; // read and indexed: some tens of milliseconds

} // namespace

Result<bool> WordIndexer::step(QSqlDatabase &index, const WordIndexState &reached, const std::function<bool()> &stopping)
{
    if (!m_isOpen) {
        if (const Outcome done = m_writer.open(m_folder); !done)
            return done.error();
        m_isOpen = true;
    }
    const Result<Change> change = nextChange(index, reached.change);
    if (!change)
        return change.error();
    if (change.value().id > 0) {
        if (const Outcome done = applyChange(index, change.value(), stopping); !done)
            return done.error();
        const Result<bool> dead = m_writer.isMostlyDead();
        if (!dead)
            return dead.error();
        if (dead.value()) {
            if (const Outcome done = m_writer.beginAnew(m_folder); !done)
                return done.error();
        }
        return true;
    }
    WordIndexState state = m_writer.state();
    if (state.complete >= reached.complete)
        return false;
    int64_t last = std::min(reached.complete, state.complete + kRowsAtOnce);
    const int64_t first = state.complete + 1;
    std::vector<WordIndexWriter::Entry> entries;
    if (const Outcome done = readTexts(index, first, last, entries); !done)
        return done.error();
    state.complete = last;
    if (const Outcome done = m_writer.replace(entries, first, last, state); !done)
        return done.error();
    return state.complete < reached.complete;
}

Result<WordIndexer::Change> WordIndexer::nextChange(QSqlDatabase &index, int64_t until)
{
    QSqlQuery query(index);
    query.prepare(u"SELECT id, first_row, last_row FROM changes WHERE id > ? AND id <= ? ORDER BY id LIMIT 1"_s);
    query.addBindValue(qlonglong(m_writer.state().change));
    query.addBindValue(qlonglong(until));
    if (!query.exec())
        return sqlError(u"changes"_s, query.lastError().text());
    Change change;
    if (query.next())
        change = {query.value(0).toLongLong(), query.value(1).toLongLong(), query.value(2).toLongLong()};
    return change;
}

Outcome WordIndexer::applyChange(QSqlDatabase &index, const Change &change, const std::function<bool()> &stopping)
{
    WordIndexState state = m_writer.state();
    const int64_t end = std::min(change.last, state.complete);
    for (int64_t first = change.first; first <= end;) {
        int64_t last = std::min(end, first + kRowsAtOnce - 1);
        std::vector<WordIndexWriter::Entry> entries;
        if (const Outcome done = readTexts(index, first, last, entries); !done)
            return done;
        if (const Outcome done = m_writer.replace(entries, first, last, state); !done)
            return done;
        if (stopping())
            return Done{}; // next time from its beginning
        first = last + 1;
    }
    state.change = change.id;
    return m_writer.replace({}, 0, 0, state);
}

Outcome WordIndexer::readTexts(QSqlDatabase &index, int64_t first, int64_t &last, std::vector<WordIndexWriter::Entry> &entries)
{
    static const int message = columnIndex(findAlertField("message"));
    ColumnReader columns;
    if (!columns.open(m_folder))
        return columns.unreadable();
    auto count = static_cast<size_t>(last - first + 1);
    std::vector<uint32_t> there(count);
    std::vector<uint32_t> codes(count);
    if (!columns.codes(streamColumn(), first, count, there.data()) || !columns.codes(message, first, count, codes.data()))
        return columns.unreadable();
    const std::vector<std::string> &dictionary = columns.dictionary(message);
    std::vector<int64_t> rows;
    std::vector<std::span<const std::string_view>> paths;
    for (size_t i = 0; i < count; ++i) {
        if (there[i] == 0 || codes[i] == 0)
            continue;
        const int64_t row = first + static_cast<int64_t>(i);
        if (codes[i] > dictionary.size()) {
            entries.push_back({.row = row, .read = false, .texts = {}});
            continue;
        }
        const auto texts = filter::textFields(dictionary[codes[i] - 1]);
        if (texts.empty())
            continue;
        rows.push_back(row);
        paths.push_back(texts);
        if (rows.size() == kTextsAtOnce) {
            last = row;
            break;
        }
    }
    decoders::FieldPick pick;
    addTextFields(pick);
    PacketScan packets(m_folder, index, nullptr, std::move(pick));
    return packets.visit(rows, [&](size_t at, const decoders::FieldTree *fields, bool) {
        WordIndexWriter::Entry &entry = entries.emplace_back();
        entry.row = rows[at];
        entry.read = fields != nullptr;
        for (const std::string_view path : paths[at]) {
            if (const std::string *text = fields ? filter::packetText(*fields, path) : nullptr)
                entry.texts.push_back(*text);
        }
    });
}

} // namespace tocsin::archive
