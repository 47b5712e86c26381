// SPDX-License-Identifier: GPL-3.0-or-later
// What a change of mind makes of a target in every state, and how the journal keeps it; without a TOM.
#include "core/journal/journal.h"
#include "core/tom/programname.h"
#include "core/tom/targettable.h"
#include "core/tom/targetwish.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tom;

Q_DECLARE_METATYPE(tocsin::tom::TargetRecord)

namespace {

TargetRecord recordIn(State state, Job job = Job::Create, bool unsure = false, bool isThere = false)
{
    TargetRecord record{.account = u"obs"_s, .draft = {.name = u"SN 2026abc"_s, .ra = 1, .dec = 2, .event = u"e"_s}, .state = state};
    record.job = job;
    record.unsure = unsure;
    record.made = UtcTime::now();
    if (isThere)
        record.target = Target{.id = 7, .name = u"SN 2026abc"_s};
    return record;
}

} // namespace

class TestTargetWish : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takenBackAndWantedAgain_data();
    void takenBackAndWantedAgain();
    void minds_data();
    void minds();
    void goneIsMadeAnew();
    void accountsLeave_data();
    void accountsLeave();
    void claimedOnesAreAskedFor();
    void whatOthersWroteStays();

private:
    template <typename T>
    T ask(const std::function<Result<T>(QSqlDatabase &)> &job)
    {
        Result<T> answer = m_journal.wait<T>(job);
        if (!answer)
            qFatal("%s", qPrintable(answer.error().message));
        return std::move(answer).value();
    }
    journal::Journal m_journal{QString()};
};

void TestTargetWish::takenBackAndWantedAgain_data()
{
    QTest::addColumn<TargetRecord>("before");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("job");
    QTest::addColumn<int>("again"); // its state once it is wanted after all, before any TOM was asked
    const auto row = [](const char *name, const TargetRecord &before, State state, Job job, State again) {
        QTest::newRow(name) << before << static_cast<int>(state) << static_cast<int>(job) << static_cast<int>(again);
    };
    row("local", recordIn(State::Local), State::Removed, Job::Create, State::Local);
    row("refused", recordIn(State::Refused), State::Removed, Job::Create, State::Refused);
    row("refused, may be there", recordIn(State::Refused, Job::Create, true), State::Queued, Job::Remove, State::Queued);
    row("waits", recordIn(State::Queued), State::Removed, Job::Create, State::Queued);
    row("waits, may be there", recordIn(State::Queued, Job::Create, true), State::Queued, Job::Remove, State::Queued);
    row("waits for its light curve", recordIn(State::Queued, Job::Create, true, true), State::Queued, Job::Remove, State::Queued);
    row("there", recordIn(State::Created, Job::Create, false, true), State::Queued, Job::Remove, State::Created);
    row("linked", recordIn(State::Exists, Job::Create, false, true), State::Removed, Job::Create, State::Exists);
    row("alias", recordIn(State::Exists, Job::Alias, false, true), State::Queued, Job::RemoveAlias, State::Exists);
    row("alias that waits", recordIn(State::Queued, Job::Alias, false, true), State::Removed, Job::Alias, State::Queued);
    row("alias that may be there", recordIn(State::Queued, Job::Alias, true, true), State::Queued, Job::RemoveAlias, State::Queued);
}

void TestTargetWish::takenBackAndWantedAgain()
{
    QFETCH(TargetRecord, before);
    QFETCH(int, state);
    QFETCH(int, job);
    QFETCH(int, again);
    before = ask<TargetRecord>([&](QSqlDatabase &db) { return table::insert(db, before); });
    const UtcTime now = UtcTime::now();
    const auto takeBack = [&](QSqlDatabase &db) { return table::takeBack(db, before.number, now); };
    const TargetRecord gone = ask<TargetRecord>(takeBack);
    QCOMPARE(stateWord(gone.state), stateWord(static_cast<State>(state)));
    QCOMPARE(static_cast<int>(gone.job), job);
    // As it was kept, and twice is once.
    const TargetRecord twice = ask<TargetRecord>(takeBack);
    QCOMPARE(twice.state, gone.state);
    QCOMPARE(twice.job, gone.job);
    QCOMPARE(twice.target.has_value(), before.target.has_value());
    const TargetRecord wanted = ask<TargetRecord>([&](QSqlDatabase &db) { return table::restore(db, before, now); });
    QCOMPARE(stateWord(wanted.state), stateWord(static_cast<State>(again)));
    QCOMPARE(wanted.job, before.job);
    if (before.unsure)
        QVERIFY2(wanted.unsure, "what may be there is looked up before it is sent");
}

void TestTargetWish::minds_data()
{
    QTest::addColumn<TargetRecord>("sent"); // what came of it
    QTest::addColumn<int>("wish");
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("unsure");
    const auto row = [](const char *name, const TargetRecord &sent, Job wish, State state, bool unsure = false) {
        QTest::newRow(name) << sent << static_cast<int>(wish) << static_cast<int>(state) << unsure;
    };
    row("made, not wanted", recordIn(State::Created, Job::Create, false, true), Job::Remove, State::Queued);
    row("refused, not wanted", recordIn(State::Refused), Job::Remove, State::Removed);
    row("away, not wanted", recordIn(State::Queued), Job::Remove, State::Removed);
    row("unsure, not wanted", recordIn(State::Queued, Job::Create, true), Job::Remove, State::Queued, true);
    row("somebody else's, not wanted", recordIn(State::Exists, Job::Create, false, true), Job::Remove, State::Removed);
    row("alias added, not wanted", recordIn(State::Exists, Job::Alias, false, true), Job::RemoveAlias, State::Queued);
    row("removed, wanted", recordIn(State::Removed, Job::Remove, false, true), Job::Create, State::Queued);
    row("not removed yet, wanted", recordIn(State::Queued, Job::Remove, false, true), Job::Create, State::Created);
    row("perhaps removed, wanted", recordIn(State::Queued, Job::Remove, true, true), Job::Create, State::Queued, true);
    row("not permitted, wanted", recordIn(State::Created, Job::Create, false, true), Job::Create, State::Created);
    row("alias not removed yet, wanted", recordIn(State::Queued, Job::RemoveAlias, false, true), Job::Alias, State::Exists);
}

