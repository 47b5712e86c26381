// SPDX-License-Identifier: GPL-3.0-or-later
// Which consumer reads which stream, and who may: with consumers that do what the test says.
#include "core/services/streammanager.h"

#include "support/recordingarchive.h"
#include "support/scriptedstream.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tests;
using services::StreamManager;
using services::StreamStore;
using streams::State;

// Nothing comes to it.
class NoSink final : public streams::BatchSink
{
public:
    bool offer(Batch &) override { return true; }
    bool waitForRoom(int) override { return true; }
};

class TestStreamManager final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { addScriptedStreams(); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<StreamStore>(file());
        m_archive = std::make_unique<RecordingArchive>();
        m_manager = std::make_unique<StreamManager>(*m_store, streams::ConsumerContext{.sink = nullptr, .archive = m_archive.get()});
        m_stage.endAtOnce = true;
        m_stage.made = 0;
    }
    void cleanup()
    {
        m_manager.reset();
        QCOMPARE(m_stage.consumers.size(), size_t{0});
    }

    void equalKeysShareAConsumer()
    {
        add({u"a"_s, u"b"_s}, u"x"_s);
        add({u"c"_s}, u"y"_s);
        QCOMPARE(m_stage.consumers.size(), size_t{2});
        QCOMPARE(m_stage.consumers[0]->names(), QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(m_stage.consumers[1]->names(), QStringList{u"c"_s});
        QCOMPARE(m_archive->leases, QSet<QString>({uuid(u"a"_s), uuid(u"b"_s), uuid(u"c"_s)}));
    }

    void theCauseOfATroubleIsLookedForOnce()
    {
        m_stage.looks = 0;
        m_stage.signIns = 0;
        add({u"a"_s}, u"x"_s);
        const QString a = uuid(u"a"_s);
        ScriptedConsumer &consumer = *m_stage.consumers[0];
        consumer.sayTrouble(a, ErrorKind::TlsRefused, u"Check the CA file."_s);
        QCOMPARE(m_manager->status(a).cause, u"Check the CA file."_s);
        QTRY_COMPARE(m_manager->status(a).cause, u"It is another host's."_s);
        QCOMPARE(m_manager->status(a).remedy, u"Write its name. Tocsin keeps trying."_s);
        QVERIFY(m_manager->log(a).back().text.contains(u"It is another host's. Write its name."));
        // The client says it again, between two tries and in other words: the cause stays, and nobody looks again.
        m_stage.consumers[0]->say(a, State::Connecting);
        consumer.sayTrouble(a, ErrorKind::TlsRefused, u"Handshake refused."_s);
        QCOMPARE(m_manager->status(a).cause, u"It is another host's."_s);
        // Another kind of trouble is another question.
        consumer.sayTrouble(a, ErrorKind::NoConnection, u"Lost."_s);
        QCOMPARE(m_manager->status(a).cause, u"Lost."_s);
        QTRY_COMPARE(m_manager->status(a).cause, u"It is another host's."_s);
        // It is over, and what comes later is new.
        consumer.say(a, State::Live);
        QCOMPARE(m_manager->status(a).cause, QString());
        consumer.sayTrouble(a, ErrorKind::TlsRefused, u"Check the CA file."_s);
        QCOMPARE(m_manager->status(a).cause, u"Check the CA file."_s);
        QTRY_COMPARE(m_stage.looks.load(), 3);
        QCOMPARE(m_stage.signIns.load(), 0); // never for a look
        // A refused sign-in is not looked at: that would sign in again.
        consumer.sayTrouble(a, ErrorKind::SignInRefused, u"Refused."_s);
        QCOMPARE(m_manager->status(a).cause, u"Refused."_s);
        QVERIFY(ladder::Ladder::waitForAll(5'000));
        QCOMPARE(m_stage.looks.load(), 3);
    }

    void theLastStreamTakesItsConsumerAlong()
    {
        add({u"a"_s, u"b"_s}, u"x"_s);
        m_stage.consumers[0]->say(uuid(u"a"_s), State::Live);
        QCOMPARE(state(u"a"_s), State::Live);
        m_manager->stop(uuid(u"a"_s));
        QCOMPARE(state(u"a"_s), State::Stopped);
        QCOMPARE(m_stage.consumers[0]->names(), QStringList{u"b"_s});
        QCOMPARE(m_archive->leases, QSet<QString>{uuid(u"b"_s)}); // others may read it now
        // A last word of a consumer that has lost the stream counts no more.
        m_stage.consumers[0]->say(uuid(u"a"_s), State::Live);
        QCOMPARE(state(u"a"_s), State::Stopped);
        m_stage.endAtOnce = false;
        m_manager->stop(uuid(u"b"_s));
        QVERIFY(m_stage.consumers[0]->stopping);
        QCOMPARE(m_archive->leases.size(), 1); // it may still be reading
        m_stage.consumers[0]->end();
        QTRY_COMPARE(m_stage.consumers.size(), size_t{0});
        QVERIFY(m_archive->leases.isEmpty());
    }

    void startedAgainWhileItsConsumerEnds()
    {
        m_stage.endAtOnce = false;
        add({u"a"_s}, u"x"_s);
        m_manager->stop(uuid(u"a"_s));
        m_manager->start(uuid(u"a"_s));
        QCOMPARE(m_stage.made, 1);
        QCOMPARE(state(u"a"_s), State::Connecting);
        m_stage.consumers[0]->end();
        QTRY_COMPARE(m_stage.made, 2);
        QCOMPARE(m_stage.consumers[0]->names(), QStringList{u"a"_s});
    }

    void disablingARunningStreamStopsIt()
    {
        add({u"a"_s}, u"x"_s);
        m_stage.consumers[0]->say(uuid(u"a"_s), State::Live);
        streams::StreamConfig config = *m_store->find(u"a"_s);
        config.enabled = false;
        QVERIFY(m_manager->update(config).ok());
        QVERIFY(!m_manager->isRunning(config.uuid));
        QCOMPARE(state(u"a"_s), State::Stopped);
        QTRY_COMPARE(m_stage.consumers.size(), size_t{0});
    }

    // A stream that names an account waits for the vault without a consumer, then has user and secret; nothing of them is
    // stored, and an edit of something else does not ask again.
    void accountsBringUserAndSecret()
    {
        std::vector<std::function<void(Result<streams::StreamConfig>)>> asked;
        m_manager->setSignIn([&](const streams::StreamConfig &, auto done) { asked.push_back(std::move(done)); });
        streams::StreamConfig config = scriptedStream(u"a"_s, u"x"_s);
        config.values.set(u"account"_s, u"hop"_s);
        QVERIFY(m_manager->add(config).ok());
        QTRY_COMPARE(asked.size(), size_t{1});
        QCOMPARE(state(u"a"_s), State::Connecting);
        QCOMPARE(m_stage.consumers.size(), size_t{0});
        asked[0](Error{.message = u"locked"_s, .remedy = u"unlock"_s});
        QCOMPARE(state(u"a"_s), State::NeedsSignIn);
        QCOMPARE(m_manager->status(uuid(u"a"_s)).cause, u"locked"_s);
        QCOMPARE(m_manager->status(uuid(u"a"_s)).remedy, u"unlock"_s);
        QCoreApplication::processEvents();
        QCOMPARE(asked.size(), size_t{1}); // not again by itself
        m_manager->stop(uuid(u"a"_s));
        m_manager->start(uuid(u"a"_s));
        QTRY_COMPARE(asked.size(), size_t{2});
        streams::StreamConfig answer = config;
        answer.values.set(u"user"_s, u"mira"_s);
        answer.values.set(u"secret"_s, u"hunter2"_s);
        asked[1](answer);
        QCOMPARE(m_stage.consumers.size(), size_t{1});
        const auto running = [this] { return m_stage.consumers[0]->assignments[0].config; };
        QCOMPARE(running().values.stored().value(u"user"_s).toString(), u"mira"_s);
        QCOMPARE(running().values.stored().value(u"secret"_s).toString(), u"hunter2"_s);
        QVERIFY(!m_store->find(u"a"_s)->values.contains(u"secret"_s) && !m_store->find(u"a"_s)->values.contains(u"user"_s));
        config.label = u"Another"_s;
        QVERIFY(m_manager->update(config).ok());
        QCoreApplication::processEvents();
        QCOMPARE(asked.size(), size_t{2});
        QCOMPARE(m_stage.made, 1);
        QCOMPARE(running().values.stored().value(u"secret"_s).toString(), u"hunter2"_s);
        // Another account is another secret.
        config.values.set(u"account"_s, u"other"_s);
        QVERIFY(m_manager->update(config).ok());
        QTRY_COMPARE(asked.size(), size_t{3});
        m_manager->stop(uuid(u"a"_s));
        asked[2](answer); // too late
        QCOMPARE(state(u"a"_s), State::Stopped);
        QTRY_COMPARE(m_stage.consumers.size(), size_t{0});
    }

    // Gaps are fetched with the account of the stream, which need not run.
    void gapsAreFetchedWithTheAccount()
    {
        NoSink sink;
        m_manager = std::make_unique<StreamManager>(*m_store, streams::ConsumerContext{.sink = &sink, .archive = m_archive.get()});
        m_stage.fetched.clear();
        std::vector<std::function<void(Result<streams::StreamConfig>)>> asked;
        m_manager->setSignIn([&](const streams::StreamConfig &, auto done) { asked.push_back(std::move(done)); });
        streams::StreamConfig config = scriptedStream(u"a"_s, u"x"_s);
        config.values.set(u"account"_s, u"hop"_s);
        config.autostart = false;
        QVERIFY(m_store->add(config).ok());
        QSignalSpy finished(&m_manager->fetches(), &services::GapFetch::finished);
        const std::vector<streams::Hole> holes{{.lane = {"source", "topic", 0, 0}, .from = 1, .to = 2}};
        m_manager->fetchGaps(config.uuid, holes);
        QCOMPARE(asked.size(), size_t{1});
        asked[0](Error{.message = u"locked"_s});
        QCOMPARE(finished.size(), 1);
        QCOMPARE(m_manager->fetches().state(config.uuid).error.message, u"locked"_s);
        m_manager->fetchGaps(config.uuid, holes);
        QCOMPARE(asked.size(), size_t{2});
        config.values.set(u"secret"_s, u"hunter2"_s);
        asked[1](config);
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(m_stage.fetched.size(), size_t{1});
        QCOMPARE(m_stage.fetched[0].values.stored().value(u"secret"_s).toString(), u"hunter2"_s);
        QVERIFY(m_manager->fetches().state(config.uuid).error.message.isEmpty());
    }

    // The old client ends first; the stream stays ours all the time, and is ours once.
    void anotherKeyIsAnotherConsumer()
    {
        m_stage.endAtOnce = false;
        add({u"a"_s}, u"x"_s);
        streams::StreamConfig config = *m_store->find(u"a"_s);
        config.values.set(u"servers"_s, u"y"_s);
        QVERIFY(m_manager->update(config).ok());
        QCOMPARE(m_stage.made, 1);
        QVERIFY(m_stage.consumers[0]->stopping);
        QCOMPARE(m_archive->leases, QSet<QString>{uuid(u"a"_s)});
        m_stage.consumers[0]->say(uuid(u"a"_s), State::Stale); // of the old client
        QCOMPARE(state(u"a"_s), State::Connecting);
        m_stage.consumers[0]->end();
        QTRY_COMPARE(m_stage.made, 2);
        QCOMPARE(m_stage.consumers[0]->assignments.at(0).config.values.stored().value(u"servers"_s).toString(), u"y"_s);
        QCOMPARE(m_archive->leases, QSet<QString>{uuid(u"a"_s)});
        m_stage.endAtOnce = true;
        m_manager->stop(uuid(u"a"_s));
        QTRY_VERIFY(m_archive->leases.isEmpty());
    }

    void renamingChangesRowsAndConsumer()
    {
        add({u"a"_s}, u"x"_s);
        streams::StreamConfig config = *m_store->find(u"a"_s);
        config.name = u"z"_s;
        QVERIFY(m_manager->update(config).ok());
        QCOMPARE(m_archive->renamed, (std::vector<std::pair<std::string, std::string>>{{config.uuid.toStdString(), "z"}}));
        QCOMPARE(m_stage.made, 1);
        QCOMPARE(m_stage.consumers[0]->names(), QStringList{u"z"_s});
    }

    void removedWhileRunning()
    {
        add({u"a"_s}, u"x"_s);
        QSignalSpy changed(m_manager.get(), &StreamManager::configsChanged);
        QVERIFY(m_manager->remove(uuid(u"a"_s)).ok());
        QCOMPARE(changed.count(), 1);
        QVERIFY(m_manager->configs().empty());
        QTRY_VERIFY(m_archive->leases.isEmpty());
        QCOMPARE(m_stage.consumers.size(), size_t{0});
    }

    // FAULT-31: the process that read it is gone.
    void aStreamOfAnotherProcessIsTakenOver()
    {
        QSignalSpy elsewhere(m_manager.get(), &StreamManager::leasedElsewhere);
        QSignalSpy taken(m_manager.get(), &StreamManager::leaseTaken);
        m_manager->setLeasePause(std::chrono::milliseconds(10));
        m_archive->refuseLease = true;
        add({u"a"_s}, u"x"_s);
        QCOMPARE(elsewhere.count(), 1);
        QCOMPARE(state(u"a"_s), State::Stopped);
        QVERIFY(m_manager->status(uuid(u"a"_s)).cause.contains(u"Another Tocsin"_s));
        QCOMPARE(m_stage.made, 0);
        QTRY_VERIFY(m_archive->leasesRefused > 3); // asked again and again, told once
        QCOMPARE(elsewhere.count(), 1);
        m_archive->refuseLease = false;
        QTRY_COMPARE(taken.count(), 1);
        QCOMPARE(m_stage.consumers.size(), size_t{1});
        QCOMPARE(m_stage.consumers[0]->assignments.at(0).startOverride, u"resume"_s); // where the other one was
        QCOMPARE(state(u"a"_s), State::Connecting);
    }

    void aFollowedStreamCanBeStopped()
    {
        m_manager->setLeasePause(std::chrono::milliseconds(10));
        m_archive->refuseLease = true;
        add({u"a"_s, u"b"_s}, u"x"_s);
        m_manager->stop(uuid(u"a"_s));
        m_archive->refuseLease = false;
        QTRY_COMPARE(m_archive->leases, QSet<QString>{uuid(u"b"_s)});
        QVERIFY(!m_manager->isRunning(uuid(u"a"_s)));
    }

    void whatOthersChangeInTheListCounts()
    {
        add({u"a"_s, u"b"_s}, u"x"_s);
        m_manager->startAutomatic();
        QSignalSpy changed(m_manager.get(), &StreamManager::configsChanged);
        StreamStore other(file());
        QVERIFY(other.load().ok());
        QVERIFY(other.add(scriptedStream(u"c"_s, u"x"_s)).ok());
        QTRY_COMPARE(m_stage.consumers[0]->names(), QStringList({u"a"_s, u"b"_s, u"c"_s}));
        QVERIFY(changed.count() >= 1);
        QVERIFY(other.remove(uuid(u"b"_s)).ok());
        QTRY_COMPARE(m_stage.consumers[0]->names(), QStringList({u"a"_s, u"c"_s}));
        streams::StreamConfig off = *other.find(u"a"_s);
        off.enabled = false;
        QVERIFY(other.update(off).ok());
        QTRY_COMPARE(m_stage.consumers[0]->names(), QStringList{u"c"_s});
        QCOMPARE(state(u"a"_s), State::Stopped);
    }

    void allStopped()
    {
        m_stage.endAtOnce = false;
        add({u"a"_s}, u"x"_s);
        add({u"b"_s}, u"y"_s);
        QSignalSpy stopped(m_manager.get(), &StreamManager::allStopped);
        m_manager->stopAll();
        m_stage.consumers[0]->end();
        QTRY_COMPARE(m_stage.consumers.size(), size_t{1});
        QCOMPARE(stopped.count(), 0);
        m_stage.consumers[0]->end();
        QTRY_COMPARE(stopped.count(), 1);
        QVERIFY(m_archive->leases.isEmpty());
    }

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"streams.json"_s); }
    void add(const QStringList &names, const QString &servers)
    {
        for (const QString &name : names)
            QVERIFY(m_manager->add(scriptedStream(name, servers)).ok());
    }
    [[nodiscard]] static QString uuid(const QString &name) { return u"uuid-of-"_s + name; }
    [[nodiscard]] State state(const QString &name) const { return m_manager->status(uuid(name)).state; }

    ScriptedStage &m_stage = ScriptedStage::instance();
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StreamStore> m_store;
    std::unique_ptr<RecordingArchive> m_archive;
    std::unique_ptr<StreamManager> m_manager;
};

QTEST_GUILESS_MAIN(TestStreamManager)
#include "tst_streammanager.moc"
