// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/surveys/surveys.h"

namespace tocsin::decoders {

Family surveyFamily()
{
    static const std::array<const SchemaFormat *, 1> schemas{&ztfAvro()};
    return {.schemas = schemas};
}

} // namespace tocsin::decoders
