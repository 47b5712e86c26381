// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"
#include "app/cli/secretarguments.h"
#include "app/cli/signals.h"
#include "app/cli/targetlines.h"
#include "core/archive/archive.h"
#include "core/journal/journal.h"
#include "core/tom/targets.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QMap>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tocsin::app {

// One run of `tocsin target …`: what the window does with targets, without a window; one journal with it. targetcreate.cpp has
// `target create`, targetlists.cpp what is done with those there are. Main thread.
class TargetCommand final : public QObject
{
public:
    explicit TargetCommand(const CliContext &context);
    int run();

private:
    Outcome open(bool wantsRows);
    tom::Targets &targets(); // from here on the outbox runs, too
    Outcome prepare(const QString &account);
    // Of several codes the lowest, as with the rungs of the ladder.
    void note(int code);
    void tell(const tom::TargetRecord &record);
    void await(std::vector<int64_t> numbers);
    int ended() const;

    int create();
    Result<std::vector<int64_t>> rows();
    Result<QMap<QString, QString>> fields() const;
    void rehearse(const QString &account, const tom::Draft &draft);

    int list();
    int outbox();
    int send();
    int remove();
    int exportCsv();
    // Without the outbox: a command that only looks sends nothing.
    Result<std::vector<tom::TargetRecord>> readAll() { return tom::readTargets(*m_journal); }
    Result<std::vector<tom::TargetRecord>> inState(const QString &usual);
    Result<std::vector<int64_t>> numbers() const;
    Result<QStringList> retractedEvents(const std::vector<tom::TargetRecord> &records);
    Outcome unlock(const QStringList &accounts);

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

    const CliContext &m_context;
    const CliArguments &m_arguments;
    Signals m_signals;
    QEventLoop m_loop;
    bool m_interrupted = false;
    int m_code = 0;
    TargetTally m_tally;
    CommandVault m_vault;
    std::unique_ptr<archive::Archive> m_archive;
    std::unique_ptr<journal::Journal> m_journal;
    std::unique_ptr<tom::Targets> m_targets;
};

} // namespace tocsin::app
