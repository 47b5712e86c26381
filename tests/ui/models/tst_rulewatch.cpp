// SPDX-License-Identifier: GPL-3.0-or-later
// What the window knows of rules from the journal.
#include "core/journal/journal.h"
#include "core/rules/actions/action.h"
#include "ui/models/rulewatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using rules::Rule;
using State = rules::RuleRun::State;

namespace {

Rule posting()
{
    rules::Action hook{.kind = u"webhook"_s};
    hook.values.set(u"url"_s, u"https://chat.example.org/hooks/{secret}"_s);
    return {.name = u"members"_s, .enabled = true, .filter = u"mag < 12"_s, .actions = {{.kind = u"mark"_s}, hook}};
}

struct Setup {
    journal::Journal journal{{}};
    rules::RuleLedger ledger{journal};

    int64_t keep(const QString &kind, int place, State state, const QString &result = {}, int64_t row = 7)
    {
        rules::RuleRun run{.rule = u"members"_s, .kind = kind, .place = place, .row = row, .state = state, .made = UtcTime::now(), .finished = UtcTime::now(), .result = result, .output = u"its words"_s};
        const auto numbers = ledger.keep({.judged = row, .lanes = {}, .events = {}, .runs = {run}});
        run.number = numbers ? numbers.value().front() : 0;
        ledger.note(run); // its output
        return run.number;
    }
};

} // namespace

class RuleWatchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lastRuns();
    void whatWentWrongIsToldOnce();
    void heldRowsWaitForTheirDestination();
};

void RuleWatchTest::lastRuns()
{
    Setup setup;
    QVERIFY(setup.keep(u"mark"_s, 0, State::Done, u"marked"_s) > 0);
    RuleWatch watch(setup.journal);
    watch.setRules({posting()});
    QTRY_COMPARE(watch.stateOf(u"members"_s).runs.size(), 1U);
    const RuleState state = watch.stateOf(u"members"_s);
    QVERIFY(state.lastHit.isValid() && !state.failing());
    QCOMPARE(state.runs.front().message, u"marked"_s);
    QVERIFY(watch.waiting().empty());
    // Newest first.
    QVERIFY(setup.keep(u"webhook"_s, 1, State::Failed, u"HTTP 503"_s) > 0);
    QTRY_COMPARE(watch.stateOf(u"members"_s).runs.size(), 2U);
    const RuleState later = watch.stateOf(u"members"_s);
    QVERIFY(later.failing());
    QCOMPARE(later.failing()->output, u"its words"_s);
}

void RuleWatchTest::whatWentWrongIsToldOnce()
{
    Setup setup;
    QVERIFY(setup.keep(u"webhook"_s, 1, State::Failed, u"before the window"_s) > 0);
    RuleWatch watch(setup.journal);
    QSignalSpy wrong(&watch, &RuleWatch::wentWrong);
    watch.setRules({posting()});
    QTRY_VERIFY(watch.stateOf(u"members"_s).failing());
    QCOMPARE(wrong.size(), 0); // it stands on the page, nobody is disturbed
    QVERIFY(setup.keep(u"webhook"_s, 1, State::Failed, u"HTTP 500"_s) > 0);
    QTRY_COMPARE(wrong.size(), 1);
    QCOMPARE(wrong[0][0].toString(), u"members"_s);
    QCOMPARE(wrong[0][1].value<RuleRun>().message, u"HTTP 500"_s);
    QVERIFY(setup.keep(u"mark"_s, 0, State::Done) > 0);
    QTRY_COMPARE(watch.stateOf(u"members"_s).runs.size(), 3U);
    QCOMPARE(wrong.size(), 1);
    // One that was seen while it waited.
    rules::RuleRun run{.rule = u"members"_s, .kind = u"webhook"_s, .place = 1, .row = 7, .made = UtcTime::fromUs(UtcTime::now().us + 1)};
    run.number = setup.ledger.keep({.judged = 7, .lanes = {}, .events = {}, .runs = {run}}).value().front();
    QTRY_COMPARE(watch.stateOf(u"members"_s).lastHit, run.made);
    run.state = State::Failed;
    run.finished = UtcTime::now();
    setup.ledger.note(run);
    QTRY_COMPARE(wrong.size(), 2);
}

void RuleWatchTest::heldRowsWaitForTheirDestination()
{
    Setup setup;
    const QString destination = rules::destinationsOf(posting().actions[1]).constFirst();
    RuleWatch watch(setup.journal);
    watch.setRules({posting()});
    QVERIFY(setup.keep(u"webhook"_s, 1, State::Held, {}, 7) > 0);
    QVERIFY(setup.keep(u"webhook"_s, 1, State::Held, {}, 8) > 0);
    QTRY_VERIFY(!watch.waiting().empty() && watch.waiting().front().rows == 2);
    QCOMPARE(watch.waiting().size(), 1U);
    QCOMPARE(watch.waiting().front().destination, destination);
    QVERIFY(watch.waiting().front().label.contains(u"chat.example.org"_s));
    watch.putOff(destination); // asks no more, and stays held
    QVERIFY(watch.waiting().empty());
    QCOMPARE(watch.stateOf(u"members"_s).waiting.size(), 1U);
    RuleWatch other(setup.journal);
    other.setRules({posting()});
    QTRY_COMPARE(other.waiting().size(), 1U);
    other.allow(destination);
    QTRY_VERIFY(other.waiting().empty());
    QTRY_VERIFY(watch.stateOf(u"members"_s).waiting.empty());
    // For every rule that goes there, and for good.
    RuleWatch third(setup.journal);
    third.setRules({posting()});
    QTRY_VERIFY(third.stateOf(u"members"_s).lastHit.isValid());
    QVERIFY(third.waiting().empty());
}

QTEST_GUILESS_MAIN(RuleWatchTest)
#include "tst_rulewatch.moc"
