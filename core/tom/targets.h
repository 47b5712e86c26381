// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/tom/target.h"
#include "core/tom/tomfacts.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace tocsin::archive {
class Archive;
}

namespace tocsin::journal {
class Journal;
}

namespace tocsin::vault {
class Vault;
}

namespace tocsin::tom {

// An event that was taken back, and the targets that came from it. A plain value.
struct Retracted {
    QString name; // of the event, for people
    std::vector<int64_t> numbers;
};

// Targets of alerts: drafts, what the TOMs say, the local list and the outbox that sends on when a TOM is back. All that is
// durable lies in the journal. Several programs of a home share it: whoever claims a record sends it. Lives on the main thread;
// questions are asked on threads of a pool of its own, each bounded, and answered on the main thread unless `context` is gone;
// the end asks them to stop and waits for them. Journal, vault and archive outlive it.
class Targets final : public QObject
{
    Q_OBJECT
public:
    Targets(journal::Journal &journal, archive::Archive &archive, std::function<vault::Vault &()> vault, QObject *parent = nullptr);
    ~Targets() override;

    template <typename T>
    using Done = std::function<void(Result<T>)>;

    [[nodiscard]] QStringList toms(); // names of the accounts of kind "tom"
    [[nodiscard]] QStringList usualGroups(const QString &account); // that it gives to new targets
    [[nodiscard]] QString host(const QString &account); // of its TOM; empty: there is no such account
    // With names, aliases, photometry of the packet; reads the archive on a thread.
    void draft(int64_t row, QObject *context, Done<Draft> done);
    void facts(const QString &account, QObject *context, Done<TomFacts> done);
    void lookUp(const QString &account, const Draft &draft, QObject *context, Done<Lookup> done);

    // Where restricted rows were not allowed to go yet: nothing of them is sent or looked up there (NotAuthorised).
    void allowRestricted(const QString &account, QObject *context, std::function<void(Outcome)> done);
    // Into the journal first, which is what `done` tells, then to the TOM (account empty: the local list only) after `delay`, in
    // which it can be undone; settled() says what became of it.
    void create(const QString &account, const Draft &draft, bool anyway, std::chrono::milliseconds delay, QObject *context, Done<TargetRecord> done);
    // The same for a rule: what no person looks at becomes none where there is a doubt. On any thread that may wait.
    [[nodiscard]] Result<TargetRecord> createOfRow(int64_t row, const QString &account, const QStringList &groups);
    void useExisting(const QString &account, const Draft &draft, const Target &existing, QObject *context, Done<TargetRecord> done);
    void addAsAlias(const QString &account, const Draft &draft, const Target &existing, QObject *context, Done<TargetRecord> done);
    // Takes it back. What no TOM can have is Removed at once; what one has, or may have, waits in the outbox to be deleted there, also
    // while it is on its way or the TOM is away: settled() says what became of that. Told once it is written down.
    void remove(int64_t number, QObject *context, Done<TargetRecord> done);
    // Takes the taking back back, at any time; `before`: as it was before remove(). What is gone from the TOM is made again.
    void restore(const TargetRecord &before, QObject *context, Done<TargetRecord> done);
    void retry(int64_t number); // 0: all that wait, and those whose sign-in was refused
    void retryAll(QObject *context, Done<int> done); // told when they are due, and how many there are
    // From the local list, or what lost its account before it was sent.
    void send(int64_t number, const QString &account, QObject *context, Done<TargetRecord> done);
    // The account has another name, or is no more: what waits for its TOM goes along, or to the local list.
    void renameAccount(const QString &account, const QString &newName);
    void leaveAccount(const QString &account);

    void list(QObject *context, Done<std::vector<TargetRecord>> done); // newest first
    void ofRows(const std::vector<int64_t> &rows, QObject *context, Done<std::vector<TargetRecord>> done);
    void ofEvent(const QString &event, QObject *context, Done<std::vector<TargetRecord>> done);
    void noteOffered(int64_t number); // its alert was retracted, and the person was told
    // Those whose alert was taken back, by a row of the archive that came after they were made, and whom nobody was told of: by event.
    void retracted(QObject *context, Done<std::vector<Retracted>> done);
    [[nodiscard]] int waiting() const; // in the outbox, as the journal last said

Q_SIGNALS:
    void changed(); // the list
    void settled(const tocsin::tom::TargetRecord &record); // a queued one got its answer, or a reason to wait on
    void strangersCanSee(const tocsin::tom::TargetRecord &record); // the TOM shows it without credentials: offer to delete it

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

// What the journal has, newest first, for those who only look: nothing is sent. Not on the main thread of a window.
[[nodiscard]] Result<std::vector<TargetRecord>> readTargets(journal::Journal &journal);
// What Targets::renameAccount() and leaveAccount() do, for commands; how many records.
[[nodiscard]] Result<int> renameAccount(journal::Journal &journal, const QString &account, const QString &newName);
[[nodiscard]] Result<int> leaveAccount(journal::Journal &journal, const QString &account);

} // namespace tocsin::tom
