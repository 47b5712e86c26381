// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/tomsecret.h"

#include "core/tokens/work.h"
#include "core/tom/tomprobe.h"

#include <QUrl>

#include <stop_token>
#include <utility>
#include <variant>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using vault::SecretBytes;

namespace {

Result<SecretBytes> secretFor(const QUrl &url, const QString &user, const SecretBytes &password, const std::stop_token &ending)
{
    const tom::Told<SecretBytes> token = tom::tokenFor(url, user, password, ending);
    if (!tom::troubleOf(token)) {
        const tom::Told<tom::Probed> taken = tom::probe(url, user, std::get<SecretBytes>(token), ending);
        if (!tom::troubleOf(taken) && std::get<tom::Probed>(taken).signIn == tom::TomFacts::SignIn::Token)
            return std::get<SecretBytes>(token);
    }
    // Also sites that ignore tokens give them.
    const tom::Told<tom::Probed> taken = tom::probe(url, user, password, ending);
    if (const tom::Trouble *trouble = tom::troubleOf(taken))
        return tom::troubleOf(token) ? tom::troubleOf(token)->error : trouble->error;
    return password;
}

} // namespace

void askForTomSecret(QObject *context, const vault::Account &account, const SecretBytes &password, std::function<void(Result<SecretBytes>)> done)
{
    tokens::startWork<Result<SecretBytes>>(
        context, [url = QUrl(account.text(u"url"_s)), user = account.user(), password](const std::stop_token &ending) { return secretFor(url, user, password, ending); },
        std::move(done));
}

} // namespace tocsin::ui
