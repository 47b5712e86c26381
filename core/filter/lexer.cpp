// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/lexer.h"

#include "core/filter/text.h"

#include <QChar>
#include <QCoreApplication>

#include <array>
#include <charconv>

namespace tocsin::filter {

namespace {

constexpr std::string_view kDegreeSign = "°";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isNameStart(char32_t c)
{
    return c < 0x80 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' : QChar::isLetter(c);
}

size_t digitsAt(std::string_view text, size_t at)
{
    size_t end = at;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    return end - at;
}

// Digits with an optional fraction; 0 when there is none.
size_t decimalAt(std::string_view text, size_t at)
{
    size_t length = digitsAt(text, at);
    if (length > 0 && at + length < text.size() && text[at + length] == '.')
        length += 1 + digitsAt(text, at + length + 1);
    return length;
}

size_t startsAt(std::string_view text, size_t at, std::string_view what)
{
    return text.substr(at).starts_with(what) ? what.size() : 0;
}

size_t numberAt(std::string_view text, size_t at)
{
    size_t length = digitsAt(text, at);
    if (at + length < text.size() && text[at + length] == '.')
        length += 1 + digitsAt(text, at + length + 1);
    size_t exponent = at + length;
    if (exponent < text.size() && (text[exponent] == 'e' || text[exponent] == 'E')) {
        ++exponent;
        if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-'))
            ++exponent;
        if (const size_t digits = digitsAt(text, exponent); digits > 0)
            length = exponent + digits - at;
    }
    return length;
}

// 2026-03-01, and what may follow it: T04:05:06.7Z, T04:05+01:00.
size_t timeAt(std::string_view text, size_t at)
{
    const auto has = [&](size_t place, char c) { return at + place < text.size() && text[at + place] == c; };
    if (digitsAt(text, at) != 4 || !has(4, '-') || digitsAt(text, at + 5) != 2 || !has(7, '-') || digitsAt(text, at + 8) != 2)
        return 0;
    size_t length = 10;
    if (!has(10, 'T') || digitsAt(text, at + 11) == 0)
        return length;
    length = 11;
    while (at + length < text.size() && (isDigit(text[at + length]) || text[at + length] == ':' || text[at + length] == '.'))
        ++length;
    if (has(length, 'Z'))
        return length + 1;
    // A zone has hours and minutes; “+6h” is a sum.
    if ((has(length, '+') || has(length, '-')) && digitsAt(text, at + length + 1) == 2 && has(length + 3, ':') && digitsAt(text, at + length + 4) == 2)
        return length + 6;
    return length;
}

// The length of one of the marks at `at`, 0 when none stands there.
template <size_t N>
size_t markAt(std::string_view text, size_t at, const std::array<std::string_view, N> &marks)
{
    for (const std::string_view mark : marks) {
        if (const size_t length = startsAt(text, at, mark))
            return length;
    }
    return 0;
}

constexpr std::array<std::string_view, 3> kFirstMarks{"h", "d", kDegreeSign};
constexpr std::array<std::string_view, 4> kMinuteMarks{"m", "'", "′", "’"};
constexpr std::array<std::string_view, 4> kSecondMarks{"s", "\"", "″", "”"};

size_t blanksAt(std::string_view text, size_t at)
{
    size_t length = 0;
    while (at + length < text.size() && isBlank(text[at + length]))
        ++length;
    return length;
}

size_t sexagesimalAt(std::string_view text, size_t at)
{
    const size_t first = digitsAt(text, at);
    if (first == 0 || first > 3)
        return 0;
    size_t end = at + first;
    if (end + 1 < text.size() && text[end] == ':' && isDigit(text[end + 1])) {
        end += 1 + decimalAt(text, end + 1);
        if (end + 1 < text.size() && text[end] == ':' && isDigit(text[end + 1]))
            end += 1 + decimalAt(text, end + 1);
        return end - at;
    }
    const size_t mark = markAt(text, end, kFirstMarks);
    if (mark == 0)
        return 0;
    end += mark;
    // Blanks may stand between the parts; “12h 30m” could mean nothing else.
    const size_t minutesAt = end + blanksAt(text, end);
    const size_t minutes = decimalAt(text, minutesAt);
    const size_t minuteMark = minutes > 0 ? markAt(text, minutesAt + minutes, kMinuteMarks) : 0;
    if (minuteMark == 0)
        return minutes > 0 && minutesAt == end ? end + minutes - at : 0; // 12h30
    end = minutesAt + minutes + minuteMark;
    const size_t secondsAt = end + blanksAt(text, end);
    const size_t seconds = decimalAt(text, secondsAt);
    const size_t secondMark = seconds > 0 ? markAt(text, secondsAt + seconds, kSecondMarks) : 0;
    if (secondMark > 0)
        end = secondsAt + seconds + secondMark;
    else if (seconds > 0 && secondsAt == end)
        end += seconds; // 12h30m49
    return end - at;
}

constexpr std::array<std::string_view, 21> kSymbols{"==", "!=", "<=", ">=", "!~", "&&", "||", "=", "<", ">", "~",
                                                    "!",  "+",  "-",  "*",  "/",  "(",  ")",  ",", "[", "]"};

struct Foreign {
    std::string_view symbol;
    std::string_view instead;
};
// What other languages write; the longer ones first.
constexpr std::array<Foreign, 14> kForeign{{{"<>", "!="}, {"=~", "~"}, {"=<", "<="}, {"=>", ">="}, {"≤", "<="}, {"≥", ">="}, {"≠", "!="},
                                            {"−", "-"}, {"×", "*"}, {"∧", "and"}, {"∨", "or"}, {"¬", "not "}, {"&", "and"}, {"|", "or"}}};

class Lexer
{
public:
    Lexer(std::string_view text, std::optional<Problem> &problem) : m_text(text), m_problem(problem) {}

