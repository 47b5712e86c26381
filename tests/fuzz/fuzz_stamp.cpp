// SPDX-License-Identifier: GPL-3.0-or-later
// FITS files that come by themselves: as a row, as a picture, and by the names of both formats.
#include "core/decoders/decoder.h"
#include "core/decoders/fits/stamp.h"
#include "core/export/jsonline.h"

#include <cmath>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace tocsin;
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    for (const char *format : {"", "skymap", "stamp"}) {
        const decoders::Decoded decoded = decoders::decode({.value = bytes}, {.fields = true, .inside = true, .format = format});
        if (decoded.heartbeat)
            continue;
        if (decoded.alerts.empty() == decoded.error.empty() || decoded.alerts.size() != decoded.trees.size())
            std::abort();
        std::string line;
        for (size_t i = 0; i < decoded.alerts.size(); ++i)
            exporting::appendJsonLine(line, *decoded.alerts[i], decoded.trees[i].dump(-1, ' ', false, decoders::FieldTree::error_handler_t::replace));
    }
    const auto read = decoders::readStamp(bytes);
    if (const auto *stamp = std::get_if<decoders::Stamp>(&read)) {
        const auto limits = decoders::zscale(*stamp);
        if (limits.has_value() != (stamp->missing < static_cast<int64_t>(stamp->pixels.size())) || (limits && !(limits->low <= limits->high)))
            std::abort();
        if (limits) {
            for (const float grey : decoders::stretched(*stamp, *limits, decoders::Stretch::Asinh)) {
                if (!std::isnan(grey) && !(grey >= 0 && grey <= 1))
                    std::abort();
            }
        }
    } else if (std::get<std::string>(read).empty()) {
        std::abort();
    }
    return 0;
}
