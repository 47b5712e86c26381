// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/jsonreader.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace tocsin::decoders {

namespace {

constexpr size_t kKeptBuffer = 8u << 20; // a thread keeps no more than this between packets
constexpr size_t kMostProblems = 20;

// Recursive descent with a bounded depth; reads into a tree.
class TolerantReader
{
public:
    explicit TolerantReader(std::string_view text) : m_text(text) {}

    JsonDocument read()
    {
        JsonDocument document;
        document.tree = std::make_unique<FieldTree>();
        if (m_text.starts_with("\xef\xbb\xbf")) {
            m_at = 3;
            problem("a byte order mark was skipped");
        }
        skipBlanks();
        if (m_at == m_text.size())
            fail("the message is empty");
        else if (value(*document.tree, 0)) {
            skipBlanks();
            if (m_at < m_text.size())
                fail("the JSON is complete at byte " + std::to_string(m_at) + ", but more follows");
        }
        document.problems = std::move(m_problems);
        document.error = std::move(m_error);
        if (document.error.empty())
            document.root = Value(document.tree.get());
        return document;
    }

private:
    bool fail(std::string what)
    {
        if (m_error.empty())
            m_error = std::move(what);
        return false;
    }
    bool failHere(const char *what) { return fail(std::string(what) + " at byte " + std::to_string(m_at)); }
    bool failEnd(const char *where) { return fail("the JSON ends at byte " + std::to_string(m_text.size()) + " " + where); }
    void problem(std::string what)
    {
        if (m_problems.size() < kMostProblems && std::ranges::find(m_problems, what) == m_problems.end())
            m_problems.push_back(std::move(what));
    }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char here() const { return m_text[m_at]; }
    void skipBlanks()
    {
        while (!atEnd() && (here() == ' ' || here() == '\n' || here() == '\r' || here() == '\t'))
            ++m_at;
    }
    bool word(std::string_view expected)
    {
        if (m_text.substr(m_at, expected.size()) != expected)
            return false;
        m_at += expected.size();
        return true;
    }

    bool value(FieldTree &out, int depth)
    {
        if (depth > kMostDepth)
            return failHere("the JSON is nested deeper than 64 levels");
        if (!m_budget.spend(TreeBudget::kPerValue))
            return failHere("the JSON is broken and has too many values to be mended; reading ended");
        if (atEnd())
            return failEnd("where a value should stand");
        switch (here()) {
        case '{':
            return object(out, depth);
        case '[':
            return array(out, depth);
        case '"': {
            std::string text;
            if (!string(text))
                return false;
            out = std::move(text);
            return true;
        }
        case 't':
            if (word("true")) {
                out = true;
                return true;
            }
            break;
        case 'f':
            if (word("false")) {
                out = false;
                return true;
            }
            break;
        case 'n':
            if (word("null")) {
                out = nullptr;
                return true;
            }
            break;
        default:
            break;
        }
        for (const std::string_view odd : {"NaN", "-NaN", "nan", "Infinity", "-Infinity", "inf", "-inf"}) {
            if (word(odd)) {
                problem(std::string(odd) + " is no JSON number and counts as missing");
                out = nullptr;
                return true;
            }
        }
        if (here() == '-' || (here() >= '0' && here() <= '9'))
            return number(out);
        return m_text.substr(m_at).size() < 5 && std::string_view("truefalsenull").find(m_text.substr(m_at)) != std::string_view::npos
            ? failEnd("inside a word")
            : failHere("something that is no JSON stands");
    }

