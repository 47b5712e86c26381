// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tom/targetsparts.h"

#include "core/archive/archive.h"
#include "core/base/logging.h"
#include "core/journal/journal.h"
#include "core/tom/consent.h"
#include "core/tom/programname.h"
#include "core/tom/tomaccount.h"
#include "core/tom/tomprobe.h"

#include <algorithm>

namespace tocsin::tom {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kMostThreads = 8; // they wait for servers
constexpr int kMostAtOnce = 4; // records on their way, each to another TOM
constexpr std::chrono::microseconds kClaim = 10min; // longer than the slowest sending
constexpr std::chrono::milliseconds kLongestSleep = 1min; // the clock may be set
constexpr std::chrono::milliseconds kPeek = 2s; // at what another program has claimed

UtcTime later(std::chrono::microseconds pause)
{
    return UtcTime::fromUs(UtcTime::now().us + pause.count());
}

} // namespace

Targets::Parts::Parts(Targets &theTargets, journal::Journal &theJournal, archive::Archive &theArchive, std::function<vault::Vault &()> theVault)
    : targets(theTargets), journal(theJournal), archive(theArchive), vault(std::move(theVault)), me(programName())
{
    pool.setMaxThreadCount(kMostThreads);
    timer.setSingleShot(true);
    connect(&timer, &QTimer::timeout, this, &Parts::look);
    connect(&journal, &journal::Journal::changed, this, [this] {
        Q_EMIT targets.changed();
        look();
    });
}

void Targets::Parts::access(const QString &name, const Got &got)
{
    vault::Vault &accounts = vault();
    if (const Outcome opened = accounts.open(); !opened)
        return got(opened.error());
    const Result<TomAccount> account = tomAccount(accounts.accounts(), name);
    if (!account)
        return got(account.error());
    accounts.read(name, [self = QPointer<Parts>(this), got, account = account.value()](const Result<vault::SecretBytes> &secret) {
        if (!self)
            return;
        if (!secret)
            return got(secret.error());
        got(TomAccess{.url = account.url, .user = account.user, .secret = secret.value()});
    });
}

double Targets::Parts::radiusOf(const QString &name)
{
    if (!vault().open())
        return kUsualRadius;
    const Result<TomAccount> account = tomAccount(vault().accounts(), name);
    return account ? account.value().radiusArcsec : kUsualRadius;
}

std::optional<TomFacts> Targets::Parts::factsOf(const QString &name, const QUrl &url) const
{
    const auto it = known.find(name);
    return it != known.end() && it->first == url ? std::optional(it->second) : std::nullopt;
}

// A sign-in that is refused may have been changed on the other side.
void Targets::Parts::remember(const QString &name, const QUrl &url, const std::optional<TomFacts> &facts, bool isRefused)
{
    if (isRefused)
        known.remove(name);
    else if (facts)
        known.insert(name, {url, *facts});
}

Told<TomFacts> Targets::Parts::askFacts(TomAccess &access, const std::stop_token &stop)
{
    const Told<Probed> probed = probe(access.url, access.user, access.secret, stop);
    if (const Trouble *trouble = troubleOf(probed))
        return *trouble;
    access.signIn = std::get<Probed>(probed).signIn;
    Told<TomFacts> facts = TomClient(access, stop).facts();
    if (!troubleOf(facts))
        std::get<TomFacts>(facts).notice = std::get<Probed>(probed).notice;
    return facts;
}

