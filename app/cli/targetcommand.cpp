// SPDX-License-Identifier: GPL-3.0-or-later
// `tocsin target …`: what the window does with targets, without a window; one journal with it.
#include "app/cli/commands.h"

#include "app/cli/filterargument.h"
#include "app/cli/secretarguments.h"
#include "app/cli/signals.h"
#include "core/archive/archive.h"
#include "core/journal/journal.h"
#include "core/tom/targetcsv.h"
#include "core/tom/targets.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <limits>
#include <optional>
#include <set>

namespace tocsin::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Json = nlohmann::ordered_json;
using tom::Draft;
using tom::State;
using tom::TargetRecord;

namespace {

QString textOf(const Json &line)
{
    return QString::fromStdString(line.dump(-1, ' ', false, Json::error_handler_t::replace));
}

// The line of the contract; what stands behind "why" is more than it asks.
QString lineOf(const TargetRecord &record)
{
    const auto text = [](const QString &value) { return value.isEmpty() ? Json() : Json(value.toStdString()); };
    const auto time = [](const UtcTime &when) { return when.isValid() ? Json(when.iso()) : Json(); };
    const auto degrees = [](double value) { return std::isfinite(value) ? Json(value) : Json(); };
    const std::optional<tom::Target> &there = record.target;
    Json line{{"target",
               {{"id", there ? Json(there->id) : Json()},
                {"name", (there ? there->name : record.draft.name).toStdString()},
                {"ra", degrees(there ? there->ra : record.draft.ra)},
                {"dec", degrees(there ? there->dec : record.draft.dec)},
                {"url", there ? text(there->url.toString()) : Json()}}},
              {"state", stateWord(record.state).toStdString()},
              {"why", text(record.why)},
              {"number", record.number > 0 ? Json(record.number) : Json()},
              {"row", record.draft.row > 0 ? Json(record.draft.row) : Json()},
              {"account", text(record.account)},
              {"aliases", Json::array()},
              {"groups", Json::array()},
              {"made", time(record.made)},
              {"next_try", record.state == State::Queued ? time(record.nextTry) : Json()}};
    for (const QString &alias : there ? there->aliases : record.draft.aliases)
        line["aliases"].push_back(alias.toStdString());
    for (const QString &group : record.draft.groups)
        line["groups"].push_back(group.toStdString());
    return textOf(line);
}

int codeOf(const TargetRecord &record)
{
    if (record.state == State::Queued)
        return record.cause == ErrorKind::Keychain ? exitCode(ErrorKind::Keychain) : exitCode(ErrorKind::TimeLimit);
    return record.state == State::Refused ? exitCode(record.cause) : 0;
}

// One run of `target …`. Main thread.
class TargetCommand final : public QObject
{
public:
    explicit TargetCommand(const CliContext &context) : m_context(context), m_arguments(context.arguments), m_vault(context)
    {
        connect(&m_signals, &Signals::interrupted, this, [this] {
            m_interrupted = true;
            m_loop.quit();
        });
    }

    int run()
    {
        const QString what = m_arguments.command->name.section(u' ', 1);
        if (const Outcome opened = open(what == u"create"); !opened)
            return complain(opened.error());
        if (what == u"create")
            return create();
        if (what == u"list")
            return list();
        if (what == u"outbox")
            return outbox();
        if (what == u"send")
            return send();
        if (what == u"remove")
            return remove();
        return exportCsv();
    }

private:
    Outcome open(bool wantsRows)
    {
        if (const Outcome opened = m_vault.open(); !opened)
            return opened;
        if (wantsRows) {
            Result<std::unique_ptr<archive::Archive>> opened = archive::openSqliteArchive({.place = m_context.places.archive});
            if (!opened)
                return opened.error();
            m_archive = std::move(opened).value();
        } else {
            m_archive = archive::makeNullArchive();
        }
        m_journal = std::make_unique<journal::Journal>(journal::Journal::fileIn(m_context.places.archive));
        return Done{};
    }

    // From here on the outbox runs, too.
    tom::Targets &targets()
    {
        if (!m_targets) {
            m_targets = std::make_unique<tom::Targets>(*m_journal, *m_archive, [this]() -> vault::Vault & { return m_vault.vault(); });
            connect(m_targets.get(), &tom::Targets::strangersCanSee, this, [](const TargetRecord &record) {
                sayLine(QCoreApplication::translate("cli", "Anybody can see “%1” there, without a sign-in. To delete it: tocsin target remove %2").arg(record.draft.name).arg(record.number));
            });
        }
        return *m_targets;
    }

    // Turns the loop until somebody calls what `question` was given; none: interrupted.
    template <typename T>
    Result<T> wait(const std::function<void(std::function<void(Result<T>)>)> &question)
    {
        std::optional<Result<T>> got;
        question([&](Result<T> answer) {
            got = std::move(answer);
            m_loop.quit();
        });
        while (!got && !m_interrupted)
            m_loop.exec(QEventLoop::ExcludeUserInputEvents);
        return got ? std::move(*got) : Result<T>(Error{.kind = ErrorKind::Interrupted, .message = QCoreApplication::translate("cli", "Interrupted.")});
    }

