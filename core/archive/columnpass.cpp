// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/columnpass.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace tocsin::archive {

using filter::CompareOp;
using filter::Kind;
using filter::Node;
using filter::Truth;
using filter::Type;

namespace {

constexpr uint8_t kFalse = 0;
constexpr uint8_t kUnknown = 1;
constexpr uint8_t kTrue = 2;
static_assert(static_cast<uint8_t>(Truth::False) == kFalse && static_cast<uint8_t>(Truth::Unknown) == kUnknown
              && static_cast<uint8_t>(Truth::True) == kTrue);

CompareOp turned(CompareOp op) // for children the other way round
{
    switch (op) {
    case CompareOp::Less:
        return CompareOp::Greater;
    case CompareOp::LessEqual:
        return CompareOp::GreaterEqual;
    case CompareOp::Greater:
        return CompareOp::Less;
    case CompareOp::GreaterEqual:
        return CompareOp::LessEqual;
    default:
        return op;
    }
}

template <typename T>
bool holds(CompareOp op, const T &a, const T &b)
{
    switch (op) {
    case CompareOp::Equal:
        return a == b;
    case CompareOp::NotEqual:
        return a != b;
    case CompareOp::Less:
        return a < b;
    case CompareOp::LessEqual:
        return a <= b;
    case CompareOp::Greater:
        return a > b;
    case CompareOp::GreaterEqual:
        return a >= b;
    }
    return false;
}

// One loop for each operator, so that the compiler makes vectors of it.
template <typename T, typename Missing>
void compareAll(CompareOp op, const std::vector<T> &a, const std::vector<T> &b, std::vector<uint8_t> &into, Missing missing)
{
    const auto with = [&](auto test) {
        for (size_t i = 0; i < a.size(); ++i) {
            const bool unknown = missing(a[i]) | missing(b[i]);
            into[i] = static_cast<uint8_t>(unknown ? kUnknown : test(a[i], b[i]) ? kTrue : kFalse);
        }
    };
    switch (op) {
    case CompareOp::Equal:
        return with(std::equal_to<T>());
    case CompareOp::NotEqual:
        return with(std::not_equal_to<T>());
    case CompareOp::Less:
        return with(std::less<T>());
    case CompareOp::LessEqual:
        return with(std::less_equal<T>());
    case CompareOp::Greater:
        return with(std::greater<T>());
    case CompareOp::GreaterEqual:
        return with(std::greater_equal<T>());
    }
}

bool isText(const Node &node)
{
    return node.kind == Kind::Key && node.type == Type::Text;
}

} // namespace

ColumnPass::ColumnPass(ColumnReader &reader, const Node &root, UtcTime now, const std::unordered_map<uint32_t, std::string> &streams,
                       const Words &words)
    : m_reader(reader), m_root(root), m_now(now), m_streams(streams), m_words(words)
{
}

ColumnPass::~ColumnPass() = default;

bool ColumnPass::judge(int64_t first, size_t count, std::vector<Verdict> &into)
{
    m_first = first;
    m_count = count;
    m_failed = false;
    m_numbers.clear();
    into.assign(count, No);
    m_there.resize(count);
    if (!m_reader.codes(streamColumn(), first, count, m_there.data()))
        return false;
    if (std::ranges::all_of(m_there, [](uint32_t stream) { return stream == 0; }))
        return true;
    const Truths truths = condition(m_root);
    if (m_failed)
        return false;
    for (size_t i = 0; i < count; ++i) {
        if (m_there[i] == 0)
            continue;
        if (truths.low[i] == kTrue)
            into[i] = Yes;
        else if (!truths.high.empty() && truths.high[i] == kTrue)
            into[i] = Ask;
    }
    return true;
}

ColumnPass::Truths ColumnPass::open() const
{
    return {std::vector<uint8_t>(m_count, kFalse), std::vector<uint8_t>(m_count, kTrue)};
}