void Targets::Parts::look()
{
    if (isLooking) {
        looksAgain = true;
        return;
    }
    isLooking = true;
    looksAgain = false;
    struct Found {
        std::vector<TargetRecord> claimed;
        Outbox outbox;
    };
    const int room = std::max(kMostAtOnce - static_cast<int>(sending.size()), 0);
    journal.ask<Found>(this, [me = me, room](QSqlDatabase &db) -> Result<Found> {
        Result<Outbox> before = table::outbox(db);
        if (!before)
            return before.error();
        const UtcTime now = UtcTime::now();
        // Nothing is written while nothing is due: others need not hear of it.
        if (room == 0 || before.value().waiting == 0)
            return Found{{}, before.value()};
        Result<std::vector<TargetRecord>> claimed = table::claimDue(db, now, me, later(kClaim), room);
        if (!claimed)
            return claimed.error();
        const Result<Outbox> after = table::outbox(db);
        if (!after)
            return after.error();
        return Found{std::move(claimed).value(), after.value()};
    }, [this](Result<Found> found) {
        isLooking = false;
        if (!found) {
            timer.start(kLongestSleep);
            return;
        }
        waiting = found.value().outbox.waiting;
        for (TargetRecord &claimed : found.value().claimed)
            send(std::move(claimed));
        if (waiting > 0) {
            // Another program that sends may end in the middle: looked at now and then.
            const auto pause = std::chrono::milliseconds(std::max<int64_t>((found.value().outbox.next.us - UtcTime::now().us) / 1'000 + 1, 20));
            timer.start(std::min(pause, sending.empty() ? kPeek : kLongestSleep));
        }
        if (looksAgain)
            look();
    });
}

void Targets::Parts::send(TargetRecord claimed)
{
    const int64_t number = claimed.number;
    sending.insert(number);
    const QString name = claimed.account;
    const double radius = radiusOf(name);
    // What cannot even be asked ends here; what is sent is written down by the thread, whatever becomes of this object.
    access(name, [this, claimed = std::move(claimed), radius](const Result<TomAccess> &access) {
        const QUrl url = access ? access.value().url : QUrl();
        const std::optional<TomFacts> before = access ? factsOf(claimed.account, url) : std::nullopt;
        struct Answer {
            Sent sent;
            std::vector<TargetRecord> likewise; // that wait for the same TOM
            std::optional<TomFacts> facts;
        };
        std::function<Answer()> work = [stop = stopping.get_token(), &journal = journal, access, facts = before, claimed, radius]() mutable {
            Answer answer;
            const Job job = claimed.job;
            if (!access) {
                answer.sent = {.record = notSent(std::move(claimed), {.error = access.error()}), .isAway = true};
            } else {
                TomAccess found = access.value();
                if (!facts) {
                    Told<TomFacts> asked = askFacts(found, stop);
                    if (const Trouble *trouble = troubleOf(asked))
                        answer.sent = {.record = notSent(claimed, *trouble), .isAway = trouble->isAway()};
                    else
                        facts = std::get<TomFacts>(std::move(asked));
                }
                if (facts) {
                    found.signIn = facts->signIn;
                    TomClient client(std::move(found), stop);
                    answer.sent = sendRecord(client, *facts, std::move(claimed), radius);
                    answer.facts = facts;
                }
            }
            const Result<TargetRecord> kept = journal.wait<TargetRecord>([&](QSqlDatabase &db) -> Result<TargetRecord> {
                Result<TargetRecord> settled = table::settle(db, answer.sent.record, job);
                if (!settled || !answer.sent.isAway || settled.value().state != State::Queued || settled.value().why.isEmpty())
                    return settled;
                Result<std::vector<TargetRecord>> likewise = table::waitLike(db, settled.value(), UtcTime::now());
                if (!likewise)
                    return likewise.error();
                answer.likewise = std::move(likewise).value();
                return settled;
            });
            if (kept)
                answer.sent.record = kept.value();
            else
                qCWarning(lcServices) << "target not written down:" << kept.error().message;
            return answer;
        };
        start<Answer>(this, std::move(work), [this, url](const Answer &answer) {
            const TargetRecord &record = answer.sent.record;
            sending.erase(record.number);
            remember(record.account, url, answer.facts, record.cause == ErrorKind::SignInRefused || record.cause == ErrorKind::NotAuthorised);
            if (answer.sent.strangersSee && record.state == State::Created)
                Q_EMIT targets.strangersCanSee(record);
            Q_EMIT targets.settled(record);
            for (const TargetRecord &waits : answer.likewise)
                Q_EMIT targets.settled(waits);
            look();
        });
    });
}

void Targets::Parts::add(TargetRecord record, QObject *context, Targets::Done<TargetRecord> done)
{
    record.made = UtcTime::now();
    const int64_t row = record.draft.row;
    const bool mayHold = record.draft.restricted && !record.account.isEmpty();
    journal.ask<TargetRecord>(context ? context : this, [record = std::move(record), mayHold](QSqlDatabase &db) -> Result<TargetRecord> {
        if (mayHold) {
            if (const Outcome allowed = mayGo(db, record.account); !allowed)
                return allowed.error();
        }
        return table::insert(db, record);
    }, [self = QPointer<Parts>(this), row, done = std::move(done)](const Result<TargetRecord> &kept) {
        if (self && kept && row > 0)
            self->archive.setMarks({row}, archive::Starred, 0, [](const Outcome &) {});
        if (done)
            done(kept);
        if (self)
            self->look();
    });
}

void Targets::Parts::change(QObject *context, std::function<Result<TargetRecord>(QSqlDatabase &)> job, Targets::Done<TargetRecord> done)
{
    journal.ask<TargetRecord>(context ? context : this, std::move(job), [self = QPointer<Parts>(this), done = std::move(done)](const Result<TargetRecord> &kept) {
        if (done)
            done(kept);
        if (self)
            self->look();
    });
}

void Targets::Parts::whenAllowed(const QString &account, const Draft &draft, QObject *context, std::function<void(Outcome)> then)
{
    if (!draft.restricted)
        return then(tocsin::Done{});
    journal.ask<int>(context, [account](QSqlDatabase &db) -> Result<int> {
        const Outcome allowed = mayGo(db, account);
        return allowed ? Result<int>(1) : allowed.error();
    }, [then = std::move(then)](const Result<int> &allowed) { then(allowed ? Outcome(tocsin::Done{}) : allowed.error()); });
}

} // namespace tocsin::tom
