// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tom/targets.h"

#include "core/archive/archive.h"
#include "core/decoders/decoder.h"
#include "core/journal/journal.h"
#include "core/tom/consent.h"
#include "core/tom/drafts.h"
#include "core/tom/targetsparts.h"
#include "core/tom/targettable.h"
#include "core/tom/tomaccount.h"

#include <QCoreApplication>

namespace tocsin::tom {

using namespace Qt::StringLiterals;

namespace {

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

Targets::Targets(journal::Journal &journal, archive::Archive &archive, std::function<vault::Vault &()> vault, QObject *parent)
    : QObject(parent), m_parts(std::make_unique<Parts>(*this, journal, archive, std::move(vault)))
{
    m_parts->look(); // what waited when the program ended
}

Targets::~Targets()
{
    m_parts->stopping.request_stop();
    m_parts->pool.waitForDone();
    // What was claimed and never came as far as a thread; this process may live on, and its claims would count.
    m_parts->journal.ask<int>(nullptr, [me = m_parts->me](QSqlDatabase &db) { return table::release(db, me); }, {});
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
        m_parts->withTom<Lookup>(account, context, [draft, radius = m_parts->radiusOf(account)](TomClient &client, const TomFacts &) {
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

Result<TargetRecord> Targets::createOfRow(int64_t row, const QString &account, const QStringList &groups)
{
    Result<Draft> read = readDraft(m_parts->archive, row);
    if (!read)
        return read.error();
    Draft &draft = read.value();
    const QString against = !draft.refusal.isEmpty() ? draft.refusal : draft.doubt;
    if (!against.isEmpty())
        return Error{.kind = ErrorKind::BadArgument, .message = against, .remedy = say(QT_TRANSLATE_NOOP("tom", "Whether there is to be a target all the same is for a person to say."))};
    draft.groups = groups;
    draft.photometry.clear();
    const UtcTime now = UtcTime::now();
    TargetRecord record{.account = account, .draft = std::move(draft), .state = account.isEmpty() ? State::Local : State::Queued, .made = now};
    if (!account.isEmpty())
        record.nextTry = now;
    const Result<TargetRecord> kept = m_parts->journal.wait<TargetRecord>([&](QSqlDatabase &db) -> Result<TargetRecord> {
        if (record.draft.restricted && !account.isEmpty()) {
            if (const Outcome allowed = mayGo(db, account); !allowed)
                return allowed.error();
        }
        return table::insert(db, record, Job::Create);
    });
    // The journal tells the main thread of it, which sends it.
    if (kept)
        m_parts->archive.setMarks({row}, archive::Starred, 0, [](const Outcome &) {});
    return kept;
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
