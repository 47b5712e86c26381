// SPDX-License-Identifier: GPL-3.0-or-later
// Filters and exports over an archive, each against a yardstick of the same run, at growing sizes:
//   a full pass         findRows() against the same condition in the sqlite3 shell
//   sorting, folding    sortRows(), foldRows(), revisions() against ORDER BY, GROUP BY and WHERE in the shell
//   a pass over packets `fields.…` against decoding the same packets alone
//   word()              over circulars, by the word index and without it, against FTS5 asked in the shell
//   CSV                 the export against `sqlite3 -csv`
// TOCSIN_BENCH_ROWS=10000000 adds that size; three million rows take about 2 GB of the temporary folder.
#include "bench/benchalerts.h"

#include "core/archive/archive.h"
#include "core/archive/columnfiles.h"
#include "core/archive/skyindex.h"
#include "core/archive/wordindex.h"
#include "core/decoders/decoder.h"
#include "core/domain/alertfields.h"
#include "core/export/export.h"
#include "core/filter/filter.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <cmath>
#include <cstdio>
#include <random>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::archive;

namespace {

// Reports of observers: a hundred and fifty words each, one in a hundred with the one that is looked for.
DecodedBatch circulars(int64_t first, int count, std::mt19937_64 &random)
{
    static const auto lane = std::make_shared<Lane>(Lane{"kafka:bench", "gcn.circulars", 0, 0});
    static const auto stream = std::make_shared<StreamRef>(StreamRef{"u-2", "gcn", "public", false});
    DecodedBatch batch;
    auto memory = std::make_shared<std::vector<std::string>>();
    memory->reserve(static_cast<size_t>(count));
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(first + i);
        std::string text = "{\"circularId\":" + number + ",\"eventId\":\"GRB " + number + "\",\"subject\":\"GRB " + number + ": observations\",\"body\":\"";
        for (int word = 0; word < 150; ++word)
            text += "word" + std::to_string(random() % (1 + random() % 20'000)) + (word % 12 == 11 ? ".\\n" : " ");
        text += (first + i) % 100 == 7 ? "a kilonova candidate\"}" : "\"}";
        memory->push_back(std::move(text));
        DecodedPacket decoded;
        decoded.packet.lane = lane;
        decoded.packet.stream = stream;
        decoded.packet.position = first + i;
        decoded.packet.value = memory->back();
        decoded.packet.received = UtcTime::fromUs(1'790'000'000'000'000 + first + i);
        decoded.alerts = decoders::decode({.value = memory->back()}).alerts;
        decoded.alerts.front()->stream = stream->name;
        decoded.alerts.front()->topic = lane->topic;
        decoded.alerts.front()->offset = first + i;
        batch.bytes += decoded.packet.value.size();
        batch.packets.push_back(std::move(decoded));
    }
    batch.keepAlive = memory;
    return batch;
}

double seconds(const std::function<void()> &work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return static_cast<double>(clock.nsecsElapsed()) * 1e-9;
}

// The best of three: what disturbs a measurement only makes it longer.
double best(const std::function<void()> &work)
{
    double least = seconds(work);
    for (int i = 0; i < 2; ++i)
        least = std::min(least, seconds(work));
    return least;
}

filter::Filter compiled(const char *text)
{
    auto result = filter::Filter::compile(text, filter::FieldCatalogue());
    if (const auto *problem = std::get_if<filter::Problem>(&result))
        qFatal("%s: %s", text, qPrintable(problem->message));
    return std::get<filter::Filter>(result);
}

void shell(const QString &index, const QStringList &options, const QString &sql)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(u"sqlite3"_s, options + QStringList{index, sql});
    if (!process.waitForFinished(600'000) || process.exitCode() != 0)
        std::fprintf(stderr, "sqlite3 failed\n");
}

long residentMb()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLong() * 4 / 1024 : 0;
}

void line(const char *what, double ours, double yardstick, size_t found)
{
    std::printf("  %-52s %8.1f ms %8.1f ms %7.2fx %9zu\n", what, ours * 1e3, yardstick * 1e3, yardstick / ours, found);
    std::fflush(stdout);
}

void measureWords(int64_t rows)
{
    QTemporaryDir folder;
    const QString place = folder.path() + u"/archive"_s;
    std::unique_ptr<Archive> archive = std::move(openSqliteArchive({.place = place, .quotaBytes = int64_t{1} << 40})).value();
    bench::fill(*archive, rows, circulars, 2);
    const filter::Phrase phrase("kilonova");
    const double behind = seconds([&] {
        for (std::optional<WordRows> words; !words || words->state.complete < rows; words = findWords(place, phrase))
            QThread::msleep(5);
    });
    std::printf("  %lld circulars, words complete %.2f s after them, %.1f MB\n", static_cast<long long>(rows), behind,
                static_cast<double>(QFile(wordIndexPath(place)).size()) / 1e6);
    const std::unique_ptr<Reader> reader = std::move(archive->reader()).value();
    const filter::Filter filter = compiled("word(\"kilonova\")");
    size_t found = 0;
    const auto ask = [&] {
        found = 0;
        (void)reader->findRows(&filter, UtcTime::now(), true, [&found](const std::vector<int64_t> &piece, double) {
            found += piece.size();
            return true;
        });
    };
    const double ours = best(ask);
    line("word(\"kilonova\") (FTS5 alone beside it)", ours, best([&] { shell(wordIndexPath(place), {}, u"SELECT count(*) FROM words WHERE words MATCH 'kilonova'"_s); }), found);
    archive->close();
    for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(wordIndexPath(place) + end);
    const double without = best(ask);
    line("the same without the index", without, ours, found);
}

void measure(int64_t rows)
{
    QTemporaryDir folder;
    const QString place = folder.path() + u"/archive"_s;
    std::unique_ptr<Archive> archive = std::move(openSqliteArchive({.place = place, .quotaBytes = int64_t{1} << 40})).value();
    const double filled = seconds([&] { bench::fill(*archive, rows, bench::detections); });
    const double behind = seconds([&] { bench::waitForColumns(place, rows); });
    while (rows > 2 * kSkyChunk && !findInCone(place, filter::Cone::of(0, 0, 0.01), 0, static_cast<size_t>(rows)))
        QThread::msleep(5);
    const std::unique_ptr<Reader> reader = std::move(archive->reader()).value();
    const QString index = place + u"/index.sqlite"_s;
    std::printf("\n%lld rows: stored at %.0f rows/s, columns complete %.2f s later\n", static_cast<long long>(rows), static_cast<double>(rows) / filled, behind);
    std::printf("  %-52s %10s %10s %8s %9s\n", "", "ours", "yardstick", "ratio", "rows");
    const auto pass = [&](const char *text, const QString &sql) {
        const filter::Filter filter = compiled(text);
        size_t found = 0;
        const double ours = best([&] {
            found = 0;
            (void)reader->findRows(&filter, UtcTime::now(), true, [&found](const std::vector<int64_t> &piece, double) {
                found += piece.size();
                return true;
            });
        });
        line(text, ours, best([&] { shell(index, {}, u"SELECT count(*) FROM alerts WHERE "_s + sql); }), found);
    };
    pass("mag < 19 and score > 0.5", u"mag < 19 AND score > 0.5"_s);
    pass("band = \"ztf-g\" and mag < 16", u"band = 'ztf-g' AND mag < 16"_s);
    pass("name = \"ZTF2642\"", u"name = 'ZTF2642'"_s);
    pass("cone(12h30m49s, +12d23m28s, 1deg)", u"dec BETWEEN 11.39 AND 13.39 AND ra BETWEEN 186.68 AND 188.73"_s);

    const filter::Filter first = compiled("mag < 19 and score > 0.5");
    const double firstRows = best([&] {
        (void)reader->findRows(&first, UtcTime::now(), true, [](const std::vector<int64_t> &piece, double) { return piece.empty(); });
    });
    const double all = best([&] { (void)reader->rowNumbers({}, {}); });
    line("first rows of a filter; list of all rows", firstRows, all, 0);

    const auto sorted = [&](const char *key, const char *column) {
        const SortKey sortKey{.field = findAlertField(key), .packetPath = {}, .descending = true};
        const std::vector<int64_t> list = reader->rowNumbers({}, {}).value();
        std::vector<int64_t> order;
        const double ours = best([&] {
            order = list;
            (void)reader->sortRows(order, sortKey, [](double) { return true; });
        });
        const double theirs = rows > 1'000'000 ? 0 : seconds([&] { shell(index, {}, u"SELECT row FROM alerts ORDER BY %1 DESC, row"_s.arg(QLatin1StringView(column))); });
        line((std::string("list sorted by ") + key).c_str(), ours, theirs, order.size());
    };
    sorted("mag", "mag");
    sorted("timestamp", "\"timestamp\"");
    sorted("band", "band COLLATE NOCASE");
    sorted("name", "name COLLATE NOCASE");
    {
        std::vector<int64_t> few;
        for (int64_t i = 0; i < 500; ++i)
            few.push_back(1 + i * rows / 500);
        const SortKey byMag{.field = findAlertField("mag"), .packetPath = {}, .descending = false};
        std::vector<int64_t> order;
        const double scattered = best([&] {
            order = few;
            (void)reader->sortRows(order, byMag, [](double) { return true; });
        });
        line("500 scattered rows sorted by mag", scattered, 0, order.size());
        const std::vector<int64_t> list = reader->rowNumbers({}, {}).value();
        line("folded by event", best([&] { (void)reader->foldRows(list, [](double) { return true; }); }),
             rows > 1'000'000 ? 0 : seconds([&] { shell(index, {}, u"SELECT max(row), count(*) FROM alerts GROUP BY \"event\""_s); }), list.size());
        size_t found = 0;
        const double revisions = best([&] { found = reader->revisions(rows / 2).value().size(); });
        line("revisions of a row", revisions, best([&] { shell(index, {}, u"SELECT row FROM alerts WHERE \"event\" = 'ZTF2642'"_s); }), found);
    }

    if (rows <= 100'000) {
        const filter::Filter deep = compiled("fields.drb > 0.5");
        size_t found = 0;
        const double ours = best([&] {
            found = 0;
            (void)reader->findRows(&deep, UtcTime::now(), false, [&found](const std::vector<int64_t> &piece, double) {
                found += piece.size();
                return true;
            });
        });
        std::vector<StoredPacket> packets;
        for (int64_t row = 1; row <= rows; ++row)
            packets.push_back(std::move(reader->packet(row)).value());
        line("fields.drb > 0.5 (decoding alone beside it)", ours, best([&] {
                 for (const StoredPacket &packet : packets)
                     (void)decoders::decode({.value = packet.value, .topic = packet.topic}, {.fields = true});
             }),
             found);
    }
    const exporting::ExportJob job{.file = folder.path() + u"/all.csv"_s};
    line("CSV of all rows", seconds([&] { (void)exporting::runExport(*reader, job, {}); }),
         seconds([&] { shell(index, {u"-csv"_s}, u"SELECT * FROM alerts"_s); }), static_cast<size_t>(rows));
    measureWords(std::min<int64_t>(rows, 100'000));
    std::printf("  resident: %ld MB\n", residentMb());
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    for (const int64_t rows : {10'000, 100'000, 1'000'000})
        measure(rows);
    if (const int64_t more = qEnvironmentVariable("TOCSIN_BENCH_ROWS").toLongLong(); more > 0)
        measure(more);
    return 0;
}
