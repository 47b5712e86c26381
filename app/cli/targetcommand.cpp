// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/targetcommand.h"

#include "app/cli/targetlines.h"

#include <algorithm>
#include <set>

namespace tocsin::app {

using namespace Qt::StringLiterals;
using tom::State;
using tom::TargetRecord;

TargetCommand::TargetCommand(const CliContext &context) : m_context(context), m_arguments(context.arguments), m_vault(context)
{
    connect(&m_signals, &Signals::interrupted, this, [this] {
        m_interrupted = true;
        m_loop.quit();
    });
}

int TargetCommand::run()
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

Outcome TargetCommand::open(bool wantsRows)
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

tom::Targets &TargetCommand::targets()
{
    if (!m_targets) {
        m_targets = std::make_unique<tom::Targets>(*m_journal, *m_archive, [this]() -> vault::Vault & { return m_vault.vault(); });
        connect(m_targets.get(), &tom::Targets::strangersCanSee, this, [](const TargetRecord &record) {
            sayLine(QCoreApplication::translate("cli", "Anybody can see “%1” there, without a sign-in. To delete it: tocsin target remove %2").arg(record.draft.name).arg(record.number));
        });
    }
    return *m_targets;
}

// A secret that cannot be had ends the command before anything is written down.
Outcome TargetCommand::prepare(const QString &account)
{
    const vault::Account *known = m_vault.accounts().find(account);
    if (!known || known->kind != u"tom")
        return Error{.kind = ErrorKind::NotFound,
                     .message = QCoreApplication::translate("cli", "There is no account “%1” of the kind tom.").arg(account),
                     .remedy = QCoreApplication::translate("cli", "Make one: tocsin accounts add tom NAME url=https://…")};
    const Result<vault::SecretBytes> secret = m_vault.read(account);
    return secret ? Outcome(Done{}) : secret.error();
}

void TargetCommand::note(int code)
{
    if (code != 0)
        m_code = m_code == 0 ? code : std::min(m_code, code);
}

void TargetCommand::tell(const TargetRecord &record)
{
    putLine(textOf(lineOf(record)));
    m_tally.take(record);
    note(codeOf(record));
}

// Each is told once it is settled, or has been tried, by whichever program of this home.
void TargetCommand::await(std::vector<int64_t> numbers)
{
    const std::set<int64_t> wanted(numbers.begin(), numbers.end());
    std::set<int64_t> left = wanted;
    bool isReading = false;
    bool readsAgain = false;
    const std::function<void()> look = [&] {
        if (left.empty())
            return;
        readsAgain = isReading; // what is read now may be older than what is told
        if (isReading)
            return;
        isReading = true;
        targets().list(this, [&](const Result<std::vector<TargetRecord>> &all) {
            isReading = false;
            for (const TargetRecord &record : all ? all.value() : std::vector<TargetRecord>()) {
                const bool isTried = record.state != State::Queued || !record.why.isEmpty();
                if (isTried && left.erase(record.number) > 0)
                    tell(record);
            }
            if (left.empty())
                m_loop.quit();
            else if (readsAgain)
                look();
        });
    };
    connect(&targets(), &tom::Targets::changed, &m_loop, look);
    // Those that this program sends need no look at all the others.
    connect(&targets(), &tom::Targets::settled, &m_loop, [&](const TargetRecord &record) {
        if (left.erase(record.number) > 0)
            tell(record);
        if (left.empty())
            m_loop.quit();
    });
    look();
    while (!left.empty() && !m_interrupted)
        m_loop.exec(QEventLoop::ExcludeUserInputEvents);
    disconnect(&targets(), nullptr, &m_loop, nullptr);
    if (m_interrupted && !left.empty())
        sayLine(QCoreApplication::translate("cli", "%n target(s) stay in the outbox: tocsin target outbox --retry", nullptr, static_cast<int>(left.size())));
}

int TargetCommand::ended() const
{
    if (m_interrupted)
        return exitCode(ErrorKind::Interrupted);
    m_tally.tell();
    return m_code;
}

int runTarget(const CliContext &context)
{
    return TargetCommand(context).run();
}

} // namespace tocsin::app
