// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "core/tokens/scitokensearch.h"

#include <QCoreApplication>

namespace tocsin::app {

using namespace Qt::StringLiterals;

int listSciTokens(const CliContext &context)
{
    const tokens::SciTokenWish wish{.audience = context.arguments.value(u"audience"_s), .scope = context.arguments.value(u"scope"_s)};
    const tokens::SciTokenSearch search = tokens::findSciToken(wish, QProcessEnvironment::systemEnvironment(), UtcTime::now());
    const auto field = [](const QString &text) { return text.isEmpty() ? u"-"_s : text; };
    for (const tokens::SciTokenPlace &place : search.places) {
        const tokens::Claims &claims = place.claims;
        putLine(QStringList{place.name, place.why, field(claims.issuer), field(claims.subject), field(claims.scope), field(claims.audience.join(u' ')),
                            field(QString::fromStdString(claims.expires.iso()))}
                    .join(u'\t'));
    }
    if (!search.taken())
        return complain(search.problem(wish));
    for (const QString &lack : search.lacks)
        sayLine(QCoreApplication::translate("cli", "Of the one that is taken: %1.").arg(lack));
    return 0;
}

} // namespace tocsin::app
