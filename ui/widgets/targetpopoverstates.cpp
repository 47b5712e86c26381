// SPDX-License-Identifier: GPL-3.0-or-later
// What the popover says and offers in each of its states.
#include "ui/models/targetwords.h"
#include "ui/widgets/duplicateview.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/targetform.h"
#include "ui/widgets/targetpopover.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

void TargetPopover::offer(Verb left, const QString &leftText, Verb second, const QString &secondText, Verb primary, const QString &primaryText)
{
    m_leftVerb = left;
    m_secondVerb = second;
    m_primaryVerb = primary;
    m_leftButton->setText(leftText);
    m_leftButton->setVisible(left != Verb::None);
    m_secondButton->setText(secondText);
    m_secondButton->setVisible(second != Verb::None);
    m_primary->setText(primaryText);
    m_primary->setEnabled(primary != Verb::None);
}

void TargetPopover::show(State state)
{
    // Who pressed a button of the state before has not chosen one of this.
    if (m_state != state && m_foot->isAncestorOf(QApplication::focusWidget()))
        setFocus(Qt::OtherFocusReason);
    m_state = state;
    const bool duplicate = state == State::Duplicate;
    const bool sending = state == State::Sending;
    m_form->setBrief(duplicate);
    m_form->setLocked(sending || state == State::Reading || state == State::Refused || state == State::Strangers);
    m_duplicates->setVisible(duplicate);
    m_notice->setText(m_facts.notice);
    m_notice->setVisible(!m_facts.notice.isEmpty() && !duplicate);
    const bool offers = m_facts.takesPhotometry && !m_draft.photometry.empty() && (state == State::New || state == State::Failed);
    m_points->setText(targetwords::photometry(m_draft));
    m_photometry->setAccessibleName(m_photometry->text() + u' ' + m_points->text());
    m_photometryRow->setVisible(offers);
    m_second.stop();
    m_next->hide();
    m_panel->show();
    const QString host = m_form->host();
    const QString cancel = tr("Cancel");
    switch (state) {
    case State::Closed:
        return;
    case State::Reading:
        m_panel->setMessage(MessagePanel::Kind::Info, tr("Reading the alert"), {});
        offer(Verb::None, {}, Verb::Close, cancel, Verb::None, tr("Create target"));
        break;
    case State::Looking:
        m_panel->setMessage(MessagePanel::Kind::Info, tr("Looking for duplicates"), tr("%1 is asked for this place and these names.").arg(host));
        offer(Verb::None, {}, Verb::Close, cancel, Verb::None, tr("Create target"));
        break;
    case State::New:
        if (m_draft.doubt.isEmpty())
            m_panel->setMessage(MessagePanel::Kind::Good, tr("No duplicate"), targetwords::looked(m_lookup));
        else
            m_panel->setMessage(MessagePanel::Kind::Warn, m_armed ? tr("Press once more to create it all the same") : tr("No duplicate, but look at the position"),
                                targetwords::withStop(m_draft.doubt) + u' ' + targetwords::looked(m_lookup));
        offer(Verb::None, {}, Verb::Close, cancel, Verb::Create, m_armed ? tr("Create all the same") : tr("Create target"));
        break;
    case State::Duplicate:
        offer(Verb::CreateAnyway, m_armed ? tr("Create all the same") : tr("Create anyway"), Verb::AddAsAlias, tr("Add as alias"), Verb::UseExisting, tr("Use existing"));
        if (m_armed)
            m_panel->setMessage(MessagePanel::Kind::Warn, tr("Press once more to create it all the same"), m_draft.doubt);
        break;
    case State::Down:
        offer(Verb::TryAgain, tr("Try now"), Verb::Close, cancel, Verb::Queue, tr("Put in outbox"));
        m_second.start();
        m_next->show();
        sayNext();
        break;
    case State::Trouble:
        offer(Verb::Accounts, tr("Accounts"), Verb::Close, cancel, Verb::TryAgain, tr("Try again"));
        break;
    case State::Local:
        if (m_desk.toms().empty())
            m_panel->setMessage(MessagePanel::Kind::Info, tr("No TOM is set up"), tr("The target goes to the local list. From there it can be written as CSV for a TOM, or be sent to one later."));
        else
            m_panel->setMessage(MessagePanel::Kind::Info, tr("For the local list"), tr("From there it can be written as CSV for a TOM, or be sent to one later."));
        offer(m_desk.toms().empty() ? Verb::NewAccount : Verb::None, tr("Add TOM"), Verb::Close, cancel, Verb::KeepLocal, tr("Keep in local list"));
        break;
    case State::Restricted:
        m_panel->setMessage(MessagePanel::Kind::Warn, tr("The alert is restricted"),
                            tr("%1, and whoever has rights there, would learn of it already when duplicates are looked for. You are asked once for this TOM.").arg(host));
        offer(Verb::Allow, tr("Send it there"), Verb::Close, cancel, Verb::KeepLocal, tr("Keep in local list"));
        break;
    case State::Refused:
        offer(Verb::None, {}, Verb::None, {}, Verb::Close, tr("Close"));
        break;
    case State::Sending:
        m_panel->setMessage(MessagePanel::Kind::Info, tr("On its way"), tr("It is written down: it arrives also when this is closed."));
        offer(Verb::None, {}, Verb::Close, tr("Close"), Verb::None, tr("Create target"));
        break;
    case State::Failed:
        offer(Verb::None, {}, Verb::Close, cancel, Verb::Create, tr("Create target"));
        break;
    case State::Strangers:
        m_panel->setMessage(MessagePanel::Kind::Warn, tr("Strangers can see this target"),
                            tr("%1 shows %2 to whoever asks, without signing in. Keep it if that is meant.").arg(host, targetwords::state(m_sent)));
        offer(Verb::Delete, tr("Remove it from the TOM"), Verb::None, {}, Verb::KeepSeen, tr("Keep it"));
        break;
    }
    setVisible(true);
    if (QWidget *focus = QApplication::focusWidget(); !focus || !isAncestorOf(focus) || !focus->isVisible() || !focus->isEnabled())
        setFocus(Qt::OtherFocusReason); // Enter still is the primary verb
    place();
}

void TargetPopover::sayNext()
{
    m_next->setText(tr("Looks again in %1 s. Outbox holds %2.").arg(m_secondsLeft).arg(m_desk.waiting()));
}

} // namespace tocsin::ui
