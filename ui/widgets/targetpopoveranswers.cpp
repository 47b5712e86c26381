// SPDX-License-Identifier: GPL-3.0-or-later
// What the popover asks, and what it makes of the answers.
#include "ui/models/targetwords.h"
#include "ui/restrictedrows.h"
#include "ui/theme/formats.h"
#include "ui/widgets/duplicateview.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/targetform.h"
#include "ui/widgets/targetpopover.h"

#include <QCheckBox>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kLookAgain = 60; // s, while a TOM is away

bool isAway(const Error &error)
{
    return error.kind == ErrorKind::NoConnection || error.kind == ErrorKind::NameNotResolved || error.kind == ErrorKind::TimeLimit || error.retriable;
}

} // namespace

void TargetPopover::takeDraft(const Result<tom::Draft> &draft)
{
    if (!draft) {
        m_panel->setMessage(MessagePanel::Kind::Bad, draft.error().message, draft.error().remedy, draft.error().detail);
        show(State::Refused);
        return;
    }
    m_draft = draft.value();
    m_form->setDraft(m_draft);
    if (!m_draft.refusal.isEmpty()) {
        m_panel->setMessage(MessagePanel::Kind::Bad, tr("This cannot be a target"), m_draft.refusal);
        show(State::Refused);
        return;
    }
    chooseTom(m_form->account());
}

void TargetPopover::chooseTom(const QString &account)
{
    if (!account.isEmpty() && account != m_lastTom) {
        m_lastTom = account;
        Q_EMIT tomChosen(account);
    }
    m_facts = {};
    m_form->setFacts(nullptr);
    look();
}

// Also what is looked for leaves the program: nothing is asked before the person has agreed.
void TargetPopover::look()
{
    m_question.reset();
    m_armed = false;
    if (m_form->account().isEmpty()) {
        show(State::Local);
        return;
    }
    if (m_draft.restricted && !m_restricted.mayGoTo(destination())) {
        show(State::Restricted);
        return;
    }
    show(State::Looking);
    if (m_facts.groups.isEmpty() && m_facts.extras.empty())
        askFacts();
    m_question = std::make_unique<QObject>();
    m_desk.lookUp(m_form->account(), m_form->draft(), m_question.get(), [this](const Result<tom::Lookup> &found) { takeLookup(found); });
}

void TargetPopover::askFacts()
{
    m_desk.facts(m_form->account(), m_session.get(), [this, account = m_form->account()](const Result<tom::TomFacts> &facts) {
        if (!facts || account != m_form->account())
            return; // why, the look for duplicates will say
        m_facts = facts.value();
        m_form->setFacts(&m_facts);
        show(m_state);
    });
}

void TargetPopover::takeLookup(const Result<tom::Lookup> &found)
{
    if (!found) {
        const Error &error = found.error();
        // Agreed to elsewhere than in the journal of this home.
        if (m_draft.restricted && error.kind == ErrorKind::NotAuthorised && !m_allowed) {
            show(State::Restricted);
            return;
        }
        const bool away = isAway(error);
        m_panel->setMessage(MessagePanel::Kind::Bad, away ? tr("The TOM does not answer") : error.message,
                            away ? tr("%1: %2 The target waits in the outbox; it is looked up again before sending.").arg(m_form->host(), targetwords::withStop(error.message)) : error.remedy,
                            error.detail);
        m_secondsLeft = kLookAgain;
        show(away ? State::Down : State::Trouble);
        return;
    }
    m_lookup = found.value();
    if (m_lookup.found.empty()) {
        show(State::New);
        return;
    }
    m_duplicates->setFound(m_form->draft(), m_lookup);
    const tom::Target &first = m_lookup.found.front();
    const QString what = first.distanceArcsec < 0 ? tr("One of the same name or alias")
        : first.sameName                          ? tr("One of the same place and name")
                                                  : tr("One of the same place, under another name");
    m_panel->setMessage(MessagePanel::Kind::Warn, m_lookup.found.size() == 1 ? tr("One target is already there") : tr("%1 targets are already there").arg(m_lookup.found.size()), what);
    show(State::Duplicate);
}

void TargetPopover::create(bool anyway)
{
    if (!m_form->showMissing())
        return;
    if (!m_draft.doubt.isEmpty() && !m_armed) {
        m_armed = true;
        show(m_state);
        return;
    }
    tom::Draft draft = m_form->draft();
    if (!m_facts.takesPhotometry || !m_photometry->isChecked())
        draft.photometry.clear();
    const int64_t refused = m_sent.state == tom::State::Refused ? m_sent.number : 0;
    show(State::Sending);
    m_waits = true;
    m_desk.create(m_form->account(), draft, anyway, 0ms, m_session.get(), [this, refused](const Result<tom::TargetRecord> &record) {
        if (refused != 0 && record)
            m_desk.remove(refused, nullptr, {}); // this one stands for it now
        take(record);
    });
}

