// SPDX-License-Identifier: GPL-3.0-or-later
// Rows sorted and folded over the column files come out as they do when every alert is read.
#include "core/archive/archive.h"
#include "core/archive/columnfiles.h"
#include "core/archive/keyedsort.h"
#include "core/archive/packetscan.h"
#include "core/archive/rowsorter.h"
#include "core/archive/sqliteschema.h"
#include "core/domain/alertfields.h"

#include "sloworder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstddef>
#include <numeric>
#include <random>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::archive;

namespace {

constexpr int kMessages = 600;
constexpr int64_t kComplete = 560; // rows behind it are in the index alone

// Few values, so that many are equal; with and without case, beyond ASCII and beyond the basic plane.
const std::vector<std::string> kTexts{"", "ztf-g", "ZTF-G", "ztf-r", "ztf", "Ärger", "ärger", "ß", "\xef\xbf\xbd\xee\x80\x80", "\xf0\x9f\x94\xad scope", "\xf0\x9f\x94\xad",
                                      "a long text with the same beginning 1", "a long text with the same beginning 2", "A long text with the SAME beginning 10"};
const std::vector<double> kNumbers{0, -0.0, 1, -1, 1e300, -1e300, 18.5, 18.25, 5e-324, std::numeric_limits<double>::infinity()};

struct Filler {
    Alert &alert;
    std::mt19937_64 &random;

