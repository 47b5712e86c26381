// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/ruletargets.h"

#include <QCoreApplication>

namespace tocsin::services {

using namespace Qt::StringLiterals;

std::function<rules::ActionResult(const rules::ActionWork &, std::stop_token)> targetMaker(tom::Targets &targets)
{
    return [&targets](const rules::ActionWork &work, const std::stop_token &) -> rules::ActionResult {
        const QString account = work.action.value(u"tom"_s).toString();
        const Result<tom::TargetRecord> made = targets.createOfRow(work.run.row, account, work.action.value(u"groups"_s).toStringList());
        if (!made)
            return {.worked = false, .result = made.error().message, .output = made.error().remedy};
        const QString name = made.value().draft.name;
        return {.worked = true,
                .result = account.isEmpty() ? QCoreApplication::translate("services", "“%1” is in the local list.").arg(name)
                                            : QCoreApplication::translate("services", "“%1” is in the outbox for %2.").arg(name, account)};
    };
}

} // namespace tocsin::services
