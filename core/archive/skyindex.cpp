// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/skyindex.h"

#include "core/archive/sqliteschema.h"

#include <QCoreApplication>
#include <QDir>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

constexpr uint64_t kMagic = 0x3130594b53435354; // "TSCSKY01"
constexpr size_t kEvery = 256; // of so many positions one declination stands in front, to find the slice

struct Head {
    uint64_t magic = kMagic;
    uint64_t layout = columnLayout();
    uint64_t boot = 0; // nothing is synced: after a power cut it is made anew
    int64_t number = 0; // of positions in a chunk; in `state`, the last change
};

struct Position {
    double dec = 0;
    double ra = 0;
    int64_t row = 0;
};

QString chunkPath(const QString &archiveFolder, int64_t chunk)
{
    return skyFolder(archiveFolder) + u'/' + QString::number(chunk);
}

ColumnFile openToRead(const QString &path, Head &head)
{
    ColumnFile file(::open(path.toLocal8Bit().constData(), O_RDONLY | O_CLOEXEC));
    const bool good = file.isOpen() && file.read(0, &head, sizeof head) && head.magic == kMagic && head.layout == columnLayout() && head.boot == currentBoot();
    return good ? std::move(file) : ColumnFile();
}

size_t marksOf(int64_t positions)
{
    return (static_cast<size_t>(positions) + kEvery - 1) / kEvery;
}

// Appends the rows of a chunk that lie in the cone; false: it cannot be read.
bool findInChunk(const QString &archiveFolder, int64_t chunk, const filter::Cone &cone, std::vector<int64_t> &rows)
{
    Head head;
    const ColumnFile file = openToRead(chunkPath(archiveFolder, chunk), head);
    if (!file.isOpen() || head.number < 0 || head.number > kSkyChunk)
        return false;
    std::vector<double> marks(marksOf(head.number));
    if (!file.read(sizeof head, marks.data(), marks.size() * sizeof(double)))
        return false;
    const double low = cone.decDeg - cone.radiusDeg - 1e-9;
    const double high = cone.decDeg + cone.radiusDeg + 1e-9;
    // The last mark below the slice, and the first above it.
    auto from = std::ranges::lower_bound(marks, low) - marks.begin();
    from = std::max<std::ptrdiff_t>(0, from - 1);
    const auto to = std::ranges::upper_bound(marks, high) - marks.begin();
    const auto first = static_cast<size_t>(from) * kEvery;
    const size_t last = std::min(static_cast<size_t>(head.number), static_cast<size_t>(to) * kEvery);
    if (first >= last)
        return true;
    std::vector<Position> slice(last - first);
    if (!file.read(static_cast<int64_t>(sizeof head + marks.size() * sizeof(double) + first * sizeof(Position)), slice.data(), slice.size() * sizeof(Position)))
        return false;
    const auto begin = static_cast<std::ptrdiff_t>(rows.size());
    for (const Position &position : slice) {
        if (cone.contains(position.ra, position.dec))
            rows.push_back(position.row);
    }
    std::sort(rows.begin() + begin, rows.end());
    return true;
}

} // namespace

QString skyFolder(const QString &archiveFolder)
{
    return columnFolder(archiveFolder) + u"/sky"_s;
}

Error SkyIndexer::failure() const
{
    return {.kind = ErrorKind::Archive,
            .message = QCoreApplication::translate("archive", "The column files in %1 cannot be written: %2.")
                           .arg(skyFolder(m_folder), QString::fromLocal8Bit(std::strerror(errno))),
            .remedy = QCoreApplication::translate("archive", "Searches are slower without them; nothing else is missing.")};
}

Result<bool> SkyIndexer::step(QSqlDatabase &index, int64_t complete, int64_t change)
{
    if (!m_isOpen) {
        if (!QDir().mkpath(skyFolder(m_folder)))
            return failure();
        Head head;
        m_there.clear();
        if (openToRead(skyFolder(m_folder) + u"/state"_s, head).isOpen()) {
            m_change = m_pending = head.number;
        } else {
            // Chunks of unknown age: none is believed.
            m_change = -1;
            m_pending = change;
            m_there.assign(static_cast<size_t>((complete + 1) / kSkyChunk), false);
        }
        m_isOpen = true;
    }
    if (m_pending < change) {
        if (const Outcome done = readChanges(index, change); !done)
            return done.error();
    }
    const auto chunks = static_cast<size_t>((complete + 1) / kSkyChunk);
    for (size_t chunk = 0; chunk < chunks; ++chunk) {
        if (chunk >= m_there.size()) {
            Head head;
            m_there.push_back(openToRead(chunkPath(m_folder, static_cast<int64_t>(chunk)), head).isOpen());
        }
        if (m_there[chunk])
            continue;
        if (const Outcome done = writeChunk(static_cast<int64_t>(chunk)); !done)
            return done.error();
        m_there[chunk] = true;
        return true;
    }
    if (m_change < m_pending) {
        m_change = m_pending;
        if (const Outcome done = writeState(); !done)
            return done.error();
    }
    return false;
}

