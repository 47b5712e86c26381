// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/browseraccount.h"

#include "core/tokens/log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>

namespace tocsin::tokens {

using namespace Qt::StringLiterals;
using vault::SecretBytes;

namespace {

constexpr int kLockStepMs = 200;

QString say(const char *text)
{
    return QCoreApplication::translate("tokens", text);
}

} // namespace

BrowserAccount::BrowserAccount(Settings settings) : m_settings(std::move(settings))
{
    // What has ended is not asked for again; whether the person has signed in anew is seen in the vault.
    setPauses({.refused = std::chrono::seconds(5)});
}

Error BrowserAccount::ended() const
{
    return {.kind = ErrorKind::SignInRefused,
            .message = say(QT_TRANSLATE_NOOP("tokens", "The sign-in of the account “%1” at %2 has ended.")).arg(m_settings.name, QUrl(m_settings.issuer).host()),
            .remedy = say(QT_TRANSLATE_NOOP("tokens", "Sign in again with this account (“tocsin accounts renew %1”); others are not touched.")).arg(m_settings.name)};
}

CachedTokens::Fetched BrowserAccount::fetch(std::stop_token ending)
{
    QDir().mkpath(QFileInfo(m_settings.lockFile).path());
    QLockFile lock(m_settings.lockFile);
    lock.setStaleLockTime(0); // only when its program has gone: a refresh may take long
    for (std::chrono::milliseconds waited{0}; !lock.tryLock(kLockStepMs); waited += std::chrono::milliseconds(kLockStepMs)) {
        if (ending.stop_requested())
            return {.token = Error{.kind = ErrorKind::Interrupted, .message = say(QT_TRANSLATE_NOOP("tokens", "Interrupted."))}};
        if (lock.error() == QLockFile::PermissionError || waited >= m_settings.lockLimit)
            return {.token = Error{.kind = ErrorKind::Keychain,
                                   .message = say(QT_TRANSLATE_NOOP("tokens", "The sign-in of “%1” cannot be renewed: its lock %2 is not to be had.")).arg(m_settings.name, m_settings.lockFile),
                                   .remedy = say(QT_TRANSLATE_NOOP("tokens", "Is another Tocsin renewing it, or may the folder not be written?")),
                                   .retriable = true}};
    }
    // The end of the program ends no request that is on its way: a refresh token that is good once may be in the answer.
    return refresh(ending.stop_requested() ? ending : std::stop_token());
}

CachedTokens::Fetched BrowserAccount::refresh(std::stop_token ending)
{
    const Result<SecretBytes> kept = m_settings.secret->read();
    if (!kept) {
        Error error = kept.error();
        error.retriable = true; // the keyring may be unlocked meanwhile
        return {.token = error};
    }
    StoredGrant grant = fromSecret(kept.value());
    if (m_unstored && m_before == kept.value())
        grant = *m_unstored;
    if (m_unstored) {
        // A newer sign-in lies there, or ours can be stored now.
        if (const Outcome stored = m_before == kept.value() ? store(grant) : Outcome(Done{}); !stored)
            return {.token = stored.error()};
        m_unstored.reset();
    }
    if (grant.refreshToken.isEmpty() || (!m_ended.isEmpty() && m_ended == grant.refreshToken))
        return {.token = ended()};
    if (!m_provider) {
        Result<Provider> provider = discover(m_settings.issuer, m_settings.limit, ending);
        if (!provider)
            return {.token = provider.error()};
        m_provider = std::move(provider).value();
    }
    const Client client{.id = m_settings.clientId, .secret = grant.clientSecret, .proof = grant.clientSecret.isEmpty() ? Client::Proof::None : Client::Proof::Form};
    TokenReply reply = requestToken(m_provider->token, client, {{"grant_type", SecretBytes("refresh_token")}, {"refresh_token", grant.refreshToken}}, m_settings.limit, ending);
    if (!reply.granted) {
        if (reply.code == u"invalid_grant") {
            m_ended = grant.refreshToken;
            reply.error = clockTrouble(reply.clockAhead, m_provider->token.host()).isEmpty() ? ended() : reply.error;
        }
        return {.token = reply.error, .retryAfter = reply.retryAfter};
    }
    if (!reply.refreshToken.isEmpty() && !(reply.refreshToken == grant.refreshToken)) {
        grant.refreshToken = reply.refreshToken;
        if (const Outcome stored = store(grant); !stored) {
            m_unstored = grant;
            m_before = kept.value();
            return {.token = stored.error()};
        }
        qCInfo(lcTokens) << "the new refresh token of" << m_settings.name << "is stored";
    }
    return {.token = std::move(reply.token)};
}

Outcome BrowserAccount::store(const StoredGrant &grant)
{
    const Outcome stored = m_settings.secret->write(toSecret(grant));
    if (stored)
        return stored;
    Error error = stored.error();
    error.message = say(QT_TRANSLATE_NOOP("tokens", "“%1” was signed in anew, and that could not be kept: %2")).arg(m_settings.name, error.message);
    error.retriable = true;
    return error;
}

} // namespace tocsin::tokens
