// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/token.h"
#include "support/jwt.h"

#include <condition_variable>
#include <mutex>

namespace tocsin::tests {

// Tokens without signature, which Kafka's unsecured check takes, with whatever is to be wrong about them. Thread-safe.
class MintedTokens final : public tokens::TokenSource
{
public:
    enum class Mode {
        Good,
        Down, // the provider does not answer
        Revoked, // it wants the person
        Ended, // it gives what our clock calls ended
        FromTheFuture, // or not yet issued
        Nobody, // a token that no broker takes
        Hangs, // until nobody waits any more
    };
    explicit MintedTokens(int seconds) : m_seconds(seconds) {}

    Result<tokens::Token> token(std::chrono::milliseconds limit, std::stop_token stop, Want want) override
    {
        std::unique_lock lock(m_mutex);
        ++m_asked;
        m_renewals += want == Want::Renewed ? 1 : 0;
        switch (m_mode) {
        case Mode::Hangs:
            m_never.wait_for(lock, stop, limit, [] { return false; });
            return Error{.kind = ErrorKind::Interrupted, .message = QStringLiteral("given up")};
        case Mode::Down:
            return Error{.kind = ErrorKind::NoConnection, .message = QStringLiteral("The provider does not answer."), .retriable = true};
        case Mode::Revoked:
            return Error{.kind = ErrorKind::SignInRefused, .message = QStringLiteral("The sign-in was taken back."), .remedy = QStringLiteral("Sign in again.")};
        default:
            break;
        }
        const qint64 now = test::secondsFromNow(0);
        const qint64 from = m_mode == Mode::FromTheFuture ? now + 3'600 : m_mode == Mode::Ended ? now - 7'200 : now;
        const qint64 to = m_mode == Mode::Ended ? now - 3'600 : from + m_seconds;
        QJsonObject claims{{QStringLiteral("iat"), from}, {QStringLiteral("exp"), to}, {QStringLiteral("aud"), QStringLiteral("somebody")}, {QStringLiteral("n"), ++m_given}};
        if (m_mode != Mode::Nobody)
            claims.insert(QStringLiteral("sub"), QStringLiteral("mira"));
        const QByteArray text = test::unsignedToken(claims);
        return tokens::Token{.value = vault::SecretBytes(std::string_view(text.constData(), static_cast<size_t>(text.size()))),
                             .issued = UtcTime::now(), .expires = UtcTime::fromUs(to * 1'000'000), .principal = QStringLiteral("mira"), .scope = {}};
    }

    void set(Mode mode)
    {
        const std::lock_guard lock(m_mutex);
        m_mode = mode;
    }
    [[nodiscard]] int asked() const
    {
        const std::lock_guard lock(m_mutex);
        return m_asked;
    }
    [[nodiscard]] int given() const
    {
        const std::lock_guard lock(m_mutex);
        return m_given;
    }
    [[nodiscard]] int renewals() const
    {
        const std::lock_guard lock(m_mutex);
        return m_renewals;
    }

private:
    const int m_seconds;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_never;
    Mode m_mode = Mode::Good;
    int m_asked = 0;
    int m_given = 0;
    int m_renewals = 0;
};

} // namespace tocsin::tests
