// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of rows beside their packets, in a real archive: written in place, kept when rows are decoded anew, matched
// again when a list changes.
#include "core/watch/watchrows.h"

#include "core/watch/coincidencerows.h"
#include "core/archive/columnfiles.h"
#include "core/filter/filter.h"
#include "support/archivefixture.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tests;
using archive::Annotation;
using watch::WatchIndex;

namespace {

WatchIndex indexOf(std::vector<watch::WatchSource> sources)
{
    return WatchIndex({{u"mine"_s, {.sources = std::move(sources)}}});
}

} // namespace

class TestWatchRows final : public QObject, private ArchiveFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        open();
        DecodedBatch batch = batchOf(lane(), 0, 300);
        for (size_t i = 0; i < batch.packets.size(); ++i) {
            Alert &alert = *batch.packets[i].alerts.front();
            alert.timestamp = UtcTime::fromMs(1'790'000'000'000 + static_cast<int64_t>(i) * 1000);
            alert.messenger = i % 2 == 0 ? "x-ray" : "gamma";
            if (i % 3 != 2) {
                alert.ra = static_cast<double>(i);
                alert.dec = static_cast<double>(i) / 10;
            }
        }
        m_archive->append(std::move(batch));
        QTRY_COMPARE(m_listener.rows.load(), 300);
    }
    void cleanup() { m_archive.reset(); }

    void annotationsAreWrittenInPlace()
    {
        auto reader = readerOf();
        const int64_t before = reader->changesAfter(-1).value().last;
        QCOMPARE(annotate({{.row = 7, .watch = "M 31", .watchSep = 0.0005, .coincidence = "GRB", .tags = std::vector<std::string>{"1", "odd \"tag\""}, .note = "look", .ignored = true},
                           {.row = 9, .note = "other"}, {.row = 999, .note = "gone"}}), 2);
        Alert alert = *alertAt(7);
        QCOMPARE(alert.watch, Text("M 31"));
        QCOMPARE(alert.watchSep.value, 0.0005);
        QVERIFY(!alert.watchSep.single);
        QCOMPARE(alert.coincidence, Text("GRB"));
        QCOMPARE(alert.tag, (std::vector<std::string>{"1", "odd \"tag\""}));
        QCOMPARE(alert.note, Text("look"));
        QVERIFY(alert.ignored);
        QCOMPARE(alertAt(9)->note, Text("other"));
        QVERIFY(!alertAt(9)->ignored);
        // Whoever keeps a copy hears of it, and only of rows that changed.
        const auto ranges = reader->changesAfter(before).value().ranges;
        QCOMPARE(ranges.size(), size_t{1});
        QCOMPARE(ranges[0].first, 7);
        QCOMPARE(ranges[0].last, 9);
        QCOMPARE(annotate({{.row = 7, .watch = "M 31", .watchSep = 0.0005, .note = "look", .ignored = true}}), 0);
        // What is not set stays; what is empty goes.
        QCOMPARE(annotate({{.row = 7, .watch = "", .tags = std::vector<std::string>(), .ignored = false}}), 1);
        alert = *alertAt(7);
        QVERIFY(alert.watch.empty() && !alert.watchSep.has() && alert.tag.empty() && !alert.ignored);
        QCOMPARE(alert.note, Text("look"));
        QCOMPARE(alert.coincidence, Text("GRB"));
    }

    void filtersKnowOfThem()
    {
        annotate({{.row = 7, .watch = "M 31", .watchSep = 0.0005, .tags = std::vector<std::string>{"1", "b"}, .note = "look", .ignored = true}, {.row = 8, .tags = std::vector<std::string>{"2"}}});
        for (int round = 0; round < 2; ++round) { // from the index, and when the column files have heard of it
            QCOMPARE(rowsWith("has(watch)"), std::vector<int64_t>{7});
            QCOMPARE(rowsWith("watch_sep < 2 arcsec"), std::vector<int64_t>{7});
            QCOMPARE(rowsWith("tag = \"1\""), std::vector<int64_t>{7});
            QCOMPARE(rowsWith("tag in (\"2\", \"b\")"), (std::vector<int64_t>{7, 8}));
            QCOMPARE(rowsWith("note ~ \"oo\""), std::vector<int64_t>{7});
            QCOMPARE(rowsWith("ignored"), std::vector<int64_t>{7});
            QCOMPARE(rowsWith("not ignored").size(), size_t{299});
            waitForColumns();
        }
    }

    void decodingAnewKeepsThem()
    {
        annotate({{.row = 7, .watch = "M 31", .watchSep = 0.0005, .tags = std::vector<std::string>{"1"}, .note = "look", .ignored = true}});
        auto anew = std::make_shared<Alert>();
        anew->id = "another";
        std::atomic<int> written{-1};
        m_archive->replaceAlerts({{7, {anew}}}, [&](const Result<archive::Replacement> &done) { written = done ? static_cast<int>(done.value().rows) : -2; });
        QTRY_COMPARE(written.load(), 1);
        const Alert alert = *alertAt(7);
        QCOMPARE(alert.id, Text("another"));
        QCOMPARE(alert.watch, Text("M 31"));
        QCOMPARE(alert.tag, std::vector<std::string>{"1"});
        QCOMPARE(alert.note, Text("look"));
        QVERIFY(alert.ignored);
    }

    void rowsAreMatchedAnew()
    {
        for (int round = 0; round < 2; ++round) { // without column files, and with them
            const auto both = indexOf({{"near 30", 30.0001, 3, 0.001}, {"not there", 32, 3.2, 1e-6}, {"wide", 100.5, 10, 1}});
            auto done = watch::matchRows(*m_archive, place(), both, {});
            QVERIFY(done.ok());
            QCOMPARE(done.value().matched, 2); // 101 has no place, 99 and 102 lie outside
            QCOMPARE(done.value().changed, 2);
            QCOMPARE(alertAt(31)->watch, Text("near 30"));
            QVERIFY(std::abs(alertAt(31)->watchSep.value - 0.0001 * std::cos(3 * 0.017453292519943295)) < 1e-12);
            // Again: nothing changes. Without the list: all is taken away.
            QCOMPARE(watch::matchRows(*m_archive, place(), both, {}).value().changed, 0);
            waitForColumns();
            done = watch::matchRows(*m_archive, place(), indexOf({}), {});
            QCOMPARE(done.value().matched, 0);
            QCOMPARE(done.value().changed, 2);
            QVERIFY(alertAt(31)->watch.empty());
            waitForColumns();
        }
        QCOMPARE(watch::matchRows(*m_archive, place(), indexOf({{"a", 1, 0.1, 1}}), [](double) { return false; }).error().kind, ErrorKind::Interrupted);
        QVERIFY(alertAt(2)->watch.empty());
    }

    void storedCoincidences()
    {
        annotate({{.row = 1, .coincidence = std::string()}});
        const watch::Coincidence pair{.name = u"p"_s, .a = u"messenger = \"x-ray\" and id = 0"_s, .b = u"messenger = \"gamma\""_s, .within = std::chrono::milliseconds(1500), .floor = 2};
        const auto done = watch::matchCoincidences(*m_archive, {pair}, {});
        QVERIFY(done.ok());
        QCOMPARE(done.value().matched, 2);
        QCOMPARE(alertAt(1)->coincidence, Text("Object 1"));
        QCOMPARE(alertAt(2)->coincidence, Text("Object 0"));
        // What it would say, without saying it.
        watch::Coincidence wide = pair;
        wide.a = u"messenger = \"x-ray\""_s;
        const watch::CoincidencePreview preview = watch::previewCoincidences(*m_archive, {wide}, {}, {}).value();
        QCOMPARE(preview.candidates, int64_t{300});
        QCOMPARE(preview.pairs, int64_t{100});
        QCOMPARE(preview.withoutCircle, int64_t{150});
        QCOMPARE(preview.last.size(), size_t{10});
        QVERIFY(preview.last[0].later->row > preview.last[1].later->row && preview.last[0].later->row > preview.last[0].earlier->row);
        QVERIFY(alertAt(3)->coincidence.empty());
        QCOMPARE(watch::previewCoincidences(*m_archive, {wide}, UtcTime::fromUs(UtcTime::now().us + 60'000'000), {}).value().candidates, int64_t{0});
        QCOMPARE(watch::previewCoincidences(*m_archive, {wide}, {}, [](double) { return false; }).error().kind, ErrorKind::Interrupted);
        wide.enabled = false;
        QCOMPARE(watch::previewCoincidences(*m_archive, {wide}, {}, {}).value().candidates, int64_t{0});
    }

