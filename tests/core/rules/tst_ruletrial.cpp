// SPDX-License-Identifier: GPL-3.0-or-later
// One action tried by a person: with real programs.
#include "core/archive/archive.h"
#include "core/journal/journal.h"
#include "core/rules/ruleengine.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using rules::Action;
using rules::Rule;
using rules::RuleRun;

namespace {

struct Setup {
    QTemporaryDir folder;
    journal::Journal journal{{}};
    std::unique_ptr<archive::Archive> store;
    std::vector<alarms::Alarm> raised;
    std::unique_ptr<rules::RuleEngine> engine;

    explicit Setup(bool demo = false)
    {
        store = std::move(archive::openSqliteArchive({.place = folder.filePath(u"archive"_s)}).value());
        rules::RuleEngine::Settings settings{.rulesFile = folder.filePath(u"rules.json"_s), .demo = demo};
        settings.bells.raise = [this](const alarms::Alarm &alarm, auto done) {
            raised.push_back(alarm);
            done(Result<int64_t>(12));
        };
        engine = std::make_unique<rules::RuleEngine>(journal, *store, std::move(settings));
    }
    ~Setup()
    {
        engine.reset();
        store->close();
    }
    std::optional<RuleRun> tried(const Action &action)
    {
        auto alert = std::make_shared<Alert>();
        alert->id = "77";
        alert->name = "ZTF26tried";
        std::optional<RuleRun> answer;
        engine->tryAction({.name = u"mine"_s, .label = u"Mine"_s}, action, alert, [&answer](const RuleRun &run) { answer = run; });
        return QTest::qWaitFor([&] { return answer.has_value(); }, 20'000) ? answer : std::nullopt;
    }
    static Action program(const QString &command)
    {
        Action action{.kind = u"program"_s};
        action.values.set(u"command"_s, command);
        return action;
    }
};

} // namespace

class RuleTrialTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void programs();
    void alarmsAreTests();
    void nothingLeavesTheDemo();
    void writesNothingDown();
};

void RuleTrialTest::programs()
{
    Setup setup;
    const auto well = setup.tried(Setup::program(u"/bin/cat"_s));
    QVERIFY(well);
    QVERIFY(well->state == RuleRun::State::Done);
    QVERIFY(well->output.contains(u"ZTF26tried"_s)); // it was on its standard input
    const auto wrong = setup.tried(Setup::program(u"/bin/false"_s));
    QVERIFY(wrong);
    QVERIFY(wrong->state == RuleRun::State::Failed);
    QVERIFY(!wrong->result.isEmpty());
    QVERIFY(setup.tried({.kind = u"telepathy"_s})->state == RuleRun::State::Failed);
}

void RuleTrialTest::alarmsAreTests()
{
    Setup setup;
    const auto heard = setup.tried({.kind = u"sound"_s});
    QVERIFY(heard);
    QVERIFY(heard->state == RuleRun::State::Done);
    QCOMPARE(setup.raised.size(), 1U);
    QVERIFY(setup.raised.front().test);
    QCOMPARE(setup.raised.front().sound, u"alarm"_s);
    QCOMPARE(setup.raised.front().repeat.count(), 0); // once is enough
    QVERIFY(!setup.raised.front().notifies);
}

void RuleTrialTest::nothingLeavesTheDemo()
{
    Setup setup(true);
    const QString trace = setup.folder.filePath(u"trace"_s);
    const auto tried = setup.tried(Setup::program(u"/usr/bin/touch "_s + trace));
    QVERIFY(tried);
    QVERIFY(tried->state == RuleRun::State::Failed);
    QVERIFY(!QFile::exists(trace));
}

void RuleTrialTest::writesNothingDown()
{
    Setup setup;
    QVERIFY(setup.tried(Setup::program(u"/bin/true"_s)));
    rules::RuleLedger ledger(setup.journal);
    QVERIFY(ledger.runs({}, 10).value().empty());
}

QTEST_GUILESS_MAIN(RuleTrialTest)
#include "tst_ruletrial.moc"
