// SPDX-License-Identifier: GPL-3.0-or-later
// Targets of alerts with a journal, an archive and a vault of their own, and real TOMs.
#include "core/export/csv.h"
#include "core/export/jsonline.h"
#include "core/journal/journal.h"
#include "core/tom/targets.h"
#include "rig/tomrig.h"
#include "support/archivefixture.h"
#include "support/lossyproxy.h"
#include "support/vaultbench.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QSqlError>
#include <QSqlQuery>
#include <QSysInfo>
#include <QTest>

#include <array>
#include <map>
#include <optional>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::tom;
using rig::TomRig;

namespace {

constexpr int kPatience = 60'000;

// The parts that Targets stands on, and one program of a home.
struct Program {
    explicit Program(const QString &file, archive::Archive &archive, vault::Vault &vault)
        : journal(std::make_unique<journal::Journal>(file)), targets(std::make_unique<Targets>(*journal, archive, [&vault]() -> vault::Vault & { return vault; }))
    {
        QObject::connect(targets.get(), &Targets::settled, &context, [this](const TargetRecord &record) { settled[record.number].push_back(record); });
        QObject::connect(targets.get(), &Targets::strangersCanSee, &context, [this](const TargetRecord &record) { seen.push_back(record); });
    }
    ~Program()
    {
        targets.reset();
        journal.reset();
    }

    template <typename T>
    std::optional<Result<T>> wait(const std::function<void(Targets::Done<T>)> &question)
    {
        std::optional<Result<T>> got;
        question([&](Result<T> answer) { got = std::move(answer); });
        return QTest::qWaitFor([&] { return got.has_value(); }, kPatience) ? std::move(got) : std::nullopt;
    }
    TargetRecord create(const QString &account, const Draft &draft, bool anyway = false, std::chrono::milliseconds delay = 0ms)
    {
        const auto got = wait<TargetRecord>([&](auto done) { targets->create(account, draft, anyway, delay, &context, std::move(done)); });
        if (!got || !*got)
            qWarning("%s", got ? qPrintable(got->error().message) : "no answer");
        return got && *got ? got->value() : TargetRecord();
    }
    // Its n-th answer.
    TargetRecord settle(int64_t number, size_t times = 1)
    {
        return QTest::qWaitFor([&] { return settled[number].size() >= times; }, kPatience) ? settled[number][times - 1] : TargetRecord();
    }
    TargetRecord made(const QString &account, const Draft &draft, bool anyway = false) { return settle(create(account, draft, anyway).number); }
    std::vector<TargetRecord> list()
    {
        const auto got = wait<std::vector<TargetRecord>>([&](auto done) { targets->list(&context, std::move(done)); });
        return got && *got ? got->value() : std::vector<TargetRecord>();
    }
    Result<TargetRecord> remove(int64_t number)
    {
        auto got = wait<TargetRecord>([&](auto done) { targets->remove(number, &context, std::move(done)); });
        return got ? std::move(*got) : Result<TargetRecord>(Error{.message = u"no answer"_s});
    }

    QObject context;
    std::unique_ptr<journal::Journal> journal;
    std::unique_ptr<Targets> targets;
    std::map<int64_t, std::vector<TargetRecord>> settled;
    std::vector<TargetRecord> seen;
};

Draft draftNamed(const QString &name, double ra)
{
    return {.name = name, .ra = ra, .dec = 12.5};
}

} // namespace

class TestTargets : public QObject, private tests::ArchiveFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void rowBecomesATarget();
    void localListIsSentLater();
    void undoneInTime();
    void existingIsUsed();
    void twelveOfANight();
    void aliasIsAdded();
    void lightCurveGoesAlong();
    void removedAtTheTom();
    void awayAndBackAfterARestart();
    void askedToComeLater();
    void lostRepliesMakeNoTwins();
    void errorsOfTheTomMakeNoTwins();
    void endInTheMiddleMakesNoTwins();
    void endAfterTheClaimLeavesIt();
    void twoProgramsSendOnce();
    void claimsOfTheDeadAreTaken();
    void refusedSignInIsTriedAgain();
    void strangersAreReported();
    void restrictedRowsAskOnce();
    void rulesMakeOnlyWhatIsSure();

