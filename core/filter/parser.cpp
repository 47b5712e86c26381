// SPDX-License-Identifier: GPL-3.0-or-later
// Recursive descent; grammar() in functions.cpp has the rules, and there is a function for each.
#include "core/filter/parser.h"

#include "core/filter/lexer.h"
#include "core/filter/nearest.h"
#include "core/filter/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>

namespace tocsin::filter {

namespace {

struct OpName {
    std::string_view symbol;
    CompareOp op;
};
constexpr std::array<OpName, 7> kOps{{{"=", CompareOp::Equal}, {"==", CompareOp::Equal}, {"!=", CompareOp::NotEqual}, {"<", CompareOp::Less},
                                      {"<=", CompareOp::LessEqual}, {">", CompareOp::Greater}, {">=", CompareOp::GreaterEqual}}};

struct ForeignWord {
    std::string_view word;
    std::string_view instead;
};
constexpr std::array<ForeignWord, 10> kForeignWords{{{"like", "~"}, {"contains", "~"}, {"matches", "~"}, {"regexp", "~"}, {"is", "="}, {"eq", "="},
                                                     {"ne", "!="}, {"lt", "<"}, {"gt", ">"}, {"isin", "in"}}};

class Parser
{
public:
    Parser(std::string_view text, std::optional<Problem> &problem) : m_text(text), m_problem(problem), m_tokens(tokensOf(text, m_lexical)) {}

    std::optional<Syntax> read()
    {
        Syntax root;
        if (here().kind == TokenKind::End && !m_lexical) {
            fail(here(), QCoreApplication::translate("filter", "The filter is empty."), condition());
            return std::nullopt;
        }
        if (!disjunction(root))
            return std::nullopt;
        if (here().kind != TokenKind::End || m_lexical) {
            unexpected(afterOperand());
            return std::nullopt;
        }
        return root;
    }

private:
    // Recursion of the reader; the depth of the tree is counted with it.
    struct Deeper {
        explicit Deeper(Parser &parser) : owner(parser) { ++owner.m_depth; }
        ~Deeper() { --owner.m_depth; }
        Deeper(const Deeper &) = delete;
        Deeper &operator=(const Deeper &) = delete;
        Parser &owner;
    };

    static QString condition() { return QCoreApplication::translate("filter", "a condition such as mag < 19.5"); }
    static QString operand() { return QCoreApplication::translate("filter", "a key, a number, a text or a function"); }
    static QString afterOperand() { return QCoreApplication::translate("filter", "an operator such as <, = or and"); }

    [[nodiscard]] const Token &here() const { return m_tokens[m_at]; }
    [[nodiscard]] const Token &ahead(size_t by = 1) const { return m_tokens[std::min(m_at + by, m_tokens.size() - 1)]; }
    [[nodiscard]] bool isWord(std::string_view word, size_t by = 0) const
    {
        const Token &token = ahead(by);
        if (token.kind != TokenKind::Name || token.source.size() != word.size())
            return false;
        for (size_t i = 0; i < word.size(); ++i) {
            const char c = token.source[i];
            if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != word[i])
                return false;
        }
        return true;
    }
    [[nodiscard]] bool isReserved() const { return isWord("and") || isWord("or") || isWord("not") || isWord("in"); }
    bool takeSymbol(std::string_view symbol)
    {
        if (!here().isSymbol(symbol))
            return false;
        ++m_at;
        return true;
    }

    bool fail(size_t begin, size_t end, const QString &message, const QString &expected = {}, std::string suggestion = {})
    {
        if (!m_problem)
            m_problem = Problem{begin, end - begin, message, expected, std::move(suggestion)};
        return false;
    }
    bool fail(const Token &token, const QString &message, const QString &expected = {}, std::string suggestion = {})
    {
        return fail(token.begin, token.end, message, expected, std::move(suggestion));
    }
    // What stands here does not fit.
    bool unexpected(const QString &expected)
    {
        const Token &token = here();
        if (token.kind == TokenKind::End && m_lexical)
            m_problem = m_lexical;
        else if (token.kind == TokenKind::End)
            fail(token, QCoreApplication::translate("filter", "The filter ends too early."), expected);
        else
            fail(token, QCoreApplication::translate("filter", "%1 does not fit here.").arg(inQuotes(token.source)), expected, foreignWord(token));
        return false;
    }
    static std::string foreignWord(const Token &token)
    {
        for (const auto &[word, instead] : kForeignWords) {
            if (token.kind == TokenKind::Name && token.source == word)
                return std::string(instead);
        }
        return {};
    }
    bool expect(std::string_view symbol)
    {
        return takeSymbol(symbol) || unexpected(inQuotes(symbol));
    }
    [[nodiscard]] bool tooDeep()
    {
        return m_depth > kMostDepth
            && !fail(here(), QCoreApplication::translate("filter", "The filter is nested deeper than %1 levels.").arg(kMostDepth));
    }

