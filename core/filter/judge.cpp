// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/judge.h"

#include "core/filter/packettext.h"
#include "core/filter/text.h"

#include <algorithm>
#include <cmath>

namespace tocsin::filter {

namespace {

std::string &loweredBuffer(size_t side)
{
    thread_local std::string buffers[2];
    return buffers[side];
}

struct KeyValue {
    const Alert &alert;

    Value operator()(Text Alert::*member) const
    {
        const Text &text = alert.*member;
        return text.empty() ? Value() : Value::of(std::string_view(text));
    }
    Value operator()(Number Alert::*member) const { return Value::of(Numeral((alert.*member).value)); }
    Value operator()(bool Alert::*member) const { return Value::of(alert.*member); }
    Value operator()(std::optional<bool> Alert::*member) const { return alert.*member ? Value::of(*(alert.*member)) : Value(); }
    Value operator()(UtcTime Alert::*member) const
    {
        const UtcTime &time = alert.*member;
        return time.isValid() ? Value::time(time.us) : Value();
    }
    Value operator()(int64_t Alert::*member) const
    {
        // A row without a number was not kept.
        return member == &Alert::row && alert.row == 0 ? Value() : Value::of(Numeral::integer(alert.*member));
    }
    Value operator()(std::optional<int64_t> Alert::*member) const
    {
        return alert.*member ? Value::of(Numeral::integer(*(alert.*member))) : Value();
    }
    Value operator()(std::vector<std::string> Alert::*) const { return {}; } // lists are visited, not read
    Value operator()(AlertField::Derived derived) const { return Value::of(Numeral(derived(alert))); }
};

Value packetValue(const decoders::FieldTree *item)
{
    if (!item)
        return {};
    switch (item->type()) {
    case decoders::FieldTree::value_t::null:
    case decoders::FieldTree::value_t::discarded:
        return {};
    case decoders::FieldTree::value_t::string:
        return Value::of(std::string_view(item->get_ref<const std::string &>()));
    case decoders::FieldTree::value_t::boolean:
        return Value::of(item->get<bool>());
    case decoders::FieldTree::value_t::number_integer:
        return Value::of(Numeral::integer(item->get<int64_t>()));
    case decoders::FieldTree::value_t::number_unsigned:
        return Value::of(Numeral::natural(item->get<uint64_t>()));
    case decoders::FieldTree::value_t::number_float:
        return Value::of(Numeral(item->get<double>()));
    default: {
        Value other;
        other.kind = Value::Kind::Other;
        if (item->is_structured())
            other.number = Numeral::natural(item->size());
        return other;
    }
    }
}

// Where the values of a spread node come from: down through nodes of one child.
const Node &sourceOf(const Node &node)
{
    const Node *at = &node;
    while (at->kind != Kind::Packet && at->kind != Kind::Key)
        at = &at->children[0];
    return *at;
}

// len() counts a list of a packet as a whole.
bool isCounted(const Node &node)
{
    const Node *at = &node;
    while (at->kind != Kind::Packet && at->kind != Kind::Key) {
        if (at->kind == Kind::Len)
            return true;
        at = &at->children[0];
    }
    return false;
}

} // namespace

const decoders::FieldTree *Judge::tree()
{
    if (!m_treeAsked) {
        m_treeAsked = true;
        m_tree = m_packet ? m_packet->tree() : nullptr;
    }
    return m_tree;
}

Value Judge::key(const AlertField &field) const
{
    return std::visit(KeyValue{m_alert}, field.member);
}

// Calls test(value) for every value of the node until it says stop.
template <typename Test> void Judge::each(const Node &node, Side side, Test &&test)
{
    if (!node.spread) {
        test(value(node, side));
        return;
    }
    const Node &source = sourceOf(node);
    if (source.kind == Kind::Key) {
        const auto *list = std::get_if<std::vector<std::string> Alert::*>(&source.field->member);
        for (const std::string &item : m_alert.*(*list)) {
            if (!test(along(node, Value::of(std::string_view(item)), side)))
                return;
        }
        return;
    }
    const decoders::FieldTree *packet = tree();
    if (!packet) {
        test(Value());
        return;
    }
    const auto visit = [&](const decoders::FieldTree *item) { return test(along(node, packetValue(item), side)); };
    visitPath(*packet, source.path, !isCounted(node), visit);
}

// Kleene's “or” over all values of the node. The bound is for packets alone: what the header decides must not depend on
// whether a packet was looked at before.
template <typename Test>
Truth Judge::any(const Node &node, Side side, Test &&test)
{
    Truth result = Truth::False;
    each(node, side, [&](const Value &value) {
        const bool enough = node.spread && node.needsPacket && --m_comparisonsLeft < 0;
        result = std::max(result, enough ? Truth::Unknown : test(value));
        return result != Truth::True && !enough;
    });
    return result;
}

Truth Judge::truth(const Node &node)
{
    switch (node.kind) {
    case Kind::And: {
        Truth result = Truth::True;
        for (const Node &child : node.children) {
            result = std::min(result, truth(child));
            if (result == Truth::False)
                break;
        }
        return result;
    }
    case Kind::Or: {
        Truth result = Truth::False;
        for (const Node &child : node.children) {
            result = std::max(result, truth(child));
            if (result == Truth::True)
                break;
        }
        return result;
    }
    case Kind::Not:
        return negated(truth(node.children[0]));
    case Kind::Compare: {
        const Node &left = node.children[0];
        const Node &right = node.children[1];
        if (!left.spread && !right.spread)
            return compared(value(left, Side::Left), node.op, value(right, Side::Right));
        return any(left, Side::Left, [&](const Value &one) {
            return any(right, Side::Right, [&](const Value &other) { return compared(one, node.op, other); });
        });
    }
    case Kind::In:
        return any(node.children[0], Side::Left, [&](const Value &one) { return isAmong(one, *node.choices); });
    case Kind::Match:
        return any(node.children[0], Side::Left, [&](const Value &one) { return matches(one, *node.regex, node.flag); });
    case Kind::Has:
        return has(node.children[0]);
    case Kind::Word:
        return word(*node.phrase);
    case Kind::Cone:
        return m_alert.hasPosition() ? truthOf(node.cone.contains(m_alert.ra.value, m_alert.dec.value)) : Truth::Unknown;
    default: // a name alone, true, false
        return any(node, Side::Left, [](const Value &one) { return one.kind == Value::Kind::Bool ? truthOf(one.flag) : Truth::Unknown; });
    }
}

Value Judge::value(const Node &node, Side side)
{
    if (node.spread) {
        // Beside an operator there is room for one value.
        Value only;
        int count = 0;
        each(node, side, [&](const Value &one) {
            only = one;
            return ++count < 2;
        });
        return count == 1 ? only : Value();
    }
    switch (node.kind) {
    case Kind::Number:
        return Value::of(node.number);
    case Kind::Text:
        return Value::of(std::string_view(node.text));
    case Kind::Bool:
        return Value::of(node.flag);
    case Kind::Time:
        return Value::time(node.timeUs);
    case Kind::Key:
        return key(*node.field);
    case Kind::GalacticL:
    case Kind::GalacticB: {
        if (!m_alert.hasPosition())
            return {};
        const Galactic place = galactic(m_alert.ra.value, m_alert.dec.value);
        return Value::of(Numeral(node.kind == Kind::GalacticL ? place.l : place.b));
    }
    case Kind::Age:
        if (!m_alert.timestamp.isValid() || !m_now.isValid())
            return {};
        return Value::of(Numeral((static_cast<double>(m_now.us) - static_cast<double>(m_alert.timestamp.us)) / 1e6));
    case Kind::Now:
        return m_now.isValid() ? Value::time(m_now.us) : Value();
    case Kind::Add:
    case Kind::Subtract:
    case Kind::Multiply:
    case Kind::Divide:
        return arithmetic(node, side);
    case Kind::Min:
    case Kind::Max:
        return extreme(node, side);
    case Kind::Len:
        if (node.children[0].type == Type::Texts) {
            size_t count = 0;
            each(node.children[0], side, [&](const Value &) { return ++count > 0; });
            return Value::of(Numeral::natural(count));
        }
        [[fallthrough]];
    default:
        return applied(node, value(node.children[0], side), side);
    }
}

// A node of one child.
Value Judge::applied(const Node &node, const Value &argument, Side side) const
{
    switch (node.kind) {
    case Kind::Negate:
        return argument.kind == Value::Kind::Number ? Value::of(argument.number.negated()) : Value();
    case Kind::Abs:
        if (argument.kind != Value::Kind::Number)
            return {};
        return Value::of(argument.number.real < 0 ? argument.number.negated() : argument.number);
    case Kind::Lower:
        return argument.kind == Value::Kind::Text ? Value::of(lowered(argument.text, loweredBuffer(static_cast<size_t>(side)))) : Value();
    case Kind::Len:
        if (argument.kind == Value::Kind::Text)
            return Value::of(Numeral::natural(characterCount(argument.text)));
        return argument.kind == Value::Kind::Other ? Value::of(argument.number) : Value();
    case Kind::NumberOf:
        return argument.kind == Value::Kind::Text ? Value::of(numberOf(argument.text)) : Value();
    case Kind::TimeOf: {
        if (argument.kind != Value::Kind::Text)
            return {};
        const UtcTime time = UtcTime::fromIso(argument.text);
        return time.isValid() ? Value::time(time.us) : Value();
    }
    default:
        return {};
    }
}

// From a value of the source up to the node.
Value Judge::along(const Node &node, const Value &sourceValue, Side side) const
{
    if (node.kind == Kind::Packet || node.kind == Kind::Key)
        return sourceValue;
    return applied(node, along(node.children[0], sourceValue, side), side);
}

Value Judge::arithmetic(const Node &node, Side side)
{
    const Value left = value(node.children[0], side);
    const Value right = value(node.children[1], side);
    if (left.kind == Value::Kind::Time && right.kind == Value::Kind::Time)
        return Value::of(Numeral((static_cast<double>(left.timeUs) - static_cast<double>(right.timeUs)) / 1e6));
    if (right.kind != Value::Kind::Number)
        return {};
    const double b = right.number.real;
    if (left.kind == Value::Kind::Time) {
        const double seconds = node.kind == Kind::Subtract ? -b : b;
        if (!(std::abs(seconds) < 9e12) || !(std::abs(static_cast<double>(left.timeUs) + seconds * 1e6) < 9e18))
            return {};
        return Value::time(left.timeUs + std::llround(seconds * 1e6));
    }
    if (left.kind != Value::Kind::Number)
        return {};
    const double a = left.number.real;
    switch (node.kind) {
    case Kind::Add:
        return Value::of(Numeral(a + b));
    case Kind::Subtract:
        return Value::of(Numeral(a - b));
    case Kind::Multiply:
        return Value::of(Numeral(a * b));
    default:
        return b == 0 ? Value() : Value::of(Numeral(a / b));
    }
}

Value Judge::extreme(const Node &node, Side side)
{
    Value best;
    for (const Node &child : node.children) {
        const Value one = value(child, side);
        if (one.kind != Value::Kind::Number && one.kind != Value::Kind::Time)
            return {};
        const CompareOp better = node.kind == Kind::Min ? CompareOp::Less : CompareOp::Greater;
        if (best.kind == Value::Kind::Missing || compared(one, better, best) == Truth::True)
            best = one;
    }
    return best;
}

Truth Judge::has(const Node &node)
{
    if (node.kind == Kind::Packet) {
        const decoders::FieldTree *packet = tree();
        if (!packet)
            return Truth::Unknown;
        bool there = false;
        const auto visit = [&](const decoders::FieldTree *item) {
            there = item && !item->is_null() && !(item->is_number_float() && std::isnan(item->get<double>()));
            return !there;
        };
        visitPath(*packet, node.path, false, visit);
        return truthOf(there);
    }
    bool there = false;
    each(node, Side::Left, [&](const Value &one) {
        there = one.kind != Value::Kind::Missing;
        return false;
    });
    return truthOf(there);
}

Truth Judge::word(const Phrase &phrase)
{
    for (Text Alert::*const member : searchedKeys()) {
        if (phrase.isIn(m_alert.*member))
            return Truth::True;
    }
    const std::span<const std::string_view> texts = textFields(m_alert.message);
    if (texts.empty())
        return Truth::False;
    const decoders::FieldTree *packet = tree();
    if (!packet)
        return Truth::Unknown;
    for (const std::string_view path : texts) {
        if (const std::string *text = packetText(*packet, path); text && phrase.isIn(*text))
            return Truth::True;
    }
    return Truth::False;
}

} // namespace tocsin::filter
