// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/format.h"

namespace tocsin::decoders {

Family fitsFamily()
{
    return {};
}

} // namespace tocsin::decoders
