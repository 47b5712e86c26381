// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/accountssignin.h"

#include "app/cli/climbing.h"
#include "core/services/engine.h"
#include "core/services/signin.h"
#include "core/tokens/deviceflow.h"
#include "core/tokens/signinflow.h"
#include "core/tokens/storedgrant.h"
#include "core/tokens/work.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QProcess>
#include <QSocketNotifier>

#include <unistd.h>

#include <algorithm>

namespace tocsin::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tokens::SignedIn;
using vault::Account;
using vault::SecretBytes;

namespace {

constexpr std::chrono::milliseconds kTokenLimit{45'000};
constexpr std::chrono::milliseconds kRevokeLimit{10'000};
constexpr qsizetype kLongestLine = 8'192;

tokens::SignInWish wishOf(const Account &account, const SecretBytes &clientSecret)
{
    return {.issuer = account.text(u"issuer"_s),
            .clientId = account.text(u"client_id"_s),
            .clientSecret = clientSecret,
            .scope = account.text(u"scope"_s),
            .loginHint = account.text(u"user"_s)};
}

void sayScopes(const QStringList &scopes, const QString &issuer)
{
    sayLine(QCoreApplication::translate("cli", "Tocsin asks %1 for: %2").arg(QUrl(issuer).host(), scopes.join(u", "_s)));
}

// Whoever waits for it hears of its end first.
template <typename Flow>
Result<SignedIn> run(Flow &flow)
{
    QEventLoop loop;
    std::optional<Result<SignedIn>> ended;
    QObject::connect(&flow, &Flow::finished, &loop, [&](const Result<SignedIn> &result) {
        ended = result;
        loop.quit();
    });
    flow.begin();
    loop.exec(QEventLoop::ExcludeUserInputEvents);
    return ended ? std::move(*ended) : Result<SignedIn>(Error{.kind = ErrorKind::Interrupted, .message = QCoreApplication::translate("cli", "Interrupted.")});
}

Result<SignedIn> byDevice(const tokens::SignInWish &wish)
{
    tokens::DeviceFlow flow(wish);
    QObject::connect(&flow, &tokens::DeviceFlow::shows, &flow, [&](const QStringList &scopes, const tokens::DeviceCode &code) {
        sayScopes(scopes, wish.issuer);
        sayLine(QCoreApplication::translate("cli", "Open %1 in a browser on any machine and enter the code %2 (only if you began this sign-in yourself).").arg(code.address.toString(), code.userCode));
        if (!code.completeAddress.isEmpty())
            sayLine(QCoreApplication::translate("cli", "With the code in it: %1").arg(code.completeAddress.toString(QUrl::FullyEncoded)));
    });
    return run(flow);
}

Result<SignedIn> byBrowser(const tokens::SignInWish &wish, bool pastes)
{
    const auto open = [pastes](const QUrl &link) { return pastes || QProcess::startDetached(u"xdg-open"_s, {link.toString(QUrl::FullyEncoded)}); };
    tokens::SignInFlow flow(wish, open);
    QObject::connect(&flow, &tokens::SignInFlow::asks, &flow, [&](const QStringList &scopes, const QUrl &link) {
        sayScopes(scopes, wish.issuer);
        sayLine(QCoreApplication::translate("cli", "Sign in there: %1").arg(link.toString(QUrl::FullyEncoded)));
        if (pastes)
            sayLine(QCoreApplication::translate("cli", "The browser ends at a page that it may not be able to show. Paste the address of that page here:"));
    });
    QObject::connect(&flow, &tokens::SignInFlow::browserMissing, &flow, [] {
        sayLine(QCoreApplication::translate("cli", "No browser could be opened. Open the link by hand, on this machine; elsewhere use --paste or --device."));
    });
    QSocketNotifier pasted(STDIN_FILENO, QSocketNotifier::Read);
    pasted.setEnabled(pastes);
    QByteArray line;
    QObject::connect(&pasted, &QSocketNotifier::activated, &flow, [&] {
        char bytes[1024];
        const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0 || line.size() > kLongestLine)
            return pasted.setEnabled(false);
        line.append(bytes, count);
        for (qsizetype end = line.indexOf('\n'); end >= 0; end = line.indexOf('\n')) {
            const QString address = QString::fromUtf8(line.left(end)).trimmed();
            line.remove(0, end + 1);
            if (const Outcome taken = flow.paste(address); !taken && !address.isEmpty())
                complain(taken.error());
        }
    });
    return run(flow);
}

// A stream that uses the account says how its server is reached; else the account's own host is asked as Kafka's streams do it.
std::optional<streams::StreamConfig> streamWith(const CliContext &context, const Account &account)
{
    services::StreamStore store(services::Engine::streamsFile(context.places, context.profile));
    if (store.load()) {
        const auto it = std::ranges::find(store.streams(), account.name, &services::namedAccount);
        if (it != store.streams().end())
            return *it;
    }
    if (account.host().isEmpty())
        return std::nullopt;
    streams::StreamConfig config;
    config.type = u"kafka"_s;
    config.name = account.name;
    config.values.set(u"servers"_s, QStringList{account.host()});
    config.values.set(u"topics"_s, QStringList{u"*"_s});
    return config;
}

std::optional<int> climbWith(const CliContext &context, const Account &account, const SecretBytes &secret)
{
    if (account.kind != u"scram")
        return std::nullopt;
    std::optional<streams::StreamConfig> found = streamWith(context, account);
    const streams::StreamType *type = found ? streams::findStreamType(found->type) : nullptr;
    if (!type || !type->ladder)
        return std::nullopt;
    streams::StreamConfig &config = *found;
    services::applyAccount(config, account);
    services::applySecret(config, secret);
    std::vector<ladder::Step> steps = type->ladder(config);
    const QString last = QCoreApplication::translate("ladder", "Sign-in");
    const auto end = std::ranges::find(steps, last, &ladder::Step::what);
    if (end != steps.end())
        steps.erase(end + 1, steps.end());
    return climbHere(std::move(steps), 0);
}

} // namespace

Result<SecretBytes> signInHere(const CliContext &context, Account &account, const SecretBytes &clientSecret)
{
    const tokens::SignInWish wish = wishOf(account, clientSecret);
    Result<SignedIn> ended = context.arguments.has(u"device"_s) ? byDevice(wish) : byBrowser(wish, context.arguments.has(u"paste"_s));
    if (!ended)
        return ended.error();
    const SignedIn &signedIn = ended.value();
    if (!signedIn.person.isEmpty())
        sayLine(QCoreApplication::translate("cli", "Signed in as %1.").arg(signedIn.person));
    if (!signedIn.missingScopes.isEmpty())
        sayLine(QCoreApplication::translate("cli", "Not given, though asked for: %1. Streams that need it will be refused.").arg(signedIn.missingScopes.join(u", "_s)));
    if (account.text(u"user"_s).isEmpty() && !signedIn.person.isEmpty())
        account.values.set(u"user"_s, signedIn.person);
    return tokens::toSecret({.refreshToken = signedIn.refreshToken, .clientSecret = clientSecret});
}

void takeBack(const Account &account, const SecretBytes &secret)
{
    const tokens::StoredGrant grant = tokens::fromSecret(secret);
    if (grant.refreshToken.isEmpty())
        return;
    QEventLoop loop;
    Outcome taken = Done{};
    tokens::startWork<Outcome>(&loop, [wish = wishOf(account, grant.clientSecret), token = grant.refreshToken](const std::stop_token &ending) {
        return tokens::revoke(wish, token, kRevokeLimit, ending);
    }, [&](const Outcome &outcome) {
        taken = outcome;
        loop.quit();
    });
    loop.exec(QEventLoop::ExcludeUserInputEvents);
    if (!taken)
        sayLine(QCoreApplication::translate("cli", "The sign-in could not be taken back at its provider (%1) It is deleted here; take it back on the provider's pages.").arg(taken.error().message));
}

std::optional<int> testAtServer(const CliContext &context, CommandVault &vault, const Account &account, const SecretBytes &secret)
{
    if (!services::givesTokens(account))
        return climbWith(context, account, secret);
    const Result<tokens::TokenSourcePtr> source = vault.tokens(account, {});
    if (!source)
        return complain(source.error());
    QEventLoop loop;
    std::optional<Result<tokens::Token>> got;
    tokens::startWork<Result<tokens::Token>>(&loop, [source = source.value()](const std::stop_token &ending) { return source->token(kTokenLimit, ending); },
                                            [&](const Result<tokens::Token> &token) {
                                                got = token;
                                                loop.quit();
                                            });
    loop.exec(QEventLoop::ExcludeUserInputEvents);
    if (!got || !*got)
        return got ? complain(got->error()) : exitCode(ErrorKind::Interrupted);
    const tokens::Token &token = got->value();
    const QString end = QString::fromStdString(token.expires.iso()).left(19);
    putLine(token.expires.isValid()
                ? QCoreApplication::translate("cli", "%1: a token was fetched; it is for %2, allows “%3” and ends %4Z.").arg(account.name, token.principal, token.scope, end)
                : QCoreApplication::translate("cli", "%1: a token was fetched; it is for %2 and allows “%3”.").arg(account.name, token.principal, token.scope));
    return 0;
}

} // namespace tocsin::app
