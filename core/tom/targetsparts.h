// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tom/targets.h"
#include "core/tom/targetsender.h"
#include "core/tom/targettable.h"
#include "core/vault/vault.h"

#include <QCoreApplication>
#include <QMap>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <optional>
#include <set>
#include <stop_token>

namespace tocsin::tom {

// What stands behind Targets: questions to TOMs on threads, and the outbox. Main thread; goes with Targets, whose threads end
// before it.
struct Targets::Parts : public QObject {
    Parts(Targets &theTargets, journal::Journal &theJournal, archive::Archive &theArchive, std::function<vault::Vault &()> theVault);

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

    // The account with its secret; the list is read again, since a command may have added one.
    using Got = std::function<void(Result<TomAccess>)>;
    void access(const QString &name, const Got &got);
    [[nodiscard]] double radiusOf(const QString &name);
    [[nodiscard]] std::optional<TomFacts> factsOf(const QString &name, const QUrl &url) const; // as far as they are known
    void remember(const QString &name, const QUrl &url, const std::optional<TomFacts> &facts, bool isRefused);
    // Probes, then asks for what there is.
    [[nodiscard]] static Told<TomFacts> askFacts(TomAccess &access, const std::stop_token &stop);

    // Asks the TOM of an account on a thread: probed first, once in a session.
    template <typename T>
    void withTom(const QString &name, QObject *context, std::function<Told<T>(TomClient &, const TomFacts &)> ask, std::function<void(Told<T>)> done)
    {
        access(name, [=, this, guard = QPointer<QObject>(context)](const Result<TomAccess> &access) {
            if (!guard)
                return;
            if (!access)
                return done(Trouble{.error = access.error()});
            struct Answer {
                Told<T> told;
                std::optional<TomFacts> facts;
            };
            const QUrl url = access.value().url;
            std::function<Answer()> work = [stop = stopping.get_token(), found = access.value(), facts = factsOf(name, url), ask]() mutable {
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
            start<Answer>(guard, std::move(work), [=, this](Answer answer) {
                const Trouble *trouble = troubleOf(answer.told);
                remember(name, url, answer.facts, trouble && (trouble->kind == Trouble::Kind::SignIn || trouble->kind == Trouble::Kind::NotPermitted));
                done(std::move(answer.told));
            });
        });
    }

    template <typename T>
    [[nodiscard]] static std::function<void(Told<T>)> asResult(Targets::Done<T> done)
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
    void look();
    void send(TargetRecord claimed);
    // Written down for the person; a row with a target stays in the archive.
    void add(TargetRecord record, QObject *context, Targets::Done<TargetRecord> done);
    // Changes what the journal has, tells, and sends what is due then.
    void change(QObject *context, std::function<Result<TargetRecord>(QSqlDatabase &)> job, Targets::Done<TargetRecord> done);
    // Before anything of a restricted row is told to a TOM.
    void whenAllowed(const QString &account, const Draft &draft, QObject *context, std::function<void(Outcome)> then);

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

} // namespace tocsin::tom
