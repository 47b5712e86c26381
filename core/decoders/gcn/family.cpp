// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/gcn/gcn.h"

namespace tocsin::decoders {

Family gcnFamily()
{
    static const std::array<const ByteFormat *, 4> bytes{&binaryNotice(), &voEvent(), &textNotice(), &circularText()};
    static const std::array<const TreeFormat *, 5> trees{&gwAlert(), &gcnCircular(), &gcnNotice(), &voEventJson(), &circularHeader()};
    return {.bytes = bytes, .trees = trees};
}

} // namespace tocsin::decoders
