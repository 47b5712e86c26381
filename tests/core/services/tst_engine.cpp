// SPDX-License-Identifier: GPL-3.0-or-later
// The whole of core ends within the promised 3 s, whatever stands in the way.
#include "core/services/engine.h"

#include "support/otherconnection.h"
#include "support/scriptedstream.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tests;
using services::Engine;

namespace {

// 3 s; the archive ends with the group of alerts it is at, which takes its time under a sanitizer.
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr qint64 kPromise = 10'000;
#else
constexpr qint64 kPromise = 3'000;
#endif

} // namespace

class TestEngine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { addScriptedStreams(); }

    void endsInTime_data()
    {
        QTest::addColumn<bool>("consumerHangs");
        QTest::addColumn<bool>("indexLocked");
        QTest::newRow("nothing in the way") << false << false;
        QTest::newRow("a consumer that does not end") << true << false;
        QTest::newRow("a locked index") << false << true;
        QTest::newRow("both") << true << true;
    }

    void endsInTime()
    {
        QFETCH(bool, consumerHangs);
        QFETCH(bool, indexLocked);
        const QTemporaryDir home;
        const Places places = Places::resolve(home.path());
        auto engine = std::make_unique<Engine>(services::EngineSettings{.places = places});
        QVERIFY(engine->open().ok());
        ScriptedStage::instance().endAtOnce = !consumerHangs;
        engine->manager().startTransient({.config = scriptedStream(u"a"_s, u"x"_s)});
        OtherConnection other(places.archive);
        if (indexLocked) {
            QVERIFY(other.run(u"BEGIN IMMEDIATE"_s));
        }
        // Enough for several groups of the archive.
        const auto memory = std::make_shared<std::string>("{\"mission\": \"Fermi\"}");
        for (int i = 0; i < 5; ++i) {
            Batch batch = batchOf(*memory, i * 3'000, 3'000);
            batch.keepAlive = memory;
            QTRY_VERIFY(engine->pipeline().offer(batch));
        }
        QSignalSpy finished(engine.get(), &Engine::finished);
        QElapsedTimer clock;
        clock.start();
        engine->shutDown();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 10'000);
        engine.reset();
        QVERIFY2(clock.elapsed() < kPromise, qPrintable(QString::number(clock.elapsed())));
    }

private:
    static Batch batchOf(std::string_view value, int64_t first, int count)
    {
        static const auto where = std::make_shared<const Lane>(Lane{"kafka:test", "night", 0, 0});
        static const auto who = std::make_shared<const StreamRef>(StreamRef{"u-1", "a", "public", false});
        Batch batch;
        for (int i = 0; i < count; ++i) {
            Packet packet;
            packet.lane = where;
            packet.position = first + i;
            packet.value = value;
            packet.stream = who;
            packet.received = UtcTime::now();
            batch.bytes += value.size();
            batch.packets.push_back(std::move(packet));
        }
        batch.positions.push_back({who, where, first + count, 0, 0});
        return batch;
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
