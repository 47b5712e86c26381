// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/words.h"

#include "core/filter/text.h"

#include <QChar>

#include <array>
#include <utility>

namespace tocsin::filter {

namespace {

bool isInWord(char32_t character)
{
    if (character < 0x80)
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    // Marks belong to the letter before them: an accent that is a character of its own does not cut a name in two.
    return QChar::isLetterOrNumber(character) || QChar::isMark(character);
}

char32_t foldedCharacter(char32_t character)
{
    if (character < 0x80)
        return character >= 'A' && character <= 'Z' ? character + 32 : character;
    return QChar::toCaseFolded(character);
}

// Whether a word as it stands in a text is this folded word.
bool equals(std::string_view word, std::string_view foldedWord)
{
    while (!word.empty() && !foldedWord.empty()) {
        if (foldedCharacter(takeCharacter(word)) != takeCharacter(foldedWord))
            return false;
    }
    return word.empty() && foldedWord.empty();
}

// False: this folded word is certainly not in the text. Looks at bytes alone: most texts hold nothing like it.
bool mayHold(std::string_view text, std::string_view foldedWord)
{
    const auto first = static_cast<unsigned char>(foldedWord.front());
    if (first >= 0x80)
        return true;
    const char upper = first >= 'a' && first <= 'z' ? static_cast<char>(first - 32) : static_cast<char>(first);
    bool inWord = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (static_cast<unsigned char>(c) >= 0x80)
            return true; // may be a letter, and may fold into ASCII
        if (!inWord && (c == static_cast<char>(first) || c == upper) && text.size() - i >= foldedWord.size()
            && foldedCharacter(static_cast<char32_t>(static_cast<unsigned char>(text[i + foldedWord.size() - 1]))) == static_cast<unsigned char>(foldedWord.back()))
            return true;
        inWord = isInWord(static_cast<char32_t>(c));
    }
    return false;
}

} // namespace

bool WordReader::next()
{
    std::string_view begin = m_rest;
    std::string_view rest = m_rest;
    while (!rest.empty() && !isInWord(takeCharacter(rest)))
        begin = rest;
    std::string_view end = begin;
    for (rest = begin; !rest.empty() && isInWord(takeCharacter(rest));)
        end = rest;
    m_word = begin.substr(0, begin.size() - end.size());
    m_rest = end;
    return !m_word.empty();
}

std::string folded(std::string_view word)
{
    std::string out;
    while (!word.empty())
        appendCharacter(out, foldedCharacter(takeCharacter(word)));
    return out;
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    for (WordReader reader(text); reader.next();)
        words.push_back(folded(reader.word()));
    return words;
}

bool Phrase::isIn(std::string_view text) const
{
    if (m_words.empty() || !mayHold(text, m_words.front()))
        return false;
    for (WordReader reader(text); reader.next();) {
        WordReader ahead = reader;
        size_t matched = 0;
        while (equals(ahead.word(), m_words[matched])) {
            if (++matched == m_words.size())
                return true;
            if (!ahead.next())
                break;
        }
    }
    return false;
}

std::span<Text Alert::*const> searchedKeys()
{
    static constexpr std::array<Text Alert::*, 8> kKeys{&Alert::name,    &Alert::id,      &Alert::event,       &Alert::classification,
                                                        &Alert::subject, &Alert::mission, &Alert::instruments, &Alert::error};
    return kKeys;
}

std::span<const std::string_view> textFields(std::string_view message)
{
    static constexpr std::array<std::string_view, 1> kCircular{"body"};
    static constexpr std::array<std::string_view, 4> kLog{"comment", "description", "text", "data.comment"};
    static constexpr std::array<std::string_view, 4> kNotice{"additional_info", "description", "update_message", "text"};
    if (message == "circular")
        return kCircular;
    if (message == "log")
        return kLog;
    if (message == "notice")
        return kNotice;
    return {};
}

} // namespace tocsin::filter
