// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tom/targets.h"

#include "core/archive/archive.h"
#include "core/base/logging.h"
#include "core/decoders/decoder.h"
#include "core/journal/journal.h"
#include "core/tom/consent.h"
#include "core/tom/drafts.h"
#include "core/tom/targetsender.h"
#include "core/tom/targettable.h"
#include "core/tom/tomaccount.h"
#include "core/tom/tomprobe.h"
#include "core/vault/vault.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <set>

namespace tocsin::tom {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kMostThreads = 8; // they wait for servers
constexpr int kMostAtOnce = 4; // records on their way
constexpr std::chrono::microseconds kClaim = 10min; // longer than the slowest sending
constexpr std::chrono::milliseconds kLongestSleep = 1min; // the clock may be set

QString say(const char *text)
{
    return QCoreApplication::translate("tom", text);
}

UtcTime later(std::chrono::microseconds pause)
{
    return UtcTime::fromUs(UtcTime::now().us + pause.count());
}

// Deleted on the TOM's own pages meanwhile, most likely: what is wanted is so. What can be seen and not deleted is no such case.
Told<Done> removedByAnybody(TomClient &client, int64_t id, const Trouble &trouble)
{
    const Told<Target> there = client.target(id);
    const Trouble *hidden = troubleOf(there);
    return hidden && hidden->kind == Trouble::Kind::NotThere ? Told<Done>(Done{}) : Told<Done>(trouble);
}

Result<Draft> readDraft(archive::Archive &archive, int64_t row)
{
    Result<std::unique_ptr<archive::Reader>> reader = archive.reader();
    if (!reader)
        return reader.error();
    const std::vector<int64_t> rows{row};
    const Result<std::vector<std::shared_ptr<const Alert>>> alerts = reader.value()->alerts(rows);
    if (!alerts)
        return alerts.error();
    if (alerts.value().empty())
        return Error{.kind = ErrorKind::NotFound, .message = say(QT_TRANSLATE_NOOP("tom", "There is no row %1 in the archive.")).arg(row)};
    const Alert &alert = *alerts.value().front();
    const Result<archive::StoredPacket> packet = reader.value()->packet(row);
    if (!packet) // gone to make room: the row tells enough
        return draftOf(alert);
    const archive::StoredPacket &raw = packet.value();
    const decoders::Decoded decoded =
        decoders::decode({.value = raw.value, .key = raw.key, .headers = raw.headers, .topic = raw.topic}, {.fields = true, .inside = true, .registry = raw.registry});
    const auto record = static_cast<size_t>(alert.record);
    return draftOf(alert, record < decoded.insides.size() ? &decoded.insides[record] : nullptr, record < decoded.trees.size() ? &decoded.trees[record] : nullptr);
}

} // namespace

struct Targets::Parts : public QObject {
    Parts(Targets &theTargets, journal::Journal &theJournal, archive::Archive &theArchive, std::function<vault::Vault &()> theVault)
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

    // Runs `work` on a thread; nobody is told once `context` or this is gone.
    template <typename T>
    void start(QObject *context, std::function<T()> work, std::function<void(T)> done)
    {
        pool.start([guard = QPointer<QObject>(context), self = QPointer<Parts>(this), work = std::move(work), done = std::move(done)] {
            auto answer = std::make_shared<T>(work());
            QMetaObject::invokeMethod(qApp, [guard, self, done, answer] {
                if (guard && self && done)
                    done(std::move(*answer));
            }, Qt::QueuedConnection);
        });
    }

    using Got = std::function<void(Result<TomAccess>)>;
    // The account with its secret; the list is read again, since a command may have added one.
    void access(const QString &name, const Got &got)
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