    std::vector<Token> read()
    {
        while (!m_problem && m_at < m_text.size()) {
            if (isBlank(m_text[m_at]))
                ++m_at;
            else
                one();
        }
        m_tokens.push_back({TokenKind::End, m_at, m_at, m_text.substr(m_at, 0)});
        return std::move(m_tokens);
    }

private:
    void push(TokenKind kind, size_t length)
    {
        m_tokens.push_back({kind, m_at, m_at + length, m_text.substr(m_at, length)});
        m_at += length;
    }

    void one()
    {
        const char c = m_text[m_at];
        if (isDigit(c) || (c == '.' && digitsAt(m_text, m_at + 1) > 0))
            return number();
        if (c == '"' || c == '\'')
            return quoted(c);
        if (startsAt(m_text, m_at, kDegreeSign))
            return push(TokenKind::Degrees, kDegreeSign.size());
        std::string_view rest = m_text.substr(m_at);
        std::string_view after = rest;
        const char32_t character = takeCharacter(after);
        if (isNameStart(character)) {
            std::string_view end = after;
            while (!after.empty()) {
                const char32_t next = takeCharacter(after);
                if (!isNameStart(next) && !(next >= '0' && next <= '9') && !QChar::isMark(next))
                    break;
                end = after;
            }
            return push(TokenKind::Name, rest.size() - end.size());
        }
        symbol(rest.substr(0, rest.size() - after.size()));
    }

    void number()
    {
        if (const size_t length = timeAt(m_text, m_at))
            return push(TokenKind::Time, length);
        if (const size_t length = sexagesimalAt(m_text, m_at))
            return push(TokenKind::Sexagesimal, length);
        push(TokenKind::Number, numberAt(m_text, m_at));
    }

    void quoted(char quote)
    {
        for (size_t end = m_at + 1; end < m_text.size(); ++end) {
            if (m_text[end] == quote)
                return push(TokenKind::Text, end + 1 - m_at);
            if (m_text[end] == '\\')
                ++end;
        }
        const std::string_view source = m_text.substr(m_at);
        m_problem = Problem{m_at, source.size(), QCoreApplication::translate("filter", "The text %1 has no closing quote.").arg(inQuotes(source.substr(1))),
                            QCoreApplication::translate("filter", "a closing quote"), {}};
        if (!source.ends_with('\\'))
            m_problem->suggestion = std::string(source) + quote;
    }