void TestTargetWish::minds()
{
    QFETCH(TargetRecord, sent);
    QFETCH(int, wish);
    QFETCH(int, state);
    QFETCH(bool, unsure);
    const TargetRecord now = wish::reconsidered(sent, static_cast<Job>(wish), UtcTime::now());
    QCOMPARE(stateWord(now.state), stateWord(static_cast<State>(state)));
    QCOMPARE(now.unsure, unsure);
    if (now.state == State::Queued)
        QCOMPARE(static_cast<int>(now.job), wish);
    QVERIFY(now.state != State::Queued || now.nextTry.isValid());
}

// The TOM's number of one that is gone is nobody's: else it would be looked for, and removed, by it.
void TestTargetWish::goneIsMadeAnew()
{
    const TargetRecord again = wish::restored(recordIn(State::Removed, Job::Remove, false, true), recordIn(State::Created, Job::Create, false, true), UtcTime::now());
    QCOMPARE(again.state, State::Queued);
    QCOMPARE(again.job, Job::Create);
    QVERIFY2(!again.target, "it has no number yet");
}

void TestTargetWish::accountsLeave_data()
{
    QTest::addColumn<TargetRecord>("waiting");
    QTest::addColumn<int>("state");
    QTest::newRow("never sent") << recordIn(State::Queued) << static_cast<int>(State::Local);
    QTest::newRow("may have arrived") << recordIn(State::Queued, Job::Create, true) << static_cast<int>(State::Refused);
    QTest::newRow("to be removed") << recordIn(State::Queued, Job::Remove, false, true) << static_cast<int>(State::Created);
    QTest::newRow("alias to be removed") << recordIn(State::Queued, Job::RemoveAlias, false, true) << static_cast<int>(State::Exists);
    QTest::newRow("alias") << recordIn(State::Queued, Job::Alias, false, true) << static_cast<int>(State::Refused);
}

void TestTargetWish::accountsLeave()
{
    QFETCH(TargetRecord, waiting);
    QFETCH(int, state);
    waiting.account = u"leaves"_s;
    const int64_t number = ask<TargetRecord>([&](QSqlDatabase &db) { return table::insert(db, waiting); }).number;
    QCOMPARE(ask<int>([](QSqlDatabase &db) { return table::leave(db, u"leaves"_s, UtcTime::now()); }), 1);
    const TargetRecord left = ask<TargetRecord>([&](QSqlDatabase &db) { return table::find(db, number); });
    QCOMPARE(stateWord(left.state), stateWord(static_cast<State>(state)));
    QVERIFY2(left.why.contains(u"leaves"), qPrintable(left.why));
    QCOMPARE(left.account.isEmpty(), left.state == State::Local);
}

// Somebody has it on the wire: the wish waits in the record, and is found when that one writes down what came.
void TestTargetWish::claimedOnesAreAskedFor()
{
    TargetRecord record = recordIn(State::Queued);
    record.nextTry = UtcTime::fromUs(1);
    record = ask<TargetRecord>([&](QSqlDatabase &db) { return table::insert(db, record); });
    const QString sender = programName();
    const auto claimed = ask<std::vector<TargetRecord>>([&](QSqlDatabase &db) { return table::claimDue(db, UtcTime::now(), sender, UtcTime::fromUs(UtcTime::now().us + 60'000'000), 4); });
    QVERIFY(std::ranges::find(claimed, record.number, &TargetRecord::number) != claimed.end());
    QVERIFY2(ask<TargetRecord>([&](QSqlDatabase &db) { return table::find(db, record.number); }).unsure, "a claim counts as unsure until something is written down");
    const TargetRecord asked = ask<TargetRecord>([&](QSqlDatabase &db) { return table::takeBack(db, record.number, UtcTime::now()); });
    QCOMPARE(asked.state, State::Queued);
    QCOMPARE(asked.job, Job::Remove);
    TargetRecord sent = claimed.front();
    sent.number = record.number;
    sent.state = State::Created;
    sent.target = Target{.id = 9};
    const TargetRecord settled = ask<TargetRecord>([&](QSqlDatabase &db) { return table::settle(db, sent, Job::Create); });
    QCOMPARE(settled.state, State::Queued);
    QCOMPARE(settled.job, Job::Remove);
    QCOMPARE(settled.target->id, 9);
}

// What was sent was read before: an offer that was made meanwhile, another name of the account.
void TestTargetWish::whatOthersWroteStays()
{
    const TargetRecord record = ask<TargetRecord>([](QSqlDatabase &db) { return table::insert(db, recordIn(State::Queued)); });
    ask<int>([&](QSqlDatabase &db) { return table::noteOffered(db, record.number); });
    ask<int>([&](QSqlDatabase &db) { return table::rename(db, u"obs"_s, u"new"_s); });
    TargetRecord sent = record;
    sent.state = State::Created;
    sent.target = Target{.id = 10};
    const TargetRecord kept = ask<TargetRecord>([&](QSqlDatabase &db) { return table::settle(db, sent, Job::Create); });
    QVERIFY(kept.offeredRemoval);
    QCOMPARE(kept.account, u"new"_s);
}

QTEST_GUILESS_MAIN(TestTargetWish)

#include "tst_targetwish.moc"