    // Asks the TOM of an account on a thread: probed first, once in a session.
    template <typename T>
    void withTom(const QString &name, QObject *context, std::function<Told<T>(TomClient &, const TomFacts &)> ask, std::function<void(Told<T>)> done)
    {
        access(name, [=, this, guard = QPointer<QObject>(context)](const Result<TomAccess> &access) {
            if (!guard)
                return;
            if (!access)
                return done(Trouble{.error = access.error()});
            const auto it = known.find(name);
            const bool isKnown = it != known.end() && it->first == access.value().url;
            struct Answer {
                Told<T> told;
                std::optional<TomFacts> facts;
            };
            std::function<Answer()> work = [stop = stopping.get_token(), found = access.value(), facts = isKnown ? std::optional(it->second) : std::nullopt, ask]() mutable {
                if (!facts) {
                    Told<TomFacts> asked = askFacts(found, stop);
                    if (const Trouble *trouble = troubleOf(asked))
                        return Answer{*trouble, {}};
                    facts = std::get<TomFacts>(std::move(asked));
                }
                found.signIn = facts->signIn;
                TomClient client(std::move(found), stop);
                Told<T> told = ask(client, *facts);
                return Answer{std::move(told), facts};
            };
            start<Answer>(guard, std::move(work), [=, this, url = access.value().url](Answer answer) {
                // A sign-in that is refused may have been changed on the other side.
                const Trouble *trouble = troubleOf(answer.told);
                if (trouble && (trouble->kind == Trouble::Kind::SignIn || trouble->kind == Trouble::Kind::NotPermitted))
                    known.remove(name);
                else if (answer.facts)
                    known.insert(name, {url, *answer.facts});
                done(std::move(answer.told));
            });
        });
    }

    static Told<TomFacts> askFacts(TomAccess &access, const std::stop_token &stop)
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

    template <typename T>
    static std::function<void(Told<T>)> asResult(Targets::Done<T> done)
    {
        return [done = std::move(done)](Told<T> told) {
            if (!done)
                return;
            if (const Trouble *trouble = troubleOf(told))
                done(trouble->error);
            else
                done(std::get<T>(std::move(told)));
        };
    }

