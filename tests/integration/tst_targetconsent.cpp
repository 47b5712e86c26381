// SPDX-License-Identifier: GPL-3.0-or-later
// Who may do what: sign-in, strangers, restricted rows, rules; with real TOMs.
#include "support/targethome.h"

#include <QCoreApplication>
#include <QTest>

#include <optional>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::tom;
using rig::TomRig;

class TestTargetConsent : public QObject, private tests::TargetHome
{
    Q_OBJECT
private Q_SLOTS:
    void init() { beginHome(); }
    void cleanup() { endHome(); }

    void refusedSignInIsTriedAgain();
    void strangersAreReported();
    void restrictedRowsAskOnce();
    void rulesMakeOnlyWhatIsSure();
};

void TestTargetConsent::refusedSignInIsTriedAgain()
{
    account(u"obs"_s, tom()->url(), "wrong");
    const auto home = program();
    const TargetRecord refused = home->made(u"obs"_s, draftNamed(u"second token"_s, 91));
    QCOMPARE(refused.state, State::Refused);
    QCOMPARE(refused.cause, ErrorKind::SignInRefused);
    QVERIFY2(refused.why.contains(u"Invalid token"), qPrintable(refused.why));
    QVERIFY(m_bench->wait([&](vault::Vault::Finished done) { m_bench->vault.renew(u"obs"_s, vault::SecretBytes(TomRig::token("alice").constData()), std::move(done)); }).ok());
    home->targets->retry(0);
    QCOMPARE(home->settle(refused.number, 2).state, State::Created);
    // A TOM that ignores tokens makes nothing of one.
    account(u"old"_s, tom(u"old"_s)->url());
    const TargetRecord ignored = home->made(u"old"_s, draftNamed(u"of nobody"_s, 92));
    QCOMPARE(ignored.state, State::Refused);
    QVERIFY2(ignored.why.contains(u"ignores tokens"), qPrintable(ignored.why));
    QCOMPARE(tom(u"old"_s)->targetsNamed(u"of nobody"_s), 0);
    // No such account any more.
    const TargetRecord lost = home->made(u"nobody"_s, draftNamed(u"x"_s, 93));
    QCOMPARE(lost.state, State::Refused);
    QCOMPARE(lost.cause, ErrorKind::NotFound);
}

void TestTargetConsent::strangersAreReported()
{
    QVERIFY2(tom(u"token"_s), "");
    // A site whose anonymous user is in a group.
    TomRig open;
    QVERIFY2(open.up(u"stock"_s), qPrintable(open.why()));
    QVERIFY2(open.manage({u"shell"_s}, "from django.contrib.auth.models import Group, User\nUser.objects.get(username='AnonymousUser').groups.add(Group.objects.get(name='SN'))\n").has_value(),
             qPrintable(open.why()));
    account(u"open"_s, open.url());
    const auto home = program();
    QCOMPARE(home->made(u"open"_s, draftNamed(u"hidden"_s, 95)).state, State::Created);
    QVERIFY(home->seen.empty());
    Draft draft = draftNamed(u"for all to see"_s, 96);
    draft.groups = {u"SN"_s};
    const TargetRecord made = home->made(u"open"_s, draft);
    QCOMPARE(made.state, State::Created);
    QVERIFY2(made.why.contains(u"anybody"), qPrintable(made.why));
    QCOMPARE(home->seen.size(), size_t(1));
    QCOMPARE(home->seen.front().number, made.number);
    QVERIFY(home->remove(made.number).isRemoval());
    QCOMPARE(home->end(made.number), State::Removed);
    QCOMPARE(open.targetsNamed(u"for all to see"_s), 0);
}

void TestTargetConsent::restrictedRowsAskOnce()
{
    account(u"obs"_s, tom()->url());
    account(u"other"_s, tom()->url());
    const auto home = program();
    Draft draft = draftNamed(u"not for all"_s, 97);
    draft.restricted = true;
    const int asked = tom()->asked(" /api/");
    auto made = home->wait<TargetRecord>([&](auto done) { home->targets->create(u"obs"_s, draft, false, 0ms, &home->context, std::move(done)); });
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::NotAuthorised);
    const auto looked = home->wait<Lookup>([&](auto done) { home->targets->lookUp(u"obs"_s, draft, &home->context, std::move(done)); });
    QVERIFY(!looked);
    QCOMPARE(tom()->asked(" /api/"), asked);
    // In the local list it leaves nothing.
    const TargetRecord local = home->create({}, draft);
    QCOMPARE(local.state, State::Local);
    const auto sent = home->wait<TargetRecord>([&](auto done) { home->targets->send(local.number, u"obs"_s, &home->context, std::move(done)); });
    QVERIFY(!sent);
    std::optional<Outcome> allowed;
    home->targets->allowRestricted(u"obs"_s, &home->context, [&](const Outcome &outcome) { allowed = outcome; });
    QTRY_VERIFY(allowed && allowed->ok());
    QCOMPARE(home->made(u"obs"_s, draft).state, State::Created);
    // For this one destination.
    made = home->wait<TargetRecord>([&](auto done) { home->targets->create(u"other"_s, draft, false, 0ms, &home->context, std::move(done)); });
    QVERIFY(!made);
}

void TestTargetConsent::rulesMakeOnlyWhatIsSure()
{
    account(u"obs"_s, tom()->url());
    const auto place = [](Alert &alert) {
        alert.ra = 133.5;
        alert.dec = 3.5;
        alert.positionKind = "measured";
    };
    const int64_t sure = row([&](Alert &alert) {
        place(alert);
        alert.name = "By a rule";
    });
    const int64_t peak = row([&](Alert &alert) {
        place(alert);
        alert.positionKind = "map-peak";
    });
    const auto home = program();
    std::optional<Result<TargetRecord>> made;
    std::optional<Result<TargetRecord>> doubtful;
    // On a thread, as actions of rules are.
    std::thread rule([&] {
        made = home->targets->createOfRow(sure, u"obs"_s, {u"SN"_s});
        doubtful = home->targets->createOfRow(peak, u"obs"_s, {});
    });
    rule.join();
    QVERIFY(made->ok());
    QVERIFY(!doubtful->ok());
    QVERIFY2(doubtful->error().message.contains(u"peak of a sky map"), qPrintable(doubtful->error().message));
    QCOMPARE(home->settle(made->value().number).state, State::Created);
    QCOMPARE(tom()->targetsNamed(u"By a rule"_s), 1);
}

int main(int argc, char **argv)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keychain of whoever runs this
    QCoreApplication app(argc, argv);
    TestTargetConsent test;
    return rig::runWithTom(&test, argc, argv);
}

#include "tst_targetconsent.moc"
