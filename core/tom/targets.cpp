// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tom/targets.h"

#include "core/archive/archive.h"
#include "core/decoders/decoder.h"
#include "core/journal/journal.h"
#include "core/tom/consent.h"
#include "core/tom/drafts.h"
#include "core/tom/retractions.h"
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

// That restricted rows may go there was said of this account, and of no later one of its name.
Result<int> accountRenamed(QSqlDatabase &db, const QString &account, const QString &newName)
{
    const Result<int> consent = renameConsent(db, account, newName);
    return consent ? table::rename(db, account, newName) : consent;
}

Result<int> accountLeft(QSqlDatabase &db, const QString &account)
{
    const Result<int> consent = forgetConsent(db, account);
    return consent ? table::leave(db, account, UtcTime::now()) : consent;
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
    m_parts->whenAllowed(account, draft, context, [=, parts = QPointer<Parts>(m_parts.get()), done = std::move(done)](const Outcome &allowed) {
        if (!allowed)
            return done(allowed.error());
        if (!parts)
            return;
        parts->withTom<Lookup>(account, context, [draft, radius = parts->radiusOf(account)](TomClient &client, const TomFacts &) {
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
    m_parts->add(std::move(record), context, std::move(done));
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
        return table::insert(db, record);
    });
    // The journal tells the main thread of it, which sends it.
    if (kept)
        m_parts->archive.setMarks({row}, archive::Starred, 0, [](const Outcome &) {});
    return kept;
}

void Targets::useExisting(const QString &account, const Draft &draft, const Target &existing, QObject *context, Done<TargetRecord> done)
{
    m_parts->add({.account = account, .draft = draft, .state = State::Exists, .target = existing, .settled = UtcTime::now()}, context, std::move(done));
}

void Targets::addAsAlias(const QString &account, const Draft &draft, const Target &existing, QObject *context, Done<TargetRecord> done)
{
    m_parts->add({.account = account, .draft = draft, .state = State::Queued, .target = existing, .nextTry = UtcTime::now(), .job = Job::Alias}, context, std::move(done));
}

void Targets::send(int64_t number, const QString &account, QObject *context, Done<TargetRecord> done)
{
    m_parts->change(context, [number, account](QSqlDatabase &db) -> Result<TargetRecord> {
        Result<TargetRecord> found = table::find(db, number);
        if (!found)
            return found;
        TargetRecord record = std::move(found).value();
        const bool isLost = record.state == State::Refused && record.cause == ErrorKind::NotFound && !record.target && !record.unsure;
        if (record.state != State::Local && !isLost)
            return Error{.kind = ErrorKind::BadArgument, .message = say(QT_TRANSLATE_NOOP("tom", "Target %1 is not in the local list any more.")).arg(number)};
        if (record.draft.restricted) {
            if (const Outcome allowed = mayGo(db, account); !allowed)
                return allowed.error();
        }
        record.account = account;
        record.state = State::Queued;
        record.why.clear();
        record.cause = ErrorKind::Internal;
        record.nextTry = UtcTime::now();
        return table::save(db, record);
    }, std::move(done));
}

void Targets::remove(int64_t number, QObject *context, Done<TargetRecord> done)
{
    m_parts->change(context, [number](QSqlDatabase &db) { return table::takeBack(db, number, UtcTime::now()); }, std::move(done));
}

void Targets::restore(const TargetRecord &before, QObject *context, Done<TargetRecord> done)
{
    m_parts->change(context, [before](QSqlDatabase &db) { return table::restore(db, before, UtcTime::now()); }, std::move(done));
}

void Targets::retry(int64_t number)
{
    m_parts->journal.ask<int>(m_parts.get(), [number](QSqlDatabase &db) { return table::retry(db, number, UtcTime::now()); }, [this](const Result<int> &) { m_parts->look(); });
}

void Targets::retryAll(QObject *context, Done<int> done)
{
    m_parts->journal.ask<int>(context, [](QSqlDatabase &db) { return table::retry(db, 0, UtcTime::now()); }, [parts = QPointer<Parts>(m_parts.get()), done = std::move(done)](Result<int> count) {
        if (done)
            done(std::move(count));
        if (parts)
            parts->look();
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

void Targets::retracted(QObject *context, Done<std::vector<Retracted>> done)
{
    m_parts->start<Result<std::vector<Retracted>>>(context, [&journal = m_parts->journal, &archive = m_parts->archive, stop = m_parts->stopping.get_token()]() -> Result<std::vector<Retracted>> {
        Result<std::vector<TargetRecord>> records = readTargets(journal);
        if (!records)
            return records.error();
        std::erase_if(records.value(), [](const TargetRecord &record) { return record.offeredRemoval || record.draft.event.isEmpty() || !record.mayBeRemoved(); });
        QStringList events;
        for (const TargetRecord &record : records.value())
            events << record.draft.event;
        if (events.isEmpty())
            return std::vector<Retracted>();
        Result<std::unique_ptr<archive::Reader>> reader = archive.reader();
        if (!reader)
            return reader.error();
        const Result<QMap<QString, Retraction>> found = retractionsOf(*reader.value(), events, [stop] { return stop.stop_requested(); });
        if (!found)
            return found.error();
        std::vector<Retracted> all;
        for (auto it = found.value().cbegin(); it != found.value().cend(); ++it) {
            Retracted one{.name = it->name};
            for (const TargetRecord &record : records.value()) {
                // Made of what was taken back already: whoever did that was told so.
                if (record.draft.event == it.key() && record.made.us < it->received.us)
                    one.numbers.push_back(record.number);
            }
            if (!one.numbers.empty())
                all.push_back(std::move(one));
        }
        return all;
    }, std::move(done));
}

void Targets::renameAccount(const QString &account, const QString &newName)
{
    m_parts->journal.ask<int>(m_parts.get(), [account, newName](QSqlDatabase &db) { return accountRenamed(db, account, newName); }, [this](const Result<int> &) { m_parts->look(); });
}

void Targets::leaveAccount(const QString &account)
{
    m_parts->journal.ask<int>(m_parts.get(), [account](QSqlDatabase &db) { return accountLeft(db, account); }, [this](const Result<int> &) { m_parts->look(); });
}

int Targets::waiting() const
{
    return m_parts->waiting;
}

Result<std::vector<TargetRecord>> readTargets(journal::Journal &journal)
{
    return journal.wait<std::vector<TargetRecord>>([](QSqlDatabase &db) { return table::all(db); });
}

Result<int> renameAccount(journal::Journal &journal, const QString &account, const QString &newName)
{
    return journal.wait<int>([&](QSqlDatabase &db) { return accountRenamed(db, account, newName); });
}

Result<int> leaveAccount(journal::Journal &journal, const QString &account)
{
    return journal.wait<int>([&](QSqlDatabase &db) { return accountLeft(db, account); });
}

} // namespace tocsin::tom
