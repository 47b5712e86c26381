// SPDX-License-Identifier: GPL-3.0-or-later
// What targets of alerts are made of, and what becomes of those that a TOM has already; with real TOMs.
#include "core/export/csv.h"
#include "core/export/jsonline.h"
#include "support/targethome.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tom;
using rig::TomRig;

class TestTargets : public QObject, private tests::TargetHome
{
    Q_OBJECT
private Q_SLOTS:
    void init() { beginHome(); }
    void cleanup() { endHome(); }

    void rowBecomesATarget();
    void localListIsSentLater();
    void twelveOfANight();
    void existingIsUsed();
    void aliasIsAdded();
    void lightCurveGoesAlong();
};

void TestTargets::rowBecomesATarget()
{
    account(u"obs"_s, tom()->url());
    const int64_t number = row([](Alert &alert) {
        alert.name = "169298433216610349";
        alert.mission = "LSST";
        alert.ra = 123.456789;
        alert.dec = -45.678901;
        alert.positionKind = "measured";
        alert.event = "169298433216610349";
        alert.classification = "SN Ia";
    });
    QVERIFY(number > 0);
    const auto home = program();
    const auto draft = home->wait<Draft>([&](auto done) { home->targets->draft(number, &home->context, std::move(done)); });
    QVERIFY(draft.ok());
    QCOMPARE(draft.value().name, u"LSST 169298433216610349"_s);
    QCOMPARE(draft.value().row, number);
    const TargetRecord queued = home->create(u"obs"_s, draft.value());
    QCOMPARE(queued.state, State::Queued);
    const TargetRecord made = home->settle(queued.number);
    QVERIFY2(made.state == State::Created, qPrintable(made.why));
    QVERIFY2(made.why.isEmpty(), qPrintable(made.why));
    QCOMPARE(made.target->url.toString(), tom()->url() + u"/targets/%1/"_s.arg(made.target->id));
    QCOMPARE(tom()->targetsNamed(u"LSST 169298433216610349"_s), 1);
    QTRY_COMPARE(readerOf()->marks(std::vector<int64_t>{number}).value().front() & archive::Starred, int(archive::Starred));
    const auto ofRow = home->wait<std::vector<TargetRecord>>([&](auto done) { home->targets->ofRows({number}, &home->context, std::move(done)); });
    QCOMPARE(ofRow.value().size(), size_t(1));
    QCOMPARE(ofRow.value().front().target->id, made.target->id);
    const auto ofEvent = home->wait<std::vector<TargetRecord>>([&](auto done) { home->targets->ofEvent(u"169298433216610349"_s, &home->context, std::move(done)); });
    QCOMPARE(ofEvent.value().size(), size_t(1));
    const auto none = home->wait<Draft>([&](auto done) { home->targets->draft(99, &home->context, std::move(done)); });
    QVERIFY(!none);
}

void TestTargets::localListIsSentLater()
{
    account(u"obs"_s, tom()->url());
    const auto home = program();
    const TargetRecord local = home->create({}, draftNamed(u"local first"_s, 11));
    QCOMPARE(local.state, State::Local);
    QCOMPARE(home->targets->waiting(), 0);
    const auto sent = home->wait<TargetRecord>([&](auto done) { home->targets->send(local.number, u"obs"_s, &home->context, std::move(done)); });
    QVERIFY(sent.ok());
    QCOMPARE(home->settle(local.number).state, State::Created);
    QCOMPARE(tom()->targetsNamed(u"local first"_s), 1);
    Draft moving = draftNamed(u"moves"_s, 12);
    moving.refusal = u"It moves."_s;
    QCOMPARE(home->create(u"obs"_s, moving).state, State::Refused);
    QCOMPARE(tom()->targetsNamed(u"moves"_s), 0);
}