void TargetPopover::link(bool alias)
{
    show(State::Sending);
    m_waits = true;
    const auto taken = [this](const Result<tom::TargetRecord> &record) { take(record); };
    const tom::Draft draft = m_form->draft();
    if (alias)
        m_desk.addAsAlias(m_form->account(), draft, m_duplicates->chosen(), m_session.get(), taken);
    else
        m_desk.useExisting(m_form->account(), draft, m_duplicates->chosen(), m_session.get(), taken);
}

void TargetPopover::keep(const QString &account)
{
    if (!m_form->showMissing())
        return;
    show(State::Sending);
    m_waits = false;
    m_desk.create(account, m_form->draft(), false, account.isEmpty() ? 0ms : undoTime(), m_session.get(), [this](const Result<tom::TargetRecord> &record) { take(record); });
}

void TargetPopover::take(const Result<tom::TargetRecord> &record)
{
    if (!record) {
        const Error &error = record.error();
        fail(error.message, error.remedy, {});
        return;
    }
    m_sent = record.value();
    if (m_sent.state == tom::State::Refused) {
        fail(tr("%1 refused the target").arg(m_form->host()), m_sent.why, m_sent.problems);
        return;
    }
    // Written down and not answered yet: what it waits for comes as settled().
    if (m_waits && m_sent.state == tom::State::Queued && m_sent.why.isEmpty()) {
        m_patience.start();
        return;
    }
    finish(m_sent);
}

void TargetPopover::takeSettled(const tom::TargetRecord &record)
{
    if (m_state != State::Sending || !m_waits || record.number != m_sent.number || m_sent.number == 0)
        return;
    m_patience.stop();
    m_told = record.number;
    take(record);
}

void TargetPopover::takeStrangers(const tom::TargetRecord &record)
{
    if (m_state != State::Sending || record.number != m_sent.number || m_sent.number == 0)
        return;
    m_patience.stop();
    m_sent = record;
    m_told = record.number;
    show(State::Strangers);
}

void TargetPopover::finish(const tom::TargetRecord &record)
{
    const tom::TargetRecord told = record; // may be our own, which goes
    hide();
    Q_EMIT made(told);
}

bool TargetPopover::hasTold(int64_t number)
{
    if (number == 0 || number != m_told)
        return false;
    m_told = 0;
    return true;
}

void TargetPopover::fail(const QString &title, const QString &text, const QMap<QString, QString> &problems)
{
    m_form->setLocked(false); // else it takes no focus
    const QStringList rest = m_form->setProblems(problems);
    QString why = rest.join(u'\n');
    if (why.isEmpty())
        why = problems.isEmpty() ? text : tr("Change what is marked above, and create it again.");
    m_panel->setMessage(MessagePanel::Kind::Bad, title, formats::plain(why.toStdString()));
    m_armed = true; // it was told already
    show(State::Failed);
}

void TargetPopover::act(Verb verb)
{
    switch (verb) {
    case Verb::None:
        return;
    case Verb::Close:
        return hide();
    case Verb::Create:
        return create(false);
    case Verb::CreateAnyway:
        return create(true);
    case Verb::UseExisting:
        return link(false);
    case Verb::AddAsAlias:
        return link(true);
    case Verb::Queue:
        return keep(m_form->account());
    case Verb::KeepLocal:
        return keep({});
    case Verb::TryAgain:
        return look();
    case Verb::Allow:
        m_allowed = true;
        m_restricted.allow(destination());
        show(State::Looking);
        m_question = std::make_unique<QObject>();
        m_desk.allowRestricted(m_form->account(), m_question.get(), [this](const Outcome &allowed) {
            if (allowed)
                look();
            else
                takeLookup(allowed.error());
        });
        return;
    case Verb::Accounts: {
        const QString account = m_form->account();
        hide();
        Q_EMIT accountsWanted(account);
        return;
    }
    case Verb::NewAccount:
        hide();
        Q_EMIT accountsWanted({});
        return;
    case Verb::KeepSeen:
        return finish(m_sent);
    case Verb::Delete:
        m_desk.remove(m_sent.number, nullptr, {});
        return hide();
    }
}

QString TargetPopover::destination() const
{
    return RestrictedRows::tom(m_form->account());
}

} // namespace tocsin::ui
