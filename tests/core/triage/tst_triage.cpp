// SPDX-License-Identifier: GPL-3.0-or-later
// Tags, notes, ignored objects and names, in a real archive and a real journal; and the shift log made of them.
#include "core/triage/triage.h"

#include "core/filter/filter.h"
#include "core/journal/journalfile.h"
#include "core/triage/names.h"
#include "core/triage/shiftlog.h"
#include "support/archivefixture.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tests;
using journal::Journal;
using triage::Deed;
using triage::Triage;
using Rows = std::vector<int64_t>;

namespace {

struct Row {
    const char *name;
    const char *event;
    double ra;
    double dec;
    const char *subject = "";
};

// One object in three streams, by three names; an event in two revisions and a circular about it; others.
const Row kRows[] = {
    {"ZTF26abcdefg", "ZTF26abcdefg", 10, 20}, // 1
    {"AT2026xyz", "AT2026xyz", 10.0002, 20}, // 2: 0.7 arcsec away
    {"169298433191444518", "169298433191444518", 10.0003, 20.0002}, // 3: 1.25 arcsec away
    {"ZTF26other", "ZTF26other", 10.001, 20}, // 4: 3.4 arcsec away
    {"S260914ab", "S260914ab", 50, -20}, // 5
    {"S260914ab", "S260914ab", 51, -21}, // 6
    {"", "gcn-circular 4", 200, 5, "S260914ab: preliminary"}, // 7
    {"SN 2026xyz", "", -1, 0}, // 8: far away in the list, by name
    {"GRB 260914A", "swift:1234567", 80, 1}, // 9
    {"EP260914a", "ep:4", 80.5, 1}, // 10
    {"", "", 120, 1}, // 11
};

} // namespace

