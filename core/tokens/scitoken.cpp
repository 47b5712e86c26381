// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/scitoken.h"

#include <QCoreApplication>
#include <QFile>

#include <sys/stat.h>

#include <condition_variable>

namespace tocsin::tokens {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kLookEvery(1'000);

QString say(const char *text)
{
    return QCoreApplication::translate("tokens", text);
}

Token made(const vault::SecretBytes &value, const Claims &claims, const UtcTime &now)
{
    return {.value = value, .issued = now, .expires = claims.expires, .principal = claims.subject, .scope = claims.scope};
}

} // namespace

SciToken::SciToken(SciTokenWish wish, QProcessEnvironment environment) : m_wish(std::move(wish)), m_environment(std::move(environment))
{
}

SciTokenSearch SciToken::look() const
{
    return findSciToken(m_wish, m_environment, UtcTime::now());
}

QString SciToken::traces() const
{
    QString text;
    for (const QString &path : sciTokenPaths(m_environment)) {
        struct stat facts = {};
        if (::lstat(QFile::encodeName(path).constData(), &facts) != 0)
            continue;
        text += u"%1 %2 %3 %4.%5 %6\n"_s.arg(path).arg(facts.st_ino).arg(facts.st_size).arg(facts.st_mtim.tv_sec).arg(facts.st_mtim.tv_nsec).arg(facts.st_mode);
    }
    return text;
}

Result<Token> SciToken::token(std::chrono::milliseconds, std::stop_token, Want want)
{
    const QString seen = traces(); // before reading: what changes meanwhile is news
    SciTokenSearch search = look();
    const std::lock_guard lock(m_mutex);
    m_seen = seen;
    const SciTokenPlace *taken = search.taken();
    if (!taken)
        return search.problem(m_wish);
    if (want == Want::Renewed && search.token == m_given) {
        QStringList why{say(QT_TRANSLATE_NOOP("tokens", "The SciToken of %1 was refused.")).arg(taken->name)};
        for (const QString &lack : std::as_const(search.lacks))
            why << say(QT_TRANSLATE_NOOP("tokens", "What it lacks: %1.")).arg(lack);
        return Error{.kind = ErrorKind::SignInRefused, .message = why.join(u' '),
                     .remedy = say(QT_TRANSLATE_NOOP("tokens", "Get a new one in a terminal: %1; Tocsin notices.")).arg(sciTokenCommand(m_wish)), .retriable = false};
    }
    m_given = search.token;
    return made(search.token, taken->claims, UtcTime::now());
}

bool SciToken::waitForNews(std::chrono::milliseconds limit, std::stop_token stop)
{
    const auto deadline = std::chrono::steady_clock::now() + limit;
    std::condition_variable_any wake;
    std::unique_lock lock(m_mutex);
    const QString before = m_seen; // another stream may read the news first
    while (!stop.stop_requested()) {
        if (traces() != before)
            return true;
        const auto now = std::chrono::steady_clock::now();
        if (now >= deadline)
            return false;
        (void)wake.wait_until(lock, stop, std::min(deadline, now + kLookEvery), [] { return false; });
    }
    return false;
}

Result<Token> FixedToken::token(std::chrono::milliseconds, std::stop_token, Want want)
{
    const UtcTime now = UtcTime::now();
    Error error{.kind = ErrorKind::SignInRefused, .remedy = say(QT_TRANSLATE_NOOP("tokens", "Put a new token into the account, or let the stream find your SciToken by itself: leave “Account” empty."))};
    const Claims claims = readClaims(m_token).value_or(Claims{});
    if (want == Want::Renewed)
        error.message = say(QT_TRANSLATE_NOOP("tokens", "The token of %1 was refused, and there is no other.")).arg(m_name);
    else if (claims.expires.isValid() && claims.expires.us <= now.us)
        error.message = say(QT_TRANSLATE_NOOP("tokens", "The token of %1 ended %2 ago.")).arg(m_name, spanText(now.us - claims.expires.us));
    else
        return made(m_token, claims, now);
    if (const QString doubt = clockDoubt(claims, {}, now); !doubt.isEmpty())
        error.message = doubt;
    return error;
}

} // namespace tocsin::tokens