private:
    TomRig *tom(const QString &site = u"stock"_s)
    {
        std::unique_ptr<TomRig> &rig = m_toms[site];
        if (!rig) {
            rig = std::make_unique<TomRig>();
            if (!rig->up(site))
                qFatal("%s", qPrintable(rig->why()));
        }
        return rig.get();
    }
    // An account for alice there.
    void account(const QString &name, const QString &url, const QByteArray &secret = TomRig::token("alice"), const QString &user = {})
    {
        QVERIFY(m_bench->add(tests::VaultBench::account(name, u"tom"_s, {{u"url"_s, url}, {u"user"_s, user}}), secret.constData()));
    }
    [[nodiscard]] QString journalFile() const { return m_folder->filePath(u"journal.sqlite"_s); }
    std::unique_ptr<Program> program() { return std::make_unique<Program>(journalFile(), *m_archive, m_bench->vault); }
    // One alert in the archive, with this packet.
    int64_t row(const std::function<void(Alert &)> &how, const std::string &packet = "{}")
    {
        DecodedBatch batch = tests::batchOf(tests::lane(), ++m_offset, 1);
        auto memory = std::make_shared<std::string>(packet);
        batch.packets[0].packet.value = *memory;
        how(*batch.packets[0].alerts[0]);
        batch.keepAlive = memory;
        const int before = m_listener.rows;
        m_archive->append(std::move(batch));
        return QTest::qWaitFor([&] { return m_listener.rows > before; }, kPatience) ? m_listener.lastRow.load() : 0;
    }

    std::map<QString, std::unique_ptr<TomRig>> m_toms;
    std::unique_ptr<tests::VaultBench> m_bench;
    int64_t m_offset = 0;
};

void TestTargets::init()
{
    begin();
    open();
    m_bench = std::make_unique<tests::VaultBench>();
    QVERIFY(m_bench->vault.open());
    QVERIFY(m_bench->useFile("open sesame"));
}

void TestTargets::cleanup()
{
    m_archive.reset();
    m_bench.reset();
}

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
    QVERIFY(draft && *draft);
    QCOMPARE(draft->value().name, u"LSST 169298433216610349"_s);
    QCOMPARE(draft->value().row, number);
    const TargetRecord queued = home->create(u"obs"_s, draft->value());
    QCOMPARE(queued.state, State::Queued);
    const TargetRecord made = home->settle(queued.number);
    QVERIFY2(made.state == State::Created, qPrintable(made.why));
    QVERIFY2(made.why.isEmpty(), qPrintable(made.why));
    QCOMPARE(made.target->url.toString(), tom()->url() + u"/targets/%1/"_s.arg(made.target->id));
    QCOMPARE(tom()->targetsNamed(u"LSST 169298433216610349"_s), 1);
    QTRY_COMPARE(readerOf()->marks(std::vector<int64_t>{number}).value().front() & archive::Starred, int(archive::Starred));
    const auto ofRow = home->wait<std::vector<TargetRecord>>([&](auto done) { home->targets->ofRows({number}, &home->context, std::move(done)); });
    QCOMPARE(ofRow->value().size(), size_t(1));
    QCOMPARE(ofRow->value().front().target->id, made.target->id);
    const auto ofEvent = home->wait<std::vector<TargetRecord>>([&](auto done) { home->targets->ofEvent(u"169298433216610349"_s, &home->context, std::move(done)); });
    QCOMPARE(ofEvent->value().size(), size_t(1));
    const auto none = home->wait<Draft>([&](auto done) { home->targets->draft(99, &home->context, std::move(done)); });
    QVERIFY(none && !*none);
}

void TestTargets::localListIsSentLater()
{
    account(u"obs"_s, tom()->url());
    const auto home = program();
    const TargetRecord local = home->create({}, draftNamed(u"local first"_s, 11));
    QCOMPARE(local.state, State::Local);
    QCOMPARE(home->targets->waiting(), 0);
    const auto sent = home->wait<TargetRecord>([&](auto done) { home->targets->send(local.number, u"obs"_s, &home->context, std::move(done)); });
    QVERIFY(sent && *sent);
    QCOMPARE(home->settle(local.number).state, State::Created);
    QCOMPARE(tom()->targetsNamed(u"local first"_s), 1);
    Draft moving = draftNamed(u"moves"_s, 12);
    moving.refusal = u"It moves."_s;
    QCOMPARE(home->create(u"obs"_s, moving).state, State::Refused);
    QCOMPARE(tom()->targetsNamed(u"moves"_s), 0);
}

