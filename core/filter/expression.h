// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alertfields.h"
#include "core/filter/numeral.h"
#include "core/filter/packetpath.h"
#include "core/filter/regex.h"
#include "core/filter/sky.h"
#include "core/filter/units.h"
#include "core/filter/words.h"

#include <memory>
#include <string>
#include <vector>

namespace tocsin::filter {

// Kleene's three values; `and` is the least, `or` the greatest.
enum class Truth : uint8_t { False, Unknown, True };

[[nodiscard]] constexpr Truth truthOf(bool value)
{
    return value ? Truth::True : Truth::False;
}
[[nodiscard]] constexpr Truth negated(Truth truth)
{
    return static_cast<Truth>(2 - static_cast<int>(truth));
}

// What a node gives. Any: known only once the packet is there.
enum class Type : uint8_t { Truth, Number, Text, Time, Texts, Any };

enum class Kind : uint8_t {
    // literals
    Number, // Node::number, in the unit of what it is compared with
    Text, // Node::text
    Bool, // Node::flag
    Time, // Node::timeUs
    // values of the alert
    Key, // Node::field; NaN, "", nullopt, no time and row 0 are missing. Also a condition where its type is Truth
    GalacticL, // degrees
    GalacticB,
    Age, // now - timestamp, seconds
    Now,
    Packet, // Node::path; Type::Any. Also a condition: true when a boolean there is
    // from values to values
    Negate, // child 0
    Add, // children 0 and 1; Number + Number, Time + Number (seconds)
    Subtract, // Number - Number, Time - Number, Time - Time (seconds)
    Multiply,
    Divide, // by zero = missing
    Abs,
    Lower, // lowered() in text.h
    Len, // characters of a text (missing when it is), elements of a list (0 when it is empty)
    Min, // children; missing when one is
    Max,
    NumberOf, // of a text: its number when it is one (numberOf() in judge.h), else missing
    TimeOf, // of a text in a packet: UtcTime::fromIso, else missing
    // conditions
    Compare, // Node::op, children 0 and 1 of one type, or one of them Any
    In, // child 0 in Node::choices
    Match, // child 0 (Text, Texts, Any) has Node::regex somewhere; Node::flag = “!~”
    Has, // child 0: Key, Packet or one of the derived
    Word, // Node::phrase in any of searchedKeys(), or the packet's textFields()
    Cone, // Node::cone holds ra and dec
    And, // children, cheap ones first
    Or,
    Not, // child 0
};

enum class CompareOp : uint8_t { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };

// The list of an `in`, sorted by type: an element equals one of its own type only, and a value of a packet that is none of
// the listed and of another type than one of them is Unknown.
struct Choices {
    std::vector<std::string> texts; // sorted
    std::vector<Numeral> numbers;
    std::vector<int64_t> timesUs;
    bool hasTrue = false;
    bool hasFalse = false;
};

// One node of a compiled filter. Everything that can be checked or converted was: names are found, units converted (the two
// sides of a comparison have one unit), times read, ids are text, patterns compiled. As written the depth is at most
// kMostDepth and the number of parts at most kMostNodes (conversions add no more than a node each), so walking it by
// recursion is safe. Immutable once a Filter holds it, and then for all threads.
struct Node {
    Kind kind = Kind::Bool;
    Type type = Type::Truth;
    CompareOp op = CompareOp::Equal;
    bool flag = false;
    // A packet, or an alert's list, may give several values here; a condition over them is true when it is for any of them
    // (Kleene's `or` over all, False where there is none). Reaches from Packet and list keys through nodes of one child.
    bool spread = false;
    bool needsPacket = false; // this node or one below: Packet and Word
    bool usesNow = false;
    uint8_t cost = 0; // a rough order for `and` and `or`
    Unit unit; // of a number
    Numeral number;
    int64_t timeUs = 0;
    std::string text; // Kind::Text; of Number: as the person wrote it; of Match: the pattern
    const AlertField *field = nullptr;
    PacketPath path;
    std::shared_ptr<const Regex> regex;
    std::shared_ptr<const Phrase> phrase;
    std::shared_ptr<const Choices> choices;
    Cone cone;
    std::vector<Node> children;
};

inline constexpr size_t kMostBytes = 64u << 10;
inline constexpr int kMostDepth = 200;
inline constexpr int kMostNodes = 10'000;

// The type that a key of alertFields() gives; Number for integers, Texts for lists.
[[nodiscard]] Type typeOf(const AlertField &field);

} // namespace tocsin::filter
