// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tomtargetdesk.h"

#include "core/tokens/work.h"
#include "core/tom/targetcsv.h"

#include <utility>

namespace tocsin::ui {

TomTargetDesk::TomTargetDesk(tom::Targets &targets, Alerts alerts, QObject *parent) : TargetDesk(parent), m_targets(targets), m_alerts(alerts)
{
    connect(&targets, &tom::Targets::changed, this, &TargetDesk::changed);
    connect(&targets, &tom::Targets::settled, this, &TargetDesk::settled);
    connect(&targets, &tom::Targets::strangersCanSee, this, &TargetDesk::strangersCanSee);
}

std::vector<TargetDesk::Tom> TomTargetDesk::toms()
{
    std::vector<Tom> all;
    if (m_alerts == Alerts::Invented)
        return all;
    for (const QString &account : m_targets.toms())
        all.push_back({account, m_targets.host(account)});
    return all;
}

void TomTargetDesk::allowRestricted(const QString &account, QObject *context, std::function<void(Outcome)> done)
{
    m_targets.allowRestricted(account, context, std::move(done));
}

void TomTargetDesk::draft(int64_t row, QObject *context, Done<tom::Draft> done)
{
    m_targets.draft(row, context, std::move(done));
}

void TomTargetDesk::facts(const QString &account, QObject *context, Done<tom::TomFacts> done)
{
    m_targets.facts(account, context, std::move(done));
}

void TomTargetDesk::lookUp(const QString &account, const tom::Draft &draft, QObject *context, Done<tom::Lookup> done)
{
    m_targets.lookUp(account, draft, context, std::move(done));
}

void TomTargetDesk::create(const QString &account, const tom::Draft &draft, bool anyway, std::chrono::milliseconds delay, QObject *context, Done<tom::TargetRecord> done)
{
    m_targets.create(account, draft, anyway, delay, context, std::move(done));
}

void TomTargetDesk::useExisting(const QString &account, const tom::Draft &draft, const tom::Target &existing, QObject *context, Done<tom::TargetRecord> done)
{
    m_targets.useExisting(account, draft, existing, context, std::move(done));
}

void TomTargetDesk::addAsAlias(const QString &account, const tom::Draft &draft, const tom::Target &existing, QObject *context, Done<tom::TargetRecord> done)
{
    m_targets.addAsAlias(account, draft, existing, context, std::move(done));
}

void TomTargetDesk::remove(int64_t number, QObject *context, Done<tom::TargetRecord> done)
{
    m_targets.remove(number, context, std::move(done));
}

void TomTargetDesk::restore(const tom::TargetRecord &before, QObject *context, Done<tom::TargetRecord> done)
{
    m_targets.restore(before, context, std::move(done));
}

void TomTargetDesk::retry(int64_t number)
{
    m_targets.retry(number);
}

void TomTargetDesk::send(int64_t number, const QString &account, QObject *context, Done<tom::TargetRecord> done)
{
    m_targets.send(number, account, context, std::move(done));
}

void TomTargetDesk::list(QObject *context, Done<Records> done)
{
    m_targets.list(context, std::move(done));
}

int TomTargetDesk::waiting() const
{
    return m_targets.waiting();
}

void TomTargetDesk::noteOffered(int64_t number)
{
    m_targets.noteOffered(number);
}

void TomTargetDesk::retracted(QObject *context, Done<std::vector<tom::Retracted>> done)
{
    m_targets.retracted(context, std::move(done));
}

void TomTargetDesk::renameAccount(const QString &account, const QString &newName)
{
    m_targets.renameAccount(account, newName);
}

void TomTargetDesk::leaveAccount(const QString &account)
{
    m_targets.leaveAccount(account);
}

void TomTargetDesk::exportTo(const QString &file, const Records &records, QObject *context, Done<int> done)
{
    if (m_alerts == Alerts::Invented)
        return done(Error{.kind = ErrorKind::BadArgument,
                          .message = tr("The targets of the demo are invented; none was exported."),
                          .remedy = tr("Leave the demo (menu Streams): the targets of real alerts are exported here.")});
    tokens::startWork<Result<int>>(
        context, [file, records](const std::stop_token &) { return tom::writeTargetCsv(file, records); },
        [done = std::move(done)](const Result<int> &lines) { done(lines); });
}

} // namespace tocsin::ui
