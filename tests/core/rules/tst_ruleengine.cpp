// SPDX-License-Identifier: GPL-3.0-or-later
// The engine on a real archive, journal and alarm log: each row is judged once, whoever wrote it and whatever ends in between.
#include "core/rules/ruleengine.h"

#include "core/alarms/alarmbook.h"
#include "core/archive/commitlisteners.h"
#include "core/journal/journal.h"
#include "support/archivebatches.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <deque>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::rules;
using alarms::Alarm;

namespace {

std::shared_ptr<Alert> gw(const char *event, double pBns = 0.5)
{
    auto alert = std::make_shared<Alert>();
    alert->messenger = "gw";
    alert->event = alert->name = event;
    alert->pBns = pBns;
    return alert;
}

// One program of the home: its archive object, its journal, its rules.
class Home
{
public:
    explicit Home(const QString &folder, bool acts = true, bool demo = false) : m_folder(folder)
    {
        m_archive = archive::openSqliteArchive({.place = folder}).value().release();
        m_journal = std::make_unique<journal::Journal>(journal::Journal::fileIn(folder));
        m_book = std::make_unique<alarms::AlarmBook>(*m_journal);
        RuleEngine::Settings settings{.rulesFile = folder + u"/rules.json"_s, .lockFile = folder + u"/rules.lock"_s, .demo = demo, .look = 20ms};
        settings.bells = {.raise = [this](const Alarm &alarm, auto done) {
                              raised << alarm;
                              if (!isDeaf)
                                  m_book->raise(alarm, done);
                          },
                          .withdraw = [this](const QString &event) {
                              withdrawn << event;
                              m_book->withdraw(event);
                          },
                          .raisedSince = [this](const UtcTime &since, auto done) { m_book->list(since, 1'000, m_book.get(), done); }};
        settings.help.logFolder = folder;
        settings.help.firstPause = 10ms;
        rules = std::make_unique<RuleEngine>(*m_journal, *m_archive, settings);
        m_listeners.add(rules.get());
        m_listeners.add(&committed);
        m_archive->setListener(&m_listeners);
        if (acts)
            rules->start();
    }
    ~Home()
    {
        rules->stop();
        delete m_archive;
        rules.reset();
    }

    // One message with this alert, as if it came just now.
    void bring(const std::shared_ptr<Alert> &alert, int64_t offset, int secondsAgo = 0, const char *topic = "night")
    {
        m_memory.push_back(std::make_shared<std::string>("{}"));
        const auto lane = std::make_shared<Lane>(Lane{"kafka:abc", topic, 0, 0});
        DecodedBatch batch;
        DecodedPacket decoded;
        decoded.packet.lane = lane;
        decoded.packet.position = offset;
        decoded.packet.value = *m_memory.back();
        decoded.packet.key = "the key";
        decoded.packet.headers = {{"content-type", "x"}};
        decoded.packet.stream = tests::stream();
        decoded.packet.received = UtcTime::now();
        decoded.packet.brokerTime = UtcTime::fromUs(UtcTime::now().us - secondsAgo * 1'000'000ll);
        alert->stream = "gcn";
        alert->topic = topic;
        alert->partition = 0;
        alert->offset = offset;
        alert->brokerTime = decoded.packet.brokerTime;
        alert->received = decoded.packet.received;
        decoded.alerts.push_back(alert);
        batch.packets.push_back(std::move(decoded));
        batch.positions.push_back({tests::stream(), lane, offset + 1, 7, 8});
        batch.keepAlive = m_memory.back();
        m_archive->append(std::move(batch));
    }
    void coincide(int64_t row, const char *other)
    {
        std::atomic<bool> kept{false};
        m_archive->annotate({{.row = row, .coincidence = other}}, [&kept](const Result<int64_t> &rows) { kept = rows.ok(); });
        QTRY_VERIFY(kept);
    }
    [[nodiscard]] std::vector<RuleRun> runs(const QString &rule = {}) { return RuleLedger(*m_journal).runs(rule, 100).value(); }
    [[nodiscard]] journal::Journal &journal() { return *m_journal; }
    [[nodiscard]] int logged()
    {
        int count = -1;
        QObject context;
        m_book->list({}, 1'000, &context, [&](const Result<std::vector<Alarm>> &alarms) { count = static_cast<int>(alarms.value().size()); });
        (void)QTest::qWaitFor([&] { return count >= 0; });
        return count;
    }

    QList<Alarm> raised;
    QStringList withdrawn;
    tests::Listener committed;
    bool isDeaf = false; // as if it ended before the alarm was written down
    std::unique_ptr<RuleEngine> rules;

private:
    QString m_folder;
    archive::Archive *m_archive = nullptr;
    std::unique_ptr<journal::Journal> m_journal;
    std::unique_ptr<alarms::AlarmBook> m_book;
    archive::CommitListeners m_listeners;
    std::vector<std::shared_ptr<std::string>> m_memory;
};

} // namespace

class TestRuleEngine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void wakesOnceForAnEvent()
    {
        addRule();
        Home home(folder());
        QTRY_VERIFY(home.rules->isActing());
        home.bring(gw("S260914ab", 0.5), 1);
        QTRY_COMPARE(home.raised.size(), 1);
        const Alarm alarm = home.raised.front();
        QCOMPARE(alarm.rule, u"waves"_s);
        QCOMPARE(alarm.title, u"Waves"_s);
        QCOMPARE(alarm.event, u"S260914ab"_s);
        QCOMPARE(alarm.row, int64_t{1});
        QCOMPARE(alarm.sound, u"alarm"_s);
        QVERIFY(alarm.notifies && alarm.silencedBy.isEmpty());
        home.bring(gw("S260914ab", 0.5), 2);
        home.bring(gw("S260914ab", 0.5), 1, 0, "other");
        home.bring(gw("S260914cd", 0.5), 3);
        QTRY_COMPARE(home.raised.size(), 2);
        home.bring(gw("S260914ab", 0.9), 4);
        QTRY_COMPARE(home.raised.size(), 3);
        auto taken = gw("S260914ab");
        taken->retraction = true;
        home.bring(taken, 5);
        QTRY_COMPARE(home.raised.size(), 4);
        QCOMPARE(home.raised.back().kind, alarms::Kind::Retraction);
        QCOMPARE(home.raised.back().sound, u"retraction"_s);
        QCOMPARE(home.withdrawn, QStringList{u"S260914ab"_s});
        QTRY_VERIFY(home.rules->isIdle());
        QCOMPARE(home.raised.size(), 4);
        QTRY_COMPARE(home.runs().front().state, RuleRun::State::Done);
    }

    // An earlier row that turns out to be one of two; rules that took it before are not asked.
    void whatCoincidesLaterIsAskedAgain()
    {
        addRule();
        addRule({.name = u"pairs"_s, .label = u"Pairs"_s, .filter = u"has(coincidence)"_s, .actions = {{.kind = u"notify"_s}}});
        Home home(folder());
        QTRY_VERIFY(home.rules->isActing());
        home.bring(gw("S260914ab"), 1);
        home.bring(gw("S260914cd"), 2);
        QTRY_COMPARE(home.raised.size(), 2);
        QTRY_VERIFY(home.rules->isIdle());
        home.coincide(1, "GRB 260914A");
        home.rules->askAgain({1});
        QTRY_COMPARE(home.raised.size(), 3);
        QCOMPARE(home.raised.back().rule, u"pairs"_s);
        QCOMPARE(home.raised.back().row, int64_t{1});
        home.rules->askAgain({1, 2, 999}); // once is enough; the other one says nothing of the kind, the last one is not there
        home.bring(gw("S260914ef"), 3);
        QTRY_COMPARE(home.raised.size(), 4);
        QCOMPARE(home.raised.back().row, int64_t{3});
    }

    void rowsOfOthersAreJudged()
    {
        addRule();
        Home home(folder());
        QTRY_VERIFY(home.rules->isActing());
        Home other(folder(), false);
        other.bring(gw("S1"), 1, 0, "theirs");
        QTRY_COMPARE(home.raised.size(), 1);
        home.bring(gw("S2"), 1); // between rows of others
        other.bring(gw("S3"), 2, 0, "theirs");
        home.bring(gw("S4"), 2);
        QTRY_COMPARE(home.raised.size(), 4);
        QTRY_VERIFY(home.rules->isIdle());
        QCOMPARE(home.raised.size(), 4);
        QVERIFY(other.raised.isEmpty());
    }

    void oneProgramActs()
    {
        addRule();
        auto first = std::make_unique<Home>(folder());
        QTRY_VERIFY(first->rules->isActing());
        Home second(folder());
        QSignalSpy acting(second.rules.get(), &RuleEngine::actingChanged);
        second.bring(gw("S1"), 1);
        QTRY_COMPARE(first->raised.size(), 1);
        QVERIFY(!second.rules->isActing());
        QTRY_COMPARE(first->runs().front().state, RuleRun::State::Done);
        first.reset();
        QTRY_VERIFY(second.rules->isActing()); // takes over where the other one stopped
        second.bring(gw("S2"), 2);
        QTRY_COMPARE(second.raised.size(), 1);
        QCOMPARE(second.raised.front().event, u"S2"_s);
        QCOMPARE(acting.count(), 1);
    }

    void whatLiesThereIsNoNews()
    {
        addRule();
        {
            Home home(folder(), false);
            home.bring(gw("S0"), 0);
        }
        Home home(folder());
        QTRY_VERIFY(home.rules->isActing());
        home.bring(gw("S1"), 1, 7'200); // history of a first start
        home.bring(gw("S2"), 9);
        QTRY_COMPARE(home.raised.size(), 1);
        QCOMPARE(home.raised.front().event, u"S2"_s);
        home.bring(gw("S3"), 5, 60); // a gap is filled
        home.bring(gw("S4"), 10);
        QTRY_COMPARE(home.raised.size(), 2);
        QCOMPARE(home.raised.back().event, u"S4"_s);
    }

    void anEndLosesAndDoublesNothing()
    {
        Rule rule = waves();
        rule.actions.push_back({.kind = u"log"_s}); // for each alert: told apart by the position alone
        addRule(rule);
        {
            Home home(folder());
            QTRY_VERIFY(home.rules->isActing());
            home.bring(gw("S1"), 1);
            QTRY_VERIFY(home.runs().size() == 2 && home.runs()[0].state == RuleRun::State::Done && home.runs()[1].state == RuleRun::State::Done);
            home.isDeaf = true; // from here on nothing reaches the log
            home.bring(gw("S2"), 2);
            QTRY_COMPARE(home.raised.size(), 2);
            QTRY_COMPARE(content(u"rules/waves.jsonl"_s).count(u'\n'), 2);
        }
        {
            Home writer(folder(), false); // the program is away
            writer.bring(gw("S3"), 3);
            writer.bring(gw("S1"), 4);
        }
        Home again(folder());
        QTRY_COMPARE(again.raised.size(), 2);
        QTRY_VERIFY(again.rules->isIdle());
        QStringList events{again.raised[0].event, again.raised[1].event};
        events.sort();
        QCOMPARE(events, QStringList({u"S2"_s, u"S3"_s}));
        QCOMPARE(again.logged(), 3);
        QTRY_COMPARE(content(u"rules/waves.jsonl"_s).count(u'\n'), 4);
    }

    // The alarm was written down, and the program ended before the run knew.
    void whatWasHeardIsNotHeardAgain()
    {
        addRule();
        {
            Home home(folder());
            QTRY_VERIFY(home.rules->isActing());
            home.bring(gw("S1"), 1);
            QTRY_VERIFY(!home.runs().empty() && home.runs().front().state == RuleRun::State::Done);
            RuleRun run = home.runs().front();
            run.state = RuleRun::State::Due;
            run.finished = {};
            RuleLedger(home.journal()).note(run);
            QTRY_COMPARE(home.runs().front().state, RuleRun::State::Due);
        }
        Home again(folder());
        QTRY_VERIFY(again.rules->isActing());
        QTRY_COMPARE(again.runs().front().state, RuleRun::State::Done);
        QVERIFY(again.raised.isEmpty());
        QCOMPARE(again.logged(), 1);
    }

    void nothingBlocksAnother()
    {
        Rule rule = waves();
        for (const QString &command : {u"/bin/sleep 600"_s, u"/bin/sh -c \"exit 3\""_s, u"/no/such/program"_s, u"/bin/sh -c \"cat > %1/in; echo $TOCSIN_TOPIC $TOCSIN_KEY $TOCSIN_HEADER_CONTENT_TYPE > %1/out\""_s.arg(folder())}) {
            Action action{.kind = u"program"_s};
            action.values.set(u"command"_s, command);
            rule.actions.push_back(action);
        }
        rule.actions.push_back({.kind = u"log"_s});
        addRule(rule);
        {
            Home home(folder());
            QTRY_VERIFY(home.rules->isActing());
            home.bring(gw("S1"), 1);
            const auto state = [&](int place) {
                for (const RuleRun &run : home.runs()) {
                    if (run.place == place)
                        return stateWord(run.state) + u' ' + run.result;
                }
                return QString();
            };
            QTRY_VERIFY(state(5).startsWith(u"done"_s));
            QTRY_COMPARE(content(u"out"_s), u"night the key x\n"_s);
            QVERIFY(content(u"in"_s).contains(u"\"S1\""_s) && content(u"in"_s).endsWith(u"}\n"_s));
            QTRY_COMPARE(state(3), u"failed exit status 3"_s);
            QTRY_VERIFY(state(4).startsWith(u"failed could not be started"_s));
            QTRY_VERIFY(state(6).startsWith(u"done"_s));
            QVERIFY(content(u"rules/waves.jsonl"_s).contains(u"\"S1\""_s));
            QTRY_VERIFY(state(2).startsWith(u"started"_s));
            QCOMPARE(home.raised.size(), 1);
        } // and the end does not wait for the one that hangs
        Home again(folder());
        QTRY_VERIFY(std::ranges::any_of(again.runs(), [](const RuleRun &run) { return run.place == 2 && run.state == RuleRun::State::Unsure; }));
    }

    // Somebody pulled the plug while it ran: it is not begun again, for it may have worked.
    void whatRanThenIsNotKnown()
    {
        Rule rule = waves();
        rule.actions = {{.kind = u"program"_s}};
        rule.actions[0].values.set(u"command"_s, u"/usr/bin/touch %1/twice"_s.arg(folder()));
        addRule(rule);
        {
            Home home(folder(), false);
            home.bring(gw("S1"), 1);
            QTRY_VERIFY(home.committed.rows == 1);
            const RuleRun run{.rule = u"waves"_s, .kind = u"program"_s, .place = 0, .row = 1, .made = UtcTime::now()};
            RuleLedger ledger(home.journal());
            RuleRun other = run;
            other.place = 1; // of a rule that was changed since then
            const auto numbers = ledger.keep({.judged = 1, .runs = {run, other}});
            QVERIFY(numbers);
            RuleRun begun = run;
            begun.number = numbers.value()[0];
            begun.state = RuleRun::State::Started;
            ledger.note(begun);
            QTRY_VERIFY(home.runs().back().state == RuleRun::State::Started);
        }
        {
            Home again(folder());
            QTRY_VERIFY(again.runs().back().state == RuleRun::State::Unsure);
            QTRY_VERIFY(again.runs().front().state == RuleRun::State::Failed);
            QVERIFY(again.runs().front().result.contains(u"changed"_s));
        }
        QVERIFY(!QFile::exists(folder() + u"/twice"_s));
    }

    // Else all that it reads first would be news to the next run.
    void whereAStreamBeganIsKept()
    {
        addRule();
        Home home(folder());
        RuleLedger ledger(home.journal());
        QTRY_VERIFY(ledger.standing().value().judged.has_value());
        QVERIFY(ledger.standing().value().lanes.empty());
        home.rules->streamBegins(u"gcn"_s, u"servers=a"_s);
        QTRY_COMPARE(ledger.standing().value().lanes.size(), size_t{1}); // without a single row
        QCOMPARE(ledger.standing().value().lanes.front().stream, std::string("gcn"));
    }

    void whatIsSilencedWakesByNoWay()
    {
        Rule rule = waves();
        rule.throttle = 10min;
        Action mail{.kind = u"mail"_s};
        mail.values.set(u"to"_s, QStringList{u"a@example.org"_s});
        mail.values.set(u"sendmail"_s, u"/bin/true"_s);
        Action each = mail; // not an alarm
        each.values.set(u"when"_s, u"alert"_s);
        rule.actions.insert(rule.actions.end(), {mail, each, {.kind = u"log"_s}});
        addRule(rule);
        Home home(folder());
        QTRY_VERIFY(home.rules->isActing());
        home.bring(gw("S1"), 1);
        home.bring(gw("S2"), 2);
        const auto state = [&home](int64_t row, int place) {
            for (const RuleRun &run : home.runs()) {
                if (run.row == row && run.place == place)
                    return stateWord(run.state);
            }
            return QString();
        };
        for (const int place : {2, 3, 4})
            QTRY_COMPARE(state(1, place), u"done"_s);
        for (const int place : {3, 4})
            QTRY_COMPARE(state(2, place), u"done"_s);
        QCOMPARE(state(2, 2), u"silenced"_s);
        QCOMPARE(home.raised.size(), 2); // it stands in the log of alarms
        QCOMPARE(home.raised[0].silencedBy, QString());
        QCOMPARE(home.raised[1].silencedBy, u"throttle"_s);
    }

    void theDemoSendsNothing()
    {
        Rule rule = waves();
        Action program{.kind = u"program"_s};
        program.values.set(u"command"_s, u"/usr/bin/touch %1/ran"_s.arg(folder()));
        rule.actions = {program, {.kind = u"log"_s}, {.kind = u"notify"_s}};
        addRule(rule);
        Home home(folder(), true, true);
        QTRY_VERIFY(home.rules->isActing());
        home.bring(gw("S1"), 1);
        QTRY_COMPARE(home.raised.size(), 1); // the bell may be tried out
        QTRY_COMPARE(std::ranges::count(home.runs(), RuleRun::State::Dropped, &RuleRun::state), std::ptrdiff_t{2});
        QVERIFY(!QFile::exists(folder() + u"/ran"_s) && !QFile::exists(folder() + u"/rules/waves.jsonl"_s));
    }

    void aRetractionSoundsOtherwise()
    {
        Rule rule = waves();
        rule.repeat = 60s;
        rule.actions[1].values.set(u"retraction_sound"_s, u"gong"_s);
        addRule(rule);
        Home home(folder());
        QTRY_VERIFY(home.rules->isActing());
        home.bring(gw("S1"), 1);
        QTRY_COMPARE(home.raised.size(), 1);
        auto taken = gw("S1");
        taken->retraction = true;
        home.bring(taken, 2);
        QTRY_COMPARE(home.raised.size(), 2);
        QCOMPARE(home.raised[0].sound, u"alarm"_s);
        QCOMPARE(home.raised[0].repeat, 60s);
        QVERIFY(home.raised[1].kind == alarms::Kind::Retraction);
        QCOMPARE(home.raised[1].sound, u"gong"_s);
        QCOMPARE(home.raised[1].repeat, 0s); // there is nothing to be done about it
        QTRY_COMPARE(home.withdrawn, QStringList{u"S1"_s});
        // What was fetched later takes nothing back.
        auto old = gw("S2");
        home.bring(old, 3);
        QTRY_COMPARE(home.raised.size(), 3);
        auto late = gw("S2");
        late->retraction = true;
        home.bring(late, 4, 3 * 86'400);
        QTRY_VERIFY(home.rules->isIdle());
        QCOMPARE(home.withdrawn, QStringList{u"S1"_s});
    }

    void restrictedAlertsWaitToBeAllowed()
    {
        Rule rule = waves();
        Action mail{.kind = u"mail"_s};
        mail.values.set(u"to"_s, QStringList{u"a@example.org"_s});
        mail.values.set(u"sendmail"_s, folder() + u"/mailer"_s);
        rule.actions.push_back(mail);
        addRule(rule);
        QFile script(folder() + u"/mailer"_s); // stands for the mailer of the system
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\ncat > " + folder().toUtf8() + "/mail\n");
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        {
            Home home(folder());
            QSignalSpy wanted(home.rules.get(), &RuleEngine::consentWanted);
            QTRY_VERIFY(home.rules->isActing());
            auto secret = gw("S1");
            secret->access = "restricted";
            home.bring(secret, 1);
            QTRY_COMPARE(wanted.count(), 1);
            QCOMPARE(wanted.front().at(1).toStringList(), QStringList{u"mail a@example.org"_s});
            QCOMPARE(home.raised.size(), 1); // the alarm does not leave the program
            QVERIFY(home.raised.front().restricted);
            home.bring(gw("S2"), 2); // public
            QTRY_VERIFY(content(u"mail"_s).contains(u"To: a@example.org"_s));
            QVERIFY(std::ranges::any_of(home.runs(), [](const RuleRun &run) { return run.state == RuleRun::State::Held && run.row == 1; }));
        }
        QVERIFY(QFile::remove(folder() + u"/mail"_s));
        Home again(folder());
        QTRY_VERIFY(again.rules->isActing());
        QVERIFY(journal::Consents(again.journal()).allow({u"mail a@example.org"_s}).ok());
        again.rules->look();
        QTRY_VERIFY(content(u"mail"_s).contains(u"X-Tocsin-Rule: waves"_s));
        QTRY_VERIFY(std::ranges::none_of(again.runs(), [](const RuleRun &run) { return run.state == RuleRun::State::Held; }));
    }

    // Each kind that takes alerts out of the program asks for its own place; the others do not ask.
    void restrictedOfEachKind_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QVariantMap>("values");
        QTest::addColumn<QStringList>("destinations");
        const QVariantMap hook{{u"url"_s, u"http://127.0.0.1:1/a/{secret}"_s}};
        QTest::newRow("webhook") << u"webhook"_s << hook << QStringList{u"webhook http://127.0.0.1:1"_s};
        QTest::newRow("mail") << u"mail"_s << QVariantMap{{u"to"_s, QStringList{u"A@example.org"_s, u"b@example.org"_s}}, {u"sendmail"_s, u"/no/such"_s}} << QStringList{u"mail a@example.org"_s, u"mail b@example.org"_s};
        QTest::newRow("kafka") << u"kafka"_s << QVariantMap{{u"stream"_s, u"s"_s}, {u"topic"_s, u"t"_s}} << QStringList{u"kafka s/t"_s};
        QTest::newRow("target") << u"target"_s << QVariantMap{{u"tom"_s, u"my-tom"_s}} << QStringList{u"tom my-tom"_s};
        QTest::newRow("target of the local list") << u"target"_s << QVariantMap() << QStringList();
        QTest::newRow("program") << u"program"_s << QVariantMap{{u"command"_s, u"/bin/true"_s}} << QStringList();
        QTest::newRow("log") << u"log"_s << QVariantMap() << QStringList();
        QTest::newRow("tag") << u"tag"_s << QVariantMap{{u"tag"_s, u"x"_s}} << QStringList();
    }
    void restrictedOfEachKind()
    {
        QFETCH(const QString, kind);
        QFETCH(const QVariantMap, values);
        QFETCH(const QStringList, destinations);
        Rule rule = waves();
        rule.actions = {{.kind = kind}};
        for (const auto &[key, value] : values.asKeyValueRange())
            rule.actions.front().values.set(key, value);
        addRule(rule);
        Home home(folder());
        QTRY_VERIFY(home.rules->isActing());
        const auto stateOf = [&home](int64_t row) {
            for (const RuleRun &run : home.runs()) {
                if (run.row == row)
                    return run.state;
            }
            return RuleRun::State::Due;
        };
        const auto hasEnded = [&](int64_t row) { return stateOf(row) == RuleRun::State::Done || stateOf(row) == RuleRun::State::Failed; };
        auto secret = gw("S1");
        secret->access = "restricted";
        home.bring(secret, 1);
        home.bring(gw("S2"), 2);
        QTRY_VERIFY(hasEnded(2)); // whatever came of it, it was tried
        if (destinations.isEmpty()) {
            QTRY_VERIFY(hasEnded(1));
            return;
        }
        int64_t row = 2;
        QVERIFY(journal::Consents(home.journal()).allow({destinations.constFirst() + u'0'}).ok()); // somewhere else
        for (const QString &each : destinations) {
            home.rules->look();
            home.bring(gw((QByteArray("P") + each.toUtf8()).constData()), ++row); // judged after the look
            QTRY_VERIFY(hasEnded(row));
            QCOMPARE(stateOf(1), RuleRun::State::Held); // all of them are asked for, not some
            QVERIFY(journal::Consents(home.journal()).allow({each}).ok());
        }
        home.rules->look();
        QTRY_VERIFY(hasEnded(1));
        auto next = gw("S3"); // asked once
        next->access = "restricted";
        home.bring(next, ++row);
        QTRY_VERIFY(hasEnded(row));
        QVERIFY(journal::Consents(home.journal()).forget({destinations.constLast()}).ok());
        auto last = gw("S4");
        last->access = "restricted";
        home.bring(last, ++row);
        QTRY_COMPARE(stateOf(row), RuleRun::State::Held);
    }

    // Without an archive there is no packet but the one at hand.
    void packetsOfARunThatKeepsNothing()
    {
        Rule rule{.name = u"deep"_s, .enabled = true, .filter = u"fields.drb > 0.5"_s, .actions = {{.kind = u"program"_s}, {.kind = u"notify"_s}}, .rehearsed = UtcTime::now()};
        rule.actions[0].values.set(u"input"_s, u"packet"_s);
        rule.actions[0].values.set(u"command"_s, u"/bin/sh -c \"cat >> %1/packets; echo ' '$TOCSIN_KEY $TOCSIN_HEADER_CONTENT_TYPE >> %1/packets\""_s.arg(folder()));
        addRule(rule);
        journal::Journal journal({});
        const std::unique_ptr<archive::Archive> nothing = archive::makeNullArchive();
        int raised = 0;
        RuleEngine engine(journal, *nothing, {.rulesFile = folder() + u"/rules.json"_s, .keepsNothing = true, .takesHistory = true,
                                              .bells = {.raise = [&raised](const Alarm &, const auto &done) { done(int64_t{++raised}); }}, .look = 20ms});
        nothing->setListener(&engine);
        engine.start();
        QTRY_VERIFY(engine.isActing());
        std::deque<std::string> memory;
        DecodedBatch batch;
        for (const char *drb : {"0.4", "0.6", "0.3", "0.9"}) {
            DecodedPacket decoded;
            decoded.packet.lane = std::make_shared<Lane>(Lane{"kafka:abc", "night", 0, 0});
            decoded.packet.value = memory.emplace_back(std::string("{\"id\": \"") + drb + "\", \"drb\": " + drb + "}");
            decoded.packet.key = "the key";
            decoded.packet.headers = {{"content-type", "x"}};
            auto alert = std::make_shared<Alert>();
            alert->id = drb;
            alert->received = alert->brokerTime = UtcTime::now();
            decoded.alerts.push_back(alert);
            engine.packetComes(decoded);
            if (drb != std::string("0.3")) // one that goes no further
                batch.packets.push_back(std::move(decoded));
        }
        nothing->append(std::move(batch));
        QTRY_VERIFY(engine.isIdle() && content(u"packets"_s).count(u'\n') == 2);
        QCOMPARE(content(u"packets"_s), u"{\"id\": \"0.6\", \"drb\": 0.6} the key x\n{\"id\": \"0.9\", \"drb\": 0.9} the key x\n"_s);
        QCOMPARE(raised, 2);
    }

    void tooManyPacketsWait()
    {
        PassingPackets passing(10);
        const std::string bytes(8, 'x');
        const auto give = [&](const std::shared_ptr<Alert> &alert) {
            DecodedPacket packet;
            packet.packet.value = bytes;
            packet.alerts = {alert};
            passing.give(packet);
        };
        const auto first = std::make_shared<Alert>();
        const auto second = std::make_shared<Alert>();
        give(first);
        passing.waitForRoom(); // there is some
        give(second);
        std::atomic<bool> isThrough{false};
        std::thread router([&] {
            passing.waitForRoom();
            isThrough = true;
        });
        const bool wasEarly = QTest::qWaitFor([&] { return isThrough.load(); }, 200);
        QVERIFY(passing.take(first));
        const bool came = QTest::qWaitFor([&] { return isThrough.load(); }, 5'000);
        router.join();
        QVERIFY(!wasEarly && came);
        QVERIFY(!passing.take(first));
        QCOMPARE(passing.take(second)->value, bytes);
        give(first);
        give(second);
        passing.endSoon();
        passing.waitForRoom(); // for nobody
    }

    void rulesAreReadWhileItRuns()
    {
        Home home(folder());
        QTRY_VERIFY(home.rules->isActing());
        home.bring(gw("S1"), 1);
        QTRY_COMPARE(home.committed.rows.load(), 1);
        QTRY_VERIFY(home.rules->isIdle());
        QSignalSpy changed(home.rules.get(), &RuleEngine::rulesChanged);
        addRule();
        home.rules->look();
        QTRY_VERIFY(changed.count() > 0);
        home.bring(gw("S2"), 2);
        QTRY_COMPARE(home.raised.size(), 1);
        QCOMPARE(home.raised.front().event, u"S2"_s); // not what came before
    }

private:
    [[nodiscard]] QString folder() const { return m_folder->path(); }
    [[nodiscard]] QString content(const QString &name) const
    {
        QFile file(folder() + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    static Rule waves()
    {
        return {.name = u"waves"_s, .label = u"Waves"_s, .filter = u"messenger = \"gw\""_s, .actions = {{.kind = u"notify"_s}, {.kind = u"sound"_s}}, .measure = u"p_bns"_s, .retractions = true};
    }
    void addRule(const Rule &rule = waves())
    {
        RuleStore store(folder() + u"/rules.json"_s);
        QVERIFY(store.add(rule).ok());
        QVERIFY(store.setEnabled(rule.name, true, true).ok());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestRuleEngine)
#include "tst_ruleengine.moc"