    [[nodiscard]] size_t below(size_t n) const { return static_cast<size_t>(random() % n); }
    [[nodiscard]] const std::string &text() const { return kTexts[below(kTexts.size())]; }
    void operator()(Text Alert::*member) const { alert.*member = below(20) == 0 ? text() + std::to_string(below(1000)) : text(); }
    void operator()(Number Alert::*member) const
    {
        if (below(4) > 0)
            alert.*member = below(3) == 0 ? kNumbers[below(kNumbers.size())] : static_cast<double>(random()) / 1e15 - 9000;
    }
    void operator()(bool Alert::*member) const { alert.*member = below(2) == 0; }
    void operator()(std::optional<bool> Alert::*member) const
    {
        if (below(3) > 0)
            alert.*member = below(2) == 0;
    }
    void operator()(UtcTime Alert::*member) const
    {
        if (below(3) > 0)
            alert.*member = UtcTime::fromUs(static_cast<int64_t>(random() % 4'000'000'000'000'000) - 1'000'000'000'000'000);
    }
    void operator()(std::vector<std::string> Alert::*member) const
    {
        for (size_t n = below(3); n > 0; --n)
            (alert.*member).push_back(text());
    }
    void operator()(int64_t Alert::*) const {} // the pipeline's
    void operator()(std::optional<int64_t> Alert::*) const {}
    void operator()(AlertField::Derived) const {}
};

std::string packetOf(std::mt19937_64 &random)
{
    static const char *const kValues[] = {"1", "-2.5", "\"ztf\"", "\"ZTF\"", "true", "null", "{\"y\":1}", "[null,[\"b\"],3]", "\"\"", "18446744073709551615"};
    std::string text = "{\"id\":7";
    if (random() % 4 > 0)
        text += std::string(",\"x\":") + kValues[random() % std::size(kValues)];
    return text + "}";
}

DecodedBatch messages(int64_t first, int count, std::mt19937_64 &random)
{
    DecodedBatch batch;
    auto memory = std::make_shared<std::vector<std::string>>();
    memory->reserve(static_cast<size_t>(count));
    for (int i = 0; i < count; ++i) {
        DecodedPacket decoded;
        const std::string name = "Stream " + std::to_string(random() % 3);
        decoded.packet.stream = std::make_shared<StreamRef>(StreamRef{"uuid-" + name, name, "public", false});
        decoded.packet.lane = std::make_shared<Lane>(Lane{"kafka:abc", random() % 2 == 0 ? "Night" : "day", static_cast<int32_t>(random() % 3), 0});
        decoded.packet.position = first + i;
        decoded.packet.received = UtcTime::fromUs(1'772'323'200'000'000 + first + i);
        const int64_t records = 1 + static_cast<int64_t>(random() % 6 == 0 ? random() % 3 : 0);
        std::string value(records > 1 ? "[" : "");
        for (int64_t record = 0; record < records; ++record)
            value.append(record > 0 ? "," : "").append(packetOf(random));
        memory->push_back(value.append(records > 1 ? "]" : ""));
        decoded.packet.value = memory->back();
        for (int64_t record = 0; record < records; ++record) {
            auto alert = std::make_shared<Alert>();
            for (const AlertField &field : alertFields())
                std::visit(Filler{*alert, random}, field.member);
            alert->stream = decoded.packet.stream->name;
            alert->topic = decoded.packet.lane->topic;
            alert->partition = decoded.packet.lane->partition;
            alert->offset = decoded.packet.position;
            alert->record = record;
            decoded.alerts.push_back(std::move(alert));
        }
        batch.packets.push_back(std::move(decoded));
    }
    batch.keepAlive = memory;
    return batch;
}

const GoOn kOn = [](double) { return true; };

} // namespace

class TestRowOrder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        std::mt19937_64 random(11);
        std::unique_ptr<Archive> archive = std::move(openSqliteArchive({.place = place()})).value();
        for (int64_t first = 0; first < kMessages; first += 200)
            archive->append(messages(first, 200, random));
        QTRY_VERIFY_WITH_TIMEOUT(archive->queuedBytes() == 0, 20'000);
        archive->close();
        archive.reset();
        archive = std::move(openSqliteArchive({.place = place()})).value(); // its thread reads what is missing
        m_last = std::move(archive->reader()).value()->lastRow().value();
        QVERIFY(m_last > kComplete + 100);
        QTRY_VERIFY_WITH_TIMEOUT(([&] {
                                     ColumnReader reader;
                                     return reader.open(place()) && reader.complete() == m_last;
                                 }()),
                                 20'000);
        archive->close();
        archive.reset();
        // From here on the files end earlier, and some texts found no room in a dictionary.
        overwrite(u"state"_s, offsetof(ColumnState, complete), kComplete);
        for (const int64_t row : {3, 50, 51, 500})
            overwrite(u"band.col"_s, row * 4, kCodeElsewhere);
        m_archive = std::move(openSqliteArchive({.place = place(), .readOnly = true})).value();
        m_reader = std::move(m_archive->reader()).value();
        ColumnReader reader;
        QVERIFY(reader.open(place()));
        QCOMPARE(reader.complete(), kComplete);
    }
    void everyKeySortsAsTheAlertsDo_data()
    {
        QTest::addColumn<QString>("key");
        for (const AlertField &field : alertFields())
            QTest::newRow(field.key) << QString::fromLatin1(field.key);
        for (const char *path : {"fields.x", "fields.x.y", "fields.nowhere", "fields.x[1]"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }
    void everyKeySortsAsTheAlertsDo();
    void textsThatDoNotFitAreSortedInParts();
    void sortingCanBeEnded();
    void foldedAsTheAlertsAre();
    void revisionsAreTheRowsOfAnEvent();
    void keysOfManyRowsComeInOrder();

private:
    [[nodiscard]] QString place() const { return m_folder.path() + u"/archive"_s; }
    template <typename T>
    void overwrite(const QString &name, int64_t at, T value) const
    {
        QFile file(columnFolder(place()) + u'/' + name);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(at) && file.write(reinterpret_cast<const char *>(&value), sizeof value) == sizeof value);
    }
    // Dense ones, every row, and a few far apart; with numbers that no row has.
    [[nodiscard]] std::vector<std::vector<int64_t>> lists() const
    {
        std::vector<int64_t> all(static_cast<size_t>(m_last) + 2);
        std::iota(all.begin(), all.end(), 1);
        std::vector<int64_t> some;
        std::vector<int64_t> few{2, 400, kComplete, kComplete + 1, m_last};
        std::mt19937_64 random(3);
        for (const int64_t row : all) {
            if (random() % 3 == 0)
                some.push_back(row);
        }
        std::ranges::shuffle(some, random); // as a sorted table has them
        return {all, some, few, {}};
    }
    [[nodiscard]] static SortKey keyOf(const QString &name)
    {
        SortKey key;
        if (!name.startsWith(u"fields."_s)) {
            key.field = findAlertField(name.toStdString());
            return key;
        }
        key.packetPath.push_back({.name = name.startsWith(u"fields.x"_s) ? "x" : "nowhere"});
        if (name.endsWith(u".y"_s))
            key.packetPath.push_back({.name = "y"});
        if (name.endsWith(u"[1]"_s))
            key.packetPath.push_back({.name = {}, .index = 1});
        return key;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Archive> m_archive;
    std::unique_ptr<Reader> m_reader;
    int64_t m_last = 0;
};

void TestRowOrder::everyKeySortsAsTheAlertsDo()
{
    QFETCH(QString, key);
    for (const bool descending : {false, true}) {
        SortKey sortKey = keyOf(key);
        sortKey.descending = descending;
        for (const std::vector<int64_t> &list : lists()) {
            std::vector<int64_t> fast = list;
            std::vector<int64_t> slowly = list;
            QVERIFY(m_reader->sortRows(fast, sortKey, kOn).ok());
            QVERIFY(slow::sortByAlerts(*m_reader, slowly, sortKey, kOn).ok());
            QCOMPARE(fast.size(), slowly.size());
            for (size_t i = 0; i < fast.size(); ++i)
                QVERIFY2(fast[i] == slowly[i], qPrintable(u"%1 %2 of %3 rows, place %4"_s.arg(key, descending ? u"down"_s : u"up"_s).arg(list.size()).arg(i)));
        }
    }
}

void TestRowOrder::textsThatDoNotFitAreSortedInParts()
{
    ColumnReader columns;
    QVERIFY(columns.open(place()));
    const std::unordered_map<uint32_t, std::string> streams;
    OpenedIndex index = std::move(openIndex(place(), false)).value();
    decoders::FieldPick everything;
    everything.add({});
    for (const char *name : {"subject", "problems", "fields.x"}) {
        for (const bool descending : {false, true}) {
            SortKey key = keyOf(QString::fromLatin1(name));
            key.descending = descending;
            std::vector<int64_t> fast = lists().front();
            std::vector<int64_t> slowly = fast;
            PacketScan packets(place(), index.db, m_reader.get(), everything);
            QVERIFY(RowSorter(columns, *m_reader, packets, streams, key, kOn, {.textMemory = 4'096, .sample = 64}).sort(fast).ok());
            QVERIFY(slow::sortByAlerts(*m_reader, slowly, key, kOn).ok());
            QVERIFY2(fast == slowly, name);
        }
    }
    closeIndex(index.db);
}

void TestRowOrder::sortingCanBeEnded()
{
    for (const char *name : {"mag", "band", "subject", "fields.x"}) {
        std::vector<int64_t> rows = lists().front();
        int calls = 0;
        const Outcome done = m_reader->sortRows(rows, keyOf(QString::fromLatin1(name)), [&calls](double) { return ++calls < 2; });
        QVERIFY(!done.ok());
        QCOMPARE(done.error().kind, ErrorKind::Interrupted);
        QCOMPARE(calls, 2);
    }
    QCOMPARE(m_reader->foldRows(lists().front(), [](double) { return false; }).error().kind, ErrorKind::Interrupted);
}

void TestRowOrder::foldedAsTheAlertsAre()
{
    for (std::vector<int64_t> list : lists()) {
        std::ranges::sort(list);
        const Folded fast = m_reader->foldRows(list, kOn).value();
        const Folded slowly = slow::foldByAlerts(*m_reader, list, kOn).value();
        QVERIFY(fast.heads == slowly.heads);
        QVERIFY(fast.sizes == slowly.sizes);
        QVERIFY(fast.events == slowly.events);
        QVERIFY(fast.eventHeads == slowly.eventHeads);
    }
}

void TestRowOrder::revisionsAreTheRowsOfAnEvent()
{
    std::vector<int64_t> all = lists().front();
    const auto alerts = m_reader->alerts(all).value();
    size_t several = 0;
    for (size_t i = 0; i < alerts.size(); i += 7) {
        std::vector<int64_t> wanted;
        for (const auto &alert : alerts) {
            if (alert == alerts[i] || (!alert->event.empty() && alert->event == alerts[i]->event))
                wanted.push_back(alert->row);
        }
        several += wanted.size() > 1 && wanted.front() <= kComplete && wanted.back() > kComplete ? 1 : 0;
        QVERIFY(m_reader->revisions(alerts[i]->row).value() == wanted);
    }
    QVERIFY(several > 10);
    QVERIFY(m_reader->revisions(m_last + 5).value().empty());
}

void TestRowOrder::keysOfManyRowsComeInOrder()
{
    std::mt19937_64 random(5);
    std::vector<Keyed> entries;
    for (int64_t row = 1; row <= 400'000; ++row)
        entries.push_back({random() % 3 == 0 ? random() % 1'000 : random(), row});
    std::vector<Keyed> wanted = entries;
    std::ranges::stable_sort(wanted, {}, &Keyed::key);
    size_t at = 0;
    QVERIFY(visitByKey(entries, [] { return true; }, [&](const Keyed &entry) {
        if (entry.row != wanted[at++].row)
            qFatal("out of order");
    }));
    QCOMPARE(at, wanted.size());
}

QTEST_GUILESS_MAIN(TestRowOrder)
#include "tst_roworder.moc"
