// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts on their way through pipeline and archive: what is known of them is noted before they are kept, and what somebody
// changes counts for those that come after.
#include "core/services/alertnotes.h"

#include "core/journal/journalfile.h"
#include "core/triage/triage.h"
#include "support/archivefixture.h"

#include <QTest>

#include <mutex>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tests;
using services::AlertNotes;
using services::Pipeline;

namespace {

class Heard final : public archive::CommitListener
{
public:
    void alertsCommitted(std::vector<std::shared_ptr<const Alert>> alerts, uint64_t, uint64_t, uint64_t) override
    {
        const std::lock_guard lock(m_mutex);
        m_alerts.insert(m_alerts.end(), alerts.begin(), alerts.end());
    }
    void archiveTrouble(const QString &) override {}
    [[nodiscard]] std::vector<std::shared_ptr<const Alert>> alerts() const
    {
        const std::lock_guard lock(m_mutex);
        return m_alerts;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<std::shared_ptr<const Alert>> m_alerts;
};

std::string packet(const char *name, double ra, double dec, int second = 0, const char *more = "")
{
    return QString::asprintf("{\"name\": \"%s\", \"ra\": %.6f, \"dec\": %.6f, \"timestamp\": \"2026-09-14T03:00:%02d\"%s}", name, ra, dec, second, more).toStdString();
}

} // namespace

class TestAlertNotes final : public QObject, private ArchiveFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        open();
        m_heard = std::make_unique<Heard>();
        m_journal = std::make_unique<journal::Journal>(journal::Journal::fileIn(place()));
        m_lists = std::make_unique<watch::Watchlists>(m_folder->filePath(u"watchlists"_s));
    }
    void cleanup()
    {
        stop();
        m_archive.reset();
        m_notes.reset();
        m_journal.reset();
    }

    void watchedPlacesAreNoted()
    {
        QVERIFY(m_lists->add(u"mine"_s, {.sources = {{"M 31", 10, 20, 0.01}}}).ok());
        start();
        offer({packet("on it", 10.001, 20), packet("beside", 10.1, 20)});
        auto alerts = waitFor(2);
        QCOMPARE(alerts[0]->watch, Text("M 31"));
        QVERIFY(std::abs(alerts[0]->watchSep.value - 0.00093969) < 1e-7);
        QVERIFY(alerts[1]->watch.empty());
        QCOMPARE(readerOf()->alerts(std::vector<int64_t>{1}).value().front()->watch, Text("M 31"));
        // A list that another program adds is heard of.
        qint64 watching = -1;
        QObject here;
        connect(m_notes.get(), &AlertNotes::watching, &here, [&watching](qint64 sources) { watching = sources; }); // from its thread
        QVERIFY(m_lists->add(u"other"_s, {.sources = {{"there", 10.1, 20, 0.01}}}).ok());
        QTRY_COMPARE(watching, 2);
        offer({packet("beside", 10.1, 20)});
        QCOMPARE(waitFor(3)[2]->watch, Text("other/there"));
    }

    void bothOfACoincidenceAreMarked()
    {
        const watch::Coincidence pair{.name = u"p"_s, .a = u"name = \"A\""_s, .b = u"name = \"B\""_s, .within = std::chrono::milliseconds(10'000), .floor = 1};
        QVERIFY(watch::writeCoincidences(watch::coincidenceFile(m_lists->folder()), {pair}).ok());
        start();
        offer({packet("A", 10, 20, 0)});
        QVERIFY(waitFor(1)[0]->coincidence.empty());
        offer({packet("other", 10, 20, 1), packet("B", 10.5, 20, 5)});
        QCOMPARE(waitFor(3)[2]->coincidence, Text("A")); // at once, so that a rule can hear of it
        const auto reader = readerOf();
        QTRY_COMPARE(reader->alerts(std::vector<int64_t>{1}).value().front()->coincidence, Text("B"));
        QVERIFY(reader->alerts(std::vector<int64_t>{2}).value().front()->coincidence.empty());
        // Both in one batch.
        offer({packet("B", 100, 20, 5), packet("A", 100.1, 20, 4)});
        QCOMPARE(waitFor(5)[4]->coincidence, Text("B"));
        QTRY_COMPARE(reader->alerts(std::vector<int64_t>{4}).value().front()->coincidence, Text("A"));
    }

    void judgementsCountFromThenOn()
    {
        start();
        offer({packet("ZTF26abcdefg", 10, 20)});
        (void)waitFor(1);
        triage::Triage triage(*m_archive, *m_journal, [this] { m_notes->judgementsChanged(); });
        QVERIFY(triage.ignore({1}).ok());
        QVERIFY(triage.tag({1}, "junk", true).ok());
        offer({packet("ZTF26abcdefg", 10.1, 20), packet("same place", 10.0001, 20), packet("other", 10.1, 20)});
        auto alerts = waitFor(4);
        QVERIFY(alerts[1]->ignored && alerts[2]->ignored && !alerts[3]->ignored);
        QCOMPARE(alerts[1]->tag, std::vector<std::string>{"junk"});
        // Another program: heard of a moment later.
        {
            journal::Journal other(journal::Journal::fileIn(place()));
            triage::Triage elsewhere(*m_archive, other);
            QVERIFY(elsewhere.stopIgnoring({1}).ok());
        }
        size_t count = alerts.size();
        QTRY_VERIFY(([&] {
            offer({packet("ZTF26abcdefg", 10, 20)});
            return !waitFor(++count).back()->ignored;
        }()));
    }

    void namesAreLearned()
    {
        start();
        offer({packet("ZTF26abcdefg", 10, 20, 0, ", \"tns_name\": \"AT 2026xyz\"")});
        (void)waitFor(1);
        triage::Triage triage(*m_archive, *m_journal);
        QTRY_COMPARE(triage.find("SN2026xyz").value().rows, std::vector<int64_t>{1});
        QTRY_COMPARE(m_notes->aliases()->size(), size_t{1});
    }

    // Ignored under one name, tagged under another; a later packet tells that they are the same.
    void namesLearnedLaterWidenWhatWasSaid()
    {
        start();
        offer({packet("ZTF26abcdefg", 10, 20), packet("AT 2026xyz", 50, 20), packet("other", 60, 20)});
        (void)waitFor(3);
        triage::Triage triage(*m_archive, *m_journal, [this] { m_notes->judgementsChanged(); });
        QVERIFY(triage.ignore({1}).ok());
        QVERIFY(triage.tag({2}, "ours", true).ok());
        const auto reader = readerOf();
        QVERIFY(!reader->alerts(std::vector<int64_t>{2}).value().front()->ignored);
        offer({packet("ZTF26abcdefg", 10, 20, 0, ", \"tns_name\": \"AT 2026xyz\"")});
        (void)waitFor(4);
        QTRY_VERIFY(reader->alerts(std::vector<int64_t>{2}).value().front()->ignored);
        QTRY_COMPARE(reader->alerts(std::vector<int64_t>{1}).value().front()->tag, std::vector<std::string>{"ours"});
        QVERIFY(!reader->alerts(std::vector<int64_t>{3}).value().front()->ignored);
        // And from then on, without a look at the archive.
        QTRY_VERIFY(m_notes->namesAreKept());
        offer({packet("SN2026xyz", 90, 20)});
        const auto alerts = waitFor(5);
        QVERIFY(alerts[4]->ignored);
        QCOMPARE(alerts[4]->tag, std::vector<std::string>{"ours"});
    }

    // Rows that another version of the program has stored, which could not read their names: looked through once.
    void storedRowsAreLookedThroughOnce()
    {
        m_archive->setListener(m_heard.get());
        m_pipeline = std::make_unique<Pipeline>(*m_archive); // nobody notes anything
        std::vector<std::string> packets;
        for (int i = 0; i < 450; ++i)
            packets.push_back(packet(("row" + std::to_string(i)).c_str(), 10, 20));
        packets[5] = packet("ZTF26abcdefg", 10, 20, 0, ", \"tns_name\": \"AT 2026xyz\"");
        packets[440] = "<?xml version='1.0'?><voe:VOEvent xmlns:voe='http://www.ivoa.net/xml/VOEvent/v2.0' version='2.0' role='observation' ivorn='ivo://nasa.gsfc.gcn/SWIFT#BAT_GRB_Pos_1700001-001'>"
                       "<Who><Date>2026-03-04T05:20:00</Date></Who><What><Param name='TrigID' value='1700001'/></What>"
                       "<Why><Inference><Name>GRB 260304A</Name><Name>EP260304a</Name></Inference></Why></voe:VOEvent>";
        offer(packets);
        (void)waitFor(450);
        m_pipeline->close();
        start();
        QTRY_VERIFY_WITH_TIMEOUT(m_notes->aliases()->size() >= 3, 20'000);
        QVERIFY(m_notes->aliases()->knows({"ZTF26abcdefg", "AT 2026xyz"}));
        QVERIFY(m_notes->aliases()->namesOf("EP260304a").size() >= 2);
        QTRY_VERIFY_WITH_TIMEOUT(m_notes->namesAreKept(), 20'000);
        stop();
        // Not again.
        QVERIFY(m_journal->wait<Done>([](QSqlDatabase &db) { return journal::run(db, u"DELETE FROM aliases"_s); }).ok());
        start();
        QTRY_VERIFY_WITH_TIMEOUT(m_notes->namesAreKept(), 20'000);
        QCOMPARE(m_notes->aliases()->size(), size_t{0});
    }

private:
    void start()
    {
        m_notes = std::make_unique<AlertNotes>(*m_archive, *m_journal, *m_heard, m_lists->folder());
        m_archive->setListener(m_notes.get());
        m_pipeline = std::make_unique<Pipeline>(*m_archive);
        m_pipeline->setNoter(m_notes.get());
    }
    void stop()
    {
        if (m_pipeline)
            m_pipeline->close();
        m_pipeline.reset();
        if (m_notes)
            m_notes->stop();
    }
    void offer(std::vector<std::string> values)
    {
        auto memory = std::make_shared<std::vector<std::string>>(std::move(values));
        Batch batch;
        batch.receipt = 1;
        for (const std::string &value : *memory) {
            Packet packet;
            packet.lane = m_lane;
            packet.position = m_next++;
            packet.value = value;
            packet.stream = m_stream;
            packet.received = UtcTime::now();
            packet.brokerTime = packet.received;
            batch.bytes += value.size();
            batch.packets.push_back(std::move(packet));
        }
        batch.keepAlive = memory;
        QVERIFY(m_pipeline->offer(batch));
    }
    std::vector<std::shared_ptr<const Alert>> waitFor(size_t count)
    {
        [this, count] { QTRY_VERIFY_WITH_TIMEOUT(m_heard->alerts().size() >= count, 20'000); }();
        auto alerts = m_heard->alerts();
        alerts.resize(std::max(alerts.size(), count), std::make_shared<Alert>());
        return alerts;
    }

    const LanePtr m_lane = lane();
    const StreamRefPtr m_stream = stream();
    int64_t m_next = 0;
    std::unique_ptr<Heard> m_heard;
    std::unique_ptr<journal::Journal> m_journal;
    std::unique_ptr<watch::Watchlists> m_lists;
    std::unique_ptr<AlertNotes> m_notes;
    std::unique_ptr<Pipeline> m_pipeline;
};

QTEST_GUILESS_MAIN(TestAlertNotes)
#include "tst_alertnotes.moc"