// Twelve alerts of a night, two of which somebody else has made already: one at the same place under another name, one whose
// name is the alias of a target elsewhere. Ten POSTs go out, and ids of 19 digits come out as they were.
void TestTargets::twelveOfANight()
{
    account(u"obs"_s, tom()->url());
    const auto home = program();
    TargetRecord there = home->made(u"obs"_s, draftNamed(u"SN 2026night"_s, 300.00020));
    QCOMPARE(there.state, State::Created);
    Draft known = draftNamed(u"SN 2026other"_s, 320);
    known.aliases = {u"ZTF26night07"_s};
    QCOMPARE(home->made(u"obs"_s, known).state, State::Created);
    const int before = tom()->asked("POST /api/targets/");
    int created = 0;
    int existing = 0;
    for (int i = 0; i < 12; ++i) {
        const std::string id = "33200614411500150" + std::to_string(10 + i);
        const int64_t number = row([&](Alert &alert) {
            alert.id = id;
            alert.name = "ZTF26night" + std::string(i < 10 ? "0" : "") + std::to_string(i);
            alert.event = alert.name;
            alert.mission = "ZTF";
            alert.ra = i == 4 ? 300.0 : 301.0 + i;
            alert.dec = 12.5;
            alert.positionKind = "measured";
        });
        const auto draft = home->wait<Draft>([&](auto done) { home->targets->draft(number, &home->context, std::move(done)); });
        QVERIFY(draft.ok());
        const TargetRecord made = home->made(u"obs"_s, draft.value());
        created += made.state == State::Created ? 1 : 0;
        existing += made.state == State::Exists ? 1 : 0;
        QVERIFY2((made.state == State::Exists) == (i == 4 || i == 7), qPrintable(made.draft.name + u' ' + made.why));
        const std::array rows{number};
        const std::shared_ptr<const Alert> stored = readerOf()->alerts(rows).value().at(0);
        QCOMPARE(stored->id, id);
        std::string line;
        exporting::appendJsonLine(line, *stored);
        QVERIFY2(line.find('"' + id + '"') != std::string::npos, line.c_str()); // text, as in CSV
        std::string cells;
        exporting::CsvWriter({}).appendLine(cells, *stored);
        QVERIFY2(cells.find('"' + id + '"') != std::string::npos, cells.c_str());
    }
    QCOMPARE(created, 10);
    QCOMPARE(existing, 2);
    QCOMPARE(tom()->asked("POST /api/targets/") - before, 10);
}

void TestTargets::existingIsUsed()
{
    account(u"obs"_s, tom()->url());
    const auto home = program();
    const TargetRecord first = home->made(u"obs"_s, draftNamed(u"the first"_s, 20));
    QCOMPARE(first.state, State::Created);
    // By place under another name; by name elsewhere.
    TargetRecord second = home->made(u"obs"_s, draftNamed(u"the second"_s, 20.0002));
    QCOMPARE(second.state, State::Exists);
    QCOMPARE(second.target->id, first.target->id);
    QVERIFY(second.target->distanceArcsec > 0.5 && second.target->distanceArcsec < 1);
    QVERIFY2(second.why.contains(u"the first"), qPrintable(second.why));
    second = home->made(u"obs"_s, draftNamed(u"THE-FIRST"_s, 200));
    QCOMPARE(second.state, State::Exists);
    QVERIFY(second.target->sameName);
    QCOMPARE(tom()->targetsNamed(u"the second"_s), 0);
    // Anyway; but one name cannot be twice.
    QCOMPARE(home->made(u"obs"_s, draftNamed(u"the second"_s, 20.0002), true).state, State::Created);
    const TargetRecord third = home->made(u"obs"_s, draftNamed(u"the first"_s, 100), true);
    QCOMPARE(third.state, State::Exists);
    QCOMPARE(third.target->id, first.target->id);
    // Where the place is too uncertain only names count.
    Draft wide = draftNamed(u"the third"_s, 20);
    wide.errorRadius = 0.02;
    QCOMPARE(home->made(u"obs"_s, wide).state, State::Created);
    const auto used = home->wait<TargetRecord>([&](auto done) { home->targets->useExisting(u"obs"_s, draftNamed(u"mine"_s, 20), *first.target, &home->context, std::move(done)); });
    QCOMPARE(used.value().state, State::Exists);
    QCOMPARE(used.value().target->id, first.target->id);
}

void TestTargets::aliasIsAdded()
{
    account(u"obs"_s, tom()->url());
    const auto home = program();
    const TargetRecord first = home->made(u"obs"_s, draftNamed(u"has aliases"_s, 25));
    const auto kept = home->wait<TargetRecord>([&](auto done) { home->targets->addAsAlias(u"obs"_s, draftNamed(u"AT 2026alias"_s, 25), *first.target, &home->context, std::move(done)); });
    QVERIFY(kept.ok());
    const TargetRecord added = home->settle(kept.value().number);
    QVERIFY2(added.state == State::Exists, qPrintable(added.why));
    QVERIFY(added.target->aliases.contains(u"AT 2026alias"_s));
}

void TestTargets::lightCurveGoesAlong()
{
    account(u"obs"_s, tom()->url());
    const auto home = program();
    Draft draft = draftNamed(u"with light"_s, 27);
    const UtcTime time = UtcTime::fromIso("2026-03-01T04:05:06Z");
    draft.photometry = {{.time = time, .magnitude = 18.5, .error = 0.1, .band = u"ztf-g"_s}, {.time = time, .limit = 20.5, .band = u"ztf-r"_s}};
    const TargetRecord made = home->made(u"obs"_s, draft);
    QCOMPARE(made.state, State::Created);
    QCOMPARE(tom()->ask("GET", u"/api/reduceddatums/?target__id=%1"_s.arg(made.target->id), TomRig::byToken("alice")).json.object().value(u"results"_s).toArray().size(), 2);
}

int main(int argc, char **argv)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keychain of whoever runs this
    QCoreApplication app(argc, argv);
    TestTargets test;
    return rig::runWithTom(&test, argc, argv);
}

#include "tst_targets.moc"
