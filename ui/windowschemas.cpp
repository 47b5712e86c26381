// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowschemas.h"

#include "ui/dialogs/schemadialog.h"
#include "ui/models/alerttablemodel.h"
#include "ui/models/schemawords.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/messagepanel.h"

#include <QPushButton>

#include <algorithm>

namespace tocsin::ui {

WindowSchemas::WindowSchemas(services::SchemaDoctor &doctor, archive::Archive &archive, AlertTableModel &model, DetailPane &detail, MessagePanel &banner, Uses uses)
    : QObject(&banner), m_doctor(doctor), m_banner(banner), m_uses(std::move(uses)), m_changes(archive), m_first(banner.addButton(tr("Details")))
{
    m_banner.hide();
    connect(m_first, &QPushButton::clicked, this, &WindowSchemas::handleFirst);
    connect(m_banner.addButton(tr("Put away")), &QPushButton::clicked, this, &WindowSchemas::handlePutAway);
    connect(&doctor, &services::SchemaDoctor::newsChanged, this, &WindowSchemas::present);
    connect(&doctor, &services::SchemaDoctor::waitingChanged, this, &WindowSchemas::present);
    connect(&doctor, &services::SchemaDoctor::redecoded, this, [this](qint64 rows) {
        Q_EMIT said(tr("%n row(s) were read again.", nullptr, static_cast<int>(std::min<qint64>(rows, INT_MAX))), false);
    });
    connect(&m_changes, &services::ChangeWatch::changed, &model, [&model, &detail](const archive::RowChanges &changes) {
        model.readAgain(changes.ranges);
        const auto isShown = [row = detail.row()](const auto &range) { return row >= range.first && row <= range.last; };
        if (std::ranges::any_of(changes.ranges, isShown))
            detail.readAgain();
    });
    present();
}

const services::WaitingSchema *WindowSchemas::waitingShown() const
{
    const auto it = std::ranges::find_if(m_doctor.waiting(), [this](const services::WaitingSchema &one) { return !m_putAway.contains(one.key); });
    return it == m_doctor.waiting().end() ? nullptr : &*it;
}

// One thing at a time, news first: it is quickly looked at.
void WindowSchemas::present()
{
    schemawords::Words words;
    QString verb;
    if (!m_doctor.news().empty()) {
        const services::SchemaChange &change = m_doctor.news().front();
        words = schemawords::notice(change, services::brokenUses(m_uses(), change.was, change.is));
        verb = tr("Details");
    } else if (const services::WaitingSchema *waiting = waitingShown()) {
        words = schemawords::waiting(*waiting, UtcTime::now());
        verb = waiting->key.registry.empty() ? tr("Edit stream…") : tr("Try now");
    } else {
        m_banner.hide();
        return;
    }
    m_first->setText(verb);
    if (m_banner.isHidden() || m_banner.title() != words.title || m_banner.accessibleDescription() != words.text)
        m_banner.setMessage(words.broken ? MessagePanel::Kind::Warn : MessagePanel::Kind::Info, words.title, words.text);
    m_banner.show();
}

void WindowSchemas::handleFirst()
{
    if (!m_doctor.news().empty())
        showDialog();
    else if (const services::WaitingSchema *waiting = waitingShown(); waiting && waiting->key.registry.empty())
        Q_EMIT registryWanted(QString::fromStdString(waiting->stream));
    else
        m_doctor.tryNow();
}

void WindowSchemas::handlePutAway()
{
    if (!m_doctor.news().empty()) {
        const services::SchemaChange change = m_doctor.news().front();
        m_doctor.putAside(change.streamUuid, change.is.survey);
        return;
    }
    if (const services::WaitingSchema *waiting = waitingShown())
        m_putAway.insert(waiting->key);
    present();
}

void WindowSchemas::showDialog()
{
    const services::SchemaChange change = m_doctor.news().front();
    if (m_dialog)
        m_dialog->close();
    m_dialog = new SchemaDialog(change, services::brokenUses(m_uses(), change.was, change.is), m_banner.window());
    connect(m_dialog, &SchemaDialog::putAside, this, [this, change] { m_doctor.putAside(change.streamUuid, change.is.survey); });
    m_dialog->open();
}

} // namespace tocsin::ui
