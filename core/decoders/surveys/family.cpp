// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/surveys/surveys.h"

namespace tocsin::decoders {

Family surveyFamily()
{
    // ELAsTiCC before LSST, whose records it took; ZTF first: there is most of it.
    static const std::array<const SchemaFormat *, 10> schemas{&ztfAvro(),  &elasticcAlert(), &lsstAvro(),  &babamulLsst(), &atlasAvro(),
                                                             &pgirAvro(), &winterAvro(),    &turboAvro(), &decatAvro(),
                                                              &desirtAvro()};
    static const std::array<const TreeFormat *, 2> trees{&elasticcClassification(), &ampelReport()};
    return {.schemas = schemas, .trees = trees};
}

} // namespace tocsin::decoders
