// SPDX-License-Identifier: GPL-3.0-or-later
// Rules in words.
#include "core/rules/shippedrules.h"
#include "support/ruleexamples.h"
#include "ui/models/rulewords.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::ui;
using rules::Rule;

namespace {

const std::vector<rules::ActionKind> &kinds()
{
    return rules::actionKinds();
}

Rule waking()
{
    return {.name = u"gw"_s, .filter = u"significant"_s, .actions = {{.kind = u"notify"_s}, {.kind = u"sound"_s}}};
}

} // namespace

class RuleWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sentence();
    void everyPartIsSaid();
    void state();
    void failing();
    void outcome();
    void freeName();
};

void RuleWordsTest::sentence()
{
    QCOMPARE(rulewords::sentence(waking(), kinds()),
             u"Wakes you when an alert passes “significant”. Then: Notification, Sound: alarm. One event alarms once. Test alerts are left out."_s);
    Rule quiet{.name = u"star"_s, .topics = {u"ztf.*"_s}, .actions = {{.kind = u"mark"_s}}, .tests = true};
    QCOMPARE(rulewords::sentence(quiet, kinds()), u"Acts on every alert of ztf.* and wakes nobody. Then: Mark: Star. Test alerts count as well."_s);
    quiet.actions.clear();
    QVERIFY(rulewords::sentence(quiet, kinds()).contains(u"does nothing yet"_s));
    // A filter is the person's own text: nothing of it is a place to fill in.
    Rule tricky = waking();
    tricky.topics = {u"a%2b"_s};
    tricky.filter = u"name ~ \"%1%2\""_s;
    QVERIFY2(rulewords::sentence(tricky, kinds()).startsWith(u"Wakes you when an alert of a%2b passes “name ~ \"%1%2\"”."_s), qPrintable(rulewords::sentence(tricky, kinds())));
}

void RuleWordsTest::everyPartIsSaid()
{
    const QString plain = rulewords::sentence(waking(), kinds());
    const auto says = [&plain](const std::function<void(Rule &)> &change, const QString &words) {
        Rule rule = waking();
        change(rule);
        const QString now = rulewords::sentence(rule, kinds());
        return now != plain && now.contains(words);
    };
    QVERIFY(says([](Rule &rule) { rule.measure = u"p_bns"_s; }, u"again when “p_bns” has grown"_s));
    QVERIFY(says([](Rule &rule) { rule.throttle = 600s; }, u"At most one alarm in 10 min"_s));
    QVERIFY(says([](Rule &rule) { rule.repeat = 60s; }, u"until you acknowledge it"_s));
    QVERIFY(says([](Rule &rule) { rule.quiet = {22 * 60, 7 * 60 + 5}; }, u"no sound from 22:00 to 07:05"_s));
    QVERIFY(says([](Rule &rule) { rule.always = true; }, u"at any hour"_s));
    QVERIFY(says([](Rule &rule) { rule.retractions = true; }, u"retracted"_s));
    QVERIFY(says([](Rule &rule) { rule.marked = true; }, u"have marked"_s));
    QVERIFY(says([](Rule &rule) { rule.topics = {u"*"_s}; }, u"no other rule names"_s));
    rules::Action hook{.kind = u"webhook"_s};
    hook.values.set(u"url"_s, u"https://chat.example.org/hooks/{secret}"_s);
    QVERIFY(says([&](Rule &rule) { rule.actions.push_back(hook); }, u"Webhook to chat.example.org"_s));
}

void RuleWordsTest::state()
{
    const tests::RuleExamples examples;
    QStringList words;
    for (const Rule &rule : examples.rules)
        words << rulewords::look(rule, examples.states.value(rule.name), kinds()).word;
    QCOMPARE(words, (QStringList{u"Armed"_s, u"Not rehearsed"_s, u"Off"_s, u"Not rehearsed"_s, u"Not rehearsed"_s, u"Held back"_s, u"Action went wrong"_s, u"Cannot run"_s}));
}

// An action that has gone well since is no trouble any more; another action's success says nothing of it.
void RuleWordsTest::failing()
{
    RuleState state;
    QVERIFY(!state.failing());
    state.runs = {{.action = u"Mark"_s, .good = true}, {.action = u"Mail"_s, .good = false, .message = u"no mailer"_s}};
    QVERIFY(state.failing());
    QCOMPARE(state.failing()->message, u"no mailer"_s);
    state.runs.insert(state.runs.begin(), RuleRun{.action = u"Mail"_s, .good = true});
    QVERIFY(!state.failing());
}

void RuleWordsTest::outcome()
{
    RehearsalResult result = tests::rehearsalExample();
    QCOMPARE(result.hits(), 17);
    QCOMPARE(result.alarms(), 4);
    const QString said = rulewords::outcome(result);
    QVERIFY2(said.contains(u"17"_s) && said.contains(u"1,034,211"_s) && said.contains(u"4 night"_s), qPrintable(said));
    result.nights.clear();
    QVERIFY(rulewords::outcome(result).contains(u"silent"_s));
}

void RuleWordsTest::freeName()
{
    QCOMPARE(rulewords::freeName(u"GW, significant"_s, {}), u"gw-significant"_s);
    QCOMPARE(rulewords::freeName(u"GW, significant"_s, {u"gw-significant"_s, u"gw-significant-2"_s}), u"gw-significant-3"_s);
    QCOMPARE(rulewords::freeName(u"Überwachung"_s, {}), u"uberwachung"_s);
    QCOMPARE(rulewords::freeName(u"重力波"_s, {}), u"rule"_s);
}

QTEST_GUILESS_MAIN(RuleWordsTest)
#include "tst_rulewords.moc"