    bool object(FieldTree &out, int depth)
    {
        out = FieldTree::object();
        ++m_at;
        skipBlanks();
        if (!atEnd() && here() == '}') {
            ++m_at;
            return true;
        }
        for (;;) {
            skipBlanks();
            if (atEnd())
                return failEnd("inside an object");
            if (here() != '"')
                return failHere("a key in double quotes is missing");
            std::string key;
            if (!string(key))
                return false;
            skipBlanks();
            if (atEnd())
                return failEnd("inside an object");
            if (here() != ':')
                return failHere("a colon is missing");
            ++m_at;
            skipBlanks();
            FieldTree item;
            if (!value(item, depth + 1))
                return false;
            // Appended without a search: the first of two equal keys is the one that is found.
            out.get_ref<FieldTree::object_t &>().emplace_back(std::move(key), std::move(item));
            skipBlanks();
            if (atEnd())
                return failEnd("inside an object");
            if (here() == '}') {
                ++m_at;
                return true;
            }
            if (here() != ',')
                return failHere("a comma is missing");
            ++m_at;
        }
    }

    bool array(FieldTree &out, int depth)
    {
        out = FieldTree::array();
        ++m_at;
        skipBlanks();
        if (!atEnd() && here() == ']') {
            ++m_at;
            return true;
        }
        for (;;) {
            skipBlanks();
            FieldTree item;
            if (!value(item, depth + 1))
                return false;
            out.push_back(std::move(item));
            skipBlanks();
            if (atEnd())
                return failEnd("inside a list");
            if (here() == ']') {
                ++m_at;
                return true;
            }
            if (here() != ',')
                return failHere("a comma is missing");
            ++m_at;
        }
    }

