// SPDX-License-Identifier: GPL-3.0-or-later
// Taking a target back, and wanting it after all, in every state that it may be in; with real TOMs.
#include "support/lossyproxy.h"
#include "support/targethome.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::tom;
using rig::TomRig;
using tests::kTomPatience;

class TestTargetRemoval : public QObject, private tests::TargetHome
{
    Q_OBJECT
private Q_SLOTS:
    void init() { beginHome(); }
    void cleanup() { endHome(); }

    void beforeItIsSent();
    void onItsWay();
    void onceItIsThere();
    void whenNobodyKnows();
    void whenNothingArrived();
    void whileTheTomIsAway();
    void repliesToRemovalsAreLost();
    void goneAlready();
    void notPermitted();
    void othersAreLeft();
    void aliasesGoAgain();
    void linksNeedNoTom();
    void localOnes();
    void wantedAfterAll();
    void wantedBeforeItWasRemoved();
    void wantedWhenNobodyKnows();
    void wantedWhileItIsRemoved();
    void retractedWhileNobodyLooked();

private:
    [[nodiscard]] int posts() { return tom()->asked("POST /api/targets/"); }
    [[nodiscard]] int deletions() { return tom()->asked("DELETE /api/targets/"); }
};

void TestTargetRemoval::beforeItIsSent()
{
    account(u"obs"_s, tom()->url());
    const auto home = program();
    const int before = posts();
    const TargetRecord queued = home->create(u"obs"_s, draftNamed(u"undone"_s, 13), false, 10s);
    QTRY_COMPARE(home->targets->waiting(), 1);
    QCOMPARE(home->remove(queued.number).state, State::Removed);
    QTRY_COMPARE(home->targets->waiting(), 0);
    QCOMPARE(home->remove(queued.number).state, State::Removed); // twice is once
    // The next one goes when its time has come.
    const UtcTime begun = UtcTime::now();
    const TargetRecord later = home->create(u"obs"_s, draftNamed(u"not undone"_s, 14), false, 700ms);
    QCOMPARE(home->settle(later.number).state, State::Created);
    QVERIFY(UtcTime::now().us - begun.us >= 700'000);
    QCOMPARE(posts() - before, 1);
}

// By another program of the home, while this one has it on the wire.
void TestTargetRemoval::onItsWay()
{
    tests::LossyProxy proxy(tom()->url());
    account(u"obs"_s, proxy.address());
    const auto home = program();
    const auto other = program();
    proxy.lost = "POST /api/targets/";
    proxy.holds = true;
    const int64_t number = home->create(u"obs"_s, draftNamed(u"on its way"_s, 15)).number;
    QTRY_COMPARE_WITH_TIMEOUT(proxy.swallowed, 1, kTomPatience);
    const TargetRecord wanted = other->remove(number);
    QCOMPARE(wanted.state, State::Queued);
    QVERIFY(wanted.isRemoval());
    QCOMPARE(tom()->targetsNamed(u"on its way"_s), 1);
    proxy.lost.clear();
    proxy.dropAll(); // the reply never comes
    QCOMPARE(home->end(number), State::Removed);
    QCOMPARE(tom()->targetsNamed(u"on its way"_s), 0);
}

void TestTargetRemoval::onceItIsThere()
{
    account(u"obs"_s, tom()->url());
    const auto home = program();
    const TargetRecord made = home->made(u"obs"_s, draftNamed(u"goes again"_s, 28));
    QCOMPARE(tom()->targetsNamed(u"goes again"_s), 1);
    const TargetRecord waits = home->remove(made.number);
    QCOMPARE(waits.state, State::Queued);
    QVERIFY(waits.isRemoval());
    const TargetRecord gone = home->settle(made.number, 2);
    QVERIFY2(gone.state == State::Removed, qPrintable(gone.why));
    QCOMPARE(tom()->targetsNamed(u"goes again"_s), 0);
}

void TestTargetRemoval::whenNobodyKnows()
{
    tests::LossyProxy proxy(tom()->url());
    account(u"obs"_s, proxy.address());
    const auto home = program();
    proxy.lost = "POST /api/targets/";
    const TargetRecord unsure = home->made(u"obs"_s, draftNamed(u"nobody knows"_s, 30));
    QVERIFY(unsure.unsure);
    QVERIFY(!unsure.target);
    proxy.lost.clear();
    const TargetRecord waits = home->remove(unsure.number);
    QVERIFY2(waits.state == State::Queued && waits.isRemoval(), qPrintable(u"it may be there: "_s + stateWord(waits.state)));
    QCOMPARE(home->end(unsure.number), State::Removed);
    QCOMPARE(tom()->targetsNamed(u"nobody knows"_s), 0);
}

void TestTargetRemoval::whenNothingArrived()
{
    tests::LossyProxy proxy(tom()->url());
    account(u"obs"_s, proxy.address());
    const auto home = program();
    proxy.lost = "POST /api/targets/";
    const TargetRecord unsure = home->made(u"obs"_s, draftNamed(u"did not arrive"_s, 31));
    QVERIFY(unsure.unsure);
    proxy.lost.clear();
    // As if the network had lost what was sent.
    QVERIFY(tom()->manage({u"shell"_s}, "from tom_targets.models import Target\nTarget.objects.filter(name='did not arrive').delete()\n").has_value());
    home->remove(unsure.number);
    const int before = deletions();
    QCOMPARE(home->end(unsure.number), State::Removed);
    QCOMPARE(deletions(), before);
}

void TestTargetRemoval::whileTheTomIsAway()
{
    account(u"obs"_s, tom()->url());
    int64_t there = 0;
    {
        const auto home = program();
        there = home->made(u"obs"_s, draftNamed(u"removed later"_s, 32)).number;
        tom()->stop();
        // One that was never sent is gone at once, TOM or not.
        const TargetRecord waiting = home->made(u"obs"_s, draftNamed(u"never sent"_s, 33));
        QCOMPARE(waiting.state, State::Queued);
        QCOMPARE(home->remove(waiting.number).state, State::Removed);
        QVERIFY(home->remove(there).isRemoval());
        const TargetRecord tried = home->settle(there, 2);
        QCOMPARE(tried.state, State::Queued);
        QVERIFY2(tried.why.contains(u"refused the connection"), qPrintable(tried.why));
        QTRY_COMPARE(home->targets->waiting(), 1); // visible
    }
    QVERIFY2(tom()->start(), qPrintable(tom()->why()));
    const auto again = program(); // durable
    again->targets->retry(0);
    QCOMPARE(again->end(there), State::Removed);
    QCOMPARE(tom()->targetsNamed(u"removed later"_s), 0);
    QCOMPARE(tom()->targetsNamed(u"never sent"_s), 0);
    QTRY_COMPARE(again->targets->waiting(), 0);
}

void TestTargetRemoval::repliesToRemovalsAreLost()
{
    tests::LossyProxy proxy(tom()->url());
    account(u"obs"_s, proxy.address());
    const auto home = program();
    const int64_t number = home->made(u"obs"_s, draftNamed(u"gone, unheard"_s, 34)).number;
    proxy.lost = "DELETE /api/targets/";
    home->remove(number);
    const TargetRecord unsure = home->settle(number, 2);
    QCOMPARE(unsure.state, State::Queued);
    QVERIFY(unsure.unsure);
    QVERIFY(proxy.swallowed > 0);
    proxy.lost.clear();
    QCOMPARE(home->end(number), State::Removed);
    QCOMPARE(tom()->targetsNamed(u"gone, unheard"_s), 0);
}

// On the TOM's own pages.
void TestTargetRemoval::goneAlready()
{
    account(u"obs"_s, tom()->url());
    const auto home = program();
    const TargetRecord made = home->made(u"obs"_s, draftNamed(u"gone before"_s, 29));
    QCOMPARE(tom()->ask("DELETE", u"/api/targets/%1/"_s.arg(made.target->id), TomRig::byToken("alice")).status, 204);
    home->remove(made.number);
    QCOMPARE(home->end(made.number), State::Removed);
}

void TestTargetRemoval::notPermitted()
{
    account(u"obs"_s, tom()->url());
    const auto home = program();
    const TargetRecord made = home->made(u"obs"_s, draftNamed(u"stays there"_s, 35));
    QVERIFY2(tom()->manage({u"shell"_s}, "from guardian.shortcuts import remove_perm\nfrom django.contrib.auth.models import User\nfrom tom_targets.models import Target\n"
                                         "remove_perm('tom_targets.delete_target', User.objects.get(username='alice'), Target.objects.get(name='stays there'))\n").has_value(),
             qPrintable(tom()->why()));
    home->remove(made.number);
    const TargetRecord kept = home->settle(made.number, 2);
    QCOMPARE(kept.state, State::Created);
    QVERIFY2(kept.why.startsWith(u"Not removed"), qPrintable(kept.why));
    QCOMPARE(kept.cause, ErrorKind::NotAuthorised);
    QCOMPARE(tom()->targetsNamed(u"stays there"_s), 1);
}

// Of the same name at the same place, and older than what may have been sent.
void TestTargetRemoval::othersAreLeft()
{
    tests::LossyProxy proxy(tom()->url());
    account(u"obs"_s, proxy.address());
    const auto home = program();
    proxy.lost = "POST /api/targets/";
    const TargetRecord unsure = home->made(u"obs"_s, draftNamed(u"of somebody"_s, 36));
    QVERIFY(unsure.unsure);
    proxy.lost.clear();
    QVERIFY(tom()->manage({u"shell"_s}, "from tom_targets.models import Target\nfrom django.utils import timezone\nfrom datetime import timedelta\n"
                                        "Target.objects.filter(name='of somebody').update(created=timezone.now() - timedelta(days=1))\n").has_value());
    home->remove(unsure.number);
    QCOMPARE(home->end(unsure.number), State::Removed);
    QVERIFY2(home->find(unsure.number).why.contains(u"left there"), qPrintable(home->find(unsure.number).why));
    QCOMPARE(tom()->targetsNamed(u"of somebody"_s), 1);
}

void TestTargetRemoval::aliasesGoAgain()
{
    account(u"obs"_s, tom()->url());
    const auto home = program();
    const TargetRecord there = home->made(u"obs"_s, draftNamed(u"had aliases"_s, 37));
    const auto added = home->wait<TargetRecord>([&](auto done) { home->targets->addAsAlias(u"obs"_s, draftNamed(u"AT 2026gone"_s, 37), *there.target, &home->context, std::move(done)); });
    QCOMPARE(home->end(added.value().number), State::Exists);
    const auto aliases = [&] { return tom()->ask("GET", u"/api/targets/%1/"_s.arg(there.target->id), TomRig::byToken("alice")).body.count("AT 2026gone"); };
    QCOMPARE(aliases(), 1);
    const TargetRecord before = home->find(added.value().number);
    home->remove(before.number);
    QCOMPARE(home->end(before.number), State::Removed);
    QCOMPARE(aliases(), 0);
    QCOMPARE(tom()->targetsNamed(u"had aliases"_s), 1);
    home->restore(before);
    QCOMPARE(home->end(before.number), State::Exists);
    QCOMPARE(aliases(), 1);
}

void TestTargetRemoval::linksNeedNoTom()
{
    account(u"obs"_s, tom()->url());
    const auto home = program();
    const TargetRecord there = home->made(u"obs"_s, draftNamed(u"is linked"_s, 38));
    tom()->stop();
    const auto linked = home->wait<TargetRecord>([&](auto done) { home->targets->useExisting(u"obs"_s, draftNamed(u"mine"_s, 38), *there.target, &home->context, std::move(done)); });
    QVERIFY(linked.ok());
    QCOMPARE(linked.value().state, State::Exists);
    QCOMPARE(home->remove(linked.value().number).state, State::Removed);
    QCOMPARE(home->restore(linked.value()).state, State::Exists);
    QCOMPARE(home->remove(linked.value().number).state, State::Removed);
    QVERIFY2(tom()->start(), qPrintable(tom()->why()));
    QCOMPARE(tom()->targetsNamed(u"is linked"_s), 1);
}

void TestTargetRemoval::localOnes()
{
    account(u"obs"_s, tom()->url());
    const auto home = program();
    const TargetRecord local = home->create({}, draftNamed(u"local only"_s, 39));
    QCOMPARE(home->remove(local.number).state, State::Removed);
    QCOMPARE(home->restore(local).state, State::Local);
    Draft never = draftNamed(u"never"_s, 40);
    never.refusal = u"It moves."_s;
    const TargetRecord refused = home->create(u"obs"_s, never);
    QCOMPARE(home->remove(refused.number).state, State::Removed);
    QCOMPARE(home->restore(refused).state, State::Refused);
    QCOMPARE(home->find(refused.number).why, u"It moves."_s);
}

void TestTargetRemoval::wantedAfterAll()
{
    account(u"obs"_s, tom()->url());
    const auto home = program();
    const TargetRecord made = home->made(u"obs"_s, draftNamed(u"wanted again"_s, 41));
    home->remove(made.number);
    QCOMPARE(home->end(made.number), State::Removed);
    QCOMPARE(home->restore(made).state, State::Queued);
    QCOMPARE(home->end(made.number), State::Created);
    QVERIFY(home->find(made.number).target->id != made.target->id);
    QCOMPARE(tom()->targetsNamed(u"wanted again"_s), 1);
}

void TestTargetRemoval::wantedBeforeItWasRemoved()
{
    account(u"obs"_s, tom()->url());
    const auto home = program();
    const TargetRecord made = home->made(u"obs"_s, draftNamed(u"kept after all"_s, 42));
    tom()->stop();
    home->remove(made.number);
    QCOMPARE(home->settle(made.number, 2).state, State::Queued);
    const TargetRecord kept = home->restore(made);
    QCOMPARE(kept.state, State::Created);
    QCOMPARE(kept.target->id, made.target->id);
    QVERIFY2(tom()->start(), qPrintable(tom()->why()));
    QTRY_COMPARE(home->targets->waiting(), 0);
    QCOMPARE(tom()->targetsNamed(u"kept after all"_s), 1);
}

void TestTargetRemoval::wantedWhenNobodyKnows()
{
    tests::LossyProxy proxy(tom()->url());
    account(u"obs"_s, proxy.address());
    const auto home = program();
    const TargetRecord made = home->made(u"obs"_s, draftNamed(u"back, unheard"_s, 43));
    proxy.lost = "DELETE /api/targets/";
    home->remove(made.number);
    QVERIFY(home->settle(made.number, 2).unsure);
    proxy.lost.clear();
    home->restore(made);
    QCOMPARE(home->end(made.number), State::Created);
    QCOMPARE(tom()->targetsNamed(u"back, unheard"_s), 1); // whichever it was
    QCOMPARE(home->find(made.number).target->name, u"back, unheard"_s);
}

void TestTargetRemoval::wantedWhileItIsRemoved()
{
    tests::LossyProxy proxy(tom()->url());
    account(u"obs"_s, proxy.address());
    const auto home = program();
    const TargetRecord made = home->made(u"obs"_s, draftNamed(u"back at once"_s, 44));
    proxy.lost = "DELETE /api/targets/";
    proxy.holds = true;
    home->remove(made.number);
    QTRY_COMPARE_WITH_TIMEOUT(proxy.swallowed, 1, kTomPatience);
    QCOMPARE(home->restore(made).job, Job::Create);
    proxy.lost.clear();
    proxy.dropAll();
    QCOMPARE(home->end(made.number), State::Created);
    QCOMPARE(tom()->targetsNamed(u"back at once"_s), 1);
}

// The retraction came when no window was open: the next one is told, once.
void TestTargetRemoval::retractedWhileNobodyLooked()
{
    account(u"obs"_s, tom()->url());
    const auto place = [](Alert &alert) {
        alert.name = alert.event = "S260914z";
        alert.ra = 45.0;
        alert.dec = 12.5;
        alert.positionKind = "measured";
        alert.received = UtcTime::now();
    };
    const int64_t first = row(place);
    int64_t number = 0;
    int64_t other = 0;
    {
        const auto home = program();
        const auto draft = home->wait<Draft>([&](auto done) { home->targets->draft(first, &home->context, std::move(done)); });
        QVERIFY(draft.ok());
        number = home->made(u"obs"_s, draft.value()).number;
        Draft apart = draftNamed(u"apart"_s, 46);
        apart.event = u"S260914y"_s;
        other = home->made(u"obs"_s, apart).number;
        const auto none = home->wait<std::vector<Retracted>>([&](auto done) { home->targets->retracted(&home->context, std::move(done)); });
        QVERIFY(none && none.value().empty());
    }
    const int64_t retraction = row([&](Alert &each) {
        place(each);
        each.retraction = true;
    });
    QVERIFY(retraction > 0 && other > 0);
    const auto home = program();
    const auto told = home->wait<std::vector<Retracted>>([&](auto done) { home->targets->retracted(&home->context, std::move(done)); });
    QVERIFY(told.ok());
    QCOMPARE(told.value().size(), size_t(1));
    QCOMPARE(told.value().front().name, u"S260914z"_s);
    QCOMPARE(told.value().front().numbers, std::vector<int64_t>{number});
    home->targets->noteOffered(number);
    // Whoever makes one of an alert that is taken back was told so.
    const auto draft = home->wait<Draft>([&](auto done) { home->targets->draft(retraction, &home->context, std::move(done)); });
    QVERIFY(draft.ok() && draft.value().doubt.contains(u"taken this alert back"));
    QVERIFY(home->create({}, draft.value()).number > 0);
    const auto once = home->wait<std::vector<Retracted>>([&](auto done) { home->targets->retracted(&home->context, std::move(done)); });
    QVERIFY(once && once.value().empty());
}

int main(int argc, char **argv)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keychain of whoever runs this
    QCoreApplication app(argc, argv);
    TestTargetRemoval test;
    return rig::runWithTom(&test, argc, argv);
}

#include "tst_targetremoval.moc"
