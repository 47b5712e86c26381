// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>

namespace tocsin::filter {

namespace {

// Steps of backtracking from one place in a text. Ordinary patterns on a circular of 10 kB stay far below it; (a+)+$ meets
// it in a millisecond.
constexpr uint32_t kMostSteps = 50'000;
constexpr uint32_t kMostHeapKiB = 4'096;

struct MatchSpace {
    pcre2_match_data *data = pcre2_match_data_create(1, nullptr);
    pcre2_match_context *context = pcre2_match_context_create(nullptr);
    MatchSpace()
    {
        if (context) {
            pcre2_set_match_limit(context, kMostSteps);
            pcre2_set_heap_limit(context, kMostHeapKiB);
        }
    }
    ~MatchSpace()
    {
        pcre2_match_data_free(data);
        pcre2_match_context_free(context);
    }
    MatchSpace(const MatchSpace &) = delete;
    MatchSpace &operator=(const MatchSpace &) = delete;
};

} // namespace

std::shared_ptr<const Regex> Regex::compile(std::string_view pattern, std::optional<Wrong> &wrong)
{
    const std::shared_ptr<Regex> regex(new Regex);
    int code = 0;
    size_t offset = 0;
    // Names of topics and streams may hold bytes that are no UTF-8; those match nothing.
    const uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C;
    regex->m_code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), options, &code, &offset, nullptr);
    if (!regex->m_code) {
        std::array<PCRE2_UCHAR, 160> text{};
        pcre2_get_error_message(code, text.data(), text.size());
        wrong = Wrong{offset, reinterpret_cast<const char *>(text.data())};
        return regex;
    }
    // Where no machine code can be made the interpreter serves.
    pcre2_jit_compile(regex->m_code, PCRE2_JIT_COMPLETE);
    return regex;
}

Regex::~Regex()
{
    pcre2_code_free(m_code);
}

std::optional<bool> Regex::find(std::string_view text) const
{
    thread_local const MatchSpace space;
    if (!m_code || !space.data || !space.context)
        return std::nullopt;
    const auto *subject = reinterpret_cast<PCRE2_SPTR>(text.data());
    int found = pcre2_match(m_code, subject, text.size(), 0, 0, space.data, space.context);
    if (found == PCRE2_ERROR_JIT_STACKLIMIT) // the machine code has 32 KiB of stack, the interpreter more
        found = pcre2_match(m_code, subject, text.size(), 0, PCRE2_NO_JIT, space.data, space.context);
    if (found >= 0)
        return true;
    if (found == PCRE2_ERROR_NOMATCH)
        return false;
    return std::nullopt;
}

} // namespace tocsin::filter
