// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct pcre2_real_code_8;

namespace tocsin::filter {

// A compiled pattern. Immutable, so every thread may ask it. Backtracking is bounded: a pattern that needs more steps than
// a text deserves gives no answer instead of holding up a stream.
class Regex
{
public:
    struct Wrong {
        size_t position = 0; // in bytes of the pattern
        std::string message; // PCRE's own words, English
    };
    // Never null; `wrong` is set when the pattern is none.
    [[nodiscard]] static std::shared_ptr<const Regex> compile(std::string_view pattern, std::optional<Wrong> &wrong);
    ~Regex();
    Regex(const Regex &) = delete;
    Regex &operator=(const Regex &) = delete;

    // Whether the pattern is found anywhere in the text; nothing when a limit was hit.
    [[nodiscard]] std::optional<bool> find(std::string_view text) const;

private:
    Regex() = default;
    pcre2_real_code_8 *m_code = nullptr;
};

} // namespace tocsin::filter
