// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/format.h"

namespace tocsin::decoders {

Family brokerFamily()
{
    return {};
}

} // namespace tocsin::decoders
