// SPDX-License-Identifier: GPL-3.0-or-later
// `tocsin target list`, outbox, send, remove and export.
#include "app/cli/targetcommand.h"
#include "app/cli/targetlines.h"
#include "core/tom/retractions.h"
#include "core/tom/targetcsv.h"

#include <algorithm>
#include <cstdio>

namespace tocsin::app {

using namespace Qt::StringLiterals;
using tom::State;
using tom::TargetRecord;

Result<std::vector<TargetRecord>> TargetCommand::inState(const QString &usual)
{
    const QString word = m_arguments.has(u"state"_s) ? m_arguments.value(u"state"_s) : usual;
    const State states[] = {State::Local, State::Queued, State::Created, State::Exists, State::Refused, State::Removed};
    if (!word.isEmpty() && std::ranges::none_of(states, [&](State state) { return stateWord(state) == word; }))
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("cli", "--state: there is no “%1”.").arg(word),
                     .remedy = QCoreApplication::translate("cli", "Write local, queued, created, exists, refused or removed.")};
    Result<std::vector<TargetRecord>> found = readAll();
    if (found)
        std::erase_if(found.value(), [&](const TargetRecord &record) { return word.isEmpty() ? record.state == State::Removed : stateWord(record.state) != word; });
    return found;
}

// The archive may be away: what is known of the targets is told all the same.
Result<QStringList> TargetCommand::retractedEvents(const std::vector<TargetRecord> &records)
{
    QStringList events;
    for (const TargetRecord &record : records)
        events << record.draft.event;
    events.removeAll(QString());
    if (events.isEmpty())
        return QStringList();
    const Result<std::unique_ptr<archive::Archive>> opened = archive::openSqliteArchive({.place = m_context.places.archive, .readOnly = true});
    if (!opened)
        return opened.error();
    const Result<std::unique_ptr<archive::Reader>> reader = opened.value()->reader();
    if (!reader)
        return reader.error();
    const Result<QMap<QString, tom::Retraction>> found = tom::retractionsOf(*reader.value(), events, [this] { return m_interrupted; });
    return found ? Result<QStringList>(found.value().keys()) : found.error();
}

int TargetCommand::list()
{
    const Result<std::vector<TargetRecord>> found = inState({});
    if (!found)
        return complain(found.error());
    const Result<QStringList> retracted = retractedEvents(found.value());
    for (const TargetRecord &record : found.value())
        putLine(textOf(lineOf(record, retracted && retracted.value().contains(record.draft.event))));
    return retracted ? 0 : complain(retracted.error());
}

// A vault that stays shut ends the command; another trouble of an account its targets will tell.
Outcome TargetCommand::unlock(const QStringList &accounts)
{
    for (const QString &account : accounts) {
        if (const Outcome prepared = account.isEmpty() ? Outcome(Done{}) : prepare(account); !prepared && prepared.error().kind == ErrorKind::Keychain)
            return prepared;
    }
    return Done{};
}

int TargetCommand::outbox()
{
    Result<std::vector<TargetRecord>> waiting = readAll();
    if (!waiting)
        return complain(waiting.error());
    const bool retries = m_arguments.has(u"retry"_s);
    std::erase_if(waiting.value(), [&](const TargetRecord &record) {
        const bool signsIn = record.state == State::Refused && (record.cause == ErrorKind::SignInRefused || record.cause == ErrorKind::NotAuthorised);
        return record.state != State::Queued && !(retries && signsIn && !record.account.isEmpty());
    });
    if (!retries) {
        for (const TargetRecord &record : waiting.value())
            tell(record);
        return ended();
    }
    QStringList accounts;
    std::vector<int64_t> numbers;
    for (const TargetRecord &record : waiting.value()) {
        if (!accounts.contains(record.account))
            accounts << record.account;
        numbers.push_back(record.number);
    }
    if (const Outcome unlocked = unlock(accounts); !unlocked)
        return complain(unlocked.error());
    const Result<int> begun = wait<int>([&](auto done) { targets().retryAll(this, std::move(done)); });
    if (!begun)
        return complain(begun.error());
    await(std::move(numbers));
    return ended();
}

Result<std::vector<int64_t>> TargetCommand::numbers() const
{
    std::vector<int64_t> numbers;
    for (const QString &text : m_arguments.positional) {
        bool isNumber = false;
        const qlonglong number = text.toLongLong(&isNumber);
        if (!isNumber || number <= 0)
            return Error{.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("cli", "“%1” is no number of a target.").arg(text),
                         .remedy = QCoreApplication::translate("cli", "“tocsin target list” shows them as \"number\".")};
        numbers.push_back(number);
    }
    return numbers;
}

int TargetCommand::send()
{
    const Result<std::vector<int64_t>> chosen = numbers();
    if (!chosen)
        return complain(chosen.error());
    const QString account = m_arguments.value(u"tom"_s);
    if (account.isEmpty())
        return complain({.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("cli", "Say which TOM: --tom ACCOUNT."),
                         .remedy = QCoreApplication::translate("cli", "“tocsin accounts list” shows those of the kind tom.")});
    if (const Outcome prepared = prepare(account); !prepared)
        return complain(prepared.error());
    std::vector<int64_t> sent;
    for (const int64_t number : chosen.value()) {
        const Result<TargetRecord> kept = wait<TargetRecord>([&](auto done) { targets().send(number, account, this, std::move(done)); });
        if (kept)
            sent.push_back(number);
        else
            note(complain(kept.error()));
    }
    await(std::move(sent));
    return ended();
}

int TargetCommand::remove()
{
    const Result<std::vector<int64_t>> chosen = numbers();
    const Result<std::vector<TargetRecord>> known = readAll();
    if (!chosen || !known)
        return complain(!chosen ? chosen.error() : known.error());
    QStringList accounts;
    for (const TargetRecord &record : known.value()) {
        if (std::ranges::find(chosen.value(), record.number) != chosen.value().end() && !accounts.contains(record.account))
            accounts << record.account;
    }
    if (const Outcome unlocked = unlock(accounts); !unlocked)
        return complain(unlocked.error());
    std::vector<int64_t> waiting;
    for (const int64_t number : chosen.value()) {
        const Result<TargetRecord> kept = wait<TargetRecord>([&](auto done) { targets().remove(number, this, std::move(done)); });
        if (kept)
            waiting.push_back(number);
        else
            note(complain(kept.error()));
    }
    await(std::move(waiting));
    return ended();
}

int TargetCommand::exportCsv()
{
    const QString file = m_arguments.value(u"output"_s);
    if (file.isEmpty())
        return complain({.kind = ErrorKind::BadArgument, .message = QCoreApplication::translate("cli", "Say where to: -o FILE.")});
    Result<std::vector<TargetRecord>> found = inState(u"local"_s);
    if (!found)
        return complain(found.error());
    std::ranges::reverse(found.value());
    if (found.value().empty())
        return complain({.kind = ErrorKind::NotFound, .message = QCoreApplication::translate("cli", "There are no such targets.")});
    if (file == u"-") {
        const QByteArray csv = tom::targetCsv(found.value());
        return std::fwrite(csv.constData(), 1, static_cast<size_t>(csv.size()), stdout) == static_cast<size_t>(csv.size()) ? 0 : exitCode(ErrorKind::Internal);
    }
    const Result<int> written = tom::writeTargetCsv(file, found.value());
    if (!written)
        return complain(written.error());
    sayLine(QCoreApplication::translate("cli", "%n target(s) written.", nullptr, written.value()));
    return 0;
}

} // namespace tocsin::app
