// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin {
class FieldMapping;
}

namespace tocsin::services {

// What a stream's configuration says beside what the archive knows of it; null: it has no mapping, or is no longer set up.
using MappingOf = std::function<std::shared_ptr<const FieldMapping>(const std::string &streamUuid)>;

struct Redecoding {
    int64_t rows = 0; // that were written
    int64_t undecoded = 0; // of them, that cannot be read
    int64_t removed = 0; // records that their packets do not hold any more
    int64_t kept = 0; // likewise, but marked: they stay as they were
    std::vector<int64_t> unread = {}; // whose packets are damaged or lost: they stay as they were
    int64_t waiting = 0; // that wait for a schema, now as before: they stay as they were
    std::string why = {}; // of the first that cannot be read

    void noteWhy(std::string_view error)
    {
        if (why.empty())
            why = error;
    }
    void add(const archive::Replacement &more)
    {
        rows += more.rows;
        undecoded += more.undecoded;
        removed += more.removed;
        kept += more.kept;
    }
    void add(const Redecoding &more)
    {
        add(archive::Replacement{more.rows, more.undecoded, more.removed, more.kept});
        unread.insert(unread.end(), more.unread.begin(), more.unread.end());
        waiting += more.waiting;
        noteWhy(more.why);
    }
};

// Decodes the messages of these rows anew from their packets and makes their rows what is found, in place, a few hundred at a
// time (decisions.md 20). Each step is one transaction: whoever stops in the middle finds old or new rows, and may go on with
// the rest later. Blocking, off the main thread and off the archive's; `goOn` is asked between steps and while the archive is
// busy. A message that holds no alert any more keeps its rows.
[[nodiscard]] Result<Redecoding> redecode(archive::Archive &archive, archive::Reader &reader, std::span<const int64_t> rows, const MappingOf &mappingOf,
                                          const archive::GoOn &goOn);

} // namespace tocsin::services