    // A secret that cannot be had ends the command before anything is written down.
    Outcome prepare(const QString &account)
    {
        const vault::Account *known = m_vault.accounts().find(account);
        if (!known || known->kind != u"tom")
            return Error{.kind = ErrorKind::NotFound,
                         .message = QCoreApplication::translate("cli", "There is no account “%1” of the kind tom.").arg(account),
                         .remedy = QCoreApplication::translate("cli", "Make one: tocsin accounts add tom NAME url=https://…")};
        const Result<vault::SecretBytes> secret = m_vault.read(account);
        return secret ? Outcome(Done{}) : secret.error();
    }

    Result<std::vector<int64_t>> rows()
    {
        std::vector<int64_t> rows;
        for (const QString &text : m_arguments.values.value(u"row"_s)) {
            bool isNumber = false;
            const qlonglong row = text.toLongLong(&isNumber);
            if (!isNumber || row <= 0)
                return Error{.kind = ErrorKind::BadArgument, .message = QCoreApplication::translate("cli", "--row: “%1” is no row number.").arg(text)};
            rows.push_back(row);
        }
        Result<std::shared_ptr<const filter::Filter>> filter = filterArgument(m_arguments);
        if (!filter)
            return filter.error();
        if (rows.empty() == !filter.value())
            return Error{.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("cli", "Say which alerts: either --row N or --filter EXPR."),
                         .remedy = QCoreApplication::translate("cli", "“tocsin export” shows row numbers.")};
        if (!filter.value())
            return rows;
        Result<std::unique_ptr<archive::Reader>> reader = m_archive->reader();
        if (!reader)
            return reader.error();
        Result<std::vector<int64_t>> found = reader.value()->rowNumbers({.filter = filter.value(), .now = UtcTime::now()}, [this] { return m_interrupted; });
        if (found)
            std::ranges::reverse(found.value()); // the newest of each name counts
        return found;
    }

    Result<QMap<QString, QString>> fields() const
    {
        QMap<QString, QString> fields;
        for (const QString &pair : m_arguments.values.value(u"field"_s)) {
            const qsizetype equals = pair.indexOf(u'=');
            if (equals < 1)
                return Error{.kind = ErrorKind::BadArgument, .message = QCoreApplication::translate("cli", "--field: write KEY=VALUE, not “%1”.").arg(pair)};
            fields.insert(pair.left(equals), pair.sliced(equals + 1));
        }
        return fields;
    }

    int create()
    {
        const QString account = m_arguments.value(u"tom"_s);
        const Result<std::vector<int64_t>> chosen = rows();
        const Result<QMap<QString, QString>> extras = fields();
        if (!chosen || !extras)
            return complain(!chosen ? chosen.error() : extras.error());
        if (chosen.value().empty())
            return complain({.kind = ErrorKind::NotFound, .message = QCoreApplication::translate("cli", "No alert passes this filter.")});
        if (!account.isEmpty()) {
            if (const Outcome prepared = prepare(account); !prepared)
                return complain(prepared.error());
        }
        if (m_arguments.has(u"allow-restricted"_s)) {
            const Outcome allowed = wait<Done>([&](auto done) { targets().allowRestricted(account, this, std::move(done)); });
            if (!allowed)
                return complain(allowed.error());
        }
        QStringList groups = m_arguments.values.value(u"group"_s);
        if (groups.isEmpty() && !account.isEmpty())
            groups = targets().usualGroups(account);
        std::set<QString> names;
        std::vector<int64_t> made;
        for (const int64_t row : chosen.value()) {
            Result<Draft> draft = wait<Draft>([&](auto done) { targets().draft(row, this, std::move(done)); });
            if (!draft) {
                note(complain(draft.error()));
                if (m_interrupted)
                    return m_code;
                continue;
            }
            Draft &wish = draft.value();
            if (!names.insert(wish.name).second)
                continue;
            wish.groups = groups;
            wish.extras = extras.value();
            if (!m_arguments.has(u"photometry"_s))
                wish.photometry.clear();
            if (!wish.doubt.isEmpty() && !m_arguments.has(u"uncertain"_s))
                wish.refusal = wish.doubt + u' ' + QCoreApplication::translate("cli", "Say --uncertain to make it all the same.");
            if (m_arguments.has(u"dry-run"_s)) {
                rehearse(account, wish);
                continue;
            }
            const Result<TargetRecord> kept = wait<TargetRecord>([&](auto done) { targets().create(account, wish, m_arguments.has(u"anyway"_s), 0ms, this, std::move(done)); });
            if (!kept) {
                note(complain(kept.error()));
                continue;
            }
            if (kept.value().state == State::Queued)
                made.push_back(kept.value().number);
            else
                tell(kept.value());
        }
        await(std::move(made));
        return m_interrupted ? exitCode(ErrorKind::Interrupted) : m_code;
    }

