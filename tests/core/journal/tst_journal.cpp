// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"
#include "core/journal/journalfile.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::journal;

namespace {

Result<int> allow(QSqlDatabase &db, const QString &destination)
{
    QSqlQuery query(db);
    query.prepare(u"INSERT OR REPLACE INTO consents VALUES (?, 1)"_s);
    query.addBindValue(destination);
    if (!query.exec())
        return journalError(u"consent"_s, u"not written"_s);
    return 1;
}

Result<int> count(QSqlDatabase &db)
{
    QSqlQuery query(db);
    if (!query.exec(u"SELECT count(*) FROM consents"_s) || !query.next())
        return journalError(u"consents"_s, u"not read"_s);
    return query.value(0).toInt();
}

// How often it has told of a change; a QSignalSpy takes no signals of other threads.
struct Changes {
    explicit Changes(Journal &journal)
    {
        QObject::connect(&journal, &Journal::changed, &context, [this] { ++times; });
    }

    QObject context;
    int times = 0;
};

} // namespace

// The journal on its thread, with a real file.
class TestJournal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsAndTells();
    void takesBackWhatWentWrong();
    void keepsTogetherWhatWaits();
    void hearsOfOtherPrograms();
    void allMeetAtANewFile();
    void tellsNobodyWhoIsGone();
    void aNewerOneStaysAsItIs();
};

void TestJournal::keepsAndTells()
{
    const QTemporaryDir folder;
    const QString file = Journal::fileIn(folder.path() + u"/archive"_s);
    {
        Journal journal(file);
        const Changes changed(journal);
        std::optional<Result<int>> answer;
        journal.ask<int>(&journal, [](QSqlDatabase &db) { return allow(db, u"host:example.org"_s); }, [&](Result<int> got) { answer.emplace(std::move(got)); });
        QTRY_VERIFY(answer);
        QVERIFY(answer->ok());
        QTRY_COMPARE(changed.times, 1);
    }
    Journal again(file);
    const Result<int> kept = again.wait<int>(count);
    QVERIFY(kept);
    QCOMPARE(kept.value(), 1);
}

void TestJournal::takesBackWhatWentWrong()
{
    Journal journal{QString()};
    const Result<int> wrong = journal.wait<int>([](QSqlDatabase &db) -> Result<int> {
        (void)allow(db, u"one"_s);
        return Error{.message = u"wrong"_s};
    });
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().message, u"wrong"_s);
    QCOMPARE(journal.wait<int>(count).value(), 0);
}

// A flood of jobs behind one that takes its time: one commit, one piece of news, and who goes wrong goes alone.
void TestJournal::keepsTogetherWhatWaits()
{
    const QTemporaryDir folder;
    const QString file = Journal::fileIn(folder.path());
    Journal journal(file);
    const Changes changed(journal);
    QVERIFY(journal.wait<int>([](QSqlDatabase &db) { return allow(db, u"first"_s); }));
    QTRY_COMPARE(changed.times, 1);
    std::promise<void> letGo;
    int told = 0;
    int wrong = 0;
    int seen = -1;
    const auto tell = [&](const Result<int> &answer) { ++(answer ? told : wrong); };
    std::promise<void> begun;
    journal.ask<int>(this, [gate = letGo.get_future().share(), &begun](QSqlDatabase &) {
        begun.set_value();
        gate.wait();
        return Result<int>(0);
    }, tell);
    begun.get_future().wait(); // alone; what comes now waits
    for (int i = 0; i < 100; ++i) {
        journal.ask<int>(this, [i, &file, &seen](QSqlDatabase &db) {
            if (i == 90) {
                Result<QSqlDatabase> other = openJournal(file);
                seen = count(other.value()).value();
                closeJournal(other.value());
            }
            const Result<int> written = allow(db, u"flood-%1"_s.arg(i));
            return i == 50 ? Result<int>(Error{.message = u"wrong"_s}) : written;
        }, tell);
    }
    letGo.set_value();
    QTRY_COMPARE(told + wrong, 101);
    QCOMPARE(wrong, 1);
    QCOMPARE(seen, 1);
    QCOMPARE(journal.wait<int>(count).value(), 100);
    QTRY_COMPARE(changed.times, 2);
}

void TestJournal::hearsOfOtherPrograms()
{
    const QTemporaryDir folder;
    const QString file = Journal::fileIn(folder.path());
    Journal one(file);
    Journal other(file);
    QCOMPARE(one.wait<int>(count).value(), 0);
    const Changes changed(one);
    QVERIFY(other.wait<int>([](QSqlDatabase &db) { return allow(db, u"one"_s); }));
    QTRY_COMPARE(changed.times, 1);
    QCOMPARE(one.wait<int>(count).value(), 1);
}

// A window and commands that start together in a new home.
void TestJournal::allMeetAtANewFile()
{
    for (int round = 0; round < 40; ++round) {
        const QTemporaryDir folder;
        std::vector<std::unique_ptr<Journal>> programs;
        std::vector<std::optional<Result<int>>> answers(6);
        for (std::optional<Result<int>> &answer : answers) {
            programs.push_back(std::make_unique<Journal>(Journal::fileIn(folder.path())));
            programs.back()->ask<int>(this, count, [&answer](Result<int> got) { answer.emplace(std::move(got)); });
        }
        for (const std::optional<Result<int>> &answer : answers) {
            QTRY_VERIFY_WITH_TIMEOUT(answer, 20'000);
            QVERIFY2(answer->ok(), answer->ok() ? "" : qPrintable(answer->error().message + answer->error().detail));
        }
    }
}

void TestJournal::tellsNobodyWhoIsGone()
{
    Journal journal{QString()};
    auto context = std::make_unique<QObject>();
    bool isTold = false;
    journal.ask<int>(context.get(), count, [&](const Result<int> &) { isTold = true; });
    context.reset();
    bool isLater = false;
    journal.ask<int>(&journal, count, [&](const Result<int> &) { isLater = true; });
    QTRY_VERIFY(isLater);
    QVERIFY(!isTold);
}

void TestJournal::aNewerOneStaysAsItIs()
{
    const QTemporaryDir folder;
    const QString file = Journal::fileIn(folder.path());
    {
        Result<QSqlDatabase> db = openJournal(file);
        QVERIFY(db);
        QVERIFY(run(db.value(), u"PRAGMA user_version = 900"_s));
        closeJournal(db.value());
    }
    Journal journal(file);
    const Result<int> answer = journal.wait<int>(count);
    QVERIFY(!answer);
    QVERIFY(answer.error().message.contains(u"newer Tocsin"_s));
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
