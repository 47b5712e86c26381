// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/cachedtokens.h"

#include "core/tokens/log.h"
#include "core/tokens/work.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::tokens {

namespace {

using namespace std::chrono_literals;

constexpr double kKeptPart = 0.8;
constexpr auto kUnknownLife = 300s; // of a token that says nothing of its end
constexpr auto kJustNow = 5s; // a token so young is not fetched again because somebody was refused with the one before

} // namespace

void CachedTokens::setPauses(const Pauses &pauses)
{
    const std::lock_guard lock(m_mutex);
    m_pauses = pauses;
}

bool CachedTokens::isFresh() const
{
    return m_token && Clock::now() - m_came < std::chrono::duration_cast<Clock::duration>(m_life * kKeptPart) && (!m_token->expires.isValid() || m_token->expires.us > UtcTime::now().us);
}

bool CachedTokens::isAlive() const
{
    return m_token && Clock::now() - m_came < m_life;
}

Result<Token> CachedTokens::token(std::chrono::milliseconds limit, std::stop_token stop, Want want)
{
    const auto until = Clock::now() + limit;
    std::unique_lock lock(m_mutex);
    if (want == Want::Kept ? isFresh() : m_token && Clock::now() - m_came < std::min<Clock::duration>(kJustNow, m_life))
        return *m_token;
    if (!m_isFetching) {
        if (m_trouble && Clock::now() < m_notBefore)
            return want == Want::Kept && isAlive() ? Result<Token>(*m_token) : Result<Token>(*m_trouble);
        begin();
    }
    const uint64_t round = m_round;
    const bool answered = m_changed.wait_until(lock, stop, until, [&] { return m_round != round; });
    if (!answered && stop.stop_requested())
        return Error{.kind = ErrorKind::Interrupted, .message = QCoreApplication::translate("tokens", "Interrupted.")};
    if (answered && !m_trouble)
        return *m_token;
    // Kept: what was given before still opens the door.
    if (want == Want::Kept && isAlive())
        return *m_token;
    if (answered)
        return *m_trouble;
    return Error{.kind = ErrorKind::NoConnection,
                 .message = QCoreApplication::translate("tokens", "No token came within %1 s.").arg(std::max<qint64>(limit.count() / 1000, 1)),
                 .remedy = networkRemedy(),
                 .retriable = true};
}

void CachedTokens::begin()
{
    m_isFetching = true;
    startWork([self = shared_from_this()](const std::stop_token &ending) { self->finish(self->fetch(ending)); });
}

void CachedTokens::finish(const Fetched &fetched)
{
    const std::lock_guard lock(m_mutex);
    m_isFetching = false;
    ++m_round;
    const auto now = Clock::now();
    if (fetched.token) {
        m_token = fetched.token.value();
        m_came = now;
        m_life = m_token->expires.isValid() ? std::chrono::microseconds(m_token->expires.us - m_token->issued.us) : Clock::duration(kUnknownLife);
        m_trouble.reset();
        m_pause = 0ms;
    } else {
        m_trouble = fetched.token.error();
        m_pause = m_pause == 0ms ? m_pauses.first : std::min(m_pause * 2, m_pauses.longest);
        const auto pause = m_trouble->retriable ? std::max<std::chrono::milliseconds>(m_pause, fetched.retryAfter) : m_pauses.refused;
        m_notBefore = now + pause;
        qCWarning(lcTokens).noquote() << m_trouble->message << "next try in" << pause.count() / 1000 << "s";
    }
    m_changed.notify_all();
}

} // namespace tocsin::tokens
