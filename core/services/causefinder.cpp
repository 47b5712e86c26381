// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/causefinder.h"

namespace tocsin::services {

using streams::State;
using streams::StreamStatus;

namespace {

bool isTrouble(const StreamStatus &status)
{
    return status.state == State::Stale
        && (status.errorKind == ErrorKind::NameNotResolved || status.errorKind == ErrorKind::NoConnection || status.errorKind == ErrorKind::TlsRefused);
}

} // namespace

CauseFinder::CauseFinder(QObject *parent) : QObject(parent)
{
}

void CauseFinder::note(const streams::StreamConfig &config, const StreamStatus &status)
{
    if (!isTrouble(status)) {
        if (status.state != State::Connecting) // between two tries it is the same trouble
            forget(config.uuid);
        return;
    }
    const auto known = m_looks.find(config.uuid);
    if (known != m_looks.end() && known->second.told == status.errorKind)
        return;
    const streams::StreamType *type = streams::findStreamType(config.type);
    if (!type || !type->ladder)
        return;
    std::vector<ladder::Step> steps = type->ladder(config);
    std::erase_if(steps, [](const ladder::Step &step) { return step.signsIn; });
    Look &look = m_looks[config.uuid];
    look = {.told = status.errorKind, .ladder = std::make_unique<ladder::Ladder>(), .cause = {}};
    connect(look.ladder.get(), &ladder::Ladder::finished, this, [this, uuid = config.uuid] {
        Look &mine = m_looks.at(uuid);
        if (const ladder::Rung *failure = mine.ladder->failure())
            mine.cause = failure->problem;
        Q_EMIT looked(uuid);
    });
    look.ladder->climb(std::move(steps));
}

StreamStatus CauseFinder::refined(const QString &uuid, StreamStatus status) const
{
    const auto look = m_looks.find(uuid);
    if (look == m_looks.end() || !look->second.cause || !isTrouble(status) || look->second.told != status.errorKind)
        return status;
    const Error &cause = *look->second.cause;
    status.cause = cause.message;
    status.remedy = QStringList{cause.remedy, tr("Tocsin keeps trying.")}.join(u' ').trimmed();
    if (cause.kind != ErrorKind::TimeLimit) // silence is what the client knew, too
        status.errorKind = cause.kind;
    return status;
}

bool CauseFinder::isLooking(const QString &uuid) const
{
    const auto look = m_looks.find(uuid);
    return look != m_looks.end() && look->second.ladder->isClimbing();
}

std::optional<Error> CauseFinder::cause(const QString &uuid) const
{
    const auto look = m_looks.find(uuid);
    return look == m_looks.end() ? std::nullopt : look->second.cause;
}

void CauseFinder::forget(const QString &uuid)
{
    m_looks.erase(uuid);
}

} // namespace tocsin::services
