// SPDX-License-Identifier: GPL-3.0-or-later
// What the packets hold that the decoders of today read, one table a format.
#include "core/filter/knowngcn.h"
#include "core/filter/knownlsst.h"
#include "core/filter/knownztf.h"

#include <array>

namespace tocsin::filter {

std::span<const ShippedFormat> shippedFormats()
{
    static constexpr std::array<ShippedFormat, 5> kFormats{{{"ztf-avro", kZtfFields},
                                                            {"gcn-notice", kNoticeFields},
                                                            {"igwn-gwalert", kGwAlertFields},
                                                            {"gcn-circular", kCircularFields},
                                                            {"lsst", kLsstFields}}};
    return kFormats;
}

} // namespace tocsin::filter
