// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/decoder.h"
#include "core/decoders/treebudget.h"

#include <string>
#include <string_view>

namespace tocsin::decoders {

// XML as a tree of names: attributes and children by their local names, children of one name as a list, an element with
// nothing but text as that text, with nothing at all as null, text beside attributes as "#text". This is how SCiMMA's hop
// writes VOEvents as JSON, so one mapping reads both.
//
// Prefixes are cut off, declared or not.
//
// No DTD, no entities but the five of XML, no network, no files; bounded in size, depth, elements and attributes.

inline constexpr size_t kMostXmlBytes = 4u << 20; // the largest packets of the field have 10 kB

// False: `error` says what is wrong where. `name`: the local name of the root, `root`: what is in it.
[[nodiscard]] bool readXml(std::string_view bytes, TreeBudget &budget, std::string &name, FieldTree &root, std::string &error);

} // namespace tocsin::decoders