    bool number(FieldTree &out)
    {
        const size_t begin = m_at;
        if (here() == '-')
            ++m_at;
        const auto digits = [this] {
            const size_t before = m_at;
            while (!atEnd() && here() >= '0' && here() <= '9')
                ++m_at;
            return m_at - before;
        };
        const size_t firstDigit = m_at;
        if (digits() == 0)
            return atEnd() ? failEnd("inside a number") : failHere("a number has no digits");
        if (m_at - firstDigit > 1 && m_text[firstDigit] == '0')
            return failHere("a number begins with 0");
        bool real = false;
        if (!atEnd() && here() == '.') {
            real = true;
            ++m_at;
            if (digits() == 0)
                return atEnd() ? failEnd("inside a number") : failHere("a number has no digits behind its point");
        }
        if (!atEnd() && (here() == 'e' || here() == 'E')) {
            real = true;
            ++m_at;
            if (!atEnd() && (here() == '+' || here() == '-'))
                ++m_at;
            if (digits() == 0)
                return atEnd() ? failEnd("inside a number") : failHere("a number has no exponent");
        }
        const std::string_view token = m_text.substr(begin, m_at - begin);
        if (!real) {
            int64_t integer = 0;
            uint64_t natural = 0;
            if (std::from_chars(token.data(), token.data() + token.size(), integer).ec == std::errc()) {
                out = integer;
                return true;
            }
            if (std::from_chars(token.data(), token.data() + token.size(), natural).ec == std::errc()) {
                out = natural;
                return true;
            }
            problem("an integer of " + std::to_string(token.size()) + " digits was kept as text");
            out = std::string(token.substr(0, 1'000));
            return true;
        }
        double value = 0;
        const auto result = std::from_chars(token.data(), token.data() + token.size(), value);
        if (const size_t exponent = token.find_first_of("eE");
            result.ec == std::errc::result_out_of_range && exponent != std::string_view::npos && token[exponent + 1] == '-') {
            out = 0.0; // too small for a double
            return true;
        }
        if (result.ec != std::errc() || !std::isfinite(value)) {
            problem("the number " + std::string(token.substr(0, 40)) + " is beyond every double and counts as missing");
            out = nullptr;
            return true;
        }
        out = value;
        return true;
    }

    static void appendCodePoint(std::string &out, uint32_t code)
    {
        if (code < 0x80) {
            out += static_cast<char>(code);
        } else if (code < 0x800) {
            out += static_cast<char>(0xc0 | code >> 6);
            out += static_cast<char>(0x80 | (code & 0x3f));
        } else if (code < 0x10000) {
            out += static_cast<char>(0xe0 | code >> 12);
            out += static_cast<char>(0x80 | (code >> 6 & 0x3f));
            out += static_cast<char>(0x80 | (code & 0x3f));
        } else {
            out += static_cast<char>(0xf0 | code >> 18);
            out += static_cast<char>(0x80 | (code >> 12 & 0x3f));
            out += static_cast<char>(0x80 | (code >> 6 & 0x3f));
            out += static_cast<char>(0x80 | (code & 0x3f));
        }
    }

    bool fourHex(uint32_t &code)
    {
        if (m_text.size() - m_at < 4)
            return failEnd("inside a text");
        const auto result = std::from_chars(m_text.data() + m_at, m_text.data() + m_at + 4, code, 16);
        if (result.ptr != m_text.data() + m_at + 4)
            return failHere("four hexadecimal digits are missing");
        m_at += 4;
        return true;
    }

    bool escape(std::string &out)
    {
        if (atEnd())
            return failEnd("inside a text");
        const char c = here();
        ++m_at;
        static constexpr std::string_view from = "\"\\/bfnrt";
        static constexpr std::string_view to = "\"\\/\b\f\n\r\t";
        if (const size_t i = from.find(c); i != std::string_view::npos) {
            out += to[i];
            return true;
        }
        if (c != 'u') {
            --m_at;
            return failHere("an escape is not known");
        }
        uint32_t code = 0;
        if (!fourHex(code))
            return false;
        if (code >= 0xd800 && code < 0xdc00 && m_text.substr(m_at, 2) == "\\u") {
            const size_t back = m_at;
            m_at += 2;
            uint32_t low = 0;
            if (!fourHex(low))
                return false;
            if (low >= 0xdc00 && low < 0xe000)
                code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            else
                m_at = back; // the second is a character of its own
        }
        if (code >= 0xd800 && code < 0xe000) {
            problem("half a surrogate pair was replaced");
            code = 0xfffd;
        }
        appendCodePoint(out, code);
        return true;
    }

    bool string(std::string &out)
    {
        ++m_at;
        for (;;) {
            const size_t begin = m_at;
            while (!atEnd() && here() != '"' && here() != '\\' && static_cast<unsigned char>(here()) >= 0x20 && static_cast<unsigned char>(here()) < 0x80)
                ++m_at;
            out.append(m_text, begin, m_at - begin);
            if (atEnd())
                return failEnd("inside a text");
            const char c = here();
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (c == '\\') {
                ++m_at;
                if (!escape(out))
                    return false;
                continue;
            }
            if (static_cast<unsigned char>(c) < 0x20) {
                problem("a bare control character in a text");
                out += c;
                ++m_at;
                continue;
            }
            char32_t character = 0;
            if (const size_t length = utf8Sequence(m_text.substr(m_at), character); length > 0) {
                out.append(m_text, m_at, length);
                m_at += length;
                continue;
            }
            problem("a byte that is no UTF-8 was replaced");
            appendCodePoint(out, 0xfffd);
            ++m_at;
        }
    }

    std::string_view m_text;
    size_t m_at = 0;
    TreeBudget m_budget;
    std::vector<std::string> m_problems;
    std::string m_error;
};

struct ThreadParser {
    simdjson::dom::parser parser;
    std::unique_ptr<char[]> buffer;
    size_t capacity = 0;
};

// simdjson looks at some bytes behind the text, whatever they are. Memory is there or not by the page, so they need no copy
// of the text unless its last page ends before them ("free padding" in simdjson's documentation).
bool mayReadBehind(std::string_view text)
{
    constexpr uintptr_t kPage = 4'096; // the smallest of any machine
    const auto end = reinterpret_cast<uintptr_t>(text.data()) + text.size();
    return !text.empty() && (end - 1) / kPage == (end - 1 + simdjson::SIMDJSON_PADDING) / kPage;
}

bool isMapKey(std::string_view key)
{
    return key == "skymap" || key == "combined_skymap" || key == "healpix_file";
}

FieldTree bytesTree(size_t size, const char *media)
{
    return FieldTree{{"bytes", size}, {"media", media}};
}

const char *mediaOf(std::string_view bytes)
{
    if (bytes.starts_with("\x1f\x8b"))
        return "application/gzip";
    if (bytes.starts_with("SIMPLE  ="))
        return "image/fits";
    return "application/octet-stream";
}

FieldTree treeOf(const Value &value, std::string_view key, TreeBudget &budget)
{
    if (const auto bytes = value.binary())
        return bytesTree(bytes->size(), mediaOf(*bytes));
    if (const auto text = value.text()) {
        if (isMapKey(key) && text->size() > 1'000)
            return bytesTree(text->size() / 4 * 3, "image/fits");
        return std::string(*text);
    }
    if (value.isObject()) {
        FieldTree tree = FieldTree::object();
        auto &members = tree.get_ref<FieldTree::object_t &>();
        value.forEach([&](std::string_view name, const Value &item) {
            if (budget.spend(TreeBudget::kPerValue + name.size()))
                members.emplace_back(std::string(name), treeOf(item, name, budget));
        });
        return tree;
    }
    if (value.isArray()) {
        FieldTree tree = FieldTree::array();
        value.forEach([&](std::string_view, const Value &item) {
            if (budget.spend(TreeBudget::kPerValue))
                tree.push_back(treeOf(item, {}, budget));
        });
        return tree;
    }
    if (const auto flag = value.boolean())
        return *flag;
    if (value.isNumber()) {
        const std::string digits = value.idText().value_or(std::string());
        int64_t integer = 0;
        uint64_t natural = 0;
        const char *end = digits.data() + digits.size();
        if (const auto r = std::from_chars(digits.data(), end, integer); r.ec == std::errc() && r.ptr == end)
            return integer;
        if (const auto r = std::from_chars(digits.data(), end, natural); r.ec == std::errc() && r.ptr == end)
            return natural;
        const double real = *value.number();
        return std::isfinite(real) ? FieldTree(real) : FieldTree(nullptr); // JSON knows no NaN
    }
    return nullptr;
}

} // namespace

JsonDocument readBrokenJson(std::string_view text)
{
    return TolerantReader(text).read();
}

JsonDocument readJson(std::string_view text)
{
    thread_local ThreadParser own;
    if (own.parser.capacity() > kKeptBuffer && text.size() < kKeptBuffer)
        own = ThreadParser();
    const char *from = text.data();
    if (!mayReadBehind(text)) {
        const size_t needed = text.size() + simdjson::SIMDJSON_PADDING;
        if (own.capacity < needed) {
            own.capacity = std::max<size_t>(needed, 64u << 10);
            own.buffer = std::make_unique_for_overwrite<char[]>(own.capacity);
        }
        std::memcpy(own.buffer.get(), text.data(), text.size());
        std::memset(own.buffer.get() + text.size(), 0, simdjson::SIMDJSON_PADDING);
        from = own.buffer.get();
    }
    if (own.parser.capacity() < text.size() || own.parser.max_depth() != kMostDepth) {
        if (own.parser.allocate(std::max<size_t>(text.size(), 64u << 10), kMostDepth) != simdjson::SUCCESS)
            return readBrokenJson(text);
    }
    simdjson::dom::element root;
    if (own.parser.parse(reinterpret_cast<const uint8_t *>(from), text.size(), false).get(root) == simdjson::SUCCESS) {
        JsonDocument document;
        document.root = Value(root);
        return document;
    }
    return readBrokenJson(text);
}

FieldTree toFieldTree(const Value &value, TreeBudget &budget, std::string_view key)
{
    return treeOf(value, key, budget);
}

} // namespace tocsin::decoders