Outcome SkyIndexer::readChanges(QSqlDatabase &index, int64_t until)
{
    QSqlQuery query(index);
    query.prepare(u"SELECT first_row, last_row FROM changes WHERE id > ? AND id <= ?"_s);
    query.addBindValue(qlonglong(m_pending));
    query.addBindValue(qlonglong(until));
    if (!query.exec())
        return sqlError(u"changes"_s, query.lastError().text());
    while (query.next()) {
        const auto first = static_cast<size_t>(std::max<int64_t>(0, query.value(0).toLongLong()) / kSkyChunk);
        const auto last = static_cast<size_t>(std::max<int64_t>(0, query.value(1).toLongLong()) / kSkyChunk);
        // Chunks that were not looked at yet may lie there from an earlier run.
        if (m_there.size() <= last)
            m_there.resize(last + 1, false);
        for (size_t chunk = first; chunk <= last; ++chunk)
            m_there[chunk] = false;
    }
    m_pending = until;
    return Done{};
}

Outcome SkyIndexer::writeChunk(int64_t chunk)
{
    static const int ra = columnIndex(findAlertField("ra"));
    static const int dec = columnIndex(findAlertField("dec"));
    ColumnReader columns;
    const int64_t first = chunk * kSkyChunk;
    std::vector<double> ras(kSkyChunk);
    std::vector<double> decs(kSkyChunk);
    if (!columns.open(m_folder) || !columns.numbers(ra, first, kSkyChunk, ras.data()) || !columns.numbers(dec, first, kSkyChunk, decs.data()))
        return columns.unreadable();
    std::vector<Position> positions;
    for (int64_t i = 0; i < kSkyChunk; ++i) {
        const auto at = static_cast<size_t>(i);
        if (!std::isnan(ras[at]) && !std::isnan(decs[at]))
            positions.push_back({decs[at], ras[at], first + i});
    }
    std::ranges::sort(positions, {}, &Position::dec);
    std::vector<double> marks;
    for (size_t i = 0; i < positions.size(); i += kEvery)
        marks.push_back(positions[i].dec);
    Head head{.boot = currentBoot(), .number = static_cast<int64_t>(positions.size())};
    const QByteArray path = chunkPath(m_folder, chunk).toLocal8Bit();
    const QByteArray aside = path + ".new";
    {
        ColumnFile file(::open(aside.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
        const size_t marksSize = marks.size() * sizeof(double);
        if (!file.isOpen() || !file.write(0, &head, sizeof head) || !file.write(sizeof head, marks.data(), marksSize)
            || !file.write(static_cast<int64_t>(sizeof head + marksSize), positions.data(), positions.size() * sizeof(Position)))
            return failure();
    }
    return std::rename(aside.constData(), path.constData()) == 0 ? Outcome(Done{}) : Outcome(failure());
}

Outcome SkyIndexer::writeState()
{
    const Head head{.boot = currentBoot(), .number = m_change};
    ColumnFile file(::open((skyFolder(m_folder) + u"/state"_s).toLocal8Bit().constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
    return file.isOpen() && file.write(0, &head, sizeof head) ? Outcome(Done{}) : Outcome(failure());
}

std::optional<SkyRows> findInCone(const QString &archiveFolder, const filter::Cone &cone, int64_t change, size_t most)
{
    Head state;
    if (!openToRead(skyFolder(archiveFolder) + u"/state"_s, state).isOpen() || state.number < change)
        return std::nullopt;
    SkyRows found;
    for (int64_t chunk = 0; findInChunk(archiveFolder, chunk, cone, found.rows); ++chunk) {
        found.complete = (chunk + 1) * kSkyChunk - 1;
        if (found.rows.size() > most)
            return std::nullopt;
    }
    if (found.complete == 0)
        return std::nullopt;
    return found;
}

} // namespace tocsin::archive
