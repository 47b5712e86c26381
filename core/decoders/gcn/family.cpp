// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/gcn/gcn.h"

namespace tocsin::decoders {

Family gcnFamily()
{
    static const std::array<const TreeFormat *, 3> trees{&gwAlert(), &gcnCircular(), &gcnNotice()};
    return {.trees = trees};
}

} // namespace tocsin::decoders
