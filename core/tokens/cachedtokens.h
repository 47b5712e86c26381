// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/tokenrequest.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace tocsin::tokens {

// Keeps the token of one account until 80 % of its life are over and asks for the next one once, whoever waits for it:
// the request runs on a thread of its own and goes on when those who wait have lost patience, since its answer may hold a
// refresh token that is good once. After a failure nobody asks for a while (10 s, doubled up to 5 min, or as the server says;
// 60 s after a refusal), and the old token serves to its end. Thread-safe; made with make_shared.
class CachedTokens : public TokenSource, public std::enable_shared_from_this<CachedTokens>
{
public:
    // Of tests: how long a pause is.
    struct Pauses {
        std::chrono::milliseconds first{10'000};
        std::chrono::milliseconds longest{300'000};
        std::chrono::milliseconds refused{60'000};
    };

    [[nodiscard]] Result<Token> token(std::chrono::milliseconds limit, std::stop_token stop, Want want = Want::Kept) final;
    void setPauses(const Pauses &pauses);

protected:
    struct Fetched {
        Result<Token> token;
        std::chrono::seconds retryAfter{0};
    };
    // Asks the server; blocks for a bounded time, on a thread of its own, never twice at once. `ending`: the program ends.
    [[nodiscard]] virtual Fetched fetch(std::stop_token ending) = 0;

private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] bool isFresh() const;
    [[nodiscard]] bool isAlive() const;
    void begin();
    void finish(const Fetched &fetched);

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    Pauses m_pauses;
    bool m_isFetching = false;
    uint64_t m_round = 0; // of answers
    std::optional<Token> m_token;
    // By the monotonic clock: who sets the clock of the computer neither kills a token nor keeps a dead one.
    Clock::time_point m_came;
    Clock::duration m_life{0};
    std::optional<Error> m_trouble; // of the last answer
    Clock::time_point m_notBefore; // nobody asks again
    std::chrono::milliseconds m_pause{0};
};

} // namespace tocsin::tokens