    // Ends a node that began at the token `first`.
    bool finish(Syntax &node, size_t first)
    {
        node.begin = m_tokens[first].begin;
        node.end = m_at > first ? m_tokens[m_at - 1].end : m_tokens[first].end;
        node.source = m_text.substr(node.begin, node.end - node.begin);
        for (const Syntax &child : node.children)
            node.depth = std::max(node.depth, child.depth + 1);
        if (node.depth > kMostDepth)
            return fail(node.begin, node.end, QCoreApplication::translate("filter", "The filter is nested deeper than %1 levels.").arg(kMostDepth));
        if (++m_nodes > kMostNodes)
            return fail(node.begin, node.end, QCoreApplication::translate("filter", "The filter has more than %L1 parts.").arg(kMostNodes));
        return true;
    }
    static Syntax parent(SyntaxKind kind, Syntax &&child)
    {
        Syntax node;
        node.kind = kind;
        node.children.push_back(std::move(child));
        return node;
    }

    using Reader = bool (Parser::*)(Syntax &);
    bool chain(Syntax &out, SyntaxKind kind, std::string_view word, std::string_view symbol, Reader next)
    {
        const size_t first = m_at;
        if (!(this->*next)(out))
            return false;
        if (!isWord(word) && !here().isSymbol(symbol))
            return true;
        out = parent(kind, std::move(out));
        while (isWord(word) || here().isSymbol(symbol)) {
            ++m_at;
            if (!(this->*next)(out.children.emplace_back()))
                return false;
        }
        return finish(out, first);
    }
    bool disjunction(Syntax &out)
    {
        const Deeper deeper(*this);
        return !tooDeep() && chain(out, SyntaxKind::Or, "or", "||", &Parser::conjunction);
    }
    bool conjunction(Syntax &out) { return chain(out, SyntaxKind::And, "and", "&&", &Parser::negation); }
    bool negation(Syntax &out)
    {
        const size_t first = m_at;
        if (!isWord("not") && !here().isSymbol("!"))
            return comparison(out);
        const Deeper deeper(*this);
        if (tooDeep())
            return false;
        ++m_at;
        out.kind = SyntaxKind::Not;
        return negation(out.children.emplace_back()) && finish(out, first);
    }

    [[nodiscard]] const OpName *opHere() const
    {
        for (const OpName &op : kOps) {
            if (here().isSymbol(op.symbol))
                return &op;
        }
        return nullptr;
    }
    bool comparison(Syntax &out)
    {
        const size_t first = m_at;
        if (!sum(out))
            return false;
        const Token op = here();
        if (const OpName *found = opHere()) {
            ++m_at;
            out = parent(SyntaxKind::Compare, std::move(out));
            out.op = found->op;
            if (!sum(out.children.emplace_back()))
                return false;
        } else if (here().isSymbol("~") || here().isSymbol("!~")) {
            ++m_at;
            out = parent(SyntaxKind::Match, std::move(out));
            out.inverse = op.source == "!~";
            if (!sum(out.children.emplace_back()))
                return false;
        } else if (isWord("in") || (isWord("not") && isWord("in", 1))) {
            out = parent(SyntaxKind::In, std::move(out));
            out.inverse = isWord("not");
            m_at += out.inverse ? 2 : 1;
            if (!list(out))
                return false;
        } else {
            return true;
        }
        out.opBegin = op.begin;
        out.opEnd = op.end;
        return finish(out, first) && noChain(out);
    }
    bool list(Syntax &in)
    {
        if (!here().isSymbol("("))
            return unexpected(QCoreApplication::translate("filter", "a list in parentheses, such as (\"a\", \"b\")"));
        ++m_at;
        do {
            if (!sum(in.children.emplace_back()))
                return false;
        } while (takeSymbol(","));
        if (!here().isSymbol(")"))
            return unexpected(QCoreApplication::translate("filter", "“,” or “)”"));
        ++m_at;
        return true;
    }
    // 17 < mag < 19: what is meant is two conditions.
    bool noChain(const Syntax &left)
    {
        const OpName *op = opHere();
        if (!op)
            return true;
        const size_t opAt = m_at++;
        Syntax last;
        if (!sum(last))
            return false;
        std::string instead;
        if (left.kind == SyntaxKind::Compare)
            instead = std::string(left.source) + " and " + std::string(left.children[1].source) + ' ' + std::string(m_tokens[opAt].source) + ' ' + std::string(last.source);
        return fail(left.begin, last.end, QCoreApplication::translate("filter", "Comparisons cannot be chained: join two of them with “and”."), {}, std::move(instead));
    }