class TestTriage final : public QObject, private ArchiveFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        open();
        DecodedBatch batch = batchOf(lane(), 0, static_cast<int>(std::size(kRows)));
        for (size_t i = 0; i < std::size(kRows); ++i) {
            Alert &alert = *batch.packets[i].alerts.front();
            alert.name = kRows[i].name;
            alert.event = kRows[i].event;
            alert.subject = kRows[i].subject;
            if (kRows[i].ra >= 0) {
                alert.ra = kRows[i].ra;
                alert.dec = kRows[i].dec;
            }
            if (alert.name == "S260914ab")
                alert.positionKind = "map-peak";
        }
        m_archive->append(std::move(batch));
        QTRY_COMPARE(m_listener.rows.load(), static_cast<int>(std::size(kRows)));
        m_journal = std::make_unique<Journal>(Journal::fileIn(place()));
        m_told = 0;
        m_triage = std::make_unique<Triage>(*m_archive, *m_journal, [this] { ++m_told; });
    }
    void cleanup()
    {
        m_triage.reset();
        m_journal.reset();
        m_archive.reset();
    }

    void tagsBelongToTheEvent()
    {
        Result<Deed> deed = m_triage->tag({5}, "1", true);
        QVERIFY(deed.ok());
        QCOMPARE(deed.value().said, u"Tagged S260914ab “1”."_s);
        QCOMPARE(deed.value().rows, 3); // two revisions, and the circular about it
        QCOMPARE(rowsWith("tag = \"1\""), (Rows{5, 6, 7}));
        QCOMPARE(m_told, 1);
        QCOMPARE(m_triage->tags().value().front().subject, std::string("event:S260914ab"));
        // Once more is nothing; the other revision has it as well.
        QVERIFY(!m_triage->tag({6}, "1", true).value().undo);
        QVERIFY(m_triage->tag({6, 11}, "follow up", true).ok());
        QCOMPARE(alertAt(5)->tag, (std::vector<std::string>{"1", "follow up"}));
        QCOMPARE(m_triage->tags().value().back().subject, std::string("row:11"));
        QVERIFY(deed.value().undo(*m_triage).ok());
        QCOMPARE(rowsWith("tag = \"1\""), Rows{});
        QCOMPARE(rowsWith("tag = \"follow up\""), (Rows{5, 6, 7, 11}));
        // One key for on and off.
        deed = m_triage->toggleTag({5, 11}, "follow up");
        QCOMPARE(rowsWith("has(tag)"), Rows{});
        QVERIFY(deed.value().undo(*m_triage).ok());
        QCOMPARE(rowsWith("tag = \"follow up\""), (Rows{5, 6, 7, 11}));
        QCOMPARE(m_triage->toggleTag({5, 1}, "follow up").value().rows, 1); // not all had it: the others get it
        for (const char *bad : {"", "two\nlines"})
            QCOMPARE(m_triage->tag({5}, bad, true).error().kind, ErrorKind::BadArgument);
        QCOMPARE(m_triage->tag({999}, "1", true).error().kind, ErrorKind::NotFound);
    }

    void notesAreWrittenOverAndTakenBack()
    {
        const Deed first = m_triage->note({6}, "first\nsecond").value();
        QCOMPARE(alertAt(5)->note, Text("first\nsecond"));
        const Deed second = m_triage->note({5, 1}, "other").value();
        QCOMPARE(rowsWith("note = \"other\""), (Rows{1, 5, 6, 7}));
        QVERIFY(second.undo(*m_triage).ok());
        QCOMPARE(alertAt(6)->note, Text("first\nsecond"));
        QVERIFY(alertAt(1)->note.empty());
        const Deed third = m_triage->note({5}, "").value();
        QVERIFY(rowsWith("has(note)").empty());
        QVERIFY(third.undo(*m_triage).ok());
        QVERIFY(first.undo(*m_triage).ok());
        QVERIFY(rowsWith("has(note)").empty());
        QVERIFY(m_triage->notes().value().empty());
        QVERIFY(!m_triage->note({5}, "").value().undo);
        QCOMPARE(m_triage->note({5}, std::string(5'000, 'x')).error().kind, ErrorKind::BadArgument);
    }

    void objectsAreIgnoredInAllStreams()
    {
        // By the place: 1.5 arcsec. SN 2026xyz has no place, and nothing says yet that it is the same.
        Deed deed = m_triage->ignore({1}).value();
        QCOMPARE(deed.said, u"Ignored ZTF26abcdefg."_s);
        QCOMPARE(rowsWith("ignored"), (Rows{1, 2, 3}));
        QCOMPARE(rowsWith("not ignored").size(), std::size(kRows) - 3);
        QVERIFY(!m_triage->ignore({2}).value().undo);
        QVERIFY(deed.undo(*m_triage).ok());
        QVERIFY(rowsWith("ignored").empty());
        QVERIFY(m_triage->ignored().value().empty());
        // By the names that packets have had side by side.
        link("ZTF26abcdefg", "AT 2026xyz");
        deed = m_triage->ignore({1}).value();
        QCOMPARE(rowsWith("ignored"), (Rows{1, 2, 3, 8}));
        QCOMPARE(m_triage->stopIgnoring({8}).value().said, u"No longer ignored: ZTF26abcdefg."_s);
        QVERIFY(rowsWith("ignored").empty());
    }

    // Seen in one stream is seen in all; what comes later is news. The way back leaves what was seen before.
    void whatIsSeenIsSeenInAllStreams()
    {
        mark({3}, archive::Seen);
        QCOMPARE(m_triage->look({1}, 0).value(), int64_t{1}); // the row itself is marked by whoever shows it
        QCOMPARE(seen(), (Rows{2, 3}));
        mark({2}, 0, archive::Seen);
        const Deed deed = m_triage->see({1}, true).value();
        QCOMPARE(deed.rows, 2);
        QCOMPARE(seen(), (Rows{1, 2, 3}));
        QVERIFY(!m_triage->see({3}, true).value().undo);
        QVERIFY(deed.undo(*m_triage).ok());
        QCOMPARE(seen(), Rows{3});
        // By names: the event in two revisions, and the circular about it; an older row does not matter.
        QCOMPARE(m_triage->see({6}, true, 5).value().rows, 2);
        QCOMPARE(seen(), (Rows{3, 6, 7}));
        link("ZTF26abcdefg", "AT 2026xyz");
        QCOMPARE(m_triage->see({8}, true).value().said, u"Seen: SN 2026xyz."_s);
        QCOMPARE(seen(), (Rows{1, 2, 3, 6, 7, 8}));
        QCOMPARE(m_triage->see({2}, false).value().rows, 4);
        QCOMPARE(seen(), (Rows{6, 7}));
        QVERIFY(!m_triage->see({11}, false).value().undo);
        QCOMPARE(m_triage->see({999}, true).error().kind, ErrorKind::NotFound);
    }

    void marksGoBackAsTheyWere()
    {
        mark({2}, archive::Starred);
        const Deed pinned = m_triage->mark({1, 2}, archive::Pinned | archive::Starred, 0).value();
        QCOMPARE(readerOf()->marks(Rows{1, 2}).value(), (std::vector<uint8_t>{6, 6}));
        QVERIFY(pinned.undo(*m_triage).ok());
        QCOMPARE(readerOf()->marks(Rows{1, 2}).value(), (std::vector<uint8_t>{0, 2}));
        QVERIFY(!m_triage->mark({2}, archive::Starred, 0).value().undo);
    }

    // What was said under one name counts under those that are learned later, on rows that were stored before.
    void namesThatAreLearnedLaterWiden()
    {
        (void)m_triage->ignore({1});
        (void)m_triage->tag({9}, "grb", true);
        const Deed noted = m_triage->note({10}, "weak").value();
        QCOMPARE(rowsWith("ignored"), (Rows{1, 2, 3}));
        QCOMPARE(rowsWith("tag = \"grb\""), Rows{9});
        link("ZTF26abcdefg", "AT 2026xyz");
        link("GRB 260914A", "EP260914a");
        QCOMPARE(m_triage->widen({{"ZTF26abcdefg", "AT 2026xyz"}, {"GRB 260914A", "EP260914a"}}).value(), 3);
        QCOMPARE(rowsWith("ignored"), (Rows{1, 2, 3, 8}));
        QCOMPARE(rowsWith("tag = \"grb\""), (Rows{9, 10}));
        QCOMPARE(rowsWith("note = \"weak\""), (Rows{9, 10}));
        QCOMPARE(m_triage->widen({{"S260914ab", "GW260914_010203"}}).value(), 0);
        // One event: the tag is there already, and is taken away under either name.
        QVERIFY(!m_triage->tag({10}, "grb", true).value().undo);
        const Deed off = m_triage->tag({10}, "grb", false).value();
        QVERIFY(rowsWith("has(tag)").empty());
        QVERIFY(off.undo(*m_triage).ok());
        QCOMPARE(rowsWith("tag = \"grb\""), (Rows{9, 10}));
        // A note is written over, not beside the other one.
        const Deed over = m_triage->note({9}, "strong").value();
        QCOMPARE(rowsWith("note = \"strong\""), (Rows{9, 10}));
        QCOMPARE(m_triage->notes().value().size(), size_t{1});
        QVERIFY(over.undo(*m_triage).ok());
        QCOMPARE(rowsWith("note = \"weak\""), (Rows{9, 10}));
        QVERIFY(noted.undo(*m_triage).ok());
        QVERIFY(rowsWith("has(note)").empty());
    }

    void aLongSearchCanBeStopped()
    {
        m_triage->setGoOn([] { return false; });
        QCOMPARE(m_triage->see({1}, true).error().kind, ErrorKind::Interrupted);
        QVERIFY(seen().empty());
    }

    void aPlaceThatTellsNothingHidesNothing()
    {
        // An event whose place is the peak of a map: by its name alone, circulars too.
        const Deed event = m_triage->ignore({5}).value();
        QCOMPARE(rowsWith("ignored"), (Rows{5, 6, 7}));
        QVERIFY(!m_triage->ignored().value().front().ra);
        // Hidden by two: showing one again leaves what the other hides.
        const Deed two = m_triage->ignore({1, 4}).value();
        QCOMPARE(two.numbers.size(), size_t{2});
        QCOMPARE(rowsWith("ignored"), (Rows{1, 2, 3, 4, 5, 6, 7}));
        const Deed back = m_triage->stopIgnoringObjects({two.numbers[0]}).value();
        QCOMPARE(rowsWith("ignored"), (Rows{4, 5, 6, 7}));
        QVERIFY(back.undo(*m_triage).ok());
        QCOMPARE(rowsWith("ignored"), (Rows{1, 2, 3, 4, 5, 6, 7}));
        QVERIFY(!m_triage->stopIgnoring({9}).value().undo);
    }

    void newAlertsAreJudgedAlike()
    {
        (void)m_triage->ignore({1});
        (void)m_triage->tag({5}, "2", true);
        (void)m_triage->note({5}, "ours");
        const auto judgements = m_journal->wait<std::shared_ptr<const triage::Judgements>>([](QSqlDatabase &db) { return triage::readJudgements(db, triage::AliasIndex()); }).value();
        Alert alert;
        alert.name = alert.event = "S260914ab";
        judgements->note(alert);
        QCOMPARE(alert.tag, std::vector<std::string>{"2"});
        QCOMPARE(alert.note, Text("ours"));
        QVERIFY(!alert.ignored);
        Alert near;
        near.ra = 10.0004;
        near.dec = 20.0;
        judgements->note(near);
        QVERIFY(near.ignored && near.tag.empty());
        near.errorRadius = 0.1; // it may be anything there
        judgements->note(near);
        QVERIFY(!near.ignored);
        near.name = "ztf26abcdefg";
        judgements->note(near);
        QVERIFY(near.ignored);
    }

    void eventsAreFoundByAnyName()
    {
        link("GRB 260914A", "EP260914a");
        const auto found = [this](const char *name) { return m_triage->find(name).value().rows; };
        QCOMPARE(found("GRB260914A"), (Rows{9, 10}));
        QCOMPARE(found("ep 260914a"), (Rows{9, 10}));
        QCOMPARE(found("2026xyz"), (Rows{2, 8}));
        QCOMPARE(found("Swift trigger 1234567"), Rows{9});
        QCOMPARE(found("LSST 169298433191444518"), Rows{3});
        QCOMPARE(found("s260914ab"), (Rows{5, 6, 7}));
        QVERIFY(found("S2609").empty());
        QCOMPARE(m_triage->find("GRB 260914A").value().names, (std::vector<std::string>{"GRB 260914A", "EP260914a"}));
    }

    void nightsGoFromNoonToNoon()
    {
        const auto at = [](const char *iso) { return UtcTime::fromMs(QDateTime::fromString(QLatin1String(iso), Qt::ISODate).toMSecsSinceEpoch()); };
        const QTimeZone chile = triage::zoneNamed(u"America/Santiago"_s).value();
        const UtcTime now = at("2026-11-27T03:00:00Z"); // midnight at La Silla (UTC-3)
        triage::ShiftSpan span = triage::nightSpan(u"tonight"_s, chile, now).value();
        QCOMPARE(span.since.us, at("2026-11-26T15:00:00Z").us);
        QCOMPARE(span.until.us, now.us);
        QCOMPARE(span.title, u"night of 2026-11-26, America/Santiago"_s);
        span = triage::nightSpan(u"last"_s, chile, now).value();
        QCOMPARE(span.until.us, at("2026-11-26T15:00:00Z").us);
        // Summer time begins in this one: 23 hours.
        span = triage::nightSpan(u"2026-09-05"_s, chile, now).value();
        QCOMPARE(span.until.us - span.since.us, int64_t{23} * 3'600'000'000);
        QCOMPARE(triage::nightSpan(u"tonight"_s, QTimeZone::utc(), at("2026-11-27T11:59:00Z")).value().since.us, at("2026-11-26T12:00:00Z").us);
        QCOMPARE(triage::nightSpan(u"tonight"_s, QTimeZone::utc(), at("2026-11-27T12:00:00Z")).value().since.us, at("2026-11-27T12:00:00Z").us);
        QVERIFY(!triage::nightSpan(u"2026-11-28"_s, chile, now).ok() && !triage::nightSpan(u"soon"_s, chile, now).ok() && !triage::zoneNamed(u"Moon/Base"_s).ok());
    }

    void theShiftLogTellsAll()
    {
        const UtcTime before = UtcTime::now();
        (void)m_triage->tag({5}, "1", true);
        (void)m_triage->note({9}, "bright | *really*\nyes");
        (void)m_triage->ignore({1});
        // As the other parts of the program write it.
        const Outcome written = m_journal->wait<Done>([](QSqlDatabase &db) -> Outcome {
            const QString now = QString::number(UtcTime::now().us);
            for (const QString &sql : {u"DROP TABLE IF EXISTS alarms"_s, u"DROP TABLE IF EXISTS targets"_s, u"CREATE TABLE targets (made INTEGER, draft TEXT, account TEXT, state TEXT, job TEXT, target TEXT, why TEXT)"_s,
                                       u"INSERT INTO targets (made, draft, account, state, job, target, why) VALUES (%1, '{\"name\": \"LSST 1\"}', 'mine', 'queued', 'create', '', 'no connection')"_s.arg(now),
                                       u"CREATE TABLE alarms (raised INTEGER, title TEXT, fact TEXT, kind INTEGER, acknowledged INTEGER, acknowledged_by TEXT, silenced_by TEXT, test INTEGER)"_s,
                                       u"INSERT INTO alarms (raised, title, fact, kind, acknowledged, acknowledged_by, silenced_by, test) VALUES (%1, 'GW', 'S260914ab BNS', 0, %1, 'window', '', 0)"_s.arg(now)}) {
                if (const Outcome done = journal::run(db, sql); !done)
                    return done;
            }
            return Done{};
        });
        QVERIFY(written.ok());
        const auto reader = readerOf();
        const QString log = triage::shiftLog(*reader, *m_journal, {before, UtcTime::fromUs(UtcTime::now().us + 1'000'000), {}}).value();
        QVERIFY2(log.startsWith(u"# Shift log, "_s), qPrintable(log));
        for (const QString &line : {u"| GW | S260914ab BNS |"_s, u" (window) |"_s, u"| S260914ab | 1 | #5 |"_s, u"| GRB 260914A | bright \\| \\*really\\* yes | #9 |"_s, u"| ZTF26abcdefg | #1 |"_s,
                                    u"| LSST 1 | mine | queued: no connection |"_s, u"0 alerts were received."_s})
            QVERIFY2(log.contains(line), qPrintable(line + u"\n"_s + log));
        // Another time: what was received, and nothing that people said.
        const QString other = triage::shiftLog(*reader, *m_journal, {UtcTime::fromMs(1'790'000'000'000), UtcTime::fromMs(1'790'000'002'000), u"night of x"_s}).value();
        QVERIFY2(other.contains(u"11 alerts were received."_s) && other.contains(QRegularExpression(u"\\| gcn \\| 11 \\| 2026-09-21 [0-9:]+ \\| 2026-09-21 [0-9:]+ \\| 0 \\|"_s)) && other.startsWith(u"# Shift log, night of x\n\n2026-09-21"_s) && other.contains(u"No gap is known."_s), qPrintable(other));
        QVERIFY(!other.contains(u"ZTF26abcdefg"_s));
    }

private:
    void link(const char *a, const char *b)
    {
        QVERIFY(m_journal->wait<Done>([a, b](QSqlDatabase &db) { return triage::writeAliases(db, {{a, b}}); }).ok());
    }
    Rows seen() { return readerOf()->marked(archive::Seen, 0).value(); }
    std::shared_ptr<const Alert> alertAt(int64_t row) { return readerOf()->alerts(Rows{row}).value().front(); }
    Rows rowsWith(const char *condition)
    {
        auto compiled = filter::Filter::compile(condition, filter::FieldCatalogue());
        Rows all;
        (void)readerOf()->findRows(std::get_if<filter::Filter>(&compiled), UtcTime::now(), false, [&all](const Rows &rows, double) {
            all.insert(all.end(), rows.begin(), rows.end());
            return true;
        });
        std::ranges::sort(all);
        return all;
    }

    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Triage> m_triage;
    int m_told = 0;
};

QTEST_GUILESS_MAIN(TestTriage)
#include "tst_triage.moc"