ColumnPass::Truths ColumnPass::condition(const Node &node)
{
    switch (node.kind) {
    case Kind::Bool:
        return {std::vector<uint8_t>(m_count, node.flag ? kTrue : kFalse), {}};
    case Kind::Key:
        return keyCondition(node);
    case Kind::And:
    case Kind::Or:
    case Kind::Not:
        return logic(node);
    case Kind::Compare:
        return compare(node);
    case Kind::In:
        return in(node);
    case Kind::Match:
        if (!isText(node.children[0]))
            return open();
        return textCondition(node, node.children[0].field, [&node](std::string_view text) {
            const std::optional<bool> found = node.regex->find(text);
            return found ? filter::truthOf(*found != node.flag) : Truth::Unknown;
        });
    case Kind::Has:
        return has(node);
    case Kind::Cone:
        return cone(node);
    case Kind::Word:
        return word(node);
    default:
        return open();
    }
}

ColumnPass::Truths ColumnPass::keyCondition(const Node &node)
{
    const int column = columnIndex(node.field);
    if (column < 0 || columnSpecs()[static_cast<size_t>(column)].kind != ColumnKind::Flag)
        return open();
    Truths truths{std::vector<uint8_t>(m_count), {}};
    m_failed = m_failed || !m_reader.flags(column, m_first, m_count, truths.low.data());
    for (uint8_t &flag : truths.low)
        flag = flag == 0 ? kUnknown : flag == 2 ? kTrue : kFalse;
    return truths;
}

ColumnPass::Truths ColumnPass::logic(const Node &node)
{
    Truths all = condition(node.children[0]);
    if (node.kind == Kind::Not) {
        for (uint8_t &truth : all.low)
            truth = static_cast<uint8_t>(kTrue - truth);
        for (uint8_t &truth : all.high)
            truth = static_cast<uint8_t>(kTrue - truth);
        if (!all.high.empty())
            all.low.swap(all.high);
        return all;
    }
    const bool both = node.kind == Kind::And;
    const auto join = [both](std::vector<uint8_t> &into, const std::vector<uint8_t> &from) {
        if (both) {
            for (size_t i = 0; i < into.size(); ++i)
                into[i] = std::min(into[i], from[i]);
        } else {
            for (size_t i = 0; i < into.size(); ++i)
                into[i] = std::max(into[i], from[i]);
        }
    };
    for (size_t child = 1; child < node.children.size(); ++child) {
        // What is decided for every row needs no further column.
        const uint8_t decided = both ? kFalse : kTrue;
        const std::vector<uint8_t> &bound = both && !all.high.empty() ? all.high : all.low;
        if (std::ranges::all_of(bound, [decided](uint8_t truth) { return truth == decided; }))
            break;
        const Truths next = condition(node.children[child]);
        if (all.high.empty() && !next.high.empty())
            all.high = all.low;
        if (!all.high.empty())
            join(all.high, next.high.empty() ? next.low : next.high);
        join(all.low, next.low);
    }
    return all;
}

ColumnPass::Truths ColumnPass::compare(const Node &node)
{
    const Node &left = node.children[0];
    const Node &right = node.children[1];
    Truths truths{std::vector<uint8_t>(m_count), {}};
    if (left.type == Type::Number && right.type == Type::Number) {
        Numbers a;
        Numbers b;
        if (!numbers(left, a) || !numbers(right, b))
            return open();
        compareAll(node.op, a, b, truths.low, [](double value) { return value != value; });
        return truths;
    }
    if (left.type == Type::Time && right.type == Type::Time) {
        Times a;
        Times b;
        if (!times(left, a) || !times(right, b))
            return open();
        compareAll(node.op, a, b, truths.low, [](int64_t value) { return value == UtcTime::kNone; });
        return truths;
    }
    if (isText(left) && right.kind == Kind::Text) {
        return textCondition(node, left.field, [&](std::string_view text) { return filter::truthOf(holds<std::string_view>(node.op, text, right.text)); });
    }
    if (isText(right) && left.kind == Kind::Text) {
        const CompareOp op = turned(node.op);
        return textCondition(node, right.field, [&, op](std::string_view text) { return filter::truthOf(holds<std::string_view>(op, text, left.text)); });
    }
    if (left.type == Type::Truth && right.kind == Kind::Bool && (node.op == CompareOp::Equal || node.op == CompareOp::NotEqual)) {
        truths = condition(left);
        if (right.flag != (node.op == CompareOp::Equal)) {
            for (std::vector<uint8_t> *bound : {&truths.low, &truths.high}) {
                for (uint8_t &truth : *bound)
                    truth = static_cast<uint8_t>(kTrue - truth);
            }
            if (!truths.high.empty())
                truths.low.swap(truths.high);
        }
        return truths;
    }
    return open();
}

