// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that another process writes: all of them, once, and only they. A second archive object stands for the process.
#include "core/services/archivefollower.h"

#include "support/archivebatches.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tests;
using options::StartAt;
using services::ArchiveFollower;

namespace {

// An archive whose readers come only after some tries.
class ShyArchive final : public archive::Archive
{
public:
    explicit ShyArchive(archive::Archive &real) : m_real(real) {}
    Result<std::unique_ptr<archive::Reader>> reader() override
    {
        if (++tries <= 3)
            return Error{.kind = ErrorKind::Archive, .message = u"not now"_s};
        return m_real.reader();
    }
    void append(DecodedBatch) override {}
    size_t queuedBytes() const override { return 0; }
    void renameStream(const std::string &, const std::string &) override {}
    void setMarks(std::vector<int64_t>, uint8_t, uint8_t, std::function<void(Outcome)>) override {}
    void replaceAlerts(std::vector<archive::Redecoded>, std::function<void(Result<archive::Replacement>)>) override {}
    void setRegistry(const std::string &, const std::string &, std::function<void()>) override {}
    Outcome setLimits(const archive::Limits &) override { return Done{}; }
    void setListener(archive::CommitListener *) override {}
    bool takeLease(const std::string &) override { return true; }
    void dropLease(const std::string &) override {}
    void close(std::chrono::steady_clock::time_point) override {}
    std::atomic<int> tries{0};

private:
    archive::Archive &m_real;
};

class Told
{
public:
    void add(const std::vector<std::shared_ptr<const Alert>> &alerts)
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &alert : alerts)
            m_rows.push_back(alert->row);
    }
    [[nodiscard]] std::vector<int64_t> rows() const
    {
        const std::lock_guard lock(m_mutex);
        return m_rows;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<int64_t> m_rows;
};

std::vector<int64_t> upTo(int64_t last, int64_t first = 1)
{
    std::vector<int64_t> rows;
    for (int64_t row = first; row <= last; ++row)
        rows.push_back(row);
    return rows;
}

} // namespace

