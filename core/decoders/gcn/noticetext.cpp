// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/gcn/noticetext.h"

#include "core/base/utf8.h"

#include <charconv>
#include <cmath>
#include <unordered_map>

namespace tocsin::decoders {

namespace {

constexpr size_t kMostNotices = 10'000;
constexpr size_t kMostKeys = 500; // of one notice; real ones have up to 60
constexpr size_t kMostRepeats = 10'000; // of one key; more of them say nothing new
constexpr size_t kLongestKey = 40;

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

// "/////…" stands between the notices of one file.
bool isSeparator(std::string_view line)
{
    return line.size() >= 10 && line.find_first_not_of('/') >= 10;
}

// Collects the lines of one notice.
class Section
{
public:
    explicit Section(TreeBudget &budget) : m_budget(budget) {}

    [[nodiscard]] bool isEmpty() const { return m_tree.empty(); }
    [[nodiscard]] bool isNotice() const { return m_tree.contains("NOTICE_TYPE") || m_tree.contains("NOTICE_DATE"); }
    [[nodiscard]] bool isCut() const { return m_cut; }

    void add(std::string_view key, std::string_view value)
    {
        auto &members = m_tree.get_ref<FieldTree::object_t &>();
        const auto known = m_places.find(std::string(key));
        m_last = nullptr;
        if (known == m_places.end()) {
            if (members.size() >= kMostKeys || !m_budget.spend(2 * TreeBudget::kPerValue + key.size() + value.size())) {
                m_cut = true;
                return;
            }
            m_places.emplace(key, members.size());
            members.emplace_back(std::string(key), FieldTree(std::string(value)));
            m_last = &members.back().second;
            return;
        }
        FieldTree &there = (members.begin() + static_cast<std::ptrdiff_t>(known->second))->second;
        if (!there.is_array())
            there = FieldTree::array({std::move(there)});
        if (there.size() >= kMostRepeats || !m_budget.spend(TreeBudget::kPerValue + value.size())) {
            m_cut = true;
            return;
        }
        there.push_back(std::string(value));
        m_last = &there.back();
    }

    void append(std::string_view line)
    {
        if (!m_last)
            return;
        if (!m_budget.spend(line.size() + 1)) {
            m_cut = true;
            return;
        }
        auto &text = m_last->get_ref<std::string &>();
        text += '\n';
        text += line;
    }
    void endValue() { m_last = nullptr; }

    [[nodiscard]] FieldTree take()
    {
        FieldTree numbers = FieldTree::object();
        for (const auto &[key, value] : m_tree.items()) {
            std::string_view rest;
            if (!value.is_string())
                continue;
            const auto number = leadingNumber(value.get_ref<const std::string &>(), rest);
            if (number && trimmed(rest).starts_with('['))
                numbers.get_ref<FieldTree::object_t &>().emplace_back(key, *number);
        }
        if (!numbers.empty())
            m_tree.get_ref<FieldTree::object_t &>().emplace_back("numbers", std::move(numbers));
        return std::move(m_tree);
    }

private:
    TreeBudget &m_budget;
    FieldTree m_tree = FieldTree::object();
    std::unordered_map<std::string, size_t> m_places;
    FieldTree *m_last = nullptr; // takes the lines that continue it; void once another key came
    bool m_cut = false;
};

} // namespace

std::string cleanText(std::string_view bytes, bool &mended)
{
    mended = false;
    std::string out;
    out.reserve(bytes.size());
    for (size_t at = 0; at < bytes.size();) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        char32_t character = 0;
        const size_t length = byte == 0 ? 0 : byte < 0x80 ? 1 : utf8Sequence(bytes.substr(at), character);
        if (length > 0) {
            out += bytes.substr(at, length);
            at += length;
            continue;
        }
        mended = true;
        if (byte >= 0xa0) {
            out += static_cast<char>(0xc0 | byte >> 6);
            out += static_cast<char>(0x80 | (byte & 0x3f));
        } else {
            out += "\xef\xbf\xbd";
        }
        ++at;
    }
    return out;
}

std::string_view nextLine(std::string_view text, size_t &at)
{
    const size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n')
        ++at;
    return line;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks(" \t\r\n\v\f\0", 7);
    const size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::string_view keyOf(std::string_view line)
{
    const size_t colon = line.substr(0, kLongestKey + 1).find(':');
    if (colon == std::string_view::npos || colon == 0)
        return {};
    for (const char c : line.substr(0, colon)) {
        const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!letter && std::string_view("_-/[].+").find(c) == std::string_view::npos)
            return {};
    }
    return line.substr(0, colon);
}

bool contains(std::string_view text, std::string_view word)
{
    return text.find(word) != std::string_view::npos;
}

std::string_view noticeValue(const Value &notice, const char *key)
{
    const Value value = notice[key];
    return (value.isArray() ? value.first() : value).text().value_or(std::string_view());
}

bool mayBeText(std::string_view beginning)
{
    const size_t first = beginning.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || static_cast<unsigned char>(beginning[first]) < 0x20 || std::string_view("{[<").find(beginning[first]) != std::string_view::npos)
        return false;
    return beginning.substr(0, 256).find('\0') == std::string_view::npos;
}

bool hasLine(std::string_view text, std::string_view beginning)
{
    for (size_t at = 0; at < text.size();) {
        if (nextLine(text, at).starts_with(beginning))
            return true;
    }
    return false;
}

std::optional<double> leadingNumber(std::string_view value, std::string_view &rest)
{
    size_t begin = 0;
    while (begin < value.size() && isBlank(value[begin]))
        ++begin;
    if (begin < value.size() && value[begin] == '+')
        ++begin;
    double number = 0;
    const auto [end, wrong] = std::from_chars(value.data() + begin, value.data() + value.size(), number);
    if (wrong != std::errc() || !std::isfinite(number))
        return std::nullopt;
    rest = value.substr(static_cast<size_t>(end - value.data()));
    return number + 0.0;
}

bool readNotices(std::string_view text, TreeBudget &budget, std::vector<FieldTree> &notices, std::vector<std::string> &problems, std::string &error)
{
    bool mended = false;
    bool cut = false;
    const std::string clean = cleanText(text, mended);
    std::optional<Section> section(std::in_place, budget);
    const auto finish = [&] {
        cut = cut || section->isCut();
        if (section->isNotice())
            notices.push_back(section->take());
        section.emplace(budget);
    };
    for (size_t at = 0; at < clean.size();) {
        const std::string_view line = nextLine(clean, at);
        if (isSeparator(line)) {
            finish();
        } else if (!line.empty() && isBlank(line.front())) {
            if (const std::string_view more = trimmed(line); !more.empty())
                section->append(more);
        } else if (const std::string_view key = keyOf(line); !key.empty()) {
            if (key == "TITLE" && !section->isEmpty())
                finish();
            section->add(key, trimmed(line.substr(key.size() + 1)));
        } else if (!line.empty()) {
            section->endValue();
        }
        if (notices.size() > kMostNotices) {
            error = "the text holds more than 10,000 notices";
            return false;
        }
    }
    finish();
    if (notices.empty()) {
        error = "the text begins like a notice of GCN, but has no NOTICE_TYPE";
        return false;
    }
    if (mended)
        problems.emplace_back("bytes that are no UTF-8 were read as Latin-1");
    if (cut)
        problems.emplace_back("the notice has too many lines to keep them all");
    return true;
}

} // namespace tocsin::decoders
