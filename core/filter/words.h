// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin::filter {

// Cuts a text into words: runs of Unicode letters and digits with the marks on them. A view; allocates nothing.
class WordReader
{
public:
    explicit WordReader(std::string_view text) : m_rest(text) {}
    // False at the end of the text.
    [[nodiscard]] bool next();
    [[nodiscard]] std::string_view word() const { return m_word; }
    [[nodiscard]] std::string_view rest() const { return m_rest; } // what follows the word

private:
    std::string_view m_rest;
    std::string_view m_word;
};

// One word as it is compared and indexed: case folded.
[[nodiscard]] std::string folded(std::string_view word);

// All words of a text, folded and in order: what a text index is filled with.
[[nodiscard]] std::vector<std::string> wordsOf(std::string_view text);

// The argument of word(): consecutive words. Immutable, so every thread may ask it; asking allocates nothing.
class Phrase
{
public:
    explicit Phrase(std::string_view text) : m_words(wordsOf(text)) {}
    [[nodiscard]] std::span<const std::string> words() const { return m_words; }
    [[nodiscard]] bool isIn(std::string_view text) const;

private:
    std::vector<std::string> m_words;
};

// The keys that word() searches.
[[nodiscard]] std::span<Text Alert::*const> searchedKeys();

// Where the text of a packet stands whose message is text; empty for other messages, which have none.
[[nodiscard]] std::span<const std::string_view> textFields(std::string_view message);

} // namespace tocsin::filter
