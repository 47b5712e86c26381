// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/watch/watchlists.h"

#include <QString>

namespace tocsin::watch {

struct RowMatching {
    int64_t matched = 0; // rows that lie on a watched source
    int64_t changed = 0; // rows that say something else than before
};

// Looks at all stored rows anew, by the positions in the column files, and writes down in place what has changed, a few
// hundred rows at a time. Whoever stops in the middle finds old or new rows. Blocking; not on the main thread, and not on the
// archive's.
[[nodiscard]] Result<RowMatching> matchRows(archive::Archive &archive, const QString &place, const WatchIndex &index, const archive::GoOn &goOn);

// Hands the annotations to the archive and waits until they are kept; how many rows changed.
[[nodiscard]] Result<int64_t> annotateAndWait(archive::Archive &archive, std::vector<archive::Annotation> annotations, const std::function<bool()> &goOn);

} // namespace tocsin::watch
