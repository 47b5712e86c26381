// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/signinflow.h"

#include "core/tokens/log.h"
#include "core/tokens/work.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRandomGenerator>

#include <sodium.h>

namespace tocsin::tokens {

using namespace Qt::StringLiterals;
using vault::SecretBytes;
using Verdict = RedirectListener::Verdict;

namespace {

constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QString say(const char *text)
{
    return QCoreApplication::translate("tokens", text);
}

// From the system's source, in letters that stand in addresses.
QByteArray randomText(qsizetype bytes)
{
    QByteArray random(bytes, Qt::Uninitialized);
    QRandomGenerator::system()->generate(random.begin(), random.end());
    QByteArray text = random.toBase64(kBase64);
    vault::wipe(random);
    return text;
}

// In a time that says nothing of where they differ.
bool isSame(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && sodium_memcmp(a.constData(), b.constData(), static_cast<size_t>(a.size())) == 0;
}

} // namespace

SignInFlow::SignInFlow(SignInWish wish, OpenLink openLink, Limits limits, QObject *parent)
    : QObject(parent), m_wish(std::move(wish)), m_openLink(std::move(openLink)), m_limits(limits)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        finish(Error{.kind = ErrorKind::TimeLimit,
                     .message = say(QT_TRANSLATE_NOOP("tokens", "No answer came from the browser within %1 min.")).arg(std::chrono::ceil<std::chrono::minutes>(m_limits.person).count()),
                     .remedy = say(QT_TRANSLATE_NOOP("tokens", "Begin the sign-in again."))});
    });
}

SignInFlow::~SignInFlow()
{
    m_stop.request_stop();
}

void SignInFlow::begin()
{
    startWork<Result<Provider>>(this, [issuer = m_wish.issuer, limit = m_limits.question, stop = m_stop.get_token()](const std::stop_token &) { return discover(issuer, limit, stop); },
                                [this](const Result<Provider> &provider) { handleProvider(provider); });
}

void SignInFlow::handleProvider(const Result<Provider> &provider)
{
    if (!provider)
        return finish(provider.error());
    m_provider = provider.value();
    m_state = randomText(16);
    m_nonce = QString::fromLatin1(randomText(16));
    QByteArray verifier = randomText(32); // 43 characters
    m_verifier = SecretBytes::takeFrom(verifier);
    m_listener = std::make_unique<RedirectListener>(redirectPath(m_wish.issuer), [this](const QUrlQuery &query) { return judge(query); }, m_limits.listener);
    if (!m_listener->listen())
        return finish(Error{.kind = ErrorKind::Internal,
                            .message = say(QT_TRANSLATE_NOOP("tokens", "No port of this computer is free for the browser's answer.")),
                            .remedy = say(QT_TRANSLATE_NOOP("tokens", "Sign in with a code instead: “tocsin accounts add … --device”."))});
    m_redirect = m_listener->address().toString();
    m_patience.start(m_limits.person);
    const QUrl opened = link();
    Q_EMIT asks(scopesFor(m_wish, m_provider), opened);
    if (m_openLink && !m_openLink(opened))
        Q_EMIT browserMissing(opened);
}

QUrl SignInFlow::link() const
{
    const QByteArray challenge = QCryptographicHash::hash(QByteArrayView(m_verifier.data(), static_cast<qsizetype>(m_verifier.size())), QCryptographicHash::Sha256).toBase64(kBase64);
    QUrlQuery query(m_provider.authorization.query());
    const auto put = [&query](const QString &name, const QString &value) { query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value))); };
    put(u"response_type"_s, u"code"_s);
    put(u"client_id"_s, m_wish.clientId);
    put(u"redirect_uri"_s, m_redirect);
    put(u"scope"_s, scopesFor(m_wish, m_provider).join(u' '));
    put(u"state"_s, QString::fromLatin1(m_state));
    put(u"nonce"_s, m_nonce);
    put(u"code_challenge"_s, QString::fromLatin1(challenge));
    put(u"code_challenge_method"_s, u"S256"_s);
    put(u"prompt"_s, u"consent"_s); // else some providers give no refresh token the second time
    if (m_provider.issuer == kGoogleIssuer)
        put(u"access_type"_s, u"offline"_s);
    if (!m_wish.loginHint.isEmpty())
        put(u"login_hint"_s, m_wish.loginHint);
    QUrl url = m_provider.authorization;
    url.setQuery(query);
    return url;
}

