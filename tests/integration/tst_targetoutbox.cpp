// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox of targets when TOMs are away, slow or broken, and when programs end in the middle; with real TOMs.
#include "core/tom/targettable.h"
#include "support/lossyproxy.h"
#include "support/targethome.h"

#include <QCoreApplication>
#include <QSysInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::tom;
using rig::TomRig;
using tests::kTomPatience;

namespace {

// A program that is no more: no process has this number.
QString deadProgram()
{
    return QSysInfo::machineHostName() + u"/4194999/1/1"_s;
}

} // namespace

class TestTargetOutbox : public QObject, private tests::TargetHome
{
    Q_OBJECT
private Q_SLOTS:
    void init() { beginHome(); }
    void cleanup() { endHome(); }

    void awayAndBackAfterARestart();
    void askedToComeLater();
    void lostRepliesMakeNoTwins();
    void errorsOfTheTomMakeNoTwins();
    void endInTheMiddleMakesNoTwins();
    void endAfterTheClaimLeavesIt();
    void twoProgramsSendOnce();
    void claimsOfTheDeadAreTaken();
    void whatTheDeadSentIsFound();
    void accountsAreRenamedWithIt();
    void accountsLeaveItBehind();

private:
    int64_t claimedByTheDead(const Draft &draft)
    {
        journal::Journal journal(journalFile());
        const Result<TargetRecord> kept = journal.wait<TargetRecord>([&](QSqlDatabase &db) -> Result<TargetRecord> {
            const UtcTime now = UtcTime::now();
            const Result<TargetRecord> made = table::insert(db, {.account = u"obs"_s, .draft = draft, .state = State::Queued, .made = now, .nextTry = now});
            if (!made)
                return made;
            const auto claimed = table::claimDue(db, now, deadProgram(), UtcTime::fromUs(now.us + 3'600'000'000), 1);
            return claimed ? made : claimed.error();
        });
        return kept ? kept.value().number : 0;
    }
};

void TestTargetOutbox::awayAndBackAfterARestart()
{
    account(u"obs"_s, tom()->url());
    tom()->stop();
    int64_t number = 0;
    {
        const auto home = program();
        const TargetRecord away = home->made(u"obs"_s, draftNamed(u"waits"_s, 40));
        number = away.number;
        QCOMPARE(away.state, State::Queued);
        QVERIFY2(away.why.contains(u"refused the connection"), qPrintable(away.why));
        QVERIFY(!away.unsure);
        QVERIFY(away.nextTry.us > UtcTime::now().us);
        QTRY_COMPARE(home->targets->waiting(), 1);
    }
    QVERIFY2(tom()->start(), qPrintable(tom()->why()));
    const auto again = program();
    QTRY_COMPARE(again->targets->waiting(), 1);
    again->targets->retry(0);
    QCOMPARE(again->settle(number).state, State::Created);
    QTRY_COMPARE(again->targets->waiting(), 0);
    QCOMPARE(tom()->targetsNamed(u"waits"_s), 1);
}

void TestTargetOutbox::askedToComeLater()
{
    account(u"obs"_s, tom(u"throttled"_s)->url());
    std::vector<int64_t> numbers;
    {
        const auto home = program();
        for (int i = 0; i < 4; ++i)
            numbers.push_back(home->create(u"obs"_s, draftNamed(u"one of many %1"_s.arg(i), 50 + i)).number);
        TargetRecord late;
        for (const int64_t number : numbers) {
            const TargetRecord record = home->settle(number);
            QVERIFY2(record.number > 0, "no answer came");
            if (record.state == State::Queued)
                late = record;
        }
        QVERIFY(late.number > 0);
        QCOMPARE(late.cause, ErrorKind::TimeLimit);
        QVERIFY(!late.unsure);
        const double pause = static_cast<double>(late.nextTry.us - UtcTime::now().us) / 1e6;
        QVERIFY2(pause > 0 && pause <= 11, qPrintable(QString::number(pause)));
    }
    // By itself, by another program of the home.
    const auto again = program();
    QTRY_COMPARE_WITH_TIMEOUT(tom(u"throttled"_s)->targetsNamed(u"one of many 0"_s) + tom(u"throttled"_s)->targetsNamed(u"one of many 1"_s)
                                  + tom(u"throttled"_s)->targetsNamed(u"one of many 2"_s) + tom(u"throttled"_s)->targetsNamed(u"one of many 3"_s),
                              4, kTomPatience);
    QTRY_COMPARE_WITH_TIMEOUT(again->targets->waiting(), 0, kTomPatience);
}

void TestTargetOutbox::lostRepliesMakeNoTwins()
{
    tests::LossyProxy proxy(tom()->url());
    account(u"obs"_s, proxy.address());
    const auto home = program();
    proxy.lost = "POST /api/targets/";
    const int posts = tom()->asked("POST /api/targets/");
    const TargetRecord queued = home->create(u"obs"_s, draftNamed(u"lost reply"_s, 60));
    const TargetRecord unsure = home->settle(queued.number);
    QCOMPARE(unsure.state, State::Queued);
    QVERIFY(unsure.unsure);
    QCOMPARE(proxy.swallowed, 1);
    proxy.lost.clear();
    const TargetRecord made = home->settle(queued.number, 2);
    QVERIFY2(made.state == State::Created, qPrintable(made.why));
    QCOMPARE(tom()->targetsNamed(u"lost reply"_s), 1);
    QCOMPARE(tom()->asked("POST /api/targets/") - posts, 1);
}

void TestTargetOutbox::errorsOfTheTomMakeNoTwins()
{
    account(u"obs"_s, tom()->url());
    const auto home = program();
    const int posts = tom()->asked("POST /api/targets/");
    Draft draft = draftNamed(u"broke off"_s, 61);
    draft.tags = {u"finder=Tocsin"_s}; // a field with a default at this site: a real error 500, and the target stays
    const TargetRecord queued = home->create(u"obs"_s, draft);
    QVERIFY(home->settle(queued.number).unsure);
    const TargetRecord made = home->settle(queued.number, 2);
    QVERIFY2(made.state == State::Created, qPrintable(made.why));
    QCOMPARE(tom()->targetsNamed(u"broke off"_s), 1);
    QCOMPARE(tom()->asked("POST /api/targets/") - posts, 1);
}

void TestTargetOutbox::endInTheMiddleMakesNoTwins()
{
    tests::LossyProxy proxy(tom()->url());
    account(u"obs"_s, proxy.address());
    proxy.lost = "POST /api/targets/";
    proxy.holds = true;
    int64_t number = 0;
    {
        const auto home = program();
        number = home->create(u"obs"_s, draftNamed(u"ended in the middle"_s, 62)).number;
        QTRY_COMPARE_WITH_TIMEOUT(proxy.swallowed, 1, kTomPatience);
    } // ends while it waits for the reply
    proxy.lost.clear();
    const auto again = program();
    QCOMPARE(again->settle(number).state, State::Created);
    QCOMPARE(tom()->targetsNamed(u"ended in the middle"_s), 1);
}

void TestTargetOutbox::endAfterTheClaimLeavesIt()
{
    account(u"obs"_s, tom()->url());
    int64_t number = 0;
    {
        const auto home = program();
        number = home->create(u"obs"_s, draftNamed(u"ended at the claim"_s, 63)).number; // and what claims it is on its way
    }
    const auto again = program();
    QCOMPARE(again->settle(number).state, State::Created);
    QCOMPARE(tom()->targetsNamed(u"ended at the claim"_s), 1);
}

void TestTargetOutbox::twoProgramsSendOnce()
{
    account(u"obs"_s, tom()->url());
    const auto one = program();
    const auto other = program();
    const int posts = tom()->asked("POST /api/targets/");
    std::vector<int64_t> numbers;
    for (int i = 0; i < 16; ++i)
        numbers.push_back(one->create(u"obs"_s, draftNamed(u"shared %1"_s.arg(i), 70 + i), false, 300ms).number);
    QTRY_VERIFY_WITH_TIMEOUT(one->targets->waiting() > 0 && other->targets->waiting() > 0, kTomPatience);
    QTRY_COMPARE_WITH_TIMEOUT(other->targets->waiting() + one->targets->waiting(), 0, kTomPatience);
    for (const TargetRecord &record : other->list())
        QVERIFY2(record.state == State::Created, qPrintable(record.why));
    size_t answers = 0;
    for (const int64_t number : numbers)
        answers += one->settled[number].size() + other->settled[number].size();
    QCOMPARE(answers, size_t(16));
    QCOMPARE(tom()->asked("POST /api/targets/") - posts, 16);
}

void TestTargetOutbox::claimsOfTheDeadAreTaken()
{
    account(u"obs"_s, tom()->url());
    const int64_t number = claimedByTheDead(draftNamed(u"of a dead one"_s, 90));
    const auto home = program();
    QCOMPARE(home->settle(number).state, State::Created);
    QCOMPARE(tom()->targetsNamed(u"of a dead one"_s), 1);
}

// Claimed, sent, and killed before anything was written down of it: nothing but the claim tells that it may be there.
void TestTargetOutbox::whatTheDeadSentIsFound()
{
    account(u"obs"_s, tom()->url());
    const int64_t number = claimedByTheDead(draftNamed(u"sent by a dead one"_s, 91));
    const int posts = tom()->asked("POST /api/targets/") + 1;
    QCOMPARE(tom()->ask("POST", u"/api/targets/"_s, TomRig::byToken("alice"), R"({"name": "sent by a dead one", "type": "SIDEREAL", "ra": 91, "dec": 12.5})").status, 201);
    QTRY_COMPARE(tom()->asked("POST /api/targets/"), posts);
    const auto home = program();
    const TargetRecord found = home->settle(number);
    QVERIFY2(found.state == State::Created, qPrintable(u"a claim of the dead counts as unsure, so that what it sent is known as ours: "_s + stateWord(found.state) + u' ' + found.why));
    QCOMPARE(tom()->asked("POST /api/targets/"), posts);
}

void TestTargetOutbox::accountsAreRenamedWithIt()
{
    account(u"obs"_s, tom()->url());
    tom()->stop();
    const auto home = program();
    Draft secret = draftNamed(u"goes with the name"_s, 92);
    secret.restricted = true;
    home->targets->allowRestricted(u"obs"_s, &home->context, {});
    const int64_t waits = home->made(u"obs"_s, secret).number;
    QVERIFY2(home->find(waits).state == State::Queued, qPrintable(home->find(waits).why));
    QVERIFY(m_bench->wait([&](vault::Vault::Finished done) { m_bench->vault.rename(u"obs"_s, u"observatory"_s, std::move(done)); }).ok());
    // Between the two names it was due.
    home->targets->retry(0);
    QCOMPARE(home->settle(waits, 2).cause, ErrorKind::NotFound);
    home->targets->renameAccount(u"obs"_s, u"observatory"_s);
    QTRY_COMPARE(home->find(waits).account, u"observatory"_s);
    QVERIFY2(tom()->start(), qPrintable(tom()->why()));
    QTRY_VERIFY(home->settled[waits].size() >= 3);
    home->targets->retry(0);
    QCOMPARE(home->end(waits), State::Created);
    // What was allowed is allowed under the new name, and no more under the old one.
    secret.name = u"goes there, too"_s;
    secret.ra = 93;
    QCOMPARE(home->made(u"observatory"_s, secret).state, State::Created);
    secret.name = u"goes nowhere"_s;
    QVERIFY(!home->wait<TargetRecord>([&](auto done) { home->targets->create(u"obs"_s, secret, false, 0ms, &home->context, std::move(done)); }));
}

void TestTargetOutbox::accountsLeaveItBehind()
{
    tests::LossyProxy proxy(tom()->url());
    account(u"obs"_s, proxy.address());
    const auto home = program();
    home->targets->allowRestricted(u"obs"_s, &home->context, {});
    proxy.lost = "POST /api/targets/";
    const int64_t unsure = home->made(u"obs"_s, draftNamed(u"may have arrived"_s, 94)).number;
    proxy.close();
    const int64_t waits = home->create(u"obs"_s, draftNamed(u"never sent"_s, 95), false, 1h).number;
    QVERIFY(m_bench->wait([&](vault::Vault::Finished done) { m_bench->vault.remove(u"obs"_s, true, std::move(done)); }).ok());
    home->targets->leaveAccount(u"obs"_s);
    QTRY_COMPARE(home->find(waits).state, State::Local);
    QCOMPARE(home->find(waits).account, QString());
    QVERIFY2(home->find(waits).why.contains(u"“obs” was removed"), qPrintable(home->find(waits).why));
    QCOMPARE(home->end(unsure), State::Refused);
    QVERIFY2(home->find(unsure).why.contains(u"account"), qPrintable(home->find(unsure).why));
    QTRY_COMPARE(home->targets->waiting(), 0);
    // A later account of its name is another one: what was allowed to the former is not to this.
    account(u"obs"_s, tom()->url());
    Draft secret = draftNamed(u"asks again"_s, 96);
    secret.restricted = true;
    QVERIFY(!home->wait<TargetRecord>([&](auto done) { home->targets->create(u"obs"_s, secret, false, 0ms, &home->context, std::move(done)); }));
    // To another one.
    account(u"other"_s, tom()->url());
    QVERIFY(home->wait<TargetRecord>([&](auto done) { home->targets->send(waits, u"other"_s, &home->context, std::move(done)); }));
    QCOMPARE(home->end(waits), State::Created);
}

int main(int argc, char **argv)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keychain of whoever runs this
    QCoreApplication app(argc, argv);
    TestTargetOutbox test;
    return rig::runWithTom(&test, argc, argv);
}

#include "tst_targetoutbox.moc"
