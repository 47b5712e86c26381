// SPDX-License-Identifier: GPL-3.0-or-later
// A rule over stored alerts: hits and alarms per night.
#include "core/journal/consents.h"
#include "core/journal/journal.h"
#include "support/night.h"
#include "ui/models/rehearsing.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using rules::Rule;
using tests::Night;

namespace {

Rule waking(const QString &filter)
{
    return {.name = u"r"_s, .filter = filter, .actions = {{.kind = u"notify"_s}}};
}

struct Setup {
    Night night;
    Rehearsing rehearsing;

    // Two nights: 40 alerts of four events in the first, ten of a fifth one in the second.
    explicit Setup(bool restricted = false, journal::Journal *journal = nullptr) : rehearsing(*night.store, journal)
    {
        night.arrive(50, [restricted](Alert &alert) {
            const int number = std::stoi(alert.id);
            const char *time = number < 40 ? "2026-09-13T23:00:00Z" : "2026-09-15T02:00:00Z";
            alert.brokerTime = UtcTime::fromUs(UtcTime::fromIso(time).us + number * 1'000'000LL);
            alert.received = alert.brokerTime;
            alert.mag = Number{15.0 + number % 10};
            tests::ofEvent(alert, number < 40 ? number / 10 : 4);
            alert.name = "event-" + alert.event;
            alert.test = number == 9;
            if (restricted && number >= 40)
                alert.access = "restricted";
        });
        night.settle();
    }
    std::optional<RehearsalResult> ask(const Rule &rule, const UtcTime &since = {})
    {
        QSignalSpy done(&rehearsing, &Rehearsing::done);
        QSignalSpy failed(&rehearsing, &Rehearsing::failed);
        rehearsing.start(rule, since);
        if (!QTest::qWaitFor([&] { return !done.isEmpty() || !failed.isEmpty(); }, 20'000) || done.isEmpty())
            return std::nullopt;
        return done[0][0].value<RehearsalResult>();
    }
};

} // namespace

class RehearsingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hitsAndAlarmsPerNight();
    void since();
    void packetsAndTopics();
    void growsByItsMeasure();
    void whyRowsAreHeld();
    void restrictedRows();
    void retractionsComeAlong();
    void nothingStored();
    void wrongRule();
    void stopped();
};

void RehearsingTest::hitsAndAlarmsPerNight()
{
    Setup setup;
    const auto found = setup.ask(waking(u"mag >= 20"_s));
    QVERIFY(found);
    QCOMPARE(found->judged, 50);
    QCOMPARE(found->nights.size(), 2U);
    QCOMPARE(found->nights[0].night, u"2026-09-13"_s);
    QCOMPARE(found->nights[0].hits, 19); // the test is left out
    QCOMPARE(found->nights[0].alarms, 4); // once for each event
    QCOMPARE(found->nights[1].night, u"2026-09-14"_s); // two in the morning belongs to the evening before
    QCOMPARE(found->nights[1].hits, 5);
    QCOMPARE(found->nights[1].alarms, 1);
    QCOMPARE(found->nights[0].tests, 1);
    QCOMPARE(found->tests(), 1);
    QCOMPARE(found->last.size(), 10U);
    QCOMPARE(found->last.front().name, u"event-4"_s);
    QVERIFY(found->last.front().row > found->last.back().row);
    Rule tests = waking(u"mag >= 20"_s);
    tests.tests = true;
    QCOMPARE(setup.ask(tests)->hits(), 25);
}

void RehearsingTest::since()
{
    Setup setup;
    const auto found = setup.ask(waking(u"mag >= 20"_s), UtcTime::fromIso("2026-09-14T12:00:00Z"));
    QVERIFY(found);
    QCOMPARE(found->judged, 10);
    QCOMPARE(found->hits(), 5);
    const auto none = setup.ask(waking(u"mag >= 20"_s), UtcTime::fromIso("2026-09-20T12:00:00Z"));
    QVERIFY(none);
    QCOMPARE(none->judged, 0);
    QCOMPARE(none->hits(), 0);
}

void RehearsingTest::packetsAndTopics()
{
    Setup setup;
    QCOMPARE(setup.ask(waking(u"fields.id = \"1\" and mag >= 20"_s))->hits(), 24); // every packet holds it
    Rule other = waking(u"mag >= 20"_s);
    other.topics = {u"gcn.*"_s};
    QCOMPARE(setup.ask(other)->hits(), 0);
    other.topics = {u"ztf_*"_s};
    QCOMPARE(setup.ask(other)->hits(), 24);
    // Judged at the moment at which it came, not now.
    QCOMPARE(setup.ask(waking(u"received > now - 1h and mag >= 20"_s))->hits(), 24);
}

void RehearsingTest::growsByItsMeasure()
{
    Setup setup;
    Rule rule = waking(u"mag >= 20"_s);
    rule.measure = u"mag"_s; // 20, 21, 22 …
    const auto found = setup.ask(rule);
    QVERIFY(found);
    QCOMPARE(found->alarms(), found->hits());
}

// The last ten, newest first: five of the second night, the first of which alarms, and five of the night before.
void RehearsingTest::whyRowsAreHeld()
{
    Setup setup;
    const auto whys = [&](const Rule &rule) {
        QStringList list;
        const auto found = setup.ask(rule);
        for (const RehearsalResult::Row &row : found->last)
            list << (row.alarms ? u"!"_s : QString()) + row.why;
        return list;
    };
    Rule rule = waking(u"mag >= 20"_s);
    QStringList expected(10, u"Same event"_s);
    expected[4] = expected[9] = u"!"_s; // 45, 35
    QCOMPARE(whys(rule), expected);
    rule.quiet = {0, 3 * 60}; // TZ=UTC; the first night at 23:00
    expected[4] = u"Quiet hours"_s;
    QCOMPARE(whys(rule), expected);
    rule.always = true;
    rule.throttle = std::chrono::hours(48);
    expected[4] = expected[9] = u"Throttled"_s;
    QCOMPARE(whys(rule), expected);
    QCOMPARE(setup.ask(rule)->alarms(), 1); // the very first
    rule.throttle = {};
    rule.actions = {{.kind = u"mark"_s}};
    expected[4] = expected[9] = u"Wakes nobody"_s;
    QCOMPARE(whys(rule), expected);
    QCOMPARE(setup.ask(rule)->alarms(), 0);
}

void RehearsingTest::restrictedRows()
{
    rules::Action post{.kind = u"webhook"_s};
    post.values.set(u"url"_s, u"https://hooks.example.org/x"_s);
    Rule rule = waking(u"mag >= 20"_s);
    journal::Journal journal({});
    Setup setup(true, &journal);
    const auto first = [&] { return setup.ask(rule)->last[4]; };
    QVERIFY(first().alarms && first().why.isEmpty()); // it does not leave the program
    rule.actions.push_back(post);
    QVERIFY(first().alarms && first().why.startsWith(u"Restricted"_s));
    rule.actions = {post};
    QVERIFY(!first().alarms && first().why.startsWith(u"Restricted"_s));
    QVERIFY(setup.ask(rule)->last[9].alarms); // a public one
    QVERIFY(journal::Consents(journal).allow({u"webhook https://hooks.example.org"_s}).ok());
    QVERIFY(first().alarms && first().why.isEmpty());
}

// What is taken back may alarm anew, whether or not the rule hears of it and whatever topic it came on.
void RehearsingTest::retractionsComeAlong()
{
    Night night;
    night.arrive(3, [](Alert &alert) {
        alert.brokerTime = alert.received = UtcTime::fromUs(UtcTime::fromIso("2026-09-13T23:00:00Z").us + std::stoi(alert.id) * 1'000'000LL);
        alert.mag = Number{20.0};
        tests::ofEvent(alert, 1);
        if (alert.id == "1") {
            alert.retraction = true;
            alert.mag = Number{};
        }
    });
    night.settle();
    Rehearsing rehearsing(*night.store);
    for (const bool all : {true, false}) {
        QSignalSpy done(&rehearsing, &Rehearsing::done);
        rehearsing.start(waking(u"mag >= 20"_s), all ? UtcTime() : UtcTime::fromIso("2026-09-13T22:00:00Z"));
        QVERIFY(done.wait(20'000));
        const auto found = done[0][0].value<RehearsalResult>();
        QCOMPARE(found.judged, 3);
        QCOMPARE(found.alarms(), 2);
    }
}

void RehearsingTest::nothingStored()
{
    Night night;
    Rehearsing rehearsing(*night.store);
    QSignalSpy done(&rehearsing, &Rehearsing::done);
    rehearsing.start(waking(u"mag < 12"_s), {});
    QVERIFY(done.wait(20'000));
    QCOMPARE(done[0][0].value<RehearsalResult>().judged, 0);
}

void RehearsingTest::wrongRule()
{
    Setup setup;
    QSignalSpy failed(&setup.rehearsing, &Rehearsing::failed);
    setup.rehearsing.start(waking(u"mag <"_s), {});
    QVERIFY(failed.wait(20'000));
    QVERIFY(!failed[0][0].value<Error>().message.isEmpty());
}

void RehearsingTest::stopped()
{
    Setup setup;
    QSignalSpy done(&setup.rehearsing, &Rehearsing::done);
    setup.rehearsing.start(waking(u"mag >= 20"_s), {});
    setup.rehearsing.stop();
    // Whoever asks then gets that answer only.
    const auto found = setup.ask(waking(u"mag < 16"_s));
    QVERIFY(found);
    QCOMPARE(done.size(), 1);
}

QTEST_GUILESS_MAIN(RehearsingTest)
#include "tst_rehearsing.moc"