    void symbol(std::string_view character)
    {
        for (const auto &[foreign, instead] : kForeign) {
            // “&&” and “||” are ours.
            if (!startsAt(m_text, m_at, foreign) || (foreign.size() == 1 && startsAt(m_text, m_at + 1, foreign)))
                continue;
            m_problem = Problem{m_at, foreign.size(),
                                QCoreApplication::translate("filter", "%1 is no operator here: write %2.").arg(inQuotes(foreign), inQuotes(instead)), {}, std::string(instead)};
            return;
        }
        for (const std::string_view known : kSymbols) {
            if (startsAt(m_text, m_at, known))
                return push(TokenKind::Symbol, known.size());
        }
        if (character == ".")
            return push(TokenKind::Symbol, 1);
        for (const std::string_view open : {"“", "„", "”", "«", "‘", "’"}) {
            if (character == open)
                return curlyQuotes();
        }
        m_problem = Problem{m_at, character.size(), QCoreApplication::translate("filter", "%1 has no meaning here.").arg(inQuotes(character)), {}, {}};
    }

    // Pasted from a letter: the suggestion has straight ones.
    void curlyQuotes()
    {
        std::string_view rest = m_text.substr(m_at);
        const size_t before = rest.size();
        (void)takeCharacter(rest);
        const size_t opening = before - rest.size();
        size_t end = std::string_view::npos;
        size_t closing = 0;
        for (const std::string_view close : {"”", "“", "»", "’", "‘"}) {
            if (const size_t found = rest.find(close); found < end) {
                end = found;
                closing = close.size();
            }
        }
        m_problem = Problem{m_at, opening, QCoreApplication::translate("filter", "Text stands in straight quotes: \"…\"."), {}, {}};
        if (end != std::string_view::npos) {
            m_problem->length = opening + end + closing;
            m_problem->suggestion = quotedText(rest.substr(0, end));
        }
    }

    std::string_view m_text;
    std::optional<Problem> &m_problem;
    std::vector<Token> m_tokens;
    size_t m_at = 0;
};

} // namespace

std::vector<Token> tokensOf(std::string_view text, std::optional<Problem> &problem)
{
    return Lexer(text, problem).read();
}

std::string textValue(std::string_view source)
{
    std::string out;
    const std::string_view inside = source.substr(1, source.size() - 2);
    for (size_t i = 0; i < inside.size(); ++i) {
        if (inside[i] != '\\' || i + 1 == inside.size()) {
            out += inside[i];
            continue;
        }
        const char c = inside[++i];
        switch (c) {
        case 'n':
            out += '\n';
            break;
        case 'r':
            out += '\r';
            break;
        case 't':
            out += '\t';
            break;
        case '\\':
        case '"':
        case '\'':
            out += c;
            break;
        default: // no escape of ours
            out += '\\';
            out += c;
        }
    }
    return out;
}

std::string patternValue(std::string_view source)
{
    // An escaped quote means a quote to PCRE as well.
    return std::string(source.substr(1, source.size() - 2));
}

Sexagesimal sexagesimalValue(std::string_view source)
{
    Sexagesimal place;
    const bool colons = source.find(':') != std::string_view::npos;
    place.form = colons                                             ? Sexagesimal::Form::Colons
        : source.find('h') != std::string_view::npos ? Sexagesimal::Form::Hours
                                                     : Sexagesimal::Form::Degrees;
    std::array<double, 3> parts{};
    size_t count = 0;
    for (size_t at = 0; at < source.size() && count < parts.size();) {
        const size_t length = decimalAt(source, at);
        if (length == 0) {
            ++at;
            continue;
        }
        std::from_chars(source.data() + at, source.data() + at + length, parts[count++]);
        at += length;
    }
    place.value = (parts[2] / 60 + parts[1]) / 60 + parts[0];
    place.sound = parts[1] < 60 && parts[2] < 60;
    return place;
}

} // namespace tocsin::filter
