// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/situation.h"

#include <algorithm>
#include <vector>

namespace tocsin::filter {

namespace {

bool isWord(const Token &token, std::string_view word)
{
    return token.kind == TokenKind::Name && std::ranges::equal(token.source, word, [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

bool isOneOf(const Token &token, std::initializer_list<std::string_view> symbols)
{
    return std::ranges::any_of(symbols, [&](std::string_view symbol) { return token.isSymbol(symbol); });
}

class SituationReader
{
public:
    SituationReader(std::span<const Token> tokens, std::string_view text) : m_tokens(tokens), m_text(text) {}

    Situation read()
    {
        while (m_at < m_tokens.size()) {
            if (m_now.wants == Situation::Wants::Operand)
                operand();
            else
                afterOperand();
        }
        return m_now;
    }

private:
    struct Level {
        const Function *inside = nullptr;
        std::string_view compared; // of a list
        bool list = false;
    };

    void open(const Function *function, bool list)
    {
        m_levels.push_back({function, list ? m_now.compared : std::string_view(), list});
        begin();
    }
    // A value is wanted, the first of a condition, an argument or an element.
    void begin()
    {
        const Level level = m_levels.empty() ? Level() : m_levels.back();
        m_now = {};
        m_now.inside = level.inside;
        m_now.compared = level.compared;
        m_now.equality = level.list;
    }
    void close()
    {
        const bool list = !m_levels.empty() && m_levels.back().list;
        const bool condition = !m_levels.empty() && m_levels.back().inside && m_levels.back().inside->condition;
        if (!m_levels.empty())
            m_levels.pop_back();
        m_now = {};
        m_now.wants = Situation::Wants::Operator;
        m_now.afterComparison = list || condition;
        m_name = {};
    }
    void readOperand()
    {
        m_now.wants = Situation::Wants::Operator;
        m_now.afterComparison = !m_now.compared.empty() || m_otherSide;
        m_otherSide = false;
    }

    void operand()
    {
        const Token &token = m_tokens[m_at++];
        m_now.afterNumber = false;
        if (isWord(token, "not") || isOneOf(token, {"!", "-", "+"}))
            return;
        if (token.isSymbol("("))
            return open(nullptr, false);
        if (token.isSymbol(")"))
            return close();
        if (token.kind == TokenKind::Name) {
            if (m_at < m_tokens.size() && m_tokens[m_at].isSymbol("(")) {
                ++m_at;
                return open(findFunction(token.source), false);
            }
            size_t end = token.end;
            while (m_at < m_tokens.size() && isOneOf(m_tokens[m_at], {".", "[", "]"})) {
                const bool last = m_tokens[m_at].isSymbol("]");
                end = m_tokens[m_at++].end;
                if (!last && m_at < m_tokens.size())
                    end = m_tokens[m_at++].end;
            }
            m_name = m_text.substr(token.begin, end - token.begin);
            return readOperand();
        }
        if (token.kind == TokenKind::Symbol)
            return; // nothing that fits; go on
        m_now.afterNumber = token.kind == TokenKind::Number;
        if (m_now.compared.empty())
            m_name = {};
        readOperand();
    }

    void afterOperand()
    {
        const Token &token = m_tokens[m_at++];
        const std::string_view name = m_name;
        if (m_now.wants == Situation::Wants::ListBegin) {
            if (token.isSymbol("("))
                open(nullptr, true);
            return;
        }
        if (isWord(token, "and") || isWord(token, "or") || isOneOf(token, {"&&", "||"})) {
            const Level level = m_levels.empty() ? Level() : m_levels.back();
            m_now = {};
            m_now.inside = level.inside;
        } else if (isOneOf(token, {"=", "==", "!=", "<", "<=", ">", ">="})) {
            m_now = {};
            m_now.compared = name;
            m_now.equality = isOneOf(token, {"=", "==", "!="});
            m_otherSide = true;
        } else if (isOneOf(token, {"~", "!~"})) {
            m_now = {};
            m_now.wants = Situation::Wants::Nothing; // a pattern is what the person knows best
            if (m_at < m_tokens.size()) {
                ++m_at;
                m_now.wants = Situation::Wants::Operator;
                m_now.afterComparison = true;
            }
        } else if (isWord(token, "in")) {
            m_now = {};
            m_now.wants = Situation::Wants::ListBegin;
            m_now.compared = name;
        } else if (isWord(token, "not")) {
            m_now.afterNot = true;
        } else if (token.isSymbol(",")) {
            begin();
        } else if (token.isSymbol(")")) {
            close();
        } else if (isOneOf(token, {"+", "-", "*", "/"})) {
            m_otherSide = m_now.afterComparison;
            m_now = {};
        } else {
            m_now.afterNumber = false; // a unit
        }
    }

    std::span<const Token> m_tokens;
    std::string_view m_text;
    size_t m_at = 0;
    Situation m_now;
    std::string_view m_name; // the operand read last, when it was a name
    bool m_otherSide = false;
    std::vector<Level> m_levels;
};

} // namespace

Situation situationAfter(std::span<const Token> tokens, std::string_view text)
{
    return SituationReader(tokens, text).read();
}

size_t pathBegin(std::span<const Token> tokens)
{
    size_t begin = tokens.size();
    for (size_t i = tokens.size(); i-- > 0;) {
        const Token &token = tokens[i];
        if (begin < tokens.size() && token.end != tokens[begin].begin)
            break;
        // A name begins a path unless a dot stands before it.
        if (token.kind == TokenKind::Name) {
            begin = i;
            if (i == 0 || !tokens[i - 1].isSymbol(".") || tokens[i - 1].end != token.begin)
                return begin;
        } else if (token.isSymbol(".") || token.isSymbol("]") || token.isSymbol("[") || ((token.kind == TokenKind::Number || token.kind == TokenKind::Text) && begin < tokens.size() && tokens[begin].isSymbol("]"))) {
            begin = i;
        } else {
            break;
        }
    }
    return tokens.size();
}

} // namespace tocsin::filter
