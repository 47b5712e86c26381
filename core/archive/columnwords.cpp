// SPDX-License-Identifier: GPL-3.0-or-later
// word() over columns: the keys that it searches lie in the column files, the texts of packets in the word index.
#include "core/archive/columnpass.h"

#include <algorithm>
#include <array>

namespace tocsin::archive {

using filter::Node;
using filter::Truth;

namespace {

const std::vector<const AlertField *> &searchedFields()
{
    static const std::vector<const AlertField *> fields = [] {
        std::vector<const AlertField *> list;
        for (const AlertField &field : alertFields()) {
            const auto *text = std::get_if<Text Alert::*>(&field.member);
            if (text && std::ranges::find(filter::searchedKeys(), *text) != filter::searchedKeys().end())
                list.push_back(&field);
        }
        return list;
    }();
    return fields;
}

} // namespace

std::vector<uint8_t> ColumnPass::messagesWithTexts(const Node &node)
{
    static const AlertField *const message = findAlertField("message");
    const Truths truths = textCondition(node, message, [](std::string_view text) { return filter::truthOf(!filter::textFields(text).empty()); });
    std::vector<uint8_t> has(m_count, 0);
    for (size_t i = 0; i < m_count; ++i) {
        const bool maybe = !truths.high.empty() && truths.high[i] != truths.low[i];
        has[i] = maybe ? 2 : truths.low[i] == static_cast<uint8_t>(Truth::True) ? 1 : 0;
    }
    return has;
}

ColumnPass::Truths ColumnPass::word(const Node &node)
{
    constexpr auto kTrue = static_cast<uint8_t>(Truth::True);
    constexpr auto kFalse = static_cast<uint8_t>(Truth::False);
    Truths truths{std::vector<uint8_t>(m_count, kFalse), std::vector<uint8_t>(m_count, kFalse)};
    const auto test = [&node](std::string_view text) { return filter::truthOf(node.phrase->isIn(text)); };
    for (const AlertField *field : searchedFields()) {
        const Truths one = textCondition(node, field, test);
        for (size_t i = 0; i < m_count; ++i) {
            if (one.low[i] == kTrue)
                truths.low[i] = truths.high[i] = kTrue;
            else if (!one.high.empty() && one.high[i] == kTrue)
                truths.high[i] = kTrue;
        }
    }
    const auto known = m_words.find(&node);
    const WordRows *words = known == m_words.end() ? nullptr : &known->second;
    const std::vector<uint8_t> has = messagesWithTexts(node);
    const auto from = [this](const std::vector<int64_t> &rows) { return std::ranges::lower_bound(rows, m_first); };
    auto found = words ? from(words->found) : std::vector<int64_t>::const_iterator();
    auto unread = words ? from(words->unread) : std::vector<int64_t>::const_iterator();
    for (size_t i = 0; i < m_count; ++i) {
        const int64_t row = m_first + static_cast<int64_t>(i);
        if (has[i] == 0 || truths.low[i] == kTrue)
            continue;
        if (!words || has[i] == 2 || row > words->state.complete) {
            truths.high[i] = kTrue;
            continue;
        }
        while (found != words->found.end() && *found < row)
            ++found;
        while (unread != words->unread.end() && *unread < row)
            ++unread;
        if (unread != words->unread.end() && *unread == row)
            truths.high[i] = kTrue;
        else if (found != words->found.end() && *found == row)
            truths.low[i] = truths.high[i] = kTrue;
    }
    return truths;
}

} // namespace tocsin::archive
