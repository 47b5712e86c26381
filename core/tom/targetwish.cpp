// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tom/targetwish.h"

#include <QCoreApplication>

namespace tocsin::tom::wish {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("tom", text);
}

TargetRecord settled(TargetRecord record, State state, const UtcTime &now)
{
    record.state = state;
    record.settled = now;
    record.nextTry = {};
    return record;
}

TargetRecord waits(TargetRecord record, Job job, const UtcTime &now)
{
    record.state = State::Queued;
    record.job = job;
    record.why.clear();
    record.problems.clear();
    record.cause = ErrorKind::Internal;
    record.tries = 0;
    record.nextTry = now;
    record.settled = {};
    return record;
}

// The TOM may have something of it.
bool mayBeThere(const TargetRecord &record)
{
    return record.unsure || (record.target && record.job != Job::Alias);
}

} // namespace

Job removalOf(Job job)
{
    return job == Job::Create ? Job::Remove : job == Job::Alias ? Job::RemoveAlias : job;
}

Job wantedOf(Job job)
{
    return job == Job::Remove ? Job::Create : job == Job::RemoveAlias ? Job::Alias : job;
}

TargetRecord takenBack(TargetRecord record, const UtcTime &now)
{
    switch (record.state) {
    case State::Created:
        return waits(std::move(record), Job::Remove, now);
    case State::Exists: // a link is ours alone; an alias is not
        return record.job == Job::Alias ? waits(std::move(record), Job::RemoveAlias, now) : settled(std::move(record), State::Removed, now);
    case State::Queued:
        if (record.isRemoval()) { // tried once more
            record.nextTry = now;
            return record;
        }
        break;
    case State::Refused:
        break;
    case State::Local:
    case State::Removed:
        return settled(std::move(record), State::Removed, now);
    }
    const Job removal = removalOf(record.job);
    return mayBeThere(record) ? waits(std::move(record), removal, now) : settled(std::move(record), State::Removed, now);
}

TargetRecord restored(TargetRecord record, const TargetRecord &before, const UtcTime &now)
{
    const Job wanted = wantedOf(record.job);
    if (record.state == State::Queued && record.isRemoval()) {
        // Whether it is gone nobody knows: looked up, and made again where it is.
        if (record.unsure || before.state == State::Queued) {
            TargetRecord again = waits(std::move(record), wanted, now);
            again.unsure = true;
            return again;
        }
        record.why = before.why;
        record.cause = before.cause;
        record.problems = before.problems;
        record.job = wanted;
        return settled(std::move(record), before.state, now);
    }
    if (record.state != State::Removed)
        return record; // the TOM did not remove it
    if (record.isRemoval()) { // it was at the TOM
        if (wanted == Job::Create)
            record.target.reset();
        return waits(std::move(record), wanted, now);
    }
    TargetRecord again = before;
    again.offeredRemoval = record.offeredRemoval;
    if (again.state == State::Queued)
        again.nextTry = now;
    return again;
}

TargetRecord left(TargetRecord record, const UtcTime &now)
{
    if (record.isRemoval()) {
        const Job wanted = wantedOf(record.job);
        record.why = say(QT_TRANSLATE_NOOP("tom", "Not removed: the account “%1” was removed before. Remove it on the pages of the TOM.")).arg(record.account);
        record.job = wanted;
        record.cause = ErrorKind::NotFound;
        return settled(std::move(record), !record.target ? State::Refused : wanted == Job::Alias ? State::Exists : State::Created, now);
    }
    const bool isUnsent = !mayBeThere(record);
    record.why = (isUnsent ? say(QT_TRANSLATE_NOOP("tom", "The account “%1” was removed before this was sent."))
                           : say(QT_TRANSLATE_NOOP("tom", "The account “%1” was removed while it was not known whether this had arrived. Look for it on the pages of the TOM.")))
                     .arg(record.account);
    if (isUnsent && record.job == Job::Create) {
        record.account.clear();
        record.cause = ErrorKind::Internal;
        return settled(std::move(record), State::Local, now);
    }
    record.cause = ErrorKind::NotFound;
    return settled(std::move(record), State::Refused, now);
}

TargetRecord reconsidered(TargetRecord sent, Job job, const UtcTime &now)
{
    if (job == Job::Remove || job == Job::RemoveAlias) {
        const bool linked = sent.state == State::Exists && job == Job::Remove; // somebody else's
        const bool nothing = (sent.state == State::Refused || sent.state == State::Queued) && !mayBeThere(sent);
        return linked || nothing ? settled(std::move(sent), State::Removed, now) : waits(std::move(sent), job, now);
    }
    sent.job = job;
    if (sent.state == State::Removed) {
        if (job == Job::Create)
            sent.target.reset();
        return waits(std::move(sent), job, now);
    }
    if (sent.state == State::Queued) {
        const bool known = sent.target && !sent.unsure;
        if (!known) {
            TargetRecord again = waits(std::move(sent), job, now);
            again.unsure = true;
            return again;
        }
        sent.why.clear();
        sent.cause = ErrorKind::Internal;
        return settled(std::move(sent), job == Job::Alias ? State::Exists : State::Created, now);
    }
    sent.why.clear(); // of a removal that the TOM refused: nobody wants it now
    sent.cause = ErrorKind::Internal;
    return sent;
}

} // namespace tocsin::tom::wish