private:
    int annotate(std::vector<Annotation> annotations)
    {
        const Result<int64_t> rows = watch::annotateAndWait(*m_archive, std::move(annotations), {});
        return rows ? static_cast<int>(rows.value()) : -1;
    }
    std::shared_ptr<const Alert> alertAt(int64_t row) { return readerOf()->alerts(std::vector<int64_t>{row}).value().front(); }
    std::vector<int64_t> rowsWith(const char *condition)
    {
        auto compiled = filter::Filter::compile(condition, filter::FieldCatalogue());
        if (const auto *problem = std::get_if<filter::Problem>(&compiled)) {
            qWarning().noquote() << condition << problem->message;
            return {-1};
        }
        std::vector<int64_t> all;
        (void)readerOf()->findRows(&std::get<filter::Filter>(compiled), UtcTime::now(), false, [&all](const std::vector<int64_t> &rows, double) {
            all.insert(all.end(), rows.begin(), rows.end());
            return true;
        });
        std::ranges::sort(all);
        return all;
    }
    void waitForColumns()
    {
        auto reader = readerOf();
        const int64_t last = reader->changesAfter(-1).value().last;
        QTRY_VERIFY_WITH_TIMEOUT(reader->changesAfter(last).value().settled >= last, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT([this] {
            archive::ColumnReader columns;
            return columns.open(place()) && columns.complete() >= 300;
        }(), 20'000);
    }
};

QTEST_GUILESS_MAIN(TestWatchRows)
#include "tst_watchrows.moc"