class TestArchiveFollower final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_ours = open();
        m_theirs = open();
        m_theirs->setListener(&m_listener);
        m_listener.rows = 0;
        m_caughtUp = 0;
    }
    void cleanup()
    {
        m_theirs.reset();
        m_ours.reset();
    }

    void everyRowOnceAndInOrder()
    {
        Told told;
        ArchiveFollower follower(*m_ours, [&](const auto &alerts) { told.add(alerts); }, [this](const std::string &) { ++m_caughtUp; });
        follower.follow("u-1", {.kind = StartAt::Kind::Earliest});
        std::thread writer([this] {
            for (int i = 0; i < 200; ++i)
                m_theirs->append(batchOf(lane(), i * 50, 50));
        });
        writer.join();
        QTRY_COMPARE_WITH_TIMEOUT(told.rows().size(), size_t{10'000}, 20'000);
        QCOMPARE(told.rows(), upTo(10'000));
    }

    void startsWhereItIsAsked_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("firstRow"); // of 20 old ones
        QTest::newRow("earliest") << u"earliest"_s << 1;
        QTest::newRow("live") << u"live"_s << 21;
        QTest::newRow("resume") << u"resume"_s << 21;
        QTest::newRow("last of the partition") << u"last:3"_s << 18;
        QTest::newRow("time") << u"2026-09-21T14:13:20.015"_s << 16;
    }

    void startsWhereItIsAsked()
    {
        QFETCH(QString, from);
        QFETCH(int, firstRow);
        m_theirs->append(batchOf(lane(), 0, 20)); // stamps from 2026-09-21T14:13:20.000, a millisecond apart
        QTRY_COMPARE(m_listener.rows.load(), 20);
        Told told;
        ArchiveFollower follower(*m_ours, [&](const auto &alerts) { told.add(alerts); }, [this](const std::string &) { ++m_caughtUp; });
        follower.follow("u-1", StartAt::parse(from).value());
        QTRY_COMPARE(m_caughtUp.load(), 1);
        // All that is old is told by now; then the new ones.
        QCOMPARE(told.rows(), upTo(20, firstRow));
        m_theirs->append(batchOf(lane(), 20, 5));
        QTRY_COMPARE(told.rows(), upTo(25, firstRow));
        QCOMPARE(m_caughtUp.load(), 1);
    }

    void membershipsCountAndNamesDoNot()
    {
        Told told;
        ArchiveFollower follower(*m_ours, [&](const auto &alerts) { told.add(alerts); }, [this](const std::string &) { ++m_caughtUp; });
        follower.follow("u-2");
        QTRY_COMPARE(m_caughtUp.load(), 1);
        DecodedBatch shared = batchOf(lane(), 0, 3); // of u-1, and u-2 wants them too
        for (DecodedPacket &packet : shared.packets)
            packet.packet.alsoFor = {stream("u-2", "second")};
        m_theirs->append(std::move(shared));
        m_theirs->append(batchOf(lane(), 3, 3)); // of u-1 alone
        QTRY_COMPARE(m_listener.rows.load(), 6);
        m_theirs->renameStream("u-2", "renamed");
        m_theirs->append(batchOf(lane(1), 0, 3, {}, stream("u-2", "renamed")));
        QTRY_COMPARE(told.rows(), (std::vector<int64_t>{1, 2, 3, 7, 8, 9}));
    }

    // The hand-over: what we write ourselves comes by the archive's listener.
    void ownRowsAreNotTold()
    {
        m_ours->setListener(&m_own);
        Told told;
        ArchiveFollower follower(*m_ours, [&](const auto &alerts) { told.add(alerts); }, [this](const std::string &) { ++m_caughtUp; });
        follower.follow("u-1");
        QTRY_COMPARE(m_caughtUp.load(), 1);
        m_theirs->append(batchOf(lane(), 0, 5));
        QTRY_COMPARE(m_listener.rows.load(), 5);
        m_ours->append(batchOf(lane(), 5, 5));
        QTRY_COMPARE(m_own.rows.load(), 5);
        m_theirs->append(batchOf(lane(), 10, 5));
        QTRY_COMPARE(told.rows(), (std::vector<int64_t>{1, 2, 3, 4, 5, 11, 12, 13, 14, 15}));
    }

    void readersThatComeLateLoseNothing()
    {
        ShyArchive shy(*m_ours);
        m_theirs->append(batchOf(lane(), 0, 5));
        QTRY_COMPARE(m_listener.rows.load(), 5);
        Told told;
        ArchiveFollower follower(shy, [&](const auto &alerts) { told.add(alerts); });
        follower.follow("u-1", {.kind = StartAt::Kind::Earliest});
        QTRY_COMPARE(told.rows(), upTo(5));
        QVERIFY(shy.tries >= 4);
        m_theirs->append(batchOf(lane(), 5, 5));
        QTRY_COMPARE(told.rows(), upTo(10));
    }

    void sharedMessagesOfTwoStreamsAreToldOnce()
    {
        DecodedBatch shared = batchOf(lane(), 0, 3);
        for (DecodedPacket &packet : shared.packets)
            packet.packet.alsoFor = {stream("u-2", "second")};
        m_theirs->append(std::move(shared));
        QTRY_COMPARE(m_listener.rows.load(), 3);
        Told told;
        ShyArchive shy(*m_ours); // both are asked for before the first look
        ArchiveFollower follower(shy, [&](const auto &alerts) { told.add(alerts); }, [this](const std::string &) { ++m_caughtUp; });
        follower.follow("u-1", {.kind = StartAt::Kind::Earliest});
        follower.follow("u-2", {.kind = StartAt::Kind::Earliest});
        QTRY_COMPARE(m_caughtUp.load(), 2);
        QCOMPARE(told.rows(), upTo(3));
    }

private:
    std::unique_ptr<archive::Archive> open() const
    {
        auto opened = archive::openSqliteArchive({.place = m_folder->filePath(u"archive"_s)});
        return opened ? std::move(opened.value()) : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Listener m_listener;
    Listener m_own;
    std::unique_ptr<archive::Archive> m_ours;
    std::unique_ptr<archive::Archive> m_theirs;
    std::atomic<int> m_caughtUp{0};
};

QTEST_GUILESS_MAIN(TestArchiveFollower)
#include "tst_archivefollower.moc"
