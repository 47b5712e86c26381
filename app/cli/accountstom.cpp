// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/accountstom.h"

#include "app/cli/commandline.h"
#include "core/tokens/work.h"
#include "core/options/optiontable.h"
#include "core/tom/tomprobe.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <optional>

namespace tocsin::app {

using namespace Qt::StringLiterals;
using tom::Told;
using tom::TomFacts;
using tom::Trouble;

namespace {

template <typename T>
Told<T> askTom(std::function<Told<T>(const std::stop_token &stop)> question)
{
    QEventLoop loop;
    std::optional<Told<T>> got;
    tokens::startWork<Told<T>>(&loop, std::move(question), [&](Told<T> told) {
        got = std::move(told);
        loop.quit();
    });
    loop.exec(QEventLoop::ExcludeUserInputEvents);
    return got ? std::move(*got) : Told<T>(Trouble{.kind = Trouble::Kind::Interrupted, .error = web::interrupted()});
}

QUrl urlOf(const vault::Account &account)
{
    return QUrl(account.text(u"url"_s).trimmed());
}

// Of the groups that are to see its targets those that it is not in: each target would be refused.
QString wrongGroups(const vault::Account &account, const TomFacts &facts)
{
    QStringList wrong = options::listEntries(account.text(u"groups"_s));
    wrong.removeIf([&](const QString &group) { return facts.groups.contains(group); });
    return wrong.isEmpty() ? QString() : QCoreApplication::translate("cli", "It is not in its groups %1, so no target can be given to them.").arg(wrong.join(u", "_s));
}

// Probe and facts.
Told<TomFacts> factsOf(const vault::Account &account, const vault::SecretBytes &secret)
{
    return askTom<TomFacts>([url = urlOf(account), user = account.text(u"user"_s), secret](const std::stop_token &stop) -> Told<TomFacts> {
        const Told<tom::Probed> probed = tom::probe(url, user, secret, stop);
        if (const Trouble *trouble = troubleOf(probed))
            return *trouble;
        const auto &found = std::get<tom::Probed>(probed);
        Told<TomFacts> facts = tom::TomClient({.url = url, .signIn = found.signIn, .user = user, .secret = secret}, stop).facts();
        if (!troubleOf(facts))
            std::get<TomFacts>(facts).notice = found.notice;
        return facts;
    });
}

} // namespace

Result<vault::SecretBytes> tomSecretFor(const vault::Account &account, const vault::SecretBytes &password)
{
    const QUrl url = urlOf(account);
    const QString user = account.text(u"user"_s);
    if (user.isEmpty())
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("cli", "A password belongs to a user: write user=NAME."),
                     .remedy = QCoreApplication::translate("cli", "Without --password the secret is taken for a token.")};
    const Told<vault::SecretBytes> secret = askTom<vault::SecretBytes>([=](const std::stop_token &stop) -> Told<vault::SecretBytes> {
        Told<vault::SecretBytes> token = tom::tokenFor(url, user, password, stop);
        if (!troubleOf(token)) {
            const Told<tom::Probed> honoured = tom::probe(url, {}, std::get<vault::SecretBytes>(token), stop);
            if (!troubleOf(honoured))
                return token;
        } else if (std::get<Trouble>(token).waits()) {
            return token;
        }
        // Tokens are ignored, or refused by a rule of the site.
        const Told<tom::Probed> probed = tom::probe(url, user, password, stop);
        if (const Trouble *trouble = troubleOf(probed))
            return troubleOf(token) ? std::get<Trouble>(token) : *trouble;
        return password;
    });
    if (const Trouble *trouble = troubleOf(secret))
        return trouble->error;
    sayLine(std::get<vault::SecretBytes>(secret) == password ? QCoreApplication::translate("cli", "This TOM takes no token, so the password is kept.")
                                                            : QCoreApplication::translate("cli", "A token was fetched and is kept; the password is not."));
    return std::get<vault::SecretBytes>(secret);
}

int testTom(const vault::Account &account, const vault::SecretBytes &secret)
{
    const Told<TomFacts> told = factsOf(account, secret);
    if (const Trouble *trouble = troubleOf(told))
        return complain(trouble->error);
    const auto &facts = std::get<TomFacts>(told);
    putLine(facts.signIn == TomFacts::SignIn::Token ? QCoreApplication::translate("cli", "%1: %2 honours the token.").arg(account.name, account.host())
                                                    : QCoreApplication::translate("cli", "%1: %2 takes user name and password.").arg(account.name, account.host()));
    if (!facts.notice.isEmpty())
        putLine(facts.notice);
    putLine(facts.groups.isEmpty() ? QCoreApplication::translate("cli", "It is in no group: nobody but you would see its targets.")
                                   : QCoreApplication::translate("cli", "Its groups: %1").arg(facts.groups.join(u", "_s)));
    if (const QString wrong = wrongGroups(account, facts); !wrong.isEmpty())
        putLine(wrong);
    for (const TomFacts::Extra &extra : facts.extras) {
        QString line = extra.required ? QCoreApplication::translate("cli", "Targets there also have “%1” (required)").arg(extra.key) : QCoreApplication::translate("cli", "Targets there also have “%1”").arg(extra.key);
        QStringList choices;
        for (qsizetype i = 0; i < extra.choices.size(); ++i)
            choices << (extra.choices[i] == extra.choiceNames[i] ? extra.choices[i] : u"%1 (%2)"_s.arg(extra.choices[i], extra.choiceNames[i]));
        if (!choices.isEmpty())
            line += u": "_s + choices.join(u", "_s);
        putLine(line);
    }
    putLine(facts.takesPhotometry ? QCoreApplication::translate("cli", "It takes light curves.") : QCoreApplication::translate("cli", "It takes no light curves."));
    return 0;
}

void sayWhatTomSays(const vault::Account &account, const vault::SecretBytes &secret)
{
    const Told<TomFacts> told = factsOf(account, secret);
    if (const Trouble *trouble = troubleOf(told)) {
        sayLine(trouble->error.message);
        if (!trouble->error.remedy.isEmpty())
            sayLine(trouble->error.remedy);
        return;
    }
    const auto &facts = std::get<TomFacts>(told);
    if (!facts.notice.isEmpty())
        sayLine(facts.notice);
    if (const QString wrong = wrongGroups(account, facts); !wrong.isEmpty())
        sayLine(wrong);
}

} // namespace tocsin::app
