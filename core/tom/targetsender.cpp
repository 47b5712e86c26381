// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tom/targetsender.h"

#include "core/tom/drafts.h"
#include "core/tom/targetwish.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::tom {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Trouble::Kind;

namespace {

constexpr double kSamePlace = 1.0 / 3600; // degrees
constexpr std::chrono::microseconds kClocksDiffer = 10min; // a TOM's from ours

QString say(const char *text)
{
    return QCoreApplication::translate("tom", text);
}

class Sending
{
public:
    Sending(TomClient &client, const TomFacts &facts, TargetRecord claimed, double radius)
        : m_client(client), m_facts(facts), m_wasUnsure(claimed.unsure), m_record(std::move(claimed)), m_radius(radius)
    {
        ++m_record.tries;
        m_record.why.clear();
        m_record.problems.clear();
        m_record.unsure = false;
    }

    Sent run()
    {
        if (m_record.job == Job::Alias)
            addAlias();
        else if (m_record.job == Job::Remove)
            remove();
        else if (m_record.job == Job::RemoveAlias)
            removeAlias();
        else if (!m_record.draft.refusal.isEmpty())
            end(State::Refused, m_record.draft.refusal, ErrorKind::BadArgument);
        else if (!m_wasUnsure || !lookForOurs())
            make();
        return {std::move(m_record), m_strangersSee, m_isAway};
    }

private:
    void end(State state, const QString &why = {}, ErrorKind cause = ErrorKind::Internal)
    {
        m_record.state = state;
        m_record.why = why;
        m_record.cause = cause;
        m_record.settled = UtcTime::now();
        m_record.nextTry = {};
    }

    void end(const Trouble &trouble, bool mayHaveWorked)
    {
        --m_record.tries; // it is counted there
        m_isAway = trouble.isAway();
        m_record = notSent(std::move(m_record), trouble);
        m_record.unsure = mayHaveWorked;
    }

    // True: an earlier try has arrived, or nobody knows yet.
    bool lookForOurs()
    {
        const Told<std::optional<Target>> told = m_client.named(m_record.draft.name);
        if (const Trouble *trouble = troubleOf(told)) {
            end(*trouble, true);
            return true;
        }
        const auto &found = std::get<std::optional<Target>>(told);
        if (!found)
            return false;
        if (degreesBetween(found->ra, found->dec, m_record.draft.ra, m_record.draft.dec) > kSamePlace)
            return false; // somebody else's of the same name: the TOM will say so
        const Told<TomClient::Created> whole = m_client.complete(found->id, m_record.draft, m_facts);
        if (const Trouble *trouble = troubleOf(whole)) {
            end(*trouble, true);
            return true;
        }
        finish(std::get<TomClient::Created>(whole), true);
        return true;
    }

    void make()
    {
        if (!m_record.anyway && isThere())
            return;
        const Told<TomClient::Created> told = m_client.create(m_record.draft, m_facts);
        const Trouble *trouble = troubleOf(told);
        if (!trouble)
            return finish(std::get<TomClient::Created>(told), false);
        if (trouble->kind == Kind::Refused && trouble->fields.contains(u"name"_s) && isNamed())
            return;
        end(*trouble, trouble->kind == Kind::Unsure);
    }

    bool isThere()
    {
        const Told<Lookup> told = m_client.lookUp(m_record.draft, isPlaceTooUncertain(m_record.draft) ? 0 : m_radius);
        if (const Trouble *trouble = troubleOf(told)) {
            end(*trouble, m_wasUnsure);
            return true;
        }
        const auto &found = std::get<Lookup>(told).found;
        if (found.empty())
            return false;
        const auto named = std::ranges::find_if(found, &Target::sameName);
        exists(named != found.end() ? *named : found.front());
        return true;
    }

    bool isNamed()
    {
        const Told<std::optional<Target>> told = m_client.named(m_record.draft.name);
        if (troubleOf(told) || !std::get<std::optional<Target>>(told))
            return false; // hidden from this account
        exists(*std::get<std::optional<Target>>(told));
        return true;
    }

    void exists(Target target)
    {
        if (target.distanceArcsec < 0)
            target.sameName = true;
        const QString why = whatIsThere(target);
        m_record.target = std::move(target);
        end(State::Exists, why);
    }

    void finish(const TomClient::Created &created, bool again)
    {
        m_record.target = created.target;
        QStringList notes{created.note};
        const Told<bool> seen = m_client.strangersSee(created.target.id);
        if (!troubleOf(seen))
            m_strangersSee = std::get<bool>(seen);
        else
            notes << say(QT_TRANSLATE_NOOP("tom", "Whether strangers can see it could not be asked: %1")).arg(std::get<Trouble>(seen).error.message);
        if (m_strangersSee)
            notes << say(QT_TRANSLATE_NOOP("tom", "The TOM shows this target to anybody, without a sign-in."));
        if (!m_record.draft.photometry.empty() && m_facts.takesPhotometry) {
            const Told<int> points = m_client.addPhotometry(created.target.id, m_record.draft.photometry, again);
            if (const Trouble *trouble = troubleOf(points)) {
                if (trouble->waits()) // the target is there; what is missing comes with the next try
                    return end(*trouble, true);
                notes << say(QT_TRANSLATE_NOOP("tom", "The light curve was not taken: %1")).arg(trouble->error.message);
            }
        }
        notes.removeAll(QString());
        end(State::Created, notes.join(u' '));
    }

