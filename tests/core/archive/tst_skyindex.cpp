// SPDX-License-Identifier: GPL-3.0-or-later
// Circles on the sky hold the same rows with the sky index and without it.
#include "core/archive/archive.h"
#include "core/archive/columnfiles.h"
#include "core/archive/skyindex.h"
#include "core/archive/sqliteschema.h"
#include "core/filter/filter.h"

#include <QDir>
#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::archive;

namespace {

constexpr int64_t kRows = 3 * kSkyChunk + 5'000; // three chunks and a piece

} // namespace

class TestSkyIndex final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_index = std::move(openIndex(place(), true)).value();
        std::mt19937_64 random(8);
        std::uniform_real_distribution<double> unit(0, 1);
        m_alerts.resize(kRows);
        for (size_t i = 0; i < m_alerts.size(); ++i) {
            Alert &alert = m_alerts[i];
            alert.row = static_cast<int64_t>(i) + 1;
            alert.mag = 15 + 6 * unit(random);
            switch (random() % 8) {
            case 0: // around the poles
                alert.ra = 360 * unit(random);
                alert.dec = (random() % 2 == 0 ? 1 : -1) * (90 - unit(random));
                break;
            case 1: // around the beginning of right ascension, in steps, so that edges are met
                alert.ra = static_cast<double>(random() % 5) * 0.25 + (random() % 2 == 0 ? 0.0 : 359);
                alert.dec = static_cast<double>(random() % 9) * 0.25 - 1;
                break;
            case 2: // none, or half of one
                alert.dec = random() % 2 == 0 ? 10.0 : std::nan("");
                break;
            default:
                alert.ra = 360 * unit(random);
                alert.dec = std::asin(2 * unit(random) - 1) * 57.29577951308232;
            }
        }
        ColumnWriter writer;
        QVERIFY(writer.open(place()).ok());
        QVERIFY(writer.append(entries(1, kRows), kRows).ok());
        fill(0);
        m_archive = std::move(openSqliteArchive({.place = place(), .readOnly = true})).value();
        m_reader = std::move(m_archive->reader()).value();
    }
    void cleanupTestCase()
    {
        m_reader.reset();
        m_archive.reset();
        closeIndex(m_index.db);
    }
    void circlesHoldTheirRows_data();
    void circlesHoldTheirRows();
    void anotherConditionBesideIt();
    void changedRowsAreSeen();
    void withoutItTheAnswerIsTheSame();

private:
    [[nodiscard]] QString place() const { return m_folder.path() + u"/archive"_s; }
    [[nodiscard]] std::vector<ColumnWriter::Entry> entries(int64_t first, int64_t last) const
    {
        std::vector<ColumnWriter::Entry> list;
        for (int64_t row = first; row <= last; ++row) {
            if (row % 11 != 0) // these are not there
                list.push_back({row, 1, &m_alerts[static_cast<size_t>(row - 1)]});
        }
        return list;
    }
    void fill(int64_t change)
    {
        SkyIndexer indexer(place());
        int steps = 0;
        for (Result<bool> more = true; more.ok() && more.value(); ++steps)
            more = indexer.step(m_index.db, kRows, change);
        QVERIFY(steps < 10);
    }
    [[nodiscard]] std::vector<int64_t> expected(const filter::Cone &cone, double faintest = 99) const
    {
        std::vector<int64_t> rows;
        for (const Alert &alert : m_alerts) {
            if (alert.row % 11 != 0 && alert.hasPosition() && cone.contains(alert.ra.value, alert.dec.value) && alert.mag.value < faintest)
                rows.push_back(alert.row);
        }
        return rows;
    }
    [[nodiscard]] std::vector<int64_t> found(const std::string &text) const
    {
        const auto filter = filter::Filter::compile(text, filter::FieldCatalogue());
        std::vector<int64_t> rows;
        const Outcome done = m_reader->findRows(&std::get<filter::Filter>(filter), UtcTime::now(), false, [&rows](const std::vector<int64_t> &piece, double) {
            rows.insert(rows.end(), piece.begin(), piece.end());
            return true;
        });
        if (!done.ok())
            qFatal("%s", qPrintable(done.error().message));
        return rows;
    }

    QTemporaryDir m_folder;
    OpenedIndex m_index;
    std::vector<Alert> m_alerts;
    std::unique_ptr<Archive> m_archive;
    std::unique_ptr<Reader> m_reader;
};