    bool sum(Syntax &out)
    {
        return leftChain(out, "+", SyntaxKind::Add, "-", SyntaxKind::Subtract, &Parser::product);
    }
    bool product(Syntax &out)
    {
        return leftChain(out, "*", SyntaxKind::Multiply, "/", SyntaxKind::Divide, &Parser::sign);
    }
    bool leftChain(Syntax &out, std::string_view one, SyntaxKind oneKind, std::string_view other, SyntaxKind otherKind, Reader next)
    {
        const size_t first = m_at;
        if (!(this->*next)(out))
            return false;
        while (here().isSymbol(one) || here().isSymbol(other)) {
            const bool divide = here().isSymbol("/");
            out = parent(here().isSymbol(one) ? oneKind : otherKind, std::move(out));
            ++m_at;
            Syntax &right = out.children.emplace_back();
            if (!(divide && unitAlone(right)) && !(this->*next)(right))
                return false;
            if (!finish(out, first))
                return false;
        }
        return true;
    }
    // The “yr” of 1/yr. Keys go before units: “/ mag” divides by the magnitude.
    bool unitAlone(Syntax &out)
    {
        const Token &token = here();
        const UnitName *unit = token.kind == TokenKind::Name ? findUnit(token.source) : nullptr;
        if (!unit || findAlertField(token.source) || ahead().isSymbol("(") || ahead().isSymbol(".") || ahead().isSymbol("["))
            return false;
        out.kind = SyntaxKind::Number;
        out.unit = unit;
        out.unitAlone = true;
        const size_t first = m_at++;
        return finish(out, first);
    }
    bool sign(Syntax &out)
    {
        const size_t first = m_at;
        if (!here().isSymbol("-") && !here().isSymbol("+"))
            return primary(out);
        const Deeper deeper(*this);
        if (tooDeep())
            return false;
        const bool minus = here().isSymbol("-");
        ++m_at;
        if (!minus) {
            if (!sign(out))
                return false;
            out.begin = m_tokens[first].begin;
            out.source = m_text.substr(out.begin, out.end - out.begin);
            return true;
        }
        out.kind = SyntaxKind::Negate;
        return sign(out.children.emplace_back()) && finish(out, first);
    }

    bool primary(Syntax &out)
    {
        const size_t first = m_at;
        const Token token = here();
        switch (token.kind) {
        case TokenKind::Number:
            ++m_at;
            out.kind = SyntaxKind::Number;
            out.literal = token.source;
            return unitAfter(out, token) && finish(out, first);
        case TokenKind::Text:
        case TokenKind::Time:
        case TokenKind::Sexagesimal:
            ++m_at;
            out.literal = token.source;
            out.kind = token.kind == TokenKind::Text ? SyntaxKind::Text : token.kind == TokenKind::Time ? SyntaxKind::Time : SyntaxKind::Sexagesimal;
            return finish(out, first) && (token.kind != TokenKind::Time || timeIsWhole(token));
        case TokenKind::Name:
            if (isReserved())
                return unexpected(operand());
            return name(out);
        case TokenKind::Symbol:
            if (takeSymbol("(")) {
                if (!disjunction(out) || !expect(")"))
                    return false;
                out.inParentheses = true;
                // The parentheses belong to the words that a message shows.
                out.begin = token.begin;
                out.end = m_tokens[m_at - 1].end;
                out.source = m_text.substr(out.begin, out.end - out.begin);
                return true;
            }
            return unexpected(operand());
        default:
            return unexpected(operand());
        }
    }
    // 2026-03-01 04:05: only quotes may hold a blank.
    bool timeIsWhole(const Token &date)
    {
        if (here().kind != TokenKind::Sexagesimal || date.source.size() != 10)
            return true;
        return fail(date.begin, here().end, QCoreApplication::translate("filter", "Between day and hour stands a T."), {}, std::string(date.source) + 'T' + std::string(here().source));
    }
    bool unitAfter(Syntax &out, const Token &number)
    {
        if (here().kind == TokenKind::Degrees) {
            out.unit = findUnit("deg");
            ++m_at;
            return true;
        }
        if (here().kind != TokenKind::Name || isReserved())
            return true;
        out.unit = findUnit(here().source);
        if (out.unit) {
            ++m_at;
            return true;
        }
        if (!foreignWord(here()).empty())
            return unexpected(afterOperand());
        if (findAlertField(here().source) || findSpecialWord(here().source) || findFunction(here().source) || ahead().isSymbol("."))
            return fail(here(), QCoreApplication::translate("filter", "Between %1 and %2 an operator is missing.").arg(inQuotes(number.source), inQuotes(here().source)), afterOperand(),
                        "and " + std::string(here().source));
        std::vector<std::string_view> names;
        for (const UnitName &unit : units())
            names.push_back(unit.name);
        return fail(here(), QCoreApplication::translate("filter", "%1 is no unit for %2.").arg(inQuotes(here().source), inQuotes(number.source)),
                    QCoreApplication::translate("filter", "a unit such as h, deg or arcmin, or an operator"), nearest(here().source, names));
    }