Verdict SignInFlow::judge(const QUrlQuery &query)
{
    const auto only = [&query](const QString &name) {
        const QStringList values = query.allQueryItemValues(name, QUrl::FullyDecoded);
        return values.size() == 1 ? values.first() : QString();
    };
    // RFC 9700 4.7: once, and in constant time. Nothing of what was sent is logged.
    if (m_state.isEmpty() || !isSame(only(u"state"_s).toUtf8(), m_state)) {
        qCWarning(lcTokens) << "an answer with another state, or none awaited, was ignored";
        return Verdict::Ignored;
    }
    // RFC 9207: an answer of another provider must not be led into this flow.
    if (query.hasQueryItem(u"iss"_s) ? only(u"iss"_s) != m_provider.issuer : m_provider.namesItself) {
        qCWarning(lcTokens) << "an answer of another issuer was ignored";
        return Verdict::Ignored;
    }
    const QString code = only(u"code"_s);
    const QString error = only(u"error"_s);
    if (code.isEmpty() == error.isEmpty())
        return Verdict::Ignored;
    m_state.clear();
    m_listener->close();
    // From the loop: the browser has its page first, and who is told may delete this.
    if (!error.isEmpty()) {
        const Error why = refusal(m_provider.authorization.host(), {.status = 400}, error.left(60));
        QMetaObject::invokeMethod(this, [this, why] { finish(why); }, Qt::QueuedConnection);
        return Verdict::Declined;
    }
    QMetaObject::invokeMethod(this, [this, code] { exchange(code); }, Qt::QueuedConnection);
    return Verdict::Taken;
}

Outcome SignInFlow::paste(const QString &address)
{
    const QUrl url(address.trimmed(), QUrl::StrictMode);
    const auto no = [](const QString &message) {
        return Error{.kind = ErrorKind::BadArgument,
                     .message = message,
                     .remedy = say(QT_TRANSLATE_NOOP("tokens", "Copy the whole address line of the browser's last page; it begins with http://127.0.0.1 or http://[::1]."))};
    };
    if (m_redirect.isEmpty() || m_state.isEmpty())
        return no(say(QT_TRANSLATE_NOOP("tokens", "No address is awaited now.")));
    if (!url.isValid() || url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment) != QUrl(m_redirect))
        return no(say(QT_TRANSLATE_NOOP("tokens", "This is not the address that the browser is sent to.")));
    if (judge(RedirectListener::queryOf(url.query(QUrl::FullyEncoded))) == Verdict::Ignored)
        return no(say(QT_TRANSLATE_NOOP("tokens", "This address belongs to another sign-in.")));
    return Done{};
}

void SignInFlow::exchange(const QString &code)
{
    Q_EMIT answered();
    Form form{{"grant_type", SecretBytes("authorization_code")},
              {"code", SecretBytes(code.toStdString())},
              {"redirect_uri", SecretBytes(m_redirect.toStdString())},
              {"code_verifier", m_verifier}};
    startWork<Result<SignedIn>>(this, [wish = m_wish, provider = m_provider, nonce = m_nonce, limit = m_limits.question, stop = m_stop.get_token(), form = std::move(form)](const std::stop_token &) {
        return concludeSignIn(wish, provider, requestToken(provider.token, wish.client(), form, limit, stop), nonce, stop);
    }, [this](const Result<SignedIn> &result) { finish(result); });
}

void SignInFlow::finish(const Result<SignedIn> &result)
{
    m_patience.stop();
    m_state.clear();
    if (m_listener)
        m_listener->close();
    qCInfo(lcTokens).noquote() << "the sign-in at" << QUrl(m_wish.issuer).host() << "ended:" << (result ? u"well"_s : result.error().message);
    Q_EMIT finished(result);
}

} // namespace tocsin::tokens