ColumnPass::Truths ColumnPass::in(const Node &node)
{
    const Node &value = node.children[0];
    const filter::Choices &choices = *node.choices;
    if (isText(value)) {
        return textCondition(node, value.field, [&choices](std::string_view text) {
            return filter::truthOf(std::ranges::binary_search(choices.texts, text));
        });
    }
    Truths truths{std::vector<uint8_t>(m_count), {}};
    if (value.type == Type::Number) {
        Numbers numbersAt;
        if (!numbers(value, numbersAt))
            return open();
        for (size_t i = 0; i < m_count; ++i) {
            const double number = numbersAt[i];
            const bool listed = std::ranges::any_of(choices.numbers, [number](const filter::Numeral &choice) { return choice.real == number; });
            truths.low[i] = std::isnan(number) ? kUnknown : listed ? kTrue : kFalse;
        }
        return truths;
    }
    if (value.type == Type::Time) {
        Times timesAt;
        if (!times(value, timesAt))
            return open();
        for (size_t i = 0; i < m_count; ++i) {
            const bool listed = std::ranges::find(choices.timesUs, timesAt[i]) != choices.timesUs.end();
            truths.low[i] = timesAt[i] == UtcTime::kNone ? kUnknown : listed ? kTrue : kFalse;
        }
        return truths;
    }
    return open();
}

ColumnPass::Truths ColumnPass::has(const Node &node)
{
    const Node &value = node.children[0];
    Truths truths{std::vector<uint8_t>(m_count, kFalse), {}};
    const auto fill = [&truths](const auto &values, auto missing) {
        for (size_t i = 0; i < values.size(); ++i)
            truths.low[i] = missing(values[i]) ? kFalse : kTrue;
    };
    if (value.type == Type::Number) {
        Numbers at;
        if (!numbers(value, at))
            return open();
        fill(at, [](double number) { return number != number; });
        return truths;
    }
    if (value.type == Type::Time) {
        Times at;
        if (!times(value, at))
            return open();
        fill(at, [](int64_t us) { return us == UtcTime::kNone; });
        return truths;
    }
    if (value.kind != Kind::Key)
        return open();
    const int column = columnIndex(value.field);
    if (column < 0)
        return open();
    switch (columnSpecs()[static_cast<size_t>(column)].kind) {
    case ColumnKind::Flag: {
        std::vector<uint8_t> flags(m_count);
        m_failed = m_failed || !m_reader.flags(column, m_first, m_count, flags.data());
        fill(flags, [](uint8_t flag) { return flag == 0; });
        return truths;
    }
    case ColumnKind::Coded:
        m_codes.resize(m_count);
        m_failed = m_failed || !m_reader.codes(column, m_first, m_count, m_codes.data());
        fill(m_codes, [](uint32_t code) { return code == 0; });
        return truths;
    case ColumnKind::Stream:
        fill(m_there, [](uint32_t stream) { return stream == 0; });
        return truths;
    case ColumnKind::Long:
    case ColumnKind::List:
        m_failed = m_failed || !m_reader.texts(column, m_first, m_count, m_texts);
        fill(m_texts, [](std::string_view text) { return text.empty(); });
        return truths;
    default:
        return open();
    }
}