void TestSkyIndex::circlesHoldTheirRows_data()
{
    QTest::addColumn<double>("ra");
    QTest::addColumn<double>("dec");
    QTest::addColumn<double>("radius");
    QTest::newRow("small") << 187.7 << 12.4 << 1.0;
    QTest::newRow("tiny") << 187.7 << 12.4 << 0.001;
    QTest::newRow("over RA 0") << 0.0 << 0.0 << 0.5;
    QTest::newRow("over RA 0 from below") << 359.5 << 0.25 << 0.75;
    QTest::newRow("north pole") << 30.0 << 90.0 << 0.3;
    QTest::newRow("beside the south pole") << 200.0 << -89.9 << 0.4;
    QTest::newRow("edge in steps") << 0.25 << 0.0 << 0.25;
    QTest::newRow("wide") << 100.0 << -20.0 << 50.0;
    QTest::newRow("half of the sky") << 100.0 << -20.0 << 90.0;
    QTest::newRow("all of it") << 10.0 << 10.0 << 180.0;
}

void TestSkyIndex::circlesHoldTheirRows()
{
    QFETCH(double, ra);
    QFETCH(double, dec);
    QFETCH(double, radius);
    const filter::Cone cone = filter::Cone::of(ra, dec, radius);
    const std::vector<int64_t> wanted = expected(cone);
    const std::optional<SkyRows> rows = findInCone(place(), cone, 0, kRows);
    QVERIFY(rows.has_value());
    QCOMPARE(rows->complete, 3 * kSkyChunk - 1);
    const auto end = std::ranges::upper_bound(wanted, rows->complete);
    QVERIFY(std::ranges::equal(rows->rows, std::span(wanted.begin(), end)));
    QVERIFY(!wanted.empty() || radius < 0.01);
    QVERIFY(wanted.empty() || !findInCone(place(), cone, 0, 0));
    const auto text = [](double value) { return QString::number(value, 'g', 17).toStdString() + "deg"; };
    QVERIFY(found("cone(" + text(ra) + ", " + text(dec) + ", " + text(radius) + ")") == wanted);
}

void TestSkyIndex::anotherConditionBesideIt()
{
    const std::vector<int64_t> wanted = expected(filter::Cone::of(187.7, 12.4, 3), 18);
    QVERIFY(wanted.size() > 5);
    QVERIFY(found("mag < 18 and cone(187.7deg, 12.4deg, 3deg)") == wanted);
    QVERIFY(found("mag < 18 and (cone(187.7deg, 12.4deg, 3deg) and cone(187.7deg, 12.4deg, 90deg))") == wanted);
    // Where the circle decides nothing alone.
    QVERIFY(found("cone(187.7deg, 12.4deg, 3deg) or mag < 99").size() == entries(1, kRows).size());
}

void TestSkyIndex::changedRowsAreSeen()
{
    const filter::Cone cone = filter::Cone::of(60, 60, 0.01);
    const std::vector<int64_t> before = expected(cone);
    for (const int64_t row : {5, 70'000, 70'001})
        m_alerts[static_cast<size_t>(row - 1)].ra = m_alerts[static_cast<size_t>(row - 1)].dec = 60.0;
    ColumnWriter writer;
    QVERIFY(writer.open(place()).ok());
    for (const auto &[first, last] : {std::pair<int64_t, int64_t>{5, 5}, {70'000, 70'001}}) {
        QVERIFY(writer.replace(entries(first, last), first, last).ok());
        QSqlQuery query(m_index.db);
        QVERIFY(query.exec(u"INSERT INTO changes (first_row, last_row) VALUES (%1, %2)"_s.arg(first).arg(last)));
    }
    QVERIFY(writer.noteChange(2).ok());
    QVERIFY(!findInCone(place(), cone, 2, kRows)); // has not heard of it: not believed
    QCOMPARE(found("cone(60deg, 60deg, 0.01deg)").size(), before.size() + 3);
    fill(2);
    QCOMPARE(findInCone(place(), cone, 2, kRows)->rows.size(), before.size() + 3);
    QVERIFY(found("cone(60deg, 60deg, 0.01deg)") == expected(cone));
}

void TestSkyIndex::withoutItTheAnswerIsTheSame()
{
    const std::vector<int64_t> with = found("cone(0deg, 0deg, 0.5deg)");
    QFile damaged(skyFolder(place()) + u"/1"_s);
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.close();
    QVERIFY(found("cone(0deg, 0deg, 0.5deg)") == with);
    QVERIFY(QDir(skyFolder(place())).removeRecursively());
    QVERIFY(found("cone(0deg, 0deg, 0.5deg)") == with);
}

QTEST_GUILESS_MAIN(TestSkyIndex)
#include "tst_skyindex.moc"
