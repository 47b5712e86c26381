// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/archive.h"

namespace tocsin::archive {

bool mayBeThere(const std::string &why)
{
    // A message beyond every limit would come the same way again.
    return why != "expired" && why != "topic-recreated" && why != "too-large";
}

bool StoredGap::mayBeThere() const
{
    return to > from && archive::mayBeThere(why);
}

} // namespace tocsin::archive