    // Sends what is due, and finds out when the next one is.
    void look()
    {
        if (isLooking) {
            looksAgain = true;
            return;
        }
        isLooking = true;
        looksAgain = false;
        struct Found {
            std::vector<Claimed> claimed;
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
            Result<std::vector<Claimed>> claimed = table::claimDue(db, now, me, later(kClaim), room);
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
            for (Claimed &claimed : found.value().claimed)
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

    void send(Claimed claimed)
    {
        const int64_t number = claimed.record.number;
        sending.insert(number);
        const QString name = claimed.record.account;
        double radius = kUsualRadius;
        if (vault().open()) {
            if (const Result<TomAccount> account = tomAccount(vault().accounts(), name))
                radius = account.value().radiusArcsec;
        }
        // What cannot even be asked ends here; what is sent is written down by the thread, whatever becomes of this object.
        access(name, [this, claimed = std::move(claimed), radius](const Result<TomAccess> &access) {
            std::optional<TomFacts> facts;
            if (const auto it = known.find(claimed.record.account); access && it != known.end() && it->first == access.value().url)
                facts = it->second;
            struct Answer {
                Sent sent;
                std::optional<TomFacts> facts;
            };
            std::function<Answer()> work = [stop = stopping.get_token(), &journal = journal, access, facts, claimed, radius]() mutable {
                Answer answer;
                if (!access) {
                    answer.sent = notSent(std::move(claimed), {.error = access.error()});
                } else {
                    TomAccess found = access.value();
                    if (!facts) {
                        Told<TomFacts> asked = askFacts(found, stop);
                        if (const Trouble *trouble = troubleOf(asked))
                            answer.sent = notSent(claimed, *trouble);
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
                const Result<TargetRecord> kept = journal.wait<TargetRecord>([&](QSqlDatabase &db) { return table::save(db, answer.sent.record); });
                if (!kept)
                    qCWarning(lcServices) << "target not written down:" << kept.error().message;
                return answer;
            };
            start<Answer>(this, std::move(work), [this](const Answer &answer) {
                const TargetRecord &record = answer.sent.record;
                sending.erase(record.number);
                if (record.cause == ErrorKind::SignInRefused || record.cause == ErrorKind::NotAuthorised)
                    known.remove(record.account);
                else if (answer.facts && !known.contains(record.account))
                    remember(record.account, *answer.facts);
                if (answer.sent.strangersSee)
                    Q_EMIT targets.strangersCanSee(record);
                Q_EMIT targets.settled(record);
                look();
            });
        });
    }

    void remember(const QString &name, const TomFacts &facts)
    {
        if (const Result<TomAccount> account = tomAccount(vault().accounts(), name))
            known.insert(name, {account.value().url, facts});
    }

    // Written down for the person; a row with a target stays in the archive.
    void add(TargetRecord record, Job job, QObject *context, Targets::Done<TargetRecord> done)
    {
        record.made = UtcTime::now();
        const int64_t row = record.draft.row;
        const bool mayHold = record.draft.restricted && !record.account.isEmpty();
        journal.ask<TargetRecord>(context ? context : this, [record = std::move(record), job, mayHold](QSqlDatabase &db) -> Result<TargetRecord> {
            if (mayHold) {
                if (const Outcome allowed = mayGo(db, record.account); !allowed)
                    return allowed.error();
            }
            return table::insert(db, record, job);
        }, [this, row, done = std::move(done)](const Result<TargetRecord> &kept) {
            if (kept && row > 0)
                archive.setMarks({row}, archive::Starred, 0, [](const Outcome &) {});
            if (done)
                done(kept);
            look();
        });
    }

    // Before anything of a restricted row is told to a TOM.
    void whenAllowed(const QString &account, const Draft &draft, QObject *context, std::function<void(Outcome)> then)
    {
        if (!draft.restricted)
            return then(tocsin::Done{});
        journal.ask<int>(context, [account](QSqlDatabase &db) -> Result<int> {
            const Outcome allowed = mayGo(db, account);
            return allowed ? Result<int>(1) : allowed.error();
        }, [then = std::move(then)](const Result<int> &allowed) { then(allowed ? Outcome(tocsin::Done{}) : allowed.error()); });
    }

    static constexpr std::chrono::milliseconds kPeek{2'000};

    Targets &targets;
    journal::Journal &journal;
    archive::Archive &archive;
    const std::function<vault::Vault &()> vault;
    const QString me;
    QMap<QString, std::pair<QUrl, TomFacts>> known; // by account
    std::set<int64_t> sending;
    bool isLooking = false;
    bool looksAgain = false;
    int waiting = 0;
    QTimer timer;
    std::stop_source stopping;
    QThreadPool pool; // last: its threads end before what they use
};

Targets::Targets(journal::Journal &journal, archive::Archive &archive, std::function<vault::Vault &()> vault, QObject *parent)
    : QObject(parent), m_parts(std::make_unique<Parts>(*this, journal, archive, std::move(vault)))
{
    m_parts->look(); // what waited when the program ended
}

Targets::~Targets()
{
    m_parts->stopping.request_stop();
    m_parts->pool.waitForDone();
}

QStringList Targets::toms()
{
    QStringList names;
    if (!m_parts->vault().open())
        return names;
    for (const vault::Account &account : m_parts->vault().accounts().accounts()) {
        if (account.kind == u"tom")
            names << account.name;
    }
    return names;
}

QString Targets::host(const QString &account)
{
    const Result<TomAccount> found = tomAccount(m_parts->vault().accounts(), account);
    return found ? found.value().url.host() : QString();
}

QStringList Targets::usualGroups(const QString &account)
{
    const Result<TomAccount> found = tomAccount(m_parts->vault().accounts(), account);
    return found ? found.value().groups : QStringList();
}

void Targets::draft(int64_t row, QObject *context, Done<Draft> done)
{
    m_parts->start<Result<Draft>>(context, [&archive = m_parts->archive, row] { return readDraft(archive, row); }, std::move(done));
}

void Targets::facts(const QString &account, QObject *context, Done<TomFacts> done)
{
    m_parts->withTom<TomFacts>(account, context, [groups = usualGroups(account)](TomClient &, const TomFacts &facts) {
        TomFacts told = facts;
        told.usualGroups = groups;
        return told;
    }, Parts::asResult<TomFacts>(std::move(done)));
}

void Targets::lookUp(const QString &account, const Draft &draft, QObject *context, Done<Lookup> done)
{
    m_parts->whenAllowed(account, draft, context, [=, this, done = std::move(done)](const Outcome &allowed) {
        if (!allowed)
            return done(allowed.error());
        double radius = kUsualRadius;
        if (m_parts->vault().open()) {
            if (const Result<TomAccount> found = tomAccount(m_parts->vault().accounts(), account))
                radius = found.value().radiusArcsec;
        }
        m_parts->withTom<Lookup>(account, context, [draft, radius](TomClient &client, const TomFacts &) {
            return client.lookUp(draft, isPlaceTooUncertain(draft) ? 0 : radius);
        }, Parts::asResult<Lookup>(done));
    });
}

void Targets::allowRestricted(const QString &account, QObject *context, std::function<void(Outcome)> done)
{
    m_parts->journal.ask<int>(context, [account](QSqlDatabase &db) { return allow(db, account); }, [done = std::move(done)](const Result<int> &kept) {
        if (done)
            done(kept ? Outcome(tocsin::Done{}) : kept.error());
    });
}

void Targets::create(const QString &account, const Draft &draft, bool anyway, std::chrono::milliseconds delay, QObject *context, Done<TargetRecord> done)
{
    TargetRecord record{.account = account, .draft = draft, .state = account.isEmpty() ? State::Local : State::Queued, .anyway = anyway};
    record.draft.aliases = tidyAliases(draft.name, draft.aliases);
    if (!account.isEmpty())
        record.nextTry = later(delay);
    if (!draft.refusal.isEmpty()) {
        record.state = State::Refused;
        record.why = draft.refusal;
        record.cause = ErrorKind::BadArgument;
        record.settled = UtcTime::now();
        record.nextTry = {};
    }
    m_parts->add(std::move(record), Job::Create, context, std::move(done));
}

void Targets::useExisting(const QString &account, const Draft &draft, const Target &existing, QObject *context, Done<TargetRecord> done)
{
    m_parts->add({.account = account, .draft = draft, .state = State::Exists, .target = existing, .settled = UtcTime::now()}, Job::Create, context, std::move(done));
}

void Targets::addAsAlias(const QString &account, const Draft &draft, const Target &existing, QObject *context, Done<TargetRecord> done)
{
    m_parts->add({.account = account, .draft = draft, .state = State::Queued, .target = existing, .nextTry = UtcTime::now()}, Job::Alias, context, std::move(done));
}

void Targets::send(int64_t number, const QString &account, QObject *context, Done<TargetRecord> done)
{
    m_parts->journal.ask<TargetRecord>(context ? context : m_parts.get(), [number, account](QSqlDatabase &db) -> Result<TargetRecord> {
        Result<TargetRecord> found = table::find(db, number);
        if (!found)
            return found;
        TargetRecord record = std::move(found).value();
        if (record.state != State::Local)
            return Error{.kind = ErrorKind::BadArgument, .message = say(QT_TRANSLATE_NOOP("tom", "Target %1 is not in the local list any more.")).arg(number)};
        if (record.draft.restricted) {
            if (const Outcome allowed = mayGo(db, account); !allowed)
                return allowed.error();
        }
        record.account = account;
        record.state = State::Queued;
        record.nextTry = UtcTime::now();
        return table::save(db, record);
    }, [this, done = std::move(done)](const Result<TargetRecord> &kept) {
        if (done)
            done(kept);
        m_parts->look();
    });
}

void Targets::remove(int64_t number, QObject *context, Done<TargetRecord> done)
{
    QObject *const told = context ? context : m_parts.get();
    struct Found {
        TargetRecord record;
        bool isGone = false;
    };
    m_parts->journal.ask<Found>(told, [number](QSqlDatabase &db) -> Result<Found> {
        const Result<bool> gone = table::takeBack(db, number, UtcTime::now());
        if (!gone)
            return gone.error();
        Result<TargetRecord> record = table::find(db, number);
        if (!record)
            return record.error();
        return Found{std::move(record).value(), gone.value()};
    }, [this, told = QPointer<QObject>(told), done = std::move(done)](Result<Found> found) {
        const auto tell = [&](const Result<TargetRecord> &result) {
            if (done)
                done(result);
        };
        if (!found)
            return tell(found.error());
        const TargetRecord record = found.value().record;
        if (found.value().isGone || record.state == State::Removed)
            return tell(record);
        if (record.state == State::Queued)
            return tell(Error{.kind = ErrorKind::TimeLimit,
                              .message = say(QT_TRANSLATE_NOOP("tom", "“%1” is on its way, or may have arrived; it is looked up before anything else.")).arg(record.draft.name),
                              .remedy = say(QT_TRANSLATE_NOOP("tom", "Try again when the outbox has settled it.")),
                              .retriable = true});
        const int64_t id = record.target ? record.target->id : 0;
        m_parts->withTom<tocsin::Done>(record.account, told, [id](TomClient &client, const TomFacts &) -> Told<tocsin::Done> {
            Told<tocsin::Done> removed = client.remove(id);
            if (const Trouble *trouble = troubleOf(removed); trouble && trouble->kind == Trouble::Kind::NotThere)
                return removedByAnybody(client, id, *trouble);
            return removed;
        }, [this, told, record, done](const Told<tocsin::Done> &removed) {
            if (const Trouble *trouble = troubleOf(removed)) {
                if (done)
                    done(trouble->error);
                return;
            }
            m_parts->journal.ask<TargetRecord>(told, [record](QSqlDatabase &db) {
                TargetRecord gone = record;
                gone.state = State::Removed;
                gone.settled = UtcTime::now();
                return table::save(db, gone);
            }, done);
        });
    });
}

void Targets::retry(int64_t number)
{
    m_parts->journal.ask<int>(m_parts.get(), [number](QSqlDatabase &db) { return table::retry(db, number, UtcTime::now()); }, [this](const Result<int> &) { m_parts->look(); });
}

void Targets::retryAll(QObject *context, Done<int> done)
{
    m_parts->journal.ask<int>(context, [](QSqlDatabase &db) { return table::retry(db, 0, UtcTime::now()); }, [this, done = std::move(done)](Result<int> count) {
        if (done)
            done(std::move(count));
        m_parts->look();
    });
}

void Targets::list(QObject *context, Done<std::vector<TargetRecord>> done)
{
    m_parts->journal.ask<std::vector<TargetRecord>>(context, [](QSqlDatabase &db) { return table::all(db); }, std::move(done));
}

void Targets::ofRows(const std::vector<int64_t> &rows, QObject *context, Done<std::vector<TargetRecord>> done)
{
    m_parts->journal.ask<std::vector<TargetRecord>>(context, [rows](QSqlDatabase &db) { return table::ofRows(db, rows); }, std::move(done));
}

void Targets::ofEvent(const QString &event, QObject *context, Done<std::vector<TargetRecord>> done)
{
    m_parts->journal.ask<std::vector<TargetRecord>>(context, [event](QSqlDatabase &db) { return table::ofEvent(db, event); }, std::move(done));
}

void Targets::noteOffered(int64_t number)
{
    m_parts->journal.ask<int>(m_parts.get(), [number](QSqlDatabase &db) { return table::noteOffered(db, number); }, [](const Result<int> &) {});
}

int Targets::waiting() const
{
    return m_parts->waiting;
}

Result<std::vector<TargetRecord>> readTargets(journal::Journal &journal)
{
    return journal.wait<std::vector<TargetRecord>>([](QSqlDatabase &db) { return table::all(db); });
}

} // namespace tocsin::tom