    void rehearse(const QString &account, const Draft &draft)
    {
        TargetRecord record{.account = account, .draft = draft, .state = draft.refusal.isEmpty() ? State::Local : State::Refused, .why = draft.refusal, .cause = ErrorKind::BadArgument};
        if (!account.isEmpty() && draft.refusal.isEmpty()) {
            const Result<tom::Lookup> found = wait<tom::Lookup>([&](auto done) { targets().lookUp(account, draft, this, std::move(done)); });
            if (!found) {
                note(complain(found.error()));
                return;
            }
            if (!found.value().notice.isEmpty())
                sayLine(found.value().notice);
            if (!found.value().found.empty() && !m_arguments.has(u"anyway"_s)) {
                record.state = State::Exists;
                record.target = found.value().found.front();
            }
        }
        Json line = Json::parse(lineOf(record).toStdString());
        if (record.state == State::Local)
            line["state"] = "dry-run";
        putLine(textOf(line));
        note(codeOf(record));
    }

    // Of several codes the lowest, as with the rungs of the ladder.
    void note(int code)
    {
        if (code != 0)
            m_code = m_code == 0 ? code : std::min(m_code, code);
    }

    void tell(const TargetRecord &record)
    {
        putLine(lineOf(record));
        note(codeOf(record));
    }

    // Each is told once it is settled, or has been tried, by whichever program of this home.
    void await(std::vector<int64_t> numbers)
    {
        const std::set<int64_t> wanted(numbers.begin(), numbers.end());
        std::set<int64_t> left = wanted;
        bool isReading = false;
        const std::function<void()> look = [&] {
            if (isReading || left.empty())
                return;
            isReading = true;
            targets().list(this, [&](const Result<std::vector<TargetRecord>> &all) {
                isReading = false;
                if (!all)
                    return;
                for (const TargetRecord &record : all.value()) {
                    const bool isTried = record.state != State::Queued || !record.why.isEmpty();
                    if (isTried && left.erase(record.number) > 0)
                        tell(record);
                }
                if (left.empty())
                    m_loop.quit();
            });
        };
        connect(&targets(), &tom::Targets::changed, &m_loop, look);
        connect(&targets(), &tom::Targets::settled, &m_loop, look);
        look();
        while (!left.empty() && !m_interrupted)
            m_loop.exec(QEventLoop::ExcludeUserInputEvents);
        disconnect(&targets(), nullptr, &m_loop, nullptr);
    }

    Result<std::vector<TargetRecord>> all()
    {
        return wait<std::vector<TargetRecord>>([&](auto done) { targets().list(this, std::move(done)); });
    }

    Result<std::vector<TargetRecord>> inState(const QString &usual)
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

    // Without the outbox: a command that only looks sends nothing.
    Result<std::vector<TargetRecord>> readAll() { return tom::readTargets(*m_journal); }

    int list()
    {
        const Result<std::vector<TargetRecord>> found = inState({});
        if (!found)
            return complain(found.error());
        for (const TargetRecord &record : found.value())
            putLine(lineOf(record));
        return 0;
    }

    int outbox()
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
            return m_code;
        }
        std::set<QString> accounts;
        std::vector<int64_t> numbers;
        for (const TargetRecord &record : waiting.value()) {
            if (accounts.insert(record.account).second) {
                if (const Outcome prepared = prepare(record.account); !prepared && prepared.error().kind == ErrorKind::Keychain)
                    return complain(prepared.error());
            }
            numbers.push_back(record.number);
        }
        const Result<int> begun = wait<int>([&](auto done) { targets().retryAll(this, std::move(done)); });
        if (!begun)
            return complain(begun.error());
        await(std::move(numbers));
        return m_interrupted ? exitCode(ErrorKind::Interrupted) : m_code;
    }

    Result<std::vector<int64_t>> numbers() const
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

    int send()
    {
        const Result<std::vector<int64_t>> chosen = numbers();
        if (!chosen)
            return complain(chosen.error());
        const QString account = m_arguments.value(u"tom"_s);
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
        return m_interrupted ? exitCode(ErrorKind::Interrupted) : m_code;
    }

    int remove()
    {
        const Result<std::vector<int64_t>> chosen = numbers();
        if (!chosen)
            return complain(chosen.error());
        for (const int64_t number : chosen.value()) {
            const Result<TargetRecord> gone = wait<TargetRecord>([&](auto done) { targets().remove(number, this, std::move(done)); });
            if (gone)
                putLine(lineOf(gone.value()));
            else
                note(complain(gone.error()));
        }
        return m_interrupted ? exitCode(ErrorKind::Interrupted) : m_code;
    }

    int exportCsv()
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

    const CliContext &m_context;
    const CliArguments &m_arguments;
    Signals m_signals;
    QEventLoop m_loop;
    bool m_interrupted = false;
    int m_code = 0;
    CommandVault m_vault;
    std::unique_ptr<archive::Archive> m_archive;
    std::unique_ptr<journal::Journal> m_journal;
    std::unique_ptr<tom::Targets> m_targets;
};

} // namespace

int runTarget(const CliContext &context)
{
    return TargetCommand(context).run();
}

} // namespace tocsin::app