ColumnPass::Truths ColumnPass::cone(const Node &node)
{
    if (!positions())
        return open();
    const Numbers &ra = m_numbers[columnIndex(findAlertField("ra"))];
    const Numbers &dec = m_numbers[columnIndex(findAlertField("dec"))];
    Truths truths{std::vector<uint8_t>(m_count), {}};
    const filter::Cone &cone = node.cone;
    // Most rows are outside the circle's band of declination or its span of right ascension, a little wider than they must
    // be; the rest is judged as a single alert is.
    constexpr double kSlack = 1e-6;
    constexpr double kDegree = 0.017453292519943295;
    const double lowest = cone.decDeg - cone.radiusDeg - kSlack;
    const double highest = cone.decDeg + cone.radiusDeg + kSlack;
    double span = 360;
    if (lowest > -90 && highest < 90 && cone.radiusDeg < 90) {
        const double sine = std::sin(cone.radiusDeg * kDegree) / std::cos(cone.decDeg * kDegree);
        if (sine < 1)
            span = std::asin(sine) / kDegree + kSlack;
    }
    for (size_t i = 0; i < m_count; ++i) {
        if (std::isnan(ra[i]) || std::isnan(dec[i])) {
            truths.low[i] = kUnknown;
            continue;
        }
        if (dec[i] < lowest || dec[i] > highest)
            continue;
        const double apart = std::abs(ra[i] - cone.raDeg);
        if (std::min(apart, 360 - apart) > span)
            continue;
        truths.low[i] = cone.contains(ra[i], dec[i]) ? kTrue : kFalse;
    }
    return truths;
}

ColumnPass::Truths ColumnPass::textCondition(const Node &node, const AlertField *field, const TextTest &test)
{
    const int column = columnIndex(field);
    if (column < 0)
        return open();
    Truths truths{std::vector<uint8_t>(m_count), {}};
    const ColumnKind kind = columnSpecs()[static_cast<size_t>(column)].kind;
    if (kind == ColumnKind::Long) {
        m_failed = m_failed || !m_reader.texts(column, m_first, m_count, m_texts);
        for (size_t i = 0; i < m_count; ++i)
            truths.low[i] = m_texts[i].empty() ? kUnknown : static_cast<uint8_t>(test(m_texts[i]));
        return truths;
    }
    if (kind == ColumnKind::Stream) {
        Coded &coded = m_coded[{&node, column}];
        for (size_t i = 0; i < m_count; ++i) {
            const uint32_t stream = m_there[i];
            if (stream >= coded.low.size())
                coded.low.resize(stream + 1, 0xff);
            if (coded.low[stream] == 0xff) {
                const auto it = m_streams.find(stream);
                coded.low[stream] = it == m_streams.end() || it->second.empty() ? kUnknown : static_cast<uint8_t>(test(it->second));
            }
            truths.low[i] = coded.low[stream];
        }
        return truths;
    }
    if (kind != ColumnKind::Coded)
        return open();
    Coded &coded = m_coded[{&node, column}];
    if (coded.low.empty()) {
        coded.low.push_back(kUnknown);
        for (const std::string &text : m_reader.dictionary(column))
            coded.low.push_back(static_cast<uint8_t>(test(text)));
    }
    m_codes.resize(m_count);
    m_failed = m_failed || !m_reader.codes(column, m_first, m_count, m_codes.data());
    for (size_t i = 0; i < m_count; ++i) {
        if (m_codes[i] < coded.low.size()) {
            truths.low[i] = coded.low[m_codes[i]];
            continue;
        }
        // A text that found no room in the dictionary.
        if (truths.high.empty())
            truths.high.assign(truths.low.begin(), truths.low.begin() + static_cast<std::ptrdiff_t>(i));
        truths.high.resize(m_count);
        truths.low[i] = kFalse;
        truths.high[i] = kTrue;
    }
    return truths;
}

} // namespace tocsin::archive