    void addAlias()
    {
        const int64_t id = m_record.target ? m_record.target->id : 0;
        const Told<Target> before = m_client.target(id);
        if (const Trouble *trouble = troubleOf(before))
            return end(*trouble, m_wasUnsure);
        if (std::get<Target>(before).aliases.contains(m_record.draft.name))
            return aliased(std::get<Target>(before));
        const Told<Target> told = m_client.addAlias(id, m_record.draft.name);
        if (const Trouble *trouble = troubleOf(told))
            return end(*trouble, trouble->kind == Kind::Unsure);
        aliased(std::get<Target>(told));
    }

    void aliased(Target target)
    {
        target.distanceArcsec = m_record.target->distanceArcsec;
        target.sameName = true;
        m_record.target = std::move(target);
        end(State::Exists);
    }

    void remove()
    {
        if (!m_record.target && !findOurs())
            return;
        const Told<Done> told = m_client.remove(m_record.target->id);
        const Trouble *trouble = troubleOf(told);
        if (!trouble)
            return end(State::Removed);
        if (trouble->kind != Kind::NotThere)
            return end(*trouble, m_wasUnsure || trouble->kind == Kind::Unsure);
        // Deleted by an earlier try, or on the TOM's own pages: what is wanted is so. What can be seen and not deleted is no such case.
        const Told<Target> there = m_client.target(m_record.target->id);
        const Trouble *hidden = troubleOf(there);
        if (hidden && hidden->kind == Kind::NotThere)
            end(State::Removed);
        else
            end(hidden ? *hidden : Trouble{.kind = Kind::NotPermitted, .error = {.kind = ErrorKind::NotAuthorised, .message = trouble->error.message, .remedy = trouble->error.remedy}}, m_wasUnsure);
    }

    // What an earlier try may have made. Others' targets are older than our wish, or elsewhere.
    bool findOurs()
    {
        const Told<std::optional<Target>> told = m_client.named(m_record.draft.name);
        if (const Trouble *trouble = troubleOf(told)) {
            end(*trouble, true);
            return false;
        }
        const auto &found = std::get<std::optional<Target>>(told);
        const bool isOurs = found && degreesBetween(found->ra, found->dec, m_record.draft.ra, m_record.draft.dec) <= kSamePlace && found->created.isValid()
            && found->created.us >= m_record.made.us - kClocksDiffer.count();
        if (!isOurs) {
            end(State::Removed, found ? say(QT_TRANSLATE_NOOP("tom", "The TOM has another “%1”, which was left there.")).arg(found->name) : QString());
            return false;
        }
        m_record.target = *found;
        return true;
    }

    void removeAlias()
    {
        const int64_t id = m_record.target ? m_record.target->id : 0;
        const Told<Done> told = m_client.removeAlias(id, m_record.draft.name);
        if (const Trouble *trouble = troubleOf(told); trouble && trouble->kind != Kind::NotThere)
            return end(*trouble, m_wasUnsure || trouble->kind == Kind::Unsure);
        end(State::Removed);
    }

    TomClient &m_client;
    const TomFacts &m_facts;
    const bool m_wasUnsure;
    TargetRecord m_record;
    const double m_radius;
    bool m_strangersSee = false;
    bool m_isAway = false;
};

} // namespace

Sent sendRecord(TomClient &client, const TomFacts &facts, TargetRecord claimed, double radiusArcsec)
{
    return Sending(client, facts, std::move(claimed), radiusArcsec).run();
}

QString whatIsThere(const Target &target)
{
    return target.distanceArcsec >= 0 ? say(QT_TRANSLATE_NOOP("tom", "The TOM has “%1” %2 arcsec away.")).arg(target.name).arg(target.distanceArcsec, 0, 'f', 2)
                                      : say(QT_TRANSLATE_NOOP("tom", "The TOM has “%1” already.")).arg(target.name);
}

std::chrono::seconds pauseAfter(int tries, const Trouble &trouble)
{
    if (trouble.kind == Kind::Unsure && tries <= 1)
        return std::max(trouble.retryAfter, std::chrono::seconds(1s)); // only to look
    const std::chrono::seconds usual(std::min(600, 5 << std::clamp(tries - 1, 0, 7)));
    return std::max(trouble.retryAfter, usual);
}

TargetRecord notSent(TargetRecord claimed, const Trouble &trouble)
{
    TargetRecord record = std::move(claimed);
    ++record.tries;
    record.why = trouble.error.message;
    record.cause = trouble.error.kind;
    record.problems = trouble.fields;
    // A secret that cannot be had now may be had later; a program that ends goes on when it comes back.
    const bool isLater = trouble.waits() || trouble.kind == Kind::Interrupted || trouble.error.kind == ErrorKind::Keychain;
    record.state = isLater ? State::Queued : State::Refused;
    if (isLater) {
        record.nextTry = trouble.kind == Kind::Interrupted ? UtcTime::now() : UtcTime::fromUs(UtcTime::now().us + std::chrono::microseconds(pauseAfter(record.tries, trouble)).count());
        return record;
    }
    record.settled = UtcTime::now();
    record.nextTry = {};
    if (!trouble.error.remedy.isEmpty())
        record.why += u' ' + trouble.error.remedy;
    if (record.isRemoval()) {
        // It is where it was.
        record.why = say(QT_TRANSLATE_NOOP("tom", "Not removed: %1")).arg(record.why);
        record.job = wish::wantedOf(record.job);
        if (record.target)
            record.state = record.job == Job::Alias ? State::Exists : State::Created;
    }
    return record;
}

} // namespace tocsin::tom
