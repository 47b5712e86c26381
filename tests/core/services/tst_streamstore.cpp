// SPDX-License-Identifier: GPL-3.0-or-later
// The list of streams on disk, with more than one program that changes it.
#include "core/services/streamstore.h"

#include "support/scriptedstream.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tests;
using services::StreamStore;

class TestStreamStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { addScriptedStreams(); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void comesBack()
    {
        StreamStore store(file());
        QVERIFY(store.load().ok());
        QVERIFY(store.streams().empty());
        streams::StreamConfig config = scriptedStream(u"a"_s, u"x"_s);
        config.label = u"Ä"_s;
        config.enabled = false;
        QVERIFY(store.add(config).ok());
        StreamStore again(file());
        QVERIFY(again.load().ok());
        QCOMPARE(again.streams(), std::vector{config});
    }

    void whatAnotherProgramAddedStays()
    {
        StreamStore window(file());
        QVERIFY(window.add(scriptedStream(u"a"_s, u"x"_s)).ok());
        StreamStore command(file());
        QVERIFY(command.load().ok());
        QVERIFY(command.add(scriptedStream(u"b"_s, u"x"_s)).ok());
        // The window knows nothing of it and saves.
        streams::StreamConfig changed = *window.find(u"a"_s);
        changed.label = u"changed"_s;
        QVERIFY(window.update(changed).ok());
        QCOMPARE(names(window), QStringList({u"a"_s, u"b"_s}));
        StreamStore again(file());
        QVERIFY(again.load().ok());
        QCOMPARE(names(again), QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(again.find(u"a"_s)->label, u"changed"_s);
        // What was removed there does not come back from here.
        QVERIFY(command.remove(u"uuid-of-a"_s).ok());
        QVERIFY(!window.update(changed).ok());
        QVERIFY(!window.add(scriptedStream(u"b"_s, u"x"_s)).ok()); // the name is taken
    }

    void manyAtOnceLoseNothing()
    {
        std::vector<std::thread> programs;
        for (int program = 0; program < 4; ++program) {
            programs.emplace_back([this, program] {
                StreamStore store(file());
                for (int i = 0; i < 10; ++i)
                    (void)store.add(scriptedStream(u"s%1-%2"_s.arg(program).arg(i), u"x"_s));
            });
        }
        for (std::thread &program : programs)
            program.join();
        StreamStore store(file());
        QVERIFY(store.load().ok());
        QCOMPARE(store.streams().size(), size_t{40});
    }

    void refreshTellsChanges()
    {
        StreamStore window(file());
        QVERIFY(!window.refresh());
        StreamStore command(file());
        QVERIFY(command.add(scriptedStream(u"a"_s, u"x"_s)).ok());
        QVERIFY(window.refresh());
        QVERIFY(!window.refresh());
        QCOMPARE(names(window), QStringList{u"a"_s});
        write("{\"streams\": [");
        QVERIFY(!window.refresh()); // half a file: what we have stays
        QCOMPARE(names(window), QStringList{u"a"_s});
    }

    void secretsOfTheSessionStayInMemory()
    {
        StreamStore store(file());
        streams::StreamConfig config = scriptedStream(u"a"_s, u"x"_s);
        config.values.set(u"secret"_s, u"open sesame"_s);
        QVERIFY(store.add(config).ok());
        QVERIFY(!read().contains("sesame"));
        StreamStore command(file());
        QVERIFY(command.add(scriptedStream(u"b"_s, u"x"_s)).ok());
        QVERIFY(store.refresh());
        QCOMPARE(store.find(u"a"_s)->values.stored().value(u"secret"_s).toString(), u"open sesame"_s);
    }

    void brokenFilesAreNotOverwritten()
    {
        write("{\"streams\": [");
        StreamStore store(file());
        QVERIFY(!store.load().ok());
        const Outcome added = store.add(scriptedStream(u"a"_s, u"x"_s));
        QVERIFY(!added.ok());
        QVERIFY(!added.error().remedy.isEmpty());
        QCOMPARE(read(), QByteArray("{\"streams\": ["));
    }

    void aListThatIsLockedIsSaid()
    {
        QLockFile lock(file() + u".lock"_s);
        QVERIFY(lock.tryLock());
        StreamStore store(file());
        const Outcome added = store.add(scriptedStream(u"a"_s, u"x"_s));
        QVERIFY(!added.ok());
        QVERIFY(store.streams().empty());
        QVERIFY(!QFile::exists(file()));
    }

    // Written by hand: the rows of a stream hang on its uuid, which must be the same at each start.
    void aStreamWithoutUuidHasTheSameOneEachTime()
    {
        write("{\"streams\": [{\"name\": \"a\", \"type\": \"scripted\"}]}");
        StreamStore first(file());
        StreamStore second(file());
        QVERIFY(first.load().ok() && second.load().ok());
        QVERIFY(!first.find(u"a"_s)->uuid.isEmpty());
        QCOMPARE(first.find(u"a"_s)->uuid, second.find(u"a"_s)->uuid);
        streams::StreamConfig config = *first.find(u"a"_s);
        config.label = u"changed"_s;
        QVERIFY(first.update(config).ok());
    }

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"streams.json"_s); }
    [[nodiscard]] static QStringList names(const StreamStore &store)
    {
        QStringList list;
        for (const streams::StreamConfig &config : store.streams())
            list << config.name;
        return list;
    }
    void write(const QByteArray &text) const
    {
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
    }
    [[nodiscard]] QByteArray read() const
    {
        QFile in(file());
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestStreamStore)
#include "tst_streamstore.moc"
