// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/mapping.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

// The elements of a VOEvent's tree (xmltree.h), and what a row takes from its sections. Pure functions; views into the tree.
namespace tocsin::decoders::vo {

inline constexpr int kMostGroups = 8; // of groups in groups

// An element that may have attributes beside its text.
[[nodiscard]] std::string_view textIn(const Value &element);
// Once for an element, for each of several of one name.
void each(const Value &elements, const std::function<void(const Value &)> &visit);
[[nodiscard]] Value firstOf(const Value &elements);

struct Param {
    std::string_view name;
    std::string_view unit;
    std::string_view ucd;
    std::string_view group;
    std::string text; // JSON may have numbers
    Value element;

    [[nodiscard]] Number number() const { return numberIn(text); }
};

// All parameters of What, those in groups too.
class Params
{
public:
    explicit Params(const Value &what) { collect(what, {}, 0); }

    [[nodiscard]] const std::vector<Param> &all() const { return m_all; }
    // In any case: "FAR" and "far". Null: no such parameter, or nothing in it.
    [[nodiscard]] const Param *find(std::string_view name) const;
    [[nodiscard]] std::string_view text(std::string_view name) const;
    [[nodiscard]] bool isTrue(std::string_view name) const;

private:
    void collect(const Value &parent, std::string_view group, int depth);

    std::vector<Param> m_all;
};

// WhereWhen: time, position and error circle; the time of the message where there is none.
void mapWhereWhen(const Value &root, Alert &alert);
// What the parameters say of the error circle that a position has.
void mapError(const Params &params, Alert &alert);
void mapBrightness(const Params &params, Alert &alert);
void mapRate(const Params &params, Alert &alert);
void mapClasses(const Params &params, Alert &alert);
void mapUrl(const Value &root, const Params &params, Alert &alert);

} // namespace tocsin::decoders::vo
