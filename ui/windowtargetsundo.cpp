// SPDX-License-Identifier: GPL-3.0-or-later
// What is taken back of targets, by whom and why, and how it is told.
#include "ui/models/targetwords.h"
#include "ui/restrictedrows.h"
#include "ui/theme/formats.h"
#include "ui/undostack.h"
#include "ui/widgets/targetbar.h"
#include "ui/windowtargets.h"

#include <algorithm>

namespace tocsin::ui {

using tom::State;
using tom::TargetRecord;

namespace {

QString nameOf(const TargetRecord &record)
{
    return formats::plain(record.draft.name.toStdString());
}

} // namespace

void WindowTargets::remove(const std::vector<int64_t> &numbers)
{
    for (const int64_t number : numbers) {
        m_bar->forget(number);
        const auto it = std::ranges::find(m_records, number, &TargetRecord::number);
        if (it != m_records.end())
            noteRemoved(*it);
        takeAway(number);
    }
}

void WindowTargets::takeAway(int64_t number)
{
    m_bar->forget(number);
    m_parts.desk.remove(number, this, [this](const Result<TargetRecord> &record) {
        if (record)
            tellRemoval(record.value());
        else
            Q_EMIT said(record.error().message + u' ' + record.error().remedy);
    });
}

// Each state has its sentence: gone, on its way to be, kept by the TOM.
void WindowTargets::tellRemoval(const TargetRecord &record)
{
    const QString host = hostOf(record.account);
    if (record.isKept())
        m_bar->tellKept(record, host);
    else if (record.state == State::Queued && record.why.isEmpty())
        Q_EMIT said(tr("%1 is being removed from %2.").arg(nameOf(record), host));
    else if (record.state == State::Queued)
        Q_EMIT said(tr("%1 is removed from %2 as soon as it answers. Until then it waits in the outbox.").arg(nameOf(record), host));
    else if (record.state == State::Removed && record.isRemoval())
        Q_EMIT said(record.why.isEmpty() ? tr("%1 was removed from %2.").arg(nameOf(record), host) : formats::plain(record.why.toStdString()));
    else if (record.state == State::Removed)
        Q_EMIT said(tr("%1 was taken back.").arg(nameOf(record)));
}

void WindowTargets::noteMade(const std::vector<TargetRecord> &records)
{
    if (!m_undo || records.empty())
        return;
    std::vector<int64_t> numbers;
    for (const TargetRecord &record : records)
        numbers.push_back(record.number);
    const bool linked = records.front().state == State::Exists;
    m_undo->push(records.size() > 1 ? tr("Created %n target(s).", nullptr, static_cast<int>(records.size()))
                     : linked       ? tr("Linked %1 to the target that was there.").arg(nameOf(records.front()))
                                    : tr("Created the target %1.").arg(nameOf(records.front())),
                 [this, numbers] {
                     for (const int64_t number : numbers)
                         takeAway(number);
                 });
}

void WindowTargets::noteRemoved(const TargetRecord &before)
{
    if (m_undo)
        m_undo->push(tr("Removed the target %1.").arg(nameOf(before)), [this, before] { restore(before); });
}

void WindowTargets::restore(const TargetRecord &before)
{
    m_parts.desk.restore(before, this, [this](const Result<TargetRecord> &record) {
        if (!record)
            Q_EMIT said(record.error().message + u' ' + record.error().remedy);
        else if (record.value().state == State::Queued)
            Q_EMIT said(tr("%1 goes to %2 again.").arg(nameOf(record.value()), hostOf(record.value().account)));
        else
            Q_EMIT said(tr("%1 is kept: %2.").arg(nameOf(record.value()), targetwords::state(record.value())));
    });
}

void WindowTargets::askRetracted()
{
    m_parts.desk.retracted(this, [this](const Result<std::vector<tom::Retracted>> &found) {
        for (const tom::Retracted &each : found ? found.value() : std::vector<tom::Retracted>()) {
            for (const int64_t number : each.numbers)
                m_parts.desk.noteOffered(number);
            m_bar->tellRetracted(formats::plain(each.name.toStdString()), each.numbers);
        }
    });
}

void WindowTargets::followAccount(const QString &account, const QString &newName)
{
    if (newName.isEmpty())
        m_parts.desk.leaveAccount(account);
    else
        m_parts.desk.renameAccount(account, newName);
    m_parts.restricted.rename(RestrictedRows::tom(account), newName.isEmpty() ? QString() : RestrictedRows::tom(newName));
    if (lastTom() == account)
        chooseTom(newName);
}

} // namespace tocsin::ui