    bool name(Syntax &out)
    {
        const size_t first = m_at++;
        out.kind = SyntaxKind::Name;
        out.path.push_back({std::string(m_tokens[first].source), -1});
        if (takeSymbol("(")) {
            out.kind = SyntaxKind::Call;
            const Deeper deeper(*this);
            if (tooDeep())
                return false;
            if (!takeSymbol(")")) {
                do {
                    if (!disjunction(out.children.emplace_back()))
                        return false;
                } while (takeSymbol(","));
                if (!here().isSymbol(")"))
                    return unexpected(QCoreApplication::translate("filter", "“,” or “)”"));
                ++m_at;
            }
            return finish(out, first);
        }
        while (here().isSymbol(".") || here().isSymbol("[")) {
            if (!step(out.path))
                return false;
            if (out.path.size() > kMostSteps)
                return fail(m_tokens[first].begin, here().begin, QCoreApplication::translate("filter", "The path has more than %1 steps.").arg(kMostSteps));
        }
        return finish(out, first);
    }
    bool step(PacketPath &path)
    {
        if (takeSymbol(".")) {
            if (here().kind != TokenKind::Name)
                return unexpected(QCoreApplication::translate("filter", "the name of a field; odd names stand in brackets: [\"a.b\"]"));
            path.push_back({std::string(here().source), -1});
            ++m_at;
            return true;
        }
        ++m_at; // [
        const Token &token = here();
        int64_t index = -1;
        const char *end = token.source.data() + token.source.size();
        if (token.kind == TokenKind::Text)
            path.push_back({textValue(token.source), -1});
        else if (token.kind == TokenKind::Number && std::from_chars(token.source.data(), end, index).ptr == end && index >= 0)
            path.push_back({{}, index});
        else
            return unexpected(QCoreApplication::translate("filter", "a place such as [0], or a name in quotes"));
        ++m_at;
        return expect("]");
    }

    std::string_view m_text;
    std::optional<Problem> &m_problem;
    std::optional<Problem> m_lexical; // tells only when the tokens before it were read
    std::vector<Token> m_tokens;
    size_t m_at = 0;
    int m_depth = 0;
    int m_nodes = 0;
};

} // namespace

const char *textOf(CompareOp op)
{
    constexpr const char *kTexts[] = {"=", "!=", "<", "<=", ">", ">="};
    return kTexts[static_cast<int>(op)];
}

std::optional<Syntax> parse(std::string_view text, std::optional<Problem> &problem)
{
    if (text.size() > kMostBytes) {
        problem = Problem{kMostBytes, text.size() - kMostBytes, QCoreApplication::translate("filter", "The filter is longer than 64 KiB."), {}, {}};
        return std::nullopt;
    }
    if (const size_t at = firstBrokenByte(text); at != std::string_view::npos) {
        problem = Problem{at, 1, QCoreApplication::translate("filter", "The filter holds a byte that is no UTF-8."), {}, {}};
        return std::nullopt;
    }
    std::optional<Syntax> root = Parser(text, problem).read();
    return problem ? std::nullopt : std::move(root);
}

} // namespace tocsin::filter
