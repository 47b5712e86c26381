// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rulenames.h"

#include "app/cli/commands.h"
#include "core/rules/actions/action.h"
#include "core/services/engine.h"
#include "core/services/streamstore.h"
#include "core/vault/accountstore.h"

#include <QCoreApplication>

namespace tocsin::app {

using namespace Qt::StringLiterals;

QStringList missingNames(const rules::Rule &rule, const CliContext &context)
{
    vault::AccountStore accounts(context.places.config + u"/accounts.json"_s);
    services::StreamStore streams(services::Engine::streamsFile(context.places, context.profile));
    if (!accounts.load() || !streams.load())
        return {};
    QStringList missing;
    for (const rules::Action &action : rule.actions) {
        const auto named = [&action](const QString &key) { return action.values.stored().value(key).toString(); };
        for (const auto &[key, kind] : {std::pair{u"tom"_s, u"tom"_s}, {u"account"_s, u"token"_s}, {u"signature"_s, u"token"_s}}) {
            const QString name = named(key);
            const vault::Account *found = accounts.find(name);
            if (!name.isEmpty() && (!found || found->kind != kind))
                missing << QCoreApplication::translate("cli", "“%1” names an account “%2” of the kind %3 that is not there: tocsin accounts add %3 %2").arg(rule.name, name, kind);
        }
        if (const QString name = action.kind == u"kafka" ? named(u"stream"_s) : QString(); !name.isEmpty() && !streams.find(name))
            missing << QCoreApplication::translate("cli", "“%1” names a stream “%2” that is not there: tocsin streams add kafka %2").arg(rule.name, name);
    }
    missing.removeDuplicates();
    return missing;
}

} // namespace tocsin::app
