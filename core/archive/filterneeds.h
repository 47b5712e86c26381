// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/fieldpick.h"
#include "core/domain/alertfields.h"
#include "core/filter/expression.h"

#include <vector>

namespace tocsin::archive {

// What judging a filter looks at: reading the rest of an alert or a packet would be for nothing.
struct FilterNeeds {
    std::vector<const AlertField *> keys; // stored ones, each once
    decoders::FieldPick fields;
};

[[nodiscard]] FilterNeeds needsOf(const filter::Node &root);

// A path into a packet, as far as a pick can follow it: what lies behind a place in a list is taken whole.
void addPath(decoders::FieldPick &pick, const filter::PacketPath &path);

// Everything that textFields() names for any message.
void addTextFields(decoders::FieldPick &pick);

} // namespace tocsin::archive
