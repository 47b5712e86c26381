// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/decoder.h"
#include "core/filter/packetpath.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace tocsin::compare {

// One place in which two packets differ: a value, or a key or an element with all that lies below it. Points into both trees.
struct TreeChange {
    enum class Kind : uint8_t { Changed, Added, Removed };

    Kind kind = Kind::Changed;
    filter::PacketPath path; // in the newer packet; of what was removed, in the older one
    const decoders::FieldTree *before = nullptr; // null: added
    const decoders::FieldTree *after = nullptr; // null: removed
    const decoders::FieldTree *inside = nullptr; // the object or list of the newer packet that it lies in; null: it is the root
};

struct TreeChanges {
    std::vector<TreeChange> list; // in the order of the newer packet; what was removed stands behind its former neighbours
    size_t values = 0; // of the newer packet
    bool cut = false; // the work ended at its bound: there may be more
};

struct TreeBounds {
    size_t values = 1'000'000; // looked at
    size_t changes = 5'000;
    std::function<bool()> cancelled = {};
};

// A short list of plain values, or what stands for binary data: one value to people, and here.
[[nodiscard]] bool isOneValue(const decoders::FieldTree &tree);

// Objects are compared by key. Lists of objects or lists: elements that are alike anywhere in both are the same element, so
// that a history which moves on by one shows one new entry; the rest, and lists of plain values, are compared place by place.
// Pure; linear in the size of the packets.
[[nodiscard]] TreeChanges compareTrees(const decoders::FieldTree &before, const decoders::FieldTree &after, const TreeBounds &bounds = {});

} // namespace tocsin::compare