void TestTargets::undoneInTime()
{
    account(u"obs"_s, tom()->url());
    const auto home = program();
    const TargetRecord queued = home->create(u"obs"_s, draftNamed(u"undone"_s, 13), false, 10'000ms);
    QTRY_COMPARE(home->targets->waiting(), 1);
    const Result<TargetRecord> gone = home->remove(queued.number);
    QVERIFY(gone);
    QCOMPARE(gone.value().state, State::Removed);
    QTRY_COMPARE(home->targets->waiting(), 0);
    // The next one goes when its time has come.
    const UtcTime before = UtcTime::now();
    const TargetRecord later = home->create(u"obs"_s, draftNamed(u"not undone"_s, 14), false, 700ms);
    QCOMPARE(home->settle(later.number).state, State::Created);
    QVERIFY(UtcTime::now().us - before.us >= 700'000);
    QCOMPARE(tom()->targetsNamed(u"undone"_s), 0);
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
        QVERIFY(draft && *draft);
        const TargetRecord made = home->made(u"obs"_s, draft->value());
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
    QCOMPARE(used->value().state, State::Exists);
    QCOMPARE(used->value().target->id, first.target->id);
}

void TestTargets::aliasIsAdded()
{
    account(u"obs"_s, tom()->url());
    const auto home = program();
    const TargetRecord first = home->made(u"obs"_s, draftNamed(u"has aliases"_s, 25));
    const auto kept = home->wait<TargetRecord>([&](auto done) { home->targets->addAsAlias(u"obs"_s, draftNamed(u"AT 2026alias"_s, 25), *first.target, &home->context, std::move(done)); });
    QVERIFY(kept && *kept);
    const TargetRecord added = home->settle(kept->value().number);
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

void TestTargets::removedAtTheTom()
{
    account(u"obs"_s, tom()->url());
    const auto home = program();
    const TargetRecord made = home->made(u"obs"_s, draftNamed(u"goes again"_s, 28));
    QCOMPARE(tom()->targetsNamed(u"goes again"_s), 1);
    const Result<TargetRecord> gone = home->remove(made.number);
    QVERIFY2(gone.ok(), gone.ok() ? "" : qPrintable(gone.error().message));
    QCOMPARE(gone.value().state, State::Removed);
    QCOMPARE(tom()->targetsNamed(u"goes again"_s), 0);
    // Deleted on the TOM's own pages meanwhile.
    const TargetRecord other = home->made(u"obs"_s, draftNamed(u"gone before"_s, 29));
    QCOMPARE(tom()->ask("DELETE", u"/api/targets/%1/"_s.arg(other.target->id), TomRig::byToken("alice")).status, 204);
    QCOMPARE(home->remove(other.number).value().state, State::Removed);
}

void TestTargets::awayAndBackAfterARestart()
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

void TestTargets::askedToComeLater()
{
    account(u"obs"_s, tom(u"throttled"_s)->url());
    std::vector<int64_t> numbers;
    {
        const auto home = program();
        for (int i = 0; i < 4; ++i)
            numbers.push_back(home->create(u"obs"_s, draftNamed(u"one of many %1"_s.arg(i), 50 + i)).number);
        TargetRecord late;
        for (const int64_t number : numbers) {
            if (const TargetRecord record = home->settle(number); record.state == State::Queued)
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
                              4, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(again->targets->waiting(), 0, kPatience);
}

void TestTargets::lostRepliesMakeNoTwins()
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
    QVERIFY(!home->remove(queued.number)); // nobody knows what there is to take back
    proxy.lost.clear();
    const TargetRecord made = home->settle(queued.number, 2);
    QVERIFY2(made.state == State::Created, qPrintable(made.why));
    QCOMPARE(tom()->targetsNamed(u"lost reply"_s), 1);
    QCOMPARE(tom()->asked("POST /api/targets/") - posts, 1);
}

void TestTargets::errorsOfTheTomMakeNoTwins()
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

void TestTargets::endInTheMiddleMakesNoTwins()
{
    tests::LossyProxy proxy(tom()->url());
    account(u"obs"_s, proxy.address());
    proxy.lost = "POST /api/targets/";
    proxy.holds = true;
    int64_t number = 0;
    {
        const auto home = program();
        number = home->create(u"obs"_s, draftNamed(u"ended in the middle"_s, 62)).number;
        QTRY_COMPARE_WITH_TIMEOUT(proxy.swallowed, 1, kPatience);
    } // ends while it waits for the reply
    proxy.lost.clear();
    const auto again = program();
    QCOMPARE(again->settle(number).state, State::Created);
    QCOMPARE(tom()->targetsNamed(u"ended in the middle"_s), 1);
}

void TestTargets::endAfterTheClaimLeavesIt()
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

void TestTargets::twoProgramsSendOnce()
{
    account(u"obs"_s, tom()->url());
    const auto one = program();
    const auto other = program();
    const int posts = tom()->asked("POST /api/targets/");
    std::vector<int64_t> numbers;
    for (int i = 0; i < 16; ++i)
        numbers.push_back(one->create(u"obs"_s, draftNamed(u"shared %1"_s.arg(i), 70 + i), false, 300ms).number);
    QTRY_VERIFY_WITH_TIMEOUT(one->targets->waiting() > 0 && other->targets->waiting() > 0, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(other->targets->waiting() + one->targets->waiting(), 0, kPatience);
    for (const TargetRecord &record : other->list())
        QVERIFY2(record.state == State::Created, qPrintable(record.why));
    size_t answers = 0;
    for (const int64_t number : numbers)
        answers += one->settled[number].size() + other->settled[number].size();
    QCOMPARE(answers, size_t(16));
    QCOMPARE(tom()->asked("POST /api/targets/") - posts, 16);
}

void TestTargets::claimsOfTheDeadAreTaken()
{
    account(u"obs"_s, tom()->url());
    int64_t number = 0;
    {
        journal::Journal journal(journalFile());
        Program home(journalFile(), *m_archive, m_bench->vault);
        number = home.create(u"obs"_s, draftNamed(u"of a dead one"_s, 90), false, 3'600'000ms).number;
        const Result<int> claimed = journal.wait<int>([](QSqlDatabase &db) {
            QSqlQuery query(db);
            // A number that no process has, for an hour.
            return query.exec(u"UPDATE targets SET next_try = 1, unsure = 1, claimed_until = 9000000000000000, claimed_by = '%1/4194999/1/1'"_s.arg(QSysInfo::machineHostName()))
                ? Result<int>(query.numRowsAffected())
                : Error{.message = query.lastError().text()};
        });
        QVERIFY(claimed);
    }
    const auto home = program();
    QTRY_VERIFY_WITH_TIMEOUT(!home->list().empty() && home->list().front().state == State::Created, kPatience);
    QCOMPARE(home->list().front().number, number);
    QCOMPARE(tom()->targetsNamed(u"of a dead one"_s), 1);
}

void TestTargets::refusedSignInIsTriedAgain()
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

void TestTargets::strangersAreReported()
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
    QCOMPARE(home->remove(made.number).value().state, State::Removed);
    QCOMPARE(open.targetsNamed(u"for all to see"_s), 0);
}

void TestTargets::restrictedRowsAskOnce()
{
    account(u"obs"_s, tom()->url());
    account(u"other"_s, tom()->url());
    const auto home = program();
    Draft draft = draftNamed(u"not for all"_s, 97);
    draft.restricted = true;
    const int asked = tom()->asked(" /api/");
    auto made = home->wait<TargetRecord>([&](auto done) { home->targets->create(u"obs"_s, draft, false, 0ms, &home->context, std::move(done)); });
    QVERIFY(made && !*made);
    QCOMPARE(made->error().kind, ErrorKind::NotAuthorised);
    const auto looked = home->wait<Lookup>([&](auto done) { home->targets->lookUp(u"obs"_s, draft, &home->context, std::move(done)); });
    QVERIFY(looked && !*looked);
    QCOMPARE(tom()->asked(" /api/"), asked);
    // In the local list it leaves nothing.
    const TargetRecord local = home->create({}, draft);
    QCOMPARE(local.state, State::Local);
    const auto sent = home->wait<TargetRecord>([&](auto done) { home->targets->send(local.number, u"obs"_s, &home->context, std::move(done)); });
    QVERIFY(sent && !*sent);
    std::optional<Outcome> allowed;
    home->targets->allowRestricted(u"obs"_s, &home->context, [&](const Outcome &outcome) { allowed = outcome; });
    QTRY_VERIFY(allowed && allowed->ok());
    QCOMPARE(home->made(u"obs"_s, draft).state, State::Created);
    // For this one destination.
    made = home->wait<TargetRecord>([&](auto done) { home->targets->create(u"other"_s, draft, false, 0ms, &home->context, std::move(done)); });
    QVERIFY(made && !*made);
}

void TestTargets::rulesMakeOnlyWhatIsSure()
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
    TestTargets test;
    return rig::runWithTom(&test, argc, argv);
}

#include "tst_targets.moc"
